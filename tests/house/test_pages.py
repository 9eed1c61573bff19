from pathlib import Path

import pytest

from tests.house.pages import (
    Block,
    blocks,
    console_faults,
    form_faults,
    pages,
    python_faults,
    workplace,
)
from tests.house.project import ROOT

PAGES = pages()
CONSOLE = [
    pytest.param(page, block, id=f"{page.relative_to(ROOT)}:{block.line}")
    for page in PAGES
    for block in blocks(page.read_text(encoding="utf-8"))
    if block.language == "console"
]


@pytest.fixture
def data(request: pytest.FixtureRequest) -> Path | None:
    """The folder of real tables, or None where it is absent."""
    try:
        folder: Path = request.getfixturevalue("shared_data")
    except pytest.skip.Exception:
        return None
    return folder


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize(("page", "block"), CONSOLE)
def test_a_page_shows_what_the_commands_print(page: Path, block: Block, tmp_path: Path, data: Path | None) -> None:
    if "not run" in block.notes:
        pytest.skip(block.notes["not run"])
    if block.needs_data and data is None:
        pytest.skip("needs the tables of ../shared/data, which the project does not carry")
    folder = workplace(page.read_text(encoding="utf-8"), tmp_path, data)
    assert console_faults(block, folder) == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_the_python_of_a_page_runs(
    page: Path, tmp_path: Path, data: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = page.read_text(encoding="utf-8")
    monkeypatch.chdir(workplace(text, tmp_path, data))
    listed = [
        block
        for block in blocks(text)
        if block.language == "python" and "not run" not in block.notes and not (block.needs_data and data is None)
    ]
    assert python_faults(listed, named(page)) == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_no_command_of_a_page_escapes(page: Path) -> None:
    assert form_faults(page.read_text(encoding="utf-8")) == []


def test_the_readme_shows_commands() -> None:
    assert any(block.language == "console" for block in blocks((ROOT / "README.md").read_text(encoding="utf-8")))


# The runner itself.


def only(page: str) -> Block:
    (block,) = blocks(page)
    return block


@pytest.mark.parametrize(
    "page",
    [
        "```console\n$ echo nine\neight\n```\n",
        "```console\n$ echo nine\nnine\nten\n```\n",
        "```console\n$ false\n```\n",
        "<!-- exit: 2 -->\n```console\n$ exit 1\n```\n",
        "```console\n$ false\n$ true\n```\n",
        "```console\n$ echo nine >&2\neight\n```\n",
        "```console\n$ no-such-command-anywhere\n```\n",
    ],
)
def test_the_console_check_bites(page: str, tmp_path: Path) -> None:
    assert len(console_faults(only(page), tmp_path)) == 1


@pytest.mark.parametrize(
    "page",
    [
        "```console\n$ echo nine\nnine\n```\n",
        "```console\n$ echo 'nine  votes  of fifteen'\nnine  votes ... fifteen\n```\n",
        "```console\n$ printf '1\\n2\\n3\\n'\n1\n...\n3\n```\n",
        "<!-- exit: 2 -->\n\n```console\n$ echo no; exit 2\nno\n```\n",
        "```console\n$ echo nine \\\n    votes\nnine votes\n```\n",
        "```console\n$ echo unshown\n```\n",
    ],
)
def test_the_console_check_leaves_what_is_right(page: str, tmp_path: Path) -> None:
    assert console_faults(only(page), tmp_path) == []


@pytest.mark.parametrize(
    "page",
    [
        "```python\n>>> 4 + 4\n9\n```\n",
        "```python\nraise ValueError\n```\n",
        "```python\nvotes = 9\n```\ntext\n```python\n>>> votes\n8\n```\n",
    ],
)
def test_the_python_check_bites(page: str) -> None:
    assert len(python_faults(list(blocks(page)), "sample")) == 1


def test_python_blocks_share_their_names() -> None:
    page = "```python\n>>> votes = 9\n```\n```python\nmore = votes + 1\n```\n```python\n>>> more\n10\n```\n"
    assert python_faults(list(blocks(page)), "sample") == []


@pytest.mark.parametrize(
    "page",
    [
        "```\n$ psephos bodies\n```\n",
        "```text\n>>> 1 + 1\n2\n```\n",
        "```console\n$ rm -r x\n```\n",
        "```console\nunsc\n```\n",
        "<!-- not run: -->\n```console\n$ rm -r x\n```\n",
        "<!-- not run: a reason -->\nSome text.\n```console\n$ rm -r x\n```\n",
    ],
)
def test_the_form_check_bites(page: str) -> None:
    assert len(form_faults(page)) == 1


def test_a_page_may_say_why_a_block_is_not_run() -> None:
    page = "<!-- not run: starts a server -->\n```console\n$ rm -r x\n```\n"
    assert form_faults(page) == []
    assert only(page).notes == {"not run": "starts a server"}


def test_a_page_may_bring_its_own_files(tmp_path: Path) -> None:
    page = '<!-- file: board.toml -->\n```toml\nid = "board"\n```\n```console\n$ cat board.toml\nid = "board"\n```\n'
    folder = workplace(page, tmp_path, None)
    assert console_faults(list(blocks(page))[1], folder) == []
    assert (folder / "pyproject.toml").exists()
    assert not (ROOT / "board.toml").exists()

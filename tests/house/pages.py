"""The pages for readers, as tests: what they show is run, and what it prints is compared.

In README.md and under docs/, a ```console block holds commands after `$ ` and what they print; a ```python block
holds a session (`>>>`) or plain code, and the blocks of one page share their names. `...` stands for anything. Comments
just before a block steer it:

    <!-- not run: reason -->   the block is skipped, for that reason
    <!-- exit: 2 -->           the last command ends with this code (0 where nothing is said)
    <!-- file: board.toml -->  the block is the text of a file that the page's commands may use
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.house.project import ROOT

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})\s*([\w-]*)")
NOTE = re.compile(r"^\s*<!--\s*(not run|exit|file):\s*(\S.*?)\s*-->\s*$")
PROMPT = "$ "
DATA = "../shared/"
RUN = frozenset({"console", "python"})
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page: where it begins, its language, its text, and the notes before it."""

    line: int
    language: str
    text: str
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def needs_data(self) -> bool:
        """Whether the block reads tables that the project does not carry."""
        return DATA in self.text


@dataclass(frozen=True, slots=True)
class Command:
    """One command of a console block, and what the page says it prints."""

    text: str
    shown: str


def pages() -> list[Path]:
    """README.md and every page under docs/."""
    return [path for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))) if path.exists()]


def blocks(page: str) -> Iterator[Block]:
    """The fenced blocks of a page, with the notes that stand before each."""
    notes: dict[str, str] = {}
    lines = enumerate(page.splitlines(), start=1)
    for number, line in lines:
        if fence := FENCE.match(line):
            body: list[str] = []
            for _, inner in lines:
                if inner.strip() == fence[1]:
                    break
                body.append(inner)
            yield Block(number, fence[2], "\n".join(body) + "\n", notes)
            notes = {}
        elif note := NOTE.match(line):
            notes = {**notes, note[1]: note[2]}
        elif line.strip():
            notes = {}


def commands(text: str) -> list[Command]:
    r"""The commands of a console block; a line that ends with a backslash goes on.

    >>> [(command.text, command.shown) for command in commands("$ psephos bodies\nunsc\n$ psephos check x.toml")]
    [('psephos bodies', 'unsc\n'), ('psephos check x.toml', '')]
    """
    found: list[tuple[list[str], list[str]]] = []
    for line in text.splitlines():
        if line.startswith(PROMPT):
            found.append(([line.removeprefix(PROMPT)], []))
        elif not found:
            found.append(([""], [line]))
        elif found[-1][0][-1].endswith("\\"):
            found[-1][0].append(line)
        else:
            found[-1][1].append(line)
    return [Command("\n".join(said), "".join(f"{line}\n" for line in shown)) for said, shown in found]


def form_faults(page: str) -> list[str]:
    """Blocks that would escape the tests: a command outside a console block, or one that is not of psephos."""
    faults = []
    for block in blocks(page):
        if "not run" in block.notes:
            continue
        if block.language not in RUN and re.search(r"^(\$ psephos|>>> )", block.text, re.MULTILINE):
            language = block.language or "plain"
            faults.append(f"line {block.line}: shows a session in a {language} block, which is not run")
        if block.language == "console":
            faults += [
                f"line {block.line}: {command.text!r} is no psephos command; say `not run` with the reason, or use sh"
                for command in commands(block.text)
                if not command.text.startswith("psephos ")
            ]
    return faults


def workplace(page: str, folder: Path, data: Path | None) -> Path:
    """A folder that looks like the project's root, with the page's own files in it, so that nothing real is changed."""
    root = folder / ROOT.name
    root.mkdir()
    for entry in ROOT.iterdir():
        if not entry.name.startswith("."):
            (root / entry.name).symlink_to(entry)
    if data is not None:
        (folder / "shared").mkdir()
        (folder / "shared" / "data").symlink_to(data)
    for block in blocks(page):
        if "file" in block.notes:
            path = root / block.notes["file"]
            path.unlink(missing_ok=True)
            path.write_text(block.text, encoding="utf-8")
    return root


def console_faults(block: Block, folder: Path) -> list[str]:
    """Runs a console block as a reader would, with psephos as installed; says where what is printed differs."""
    faults: list[str] = []
    listed = commands(block.text)
    for command in listed:
        expected = int(block.notes.get("exit", "0")) if command is listed[-1] else 0
        done = subprocess.run(
            [shutil.which("bash") or "bash", "-c", command.text],
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != expected:
            faults.append(f"$ {command.text}\nends with {done.returncode}, not {expected}:\n{done.stdout}")
        elif command.shown and not same(command.shown, done.stdout):
            faults.append(f"$ {command.text}\nshows:\n{command.shown}\nprints:\n{done.stdout}")
    return faults


def _environment() -> dict[str, str]:
    scripts = str(Path(sys.executable).parent)
    path = os.pathsep.join([scripts, os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, "NO_COLOR": "1", "COLUMNS": "160", "PYTHONWARNINGS": "error"}


def same(shown: str, printed: str) -> bool:
    r"""Whether a page shows what is printed; `...` stands for anything, and spaces at the ends of lines do not count.

    >>> same("1,039 roll calls: ... confirmed\n", "1,039 roll calls: 988 confirmed  \n")
    True
    >>> same("10 in favour\n", "9 in favour\n")
    False
    """
    shown, printed = ("".join(f"{line.rstrip()}\n" for line in text.strip().splitlines()) for text in (shown, printed))
    return doctest.OutputChecker().check_output(shown, printed, doctest.ELLIPSIS)


def python_faults(listed: list[Block], page: str) -> list[str]:
    """Runs the Python blocks of a page in order, with shared names; sessions as doctests, the rest as it stands."""
    names: dict[str, object] = {"__name__": "__main__"}
    faults: list[str] = []
    for block in listed:
        where = f"{page}:{block.line}"
        if ">>> " in block.text:
            test = doctest.DocTestParser().get_doctest(block.text, names, where, page, block.line)
            runner = doctest.DocTestRunner(optionflags=OPTIONS)
            runner.run(test, out=faults.append, clear_globs=False)
            names = test.globs
        else:
            try:
                exec(compile("\n" * block.line + block.text, page, "exec"), names)  # noqa: S102 -- the page's own code
            except Exception as error:  # noqa: BLE001 -- whatever the page's code raises is a fault of the page
                faults.append(f"{where}: {type(error).__name__}: {error}")
    return faults

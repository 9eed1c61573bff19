import re
import shutil
import subprocess
import sys
from importlib.metadata import distribution, version
from pathlib import Path

import pytest

from psephos.version import VERSION
from tests.house.project import PACKAGE, ROOT, package_files, project_files

# Written in pieces, so that this file does not hold what it looks for.
HOSTS = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("anaconda", "org"))]
HOST = re.compile("|".join(re.escape(host) for host in HOSTS), re.IGNORECASE)
FOLDERS = "home|root|Users|work|tmp|opt|mnt"
LOCAL = re.compile(rf"(?<![\w.$}}*)/])(?:file://)?/(?:{FOLDERS})/\w|[A-Z]:\\+Users\\", re.IGNORECASE)
SLASH, BACKSLASH = "/", "\\"


def place_faults(name: str, text: str) -> list[str]:
    """Mentions of a package registry's host, or of a folder of somebody's machine."""
    return [
        f"{name}:{number}: {what}"
        for number, line in enumerate(text.splitlines(), start=1)
        for pattern, what in ((HOST, "names a registry's host"), (LOCAL, "names a path of one machine"))
        if pattern.search(line)
    ]


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    faults = []
    for path in project_files():
        text = path.read_text(encoding="utf-8", errors="ignore")
        faults += place_faults(str(path.relative_to(ROOT)), text)
    assert faults == []


@pytest.mark.parametrize(
    "line",
    [
        f"index-url = https://{HOSTS[0]}/simple",
        f"see files.{HOSTS[1]}",
        f"open('{SLASH}home/ann/votes.csv')",
        f"see {SLASH}tmp/votes.csv",
        f"file:{SLASH}//opt/wheels",
        f"C:{BACKSLASH}Users{BACKSLASH}ann",
    ],
)
def test_the_place_check_bites(line: str) -> None:
    assert len(place_faults("sample", line)) == 1


@pytest.mark.parametrize(
    "line", ["UN document A/RES/377(V)", "https://example.org/home/x", "either yes/no", "src/work/x"]
)
def test_the_place_check_leaves_what_is_no_path(line: str) -> None:
    assert place_faults("sample", line) == []


def test_the_files_of_the_project_are_found() -> None:
    assert {ROOT / "pyproject.toml", Path(__file__).resolve()} <= set(project_files())


def test_the_version_is_the_same_everywhere() -> None:
    stated = VERSION
    assert version("psephos") == stated
    assert re.search(
        rf"^version: {re.escape(stated)}$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert re.search(
        rf"^## .*\b{re.escape(stated)}\b", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )


def test_the_installed_package_is_this_one_with_all_its_files() -> None:
    """The commands in the pages run the installed psephos: it must be what stands here, data files included."""
    code = "import psephos; print(psephos.__path__[0])"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent
    )
    installed = Path(done.stdout.strip())
    remedy = "psephos as installed is not what stands here; install it again: pip install -e '.[test]'"
    assert package_files(installed) == package_files(), remedy
    for name in sorted(package_files()):
        assert (installed / name).read_bytes() == (PACKAGE / name).read_bytes(), f"{name}: {remedy}"


def test_the_package_says_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").exists()


def test_the_command_is_installed() -> None:
    (script,) = (entry for entry in distribution("psephos").entry_points if entry.group == "console_scripts")
    assert (script.name, script.value) == ("psephos", "psephos.show.cli:main")
    assert shutil.which("psephos", path=str(Path(sys.executable).parent))


def test_the_readme_has_the_command_that_ci_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"^#+ .*[Rr]un the tests.*\n(?:(?!#).*\n)*?```", readme, re.MULTILINE)

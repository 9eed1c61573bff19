"""Where the project's files are, for tests of the house itself."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "psephos"


def module_name(path: Path, base: Path = PACKAGE.parent) -> str:
    """The dotted name of a module's file.

    >>> module_name(PACKAGE / "body" / "rules.py"), module_name(PACKAGE / "body" / "__init__.py")
    ('psephos.body.rules', 'psephos.body')
    """
    parts = path.relative_to(base).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def sources() -> dict[Path, str]:
    """Every Python file of the package with its text, in the order of the listing."""
    return {path: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}


def package_files(folder: Path = PACKAGE) -> set[Path]:
    """All files of a package folder, relative to it, without what Python writes there itself."""
    return {
        path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }


def project_files() -> Iterator[Path]:
    """The files that a commit of the present tree would hold."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 -- git is found on PATH
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        names = (name for name in listed.stdout.decode().split("\0") if name)
        paths = [ROOT / name for name in names]
    else:  # an unpacked archive: no repository, and nothing in it but the project
        paths = [path for path in ROOT.rglob("*") if "__pycache__" not in path.parts]
    return (path for path in sorted(paths) if path.is_file() and not path.is_symlink())

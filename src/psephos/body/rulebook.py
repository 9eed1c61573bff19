"""Finds a body's rulebook: a shipped one by its id, yours by its path, both read in the same way."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import resources
from pathlib import Path

from psephos.body.book import Example, Rulebook
from psephos.body.reading import read_rulebook
from psephos.errors import Fault, RulebookError, UnknownBody

__all__ = ["Example", "Rulebook", "rulebook", "shipped"]


def rulebook(name: str | Path) -> Rulebook:
    """What does this body's rulebook say?

    Args:
        name: the id of a shipped rulebook ("unsc") or the path of a file.

    Raises:
        UnknownBody: neither a shipped rulebook nor a file.
        RulebookError: the file has faults; all of them are listed with their lines.

    Cost: 20 to 150 ms, by the size of the file; keep the value to use it again.

    Examples:
        >>> rulebook("unsc").name
        'United Nations Security Council'
    """
    if isinstance(name, str) and name in shipped():
        source = resources.files("psephos.body") / "rulebooks" / f"{name}.toml"
        return read_rulebook(source.read_bytes(), f"{name}.toml", None)
    path = Path(name)
    if not path.is_file():
        close = get_close_matches(str(name), shipped(), 1)
        hint = f"did you mean {close[0]}? bodies" if close else "bodies"
        raise UnknownBody(f"'{name}' is neither a body that psephos ships nor a file; {hint}: {', '.join(shipped())}")
    try:
        content = path.read_bytes()
    except OSError as error:
        fault = Fault(str(path), 0, f"cannot be read: {error.strerror}", "check the file's permissions")
        raise RulebookError(f"{path} is no readable rulebook", (fault,)) from None
    return read_rulebook(content, str(path), path.parent)


def shipped() -> tuple[str, ...]:
    """Which bodies does psephos ship a rulebook for?

    Examples:
        >>> "unsc" in shipped()
        True
    """
    folder = resources.files("psephos.body") / "rulebooks"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))

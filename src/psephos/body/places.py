"""Where in a TOML file does a key stand? `tomllib` does not say, and a fault without its line is half a fault."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["Path", "line_of", "places"]

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*=""")
_PART = re.compile(r""""[^"]*"|'[^']*'|[A-Za-z0-9_-]+""")
_STRING = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')


def places(text: str) -> Mapping[Path, int]:
    r"""The line (from 1) of every table and key.

    Examples:
        >>> places('id = "x"\n[[rule]]\ndefault = true\n[rule.clauses.nine]\nrole = 1')[("rule", 0, "clauses", "nine")]
        4
    """
    found: dict[Path, int] = {}
    prefix: Path = ()
    counts: dict[Path, int] = {}
    inside, depth = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if inside or depth:
            inside, depth = _carry(line, inside, depth)
            continue
        if header := _HEADER.match(line):
            prefix = _table(_parts(header[2]), counts, array=header[1] == "[[")
            found.setdefault(prefix, number)
        elif key := _KEY.match(line):
            found.setdefault(prefix + _parts(key[1]), number)
            inside, depth = _carry(line[key.end() :], "", 0)
    return found


def line_of(path: Path, known: Mapping[Path, int]) -> int:
    """The line of a key, or of the nearest table around it; 0 where there is none."""
    while path:
        if path in known:
            return known[path]
        path = path[:-1]
    return 0


def _parts(key: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(key))


def _table(parts: Path, counts: dict[Path, int], *, array: bool) -> Path:
    """The path of a header, with the index of each array of tables it lies in."""
    path: Path = ()
    for part in parts[:-1]:
        path = (*path, part)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, *parts[-1:])
    if not array:
        return path
    counts[path] = counts.get(path, -1) + 1
    return (*path, counts[path])


def _carry(rest: str, inside: str, depth: int) -> tuple[str, int]:
    """Is the line's end still inside a multi-line string, and how many brackets are open?"""
    while inside or any(mark in rest for mark in ('"""', "'''")):
        mark = inside or min(('"""', "'''"), key=lambda m: rest.find(m) if m in rest else len(rest))
        before, found, rest = rest.partition(mark)
        if inside and not found:
            return inside, depth
        depth += 0 if inside else _brackets(before)
        inside = "" if inside else mark
    return "", max(depth + _brackets(rest), 0)


def _brackets(text: str) -> int:
    bare = _STRING.sub("", text).partition("#")[0]
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")

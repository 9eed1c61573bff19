"""Where the keys of a TOML file stand, multi-line values included."""

import tomllib
from collections.abc import Iterator, Mapping

import pytest

from psephos.body.places import Path, line_of, places
from psephos.body.rulebook import shipped
from psephos.show.bodies import _file

TEXT = '''id = "x"  # first
note = """
[[not_a_table]]
key = 1
"""
tags = [
  "a = 1",
  "b",
]
[sources]
"with space" = "s"
dotted.key = 2
[[rule]]
default = true
[rule.clauses.nine]
role = "majority"
[[rule]]
text = \'\'\'one line\'\'\'
default = false
[rule.clauses.nine]
role = "veto"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 1),
        (("note",), 2),
        (("tags",), 6),
        (("sources",), 10),
        (("sources", "with space"), 11),
        (("sources", "dotted", "key"), 12),
        (("rule", 0), 13),
        (("rule", 0, "default"), 14),
        (("rule", 0, "clauses", "nine"), 15),
        (("rule", 1), 17),
        (("rule", 1, "default"), 19),
        (("rule", 1, "clauses", "nine", "role"), 21),
    ],
)
def test_a_key_stands_on_its_line(path: Path, line: int) -> None:
    assert places(TEXT)[path] == line


def test_what_stands_within_a_value_is_no_key() -> None:
    assert not {("key",), ("not_a_table", 0), ("a",)} & set(places(TEXT))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("rule", 1, "clauses", "nine", "source"), 20),
        (("rule", 1, "passes"), 17),
        (("rule", 2), 0),
        (("name",), 0),
        ((), 0),
    ],
)
def test_a_key_that_is_not_there_is_sought_in_the_table_around_it(path: Path, line: int) -> None:
    assert line_of(path, places(TEXT)) == line


@pytest.mark.parametrize("body", shipped())
def test_every_key_of_the_shipped_rulebooks_is_found(body: str) -> None:
    text = _file(body)
    lines = text.splitlines()
    found = places(text)
    for path in _keys(tomllib.loads(text)):
        assert path in found, path
        assert str(path[-1]) in lines[found[path] - 1]


def _keys(table: Mapping[str, object], at: Path = ()) -> Iterator[Path]:
    """Every key that stands in a table with a header of its own."""
    for key, value in table.items():
        path = (*at, key)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for number, inner in enumerate(value):
                yield from _keys(inner, (*path, number))
        elif isinstance(value, dict) and (path[0] == "sources" or "clauses" in path or path[0] == "choices"):
            yield from _keys(value, path)
        else:
            yield path

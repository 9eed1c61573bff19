"""What reading a table yields, and what a format must be able to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from psephos.body.book import Rulebook
from psephos.calls.formats.table import Table
from psephos.calls.rollcall import RollCall
from psephos.errors import Fault

__all__ = ["Archive", "Books", "Format", "Reading"]

Books = Callable[[str], Rulebook]
"""Finds the rulebook of a body by its id."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A table of roll calls as read: the calls in the order of the file, and every fault of its cells.

    `format` is the id of the format it was recognised as; `rows` counts the rows read.
    """

    file: str
    format: str
    calls: tuple[RollCall, ...]
    faults: tuple[Fault, ...] = ()
    sheet: str = ""
    rows: int = 0

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies that occur, in order of appearance."""
        return tuple(dict.fromkeys(call.body for call in self.calls))


@dataclass(frozen=True, slots=True)
class Reading:
    """A table about to be read: whose votes they are taken to be (None: as the table says), and where rulebooks are."""

    table: Table
    body: str | None
    books: Books = field(repr=False)


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how its header is recognised, and how its rows are read."""

    id: str
    title: str
    matches: Callable[[frozenset[str]], bool]
    read: Callable[[Reading], Archive]

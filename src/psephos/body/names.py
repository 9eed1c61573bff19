"""Printed names, former names and known misspellings, each to a member, by day.

A name is matched exactly, apart from case, accents, apostrophes and runs of spaces; there is no fuzzy matching that
could hit the wrong country. What is close is only ever suggested in an error message.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib import resources

from psephos.body.members import Roster, Seat
from psephos.errors import UnknownMember

__all__ = ["Name", "Names", "fold", "load_names"]

_SUGGESTED = ("name", "official", "short")


@dataclass(frozen=True, slots=True)
class Name:
    """One form of a member's name, with the days on which it is valid (inclusive; None = open)."""

    code: str
    name: str
    language: str
    kind: str
    since: date | None = None
    until: date | None = None
    the: bool = False

    def covers(self, day: date | None) -> bool:
        """Is the form valid on that day, or without a day, ever?"""
        return day is None or ((self.since is None or self.since <= day) and (self.until is None or day <= self.until))


@dataclass(frozen=True, slots=True)
class Names:
    """Which member does a printed name mean on a day, and how is a member printed?

    Examples:
        >>> table = Names.of([Name("RUS", "Russian Federation", "en", "name", the=True)])
        >>> table.codes("russian  federation", None)
        ('RUS',)
    """

    entries: tuple[Name, ...]
    folded: Mapping[str, tuple[Name, ...]] = field(hash=False)
    official: Mapping[str, tuple[Name, ...]] = field(hash=False)

    @classmethod
    def of(cls, entries: Iterable[Name]) -> Names:
        """Index the entries by their folded form and by member."""
        listed = tuple(entries)
        folded: dict[str, list[Name]] = {}
        official: dict[str, list[Name]] = {}
        for entry in listed:
            folded.setdefault(fold(entry.name), []).append(entry)
            if entry.kind == "name" and entry.language == "en":
                official.setdefault(entry.code, []).append(entry)
        return cls(listed, _frozen(folded), _frozen(official))

    def codes(self, text: str, day: date | None) -> tuple[str, ...]:
        """Which member codes can this printed name mean on that day?"""
        return tuple(dict.fromkeys(name.code for name in self.folded.get(fold(text), ()) if name.covers(day)))

    def printed(self, code: str, day: date) -> Name | None:
        """How is the member printed on that day?"""
        return next((name for name in self.official.get(code, ()) if name.covers(day)), None)

    def takes_the(self, text: str) -> bool:
        """Does running English put an article before this name?"""
        return any(name.the for name in self.folded.get(fold(text), ()))

    def seat(self, text: str, roster: Roster) -> Seat:
        """Which seat of the roster does this code or name mean?

        Raises:
            NotSeated: a known member that did not sit that day; the message says who did.
            UnknownMember: no such code or name; the message says what is close to it.
        """
        for seat in roster.seats:
            if seat.id == text:
                return seat
        wanted = fold(text)
        direct = [seat for seat in roster.seats if wanted in (fold(seat.id), fold(seat.name))]
        direct = direct or [seat for seat in roster.seats if wanted == fold(seat.line)]
        codes = self.codes(text, roster.day)
        found = direct or [seat for seat in roster.seats if seat.id in codes or (seat.line and seat.line in codes)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownMember(f"'{text}' can mean {' or '.join(seat.id for seat in found)}; give the code")
        if codes or any(wanted == fold(name.code) for name in self.entries):
            return roster.seat(codes[0] if codes else text.upper())  # raises NotSeated and says who sat
        raise UnknownMember(self._unknown(text, roster))

    def _unknown(self, text: str, roster: Roster) -> str:
        known = {fold(form): form for seat in roster.seats for form in (seat.id, seat.name)}
        known |= {key: names[0].name for key, names in self.folded.items() if names[0].kind in _SUGGESTED}
        close = [known[key] for key in get_close_matches(fold(text), known, 3, 0.75)]
        hint = (
            f"did you mean {', '.join(close)}?" if close else f"members that day: {', '.join(sorted(roster.ids)[:40])}"
        )
        return f"'{text}' is no member of {roster.body} that psephos knows; {hint}"


def fold(text: str) -> str:
    """The form in which names are compared: no case, no accents, plain apostrophes, single spaces.

    Examples:
        >>> fold("  CÔTE  d'Ivoire ")
        "cote d'ivoire"
    """
    plain = unicodedata.normalize("NFKD", text.replace("\u2019", "'").replace("\u2018", "'").replace("`", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


@cache
def load_names(table: str) -> Names:
    """The names table that psephos ships under that name ("states"), read once; an empty one for ""."""
    if not table:
        return Names.of(())
    text = (resources.files("psephos.body") / "names" / f"{table}.csv").read_text(encoding="utf-8")
    return Names.of(_entry(row) for row in csv.DictReader(io.StringIO(text)))


def _entry(row: Mapping[str, str]) -> Name:
    since, until = row.get("from") or "", row.get("until") or ""
    return Name(
        row["code"],
        row["name"],
        row["language"],
        row["kind"],
        date.fromisoformat(since) if since else None,
        date.fromisoformat(until) if until else None,
        (row.get("the") or "").casefold() == "true",
    )


def _frozen(lists: Mapping[str, list[Name]]) -> Mapping[str, tuple[Name, ...]]:
    return {key: tuple(values) for key, values in lists.items()}

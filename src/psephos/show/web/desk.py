"""The desk behind every request: finds the rulebook, decides here or apart, and remembers what lasted long."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from threading import Lock
from typing import Any, TypeVar

from psephos.body.binding import bind
from psephos.body.book import Rulebook
from psephos.calls.rollcall import RollCall
from psephos.errors import DayNotCovered, PsephosError
from psephos.show.web.apart import Workshop
from psephos.show.web.library import OWN, Library
from psephos.show.web.query import CallQuery
from psephos.show.web.tasks import Checked, Subject, Told, change_of, check_file, power_of, read_report, tell

__all__ = ["Desk", "latest_day", "today", "usable"]

T = TypeVar("T")
_FEW = 60
_REMEMBERED = 64


def today() -> date:
    """The day on which the page is asked."""
    return datetime.now(tz=UTC).date()


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything one running page holds."""

    library: Library = field(default_factory=Library)
    workshop: Workshop = field(default_factory=Workshop)
    _memory: OrderedDict[str, Any] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def tell(self, query: CallQuery, chances: Mapping[str, str] | None = None, *, sets: int = 1) -> Told:
        """Decide the vote of a query."""
        book = self.library.book(query.body)
        call = query.call(self.day(book, query.on, query.decision))
        if not self._apart(book, query, call):
            return tell(book, call, chances, sets=sets)
        key = f"tell {book.sha256} {call.day} {query.model_dump_json()} {sorted((chances or {}).items())} {sets}"
        return self.remembered(key, lambda: self.workshop.run(tell, book, call, chances, sets=sets))

    def _apart(self, book: Rulebook, query: CallQuery, call: RollCall) -> bool:
        """Strangers' rules always, and open ballots of many members."""
        if query.body.startswith(OWN):
            return True
        return call.others is None and call.tally is None and book.on(call.day).size > _FEW

    def power(self, subject: Subject, indices: Sequence[str]) -> dict[str, Any]:
        """A table of power, counted apart, and remembered."""
        key = f"power {subject.key} {','.join(indices)}"
        return self.remembered(key, lambda: self.workshop.run(power_of, subject, tuple(indices)))

    def power_change(self, before: Subject, after: Subject, indices: Sequence[str]) -> dict[str, Any]:
        """Two tables of power and what changes between them, counted apart, and remembered."""
        key = f"change {before.key} {after.key} {','.join(indices)}"
        return self.remembered(key, lambda: self.workshop.run(change_of, before, after, tuple(indices)))

    def read(self, text: str, published: date | None, body: str | None) -> dict[str, Any]:
        """The votes that a text reports, read apart."""
        book = self.library.book(body) if body else None
        found = self.workshop.run(read_report, text, published, book)
        for vote in found["votes"]:
            if book is not None and vote["body"] == book.id:
                vote["body"] = body  # a visitor's rulebook goes by the id that addresses know
        return found

    def check(self, content: bytes, name: str) -> Checked:
        """Read and check a stranger's rulebook, apart."""
        return self.workshop.run(check_file, content, name)

    def day(self, book: Rulebook, asked: date | None, decision: str | None = None) -> date:
        """The day asked for, or the latest one that the rulebook's facts cover."""
        return asked or latest_day(book, decision)

    def remembered(self, key: str, work: Callable[[], T]) -> T:
        """What the same question was answered before, or the answer now."""
        with self._lock:
            if key in self._memory:
                self._memory.move_to_end(key)
                found: T = self._memory[key]
                return found
        result = work()
        with self._lock:
            self._memory[key] = result
            while len(self._memory) > _REMEMBERED:
                self._memory.popitem(last=False)
        return result


def latest_day(book: Rulebook, decision: str | None = None) -> date:
    """The latest day, today if possible, on which the rule can be used with the facts that the rulebook states.

    Examples:
        >>> from psephos.body.rulebook import rulebook
        >>> latest_day(rulebook("eu-council")) >= date(2025, 12, 31)
        True
    """
    last = min(today(), book.until or today())
    years = [date(year, 12, 31) for year in range(last.year - 1, max(last.year - 12, book.since.year - 1), -1)]
    return next((day for day in (last, book.as_of, *years) if usable(book, day, decision)), last)


def usable(book: Rulebook, day: date, decision: str | None) -> bool:
    """Do the rulebook's facts cover that day for that decision?"""
    try:
        bind(book.rule(day, decision), book.on(day), book.choices)
    except DayNotCovered:
        return False
    except PsephosError:
        return True
    return True

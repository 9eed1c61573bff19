"""What the page computes, each as a function of plain data, so that it can run here or in a process apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from psephos.body.book import Rulebook
from psephos.body.reading import read_rulebook
from psephos.calls.rollcall import RollCall
from psephos.decide.check import check
from psephos.decide.verdict import Verdict, decide
from psephos.errors import BudgetError, Fault, RulebookError, UsageError
from psephos.explore.benches import gathered
from psephos.explore.flips import Flips, flips_of
from psephos.explore.openvote import OpenVote, open_vote_of
from psephos.show.web.sampled import sampled
from psephos.version import VERSION

if TYPE_CHECKING:
    from psephos.count.sampling import Estimate
    from psephos.power.swings import Number
    from psephos.power.table import PowerTable

__all__ = ["Checked", "Subject", "Told", "change_of", "check_file", "power_of", "read_report", "tell"]


@dataclass(frozen=True, slots=True)
class Told:
    """A vote decided, and what follows: the fewest changes, or what open ballots can do; `silent` says why neither.

    `too_much` where counting would go beyond the limits; then perhaps an estimate of the chance of adoption.
    """

    verdict: Verdict
    flips: Flips | None = None
    open: OpenVote | None = None
    silent: str = ""
    too_much: bool = False
    estimate: Estimate | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A rulebook file as read: the rulebook if its form is right, and every fault of form or meaning."""

    book: Rulebook | None
    faults: tuple[Fault, ...]


def tell(book: Rulebook, call: RollCall, chances: Mapping[str, str] | None = None, *, sets: int = 1) -> Told:
    """What did the vote decide, and who could have changed it, or still can?

    Args:
        book: the rulebook.
        call: the vote.
        chances: for open ballots, the chance of a vote in favour by member (`others` for all not named).
        sets: how many of the smallest sets of changes to list; 0 asks for the verdict alone.
    """
    verdict = decide(book, call)
    if not sets or call.without_a_vote:
        return Told(verdict)
    known, _ = gathered(verdict)
    try:
        if known.seating.complete and known.seating.tally is None:
            return Told(verdict, flips=flips_of(verdict, limit=sets))
        return Told(verdict, open=open_vote_of(verdict, chances=chances or None))
    except BudgetError as error:
        guess = sampled(verdict, chances) if verdict.open else None
        return Told(verdict, silent=str(error), too_much=True, estimate=guess)
    except UsageError as error:
        if chances:
            raise
        return Told(verdict, silent=str(error))


def check_file(content: bytes, name: str) -> Checked:
    """What is wrong with a rulebook file? Its tables are looked for only among those that psephos ships."""
    try:
        book = read_rulebook(content, name, None)
    except RulebookError as error:
        return Checked(None, error.faults)
    _bounded(book)
    return Checked(book, check(book))


_MOST_MEMBERS = 1_000
_MOST_PAIRS = 50_000


def _bounded(book: Rulebook) -> None:
    """The page shows each named member; a body of several thousand is for the command line."""
    days = {day for tenure in book.register.tenures for day in (tenure.since or book.since,)}
    largest = max((len(book.register.on(day).seats) for day in sorted(days)[:50]), default=0)
    if largest > _MOST_MEMBERS:
        problem = f"the roster names {largest:,} members, and the page shows at most {_MOST_MEMBERS:,}"
        remedy = "write anonymous seats with a count, or use the command line, which has no such limit"
        raise RulebookError(f"{book.file} is too large for the page", (Fault(book.file, 0, problem, remedy),))
    clauses = max(len(rule.clauses) for rule in book.rules)
    if clauses * largest > _MOST_PAIRS:
        problem = f"a rule has {clauses:,} clauses for {largest:,} members; at most {_MOST_PAIRS:,} pairs are taken"
        remedy = "write fewer clauses, or use the command line, which has no such limit"
        raise RulebookError(f"{book.file} is too large for the page", (Fault(book.file, 0, problem, remedy),))


@dataclass(frozen=True, slots=True)
class Subject:
    """A rule to measure: of which body, on which day, for which kind of decision, given which facts?"""

    book: Rulebook
    day: date
    decision: str | None = None
    variants: tuple[str, ...] = ()
    body: str = ""

    @property
    def key(self) -> str:
        """What tells it from every other."""
        return f"{self.book.sha256} {self.day} {self.decision} {','.join(self.variants)}"


def power_of(subject: Subject, indices: Sequence[str]) -> dict[str, Any]:
    """Who is decisive before any vote is cast? The table as a JSON object."""
    from psephos.show.measuring import power_record

    return power_record(_table(subject, indices))


def _table(subject: Subject, indices: Sequence[str]) -> PowerTable:
    from psephos.power.indices import power

    return power(
        subject.book, on=subject.day, decision=subject.decision, variants=subject.variants, index=tuple(indices)
    )


def change_of(before: Subject, after: Subject, indices: Sequence[str]) -> dict[str, Any]:
    """Who gains and who loses between two rules? Both tables, and each member's figures side by side."""
    from psephos.power.compare import compare_power
    from psephos.show.measuring import power_record

    tables = _table(before, indices), _table(after, indices)
    votes = {one: n for table in tables for one, n in zip(table.members, table.counts, strict=True)}
    found: dict[str, dict[str, Any]] = {}
    for index in tables[0].indices:
        for gain in compare_power(*tables, index=index).gains:
            one = {"member": gain.member, "name": gain.name, "votes": votes[gain.member], "of": {}}
            figures = {"before": _plain(gain.before), "after": _plain(gain.after), "change": _plain(gain.change)}
            found.setdefault(gain.member, one)["of"][index] = figures
    return {
        "psephos": VERSION,
        "before": power_record(tables[0]),
        "after": power_record(tables[1]),
        "changes": list(found.values()),
    }


def _plain(value: Number | None) -> float | None:
    return None if value is None else float(value)


def read_report(text: str, published: date | None, book: Rulebook | None) -> dict[str, Any]:
    """Which votes does a text report? The reading as a JSON object, each vote with the names of its members."""
    from psephos.read.record import reading_record
    from psephos.read.report import read_text

    reading = read_text(text, published=published, body=book)
    record = reading_record(reading)
    for told, vote in zip(record["votes"], reading.votes, strict=True):
        known = vote.book.on(vote.date).seats if vote.book is not None and vote.date is not None else ()
        told["names"] = {seat.id: seat.name for seat in known}
    return record

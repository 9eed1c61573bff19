"""Who was decisive how often: for every vote of an archive, whose ballots could have turned it, added up by member.

This is pivotality after the fact: it depends on what was put to the vote and on how the others voted, and says nothing
of influence before a vote. Ballots of which a source says no more (not voting) may become any ballot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook
from psephos.calls.rollcall import RollCall
from psephos.decide.verdict import Verdict, decide
from psephos.errors import UsageError
from psephos.explore.flips import Flips, flips_of

if TYPE_CHECKING:
    import polars as pl

__all__ = ["MemberRecord", "Pivotality", "pivotality"]


@dataclass(frozen=True, slots=True)
class MemberRecord:
    """How often was one member decisive?

    Of the `votes` in which its ballot counted, in how many could it have turned the outcome `alone`; in how many does
    it belong to some smallest set of members that could have (`in_smallest`), or to every such set (`in_every`)? `name`
    is the one printed in the last of these votes.
    """

    body: str
    member: str
    votes: int
    alone: int
    in_smallest: int
    in_every: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Pivotality:
    """The records of all members, the most often decisive first; and the votes left out, by reason.

    `sizes` counts the votes by the fewest ballots that could have turned them (None: no ballots could).
    """

    members: tuple[MemberRecord, ...]
    votes: int
    sizes: Mapping[int | None, int] = field(hash=False)
    left_out: Mapping[str, int] = field(hash=False)

    def member(self, member: str) -> MemberRecord:
        """The record of one member, by code.

        Raises:
            UsageError: it cast no ballot in these votes.
        """
        found = next((one for one in self.members if one.member == member), None)
        if found is None:
            raise UsageError(f"{member} cast no ballot in these votes; codes are as on the day of the vote")
        return found

    def to_polars(self) -> pl.DataFrame:
        """The records as a table, one row a member."""
        import polars as pl

        names = ("body", "member", "votes", "alone", "in_smallest", "in_every")
        return pl.DataFrame({name: [getattr(one, name) for one in self.members] for name in names})


def pivotality(
    calls: Iterable[RollCall],
    *,
    books: Mapping[str, Rulebook] | None = None,
    changes: Mapping[str, Iterable[str]] | None = None,
) -> Pivotality:
    """Over these votes, who could have turned the outcome how often?

    Args:
        calls: roll calls, of one body or several.
        books: rulebooks by body, where the shipped ones (or files) are not meant.
        changes: which ballots may become which, as in `flips`; any by default.

    Returns:
        The records; votes without names, with open ballots, adopted without a vote or outside the rulebook are left
        out and counted.

    Cost: some milliseconds for each different set of ballots.

    Examples:
        >>> from psephos.calls.rollcall import roll_call
        >>> two = [roll_call("unsc", "2023-10-25", no=["CHN", "RUS", "ARE"], abstain=["BRA", "MOZ"], others="yes"),
        ...        roll_call("unsc", "2023-10-18", no=["USA"], abstain=["GBR", "RUS"], others="yes")]
        >>> found = pivotality(two)
        >>> found.member("USA").alone, found.member("CHN").in_every, dict(found.sizes)
        (1, 1, {1: 1, 2: 1})
    """
    tally = _Count(books or {}, changes)
    for call in calls:
        tally.add(call)
    return tally.result()


@dataclass(slots=True)
class _Count:
    """Adds votes up, working out each different set of ballots once."""

    books: Mapping[str, Rulebook]
    changes: Mapping[str, Iterable[str]] | None
    held: dict[str, Rulebook] = field(default_factory=dict)
    known: dict[object, Flips] = field(default_factory=dict)
    cast: Counter[tuple[str, str]] = field(default_factory=Counter)
    alone: Counter[tuple[str, str]] = field(default_factory=Counter)
    some: Counter[tuple[str, str]] = field(default_factory=Counter)
    every: Counter[tuple[str, str]] = field(default_factory=Counter)
    sizes: Counter[int | None] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    names: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, call: RollCall) -> None:
        """Count one vote, or the reason why it cannot be."""
        try:
            verdict = decide(self._book(call.body), call)
        except UsageError as error:
            self.left_out[type(error).__name__] += 1
            return
        reason = _reason(verdict)
        if reason:
            self.left_out[reason] += 1
            return
        found = self._flips(verdict)
        self.sizes[found.size] += 1
        for counter, members in (
            (self.cast, verdict.roster.ids),
            (self.alone, found.alone),
            (self.some, found.in_some_set),
            (self.every, found.in_every_set),
        ):
            counter.update((call.body, member) for member in members)
        self.names.update(((call.body, seat.id), seat.name) for seat in verdict.roster.seats)

    def result(self) -> Pivotality:
        """The records, the most often decisive first."""
        records = [
            MemberRecord(*key, votes, self.alone[key], self.some[key], self.every[key], self.names[key])
            for key, votes in self.cast.items()
        ]
        records.sort(key=lambda one: (-one.alone, -one.in_every, -one.in_smallest, one.body, one.member))
        sizes = dict(sorted(self.sizes.items(), key=lambda pair: (pair[0] is None, pair[0] or 0)))
        return Pivotality(tuple(records), self.sizes.total(), sizes, dict(self.left_out))

    def _book(self, body: str) -> Rulebook:
        if body not in self.held:
            self.held[body] = self.books[body] if body in self.books else rulebook(body)
        return self.held[body]

    def _flips(self, verdict: Verdict) -> Flips:
        key = (verdict.rule, verdict.roster.seats, verdict.seating.known)
        if key not in self.known:
            self.known[key] = flips_of(verdict, changes=self.changes, limit=0)
        return self.known[key]


def _reason(verdict: Verdict) -> str:
    if verdict.call.without_a_vote:
        return "without a vote"
    if verdict.seating.tally is not None:
        return "tally only"
    return "" if verdict.seating.complete else "open ballots"

"""What can be said about one vote, as frozen values: who cast what, how many did, what came of it, on which day.

A statement carries an `id`, by which proofs name it, and free-form `evidence` (a span of text, a table row), which
psephos hands back untouched. Whether statements hold together, and what follows from them, is for
`psephos.explore.deduce`.

Members are given by code, seat id or printed name. Choices are those of the body; `not_voting` means *did not vote, for
whatever reason*: absent, present without voting, not participating, or no more known than that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from psephos.errors import UsageError

__all__ = [
    "EVERYONE",
    "AllCast",
    "Cast",
    "Counted",
    "Decided",
    "Labelled",
    "NotCast",
    "OnDays",
    "Scope",
    "Span",
    "Statement",
    "VetoedBy",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From which day to which, both included?

    Examples:
        >>> Span(date(2023, 1, 1), date(2023, 12, 31)).covers(date(2023, 10, 25))
        True
    """

    first: date
    last: date

    @classmethod
    def of(cls, day: date | Span) -> Span:
        """A single day as a span; a span as it is."""
        return day if isinstance(day, Span) else cls(day, day)

    def covers(self, day: date) -> bool:
        """Does the day lie inside?"""
        return self.first <= day <= self.last

    def within(self, other: Span) -> Span | None:
        """The days that both have; None if there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Span(first, last) if first <= last else None


@dataclass(frozen=True, slots=True)
class Scope:
    """Of which seats does a figure speak?

    Everyone who votes in the ordinary tally; or a `group` of the roster ("permanent"); or the `members` listed, all
    of which must then have sat. `apart_from` takes members away; `unnamed` takes away every member whose own ballot
    another statement of the set names (`Cast`, `NotCast`, `VetoedBy`, `AllCast` of listed members): "the others",
    "the remaining six".

    Examples:
        >>> Scope(group="permanent", unnamed=True)  # the other permanent members
        Scope(group='permanent', members=None, apart_from=(), unnamed=True)
    """

    group: str | None = None
    members: tuple[str, ...] | None = None
    apart_from: tuple[str, ...] = ()
    unnamed: bool = False


EVERYONE = Scope()


@dataclass(frozen=True, slots=True)
class Cast:
    """This member cast one of these choices: one choice where the ballot is known, several where it is narrowed down.

    Examples:
        >>> Cast("a", "CHN", ("no",), evidence=(17, 22)).choices
        ('no',)
    """

    id: str
    member: str
    choices: tuple[str, ...]
    evidence: object = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class NotCast:
    """This member sat, and cast none of these choices."""

    id: str
    member: str
    choices: tuple[str, ...]
    evidence: object = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Counted:
    """So many ballots of these choices were cast, among everyone or in a scope; `most` None means no upper limit.

    Examples:
        >>> Counted.exactly("ten", "yes", 10)
        Counted(id='ten', choices=('yes',), least=10, most=10, of=Scope(group=None, ...), evidence=None)
        >>> Counted("two", ("no",), least=2, of=Scope(group="permanent")).most is None
        True
    """

    id: str
    choices: tuple[str, ...]
    least: int = 0
    most: int | None = None
    of: Scope = EVERYONE
    evidence: object = field(default=None, compare=False)

    @classmethod
    def exactly(cls, name: str, choice: str, number: int, of: Scope = EVERYONE, evidence: object = None) -> Counted:
        """Exactly so many ballots of one choice; `name` is the id."""
        return cls(name, (choice,), number, number, of, evidence)


@dataclass(frozen=True, slots=True)
class AllCast:
    """Everybody in the scope cast one of these choices; `number`, where the source gives it, is how many they are.

    "The remaining six abstained" names nobody, so the ballots that follow are *forced*; of `members` listed they
    are *stated*.

    Examples:
        >>> AllCast("rest", ("abstain",), Scope(unnamed=True), number=6).number
        6
    """

    id: str
    choices: tuple[str, ...]
    of: Scope = Scope(unnamed=True)
    number: int | None = None
    evidence: object = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Decided:
    """The motion was adopted, or was not."""

    id: str
    adopted: bool
    evidence: object = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Labelled:
    """What came of the motion, and why: `adopted`, `vetoed`, `insufficient votes`, `tied` or `no quorum`."""

    id: str
    label: str
    evidence: object = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class VetoedBy:
    """These members voted no, and nothing but a veto stood in the way; `closed`: nobody else's ballot was a veto.

    Of a member whose vote against is no veto under the rule of the day the statement is false.
    """

    id: str
    members: tuple[str, ...]
    closed: bool = False
    evidence: object = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class OnDays:
    """The vote took place on one of these days.

    Examples:
        >>> OnDays.on("when", date(2023, 10, 25)).spans
        (Span(first=datetime.date(2023, 10, 25), last=datetime.date(2023, 10, 25)),)
    """

    id: str
    spans: tuple[Span, ...]
    evidence: object = field(default=None, compare=False)

    @classmethod
    def on(cls, name: str, *days: date | Span, evidence: object = None) -> OnDays:
        """One of these days, given singly or as spans; `name` is the id."""
        return cls(name, tuple(Span.of(day) for day in days), evidence)


Statement = Cast | NotCast | Counted | AllCast | Decided | Labelled | VetoedBy | OnDays


def distinct_ids(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements in their order.

    Raises:
        UsageError: two have the same id, so that a proof could not name them.
    """
    found: dict[str, Statement] = {}
    for statement in statements:
        if statement.id in found:
            raise UsageError(
                f"two statements have the id '{statement.id}'; give each its own, so that proofs can name it"
            )
        found[statement.id] = statement
    return tuple(found.values())

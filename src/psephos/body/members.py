"""Seats with stable ids: who held a seat, under which name, from when to when; the roster of a body on a day.

A `Tenure` is one dated, sourced fact (this member held this seat on these days, in these groups); a `Register` is all
of them; `Register.on(day)` gives the `Roster` that sat that day. A roster is what a rule is counted over: opt-outs,
chosen participants and vacant seats make another roster, never another ballot.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction

from psephos.errors import DayNotCovered, NamedTwice, NotSeated, TallyError, UnknownMember

__all__ = ["Register", "Roster", "Seat", "Tenure", "Weight", "WeightFact"]

_SHOWN = 40
"""How many members a message lists at most."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What does one seat weigh, how exactly is that known, and who says so?

    `precision` is the largest possible error of `value`: 0 for a number of votes, 1/200 for a share printed to two
    decimals.
    """

    value: Fraction
    precision: Fraction = Fraction(0)
    source: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who holds this seat on the roster's day?

    `id` is the member's code on that day, `line` the stable id of the seat (the USSR and the Russian Federation share
    the line RUS). A seat with `count` above one stands for so many interchangeable, anonymous seats. `apart` seats
    are not part of the ordinary tally (a presiding officer with a casting vote). `casts` None means every choice of
    the body. `the` says that running English puts an article before the name ("the Russian Federation").
    """

    id: str
    name: str
    line: str = ""
    the: bool = False
    groups: frozenset[str] = frozenset()
    weights: Mapping[str, Weight] = field(default_factory=dict, hash=False)
    count: int = 1
    apart: bool = False
    casts: tuple[str, ...] | None = None
    basis: str = "law"
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """Who takes part in a body's vote on a day?

    Examples:
        >>> three = Roster("board", date(2024, 1, 1), tuple(Seat(code, code) for code in "ABC"))
        >>> three.size, three.without(["B"]).ids
        (3, ('A', 'C'))
    """

    body: str
    day: date
    seats: tuple[Seat, ...]
    weights_missing: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def ids(self) -> tuple[str, ...]:
        """The member codes, in the order of the seats."""
        return tuple(seat.id for seat in self.seats)

    @property
    def size(self) -> int:
        """How many seats there are, anonymous ones included."""
        return sum(seat.count for seat in self.seats)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that occur, in order of first appearance."""
        return tuple(dict.fromkeys(group for seat in self.seats for group in sorted(seat.groups)))

    @property
    def weights(self) -> tuple[str, ...]:
        """The weights that any seat has."""
        return tuple(dict.fromkeys(name for seat in self.seats for name in seat.weights))

    def seat(self, member: str) -> Seat:
        """The seat of that member code, or of that stable seat id.

        Raises:
            NotSeated: nobody of that code sits on this roster; the message says who does.
        """
        for seat in self.seats:
            if seat.id == member:
                return seat
        for seat in self.seats:
            if seat.line == member:
                return seat
        raise NotSeated(f"{member} did not sit in {self.body} on {self.day.isoformat()}; {self._who()}")

    def group(self, name: str) -> tuple[Seat, ...]:
        """The seats of a group; a seat's own id is a group of one.

        Raises:
            UnknownMember: neither a group nor a seat of this roster.
        """
        found = tuple(seat for seat in self.seats if name in seat.groups or name == seat.id)
        if not found:
            known = ", ".join(self.groups) or "none"
            raise UnknownMember(
                f"'{name}' is neither a group nor a member of {self.body} on {self.day.isoformat()}; groups: {known}"
            )
        return found

    def only(self, members: Iterable[str]) -> Roster:
        """The roster on which only these take part."""
        chosen = self._chosen(members)
        return replace(self, seats=tuple(seat for seat in self.seats if seat.id in chosen))

    def without(self, members: Iterable[str]) -> Roster:
        """The roster on which these do not take part."""
        left = self._chosen(members)
        kept = tuple(seat for seat in self.seats if seat.id not in left)
        if not kept:
            raise TallyError("every member is opted out; at least one must take part")
        return replace(self, seats=kept)

    def with_vacancies(self, vacant: Mapping[str, int]) -> Roster:
        """The roster with so many fewer sworn members on those seats.

        Raises:
            TallyError: more seats vacant than there are.
        """
        for member, number in vacant.items():
            seat = self.seat(member)
            if not 0 <= number <= seat.count:
                raise TallyError(f"{number} vacant of {seat.count} seats of {member}; give 0 to {seat.count}")
        counts = {self.seat(member).id: number for member, number in vacant.items()}
        return replace(
            self, seats=tuple(replace(seat, count=seat.count - counts.get(seat.id, 0)) for seat in self.seats)
        )

    def _chosen(self, members: Iterable[str]) -> frozenset[str]:
        listed = [self.seat(member).id for member in members]
        twice = sorted({member for member in listed if listed.count(member) > 1})
        if twice:
            raise NamedTwice(f"{', '.join(twice)} named twice; name each member once")
        if not listed:
            raise TallyError("no member named; name at least one")
        return frozenset(listed)

    def _who(self) -> str:
        shown = ", ".join(sorted(self.ids)[:_SHOWN])
        more = f" and {len(self.seats) - _SHOWN} more" if len(self.seats) > _SHOWN else ""
        return f"seated that day: {shown}{more}"


@dataclass(frozen=True, slots=True)
class Tenure:
    """One row of a roster: this seat, on these days (inclusive; None = open)."""

    seat: Seat
    since: date | None
    until: date | None
    line: int = 0

    def covers(self, day: date) -> bool:
        """Does the row speak of that day?"""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class WeightFact:
    """One row of a weights table: this member weighs this much on these days."""

    weight: str
    member: str
    value: Weight
    since: date | None
    until: date | None
    line: int = 0

    def covers(self, day: date) -> bool:
        """Does the row speak of that day?"""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Register:
    """Who sat in a body, over all its time?"""

    body: str
    tenures: tuple[Tenure, ...]
    facts: tuple[WeightFact, ...] = ()

    def on(self, day: date) -> Roster:
        """The roster that sat that day, in the order of the file.

        A weight of the separate table that is stated for other days but not for this one is missing on the roster: a
        rule that needs it is refused by name.

        Raises:
            DayNotCovered: nobody sat that day.
        """
        rows = [tenure for tenure in self.tenures if tenure.covers(day)]
        if not rows:
            raise DayNotCovered(f"no member of {self.body} is recorded for {day.isoformat()}; {self._span()}")
        facts: dict[str, dict[str, Weight]] = {}
        for fact in self.facts:
            if fact.covers(day):
                facts.setdefault(fact.member, {})[fact.weight] = fact.value
        seats = tuple(_weighed(row.seat, facts.get(row.seat.id, {})) for row in rows)
        return Roster(self.body, day, seats, self._missing(seats))

    def members_ever(self) -> frozenset[str]:
        """Every member code that ever held a seat."""
        return frozenset(tenure.seat.id for tenure in self.tenures)

    def terms(self, member: str) -> tuple[Tenure, ...]:
        """Every row about a member."""
        return tuple(tenure for tenure in self.tenures if tenure.seat.id == member)

    def changes(self) -> tuple[date, ...]:
        """The days on which the roster differs from the day before, in order."""
        spans = [(row.since, row.until) for row in self.tenures] + [(fact.since, fact.until) for fact in self.facts]
        starts = {since for since, _ in spans if since}
        ends = {until + timedelta(days=1) for _, until in spans if until and until < date.max}
        return tuple(sorted(starts | ends))

    def _missing(self, seats: tuple[Seat, ...]) -> Mapping[str, str]:
        """Weights known for other days only, each with the days for which it is known."""
        spans = {name: _spans([fact for fact in self.facts if fact.weight == name]) for name in self._fact_names()}
        return {name: text for name, text in spans.items() if not all(name in seat.weights for seat in seats)}

    def _fact_names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fact.weight for fact in self.facts))

    def _span(self) -> str:
        starts = [tenure.since for tenure in self.tenures if tenure.since]
        ends = [tenure.until for tenure in self.tenures]
        first = min(starts).isoformat() if starts else "the beginning"
        known = [end for end in ends if end]
        last = max(known).isoformat() if known and len(known) == len(ends) else "today"
        return f"the roster covers {first} to {last}"


def _weighed(seat: Seat, facts: Mapping[str, Weight]) -> Seat:
    return replace(seat, weights={**seat.weights, **facts}) if facts else seat


def _spans(facts: list[WeightFact]) -> str:
    spans = sorted({(fact.since or date.min, fact.until or date.max) for fact in facts})
    joined: list[tuple[date, date]] = []
    for start, end in spans:
        if joined and start.toordinal() <= min(joined[-1][1].toordinal() + 1, date.max.toordinal()):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return ", ".join(f"{_day(start)} to {_day(end)}" for start, end in joined)


def _day(day: date) -> str:
    if day == date.min:
        return "the beginning"
    return "today" if day == date.max else day.isoformat()

"""Two rosters side by side: which member of the one is which of the other, and both rules over all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from psephos.body.ballots import Choice, Choices
from psephos.body.binding import BoundClause, BoundRule, Linear
from psephos.body.members import Roster, Seat
from psephos.count.conjuncts import OpenVotes
from psephos.errors import UsageError

__all__ = ["Joint", "Pair", "joint"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A member of both bodies: its code in the first, its code in the second, and how many of its votes are in both."""

    first: str
    second: str
    votes: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Joint:
    """Both rules on one roster of all members.

    A member of both casts one ballot, counted by both rules; one of a single body is looked at by that body's rule
    alone. `permitted` are the choices counted for every seat.
    """

    first: BoundRule
    second: BoundRule
    pairs: tuple[Pair, ...]
    only_first: tuple[tuple[str, int], ...]
    only_second: tuple[tuple[str, int], ...]
    permitted: tuple[tuple[int, ...], ...]

    @property
    def seats(self) -> tuple[Seat, ...]:
        """The seats of both, in the order of the first body and then of the second."""
        return self.first.roster.seats

    def view(self) -> OpenVotes:
        """Every vote open."""
        places = tuple(range(len(self.seats)))
        return OpenVotes(places, tuple(seat.count for seat in self.seats), self.permitted, None)


@dataclass(frozen=True, slots=True)
class _Slot:
    """One seat of the joint roster: its place in each body (None where it has none), and how many votes."""

    first: int | None
    second: int | None
    votes: int


def joint(first: BoundRule, second: BoundRule, choices: Iterable[str]) -> Joint:
    """Put two bound rules on the roster of all their members, who may cast these choices.

    Members are matched by their code, and those left over by their seat (the USSR and the Russian Federation are one).
    Of benches of different sizes the smaller number is in both.

    Raises:
        UsageError: a choice that one body does not know, or that some member cannot cast at all.
    """
    slots = tuple(_slots(first.roster, second.roster))
    both = _choices(first.choices, second.choices)
    seats = tuple(_seat(slot, first.roster, second.roster) for slot in slots)
    roster = Roster(f"{first.roster.body} and {second.roster.body}", first.roster.day, seats)
    wanted = _wanted(choices, first, second)
    permitted = tuple(_permitted(slot, first, second, wanted, both) for slot in slots)
    own, other = (
        _laid(rule, roster, both, [_place(slot, number) for slot in slots])
        for number, rule in enumerate((first, second))
    )
    ids, others = first.roster.ids, second.roster.ids
    pairs = ((slot.first, slot.second, slot.votes) for slot in slots)
    return Joint(
        own,
        other,
        tuple(Pair(ids[a], others[b], votes) for a, b, votes in pairs if a is not None and b is not None),
        tuple((ids[slot.first], slot.votes) for slot in slots if slot.first is not None and slot.second is None),
        tuple((others[slot.second], slot.votes) for slot in slots if slot.second is not None and slot.first is None),
        permitted,
    )


def _slots(first: Roster, second: Roster) -> Iterable[_Slot]:
    partner = _partners(first.seats, second.seats)
    taken = {place: first.seats[own].count for own, place in partner.items()}
    for place, seat in enumerate(first.seats):
        other = partner.get(place)
        shared = min(seat.count, second.seats[other].count) if other is not None else 0
        if shared:
            yield _Slot(place, other, shared)
        if seat.count > shared:
            yield _Slot(place, None, seat.count - shared)
    for place, seat in enumerate(second.seats):
        left = seat.count - min(seat.count, taken.get(place, 0))
        if left:
            yield _Slot(None, place, left)


def _partners(first: Sequence[Seat], second: Sequence[Seat]) -> dict[int, int]:
    """For places of the first the places of the second: by code, else by the seat behind it."""
    codes = {seat.id: place for place, seat in enumerate(second)}
    found = {place: codes[seat.id] for place, seat in enumerate(first) if seat.id in codes}
    lines = {seat.line or seat.id: place for place, seat in enumerate(second) if place not in found.values()}
    for place, seat in enumerate(first):
        if place not in found and (seat.line or seat.id) in lines:
            found[place] = lines.pop(seat.line or seat.id)
    return found


def _choices(first: Choices, second: Choices) -> Choices:
    known: dict[str, Choice] = {choice.id: choice for choice in (*second.all, *first.all)}
    return Choices(tuple(known[name] for name in dict.fromkeys((*first.ids, *second.ids))))


def _wanted(choices: Iterable[str], first: BoundRule, second: BoundRule) -> tuple[str, ...]:
    wanted = tuple(choices)
    for rule in (first, second):
        for choice in wanted:
            rule.choices.index(choice)
    if not wanted:
        raise UsageError("no choice is given; compare on at least one, such as yes, no and abstain")
    return wanted


def _permitted(
    slot: _Slot, first: BoundRule, second: BoundRule, wanted: Sequence[str], both: Choices
) -> tuple[int, ...]:
    own = [
        rule.castable(rule.roster.seats[place])
        for rule, place in ((first, slot.first), (second, slot.second))
        if place is not None
    ]
    allowed = [choice for choice in wanted if all(choice in castable for castable in own)]
    if not allowed:
        rule, place = (first, slot.first) if slot.first is not None else (second, slot.second)
        name = rule.roster.seats[place or 0].name
        raise UsageError(f"{name} can cast none of {', '.join(wanted)} in both; give choices that it can cast")
    return tuple(sorted(both.index(choice) for choice in allowed))


def _place(slot: _Slot, number: int) -> int | None:
    return slot.second if number else slot.first


def _seat(slot: _Slot, first: Roster, second: Roster) -> Seat:
    if slot.first is not None:
        return replace(first.seats[slot.first], count=slot.votes)
    return replace(second.seats[slot.second or 0], count=slot.votes)


def _laid(rule: BoundRule, roster: Roster, both: Choices, places: Sequence[int | None]) -> BoundRule:
    columns = [rule.choices.ids.index(choice) if choice in rule.choices.ids else None for choice in both.ids]
    nothing = (Fraction(0),) * len(columns)

    def form(own: Linear) -> Linear:
        rows = (
            nothing if place is None else tuple(Fraction(0) if c is None else own.table[place][c] for c in columns)
            for place in places
        )
        return replace(own, table=tuple(rows))

    clauses = tuple(_over(clause, form) for clause in rule.clauses)
    return BoundRule(rule.rule, roster, both, clauses)


def _over(clause: BoundClause, form: Callable[[Linear], Linear]) -> BoundClause:
    return replace(
        clause,
        left=form(clause.left),
        right=form(clause.right),
        guards=tuple(form(guard) for guard in clause.guards),
        slack=form(clause.slack),
    )

"""A tally of members whom the rule does not tell apart: they can be taken as one anonymous bench.

Who of them cast what is not known, and does not matter; the General Assembly's tallies are of this kind, the Security
Council's are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from psephos.body.binding import BoundClause, BoundRule, Linear, Profile
from psephos.calls.seating import Seating

__all__ = ["MEMBERS", "Crowd", "crowd"]

MEMBERS = "members"
"""The code of the bench that stands for members known only by a tally."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """A rule and ballots in which the members of a tally are one bench, that of the place `places[0]`."""

    bound: BoundRule
    seating: Seating
    places: tuple[int, ...]

    def scattered(self, profile: Profile) -> Profile:
        """A profile of the bench as one of its members: votes are dealt in the order of seats and choices."""
        rows = [tuple(row) for row in profile]
        width = len(rows[0])
        dealt = [choice for choice, votes in enumerate(rows[self.places[0]]) for _ in range(votes)]
        own = [tuple(int(choice == cast) for choice in range(width)) for cast in dealt]
        bench = dict(zip(self.places, own, strict=True))
        others = iter(row for place, row in enumerate(rows) if place != self.places[0])
        size = len(rows) + len(self.places) - 1
        return tuple(bench[place] if place in bench else next(others) for place in range(size))


def crowd(bound: BoundRule, seating: Seating) -> Crowd | None:
    """The members known only by a tally as one bench; None if there is no tally, or the rule tells them apart."""
    places = tuple(
        place
        for place, seat in enumerate(bound.roster.seats)
        if seating.open_votes[place] and not seat.apart and seat.count == 1
    )
    if seating.tally is None or not _alike(bound, seating, places):
        return None
    bench = _bench(bound, places)
    return Crowd(bench, _seated(seating, bench, places), places)


def _alike(bound: BoundRule, seating: Seating, places: Sequence[int]) -> bool:
    """Are these all the seats that the tally speaks of, and does no clause tell them apart?"""
    told = [p for p, seat in enumerate(bound.roster.seats) if seating.open_votes[p] and not seat.apart]
    if list(places) != told or not told:
        return False
    seats = [bound.roster.seats[place] for place in places]
    forms = [form for clause in bound.clauses for form in (clause.left, clause.right, *clause.guards, clause.slack)]
    return len({seat.casts for seat in seats}) == 1 and all(
        len({form.table[place] for place in places}) == 1 for form in forms
    )


def _bench(bound: BoundRule, places: Sequence[int]) -> BoundRule:
    first, rest = places[0], frozenset(places[1:])
    seats = bound.roster.seats
    common = frozenset.intersection(*(seats[place].groups for place in places))
    bench = replace(seats[first], id=MEMBERS, name="Members", the=False, line="", groups=common, count=len(places))
    kept = tuple(bench if place == first else seat for place, seat in enumerate(seats) if place not in rest)
    clauses = tuple(_shortened(clause, rest) for clause in bound.clauses)
    return replace(bound, roster=replace(bound.roster, seats=kept), clauses=clauses)


def _shortened(clause: BoundClause, left_out: frozenset[int]) -> BoundClause:
    def short(form: Linear) -> Linear:
        return replace(form, table=tuple(row for place, row in enumerate(form.table) if place not in left_out))

    return replace(
        clause,
        left=short(clause.left),
        right=short(clause.right),
        guards=tuple(short(guard) for guard in clause.guards),
        slack=short(clause.slack),
    )


def _seated(seating: Seating, bound: BoundRule, places: Sequence[int]) -> Seating:
    first, rest = places[0], frozenset(places[1:])
    kept = [place for place in range(len(seating.known)) if place not in rest]
    return replace(
        seating,
        roster=bound.roster,
        known=tuple(seating.tally if place == first and seating.tally else seating.known[place] for place in kept),
        open_votes=tuple(seating.free if place == first else seating.open_votes[place] for place in kept),
        tally=None,
        free=0,
    )

"""Which examples stand at the edge of a rule: one ballot more or less, nobody for or against, nobody there."""

from collections.abc import Iterator

from psephos.body.binding import BoundClause, BoundRule, Integral, Profile
from psephos.body.members import Seat

NEUTRAL = ("abstain", "present_only")
AWAY = ("absent", "not_participating", "not_voting")


def at_threshold(profile: Profile, bound: BoundRule) -> bool:
    """Does a majority clause hold on this example, and fail had one vote for it been cast otherwise?"""
    return any(_turned_by_one(clause, profile, bound, held=True) for clause in majorities(bound))


def a_vote_short(profile: Profile, bound: BoundRule) -> bool:
    """Does a majority clause fail on this example, and hold had one vote been cast for it?"""
    return any(_turned_by_one(clause, profile, bound, held=False) for clause in majorities(bound))


def majorities(bound: BoundRule) -> Iterator[BoundClause]:
    """The clauses that ask for votes."""
    return (clause for clause in bound.clauses if clause.clause.role in ("majority", "condition"))


def _turned_by_one(clause: BoundClause, profile: Profile, bound: BoundRule, *, held: bool) -> bool:
    forms = clause.integral()
    if all(form.holds(profile) for form in forms) is not held:
        return False
    return any(all(_moved(form, profile, *change) for form in forms) is not held for change in _changes(profile, bound))


def _changes(profile: Profile, bound: BoundRule) -> Iterator[tuple[int, int, int]]:
    """Each single vote cast for, turned into another, and each other vote turned into one for."""
    yes = bound.choices.index("yes")
    for place, votes in enumerate(profile):
        for choice in _others(bound.roster.seats[place], bound):
            if votes[yes]:
                yield place, yes, choice
            if votes[choice]:
                yield place, choice, yes


def _others(seat: Seat, bound: BoundRule) -> tuple[int, ...]:
    allowed = (*bound.castable(seat), "not_voting")
    return tuple(bound.choices.index(choice) for choice in allowed if choice != "yes") if "yes" in allowed else ()


def _moved(form: Integral, profile: Profile, place: int, old: int, new: int) -> bool:
    """Does the condition hold once one vote of a seat has moved?"""
    total = form.total(profile) + form.table[place][new] - form.table[place][old]
    return total == form.bound if form.relation == "=" else total >= form.bound


def all_neutral(profile: Profile, bound: BoundRule) -> bool:
    """Does everybody abstain, or cast what comes nearest to it?"""
    return _everybody(profile, bound, (*NEUTRAL, *AWAY), NEUTRAL)


def all_away(profile: Profile, bound: BoundRule) -> bool:
    """Is everybody absent, or away under another name?"""
    return _everybody(profile, bound, AWAY, AWAY)


def _everybody(profile: Profile, bound: BoundRule, allowed: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Did all seats in the ordinary tally cast one of the wanted choices, or where they cannot, of the allowed ones?"""
    ids = bound.choices.ids
    for seat, votes in zip(bound.roster.seats, profile, strict=True):
        castable = (*bound.castable(seat), "not_voting")
        best = [choice for choice in wanted if choice in castable] or [c for c in allowed if c in castable] or ids
        cast = {choice for choice, number in zip(ids, votes, strict=True) if number}
        if not seat.apart and not cast <= set(best):
            return False
    return True

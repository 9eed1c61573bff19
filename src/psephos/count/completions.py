"""Can the open votes still adopt, can they still reject? Exact for any rule, whatever is known and whatever is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from psephos.body.ballots import Choices
from psephos.body.binding import BoundRule, Integral, Profile
from psephos.count.conjuncts import Conjunct, OpenVotes, WholeRule, alternatives, condition_tree
from psephos.count.problem import Group, Problem
from psephos.count.small import TooLarge, solve_small
from psephos.errors import TallyError

__all__ = ["BUDGET", "Completions", "WholeRule", "adopts", "completion", "completions"]

BUDGET = 4_000_000


@dataclass(frozen=True, slots=True)
class Completions:
    """Profiles that complete what is known: one that adopts and one that rejects, each None if there is none."""

    adopting: Profile | None
    rejecting: Profile | None


def completions(
    bound: BoundRule | WholeRule,
    known: Profile,
    open_votes: Sequence[int],
    tally: Sequence[int] | None = None,
    budget: int = BUDGET,
    also: Sequence[Integral] = (),
) -> Completions:
    """What can the open votes still bring about?

    The answer is exact: the whole rule is looked at, not each clause by itself. The same question has the same answer
    every time; all open votes cast alike is tried first (in favour, then against, and so on).

    Args:
        bound: the rule on its roster (as `WholeRule.of` it, where many questions are asked).
        known: for each seat, the votes known for each choice.
        open_votes: for each seat, how many of its votes are open.
        tally: how many of all the open votes go to each choice, if that is known. Without it, open seats cast what
            `BoundRule.castable` permits; with it, whatever the tally has among the seat's choices (a tally may leave
            votes out: `not_voting` is then open to every seat).
        budget: at most so many states.
        also: further conditions that a completion must meet.

    Raises:
        TallyError: the tally does not add up to the open votes.
        BudgetError: more states than the budget; the message says how far it came.

    Cost: by the unlike seats that are open; milliseconds for the bodies shipped.

    Examples:
        >>> from datetime import date
        >>> from psephos.body.ballots import STANDARD_CHOICES
        >>> from psephos.body.binding import bind
        >>> from psephos.body.language import parse_condition
        >>> from psephos.body.members import Roster, Seat
        >>> from psephos.body.rules import Clause, Leaf, Rule
        >>> most = Clause("most", parse_condition("yes >= 2"), "majority", "by-laws")
        >>> rule = Rule("board", "motion", "motion", date(2024, 1, 1), None, Leaf("most"), (most,))
        >>> bound = bind(rule, Roster("board", date(2024, 1, 1), tuple(Seat(c, c) for c in "ABC")), STANDARD_CHOICES)
        >>> nothing = (0,) * 7
        >>> found = completions(bound, [(0, 1, 0, 0, 0, 0, 0), nothing, nothing], [0, 1, 1])
        >>> [row[:2] for row in found.adopting], [row[:2] for row in found.rejecting]
        ([(0, 1), (1, 0), (1, 0)], [(0, 1), (0, 1), (0, 1)])
        >>> completions(bound, [(0, 1, 0, 0, 0, 0, 0)] * 2 + [nothing], [0, 0, 1]).adopting is None
        True
    """
    rule = WholeRule.of(bound)
    view = _open_votes(rule.bound, open_votes, tally)
    if not view.possible or (tally is not None and _division({}, view, budget) is None):
        return Completions(None, None)
    alike = _alike(rule, known, view, also)
    found = [next((profile for profile, adopted in alike if adopted is outcome), None) for outcome in (True, False)]
    adopting, rejecting = (
        _complete(rule, known, view, also, budget, adopting=outcome) if profile is None else profile
        for profile, outcome in zip(found, (True, False), strict=True)
    )
    return Completions(adopting, rejecting)


def completion(
    bound: BoundRule | WholeRule,
    known: Profile,
    open_votes: Sequence[int],
    *,
    adopting: bool | None = None,
    tally: Sequence[int] | None = None,
    also: Sequence[Integral] = (),
    budget: int = BUDGET,
) -> Profile | None:
    """A profile that completes what is known, with this outcome (None: any), or None if there is none.

    Raises:
        TallyError: the tally does not add up to the open votes.
        BudgetError: more states than the budget.

    Cost: as `completions`.
    """
    rule = WholeRule.of(bound)
    view = _open_votes(rule.bound, open_votes, tally)
    if not view.possible:
        return None
    return _complete(rule, known, view, also, budget, adopting=adopting)


def adopts(rule: BoundRule | WholeRule, profile: Profile) -> bool:
    """Does the rule adopt on these ballots?"""
    return WholeRule.of(rule).adopts(profile)


def _open_votes(bound: BoundRule, open_votes: Sequence[int], tally: Sequence[int] | None) -> OpenVotes:
    if tally is not None and sum(tally) != sum(open_votes):
        raise TallyError(f"the tally has {sum(tally)} votes, but {sum(open_votes)} are open; make the two equal")
    seats = tuple(number for number, votes in enumerate(open_votes) if votes)
    permitted = tuple(_permitted(bound, seat, tally) for seat in seats)
    return OpenVotes(
        seats, tuple(open_votes[seat] for seat in seats), permitted, None if tally is None else tuple(tally)
    )


def _permitted(bound: BoundRule, place: int, tally: Sequence[int] | None) -> tuple[int, ...]:
    seat, choices = bound.roster.seats[place], bound.choices
    if tally is None:
        return _places(choices, bound.castable(seat))
    allowed = choices.ids if seat.casts is None else (*seat.casts, "not_voting")
    return tuple(place for place in _places(choices, allowed) if tally[place])


def _places(choices: Choices, allowed: Sequence[str]) -> tuple[int, ...]:
    return tuple(place for place, choice in enumerate(choices.ids) if choice in allowed)


def _alike(rule: WholeRule, known: Profile, view: OpenVotes, also: Sequence[Integral]) -> list[tuple[Profile, bool]]:
    """Each choice cast by every open seat that may cast it (the others cast the first they may)."""
    if view.tally is not None:
        return []
    tried = dict.fromkeys(choice for permitted in view.permitted for choice in permitted) or {0: None}
    profiles = []
    for choice in sorted(tried):
        cast = [choice if choice in permitted else permitted[0] for permitted in view.permitted]
        division = [{one: votes} for one, votes in zip(cast, view.votes, strict=True)]
        profiles.append(_filled(known, view.seats, division))
    fit = [profile for profile in profiles if all(part.holds(profile) for part in also)]
    return [(profile, rule.adopts(profile)) for profile in fit]


def _filled(known: Profile, seats: Sequence[int], division: Sequence[dict[int, int]]) -> Profile:
    rows = [list(row) for row in known]
    for seat, votes in zip(seats, division, strict=True):
        for choice, number in votes.items():
            rows[seat][choice] += number
    return tuple(tuple(row) for row in rows)


def _complete(
    rule: WholeRule,
    known: Profile,
    view: OpenVotes,
    also: Sequence[Integral],
    budget: int,
    *,
    adopting: bool | None,
) -> Profile | None:
    for conjunct in alternatives(condition_tree(rule, known, view, also, adopting=adopting)):
        division = _division(conjunct, view, budget)
        if division is not None:
            return _filled(known, view.seats, division)
    return None


def _division(conjunct: Conjunct, view: OpenVotes, budget: int) -> list[dict[int, int]] | None:
    """What each open seat casts so that the ranges are kept; interchangeable seats are looked at together."""
    forms = tuple(conjunct)
    classes: dict[tuple[tuple[int, ...], tuple[tuple[int, ...], ...]], list[int]] = {}
    for place, permitted in enumerate(view.permitted):
        rows = tuple(tuple(form[place][choice] for form in forms) for choice in permitted)
        classes.setdefault((permitted, rows), []).append(place)
    groups = tuple(
        Group(sum(view.votes[place] for place in places), permitted, rows)
        for (permitted, rows), places in classes.items()
    )
    lows, highs = (tuple(conjunct[form][end] for form in forms) for end in (0, 1))
    found = _solved(Problem(groups, lows, highs, view.tally), budget)
    return None if found is None else _dealt(found, list(classes.values()), view)


def _solved(problem: Problem, budget: int) -> tuple[dict[int, int], ...] | None:
    try:
        return solve_small(problem)
    except TooLarge:
        from psephos.count.feasible import solve

        return solve(problem, budget)


def _dealt(found: Sequence[dict[int, int]], classes: Sequence[list[int]], view: OpenVotes) -> list[dict[int, int]]:
    """Deal the votes of each class to its seats in their order, in the order of the choices."""
    division: list[dict[int, int]] = [{} for _ in view.seats]
    for votes, places in zip(found, classes, strict=True):
        left = {choice: votes[choice] for choice in sorted(votes)}
        for place in places:
            room = view.votes[place]
            for choice, number in left.items():
                share = min(room, number)
                if share:
                    division[place][choice] = share
                    left[choice] -= share
                    room -= share
    return division

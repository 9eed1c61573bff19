"""What remains possible for every open ballot, under stated ballots, a tally, further conditions and an outcome.

One completion at a time is found (see `psephos.count.completions`), and whatever it casts is possible; only ballots
that no completion so far has are asked for. Interchangeable seats share their answers.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from psephos.body.binding import BoundRule, Integral, Profile
from psephos.count.completions import BUDGET, WholeRule, completion

__all__ = ["interchangeable", "reach"]


def reach(
    bound: BoundRule | WholeRule,
    known: Profile,
    open_votes: Sequence[int],
    *,
    tally: Sequence[int] | None = None,
    also: Sequence[Integral] = (),
    adopting: bool | None = None,
    budget: int = BUDGET,
) -> Mapping[int, tuple[int, ...]]:
    """Which choices remain possible for each seat with open votes?

    Args:
        bound: the rule on its roster.
        known: for each seat, the votes known for each choice.
        open_votes: for each seat, how many of its votes are open.
        tally: how many of all the open votes go to each choice, if that is known.
        also: further conditions on all ballots.
        adopting: the outcome that is known, if it is.
        budget: states for each completion that is looked for.

    Returns:
        By the place of the seat, its choices in order; all empty if what is stated contradicts itself. Of a bench, a
        choice is possible if one of its open votes can have it.

    Raises:
        TallyError: the tally does not add up to the open votes.
        BudgetError: more states than the budget.

    Cost: at most classes x choices completions; 27 unlike members and three choices: a few tenths of a second.

    Examples:
        >>> from datetime import date
        >>> from psephos.body.binding import bind
        >>> from psephos.body.rulebook import rulebook
        >>> book, day = rulebook("unsc"), date(2023, 1, 5)
        >>> bound = bind(book.rule(day), book.on(day), book.choices)
        >>> nothing = [(0,) * 7] * 15
        >>> ballots = reach(bound, nothing, [1] * 15, tally=(13, 1, 1, 0, 0, 0, 0), adopting=True)
        >>> {ballots[place] for place, seat in enumerate(bound.roster.seats) if "permanent" in seat.groups}
        {(0, 2)}
    """
    rule = WholeRule.of(bound)
    classes = interchangeable(rule, known, open_votes, also)
    first = completion(rule, known, open_votes, tally=tally, also=also, adopting=adopting, budget=budget)
    found: dict[int, set[int]] = {number: set() for number in range(len(classes))}
    if first is None:
        return {seat: () for seats in classes for seat in seats}
    _note(found, classes, known, first)
    for number, seats in enumerate(classes):
        for choice, _ in enumerate(rule.bound.choices.ids):
            fixed = None if choice in found[number] else _fixed(known, open_votes, tally, seats[0], choice)
            if fixed is None or not _permitted(rule.bound, seats[0], choice, tally):
                continue
            witness = completion(rule, fixed[0], fixed[1], tally=fixed[2], also=also, adopting=adopting, budget=budget)
            if witness is not None:
                _note(found, classes, known, witness)
    return {seat: tuple(sorted(found[n])) for n, seats in enumerate(classes) for seat in seats}


def interchangeable(
    bound: BoundRule | WholeRule, known: Profile, open_votes: Sequence[int], also: Sequence[Integral] = ()
) -> tuple[tuple[int, ...], ...]:
    """Classes of seats with open votes that no condition tells apart, each with as much open and known."""
    rule = WholeRule.of(bound)
    forms = [part.table for parts in rule.parts.values() for part in parts]
    forms += [part.table for part in also]
    found: dict[Hashable, list[int]] = {}
    for seat, votes in enumerate(open_votes):
        if votes:
            rows = tuple(tuple(form[seat]) for form in forms)
            key = (votes, tuple(known[seat]), rule.bound.roster.seats[seat].casts, rows)
            found.setdefault(key, []).append(seat)
    return tuple(tuple(seats) for seats in found.values())


def _note(found: dict[int, set[int]], classes: Sequence[Sequence[int]], known: Profile, profile: Profile) -> None:
    for number, seats in enumerate(classes):
        for seat in seats:
            pairs = enumerate(zip(profile[seat], known[seat], strict=True))
            found[number] |= {choice for choice, (votes, before) in pairs if votes > before}


def _permitted(bound: BoundRule, place: int, choice: int, tally: Sequence[int] | None) -> bool:
    seat, name = bound.roster.seats[place], bound.choices.ids[choice]
    if tally is None:
        return name in bound.castable(seat)
    return seat.casts is None or name in (*seat.casts, "not_voting")


def _fixed(
    known: Profile, open_votes: Sequence[int], tally: Sequence[int] | None, seat: int, choice: int
) -> tuple[Profile, Sequence[int], Sequence[int] | None] | None:
    """One vote of the seat given to the choice; None if the tally has none left for it."""
    if tally is not None and not tally[choice]:
        return None
    rows = [list(row) for row in known]
    rows[seat][choice] += 1
    votes = [number - (place == seat) for place, number in enumerate(open_votes)]
    rest = None if tally is None else [number - (c == choice) for c, number in enumerate(tally)]
    return rows, votes, rest

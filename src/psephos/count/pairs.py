"""Two rules on the same members: do they ever decide differently, and on which ballots?"""

from __future__ import annotations

from dataclasses import replace

from psephos.body.binding import BoundClause, BoundRule, Profile
from psephos.body.rules import And, Formula, Leaf, Not, Or
from psephos.count.completions import BUDGET, completion
from psephos.errors import UsageError

__all__ = ["differing", "either_not_both", "only_first"]


def only_first(one: BoundRule, other: BoundRule) -> BoundRule:
    """The rule that adopts what the first adopts and the second does not.

    Raises:
        UsageError: the two do not vote with the same seats and choices.
    """
    _check(one, other)
    first, second = _renamed(one.rule.passes, "first_"), _renamed(other.rule.passes, "second_")
    return _joined(one, other, And((first, Not(second))))


def either_not_both(one: BoundRule, other: BoundRule) -> BoundRule:
    """The rule that adopts exactly where the two decide differently.

    Raises:
        UsageError: the two do not vote with the same seats and choices.
    """
    _check(one, other)
    first, second = _renamed(one.rule.passes, "first_"), _renamed(other.rule.passes, "second_")
    return _joined(one, other, Or((And((first, Not(second))), And((Not(first), second)))))


def differing(one: BoundRule, other: BoundRule, budget: int = BUDGET) -> Profile | None:
    """Ballots that the two rules decide differently; None if there are none, so that the rules are equal.

    Raises:
        UsageError: the two do not vote with the same seats and choices.
        BudgetError: more states than the budget.

    Cost: as `psephos.count.completions.completions`.

    Examples:
        >>> from datetime import date
        >>> from psephos.body.binding import bind
        >>> from psephos.body.rulebook import rulebook
        >>> book, day = rulebook("unsc"), date(2023, 1, 5)
        >>> names = ("substantive", "procedural")
        >>> one, other = (bind(book.rule(day, name), book.on(day), book.choices) for name in names)
        >>> differing(one, one) is None, differing(one, other) is None
        (True, False)
    """
    nothing = tuple((0,) * len(one.choices.ids) for _ in one.roster.seats)
    counts = [seat.count for seat in one.roster.seats]
    return completion(either_not_both(one, other), nothing, counts, adopting=True, budget=budget)


def _check(one: BoundRule, other: BoundRule) -> None:
    shapes = [
        tuple((seat.id, seat.count, bound.castable(seat)) for seat in bound.roster.seats) for bound in (one, other)
    ]
    if shapes[0] != shapes[1] or one.choices.ids != other.choices.ids:
        raise UsageError(
            "two rules can be compared vote by vote only on the same seats, in the same order, with the same choices"
        )


def _joined(one: BoundRule, other: BoundRule, passes: Formula) -> BoundRule:
    clauses = (*(_named(c, "first_") for c in one.clauses), *(_named(c, "second_") for c in other.clauses))
    return replace(one, rule=replace(one.rule, passes=passes), clauses=clauses)


def _named(bound: BoundClause, prefix: str) -> BoundClause:
    return replace(bound, clause=replace(bound.clause, name=prefix + bound.clause.name))


def _renamed(formula: Formula, prefix: str) -> Formula:
    match formula:
        case Leaf(clause=name):
            return Leaf(prefix + name)
        case And(of=parts):
            return And(tuple(_renamed(part, prefix) for part in parts))
        case Or(of=parts):
            return Or(tuple(_renamed(part, prefix) for part in parts))
        case Not(of=part):
            return Not(_renamed(part, prefix))

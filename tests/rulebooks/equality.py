"""Proofs that a mutant is the shipped rule in other words: no ballots on any roster tell the two apart."""

from collections.abc import Iterable
from dataclasses import replace
from math import gcd

from psephos.body.ballots import Choices
from psephos.body.binding import BoundClause, BoundRule, Integral, bind
from psephos.body.members import Roster
from psephos.body.rules import And, Formula, Leaf, Not, Or, Rule
from psephos.count.completions import completions
from psephos.errors import BudgetError
from tests.rulebooks.listing import outcomes

Shape = tuple[str, int, tuple[tuple[int, ...], ...]]


def same_rule(rule: Rule, mutant: Rule, rosters: Iterable[Roster], choices: Choices) -> bool:
    """Do the two rules decide alike on each of these rosters, whatever is cast?"""
    return all(_same_on(bind(rule, roster, choices), bind(mutant, roster, choices)) for roster in rosters)


def _same_on(first: BoundRule, second: BoundRule) -> bool:
    return _same_clauses(first, second) or _no_ballots_differ(first, second)


def _same_clauses(first: BoundRule, second: BoundRule) -> bool:
    """Are the formulas equal, and the clauses equal as conditions in whole numbers?"""
    if first.rule.passes != second.rule.passes:
        return False
    pairs = zip(first.clauses, second.clauses, strict=True)
    return all(shapes(one, first) == shapes(other, second) for one, other in pairs)


def shapes(clause: BoundClause, bound: BoundRule) -> frozenset[Shape]:
    """A clause as conditions in whole numbers, in the one form that all equal conditions share."""
    return frozenset(_shape(form, bound) for form in clause.integral())


def _shape(form: Integral, bound: BoundRule) -> Shape:
    """Count each seat from its least worth up, and divide by what all coefficients have in common.

    An equation that asks for the least (or the greatest) possible sum is an inequality.
    """
    rows = tuple(_castable(form, place, bound) for place in range(len(form.table)))
    counts = [seat.count for seat in bound.roster.seats]
    lowest = sum(min(row) * count for row, count in zip(rows, counts, strict=True))
    highest = sum(max(row) * count for row, count in zip(rows, counts, strict=True))
    if form.relation == "=" and form.bound == lowest:
        rows, least = tuple(tuple(max(row) - c for c in row) for row in rows), highest - form.bound
        return _divided(">=", least, rows)
    relation = ">=" if form.relation == "=" and form.bound == highest else form.relation
    return _divided(relation, form.bound - lowest, tuple(tuple(c - min(row) for c in row) for row in rows))


def _castable(form: Integral, place: int, bound: BoundRule) -> tuple[int, ...]:
    allowed = (*bound.castable(bound.roster.seats[place]), "not_voting")
    return tuple(c for c, choice in zip(form.table[place], bound.choices.ids, strict=True) if choice in allowed)


def _divided(relation: str, bound: int, rows: tuple[tuple[int, ...], ...]) -> Shape:
    common = gcd(*(c for row in rows for c in row)) or 1
    if relation == "=" and bound % common:
        return "never", 0, ()
    return relation, -(-bound // common), tuple(tuple(c // common for c in row) for row in rows)


def _no_ballots_differ(first: BoundRule, second: BoundRule) -> bool:
    """Is there no way to cast the votes that one rule adopts and the other does not?"""
    listed = outcomes(first, second)
    if listed is not None:
        return bool((listed[0] == listed[1]).all())
    nobody = tuple((0,) * len(first.choices.ids) for _ in first.roster.seats)
    votes = tuple(seat.count for seat in first.roster.seats)
    try:
        return completions(_unlike(first, second), nobody, votes).adopting is None
    except BudgetError:
        return False


def _unlike(first: BoundRule, second: BoundRule) -> BoundRule:
    """The rule that adopts where exactly one of the two does."""
    one, other = _renamed(first.rule.passes, "first_"), _renamed(second.rule.passes, "second_")
    passes = Or((And((one, Not(other))), And((other, Not(one)))))
    clauses = (*_prefixed(first, "first_"), *_prefixed(second, "second_"))
    return replace(first, rule=replace(first.rule, passes=passes), clauses=clauses)


def _prefixed(bound: BoundRule, prefix: str) -> tuple[BoundClause, ...]:
    return tuple(
        replace(clause, clause=replace(clause.clause, name=prefix + clause.clause.name)) for clause in bound.clauses
    )


def _renamed(formula: Formula, prefix: str) -> Formula:
    match formula:
        case Leaf(clause=name):
            return Leaf(prefix + name)
        case Not(of=inner):
            return Not(_renamed(inner, prefix))
        case And(of=parts) | Or(of=parts):
            return replace(formula, of=tuple(_renamed(part, prefix) for part in parts))

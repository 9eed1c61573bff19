"""The questions of `deduce_ways` for ballots with too many ways to walk through: weights, many unlike seats.

Whether a way exists is asked of `psephos.count.feasible`, how many there are of a decision diagram.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import comb

from psephos.body.binding import BoundClause, BoundRule, Integral, Linear
from psephos.body.rules import And, Clause, Condition, Formula, Leaf, Or, Sum
from psephos.count.conjuncts import AllOf, AnyOf, Conjunct, Node, Range, alternatives
from psephos.count.problem import Group, Problem
from psephos.errors import BudgetError
from psephos.explore.deduce_classes import Question, bits
from psephos.explore.deduce_rule import ranges_of

__all__ = ["count_large", "find_large"]

_NO_SUM = Sum(())
_MOST_STATES = 1_000_000
_MOST_DIVISIONS = 20_000
_MOST_EDGES = 2_000_000


def find_large(question: Question, budget: int = _MOST_STATES) -> tuple[tuple[int, ...], ...] | None:
    """One way to cast the votes, None if there is none.

    Raises:
        BudgetError: the budget is spent before that is certain.
    """
    for conjunct in alternatives(question.node):
        found = _solved(question, conjunct, budget)
        if found is not None:
            return found
    return None


def _solved(question: Question, conjunct: Conjunct, budget: int) -> tuple[tuple[int, ...], ...] | None:
    from psephos.count.feasible import solve

    forms = tuple(conjunct)
    classes: dict[tuple[object, ...], list[int]] = {}
    for place, mask in enumerate(question.allowed):
        classes.setdefault((mask, *(form[place] for form in forms)), []).append(place)
    groups = []
    for places in classes.values():
        choices = tuple(bits(question.allowed[places[0]]))
        rows = tuple(tuple(form[places[0]][choice] for form in forms) for choice in choices)
        groups.append(Group(sum(question.votes[place] for place in places), choices, rows))
    if not all(group.choices for group in groups):
        return None
    if not forms:
        return _dealt(question, list(classes.values()), [{group.choices[0]: group.votes} for group in groups])
    lows, highs = (tuple(conjunct[form][end] for form in forms) for end in (0, 1))
    found = solve(Problem(tuple(groups), lows, highs, None), budget)
    return None if found is None else _dealt(question, list(classes.values()), found)


def _dealt(
    question: Question, classes: Sequence[Sequence[int]], found: Sequence[dict[int, int]]
) -> tuple[tuple[int, ...], ...]:
    rows = [[0] * question.width for _ in question.votes]
    for places, votes in zip(classes, found, strict=True):
        left = dict(votes)
        for place in places:
            room = question.votes[place]
            for choice, number in left.items():
                share = min(room, number)
                rows[place][choice] += share
                left[choice] = number - share
                room -= share
    return tuple(tuple(row) for row in rows)


def count_large(bound: BoundRule, question: Question, classes: Sequence[int]) -> int | None:
    """In how many ways can the votes be cast, told apart by classes of choices?

    `bound` gives the roster and the choices. None where it matters which choice of a class is cast and neither is
    better for every range, or where the diagram grows too large.
    """
    from psephos.count.diagram import compile_rule
    from psephos.count.passes import count

    kept = _representatives(question, classes)
    if kept is None:
        return None
    if any(
        comb(votes + mask.bit_count() - 1, votes) > _MOST_DIVISIONS
        for votes, mask in zip(question.votes, kept, strict=True)
    ):
        return None
    rule = _as_rule(bound, question.node)
    named = sorted({choice for mask in kept for choice in bits(mask)})
    ids = bound.choices.ids
    cast, only = [ids[choice] for choice in named], _only(question, kept)
    try:
        return count(compile_rule(rule, choices=cast, also=only, open_votes=question.votes, budget=_MOST_EDGES))
    except BudgetError:
        return None


def _representatives(question: Question, classes: Sequence[int]) -> tuple[int, ...] | None:
    """For each seat one choice of every class: one that serves every range at least as well as the others."""
    ends = list(ranges_of(question.node))
    kept = []
    for place, mask in enumerate(question.allowed):
        chosen = 0
        for held in classes:
            inside = list(bits(held & mask))
            best = next((one for one in inside if all(_serves(ends, place, one, other) for other in inside)), None)
            if inside and best is None:
                return None
            chosen |= 0 if best is None else 1 << best
        kept.append(chosen)
    return tuple(kept)


def _serves(ends: Sequence[Range], place: int, one: int, other: int) -> bool:
    """Is a range that is kept with the other choice also kept with this one?"""
    for end in ends:
        gain = end.form[place][one] - end.form[place][other]
        if (gain < 0 and end.low is not None) or (gain > 0 and end.high is not None):
            return False
    return True


def _only(question: Question, kept: Sequence[int]) -> list[Integral]:
    """Conditions that let each seat cast only what is kept for it."""
    found = []
    for mask in dict.fromkeys(kept):
        row = tuple(0 if mask >> choice & 1 else -1 for choice in range(question.width))
        nothing = (0,) * question.width
        found.append(Integral(tuple(row if own == mask else nothing for own in kept), ">=", 0))
    return found


def _as_rule(bound: BoundRule, node: Node) -> BoundRule:
    """The node as a rule on the same roster: a clause for each end of each range."""
    clauses: dict[str, BoundClause] = {}
    formula = _formula(node, clauses)
    rule = replace(bound.rule, passes=formula, clauses=tuple(clause.clause for clause in clauses.values()))
    return BoundRule(rule, bound.roster, bound.choices, tuple(clauses.values()))


def _formula(node: Node, clauses: dict[str, BoundClause]) -> Formula:
    match node:
        case bool():
            return And(()) if node else Or(())
        case Range():
            return And(tuple(Leaf(_clause(one, clauses)) for one in _ends(node)))
        case AllOf(of=parts):
            return And(tuple(_formula(part, clauses) for part in parts))
        case AnyOf(of=parts):
            return Or(tuple(_formula(part, clauses) for part in parts))


def _ends(one: Range) -> list[tuple[Range, int]]:
    low = [(one, one.low)] if one.low is not None else []
    negated = tuple(tuple(-value for value in row) for row in one.form)
    high = [(Range(negated, -one.high, None), -one.high)] if one.high is not None else []
    return [*low, *high]


def _clause(end: tuple[Range, int], clauses: dict[str, BoundClause]) -> str:
    one, bound = end
    name = f"c{len(clauses)}"
    zero = tuple((Fraction(0),) * len(row) for row in one.form)
    left = Linear(tuple(tuple(Fraction(value) for value in row) for row in one.form), Fraction(0))
    clause = Clause(name, Condition(_NO_SUM, ">=", _NO_SUM), "condition", "a statement")
    clauses[name] = BoundClause(clause, left, Linear(zero, Fraction(bound)), (), Linear(zero, Fraction(0)))
    return name

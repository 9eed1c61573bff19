"""Every way to cast the votes of a small or anonymous body, as sums of forms; what rules make of all of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce
from math import comb, prod

import numpy as np
from numpy.typing import NDArray

from psephos.body.binding import BoundRule, Integral
from psephos.body.rules import And, Formula, Leaf, Not, Or

LIMIT = 2_000_000
"""So many ways at most are listed."""

Sums = NDArray[np.int64]
Held = NDArray[np.bool_]


def outcomes(*rules: BoundRule) -> tuple[Held, ...] | None:
    """Does each of these rules adopt, for every way to cast the votes of their one roster; None if there are too many.

    Ways that give every clause the same sums are listed once.
    """
    forms = [[clause.integral() for clause in bound.clauses] for bound in rules]
    flat = [form for clauses in forms for parts in clauses for form in parts]
    sums = _sums(flat, rules[0])
    if sums is None:
        return None
    columns = iter(sums.T)
    return tuple(_adopted(bound, clauses, columns) for bound, clauses in zip(rules, forms, strict=True))


def _adopted(bound: BoundRule, clauses: Sequence[Sequence[Integral]], columns: Iterator[Sums]) -> Held:
    held = {
        clause.clause.name: reduce(np.logical_and, [_held(form, next(columns)) for form in parts])
        for clause, parts in zip(bound.clauses, clauses, strict=True)
    }
    return _truth(bound.rule.passes, held)


def _held(form: Integral, sums: Sums) -> Held:
    return np.asarray(sums == form.bound if form.relation == "=" else sums >= form.bound)


def _truth(formula: Formula, held: dict[str, Held]) -> Held:
    match formula:
        case Leaf(clause=name):
            return held[name]
        case Not(of=inner):
            return ~_truth(inner, held)
        case And(of=parts):
            return reduce(np.logical_and, [_truth(part, held) for part in parts])
        case Or(of=parts):
            return reduce(np.logical_or, [_truth(part, held) for part in parts])


def _sums(forms: Sequence[Integral], bound: BoundRule) -> Sums | None:
    """The sums of each form (columns) over all ways to cast the votes (rows)."""
    classes: Counter[tuple[tuple[int, ...], ...]] = Counter()
    for place, seat in enumerate(bound.roster.seats):
        allowed = [c for c, choice in enumerate(bound.choices.ids) if choice in bound.castable(seat)]
        classes[tuple(sorted({tuple(form.table[place][c] for form in forms) for c in allowed}))] += seat.count
    if prod(comb(votes + len(rows) - 1, len(rows) - 1) for rows, votes in classes.items()) > LIMIT:
        return None
    total = np.zeros((1, len(forms)), dtype=np.int64)
    for rows, votes in classes.items():
        own = _divisions(votes, len(rows)) @ np.array(rows, dtype=np.int64)
        total = (total[:, None, :] + own[None, :, :]).reshape(-1, len(forms))
    return total


def _divisions(votes: int, kinds: int) -> Sums:
    """Every way to divide votes among kinds, one a row."""
    rows = np.zeros((1, 0), dtype=np.int64)
    for _ in range(kinds - 1):
        left = votes - rows.sum(axis=1)
        rows = np.repeat(rows, left + 1, axis=0)
        starts = np.repeat(np.cumsum(left + 1) - (left + 1), left + 1)
        rows = np.column_stack([rows, np.arange(len(rows)) - starts])
    return np.column_stack([rows, votes - rows.sum(axis=1)])

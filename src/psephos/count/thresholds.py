"""The reduced decision diagram of one range: a level for each class of votes, a node for each running sum that matters.

Sums are clipped where the range is sure to hold or to fail. Two running sums are the same node where no sum of the
rest lies between them; near the bottom, where the rest has few sums, that is seen at once, and what is left is merged
from the bottom.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from psephos.count.conjuncts import Range
from psephos.count.rows import Array, distinct, distinct_children
from psephos.errors import BudgetError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Children = NDArray[np.int64]

__all__ = ["FALSE", "OPEN", "TRUE", "check_edges", "range_levels"]

FALSE, TRUE, OPEN = 0, 1, 2
"""What a state says of a range: sure to fail, sure to hold, not yet certain."""

_MOST_RESTS = 1 << 15


def range_levels(leaf: Range, adds: Sequence[Array], budget: int) -> tuple[Children, ...]:
    """The children of every node, level by level; on every level node 0 is sure to fail and node 1 sure to hold.

    The first level has a third node, the root. `adds[l]` is what each option of level l adds to the sum.

    Raises:
        BudgetError: more edges than the budget.
    """
    least = [*accumulate((int(add.min()) for add in reversed(adds)), initial=0)][::-1]
    most = [*accumulate((int(add.max()) for add in reversed(adds)), initial=0)][::-1]
    rests = _rests(adds)
    sums = np.zeros(1, dtype=adds[0].dtype)
    raw: list[Children] = []
    spent = 0
    for number, add in enumerate(adds, start=1):
        spent += len(sums) * len(add)
        check_edges(spent, budget, number, len(adds))
        reached = sums[:, None] + add[None, :]
        status = _status(reached, leaf, least[number], most[number])
        open_ = status == OPEN
        first, place = _alike(reached[open_], leaf, rests[number])
        sums = reached[open_][first]
        children = status.astype(np.int64)
        children[open_] = place + 2
        raw.append(children)
    constants = [np.repeat(np.array([[0], [1]]), len(add), axis=1) for add in adds]
    return _reduced_with_constants([np.concatenate([c, r]) for c, r in zip(constants, raw, strict=True)])


def _rests(adds: Sequence[Array]) -> list[Array | None]:
    """For every number of levels done, the distinct sums that the rest can come to; None where those are too many."""
    rests: list[Array | None] = [np.zeros(1, dtype=adds[0].dtype)]
    for add in reversed(adds):
        last = rests[-1]
        if last is None or len(last) * len(add) > _MOST_RESTS:
            rests.append(None)
        else:
            sums = np.sort((last[:, None] + add[None, :]).reshape(-1))
            rests.append(sums[np.append(True, sums[1:] != sums[:-1])])
    return rests[::-1]


def _alike(sums: Array, leaf: Range, rest: Array | None) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Tell running sums apart only where some sum of the rest does: those between two of its sums come to the same."""
    if rest is None:
        return distinct([sums], len(sums))
    limits = [leaf.low] if leaf.high is None else [leaf.high + 1] if leaf.low is None else [leaf.low, leaf.high + 1]
    return distinct([np.searchsorted(rest, limit - sums) for limit in limits], len(sums))


def _status(reached: Array, leaf: Range, least: int, most: int) -> NDArray[np.int8]:
    fails = np.zeros(reached.shape, dtype=bool)
    holds = np.ones(reached.shape, dtype=bool)
    if leaf.low is not None:
        fails |= (reached + most < leaf.low).astype(bool)
        holds &= (reached + least >= leaf.low).astype(bool)
    if leaf.high is not None:
        fails |= (reached + least > leaf.high).astype(bool)
        holds &= (reached + most <= leaf.high).astype(bool)
    return np.where(fails, FALSE, np.where(holds, TRUE, OPEN)).astype(np.int8)


def _reduced_with_constants(raw: Sequence[Children]) -> tuple[Children, ...]:
    """Merge from the bottom; nodes 0 and 1 keep their places, and whatever always comes to them becomes them."""
    levels: list[Children] = []
    names = np.array([0, 1])
    for children in reversed(raw):
        rows = names[children]
        first, place = distinct_children(rows, int(names.max()) + 1)
        order = np.full(len(first), -1, dtype=np.int64)
        order[place[:2]] = [0, 1]
        rest = np.flatnonzero(order < 0)
        order[rest] = np.arange(2, 2 + len(rest))
        names = order[place]
        kept = np.empty((len(first), rows.shape[1]), dtype=np.int64)
        kept[order] = rows[first]
        levels.append(kept)
    levels.reverse()
    root = int(names[2])
    return (np.concatenate([levels[0][:2], levels[0][root : root + 1]]), *levels[1:])


def check_edges(spent: int, budget: int, number: int, levels: int) -> None:
    """Stop once a diagram under way has more edges than allowed."""
    if spent > budget:
        raise BudgetError(
            f"the diagram reached {spent:,} edges at level {number} of {levels}, over the limit of {budget:,}; "
            "give a larger budget, fewer choices or more known ballots, or estimate by samples "
            "(psephos power --samples 100000; in Python psephos.count.sampling.estimate)"
        )

"""Coalitions by their critical members, where desirability is a chain: Johnston, Deegan-Packel and Holler at once.

A member of a winning coalition is critical if the coalition loses without it. Where every two members are comparable
(one is at least as desirable as the other) and the classes stand in that order, the critical members of a coalition
are those of the classes down to some last one. That last class is known from two facts: without a member of it the
coalition loses; without the next weaker member present it still wins. Both are read off a node and the node one vote
lower, so that one walk up the diagram suffices and no coalition is listed. The walk is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np

from psephos.count.rows import Array
from psephos.errors import BudgetError
from psephos.power.ladder import Ladder

__all__ = ["CELLS", "Coalitions", "johnston_shares", "minimal_coalitions", "minimal_divisions"]

CELLS = 12_000_000
"""Edges of the diagram x votes that are worked through at most, each with Python integers."""


@dataclass(frozen=True, slots=True)
class Coalitions:
    """Minimal winning coalitions counted: how many in all, and by size those that hold one vote of each class."""

    number: int
    by_size: tuple[int, ...]
    holding: tuple[tuple[int, ...], ...]


def minimal_coalitions(chain: Ladder) -> Coalitions:
    """How many coalitions win, but lose whoever leaves, by size; and how many of them hold a vote of each class?

    Args:
        chain: classes in order of desirability.

    Raises:
        BudgetError: more than `CELLS` steps.

    Cost: edges x votes, in exact integers.
    """
    _check_cells(chain)
    endings = _alone(chain)
    size = chain.members + 1
    found = _sizes(chain, endings)
    by_size = found[0][0]
    down = _downwards(chain)
    holding = tuple(_held(chain, c, down[c], endings[c], found[c + 1], size) for c in range(len(chain.sizes)))
    return Coalitions(int(sum(by_size)), tuple(int(n) for n in by_size), holding)


def johnston_shares(chain: Ladder) -> tuple[Fraction, ...]:
    """For one vote of each class: 1 / (number of critical votes), added up over the coalitions it is critical in.

    Args:
        chain: classes in order of desirability.

    Raises:
        BudgetError: more than `CELLS` steps.

    Cost: edges x votes, in exact integers.
    """
    _check_cells(chain)
    endings = _first_spare(chain)
    scale = lcm(*range(1, chain.members + 1))
    inverse = np.array([0, *(scale // k for k in range(1, chain.members + 1))], dtype=object)
    values = _valued(chain, endings, inverse)
    down = _downwards(chain)
    shares = []
    for c, (votes, ways) in enumerate(zip(chain.sizes, chain.ways(), strict=True)):
        total = 0
        for k in range(1, votes + 1):
            total += k * int(ways[k]) * _edge_total(chain, c, k, down[c], endings[c], values[c + 1], inverse)
        shares.append(Fraction(total, scale * votes))
    return tuple(shares)


def _check_cells(chain: Ladder) -> None:
    cells = sum(rungs.size for rungs in chain.rungs) * chain.members
    if cells > CELLS:
        raise BudgetError(
            f"telling critical members apart would take {cells:,} steps, over the limit of {CELLS:,}; "
            "ask for indices that count swings only (banzhaf, shapley_shubik)"
        )


def _alone(chain: Ladder) -> list[Array]:
    """For each class's edges: does the rest voting against make the coalition minimal?"""
    return _settled_by_absence(chain, lambda _level, _high, _low: 0)


def _first_spare(chain: Ladder) -> list[Array]:
    """For each class's edges: the ways to go on so that this class is the last with critical members."""
    wins, ways = chain.wins(), chain.ways()

    def spare(level: int, high: Array, low: Array) -> Array:
        """With votes of this class it wins even without one of them, yet not without the earlier member."""
        rungs, total = chain.rungs[level], 0
        for k in range(1, rungs.shape[1]):
            still, not_ = wins[level + 1][rungs[high, k - 1]], wins[level + 1][rungs[low, k]]
            total = total + ways[level][k] * (still - not_)
        return total

    return _settled_by_absence(chain, spare)


def _settled_by_absence(chain: Ladder, spare: Callable[[int, Array, Array], Array | int]) -> list[Array]:
    """Follow every pair of neighbouring edges down through classes that vote against, adding up what `spare` finds."""
    found = []
    for c, rungs in enumerate(chain.rungs):
        high, low = rungs[:, 1:], rungs[:, :-1]
        total = np.zeros(high.shape, dtype=object)
        for level in range(c + 1, len(chain.rungs)):
            total = total + spare(level, high, low)
            high, low = chain.rungs[level][high, 0], chain.rungs[level][low, 0]
        found.append(total + ((high == 1) & (low == 0)).astype(object))
    return found


def _downwards(chain: Ladder) -> list[Array]:
    """For every level, node and number of votes in favour so far, the ways to come there."""
    size = chain.members + 1
    start = np.zeros((1, size), dtype=object)
    start[0, 0] = 1
    values = [start]
    for level, ways in list(zip(chain.rungs, chain.ways(), strict=True))[:-1]:
        following = np.zeros((int(level.max()) + 1, size), dtype=object)
        for k, way in enumerate(ways):
            np.add.at(following[:, k:], level[:, k], values[-1][:, : size - k] * way)
        values.append(following)
    return values


def _valued(chain: Ladder, endings: Sequence[Array], inverse: Array) -> list[Array]:
    """For every level, node and number of votes so far: the endings further down, each divided by its size."""
    size = chain.members + 1
    values = [np.zeros((2, size), dtype=object)]
    for c in reversed(range(len(chain.rungs))):
        rungs, ways = chain.rungs[c], chain.ways()[c]
        result = np.zeros((len(rungs), size), dtype=object)
        for k, way in enumerate(ways):
            result[:, : size - k] += values[-1][rungs[:, k]][:, k:] * way
            if k:
                result[:, : size - k] += endings[c][:, k - 1, None] * inverse[None, k:] * way
        values.append(result)
    return values[::-1]


def _edge_total(chain: Ladder, c: int, k: int, down: Array, ending: Array, below: Array, inverse: Array) -> int:
    size = chain.members + 1
    value = below[chain.rungs[c][:, k]][:, k:] + ending[:, k - 1, None] * inverse[None, k:]
    return int((down[:, : size - k] * value).sum())


def _sizes(chain: Ladder, endings: Sequence[Array]) -> list[Array]:
    """For every level and node, the minimal coalitions that go on from there, by the number of further votes."""
    size = chain.members + 1
    values = [np.zeros((2, size), dtype=object)]
    for c in reversed(range(len(chain.rungs))):
        rungs, ways = chain.rungs[c], chain.ways()[c]
        result = np.zeros((len(rungs), size), dtype=object)
        for k, way in enumerate(ways):
            result[:, k:] += values[-1][rungs[:, k]][:, : size - k] * way
            if k:
                result[:, k] += endings[c][:, k - 1] * way
        values.append(result)
    return values[::-1]


def _held(chain: Ladder, c: int, down: Array, ending: Array, below: Array, size: int) -> tuple[int, ...]:
    """By size, the minimal coalitions with one certain vote of class c."""
    total = np.zeros(size, dtype=object)
    votes, ways = chain.sizes[c], chain.ways()[c]
    for k in range(1, votes + 1):
        further = below[chain.rungs[c][:, k]].copy()
        further[:, 0] += ending[:, k - 1]
        _add_product(total, down * (ways[k] * k), further, k)
    return tuple(int(n) // votes for n in total)


def _add_product(total: Array, one: Array, other: Array, moved: int) -> None:
    """Add, moved up by some votes, the sum over nodes of the products of two polynomials, of which most terms are 0."""
    rows, columns = (np.flatnonzero((part != 0).any(axis=0)) for part in (one, other))
    sizes = rows[:, None] + columns[None, :] + moved
    kept = sizes < len(total)
    products = one[:, rows].T @ other[:, columns]
    np.add.at(total, sizes[kept], products[kept])


def minimal_divisions(chain: Ladder) -> Iterator[tuple[int, ...]]:
    """List the minimal winning coalitions by how many votes of each class they hold, one at a time.

    Args:
        chain: classes in order of desirability.
    """
    endings = _alone(chain)
    onwards = [values.any(axis=1) for values in _sizes(chain, endings)]
    classes = len(chain.sizes)
    if chain.wins()[0][0] == 2**chain.members:
        yield (0,) * classes

    def follow(c: int, node: int, taken: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        for k in reversed(range(chain.sizes[c] + 1)):
            if k and endings[c][node, k - 1]:
                yield (*taken, k, *(0,) * (classes - c - 1))
            below = int(chain.rungs[c][node, k])
            if c + 1 < classes and onwards[c + 1][below]:
                yield from follow(c + 1, below, (*taken, k))

    yield from follow(0, 0, ())

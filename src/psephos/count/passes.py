"""What a pass or two over a diagram yields: how many profiles succeed, how likely, and whose vote swings the outcome.

Numbers are exact: int64 where choices**votes < 2**62, Python integers beyond. Chances are floats; all terms are
positive, so that their relative error stays near votes x 1e-16.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, comb
from typing import TYPE_CHECKING

import numpy as np

from psephos.count import flow
from psephos.count.diagram import Diagram, Level
from psephos.count.rows import Array
from psephos.errors import UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = [
    "Shapley",
    "chance",
    "count",
    "count_by_size",
    "influence",
    "shapley",
    "shapley_exact",
    "swings",
    "swings_by_size",
    "total",
]

Chances = Sequence[Sequence[float | Fraction]]
"""For every seat of the roster, the chance of each choice."""

total = flow.total
_FEW_NODES = 96
_CLOSE = 1e-12
_CELLS = 4_000_000


def count(diagram: Diagram) -> int:
    """How many profiles succeed?

    Every vote of an anonymous bench counts by itself, as named members would.

    Cost: one pass over the edges.

    Examples:
        >>> from datetime import date
        >>> from psephos.body.binding import bind
        >>> from psephos.body.rulebook import rulebook
        >>> from psephos.count.diagram import compile_rule
        >>> book, day = rulebook("unsc"), date(2023, 1, 5)
        >>> bound = bind(book.rule(day), book.on(day), book.choices)
        >>> count(compile_rule(bound, choices=("yes", "no", "abstain"))), 3**15
        (146796, 14348907)
    """
    if not diagram.levels:
        return int(diagram.settled)
    return int(flow.numbers_up(diagram)[0][0])


def count_by_size(diagram: Diagram, choice: str = "yes") -> tuple[int, ...]:
    """How many profiles succeed with 0, 1, 2 ... votes for a choice, known votes included?"""
    place = diagram.bound.choices.index(choice)
    known = sum(row[place] for row in diagram.known)
    if not diagram.levels:
        return (*(0,) * known, int(diagram.settled))
    return (*(0,) * known, *(int(number) for number in flow.sizes_up(diagram, place)[0][0]))


def swings(diagram: Diagram, gain: str = "yes", lose: str = "no") -> Mapping[int, int]:
    """In how many profiles of all the others does a vote for `gain` succeed and one for `lose` fail?

    Profiles in which it is the other way round are taken off (there are none where the rule is monotone). Keyed by
    the place of the seat on the roster; of a bench it is one single vote's number. A seat that may not cast both has
    none.

    Cost: two passes over the edges.
    """
    up, down = flow.numbers_up(diagram), flow.numbers_down(diagram)
    found: dict[int, int] = {}
    for number, level in enumerate(diagram.levels):
        pair = _pair(diagram, level, gain, lose)
        swung = 0
        if pair:
            weights = flow.numbers(level, level.spread.votes - 1, up[0].dtype)
            gained, lost = (up[number + 1][level.children[:, level.spread.move(kind)]] for kind in pair)
            swung = int((down[number] * ((gained - lost) * weights).sum(axis=1)).sum())
        found |= dict.fromkeys(level.seats, swung)
    return dict(sorted(found.items()))


def swings_by_size(diagram: Diagram, gain: str = "yes", lose: str = "no") -> Mapping[int, tuple[int, ...]]:
    """As `swings`, by how many of the other open votes are cast for `gain`.

    Cost: two passes over the edges for every vote.
    """
    place = diagram.bound.choices.index(gain)
    up, down = flow.sizes_up(diagram, place), flow.sizes_down(diagram, place)
    found: dict[int, tuple[int, ...]] = {}
    for number, level in enumerate(diagram.levels):
        pair = _pair(diagram, level, gain, lose)
        sizes = [0] * diagram.open_votes
        if pair:
            weights = flow.polynomials(level, place, level.spread.votes - 1, up[0].dtype)
            swung = flow.times(weights, _Gained(level, up[number + 1], pair))
            sizes = _diagonals(down[number].T @ swung, diagram.open_votes)
        found |= dict.fromkeys(level.seats, tuple(sizes))
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class _Gained:
    """What a vote of the first kind instead of the second gains, by what the others of the class come to."""

    level: Level
    below: Array
    pair: tuple[int, int]

    def __call__(self, others: int) -> Array:
        """The difference for every node."""
        first, second = (self.below[self.level.children[:, self.level.spread.move(k)[others]]] for k in self.pair)
        return first - second


def _diagonals(products: Array, size: int) -> list[int]:
    """Add up what belongs to the same total."""
    sums = [0] * (size + products.shape[0] + products.shape[1])
    for above, row in enumerate(products):
        for below, value in enumerate(row):
            sums[above + below] += int(value)
    return sums[:size]


def _pair(diagram: Diagram, level: Level, gain: str, lose: str) -> tuple[int, int] | None:
    choices = diagram.bound.choices
    kinds = level.kind(choices.index(gain)), level.kind(choices.index(lose))
    if kinds[0] is None or kinds[1] is None or kinds[0] == kinds[1]:
        return None
    return kinds[0], kinds[1]


# --- chances --------------------------------------------------------------------------------------------------------


def chance(diagram: Diagram, chances: Chances) -> float:
    """How likely is success, if each seat's votes are independent with these chances?

    Args:
        diagram: compiled with the chances as `labels` where seats of one class differ in them.
        chances: for each seat of the roster the chance of each choice.

    Raises:
        UsageError: chances outside 0..1 or not adding up to 1, or different ones within a class.

    Cost: one pass over the edges.
    """
    kinds = [_kind_chances(level, chances) for level in diagram.levels]
    if not diagram.levels:
        return float(diagram.settled)
    return float(flow.chances_up(diagram, kinds)[0][0, 0])


def influence(diagram: Diagram, chances: Chances, gain: str = "yes", lose: str = "no") -> Mapping[int, float]:
    """By how much does one vote for `gain` instead of `lose` raise the chance of success, the others as given?

    Raises:
        UsageError: as `chance`.

    Cost: two passes over the edges.
    """
    kinds = [_kind_chances(level, chances) for level in diagram.levels]
    found = _influences(diagram, kinds, gain, lose)
    return {seat: float(values[0]) for seat, values in found.items()}


def _kind_chances(level: Level, chances: Chances) -> NDArray[np.float64]:
    rows = {tuple(float(value) for value in chances[seat]) for seat in level.seats}
    if len(rows) > 1:
        raise UsageError("seats of one class have different chances; compile the diagram with the chances as labels")
    row = rows.pop()
    permitted = [choice for kind in level.kinds for choice in kind]
    if any(not 0 <= value <= 1 for value in row) or abs(sum(row[c] for c in permitted) - 1) > _CLOSE * 1000:
        raise UsageError(
            f"chances {row} are not usable: each lies in 0..1, and those of the choices open to a seat add up to 1"
        )
    return np.array([[sum(row[choice] for choice in kind)] for kind in level.kinds])


def _influences(
    diagram: Diagram, kinds: Sequence[NDArray[np.float64]], gain: str, lose: str
) -> Mapping[int, NDArray[np.float64]]:
    up, down = flow.chances_up(diagram, kinds), flow.chances_down(diagram, kinds)
    found: dict[int, NDArray[np.float64]] = {}
    for number, (level, chances) in enumerate(zip(diagram.levels, kinds, strict=True)):
        pair = _pair(diagram, level, gain, lose)
        swung = np.zeros(chances.shape[1])
        if pair:
            weights = level.spread.chances(chances, level.spread.votes - 1)
            gained, lost = (level.children[:, level.spread.move(kind)] for kind in pair)
            difference = flow.weighed(up[number + 1], gained, weights) - flow.weighed(up[number + 1], lost, weights)
            swung = (down[number] * difference).sum(axis=0)
        found |= dict.fromkeys(level.seats, swung)
    return dict(sorted(found.items()))


# --- Shapley-Shubik -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shapley:
    """Shapley-Shubik values by seat, with a bound on their error and the number of quadrature nodes."""

    values: Mapping[int, float]
    error: float
    nodes: int


def shapley(diagram: Diagram, gain: str = "yes", lose: str = "no") -> Shapley:
    """How often is each seat's vote the one that turns the outcome, if all orders of voting are equally likely?

    The value is the swing chance at p integrated over p (Owen 1972). That is a polynomial of degree votes - 1, so that
    Gauss-Legendre quadrature with half as many nodes is exact but for rounding; with very many votes fewer nodes do,
    and two node counts are compared.

    Args:
        diagram: compiled with exactly these two choices.
        gain: the choice whose share grows.
        lose: the other choice.

    Cost: two passes over the edges for every node of the quadrature.
    """
    enough = max(1, ceil(diagram.open_votes / 2))
    nodes = min(enough, _FEW_NODES)
    values = _quadrature(diagram, nodes, gain, lose)
    rounding = 4e-16 * (diagram.open_votes + 2)
    while nodes < enough:
        more = min(enough, nodes + nodes // 4)
        finer = _quadrature(diagram, more, gain, lose)
        gap = max((abs(finer[seat] - value) for seat, value in values.items()), default=0.0)
        values, nodes = finer, more
        if gap < _CLOSE:
            return Shapley(values, gap + rounding, nodes)
    return Shapley(values, rounding, nodes)


def _quadrature(diagram: Diagram, nodes: int, gain: str, lose: str) -> Mapping[int, float]:
    points, weights = np.polynomial.legendre.leggauss(nodes)
    points, weights = (points + 1) / 2, weights / 2
    size = max(1, _CELLS // max(1, max((len(level.children) for level in diagram.levels), default=1)))
    sums: dict[int, float] = {}
    for first in range(0, nodes, size):
        part = slice(first, first + size)
        kinds = [_two(diagram, level, points[part], gain, lose) for level in diagram.levels]
        for seat, values in _influences(diagram, kinds, gain, lose).items():
            sums[seat] = sums.get(seat, 0.0) + float(values @ weights[part])
    return sums


def _two(diagram: Diagram, level: Level, points: NDArray[np.float64], gain: str, lose: str) -> NDArray[np.float64]:
    places = [diagram.bound.choices.index(gain), diagram.bound.choices.index(lose)]
    named = [choice for kind in level.kinds for choice in kind]
    if sorted(named) != sorted(places):
        raise UsageError(
            f"an order of voting needs seats that cast {gain} or {lose}; compile the diagram with these two choices, "
            "and leave out seats that may not cast both"
        )
    shares = dict(zip(places, (points, 1 - points), strict=True))
    return np.array([np.sum([shares[choice] for choice in kind], axis=0) for kind in level.kinds])


def shapley_exact(diagram: Diagram, gain: str = "yes", lose: str = "no") -> Mapping[int, Fraction]:
    """The Shapley-Shubik values as exact fractions, from the swings by size.

    Cost: as `swings_by_size`.
    """
    votes = diagram.open_votes
    found: dict[int, Fraction] = {}
    for seat, sizes in swings_by_size(diagram, gain, lose).items():
        parts = (Fraction(number, votes * comb(votes - 1, size)) for size, number in enumerate(sizes) if number)
        found[seat] = sum(parts, Fraction(0))
    return found

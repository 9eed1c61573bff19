"""Swings averaged over how likely the others are to vote one way or another: the integrals behind pivots.

A *setting* gives every seat a chance for each choice, and a share of the average. Chances are whole numbers over one
denominator, so that the same settings serve exact integers and floats.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from psephos.count import flow
from psephos.count.diagram import Diagram, Level
from psephos.count.rows import Array
from psephos.power.swings import Number

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Setting", "averaged", "nodes"]


_CELLS = 4_000_000


@dataclass(frozen=True, slots=True)
class Setting:
    """`rows[seat][choice] / whole` is the chance of each choice, and `share` the setting's part of the average."""

    rows: tuple[tuple[Number, ...], ...]
    whole: int
    share: Number


def nodes(degree: int, *, exact: bool) -> tuple[Sequence[Number], Sequence[Number]]:
    """Points in 0..1 and shares that integrate every polynomial of that degree.

    Exact: evenly spaced points with rational shares (Newton-Cotes). Floats: Gauss-Legendre, half as many points.

    Examples:
        >>> nodes(2, exact=True)
        ((Fraction(0, 1), Fraction(1, 2), Fraction(1, 1)), (Fraction(1, 6), Fraction(2, 3), Fraction(1, 6)))
    """
    if exact:
        points = tuple(Fraction(j, max(1, degree)) for j in range(degree + 1))
        return points, tuple(_basis_integral(points, j) for j in range(len(points)))
    places, shares = np.polynomial.legendre.leggauss(max(1, ceil((degree + 1) / 2)))
    return tuple(float(x) for x in (places + 1) / 2), tuple(float(w) for w in shares / 2)


def _basis_integral(points: Sequence[Fraction], j: int) -> Fraction:
    """The integral over 0..1 of the polynomial that is 1 at point j and 0 at the others."""
    coefficients = [Fraction(1)]
    for k, point in enumerate(points):
        if k != j:
            scale = 1 / (points[j] - point)
            raised = [Fraction(0), *(c * scale for c in coefficients)]
            lowered = [*(-c * scale * point for c in coefficients), Fraction(0)]
            coefficients = [a + b for a, b in zip(raised, lowered, strict=True)]
    return sum((c / (power + 1) for power, c in enumerate(coefficients)), Fraction(0))


Pair = tuple[str, str]
"""A choice gained and a choice lost."""


def averaged(
    diagram: Diagram, settings: Sequence[Setting], pairs: Sequence[Pair], *, exact: bool
) -> list[Mapping[int, Number]]:
    """For each pair and seat, how much likelier the first choice instead of the second makes success, averaged.

    Cost: two passes over the edges for every setting.
    """
    if exact:
        return [_summed([_exact(diagram, setting, *pair) for setting in settings], settings) for pair in pairs]
    sums: list[dict[int, Number]] = [{} for _ in pairs]
    widest = max((max(len(level.children), level.spread.size) for level in diagram.levels), default=1)
    size = max(1, _CELLS // widest)
    for first in range(0, len(settings), size):
        part = settings[first : first + size]
        shares = np.array([float(setting.share) for setting in part])
        for total, found in zip(sums, _floats(diagram, part, pairs), strict=True):
            for seat, values in found.items():
                total[seat] = total.get(seat, 0.0) + float(values @ shares)
    return list(sums)


def _summed(found: Sequence[Mapping[int, Fraction]], settings: Sequence[Setting]) -> Mapping[int, Number]:
    sums: dict[int, Number] = {}
    for values, setting in zip(found, settings, strict=True):
        for seat, value in values.items():
            sums[seat] = sums.get(seat, Fraction(0)) + value * setting.share
    return sums


def _floats(
    diagram: Diagram, settings: Sequence[Setting], pairs: Sequence[Pair]
) -> list[Mapping[int, NDArray[np.float64]]]:
    """Every setting is a column of the same two passes."""
    kinds = [_columns(level, settings) for level in diagram.levels]
    up, down = flow.chances_up(diagram, kinds), flow.chances_down(diagram, kinds)
    found: list[dict[int, NDArray[np.float64]]] = [{} for _ in pairs]
    for number, (level, chances) in enumerate(zip(diagram.levels, kinds, strict=True)):
        others = level.spread.chances(chances, level.spread.votes - 1)
        for influence, pair in zip(found, pairs, strict=True):
            moved = _moved(diagram, level, pair)
            swung = np.zeros(len(settings))
            if moved:
                gained, lost = (flow.weighed(up[number + 1], level.children[:, move], others) for move in moved)
                swung = (down[number] * (gained - lost)).sum(axis=0)
            influence.update(dict.fromkeys(level.seats, swung))
    return list(found)


def _columns(level: Level, settings: Sequence[Setting]) -> NDArray[np.float64]:
    rows = [(setting.rows[level.seats[0]], setting.whole) for setting in settings]
    return np.array(
        [[sum(float(row[choice]) for choice in kind) / whole for row, whole in rows] for kind in level.kinds]
    )


def _moved(diagram: Diagram, level: Level, pair: Pair) -> tuple[NDArray[np.int64], NDArray[np.int64]] | None:
    """Where the last vote, cast for either choice, takes the sums of the others; None if to the same."""
    gain, lose = (level.kind(diagram.bound.choices.index(choice)) for choice in pair)
    if gain is None or lose is None or gain == lose:
        return None
    return level.spread.move(gain), level.spread.move(lose)


def _exact(diagram: Diagram, setting: Setting, gain: str, lose: str) -> Mapping[int, Fraction]:
    weights = [_weights(level, setting) for level in diagram.levels]
    up, down = _up(diagram, weights), _down(diagram, weights)
    whole = Fraction(1, setting.whole ** max(0, diagram.open_votes - 1))
    found: dict[int, Fraction] = {}
    for number, level in enumerate(diagram.levels):
        moved = _moved(diagram, level, (gain, lose))
        swung = 0
        if moved:
            others = level.spread.numbers(weights[number], level.spread.votes - 1)
            gained, lost = (up[number + 1][level.children[:, move]] for move in moved)
            swung = int((down[number] * ((gained - lost) * others).sum(axis=1)).sum())
        found |= dict.fromkeys(level.seats, swung * whole)
    return found


def _weights(level: Level, setting: Setting) -> list[int]:
    row = setting.rows[level.seats[0]]
    return [int(sum(row[choice] for choice in kind)) for kind in level.kinds]


def _up(diagram: Diagram, weights: Sequence[Sequence[int]]) -> list[Array]:
    values: list[Array] = [np.array([0, 1], dtype=object)]
    for level, row in zip(reversed(diagram.levels), reversed(weights), strict=True):
        values.append((values[-1][level.children] * level.spread.numbers(row, level.spread.votes)).sum(axis=1))
    return values[::-1]


def _down(diagram: Diagram, weights: Sequence[Sequence[int]]) -> list[NDArray[np.object_]]:
    values: list[Array] = [np.ones(1, dtype=object)]
    for level, row in zip(diagram.levels[:-1], weights, strict=False):
        ways = level.spread.numbers(row, level.spread.votes)
        values.append(flow.pushed(level, values[-1][:, None] * ways))
    return values

"""Shapley-Shubik values of one large weighted threshold, by quadrature over dense products of floats.

The value is the integral over t of the chance to swing when the others vote in favour with chance t (Owen 1972). For
t up to one half the others' chances follow from the product over all members by a division that is stable; for t
above one half the same is done with the chances exchanged on the dual game. Both need the product at the same ratio,
so that a pair of nodes costs one. Two node counts are compared for the error bound.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import ceil
from os import cpu_count
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from psephos.count.game import Game

    Floats = NDArray[np.float64]

__all__ = ["Quadrature", "integrated"]

_BLOCK = 1 << 15
_ROW = 1 << 10
_RESCALE = 256
_CLOSE = 1e-11
_FEW_NODES = 24


@dataclass(frozen=True, slots=True)
class Quadrature:
    """Values member by member, a bound on their error, and the number of nodes used."""

    values: tuple[float, ...]
    error: float
    nodes: int


def integrated(game: Game) -> Quadrature:
    """The values to about 1e-12; see `psephos.count.weighted.shapley_values`."""
    enough = max(1, ceil(len(game.weights) / 2))
    nodes = min(enough, _FEW_NODES)
    values = _values(game, nodes)
    gap = 0.0
    while nodes < enough:
        nodes = min(enough, nodes + nodes // 4)
        finer = _values(game, nodes)
        gap = max(abs(one - other) for one, other in zip(values, finer, strict=True))
        values = finer
        if gap < _CLOSE:
            break
    return Quadrature(values, gap + abs(sum(values) - 1) + 1e-15 * len(values), nodes)


def _values(game: Game, nodes: int) -> tuple[float, ...]:
    points, weights = np.polynomial.legendre.leggauss(nodes)
    half = [(float(1 + x) / 2, float(w) / 2) for x, w in zip(points, weights, strict=True) if x <= 0]
    kinds = tuple(sorted(set(game.weights)))

    def work(node: tuple[float, float]) -> Floats:
        # The middle node of an odd number is its own partner and would be counted twice.
        share = node[1] if node[0] < 0.5 else node[1] / 2  # noqa: PLR2004 -- one half is the middle
        return share * _pair(game, kinds, node[0])

    with ThreadPoolExecutor(min(2, cpu_count() or 1)) as pool:
        sums = np.sum(list(pool.map(work, half)), axis=0)
    found: Mapping[int, float] = dict(zip(kinds, (float(value) for value in sums), strict=True))
    return tuple(found[weight] for weight in game.weights)


def _pair(game: Game, kinds: tuple[int, ...], t: float) -> Floats:
    """The chances to swing at t and at 1 - t together, for each weight."""
    dual = game.dual
    below = _prefix_sums(_product(game.weights, max(game.quota, dual.quota), t))
    return np.array(
        [
            sum(_windows(below, quota, weight, t) for quota in (game.quota, dual.quota)) if weight else 0.0
            for weight in kinds
        ]
    )


def _product(weights: tuple[int, ...], length: int, t: float) -> Floats:
    """The chance of every weight below `length` in favour, at chance t each (with t up to one half)."""
    chances = np.zeros(-(-length // _ROW) * _ROW)
    chances[0] = 1.0
    ratio, top, left = t / (1 - t), 0, 0
    scratch = np.empty(_BLOCK)
    for weight in sorted(weights):
        top = min(top + weight, length - 1)
        _times(chances, weight, top, ratio, scratch)
        left += 1
        if left == _RESCALE:  # the terms 1 + ratio * x**w grow by less than 2 each; bring them back in time
            chances[: top + 1] *= (1 - t) ** left
            left = 0
    chances[: top + 1] *= (1 - t) ** left
    return chances


def _times(chances: Floats, weight: int, top: int, ratio: float, scratch: Floats) -> None:
    if weight == 0:
        chances[: top + 1] *= 1 + ratio
        return
    for end in range(top + 1, weight, -_BLOCK):
        start = max(end - _BLOCK, weight)
        moved = scratch[: end - start]
        np.multiply(chances[start - weight : end - weight], ratio, out=moved)
        chances[start:end] += moved


def _prefix_sums(chances: Floats) -> Floats:
    """Sums of the first terms, in two steps so that rounding does not pile up over millions of them."""
    rows = chances.reshape(-1, _ROW)
    np.cumsum(rows, axis=1, out=rows)
    before = np.cumsum(rows[:, -1].astype(np.longdouble))[:-1]
    rows[1:] += before.astype(np.float64)[:, None]
    return chances


def _windows(below: Floats, quota: int, weight: int, t: float) -> float:
    """The chance that the others come to [quota - weight, quota - 1]."""
    ends = below[quota - 1 :: -weight]
    windows = ends.copy()
    windows[:-1] -= ends[1:]
    ratio = t / (1 - t)
    with np.errstate(under="ignore"):
        signs = (-ratio) ** np.arange(len(windows))
    return float(windows @ signs) / (1 - t)

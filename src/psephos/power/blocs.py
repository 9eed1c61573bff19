"""One weighted threshold with unions, the dense way: sums of whole blocs outside, sums of members inside.

Thousands of members in dozens of unions take a fraction of a second: the chances of every sum of the other blocs are
found for all unions at once by halving the list again and again, and inside a union members of equal weight are
computed once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from psephos.power.mixing import nodes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["BlocGame", "bloc_swings"]


@dataclass(frozen=True, slots=True)
class BlocGame:
    """Seats as (union, weight of a vote, how many votes), and the quota."""

    seats: tuple[tuple[int, int, int], ...]
    quota: int

    @property
    def unions(self) -> int:
        """How many unions there are."""
        return max(union for union, _, _ in self.seats) + 1

    def bloc(self, union: int) -> int:
        """The weight of a whole union."""
        return sum(weight * count for one, weight, count in self.seats if one == union)

    def inside(self, union: int) -> dict[int, int]:
        """How many votes of each weight a union has."""
        found: dict[int, int] = {}
        for one, weight, count in self.seats:
            if one == union:
                found[weight] = found.get(weight, 0) + count
        return found


def bloc_swings(game: BlocGame, *, pivot_outside: bool, pivot_inside: bool) -> tuple[float, ...]:
    """For one vote of each seat, the chance to decide, averaged as asked outside and inside its union.

    With a pivot the chance in favour runs from 0 to 1 (random orders); without, it is one half.

    Cost: quadrature nodes x quota x unions x log(unions) outside, nodes x bloc x members inside.
    """
    blocs = [game.bloc(union) for union in range(game.unions)]
    found: dict[tuple[int, int], float] = {}
    for union, outside in _without_each(blocs, game.quota, pivot=pivot_outside):
        below = np.concatenate([[0.0], np.cumsum(outside)])
        inside = game.inside(union)
        for weight in inside:
            others = _inside(inside, weight, pivot=pivot_inside)
            found[union, weight] = _windows(below, others, game.quota, weight)
    return tuple(found[union, weight] for union, weight, _ in game.seats)


def _windows(below: Floats, others: Floats, quota: int, weight: int) -> float:
    """The chance that the own union's others and the other blocs together come to [quota - weight, quota - 1]."""
    sums = np.arange(len(others))
    ends = np.clip(quota - sums, 0, quota)
    starts = np.clip(quota - weight - sums, 0, quota)
    return float(others @ (below[ends] - below[starts]))


def _points(degree: int, *, pivot: bool) -> tuple[Floats, Floats]:
    points, shares = nodes(degree, exact=False) if pivot else ((0.5,), (1.0,))
    return np.array(points, dtype=np.float64), np.array(shares, dtype=np.float64)


def _without_each(blocs: Sequence[int], quota: int, *, pivot: bool) -> Iterator[tuple[int, Floats]]:
    """For each bloc, how likely the sums of all the others are (below the quota), averaged."""
    points, shares = _points(len(blocs) - 1, pivot=pivot)
    start = np.zeros((len(points), quota))
    start[:, 0] = 1.0
    for union, sums in _halved(start, range(len(blocs)), blocs, points[:, None]):
        yield union, shares @ sums


def _halved(sums: Floats, left: Sequence[int], blocs: Sequence[int], points: Floats) -> Iterator[tuple[int, Floats]]:
    """The sums with all of `left` taken in but one, for each of them."""
    if len(left) == 1:
        yield left[0], sums
        return
    middle = len(left) // 2
    for kept, taken in ((left[:middle], left[middle:]), (left[middle:], left[:middle])):
        more = sums
        for union in taken:
            more = _joined(more, blocs[union], points)
        yield from _halved(more, kept, blocs, points)


def _joined(sums: Floats, weight: int, points: Floats) -> Floats:
    """One more bloc or member, in favour with the chance of each row."""
    result = sums * (1 - points)
    if weight < sums.shape[1]:
        result[:, weight:] += sums[:, : sums.shape[1] - weight] * points
    return result


def _inside(inside: dict[int, int], weight: int, *, pivot: bool) -> Floats:
    """How likely the sums of the union's members are without one of that weight, averaged."""
    votes = sum(inside.values()) - 1
    points, shares = _points(votes, pivot=pivot)
    length = sum(w * n for w, n in inside.items()) - weight + 1
    sums = np.zeros((len(points), length))
    sums[:, 0] = 1.0
    top = 0
    for other, count in inside.items():
        for _ in range(count - (other == weight)):
            top += other
            sums[:, : top + 1] = _joined(sums[:, : top + 1], other, points[:, None])
    averaged: Floats = shares @ sums
    return averaged

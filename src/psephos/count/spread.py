"""How a class of interchangeable votes can come out: its distinct sums, never its compositions.

Choices that every condition counts alike are one *kind*. A vote more moves every distinct sum of j votes to one of j
+ 1 votes; those moves are kept, so that numbers, chances and polynomials can be carried along them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import log
from typing import TYPE_CHECKING

import numpy as np

from psephos.count.rows import Array, distinct
from psephos.errors import BudgetError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Spread"]

_MOST_SUMS = 200_000
_MOST_MOVES = 20_000_000
_PAIR = 2


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """The distinct sums of a class of votes.

    `sums[o]` is the o-th distinct sum (a column for each condition). `moves[j][t][o]` is the sum of j + 1 votes that
    one more vote of kind t makes of the o-th sum of j votes. Two kinds need no moves: sum k has k votes of the first
    kind.
    """

    votes: int
    kinds: int
    sums: Array
    moves: tuple[tuple[NDArray[np.int64], ...], ...]

    @classmethod
    def of(cls, rows: Array, votes: int) -> Spread:
        """Spread so many votes, each of which may add any of these (different) rows.

        Raises:
            BudgetError: too many distinct sums.
        """
        kinds = len(rows)
        if kinds == 1:
            return cls(votes, 1, rows * votes, ())
        if kinds == _PAIR:
            first = np.arange(votes + 1).astype(rows.dtype)[:, None]
            return cls(votes, kinds, rows[0] * first + rows[1] * (votes - first), ())
        sums, moves, spent = rows[:1] * 0, [], 0
        for _ in range(votes):
            sums, move = _one_more(sums, rows)
            moves.append(move)
            spent += len(sums) * kinds
            if len(sums) > _MOST_SUMS or spent > _MOST_MOVES:
                raise BudgetError(
                    f"{votes:,} interchangeable votes with {kinds} kinds of ballots have more than {_MOST_SUMS:,} "
                    "distinct sums; allow fewer choices, or estimate by samples (psephos.count.sampling)"
                )
        return cls(votes, kinds, sums, tuple(moves))

    @property
    def size(self) -> int:
        """How many distinct sums there are."""
        return len(self.sums)

    def move(self, kind: int) -> NDArray[np.int64]:
        """Where the last vote, cast for this kind, takes each sum of the others."""
        if self.kinds == 1:
            return np.zeros(1, dtype=np.int64)
        if self.kinds == _PAIR:
            return np.arange(self.votes) + (1 - kind)
        return self.moves[self.votes - 1][kind]

    def numbers(self, weights: Sequence[int], votes: int) -> Array:
        """For each sum of so many votes (at most all), in how many ways it comes about, as Python integers.

        `weights[t]` is the number of choices that are of kind t (or any whole number to be multiplied in).
        """
        if self.kinds == 1:
            return np.array([weights[0] ** votes], dtype=object)
        if self.kinds == _PAIR:
            first, second = weights
            row = enumerate(_row(votes))
            return np.array([number * first**k * second ** (votes - k) for k, number in row], dtype=object)
        return self.carried(np.ones(1, dtype=object), [partial(np.multiply, weight) for weight in weights], votes)

    def chances(self, weights: NDArray[np.float64], votes: int) -> NDArray[np.float64]:
        """For each sum of so many votes, how likely it is: `weights[t]` has kind t's chance, a column per setting."""
        if self.kinds == 1:
            return weights[:1] ** votes
        if self.kinds == _PAIR:
            return _binomial(weights, votes)
        start = np.ones((1, weights.shape[1]))
        result: NDArray[np.float64] = self.carried(start, [partial(np.multiply, weight) for weight in weights], votes)
        return result

    def sizes(self, weights: Sequence[int], rising: int | None, votes: int) -> Array:
        """As `numbers`, split by how many of the votes fell to one choice, which is of the kind `rising` (None: never).

        Row o, column k: the ways to sum o with k votes for that choice.
        """
        start = np.zeros((1, votes + 1), dtype=object)
        start[0, 0] = 1
        return self.carried(start, [_carry(weight, one=t == rising) for t, weight in enumerate(weights)], votes)

    def carried(self, start: Array, steps: Sequence[Callable[[Array], Array]], votes: int) -> Array:
        """Carry values along the moves: a vote of kind t changes a value by `steps[t]`, and what meets is added."""
        values = start
        for number in range(votes):
            moves, size = self.moves_of(number)
            following = np.zeros((size, *values.shape[1:]), dtype=values.dtype)
            for move, step in zip(moves, steps, strict=True):
                following[move] += step(values)
            values = following
        return values

    def place(self, counts: Sequence[int]) -> int:
        """Which sum have so many votes of each kind?"""
        if self.kinds == 1:
            return 0
        if self.kinds == _PAIR:
            return counts[0]
        sum_, cast = 0, 0
        for kind, number in enumerate(counts):
            for _ in range(number):
                sum_, cast = int(self.moves[cast][kind][sum_]), cast + 1
        return sum_

    def moves_of(self, number: int) -> tuple[tuple[NDArray[np.int64], ...], int]:
        """Where one vote more takes the sums of so many votes, kind by kind; and how many sums there are then."""
        if self.kinds == 1:
            return (np.zeros(1, dtype=np.int64),), 1
        if self.kinds == _PAIR:
            place = np.arange(number + 1)
            return (place + 1, place), number + 2
        moves = self.moves[number]
        return moves, int(max(move.max() for move in moves)) + 1


def _one_more(sums: Array, rows: Array) -> tuple[Array, tuple[NDArray[np.int64], ...]]:
    further = np.concatenate([sums + row for row in rows])
    first, place = distinct([further[:, k] for k in range(further.shape[1])], len(further))
    return further[first], tuple(place.reshape(len(rows), len(sums)))


def _binomial(weights: NDArray[np.float64], votes: int) -> NDArray[np.float64]:
    """The chances of k votes of the first kind, by logarithms: no power underflows on the way."""
    if votes == 1:
        return weights[::-1]
    k = np.arange(votes + 1)[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.log(weights)
        first = np.where(k == 0, 0.0, k * logs[0])
        second = np.where(k == votes, 0.0, (votes - k) * logs[1])
    ways = np.array([log(number) for number in _row(votes)])[:, None]
    result: NDArray[np.float64] = np.exp(ways + first + second)
    return result


def _row(votes: int) -> list[int]:
    """The binomial coefficients of so many votes."""
    row = [1]
    for k in range(votes):
        row.append(row[-1] * (votes - k) // (k + 1))
    return row


def _carry(weight: int, *, one: bool) -> Callable[[Array], Array]:
    """One vote more of a kind: `weight` choices, one of which is counted where `one` says so."""

    def step(old: Array) -> Array:
        if not one:
            return old * weight
        new = old * (weight - 1)
        new[:, 1:] += old[:, :-1]
        return new

    return step

"""Values carried up and down a diagram, a level at a time: whole numbers, polynomials in them, chances."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from psephos.count.diagram import Diagram, Level
from psephos.count.rows import Array

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = [
    "WORD",
    "chances_down",
    "chances_up",
    "numbers_down",
    "numbers_up",
    "pushed",
    "sizes_down",
    "sizes_up",
    "total",
]

WORD = 1 << 62
"""Below this many profiles int64 counts them; from there on Python integers do."""


def total(diagram: Diagram) -> int:
    """How many profiles are there in all? Every single vote counts, those of benches too."""
    return prod(sum(map(len, level.kinds)) ** level.spread.votes for level in diagram.levels)


def numbers(level: Level, votes: int, dtype: type) -> Array:
    """In how many ways so many votes of the class come to each of its sums."""
    return level.spread.numbers([len(kind) for kind in level.kinds], votes).astype(dtype)


def whole(diagram: Diagram) -> type:
    """int64 while choices**votes fits, else Python integers."""
    return np.int64 if total(diagram) < WORD else object


def numbers_up(diagram: Diagram) -> list[Array]:
    """For every node, the ways to succeed from there; the last entry is for the two ends."""
    dtype = whole(diagram)
    values: list[Array] = [np.array([0, 1], dtype=dtype)]
    for level in reversed(diagram.levels):
        weights = numbers(level, level.spread.votes, dtype)
        values.append((values[-1][level.children] * weights).sum(axis=1))
    return values[::-1]


def numbers_down(diagram: Diagram) -> list[Array]:
    """For every node, the ways to come there."""
    dtype = whole(diagram)
    values: list[Array] = [np.ones(1, dtype=dtype)]
    for level in diagram.levels[:-1]:
        weights = numbers(level, level.spread.votes, dtype)
        values.append(pushed(level, values[-1][:, None] * weights))
    return values


def pushed(level: Level, edges: Array) -> Array:
    """Add up what comes along the edges of a level at the nodes of the next."""
    flat = level.children.reshape(-1)
    order = np.argsort(flat, kind="stable")
    starts = np.flatnonzero(np.diff(flat[order], prepend=-1))
    carried = edges.reshape(len(flat), *edges.shape[2:])[order]
    return np.add.reduceat(carried, starts, axis=0)


# --- polynomials: one more column for every vote of a certain choice ------------------------------------------------


def polynomials(level: Level, choice: int, votes: int, dtype: type) -> Array:
    """As `numbers`, split by how many of the votes fell to one choice."""
    sizes = level.spread.sizes([len(kind) for kind in level.kinds], level.kind(choice), votes)
    return sizes.astype(dtype)


def sizes_up(diagram: Diagram, choice: int) -> list[Array]:
    """For every node, the ways to succeed from there by the number of further votes for the choice."""
    dtype = whole(diagram)
    values: list[Array] = [np.array([[0], [1]], dtype=dtype)]
    for level in reversed(diagram.levels):
        weights = polynomials(level, choice, level.spread.votes, dtype)
        values.append(times(weights, _Below(level, values[-1])))
    return values[::-1]


@dataclass(frozen=True, slots=True)
class _Below:
    """What the nodes of a level come to by one of its options."""

    level: Level
    values: Array

    def __call__(self, option: int) -> Array:
        """The values below, for every node."""
        return self.values[self.level.children[:, option]]


def sizes_down(diagram: Diagram, choice: int) -> list[Array]:
    """For every node, the ways to come there by the number of votes for the choice."""
    dtype = whole(diagram)
    values: list[Array] = [np.ones((1, 1), dtype=dtype)]
    for level, following in zip(diagram.levels[:-1], diagram.levels[1:], strict=True):
        weights = polynomials(level, choice, level.spread.votes, dtype)
        above = values[-1]
        result = np.zeros((len(following.children), above.shape[1] + weights.shape[1] - 1), dtype=dtype)
        for o, k in zip(*np.nonzero(weights), strict=True):
            np.add.at(result[:, k : k + above.shape[1]], level.children[:, o], above * weights[o, k])
        values.append(result)
    return values


def times(weights: Array, picked: Callable[[int], Array]) -> Array:
    """Multiply the polynomial of every option with the values it leads to, and add up."""
    result: Array | None = None
    for o, k in zip(*np.nonzero(weights), strict=True):
        values = picked(int(o))
        if result is None:
            result = np.zeros((len(values), values.shape[1] + weights.shape[1] - 1), dtype=values.dtype)
        result[:, k : k + values.shape[1]] += values * weights[o, k]
    return result


# --- chances: a column for every setting ----------------------------------------------------------------------------


def chances_up(diagram: Diagram, kinds: Sequence[NDArray[np.float64]]) -> list[NDArray[np.float64]]:
    """For every node, the chance to succeed from there; `kinds[l]` has the chances by kind, a column per setting."""
    settings = kinds[0].shape[1] if kinds else 1
    values = [np.repeat(np.array([[0.0], [1.0]]), settings, axis=1)]
    for level, chances in zip(reversed(diagram.levels), reversed(kinds), strict=True):
        weights = level.spread.chances(chances, level.spread.votes)
        values.append(weighed(values[-1], level.children, weights))
    return values[::-1]


def chances_down(diagram: Diagram, kinds: Sequence[NDArray[np.float64]]) -> list[NDArray[np.float64]]:
    """For every node, the chance to come there."""
    settings = kinds[0].shape[1] if kinds else 1
    values = [np.ones((1, settings))]
    for level, chances in zip(diagram.levels[:-1], kinds, strict=False):
        weights = level.spread.chances(chances, level.spread.votes)
        values.append(pushed(level, values[-1][:, None, :] * weights))
    return values


def weighed(
    below: NDArray[np.float64], children: NDArray[np.int64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The sum over options of weight times the value that the option leads to, for every node and setting."""
    result = np.zeros((len(children), below.shape[1]))
    for o, weight in enumerate(weights):
        result += below[children[:, o]] * weight
    return result

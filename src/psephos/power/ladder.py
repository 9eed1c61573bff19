"""A two-choice diagram laid out for walks: for every class and node, where 0, 1, 2 ... votes in favour lead."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb
from typing import TYPE_CHECKING

import numpy as np

from psephos.count.diagram import Diagram, Level
from psephos.count.rows import Array
from psephos.power.games import NO, YES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rungs = NDArray[np.int64]

__all__ = ["Ladder", "ladder"]


@dataclass(frozen=True, slots=True, eq=False)
class Ladder:
    """The classes of a two-choice game, in the order of the diagram's levels.

    `rungs[c][n, k]` is the node of the next level that node n comes to with k votes in favour in class c; below the
    last class 0 is failure and 1 success. `seats[c]` are places on the roster and `votes[c]` how many votes each has.
    """

    seats: tuple[tuple[int, ...], ...]
    votes: tuple[tuple[int, ...], ...]
    rungs: tuple[Rungs, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many votes each class has."""
        return tuple(sum(votes) for votes in self.votes)

    @property
    def members(self) -> int:
        """How many votes there are in all."""
        return sum(self.sizes)

    def dual(self) -> Ladder:
        """The game of blocking: a set of votes succeeds if its absence makes the original fail."""
        turned = [rungs[:, ::-1] for rungs in self.rungs]
        turned[-1] = 1 - turned[-1]
        return Ladder(self.seats, self.votes, tuple(turned))

    def ways(self) -> tuple[Array, ...]:
        """For every class, in how many ways 0, 1, 2 ... of its votes can be in favour."""
        return tuple(np.array([comb(size, k) for k in range(size + 1)], dtype=object) for size in self.sizes)

    def wins(self) -> list[Array]:
        """For every level and node the number of ways to succeed from there, as Python integers."""
        values = [np.array([0, 1], dtype=object)]
        for rungs, ways in zip(reversed(self.rungs), reversed(self.ways()), strict=True):
            values.append((values[-1][rungs] * ways).sum(axis=1))
        return values[::-1]


def ladder(diagram: Diagram) -> Ladder:
    """Lay out a diagram that was compiled for yes and no."""
    rungs = [_rungs(diagram, level) for level in diagram.levels]
    if not rungs:  # settled whoever votes how: one class of every vote
        counts = tuple(seat.count for seat in diagram.bound.roster.seats)
        places = tuple(place for place, count in enumerate(counts) if count)
        rows = np.full((1, sum(counts) + 1), int(diagram.settled), dtype=np.int64)
        return Ladder((places,), (tuple(counts[place] for place in places),), (rows,))
    return Ladder(
        tuple(level.seats for level in diagram.levels), tuple(level.votes for level in diagram.levels), tuple(rungs)
    )


def _rungs(diagram: Diagram, level: Level) -> Rungs:
    choices = diagram.bound.choices
    up, down = level.kind(choices.index(YES)), level.kind(choices.index(NO))
    if up == down or up is None or down is None:  # nothing these votes do matters
        return np.repeat(level.children[:, :1], sum(level.votes) + 1, axis=1)
    return level.children if up == 0 else level.children[:, ::-1]

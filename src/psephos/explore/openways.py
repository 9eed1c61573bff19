"""What the diagram of an open vote says: how many ways, by whose choice, how likely, and on whom nothing depends."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

import numpy as np

from psephos.count import flow
from psephos.count.diagram import Diagram, Level
from psephos.count.rows import Array

__all__ = ["any_way", "chance_of", "idle_seats", "number", "ways_by_choice"]


# -------------------------------------------------------------------------------------------------------------


def number(diagram: Diagram) -> int:
    """How many ways succeed?"""
    return int(flow.numbers_up(diagram)[0][0]) if diagram.levels else int(diagram.settled)


def any_way(diagram: Diagram) -> bool:
    """Is there any way at all? A reduced diagram that never succeeds has only failure below its last level."""
    return bool(diagram.levels[-1].children.any()) if diagram.levels else diagram.settled


def idle_seats(diagram: Diagram) -> frozenset[int]:
    """The seats on which success never depends: every node goes on alike, whatever they cast."""
    alike = [level for level in diagram.levels if (level.children == level.children[:, :1]).all()]
    return frozenset(seat for level in alike for seat in level.seats)


def ways_by_choice(diagram: Diagram) -> Mapping[int, Mapping[int, int]]:
    """For each open seat and choice, the ways to succeed in which (one vote of) the seat casts it."""
    up, down = flow.numbers_up(diagram), flow.numbers_down(diagram)
    found: dict[int, Mapping[int, int]] = {}
    for number, level in enumerate(diagram.levels):
        weights = flow.numbers(level, level.spread.votes - 1, up[0].dtype)
        by_kind = [_with(level, kind, up[number + 1], down[number], weights) for kind in range(len(level.kinds))]
        by_choice = {choice: ways for kind, ways in zip(level.kinds, by_kind, strict=True) for choice in kind}
        found |= {seat: dict(sorted(by_choice.items())) for seat in level.seats}
    return found


def _with(level: Level, kind: int, below: Array, above: Array, weights: Array) -> int:
    """The ways to succeed in which one certain vote of the class is of one choice of that kind."""
    return int((above * (below[level.children[:, level.spread.move(kind)]] * weights).sum(axis=1)).sum())


def chance_of(diagram: Diagram, chances: Mapping[int, tuple[Fraction, ...]]) -> Fraction:
    """The exact chance of success, by whole numbers over one denominator a class."""
    if not diagram.levels:
        return Fraction(int(diagram.settled))
    values, bottom = np.array([0, 1], dtype=object), 1
    for level in reversed(diagram.levels):
        kinds = [sum((chances[level.seats[0]][choice] for choice in kind), Fraction(0)) for kind in level.kinds]
        unit = lcm(*(chance.denominator for chance in kinds))
        weights = level.spread.numbers([int(chance * unit) for chance in kinds], level.spread.votes)
        values = (values[level.children] * weights).sum(axis=1)
        bottom *= unit**level.spread.votes
    return Fraction(int(values[0]), bottom)

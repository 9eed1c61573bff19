"""Sets of members out of cheapest ways: counted exactly, listed lazily, and what each member of a set may change to.

Several ways may change the ballots of the same members (a vote against may become an abstention or a vote in favour); a
set is counted once. Ways are therefore followed together: all states that the same members can lead to are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

import numpy as np

from psephos.count.rows import distinct_rows
from psephos.explore.nearest import Group, Ways

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Pattern", "Patterns", "kinds_used"]

Together = frozenset[int]
"""States that the same members lead to."""

Edges = Mapping[int, Sequence[tuple[int, int]]]
"""From each state, how many votes change, and the state that this leads to."""

Pattern = tuple[int, ...]
"""For each step, how many votes of its group change."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns of the cheapest ways, as a graph: from states that belong together, by the number that changes."""

    groups: tuple[Group, ...]
    named: tuple[bool, ...]
    graph: tuple[Mapping[Together, Mapping[int, Together]], ...]

    @classmethod
    def of(cls, ways: Ways, named: Mapping[Group, bool]) -> Patterns:
        """Follow the ways that change the same votes together."""
        here: set[Together] = {frozenset({0})}
        graph: list[Mapping[Together, Mapping[int, Together]]] = []
        for edges in _merged(ways):
            level = {together: _onward(together, edges) for together in here}
            graph.append(level)
            here = {end for onward in level.values() for end in onward.values()}
        groups = tuple(step.group for step in ways.steps)
        return cls(groups, tuple(named[group] for group in groups), tuple(graph))

    @property
    def count(self) -> int:
        """How many different sets of members there are? Votes of one anonymous bench are not told apart."""
        below: dict[Together, int] = {}
        for number in reversed(range(len(self.graph))):
            choices = {changed: self._choices(number, changed) for changed in {*self._numbers(number)}}
            below = {
                together: sum([choices[changed] * below.get(end, 1) for changed, end in onward.items()])
                for together, onward in self.graph[number].items()
            }
        return next(iter(below.values()))

    @property
    def in_every(self) -> tuple[Group, ...]:
        """The groups all of whose members (of a bench: some vote) are in every set."""
        return tuple(
            group
            for number, group in enumerate(self.groups)
            if min(self._numbers(number)) >= (group.votes if self.named[number] else 1)
        )

    @property
    def in_some(self) -> tuple[Group, ...]:
        """The groups whose members are in some set."""
        return tuple(group for number, group in enumerate(self.groups) if max(self._numbers(number)))

    @property
    def sizes(self) -> tuple[int, int]:
        """How many votes the smallest set has, and the largest."""
        low: dict[Together, tuple[int, int]] = {}
        for level in reversed(self.graph):
            low = {
                together: (
                    min(changed + low.get(end, (0, 0))[0] for changed, end in onward.items()),
                    max(changed + low.get(end, (0, 0))[1] for changed, end in onward.items()),
                )
                for together, onward in level.items()
            }
        return next(iter(low.values()))

    def listed(self) -> Iterator[tuple[Pattern, tuple[tuple[int, ...], ...]]]:
        """Every set, lazily: its pattern, and for each step the blocks that change (a bench's as often as votes do)."""
        for pattern in self._patterns(0, frozenset({0})):
            for blocks in self._blocks(pattern):
                yield pattern, blocks

    def _blocks(self, pattern: Pattern, number: int = 0) -> Iterator[tuple[tuple[int, ...], ...]]:
        """The blocks that can make up a pattern, one choice of them after the other."""
        if number == len(pattern):
            yield ()
            return
        group, changed = self.groups[number], pattern[number]
        chosen = combinations(group.blocks, changed) if self.named[number] else [group.blocks * changed]
        for blocks in chosen:
            for rest in self._blocks(pattern, number + 1):
                yield (blocks, *rest)

    def _patterns(self, number: int, together: Together) -> Iterator[Pattern]:
        if number == len(self.graph):
            yield ()
            return
        for changed, end in sorted(self.graph[number][together].items(), reverse=True):
            for rest in self._patterns(number + 1, end):
                yield (changed, *rest)

    def _choices(self, number: int, changed: int) -> int:
        return comb(self.groups[number].votes, changed) if self.named[number] else 1

    def _numbers(self, number: int) -> list[int]:
        return [changed for onward in self.graph[number].values() for changed in onward]


def kinds_used(ways: Ways) -> Mapping[Group, tuple[int, ...]]:
    """For each group, the kinds of changes that occur in some cheapest way."""
    found: dict[Group, tuple[int, ...]] = {}
    for step in ways.steps:
        used = (step.options[step.option].sum(axis=0) > 0).tolist()
        found[step.group] = tuple(kind for kind, one in enumerate(used) if one)
    return found


def _merged(ways: Ways) -> tuple[Edges, ...]:
    """The edges of each step between classes of states: states with the same ways on are one, and few are left."""
    classes = np.zeros(1, dtype=np.int64)
    found: list[Edges] = []
    for step in reversed(ways.steps):
        ends = classes[step.end] if found else np.zeros(len(step.end), dtype=np.int64)
        starts, row = np.unique(step.start, return_inverse=True)
        table = np.full((len(starts), len(step.options)), -1, dtype=np.int64)
        table[row.reshape(-1), step.option] = ends
        first, place = distinct_rows(table)
        classes = np.zeros(int(starts.max()) + 1, dtype=np.int64)
        classes[starts] = place
        found.append(_edges(table[first], step.options.sum(axis=1)))
    return tuple(reversed(found))


def _edges(table: NDArray[np.int64], changed: NDArray[np.int64]) -> Edges:
    """For each row, how many votes change and the class where that leads to."""
    votes = changed.tolist()
    return {
        start: [(number, end) for number, end in zip(votes, ends, strict=True) if end >= 0]
        for start, ends in enumerate(table.tolist())
    }


def _onward(together: Together, edges: Edges) -> Mapping[int, Together]:
    if len(together) == 1:  # mostly so, and then each number of changes mostly leads to one end
        (start,) = together
        plain = {changed: frozenset((end,)) for changed, end in edges[start]}
        if len(plain) == len(edges[start]):
            return plain
    reached: dict[int, set[int]] = {}
    for start in together:
        for changed, end in edges[start]:
            reached.setdefault(changed, set()).add(end)
    return {changed: frozenset(ends) for changed, ends in reached.items()}

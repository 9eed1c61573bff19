"""Coalitions by their critical members for any monotone game: a walk that carries along where departures lead.

A state of the walk is the coalition's node and, for every node that the coalition without one of its members would be
at, how many members lead there. Departures that can no longer change anything are forgotten, and equal states are
merged; where desirability is a chain `psephos.power.critical` is much faster. Used for compound rules with a few
classes, and for small bodies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb

from psephos.errors import BudgetError
from psephos.power.critical import Coalitions
from psephos.power.ladder import Ladder

__all__ = ["BUDGET", "Walk", "johnston_walk", "minimal_divisions_walk", "minimal_walk", "walk"]

BUDGET = 400_000
"""How many steps between states a walk may take."""

State = tuple[int, tuple[tuple[int, int], ...]]
"""A node, and (node without one member, how many such members) in order."""


@dataclass(frozen=True, slots=True, eq=False)
class Walk:
    """All states by level, and their steps: the next state for k votes in favour (None: dropped)."""

    rungs: tuple[tuple[tuple[int, ...], ...], ...]
    sizes: tuple[int, ...]
    levels: tuple[Mapping[State, tuple[State | None, ...]], ...]


def walk(game: Ladder, *, minimal: bool, budget: int = BUDGET) -> Walk:
    """Walk a monotone game down; with `minimal`, drop coalitions in which some member can no longer become critical.

    Raises:
        BudgetError: more steps than the budget.
    """
    rungs = tuple(tuple(map(tuple, rows.tolist())) for rows in game.rungs)
    constants = _constants(rungs)
    frontier: dict[State, None] = {(0, ()): None}
    levels: list[Mapping[State, tuple[State | None, ...]]] = []
    spent = 0
    for number, rows in enumerate(rungs):
        taken: dict[State, tuple[State | None, ...]] = {}
        following: dict[State, None] = {}
        for state in frontier:
            steps = tuple(_step(state, rows, k, constants[number + 1], minimal=minimal) for k in range(len(rows[0])))
            taken[state] = steps
            following.update(dict.fromkeys(step for step in steps if step))
            spent += len(steps)
            if spent > budget:
                raise BudgetError(
                    f"telling critical members apart took over {budget:,} steps at class {number + 1} of {len(rungs)}; "
                    "merge interchangeable members, or ask for indices that count swings only (banzhaf, shapley_shubik)"
                )
        levels.append(taken)
        frontier = following
    return Walk(rungs, game.sizes, tuple(levels))


def _constants(rungs: Sequence[Sequence[Sequence[int]]]) -> list[tuple[int | None, int | None]]:
    """For every level the node that surely fails and the one that surely succeeds, if there are such."""
    found: list[tuple[int | None, int | None]] = [(0, 1)]
    for rows in reversed(rungs):
        below = found[-1]
        nodes = [next((n for n, row in enumerate(rows) if set(row) == {end}), None) for end in below]
        found.append((nodes[0], nodes[1]))
    return found[::-1]


def _step(
    state: State, rows: Sequence[Sequence[int]], k: int, constants: tuple[int | None, int | None], *, minimal: bool
) -> State | None:
    node, departures = state
    new = rows[node][k]
    fails, holds = constants
    if new == fails:
        return None
    counts: dict[int, int] = {}
    for at, number in (*((rows[at][k], number) for at, number in departures), *([(rows[node][k - 1], k)] if k else [])):
        if at in (new, holds):
            if minimal:
                return None
            continue
        counts[at] = counts.get(at, 0) + number
    return new, tuple(sorted(counts.items()))


def minimal_walk(game: Ladder, budget: int = BUDGET) -> Coalitions:
    """How many coalitions win and lose whichever member leaves them, by size, and with one vote of each class?"""
    steps = walk(game, minimal=True, budget=budget)
    size = game.members + 1
    up = _finished(steps)
    sizes = up[0].get((0, ()), {})
    by_size = tuple(sizes.get(number, 0) for number in range(size))
    return Coalitions(sum(by_size), by_size, _holding(steps, up, size))


Sizes = dict[int, int]


def _finished(steps: Walk) -> list[dict[State, Sizes]]:
    """For every state, the minimal coalitions that go on from there, by the number of further votes."""
    ends: dict[State, Sizes] = {(1, ()): {0: 1}}
    found = [ends]
    for level, size in zip(reversed(steps.levels), reversed(steps.sizes), strict=True):
        values: dict[State, Sizes] = {}
        for state, edges in level.items():
            total: Sizes = {}
            for k, following in enumerate(edges):
                for more, number in _below(found[-1], following).items():
                    total[k + more] = total.get(k + more, 0) + comb(size, k) * number
            values[state] = total
        found.append(values)
    return found[::-1]


def _below(values: Mapping[State, Sizes], state: State | None) -> Sizes:
    if state is None:
        return {}
    found = values.get(state)
    if found is None and state[0] == 1 and all(at == 0 for at, _ in state[1]):
        return {0: 1}
    return found or {}


def _holding(steps: Walk, up: Sequence[Mapping[State, Sizes]], length: int) -> tuple[tuple[int, ...], ...]:
    """By size, the minimal coalitions with one certain vote of each class."""
    down: dict[State, Sizes] = {state: {0: 1} for state in steps.levels[0]}
    found = []
    for number, (level, size) in enumerate(zip(steps.levels, steps.sizes, strict=True)):
        following: dict[State, Sizes] = {}
        row = [0] * length
        for state, edges in level.items():
            for k, new in enumerate(edges):
                if new is not None:
                    come = {before + k: ways * comb(size, k) for before, ways in down[state].items()}
                    _add(following.setdefault(new, {}), come)
                    _credit(row, come, _below(up[number + 1], new), k)
        found.append(tuple(total // size for total in row))
        down = following
    return tuple(found)


def _add(target: Sizes, more: Sizes) -> None:
    for size, ways in more.items():
        target[size] = target.get(size, 0) + ways


def _credit(row: list[int], come: Sizes, ends: Sizes, votes: int) -> None:
    for before, ways in come.items():
        for more, number in ends.items():
            row[before + more] += ways * number * votes


def johnston_walk(game: Ladder, budget: int = BUDGET) -> tuple[Fraction, ...]:
    """For one vote of each class: 1 / (number of critical votes), added up over the coalitions it is critical in."""
    steps = walk(game, minimal=False, budget=budget)
    values = _shares(steps)
    down: dict[State, int] = dict.fromkeys(steps.levels[0], 1)
    result = []
    for number, (level, size) in enumerate(zip(steps.levels, steps.sizes, strict=True)):
        following: dict[State, int] = {}
        total = Fraction(0)
        for state, edges in level.items():
            for k, new in enumerate(edges):
                if new is None:
                    continue
                ways = down[state] * comb(size, k)
                following[new] = following.get(new, 0) + ways
                if k:
                    left = steps.rungs[number][state[0]][k - 1]
                    total += ways * k * _share(values[number + 1], new, left)
        result.append(total / size)
        down = following
    return tuple(result)


def _shares(steps: Walk) -> list[dict[tuple[State, int], Fraction]]:
    """For every state and departure: 1 / (critical votes), over the completions where that departure is critical."""
    found: list[dict[tuple[State, int], Fraction]] = [{}]
    for number in reversed(range(len(steps.levels))):
        values: dict[tuple[State, int], Fraction] = {}
        for state, edges in steps.levels[number].items():
            for at, _ in state[1]:
                values[state, at] = sum(
                    (
                        comb(steps.sizes[number], k) * _share(found[-1], new, steps.rungs[number][at][k])
                        for k, new in enumerate(edges)
                        if new is not None
                    ),
                    Fraction(0),
                )
        found.append(values)
    return found[::-1]


def _share(values: Mapping[tuple[State, int], Fraction], state: State, at: int) -> Fraction:
    known = values.get((state, at))
    if known is not None:
        return known
    departures = dict(state[1])
    if state[0] == 1 and departures.keys() == {0} and at == 0:
        return Fraction(1, departures[0])
    return Fraction(0)


def minimal_divisions_walk(game: Ladder, budget: int = BUDGET) -> Iterator[tuple[int, ...]]:
    """List the minimal winning coalitions by how many votes of each class they hold, one at a time."""
    steps = walk(game, minimal=True, budget=budget)
    up = _finished(steps)

    def follow(level: int, state: State, taken: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if level == len(steps.levels):
            yield taken
            return
        for k, new in reversed(list(enumerate(steps.levels[level][state]))):
            if new is not None and _below(up[level + 1], new):
                yield from follow(level + 1, new, (*taken, k))

    yield from follow(0, (0, ()), ())

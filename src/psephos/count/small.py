"""The question of `psephos.count.feasible` for problems so small that plain Python answers before NumPy is loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import comb

from psephos.count.problem import Class, Prepared, Problem, prepared, split

__all__ = ["TooLarge", "solve_small"]

_STATES = 300
_OPTIONS = 100

State = tuple[tuple[int, ...], tuple[int, ...]]
"""What has been used of the tally, kind by kind, and the running sums."""


class TooLarge(Exception):
    """More states than are worth walking one by one."""


def solve_small(problem: Problem) -> tuple[dict[int, int], ...] | None:
    """How could each group divide its votes among the choices, so that every range is kept? None if it cannot be.

    Raises:
        TooLarge: another way must be taken.

    Examples:
        >>> from psephos.count.problem import Group
        >>> solve_small(Problem((Group(5, (0, 1), ((1,), (0,))),), (3,), (None,), None))
        ({0: 5},)
    """
    ready = prepared(problem)
    if ready.hopeless:
        return None
    order = _order(ready)
    least, most = _left([ready.classes[number] for number in order], ready)
    states: dict[State, None] = {((0,) * len(ready.kinds), (0,) * len(ready.lows)): None}
    trail: list[dict[State, tuple[State, tuple[int, ...]]]] = []
    for place, number in enumerate(order):
        trail.append(_step(states, ready.classes[number], ready, (least[place + 1], most[place + 1])))
        states = dict.fromkeys(trail[-1])
        if not states:
            return None
    return split(ready, problem, _read(trail, order, ready, next(iter(states))))


def _order(ready: Prepared) -> list[int]:
    """Under a tally the largest class comes last: what is left is then its share."""
    places = range(len(ready.classes))
    return sorted(places, key=lambda n: (_options(ready.classes[n]), n)) if ready.tally is not None else list(places)


def _options(one: Class) -> int:
    return comb(one.votes + len(one.kinds) - 1, one.votes) if one.kinds else 0


def _left(classes: Sequence[Class], ready: Prepared) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    """For every number of classes done, the least and the most that the rest can add."""
    least: list[tuple[int, ...]] = [(0,) * len(ready.lows)]
    most = [least[0]]
    for one in reversed(classes):
        columns = list(zip(*one.rows, strict=True))
        least.append(tuple(a + one.votes * min(column) for a, column in zip(least[-1], columns, strict=True)))
        most.append(tuple(a + one.votes * max(column) for a, column in zip(most[-1], columns, strict=True)))
    return least[::-1], most[::-1]


def _step(
    states: dict[State, None], one: Class, ready: Prepared, left: tuple[tuple[int, ...], tuple[int, ...]]
) -> dict[State, tuple[State, tuple[int, ...]]]:
    if _options(one) > _OPTIONS:
        raise TooLarge
    moves = [(counts, _worth(counts, one)) for counts in _divisions(one.votes, len(one.kinds))]
    limits = list(zip(ready.lows, ready.highs, *left, strict=True))
    found: dict[State, tuple[State, tuple[int, ...]]] = {}
    for state in states:
        for counts, worth in moves:
            used = _used(state[0], counts, one, ready)
            sums = None if used is None else _clipped(state[1], worth, limits)
            if used is not None and sums is not None:
                found.setdefault((used, sums), (state, counts))
        if len(found) > _STATES:
            raise TooLarge
    return found


def _divisions(votes: int, kinds: int) -> Iterator[tuple[int, ...]]:
    """The ways to divide votes among kinds, as many as can be for the first one first."""
    if kinds == 1:
        yield (votes,)
        return
    for first in range(votes, -1, -1):
        for rest in _divisions(votes - first, kinds - 1):
            yield (first, *rest)


def _worth(counts: Sequence[int], one: Class) -> tuple[int, ...]:
    return tuple(
        sum(n * value for n, value in zip(counts, column, strict=True)) for column in zip(*one.rows, strict=True)
    )


def _used(used: tuple[int, ...], counts: Sequence[int], one: Class, ready: Prepared) -> tuple[int, ...] | None:
    if ready.tally is None:
        return used
    more = list(used)
    for kind, number in zip(one.kinds, counts, strict=True):
        more[kind] += number
        if more[kind] > ready.tally[kind]:
            return None
    return tuple(more)


def _clipped(
    sums: tuple[int, ...], worth: tuple[int, ...], limits: Sequence[tuple[int, int | None, int, int]]
) -> tuple[int, ...] | None:
    """The sums after one class more; None if a range is sure to fail. What is sure to suffice is not told apart."""
    found = []
    for before, more, (low, high, least, most) in zip(sums, worth, limits, strict=True):
        now = before + more
        if now + most < low or (high is not None and now + least > high):
            return None
        found.append(min(now, low - least) if high is None else now)
    return tuple(found)


def _read(
    trail: Sequence[dict[State, tuple[State, tuple[int, ...]]]], order: Sequence[int], ready: Prepared, state: State
) -> list[list[int]]:
    counts = [[0] * len(ready.kinds) for _ in ready.classes]
    for step, number in zip(reversed(trail), reversed(order), strict=True):
        state, chosen = step[state]
        for kind, votes in zip(ready.classes[number].kinds, chosen, strict=True):
            counts[number][kind] = votes
    return counts

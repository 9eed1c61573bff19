"""Do votes exist that keep every range? Level by level over classes of interchangeable seats, exactly.

A state is what has been used of the tally (if there is one) and the running sums. Sums are clipped where a range is
sure to hold and dropped where it is sure to fail; where only a lower limit counts, a state is dropped if another has
no smaller sums (that is exact: what completes the smaller completes the larger). A narrow beam is tried first; only
if it fails and has cut something are all states kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from typing import TYPE_CHECKING

import numpy as np

from psephos.count.problem import Class, Prepared, Problem, prepared, split
from psephos.count.rows import Array, codes, ranked, whole_type
from psephos.errors import BudgetError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["solve"]


_BEAMS = (256, 8192)
_PIECES = 200
_EDGES = 32
_PAIR = 2
_ROWS = 1 << 20


def solve(problem: Problem, budget: int) -> tuple[dict[int, int], ...] | None:
    """How could each group divide its votes among the choices, so that every range is kept? None if it cannot be.

    Args:
        problem: the groups, ranges and tally.
        budget: at most so many states are kept over all levels.

    Raises:
        BudgetError: the budget is spent before the answer is certain.

    Examples:
        >>> from psephos.count.problem import Group
        >>> five = Group(5, (0, 1), ((1,), (0,)))
        >>> solve(Problem((five,), (3,), (None,), None), 100)
        ({0: 5},)
        >>> solve(Problem((five,), (6,), (None,), None), 100) is None
        True
    """
    ready = prepared(problem)
    if ready.hopeless:
        return None
    search = _Search.prepare(problem, ready, budget)
    for beam in (*_BEAMS, None):
        found, cut = search.run(beam)
        if found is not None or not cut:
            return found
    return None


@dataclass(frozen=True, slots=True)
class _Level:
    """One class, or a part of one: its options as counts of types, and what each adds to the sums."""

    group: int
    votes: int
    types: tuple[int, ...]
    coefficients: Array
    options: Array | None
    added: Array | None


@dataclass(frozen=True, slots=True)
class _Search:
    problem: Problem
    ready: Prepared
    budget: int
    levels: tuple[_Level, ...]
    tally: Array | None
    low: Array
    high: Array
    one_sided: NDArray[np.bool_]
    least_left: Array
    most_left: Array
    type_most: Array | None

    @classmethod
    def prepare(cls, problem: Problem, ready: Prepared, budget: int) -> _Search:
        """Cut classes into levels, and bound what is left to be added after each."""
        one_sided = np.array([high is None for high in ready.highs], dtype=bool)
        dtype = _dtype(ready)
        tally = None if ready.tally is None else np.array(ready.tally, dtype=np.int64)
        levels = _levels(ready, dtype)
        width, kinds = len(ready.lows), len(ready.kinds)
        least_left, most_left = _left(levels, width, dtype)
        type_most = None if tally is None else _type_most(levels, kinds, width, dtype)
        low: Array = np.array(ready.lows, dtype=dtype)
        high: Array = np.array(
            [a if b is None else b for a, b in zip(ready.lows, ready.highs, strict=True)], dtype=dtype
        )
        return cls(problem, ready, budget, levels, tally, low, high, one_sided, least_left, most_left, type_most)

    def run(self, beam: int | None) -> tuple[tuple[dict[int, int], ...] | None, bool]:
        """Walk the levels; returns the division found and whether the beam cut anything."""
        states = _States.start(self)
        trail: list[tuple[NDArray[np.int64], Array]] = []
        cut, kept = False, 0
        for number, level in enumerate(self.levels):
            states, parents, chosen = self._step(states, level, number, kept)
            if not len(parents):
                return None, cut
            if beam is not None and len(parents) > beam:
                best = self._best(states, number, beam)
                states, parents, chosen, cut = states.take(best), parents[best], chosen[best], True
            kept += len(parents)
            self._check(kept, number)
            trail.append((parents, chosen))
        return self._read(trail), cut

    def _check(self, kept: int, number: int) -> None:
        if kept > self.budget:
            raise BudgetError(
                f"looking for a completion reached {kept:,} states at level {number + 1} of {len(self.levels)}, "
                f"over the limit of {self.budget:,}; name more of the open ballots, give a larger budget, or "
                "sample completions (psephos.count.sampling)"
            )

    def _step(self, states: _States, level: _Level, number: int, kept: int) -> tuple[_States, NDArray[np.int64], Array]:
        """All states after one more level, each with its parent and the option taken."""
        last = number == len(self.levels) - 1
        if last and self.tally is not None:
            return self._close(states, level)
        options = _bounded(level, self.tally)
        added = options @ level.coefficients if level.added is None else level.added
        size = max(1, _ROWS // max(1, len(options)))
        blocks: list[tuple[_States, NDArray[np.int64], Array]] = []
        for first in range(0, len(states.sums), size):
            block = self._expand(states.slice(first, first + size), level, options, added, number)
            blocks.append((block[0], block[1] + first, block[2]))
            self._check(kept + min(first + size, len(states.sums)) * len(options) // _EDGES, number)
        if len(blocks) == 1:
            return blocks[0]
        joined = _States.join([block[0] for block in blocks])
        keep = self._undominated(joined)
        parents = np.concatenate([block[1] for block in blocks])
        chosen = np.concatenate([block[2] for block in blocks])
        return joined.take(keep), parents[keep], chosen[keep]

    def _expand(
        self, states: _States, level: _Level, options: Array, added: Array, number: int
    ) -> tuple[_States, NDArray[np.int64], Array]:
        parents = np.repeat(np.arange(len(states.sums)), len(options))
        picks = np.tile(np.arange(len(options)), len(states.sums))
        sums = states.sums[parents] + added[picks]
        used = states.used
        if self.tally is not None:
            used = states.used[parents]
            used[:, list(level.types)] += options[picks]
            fits = (used <= self.tally).all(axis=1)
            parents, picks, sums, used = parents[fits], picks[fits], sums[fits], used[fits]
        least, most = self._left(used, number + 1)
        alive = ((sums + most >= self.low) & (self.one_sided | (sums + least <= self.high))).all(axis=1)
        full = _States(
            np.where(self.one_sided, np.minimum(sums, self.low - least), sums)[alive],
            used[alive] if self.tally is not None else used,
        )
        parents, picks = parents[alive], picks[alive]
        keep = self._undominated(full)
        return full.take(keep), parents[keep], options[picks[keep]]

    def _close(self, states: _States, level: _Level) -> tuple[_States, NDArray[np.int64], Array]:
        """The last class under a tally takes all that is left of it."""
        left = self._tally() - states.used
        others = [kind for kind in range(left.shape[1]) if kind not in level.types]
        counts = left[:, list(level.types)]
        sums = states.sums + counts @ level.coefficients
        fine = (left[:, others] == 0).all(axis=1) & (sums >= self.low).all(axis=1)
        fine &= (self.one_sided | (sums <= self.high)).all(axis=1)
        places = np.flatnonzero(fine)[:1]
        return _States(sums[places], states.used[places]), places, counts[places]

    def _tally(self) -> Array:
        return np.zeros(0, np.int64) if self.tally is None else self.tally

    def _left(self, used: Array, number: int) -> tuple[Array, Array]:
        """The least and the most that the levels after `number` can still add to the sums."""
        least, most = self.least_left[number], self.most_left[number]
        if self.type_most is None or self.tally is None or number == len(self.levels):
            return least, most
        left = self.tally - used
        lowest, highest = self.type_most[number]
        return np.maximum(least, left @ lowest), np.minimum(most, left @ highest)

    def _undominated(self, states: _States) -> NDArray[np.int64]:
        """Which states are kept, in their order: each once, and none that another surpasses."""
        free = [k for k in range(states.sums.shape[1]) if self.one_sided[k]]
        exact = [states.sums[:, k] for k in range(states.sums.shape[1]) if not self.one_sided[k]]
        exact += [states.sums[:, k] for k in free[2:]]
        if self.tally is not None:
            exact += [states.used[:, t] for t in range(states.used.shape[1] - 1)]
        code = codes(exact, len(states.sums))
        ranks = [ranked(states.sums[:, k]) for k in free[:2]]
        order = np.lexsort((*(-rank for rank in reversed(ranks)), code))
        return np.sort(order[_front(code[order], [rank[order] for rank in ranks])])

    def _best(self, states: _States, number: int, beam: int) -> NDArray[np.int64]:
        """The states whose worst range has the most room, measured against what can still be added."""
        least, most = self._left(states.used, number + 1)
        room = np.asarray(states.sums + most - self.low, dtype=float)
        width = np.asarray(most - least, dtype=float) + 1.0
        two_sided = np.asarray(self.high - states.sums - least, dtype=float)
        room = np.where(self.one_sided, room, np.minimum(room, two_sided))
        score = np.min(room / width, axis=1, initial=np.inf)
        return np.sort(np.argsort(-score, kind="stable")[:beam])

    def _read(self, trail: list[tuple[NDArray[np.int64], Array]]) -> tuple[dict[int, int], ...]:
        """Follow the first final state back, and split merged choices again."""
        counts = [[0] * len(self.ready.kinds) for _ in self.problem.groups]
        place = 0
        for (parents, chosen), level in zip(reversed(trail), reversed(self.levels), strict=True):
            for kind, number in zip(level.types, chosen[place], strict=True):
                counts[level.group][kind] += int(number)
            place = int(parents[place])
        return split(self.ready, self.problem, counts)


@dataclass(frozen=True, slots=True)
class _States:
    sums: Array
    used: Array

    @classmethod
    def start(cls, search: _Search) -> _States:
        types = 0 if search.tally is None else len(search.tally)
        return cls(np.zeros((1, len(search.low)), dtype=search.low.dtype), np.zeros((1, types), dtype=np.int64))

    @classmethod
    def join(cls, parts: Sequence[_States]) -> _States:
        return cls(np.concatenate([p.sums for p in parts]), np.concatenate([p.used for p in parts]))

    def take(self, places: Array) -> _States:
        return _States(self.sums[places], self.used[places] if self.used.shape[1] else self.used)

    def slice(self, first: int, last: int) -> _States:
        return _States(self.sums[first:last], self.used[first:last] if self.used.shape[1] else self.used)


def _dtype(ready: Prepared) -> type:
    """int64 where every sum fits with room to spare, else Python integers."""
    votes = sum(one.votes for one in ready.classes)
    most = votes * max((abs(value) for one in ready.classes for row in one.rows for value in row), default=0)
    limits = [abs(value) for value in (*ready.lows, *ready.highs) if value is not None]
    return whole_type(most + max(limits, default=0))


def _levels(ready: Prepared, dtype: type) -> tuple[_Level, ...]:
    classes = ready.classes
    order = list(range(len(classes)))
    if ready.tally is not None:  # the class with the most divisions last: it takes what is left
        order.sort(key=lambda g: (comb(classes[g].votes + len(classes[g].kinds) - 1, classes[g].votes), g))
    levels: list[_Level] = []
    for place, g in enumerate(order):
        forced = ready.tally is not None and place == len(order) - 1
        levels.extend(_parts(g, classes[g], ready, dtype, forced=forced))
    return tuple(levels)


def _parts(number: int, one: Class, ready: Prepared, dtype: type, *, forced: bool) -> list[_Level]:
    coefficients: Array = np.array(one.rows, dtype=dtype).reshape(len(one.kinds), len(ready.lows))
    parts: list[_Level] = []
    for votes in [one.votes] if forced else _pieces(one.votes, len(one.kinds)):
        options = None if forced else _compositions(votes, len(one.kinds))
        added = None if options is None or ready.tally is not None else options @ coefficients
        parts.append(_Level(number, votes, one.kinds, coefficients, options, added))
    return parts


def _pieces(votes: int, types: int) -> list[int]:
    """Cut a class into parts small enough that the divisions of each can be laid out."""
    size = votes
    while size > 1 and types > _PAIR and comb(size + types - 1, types - 1) > _PIECES:
        size //= 2
    whole, rest = divmod(votes, size)
    return [size] * whole + ([rest] if rest else [])


def _compositions(total: int, parts: int) -> Array:
    """Every way to divide a total into so many parts, the first part as large as can be first."""
    rows = np.zeros((1, parts), dtype=np.int64)
    left = np.array([total], dtype=np.int64)
    for part in range(parts - 1):
        repeats = left + 1
        place = np.repeat(np.arange(len(rows)), repeats)
        within = np.arange(len(place)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
        rows = rows[place]
        rows[:, part] = left[place] - within
        left = within
    rows[:, parts - 1] = left
    return rows


def _bounded(level: _Level, tally: Array | None) -> Array:
    options = level.options
    if options is None:  # never: only the forced level of a tally has none
        options = _compositions(level.votes, len(level.types))
    return options if tally is None else options[(options <= tally[list(level.types)]).all(axis=1)]


def _left(levels: Sequence[_Level], width: int, dtype: type) -> tuple[Array, Array]:
    """For every number of levels done, the least and the most that the rest can add."""
    least: Array = np.zeros((len(levels) + 1, width), dtype=dtype)
    most: Array = np.zeros((len(levels) + 1, width), dtype=dtype)
    for number in range(len(levels) - 1, -1, -1):
        level = levels[number]
        least[number] = least[number + 1] + level.votes * level.coefficients.min(axis=0)
        most[number] = most[number + 1] + level.votes * level.coefficients.max(axis=0)
    return least, most


def _type_most(levels: Sequence[_Level], kinds: int, width: int, dtype: type) -> Array:
    """For every number of levels done, the least and the most a vote of each type can be worth in the rest."""
    found: Array = np.zeros((len(levels) + 1, 2, kinds, width), dtype=dtype)
    seen = np.zeros(kinds, dtype=bool)
    for number in range(len(levels) - 1, -1, -1):
        level, current = levels[number], found[number + 1].copy()
        for kind, row in zip(level.types, level.coefficients, strict=True):
            current[0, kind] = np.minimum(current[0, kind], row) if seen[kind] else row
            current[1, kind] = np.maximum(current[1, kind], row) if seen[kind] else row
            seen[kind] = True
        found[number] = current
    return found


def _front(code: NDArray[np.int64], ranks: Sequence[NDArray[np.int64]]) -> NDArray[np.bool_]:
    """Of rows sorted by code and then by falling ranks, those that no earlier row of the code surpasses."""
    first = np.ones(len(code), dtype=bool)
    first[1:] = code[1:] != code[:-1]
    if len(ranks) < _PAIR or not len(code):
        return first
    value = code * (int(ranks[1].max()) + 1) + ranks[1]
    highest = np.maximum.accumulate(value)
    first[1:] |= value[1:] > highest[:-1]
    return first

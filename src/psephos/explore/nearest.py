"""The cheapest ways to change ballots so that the outcome turns, all of them, without listing profiles.

The classes of interchangeable votes are gone through one after the other. A state keeps the price so far and, for every
range of the rule, how far the changes have moved it; what is sure to hold or to fail with the changes that the price
still allows is forgotten, so that few states are left. The price allowed grows until some way exists; then the ways at
the lowest price are exactly the paths that reach success at that price.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, assert_never

import numpy as np

from psephos.count.conjuncts import AllOf, AnyOf, Node, Range
from psephos.count.rows import Array, distinct, whole_type
from psephos.errors import BudgetError
from psephos.explore.truths import FALSE, OPEN, TRUE, leaves, sure, truth

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.int64]
    Truth = NDArray[np.int8]

__all__ = ["Group", "Kind", "Step", "Ways", "cheapest"]

BUDGET = 6_000_000
_MOST_OPTIONS = 200_000


@dataclass(frozen=True, slots=True)
class Kind:
    """Changes that move every range alike at one price: by how much, how dear, and to which choices."""

    moves: tuple[int, ...]
    price: int
    choices: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Interchangeable votes: which blocks they are, how many votes, and the kinds of changes open to each."""

    blocks: tuple[int, ...]
    votes: int
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One group in the search: how many votes change to each kind, and the edges that lie on a cheapest way.

    `options[o, k]` of the votes change to kind k. An edge goes from state `start` with `option` to state `end`.
    """

    group: Group
    options: Places
    start: Places
    option: Places
    end: Places

    @property
    def changed(self) -> Places:
        """How many votes each edge changes."""
        found: Places = self.options.sum(axis=1)[self.option]
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """Every cheapest way: its price, and the edges of each step."""

    price: int
    steps: tuple[Step, ...]


def cheapest(tree: Node, base: Sequence[int], groups: Sequence[Group], *, most: int | None = None) -> Ways | None:
    """Which changes make the tree true at the lowest price? None if none do.

    Args:
        tree: the ranges that must hold, joined.
        base: the value of every range (in the order of `leaves(tree)`) as the ballots stand.
        groups: the votes, each with what it may become; every price is at least 1.
        most: a price that is surely enough, if one is known.

    Raises:
        BudgetError: more than a few million states.

    Cost: by the states near the threshold; milliseconds for 15 seats.
    """
    ranges = leaves(tree)
    search = _Search.of(tree, ranges, base, groups)
    highest = sum(group.votes * max(kind.price for kind in group.kinds) for group in groups)
    limit = min(highest, search.least if most is None else most)
    while limit:
        found = search.within(limit)
        if found is not None or limit >= highest:
            return found
        limit = min(highest, limit + max(search.dearness, limit // 8))
    return None


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """The problem laid out: for each group what the groups after it can still add, by how many votes may change."""

    tree: Node
    ranges: tuple[Range, ...]
    base: Array
    groups: tuple[Group, ...]
    gains: tuple[Array, ...]
    losses: tuple[Array, ...]
    dearness: int

    @classmethod
    def of(cls, tree: Node, ranges: tuple[Range, ...], base: Sequence[int], groups: Sequence[Group]) -> _Search:
        ordered = tuple(sorted(groups, key=lambda group: _pull(group, ranges), reverse=True))
        largest = max((abs(move) for group in ordered for kind in group.kinds for move in kind.moves), default=0)
        dearest = sum(group.votes * max(kind.price for kind in group.kinds) for group in ordered)
        size = (
            largest * sum(group.votes for group in ordered) + max((abs(value) for value in base), default=0) + dearest
        )
        dtype = whole_type(size)
        gains = _most(ordered, len(ranges), dtype, sign=1)
        losses = _most(ordered, len(ranges), dtype, sign=-1)
        cheap = min((kind.price for group in ordered for kind in group.kinds), default=1)
        return cls(tree, ranges, np.array(base, dtype=dtype), ordered, gains, losses, cheap)

    @property
    def least(self) -> int:
        """A price below which nothing turns: that of so many votes that every range by itself could be met."""
        return max(1, self._votes(self.tree)) * self.dearness

    def _votes(self, tree: Node) -> int:
        match tree:
            case bool():
                return 0
            case Range(low=low, high=high):
                at = self.ranges.index(tree)
                up = self.base[at] + self.gains[0][:, at]
                down = self.base[at] - self.losses[0][:, at]
                fits = np.ones(len(up), dtype=bool)
                if low is not None:
                    fits &= (up >= low).astype(bool)
                if high is not None:
                    fits &= (down <= high).astype(bool)
                return int(np.argmax(fits)) if fits.any() else len(up)
            case AllOf(of=parts):
                return max(self._votes(part) for part in parts)
            case AnyOf(of=parts):
                return min(self._votes(part) for part in parts)
            case other:
                assert_never(other)

    def within(self, limit: int) -> Ways | None:
        """Every cheapest way at a price of at most the limit."""
        states = _States.start(self.base)
        raw: list[tuple[Places, Places, Places, Places]] = []
        spent = 0
        for number, group in enumerate(self.groups):
            options = _options(group, min(group.votes, limit // self.dearness))
            spent += len(states.prices) * len(options)
            _check(spent, number + 1, len(self.groups))
            start, option, reached = states.stepped(group, options, limit)
            kept, reached = self._judged(reached, number + 1, limit)
            first, end = reached.distinct()
            states = reached.at(first)
            raw.append((options, start[kept], option[kept], end))
            if not len(first):
                return None
        return _traced(self.groups, raw, states)

    def _judged(self, states: _States, number: int, limit: int) -> tuple[Places, _States]:
        """Settle what is sure by now; states that cannot succeed any more are dropped."""
        left = np.minimum((limit - states.prices) // self.dearness, len(self.gains[number]) - 1).astype(np.int64)
        most, least = states.values + self.gains[number][left], states.values - self.losses[number][left]
        status = states.status.copy()
        for at, part in enumerate(self.ranges):
            now_sure = sure(part, least[:, at], most[:, at])
            status[:, at] = np.where(status[:, at] == OPEN, now_sure, status[:, at])
        kept = np.flatnonzero(truth(self.tree, self.ranges, status) != FALSE)
        now = np.stack(
            [sure(part, states.values[kept, at], states.values[kept, at]) for at, part in enumerate(self.ranges)],
            axis=1,
        )
        settled = status[kept]
        now = np.where(settled == OPEN, now, settled)
        done = states.done[kept] | (truth(self.tree, self.ranges, now) == TRUE)
        settled[done] = TRUE
        values = np.where(settled == OPEN, states.values[kept], 0)
        return kept, _States(states.prices[kept], done, settled, values)


@dataclass(frozen=True, slots=True, eq=False)
class _States:
    """States side by side: the price so far, whether the ballots as changed already succeed, and each range."""

    prices: Array
    done: NDArray[np.bool_]
    status: Truth
    values: Array

    @classmethod
    def start(cls, base: Array) -> _States:
        return cls(
            np.zeros(1, dtype=base.dtype),
            np.zeros(1, dtype=bool),
            np.full((1, len(base)), OPEN, np.int8),
            base[None, :],
        )

    def stepped(self, group: Group, options: Places, limit: int) -> tuple[Places, Places, _States]:
        """Change some of the group's votes in every way that the price allows; what has succeeded changes no more."""
        dtype = self.prices.dtype
        prices = options.astype(dtype) @ np.array([kind.price for kind in group.kinds], dtype=dtype)
        moves = options.astype(dtype) @ np.array([kind.moves for kind in group.kinds], dtype=dtype)
        spent = self.prices[:, None] + prices[None, :]
        fits = (spent <= limit).astype(bool) & (~self.done[:, None] | (prices == 0).astype(bool)[None, :])
        start, option = np.nonzero(fits)
        values = self.values[start] + moves[option]
        return start, option, _States(spent[start, option], self.done[start], self.status[start], values)

    def at(self, rows: Places) -> _States:
        return _States(self.prices[rows], self.done[rows], self.status[rows], self.values[rows])

    def distinct(self) -> tuple[Places, Places]:
        columns = [self.prices, self.done.astype(np.int64)]
        columns += [self.status[:, at].astype(np.int64) for at in range(self.status.shape[1])]
        columns += [self.values[:, at] for at in range(self.values.shape[1])]
        return distinct(columns, len(self.prices))


def _traced(
    groups: Sequence[Group], raw: Sequence[tuple[Places, Places, Places, Places]], last: _States
) -> Ways | None:
    """Keep the edges from which the lowest price is reached."""
    if not last.done.any():
        return None
    price = int(min(last.prices[last.done]))
    alive = last.done & (last.prices == price).astype(bool)
    steps = []
    sizes = [1, *(int(end.max()) + 1 for *_, end in raw[:-1])]
    for group, (options, start, option, end), size in zip(
        reversed(groups), reversed(raw), reversed(sizes), strict=True
    ):
        kept = alive[end]
        steps.append(Step(group, options, start[kept], option[kept], end[kept]))
        alive = np.zeros(size, dtype=bool)
        alive[start[kept]] = True
    return Ways(price, tuple(reversed(steps)))


def _most(groups: Sequence[Group], ranges: int, dtype: type, *, sign: int) -> tuple[Array, ...]:
    """For every number of groups done, and every number of votes that may change, the most that each range can move."""
    votes: list[list[int]] = [[] for _ in range(ranges)]
    found = []
    size = 1
    for group in (*reversed(groups), None):
        table: Array = np.zeros((size, ranges), dtype=dtype)
        for at, gains in enumerate(votes):
            sums = list(accumulate(sorted(gains, reverse=True), initial=0))
            table[:, at] = sums + sums[-1:] * (size - len(sums))
        found.append(table)
        for at in range(ranges if group else 0):
            best = max(sign * kind.moves[at] for kind in group.kinds) if group else 0
            votes[at] += [best] * (group.votes if group and best > 0 else 0)
        size += group.votes if group else 0
    return tuple(reversed(found))


def _pull(group: Group, ranges: Sequence[Range]) -> tuple[int, ...]:
    largest = [max(abs(kind.moves[at]) for kind in group.kinds) for at in range(len(ranges))]
    return (max(largest, default=0), *largest)


def _options(group: Group, most: int) -> Places:
    """Every way to change up to so many votes: how many to each kind, none first."""
    rows = np.zeros((1, 0), dtype=np.int64)
    left = np.array([most])
    for _ in group.kinds:
        place = np.repeat(np.arange(len(rows)), left + 1)
        within = np.arange(len(place)) - np.repeat(np.cumsum(left + 1) - left - 1, left + 1)
        rows = np.concatenate([rows[place], within[:, None]], axis=1)
        left = left[place] - within
        if len(rows) > _MOST_OPTIONS:
            raise BudgetError(
                f"{most:,} interchangeable votes may change in more than {_MOST_OPTIONS:,} ways; permit fewer changes"
            )
    return rows


def _check(spent: int, number: int, groups: int) -> None:
    if spent > BUDGET:
        raise BudgetError(
            f"the search for the fewest changes reached {spent:,} states at group {number} of {groups}, over the limit "
            f"of {BUDGET:,}; let fewer members or fewer choices change"
        )

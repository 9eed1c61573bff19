"""Desirability: can one member take another's place in every winning coalition?

For two members the diagram is walked with the one in favour and the other against, and with the two exchanged;
whether the one walk succeeds wherever the other does is the answer (Isbell 1958; Taylor and Zwicker 1999, chapter 3).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from psephos.power.ladder import Ladder
from psephos.power.order import promises_kept

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Nodes = NDArray[np.int64]

__all__ = ["at_least", "compared"]


def at_least(game: Ladder, one: int, other: int) -> bool:
    """Is a vote of class `one` at least as desirable as a vote of class `other`?"""
    first, last = sorted((one, other))
    if first == last:
        return True
    low, high = game.rungs[first][:, :-1].reshape(-1), game.rungs[first][:, 1:].reshape(-1)
    pairs = _distinct(low, high)
    for level in range(first + 1, last):
        rungs = game.rungs[level]
        pairs = _distinct(rungs[pairs[0]].reshape(-1), rungs[pairs[1]].reshape(-1))
    rungs = game.rungs[last]
    earlier_against = rungs[pairs[0]][:, 1:].reshape(-1)  # the later member in favour instead
    earlier_in_favour = rungs[pairs[1]][:, :-1].reshape(-1)
    kept = (earlier_against, earlier_in_favour) if one == first else (earlier_in_favour, earlier_against)
    none = np.zeros(0, dtype=np.int64)
    return promises_kept(game, [(none, none)] * (last + 1) + [kept])


def _distinct(low: Nodes, high: Nodes) -> tuple[Nodes, Nodes]:
    _, first = np.unique(low * (int(high.max(initial=0)) + 1) + high, return_index=True)
    return low[first], high[first]


def compared(game: Ladder, *, chain: bool) -> tuple[list[list[int]] | None, list[tuple[int, int]]]:
    """The classes ranked, equally desirable ones together; or, without a ranking, the pairs that cannot be compared.

    Args:
        game: the classes.
        chain: whether the classes are known to stand in order of desirability.
    """
    count = len(game.sizes)
    if chain:
        ranks = [[0]] if count else []
        for first, second in pairwise(range(count)):
            if at_least(game, second, first):
                ranks[-1].append(second)
            else:
                ranks.append([second])
        return ranks, []
    above = [[at_least(game, a, b) for b in range(count)] for a in range(count)]
    apart = [(a, b) for a in range(count) for b in range(a + 1, count) if not above[a][b] and not above[b][a]]
    if apart:
        return None, apart
    order = sorted(range(count), key=lambda a: -sum(above[a]))
    ranked: list[list[int]] = []
    for a in order:
        if ranked and above[a][ranked[-1][0]]:
            ranked[-1].append(a)
        else:
            ranked.append([a])
    return ranked, []

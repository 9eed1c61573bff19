"""Is a tree of ranges true, for many states at once, some of them not settled yet?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, assert_never

import numpy as np

from psephos.count.conjuncts import AllOf, AnyOf, Node, Range
from psephos.count.rows import Array

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Truth = NDArray[np.int8]

__all__ = ["FALSE", "OPEN", "TRUE", "leaves", "sure", "truth"]

FALSE, TRUE, OPEN = 0, 1, 2


def leaves(tree: Node) -> tuple[Range, ...]:
    """The ranges of a tree, each once, in order."""
    match tree:
        case bool():
            return ()
        case Range():
            return (tree,)
        case AllOf(of=parts) | AnyOf(of=parts):
            return tuple(dict.fromkeys(leaf for part in parts for leaf in leaves(part)))
        case other:
            assert_never(other)


def sure(part: Range, least: Array, most: Array) -> Truth:
    """Does the range hold, or fail, wherever the value lies between these?"""
    fails = np.zeros(len(least), dtype=bool)
    holds = np.ones(len(least), dtype=bool)
    if part.low is not None:
        fails |= (most < part.low).astype(bool)
        holds &= (least >= part.low).astype(bool)
    if part.high is not None:
        fails |= (least > part.high).astype(bool)
        holds &= (most <= part.high).astype(bool)
    return np.where(fails, FALSE, np.where(holds, TRUE, OPEN)).astype(np.int8)


def truth(tree: Node, ranges: tuple[Range, ...], status: Truth) -> Truth:
    """For every state: false, true, or open."""
    match tree:
        case bool():
            return np.full(len(status), int(tree), dtype=np.int8)
        case Range():
            return status[:, ranges.index(tree)]
        case AllOf(of=parts):
            return _joined([truth(part, ranges, status) for part in parts], decisive=FALSE)
        case AnyOf(of=parts):
            return _joined([truth(part, ranges, status) for part in parts], decisive=TRUE)
        case other:
            assert_never(other)


def _joined(parts: Iterable[Truth], *, decisive: int) -> Truth:
    """One decisive part settles all; else one open part leaves it open."""
    values = np.stack(list(parts))
    settled = np.where((values == OPEN).any(axis=0), OPEN, 1 - decisive)
    return np.where((values == decisive).any(axis=0), decisive, settled).astype(np.int8)

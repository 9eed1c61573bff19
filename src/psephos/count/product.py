"""The diagrams of several ranges walked together, under the tree that joins them.

What the tree makes of the ranges depends only on what is certain of each of them: false, true or open. For a few ranges
that is worked out once for every such combination; a level is then a look-up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

import numpy as np

from psephos.count.conjuncts import AllOf, AnyOf, Node, Range
from psephos.count.rows import distinct
from psephos.count.thresholds import FALSE, OPEN, TRUE, check_edges

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Nodes = NDArray[np.int64]
    Certainty = NDArray[np.int8]

__all__ = ["multiplied"]

_STATES = 3
_MOST_RANGES = 8
"""Up to so many ranges all 3**ranges combinations are laid out beforehand."""


def multiplied(
    tree: Node, leaves: Sequence[Range], parts: Sequence[tuple[Nodes, ...]], sizes: Sequence[int], budget: int
) -> list[Nodes]:
    """Walk all ranges together; a node is their nodes, with 0 for failure and 1 for success once that is certain.

    Args:
        tree: what joins the ranges.
        leaves: the different ranges.
        parts: the diagram of each of them, level by level.
        sizes: how many options each level has.
        budget: how many edges there may be.

    Raises:
        BudgetError: more edges than the budget.
    """
    if isinstance(tree, bool):
        ends = [0] * (len(sizes) - 1) + [int(tree)]
        return [np.full((1, size), end, dtype=np.int64) for size, end in zip(sizes, ends, strict=True)]
    judge = _Judge.of(tree, leaves)
    states = np.full((1, len(leaves)), OPEN, dtype=np.int64)
    raw: list[Nodes] = []
    spent = 0
    for number, size in enumerate(sizes):
        spent += len(states) * size
        check_edges(spent, budget, number + 1, len(sizes))
        following = [part[number][states[:, k]].reshape(-1) for k, part in enumerate(parts)]
        truth, fates = judge.of_nodes(following)
        if number + 1 == len(sizes):
            children = truth.astype(np.int64)
        else:
            columns = [np.where(fate == OPEN, nodes, fate) for nodes, fate in zip(following, fates, strict=True)]
            first, children = distinct(columns, len(truth))
            states = np.stack([column[first] for column in columns], axis=1)
        raw.append(children.reshape(-1, size))
    return raw


@dataclass(frozen=True, slots=True, eq=False)
class _Judge:
    """What the tree makes of the ranges; `table` has the verdict on every combination of certainties, if few."""

    tree: Node
    leaves: Sequence[Range]
    table: tuple[Certainty, list[Certainty]] | None

    @classmethod
    def of(cls, tree: Node, leaves: Sequence[Range]) -> _Judge:
        if len(leaves) > _MOST_RANGES:
            return cls(tree, leaves, None)
        codes = np.arange(_STATES ** len(leaves))
        certain = [(codes // _STATES**k % _STATES).astype(np.int8) for k in range(len(leaves))]
        return cls(tree, leaves, _judged(tree, leaves, certain))

    def of_nodes(self, nodes: Sequence[Nodes]) -> tuple[Certainty, list[Certainty]]:
        """Is the whole certain; and for each range: is it open still (OPEN), or to be taken as false or true?"""
        certain = [np.minimum(one, OPEN) for one in nodes]
        if self.table is None:
            return _judged(self.tree, self.leaves, [one.astype(np.int8) for one in certain])
        code = certain[0]
        for k, one in enumerate(certain[1:], start=1):
            code = code + one * _STATES**k
        truth, fates = self.table
        return truth[code], [fate[code] for fate in fates]


def _judged(tree: Node, leaves: Sequence[Range], certain: Sequence[Certainty]) -> tuple[Certainty, list[Certainty]]:
    """The truth of the tree, and what each range may be taken as.

    A range all of whose places lie inside parts that are true (or all false) is taken as true (or false): since the
    tree has no negation, those parts stay what they are.
    """
    known = dict(zip(leaves, certain, strict=True))
    size = len(certain[0])
    masks = {leaf: np.zeros((_STATES, size), dtype=bool) for leaf in leaves}
    _mark(tree, known, np.ones(size, dtype=bool), masks)
    fates = []
    for false, true, open_ in masks.values():
        kept = open_ | (false & true)
        fates.append(np.where(kept, OPEN, np.where(true, TRUE, FALSE)).astype(np.int8))
    return _truth(tree, known), fates


def _truth(tree: Node, known: dict[Range, Certainty]) -> Certainty:
    """For every state: false, true, or open."""
    match tree:
        case Range():
            return known[tree]
        case AllOf(of=parts):
            values = np.stack([_truth(part, known) for part in parts])
            return np.where((values == FALSE).any(axis=0), FALSE, values.max(axis=0)).astype(np.int8)
        case AnyOf(of=parts):
            values = np.stack([_truth(part, known) for part in parts])
            return np.where((values == TRUE).any(axis=0), TRUE, values.max(axis=0)).astype(np.int8)
        case bool():
            some = next(iter(known.values()))
            return np.full(len(some), int(tree), dtype=np.int8)
        case other:
            assert_never(other)


def _mark(
    tree: Node, known: dict[Range, Certainty], here: NDArray[np.bool_], masks: dict[Range, NDArray[np.bool_]]
) -> None:
    """Mark for each range where it stands inside something false, inside something true, or in the open."""
    truth = _truth(tree, known)
    for leaf in _within(tree):
        for value in (FALSE, TRUE):
            masks[leaf][value] |= here & (truth == value)
    open_ = here & (truth == OPEN)
    match tree:
        case Range():
            masks[tree][OPEN] |= open_
        case AllOf(of=parts) | AnyOf(of=parts):
            for part in parts:
                _mark(part, known, open_, masks)
        case bool():
            pass
        case other:
            assert_never(other)


def _within(tree: Node) -> tuple[Range, ...]:
    match tree:
        case AllOf(of=parts) | AnyOf(of=parts):
            return tuple(leaf for part in parts for leaf in _within(part))
        case Range():
            return (tree,)
        case bool():
            return ()
        case other:
            assert_never(other)

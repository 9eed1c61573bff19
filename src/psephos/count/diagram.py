"""A rule on a roster as one reduced decision diagram, compiled level by level.

Every range of the formula (see `psephos.count.conjuncts`) becomes a diagram of its own first: a level for each class of
interchangeable votes, a node for each running sum, the sums clipped where the range is sure to hold or to fail, and then
nodes with the same children merged from the bottom. These diagrams are multiplied under the formula (a node is a tuple of
theirs; what is decided, or no longer matters, is forgotten) and the product is reduced again. Whole levels are handled at
a time; there is no loop over nodes.

The idea of reduced ordered diagrams is Bryant's (IEEE Trans. Comput. C-35, 1986); that power indices follow from them by a pass
or two, Bolus's (Eur. J. Oper. Res. 210, 2011).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

import numpy as np

from psephos.body.binding import BoundRule, Integral, Profile
from psephos.count.conjuncts import AllOf, AnyOf, Form, Node, OpenVotes, Range, condition_tree
from psephos.count.rows import Array, distinct, distinct_rows, whole_type
from psephos.count.spread import Spread
from psephos.errors import BudgetError, UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Children = NDArray[np.int64]

__all__ = ["BUDGET", "Diagram", "Level", "compile_rule"]

BUDGET = 5_000_000
_MOST_RESTS = 1 << 15
_FALSE, _TRUE, _OPEN = 0, 1, 2


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """One class of interchangeable votes in a diagram.

    `seats` are places on the roster, `votes` how many open votes each of them has. `kinds` are the choices, grouped where all
    conditions count them alike. `children[n, o]` is the node of the next level that node n comes to with the o-th
    distinct sum of the class; below the last level 0 is failure and 1 success.
    """

    seats: tuple[int, ...]
    votes: tuple[int, ...]
    kinds: tuple[tuple[int, ...], ...]
    spread: Spread
    children: Children

    def kind(self, choice: int) -> int | None:
        """Of which kind is this choice; None if these seats may not cast it."""
        return next((place for place, kind in enumerate(self.kinds) if choice in kind), None)


@dataclass(frozen=True, slots=True, eq=False)
class Diagram:
    """All the ways the open votes can fall, and whether each succeeds; node 0 of the first level is the root.

    `known` are the votes that are fixed. Without any level, `settled` says what is so in any case.
    """

    bound: BoundRule
    known: Profile
    levels: tuple[Level, ...]
    settled: bool = False

    @property
    def nodes(self) -> int:
        """How many nodes there are on all levels."""
        return sum(len(level.children) for level in self.levels)

    @property
    def open_votes(self) -> int:
        """How many votes are open in all."""
        return sum(level.spread.votes for level in self.levels)


def compile_rule(
    bound: BoundRule,
    *,
    known: Profile | None = None,
    open_votes: Sequence[int] | None = None,
    choices: Sequence[str] | None = None,
    also: Sequence[Integral] = (),
    labels: Sequence[Hashable] | None = None,
    adopting: bool = True,
    budget: int = BUDGET,
) -> Diagram:
    """Which profiles adopt (or reject), as a diagram that answers every question in a pass or two?

    Args:
        bound: the rule on its roster.
        known: votes already known, for each seat and choice; none if left out.
        open_votes: for each seat how many of its votes are open; all of them if left out.
        choices: what is cast at all, such as `("yes", "no")`; everything castable if left out.
        also: further conditions that a profile must meet, such as a tally.
        labels: seats are interchangeable only with equal labels (different chances or costs, say).
        adopting: whether success means adoption.
        budget: at most so many nodes and edges while compiling.

    Raises:
        UsageError: some open seat may cast none of the choices.
        BudgetError: the diagram grows beyond the budget; the message says how far it came.

    Cost: in proportion to the edges of the diagram; small where many seats are alike or weights are small.

    Examples:
        >>> from psephos.body.binding import bind
        >>> from psephos.body.rulebook import rulebook
        >>> from datetime import date
        >>> book, day = rulebook("unsc"), date(2023, 1, 5)
        >>> compile_rule(bind(book.rule(day), book.on(day), book.choices), choices=("yes", "no")).nodes
        3
    """
    counts = [seat.count for seat in bound.roster.seats] if open_votes is None else list(open_votes)
    fixed = tuple((0,) * len(bound.choices.ids) for _ in counts) if known is None else known
    view = _view(bound, counts, choices)
    tree = condition_tree(bound, fixed, view, also, adopting=adopting)
    if not view.seats:
        return Diagram(bound, fixed, (), settled=tree is True)
    leaves = tuple(dict.fromkeys(_leaves(tree)))
    forms = tuple(dict.fromkeys(leaf.form for leaf in leaves))
    classes = _classes(view, forms, [None] * len(counts) if labels is None else list(labels))
    parts = [_range_levels(leaf, forms.index(leaf.form), classes, budget) for leaf in leaves]
    product = _multiplied(tree, leaves, parts, classes, budget)
    reduced = _reduced(product)
    levels = (
        Level(one.seats, one.votes, one.kinds, one.spread, rows) for one, rows in zip(classes, reduced, strict=True)
    )
    return Diagram(bound, fixed, tuple(levels))


# --- classes ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class _Class:
    seats: tuple[int, ...]
    votes: tuple[int, ...]
    kinds: tuple[tuple[int, ...], ...]
    spread: Spread


def _view(bound: BoundRule, open_votes: Sequence[int], choices: Sequence[str] | None) -> OpenVotes:
    ids = bound.choices.ids
    allowed = ids if choices is None else tuple(ids[bound.choices.index(choice)] for choice in choices)
    seats = tuple(place for place, votes in enumerate(open_votes) if votes)
    permitted = []
    for place in seats:
        seat = bound.roster.seats[place]
        castable = bound.castable(seat)
        named = seat.casts if choices is not None and seat.casts is not None else ids
        can = castable if choices is None else tuple(c for c in named if c in allowed)
        if not can:
            raise UsageError(
                f"{seat.name} can cast none of {', '.join(allowed)}; name choices that every open seat has, or leave it out"
            )
        permitted.append(tuple(number for number, choice in enumerate(ids) if choice in can))
    return OpenVotes(seats, tuple(open_votes[place] for place in seats), tuple(permitted), None)


def _leaves(tree: Node) -> tuple[Range, ...]:
    match tree:
        case bool():
            return ()
        case Range():
            return (tree,)
        case AllOf(of=parts) | AnyOf(of=parts):
            return tuple(leaf for part in parts for leaf in _leaves(part))
        case other:
            assert_never(other)


def _classes(view: OpenVotes, forms: Sequence[Form], labels: Sequence[Hashable]) -> tuple[_Class, ...]:
    """The classes, those that can move the sums most first: what is decided early stays small."""
    found: dict[Hashable, list[int]] = {}
    for place, permitted in enumerate(view.permitted):
        rows = tuple(tuple(form[place][choice] for form in forms) for choice in permitted)
        found.setdefault((permitted, rows, labels[view.seats[place]]), []).append(place)
    spans = [max(1, high - low) for low, high in (view.span(form) for form in forms)]
    largest = max((abs(value) for form in forms for row in form for value in row), default=0)
    dtype = whole_type(largest * sum(view.votes))
    order = sorted(found.values(), key=lambda places: (-_pull(view, forms, spans, places[0]), places[0]))
    return tuple(_class(view, forms, places, dtype) for places in order)


def _pull(view: OpenVotes, forms: Sequence[Form], spans: Sequence[int], place: int) -> float:
    values = [[form[place][choice] for choice in view.permitted[place]] for form in forms]
    return max(((max(row) - min(row)) / span for row, span in zip(values, spans, strict=True)), default=0.0)


def _class(view: OpenVotes, forms: Sequence[Form], places: Sequence[int], dtype: type) -> _Class:
    first = places[0]
    kinds: dict[tuple[int, ...], list[int]] = {}
    for choice in view.permitted[first]:
        kinds.setdefault(tuple(form[first][choice] for form in forms), []).append(choice)
    rows = np.array(list(kinds), dtype=dtype).reshape(len(kinds), len(forms))
    votes = tuple(view.votes[place] for place in places)
    seats = tuple(view.seats[place] for place in places)
    return _Class(seats, votes, tuple(tuple(kind) for kind in kinds.values()), Spread.of(rows, sum(votes)))


# --- one range --------------------------------------------------------------------------------------------------------


def _range_levels(leaf: Range, column: int, classes: Sequence[_Class], budget: int) -> tuple[Children, ...]:
    """The reduced diagram of one range; on every level node 0 is sure to fail and node 1 sure to hold."""
    adds = [one.spread.sums[:, column] for one in classes]
    least = [sum(int(add.min()) for add in adds[number:]) for number in range(len(adds) + 1)]
    most = [sum(int(add.max()) for add in adds[number:]) for number in range(len(adds) + 1)]
    rests = _rests(adds)
    sums = np.zeros(1, dtype=adds[0].dtype)
    raw: list[Children] = []
    spent = 0
    for number, add in enumerate(adds, start=1):
        spent += len(sums) * len(add)
        _check(spent, budget, number, len(adds))
        reached = sums[:, None] + add[None, :]
        status = _status(reached, leaf, least[number], most[number])
        open_ = status == _OPEN
        first, place = _alike(reached[open_], leaf, rests[number])
        sums = reached[open_][first]
        children = status.astype(np.int64)
        children[open_] = place + 2
        raw.append(children)
    constants = [np.repeat(np.array([[0], [1]]), len(add), axis=1) for add in adds]
    return _reduced_with_constants([np.concatenate([c, r]) for c, r in zip(constants, raw, strict=True)])


def _rests(adds: Sequence[Array]) -> list[Array | None]:
    """For every number of levels done, the distinct sums that the rest can come to; None where those are too many."""
    rests: list[Array | None] = [np.zeros(1, dtype=adds[0].dtype)]
    for add in reversed(adds):
        last = rests[-1]
        many = last is None or len(last) * len(add) > _MOST_RESTS
        rests.append(None if many else np.unique(last[:, None] + add[None, :]))
    return rests[::-1]


def _alike(sums: Array, leaf: Range, rest: Array | None) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Tell running sums apart only where some sum of the rest does: those between two of its sums come to the same."""
    if rest is None:
        return distinct([sums], len(sums))
    limits = [leaf.low] if leaf.high is None else [leaf.high + 1] if leaf.low is None else [leaf.low, leaf.high + 1]
    return distinct([np.searchsorted(rest, limit - sums) for limit in limits], len(sums))


def _status(reached: Array, leaf: Range, least: int, most: int) -> NDArray[np.int8]:
    fails = np.zeros(reached.shape, dtype=bool)
    holds = np.ones(reached.shape, dtype=bool)
    if leaf.low is not None:
        fails |= (reached + most < leaf.low).astype(bool)
        holds &= (reached + least >= leaf.low).astype(bool)
    if leaf.high is not None:
        fails |= (reached + least > leaf.high).astype(bool)
        holds &= (reached + most <= leaf.high).astype(bool)
    return np.where(fails, _FALSE, np.where(holds, _TRUE, _OPEN)).astype(np.int8)


def _reduced_with_constants(raw: Sequence[Children]) -> tuple[Children, ...]:
    """Merge from the bottom; nodes 0 and 1 keep their places, and whatever always comes to them becomes them."""
    levels: list[Children] = []
    names = np.array([0, 1])
    for children in reversed(raw):
        rows = names[children]
        first, place = distinct_rows(rows)
        order = np.full(len(first), -1, dtype=np.int64)
        order[place[:2]] = [0, 1]
        rest = np.flatnonzero(order < 0)
        order[rest] = np.arange(2, 2 + len(rest))
        names = order[place]
        kept = np.empty((len(first), rows.shape[1]), dtype=np.int64)
        kept[order] = rows[first]
        levels.append(kept)
    levels.reverse()
    root = int(names[2])
    return (np.concatenate([levels[0][:2], levels[0][root : root + 1]]), *levels[1:])


def _check(spent: int, budget: int, number: int, levels: int) -> None:
    if spent > budget:
        raise BudgetError(
            f"the diagram reached {spent:,} edges at level {number} of {levels}, over the limit of {budget:,}; give a larger budget, "
            "fewer choices or more known ballots, or estimate by samples (psephos.count.sampling.estimate)"
        )


# --- the product ------------------------------------------------------------------------------------------------------


def _multiplied(
    tree: Node, leaves: Sequence[Range], parts: Sequence[tuple[Children, ...]], classes: Sequence[_Class], budget: int
) -> list[Children]:
    """Walk all ranges together; a node is their nodes, with 0 for failure and 1 for success once that is certain."""
    states = np.full((1, len(leaves)), _OPEN, dtype=np.int64)
    if isinstance(tree, bool):
        return [np.full((1, one.spread.size), int(tree), dtype=np.int64) for one in classes]
    raw: list[Children] = []
    spent = 0
    for number, one in enumerate(classes):
        spent += len(states) * one.spread.size
        _check(spent, budget, number + 1, len(classes))
        following = [part[number][states[:, k]].reshape(-1) for k, part in enumerate(parts)]
        states, children = _merged_states(tree, leaves, following, last=number + 1 == len(classes))
        raw.append(children.reshape(-1, one.spread.size))
    return raw


def _merged_states(
    tree: Node, leaves: Sequence[Range], following: list[NDArray[np.int64]], *, last: bool
) -> tuple[NDArray[np.int64], Children]:
    known = {leaf: np.minimum(nodes, _OPEN).astype(np.int8) for leaf, nodes in zip(leaves, following, strict=True)}
    truth = _truth(tree, known)
    if last:
        return np.zeros((0, len(leaves)), dtype=np.int64), truth.astype(np.int64)
    columns = _forgotten(tree, known, dict(zip(leaves, following, strict=True)))
    first, place = distinct(columns, len(truth))
    return np.stack([column[first] for column in columns], axis=1), place


def _forgotten(
    tree: Node, known: dict[Range, NDArray[np.int8]], nodes: dict[Range, NDArray[np.int64]]
) -> list[NDArray[np.int64]]:
    """The states with everything made alike that no longer matters.

    A range all of whose places lie inside parts that are true (or all false) is taken as true (or false): since the tree has no
    negation, those parts stay what they are.
    """
    size = len(next(iter(known.values())))
    masks = {leaf: np.zeros((3, size), dtype=bool) for leaf in known}
    _mark(tree, known, np.ones(size, dtype=bool), masks)
    columns = []
    for leaf, (false, true, open_) in masks.items():
        kept = open_ | (false & true)
        columns.append(np.where(kept, nodes[leaf], true.astype(np.int64)))
    return columns


def _truth(tree: Node, known: dict[Range, NDArray[np.int8]]) -> NDArray[np.int8]:
    """For every state: false, true, or open."""
    match tree:
        case Range():
            return known[tree]
        case AllOf(of=parts):
            values = np.stack([_truth(part, known) for part in parts])
            return np.where((values == _FALSE).any(axis=0), _FALSE, values.max(axis=0)).astype(np.int8)
        case AnyOf(of=parts):
            values = np.stack([_truth(part, known) for part in parts])
            return np.where((values == _TRUE).any(axis=0), _TRUE, values.max(axis=0)).astype(np.int8)
        case bool():
            some = next(iter(known.values()))
            return np.full(len(some), int(tree), dtype=np.int8)
        case other:
            assert_never(other)


def _mark(
    tree: Node, known: dict[Range, NDArray[np.int8]], here: NDArray[np.bool_], masks: dict[Range, NDArray[np.bool_]]
) -> None:
    """Mark for each range where it stands inside something false, inside something true, or in the open."""
    truth = _truth(tree, known)
    for leaf in _leaves(tree):
        for value in (_FALSE, _TRUE):
            masks[leaf][value] |= here & (truth == value)
    open_ = here & (truth == _OPEN)
    match tree:
        case Range():
            masks[tree][_OPEN] |= open_
        case AllOf(of=parts) | AnyOf(of=parts):
            for part in parts:
                _mark(part, known, open_, masks)
        case bool():
            pass
        case other:
            assert_never(other)


def _reduced(raw: Sequence[Children]) -> list[Children]:
    """Merge nodes with the same children from the bottom."""
    levels: list[Children] = []
    names = np.array([0, 1])
    for children in reversed(raw):
        rows = names[children]
        first, names = distinct_rows(rows)
        levels.append(rows[first])
    levels.reverse()
    return levels

"""A rule on a roster as one reduced decision diagram, compiled level by level.

Every range of the formula (see `psephos.count.conjuncts`) becomes a diagram of its own first: a level for each class of
interchangeable votes, a node for each running sum, the sums clipped where the range is sure to hold or to fail, and
then nodes with the same children merged from the bottom. These diagrams are multiplied under the formula (a node is a
tuple of theirs; what is decided, or no longer matters, is forgotten) and the product is reduced again. Whole levels
are handled at a time; there is no loop over nodes.

The idea of reduced ordered diagrams is Bryant's (IEEE Trans. Comput. C-35, 1986); that power indices follow from them
by a pass or two, Bolus's (Eur. J. Oper. Res. 210, 2011).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

import numpy as np

from psephos.body.binding import BoundRule, Integral, Profile
from psephos.count.conjuncts import AllOf, AnyOf, Form, Node, OpenVotes, Range, WholeRule, condition_tree
from psephos.count.product import multiplied
from psephos.count.rows import Array, distinct_children, whole_type
from psephos.count.spread import Spread
from psephos.count.thresholds import range_levels
from psephos.errors import UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Children = NDArray[np.int64]

__all__ = ["BUDGET", "Diagram", "Level", "compile_rule", "compile_tree"]

BUDGET = 5_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """One class of interchangeable votes in a diagram.

    `entries` are places among the open votes, `seats` on the roster; `votes` how many open votes each of them has.
    `kinds` are the choices, grouped where all conditions count them alike. `children[n, o]` is the node of the next
    level that node n comes to with the o-th distinct sum of the class; below the last level 0 is failure and 1
    success.
    """

    entries: tuple[int, ...]
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
    rule: BoundRule | WholeRule,
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
        rule: the rule on its roster (as `WholeRule.of` it, where many diagrams are made).
        known: votes already known, for each seat and choice; none if left out.
        open_votes: for each seat how many of its votes are open; all that are not known if left out.
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
    whole = WholeRule.of(rule)
    bound = whole.bound
    seats = bound.roster.seats
    fixed = tuple((0,) * len(bound.choices.ids) for _ in seats) if known is None else known
    left = [seat.count - sum(row) for seat, row in zip(seats, fixed, strict=True)]
    counts = left if open_votes is None else list(open_votes)
    view = _view(bound, counts, choices)
    named = [None] * len(view.seats) if labels is None else [labels[seat] for seat in view.seats]
    tree = condition_tree(whole, fixed, view, also, adopting=adopting)
    return compile_tree(bound, fixed, view, tree, named, budget=budget)


def compile_tree(
    bound: BoundRule, known: Profile, view: OpenVotes, tree: Node, labels: Sequence[Hashable], *, budget: int = BUDGET
) -> Diagram:
    """The diagram of a tree of ranges over open votes; `labels` has one entry for each entry of `view`.

    A seat may have several entries there, such as its votes by what they were cast for.

    Raises:
        BudgetError: the diagram grows beyond the budget.
    """
    if not view.seats:
        return Diagram(bound, known, (), settled=tree is True)
    leaves = tuple(dict.fromkeys(_leaves(tree)))
    forms = tuple(dict.fromkeys(leaf.form for leaf in leaves))
    classes = _classes(view, forms, labels)
    parts = [range_levels(leaf, _adds(classes, forms.index(leaf.form)), budget) for leaf in leaves]
    reduced = _reduced(multiplied(tree, leaves, parts, [one.spread.size for one in classes], budget))
    levels = (
        Level(one.entries, one.seats, one.votes, one.kinds, one.spread, rows)
        for one, rows in zip(classes, reduced, strict=True)
    )
    return Diagram(bound, known, tuple(levels))


# --- classes --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class _Class:
    entries: tuple[int, ...]
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
                f"{seat.name} can cast none of {', '.join(allowed)}; "
                "name choices that every open seat has, or leave the seat out"
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
        found.setdefault((permitted, rows, labels[place]), []).append(place)
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
    rows: Array = np.array(list(kinds), dtype=dtype).reshape(len(kinds), len(forms))
    votes = tuple(view.votes[place] for place in places)
    seats = tuple(view.seats[place] for place in places)
    return _Class(
        tuple(places), seats, votes, tuple(tuple(kind) for kind in kinds.values()), Spread.of(rows, sum(votes))
    )


def _adds(classes: Sequence[_Class], column: int) -> list[Array]:
    """What each option of each class adds to one form."""
    return [one.spread.sums[:, column] for one in classes]


# --- reduced ---------------------------------------------------------------------------------------------------------


def _reduced(raw: Sequence[Children]) -> list[Children]:
    """Merge nodes with the same children from the bottom."""
    levels: list[Children] = []
    names = np.array([0, 1])
    for children in reversed(raw):
        rows = names[children]
        first, names = distinct_children(rows, int(names.max()) + 1)
        levels.append(rows[first])
    levels.reverse()
    return levels

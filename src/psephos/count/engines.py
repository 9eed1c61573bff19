"""Which way to count: the diagram, or the dense way where one large weighted threshold decides; chosen by cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Literal, TypeVar

from psephos.body.binding import BoundRule
from psephos.count.conjuncts import AllOf, AnyOf, Node, OpenVotes, Range, WholeRule, condition_tree
from psephos.count.diagram import BUDGET, Diagram, compile_rule
from psephos.count.game import Game
from psephos.count.weighted import CELLS

__all__ = ["Shares", "Swings", "shapley_shubik", "swings_and_shares", "two_choice_swings", "weighted_game"]

T = TypeVar("T")
Method = Literal["diagram", "dense"]

_EASY = 2_000_000


@dataclass(frozen=True, slots=True)
class Swings:
    """Exact swings of one vote of each seat, by its place, out of 2**(votes - 1); and how they were counted."""

    counts: Mapping[int, int]
    votes: int
    method: Method


@dataclass(frozen=True, slots=True)
class Shares:
    """Shapley-Shubik values of one vote of each seat, by its place; a bound on their error; how they were found."""

    values: Mapping[int, float]
    error: float
    nodes: int
    method: Method


def two_choice_swings(
    rule: BoundRule | WholeRule, gain: str = "yes", lose: str = "no", *, budget: int = BUDGET, cells: int = CELLS
) -> Swings:
    """In how many divisions into these two choices does each seat's vote decide?

    Raises:
        UsageError: a seat can cast neither.
        BudgetError: neither way is within its limit; the message says what to do.

    Cost: see `psephos.count.passes.swings` and `psephos.count.weighted.swing_counts`.

    Examples:
        >>> from datetime import date
        >>> from psephos.body.binding import bind
        >>> from psephos.body.rulebook import rulebook
        >>> book, day = rulebook("unsc"), date(2023, 1, 5)
        >>> found = two_choice_swings(bind(book.rule(day), book.on(day), book.choices))
        >>> sorted(set(found.counts.values())), found.method
        ([84, 848], 'diagram')
    """
    game = weighted_game(rule, gain, lose)
    if game is not None and _dense(game, cells):
        return _dense_swings(WholeRule.of(rule).bound, game, cells)
    return _diagram_swings(compile_rule(rule, choices=(gain, lose), budget=budget), gain, lose)


def shapley_shubik(
    rule: BoundRule | WholeRule, gain: str = "yes", lose: str = "no", *, budget: int = BUDGET, cells: int = CELLS
) -> Shares:
    """How often does each seat's vote turn the outcome, if all orders of voting are equally likely?

    Raises:
        UsageError: a seat cannot cast both choices.
        BudgetError: neither way is within its limit; the message says what to do.

    Cost: see `psephos.count.passes.shapley` and `psephos.count.weighted.shapley_values`.
    """
    game = weighted_game(rule, gain, lose)
    if game is not None and not game.members and _dense(game, cells):
        return _dense_shares(WholeRule.of(rule).bound, game, cells)
    return _diagram_shares(compile_rule(rule, choices=(gain, lose), budget=budget), gain, lose)


def swings_and_shares(
    rule: BoundRule | WholeRule, gain: str = "yes", lose: str = "no", *, budget: int = BUDGET, cells: int = CELLS
) -> tuple[Swings, Shares]:
    """The same two together: a diagram is compiled once for both.

    Raises:
        UsageError: a seat cannot cast both choices.
        BudgetError: neither way is within its limit; the message says what to do.
    """
    whole = WholeRule.of(rule)
    game = weighted_game(whole, gain, lose)
    if game is not None and not game.members and _dense(game, cells):
        return _dense_swings(whole.bound, game, cells), _dense_shares(whole.bound, game, cells)
    diagram = compile_rule(whole, choices=(gain, lose), budget=budget)
    return _diagram_swings(diagram, gain, lose), _diagram_shares(diagram, gain, lose)


def _dense_swings(bound: BoundRule, game: Game, cells: int) -> Swings:
    from psephos.count.weighted import swing_counts

    return Swings(_by_seat(bound, swing_counts(game, cells)), len(game.weights), "dense")


def _dense_shares(bound: BoundRule, game: Game, cells: int) -> Shares:
    from psephos.count.weighted import shapley_values

    found = shapley_values(game, cells)
    return Shares(_by_seat(bound, found.values), found.error, found.nodes, "dense")


def _diagram_swings(diagram: Diagram, gain: str, lose: str) -> Swings:
    from psephos.count.passes import swings

    return Swings(swings(diagram, gain, lose), diagram.open_votes, "diagram")


def _diagram_shares(diagram: Diagram, gain: str, lose: str) -> Shares:
    from psephos.count.passes import shapley

    found = shapley(diagram, gain, lose)
    return Shares(found.values, found.error, found.nodes, "diagram")


def weighted_game(rule: BoundRule | WholeRule, gain: str = "yes", lose: str = "no") -> Game | None:
    """The rule as a weighted game between two choices, perhaps with a number of members besides; None if it is none.

    Each vote of a bench is a member. A rule where one of weight and number is enough is given by its dual, which has
    the same swings.

    Examples:
        >>> from datetime import date
        >>> from psephos.body.binding import bind
        >>> from psephos.body.rulebook import rulebook
        >>> book, day = rulebook("imf"), date(2022, 6, 1)
        >>> game = weighted_game(bind(book.rule(day, "amendment"), book.on(day), book.choices))
        >>> game.quota, game.members
        (4283941, 114)
    """
    whole = WholeRule.of(rule)
    bound = whole.bound
    pair = bound.choices.index(gain), bound.choices.index(lose)
    if any(not {gain, lose} <= set(seat.casts or bound.choices.ids) for seat in bound.roster.seats):
        return None
    counts = tuple(seat.count for seat in bound.roster.seats)
    view = OpenVotes(tuple(range(len(counts))), counts, (tuple(sorted(pair)),) * len(counts), None)
    nothing = tuple((0,) * len(bound.choices.ids) for _ in counts)
    tree = condition_tree(whole, nothing, view, adopting=True)
    parts = _thresholds(tree, counts, pair)
    if parts is None or len(parts) > 2:  # noqa: PLR2004 -- weight, and number of members
        return None
    if len(parts) == 1:
        return Game.of(*parts[0])
    return _with_members(parts, dual=isinstance(tree, AnyOf))


Threshold = tuple[tuple[int, ...], int]


def _thresholds(tree: Node, counts: Sequence[int], pair: tuple[int, int]) -> list[Threshold] | None:
    match tree:
        case Range():
            leaves: tuple[Node, ...] = (tree,)
        case AllOf(of=parts) | AnyOf(of=parts):
            leaves = parts
        case _:
            return None
    found = [_threshold(leaf, counts, pair) for leaf in leaves if isinstance(leaf, Range)]
    known = [one for one in found if one is not None]
    return known if len(known) == len(leaves) else None


def _threshold(leaf: Range, counts: Sequence[int], pair: tuple[int, int]) -> Threshold | None:
    """The weight of each vote for the first choice instead of the second, and the quota; None if one is below 0."""
    if leaf.low is not None and leaf.high is not None:
        return None
    sign = 1 if leaf.high is None else -1
    limit = leaf.low if leaf.low is not None else -(leaf.high or 0)
    gain, lose = pair
    weights = [sign * (row[gain] - row[lose]) for row in leaf.form]
    if any(weight < 0 for weight in weights):
        return None
    base = sum(sign * row[lose] * n for row, n in zip(leaf.form, counts, strict=True))
    return tuple(w for w, n in zip(weights, counts, strict=True) for _ in range(n)), limit - base


def _with_members(parts: Sequence[Threshold], *, dual: bool) -> Game | None:
    """Join a threshold of weight with one of number, whichever comes first."""
    numbers = [part for part in parts if len(set(part[0])) == 1]
    weights = [part for part in parts if len(set(part[0])) > 1]
    if len(numbers) != 1 or len(weights) != 1:
        return None
    each, needed = numbers[0][0][0], numbers[0][1]
    members = -(-needed // each)
    game = Game.of(*weights[0])
    joined = Game(game.weights, game.quota, members)
    return replace(joined.dual, blocking=True) if dual else joined


def _dense(game: Game, cells: int) -> bool:
    """Is the dense way possible, and is the diagram not clearly the cheaper one?"""
    short = min(game.quota, game.dual.quota)
    if short > cells or (game.members and (len(game.weights) - game.members + 1) * game.dual.quota > cells):
        return False
    return _diagram_edges(game, short) > _EASY


def _diagram_edges(game: Game, length: int) -> int:
    """At most so many edges has the diagram: sums reached so far x votes of the next class."""
    classes = [game.weights.count(weight) + 1 for weight in sorted(set(game.weights), reverse=True)]
    states = accumulate(classes, lambda done, size: min(done * size, length), initial=1)
    return sum(state * size for state, size in zip(states, classes, strict=False)) * (2 if game.members else 1)


def _by_seat(bound: BoundRule, values: Sequence[T]) -> dict[int, T]:
    starts = accumulate((seat.count for seat in bound.roster.seats), initial=0)
    return {place: values[start] for place, (start, _) in enumerate(zip(starts, bound.roster.seats, strict=False))}

"""Single profiles out of a diagram: what remains possible, the cheapest change, profiles one by one, random ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from psephos.body.binding import BoundRule, Integral, Profile
from psephos.count import flow
from psephos.count.conjuncts import OpenVotes, condition_tree
from psephos.count.diagram import BUDGET, Diagram, Level, compile_tree
from psephos.count.rows import Array
from psephos.errors import UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Change", "cheapest", "possible", "profiles", "samples"]

Cost = int | Fraction
Step = tuple[Array, Array]
_NEVER = float("inf")


def possible(diagram: Diagram) -> Mapping[int, tuple[int, ...]]:
    """Which choices remain possible for each open seat, in the profiles that succeed?

    Keyed by the place of the seat; of a bench a choice is possible if one of its votes can have it.

    Cost: two passes over the edges.
    """
    up: list[Array] = [np.array([False, True])]
    for level in reversed(diagram.levels):
        up.append(up[-1][level.children].any(axis=1))
    up.reverse()
    found: dict[int, tuple[int, ...]] = {}
    for number, level in enumerate(diagram.levels):
        # Every node kept in a diagram can be reached, so that only what lies below decides.
        alive = [up[number + 1][level.children[:, level.spread.move(kind)]].any() for kind in range(level.spread.kinds)]
        choices = tuple(sorted(c for kind, yes in zip(level.kinds, alive, strict=True) if yes for c in kind))
        found |= dict.fromkeys(level.seats, choices)
    return dict(sorted(found.items()))


# --- the cheapest change --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """The least cost at which votes can be changed to succeed, one profile at that cost, and how many there are.

    `number` counts every vote of a bench by itself.
    """

    cost: Cost
    profile: Profile
    number: int


def cheapest(
    bound: BoundRule,
    profile: Profile,
    *,
    adopting: bool,
    costs: Sequence[Sequence[Cost | None]] | None = None,
    also: Sequence[Integral] = (),
    budget: int = BUDGET,
) -> Change | None:
    """At what least cost can ballots be changed so that the motion is adopted (or rejected)?

    Args:
        bound: the rule on its roster.
        profile: the ballots as they were cast.
        adopting: the outcome wanted.
        costs: for each seat and choice what it costs to move one vote there; None where that is not allowed. By
            default every change to a castable choice costs 1.
        also: further conditions the changed ballots must meet.
        budget: of the diagram.

    Returns:
        None if no permitted change brings the outcome about.

    Raises:
        UsageError: negative costs.
        BudgetError: the diagram grows too large.

    Cost: a diagram by kinds of seats, and one pass over it.

    Examples:
        >>> from datetime import date
        >>> from psephos.body.binding import bind
        >>> from psephos.body.rulebook import rulebook
        >>> book, day = rulebook("unsc"), date(2023, 1, 5)
        >>> bound = bind(book.rule(day), book.on(day), book.choices)
        >>> no, yes = (0, 1, 0, 0, 0, 0, 0), (1, 0, 0, 0, 0, 0, 0)
        >>> two_vetoes = [no if seat.id in ("CHN", "RUS") else yes for seat in bound.roster.seats]
        >>> change = cheapest(bound, two_vetoes, adopting=True)
        >>> change.cost, change.number
        (2, 25)
    """
    if costs is not None and any(cost is not None and cost < 0 for row in costs for cost in row):
        raise UsageError("what a change costs counts from 0; give None where a change is not allowed")
    rows = _cost_rows(bound, costs)
    entries = [(seat, choice, n) for seat, row in enumerate(profile) for choice, n in enumerate(row) if n]
    prices = [_prices(rows[seat], choice) for seat, choice, _ in entries]
    permitted = tuple(tuple(c for c, price in enumerate(row) if price is not None) for row in prices)
    view = OpenVotes(tuple(e[0] for e in entries), tuple(e[2] for e in entries), permitted, None)
    nothing = tuple((0,) * len(bound.choices.ids) for _ in profile)
    tree = condition_tree(bound, nothing, view, also, adopting=adopting)
    diagram = compile_tree(bound, nothing, view, tree, list(prices), budget=budget)
    return _least(diagram, prices)


def _cost_rows(bound: BoundRule, costs: Sequence[Sequence[Cost | None]] | None) -> list[tuple[Cost | None, ...]]:
    if costs is not None:
        return [tuple(row) for row in costs]
    ids = bound.choices.ids
    return [tuple(1 if choice in bound.castable(seat) else None for choice in ids) for seat in bound.roster.seats]


def _prices(row: Sequence[Cost | None], current: int) -> tuple[Cost | None, ...]:
    return tuple(0 if choice == current else cost for choice, cost in enumerate(row))


def _least(diagram: Diagram, prices: Sequence[tuple[Cost | None, ...]]) -> Change | None:
    if not diagram.levels:
        return Change(0, diagram.known, 1) if diagram.settled else None
    steps = [_class_steps(level, prices[level.entries[0]]) for level in diagram.levels]
    costs: list[Array] = [np.array([_NEVER, 0], dtype=object)]
    numbers: list[Array] = [np.array([0, 1], dtype=object)]
    for level, step in zip(reversed(diagram.levels), reversed(steps), strict=True):
        reached = costs[-1][level.children] + step[-1][0]
        least = reached.min(axis=1)
        ways = np.where(reached == least[:, None], numbers[-1][level.children] * step[-1][1], 0)
        costs.append(least)
        numbers.append(ways.sum(axis=1))
    if costs[-1][0] == _NEVER:
        return None
    profile = _cheapest_profile(diagram, prices, steps, costs[::-1])
    return Change(costs[-1][0], profile, int(numbers[-1][0]))


def _class_steps(level: Level, prices: Sequence[Cost | None]) -> list[Step]:
    """For 0, 1, 2 ... votes of a class: the least cost of each sum, and in how many ways it comes about."""
    kinds = [_kind_price(kind, prices) for kind in level.kinds]
    steps: list[Step] = [(np.array([0], dtype=object), np.array([1], dtype=object))]
    for number in range(level.spread.votes):
        moves, size = level.spread.moves_of(number)
        costs, ways = np.full(size, _NEVER, dtype=object), np.zeros(size, dtype=object)
        for move, (price, choices) in zip(moves, kinds, strict=True):
            reached, now = steps[-1][0] + price, costs[move]
            more = steps[-1][1] * choices
            ways[move] = np.where(reached < now, more, np.where(reached == now, ways[move] + more, ways[move]))
            costs[move] = np.minimum(reached, now)
        steps.append((costs, ways))
    return steps


def _kind_price(kind: Sequence[int], prices: Sequence[Cost | None]) -> tuple[Cost, int]:
    known = [price for choice in kind if (price := prices[choice]) is not None]
    return min(known), known.count(min(known))


def _cheapest_profile(
    diagram: Diagram,
    prices: Sequence[tuple[Cost | None, ...]],
    steps: Sequence[list[Step]],
    costs: Sequence[Array],
) -> Profile:
    """Walk down along least costs; within a class, changes fall on its first seats."""
    rows = [[0] * len(row) for row in diagram.known]
    node = 0
    for number, level in enumerate(diagram.levels):
        price = prices[level.entries[0]]
        reached = costs[number + 1][level.children[node]] + steps[number][-1][0]
        option = int(np.flatnonzero(reached == reached.min())[0])
        counts = _division(level, steps[number], option, price)
        _deal(rows, level, counts)
        node = int(level.children[node, option])
    return tuple(tuple(row) for row in rows)


def _division(level: Level, steps: Sequence[Step], option: int, prices: Sequence[Cost | None]) -> dict[int, int]:
    """How a class divides at least cost into a sum: backwards, one vote at a time."""
    counts: dict[int, int] = {}
    for votes in range(level.spread.votes, 0, -1):
        moves, _ = level.spread.moves_of(votes - 1)
        for kind, move in zip(level.kinds, moves, strict=True):
            price, _ = _kind_price(kind, prices)
            before = np.flatnonzero(move == option)
            if len(before) and steps[votes - 1][0][before[0]] + price == steps[votes][0][option]:
                choice = next(c for c in kind if prices[c] == price)
                counts[choice] = counts.get(choice, 0) + 1
                option = int(before[0])
                break
    return counts


def _deal(rows: list[list[int]], level: Level, counts: Mapping[int, int]) -> None:
    left = {choice: counts[choice] for choice in sorted(counts)}
    for seat, votes in zip(level.seats, level.votes, strict=True):
        room = votes
        for choice, number in left.items():
            share = min(room, number)
            rows[seat][choice] += share
            left[choice] -= share
            room -= share


# --- one by one -----------------------------------------------------------------------------------------------------


def profiles(diagram: Diagram, limit: int) -> Iterator[Profile]:
    """The profiles that succeed, one after the other, at most so many; nothing is laid out beforehand.

    Compile the diagram with the seats' places as labels: each class must be one seat.

    Raises:
        UsageError: a class has several seats, or the limit is negative.

    Cost: a walk down for each profile.
    """
    if limit < 0 or any(len(level.seats) > 1 for level in diagram.levels):
        raise UsageError(
            "compile the diagram with labels=range(number of seats) to list profiles, and give a limit from 0"
        )
    up = flow.numbers_up(diagram)
    rows = [list(row) for row in diagram.known]
    for number, found in enumerate(_walk(diagram, up, rows, 0, 0) if diagram.levels else _settled(diagram)):
        if number >= limit:
            return
        yield found


def _settled(diagram: Diagram) -> Iterator[Profile]:
    if diagram.settled:
        yield diagram.known


def _walk(diagram: Diagram, up: Sequence[Array], rows: list[list[int]], number: int, node: int) -> Iterator[Profile]:
    if number == len(diagram.levels):
        yield tuple(tuple(row) for row in rows)
        return
    level = diagram.levels[number]
    choices = sorted(choice for kind in level.kinds for choice in kind)
    for counts in _rows(level.votes[0], len(choices)):
        cast = dict(zip(choices, counts, strict=True))
        below = int(level.children[node, level.spread.place([sum(cast[c] for c in kind) for kind in level.kinds])])
        if not up[number + 1][below]:
            continue
        for choice, votes in cast.items():
            rows[level.seats[0]][choice] += votes
        yield from _walk(diagram, up, rows, number + 1, below)
        for choice, votes in cast.items():
            rows[level.seats[0]][choice] -= votes


def _rows(votes: int, choices: int) -> Iterator[tuple[int, ...]]:
    """The ways to divide votes among choices, as many as can be for the first one first."""
    if choices == 1:
        yield (votes,)
        return
    for first in range(votes, -1, -1):
        for rest in _rows(votes - first, choices - 1):
            yield (first, *rest)


def samples(
    diagram: Diagram, number: int, seed: int, chances: Sequence[Sequence[float]] | None = None
) -> tuple[Profile, ...]:
    """Random profiles among those that succeed: all equally likely, or as likely as the chances make them.

    Compile the diagram with the seats' places as labels: each class must be one seat.

    Raises:
        UsageError: a class has several seats, or nothing succeeds.

    Cost: one pass, and a walk down for each sample.
    """
    if any(len(level.seats) > 1 for level in diagram.levels):
        raise UsageError("compile the diagram with labels=range(number of seats) to draw profiles")
    weights = [_choice_chances(level, chances) for level in diagram.levels]
    kinds = [
        np.array([[sum(w[c] for c in kind)] for kind in level.kinds])
        for level, w in zip(diagram.levels, weights, strict=True)
    ]
    up = flow.chances_up(diagram, kinds)
    if (diagram.levels and not up[0][0, 0]) or (not diagram.levels and not diagram.settled):
        raise UsageError("no profile succeeds, so that none can be drawn")
    random = np.random.default_rng(seed)
    nodes = np.zeros(number, dtype=np.int64)
    drawn = np.zeros((number, len(diagram.known), len(diagram.bound.choices.ids)), dtype=np.int64)
    drawn += np.array(diagram.known, dtype=np.int64)
    for place, (level, chance) in enumerate(zip(diagram.levels, kinds, strict=True)):
        weight = level.spread.chances(chance, level.spread.votes)[:, 0]
        likely = np.cumsum(up[place + 1][level.children, 0] * weight, axis=1)
        option = (random.random(number)[:, None] * likely[nodes, -1:] >= likely[nodes]).sum(axis=1)
        for one in range(number):
            _cast(drawn[one, level.seats[0]], level, int(option[one]), chance, weights[place], random)
        nodes = level.children[nodes, option]
    return tuple(tuple(tuple(int(n) for n in row) for row in profile) for profile in drawn)


def _choice_chances(level: Level, chances: Sequence[Sequence[float]] | None) -> dict[int, float]:
    choices = [choice for kind in level.kinds for choice in kind]
    if chances is None:
        return dict.fromkeys(choices, 1 / len(choices))
    return {choice: float(chances[level.seats[0]][choice]) for choice in choices}


def _cast(
    row: NDArray[np.int64],
    level: Level,
    option: int,
    chance: NDArray[np.float64],
    weights: Mapping[int, float],
    random: np.random.Generator,
) -> None:
    """Draw how the votes of one seat came to a sum, backwards, and then the choices within each kind."""
    for votes in range(level.spread.votes, 0, -1):
        moves, _ = level.spread.moves_of(votes - 1)
        before = level.spread.chances(chance, votes - 1)[:, 0]
        sources = [np.flatnonzero(move == option) for move in moves]
        likely = [before[s[0]] * chance[t, 0] if len(s) else 0.0 for t, s in enumerate(sources)]
        kind = int(random.choice(len(likely), p=np.array(likely) / sum(likely))) if len(likely) > 1 else 0
        option = int(sources[kind][0])
        choices = level.kinds[kind]
        inside = np.array([weights[choice] for choice in choices])
        row[choices[int(random.choice(len(choices), p=inside / inside.sum()))]] += 1

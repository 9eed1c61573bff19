"""Which of two ways to vote is at least as good for adoption, whatever all the others do?

Questions of that kind (is the rule monotone, is one member at least as desirable as another) are promises between two
nodes of a diagram: wherever the first succeeds the second does. Promises are pushed down level by level, each pair of
nodes once, until one is broken at the ends; the path back up is then a pair of profiles that shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from psephos.body.binding import BoundRule, Profile
from psephos.count.conjuncts import AllOf, AnyOf, Node, OpenVotes, Range, WholeRule, condition_tree
from psephos.count.diagram import Diagram, Level
from psephos.count.spread import Spread
from psephos.power.ladder import Ladder

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Nodes = NDArray[np.int64]

__all__ = ["Breach", "breach", "is_chain", "plainly_monotone", "promises_kept"]


@dataclass(frozen=True, slots=True)
class Breach:
    """Two profiles that differ in one vote: the first adopts; the second, one vote nearer to yes, does not."""

    adopting: Profile
    rejecting: Profile


def plainly_monotone(rule: BoundRule | WholeRule, choices: Sequence[str]) -> bool:
    """Does the form of the rule alone show that a change along these choices (worst first) never hurts?

    False only says that the form does not show it.
    """
    whole = WholeRule.of(rule)
    bound = whole.bound
    places = [bound.choices.index(choice) for choice in choices]
    seats = tuple(place for place, seat in enumerate(bound.roster.seats) if seat.count)
    votes = tuple(bound.roster.seats[place].count for place in seats)
    view = OpenVotes(seats, votes, tuple(tuple(sorted(places)) for _ in seats), None)
    nothing = tuple((0,) * len(bound.choices.ids) for _ in bound.roster.seats)
    return _rising(condition_tree(whole, nothing, view, adopting=True), places, view)


def _rising(node: Node, places: Sequence[int], view: OpenVotes) -> bool:
    match node:
        case bool():
            return True
        case Range(form=form, low=low, high=high):
            least, most = view.span(form)
            upward = low is not None and low > least
            downward = high is not None and high < most
            steps = [row[b] - row[a] for row in form for a, b in pairwise(places)]
            return (not upward or min(steps) >= 0) and (not downward or max(steps) <= 0)
        case AllOf(of=parts) | AnyOf(of=parts):
            return all(_rising(part, places, view) for part in parts)


# --- promises ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class _Promises:
    """Pairs of nodes of one level: the first may succeed only where the second does; where each pair comes from.

    `parent` is the place of the pair on the level before (or -1: it starts here), `option` the way taken from there,
    or the number of the starting pair.
    """

    low: Nodes
    high: Nodes
    parent: Nodes
    option: Nodes


def _push(children: Sequence[Nodes], started: Sequence[tuple[Nodes, Nodes]]) -> tuple[list[_Promises], int | None]:
    """Push all promises down; the trail, and the place of a broken promise at the ends if there is one."""
    none = np.zeros(0, dtype=np.int64)
    trail: list[_Promises] = []
    low, high, parent, option = none, none, none, none
    for level in range(len(children) + 1):
        fresh_low, fresh_high = started[level] if level < len(started) else (none, none)
        fresh = np.arange(len(fresh_low))
        held = _distinct(
            np.concatenate([low, fresh_low]),
            np.concatenate([high, fresh_high]),
            np.concatenate([parent, np.full(len(fresh), -1)]),
            np.concatenate([option, fresh]),
        )
        trail.append(held)
        if level == len(children):
            broken = np.flatnonzero(held.low > held.high)
            return trail, int(broken[0]) if len(broken) else None
        rows = children[level]
        options = rows.shape[1]
        low, high = rows[held.low].reshape(-1), rows[held.high].reshape(-1)
        parent = np.repeat(np.arange(len(held.low)), options)
        option = np.tile(np.arange(options), len(held.low))
    return trail, None


def _distinct(low: Nodes, high: Nodes, parent: Nodes, option: Nodes) -> _Promises:
    differ = low != high
    low, high, parent, option = low[differ], high[differ], parent[differ], option[differ]
    _, first = np.unique(low * (int(high.max(initial=0)) + 1) + high, return_index=True)
    return _Promises(low[first], high[first], parent[first], option[first])


def promises_kept(game: Ladder, started: Sequence[tuple[Nodes, Nodes]]) -> bool:
    """Do the pairs (first, second) at each level keep that the second succeeds wherever the first does?"""
    return _push(game.rungs, started)[1] is None


def is_chain(game: Ladder) -> bool:
    """Is each class, in the order of the levels, at least as desirable as the next?

    That is: a vote of the earlier class can take the place of a vote of the later one in any winning coalition.
    """
    none = np.zeros(0, dtype=np.int64)
    started: list[tuple[Nodes, Nodes]] = [(none, none), (none, none)]
    for first, second in zip(game.rungs[:-1], game.rungs[1:], strict=True):
        weaker = second[first[:, :-1]][:, :, 1:].reshape(-1)
        stronger = second[first[:, 1:]][:, :, :-1].reshape(-1)
        started.append((weaker, stronger))
    return promises_kept(game, started)


# --- monotone ---------------------------------------------------------------------------------------------------------


def breach(diagram: Diagram, choices: Sequence[str]) -> Breach | None:
    """Where does a vote moved along these choices (worst first) turn adoption into rejection; None if nowhere?

    Cost: pairs of nodes; a rule whose form shows that it is monotone need not be asked.
    """
    started, moved = _moves(diagram, [diagram.bound.choices.index(choice) for choice in choices])
    trail, broken = _push([level.children for level in diagram.levels], started)
    return None if broken is None else _shown(diagram, trail, broken, moved)


_Move = tuple[int, int, int, int]  # node, sum of the other votes, worse kind, better kind


def _moves(diagram: Diagram, places: Sequence[int]) -> tuple[list[tuple[Nodes, Nodes]], list[list[_Move]]]:
    none = np.zeros(0, dtype=np.int64)
    started, moved = [(none, none)], [list[_Move]()]
    for level in diagram.levels:
        lows, highs, listed = [none], [none], list[_Move]()
        kinds = [kind for kind in (level.kind(place) for place in places) if kind is not None]
        for worse, better in pairwise(kinds):
            low, high = (level.children[:, level.spread.move(kind)] for kind in (worse, better))
            lows.append(low.reshape(-1))
            highs.append(high.reshape(-1))
            listed += [(n, o, worse, better) for n in range(low.shape[0]) for o in range(low.shape[1])]
        started.append((np.concatenate(lows), np.concatenate(highs)))
        moved.append(listed)
    return started, moved


def _shown(diagram: Diagram, trail: Sequence[_Promises], broken: int, moved: Sequence[list[_Move]]) -> Breach:
    """Walk back up from a broken promise: which votes in each class, and which single vote makes the difference."""
    at, level, options = broken, len(diagram.levels), list[int]()
    while trail[level].parent[at] >= 0:
        options.insert(0, int(trail[level].option[at]))
        at, level = int(trail[level].parent[at]), level - 1
    node, others, worse, better = moved[level][int(trail[level].option[at])]
    here = diagram.levels[level - 1]
    before = [
        _kinds(one.spread, o, one.spread.votes)
        for one, o in zip(diagram.levels, _path(diagram, level - 1, node), strict=False)
    ]
    after = [_kinds(one.spread, o, one.spread.votes) for one, o in zip(diagram.levels[level:], options, strict=True)]
    rest = _kinds(here.spread, others, here.spread.votes - 1)
    return Breach(
        _profile(diagram, [*before, [*rest, worse], *after]), _profile(diagram, [*before, [*rest, better], *after])
    )


def _path(diagram: Diagram, level: int, node: int) -> list[int]:
    """Some way from the root to a node."""
    options: list[int] = []
    while level:
        level -= 1
        where = np.argwhere(diagram.levels[level].children == node)[0]
        node, option = int(where[0]), int(where[1])
        options.insert(0, option)
    return options


def _kinds(spread: Spread, option: int, votes: int) -> list[int]:
    """Votes by kind that come to this sum of so many votes."""
    if spread.kinds == 1:
        return [0] * votes
    if not spread.moves:
        return [0] * option + [1] * (votes - option)
    found: list[int] = []
    for number in reversed(range(votes)):
        kind, before = next(
            (t, int(np.flatnonzero(move == option)[0])) for t, move in enumerate(spread.moves[number]) if option in move
        )
        found.append(kind)
        option = before
    return found


def _profile(diagram: Diagram, kinds: Sequence[Sequence[int]]) -> Profile:
    rows = [list(row) for row in diagram.known]
    for level, votes in zip(diagram.levels, kinds, strict=True):
        for seat, kind in zip(_seats(level), votes, strict=True):
            rows[seat][level.kinds[kind][0]] += 1
    return tuple(tuple(row) for row in rows)


def _seats(level: Level) -> list[int]:
    return [seat for seat, votes in zip(level.seats, level.votes, strict=True) for _ in range(votes)]

"""The figures most indices are made of: how many divisions adopt, how often each vote swings or is the pivot.

They come from the game's diagram, or from the dense way where one large weighted threshold (with a number of members,
perhaps) decides; which of the two is chosen here, by what they would cost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from psephos.body.binding import Profile
from psephos.count import weighted
from psephos.count.engines import weighted_game
from psephos.errors import BudgetError, UsageError
from psephos.power.games import NO, YES, Game
from psephos.power.order import Breach, breach, plainly_monotone

if TYPE_CHECKING:
    from psephos.count.diagram import Diagram

__all__ = ["Basis", "Number", "basis", "check_monotone"]

Number = Fraction | float
"""Exact, or a float whose error is bounded beside it."""

_FEW = 40
"""With up to so many votes the diagram is tried first: it is nearly always far smaller than it could be."""
_EASY = 2_000_000
"""A diagram with up to so many edges costs less than the dense way."""
_UNASKED = "not asked for"
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Basis:
    """What most indices are computed from.

    `adopting` is the number of divisions into yes and no that adopt, `swings` each seat's number of divisions of the
    others in which its vote decides, both exact; `pivots` are the Shapley-Shubik values, their error at most `error`
    (0: exact). Seats are places on the roster, figures are for one vote of the seat. What could not be had is None,
    with the reason in `lacking`.
    """

    votes: int
    swings: Mapping[int, int]
    adopting: int
    pivots: Mapping[int, Number] | None
    error: float
    method: str
    lacking: str = ""


def basis(game: Game, *, pivots: bool = True, exact: bool = False, budget: int | None = None) -> Basis:
    """Compute the figures, exactly if asked; without `pivots` the Shapley-Shubik values are left out.

    Raises:
        UsageError: the rule is not monotone; the message shows two profiles.
        BudgetError: too many states for the diagram and too many cells for the dense way.
    """
    game.check_size()
    few = game.votes <= _FEW
    dense = None if few else weighted_game(game.whole)
    if dense and _edges(dense) > _EASY and _short(dense) <= weighted.CELLS:
        return _dense(game, dense, pivots=pivots, exact=exact)
    try:
        diagram = game.diagram(budget=budget)
    except BudgetError:
        dense = weighted_game(game.whole)
        if dense and _short(dense) <= weighted.CELLS:
            return _dense(game, dense, pivots=pivots, exact=exact)
        raise
    check_monotone(game, diagram)
    return _by_diagram(game, diagram, pivots=pivots, exact=exact)


def _short(dense: weighted.Game) -> int:
    """How many cells the dense way lays out."""
    if dense.members:
        return (len(dense.weights) - dense.members + 1) * dense.dual.quota
    return max(dense.quota, dense.dual.quota)


def _edges(dense: weighted.Game) -> int:
    """At most so many edges would the diagram have: sums reached so far x votes of the next class."""
    classes = sorted(Counter(dense.weights).items(), reverse=True)
    states, edges = 1, 0
    for _, count in classes:
        edges += states * (count + 1)
        states = min(states * (count + 1), dense.quota)
    return edges


# --- by the diagram ---------------------------------------------------------------------------------------------------


def _by_diagram(game: Game, diagram: Diagram, *, pivots: bool, exact: bool) -> Basis:
    from psephos.count import passes

    swings = {**dict.fromkeys(game.places, 0), **passes.swings(diagram)}
    adopting = passes.count(diagram) if diagram.levels else int(diagram.settled) << game.votes
    method = "reduced diagram, exact counts"
    if not pivots:
        return Basis(game.votes, swings, adopting, None, 0.0, method, _UNASKED)
    if exact:
        values = {**dict.fromkeys(game.places, Fraction(0)), **passes.shapley_exact(diagram)}
        return Basis(game.votes, swings, adopting, values, 0.0, method)
    found = passes.shapley(diagram)
    method += f"; Shapley-Shubik by quadrature with {found.nodes} nodes"
    return Basis(game.votes, swings, adopting, {**dict.fromkeys(game.places, 0.0), **found.values}, found.error, method)


# --- the dense way ----------------------------------------------------------------------------------------------------


def _dense(game: Game, dense: weighted.Game, *, pivots: bool, exact: bool) -> Basis:
    """Votes of a bench are members one by one here."""
    places = [place for place in game.places for _ in range(game.roster.seats[place].count)]
    counted = weighted.counts(dense)
    swings = dict(zip(places, counted.swings, strict=True))
    adopting = (1 << game.votes) - counted.adopting if dense.blocking else counted.adopting
    method = "dense weighted counts modulo primes, exact"
    if not pivots:
        return Basis(game.votes, swings, adopting, None, 0.0, method, _UNASKED)
    if exact or dense.members:
        why = "exact fractions over orders of voting are out of reach for weights this large; ask for floats"
        if dense.members:
            why = "with weights this large and a number of members, orders of voting are out of reach; ask for banzhaf"
        return Basis(game.votes, swings, adopting, None, 0.0, method, why)
    found = weighted.shapley_values(dense)
    method += f"; Shapley-Shubik by quadrature with {found.nodes} nodes"
    return Basis(game.votes, swings, adopting, dict(zip(places, found.values, strict=True)), found.error, method)


# --- monotone ---------------------------------------------------------------------------------------------------------


def check_monotone(game: Game, diagram: Diagram | None = None, choices: tuple[str, ...] = (NO, YES)) -> None:
    """Refuse a rule under which a vote moved along these choices (worst first) can hurt; the diagram is made if needed.

    Raises:
        UsageError: with two profiles that show it.
    """
    if plainly_monotone(game.whole, choices):
        return
    found = breach(diagram or game.diagram(choices=choices), choices)
    if found:
        raise UsageError(
            f"{game.name}: power needs a rule that a vote moved towards yes never hurts, and this one is not such: "
            f"it adopts with {_words(game, found.adopting)}, and does not with {_words(game, found.rejecting)}; "
            f"change the rule, or study its flips instead{_difference(game, found)}"
        )


def _words(game: Game, profile: Profile) -> str:
    ids = game.bound.choices.ids
    parts = []
    for choice, name in enumerate(ids):
        named = [
            _name(seat.id, row[choice], seat.count)
            for seat, row in zip(game.roster.seats, profile, strict=True)
            if row[choice]
        ]
        if named:
            more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
            parts.append(f"{name}: {', '.join(named[:_NAMED])}{more}")
    return f"({'; '.join(parts)})"


def _name(member: str, votes: int, count: int) -> str:
    return member if count == 1 else f"{votes} of {member}"


def _difference(game: Game, found: Breach) -> str:
    ids = game.bound.choices.ids
    for seat, one, other in zip(game.roster.seats, found.adopting, found.rejecting, strict=True):
        if one != other:
            before = next(name for name, a, b in zip(ids, one, other, strict=True) if a > b)
            after = next(name for name, a, b in zip(ids, one, other, strict=True) if a < b)
            return f" (the difference: {seat.id} goes from {before} to {after})"
    return ""

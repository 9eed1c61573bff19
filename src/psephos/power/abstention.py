"""Power where abstaining is a third choice: swings of three kinds, and pivots in roll calls.

Convention: every member votes yes, abstains or votes no, each as likely as the others and all independently. A member
that may not abstain has two choices, equally likely. `yes_no` is the chance that a change from no to yes turns the
outcome, `yes_abstain` from abstaining to yes, `abstain_no` from no to abstaining. `roll_call` is Felsenthal and
Machover's Shapley-Shubik index for ternary games (Int. J. Game Theory 26, 1997): members are called in an order,
every order and every division being equally likely, and the pivot is the one after whose vote the outcome is settled
whatever the members still to be called do.

That pivot is found without orders: give each of the others a chance t to have been called already. Those not yet
called count as no for a settled adoption and as yes for a settled rejection; how much a member's call adds is a swing
at those chances, and t is integrated from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from psephos.power.games import NO, YES, Game
from psephos.power.mixing import Setting, averaged, nodes
from psephos.power.swings import Number, check_monotone
from psephos.power.table import PowerTable

if TYPE_CHECKING:
    from psephos.count.diagram import Diagram

__all__ = ["ABSTENTION", "THREE_CHOICES", "ternary_power"]

ABSTENTION = ("yes_no", "yes_abstain", "abstain_no", "roll_call")
THREE_CHOICES = "every member votes yes, abstains or votes no, each equally likely"
_ABSTAIN = "abstain"
_WORST_FIRST = (NO, _ABSTAIN, YES)
_PAIRS = {"yes_no": (YES, NO), "yes_abstain": (YES, _ABSTAIN), "abstain_no": (_ABSTAIN, NO)}
_ROUNDING = 4e-16


def ternary_power(game: Game, asked: Sequence[str] = ABSTENTION, *, exact: bool = False) -> PowerTable:
    """How much power has each member when abstaining is a choice of its own?

    Raises:
        UsageError: the rule is not monotone in no, abstain, yes; the message shows two profiles.
        BudgetError: too many states.

    Cost: a pass per kind of swing; two passes per member, and as many again, for `roll_call`.

    Examples:
        >>> from psephos.power.games import game
        >>> table = ternary_power(game("unsc", on="2024-01-01"))
        >>> table.adopting, table.divisions
        (146796, 14348907)
        >>> [table.swings[kind][table.members.index("FRA")] for kind in ("yes_no", "yes_abstain", "abstain_no")]
        [108336, 69876, 38460]

    References: Felsenthal and Machover (1997; 1998, chapter 8); Braham and Steffen (2002).
    """
    from psephos.count import flow, passes

    diagram = game.diagram(choices=(YES, _ABSTAIN, NO))
    check_monotone(game, diagram, _WORST_FIRST)
    adopting, divisions = passes.count(diagram), flow.total(diagram)
    swings: dict[str, tuple[int, ...]] = {}
    values: dict[str, tuple[Number, ...]] = {}
    for name in asked:
        if name in _PAIRS:
            found = {**dict.fromkeys(game.places, 0), **passes.swings(diagram, *_PAIRS[name])}
            swings[name] = tuple(found[place] for place in game.places)
            shares = _shares(game, diagram, found)
            values[name] = shares if exact else tuple(float(share) for share in shares)
        else:
            pivots = _roll_call(game, diagram, settled=adopting in (0, divisions), exact=exact)
            values[name] = pivots if exact else tuple(float(value) for value in pivots)
    return PowerTable(
        game,
        values,
        swings,
        adopting,
        divisions,
        {},
        "reduced diagram of three choices, exact counts; roll calls by quadrature",
        exact,
        0.0 if exact else _ROUNDING * (game.votes + 2),
        THREE_CHOICES,
    )


def _shares(game: Game, diagram: Diagram, swings: dict[int, int]) -> tuple[Fraction, ...]:
    from psephos.count import flow

    whole = flow.total(diagram)
    choices = {place: sum(map(len, level.kinds)) for level in diagram.levels for place in level.seats}
    return tuple(Fraction(swings[place] * choices.get(place, 1), whole) for place in game.places)


def _roll_call(game: Game, diagram: Diagram, *, settled: bool, exact: bool) -> tuple[Number, ...]:
    if len(diagram.levels) == 1 and not settled:
        return (Fraction(1, game.votes),) * len(game.places)  # all votes are alike, and one of them is the pivot
    points, shares = nodes(max(0, game.votes - 1), exact=exact)
    own = {place: _open_choices(game, place) for place in game.places}
    zero: Number = Fraction(0) if exact else 0.0
    sums: dict[int, Number] = dict.fromkeys(game.places, zero)
    for still in (NO, YES):
        settings = [
            Setting(*_called(game, own, point, still), share) for point, share in zip(points, shares, strict=True)
        ]
        # What a call can add: yes instead of no in any case, and abstaining between the two where that is open.
        middle = (_ABSTAIN, NO) if still == NO else (YES, _ABSTAIN)
        straight, half = averaged(diagram, settings, [(YES, NO), middle], exact=exact)
        for place in straight:
            added = straight[place] + half[place] if _ABSTAIN in own[place] else straight[place]
            sums[place] = sums[place] + added / len(own[place])
    return tuple(sums[place] for place in game.places)


def _open_choices(game: Game, place: int) -> tuple[str, ...]:
    casts = game.roster.seats[place].casts
    return tuple(choice for choice in (YES, _ABSTAIN, NO) if casts is None or choice in casts)


def _called(
    game: Game, own: dict[int, tuple[str, ...]], called: Number, still: str
) -> tuple[tuple[tuple[Number, ...], ...], int]:
    """The chances when each seat has been called with that chance, in whole numbers if it is a fraction."""
    ids = game.bound.choices.ids
    whole = 6 * called.denominator if isinstance(called, Fraction) else 1
    rows = []
    for place in range(len(game.roster.seats)):
        mine = own.get(place, (still,))
        row: list[Number] = [0] * len(ids)
        for choice in mine:
            row[ids.index(choice)] = called * whole / len(mine)
        row[ids.index(still)] = row[ids.index(still)] + (1 - called) * whole
        rows.append(tuple(row))
    return tuple(rows), whole

"""What a rule's game is like: who can block, decides alone or never matters; which coalitions just win.

A *coalition* is a set of members voting yes, all others no. A blocker (vetoer) is in every winning coalition; a
dictator wins alone and blocks; a dummy's vote never decides. One member is at least as desirable as another if it can
take the other's place in any winning coalition. A game is *proper* if no coalition and its complement both win,
*strong* if they never both lose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

import numpy as np

from psephos.body.members import Roster
from psephos.count import weighted
from psephos.count.engines import weighted_game
from psephos.errors import BudgetError
from psephos.power import heavy
from psephos.power.critical import Coalitions, minimal_coalitions, minimal_divisions
from psephos.power.desirability import compared
from psephos.power.games import Game, Measurable
from psephos.power.games import game as game_of
from psephos.power.ladder import Ladder, ladder
from psephos.power.order import is_chain
from psephos.power.removal import minimal_divisions_walk, minimal_walk
from psephos.power.swings import check_monotone

__all__ = ["Coalition", "Structure", "laid_out", "minimal_blocking", "minimal_winning", "structure"]

Coalition = Mapping[str, int]
"""Votes in favour by member code; 1 for a named member."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The structure of a game, members named by code, figures exact; what could not be told is in `refused`.

    `ranks` lists equally desirable members together, the most desirable first; it is None if some two members cannot
    be compared, and `incomparable` names such pairs. `minimal_winning` and `minimal_blocking` are numbers of
    coalitions.
    """

    game: Game
    blockers: tuple[str, ...]
    dictators: tuple[str, ...]
    dummies: tuple[str, ...]
    ranks: tuple[tuple[str, ...], ...] | None
    incomparable: tuple[tuple[str, str], ...]
    proper: bool
    strong: bool
    minimal_winning: int | None
    minimal_blocking: int | None
    refused: Mapping[str, str] = field(hash=False, default_factory=dict)


def structure(
    of: Measurable,
    roster: Roster | None = None,
    *,
    on: date | str | None = None,
    decision: str | None = None,
    variants: Iterable[str] = (),
) -> Structure:
    """What is a rule's game like, before any figure is put on power?

    Args:
        of: a body's name, file or rulebook; a rule or bound rule; or a game.
        roster: who votes; needed with a rule.
        on: the day, for a body.
        decision: the kind of decision, for a body.
        variants: facts that make another rule apply, for a body.

    Raises:
        UsageError: see `psephos.power.indices.power`.
        BudgetError: too many states.

    Cost: a few passes over the diagram. One weighted threshold too large for a diagram (the IMF's) takes 1 s, and the
        numbers of minimal coalitions are refused.

    Examples:
        >>> found = structure("unsc", on="2024-01-01")
        >>> found.blockers, found.proper, found.minimal_winning
        (('CHN', 'FRA', 'GBR', 'RUS', 'USA'), True, 210)
    """
    found = game_of(of, roster, on=on, decision=decision, variants=variants)
    found.check_size()
    try:
        game, chain = laid_out(found)
    except BudgetError as error:
        dense = weighted_game(found.whole)
        if dense is None or dense.members or sum(dense.weights) > weighted.CELLS:
            raise
        return _heavy(found, dense, str(error))
    ids = tuple(seat.id for seat in found.roster.seats)
    blockers = [c for c in range(len(game.sizes)) if not _wins(game, [s - (c == d) for d, s in enumerate(game.sizes)])]
    alone = [c for c in blockers if _wins(game, [int(c == d) for d in range(len(game.sizes))])]
    ranks, incomparable = compared(game, chain=chain)
    ends = _against_complement(game)
    refused: dict[str, str] = {}
    return Structure(
        found,
        _members(game, blockers, ids),
        _members(game, [c for c in alone if game.sizes[c] == 1], ids),
        _members(game, _dummies(game), ids),
        None if ranks is None else tuple(_members(game, rank, ids) for rank in ranks),
        tuple((ids[game.seats[a][0]], ids[game.seats[b][0]]) for a, b in incomparable),
        (1, 1) not in ends,
        (0, 0) not in ends,
        _number(game, "minimal_winning", refused, chain=chain),
        _number(game.dual(), "minimal_blocking", refused, chain=chain),
        refused,
    )


def _heavy(found: Game, dense: weighted.Game, why: str) -> Structure:
    """The structure of one weighted threshold, without a diagram; its members are the votes of the seats in order."""
    places = [place for place in found.places for _ in range(found.roster.seats[place].count)]
    ids = [found.roster.seats[place].id for place in places]
    swings = weighted.counts(dense).swings
    rest = sum(dense.weights) - dense.quota
    blockers = [member for member, weight in enumerate(dense.weights) if weight > rest]
    alone = [member for member in blockers if dense.weights[member] >= dense.quota]

    def named(members: Iterable[int]) -> tuple[str, ...]:
        return tuple(sorted({ids[member] for member in members}))

    return Structure(
        found,
        named(blockers),
        named(alone),
        named(member for member, number in enumerate(swings) if not number),
        tuple(named(rank) for rank in heavy.ranks(swings)),
        (),
        not heavy.both_can_win(dense),
        not heavy.neither_may_win(dense),
        None,
        None,
        {"minimal_winning": why, "minimal_blocking": why},
    )


def laid_out(game: Game, budget: int | None = None) -> tuple[Ladder, bool]:
    """The game's classes, and whether desirability is a chain in their order.

    Raises:
        UsageError: the rule is not monotone.
        BudgetError: too many states.
    """
    diagram = game.diagram(budget=budget)
    check_monotone(game, diagram)
    found = ladder(diagram)
    return found, is_chain(found)


def minimal_winning(
    of: Measurable, roster: Roster | None = None, *, on: date | str | None = None
) -> Iterator[Coalition]:
    """Which coalitions win, but lose whoever leaves? Listed one at a time; there may be millions.

    Examples:
        >>> from psephos.power.games import weighted
        >>> [sorted(coalition) for coalition in minimal_winning(weighted(3, "A=2,B=1,C=1"))]
        [['A', 'B'], ['A', 'C']]
    """
    return _listed(game_of(of, roster, on=on), dual=False)


def minimal_blocking(
    of: Measurable, roster: Roster | None = None, *, on: date | str | None = None
) -> Iterator[Coalition]:
    """Which coalitions can prevent adoption, but not once anybody leaves them? Listed one at a time.

    Examples:
        >>> from psephos.power.games import weighted
        >>> [sorted(coalition) for coalition in minimal_blocking(weighted(3, "A=2,B=1,C=1"))]
        [['A'], ['B', 'C']]
    """
    return _listed(game_of(of, roster, on=on), dual=True)


def _listed(game: Game, *, dual: bool) -> Iterator[Coalition]:
    found, chain = laid_out(game)
    found = found.dual() if dual else found
    divisions = minimal_divisions(found) if chain else minimal_divisions_walk(found)
    seats = game.roster.seats
    for division in divisions:
        yield from _spelled(found, division, tuple(seat.id for seat in seats))


def _spelled(game: Ladder, division: tuple[int, ...], ids: tuple[str, ...], c: int = 0) -> Iterator[dict[str, int]]:
    """Every way to choose so many votes of each class among its members."""
    if c == len(division):
        yield {}
        return
    for chosen in _chosen(game.seats[c], game.votes[c], division[c]):
        for rest in _spelled(game, division, ids, c + 1):
            yield {**{ids[seat]: number for seat, number in chosen.items() if number}, **rest}


def _chosen(seats: tuple[int, ...], votes: tuple[int, ...], number: int) -> Iterator[dict[int, int]]:
    if set(votes) == {1}:
        for some in combinations(seats, number):
            yield dict.fromkeys(some, 1)
        return
    if not seats:
        if not number:
            yield {}
        return
    room = sum(votes[1:])
    for mine in range(max(0, number - room), min(votes[0], number) + 1):
        for rest in _chosen(seats[1:], votes[1:], number - mine):
            yield {seats[0]: mine, **rest}


def _wins(game: Ladder, division: list[int]) -> bool:
    node = 0
    for rungs, k in zip(game.rungs, division, strict=True):
        node = int(rungs[node, k])
    return node == 1


def _members(game: Ladder, classes: Iterable[int], ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(ids[seat] for c in classes for seat in game.seats[c]))


def _dummies(game: Ladder) -> list[int]:
    """In a reduced diagram a vote that never matters leads everywhere to the same node."""
    return [c for c, rungs in enumerate(game.rungs) if (rungs[:, 1:] == rungs[:, :-1]).all()]


def _against_complement(game: Ladder) -> set[tuple[int, int]]:
    """The outcomes that a coalition and its complement can have together."""
    pairs = np.zeros((1, 2), dtype=np.int64)
    for rungs in game.rungs:
        after = np.stack([rungs[pairs[:, 0]], rungs[pairs[:, 1]][:, ::-1]], axis=-1).reshape(-1, 2)
        pairs = np.unique(np.sort(after, axis=1), axis=0)
    return {(int(a), int(b)) for a, b in pairs}


def _number(game: Ladder, what: str, refused: dict[str, str], *, chain: bool) -> int | None:
    try:
        found: Coalitions = minimal_coalitions(game) if chain else minimal_walk(game)
    except BudgetError as error:
        refused[what] = str(error)
        return None
    if chain and game.wins()[0][0] == 2**game.members:
        return 1  # the empty coalition wins
    return found.number

"""Minimal integer weights: is the game a weighted one, with which smallest whole weights; and if not, why not?

Weights and quota are searched for by integer programming (HiGHS, extra `structure`). Not all coalitions are written
down: a few are, and whenever the answer breaks on another coalition, which a pass over the diagram finds, that one is
added. A game that is not weighted is shown to be so by a *trade*: winning coalitions that, swapping members, turn
into as many losing ones (Taylor and Zwicker 1992). Both answers are checked in exact integers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from psephos.body.members import Roster
from psephos.errors import BudgetError, UsageError
from psephos.power.games import Game, Measurable
from psephos.power.games import game as game_of
from psephos.power.ladder import Ladder
from psephos.power.structure import laid_out

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.float64]

__all__ = ["Division", "Trade", "Weights", "minimal_weights"]

Division = tuple[int, ...]
"""How many votes of each class are in favour."""

_ROUNDS = 400
_SECONDS = 60.0
_NEAR = 1e-6
_LARGEST = 1 << 40


@dataclass(frozen=True, slots=True)
class Weights:
    """Whole weights by member (for each vote) and a quota that make the same game; no smaller total does.

    Interchangeable members have equal weights.
    """

    game: Game
    quota: int
    weights: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Trade:
    """Why no weights exist: the winning coalitions together hold no more of any class than as many losing ones.

    Weights would have to give the winning ones together more than the losing ones. Coalitions are votes in favour by
    member, members of a class being interchangeable; each stands as often as it is used.
    """

    game: Game
    winning: tuple[Mapping[str, int], ...]
    losing: tuple[Mapping[str, int], ...]


def minimal_weights(
    of: Measurable,
    roster: Roster | None = None,
    *,
    on: date | str | None = None,
    decision: str | None = None,
    variants: Iterable[str] = (),
    rounds: int = _ROUNDS,
) -> Weights | Trade:
    """Which smallest whole weights make the same game, or why are there none?

    Args:
        of: a body's name, file or rulebook; a rule or bound rule; or a game.
        roster: who votes; needed with a rule.
        on: the day, for a body.
        decision: the kind of decision, for a body.
        variants: facts that make another rule apply, for a body.
        rounds: how many coalitions may be added before giving up.

    Raises:
        UsageError: the extra `structure` is not installed; a rule that always or never adopts, or is not monotone.
        BudgetError: neither weights nor a trade found within the rounds.

    Cost: an integer program for every coalition added; seconds for a dozen classes.

    Examples:
        >>> found = minimal_weights("unsc", on="2024-01-01")
        >>> found.quota, found.weights["FRA"], found.weights["JPN"]
        (39, 7, 1)

    References: Taylor and Zwicker, Simple Games (1999), chapter 2; Freixas and Kurz (2014) on minimal representations.
    """
    found = game_of(of, roster, on=on, decision=decision, variants=variants)
    ladder, _ = laid_out(found)
    search = _Search.start(found, ladder)
    whole = False  # fractions first: whether any weights exist is quickly told; then whole numbers
    for _ in range(rounds):
        proposal = search.proposal(whole=whole)
        if proposal is None:
            trade = None if whole else search.trade()
            if trade:
                return trade
            break
        if search.broken(*proposal):
            continue
        if whole:
            return search.named(*proposal)
        whole = True
    raise BudgetError(
        f"{found.name}: neither whole weights nor a trade found in {rounds} rounds; allow more rounds (rounds=...)"
    )


@dataclass(frozen=True, slots=True)
class _Search:
    game: Game
    ladder: Ladder
    winning: list[Division]
    losing: list[Division]

    @classmethod
    def start(cls, game: Game, ladder: Ladder) -> _Search:
        everyone, nobody = ladder.sizes, (0,) * len(ladder.sizes)
        if not _wins(ladder, everyone) or _wins(ladder, nobody):
            raise UsageError(f"{game.name}: the rule adopts always or never, so that weights say nothing")
        return cls(game, ladder, [everyone], [nobody])

    def proposal(self, *, whole: bool) -> tuple[list[int], int] | tuple[list[float], float] | None:
        """The smallest weights and quota that are right for the coalitions written down; None if there are none."""
        import numpy as np

        sizes = np.array(self.ladder.sizes, dtype=np.float64)
        rows: list[list[float]] = [[*division, -1.0] for division in self.winning]
        rows += [[*(-votes for votes in division), 1.0] for division in self.losing]
        lows = [0.0] * len(self.winning) + [1.0] * len(self.losing)
        # Least total first; the quota follows. A trace of it in the aim makes the answer the same every time.
        found = _solved(np.array([*sizes, 1e-6]), np.array(rows), np.array(lows), whole=whole)
        if found is None:
            return None
        if whole:
            numbers = [round(value) for value in found]
            return numbers[:-1], numbers[-1]
        return found[:-1], found[-1]

    def named(self, weights: Sequence[float], quota: float) -> Weights:
        """The answer, by member."""
        ids = [seat.id for seat in self.game.roster.seats]
        pairs = zip(self.ladder.seats, weights, strict=True)
        return Weights(self.game, int(quota), {ids[seat]: int(weight) for seats, weight in pairs for seat in seats})

    def broken(self, proposal: Sequence[float], quota: float) -> bool:
        """Add the lightest winning coalition and the heaviest losing one, where the proposal is wrong about them."""
        light, heavy = _extreme(self.ladder, proposal, win=True), _extreme(self.ladder, proposal, win=False)
        wrong = False
        if _weight(light, proposal) < quota - _NEAR:
            self.winning.append(light)
            wrong = True
        if _weight(heavy, proposal) > quota - 1 + _NEAR:
            self.losing.append(heavy)
            wrong = True
        return wrong

    def trade(self) -> Trade | None:
        """The shortest trade among the coalitions written down."""
        import numpy as np

        many = (len(self.winning), len(self.losing))
        classes = range(len(self.ladder.sizes))
        rows = [[float(-d[c]) for d in self.winning] + [float(d[c]) for d in self.losing] for c in classes]
        rows += [
            [1.0] * many[0] + [-1.0] * many[1],
            [-1.0] * many[0] + [1.0] * many[1],
            [1.0] * many[0] + [0.0] * many[1],
        ]
        lows = np.array([0.0] * (len(rows) - 1) + [1.0])
        solved = _solved(np.array([1.0] * many[0] + [1e-6] * many[1]), np.array(rows), lows, whole=True)
        if solved is None:
            return None
        found = [round(value) for value in solved]
        if any(sum(v * n for v, n in zip(row, found, strict=True)) < low for row, low in zip(rows, lows, strict=True)):
            return None  # only what holds in whole numbers is a proof
        used = [self._spelled(d) for d, n in zip(self.winning, found, strict=False) for _ in range(n)]
        against = [self._spelled(d) for d, n in zip(self.losing, found[many[0] :], strict=True) for _ in range(n)]
        return Trade(self.game, tuple(used), tuple(against))

    def _spelled(self, division: Division) -> dict[str, int]:
        return spelled(self.game, self.ladder, division)


def spelled(game: Game, ladder: Ladder, division: Division) -> dict[str, int]:
    """One coalition with so many votes of each class: the first members of each."""
    found: dict[str, int] = {}
    for seats, votes, wanted in zip(ladder.seats, ladder.votes, division, strict=True):
        left = wanted
        for seat, count in zip(seats, votes, strict=True):
            share = min(count, left)
            left -= share
            if share:
                found[game.roster.seats[seat].id] = share
    return found


def _solved(aim: Rows, rows: Rows, lows: Rows, *, whole: bool) -> list[float] | None:
    """The numbers from 0 that meet `rows @ x >= lows` at the least aim; None if there are none (or none in time)."""
    try:
        from scipy.optimize import Bounds, LinearConstraint, milp
    except ImportError:
        raise UsageError("minimal weights need scipy; install it with: pip install 'psephos[structure]'") from None
    import numpy as np

    found = milp(
        aim,
        constraints=LinearConstraint(rows, lows, np.inf),
        bounds=Bounds(0, np.inf),
        integrality=np.full(len(aim), int(whole)),
        options={"time_limit": _SECONDS},
    )
    if found.x is None or np.abs(found.x).max(initial=0.0) > _LARGEST:
        return None
    return [float(value) for value in found.x]


def _wins(ladder: Ladder, division: Division) -> bool:
    node = 0
    for rungs, votes in zip(ladder.rungs, division, strict=True):
        node = int(rungs[node, votes])
    return node == 1


def _weight(division: Division, weights: Sequence[float]) -> float:
    return sum(votes * weight for votes, weight in zip(division, weights, strict=True))


def _extreme(ladder: Ladder, weights: Sequence[float], *, win: bool) -> Division:
    """The lightest winning coalition, or the heaviest losing one."""
    import numpy as np

    sign = 1 if win else -1
    steps = [sign * weight * np.arange(size + 1) for weight, size in zip(weights, ladder.sizes, strict=True)]
    best = [np.array([np.inf, 0.0] if win else [0.0, np.inf])]
    for rungs, step in zip(reversed(ladder.rungs), reversed(steps), strict=True):
        best.append((best[-1][rungs] + step).min(axis=1))
    best.reverse()
    node, division = 0, []
    for level, (rungs, step) in enumerate(zip(ladder.rungs, steps, strict=True)):
        votes = int((best[level + 1][rungs[node]] + step).argmin())
        division.append(votes)
        node = int(rungs[node, votes])
    return tuple(division)

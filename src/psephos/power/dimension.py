"""How many weighted games does it take? Bounds on the dimension of a rule, the lower one with a witness.

The dimension of a game is the smallest number of weighted games that must all be won to win it (Taylor and Zwicker
1993). It is at least k if k losing coalitions can be named of which no two can be shut out by one weighted game:
because the two, swapping members, turn into two winning ones. It is at most the number of thresholds that the rule
joins by "and", or the number of maximal losing coalitions. The gap can be wide: for the Council of the European Union
after Lisbon, Kurz and Napel (2016) prove at least 7.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

import numpy as np

from psephos.body.members import Roster
from psephos.body.rules import And, Formula, Leaf
from psephos.errors import BudgetError, UsageError
from psephos.power.games import Game, Measurable
from psephos.power.games import game as game_of
from psephos.power.ladder import Ladder
from psephos.power.structure import laid_out, structure
from psephos.power.weights import Division, spelled

__all__ = ["Dimension", "dimension"]

_PAIR = 2
_STATES = 200_000


@dataclass(frozen=True, slots=True)
class Dimension:
    """The dimension lies in `at_least`..`at_most` (None: no bound found).

    `witness` are losing coalitions no two of which one weighted game can shut out; empty if `at_least` is 1.
    """

    game: Game
    at_least: int
    at_most: int | None
    witness: tuple[Mapping[str, int], ...]


def dimension(
    of: Measurable,
    roster: Roster | None = None,
    *,
    on: date | str | None = None,
    decision: str | None = None,
    variants: Iterable[str] = (),
    tries: int = 40,
    seed: int = 1,
) -> Dimension:
    """How many weighted games must be combined to make this rule?

    Args:
        of: a body's name, file or rulebook; a rule or bound rule; or a game.
        roster: who votes; needed with a rule.
        on: the day, for a body.
        decision: the kind of decision, for a body.
        variants: facts that make another rule apply, for a body.
        tries: how many losing coalitions are drawn in the search for a witness; more may raise the lower bound.
        seed: of the search; the same seed gives the same answer.

    Raises:
        UsageError: a rule that always or never adopts, or is not monotone.
        BudgetError: too many states.

    Cost: a walk over pairs of nodes for every two coalitions drawn.

    Examples:
        >>> found = dimension("us-federal-law", on="2024-01-01", variants=["full-attendance"])
        >>> found.at_least
        2

    References: Taylor and Zwicker, Simple Games (1999), section 1.7; Kurz and Napel, Dimension of the Lisbon voting
        rules in the EU Council, Optimization Letters 10 (2016).
    """
    found = game_of(of, roster, on=on, decision=decision, variants=variants)
    ladder, _ = laid_out(found)
    if ladder.wins()[0][0] in (0, 2**ladder.members):
        raise UsageError(f"{found.name}: the rule adopts always or never, so that it has no dimension")
    losing = _losing(ladder, tries, Random(seed))  # noqa: S311 -- a search, repeatable by its seed; nothing secret
    swaps = {(a, b) for a in range(len(losing)) for b in range(a) if _swaps(ladder, losing[a], losing[b])}
    clique = _clique(len(losing), swaps)
    most = _upper(found)
    if len(clique) < _PAIR:
        return Dimension(found, 1, most, ())
    return Dimension(found, len(clique), most, tuple(spelled(found, ladder, losing[number]) for number in clique))


def _losing(ladder: Ladder, tries: int, random: Random) -> list[Division]:
    """Maximal losing coalitions, each grown from nobody in a random order of the classes."""
    drawn: dict[Division, None] = {}
    for _ in range(tries * 4):
        division = [0] * len(ladder.sizes)
        order = list(range(len(division)))
        random.shuffle(order)
        for c in order:
            division[c] = _most_votes(ladder, division, c)
        drawn[tuple(division)] = None
        if len(drawn) >= tries:
            break
    return list(drawn)


def _most_votes(ladder: Ladder, division: Sequence[int], c: int) -> int:
    """The most votes of a class with which the coalition still loses."""
    low, high = 0, ladder.sizes[c]
    while low < high:
        middle = (low + high + 1) // 2
        if _wins(ladder, [middle if other == c else votes for other, votes in enumerate(division)]):
            high = middle - 1
        else:
            low = middle
    return low


def _wins(ladder: Ladder, division: Sequence[int]) -> bool:
    node = 0
    for rungs, votes in zip(ladder.rungs, division, strict=True):
        node = int(rungs[node, votes])
    return node == 1


def _swaps(ladder: Ladder, one: Division, other: Division) -> bool:
    """Can two losing coalitions, taken as counts by class, be divided anew into two winning ones?"""
    pairs = np.zeros((1, 2), dtype=np.int64)
    for rungs, size, votes in zip(ladder.rungs, ladder.sizes, map(sum, zip(one, other, strict=True)), strict=True):
        mine = np.arange(max(0, votes - size), min(size, votes) + 1)
        after = np.stack([rungs[pairs[:, 0]][:, mine], rungs[pairs[:, 1]][:, votes - mine]], axis=-1).reshape(-1, 2)
        pairs = np.unique(np.sort(after, axis=1), axis=0)
        if len(pairs) > _STATES:
            return False  # not found in the states allowed; the bound only becomes weaker
    return bool((pairs == 1).all(axis=1).any())


def _clique(number: int, swaps: set[tuple[int, int]]) -> list[int]:
    """A large set of coalitions every two of which swap, found greedily from each start."""
    near = {a: {b for b in range(number) if (max(a, b), min(a, b)) in swaps} for a in range(number)}
    best: list[int] = []
    for start in range(number):
        chosen, left = [start], near[start]
        while left:
            following = max(left, key=lambda b: (len(near[b] & left), -b))
            chosen.append(following)
            left = left & near[following]
        best = max(best, chosen, key=len)
    return best


def _upper(game: Game) -> int | None:
    """Parts joined by "and" each count for their own bound: 1 for a clause, else its maximal losing coalitions."""
    total = 0
    for part in _parts(game.rule.passes):
        if isinstance(part, Leaf) and len(game.bound.clause(part.clause).integral()) == 1:
            total += 1
            continue
        bound = replace(game.bound, rule=replace(game.rule, passes=part))
        try:
            found = structure(Game(bound, game.name)).minimal_blocking
        except BudgetError:
            return None
        if found is None:
            return None
        total += found
    return total


def _parts(formula: Formula) -> tuple[Formula, ...]:
    return tuple(inner for part in formula.of for inner in _parts(part)) if isinstance(formula, And) else (formula,)

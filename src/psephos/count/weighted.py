"""The dense way for one large weighted threshold: exact swings of 190 members with five million votes.

A *game* here is: a motion of yes and no passes when the weights in favour reach a quota (and, if asked, so many
members are in favour). The ways to reach each weight are the coefficients of the product of `1 + x**w`; they are kept
modulo 31-bit primes in blocks that stay in the cache, and put together by the Chinese remainder theorem. The dual
game (quota W - q + 1) has the same swings, so that the smaller of the two lengths is enough. A member's swings come
from the prefix sums of that one product by an alternating sum.

References:
    Uno, "Efficient computation of power indices for weighted majority games", ISAAC 2012; Kakimura and Terai, arXiv
    2511.14995; Bolus, Eur. J. Oper. Res. 210 (2011); Kurz, Comput. Optim. Appl. 64 (2016).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from psephos.count.game import Game
from psephos.count.residues import combined, largest_primes
from psephos.errors import BudgetError, UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from psephos.count.weighted_shapley import Quadrature

    Residues = NDArray[np.uint32]

T = TypeVar("T")

__all__ = [
    "CELLS",
    "STEPS",
    "Counts",
    "Game",
    "adopting_count",
    "counts",
    "shapley_values",
    "swing_counts",
]

CELLS = 100_000_000
"""The longest product that is laid out, in cells."""
STEPS = 500_000_000_000
"""So many additions at most, two minutes' worth or less."""

_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Counts:
    """Of all divisions into yes and no, how many pass; and in how many of the others' does each member decide?"""

    adopting: int
    swings: tuple[int, ...]


def counts(game: Game, cells: int = CELLS) -> Counts:
    """How many divisions pass, and in how many of the others' divisions does each member decide?

    Args:
        game: the weighted game.
        cells: how long the product may be.

    Raises:
        BudgetError: known beforehand from the weights; nothing has been computed then.

    Cost: members x min(quota, total - quota) cells for every 31 members; 190 members with 5 million votes: 0.3 s.

    Examples:
        >>> found = counts(Game.of([7] * 5 + [1] * 10, 39))
        >>> found.adopting, found.swings[::14]
        (848, (848, 84))
    """
    if game.members:
        from psephos.count.weighted_members import counts_with_members

        return Counts(*counts_with_members(game, cells))
    if game.constant:
        return Counts(2 ** len(game.weights) if game.quota <= 0 else 0, (0,) * len(game.weights))
    short = min(game, game.dual, key=lambda one: one.quota)
    _check_cells(short.quota, cells, len(game.weights))
    primes = largest_primes(len(game.weights) + 1)
    residues = _threaded(lambda prime: _counted(short, prime), primes)
    failing, *swings = (combined(list(found), primes) for found in zip(*residues, strict=True))
    return Counts(2 ** len(game.weights) - failing if short is game else failing, tuple(swings))


def swing_counts(game: Game, cells: int = CELLS) -> tuple[int, ...]:
    """In how many divisions of the others does each member decide?

    Raises:
        BudgetError: as `counts`.

    Examples:
        >>> swing_counts(Game.of([7] * 5 + [1] * 10, 39))[::14]
        (848, 84)
    """
    return counts(game, cells).swings


def adopting_count(game: Game, cells: int = CELLS) -> int:
    """How many of all divisions pass?

    Raises:
        BudgetError: as `counts`.

    Examples:
        >>> adopting_count(Game.of([7] * 5 + [1] * 10, 39))
        848
    """
    return counts(game, cells).adopting


def _check_cells(length: int, cells: int, members: int) -> None:
    """Refuse beforehand what would take too much room or time.

    Raises:
        BudgetError: more cells than allowed, or more steps: one for each member, cell and 31 members.
    """
    remedy = (
        "use the diagram (psephos.count.diagram), round the weights, or estimate by samples (psephos.count.sampling)"
    )
    if length > cells:
        raise BudgetError(
            f"the dense way would need {length:,} cells for these weights, over the limit of {cells:,}; {remedy}"
        )
    steps = length * members * (members // 31 + 1)
    if steps > STEPS:
        raise BudgetError(
            f"the dense way would take {steps:,} steps for {members:,} members and {length:,} cells, "
            f"over the limit of {STEPS:,}; {remedy}"
        )


def _threaded(work: Callable[[int], T], items: Sequence[int]) -> list[T]:
    """Two at a time: NumPy lets go of the interpreter while it adds."""
    with ThreadPoolExecutor(min(2, cpu_count() or 1)) as pool:
        return list(pool.map(work, items))


# --- modulo a prime -------------------------------------------------------------------------------------------------


def _counted(game: Game, prime: int) -> list[int]:
    """Modulo a prime: the divisions below the quota, then each member's swings."""
    below = np.cumsum(_product(game, prime), dtype=np.uint64)
    found = {weight: _alternating(below, game.quota, weight) % prime for weight in dict.fromkeys(game.weights)}
    return [int(below[-1]) % prime, *(found[weight] for weight in game.weights)]


def _product(game: Game, prime: int) -> Residues:
    """The coefficients of the product of `1 + x**w` below the quota, modulo a prime.

    Sets and their complements make every partial product read the same from both ends: its lower half is enough, as
    the quota (of the shorter of the two games) is at most in the middle.
    """
    ways = np.zeros(game.quota, dtype=np.uint32)
    ways[0] = 1
    degree = 0
    spare = np.empty(_BLOCK, dtype=np.uint32)
    for weight in sorted(game.weights):
        top = min((degree + weight) // 2, game.quota - 1)
        _mirrored(ways, degree, min(top, degree))
        degree += weight
        _times(ways, weight, top, np.uint32(prime), spare)
    return ways


def _mirrored(ways: Residues, degree: int, top: int) -> None:
    """Fill the upper half of a product, as far as `top`, from its lower half."""
    half = degree // 2
    if top > half:
        ways[half + 1 : top + 1] = ways[degree - top : degree - half][::-1]


def _times(ways: Residues, weight: int, top: int, prime: np.uint32, spare: Residues) -> None:
    """Multiply by `1 + x**weight` in place, from high to low, block by block."""
    for end in range(top + 1, weight, -_BLOCK):
        start = max(end - _BLOCK, weight)
        sums = spare[: end - start]
        np.add(ways[start:end], ways[start - weight : end - weight], out=sums)
        np.subtract(sums, prime, out=ways[start:end])
        np.minimum(sums, ways[start:end], out=ways[start:end])


def _alternating(below: NDArray[np.uint64], quota: int, weight: int) -> int:
    """How often the others come to [quota - weight, quota - 1]: windows of the prefix sums, with alternating signs.

    Dividing the product by `1 + x**w` gives the others' ways as P(k) - P(k - w) + P(k - 2w) - ...
    """
    if weight == 0:
        return 0
    ends = below[quota - 1 :: -weight]
    windows = ends.copy()
    windows[:-1] -= ends[1:]
    return int(windows[0::2].sum(dtype=object)) - int(windows[1::2].sum(dtype=object))


def shapley_values(game: Game, cells: int = CELLS) -> Quadrature:
    """How often is each member the one whose vote passes the motion, if all orders of voting are equally likely?

    Raises:
        BudgetError: known beforehand from the weights; nothing has been computed then.
        UsageError: a number of members is required as well.

    Cost: some 40 times one product of max(quota, total - quota) cells in floats; 190 members with 5 million votes: 2
    to 4 s.

    Examples:
        >>> found = shapley_values(Game.of([7] * 5 + [1] * 10, 39))
        >>> abs(found.values[0] - 421 / 2145) < 1e-14
        True
    """
    from psephos.count.weighted_shapley import Quadrature, integrated

    if game.members:
        raise UsageError("orders of voting are counted for weights alone here; use the diagram where members count too")
    if game.constant:
        return Quadrature((0.0,) * len(game.weights), 0.0, 0)
    _check_cells(max(game.quota, game.dual.quota), cells, len(game.weights))
    return integrated(game)

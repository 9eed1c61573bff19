"""The dense way where a number of members is required beside the weight: three fifths of them with 85 % of the votes.

What counts are those *not* in favour: at most so many members with at most so much weight. Their numbers fill one
table (members x weight) modulo a prime; the row of k members grows from the row of k - 1, and only the band of
weights is touched that k of the members taken so far can have. A member's swings come from prefix sums of the rows,
with alternating signs, as for weights alone.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from psephos.count.residues import combined, largest_primes
from psephos.errors import BudgetError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from psephos.count.game import Game

__all__ = ["counts_with_members"]

_BLOCK = 1 << 16


def counts_with_members(game: Game, cells: int) -> tuple[int, tuple[int, ...]]:
    """How many divisions pass, and in how many of the others' does each member decide, if both must suffice?

    Raises:
        BudgetError: known beforehand from the weights; nothing has been computed then.

    Cost: about members x cells of the table, for every 31 members; the amendment of the IMF's Articles (190 members, a
    table of 77 x 755,990): 10 to 20 s and 250 MB.

    Examples:
        >>> from psephos.count.game import Game
        >>> counts_with_members(Game.of([3, 2, 2, 1], 6, 3), 1000)
        (4, (4, 2, 2, 2))
    """
    room, spare = _limits(game)
    if room < 0 or spare < 0:
        return 0, (0,) * len(game.weights)
    table = _table(room, spare, cells)
    primes = largest_primes(len(game.weights) + 1)
    residues = []
    for prime in primes:
        _fill(table, sorted(game.weights), prime)
        passing = sum(int(row.sum(dtype=np.uint64)) for row in table) % prime
        residues.append([passing, *_swings(table, game.weights, prime)])
    adopting, *swings = (combined(list(found), primes) for found in zip(*residues, strict=True))
    return adopting, tuple(swings)


def _limits(game: Game) -> tuple[int, int]:
    """How many members may be missing, and how much weight."""
    room = len(game.weights) - max(0, game.members)
    return room, sum(game.weights) - max(0, game.quota)


def _table(room: int, spare: int, cells: int) -> NDArray[np.uint32]:
    if (room + 1) * (spare + 1) > cells:
        raise BudgetError(
            f"the dense way would need {room + 1:,} x {spare + 1:,} cells for these members and weights, "
            f"over the limit of {cells:,}; use the diagram (psephos.count.diagram) or estimate by "
            "samples (psephos.count.sampling)"
        )
    return np.empty((room + 1, spare + 1), dtype=np.uint32)


def _fill(table: NDArray[np.uint32], weights: list[int], prime: int) -> None:
    """How many sets of k members have each weight, modulo a prime; `weights` ascend."""
    room, width = table.shape
    table[:] = 0
    table[0, 0] = 1
    sums = [0, *accumulate(weights)]
    scratch = np.empty(_BLOCK, dtype=np.uint32)
    for done, weight in enumerate(weights, start=1):
        for members in range(min(room - 1, done), 0, -1):
            least = sums[members - 1] + weight
            most = min(sums[done] - sums[done - members], width - 1)
            _add(table[members], table[members - 1], weight, (least, most), np.uint32(prime), scratch)


def _add(
    row: NDArray[np.uint32],
    fewer: NDArray[np.uint32],
    weight: int,
    band: tuple[int, int],
    prime: np.uint32,
    scratch: NDArray[np.uint32],
) -> None:
    """Add to a row, within a band of weights, the row of one member fewer, moved up by the new member's weight."""
    for start in range(band[0], band[1] + 1, _BLOCK):
        end = min(start + _BLOCK, band[1] + 1)
        sums, target = scratch[: end - start], row[start:end]
        np.add(target, fewer[start - weight : end - weight], out=sums)
        np.subtract(sums, prime, out=target)
        np.minimum(sums, target, out=target)


def _swings(table: NDArray[np.uint32], weights: tuple[int, ...], prime: int) -> list[int]:
    """Each member's swings: sets of others within both limits, less those that stay within them with the member."""
    room, spare = table.shape[0] - 1, table.shape[1] - 1
    kinds = sorted(set(weights))
    alone, joined = _steps(kinds, spare, room), _steps(kinds, spare, room, joined=True)
    sums = np.zeros(len(kinds), dtype=np.int64)
    signs = np.where(np.arange(room + 1) % 2 == 0, 1, -1)
    for members in range(room + 1):
        below = np.zeros(spare + 2, dtype=np.uint64)
        np.cumsum(table[members], dtype=np.uint64, out=below[:-1])
        below[-1] = 0
        for steps, last in ((alone, room - members), (joined, room - 1 - members)):
            values = (below[steps[:, : last + 1]] % np.uint64(prime)).astype(np.int64)
            found = (values * signs[: last + 1]).sum(axis=1)
            sums += found if steps is alone else -found
    return [int(sums[kinds.index(weight)]) % prime for weight in weights]


def _steps(kinds: list[int], spare: int, room: int, *, joined: bool = False) -> NDArray[np.int64]:
    """For each weight, the places in the prefix sums after 0, 1, 2 ... steps; past the bottom, a place that holds 0."""
    weights = np.array(kinds, dtype=np.int64)[:, None]
    places = spare - weights * (np.arange(room + 1) + (1 if joined else 0))
    return np.where(places < 0, spare + 1, places)

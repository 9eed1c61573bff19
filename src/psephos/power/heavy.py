"""The structure of one weighted threshold whose weights are too large for a diagram, read off weights and swings.

In a weighted game a heavier member is at least as desirable as a lighter one, and strictly more so exactly if it swings
more often; whether both sides can win, or neither, is whether some members' weights add up to a sum between two limits.
"""

from __future__ import annotations

from collections.abc import Sequence

from psephos.count import weighted

__all__ = ["both_can_win", "neither_may_win", "ranks", "sums"]


def sums(weights: Sequence[int]) -> int:
    """Which sums do some of the members come to? Bit s of the answer says it of s.

    Examples:
        >>> bin(sums([2, 3]))
        '0b101101'
    """
    found = 1
    for weight in weights:
        found |= found << weight
    return found


def both_can_win(game: weighted.Game) -> bool:
    """Can some members reach the quota while the others reach it too?"""
    return _between(sums(game.weights), game.quota, sum(game.weights) - game.quota)


def neither_may_win(game: weighted.Game) -> bool:
    """Can some members miss the quota while the others miss it too?"""
    return _between(sums(game.weights), sum(game.weights) - game.quota + 1, game.quota - 1)


def _between(reached: int, low: int, high: int) -> bool:
    if high < low:
        return False
    return (reached >> low) & ((1 << (high - low + 1)) - 1) != 0


def ranks(swings: Sequence[int]) -> list[list[int]]:
    """The members by desirability, the most desirable first; equally desirable ones swing equally often.

    Examples:
        >>> ranks([3, 1, 3, 0])
        [[0, 2], [1], [3]]
    """
    kinds = sorted(set(swings), reverse=True)
    return [[member for member, number in enumerate(swings) if number == kind] for kind in kinds]

"""Weighted games: a motion of yes and no passes when the weights in favour reach a quota."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

from psephos.errors import UsageError

__all__ = ["Game"]


@dataclass(frozen=True, slots=True)
class Game:
    """Members with weights; a motion passes with at least `quota` in favour, by at least `members` of them.

    `blocking` marks a game that stands for its dual: what passes here is what can block there.
    """

    weights: tuple[int, ...]
    quota: int
    members: int = 0
    blocking: bool = False

    @classmethod
    def of(cls, weights: Sequence[int], quota: int, members: int = 0) -> Game:
        """The game in lowest terms.

        Raises:
            UsageError: no members, or a weight that is negative or no whole number.
        """
        if not weights:
            raise UsageError("a weighted game needs at least one member")
        if any(weight < 0 or weight != int(weight) for weight in weights):
            raise UsageError("weights must be whole numbers from 0; multiply fractions up first")
        common = max(1, gcd(*map(int, weights)))
        return cls(tuple(int(weight) // common for weight in weights), -(-quota // common), members)

    @property
    def dual(self) -> Game:
        """The game of those who block; its members swing as often.

        Where a number of members is required besides, these are the numbers of the dual, in which one of the two is
        enough (and the other way round).
        """
        members = len(self.weights) - self.members + 1 if self.members else 0
        return Game(self.weights, sum(self.weights) - self.quota + 1, members)

    @property
    def constant(self) -> bool:
        """Does every motion pass, or none?"""
        return self.quota <= 0 or self.quota > sum(self.weights)

"""A table of power as a frozen value: a figure per member and index, with where it came from and how exact it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from psephos.errors import UsageError
from psephos.power.games import Game
from psephos.power.swings import Number
from psephos.version import VERSION

if TYPE_CHECKING:
    import polars as pl

__all__ = ["TWO_CHOICES", "PowerTable", "Provenance", "Sampling"]

TWO_CHOICES = "every member votes yes or no; whatever is not yes is no"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which psephos, which rulebook, which rule and day a figure came from; empty where a game is no body's."""

    psephos: str
    rulebook: str
    sha256: str
    decision: str
    variant: str | None
    since: date | None
    until: date | None
    on: date | None

    @classmethod
    def of(cls, game: Game) -> Provenance:
        """Where do the figures of this game come from?"""
        rule = game.rule
        since = rule.since if game.rulebook else None
        return cls(VERSION, game.rulebook, game.sha256, rule.decision, rule.variant, since, rule.until, game.day)


@dataclass(frozen=True, slots=True)
class Sampling:
    """How figures were estimated: from so many samples drawn with this seed; all bounds hold with this confidence."""

    samples: int
    seed: int
    confidence: float


@dataclass(frozen=True, slots=True)
class PowerTable:
    """How much power has each member?

    `values` has for every index one figure per seat of `places`, exact or within `error_bound`; a bench of anonymous
    seats has one figure, which is that of each of its votes. `swings` are exact numbers of divisions. `adopting` of
    `divisions` is how many ways of voting adopt. What could not be computed stands in `refused`, with the reason.
    """

    game: Game
    values: Mapping[str, tuple[Number, ...]] = field(hash=False)
    swings: Mapping[str, tuple[int, ...]] = field(hash=False)
    adopting: int | None
    divisions: int
    refused: Mapping[str, str] = field(hash=False)
    method: str
    exact: bool
    error_bound: float
    convention: str = TWO_CHOICES
    unions: tuple[tuple[str, ...], ...] = ()
    sampling: Sampling | None = None

    @property
    def places(self) -> tuple[int, ...]:
        """The places on the roster that the figures belong to, in order."""
        return self.game.places

    @property
    def members(self) -> tuple[str, ...]:
        """The member codes that the figures belong to, in order."""
        return tuple(self.game.roster.seats[place].id for place in self.places)

    @property
    def names(self) -> tuple[str, ...]:
        """The printed names, in order."""
        return tuple(self.game.roster.seats[place].name for place in self.places)

    @property
    def counts(self) -> tuple[int, ...]:
        """How many interchangeable votes each row stands for."""
        return tuple(self.game.roster.seats[place].count for place in self.places)

    @property
    def indices(self) -> tuple[str, ...]:
        """The indices computed, in order."""
        return tuple(self.values)

    @property
    def provenance(self) -> Provenance:
        """Where the figures come from."""
        return Provenance.of(self.game)

    def column(self, index: str) -> dict[str, Number]:
        """One index for every member.

        Raises:
            UsageError: the table has no such index; the message says why, if it was refused.
        """
        if index not in self.values:
            why = f": {self.refused[index]}" if index in self.refused else ""
            raise UsageError(f"the table has no '{index}'{why}; it has {', '.join(self.values) or 'none'}")
        return dict(zip(self.members, self.values[index], strict=True))

    def value(self, member: str, index: str | None = None) -> Number:
        """One member's figure, by the first index of the table if none is named.

        Raises:
            UsageError: no such index, or nobody of that name in the game.
        """
        column = self.column(index or next(iter(self.values), ""))
        return column[self.game.roster.seat(member).id]

    def to_polars(self) -> pl.DataFrame:
        """The table as a data frame: a row per seat (with its count), a column per index, as floats."""
        import polars as pl

        columns: dict[str, list[str] | list[int] | list[float]] = {
            "member": list(self.members),
            "name": list(self.names),
            "votes": list(self.counts),
        }
        columns |= {index: [float(value) for value in values] for index, values in self.values.items()}
        return pl.DataFrame(columns)

"""Power gained and lost between two rules, two days, or two rosters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from psephos.errors import UsageError
from psephos.power.games import Measurable
from psephos.power.indices import power
from psephos.power.swings import Number
from psephos.power.table import PowerTable

if TYPE_CHECKING:
    import polars as pl

__all__ = ["Gain", "PowerChange", "compare_power"]


@dataclass(frozen=True, slots=True)
class Gain:
    """One member's figure before and after; None where it had no seat, which counts as 0 in `change`."""

    member: str
    name: str
    before: Number | None
    after: Number | None

    @property
    def change(self) -> Number:
        """What the member gains; negative for a loss."""
        return (self.after or 0) - (self.before or 0)


@dataclass(frozen=True, slots=True)
class PowerChange:
    """Two tables and one index, member by member; those that gain most come first."""

    index: str
    before: PowerTable
    after: PowerTable
    gains: tuple[Gain, ...]

    def to_polars(self) -> pl.DataFrame:
        """A row per member: before, after, change."""
        import polars as pl

        def figure(value: Number | None) -> float | None:
            return None if value is None else float(value)

        return pl.DataFrame(
            {
                "member": [gain.member for gain in self.gains],
                "name": [gain.name for gain in self.gains],
                "before": pl.Series([figure(gain.before) for gain in self.gains], dtype=pl.Float64),
                "after": pl.Series([figure(gain.after) for gain in self.gains], dtype=pl.Float64),
                "change": pl.Series([float(gain.change) for gain in self.gains], dtype=pl.Float64),
            }
        )


def compare_power(
    before: Measurable | PowerTable,
    after: Measurable | PowerTable,
    *,
    index: str = "shapley_shubik",
    exact: bool = False,
) -> PowerChange:
    """Who gains and who loses power from one rule to another?

    Members are matched by the stable id of their seat, so that a successor is compared with its predecessor.

    Args:
        before: a body, rule or game (use `psephos.power.games.game` for a certain day), or a table that has the index.
        after: the same.
        index: which index to compare.
        exact: exact fractions.

    Raises:
        UsageError: see `psephos.power.indices.power`; a table without the index.

    Cost: that of the index, twice.

    Examples:
        >>> from psephos.power.games import weighted
        >>> change = compare_power(weighted(3, "A=2,B=1,C=1"), weighted(2, "A=2,B=1,C=1"), index="banzhaf", exact=True)
        >>> [(gain.member, gain.change) for gain in change.gains]
        [('A', Fraction(0, 1)), ('B', Fraction(0, 1)), ('C', Fraction(0, 1))]
    """
    if index == "all":
        raise UsageError("compare one index at a time; name it")
    tables = [one if isinstance(one, PowerTable) else power(one, index=index, exact=exact) for one in (before, after)]
    columns = [_by_line(table, index) for table in tables]
    lines = list(dict.fromkeys([*columns[1], *columns[0]]))
    gains = [_gain(line, *columns) for line in lines]
    gains.sort(key=lambda gain: (-gain.change, gain.name))
    return PowerChange(index, tables[0], tables[1], tuple(gains))


_Row = tuple[str, str, Number]


def _by_line(table: PowerTable, index: str) -> dict[str, _Row]:
    column = table.column(index)
    seats = (table.game.roster.seats[place] for place in table.places)
    return {seat.line or seat.id: (seat.id, seat.name, column[seat.id]) for seat in seats}


def _gain(line: str, before: dict[str, _Row], after: dict[str, _Row]) -> Gain:
    one, other = before.get(line), after.get(line)
    member, name, _ = other or one or (line, line, 0.0)
    return Gain(member, name, one[2] if one else None, other[2] if other else None)

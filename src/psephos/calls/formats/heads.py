"""The rows of one vote brought together, and its head read once.

Rows of one id are one vote. Only where an id holds two heads *and* a member twice are they two votes under one id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from psephos.calls.formats.table import LINE, Table
from psephos.errors import Fault

__all__ = ["Head", "heads"]

_PART = "\0part"


@dataclass(frozen=True, slots=True)
class Head:
    """What the rows of one vote say about the vote: cell by field, and the rows."""

    cells: Mapping[str, str]
    lines: tuple[int, ...]
    members: tuple[str | None, ...] = ()
    printed: tuple[str | None, ...] = ()
    ballots: tuple[str | None, ...] = ()

    def get(self, name: str) -> str:
        """The text of a field; empty where the table has none."""
        return self.cells.get(name, "")


def heads(table: Table, columns: Mapping[str, str], tally: Mapping[str, str], faults: list[Fault]) -> Iterable[Head]:
    """The votes of a table with their rows, in the order of the file; rows that disagree about a vote are faults."""
    cells = {name: column for name, column in columns.items() if name not in ("member", "printed", "ballot")}
    cells |= {f"tally:{choice}": column for choice, column in tally.items()}
    if "ballot" in columns:
        return _of_ballots(table, columns, cells, faults)
    return _of_votes(table, cells)


def _of_votes(table: Table, cells: Mapping[str, str]) -> Iterable[Head]:
    for row in table.frame.select(*(pl.col(c).alias(n) for n, c in cells.items()), LINE).iter_rows(named=True):
        line = row.pop(LINE)
        yield Head({name: value for name, value in row.items() if value is not None}, (line,))


def _of_ballots(
    table: Table, columns: Mapping[str, str], cells: Mapping[str, str], faults: list[Fault]
) -> Iterable[Head]:
    frame = _parted(table.frame, columns, [column for name, column in cells.items() if name != "id"])
    named = [columns[name] for name in ("day", "meeting", "resolution", "symbol") if name in columns]
    key = [columns["id"], _PART] if "id" in columns else named
    grouped = frame.group_by(key, maintain_order=True).agg(
        *(_commonest(column).alias(name) for name, column in cells.items() if column not in key),
        *(pl.col(column).n_unique().alias(f"\0{name}") for name, column in cells.items() if column not in key),
        pl.col(columns["member"]).alias("\0members"),
        pl.col(columns.get("printed", columns["member"])).alias("\0printed"),
        pl.col(columns["ballot"]).alias("\0ballots"),
        pl.col(LINE),
    )
    renames = {column: name for name, column in cells.items() if column in key}
    seen: set[str] = set()
    for row in grouped.rename(renames).iter_rows(named=True):
        if row.get("id") in seen:
            problem = f"another vote stands under the id {row['id']}"
            faults.append(table.fault(row[LINE][0], problem, "give each vote an id of its own", "id-twice"))
        seen.add(row.get("id") or "")
        yield _head(row, table, tuple(cells), faults)


def _commonest(column: str) -> pl.Expr:
    return pl.col(column).drop_nulls().mode().sort().first()


def _parted(frame: pl.DataFrame, columns: Mapping[str, str], head: list[str]) -> pl.DataFrame:
    """Rows of one id with two heads and a member twice are parted by their heads; all others stay together."""
    if "id" not in columns or not head:
        return frame.with_columns(pl.lit("").alias(_PART))
    vote, member = columns["id"], pl.col(columns["member"])
    counts = frame.group_by(vote).agg(
        (member.len() > member.n_unique()).alias("twice"),
        pl.any_horizontal(pl.col(column).n_unique() > 1 for column in head).alias("differ"),
    )
    shared = counts.filter("twice", "differ")[vote].implode()
    text = pl.concat_str([pl.col(column).fill_null("") for column in head], separator="\0")
    return frame.with_columns(pl.when(pl.col(vote).is_in(shared)).then(text).otherwise(pl.lit("")).alias(_PART))


def _head(row: dict[str, Any], table: Table, names: tuple[str, ...], faults: list[Fault]) -> Head:
    lines = tuple(row[LINE])
    for name in names:
        if row.get(f"\0{name}", 1) > 1:
            problem = f"the rows of vote {row.get('id') or lines[0]} differ in '{name}'; the commonest is used"
            faults.append(table.fault(lines[0], problem, "give all rows of a vote the same head", "rows-disagree"))
    cells = {name: row[name] for name in names if row.get(name) is not None}
    return Head(cells, lines, tuple(row["\0members"]), tuple(row["\0printed"]), tuple(row["\0ballots"]))

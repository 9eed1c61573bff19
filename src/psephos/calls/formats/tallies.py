"""Tidy tables, one row a roll call: the outcome and the tally, or the members that vetoed; no other names.

Without names a tally shows only what could have been; `psephos.replay` says "consistent" of it, never "confirmed".
"""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from psephos.calls.formats.columns import FIELDS, TALLY, columns_of
from psephos.calls.formats.gather import gather
from psephos.calls.formats.shape import Archive, Format, Reading
from psephos.calls.formats.table import Table

__all__ = ["FORMAT"]

_VETO = "member_veto"


def _matches(columns: frozenset[str]) -> bool:
    known = columns_of(columns, FIELDS).keys()
    vetoes = "vetoed_by" in known or any(name.startswith(_VETO) for name in columns)
    counted = columns_of(columns, TALLY).keys() >= {"yes", "no"}
    return "day" in known and "ballot" not in known and (counted or vetoes or "outcome" in known)


def _read(reading: Reading) -> Archive:
    reading = replace(reading, table=_vetoes_named(reading.table))
    columns = columns_of(reading.table.columns, FIELDS)
    columns.pop("member", None)
    return gather(reading, FORMAT.id, columns, columns_of(reading.table.columns, TALLY))


def _vetoes_named(table: Table) -> Table:
    """A list of vetoes has a column for each member that vetoed: brought together, with the outcome they mean."""
    named = sorted(name for name in table.columns if name.startswith(_VETO))
    if not named or "vetoed_by" in table.columns:
        return table
    frame = table.frame.with_columns(pl.concat_str(named, separator=";", ignore_nulls=True).alias("vetoed_by"))
    if "outcome" not in columns_of(table.columns, FIELDS):
        frame = frame.with_columns(outcome=pl.lit("vetoed"))
    return replace(table, frame=frame)


FORMAT = Format("tallies", "one row a roll call", _matches, _read)

"""Tidy tables, one row a roll call: the outcome and the tally, no names.

Without names a tally shows only what could have been; `psephos.replay` says "consistent" of it, never "confirmed".
"""

from __future__ import annotations

from psephos.calls.formats.columns import FIELDS, TALLY, columns_of
from psephos.calls.formats.gather import gather
from psephos.calls.formats.shape import Archive, Format, Reading

__all__ = ["FORMAT"]


def _matches(columns: frozenset[str]) -> bool:
    known = columns_of(columns, FIELDS).keys()
    counted = columns_of(columns, TALLY).keys() >= {"yes", "no"}
    return "day" in known and "ballot" not in known and (counted or "outcome" in known or "vetoed_by" in known)


def _read(reading: Reading) -> Archive:
    columns = columns_of(reading.table.columns, FIELDS)
    columns.pop("member", None)
    return gather(reading, FORMAT.id, columns, columns_of(reading.table.columns, TALLY))


FORMAT = Format("tallies", "one row a roll call", _matches, _read)

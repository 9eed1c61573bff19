"""Tidy tables, one row a ballot: a member, its ballot, and the vote it belongs to.

Covers the columns of the UN Digital Library, of unvotes and the like; see `columns.py` for the names understood.
"""

from __future__ import annotations

from psephos.calls.formats.columns import FIELDS, TALLY, columns_of
from psephos.calls.formats.gather import gather
from psephos.calls.formats.shape import Archive, Format, Reading

__all__ = ["FORMAT"]


def _matches(columns: frozenset[str]) -> bool:
    return {"day", "member", "ballot"} <= columns_of(columns, FIELDS).keys()


def _read(reading: Reading) -> Archive:
    columns = columns_of(reading.table.columns, FIELDS)
    columns.pop("vetoed_by", None)
    return gather(reading, FORMAT.id, columns, columns_of(reading.table.columns, TALLY))


FORMAT = Format("ballots", "one row a ballot", _matches, _read)

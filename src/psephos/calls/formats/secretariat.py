"""The Security Council secretariat's spreadsheet: one row a ballot, absence told only by a missing row.

Its header is recognised as found (`Date,` with a comma). Meetings are bare numbers, resolutions come in many
spellings, and the outcome is worded: "Adopted unanimously", "Adopted by majority", "Not adopted - veto".
"""

from __future__ import annotations

from dataclasses import replace

from psephos.calls.formats.columns import FIELDS, columns_of
from psephos.calls.formats.gather import gather
from psephos.calls.formats.shape import Archive, Format, Reading
from psephos.calls.formats.words import meeting_of
from psephos.calls.rollcall import RollCall

__all__ = ["FORMAT"]

_HEADER = frozenset({"date", "resolution", "meeting", "draft", "outcome_results", "vote", "member_state"})


def _matches(columns: frozenset[str]) -> bool:
    return columns >= _HEADER


def _read(reading: Reading) -> Archive:
    columns = columns_of(reading.table.columns, FIELDS)
    council = replace(reading, body=reading.body or "unsc")
    archive = gather(council, FORMAT.id, columns, {})
    return replace(archive, calls=tuple(_with_symbols(call) for call in archive.calls))


def _with_symbols(call: RollCall) -> RollCall:
    """A bare meeting number as the symbol of its record."""
    number = meeting_of(call.meeting)
    return replace(call, meeting=f"S/PV.{number}") if number and call.meeting.isdecimal() else call


FORMAT = Format("secretariat", "the Security Council secretariat's spreadsheet", _matches, _read)

"""Tables of roll calls: read from a file of any known format, all its faults together; written as tidy rows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook
from psephos.calls.formats import ballots, secretariat, tallies
from psephos.calls.formats.shape import Archive, Books, Format, Reading
from psephos.calls.formats.table import Table, read_table
from psephos.calls.rollcall import RollCall
from psephos.errors import ArchiveError, Fault

__all__ = ["FORMATS", "Archive", "read_calls", "to_frame", "write_calls"]

FORMATS: tuple[Format, ...] = (secretariat.FORMAT, ballots.FORMAT, tallies.FORMAT)
"""The formats, the most particular first."""

_NAMED = 15
_LONG = 40


def read_calls(
    source: Any,  # noqa: ANN401 -- a path, or any table that polars can take over
    *,
    body: str | None = None,
    sheet: str | None = None,
    books: Books | None = None,
) -> Archive:
    """Which roll calls does this table hold, and what is wrong with its cells?

    The format is told by the header. Rows that cannot be read become faults; good rows are kept.

    Args:
        source: the path of a CSV file (also gzipped), a Parquet file or a spreadsheet; or a table at hand: Polars,
            pandas, or anything with the Arrow C stream interface.
        body: whose votes these are; by default as the table says or as its document symbols show.
        sheet: which sheet of a spreadsheet; the first by default.
        books: where rulebooks are found; the shipped ones and files by default.

    Returns:
        The calls in the order of the file, and every fault with its row and remedy.

    Raises:
        ArchiveError: the file cannot be read, its header is not known, or no roll call is left.

    Cost: about a second for a million ballots.

    Examples:
        >>> rows = {"date": ["2020-01-10"], "resolution": ["S/RES/2504"], "yes": [11], "no": [0], "abstain": [4]}
        >>> call = read_calls(pl.DataFrame(rows)).calls[0]
        >>> call.body, dict(call.tally.counts)
        ('unsc', {'yes': 11, 'no': 0, 'abstain': 4})
    """
    table = read_table(source, sheet)
    return _format(table).read(Reading(table, body, books or _remembered()))


def _remembered() -> Books:
    @cache
    def books(body: str) -> Rulebook:
        return rulebook(body)

    return books


def _format(table: Table) -> Format:
    found = next((known for known in FORMATS if known.matches(table.columns)), None)
    if found is not None:
        return found
    remedy = "give a date with a member and a ballot in each row, or with yes, no and abstain"
    problem = f"the header is of no known format: {_shortly(table.header)}"
    raise ArchiveError(
        f"no roll call can be read from {table.file}", (Fault(table.file, 1, problem, remedy, table.sheet),)
    )


def _shortly(header: tuple[str, ...]) -> str:
    """The first names of a header, long ones cut: what is no table at all may have a header of any length."""
    named = [name if len(name) <= _LONG else f"{name[:_LONG]}..." for name in header[:_NAMED]]
    return ", ".join(named) + (f" and {len(header) - _NAMED} more" if len(header) > _NAMED else "")


def to_frame(calls: Iterable[RollCall]) -> pl.DataFrame:
    """The roll calls as a tidy table, one row a ballot.

    Examples:
        >>> from datetime import date
        >>> to_frame([RollCall("unsc", date(2023, 10, 25), id="1", ballots={"CHN": "no"})]).row(0)[-2:]
        ('CHN', 'no')
    """
    rows = [
        (*_fields(call), member, ballot)
        for call in calls
        for member, ballot in call.ballots.items()
        if isinstance(ballot, str)
    ]
    return pl.DataFrame(
        rows, schema={name: pl.Date if name == "date" else pl.String for name in _COLUMNS}, orient="row"
    )


_COLUMNS = ("id", "body", "date", "meeting", "resolution", "draft", "title", "method", "outcome", "member", "ballot")


def _fields(call: RollCall) -> tuple[object, ...]:
    outcome = call.recorded_label or call.recorded_outcome
    return (call.id, call.body, call.day, call.meeting, call.resolution, call.symbol, call.title, call.method, outcome)


def write_calls(calls: Iterable[RollCall], path: str | Path) -> None:
    """Write the ballots of roll calls as a tidy table, CSV or Parquet by the file's ending.

    Raises:
        ArchiveError: the ending is neither.
    """
    file = Path(path)
    writers = {".csv": pl.DataFrame.write_csv, ".parquet": pl.DataFrame.write_parquet}
    if file.suffix not in writers:
        fault = Fault(file.name, 0, f"'{file.suffix}' is no format psephos writes", "name it .csv or .parquet")
        raise ArchiveError(f"nothing written to {file}", (fault,))
    writers[file.suffix](to_frame(calls), file)  # type: ignore[operator]

"""Rows read as text: a CSV file (plain or gzip), Parquet, a sheet of a spreadsheet, or a table at hand.

Every cell is text. A reader that guesses types turns `3326` into a number and then loses `S/PV.9453`. Rows keep the
number under which a person finds them: the line of a text file, the row of a spreadsheet.
"""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from psephos.errors import ArchiveError, Fault

__all__ = ["LINE", "Table", "column_name", "read_table"]

LINE = "\0line"
"""The column that holds each row's number; no header can be called that."""

_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_SEPARATORS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Table:
    """One table as found: `frame` has text columns under plain names, `header` the names as printed."""

    file: str
    sheet: str
    header: tuple[str, ...]
    frame: pl.DataFrame

    @property
    def columns(self) -> frozenset[str]:
        """The plain column names."""
        return frozenset(self.frame.columns) - {LINE}

    def fault(self, line: int, problem: str, remedy: str, kind: str) -> Fault:
        """A fault of this table at that row."""
        return Fault(self.file, line, problem, remedy, self.sheet, kind)


def column_name(printed: str) -> str:
    """A header cell in plain form: lower case, anything but letters and digits as one underscore.

    Examples:
        >>> column_name("Date,"), column_name(" Outcome results")
        ('date', 'outcome_results')
    """
    return re.sub(r"[^0-9a-z]+", "_", printed.casefold()).strip("_")


def read_table(source: Any, sheet: str | None = None) -> Table:  # noqa: ANN401 -- any table that polars takes over
    """Read rows, every cell as text.

    Args:
        source: the path of a CSV file (also gzipped), a Parquet file or a spreadsheet; or a table at hand: Polars,
            pandas, or anything with the Arrow C stream interface.
        sheet: which sheet of a spreadsheet; the first one by default.

    Raises:
        ArchiveError: no such file, not readable, of a wrong encoding, no table, or empty.

    Examples:
        >>> table = read_table(pl.DataFrame({"Date,": ["2020-01-10"], "Yes": [11]}))
        >>> table.header, table.frame["yes"].to_list()
        (('Date,', 'Yes'), ['11'])
    """
    if not isinstance(source, (str, Path)):
        return _from_frame(source)
    file = Path(source)
    if not file.is_file():
        raise _refused(file, "there is no such file", "check the path")
    try:
        if file.suffix.casefold() in _SPREADSHEETS:
            return _from_spreadsheet(file, sheet)
        if file.suffix.casefold() in {".parquet", ".pq"}:
            return _table(file, "", pl.read_parquet(file).cast(pl.String, strict=False))
        return _from_text(file)
    except OSError as error:
        raise _refused(file, f"the file cannot be read: {error.strerror or error}", "check the file") from None
    except pl.exceptions.PolarsError as error:
        raise _refused(file, f"the file is no table: {str(error).splitlines()[0]}", "save it as CSV") from None


def _from_frame(source: Any) -> Table:  # noqa: ANN401 -- as above
    at_hand = Path("the table at hand")
    try:
        frame = source if isinstance(source, pl.DataFrame) else pl.DataFrame(source)
        return _table(at_hand, "", frame.cast(pl.String))
    except (TypeError, ValueError, pl.exceptions.PolarsError) as error:
        problem = f"polars cannot take it over as a table of text: {str(error).splitlines()[0]}"
        raise _refused(at_hand, problem, "give a path, or a Polars, pandas or Arrow table of plain cells") from None


def _from_spreadsheet(file: Path, sheet: str | None) -> Table:
    import fastexcel

    if file.suffix.casefold() != ".xls" and not zipfile.is_zipfile(file):
        raise _refused(file, "the file is not a spreadsheet, whatever its name says", "save it as .xlsx or CSV")
    try:
        book = fastexcel.read_excel(file)
        names = book.sheet_names
        if sheet is not None and sheet not in names:
            raise _refused(file, f"there is no sheet '{sheet}'", f"name one of: {', '.join(names)}")
        chosen = sheet or names[0]
        frame = book.load_sheet(chosen, dtypes="string").to_polars()
    except fastexcel.FastExcelError as error:
        raise _refused(file, f"the spreadsheet cannot be read: {str(error).splitlines()[0]}", "save it again") from None
    return _table(file, chosen, frame)


def _from_text(file: Path) -> Table:
    content = file.read_bytes()
    if content[:2] == b"\x1f\x8b":
        content = _unpacked(file, content)
    text = _decoded(file, content)
    if not text.strip():
        raise _refused(file, "the file is empty", "give a table with a header and at least one row")
    header = text.lstrip().partition("\n")[0]
    separator = max(_SEPARATORS, key=header.count)
    frame = pl.read_csv(io.StringIO(text), separator=separator, infer_schema=False, truncate_ragged_lines=True)
    return _table(file, "", frame)


def _unpacked(file: Path, content: bytes) -> bytes:
    try:
        return gzip.decompress(content)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise _refused(file, "the gzip file is cut short or damaged", "fetch or pack it again") from None


def _decoded(file: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        guess = "UTF-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "Windows-1252 or Latin-1"
        line = content[: error.start].count(b"\n") + 1
        problem = f"the text is not UTF-8 (byte {error.start}); it looks like {guess}"
        raise _refused(file, problem, "save it as UTF-8", line) from None


def _table(file: Path, sheet: str, frame: pl.DataFrame) -> Table:
    if not frame.height or not frame.width:
        raise _refused(file, "the table has no rows", "give a table with a header and at least one row", sheet=sheet)
    header = tuple(frame.columns)
    frame = frame.rename(dict(zip(header, _distinct(header), strict=True)))
    frame = frame.with_columns(pl.all().str.strip_chars().replace("", None))
    breaks = pl.sum_horizontal(pl.all().str.count_matches("\n").fill_null(0)) if not sheet else pl.lit(0)
    lines = pl.int_range(pl.len(), dtype=pl.Int64) + 2 + breaks.cum_sum().shift(1, fill_value=0)
    return Table(file.name, sheet, header, frame.with_columns(lines.alias(LINE)))


def _distinct(header: tuple[str, ...]) -> list[str]:
    """Plain names, a second column of a name as `name_2`."""
    names: list[str] = []
    for place, printed in enumerate(header, 1):
        plain = column_name(printed) or f"column_{place}"
        again = names.count(plain)
        names.append(plain if not again else f"{plain}_{place}")
    return names


def _refused(file: Path, problem: str, remedy: str, line: int = 0, sheet: str = "") -> ArchiveError:
    fault = Fault(file.name, line, problem, remedy, sheet)
    return ArchiveError(f"no roll call can be read from {file}", (fault,))

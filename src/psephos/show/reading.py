"""`psephos read` and `psephos verify`: votes read out of reports, in words, as JSON, and marked in the text."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from psephos.body.rulebook import rulebook
from psephos.calls.archive import read_calls
from psephos.calls.rollcall import RollCall
from psephos.errors import UsageError
from psephos.read.archived import candidates_in
from psephos.read.atoms.inputs import Source, from_bytes, load
from psephos.read.record import placed_record
from psephos.read.report import Reading, read_text
from psephos.show.marking import reading_html
from psephos.show.output import Output
from psephos.show.progress import tracked
from psephos.show.reading_text import reading_text
from psephos.show.verifying import check_path

__all__ = ["Asked", "run_read"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What `psephos read` was asked.

    `files` are paths, "-" the standard input; `archive` is a table to compare with; `html` is where to write the marked
    text; `strict` ends with exit code 1 if anything was found that cannot be right.
    """

    files: Sequence[str]
    published: date | None = None
    body: str | None = None
    archive: str | None = None
    html: str | None = None
    strict: bool = False


def run_read(output: Output, asked: Asked) -> int:
    """Read reports and print what they say of votes."""
    book = rulebook(asked.body) if asked.body else None
    calls = read_calls(asked.archive, body=asked.body).calls if asked.archive else None
    sources = [_source(file) for file in asked.files]
    readings: list[tuple[Source, Reading]] = []
    for source in sources:
        through = tracked(output, f"reading {source.file}")
        reading = read_text(source.text, published=asked.published, body=book, file=source.file, through=through)
        readings.append((source, reading))
    if output.as_json:
        records = [_record(reading, source, calls) for source, reading in readings]
        output.record(records[0] if len(records) == 1 else records)
    else:
        several = len(readings) > 1
        output.line("\n\n".join(_titled(source, reading, calls, several=several) for source, reading in readings))
    if asked.html is not None:
        _write(Path(asked.html), "\n".join(reading_html(reading, source, calls) for source, reading in readings))
    found = any(vote.check.findings for _, reading in readings for vote in reading.votes)
    return 1 if asked.strict and found else 0


def _record(reading: Reading, source: Source, calls: Sequence[RollCall] | None) -> dict[str, Any]:
    record = placed_record(reading, source)
    if calls is not None:
        for row, vote in zip(record["votes"], reading.votes, strict=True):
            row["archive"] = [
                {
                    "vote": found.name,
                    "date": found.call.day.isoformat(),
                    "agreements": found.agreements,
                    "differences": list(found.differences),
                }
                for found in candidates_in(vote, calls)
            ]
    return record


def _source(file: str) -> Source:
    if file == "-":
        return from_bytes(sys.stdin.buffer.read(), "standard input")
    check_path(file)
    return load(file)


def _write(path: Path, content: str) -> None:
    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}; give another path") from None


def _titled(source: Source, reading: Reading, calls: Sequence[RollCall] | None, *, several: bool) -> str:
    text = reading_text(reading, calls)
    return f"{source.file}\n{text}" if several else text

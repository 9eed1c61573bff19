"""Reads roster files and weight tables: CSV rows to dated tenures and weights, all faults of a file together."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from psephos.body.members import Register, Seat, Tenure, Weight, WeightFact
from psephos.errors import Fault

__all__ = ["exact_number", "overlaps", "read_register", "read_weights"]

MAX_BYTES = 16_000_000
MAX_ROWS = 20_000
MAX_DIGITS = 60
KNOWN = ("member", "seat", "name", "from", "until", "groups", "count", "apart", "casts", "basis", "source", "note")
WEIGHT_COLUMNS = ("weight", "member", "from", "until", "value", "precision", "source", "note")
T = TypeVar("T")
R = TypeVar("R", Tenure, WeightFact)
_NUMBER = re.compile(r"-?\d+(\.\d+|/0*[1-9]\d*)?\Z")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]{0,63}\Z")


@dataclass(slots=True)
class _Reader:
    """One file being read; faults gather here while good rows go on."""

    file: str
    sources: Mapping[str, str]
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, problem: str, remedy: str) -> None:
        self.faults.append(Fault(self.file, line, problem, remedy))

    def rows(self, content: bytes, required: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
        text = self._text(content)
        if text is None:
            return
        reader = csv.DictReader(io.StringIO(text), strict=True)
        header = [name.strip() for name in reader.fieldnames or []]
        lacking = [name for name in required if name not in header]
        if lacking:
            self.fault(1, f"the header has no column {', '.join(lacking)}", "name the columns in the first row")
            return
        reader.fieldnames = header
        yield from self._numbered(reader)

    def _numbered(self, reader: csv.DictReader[str]) -> Iterator[tuple[int, dict[str, str]]]:
        try:
            for number, row in enumerate(reader):
                if number >= MAX_ROWS:
                    self.fault(reader.line_num, f"more than {MAX_ROWS} rows", "split the file or use anonymous seats")
                    return
                if None in row or None in row.values():
                    self.fault(reader.line_num, "the row has more or fewer cells than the header", "mend the commas")
                    continue
                yield reader.line_num, {name: (cell or "").strip() for name, cell in row.items()}
        except csv.Error as error:
            self.fault(reader.line_num, f"no readable CSV: {error}", "save the table as comma-separated UTF-8")

    def _text(self, content: bytes) -> str | None:
        if len(content) > MAX_BYTES:
            self.fault(0, f"the file has {len(content)} bytes", f"at most {MAX_BYTES} are read")
            return None
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.fault(content[: error.start].count(b"\n") + 1, "not UTF-8 text", "save the file as UTF-8")
            return None
        if not text.strip():
            self.fault(0, "the file is empty", "write a header and one row a member")
            return None
        return text

    def day(self, line: int, column: str, text: str) -> date | None:
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.fault(line, f"'{text}' in column {column} is no ISO date", "write it as 2024-12-31")
            return None

    def number(self, line: int, column: str, text: str) -> Fraction | None:
        value = exact_number(text)
        if value is not None:
            return value
        self.fault(line, f"'{text[:MAX_DIGITS]}' in column {column} is no number", "write 29, 18.49 or 1/3")
        return None

    def word(self, line: int, column: str, text: str) -> str:
        if not _WORD.match(text):
            self.fault(line, f"'{text}' in column {column} cannot be a code", "use letters, digits, _ . and -")
        return text

    def source(self, text: str) -> str:
        return self.sources.get(text, text)


def read_register(
    body: str, file: str, content: bytes, sources: Mapping[str, str]
) -> tuple[Register, tuple[Fault, ...]]:
    """Who sat when, according to a roster file?

    Returns:
        The register of all good rows, and the faults of the others.
    """
    reader = _Reader(file, sources)
    tenures = [_tenure(reader, line, row) for line, row in reader.rows(content, ("member",))]
    kept = tuple(tenure for tenure in tenures if tenure is not None)
    if not kept and not reader.faults:
        reader.fault(0, "the file names no member", "write one row a member below the header")
    _check_overlaps(reader, kept)
    return Register(body, kept), tuple(reader.faults)


def read_weights(
    file: str, content: bytes, sources: Mapping[str, str]
) -> tuple[tuple[WeightFact, ...], tuple[Fault, ...]]:
    """What did each member weigh when, according to a table of weights?

    Returns:
        All good rows, and the faults of the others.
    """
    reader = _Reader(file, sources)
    facts = [_fact(reader, line, row) for line, row in reader.rows(content, ("weight", "member", "value"))]
    kept = tuple(fact for fact in facts if fact is not None)
    _check_weight_overlaps(reader, kept)
    return kept, tuple(reader.faults)


def _tenure(reader: _Reader, line: int, row: Mapping[str, str]) -> Tenure | None:
    before = len(reader.faults)
    member = reader.word(line, "member", row["member"])
    since, until = _days(reader, line, row)
    count = reader.number(line, "count", row.get("count") or "1") or Fraction(0)
    if count < 1 or count.denominator != 1:
        reader.fault(line, f"a count of {row.get('count')}", "a row stands for one or more whole seats")
    weights = {name: _weight(reader, line, name, row) for name in row if name not in KNOWN and row[name]}
    seat = Seat(
        member,
        row.get("name", ""),
        row.get("seat") or member,
        groups=frozenset(
            reader.word(line, "groups", name.strip()) for name in row.get("groups", "").split(";") if name.strip()
        ),
        weights=weights,
        count=int(count),
        apart=_choose(reader, line, "apart", row, {"": False, "false": False, "true": True}, default=False),
        casts=tuple(choice.strip() for choice in row.get("casts", "").split(";") if choice.strip()) or None,
        basis=_choose(reader, line, "basis", row, {"": "law", "law": "law", "practice": "practice"}, default="law"),
        source=reader.source(row.get("source", "")),
        note=row.get("note", ""),
    )
    return Tenure(seat, since, until, line) if len(reader.faults) == before else None


def _days(reader: _Reader, line: int, row: Mapping[str, str]) -> tuple[date | None, date | None]:
    since = reader.day(line, "from", row.get("from", ""))
    until = reader.day(line, "until", row.get("until", ""))
    if since and until and until < since:
        reader.fault(line, f"until {until} lies before from {since}", "exchange or mend the days")
    return since, until


def _weight(reader: _Reader, line: int, name: str, row: Mapping[str, str]) -> Weight:
    value = reader.number(line, name, row[name])
    if value is not None and value < 0:
        reader.fault(line, f"a negative weight in column {name}", "weights are zero or more")
    return Weight(value or Fraction(0), source=reader.source(row.get("source", "")))


def _choose(reader: _Reader, line: int, column: str, row: Mapping[str, str], known: Mapping[str, T], default: T) -> T:
    text = row.get(column, "").casefold()
    if text not in known:
        reader.fault(line, f"'{text}' in column {column}", f"write {' or '.join(word for word in known if word)}")
    return known.get(text, default)


def _fact(reader: _Reader, line: int, row: Mapping[str, str]) -> WeightFact | None:
    before = len(reader.faults)
    since, until = _days(reader, line, row)
    value = reader.number(line, "value", row["value"])
    precision = reader.number(line, "precision", row.get("precision") or "0")
    if value is not None and value < 0:
        reader.fault(line, "a negative weight", "weights are zero or more")
    weight = Weight(value or Fraction(0), precision or Fraction(0), reader.source(row.get("source", "")))
    member, name = reader.word(line, "member", row["member"]), reader.word(line, "weight", row["weight"])
    return WeightFact(name, member, weight, since, until, line) if len(reader.faults) == before else None


def exact_number(text: str) -> Fraction | None:
    """A whole number, a decimal or a fraction as it is written; None for anything else, or for too many digits.

    Examples:
        >>> exact_number("18.49"), exact_number("1e9")
        (Fraction(1849, 100), None)
    """
    plain = text.replace(" ", "")
    return Fraction(plain) if len(plain) <= MAX_DIGITS and _NUMBER.match(plain) else None


def overlaps(tenures: tuple[Tenure, ...]) -> Iterator[tuple[int, str]]:
    """Which rows seat a member twice, or two members on one seat? The line and what is wrong with it."""
    for first, second in _overlapping(tenures, lambda row: (row.seat.id,)):
        yield second.line, f"{second.seat.id} sits twice on the same days (line {first.line})"
    for first, second in _overlapping(tenures, lambda row: (row.seat.line,)):
        if first.seat.id != second.seat.id:
            both = f"{second.seat.id} and {first.seat.id}"
            yield second.line, f"{both} hold seat {first.seat.line} on the same days (line {first.line})"


def _check_overlaps(reader: _Reader, tenures: tuple[Tenure, ...]) -> None:
    for line, problem in overlaps(tenures):
        reader.fault(line, problem, "mend the days")


def _check_weight_overlaps(reader: _Reader, facts: tuple[WeightFact, ...]) -> None:
    for first, second in _overlapping(facts, lambda row: (row.weight, row.member)):
        problem = f"{second.member} has two weights '{second.weight}' on the same days (line {first.line})"
        reader.fault(second.line, problem, "mend the days")


def _overlapping(rows: tuple[R, ...], key: Callable[[R], tuple[str, ...]]) -> Iterator[tuple[R, R]]:
    """Neighbouring rows of one key whose days overlap."""
    ordered = sorted(rows, key=lambda row: (key(row), row.since or date.min))
    for first, second in pairwise(ordered):
        if key(first) == key(second) and (first.until is None or (second.since or date.min) <= first.until):
            yield first, second

"""Whether shipped data say where they come from: as-of days and sources in rulebooks and rosters."""

import csv
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any


def rulebook_faults(name: str, book: Mapping[str, Any]) -> list[str]:
    """What a rulebook states without saying since when it is checked or who says so."""
    faults = [] if type(book.get("as_of")) is dt.date else ["has no day `as_of`"]
    if not book.get("rule"):
        faults.append("has no [[rule]]")
    if not book.get("example"):
        faults.append("has no [[example]]")
    faults += [*_rule_faults(book), *_unsourced_examples(book), *_unsourced("seats", book.get("seats", []))]
    faults += [f"[sources] {key} is empty" for key, text in book.get("sources", {}).items() if not str(text).strip()]
    return [f"{name}: {fault}" for fault in faults]


def _rule_faults(book: Mapping[str, Any]) -> Iterator[str]:
    for number, rule in enumerate(book.get("rule", []), start=1):
        for clause, facts in rule.get("clauses", {}).items():
            if not _has(facts, "source") and not _has(rule, "source"):
                yield f"rule {number}, clause {clause}: has no source"
            if _has(facts, "reading") and not _has(facts, "authority"):
                yield f"rule {number}, clause {clause}: a reading without its authority"


def _unsourced_examples(book: Mapping[str, Any]) -> Iterator[str]:
    for number, example in enumerate(book.get("example", []), start=1):
        needed = "why" if example.get("synthetic") else "source"
        if not _has(example, needed):
            yield f"example {number}: has no {needed}"
        if "psephos" in str(example.get("source", "")).lower():
            yield f"example {number}: psephos is no source for itself"


def _unsourced(what: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for number, row in enumerate(rows, start=1):
        if not _has(row, "source"):
            yield f"{what} {number}: has no source"


def _has(table: Mapping[str, Any], key: str) -> bool:
    return bool(str(table.get(key) or "").strip())


def roster_faults(name: str, text: str) -> list[str]:
    """The rows of a roster, or of a table of weights, that name no source."""
    reader = csv.DictReader(StringIO(text))
    if "source" not in (reader.fieldnames or []):
        return [f"{name}: has no column `source`"]
    return [f"{name}: {fault}" for fault in _unsourced("row", list(reader))]

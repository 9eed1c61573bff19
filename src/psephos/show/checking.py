"""`psephos check`: every fault of rulebook files, of form and of meaning."""

from __future__ import annotations

import json
from typing import Any

from psephos.body.rulebook import rulebook
from psephos.decide.check import check
from psephos.errors import Fault, RulebookError
from psephos.show.output import Output
from psephos.show.words import plural
from psephos.version import VERSION

__all__ = ["run_check", "run_schema"]


def run_check(output: Output, files: list[str], *, strict: bool) -> int:
    """Check each file; prints what is wrong, or what was found in order.

    Returns:
        2 where a rulebook cannot be used (form, or a rule that can never pass), 1 with `strict` where anything was
        found, else 0.
    """
    results = [_check(name) for name in files]
    if output.as_json:
        output.record({"psephos": VERSION, "files": [record for record, _ in results]})
    else:
        for record, faults in results:
            _print(output, record, faults)
    everything = [fault for _, found in results for fault in found]
    if any(_unusable(fault) for fault in everything):
        return 2
    return 1 if strict and everything else 0


def _unusable(fault: Fault) -> bool:
    return fault.kind == "form" or "can never pass" in fault.problem


def _check(name: str) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    try:
        book = rulebook(name)
    except RulebookError as error:
        return {"file": name, "usable": False, "faults": [_record(fault) for fault in error.faults]}, error.faults
    faults = check(book)
    record = {
        "file": name,
        "usable": not any(_unusable(fault) for fault in faults),
        "rulebook": {"id": book.id, "sha256": book.sha256},
        "rules": len(book.rules),
        "examples": len(book.examples),
        "faults": [_record(fault) for fault in faults],
    }
    return record, faults


def _record(fault: Fault) -> dict[str, Any]:
    return {
        "file": fault.file,
        "line": fault.line,
        "kind": fault.kind,
        "problem": fault.problem,
        "remedy": fault.remedy,
    }


def _print(output: Output, record: dict[str, Any], faults: tuple[Fault, ...]) -> None:
    if "rules" in record:
        counts = f"{plural(record['rules'], 'rule')}, {plural(record['examples'], 'example')}"
        output.line(f"{record['file']}: {counts}; {plural(len(faults), 'fault')}", "bad" if faults else "good")
    else:
        output.line(f"{record['file']}: cannot be used; {plural(len(faults), 'fault')}", "bad")
    for fault in faults:
        output.line(f"  {fault}")


def run_schema() -> int:
    """Print the JSON Schema of rulebook files."""
    from psephos.body.forms import schema

    Output().line(json.dumps(schema(), indent=2))
    return 0

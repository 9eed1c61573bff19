"""From the bytes of a rulebook file to its fields: text, TOML, the form; what is wrong with each is told together."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from psephos.body.language import ClauseReader
from psephos.body.places import line_of, places
from psephos.errors import ClauseSyntaxError, Fault, RulebookError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from psephos.body.forms import RulebookForm

__all__ = ["Desk", "opened"]

MAX_BYTES = 1_000_000
P = TypeVar("P")


@dataclass(slots=True)
class Desk:
    """The file on the desk: its text, where its keys stand, and the faults found so far."""

    file: str
    lines: Mapping[tuple[str | int, ...], int]
    reader: ClauseReader
    sources: Mapping[str, str]
    faults: list[Fault] = field(default_factory=list)

    def fault(self, path: tuple[str | int, ...], problem: str, remedy: str) -> None:
        """Note a fault at the line of that key."""
        self.faults.append(Fault(self.file, line_of(path, self.lines), problem, remedy))

    def cited(self, source: str | None) -> str:
        """The citation that a short name of the file stands for, or the text itself."""
        return self.sources.get(source or "", source or "")

    def parse(self, path: tuple[str | int, ...], read: Callable[[str], P], text: str, instead: P) -> P:
        """What the text says; where it cannot be read, a fault and what is taken instead."""
        try:
            return read(text)
        except ClauseSyntaxError as error:
            self.fault(
                path, f"{str(error).splitlines()[0]} in: {text[:200]}", "see the language of clauses in the docs"
            )
            return instead


def opened(content: bytes, file: str) -> tuple[RulebookForm, Desk]:
    """The fields of a rulebook file, and the desk on which to read on.

    Raises:
        RulebookError: no text, no TOML, or fields that are missing or of a wrong kind; then also every clause that
            cannot be read.
    """
    from pydantic import ValidationError

    from psephos.body.forms import RulebookForm

    text = _text(content, file)
    lines = places(text)
    raw = _toml(text, file)
    desk = Desk(file, lines, ClauseReader.build(), {})
    try:
        form = RulebookForm.model_validate(raw)
    except ValidationError as error:
        _read_clauses(raw, desk, {tuple(entry["loc"]) for entry in error.errors()})
        faults = [_complaint(file, lines, entry) for entry in error.errors()] + desk.faults
        ordered = tuple(sorted(faults, key=lambda fault: fault.line))
        raise RulebookError(f"{file} is no rulebook: {len(faults)} fault{'s' * (len(faults) > 1)}", ordered) from None
    return form, replace(desk, sources=form.sources)


def _read_clauses(raw: Mapping[str, Any], desk: Desk, told: set[tuple[str | int, ...]]) -> None:
    """The clauses of a file whose fields are not all right: those that cannot be read are told at the same time."""
    rules = raw.get("rule")
    for number, rule in enumerate(rules if isinstance(rules, list) else ()):
        clauses = rule.get("clauses") if isinstance(rule, dict) else None
        for name, clause in clauses.items() if isinstance(clauses, dict) else ():
            text = clause.get("requires") if isinstance(clause, dict) else None
            path = ("rule", number, "clauses", name, "requires")
            if isinstance(text, str) and path not in told:
                desk.parse(path, desk.reader.condition, text, None)


def _text(content: bytes, file: str) -> str:
    problem, remedy, line = "", "", 0
    if len(content) > MAX_BYTES:
        problem, remedy = f"the file has {len(content)} bytes", f"a rulebook has at most {MAX_BYTES}"
    elif not content.strip():
        problem, remedy = "the file is empty", "start from the template: psephos bodies template-board --toml"
    else:
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            problem, remedy = "not UTF-8 text", "save the file as UTF-8"
    raise RulebookError(f"{file} cannot be read", (Fault(file, line, problem, remedy),))


def _toml(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = re.search(r"at line (\d+)", str(error))
        fault = Fault(file, int(found[1]) if found else 0, f"not TOML: {error}", "mend the syntax")
        raise RulebookError(f"{file} is no TOML file", (fault,)) from None


_REMEDIES = {
    "missing": "add it",
    "extra_forbidden": "remove it, or mend its name",
    "literal_error": "use one of those",
    "string_pattern_mismatch": "use letters, digits, - and _",
    "date_type": "write the day bare, without quotes: 2024-12-31",
    "date_from_datetime_parsing": "write the day bare, without quotes: 2024-12-31",
}


def _complaint(file: str, lines: Mapping[tuple[str | int, ...], int], entry: ErrorDetails) -> Fault:
    path = tuple(entry["loc"])
    shown = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    message = entry["msg"][0].lower() + entry["msg"][1:]
    return Fault(
        file, line_of(path, lines), f"{shown}: {message}", _REMEDIES.get(entry["type"], "see the rulebook format")
    )

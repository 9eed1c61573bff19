"""Statements handed in by somebody else's extractor: a documented JSON format, checked with all its faults at once.

```json
{"body": "unsc", "day": "2023-10-25", "text": "China voted no.",
 "statements": [{"id": "a", "kind": "cast", "member": "CHN", "choices": ["no"], "span": [0, 5], "evidence": "China"}]}
```
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from psephos.body.rulebook import rulebook
from psephos.errors import Fault, RulebookError, UsageError
from psephos.explore.deduce import Deduction, deduce
from psephos.explore.statements import (
    AllCast,
    Cast,
    Counted,
    Decided,
    Labelled,
    NotCast,
    OnDays,
    Scope,
    Span,
    Statement,
    VetoedBy,
)

__all__ = ["Handed", "handed", "verified"]

_TOP = frozenset({"body", "day", "days", "decision", "variants", "text", "statements", "file"})


@dataclass(frozen=True, slots=True)
class Handed:
    """The statements about one vote, as handed in."""

    body: str
    statements: tuple[Statement, ...]
    day: date | None = None
    days: tuple[Span, ...] | None = None
    decision: str | None = None
    variants: tuple[str, ...] = ()
    text: str | None = field(default=None, repr=False)


def handed(content: str, file: str = "statements") -> tuple[Handed, ...]:
    """The votes in a file of statements: one object, a list of them, or `{"votes": [...]}`.

    Raises:
        RulebookError: the file has faults; all of them are listed.
        UsageError: it is no JSON.

    Examples:
        >>> one = handed('{"body": "unsc", "statements": [{"id": "a", "kind": "decided", "adopted": false}]}')
        >>> one[0].statements
        (Decided(id='a', adopted=False, evidence=None),)
    """
    try:
        found = json.loads(content)
    except ValueError as error:
        raise UsageError(f"{file} is no JSON: {error}; see docs/how-to/read-a-report.md for the format") from None
    votes = found.get("votes", [found]) if isinstance(found, dict) else found
    if not isinstance(votes, list) or not all(isinstance(vote, dict) for vote in votes):
        raise UsageError(f"{file} holds no vote; give an object with a body and statements, or a list of them")
    faults: list[Fault] = []
    out = [_vote(vote, file, faults) for vote in votes]
    if faults:
        raise RulebookError(f"{file} cannot be used as statements", tuple(faults))
    return tuple(out)


def verified(vote: Handed) -> Deduction:
    """What follows from the statements of one vote.

    Raises:
        UsageError: an unknown body, member, choice or day; see `deduce`.
    """
    return deduce(
        rulebook(vote.body),
        vote.statements,
        day=vote.day,
        days=vote.days,
        decision=vote.decision,
        variants=vote.variants,
    )


def _vote(vote: Mapping[str, Any], file: str, faults: list[Fault]) -> Handed:
    unknown = sorted(set(vote) - _TOP)
    if unknown:
        faults.append(Fault(file, 0, f"unknown keys {', '.join(unknown)}", f"use {', '.join(sorted(_TOP))}"))
    listed = vote.get("statements")
    if not isinstance(listed, list) or "body" not in vote:
        faults.append(Fault(file, 0, "a vote without body or statements", "give both"))
        listed = []
    text = vote.get("text")
    statements = []
    for number, row in enumerate(listed):
        statement = _statement(row, number, file, faults)
        if statement is not None:
            _check_span(row, text, number, file, faults)
            statements.append(statement)
    days = vote.get("days")
    return Handed(
        str(vote.get("body", "")),
        tuple(statements),
        _day(vote["day"], file, faults) if vote.get("day") else None,
        tuple(_span(one, file, faults) for one in days) if days else None,
        vote.get("decision"),
        tuple(vote.get("variants") or ()),
        text,
    )


def _statement(row: object, number: int, file: str, faults: list[Fault]) -> Statement | None:
    place = f"statement {number + 1}"
    if not isinstance(row, dict) or row.get("kind") not in _MAKERS:
        faults.append(Fault(file, 0, f"{place} is of no known kind", f"kinds are {', '.join(sorted(_MAKERS))}"))
        return None
    name = str(row.get("id", f"s{number + 1}"))
    span = row.get("span")
    evidence = tuple(span) if isinstance(span, list) else None
    try:
        return _MAKERS[row["kind"]](name, row, evidence)
    except (KeyError, TypeError, ValueError) as error:
        faults.append(
            Fault(
                file,
                0,
                f"{place} ({row['kind']}) is incomplete or malformed: {error}",
                "see the format in docs/how-to/read-a-report.md",
            )
        )
        return None


def _check_span(row: Mapping[str, Any], text: object, number: int, file: str, faults: list[Fault]) -> None:
    """Where the text is given, the evidence must stand at its span."""
    span, evidence = row.get("span"), row.get("evidence")
    if not isinstance(text, str) or not isinstance(span, list):
        return
    well = len(span) == 2 and all(isinstance(one, int) for one in span) and 0 <= span[0] <= span[1] <= len(text)  # noqa: PLR2004 -- the figure says what it is
    if not well:
        faults.append(
            Fault(
                file,
                0,
                f"statement {number + 1}: the span {span} lies outside the text",
                "give [start, end) in characters",
            )
        )
    elif evidence is not None and text[span[0] : span[1]] != evidence:
        faults.append(
            Fault(
                file,
                0,
                f"statement {number + 1}: the text at {span} is not the evidence",
                f"it reads '{text[span[0] : span[1]]}'",
            )
        )


def _choices(row: Mapping[str, Any]) -> tuple[str, ...]:
    given = row["choices"] if "choices" in row else [row["choice"]]
    if not isinstance(given, list):
        raise TypeError("choices must be a list")
    return tuple(str(one) for one in given)


def _scope(row: Mapping[str, Any], default: Scope) -> Scope:
    of = row.get("of")
    if of is None:
        return default
    members = of.get("members")
    return Scope(
        of.get("group"),
        tuple(members) if members is not None else None,
        tuple(of.get("apart_from", ())),
        bool(of.get("unnamed", False)),
    )


def _counted(name: str, row: Mapping[str, Any], evidence: object) -> Counted:
    number = row.get("number")
    least = int(row.get("least", number if number is not None else 0))
    most = row.get("most", number)
    return Counted(name, _choices(row), least, None if most is None else int(most), _scope(row, Scope()), evidence)


_MAKERS: Mapping[str, Callable[[str, Mapping[str, Any], object], Statement]] = {
    "cast": lambda name, row, evidence: Cast(name, str(row["member"]), _choices(row), evidence),
    "not_cast": lambda name, row, evidence: NotCast(name, str(row["member"]), _choices(row), evidence),
    "counted": _counted,
    "all": lambda name, row, evidence: AllCast(
        name, _choices(row), _scope(row, Scope(unnamed=True)), row.get("number"), evidence
    ),
    "decided": lambda name, row, evidence: Decided(name, bool(row["adopted"]), evidence),
    "labelled": lambda name, row, evidence: Labelled(name, str(row["label"]), evidence),
    "vetoed_by": lambda name, row, evidence: VetoedBy(
        name, tuple(row["members"]), bool(row.get("closed", False)), evidence
    ),
    "days": lambda name, row, evidence: OnDays(name, tuple(_plain_span(one) for one in _list(row["days"])), evidence),
}


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise TypeError("days must be a list")
    return value


def _plain_span(value: object) -> Span:
    if isinstance(value, str):
        return Span.of(date.fromisoformat(value))
    if isinstance(value, list) and len(value) == 2:  # noqa: PLR2004 -- the figure says what it is
        return Span(date.fromisoformat(str(value[0])), date.fromisoformat(str(value[1])))
    raise ValueError(f"{value!r} is neither a day nor a pair of days")


def _span(value: object, file: str, faults: list[Fault]) -> Span:
    try:
        return _plain_span(value)
    except ValueError as error:
        faults.append(Fault(file, 0, str(error), "write days as 2023-10-25"))
        return Span(date.min, date.min)


def _day(value: object, file: str, faults: list[Fault]) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        faults.append(Fault(file, 0, f"'{value}' is no day", "write it as 2023-10-25"))
        return None


def kinds() -> Iterable[str]:
    """The kinds of statement that a file may hold."""
    return _MAKERS.keys()

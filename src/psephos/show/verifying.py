"""`psephos verify`: statements that another extractor made, judged."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from psephos.body.rulebook import rulebook
from psephos.errors import UsageError
from psephos.explore.deduce import Deduction
from psephos.explore.statements import Span
from psephos.read.handed import Handed, handed, verified
from psephos.show.output import Output
from psephos.show.reading_text import CHOICES, span_text
from psephos.show.words import listed, plural
from psephos.version import VERSION

__all__ = ["check_path", "deduction_text", "run_verify", "verification_record", "verification_text"]


def run_verify(output: Output, files: Sequence[str], *, strict: bool = False) -> int:
    """Judge statements that another extractor made: the same standings, proofs and contradictions."""
    results: list[tuple[Handed, Deduction]] = []
    for file in files:
        content = _json_text(file)
        results += [(vote, verified(vote)) for vote in handed(content, file)]
    if output.as_json:
        records = [verification_record(vote, found) for vote, found in results]
        output.record(records[0] if len(records) == 1 else records)
    else:
        output.line("\n\n".join(verification_text(vote, found) for vote, found in results))
    return 1 if strict and any(not found.consistent for _, found in results) else 0


def check_path(file: str) -> None:
    """Only "-" may begin with a hyphen; anything else is an option that the command does not have."""
    if file.startswith("-") and file != "-":
        raise UsageError(f"Unknown option: {file}. See: psephos --help")


def _json_text(file: str) -> str:
    check_path(file)
    try:
        return (sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()).decode("utf-8")
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}; check the path") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file} is not UTF-8; statements are JSON in UTF-8") from None


def verification_record(vote: Handed, found: Deduction) -> Mapping[str, Any]:
    """What follows from handed-in statements, as JSON."""
    book = rulebook(vote.body)
    return {
        "psephos": VERSION,
        "rulebook": {"id": book.id, "sha256": book.sha256},
        "body": book.id,
        "days": [_iso(span) for span in found.days],
        "consistent": found.consistent,
        "conflict": list(found.conflict.statements) if found.conflict else None,
        "remaining": found.remaining,
        "ballots": [
            {
                "member": one.member,
                "choices": list(one.choices),
                "standing": one.standing,
                "because": list(one.because),
                "sat": one.sat,
            }
            for one in found.ballots
        ],
    }


def _iso(span: Span) -> str:
    return span.first.isoformat() if span.first == span.last else f"{span.first.isoformat()}/{span.last.isoformat()}"


def verification_text(vote: Handed, found: Deduction) -> str:
    """What follows from handed-in statements, in words."""
    return f"{rulebook(vote.body).name}, {deduction_text(found)}"


def deduction_text(found: Deduction) -> str:
    """What follows from statements about one vote: on which days, and how each ballot stands."""
    days = listed([span_text(span) for span in found.days[:3]], joint="or") or "no day left"
    lines = [f"{days}: {plural(len(found.statements), 'statement')}"]
    if found.conflict:
        lines.append(f"  these cannot all be true: {', '.join(found.conflict.statements)}")
    for standing in ("stated", "forced", "possible", "contradictory"):
        for choices in dict.fromkeys(one.choices for one in found.ballots if one.standing == standing):
            own = [one for one in found.ballots if one.standing == standing and one.choices == choices]
            why = list(dict.fromkeys(name for one in own for name in one.because))
            words = " or ".join(CHOICES.get(choice, choice) for choice in choices)
            because = f"   (from {', '.join(why)})" if standing == "forced" else ""
            lines.append(f"  {standing:<13} {' '.join(sorted(one.member for one in own))} {words}{because}")
    if found.remaining is not None:
        lines.append(f"  roll calls left: {found.remaining:,}")
    return "\n".join(lines)

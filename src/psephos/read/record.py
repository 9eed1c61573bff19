"""A reading as a JSON object, in psephos's one vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from psephos.read.atoms.inputs import Source
from psephos.read.report import Reading
from psephos.read.standings import ReadBallot, ReadVote
from psephos.version import VERSION

__all__ = ["placed_record", "reading_record", "vote_record"]

_TALLY = ("yes", "no", "abstain", "not_voting")


def reading_record(reading: Reading) -> dict[str, Any]:
    """One input and its votes.

    Examples:
        >>> from psephos.read.report import read_text
        >>> reading_record(read_text("Nothing happened."))["votes"]
        []
    """
    return {
        "psephos": VERSION,
        "file": reading.file,
        "language": reading.language,
        "published": reading.published.isoformat() if reading.published else None,
        "votes": [vote_record(vote) for vote in reading.votes],
    }


def vote_record(vote: ReadVote) -> dict[str, Any]:
    """One vote as read."""
    stated = vote.stated
    record: dict[str, Any] = {
        "body": vote.body,
        "date": vote.date.isoformat() if vote.date else None,
        "dates": [_span(span.first.isoformat(), span.last.isoformat()) for span in vote.days],
        "decision": vote.decision,
        "earlier": stated.past,
        "draft": {
            "symbol": stated.symbols[0] if stated.symbols else None,
            "resolution": stated.resolution or None,
            "sponsors": [sponsor.code for sponsor in stated.sponsors],
            "subject": stated.subject or None,
        },
        "outcome": vote.outcome,
        "reason": stated.reason or None,
        "unanimous": stated.unanimous.name if stated.unanimous else None,
        "tally": {choice: vote.tally.get(choice) for choice in _TALLY},
        "ballots": [_ballot(ballot) for ballot in vote.ballots],
        "vetoed_by": list(stated.vetoers),
        "standing": vote.standing,
        "spans": _places(vote),
        "check": _check(vote),
    }
    if vote.book is not None:
        record["rulebook"] = {"id": vote.book.id, "sha256": vote.book.sha256}
    return record


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


def _ballot(ballot: ReadBallot) -> Mapping[str, Any]:
    return {
        "member": ballot.member,
        "choice": ballot.choice,
        "standing": ballot.standing,
        "spans": [list(span) for span in ballot.spans],
        "because": list(ballot.because),
    }


def _places(vote: ReadVote) -> Mapping[str, Any]:
    stated = vote.stated
    return {
        "date": list(stated.day_place) if stated.day_place else None,
        "outcome": list(stated.outcome_place) if stated.outcome_place else None,
        "tally": {figure.choice: [figure.start, figure.end] for figure in stated.figures},
        "subject": list(stated.subject_place) if stated.subject_place else None,
        "rule": [stated.rule.start, stated.rule.end] if stated.rule else None,
    }


def _check(vote: ReadVote) -> Mapping[str, Any]:
    check = vote.check
    return {
        "by_rule": check.by_rule,
        "agrees": check.agrees,
        "remarks": [finding.text for finding in check.findings],
        "findings": [
            {"kind": finding.kind, "text": finding.text, "span": list(finding.span) if finding.span else None}
            for finding in check.findings
        ],
    }


def placed_record(reading: Reading, source: Source) -> dict[str, Any]:
    """The same, with every place pointing into the original input."""
    record = reading_record(reading)
    return record if source.offsets is None else _placed(record, source)


def _placed(value: Any, source: Source) -> Any:  # noqa: ANN401 -- any JSON value
    """Move every pair of places into the original; the only lists of two whole numbers in a record are places."""
    if isinstance(value, dict):
        return {key: _placed(inner, source) for key, inner in value.items()}
    if isinstance(value, list):
        if len(value) == 2 and all(type(one) is int for one in value):  # noqa: PLR2004 -- the figure says what it is
            return list(source.place(*value))
        return [_placed(inner, source) for inner in value]
    return value

"""The reading view: a report with its evidence marked, the roll call it yields, and the way to the table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from psephos.show.web.query import CallQuery, query_string
from psephos.show.words import day_text

__all__ = ["Piece", "ReadVote", "pieces", "read_votes"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: plain, or evidence for something."""

    text: str
    kind: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ReadBallot:
    """One member's ballot as read; several choices where more than one is possible."""

    name: str
    choices: str
    standing: str
    because: str


@dataclass(frozen=True, slots=True)
class ReadVote:
    """One vote of the report."""

    title: str
    facts: tuple[tuple[str, str], ...]
    standing: str
    ballots: tuple[ReadBallot, ...]
    forced_by: str
    verdict: str
    remarks: tuple[str, ...]
    address: str


def pieces(text: str, votes: Sequence[Mapping[str, Any]]) -> tuple[Piece, ...]:
    """Cut a text where its evidence begins and ends.

    Examples:
        >>> ballot = {"member": "CHN", "choice": "no", "standing": "stated", "spans": [[0, 5]]}
        >>> vote = {"ballots": [ballot], "spans": {}}
        >>> [(piece.text, piece.kind, piece.why) for piece in pieces("China voted against.", [vote])]
        [('China', 'stated', 'CHN: no'), (' voted against.', '', '')]
    """
    found: list[Piece] = []
    disputed, at = _disputed(votes), 0
    for start, end, kind, why in sorted(_spans(votes)):
        if start < at or not start < end <= len(text):
            continue
        if start > at:
            found.append(Piece(text[at:start]))
        at_odds = text[start:end] in disputed
        found.append(Piece(text[start:end], "contradictory" if at_odds else kind, why))
        at = end
    return (*found, Piece(text[at:])) if text[at:] else tuple(found)


def _disputed(votes: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """The words that a contradiction quotes: they cannot all be true."""
    findings = (one for vote in votes for one in vote.get("check", {}).get("findings", []))
    quoted = (one["text"] for one in findings if one["kind"] == "contradiction")
    return frozenset(words for text in quoted for words in re.findall("“([^”]+)”", text))


def _spans(votes: Sequence[Mapping[str, Any]]) -> set[tuple[int, int, str, str]]:
    found: set[tuple[int, int, str, str]] = set()
    for vote in votes:
        for ballot in vote["ballots"]:
            kind = "contradictory" if ballot["standing"] == "contradictory" else "stated"
            why = f"{ballot['member']}: {ballot['choice'].replace('_', ' ')}"
            found |= {(start, end, kind, why) for start, end in ballot["spans"]}
        found |= set(_places(vote["spans"], ""))
    return found


def _places(spans: object, what: str) -> list[tuple[int, int, str, str]]:
    """Every pair of places inside whatever the record says of spans."""
    match spans:
        case [int(start), int(end)]:
            return [(start, end, "fact", what)]
        case dict():
            return [one for key, inner in spans.items() for one in _places(inner, f"{what} {key}".strip())]
        case list():
            return [one for inner in spans for one in _places(inner, what)]
        case _:
            return []


def read_votes(record: Mapping[str, Any], bodies: Mapping[str, str]) -> tuple[ReadVote, ...]:
    """The votes of a reading, worded; `bodies` gives their names."""
    return tuple(_vote(vote, bodies) for vote in record["votes"])


def _vote(vote: Mapping[str, Any], bodies: Mapping[str, str]) -> ReadVote:
    check = vote["check"]
    days = [vote["date"]] if vote["date"] else vote["dates"]
    ballots = _ballots(vote)
    reasons = {ballot.because for ballot in ballots if ballot.because}
    common = reasons.pop() if len(reasons) == 1 else ""
    tally = ", ".join(f"{number} {_TOLD[name]}" for name, number in vote["tally"].items() if number is not None)
    facts = [
        ("day", " or ".join(day_text(date.fromisoformat(day)) for day in days) or "not told"),
        ("outcome as told", vote["outcome"] or "not told"),
        ("tally as told", tally or "none"),
        ("draft", vote["draft"]["symbol"] or vote["draft"].get("resolution") or "not named"),
    ]
    verdict = f"By the rule: {check['by_rule']}." if check["by_rule"] else "The rule alone does not settle it."
    agrees = {True: " The report agrees.", False: " The report says otherwise."}.get(check["agrees"], "")
    return ReadVote(
        bodies.get(vote["body"], vote["body"]) or "a body that is not named",
        tuple(facts),
        vote["standing"],
        tuple(replace(ballot, because="") for ballot in ballots) if common else ballots,
        common,
        verdict + agrees,
        tuple(dict.fromkeys([*check["remarks"], *(finding["text"] for finding in check.get("findings", []))])),
        _address(vote),
    )


_TOLD: Mapping[str, str] = {
    "yes": "in favour",
    "no": "against",
    "abstain": "abstaining",
    "not_voting": "not voting",
}


def _ballots(vote: Mapping[str, Any]) -> tuple[ReadBallot, ...]:
    gathered: dict[str, list[Mapping[str, Any]]] = {}
    for ballot in vote["ballots"]:
        gathered.setdefault(ballot["member"], []).append(ballot)
    names: Mapping[str, str] = vote.get("names", {})
    listed = [
        ReadBallot(
            names.get(member, member),
            " or ".join(str(one["choice"]).replace("_", " ") for one in entries),
            str(entries[0]["standing"]),
            "; ".join(str(reason) for reason in entries[0]["because"]),
        )
        for member, entries in gathered.items()
    ]
    return tuple(sorted(listed, key=lambda ballot: ballot.name))


def _address(vote: Mapping[str, Any]) -> str:
    """The vote as an address of the scenario; what is only possible stays open."""
    if not (vote["body"] and vote["date"]):
        return ""
    known: dict[str, list[str]] = {}
    for ballot in vote["ballots"]:
        known.setdefault(ballot["member"], []).append(ballot["choice"])
    sure = {
        ballot["member"]: ballot["choice"]
        for ballot in vote["ballots"]
        if len(known[ballot["member"]]) == 1 and ballot["standing"] in ("stated", "forced")
    }
    query = CallQuery.model_validate({"body": vote["body"], "on": vote["date"], "decision": vote["decision"]})
    return query_string(query.with_ballots(sure, "open"))

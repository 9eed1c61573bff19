"""One draft, one resolution, one roll call: twice in the table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from psephos.calls.formats.words import meeting_of, resolution_of
from psephos.replay.findings import Finding, about
from psephos.replay.timeline import Entry

__all__ = ["draft_key", "repeated", "same_ballots"]

_SYMBOL = re.compile(r"\b[as]\s*/\s*(?:\d{4}\s*[/-]\s*)?\d+(?:\s*/\s*(?:rev|corr|add)\.?\s*\d+)?", re.IGNORECASE)
_NEAR = 3
_PART = re.compile(r"\bpara|\bamendments?\b|\bpart\b|\bsection\b", re.IGNORECASE)


def draft_key(symbol: str) -> str:
    """A draft's symbol in one spelling; empty for a part of a document, which is no draft of its own.

    Examples:
        >>> draft_key("s/2005-554"), draft_key("S/1995/395, orally revised"), draft_key("S/1994/1356, para. 4")
        ('S/2005/554', 'S/1995/395', '')
    """
    found = _SYMBOL.search(symbol)
    if found is None or _PART.search(symbol):
        return ""
    return re.sub(r"\s+", "", found[0]).replace("-", "/").upper()


def same_ballots(entries: Sequence[Entry]) -> Mapping[int, tuple[int, ...]]:
    """For each roll call the confirmed ones of the same draft with the same ballots."""
    found: dict[int, list[int]] = {}
    for group in _groups(entries, lambda entry: draft_key(entry.call.symbol)):
        for entry, other in combinations(group, 2):
            for mine, twin in ((entry, other), (other, entry)):
                if twin.status == "confirmed" and dict(mine.call.ballots) == dict(twin.call.ballots):
                    found.setdefault(mine.place, []).append(twin.place)
    return {place: tuple(twins) for place, twins in found.items()}


def repeated(entries: Sequence[Entry], displaced: frozenset[int], missing: frozenset[int]) -> Iterator[Finding]:
    """Which drafts and resolution numbers stand twice, and are not two readings of one vote?

    Args:
        entries: every roll call.
        displaced: those whose resolution number is known to be wrong.
        missing: the resolution numbers left out.
    """
    for group in _groups(entries, lambda entry: draft_key(entry.call.symbol)):
        for first, second in combinations(group, 2):
            yield from _same_draft(first, second)
    numbered = [entry for entry in entries if entry.place not in displaced]
    for group in _groups(numbered, _resolution):
        for first, second in combinations(group, 2):
            drafts = {draft_key(first.call.symbol), draft_key(second.call.symbol)}
            if len(drafts) > 1 or "" in drafts or _unlike(first, second):
                yield from _same_resolution(first, second, missing)


def _groups(entries: Iterable[Entry], key: Callable[[Entry], str]) -> Iterator[list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if name := key(entry):
            found.setdefault(name, []).append(entry)
    return (group for group in found.values() if len(group) > 1)


def _resolution(entry: Entry) -> str:
    found = resolution_of(entry.call.resolution)
    return str(found.number) if found else ""


def _same_draft(first: Entry, second: Entry) -> Iterator[Finding]:
    numbers = {_resolution(first), _resolution(second)}
    if first.claim.outcome != second.claim.outcome:
        yield from _two_outcomes(first, second)
    elif "" not in numbers and len(numbers) > 1:
        yield from (_two_resolutions(entry, other) for entry, other in ((first, second), (second, first)))
    elif first.tally_text == second.tally_text and (first.dissent or numbers != {""}):
        yield _twice(first, second)


def _unlike(first: Entry, second: Entry) -> bool:
    """Two entries of one resolution that differ in outcome or figures; the same of both is one vote entered twice."""
    return (first.claim.outcome, first.tally_text) != (second.claim.outcome, second.tally_text)


def _twice(first: Entry, second: Entry) -> Finding:
    """The same draft, outcome and figures: one vote entered twice, surely if the day is the same."""
    same_day = first.call.day == second.call.day
    when = "also the day" if same_day else f"the day is {first.call.day.isoformat()} there"
    evidence = f"draft, outcome and figures ({first.tally_text}) are those of vote {first.name}; {when}"
    cause = "the vote was entered twice" if same_day else "the vote was entered twice, once under a wrong day"
    found = about(second, "same-roll-call-twice", cause, evidence, "keep what the record of the meeting bears out")
    return found if same_day else found.graded("warning")


def _two_outcomes(first: Entry, second: Entry) -> Iterator[Finding]:
    wrong = [entry for entry in (first, second) if entry.status in ("contradicted", "conditional", "unusable")]
    cause = "the vote was entered twice, once with another's outcome"
    for entry in wrong or (first, second):
        other = second if entry is first else first
        mine, theirs = entry.call.recorded_label, other.call.recorded_label
        evidence = f"{draft_key(entry.call.symbol)} is '{mine}' here and '{theirs}' in vote {other.name}"
        told = cause if wrong else "two votes on one draft, or one entered wrongly"
        found = about(entry, "same-draft-two-outcomes", told, evidence, "keep what the record of the meeting bears out")
        yield found if wrong else found.graded("warning")


def _two_resolutions(entry: Entry, other: Entry) -> Finding:
    evidence = f"{draft_key(entry.call.symbol)} is also the draft of {other.call.resolution} (vote {other.name})"
    cause = "one of the two symbols is mistyped"
    return about(entry, "same-draft-twice", cause, evidence, "compare the text of the drafts")


def _when(*entries: Entry) -> Callable[[Entry], int]:
    """The order in which roll calls were taken: by meeting where all have one, else by day."""
    if all(meeting_of(entry.call.meeting) for entry in entries):
        return lambda entry: meeting_of(entry.call.meeting) or 0
    return lambda entry: entry.call.day.toordinal()


def _same_resolution(first: Entry, second: Entry, missing: frozenset[int]) -> Iterator[Finding]:
    """One number twice: where a number just beside it is missing, the order of the two tells which is wrong."""
    number = int(_resolution(first))
    earlier, later = sorted((first, second), key=_when(first, second))
    hole = min((n for n in missing if abs(n - number) <= _NEAR), key=lambda n: abs(n - number), default=None)
    wrong = (first, second) if hole is None else (earlier,) if hole < number else (later,)
    for entry in wrong:
        other = second if entry is first else first
        elsewhere = f"{other.call.day.isoformat()}, {other.call.symbol or 'no draft'}"
        evidence = f"{entry.call.resolution} also stands at vote {other.name} ({elsewhere})"
        remedy = "compare the resolutions" if hole is None else f"{hole} is missing from the table, and belongs there"
        cause = "one of the two numbers is mistyped" if hole is None else "the number is mistyped"
        yield about(entry, "same-resolution-twice", cause, evidence, remedy)

"""A reading in words: each vote with what is stated, what follows, and how it fits the rule and the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from psephos.calls.rollcall import RollCall
from psephos.errors import DayNotCovered
from psephos.explore.statements import Span
from psephos.read.archived import candidates_in
from psephos.read.report import Reading
from psephos.read.standings import ReadBallot, ReadVote
from psephos.show.words import called, day_text, listed, plural

__all__ = ["CHOICES", "head_of", "reading_text", "rows_of", "span_text"]

CHOICES = {
    "yes": "in favour",
    "no": "against",
    "abstain": "abstaining",
    "absent": "absent",
    "not_participating": "not participating",
    "not_voting": "not voting",
    "present_only": "present only",
}


_BODIES = {
    "unsc": "UN Security Council",
    "unga": "UN General Assembly",
    "eu-council": "Council of the European Union",
    "european-council": "European Council",
    "european-parliament": "European Parliament",
    "us-senate": "US Senate",
    "us-house": "US House of Representatives",
    "uk-commons": "UK House of Commons",
    "uk-lords": "UK House of Lords",
    "imf": "International Monetary Fund",
    "fomc": "Federal Open Market Committee",
    "unhrc": "UN Human Rights Council",
}


def reading_text(reading: Reading, calls: Sequence[RollCall] | None = None) -> str:
    """A reading as a terminal shows it, beside the roll calls of a table if there are any.

    Examples:
        >>> from psephos.read.report import read_text
        >>> print(reading_text(read_text("Nothing was decided.")))
        No vote found.
    """
    if not reading.votes:
        return "No vote found."
    return "\n".join(_vote_text(number, vote, reading, calls) for number, vote in enumerate(reading.votes, 1))


def _vote_text(number: int, vote: ReadVote, reading: Reading, calls: Sequence[RollCall] | None) -> str:
    lines = [f"Vote {number}   {', '.join(head_of(vote, reading))}"]
    lines += [f"  {label:<13} {words}" for label, words in rows_of(vote, reading, calls) if words]
    return "\n".join(lines)


def rows_of(vote: ReadVote, reading: Reading, calls: Sequence[RollCall] | None) -> list[tuple[str, str]]:
    """What there is to say of a vote, each with its label."""
    return [
        ("stated", _stated(vote, reading)),
        ("forced", _forced(vote)),
        ("possible", _open(vote, "possible")),
        ("contradictory", _open(vote, "contradictory")),
        ("outcome", _outcome(vote)),
        ("standing", vote.standing),
        *(("note", finding.text) for finding in vote.check.findings),
        *(("archive", words) for words in _archived(vote, calls)),
    ]


def _archived(vote: ReadVote, calls: Sequence[RollCall] | None) -> list[str]:
    """The recorded votes that it can be, and where they differ."""
    if calls is None:
        return []
    found = candidates_in(vote, calls)
    if not found:
        return ["no recorded vote of that body and day" if vote.date else "no recorded vote agrees in every point"]
    return [
        f"{one.name}, {day_text(one.call.day)}: "
        + ("; ".join(one.differences) or f"agrees in all {plural(one.agreements, 'point')}")
        for one in found
    ]


def head_of(vote: ReadVote, reading: Reading) -> list[str]:
    """What names a vote: body, text, sponsors, day."""
    parts = [_BODIES.get(vote.body or "", vote.book.name if vote.book else vote.body or "body not named")]
    stated = vote.stated
    if stated.symbols:
        parts.append(stated.symbols[0])
    elif stated.resolution:
        parts.append(f"resolution {stated.resolution}")
    if stated.sponsors:
        parts.append(f"{stated.kind or 'draft'} of {listed(_sponsors(vote, reading))}")
    elif stated.kind:
        parts.append(stated.kind)
    return [*parts, _day(vote, reading), *(["an earlier vote"] if stated.past else [])]


def _sponsors(vote: ReadVote, reading: Reading) -> list[str]:
    """By the name of the day, where the day is known; a sponsor without a seat, or on an unknown day, by its code."""
    codes = [sponsor.code for sponsor in vote.stated.sponsors]
    day = vote.date or reading.published
    if vote.book is None or day is None:
        return codes
    try:
        seats = {seat.id: called(seat) for seat in vote.book.on(day).seats}
    except DayNotCovered:
        return codes
    return [seats.get(code, code) for code in codes]


def _day(vote: ReadVote, reading: Reading) -> str:
    if vote.date and vote.stated.day_place:
        start, end = vote.stated.day_place
        return f"{day_text(vote.date)} (“{reading.text[start:end]}”)"
    spans = [span for span in vote.days if span.last != date.max]
    if 0 < len(spans) <= 3:  # noqa: PLR2004 -- the figure says what it is
        return f"day not stated: {listed([span_text(span) for span in spans], joint='or')}"
    return "day not stated"


def span_text(span: Span) -> str:
    """A stretch of days in words."""
    return day_text(span.first) if span.first == span.last else f"{day_text(span.first)} to {day_text(span.last)}"


def _stated(vote: ReadVote, reading: Reading) -> str:
    parts = [
        f"{number} {CHOICES[figure.choice]} “{_one_line(reading.text[figure.start : figure.end])}”"
        for figure in vote.stated.figures
        for number in [figure.number]
    ]
    for choice, words in CHOICES.items():
        members = [ballot.member for ballot in vote.ballots if ballot.standing == "stated" and ballot.choice == choice]
        if members:
            parts.append(f"{words} {', '.join(sorted(members))}")
    if vote.stated.vetoers:
        parts.append(f"vetoed by {', '.join(sorted(vote.stated.vetoers))}")
    if vote.stated.unanimous:
        parts.append(vote.stated.unanimous.name)
    return "; ".join(parts)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _forced(vote: ReadVote) -> str:
    parts = []
    for choice, words in CHOICES.items():
        forced = [ballot for ballot in vote.ballots if ballot.standing == "forced" and ballot.choice == choice]
        if forced:
            members = " ".join(sorted(ballot.member for ballot in forced))
            proof = [words for words in (_sum(vote, choice), f"from {_because(forced)}") if words]
            parts.append(f"{members} {words}   ({'; '.join(proof)})")
    return "; ".join(parts)


def _sum(vote: ReadVote, choice: str) -> str:
    """The forced ballots as a sum: "15 seats - 3 against - 2 abstaining = 10 in favour", where a figure leaves them."""
    day = vote.date or (vote.days[0].first if len(vote.days) == 1 else None)
    stated = vote.stated.figure(choice)
    if stated is None or vote.book is None or day is None:
        return ""
    others = {
        other: sum(ballot.choice == other and ballot.standing in {"stated", "forced"} for ballot in vote.ballots)
        for other in CHOICES
        if other != choice
    }
    seats = vote.book.on(day).size
    if seats - sum(others.values()) != stated:
        return ""
    less = "".join(f" - {number} {CHOICES[other]}" for other, number in others.items() if number)
    return f"{plural(seats, 'seat')}{less} = {stated} {CHOICES[choice]}"


def _because(forced: Iterable[ReadBallot]) -> str:
    words = list(dict.fromkeys(_one_line(word) for ballot in forced for word in ballot.because))
    return ", ".join(f"“{word}”" for word in words[:8]) + (" and more" if len(words) > 8 else "")  # noqa: PLR2004 -- the figure says what it is


def _open(vote: ReadVote, standing: str) -> str:
    found: dict[str, list[str]] = {}
    for ballot in vote.ballots:
        if ballot.standing == standing:
            found.setdefault(ballot.member, []).append(CHOICES.get(ballot.choice, ballot.choice))
    return "; ".join(f"{member} {' or '.join(choices)}" for member, choices in sorted(found.items()))


def _outcome(vote: ReadVote) -> str:
    stated = f"stated: {vote.outcome}." if vote.outcome else "not stated."
    rule = f"  By the rule: {vote.check.by_rule}." if vote.check.by_rule else ""
    verdict = {True: "  They agree.", False: "  They contradict each other.", None: ""}[vote.check.agrees]
    return f"{stated}{rule}{verdict}"

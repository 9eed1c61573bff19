"""`psephos read` and `psephos verify`: votes read out of reports, in words, as JSON, and marked in the text."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from psephos.body.rulebook import rulebook
from psephos.errors import UsageError
from psephos.explore.deduce import Deduction
from psephos.explore.statements import Span
from psephos.read.handed import Handed, handed, verified
from psephos.read.inputs import Source, from_bytes, load
from psephos.read.record import placed_record
from psephos.read.report import Reading, read_text
from psephos.read.standings import ReadBallot, ReadVote
from psephos.show.output import Output
from psephos.show.progress import tracked
from psephos.show.words import day_text, listed, plural
from psephos.version import VERSION

__all__ = [
    "deduction_text",
    "reading_html",
    "reading_text",
    "run_read",
    "run_verify",
    "verification_record",
    "verification_text",
]

_CHOICES = {
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


def run_read(
    output: Output,
    files: Sequence[str],
    *,
    published: date | None = None,
    body: str | None = None,
    html: str | None = None,
    strict: bool = False,
) -> int:
    """Read reports and print what they say of votes.

    Args:
        output: how to print.
        files: paths; "-" is the standard input.
        published: the day of publication.
        body: a rulebook of a body of your own, by whose names members are known.
        html: where to write the marked text.
        strict: end with exit code 1 if anything was found that cannot be right.
    """
    book = rulebook(body) if body else None
    readings: list[tuple[Source, Reading]] = []
    for file in files:
        source = _source(file)
        through = tracked(output, f"reading {source.file}")
        reading = read_text(source.text, published=published, body=book, file=source.file, through=through)
        readings.append((source, reading))
    if output.as_json:
        records = [placed_record(reading, source) for source, reading in readings]
        output.record(records[0] if len(records) == 1 else records)
    else:
        output.line("\n\n".join(_titled(source, reading, several=len(readings) > 1) for source, reading in readings))
    if html is not None:
        _write(Path(html), "\n".join(reading_html(reading, source) for source, reading in readings))
    found = any(vote.check.findings for _, reading in readings for vote in reading.votes)
    return 1 if strict and found else 0


def _source(file: str) -> Source:
    if file == "-":
        return from_bytes(sys.stdin.buffer.read(), "standard input")
    return load(file)


def _write(path: Path, content: str) -> None:
    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}; give another path") from None


def _titled(source: Source, reading: Reading, *, several: bool) -> str:
    text = reading_text(reading)
    return f"{source.file}\n{text}" if several else text


# --- words ------------------------------------------------------------------------------------------------------------


def reading_text(reading: Reading) -> str:
    """A reading as a terminal shows it.

    Examples:
        >>> print(reading_text(read_text("Nothing was decided.")))
        No vote found.
    """
    if not reading.votes:
        return "No vote found."
    return "\n".join(_vote_text(number, vote, reading) for number, vote in enumerate(reading.votes, 1))


def _vote_text(number: int, vote: ReadVote, reading: Reading) -> str:
    lines = [f"Vote {number}   {', '.join(_head(vote, reading))}"]
    rows = [
        ("stated", _stated(vote, reading)),
        ("forced", _forced(vote)),
        ("possible", _open(vote, "possible")),
        ("contradictory", _open(vote, "contradictory")),
        ("outcome", _outcome(vote)),
        ("standing", vote.standing),
    ]
    lines += [f"  {label:<13} {words}" for label, words in rows if words]
    lines += [f"  {'note':<13} {finding.text}" for finding in vote.check.findings]
    return "\n".join(lines)


def _head(vote: ReadVote, reading: Reading) -> list[str]:
    parts = [_BODIES.get(vote.body or "", vote.book.name if vote.book else vote.body or "body not named")]
    stated = vote.stated
    if stated.symbols:
        parts.append(stated.symbols[0])
    elif stated.resolution:
        parts.append(f"resolution {stated.resolution}")
    if stated.sponsors:
        parts.append(f"{stated.kind or 'draft'} of {listed([sponsor.code for sponsor in stated.sponsors])}")
    elif stated.kind:
        parts.append(stated.kind)
    return [*parts, _day(vote, reading), *(["an earlier vote"] if stated.past else [])]


def _day(vote: ReadVote, reading: Reading) -> str:
    if vote.date and vote.stated.day_place:
        start, end = vote.stated.day_place
        return f"{day_text(vote.date)} (“{reading.text[start:end]}”)"
    spans = [span for span in vote.days if span.last != date.max]
    if 0 < len(spans) <= 3:  # noqa: PLR2004 -- the figure says what it is
        return f"day not stated: {listed([_span_text(span) for span in spans], joint='or')}"
    return "day not stated"


def _span_text(span: Span) -> str:
    return day_text(span.first) if span.first == span.last else f"{day_text(span.first)} to {day_text(span.last)}"


def _stated(vote: ReadVote, reading: Reading) -> str:
    parts = [
        f"{number} {_CHOICES[figure.choice]} “{_one_line(reading.text[figure.start : figure.end])}”"
        for figure in vote.stated.figures
        for number in [figure.number]
    ]
    for choice, words in _CHOICES.items():
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
    for choice, words in _CHOICES.items():
        forced = [ballot for ballot in vote.ballots if ballot.standing == "forced" and ballot.choice == choice]
        if forced:
            members = " ".join(sorted(ballot.member for ballot in forced))
            parts.append(f"{members} {words}   (from {_because(forced)})")
    return "; ".join(parts)


def _because(forced: Iterable[ReadBallot]) -> str:
    words = list(dict.fromkeys(_one_line(word) for ballot in forced for word in ballot.because))
    return ", ".join(f"“{word}”" for word in words[:8]) + (" and more" if len(words) > 8 else "")  # noqa: PLR2004 -- the figure says what it is


def _open(vote: ReadVote, standing: str) -> str:
    found: dict[str, list[str]] = {}
    for ballot in vote.ballots:
        if ballot.standing == standing:
            found.setdefault(ballot.member, []).append(_CHOICES.get(ballot.choice, ballot.choice))
    return "; ".join(f"{member} {' or '.join(choices)}" for member, choices in sorted(found.items()))


def _outcome(vote: ReadVote) -> str:
    stated = f"stated: {vote.outcome}." if vote.outcome else "not stated."
    rule = f"  By the rule: {vote.check.by_rule}." if vote.check.by_rule else ""
    verdict = {True: "  They agree.", False: "  They contradict each other.", None: ""}[vote.check.agrees]
    return f"{stated}{rule}{verdict}"


# --- the marked text --------------------------------------------------------------------------------------------------

_STYLE = """
:root {
  color-scheme: light dark;
  --stated: #cfe3ff;
  --figure: #e6dcf7;
  --outcome: #ffe2b8;
  --contradictory: #ffc9c9;
  --possible: #eee;
  --ink: #1a1a1a;
  --paper: #fff;
  --quiet: #666 }
@media (prefers-color-scheme: dark) {
  :root {
  --stated: #1d3f6e;
  --figure: #43306b;
  --outcome: #5e430f;
  --contradictory: #6d1f1f;
  --possible: #333;
  --ink: #eee;
  --paper: #161616;
  --quiet: #aaa }
}
body {
  font: 1rem/1.6 system-ui, sans-serif;
  color: var(--ink);
  background: var(--paper);
  max-width: 72ch;
  margin: 2rem auto;
  padding: 0 1rem }
.report {
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  border: 1px solid var(--quiet);
  border-radius: .4rem;
  padding: 1rem }
mark {
  color: inherit;
  border-radius: .2rem;
  padding: 0 .1rem }
mark.stated {
  background: var(--stated) }
mark.figure {
  background: var(--figure) }
mark.outcome {
  background: var(--outcome) }
mark.contradictory {
  background: var(--contradictory);
  text-decoration: underline wavy }
mark.possible {
  background: var(--possible);
  text-decoration: underline dotted }
mark sup {
  color: var(--quiet);
  font-size: .65em }
table {
  border-collapse: collapse;
  width: 100% }
th, td {
  text-align: left;
  vertical-align: top;
  padding: .2rem .6rem .2rem 0;
  border-bottom: 1px solid var(--possible) }
.legend mark {
  margin-right: .8rem }
.note {
  color: var(--quiet) }
"""


def reading_html(reading: Reading, source: Source) -> str:
    """The text with its evidence marked by standing and the votes below it: one page that loads nothing else."""
    legend = "".join(
        f'<mark class="{kind}">{words}</mark>'
        for kind, words in (
            ("stated", "ballot stated"),
            ("figure", "figure"),
            ("outcome", "outcome"),
            ("possible", "several readings"),
            ("contradictory", "contradictory"),
        )
    )
    votes = (
        "".join(_vote_html(number, vote, reading) for number, vote in enumerate(reading.votes, 1))
        or "<p>No vote found.</p>"
    )
    return (
        f'<!doctype html><html lang="{reading.language}"><meta charset="utf-8"><meta '
        'name="viewport" content="width=device-width">'
        f"<title>{escape(source.file or 'report')}: votes read</title><style>{_STYLE}</style>"
        f'<h1>{escape(Path(source.file).name or "Report")}</h1><p class="legend">{legend}</p>'
        f'<div class="report">{_marked(reading)}</div>{votes}<p class="note">psephos {VERSION}</p></html>'
    )


def _marked(reading: Reading) -> str:
    """The text with its marks; where two overlap, the first stands."""
    out: list[str] = []
    here = 0
    for start, end, kind, title in _marks(reading):
        if start < here:
            continue
        out += [
            escape(reading.text[here:start]),
            f'<mark class="{kind}" title="{escape(title)}">',
            escape(reading.text[start:end]),
            "</mark>",
        ]
        here = end
    return "".join([*out, escape(reading.text[here:])])


def _marks(reading: Reading) -> list[tuple[int, int, str, str]]:
    marks: list[tuple[int, int, str, str]] = []
    for number, vote in enumerate(reading.votes, 1):
        for ballot in vote.ballots:
            marks += [
                (
                    start,
                    end,
                    ballot.standing,
                    f"vote {number}: {ballot.member} {_CHOICES.get(ballot.choice, ballot.choice)}",
                )
                for start, end in ballot.spans
            ]
        marks += [
            (one.start, one.end, "figure", f"vote {number}: {one.number} {_CHOICES[one.choice]}")
            for one in vote.stated.figures
        ]
        if vote.stated.outcome_place:
            marks.append((*vote.stated.outcome_place, "outcome", f"vote {number}: {vote.outcome}"))
    return sorted(set(marks))


def _vote_html(number: int, vote: ReadVote, reading: Reading) -> str:
    rows = [
        ("stated", _stated(vote, reading)),
        ("forced", _forced(vote)),
        ("possible", _open(vote, "possible")),
        ("contradictory", _open(vote, "contradictory")),
        ("outcome", _outcome(vote)),
        ("standing", vote.standing),
        *(("note", finding.text) for finding in vote.check.findings),
    ]
    body = "".join(f"<tr><th>{label}</th><td>{escape(words)}</td></tr>" for label, words in rows if words)
    return f"<h2>Vote {number}: {escape(', '.join(_head(vote, reading)))}</h2><table>{body}</table>"


# --- verify -----------------------------------------------------------------------------------------------------------


def run_verify(output: Output, files: Sequence[str], *, strict: bool = False) -> int:
    """Judge statements that another extractor made: the same standings, proofs and contradictions."""
    results: list[tuple[Handed, Deduction]] = []
    for file in files:
        content = sys.stdin.read() if file == "-" else _json_text(file)
        results += [(vote, verified(vote)) for vote in handed(content, file)]
    if output.as_json:
        records = [verification_record(vote, found) for vote, found in results]
        output.record(records[0] if len(records) == 1 else records)
    else:
        output.line("\n\n".join(verification_text(vote, found) for vote, found in results))
    return 1 if strict and any(not found.consistent for _, found in results) else 0


def _json_text(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
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
    days = listed([_span_text(span) for span in found.days[:3]], joint="or") or "no day left"
    lines = [f"{days}: {plural(len(found.statements), 'statement')}"]
    if found.conflict:
        lines.append(f"  these cannot all be true: {', '.join(found.conflict.statements)}")
    for standing in ("stated", "forced", "possible", "contradictory"):
        for choices in dict.fromkeys(one.choices for one in found.ballots if one.standing == standing):
            own = [one for one in found.ballots if one.standing == standing and one.choices == choices]
            why = list(dict.fromkeys(name for one in own for name in one.because))
            words = " or ".join(_CHOICES.get(choice, choice) for choice in choices)
            because = f"   (from {', '.join(why)})" if standing == "forced" else ""
            lines.append(f"  {standing:<13} {' '.join(sorted(one.member for one in own))} {words}{because}")
    if found.remaining is not None:
        lines.append(f"  roll calls left: {found.remaining:,}")
    return "\n".join(lines)

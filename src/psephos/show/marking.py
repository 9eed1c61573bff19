"""The text of a report with its evidence marked: one page that loads nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from psephos.calls.rollcall import RollCall
from psephos.read.atoms.inputs import Source
from psephos.read.report import Reading
from psephos.read.standings import ReadVote
from psephos.show.reading_text import CHOICES, head_of, rows_of
from psephos.version import VERSION

__all__ = ["reading_html"]

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


def reading_html(reading: Reading, source: Source, calls: Sequence[RollCall] | None = None) -> str:
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
        "".join(_vote_html(number, vote, reading, calls) for number, vote in enumerate(reading.votes, 1))
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
                    f"vote {number}: {ballot.member} {CHOICES.get(ballot.choice, ballot.choice)}",
                )
                for start, end in ballot.spans
            ]
        marks += [
            (one.start, one.end, "figure", f"vote {number}: {one.number} {CHOICES[one.choice]}")
            for one in vote.stated.figures
        ]
        if vote.stated.outcome_place:
            marks.append((*vote.stated.outcome_place, "outcome", f"vote {number}: {vote.outcome}"))
    return sorted(set(marks))


def _vote_html(number: int, vote: ReadVote, reading: Reading, calls: Sequence[RollCall] | None) -> str:
    rows = [(label, words) for label, words in rows_of(vote, reading, calls) if words]
    body = "".join(f"<tr><th>{label}</th><td>{escape(words)}</td></tr>" for label, words in rows)
    return f"<h2>Vote {number}: {escape(', '.join(head_of(vote, reading)))}</h2><table>{body}</table>"

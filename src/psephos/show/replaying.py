"""`psephos replay`: an archive of roll calls decided again, and the faults found in it, by probable cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from psephos.calls.archive import read_calls
from psephos.errors import UsageError
from psephos.replay.audit import Replay, replay
from psephos.replay.findings import KINDS, Finding, Kind, Severity
from psephos.show.output import Output, Style
from psephos.show.progress import tracked
from psephos.show.words import listed, plural
from psephos.version import VERSION

__all__ = ["Asked", "replay_record", "replay_text", "run_replay"]

_STYLES: dict[Severity, Style] = {"error": "bad", "warning": "warn", "note": "dim"}
_FEW = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of a replay: the table, whose votes, against what, and how much to show."""

    table: str
    against: str | None = None
    body: str | None = None
    sheet: str | None = None
    vote: str | None = None
    full: bool = False
    strict: bool = False


def run_replay(output: Output, asked: Asked) -> int:
    """Replay a table and print what was found; 1 with `strict` where there are errors or warnings."""
    archive = read_calls(asked.table, body=asked.body, sheet=asked.sheet)
    other = read_calls(asked.against, body=asked.body) if asked.against else None
    found = replay(archive, against=other, track=tracked(output, "deciding"))
    _check_vote(asked.vote, found)
    if output.as_json:
        output.record(replay_record(found))
    else:
        for text, style in replay_text(found, vote=asked.vote, full=asked.full):
            output.line(text, style)
    return 1 if asked.strict and any(finding.severity != "note" for finding in found.findings) else 0


def _check_vote(vote: str | None, found: Replay) -> None:
    """A vote that is not in the table would look like one without a fault."""
    names = [entry.name for entry in found.entries]
    told = {name for finding in found.findings for name in (finding.vote, *finding.votes)}
    if vote is not None and vote not in told.union(names):
        first = ", ".join(names[:_FEW])
        raise UsageError(f"there is no vote '{vote}' in {found.archive.file}; its votes are called {first} ...")


def replay_record(found: Replay) -> dict[str, Any]:
    """A replay as a JSON object."""
    books = [{"id": book.id, "sha256": book.sha256} for book in found.books.values()]
    single = {"rulebook": books[0], "body": books[0]["id"]} if len(books) == 1 else {"rulebooks": books}
    return {
        "psephos": VERSION,
        **single,
        "calls": len(found.entries),
        **{str(status): number for status, number in found.counts.items()},
        "findings": [_record(finding) for finding in found.findings],
    }


def _record(finding: Finding) -> dict[str, Any]:
    return {
        "vote": finding.vote,
        "kind": finding.kind,
        "severity": finding.severity,
        "cause": finding.cause,
        "evidence": finding.evidence,
        "remedy": finding.remedy,
        "sheet": finding.sheet or None,
        "row": finding.row or None,
        "votes": list(finding.votes) or ([finding.vote] if finding.vote else []),
    }


def replay_text(found: Replay, *, vote: str | None = None, full: bool = False) -> list[tuple[str, Style]]:
    """A replay as lines: the counts, the faults by probable cause, and single findings on request."""
    lines: list[tuple[str, Style]] = [(_counts(found), "bold")]
    shown = [finding for finding in found.findings if vote is None or vote in (finding.vote, *finding.votes)]
    if vote is not None:
        if not shown:
            lines.append((f"  {vote}: nothing found.", "dim"))
        return [*lines, *(line for finding in shown for line in _single(finding))]
    for severity in ("error", "warning", "note"):
        for kind in KINDS:
            lines += _kind(kind, [f for f in shown if f.kind == kind and f.severity == severity], severity, full=full)
    if shown and not full:
        lines.append(("All findings: --full. Of one vote: --vote ID. For programs: --json.", "dim"))
    return lines


def _counts(found: Replay) -> str:
    kinds = [f"{number:,} {status}" for status, number in found.counts.items() if number or status == "confirmed"]
    votes = {name for f in found.findings if f.severity != "note" for name in (f.votes or (f.vote,)) if name}
    total = plural(len(found.entries), "roll call")
    faults = (
        f"{plural(len(votes), 'roll call')} with faults of the data, by probable cause:"
        if votes
        else "no faults found."
    )
    return f"{total}: {', '.join(kinds)}; {faults}"


def _kind(kind: Kind, findings: Sequence[Finding], severity: Severity, *, full: bool) -> list[tuple[str, Style]]:
    """One kind of finding: how many, what it means, the first of them or all."""
    if not findings:
        return []
    votes = list(dict.fromkeys(name for finding in findings for name in (finding.votes or (finding.vote,)) if name))
    head = f"  {severity:<7}  {kind}: {plural(len(votes) or len(findings), 'roll call')}; {KINDS[kind].text}"
    lines: list[tuple[str, Style]] = [(head, _STYLES[severity])]
    if full:
        return [*lines, *(line for finding in findings for line in _single(finding, indent=11))]
    if votes:
        more = f" and {len(votes) - 8:,} more" if len(votes) > 8 else ""  # noqa: PLR2004 -- about a line
        lines.append((f"           {', '.join(votes[:8])}{more}", ""))
    causes = tuple(dict.fromkeys(finding.cause for finding in findings))
    word = "cause" if len(causes) <= _FEW else "for example"
    lines += [(f"           {word}: {cause}", "dim") for cause in causes[: _FEW if word == "cause" else 1]]
    return lines


def _single(finding: Finding, indent: int = 2) -> list[tuple[str, Style]]:
    space = " " * indent
    place = f" (row {finding.row})" if finding.row else ""
    votes = finding.vote or listed(finding.votes)
    return [
        (f"{space}{votes or 'table'}{place}: {finding.kind}. {finding.cause}", _STYLES[finding.severity]),
        (f"{space}  shown by: {finding.evidence}", ""),
        (f"{space}  remedy: {finding.remedy}", ""),
    ]

"""`psephos pivotal`: over an archive of votes, who could have turned the outcome, and how often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from psephos.calls.archive import read_calls
from psephos.explore.pivotal import MemberRecord, Pivotality, pivotality
from psephos.show.exploring import changes_of
from psephos.show.output import Output
from psephos.show.progress import tracked
from psephos.show.words import columns, listed, plural
from psephos.version import VERSION

__all__ = ["pivotality_record", "pivotality_text", "run_pivotal"]

_SHOWN = 30
_REASONS = {
    "without a vote": "adopted without a vote",
    "tally only": "without ballots by name",
    "open ballots": "with open ballots",
    "DayNotCovered": "on days that the rulebook does not cover",
    "NotSeated": "with ballots of members not seated that day",
}


def run_pivotal(
    output: Output,
    table: str,
    *,
    body: str | None = None,
    sheet: str | None = None,
    change: Sequence[str] = (),
    full: bool = False,
) -> int:
    """Who could have turned how many of these votes?"""
    archive = read_calls(table, body=body, sheet=sheet)
    found = pivotality(tracked(output, "turning votes")(archive.calls), changes=changes_of(change))
    if output.as_json:
        output.record(pivotality_record(found, len(archive.faults)))
        return 0
    for number, line in enumerate(pivotality_text(found, full=full).splitlines()):
        output.line(line, "" if number else "bold")
    if archive.faults:
        output.line(f"{plural(len(archive.faults), 'row or cell')} could not be read; see: psephos replay {table}")
    return 0


def pivotality_text(found: Pivotality, *, full: bool = False) -> str:
    """Who could have turned how many votes, in words."""
    lines = [_first_line(found), *_left_out(found.left_out)]
    if not found.votes:
        return "\n".join(lines)
    lines += [f"  {line}" for line in columns(_size_rows(found.sizes))]
    shown = found.members if full else found.members[:_SHOWN]
    bodies = len({one.body for one in found.members}) > 1
    head = ("member", "votes", "alone", "in every set", "in some set")
    rows = [head, *(_row(one, bodies=bodies) for one in shown)]
    more = [f"... and {len(found.members) - len(shown)} more (see --full)"] if len(shown) < len(found.members) else []
    return "\n".join([*lines, "", *columns(rows, gap=2), *more])


def _first_line(found: Pivotality) -> str:
    return f"{plural(found.votes, 'vote')} with the ballots of every member: whose ballots could have turned them?"


def _left_out(left: Mapping[str, int]) -> list[str]:
    if not left:
        return []
    parts = [f"{number:,} {_REASONS.get(reason, reason)}" for reason, number in sorted(left.items())]
    return [f"Left out: {listed(parts)}."]


def _size_rows(sizes: Mapping[int | None, int]) -> list[tuple[str, str]]:
    """By the fewest ballots that turn a vote, how many votes there were."""

    def words(size: int | None) -> str:
        return "turned by no ballots" if size is None else f"turned by {plural(size, 'ballot')} at the fewest"

    return [(words(size), plural(number, "vote")) for size, number in sizes.items()]


def _row(one: MemberRecord, *, bodies: bool) -> tuple[str, ...]:
    name = f"{one.name} ({one.body})" if bodies else one.name
    return (name, *(f"{number:,}" for number in (one.votes, one.alone, one.in_every, one.in_smallest)))


def pivotality_record(found: Pivotality, faults: int) -> dict[str, Any]:
    """The same as a JSON object."""
    return {
        "psephos": VERSION,
        "votes": found.votes,
        "left_out": dict(found.left_out),
        "faults": faults,
        "sizes": [{"size": size, "votes": number} for size, number in found.sizes.items()],
        "members": [
            {
                "body": one.body,
                "member": one.member,
                "name": one.name,
                "votes": one.votes,
                "alone": one.alone,
                "in_every_set": one.in_every,
                "in_some_set": one.in_smallest,
            }
            for one in found.members
        ],
    }

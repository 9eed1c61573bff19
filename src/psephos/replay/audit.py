"""The faults of an archive, each with its probable cause: all auditors in turn, without saying a thing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook
from psephos.calls.formats.shape import Archive, Books
from psephos.calls.rollcall import RollCall
from psephos.errors import Fault
from psephos.replay.blocks import traces
from psephos.replay.chamber import Chamber
from psephos.replay.findings import KINDS, Finding, Kind, Severity
from psephos.replay.heads import missing_numbers, symbols, without_a_vote, years
from psephos.replay.misplaced import misplaced
from psephos.replay.reconcile import reconcile
from psephos.replay.record import attendance, outcomes, wording
from psephos.replay.sequence import holes, left_out, misdated, out_of_order, swapped, witnesses
from psephos.replay.shifts import shifted
from psephos.replay.timeline import Entry, Status, replay_calls
from psephos.replay.twins import repeated, same_ballots

__all__ = ["Replay", "audit", "replay"]

Track = Callable[[Sequence[RollCall]], Iterable[RollCall]]

_CELL_KINDS: Mapping[str, Kind] = {
    "member-twice": "member-twice",
    "member-unknown": "member-unknown",
    "name-misspelt": "name-misspelt",
    "id-twice": "id-twice",
    "rows-disagree": "rows-disagree",
    "year-disagrees": "year-disagrees",
}
_RANK = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Replay:
    """An archive decided again: each entry with its status, and the findings, the gravest of each vote first."""

    archive: Archive
    books: Mapping[str, Rulebook] = field(hash=False, repr=False)
    entries: tuple[Entry, ...] = field(repr=False)
    findings: tuple[Finding, ...] = field(repr=False)

    @property
    def counts(self) -> Mapping[Status, int]:
        """How many calls are confirmed, consistent, conditional, contradicted, unusable? The five sum to all."""
        kinds: tuple[Status, ...] = ("confirmed", "consistent", "conditional", "contradicted", "unusable")
        return {kind: sum(entry.status == kind for entry in self.entries) for kind in kinds}


def replay(
    archive: Archive, *, against: Archive | None = None, books: Books | None = None, track: Track | None = None
) -> Replay:
    """Does the record of this archive agree with the rule, with itself, and with another source?

    Args:
        archive: the table as read.
        against: another table of the same votes, to be reconciled with it.
        books: where rulebooks are found; the shipped ones and files by default.
        track: a way through the calls that shows how far it has come.

    Returns:
        Every call decided again, and every fault found.

    Cost: about half a second for a thousand roll calls.

    Examples:
        >>> from dataclasses import replace
        >>> from psephos.calls.rollcall import roll_call
        >>> call = roll_call("unsc", "2023-10-25", yes=["CHN", "RUS", "ARE", "GAB"], others="abstain")
        >>> recorded = replace(call, symbol="S/2023/795", recorded_outcome="adopted")
        >>> found = replay(Archive("by hand", "ballots", (recorded,)))
        >>> found.counts["contradicted"], [finding.kind for finding in found.findings]
        (1, ['outcome-contradicts-ballots'])
    """
    find = books or cache(rulebook)
    held = {body: find(body) for body in archive.bodies}
    entries: list[Entry] = []
    findings: list[Finding] = []
    for body, book in held.items():
        chamber = Chamber(book)
        calls = [call for call in archive.calls if call.body == body]
        own = replay_calls(track(calls) if track else calls, chamber)
        findings.extend(audit(own, chamber))
        entries.extend(own)
    findings.extend(_cells(archive.faults, entries))
    if against is not None:
        findings.extend(reconcile(archive.calls, against.calls, against.file))
    return Replay(archive, held, tuple(entries), _ordered(findings, entries))


def audit(entries: Sequence[Entry], chamber: Chamber) -> tuple[Finding, ...]:
    """Which faults do the roll calls of one body show?"""
    twins = same_ballots(entries)
    found = traces(entries, chamber.terms()) if any(entry.call.ballots for entry in entries) else {}
    seen = witnesses(entries)
    undated = frozenset(entry.name for entry in entries if misdated(entry, seen[entry.place], chamber))
    found = {place: trace for place, trace in found.items() if entries[place].name not in undated}
    orders = tuple(out_of_order(entries, seen))
    wrong_number = frozenset(entry.place for entry in entries if _has(orders, entry, "resolution-out-of-order"))
    names = {seat.id: seat.name for term in chamber.terms() for seat in term.roster.seats}
    off = tuple(shifted(entries))
    moved = frozenset(finding.vote for finding in off)
    foreign = tuple(finding for finding in misplaced(entries, found, twins) if finding.vote not in moved)
    known = moved | undated | frozenset(finding.vote for finding in foreign)
    return tuple(
        chain(
            foreign,
            off,
            _single(entries, known, twins),
            attendance(entries, names, known),
            repeated(entries, wrong_number, left_out(entries)),
            swapped(entries, seen),
            orders,
            years(entries),
            without_a_vote(entries),
            missing_numbers(entries),
        )
    )


def _has(findings: Sequence[Finding], entry: Entry, kind: Kind) -> bool:
    return any(finding.kind == kind and finding.vote == entry.name for finding in findings)


def _single(entries: Sequence[Entry], known: frozenset[str], twins: Mapping[int, tuple[int, ...]]) -> Iterator[Finding]:
    """What each roll call shows by itself; ballots known to be another's are not held against the record again."""
    missing = left_out(entries)
    yield from symbols(entries)
    for entry in entries:
        if entry.name in known:
            continue
        twin = next((entries[place] for place in twins.get(entry.place, ())), None)
        lost = entry.status == "contradicted" and not entry.call.resolution
        hole = holes(entries, entry.place, missing) if lost else ""
        yield from outcomes(entry, twin, hole)
        if entry.status != "contradicted" or entry.claim.without_a_vote:
            yield from wording(entry)


def _cells(faults: Sequence[Fault], entries: Sequence[Entry]) -> Iterator[Finding]:
    """The faults of single cells, each at the vote of its row."""
    owner = {row: entry.name for entry in entries for row in entry.call.rows}
    for fault in faults:
        kind = _CELL_KINDS.get(fault.kind, "cell")
        severity: Severity = "warning" if kind == "year-disagrees" else KINDS[kind].severity
        vote = "" if kind == "name-misspelt" else owner.get(fault.line, "")
        cause = "as found in the table"
        yield Finding(vote, kind, severity, cause, fault.problem, fault.remedy, fault.sheet, fault.line)


def _ordered(findings: list[Finding], entries: Sequence[Entry]) -> tuple[Finding, ...]:
    """In the order of the table, the gravest of a vote first; findings on the table as a whole at the end."""
    place = {entry.name: number for number, entry in reversed(list(enumerate(entries)))}
    return tuple(sorted(findings, key=lambda f: (place.get(f.vote, len(entries)), _RANK[f.severity], f.row)))

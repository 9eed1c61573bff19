"""Ballots a few rows off: whole stretches shifted by k places, or two neighbours exchanged.

Within one year the voters are the same, so only records and ballots can tell: ballots with dissent beside "unanimously", all in
favour beside "by majority". If the ballots of such a stretch fit the records k places away, and not their own, they stand k
places off. Texts adopted by all alike cannot show it, and lose nothing by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from psephos.replay.blocks import runs
from psephos.replay.findings import Finding
from psephos.replay.record import finding
from psephos.replay.timeline import Entry

__all__ = ["Shift", "fits", "shifted", "shifts"]

_REACH = 40
_GAP = 30
_ENOUGH = 3
_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Shift:
    """The ballots of a stretch of rows belong `by` places further on.

    `divided` roll calls of the stretch have dissent: `own` of them fit the record they stand beside, `away` of them the other one.
    """

    first: int
    last: int
    by: int
    divided: tuple[int, ...]
    own: int
    away: int


def fits(ballots: Entry, record: Entry) -> bool:
    """Could the ballots of the one roll call stand beside the record of the other?"""
    verdict, claim = ballots.verdict, record.claim
    if verdict is None or not claim.outcome or verdict.outcome != claim.outcome:
        return False
    dissent = ballots.dissent > 0
    if claim.without_a_vote or claim.unanimous:
        return not dissent
    if claim.vetoed or claim.short:
        return (verdict.label == "vetoed") == claim.vetoed
    return dissent or bool(ballots.lacking) or claim.unanimous is None


def shifts(entries: Sequence[Entry]) -> tuple[Shift, ...]:
    """Which stretches of the table hold ballots that fit records a fixed number of places away?

    At least three roll calls with dissent must fit there, nine in ten of all with dissent, and at most half at home.

    Cost: the doubtful stretches times eighty places.
    """
    doubtful = [e.place for e in entries if _comparable(e) and not fits(e, e)]
    found = (_best(run, entries) for run in runs(doubtful, _GAP) if len(run) > 1)
    return tuple(shift for shift in found if shift is not None)


def _comparable(entry: Entry) -> bool:
    return entry.verdict is not None and bool(entry.call.ballots) and entry.call.tally is None and bool(entry.claim.outcome)


def _best(run: Sequence[int], entries: Sequence[Entry]) -> Shift | None:
    candidates = (_under(run, by, entries) for by in sorted(range(-_REACH, _REACH + 1), key=abs) if by)
    good = [shift for shift in candidates if shift is not None]
    return max(good, key=lambda shift: (shift.away, -abs(shift.by)), default=None)


def _under(run: Sequence[int], by: int, entries: Sequence[Entry]) -> Shift | None:
    if run[0] + by < 0 or run[-1] + by >= len(entries):
        return None
    stretch = [entries[place] for place in range(run[0], run[-1] + 1) if _comparable(entries[place])]
    divided = [entry for entry in stretch if entry.dissent]
    away = sum(fits(entry, entries[entry.place + by]) for entry in divided)
    own = sum(fits(entry, entry) for entry in divided)
    if away < _ENOUGH or away < _SHARE * len(divided) or 2 * own > len(divided):
        return None
    return Shift(run[0], run[-1], by, tuple(entry.place for entry in divided), own, away)


def shifted(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Findings on ballots that stand a few places off, and on two neighbours whose ballots are exchanged."""
    found = shifts(entries)
    for shift in found:
        doubtful = [p for p in range(shift.first, shift.last + 1) if _comparable(entries[p]) and not fits(entries[p], entries[p])]
        for place in sorted({*shift.divided, *doubtful}):
            yield _off(entries[place], shift, entries)
    covered = {place for shift in found for place in range(shift.first, shift.last + 1)}
    for first, second in exchanges(entries):
        if first.place not in covered:
            yield _swapped(first, second)
            yield _swapped(second, first)


def exchanges(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Which neighbours' ballots each fit the other's record and not their own?"""
    doubtful = [entry for entry in entries if _comparable(entry) and not fits(entry, entry)]
    used: set[int] = set()
    for first, second in zip(doubtful, doubtful[1:], strict=False):
        near = second.place - first.place == 1 and not used & {first.place, second.place}
        if near and fits(first, second) and fits(second, first):
            used |= {first.place, second.place}
            yield first, second


def _off(entry: Entry, shift: Shift, entries: Sequence[Entry]) -> Finding:
    home = entry.place + shift.by
    where = f"{abs(shift.by)} places {'further on' if shift.by > 0 else 'back'}"
    rows = f"votes {entries[shift.first].name} to {entries[shift.last].name}"
    total = len(shift.divided)
    evidence = (
        f"{rows}: of {total} roll calls with dissent, {shift.away} fit the record {where}, {shift.own} the record beside them; "
        f"these ballots are {entry.tally_text}, the record says '{entry.call.recorded_label}'"
    )
    owner = f"those of vote {entries[home].name}" if 0 <= home < len(entries) else "those of another vote"
    cause = f"the ballots of a whole stretch stand {where.replace('further on', 'too early').replace('back', 'too late')}: these are {owner}"
    remedy = f"move the ballots of {rows} to the records {where}"
    return finding(entry, "ballots-of-another-roll-call", "error", cause, evidence, remedy)


def _swapped(entry: Entry, other: Entry) -> Finding:
    evidence = (
        f"the ballots are {entry.tally_text} beside '{entry.call.recorded_label}', and {other.tally_text} beside "
        f"'{other.call.recorded_label}' in vote {other.name}; each fits the other"
    )
    cause = f"the ballots of two neighbouring votes are exchanged: these are those of vote {other.name}"
    return finding(entry, "ballots-of-another-roll-call", "error", cause, evidence, "exchange the ballots of the two votes")

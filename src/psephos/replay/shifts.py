"""Ballots a few rows off: whole stretches shifted by k places, or two neighbours exchanged.

Within one year the voters are the same, so only records and ballots can tell: ballots with dissent beside
"unanimously", all in favour beside "by majority". If the ballots of such a stretch fit the records k places away, and
not their own, they stand k places off. Texts adopted by all alike cannot show it, and lose nothing by it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from psephos.replay.blocks import runs
from psephos.replay.findings import Finding, about
from psephos.replay.timeline import Entry

__all__ = ["Shift", "fits", "shifted", "shifts"]

_REACH = 40
_GAP = 30
_ENOUGH = 3
_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Shift:
    """The ballots of a stretch of rows belong `by` places further on.

    `divided` roll calls of the stretch have dissent: `own` of them fit the record they stand beside, `away` of them
    the other one.
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
    doubtful = [entry.place for entry in entries if _doubtful(entry)]
    found = (_best(run, entries) for run in runs(doubtful, _GAP) if len(run) > 1)
    return tuple(shift for shift in found if shift is not None)


def _comparable(entry: Entry) -> bool:
    named = bool(entry.call.ballots) and entry.call.tally is None
    return named and entry.verdict is not None and bool(entry.claim.outcome)


def _doubtful(entry: Entry) -> bool:
    return _comparable(entry) and not fits(entry, entry)


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
        stretch = [entries[place] for place in range(shift.first, shift.last + 1)]
        yield from (
            _off(entry, shift, entries) for entry in stretch if entry.place in shift.divided or _doubtful(entry)
        )
    covered = {place for shift in found for place in range(shift.first, shift.last + 1)}
    for first, second in exchanges(entries):
        if first.place not in covered:
            yield _swapped(first, second)
            yield _swapped(second, first)


def exchanges(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Which neighbours' ballots each fit the other's record and not their own?"""
    doubtful = [entry for entry in entries if _doubtful(entry)]
    used: set[int] = set()
    for first, second in itertools.pairwise(doubtful):
        near = second.place - first.place == 1 and not used & {first.place, second.place}
        if near and fits(first, second) and fits(second, first):
            used |= {first.place, second.place}
            yield first, second


def _off(entry: Entry, shift: Shift, entries: Sequence[Entry]) -> Finding:
    count = abs(shift.by)
    where, early = (f"{count} places further on", "early") if shift.by > 0 else (f"{count} places back", "late")
    rows = f"votes {entries[shift.first].name} to {entries[shift.last].name}"
    evidence = (
        f"{rows}: of {len(shift.divided)} roll calls with dissent, {shift.away} fit the record {where}, {shift.own} "
        f"the record beside them; these ballots are {entry.tally_text}, the record says '{entry.call.recorded_label}'"
    )
    home = entries[entry.place + shift.by]
    cause = f"the ballots of a whole stretch stand {count} places too {early}: these are those of vote {home.name}"
    remedy = f"move the ballots of {rows} to the records {where}"
    return about(entry, "ballots-of-another-roll-call", cause, evidence, remedy)


def _swapped(entry: Entry, other: Entry) -> Finding:
    evidence = (
        f"the ballots are {entry.tally_text} beside '{entry.call.recorded_label}', and {other.tally_text} beside "
        f"'{other.call.recorded_label}' in vote {other.name}; each fits the other"
    )
    cause = f"the ballots of two neighbouring votes are exchanged: these are those of vote {other.name}"
    return about(entry, "ballots-of-another-roll-call", cause, evidence, "exchange the ballots of the two votes")

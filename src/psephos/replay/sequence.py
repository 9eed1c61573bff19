"""Findings on dates and running numbers: which of date, meeting number and resolution number stands out of order?

Each of the two numbers is a witness to the date. If both put the date elsewhere, the date is wrong; if one does and
the other does not, that number is.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from psephos.calls.formats.words import meeting_of, resolution_of
from psephos.calls.rollcall import RollCall
from psephos.replay.chamber import Chamber
from psephos.replay.findings import Finding, Severity, about
from psephos.replay.order import Mark, Placing, exchanged, place_dates
from psephos.replay.timeline import Entry

__all__ = ["Witnesses", "holes", "left_out", "misdated", "out_of_order", "swapped", "witnesses"]

_STRETCH = 50
_SMALL = 3
"""A date off by so many days may be the neighbour's fault as well."""


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What the meeting number and the resolution number say of one roll call's date (None: no such number)."""

    meeting: Placing | None
    resolution: Placing | None

    @property
    def verdicts(self) -> frozenset[str]:
        """What they say, together."""
        return frozenset(placing.verdict for placing in (self.meeting, self.resolution) if placing)

    @property
    def swapped(self) -> bool:
        """Do they agree that day and month are exchanged?"""
        return "exchanged" in self.verdicts and not self.verdicts & {"fits", "outside"}

    @property
    def outside(self) -> bool:
        """Does the date fit neither number?"""
        return self.verdicts == {"outside"}


def witnesses(entries: Sequence[Entry]) -> Mapping[int, Witnesses]:
    """Hold every date against the meeting numbers and, independently, against the resolution numbers."""
    by_meeting = place_dates(_marks(entries, lambda call: meeting_of(call.meeting)))
    by_resolution = place_dates(_marks(entries, _resolution_number))
    return {e.place: Witnesses(by_meeting.get(e.place), by_resolution.get(e.place)) for e in entries}


def _marks(entries: Sequence[Entry], number: Callable[[RollCall], int | None]) -> list[Mark]:
    numbered = ((entry, number(entry.call)) for entry in entries)
    return [Mark(entry.place, found, entry.call.day) for entry, found in numbered if found is not None]


def _resolution_number(call: RollCall) -> int | None:
    found = resolution_of(call.resolution)
    return found.number if found else None


def swapped(entries: Sequence[Entry], seen: Mapping[int, Witnesses]) -> Iterator[Finding]:
    """Which dates have day and month exchanged?"""
    for entry in entries:
        told = seen[entry.place]
        other = exchanged(entry.call.day)
        if not told.swapped or other is None:
            continue
        evidence = "; ".join(_between(name, placing) for name, placing in _named(told, entry.call))
        cause = f"the date was read with day and month exchanged: {other.isoformat()}, not {entry.call.day.isoformat()}"
        yield about(entry, "day-month-swapped", cause, evidence, f"read it as {other.isoformat()}")


def out_of_order(entries: Sequence[Entry], seen: Mapping[int, Witnesses]) -> Iterator[Finding]:
    """Which dates, meeting numbers and resolution numbers do not lie where the others place them?"""
    missing = _open_slots(entries, seen)
    counts = Counter(_resolution_number(entry.call) for entry in entries)
    for entry in entries:
        told = seen[entry.place]
        if told.swapped or "outside" not in told.verdicts | _disagreement(told):
            continue
        twice = counts[_resolution_number(entry.call)] > 1
        if told.resolution and told.outside and twice and not told.meeting:
            yield _wrong_resolution(
                entry, told.resolution, missing, "another roll call has the same number, and fits it"
            )
        elif told.outside:
            yield _wrong_date(entry, told)
        elif told.meeting and told.meeting.verdict in ("outside", "exchanged") and told.resolution:
            evidence = f"resolution and date agree; {_between('meeting', told.meeting, entry.call.meeting)}"
            cause = "the meeting number is mistyped"
            yield about(entry, "meeting-out-of-order", cause, evidence, "look up the meeting")
        elif told.resolution:
            yield _wrong_resolution(entry, told.resolution, missing, "meeting and date agree")


def misdated(entry: Entry, told: Witnesses, chamber: Chamber) -> bool:
    """Do the numbers put this roll call on days when all its voters sat, while on the written day they did not?"""
    if not (entry.strangers and told.outside):
        return False
    placings = [placing for placing in (told.meeting, told.resolution) if placing]
    marks = [mark for placing in placings for mark in (placing.after, placing.before) if mark]
    terms = [chamber.term(mark.day) for mark in marks]
    return any(all(term.holds(member) for member in entry.call.ballots) for term in terms)


def _disagreement(told: Witnesses) -> frozenset[str]:
    """One number says exchanged, the other fits the date as written: the first number is out of place."""
    return frozenset({"outside"}) if told.verdicts == {"exchanged", "fits"} else frozenset()


def _wrong_date(entry: Entry, told: Witnesses) -> Finding:
    placings = [placing for placing in (told.meeting, told.resolution) if placing]
    evidence = "; ".join(_between(name, placing) for name, placing in _named(told, entry.call))
    off = max(_off(entry.call.day, placing) for placing in placings)
    severity: Severity = "note" if off <= _SMALL else "error" if entry.strangers else "warning"
    fitting = [day for day in _other_readings(entry, placings) if all(placing.admits(day) for placing in placings)]
    cause = "the date is mistyped" if off > _SMALL else "this date or a neighbour's is mistyped"
    if len(placings) == 1:
        cause = f"the date or the {'meeting' if told.meeting else 'resolution'} number is mistyped"
    remedy = f"{fitting[0].isoformat()} would lie between" if fitting else "look up the day of the meeting"
    return about(entry, "date-out-of-order", cause, evidence, remedy).graded(severity)


def _other_readings(entry: Entry, placings: Sequence[Placing]) -> Iterator[date]:
    """The same day of the year in the neighbours' years, day and month exchanged or not."""
    years = {mark.day.year for placing in placings for mark in (placing.after, placing.before) if mark}
    for day in filter(None, (entry.call.day, exchanged(entry.call.day))):
        for year in sorted(years):
            if (day.month, day.day) != (2, 29):
                yield day.replace(year=year)


def _wrong_resolution(entry: Entry, placing: Placing, missing: Mapping[int, tuple[date, date]], why: str) -> Finding:
    number = _resolution_number(entry.call) or 0
    evidence = f"{why}; {_between('resolution', placing, str(number))}"
    here = [hole for hole, (first, last) in missing.items() if first <= entry.call.day <= last]
    best = next((hole for hole in here if _alike(hole, number)), here[0] if here else None)
    remedy = f"{best} is missing from the table, and belongs there" if best else "look up the number"
    return about(entry, "resolution-out-of-order", "the resolution number is mistyped", evidence, remedy)


def _open_slots(entries: Sequence[Entry], seen: Mapping[int, Witnesses]) -> Mapping[int, tuple[date, date]]:
    """The resolution numbers left out, each with the days of its neighbours."""
    sure = [entry for entry in entries if "fits" in seen[entry.place].verdicts]
    days = {number: entry.call.day for entry in sure if (number := _resolution_number(entry.call))}
    slots = {}
    for hole in sorted(left_out(entries)):
        below = max((number for number in days if number < hole), default=None)
        above = min((number for number in days if number > hole), default=None)
        if below is not None and above is not None:
            slots[hole] = (days[below], days[above])
    return slots


def _alike(one: int, other: int) -> bool:
    """Do two numbers differ by one digit left out, added, changed, or by two neighbours exchanged?"""
    a, b = sorted((str(one), str(other)), key=len)
    if len(a) == len(b):
        differing = [place for place, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        neighbours = len(differing) == 2 and sorted(a) == sorted(b) and differing[1] == differing[0] + 1  # noqa: PLR2004
        return len(differing) == 1 or neighbours
    return len(b) == len(a) + 1 and any(b[:place] + b[place + 1 :] == a for place in range(len(b)))


def _off(day: date, placing: Placing) -> int:
    early = (placing.after.day - day).days if placing.after else 0
    late = (day - placing.before.day).days if placing.before else 0
    return max(early, late, 0)


def _named(told: Witnesses, call: RollCall) -> Iterator[tuple[str, Placing]]:
    if told.meeting:
        yield f"meeting {meeting_of(call.meeting)}", told.meeting
    if told.resolution:
        yield f"resolution {_resolution_number(call)}", told.resolution


def _between(name: str, placing: Placing, number: str = "") -> str:
    after = f"after {placing.after.number} ({placing.after.day.isoformat()})" if placing.after else ""
    before = f"before {placing.before.number} ({placing.before.day.isoformat()})" if placing.before else ""
    place = " and ".join(part for part in (after, before) if part)
    return f"{name} {number}".strip() + (f" comes {place}" if place else "")


def left_out(entries: Sequence[Entry]) -> frozenset[int]:
    """The resolution numbers missing between the first and the last of the table (small gaps only).

    A gap of more than fifty is taken as another stretch of time, not as missing rows.
    """
    numbers = sorted({number for entry in entries if (number := _resolution_number(entry.call))})
    pairs = itertools.pairwise(numbers)
    return frozenset(hole for low, high in pairs if high - low <= _STRETCH for hole in range(low + 1, high))


def holes(entries: Sequence[Entry], place: int, missing: frozenset[int]) -> str:
    """Which resolution numbers are missing just where this roll call without a number stands?

    "966 to 971" if they lie between the nearest numbers above and below in the table; "" if none do.
    """
    above = next((n for e in reversed(entries[:place]) if (n := _resolution_number(e.call))), None)
    below = next((n for e in entries[place + 1 :] if (n := _resolution_number(e.call))), None)
    if above is None or below is None:
        return ""
    between = sorted(hole for hole in missing if min(above, below) < hole < max(above, below))
    return "" if not between else str(between[0]) if len(between) == 1 else f"{between[0]} to {between[-1]}"

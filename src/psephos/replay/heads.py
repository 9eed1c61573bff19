"""Findings on the head of a roll call: years that disagree, symbols left out, texts adopted without a vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from psephos.calls.formats.words import resolution_of
from psephos.replay.findings import Finding, about, overall
from psephos.replay.sequence import left_out
from psephos.replay.timeline import Entry

__all__ = ["missing_numbers", "symbols", "without_a_vote", "years"]

_DRAFT_YEAR = re.compile(r"[as]\s*/\s*(\d{4})\s*[/-]\s*\d", re.IGNORECASE)
_SHOWN = 12


def years(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Which years printed with resolutions or in the symbols of drafts are not those of the date?

    A resolution whose number is in order is known by its number; the year is a slip, told once for all.
    """
    slips = [(entry, slip) for entry in entries for slip in _year_slips(entry)]
    if slips:
        cause = "the year printed in the symbol is mistyped; the number is clear"
        evidence = f"{len(slips)} symbols: {_listed([f'vote {entry.name}: {slip}' for entry, slip in slips])}"
        votes = tuple(dict.fromkeys(entry.name for entry, _ in slips))
        yield overall("year-disagrees", cause, evidence, "mend the years", votes)


def _year_slips(entry: Entry) -> Iterator[str]:
    day = entry.call.day
    printed = resolution_of(entry.call.resolution)
    if printed and printed.year and printed.year != day.year:
        yield f"{entry.call.resolution} of {day.isoformat()}"
    found = _DRAFT_YEAR.match(entry.call.symbol)
    if found and int(found[1]) != day.year and not _carried_over(entry, int(found[1])):
        yield f"{entry.call.symbol} of {day.isoformat()}"


def _carried_over(entry: Entry, year: int) -> bool:
    """A draft of December may be voted in January (whichever way round the date was written)."""
    day = entry.call.day
    return year == day.year - 1 and 1 in (day.month, day.day)


def symbols(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Which texts does nothing identify, in a table that identifies most?"""
    bare = [entry for entry in entries if not (entry.call.resolution or entry.call.symbol)]
    if 2 * len(bare) > len(entries):
        return
    for entry in bare:
        if not entry.claim.without_a_vote:
            evidence = f"only the day and {entry.call.meeting}" if entry.call.meeting else "only the day"
            remedy = "add the draft's symbol from the record of the meeting"
            yield about(entry, "nothing-to-identify-it", "the symbol was left out", evidence, remedy)


def without_a_vote(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Which texts were adopted without a vote, though rows say "Yes"? They are not read as unanimous."""
    found = [entry for entry in entries if entry.claim.without_a_vote and entry.count("yes") and not entry.dissent]
    if found:
        cause = "the table writes a row of 'Yes' for every member where no vote was taken"
        evidence = f"{len(found)} roll calls: {_listed([entry.name for entry in found])}"
        votes = tuple(entry.name for entry in found)
        yield overall("without-a-vote", cause, evidence, "read as adopted without a vote", votes)


def missing_numbers(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Which resolution numbers does the table leave out?"""
    if missing := sorted(left_out(entries)):
        evidence = f"{len(missing)} resolution numbers: {_listed([str(number) for number in missing])}"
        yield overall("numbers-missing", "roll calls are missing, or numbers mistyped", evidence, "compare a list")


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")

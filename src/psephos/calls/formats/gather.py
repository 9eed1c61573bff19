"""From rows to roll calls: the rows of one vote brought together, its head read once, each ballot at its member.

What cannot be read is a fault of its row; the rest of the vote, and all other votes, are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from psephos.body.book import Rulebook
from psephos.body.names import fold
from psephos.calls.formats.forced import forced_names
from psephos.calls.formats.heads import Head, heads
from psephos.calls.formats.shape import Archive, Books, Reading
from psephos.calls.formats.words import DateOrder, choice_of, claim_of, date_of, date_order, resolution_of
from psephos.calls.rollcall import Method, RollCall, Tally
from psephos.errors import ArchiveError, Fault, PsephosError

__all__ = ["gather"]

Resolve = Callable[[str, date], tuple[str, ...]]
"""Finds the member codes that a printed name can mean on a day."""

_SYMBOLS = {"S/": "unsc", "A/": "unga"}


@dataclass(slots=True)
class _Desk:
    """What stays the same while a table is read: the order of its dates, the names known, the faults so far."""

    reading: Reading
    order: DateOrder
    body: str
    faults: list[Fault] = field(default_factory=list)
    unknown: dict[str, list[int]] = field(default_factory=dict)
    sat: dict[date, frozenset[str]] = field(default_factory=dict)

    def seated(self, day: date) -> frozenset[str]:
        """Who sat that day; nobody on a day that the rulebook does not cover."""
        if day not in self.sat:
            try:
                self.sat[day] = frozenset(self.reading.books(self.body).on(day).ids)
            except PsephosError:
                self.sat[day] = frozenset()
        return self.sat[day]

    def fault(self, line: int, problem: str, remedy: str, kind: str) -> None:
        self.faults.append(self.reading.table.fault(line, problem, remedy, kind))


def gather(reading: Reading, format_id: str, columns: Mapping[str, str], tally: Mapping[str, str]) -> Archive:
    """Read every vote of the table.

    Args:
        reading: the table, the body, and where rulebooks are found.
        format_id: the format it was recognised as.
        columns: field to column; with a `member` and a `ballot` column a row is a ballot, without them a vote.
        tally: choice to column of a stated tally.

    Raises:
        ArchiveError: no vote at all can be read; the error lists why.

    Cost: one pass of polars over the rows, then a Python step for each vote and ballot.
    """
    table = reading.table
    desk = _Desk(reading, date_order(table.frame[columns["day"]].drop_nulls().unique()), _body(reading, columns))
    resolve = _resolver(reading.books, desk.body)
    found = (_call(head, desk, tally, resolve) for head in heads(table, columns, tally, desk.faults))
    calls = tuple(call for call in found if call is not None)
    calls, told = forced_names(calls, desk.unknown, reading.books(desk.body), table)
    faults = tuple(sorted(_without(desk.faults, desk.unknown, told), key=lambda fault: fault.line))
    if not calls:
        raise ArchiveError(f"no roll call can be read from {table.file}", faults)
    return Archive(table.file, format_id, calls, faults, table.sheet, table.frame.height)


def _without(faults: list[Fault], unknown: Mapping[str, list[int]], told: Mapping[str, Fault]) -> list[Fault]:
    """The faults, with those of a name that is settled after all replaced by one for the name."""
    settled = {line for name in told for line in unknown[name]}
    return [fault for fault in faults if fault.kind != "member-unknown" or fault.line not in settled] + [*told.values()]


def _body(reading: Reading, columns: Mapping[str, str]) -> str:
    """Whose votes are these: as asked, as the table says, or as its symbols show (S/ the Council, A/ the Assembly)?"""
    if reading.body is not None:
        return reading.body
    frame = reading.table.frame
    if "body" in columns and frame[columns["body"]].n_unique() == 1:
        return str(frame[columns["body"]][0])
    for name in ("symbol", "resolution", "meeting"):
        if name in columns:
            starts = set(frame[columns[name]].drop_nulls().str.to_uppercase().str.slice(0, 2).unique())
            known = {_SYMBOLS[start] for start in starts & _SYMBOLS.keys()}
            if len(known) == 1:
                return known.pop()
    fault = reading.table.fault(0, "nothing in the table says whose votes these are", "name the body", "form")
    raise ArchiveError(f"no roll call can be read from {reading.table.file}", (fault,))


def _resolver(books: Books, body: str) -> Resolve:
    """Printed name or code to the member codes it can mean, remembered name by name."""
    book = books(body)
    ever = {fold(code): code for code in book.register.members_ever()}
    lines = {fold(row.seat.line): row.seat.line for row in book.register.tenures if row.seat.line}
    printed = _printed(book)

    @cache
    def any_day(text: str) -> tuple[str, ...]:
        folded = fold(text)
        direct = ever.get(folded) or lines.get(folded) or printed.get(folded)
        return (direct,) if direct else book.names.codes(text, None)

    def resolve(text: str, day: date) -> tuple[str, ...]:
        codes = any_day(text)
        return book.names.codes(text, day) or codes if len(codes) > 1 else codes

    return resolve


def _printed(book: Rulebook) -> dict[str, str]:
    return {fold(row.seat.name): row.seat.id for row in book.register.tenures if row.seat.name}


def _call(head: Head, desk: _Desk, tally: Mapping[str, str], resolve: Resolve) -> RollCall | None:
    day = date_of(head.get("day"), desk.order)
    if day is None:
        remedy = "write it as YYYY-MM-DD"
        written = head.get("day")
        problem = f"'{written}' is no date, or could be two" if written else "the date is missing"
        desk.fault(head.lines[0], problem, remedy, "date-unreadable")
        return None
    _check_year(head, day, desk)
    ballots, printed = _ballots(head, day, desk, resolve) if head.members else (_vetoers(head, day, desk, resolve), {})
    claim = claim_of(head.get("outcome"))
    tallied, named = _stated(head, tally, day, desk, resolve)
    return RollCall(
        desk.body,
        day,
        decision=head.get("decision") or None,
        ballots=ballots if head.members else ballots | named,
        others="not_voting" if head.members else None,
        tally=None if head.members else tallied,
        method=_method(head),
        id=head.get("id"),
        meeting=head.get("meeting"),
        symbol=head.get("symbol"),
        resolution=_resolution(head),
        title=head.get("title"),
        sponsors=tuple(part.strip() for part in head.get("sponsors").split(",") if part.strip()),
        recorded_tally=tallied if head.members else None,
        recorded_outcome=claim.outcome,
        recorded_label=_label(head),
        printed_names=printed,
        source=f"{desk.reading.table.file}{f', sheet {desk.reading.table.sheet}' if desk.reading.table.sheet else ''}",
        rows=head.lines,
    )


def _resolution(head: Head) -> str:
    symbol = head.get("symbol") if head.get("symbol").upper().startswith("S/RES/") else ""
    found = resolution_of(head.get("resolution")) or resolution_of(symbol)
    return str(found) if found else head.get("resolution")


def _label(head: Head) -> str:
    """The outcome as printed, with what the manner of voting adds to it ("adopted, unanimous")."""
    manner = head.get("method")
    adds = claim_of(manner).unanimous is not None and claim_of(head.get("outcome")).unanimous is None
    return ", ".join(part for part in (head.get("outcome"), manner if adds else "") if part)


def _check_year(head: Head, day: date, desk: _Desk) -> None:
    year = _number(head.get("year"))
    if year and year != day.year:
        problem = f"the year column says {year}, the date {day.isoformat()}"
        desk.fault(head.lines[0], problem, "mend the year or the date", "year-disagrees")


def _vetoers(head: Head, day: date, desk: _Desk, resolve: Resolve) -> dict[str, str]:
    """Where a table of tallies names the members that vetoed: their votes against."""
    names = [name for name in re.split(r",|;|\band\b|&", head.get("vetoed_by")) if name.strip()]
    members = (_member(name.strip(), head.lines[0], day, desk, resolve) for name in names)
    return {member: "no" for member in members if member is not None}


def _method(head: Head) -> Method:
    without = any(claim_of(head.get(name)).without_a_vote for name in ("method", "outcome"))
    return "without a vote" if without else ""


def _stated(
    head: Head, tally: Mapping[str, str], day: date, desk: _Desk, resolve: Resolve
) -> tuple[Tally | None, dict[str, str]]:
    """The figures stated, and the members named beside them ("3 CHN RUS ARE").

    Where one figure cannot be read there is no tally: a figure left out would count as nobody.
    """
    counts: dict[str, int] = {}
    named: dict[str, str] = {}
    readable = True
    for choice in tally:
        text = head.get(f"tally:{choice}")
        found = _figure(text, day, resolve) if text else (None, ())
        if found is None:
            remedy = "write a whole number; the figures of this vote are left out until then"
            desk.fault(head.lines[0], f"'{text}' is no number of ballots", remedy, "tally-unreadable")
            readable = False
        elif found[0] is not None:
            counts[choice] = found[0]
            named |= dict.fromkeys(found[1], choice)
    return (Tally(counts), named) if counts and readable else (None, {})


def _figure(text: str, day: date, resolve: Resolve) -> tuple[int | None, tuple[str, ...]] | None:
    """A figure, alone or with the members that it counts; None if it cannot be read."""
    if (number := _number(text)) is not None:
        return number, ()
    found = re.match(r"(\d+)\s*[:(]?\s*([^()]+)\)?$", text)
    if not found:
        return None
    parts = [part for part in re.split(r"[,;&]|\band\b", found[2]) if part.strip()]
    for names in (parts, found[2].split()):
        codes = [resolve(name.strip().removeprefix("the "), day) for name in names]
        if all(len(one) == 1 for one in codes) and len(codes) <= int(found[1]):
            return int(found[1]), tuple(one[0] for one in codes)
    return None


def _number(text: str) -> int | None:
    plain = text.removesuffix(".0")
    return int(plain) if plain.isdecimal() else None


def _ballots(head: Head, day: date, desk: _Desk, resolve: Resolve) -> tuple[dict[str, str], dict[str, str]]:
    """The ballots by member code (by printed name where no member is known), and the names as printed.

    An empty cell is no ballot: the seat is as one without a row.
    """
    ballots: dict[str, str] = {}
    printed: dict[str, str] = {}
    for line, name, known_as, cast in zip(head.lines, head.members, head.printed, head.ballots, strict=True):
        member = _renamed(name, known_as, day, desk, resolve) or _member(name, line, day, desk, resolve)
        choice = choice_of(cast)
        if not cast:
            continue
        if choice is None:
            desk.fault(line, f"'{cast}' is no ballot", "write yes, no, abstain or absent", "ballot-unreadable")
            choice = "not_voting"
        if member is None:
            continue
        if member in ballots:
            same = "the same" if ballots[member] == choice else "another"
            problem = f"{name} stands twice in vote {head.get('id') or head.lines[0]}, with {same} ballot"
            desk.fault(line, problem, "keep one row for each member; the first is used", "member-twice")
            continue
        ballots[member], printed[member] = choice, known_as or name or ""
    return ballots, printed


def _renamed(code: str | None, name: str | None, day: date, desk: _Desk, resolve: Resolve) -> str | None:
    """Beside a code there is a name, and it means another member that sat that day, or the code means none.

    Tables that give predecessors the code of a later state (Czechoslovakia as CZE) still print the name of the time;
    others have codes of two letters.
    """
    if not name or name == code:
        return None
    told, own = resolve(name, day), resolve(code or "", day)
    return told[0] if len(told) == 1 and told != own and (not own or told[0] in desk.seated(day)) else None


def _member(name: str | None, line: int, day: date, desk: _Desk, resolve: Resolve) -> str | None:
    if not name:
        desk.fault(line, "the row names no member", "name the member, or leave the row out", "member-missing")
        return None
    codes = resolve(name, day)
    if len(codes) == 1:
        return codes[0]
    if not codes:
        desk.unknown.setdefault(name, []).append(line)
    many = f"'{name}' can mean {' or '.join(codes)}" if codes else f"'{name}' is no member that psephos knows"
    desk.fault(line, many, "write the member's code or its usual name", "member-unknown")
    return name

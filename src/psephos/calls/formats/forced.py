"""Names that no table knows, settled by elimination: a misspelling leaves exactly one seat without a ballot.

A name is read as a member only if that member is the one seat left over in *every* roll call with the name, and there
are several of them or the two are spelt alike. Nothing is guessed: what is not forced stays unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from psephos.body.book import Rulebook
from psephos.body.names import fold
from psephos.calls.formats.table import Table
from psephos.calls.rollcall import RollCall
from psephos.errors import Fault, PsephosError

__all__ = ["forced_names"]

_SEVERAL = 3
_ALIKE = 0.75


def forced_names(
    calls: Sequence[RollCall], unknown: Mapping[str, Sequence[int]], book: Rulebook, table: Table
) -> tuple[tuple[RollCall, ...], Mapping[str, Fault]]:
    """Which unknown names can mean one member only?

    Args:
        calls: the roll calls as read, unknown names still as printed.
        unknown: the unknown names, each with its rows.
        book: the body's rulebook.
        table: the table they were read from.

    Returns:
        The roll calls with the names that are forced replaced by member codes, and a fault for each such name.
    """
    read: dict[str, str] = {}
    told: dict[str, Fault] = {}
    for name, lines in unknown.items():
        held = [call for call in calls if name in call.ballots]
        member = _left_over(name, held, book)
        if member is not None:
            read[name] = member
            problem = f"'{name}' is read as {member}, the only seat without a ballot in all its {len(held)} roll calls"
            told[name] = table.fault(lines[0], problem, "write the usual name", "name-misspelt")
    return tuple(_renamed(call, read) for call in calls) if read else tuple(calls), told


def _left_over(name: str, calls: Sequence[RollCall], book: Rulebook) -> str | None:
    free: set[str] | None = None
    printed: dict[str, str] = {}
    for call in calls:
        try:
            seats = book.on(call.day).seats
        except PsephosError:
            return None
        printed |= {seat.id: seat.name for seat in seats}
        lacking = {seat.id for seat in seats if not {seat.id, seat.line} & call.ballots.keys()}
        free = lacking if free is None else free & lacking
    if free is None or len(free) != 1:
        return None
    member = next(iter(free))
    alike = SequenceMatcher(None, fold(name), fold(printed[member])).ratio() >= _ALIKE
    return member if alike or len(calls) >= _SEVERAL else None


def _renamed(call: RollCall, read: Mapping[str, str]) -> RollCall:
    if not read.keys() & call.ballots.keys():
        return call
    ballots = {read.get(name, name): ballot for name, ballot in call.ballots.items()}
    return replace(call, ballots=ballots, printed_names={read.get(n, n): p for n, p in call.printed_names.items()})

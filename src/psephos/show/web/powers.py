"""The power view: who is decisive before any vote is cast, under one rule or two side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from psephos.errors import PsephosError
from psephos.show.web.desk import Desk
from psephos.show.web.query import as_day

__all__ = ["ABSTENTION", "INDICES", "PowerView", "Row", "powers"]

INDICES: Mapping[str, str] = {
    "banzhaf": "Banzhaf (absolute)",
    "banzhaf_normalised": "Banzhaf (share)",
    "shapley_shubik": "Shapley-Shubik",
    "coleman_prevent": "Coleman, to prevent",
    "coleman_initiate": "Coleman, to initiate",
    "johnston": "Johnston",
    "deegan_packel": "Deegan-Packel",
    "holler": "Holler (public good)",
}
ABSTENTION: Mapping[str, str] = {
    "yes_no": "yes for no",
    "yes_abstain": "yes for abstaining",
    "abstain_no": "abstaining for no",
    "roll_call": "three-choice Shapley-Shubik",
}
_USUAL = ("banzhaf", "shapley_shubik")


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: as printed, its bar in per cent of the largest, and the other rule's figure and bar beside it."""

    shown: str
    bar: float
    other: str = ""
    other_bar: float = 0.0
    change: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One member and its figures."""

    member: str
    name: str
    votes: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One rule as asked for."""

    body: str
    on: str
    decision: str
    decisions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PowerView:
    """Everything the power view shows."""

    bodies: tuple[tuple[str, str], ...]
    sides: tuple[Side, Side]
    abstention: bool
    chosen: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    facts: tuple[str, ...]
    address: str
    error: str = ""


def powers(desk: Desk, given: Mapping[str, str], chosen: Sequence[str]) -> PowerView:
    """What does the power view show for these parameters?"""
    abstention = bool(given.get("abstention"))
    family = ABSTENTION if abstention else INDICES
    indices = tuple(name for name in family if name in chosen) or (tuple(ABSTENTION)[:2] if abstention else _USUAL)
    bodies = desk.library.known()
    sides = (_side(desk, given, ""), _side(desk, given, "2"))
    common = (bodies, sides, abstention, indices, tuple(family[name] for name in indices))
    try:
        tables = [_table(desk, side, indices) for side in sides if side.body]
    except PsephosError as error:
        return PowerView(*common, (), (), "", str(error))
    rows = _rows(tables[0], tables[1] if tables[1:] else None, indices)
    address = f"body={sides[0].body}&on={tables[0]['on']}&decision={tables[0]['decision']}&index={','.join(indices)}"
    return PowerView(*common, rows, tuple(_facts(table) for table in tables), address)


def _side(desk: Desk, given: Mapping[str, str], mark: str) -> Side:
    body = given.get(f"body{mark}", "") or ("" if mark else "unsc")
    on, decision = given.get(f"on{mark}", ""), given.get(f"decision{mark}", "")
    try:
        book = desk.library.book(body)
    except PsephosError:
        return Side(body, on, decision)
    titles = {rule.decision: rule.title for rule in book.rules}
    return Side(body, on, decision if decision in titles else "", tuple(titles.items()))


def _table(desk: Desk, side: Side, indices: Sequence[str]) -> dict[str, Any]:
    on: date | None = as_day(side.on) if side.on else None
    return desk.power(side.body, on, side.decision or None, (), indices)


def _facts(table: Mapping[str, Any]) -> str:
    exact = "exact" if table["exact"] else f"within {table['error_bound']:.0e}"
    collectivity = table.get("collectivity")
    adopts = "" if collectivity is None else f" A vote cast at random is adopted with chance {collectivity:.6f}."
    return (
        f"{table['body']}, {table['decision']}, on {table['on']}: {table['convention']}.{adopts} "
        f"Method: {table['method']} ({exact})."
    )


def _rows(first: Mapping[str, Any], second: Mapping[str, Any] | None, indices: Sequence[str]) -> tuple[Row, ...]:
    others = {one["member"]: one for one in second["members"]} if second else {}
    members = [*first["members"], *(one for code, one in others.items() if code not in _codes(first))]
    held = {one["member"]: one for one in first["members"]}
    largest = {
        index: max([float(one.get(index, 0.0)) for one in [*first["members"], *others.values()]] or [1.0]) or 1.0
        for index in indices
    }
    ordered = sorted(members, key=lambda one: (-float(held.get(one["member"], {}).get(indices[0], -1.0)), one["name"]))
    return tuple(
        Row(
            one["member"],
            one["name"],
            one["votes"],
            tuple(
                _cell(held.get(one["member"]), others.get(one["member"]), index, largest[index], pair=bool(second))
                for index in indices
            ),
        )
        for one in ordered
    )


def _codes(table: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(one["member"] for one in table["members"])


def _cell(
    first: Mapping[str, Any] | None, second: Mapping[str, Any] | None, index: str, largest: float, *, pair: bool
) -> Cell:
    mine = None if first is None or index not in first else float(first[index])
    shown, bar = _figure(mine), _percent(mine, largest)
    if not pair:
        return Cell(shown, bar)
    theirs = None if second is None or index not in second else float(second[index])
    change = "" if mine is None or theirs is None else f"{theirs - mine:+.5f}"
    return Cell(shown, bar, _figure(theirs), _percent(theirs, largest), change)


def _figure(value: float | None) -> str:
    return "no seat" if value is None else f"{value:.5f}" if value == 0 or value >= 1e-4 else f"{value:.3e}"  # noqa: PLR2004


def _percent(value: float | None, largest: float) -> float:
    return round(100 * (value or 0.0) / largest, 2)

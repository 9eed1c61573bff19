"""The power view: who is decisive before any vote is cast, under one rule or two side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from psephos.body.book import Rulebook
from psephos.errors import PsephosError
from psephos.show.web.desk import Desk
from psephos.show.web.query import as_day, split
from psephos.show.web.tasks import Subject
from psephos.show.words import day_text

__all__ = ["FAMILIES", "PowerView", "Row", "powers"]

FAMILIES: Mapping[str, Mapping[str, str]] = {
    "Where everybody votes yes or no": {
        "banzhaf": "Banzhaf (absolute)",
        "banzhaf_normalised": "Banzhaf (share)",
        "shapley_shubik": "Shapley-Shubik",
        "coleman_prevent": "Coleman, to prevent",
        "coleman_initiate": "Coleman, to initiate",
        "johnston": "Johnston",
        "deegan_packel": "Deegan-Packel",
        "holler": "Holler (public good)",
    },
    "With abstention as a third choice": {
        "yes_no": "Banzhaf, yes or no",
        "yes_abstain": "Banzhaf, yes or abstain",
        "abstain_no": "Banzhaf, abstain or no",
        "roll_call": "Shapley-Shubik with abstention",
    },
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
    """One rule as asked for, and what else could be asked of its body."""

    body: str
    on: str
    decision: str
    variant: str
    decisions: tuple[tuple[str, str], ...] = ()
    variants: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PowerView:
    """Everything the power view shows."""

    bodies: tuple[tuple[str, str], ...]
    sides: tuple[Side, Side]
    chosen: tuple[str, ...]
    titles: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    names: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    error: str = ""

    @property
    def pair(self) -> bool:
        """Are two rules compared?"""
        return bool(self.sides[1].body)


def powers(desk: Desk, given: Mapping[str, str], chosen: Sequence[str]) -> PowerView:
    """What does the power view show for these parameters?"""
    known = [name for family in FAMILIES.values() for name in family]
    indices = tuple(name for name in known if name in chosen) or _USUAL
    bodies = desk.library.known()
    sides = (_side(desk, given, ""), _side(desk, given, "2"))
    subjects = [side for side in sides if side.body]
    try:
        asked = [_subject(desk, side) for side in subjects]
        parts = [
            (family, _told(desk, asked, mine))
            for family in FAMILIES
            if (mine := tuple(name for name in indices if name in FAMILIES[family]))
        ]
    except PsephosError as error:
        return PowerView(bodies, sides, indices, error=str(error))
    titles = {name: title for family in FAMILIES.values() for name, title in family.items()}
    return PowerView(
        bodies,
        sides,
        indices,
        tuple(titles[name] for name in indices),
        _rows([told for _, told in parts], indices, pair=len(asked) > 1),
        tuple(_name(subject) for subject in asked),
        tuple(dict.fromkeys(fact for _, told in parts for fact in _facts(told))),
        tuple(_link(asked, [name for name in indices if name in FAMILIES[family]]) for family, _ in parts),
    )


def _side(desk: Desk, given: Mapping[str, str], mark: str) -> Side:
    body = given.get(f"body{mark}", "") or ("" if mark else "unsc")
    on, decision, variant = (given.get(f"{name}{mark}", "") for name in ("on", "decision", "variant"))
    try:
        book = desk.library.book(body)
    except PsephosError:
        return Side(body, on, decision, variant)
    titles = {rule.decision: rule.title for rule in book.rules}
    decision = decision if decision in titles else ""
    variants = _variants(book, decision)
    return Side(
        body, on, decision, variant if variant in variants else "", tuple(titles.items()), tuple(variants.items())
    )


def _variants(book: Rulebook, decision: str) -> dict[str, str]:
    wanted = decision or book.default_decision
    return {
        rule.variant: rule.variant_title or rule.variant.replace("-", " ")
        for rule in book.rules
        if rule.variant and rule.decision == wanted
    }


def _subject(desk: Desk, side: Side) -> Subject:
    book = desk.library.book(side.body)
    day = as_day(side.on) if side.on else desk.day(book, None, side.decision or None)
    return Subject(book, day, side.decision or None, split([side.variant]), side.body)


def _told(desk: Desk, asked: Sequence[Subject], indices: Sequence[str]) -> dict[str, Any]:
    """One table, or two with what changes between them, in one shape."""
    if len(asked) > 1:
        return desk.power_change(asked[0], asked[1], indices)
    table = desk.power(asked[0], indices)
    changes = [{**one, "of": {index: {"before": one[index]} for index in indices}} for one in table["members"]]
    return {"before": table, "changes": changes}


def _name(subject: Subject) -> str:
    rule = subject.book.rule(subject.day, subject.decision, subject.variants)
    return f"{subject.book.name}, {day_text(subject.day)}, {rule.title}"


def _facts(told: Mapping[str, Any]) -> Iterator[str]:
    for side, which in (("before", "First rule"), ("after", "Second rule")):
        table = told.get(side)
        if table is None:
            continue
        exact = "exact" if table["exact"] else f"error at most {table['error_bound']:.0e}"
        collectivity = table["collectivity"]
        adopts = "" if collectivity is None else f" A vote cast at random is adopted with chance {collectivity:.6f}."
        first = f"{which}: " if "after" in told else ""
        yield f"{first}{table['convention']}.{adopts} Method: {table['method']} ({exact})."


def _link(asked: Sequence[Subject], indices: Sequence[str]) -> str:
    """The same from the API."""
    pairs = []
    for mark, subject in zip(("", "2"), asked, strict=False):
        pairs += [f"body{mark}={subject.body}", f"on{mark}={subject.day}"]
        pairs += [f"decision{mark}={subject.decision}"] if subject.decision else []
        pairs += [f"variant{mark}={variant}" for variant in subject.variants]
    return f"{'/compare' if len(asked) > 1 else ''}{{form}}?{'&'.join(pairs)}&index={','.join(indices)}"


def _rows(parts: Sequence[Mapping[str, Any]], indices: Sequence[str], *, pair: bool) -> tuple[Row, ...]:
    found: dict[str, dict[str, Any]] = {}
    for told in parts:
        for one in told["changes"]:
            kept = found.setdefault(one["member"], {**one, "of": {}})
            kept["of"] |= one["of"]
    largest = {index: _largest(found, index) for index in indices}
    ordered = sorted(found.values(), key=lambda one: (-_first(one, indices[0]), one["name"]))
    return tuple(
        Row(
            one["member"],
            one["name"],
            one["votes"],
            tuple(_cell(one["of"].get(index, {}), largest[index], pair=pair) for index in indices),
        )
        for one in ordered
    )


def _largest(found: Mapping[str, Mapping[str, Any]], index: str) -> float:
    figures = (one["of"].get(index, {}) for one in found.values())
    return max(
        (value for figure in figures for value in (figure.get("before"), figure.get("after")) if value), default=1.0
    )


def _first(one: Mapping[str, Any], index: str) -> float:
    before = one["of"].get(index, {}).get("before")
    return -1.0 if before is None else float(before)


def _cell(figure: Mapping[str, float | None], largest: float, *, pair: bool) -> Cell:
    before, after = figure.get("before"), figure.get("after")
    shown, bar = _figure(before), _percent(before, largest)
    if not pair:
        return Cell(shown, bar)
    change = "" if before is None or after is None else f"{after - before:+.5f}"
    return Cell(shown, bar, _figure(after), _percent(after, largest), change)


def _figure(value: float | None) -> str:
    return "no seat" if value is None else f"{value:.5f}" if value == 0 or value >= 1e-4 else f"{value:.3e}"  # noqa: PLR2004


def _percent(value: float | None, largest: float) -> float:
    return round(100 * (value or 0.0) / largest, 2)

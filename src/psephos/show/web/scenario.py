"""The scenario view: one address, one vote, everything about it; a click is a new address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from psephos.body.book import Rulebook
from psephos.body.rules import Rule
from psephos.errors import DayNotCovered, PsephosError
from psephos.show.painting import KINDS, Kind
from psephos.show.web.acts import Asked, acted, asked
from psephos.show.web.desk import Desk, latest_day
from psephos.show.web.query import CallQuery, query_string, split
from psephos.show.web.refusals import status_of
from psephos.show.web.scene import Scene, scene_of

__all__ = ["Settings", "View", "chances_of", "scenario"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen above the table: bodies, the decisions of the day with their variants, who takes part."""

    body: str
    bodies: tuple[tuple[str, str], ...]
    day: date | None
    first: date | None
    last: date | None
    decision: str
    decisions: tuple[tuple[str, str], ...]
    variant: str
    variants: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str], ...]
    participants: str
    opt_out: str
    parties: str
    has_parties: bool
    members: tuple[tuple[str, str, bool], ...] = ()
    """Who may take part, with a tick for those who do; empty where they are too many for ticks."""


@dataclass(frozen=True, slots=True)
class View:
    """The scenario view: its settings, its scene, or the reason why there is none."""

    settings: Settings
    scene: Scene | None
    address: str
    notes: tuple[str, ...] = ()
    error: str = ""
    chances: str = ""
    status: int = 200
    days: tuple[tuple[str, date], ...] = ()


def scenario(desk: Desk, pairs: list[tuple[str, str]]) -> View:
    """What does the page show for these parameters? Whatever cannot be answered is said in the view itself."""
    request: Asked | None = None
    query = CallQuery.model_validate({"others": "yes"})
    notes: tuple[str, ...] = ()
    try:
        request = asked(pairs)
        query = request.query
        query, notes = acted(desk, request)
        chances = _still_open(query, request)
        told = desk.tell(query, chances_of(chances) or None)
        kind: Kind | None = next((kind for kind in KINDS if kind == request.view), None)
        scene = scene_of(query, told, kind, chances)
    except PsephosError as error:
        settings, chances = _settings(desk, query), request.chances if request else ""
        status, days = status_of(error), _days(desk, query)
        return View(settings, None, query_string(query), notes, str(error), chances, status, days)
    return View(_settings(desk, scene.query), scene, scene.address, notes, chances=chances)


def _still_open(query: CallQuery, request: Asked) -> str:
    """The chances given, after a click without those of members whose ballots are known by now."""
    if not request.was:
        return request.chances
    known = query.ballots()
    if query.others not in (None, "", "open"):
        return ""
    return ",".join(
        f"{member}={chance}" for member, chance in chances_of(request.chances).items() if member not in known
    )


def _days(desk: Desk, query: CallQuery) -> tuple[tuple[str, date], ...]:
    """Days to go to where the one asked for is not covered."""
    try:
        book = desk.library.book(query.body)
        desk.tell(query.model_copy(update={"decision": None, "variant": []}).with_ballots({}, "yes"), sets=0)
    except DayNotCovered:
        return (("its first day", book.since), ("the latest day covered", latest_day(book)))
    except PsephosError:
        pass
    return ()


def chances_of(text: str) -> dict[str, str]:
    """Chances of a vote in favour, written `others=1/2, CHN=0.9`, or one figure for all.

    Examples:
        >>> chances_of("0.6"), chances_of("others=1/2, CHN=0.9")
        ({'others': '0.6'}, {'others': '1/2', 'CHN': '0.9'})
    """
    found: dict[str, str] = {}
    for part in split([text]):
        member, equals, chance = (word.strip() for word in part.partition("="))
        if equals:
            found[member] = chance
        else:
            found["others"] = member
    return found


def _settings(desk: Desk, query: CallQuery) -> Settings:
    bodies = desk.library.known()
    try:
        book = desk.library.book(query.body)
    except PsephosError:
        known = (("", "choose a body"), *bodies)
        return Settings("", known, query.on, None, None, "", (), "", (), (), "", "", "", has_parties=False)
    day = desk.day(book, query.on, None)
    rules = [rule for rule in book.rules if rule.in_force(day)]
    decision = query.decision or book.default_decision
    mine = [rule for rule in rules if rule.decision == decision]
    return Settings(
        query.body,
        bodies,
        day,
        book.since,
        book.until,
        decision,
        tuple(dict.fromkeys((rule.decision, _capital(rule.title)) for rule in rules if rule.variant is None))
        or tuple(dict.fromkeys((rule.decision, _capital(rule.title)) for rule in rules)),
        "".join(split(query.variant)[:1]),
        _variants(mine),
        _groups(book, day),
        ",".join(split(query.participants)),
        ",".join(split(query.opt_out)),
        ",".join(split(query.parties)),
        any(rule.parties for rule in mine),
        _ticks(book, day, query),
    )


_MOST_TICKS = 60


def _ticks(book: Rulebook, day: date, query: CallQuery) -> tuple[tuple[str, str, bool], ...]:
    """A tick for every member that could take part, unless there are very many."""
    try:
        full = book.on(day)
        if len(full.seats) > _MOST_TICKS or len(full.seats) == 1:
            return ()
        asked_for = (split(query.participants) or None, split(query.opt_out) or None)
        part = book.roster(day, participants=asked_for[0], opt_out=asked_for[1]) if any(asked_for) else full
        present = {*part.ids}
    except DayNotCovered:
        return ()
    except PsephosError:  # nobody is left, say: every tick is free again
        present = set()
    return tuple(sorted(((seat.id, seat.name, seat.id in present) for seat in full.seats), key=lambda one: one[1]))


def _variants(rules: list[Rule]) -> tuple[tuple[str, str], ...]:
    found = [(rule.variant, rule.variant_title or rule.variant.replace("-", " ")) for rule in rules if rule.variant]
    return (("", "the usual rule"), *found) if found else ()


def _groups(book: Rulebook, day: date) -> tuple[tuple[str, str], ...]:
    try:
        roster = book.on(day)
    except PsephosError:
        return ()
    return tuple((group, group.replace("_", " ")) for group in roster.groups)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def context(view: View) -> dict[str, Any]:
    """The view as the template takes it."""
    return {"view": view, "settings": view.settings, "scene": view.scene}

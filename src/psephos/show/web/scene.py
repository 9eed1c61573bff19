"""What the scenario view shows of a vote: every sentence, bar, member and link, ready for the template."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from psephos.body.book import Example, Rulebook
from psephos.body.members import Seat
from psephos.decide.verdict import Verdict
from psephos.show.glyphs import OPEN
from psephos.show.painting import Kind
from psephos.show.rules import rule_english
from psephos.show.seats import kinds_for, legend_keys, seat_svg
from psephos.show.text import formula, headline, remark_text, tally_text
from psephos.show.web.acts import castables
from psephos.show.web.bars import Bar, Joint, bars
from psephos.show.web.query import CallQuery, query_string
from psephos.show.web.tasks import Told
from psephos.show.web.turning import turning
from psephos.show.words import day_text, number_text

__all__ = ["MemberRow", "Scene", "example_query", "real_votes", "scene_of"]

_MOST_ROWS = 1_000
_EXAMPLES = 8


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member in the list: its ballot, groups and weights, and how adoption depends on it where that is open."""

    id: str
    name: str
    choice: str
    word: str
    groups: str
    weights: tuple[str, ...]
    standing: str
    chance: str
    note: str
    count: int
    votes: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything the scenario view shows."""

    book: Rulebook
    query: CallQuery
    verdict: Verdict
    kind: Kind
    kinds: tuple[Kind, ...]
    chart: str
    keys: tuple[tuple[str, str], ...]
    headline: str
    tally: str
    bars: tuple[Bar | Joint, ...]
    remarks: tuple[str, ...]
    rows: tuple[MemberRow, ...]
    weight_names: tuple[str, ...]
    turning: tuple[str, ...]
    rule: str
    formula: str
    address: str
    api: str
    presets: tuple[tuple[str, str, str], ...]
    chance: str
    """The chance of a vote in favour of open members not named, in per cent; empty where all choices are alike."""

    @property
    def day(self) -> str:
        """The day of the vote in words."""
        return day_text(self.verdict.call.day)

    @property
    def open_members(self) -> bool:
        """Is any ballot open?"""
        return bool(self.verdict.open)

    @property
    def open_rows(self) -> bool:
        """Is the ballot of any named member open?"""
        return any(row.count == 1 and row.choice == OPEN for row in self.rows)


def scene_of(query: CallQuery, told: Told, kind: Kind | None = None, chances: str = "") -> Scene:
    """Prepare the view of a vote; `chances` as an address holds them."""
    percents = _percents(chances)
    verdict = told.verdict
    kinds = kinds_for(verdict.roster)
    chosen = kind if kind in kinds else kinds[0]
    settled = query.model_copy(update={"on": verdict.call.day, "decision": verdict.rule.decision})
    return Scene(
        verdict.book,
        settled,
        verdict,
        chosen,
        kinds,
        seat_svg(verdict, kind=chosen, interactive=True, notes=_standings(told)),
        tuple(legend_keys(verdict, chosen)),
        headline(verdict),
        tally_text(verdict),
        tuple(bars(verdict)),
        tuple(remark_text(remark, verdict) for remark in verdict.remarks if remark.kind != "assumed decision"),
        _rows(told, percents),
        verdict.roster.weights,
        tuple(turning(told)),
        rule_english(verdict.rule),
        formula(verdict),
        query_string(settled, view=chosen if chosen != kinds[0] else None, chances=chances or None),
        query_string(settled),
        tuple(_presets(settled, verdict)),
        percents.get("others", ""),
    )


def _percents(chances: str) -> dict[str, str]:
    """Chances such as `others=1/2` as the fields of the page show them: 50."""
    found: dict[str, str] = {}
    for part in chances.split(","):
        member, equals, chance = (word.strip() for word in part.rpartition("="))
        with suppress(ValueError, ZeroDivisionError):
            found[member if equals else "others"] = f"{float(Fraction(chance) * 100):.6g}"
    return found


# --- members --------------------------------------------------------------------------------------------------------


def _standings(told: Told) -> dict[str, str]:
    return {one.member: one.standing for one in told.open.members} if told.open else {}


def _rows(told: Told, percents: Mapping[str, str]) -> tuple[MemberRow, ...]:
    verdict, standings = told.verdict, _standings(told)
    ordered = sorted(enumerate(verdict.roster.seats), key=lambda pair: (pair[1].count > 1, pair[1].name))
    return tuple(
        _row(verdict, place, seat, standings.get(seat.id, ""), percents.get(seat.id, ""))
        for place, seat in ordered[:_MOST_ROWS]
    )


def _row(verdict: Verdict, place: int, seat: Seat, standing: str, chance: str) -> MemberRow:
    choice = verdict.seating.ballot(place) or OPEN
    weights = tuple(
        number_text(seat.weights[name].value) if name in seat.weights else "" for name in verdict.roster.weights
    )
    known = zip(verdict.seating.choices.ids, verdict.seating.known[place], strict=True)
    castable = castables(verdict.book, seat)
    votes = tuple(
        (name, verdict.book.choices.title(name), number) for name, number in known if number or name in castable
    )
    groups = ", ".join(sorted(group.replace("_", " ") for group in seat.groups))
    return MemberRow(
        seat.id,
        seat.name,
        choice,
        choice.replace("_", " "),
        groups,
        weights,
        standing,
        chance,
        seat.note,
        seat.count,
        votes if seat.count > 1 else (),
    )


# --- presets --------------------------------------------------------------------------------------------------------


def _presets(query: CallQuery, verdict: Verdict) -> list[tuple[str, str, str]]:
    """Links to start from: everyone alike, then real votes that the rulebook cites; each with a word and a hint."""
    found = [
        ("All in favour", query_string(query.with_ballots({}, "yes")), ""),
        ("All open", query_string(query.with_ballots({}, "open")), ""),
    ]
    for example in real_votes(verdict.book, verdict.rule.decision)[:_EXAMPLES]:
        title = f"{day_text(example.on)}: {example.label}"
        found.append((title, query_string(example_query(query, example)), example.source))
    return found


def real_votes(book: Rulebook, decision: str | None = None) -> list[Example]:
    """The votes that a rulebook cites, the latest first."""
    real = (one for one in book.examples if not one.synthetic and not one.without_a_vote)
    fitting = [one for one in real if decision in (None, one.decision or book.default_decision)]
    return sorted(fitting, key=lambda one: one.on, reverse=True)


def example_query(query: CallQuery, example: Example) -> CallQuery:
    """A vote that a rulebook cites, as a query."""
    plain: dict[str, Any] = {
        "on": example.on,
        "decision": example.decision,
        "variant": list(example.variants),
        "participants": list(example.participants) if example.participants is not None else None,
        "opt_out": list(example.opt_out) if example.opt_out is not None else None,
        "vacant": ",".join(f"{seat}={number}" for seat, number in example.vacant.items()) or None,
        "parties": list(example.parties),
        "tally": ",".join(f"{choice}={number}" for choice, number in (example.tally or {}).items()) or None,
        "open": 0,
    }
    return query.model_copy(update=plain).with_ballots(example.ballots, example.others)

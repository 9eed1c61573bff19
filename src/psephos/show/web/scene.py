"""What the scenario view shows of a vote: every sentence, bar, member and link, ready for the template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import Any

from psephos.body.binding import BoundClause, bind
from psephos.body.book import Example, Rulebook
from psephos.body.members import Seat
from psephos.decide.reasons import ClauseReason, leaves
from psephos.decide.verdict import Verdict
from psephos.explore.flips import Change
from psephos.show.glyphs import OPEN
from psephos.show.painting import Kind
from psephos.show.rules import clause_title, rule_english
from psephos.show.seats import kinds_for, legend_keys, seat_svg
from psephos.show.text import clause_standing, formula, headline, law, remark_text, tally_text
from psephos.show.web.acts import castables
from psephos.show.web.query import CallQuery, query_string
from psephos.show.web.tasks import Told
from psephos.show.words import called, day_text, listed, named, number_text

__all__ = ["Bar", "MemberRow", "Scene", "scene_of"]

_MOST_ROWS = 1_000
_EXAMPLES = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A clause as a bar: how far it came, where the threshold lies (both in per cent of the bar), and what it says."""

    title: str
    holds: str
    reads: str
    share: str
    filled: float
    threshold: float
    below: bool
    law: str
    text: str
    reading: str


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
    bars: tuple[Bar, ...]
    remarks: tuple[str, ...]
    rows: tuple[MemberRow, ...]
    weight_names: tuple[str, ...]
    turning: tuple[str, ...]
    rule: str
    formula: str
    address: str
    api: str
    presets: tuple[tuple[str, str, str], ...]

    @property
    def day(self) -> str:
        """The day of the vote in words."""
        return day_text(self.verdict.call.day)

    @property
    def open_members(self) -> bool:
        """Is any ballot open?"""
        return bool(self.verdict.open)


def scene_of(query: CallQuery, told: Told, kind: Kind | None = None, chances: str = "") -> Scene:
    """Prepare the view of a vote."""
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
        seat_svg(verdict, kind=chosen, interactive=True),
        tuple(legend_keys(verdict, chosen)),
        headline(verdict),
        tally_text(verdict),
        tuple(_bars(verdict)),
        tuple(remark_text(remark, verdict) for remark in verdict.remarks if remark.kind != "assumed decision"),
        _rows(told),
        verdict.roster.weights,
        tuple(_turning(told)),
        rule_english(verdict.rule),
        formula(verdict),
        query_string(settled, view=chosen if chosen != kinds[0] else None, chances=chances or None),
        query_string(settled),
        tuple(_presets(settled, verdict)),
    )


# --- bars -----------------------------------------------------------------------------------------------------------


def _bars(verdict: Verdict) -> list[Bar]:
    if verdict.reasons is None:
        return []
    bound = verdict.bound or bind(verdict.rule, verdict.roster, verdict.book.choices)
    return [_bar(leaf, bound.clause(leaf.clause.name), verdict) for leaf in leaves(verdict.reasons)]


def _bar(leaf: ClauseReason, bound: BoundClause, verdict: Verdict) -> Bar:
    whole = max(_reach(bound, verdict), leaf.value, leaf.bound, Fraction(1))
    clause = leaf.clause
    return Bar(
        clause_title(clause),
        {True: "holds", False: "fails", None: "open"}[leaf.holds],
        clause_standing(leaf, verdict),
        _share(leaf.value, whole),
        _percent(leaf.value, whole),
        _percent(leaf.bound, whole),
        clause.requires.relation in ("<", "<=") or (clause.requires.relation == "=" and leaf.bound == 0),
        law(leaf),
        clause.text,
        clause.reading,
    )


def _reach(bound: BoundClause, verdict: Verdict) -> Fraction:
    """The most that the left side of a clause can come to."""
    rows = zip(bound.left.table, verdict.roster.seats, strict=True)
    return bound.left.constant + sum((max(row) * seat.count for row, seat in rows), Fraction(0))


def _percent(value: Fraction, whole: Fraction) -> float:
    return round(min(max(float(value / whole) * 100, 0.0), 100.0), 2)


def _share(value: Fraction, whole: Fraction) -> str:
    return f"{float(value / whole) * 100:.1f}% of {number_text(whole)}"


# --- members --------------------------------------------------------------------------------------------------------


def _rows(told: Told) -> tuple[MemberRow, ...]:
    verdict = told.verdict
    standings = {one.member: one.standing for one in told.open.members} if told.open else {}
    ordered = sorted(enumerate(verdict.roster.seats), key=lambda pair: (pair[1].count > 1, pair[1].name))
    return tuple(_row(verdict, place, seat, standings.get(seat.id, "")) for place, seat in ordered[:_MOST_ROWS])


def _row(verdict: Verdict, place: int, seat: Seat, standing: str) -> MemberRow:
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
        seat.note,
        seat.count,
        votes if seat.count > 1 else (),
    )


# --- what could turn it ---------------------------------------------------------------------------------------------


def _turning(told: Told) -> list[str]:
    if told.silent:
        return [told.silent]
    if told.flips:
        return _flips(told)
    return _still_open(told) if told.open else []


def _flips(told: Told) -> list[str]:
    found, verdict = told.flips, told.verdict
    if found is None or found.size is None:
        return ["No other ballots of these members would have turned the outcome."]
    ways = "in one way" if found.count == 1 else f"in {_large(found.count)} ways"
    said = [f"The fewest ballots that would have turned it to {found.turned}: {found.size:,}, {ways}."]
    if found.alone:
        said.append(f"Each alone could have turned it: {_some(found.alone, verdict)}.")
    elif found.in_every_set:
        said.append(f"No such set is complete without {_some(found.in_every_set, verdict)}.")
    if found.sets:
        said.append(f"For example: {'; '.join(_example(found.sets[0], verdict))}.")
    return said


def _example(changes: Sequence[Change], verdict: Verdict) -> list[str]:
    """One set of changes, those alike in one phrase."""
    alike: dict[tuple[str, tuple[str, ...], int], list[str]] = {}
    for change in changes:
        alike.setdefault((change.choice, change.to, change.votes), []).append(change.member)
    said = []
    for (choice, to, votes), members in alike.items():
        many = f"{votes:,} votes of " if votes > 1 else ""
        choices = listed(
            [_plain(other) for other in to if other not in _RARELY] or [_plain(other) for other in to], joint="or"
        )
        said.append(f"{many}{_some(members, verdict)} from {_plain(choice)} to {choices}")
    return said


_RARELY = ("present_only", "absent", "not_participating", "not_voting")
"""Choices that need no mention where a plainer one does the same."""


def _some(members: Sequence[str], verdict: Verdict) -> str:
    """Members by name; the first of them where there are very many."""
    if len(members) <= _NAMED:
        return named(members, verdict.roster)
    first = sorted(called(verdict.roster.seat(member)) for member in members[:_NAMED])
    return f"{', '.join(first)} and {len(members) - _NAMED:,} more"


_NAMED = 12
_EXACT = 10**12


def _large(number: int) -> str:
    """A number in full, or its size where it has very many digits."""
    if number < _EXACT:
        return f"{number:,}"
    power = len(str(number)) - 1
    return f"about {number // 10 ** (power - 1) / 10} times 10 to the power of {power}"


def _plain(choice: str) -> str:
    return choice.replace("_", " ")


def _still_open(told: Told) -> list[str]:
    found, verdict = told.open, told.verdict
    if found is None:
        return []
    said = [f"{_large(found.ways_adopted)} of {_large(found.ways)} ways to cast the open ballots adopt it."]
    if found.chance is not None:
        how = "under the chances given" if found.chances_given else "if all these ways are equally likely"
        said.append(f"Chance of adoption: {float(found.chance) * 100:.2f}% ({how}).")
    for standing, words in _STANDINGS.items():
        members = [one.member for one in found.members if one.standing == standing]
        if members:
            said.append(f"{words}: {_some(members, verdict)}.")
    return said


_STANDINGS: Mapping[str, str] = {
    "must vote yes": "Must vote in favour if it is to be adopted",
    "must not oppose": "Must not vote against if it is to be adopted",
    "not needed": "Not needed: the outcome does not depend on",
}


# --- presets --------------------------------------------------------------------------------------------------------


def _presets(query: CallQuery, verdict: Verdict) -> list[tuple[str, str, str]]:
    """Links to start from: everyone alike, then real votes that the rulebook cites; each with a word and a hint."""
    found = [
        ("All in favour", query_string(query.with_ballots({}, "yes")), ""),
        ("All open", query_string(query.with_ballots({}, "open")), ""),
    ]
    real = (one for one in reversed(verdict.book.examples) if not one.synthetic and not one.without_a_vote)
    fitting = (one for one in real if (one.decision or verdict.book.default_decision) == verdict.rule.decision)
    for example in islice(fitting, _EXAMPLES):
        title = f"{day_text(example.on)}: {example.label}"
        found.append((title, query_string(_example_query(query, example)), example.source))
    return found


def _example_query(query: CallQuery, example: Example) -> CallQuery:
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

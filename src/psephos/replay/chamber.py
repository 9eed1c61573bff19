"""A body prepared for deciding many calls: rosters and bound rules made once for each stretch of days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from psephos.body.binding import BoundRule, bind
from psephos.body.book import Rulebook
from psephos.body.members import Roster
from psephos.body.rules import Rule
from psephos.calls.rollcall import RollCall
from psephos.calls.seating import Seating, seat_call
from psephos.decide.verdict import Verdict, decide, decide_seated
from psephos.errors import DayNotCovered

__all__ = ["Chamber", "Term"]


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of days on which the same members sat; `codes` finds a seat by member code or stable seat id."""

    since: date
    until: date | None
    roster: Roster
    codes: Mapping[str, int] = field(hash=False, repr=False)

    @property
    def years(self) -> str:
        """The year or years of the stretch, as a person would name it."""
        last = self.until.year if self.until else self.since.year
        return str(self.since.year) if last == self.since.year else f"{self.since.year} to {last}"

    def holds(self, member: str) -> bool:
        """Did that member sit?"""
        return member in self.codes


class Chamber:
    """One body's rulebook with what was worked out from it so far."""

    def __init__(self, book: Rulebook) -> None:
        """Start with nothing worked out."""
        self.book = book
        self._starts = [day for day in book.register.changes() if day >= book.since] or [book.since]
        self._terms: dict[date, Term] = {}
        self._bound: dict[tuple[int, date], BoundRule] = {}
        self._tallied: dict[object, Verdict] = {}
        self._rosters: dict[date, Roster] = {}

    def term(self, day: date) -> Term:
        """The stretch of days around this one.

        Raises:
            DayNotCovered: the rulebook does not cover the day.
        """
        place = bisect_right(self._starts, day) - 1
        if place < 0 or (self.book.until and day > self.book.until):
            self.book.on(day)
            message = f"{day.isoformat()} is not covered by {self.book.id}"
            raise DayNotCovered(message)
        since = self._starts[place]
        if since not in self._terms:
            following = self._starts[place + 1] if place + 1 < len(self._starts) else None
            roster = self.book.on(since)
            codes = {seat.line: n for n, seat in enumerate(roster.seats) if seat.line}
            codes |= {seat.id: n for n, seat in enumerate(roster.seats)}
            self._terms[since] = Term(since, following - timedelta(days=1) if following else None, roster, codes)
        return self._terms[since]

    def terms(self) -> tuple[Term, ...]:
        """Every stretch of days the rulebook covers."""
        last = self.book.until or self.book.as_of
        return tuple(self.term(day) for day in self._starts if day <= last)

    def decide(self, call: RollCall) -> Verdict:
        """The same verdict as `psephos.decide.verdict.decide`, faster for named ballots of a plain roll call."""
        plain = not (call.tally or call.participants or call.opt_out or call.vacant or call.without_a_vote)
        if not plain or call.others is None:
            return self._general(call)
        term = self.term(call.day)
        current = call.corrected()
        seating = self._seated(term, current)
        if seating is None:
            seating = seat_call(self.book, current)
        rule = self.book.rule(call.day, call.decision, call.variants)
        return decide_seated(self.book, self._binding(rule, term), current, seating)

    def _general(self, call: RollCall) -> Verdict:
        """Bare tallies come again and again (15-0-0): each is decided once for a stretch of days."""
        special = call.participants or call.opt_out or call.vacant or call.variants or call.corrections or call.parties
        if special or call.tally is None:
            return decide(self.book, call)
        rule = self.book.rule(call.day, call.decision)
        cast = (tuple(sorted(call.tally.counts.items())), tuple(sorted(call.ballots)), call.open, call.without_a_vote)
        key = (id(rule), self.term(call.day).since, cast, tuple(map(str, call.ballots.values())))
        if key not in self._tallied:
            self._tallied[key] = decide(self.book, call)
        return replace(self._tallied[key], call=call)

    def _roster(self, day: date) -> Roster:
        """The roster of the day itself: a member may change its name within a term."""
        if day not in self._rosters:
            self._rosters[day] = self.book.on(day)
        return self._rosters[day]

    def _binding(self, rule: Rule, term: Term) -> BoundRule:
        key = (id(rule), term.since)
        if key not in self._bound:
            self._bound[key] = bind(rule, term.roster, self.book.choices)
        return self._bound[key]

    def _seated(self, term: Term, call: RollCall) -> Seating | None:
        """The ballots at their seats; None where the general way has to say what is wrong."""
        cast: dict[int, str] = {}
        for member, ballot in call.ballots.items():
            seat = term.codes.get(member)
            if seat is None or seat in cast or not isinstance(ballot, str) or ballot not in self.book.choices.ids:
                return None
            cast[seat] = ballot
        others = call.others or "not_voting"
        if any(seat.count != 1 or seat.casts is not None or seat.apart for seat in term.roster.seats):
            return None
        places = {choice: place for place, choice in enumerate(self.book.choices.ids)}
        blank = (0,) * len(places)
        rows = []
        for seat in range(len(term.roster.seats)):
            place = places[cast.get(seat, others)]
            rows.append((*blank[:place], 1, *blank[place + 1 :]))
        return Seating(self._roster(call.day), self.book.choices, tuple(rows), (0,) * len(rows))

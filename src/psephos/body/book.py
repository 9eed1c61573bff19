"""A rulebook as a value: one body's rules, rosters, names and examples, and what can be asked of them on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from psephos.body.ballots import Choices
from psephos.body.days import as_day
from psephos.body.members import Register, Roster, Seat
from psephos.body.names import Names
from psephos.body.rules import Rule
from psephos.errors import DayNotCovered, UnknownDecision, UsageError

__all__ = ["Example", "Rulebook"]


@dataclass(frozen=True, slots=True)
class Example:
    """A vote that the rulebook says how to label: real with its source, or synthetic with its arithmetic."""

    on: date
    label: str
    line: int
    decision: str | None = None
    variants: tuple[str, ...] = ()
    ballots: Mapping[str, str | Mapping[str, int]] = field(default_factory=dict, hash=False)
    others: str | None = None
    tally: Mapping[str, int] | None = field(default=None, hash=False)
    participants: tuple[str, ...] | None = None
    opt_out: tuple[str, ...] | None = None
    vacant: Mapping[str, int] = field(default_factory=dict, hash=False)
    parties: tuple[str, ...] = ()
    without_a_vote: bool = False
    vetoed_by: tuple[str, ...] | None = None
    synthetic: bool = False
    why: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """What is known of one body: who sits, what can be cast, under which rules, and who says so?

    Examples:
        >>> from psephos.body.rulebook import rulebook
        >>> unsc = rulebook("unsc")
        >>> unsc.rule(date(2020, 1, 1)).decision, unsc.on(date(2020, 1, 1)).size
        ('substantive', 15)
    """

    id: str
    name: str
    short: str
    aliases: tuple[str, ...]
    summary: str
    as_of: date
    since: date
    until: date | None
    motion: str
    choices: Choices
    sources: Mapping[str, str] = field(hash=False)
    register: Register = field(repr=False)
    rules: tuple[Rule, ...] = field(repr=False)
    examples: tuple[Example, ...] = field(repr=False)
    names: Names = field(repr=False)
    sha256: str
    file: str

    def on(self, day: date | str) -> Roster:
        """Who sat that day (a date, or in ISO form), under which printed names, in which groups, with which weights?

        Raises:
            UsageError: the text is no day.
            DayNotCovered: before the body existed, or outside what the rulebook covers.

        Examples:
            >>> from psephos.body.rulebook import rulebook
            >>> rulebook("unsc").on(date(1991, 12, 23)).seat("RUS").id
            'SUN'
        """
        wanted = as_day(day)
        self._covered(wanted)
        roster = self.register.on(wanted)
        return replace(roster, seats=tuple(self._printed(seat, wanted) for seat in roster.seats))

    def roster(
        self,
        day: date,
        *,
        participants: Iterable[str] | None = None,
        opt_out: Iterable[str] | None = None,
        vacant: Mapping[str, int] | None = None,
    ) -> Roster:
        """Who takes part in a vote that day, after opt-outs and vacancies?

        Members may be given by code, printed name or seat id; a group's name stands for its members.

        Raises:
            UsageError: see `on`, and for members that are unknown, not seated or named twice.
        """
        full = self.on(day)
        if participants is not None and opt_out is not None:
            raise UsageError("give either the participants or those who opt out, not both")
        if vacant:
            full = full.with_vacancies({self.names.seat(member, full).id: number for member, number in vacant.items()})
        if participants is not None:
            return full.only(self._members(participants, full))
        if opt_out is not None:
            return full.without(self._members(opt_out, full))
        return full

    def rule(self, day: date, decision: str | None = None, variants: Iterable[str] = ()) -> Rule:
        """Which rule was in force that day, for that kind of decision, given these facts of the call?

        Raises:
            DayNotCovered: the rulebook, or this decision, does not cover the day.
            UnknownDecision: no such decision or variant.
        """
        self._covered(day)
        wanted = decision or self.default_decision
        chosen = tuple(dict.fromkeys(variants))
        known = [rule for rule in self.rules if rule.decision == wanted]
        if not known:
            raise UnknownDecision(f"{self.id} takes no decision '{wanted}'; it takes {', '.join(self.decisions)}")
        fitting = [rule for rule in known if rule.in_force(day)]
        if not fitting:
            raise DayNotCovered(f"{self.id} has no rule for '{wanted}' on {day.isoformat()}; {_rule_days(known)}")
        return self._variant(fitting, chosen, wanted, day)

    @property
    def default_decision(self) -> str:
        """The kind of decision taken to be meant when a call names none."""
        return next((rule.decision for rule in self.rules if rule.default), self.rules[0].decision)

    @property
    def decisions(self) -> tuple[str, ...]:
        """The kinds of decision, in the order of the file."""
        return tuple(dict.fromkeys(rule.decision for rule in self.rules))

    def variants(self, decision: str, day: date) -> tuple[str, ...]:
        """Which facts of a call make another rule apply to that decision on that day?"""
        return tuple(
            rule.variant for rule in self.rules if rule.decision == decision and rule.in_force(day) and rule.variant
        )

    def _variant(self, fitting: list[Rule], variants: tuple[str, ...], decision: str, day: date) -> Rule:
        named = [rule for rule in fitting if rule.variant in variants]
        known = [rule.variant for rule in fitting if rule.variant]
        unknown = [variant for variant in variants if variant not in known]
        if unknown:
            offer = f"variants that day: {', '.join(known)}" if known else "there is none that day"
            raise UnknownDecision(
                f"'{decision}' of {self.id} has no variant '{unknown[0]}' on {day.isoformat()}; {offer}"
            )
        if len(named) > 1:
            raise UnknownDecision(f"the variants {', '.join(variants)} name {len(named)} rules; give one")
        plain = [rule for rule in fitting if rule.variant is None]
        if not named and not plain:
            raise UnknownDecision(f"'{decision}' of {self.id} on {day.isoformat()} needs a variant: {', '.join(known)}")
        return (named or plain)[0]

    def _covered(self, day: date) -> None:
        if day < self.since:
            raise DayNotCovered(f"{day.isoformat()} is before the first day of {self.id}, {self.since.isoformat()}")
        if self.until and day > self.until:
            raise DayNotCovered(
                f"{day.isoformat()} is after {self.until.isoformat()}, the last day that {self.id} covers"
            )

    def _printed(self, seat: Seat, day: date) -> Seat:
        if seat.name:
            return replace(seat, the=self.names.takes_the(seat.name))
        printed = self.names.printed(seat.id, day)
        return replace(seat, name=printed.name, the=printed.the) if printed else replace(seat, name=seat.id)

    def _members(self, listed: Iterable[str], roster: Roster) -> list[str]:
        """Codes of members, with each group's name standing for its members."""
        found: list[str] = []
        for name in listed:
            if name in roster.groups:
                found.extend(seat.id for seat in roster.group(name) if seat.id not in found)
            else:
                found.append(self.names.seat(name, roster).id)
        return found


def _rule_days(rules: list[Rule]) -> str:
    first = min(rule.since for rule in rules)
    ends = [rule.until for rule in rules]
    last = max(end for end in ends if end).isoformat() if all(ends) else "today"
    return f"it has one from {first.isoformat()} to {last}"

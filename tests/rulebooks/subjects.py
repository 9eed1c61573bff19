"""The shipped rulebooks, their rules and the examples of each rule, seated once for all tests of meaning."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from psephos.body.binding import BoundRule, Profile, bind
from psephos.body.book import Example, Rulebook
from psephos.body.members import Roster
from psephos.body.rulebook import rulebook, shipped
from psephos.body.rules import Rule
from psephos.calls.rollcall import RollCall
from psephos.calls.seating import Seating, seat_call
from psephos.decide.check import example_call
from psephos.decide.partial import ways
from psephos.decide.verdict import Verdict, decide, decide_seated
from psephos.errors import DayNotCovered


@dataclass(frozen=True)
class Case:
    """An example at its table: the call and its ballots seat by seat."""

    book: Rulebook
    example: Example
    call: RollCall
    seating: Seating

    @property
    def name(self) -> str:
        """An id that says where the example stands."""
        return f"{self.book.id}:{self.example.line} {self.example.label}"

    @property
    def roster(self) -> Roster:
        """Who took part."""
        return self.seating.roster

    def verdict(self, bound: BoundRule) -> Verdict:
        """What does a rule, the shipped one or a mutant of it, make of the example?"""
        return decide_seated(self.book, bound, self.call, self.seating)

    def agrees(self, bound: BoundRule) -> bool:
        """Does the rule make of the example what the example says?"""
        verdict = self.verdict(bound)
        vetoers = self.example.vetoed_by
        return verdict.label == self.example.label and (vetoers is None or sorted(vetoers) == sorted(verdict.vetoed_by))

    def profile(self, bound: BoundRule) -> Profile:
        """Every seat's votes; where only a tally is known, one division of it."""
        if self.seating.complete and self.seating.tally is None:
            return self.seating.known
        return next(iter(ways(bound, self.seating).values()))


@dataclass(frozen=True)
class Subject:
    """A rule with the examples that fall under it."""

    book: Rulebook
    rule: Rule
    cases: tuple[Case, ...]

    @property
    def name(self) -> str:
        """An id that says which body, decision, variant and regime."""
        variant = f"+{self.rule.variant}" if self.rule.variant else ""
        return f"{self.book.id}:{self.rule.decision}{variant} from {self.rule.since}"

    @cached_property
    def bound(self) -> dict[Roster, BoundRule]:
        """The rule on each roster of its examples."""
        return {roster: bind(self.rule, roster, self.book.choices) for roster in self.voting}

    @cached_property
    def standing(self) -> dict[str, tuple[Profile, dict[str, bool]]]:
        """For each example its ballots, and which clauses hold on them."""
        return {case.name: self._standing(case) for case in self.cases}

    def _standing(self, case: Case) -> tuple[Profile, dict[str, bool]]:
        bound = self.bound[case.roster]
        profile = case.profile(bound)
        return profile, {clause.clause.name: clause.holds(profile) for clause in bound.clauses}

    @property
    def voting(self) -> tuple[Roster, ...]:
        """The rosters of the examples, each once."""
        return tuple(dict.fromkeys(case.roster for case in self.cases))

    @cached_property
    def rosters(self) -> tuple[Roster, ...]:
        """The rosters of the examples, and every roster of the body while the rule was in force."""
        return tuple(dict.fromkeys((*self.voting, *self._historical())))

    def _historical(self) -> Iterator[Roster]:
        first, last = self.rule.since, self.rule.until or self.book.as_of
        for day in (first, *(day for day in self.book.register.changes() if first < day <= last)):
            roster = _roster(self.book, day)
            if roster is not None and _binds(self.rule, roster, self.book):
                yield roster


def _roster(book: Rulebook, day: date) -> Roster | None:
    try:
        return book.on(day)
    except DayNotCovered:
        return None


def _binds(rule: Rule, roster: Roster, book: Rulebook) -> bool:
    """Are the weights that the rule needs stated for the day?"""
    try:
        bind(rule, roster, book.choices)
    except DayNotCovered:
        return False
    return True


@cache
def books() -> tuple[Rulebook, ...]:
    """Every shipped rulebook."""
    return tuple(rulebook(name) for name in shipped())


@cache
def subjects() -> tuple[Subject, ...]:
    """Every rule of every shipped rulebook, each with its examples."""
    return tuple(Subject(book, rule, tuple(_cases(book, rule))) for book in books() for rule in book.rules)


def _cases(book: Rulebook, rule: Rule) -> Iterator[Case]:
    for example in book.examples:
        if not example.without_a_vote and book.rule(example.on, example.decision, example.variants) == rule:
            call = example_call(book, example)
            yield Case(book, example, call, seat_call(book, call))


def decided(book: Rulebook, example: Example) -> Verdict:
    """The verdict on an example as a user gets it."""
    return decide(book, example_call(book, example))

"""Small random bodies with statements about their votes, and the slow way to deduce: every roll call listed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import product
from math import comb, prod
from typing import assert_never

from hypothesis import strategies as st

from psephos.body.ballots import STANDARD_CHOICES
from psephos.body.binding import BoundRule, bind
from psephos.body.book import Rulebook
from psephos.body.members import Register, Roster, Seat, Tenure
from psephos.body.names import Names
from psephos.body.rules import And, Clause, Formula, Leaf, Not, Or, Rule, clause_names
from psephos.decide.reasons import Gravity, is_yes_against_no, reasons, role_gravity, standing_in_the_way
from psephos.explore.deduce import sittings
from psephos.explore.deduce_days import Sitting
from psephos.explore.statements import (
    EVERYONE,
    AllCast,
    Cast,
    Counted,
    Decided,
    Labelled,
    NotCast,
    OnDays,
    Scope,
    Span,
    Statement,
    VetoedBy,
)
from tests.count.bodies import READER, divisions, formulas, seat

FIRST = date(2024, 1, 1)
TERM = timedelta(days=10)
LABELS = {
    Gravity.NONE: "adopted",
    Gravity.VETO: "vetoed",
    Gravity.TIE: "tied",
    Gravity.MAJORITY: "insufficient votes",
    Gravity.QUORUM: "no quorum",
}
UNVOTED = frozenset({"present_only", "absent", "not_participating", "not_voting"})
CLAUSES = (
    ("yes >= {n}", "majority"),
    ("no(a) = 0", "veto"),
    ("no(a) <= {n}", "veto"),
    ("yes > no", "majority"),
    ("yes > no", "casting"),
    ("yes[w] > no[w]", "majority"),
    ("present >= {n}", "quorum"),
    ("yes(s0) = 1", "casting"),
    ("yes >= 2/3 of (yes + no)", "majority"),
    ("yes[w] >= 50% of members[w]", "majority"),
    ("yes(b) + abstain(b) >= {n}", "condition"),
    ("absent <= {n}", "quorum"),
)
WORDS = (
    ("yes",),
    ("no",),
    ("abstain",),
    ("not_voting",),
    ("absent",),
    ("yes", "no"),
    ("yes", "abstain"),
    ("no", "not_voting"),
)
DOMAINS = (
    None,
    None,
    ("yes", "no"),
    ("yes", "no", "abstain"),
    ("yes", "no", "not_voting"),
    ("yes", "no", "abstain", "absent", "not_voting"),
)


def book_of(register: Register, rules: Sequence[Rule]) -> Rulebook:
    """A rulebook that exists only for a test."""
    return Rulebook(
        id="board",
        name="Board",
        short="",
        aliases=(),
        summary="",
        as_of=FIRST,
        since=FIRST,
        until=FIRST + 3 * TERM - timedelta(days=1),
        motion="motion",
        choices=STANDARD_CHOICES,
        sources={},
        register=register,
        rules=tuple(rules),
        examples=(),
        names=Names.of(()),
        sha256="",
        file="",
    )


@st.composite
def books(draw: st.DrawFn) -> Rulebook:
    """Two or three members that always sit and some that sit for a term of ten days; a random rule."""
    casts = st.sampled_from([None, None, None, None, ("yes", "no"), ("yes", "no", "abstain", "absent")])
    tenures = []
    for number in range(draw(st.integers(1, 3))):
        groups = draw(st.sampled_from(["a", "b", "ab"])) if number else "ab"
        weight = (draw(st.integers(1, 3)), 1)
        count = draw(st.sampled_from([1, 1, 1, 1, 2]))
        tenures.append(Tenure(seat(f"s{number}", weight, groups, count, casts=draw(casts)), None, None))
    for number in range(draw(st.integers(0, 2))):
        start = FIRST + TERM * draw(st.integers(0, 2))
        one = seat(f"t{number}", (1, 1), draw(st.sampled_from(["a", "b", ""])), casts=draw(casts))
        tenures.append(Tenure(one, start, start + TERM - timedelta(days=1)))
    picked = draw(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=3))
    parts = tuple(
        Clause(f"c{number}", READER.condition(text.format(n=draw(st.integers(0, 3)))), role, "a test")  # type: ignore[arg-type]
        for number, (text, role) in enumerate(picked)
    )
    rule = Rule("board", "motion", "motion", FIRST, None, draw(formulas([part.name for part in parts])), parts)
    return book_of(Register("board", tuple(tenures)), [rule])


@st.composite
def statement_sets(draw: st.DrawFn, book: Rulebook, domain: Sequence[str] | None) -> tuple[Statement, ...]:
    """A few statements, most of them true of one roll call, so that sets often hold together."""
    members = sorted(book.register.members_ever())
    drawn = [draw(_statement(f"p{place}", members)) for place in range(draw(st.integers(0, 9)))]
    calls = Slow(book, drawn, domain).calls
    true = calls[draw(st.integers(0, len(calls) - 1))].met
    wrong = draw(st.sampled_from([0, 0, 1, 2]))
    met = [one for place, one in enumerate(drawn) if true >> place & 1]
    unmet = [one for place, one in enumerate(drawn) if not true >> place & 1]
    return tuple(sorted((*met[:6], *unmet[:wrong]), key=lambda one: one.id))


def _statement(name: str, members: list[str]) -> st.SearchStrategy[Statement]:
    member, words = st.sampled_from(members), st.sampled_from(WORDS)
    few = st.lists(member, min_size=1, max_size=2, unique=True).map(tuple)
    scopes = st.one_of(
        st.just(EVERYONE),
        st.just(Scope(unnamed=True)),
        st.builds(Scope, group=st.sampled_from(["a", "b", "s0"]), unnamed=st.booleans()),
        st.builds(Scope, apart_from=few),
        st.builds(Scope, members=few),
    )
    numbers = st.integers(0, 3)
    day = st.integers(0, 29).map(lambda days: FIRST + timedelta(days=days))
    return st.one_of(
        st.builds(Cast, st.just(name), member, words),
        st.builds(Cast, st.just(name), member, words),
        st.builds(NotCast, st.just(name), member, words),
        st.builds(lambda w, n, s: Counted(name, w, n, n, s), words, numbers, scopes),
        st.builds(lambda w, n, s: Counted(name, w, n, n, s), words, numbers, scopes),
        st.builds(Counted, st.just(name), words, numbers, st.one_of(st.none(), st.integers(2, 4)), scopes),
        st.builds(AllCast, st.just(name), words, scopes, st.one_of(st.none(), numbers)),
        st.builds(Decided, st.just(name), st.booleans()),
        st.builds(Labelled, st.just(name), st.sampled_from(list(LABELS.values()))),
        st.builds(VetoedBy, st.just(name), few, st.booleans()),
        st.builds(lambda one, two: OnDays.on(name, Span(min(one, two), max(one, two))), day, day),
    )


Profile = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class RollCall:
    """One way the vote can have gone: the sitting, every ballot, the same by class, and the statements it meets."""

    sitting: int
    day: date
    profile: Profile
    told: tuple[tuple[int, ...], ...]
    met: int


class Judge:
    """How far from adoption a motion stays, as `psephos.decide.reasons.gravity` has it, but quick."""

    def __init__(self, bound: BoundRule) -> None:
        self.bound = bound
        self.parts = {clause.clause.name: clause.integral() for clause in bound.clauses}
        self.ties = {
            c.clause.name for c in bound.clauses if c.clause.role == "majority" and is_yes_against_no(c, bound)
        }
        self.roles = {clause.clause.name: role_gravity(clause.clause) for clause in bound.clauses}

    def gravity(self, profile: Profile) -> Gravity:
        failing = {name: self.failing(name, profile) for name in self.parts}
        return Gravity(self.walk(self.bound.rule.passes, failing))

    def failing(self, name: str, profile: Profile) -> int:
        if all(part.holds(profile) for part in self.parts[name]):
            return 0
        if name in self.ties:
            first = self.parts[name][0]
            voted = sum(sum(row[:2]) for row, table in zip(profile, first.table, strict=True) if any(table))
            if first.total(profile) == first.bound - 1 and voted:
                return Gravity.TIE
        return self.roles[name]

    def walk(self, formula: Formula, failing: Mapping[str, int]) -> int:
        match formula:
            case Leaf(clause=name):
                return failing[name]
            case And(of=parts):
                return max(self.walk(part, failing) for part in parts)
            case Or(of=parts):
                return min(self.walk(part, failing) for part in parts)
            case Not(of=part):
                return 0 if self.walk(part, failing) else max(self.roles[name] for name in clause_names(part))

    def against(self, profile: Profile) -> set[int]:
        return {place for leaf in standing_in_the_way(reasons(self.bound, profile)) for place in leaf.against}


class Slow:
    """Lists every roll call of every sitting and judges every statement on each by itself."""

    def __init__(self, book: Rulebook, statements: Sequence[Statement], domain: Sequence[str] | None) -> None:
        self.book, self.statements = book, statements
        self.names = tuple(domain) if domain else ("yes", "no", "abstain", "not_voting")
        self.sittings = sittings(book)
        self.calls = [call for number in range(len(self.sittings)) for call in self._calls(number)]

    def holds(self, kind: str) -> frozenset[str]:
        """The choices of a class."""
        return frozenset({kind}) | (UNVOTED - set(self.names) if kind == "not_voting" else frozenset())

    def castable(self, one: Seat) -> list[int]:
        considered = set().union(*(self.holds(kind) for kind in self.names)) - {"not_voting"}
        allowed = considered & set(one.casts if one.casts is not None else STANDARD_CHOICES.ids)
        return [STANDARD_CHOICES.index(choice) for choice in STANDARD_CHOICES.ids if choice in allowed]

    def _calls(self, number: int) -> Iterator[RollCall]:
        sitting = self.sittings[number]
        judge = Judge(bind(sitting.rule, sitting.roster, STANDARD_CHOICES))
        options = [list(divisions(one.count, self.castable(one), 7)) for one in sitting.roster.seats]
        vetoes = any(isinstance(statement, VetoedBy) for statement in self.statements)
        for profile in product(*options):
            label = LABELS[judge.gravity(profile)]
            against = judge.against(profile) if vetoes and label == "vetoed" else set()
            met = 0
            for place, statement in enumerate(self.statements):
                if not isinstance(statement, OnDays) and self.meets(statement, sitting, profile, label, against):
                    met |= 1 << place
            told = tuple(self.told(row) for row in profile)
            for day, dated in self.dated(sitting):
                yield RollCall(number, day, profile, told, met | dated)

    def dated(self, sitting: Sitting) -> list[tuple[date, int]]:
        """Days that the statements about days tell apart (the first of each kind), with those that each day meets."""
        found: dict[int, date] = {}
        for day in days_of(sitting.spans):
            found.setdefault(self.met_on(day), day)
        return [(day, met) for met, day in found.items()]

    def met_on(self, day: date) -> int:
        """The statements about days that are true of a day."""
        days = ((place, one) for place, one in enumerate(self.statements) if isinstance(one, OnDays))
        return sum(1 << place for place, one in days if any(span.covers(day) for span in one.spans))

    def told(self, row: Sequence[int]) -> tuple[int, ...]:
        return tuple(sum(row[STANDARD_CHOICES.index(one)] for one in self.holds(kind)) for kind in self.names)

    def meets(  # noqa: C901 -- one case for each kind of statement
        self, statement: Statement, sitting: Sitting, profile: Profile, label: str, against: set[int]
    ) -> bool:
        roster = sitting.roster
        match statement:
            case Cast(member=member, choices=choices):
                return member in roster.ids and self.cast(roster, profile, member) <= words(choices)
            case NotCast(member=member, choices=choices):
                return member in roster.ids and not self.cast(roster, profile, member) & words(choices)
            case Counted(choices=choices, least=least, most=most, of=scope):
                places = self.inside(scope, roster)
                if places is None:
                    return False
                total = sum(profile[place][STANDARD_CHOICES.index(c)] for place in places for c in words(choices))
                return total >= least and (most is None or total <= most)
            case AllCast(choices=choices, of=scope, number=number):
                places = self.inside(scope, roster)
                if places is None or (number is not None and number != sum(sum(profile[place]) for place in places)):
                    return False
                return all(self.cast(roster, profile, roster.ids[place]) <= words(choices) for place in places)
            case Decided(adopted=adopted):
                return (label == "adopted") == adopted
            case Labelled(label=stated):
                return label == stated
            case VetoedBy():
                return label == "vetoed" and self.vetoed(statement, roster, profile, against)
            case OnDays():
                return True  # `met_on` judges it
            case other:
                assert_never(other)

    def vetoed(self, statement: VetoedBy, roster: Roster, profile: Profile, against: set[int]) -> bool:
        if not all(member in roster.ids for member in statement.members):
            return False
        named = {roster.ids.index(member) for member in statement.members}
        if not all(self.cast(roster, profile, member) == {"no"} for member in statement.members):
            return False
        return named == against if statement.closed else named <= against

    def inside(self, scope: Scope, roster: Roster) -> set[int] | None:
        if scope.members is not None:
            if not set(scope.members) <= set(roster.ids):
                return None
            found = {roster.ids.index(member) for member in scope.members}
        elif scope.group:
            found = {p for p, one in enumerate(roster.seats) if scope.group in one.groups or scope.group == one.id}
            if not found:
                return None
        else:
            found = set(range(len(roster.seats)))
        found -= {roster.ids.index(member) for member in scope.apart_from if member in roster.ids}
        if scope.unnamed:
            found = {place for place in found if roster.ids[place] not in self.named}
        return found

    @cached_property
    def named(self) -> set[str]:
        found: set[str] = set()
        for statement in self.statements:
            match statement:
                case Cast(member=member) | NotCast(member=member):
                    found.add(member)
                case VetoedBy(members=members):
                    found |= set(members)
                case AllCast(of=scope):
                    found |= set(scope.members or ())
                case _:
                    pass
        return found

    def cast(self, roster: Roster, profile: Profile, member: str) -> set[str]:
        row = profile[roster.ids.index(member)]
        return {choice for choice, votes in zip(STANDARD_CHOICES.ids, row, strict=True) if votes}

    # --- what follows -------------------------------------------------------------------------------------------------

    def left(self, active: int | None = None) -> list[RollCall]:
        """The roll calls that meet these statements."""
        wanted = (1 << len(self.statements)) - 1 if active is None else active
        return [call for call in self.calls if not wanted & ~call.met]

    def remaining(self) -> int:
        """How many roll calls are left, every single vote counted, told apart by class."""
        told = {(call.sitting, call.told) for call in self.left()}
        return sum(prod(_ways(row) for row in rows) for _, rows in told)

    def days(self) -> set[date]:
        """The days that remain."""
        left = {(call.sitting, self.met_on(call.day)) for call in self.left()}
        every = ((number, day) for number, one in enumerate(self.sittings) for day in days_of(one.spans))
        return {day for number, day in every if (number, self.met_on(day)) in left}

    def ballots(self, calls: Sequence[RollCall], member: str) -> set[str | None]:
        """The classes that the member's votes are of, with None where it does not sit."""
        found: set[str | None] = set()
        for call in calls:
            roster = self.sittings[call.sitting].roster
            if member not in roster.ids:
                found.add(None)
                continue
            row = call.told[roster.ids.index(member)]
            found |= {kind for kind, votes in zip(self.names, row, strict=True) if votes}
        return found


def days_of(spans: Sequence[Span]) -> list[date]:
    """Every day of these spans."""
    return [span.first + timedelta(n) for span in spans for n in range((span.last - span.first).days + 1)]


def words(choices: Sequence[str]) -> set[str]:
    """The choices meant by a statement's words."""
    return set().union(*(UNVOTED if word == "not_voting" else {word} for word in choices))


def _ways(row: Sequence[int]) -> int:
    left, found = sum(row), 1
    for number in row:
        found *= comb(left, number)
        left -= number
    return found

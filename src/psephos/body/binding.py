"""Where a rule meets a roster: every clause becomes exact linear conditions over seats and choices.

A *profile* counts, for each seat of the roster, how many of its votes went to each choice (one vote for a named seat,
`count` votes for anonymous ones). A bound clause gives the two sides of its comparison for a profile (for people), and
the same as integer conditions `sum of coefficient * votes >= bound` (for counting).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Literal, assert_never

from psephos.body.ballots import Choices
from psephos.body.members import Roster, Seat
from psephos.body.notation import count_text
from psephos.body.rules import Clause, Condition, Count, Fewest, Number, Relation, Rule, Share, Sum, Term
from psephos.errors import DayNotCovered, UnknownMember

__all__ = ["BoundClause", "BoundRule", "Integral", "Linear", "Profile", "bind"]

Profile = Sequence[Sequence[int]]
"""For each seat of the roster (in order), the number of votes for each choice (in order)."""


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear form over a profile: one coefficient for each seat and choice, and a constant."""

    table: tuple[tuple[Fraction, ...], ...]
    constant: Fraction

    def value(self, profile: Profile) -> Fraction:
        """What does the form come to on these ballots?"""
        total = self.constant
        for row, votes in zip(self.table, profile, strict=True):
            for coefficient, number in zip(row, votes, strict=True):
                if number and coefficient:
                    total += coefficient * number
        return total

    def minus(self, other: Linear) -> Linear:
        """The difference of two forms."""
        rows = zip(self.table, other.table, strict=True)
        table = tuple(tuple(a - b if b else a for a, b in zip(mine, theirs, strict=True)) for mine, theirs in rows)
        return Linear(table, self.constant - other.constant)


@dataclass(frozen=True, slots=True)
class Integral:
    """`sum of table[seat][choice] * votes  relation  bound`, all of it whole numbers."""

    table: tuple[tuple[int, ...], ...]
    relation: Literal[">=", "="]
    bound: int

    def total(self, profile: Profile) -> int:
        """The left-hand sum on these ballots."""
        rows = zip(self.table, profile, strict=True)
        return sum(c * n for row, votes in rows for c, n in zip(row, votes, strict=True) if n)

    def holds(self, profile: Profile) -> bool:
        """Is the condition met?"""
        total = self.total(profile)
        return total == self.bound if self.relation == "=" else total >= self.bound


@dataclass(frozen=True, slots=True)
class BoundClause:
    """A clause on a roster: its two sides as forms, its guards, and how far rounded weights could move it."""

    clause: Clause
    left: Linear
    right: Linear
    guards: tuple[Linear, ...]
    slack: Linear
    unsure_constant: bool = False

    def holds(self, profile: Profile) -> bool:
        """Does the clause hold on these ballots?"""
        if any(guard.value(profile) <= 0 for guard in self.guards):
            return False
        return _compare(self.left.value(profile), self.clause.requires.relation, self.right.value(profile))

    def integral(self) -> tuple[Integral, ...]:
        """The same clause as conditions in whole numbers; all of them must hold."""
        difference = self.left.minus(self.right)
        relation = self.clause.requires.relation
        main = difference if relation in (">=", ">", "=") else _negated(difference)
        strict = relation in (">", "<")
        first = _whole(main, "=" if relation == "=" else ">=", strict=strict)
        return (first, *(_whole(guard, ">=", strict=True) for guard in self.guards))


@dataclass(frozen=True, slots=True)
class BoundRule:
    """A rule on the roster that is to vote under it."""

    rule: Rule
    roster: Roster
    choices: Choices
    clauses: tuple[BoundClause, ...]

    def clause(self, name: str) -> BoundClause:
        """The bound clause of that name."""
        return next(bound for bound in self.clauses if bound.clause.name == name)

    def castable(self, seat: Seat) -> tuple[str, ...]:
        """What may this seat cast? `not_voting` only records that a source is silent, so it is no answer here."""
        allowed = self.choices.ids if seat.casts is None else seat.casts
        return tuple(choice for choice in allowed if choice != "not_voting")


_ZERO = Fraction(0)


def bind(rule: Rule, roster: Roster, choices: Choices) -> BoundRule:
    """What does a rule require of exactly this roster?

    Args:
        rule: the rule in force.
        roster: who takes part; opt-outs and vacancies already applied.
        choices: what can be cast in the body.

    Raises:
        UnknownMember: a clause names a group that this roster has not.
        UnknownChoice: a clause counts something that cannot be cast.
        DayNotCovered: a clause needs a weight that is not stated for this day.

    Cost: clauses x seats x choices.
    """
    return BoundRule(rule, roster, choices, tuple(_bind(clause, roster, choices) for clause in rule.clauses))


def _bind(clause: Clause, roster: Roster, choices: Choices) -> BoundClause:
    condition = clause.requires
    binder = _Binder(roster, choices)
    left, right = binder.form(condition.left), binder.form(condition.right)
    guards = tuple(guard for whole in condition.guards if not _surely_positive(guard := binder.form(whole), roster))
    unsure = any(_unsure(fewest, roster) for fewest in condition.fewest)
    return BoundClause(clause, left, right, guards, binder.slack(condition), unsure)


def _surely_positive(form: Linear, roster: Roster) -> bool:
    """Can no ballot empty this denominator?"""
    rows = zip(form.table, roster.seats, strict=True)
    return form.constant + sum((min(row) * seat.count for row, seat in rows), Fraction(0)) > 0


@dataclass(frozen=True, slots=True)
class _Binder:
    """Lays sums out over the seats and choices of one roster."""

    roster: Roster
    choices: Choices

    def form(self, total: Sum) -> Linear:
        rows = [[_ZERO] * len(self.choices.ids) for _ in self.roster.seats]
        constant = self._add(total, Fraction(1), rows)
        return Linear(tuple(tuple(row) for row in rows), constant)

    def _add(self, total: Sum, scale: Fraction, rows: list[list[Fraction]]) -> Fraction:
        """Add a scaled sum to the rows; returns what it adds to the constant."""
        constant = _ZERO
        for term in total.terms:
            factor = scale * term.factor
            match term.quantity:
                case Number(value=value):
                    constant += factor * value
                case Fewest() as fewest:
                    constant += factor * _fewest(fewest, self.roster)
                case Share(part=part, whole=whole):
                    constant += self._add(whole, factor * part, rows)
                case Count() as count:
                    self._add_count(count, factor, rows)
                case other:
                    assert_never(other)
        return constant

    def _add_count(self, count: Count, factor: Fraction, rows: list[list[Fraction]]) -> None:
        counted = self.choices.counted(count.of)
        columns = [place for place, choice in enumerate(self.choices.ids) if choice in counted]
        for place, seat in self._inside(count):
            amount = factor * seat.weights[count.weight].value if count.weight else factor
            row = rows[place]
            for column in columns:
                row[column] = row[column] + amount if row[column] else amount

    def _inside(self, count: Count) -> list[tuple[int, Seat]]:
        """The seats that a count speaks of, with their places; the group must exist and the weight be known."""
        chosen = self.roster.group(count.group) if count.group else self.roster.seats
        if count.weight:
            _check_weight(count.weight, chosen, self.roster, count_text(count))
        ids = {seat.id for seat in chosen}
        return [(place, seat) for place, seat in enumerate(self.roster.seats) if seat.id in ids]

    def slack(self, condition: Condition) -> Linear:
        """The most that the difference of the sides can move when each weight errs by its precision."""
        rows = [[_ZERO] * len(self.choices.ids) for _ in self.roster.seats]
        for weight in dict.fromkeys(count.weight for count in condition.counts if count.weight):
            if any(seat.weights[weight].precision for seat in self.roster.seats if weight in seat.weights):
                self._add_slack(condition, weight, rows)
        return Linear(tuple(tuple(row) for row in rows), _ZERO)

    def _add_slack(self, condition: Condition, weight: str, rows: list[list[Fraction]]) -> None:
        """Per unit of the weight, each ballot moves the difference by its coefficient without the weight."""
        bare = [[_ZERO] * len(self.choices.ids) for _ in self.roster.seats]
        for side, sign in ((condition.left, 1), (condition.right, -1)):
            self._add(_only_weight(side, weight), Fraction(sign), bare)
        for row, unit, seat in zip(rows, bare, self.roster.seats, strict=True):
            precision = seat.weights[weight].precision if weight in seat.weights else _ZERO
            for place, coefficient in enumerate(unit):
                row[place] += abs(coefficient) * precision


def _only_weight(total: Sum, weight: str) -> Sum:
    """The part of a sum that is counted by one weight, each seat now counted once."""
    kept: list[Term] = []
    for term in total.terms:
        match term.quantity:
            case Count(of=of, group=group, weight=named):
                if named == weight:
                    kept.append(Term(term.factor, Count(of, group)))
            case Share(part=part, percent=percent, whole=whole):
                kept.append(Term(term.factor, Share(part, percent, _only_weight(whole, weight))))
            case Number() | Fewest():
                pass
            case other:
                assert_never(other)
    return Sum(tuple(kept))


def _check_weight(weight: str, seats: Sequence[Seat], roster: Roster, text: str) -> None:
    lacking = [seat.id for seat in seats if weight not in seat.weights]
    if not lacking:
        return
    if weight in roster.weights_missing:
        raise DayNotCovered(
            f"the weight '{weight}' of {roster.body} is not stated for {roster.day.isoformat()}; it is stated for "
            f"{roster.weights_missing[weight]}; give a roster file of your own for other days"
        )
    known = ", ".join(roster.weights) or "none"
    raise UnknownMember(
        f"'{text}' needs the weight '{weight}', which {', '.join(lacking[:5])} "
        f"{'has' if len(lacking) == 1 else 'have'} not "
        f"on {roster.day.isoformat()}; weights known: {known}"
    )


_Unit = tuple[Fraction, Fraction, int]  # weight, precision, count


def _units(fewest: Fewest, roster: Roster) -> list[_Unit]:
    _check_weight(fewest.weight, roster.seats, roster, f"fewest({fewest.weight} ...)")
    units = [
        (seat.weights[fewest.weight].value, seat.weights[fewest.weight].precision, seat.count) for seat in roster.seats
    ]
    return sorted(units, reverse=True)


def _fewest(fewest: Fewest, roster: Roster) -> int:
    """The smallest number of members above the share: take the heaviest first."""
    units = _units(fewest, roster)
    bound = fewest.share * sum((value * count for value, _, count in units), Fraction(0))
    reached, number = Fraction(0), 0
    for value, _, count in units:
        for _ in range(count):
            reached, number = reached + value, number + 1
            if reached > bound or (reached == bound and not fewest.strict):
                return number
    return number + 1


def _unsure(fewest: Fewest, roster: Roster) -> bool:
    """Could rounded weights make the constant another number?"""
    units = _units(fewest, roster)
    if not any(precision for _, precision, _ in units):
        return False
    number = _fewest(fewest, roster)
    heaviest = [unit for unit in units for _ in range(unit[2])]
    return any(_near(heaviest[:size], heaviest, fewest.share) for size in (number - 1, number) if size > 0)


def _near(chosen: list[_Unit], units: list[_Unit], share: Fraction) -> bool:
    margin = sum((v for v, _, _ in chosen), Fraction(0)) - share * sum((v for v, _, _ in units), Fraction(0))
    inside = sum((p for _, p, _ in chosen), Fraction(0))
    outside = sum((p for _, p, _ in units), Fraction(0)) - inside
    return abs(margin) <= (1 - share) * inside + share * outside


def _compare(left: Fraction, relation: Relation, right: Fraction) -> bool:
    match relation:
        case ">=":
            return left >= right
        case ">":
            return left > right
        case "=":
            return left == right
        case "<":
            return left < right
        case "<=":
            return left <= right
        case other:
            assert_never(other)


def _negated(form: Linear) -> Linear:
    return Linear(tuple(tuple(-c for c in row) for row in form.table), -form.constant)


def _whole(form: Linear, relation: Literal[">=", "="], *, strict: bool) -> Integral:
    """Clear the fractions of `form >= 0` (or `> 0`, or `= 0`)."""
    scale = lcm(form.constant.denominator, *(c.denominator for row in form.table for c in row))
    table = tuple(tuple(c.numerator * (scale // c.denominator) for c in row) for row in form.table)
    return Integral(table, relation, -int(form.constant * scale) + (1 if strict else 0))

"""What a rulebook means: do its examples hold, can each rule pass and fail, is it monotone where it says so?

Form is checked when a file is read; meaning is checked here, for `psephos check` and for the tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from psephos.body.binding import BoundClause, BoundRule, Linear, bind
from psephos.body.book import Example, Rulebook
from psephos.body.members import Roster
from psephos.body.rules import And, Formula, Leaf, Not, Or, Rule
from psephos.calls.rollcall import RollCall, Tally
from psephos.decide.verdict import decide
from psephos.errors import DayNotCovered, Fault, PsephosError

if TYPE_CHECKING:
    from psephos.count.completions import Completions

__all__ = ["can_pass", "check", "example_call", "example_faults", "rule_faults"]


def check(book: Rulebook) -> tuple[Fault, ...]:
    """What is wrong with the meaning of a rulebook?

    Returns:
        Examples that come out otherwise than they say, rules that never pass or never fail on their roster, and rules
        that are not monotone though they do not say so; none if all is well.

    Cost: a few milliseconds an example; for each rule some diagrams.

    Examples:
        >>> from psephos.body.rulebook import rulebook
        >>> check(rulebook("template-board"))
        ()
    """
    return (*_all_examples(book), *(fault for rule in book.rules for fault in rule_faults(book, rule)))


def _all_examples(book: Rulebook) -> Iterator[Fault]:
    for example in book.examples:
        yield from example_faults(book, example)


def example_call(book: Rulebook, example: Example) -> RollCall:
    """The roll call that an example describes."""
    return RollCall(
        book.id,
        example.on,
        example.decision,
        example.variants,
        example.ballots,
        others=example.others,
        tally=None if example.tally is None else Tally(example.tally),
        participants=example.participants,
        opt_out=example.opt_out,
        vacant=example.vacant,
        parties=example.parties,
        method="without a vote" if example.without_a_vote else "",
        source=example.source,
    )


def example_faults(book: Rulebook, example: Example) -> tuple[Fault, ...]:
    """In what does an example come out otherwise than it says?"""
    try:
        verdict = decide(book, example_call(book, example))
    except PsephosError as error:
        return (_fault(book, example, f"the example cannot be decided: {error}", "mend the ballots or the rule"),)
    found = []
    if verdict.label != example.label:
        problem = f"the example of {example.on} is labelled '{example.label}', but the rule says '{verdict.label}'"
        found.append(_fault(book, example, problem, "mend the rule or the example"))
    if example.vetoed_by is not None and sorted(example.vetoed_by) != sorted(verdict.vetoed_by):
        said, got = ", ".join(example.vetoed_by), ", ".join(verdict.vetoed_by) or "nobody"
        found.append(
            _fault(
                book,
                example,
                f"vetoed by {said} according to the example, by {got} according to the rule",
                "mend one of them",
            )
        )
    return tuple(found)


def _fault(book: Rulebook, example: Example, problem: str, remedy: str) -> Fault:
    return Fault(book.file, example.line, problem, remedy, kind="example")


def rule_faults(book: Rulebook, rule: Rule) -> tuple[Fault, ...]:
    """Does a rule never pass, never fail, or turn against a member that adds its yes?"""
    found: list[Fault] = []
    for day in _days(book, rule):
        try:
            bound = bind(rule, book.on(day), book.choices)
            found.extend(_rule_faults(book, bound, day))
        except PsephosError as error:
            found.append(_rule_fault(book, rule, f"cannot be used on {day}: {error}", "mend the roster or the rule"))
        if found:
            break
    return tuple(found)


def _days(book: Rulebook, rule: Rule) -> tuple[date, ...]:
    """The first and the last known day of the rule: rosters between them seldom differ in kind.

    A day for which a weight is not stated says nothing of the rule; the next that can be used takes its place.
    """
    start = max(rule.since, book.since)
    end = max(min(rule.until or book.as_of, book.until or date.max), start)
    days = [start, *(day for day in book.register.changes() if start < day < end), end]
    first = next((day for day in days if _stated(book, rule, day)), start)
    last = next((day for day in reversed(days) if _stated(book, rule, day)), start)
    return (first,) if first == last else (first, last)


def _stated(book: Rulebook, rule: Rule, day: date) -> bool:
    """Are all weights that the rule needs stated for the day?"""
    try:
        bind(rule, book.on(day), book.choices)
    except DayNotCovered:
        return False
    except PsephosError:
        return True  # another fault, which is to be told
    return True


def can_pass(book: Rulebook, rule: Rule, roster: Roster) -> bool:
    """Are there any ballots at all with which this rule passes on this roster?"""
    return _possible(bind(rule, roster, book.choices)).adopting is not None


def _possible(bound: BoundRule, taken: int | None = None) -> Completions:
    """An adopting and a rejecting profile with every ballot open, one vote of the seat `taken` set aside."""
    from psephos.count.completions import completions

    nobody = tuple((0,) * len(bound.choices.ids) for _ in bound.roster.seats)
    votes = tuple(seat.count - (place == taken) for place, seat in enumerate(bound.roster.seats))
    return completions(bound, nobody, votes)


def _rule_faults(book: Rulebook, bound: BoundRule, day: date) -> Iterator[Fault]:
    found = _possible(bound)
    if found.adopting is None:
        yield _rule_fault(book, bound.rule, f"can never pass on {day}", "mend its clauses or its roster")
    if found.rejecting is None:
        yield _rule_fault(book, bound.rule, f"can never fail on {day}", "mend its clauses or its roster")
    if bound.rule.monotone and (witness := _turns_against(bound)) is not None:
        problem = (
            f"is not monotone: on {day} a vote of {witness} for instead of against can turn an adopted motion down"
        )
        yield _rule_fault(book, bound.rule, problem, "mend it, or say monotone = false")


def _rule_fault(book: Rulebook, rule: Rule, problem: str, remedy: str) -> Fault:
    variant = f" ({rule.variant})" if rule.variant else ""
    return Fault(
        book.file, rule.line, f"the rule '{rule.decision}'{variant} from {rule.since} {problem}", remedy, kind="meaning"
    )


# --- monotone? ------------------------------------------------------------------------------------------------------


def _turns_against(bound: BoundRule) -> str | None:
    """A seat whose yes instead of no can turn an adopted motion down; None if there is none.

    For one vote of the seat the rule is written twice, once with that vote against and once with it in favour; a
    profile of all other votes that passes the first and not the second is the witness.
    """
    if all(_clearly_monotone(clause, bound) for clause in bound.clauses) and not _negates(bound.rule.passes):
        return None
    found = (place for place in _unlike(bound) if _possible(_paired(bound, place), place).adopting is not None)
    return next((bound.roster.seats[place].id for place in found), None)


def _negates(formula: Formula) -> bool:
    match formula:
        case Leaf():
            return False
        case Not():
            return True
        case And(of=parts) | Or(of=parts):
            return any(_negates(part) for part in parts)


def _clearly_monotone(clause: BoundClause, bound: BoundRule) -> bool:
    yes, no = bound.choices.index("yes"), bound.choices.index("no")
    main, *guards = clause.integral()
    rising = all(row[yes] >= row[no] for form in (main, *guards) for row in form.table)
    if main.relation == ">=":
        return rising
    lowest = sum(min(row) * seat.count for row, seat in zip(main.table, bound.roster.seats, strict=True))
    return main.bound == lowest and all(row[yes] <= row[no] for row in main.table)


def _unlike(bound: BoundRule) -> tuple[int, ...]:
    """One seat of each kind: equal rows in every clause, the same choices; only those that may cast both yes and no."""
    kinds: dict[object, int] = {}
    for place, seat in enumerate(bound.roster.seats):
        if {"yes", "no"} <= set(bound.castable(seat)):
            rows = tuple(form.table[place] for clause in bound.clauses for form in clause.integral())
            kinds.setdefault((rows, bound.castable(seat)), place)
    return tuple(kinds.values())


def _paired(bound: BoundRule, place: int) -> BoundRule:
    """The rule that passes where the original passes with one vote of the seat against, and fails with it in favour."""
    against = tuple(_fixed(clause, place, bound.choices.index("no"), "against_") for clause in bound.clauses)
    favour = tuple(_fixed(clause, place, bound.choices.index("yes"), "favour_") for clause in bound.clauses)
    passes = And((_renamed(bound.rule.passes, "against_"), Not(_renamed(bound.rule.passes, "favour_"))))
    return replace(bound, rule=replace(bound.rule, passes=passes), clauses=against + favour)


def _fixed(clause: BoundClause, place: int, choice: int, prefix: str) -> BoundClause:
    renamed = replace(clause.clause, name=prefix + clause.clause.name)
    left, right = (_shifted(form, place, choice) for form in (clause.left, clause.right))
    return replace(
        clause, clause=renamed, left=left, right=right, guards=tuple(_shifted(g, place, choice) for g in clause.guards)
    )


def _shifted(form: Linear, place: int, choice: int) -> Linear:
    return Linear(form.table, form.constant + form.table[place][choice])


def _renamed(formula: Formula, prefix: str) -> Formula:
    match formula:
        case Leaf(clause=name):
            return Leaf(prefix + name)
        case And(of=parts):
            return And(tuple(_renamed(part, prefix) for part in parts))
        case Or(of=parts):
            return Or(tuple(_renamed(part, prefix) for part in parts))
        case Not(of=part):
            return Not(_renamed(part, prefix))

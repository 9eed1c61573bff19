"""A rule with one mistake in it is noticed by an example of that rule, or is proven to be the same rule."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.body.binding import BoundRule
from psephos.body.language import parse_condition
from psephos.body.rules import Rule
from tests.count.bodies import adopts, bodies, completed, formulas
from tests.rulebooks.equality import same_rule, shapes
from tests.rulebooks.listing import outcomes
from tests.rulebooks.mutants import mutants
from tests.rulebooks.noticing import survivors
from tests.rulebooks.subjects import Subject, subjects

SUBJECTS = {subject.name: subject for subject in subjects()}


@pytest.mark.parametrize("subject", SUBJECTS.values(), ids=SUBJECTS)
def test_a_mistake_is_noticed(subject: Subject) -> None:
    assert survivors(subject) == []


# --- does the test bite? --------------------------------------------------------------------------------------------


COUNCIL = SUBJECTS["unsc:substantive from 1966-01-01"]


def test_the_mutants_of_the_council_are_these() -> None:
    changes = [mutant.change for mutant in mutants(COUNCIL.rule, COUNCIL.voting, COUNCIL.book.choices)]
    assert [change for change in changes if "becomes" not in change or "group" not in change] == [
        "nine: bound -1 vote",
        "nine: bound +1 vote",
        "nine: >= becomes >",
        "nine: yes becomes yes + abstain",
        "unvetoed: bound -1 vote",
        "unvetoed: bound +1 vote",
        "unvetoed: = becomes >=",
        "unvetoed: = becomes <=",
        "unvetoed: no(permanent): group dropped",
        "unvetoed: no(permanent) becomes no(permanent) + abstain(permanent)",
        "without nine",
        "without unvetoed",
    ]
    assert "unvetoed: no(permanent): group becomes elected" in changes


@pytest.mark.parametrize(
    ("label", "missed"),
    [
        ("vetoed", {"unvetoed: = becomes >=", "without unvetoed"}),
        ("insufficient votes", {"nine: bound -1 vote", "without nine"}),
        ("adopted", {"unvetoed: bound -1 vote"}),
    ],
)
def test_without_the_examples_of_a_label_mistakes_survive(label: str, missed: set[str]) -> None:
    kept = tuple(case for case in COUNCIL.cases if case.example.label != label)
    assert missed <= set(survivors(replace(COUNCIL, cases=kept)))


def test_every_part_of_a_clause_is_mutated() -> None:
    lisbon = SUBJECTS["eu-council:qualified-majority from 2014-11-01"]
    found = {mutant.change for mutant in mutants(lisbon.rule, lisbon.voting, lisbon.book.choices)}
    assert {
        "members: bound +1 vote",
        "population: bound -1%",
        "population: of cast",
        "population: of (yes + no)",
        "population: weights dropped",
        "unblocked: share of fewest +1%",
        "unblocked: < becomes <=",
        "without population",
        "without members",
    } <= found


# --- are the proofs sound? ------------------------------------------------------------------------------------------


def _asking(rule: Rule, clause: str, text: str) -> Rule:
    changed = tuple(replace(one, requires=parse_condition(text)) if one.name == clause else one for one in rule.clauses)
    return replace(rule, clauses=changed)


@pytest.mark.parametrize(
    ("text", "equal"),
    [
        ("no(permanent) <= 0", True),
        ("no(permanent) < 1", True),
        ("2*no(permanent) < 1", True),
        ("members(permanent) - no(permanent) >= 5", True),
        ("no(permanent) <= 1", False),
        ("no = 0", False),
        ("no(elected) = 0", False),
        ("no(permanent) + abstain(permanent) = 0", False),
    ],
)
def test_equal_rules_and_no_others_are_proven_equal(text: str, equal: bool) -> None:  # noqa: FBT001 -- a table
    other = _asking(COUNCIL.rule, "unvetoed", text)
    assert same_rule(COUNCIL.rule, other, COUNCIL.voting, COUNCIL.book.choices) is equal


def test_half_and_more_than_half_differ_where_the_seats_are_even() -> None:
    parliament = SUBJECTS["european-parliament:component-majority from 1987-07-01"]
    other = _asking(parliament.rule, "component", "yes >= 1/2 of members")
    sizes = {
        roster.size: same_rule(parliament.rule, other, [roster], parliament.book.choices)
        for roster in parliament.rosters
    }
    assert sizes
    assert all(equal is (size % 2 == 1) for size, equal in sizes.items())


@settings(max_examples=60)
@given(bodies())
def test_equal_shapes_are_equal_clauses(bound: BoundRule) -> None:
    profiles = list(_profiles(bound))
    for first in bound.clauses:
        for second in bound.clauses:
            if shapes(first, bound) == shapes(second, bound):
                assert all(first.holds(profile) == second.holds(profile) for profile in profiles)


@settings(max_examples=60)
@given(bodies(), st.data())
def test_listing_finds_the_outcomes_that_there_are(bound: BoundRule, data: st.DataObject) -> None:
    formula = data.draw(formulas([clause.clause.name for clause in bound.clauses]))
    other = replace(bound, rule=replace(bound.rule, passes=formula))
    listed = outcomes(bound, other)
    assert listed is not None
    pairs = {(adopts(bound, profile), adopts(other, profile)) for profile in _profiles(bound)}
    assert set(zip(*(held.tolist() for held in listed), strict=True)) == pairs


def _profiles(bound: BoundRule) -> Iterator[tuple[tuple[int, ...], ...]]:
    nobody = ((0,) * len(bound.choices.ids),) * len(bound.roster.seats)
    return completed(bound, nobody, [seat.count for seat in bound.roster.seats], None)

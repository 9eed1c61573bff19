"""Ballots still open: what is said of them is what listing every completion says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.body.binding import BoundRule
from psephos.body.notation import condition_text
from psephos.body.rules import Condition
from psephos.decide.reasons import leaves
from psephos.decide.verdict import Verdict
from tests.laws.small import ballots, boards, completed, decided

MOST_OPEN = 3


@st.composite
def votes_under_way(draw: st.DrawFn) -> tuple[BoundRule, dict[str, str]]:
    """A board, and the ballots known of a vote."""
    bound = draw(boards())
    cast = draw(ballots(bound))
    fewest = max(0, len(cast) - MOST_OPEN)
    known = draw(st.sets(st.sampled_from(sorted(cast)), min_size=fewest, max_size=len(cast) - 1))
    return bound, {member: cast[member] for member in sorted(known)}


@settings(max_examples=250)
@given(votes_under_way())
def test_what_is_said_of_an_open_vote_is_what_all_its_completions_share(vote: tuple[BoundRule, dict[str, str]]) -> None:
    bound, cast = vote
    verdict = decided(bound, cast)
    complete = [decided(bound, whole) for whole in completed(bound, cast)]
    outcomes, labels = {one.outcome for one in complete}, {one.label for one in complete}
    assert verdict.outcome == (outcomes.pop() if len(outcomes) == 1 else "open")
    assert verdict.label == (labels.pop() if len(labels) == 1 else "open")
    for name, holds in _standing(verdict).items():
        found = {_standing(one)[name] for one in complete}
        assert holds == (found.pop() if len(found) == 1 else None)
    if verdict.label == "vetoed" and not any(_two_sided(clause.requires) for clause in bound.rule.clauses):
        assert set(verdict.vetoed_by) <= set.intersection(*(set(one.vetoed_by) for one in complete))


def _two_sided(condition: Condition) -> bool:
    """Can votes stand in the way of an equation from above and from below? Which of them do then is not settled yet."""
    return condition.relation == "=" and condition_text(condition) != "no(a) = 0"


def _standing(verdict: Verdict) -> dict[str, bool | None]:
    """Which clauses hold?"""
    return {leaf.clause.name: leaf.holds for leaf in leaves(verdict.reasons)} if verdict.reasons else {}


@settings(max_examples=100)
@given(votes_under_way())
def test_the_completions_shown_bring_about_what_they_say(vote: tuple[BoundRule, dict[str, str]]) -> None:
    bound, cast = vote
    verdict = decided(bound, cast)
    assert set(verdict.completions) == ({"adopted", "not adopted"} if verdict.outcome == "open" else set())
    for outcome, filled in verdict.completions.items():
        assert not set(filled) & set(cast)
        whole = {**cast, **{member: choice for member, choice in filled.items() if isinstance(choice, str)}}
        assert decided(bound, whole).outcome == outcome

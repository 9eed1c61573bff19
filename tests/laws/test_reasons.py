"""The tree of reasons, the conditions in whole numbers and the clauses' own comparison tell one story."""

from typing import assert_never

from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.body.binding import BoundRule
from psephos.count.completions import adopts
from psephos.decide.reasons import ClauseReason, Combined, Gravity, Reason, gravity, leaves, reasons
from tests.laws.small import ballots, boards, decided, profile

ORDER = ("veto", "casting", "majority", "quorum")
LABELS = {
    Gravity.QUORUM: "no quorum",
    Gravity.MAJORITY: "insufficient votes",
    Gravity.TIE: "tied",
    Gravity.VETO: "vetoed",
}


@settings(max_examples=150)
@given(boards(benches=True), st.data())
def test_the_root_of_the_tree_is_the_outcome(bound: BoundRule, data: st.DataObject) -> None:
    cast = profile(bound, data.draw(ballots(bound)))
    assert reasons(bound, cast).holds is adopts(bound, cast)


@settings(max_examples=150)
@given(boards(benches=True), st.data())
def test_a_clause_holds_as_its_whole_numbers_do(bound: BoundRule, data: st.DataObject) -> None:
    cast = profile(bound, data.draw(ballots(bound)))
    for clause in bound.clauses:
        assert clause.holds(cast) is all(form.holds(cast) for form in clause.integral())


@settings(max_examples=150)
@given(boards(benches=True), st.data())
def test_a_margin_is_not_negative_where_the_clause_holds(bound: BoundRule, data: st.DataObject) -> None:
    for leaf in leaves(reasons(bound, profile(bound, data.draw(ballots(bound))))):
        assert leaf.margin is not None
        if leaf.empty:
            assert leaf.holds is False
        elif leaf.clause.requires.relation in (">", "<"):
            assert leaf.holds is (leaf.margin > 0)
        else:
            assert leaf.holds is (leaf.margin >= 0)


@settings(max_examples=300)
@given(boards(), st.data())
def test_the_label_is_the_gravest_of_what_failed_and_the_mildest_of_what_would_have_done(
    bound: BoundRule, data: st.DataObject
) -> None:
    verdict = decided(bound, data.draw(ballots(bound)))
    assert verdict.reasons is not None
    if verdict.outcome == "adopted":
        assert (verdict.label, verdict.vetoed_by) == ("adopted", ())
        assert gravity(verdict.reasons) is Gravity.NONE
    else:
        assert verdict.label == LABELS[_as_documented(verdict.reasons)]
        assert verdict.label == "vetoed" or verdict.vetoed_by == ()


def _as_documented(reason: Reason) -> Gravity:
    """Along `and` the gravest failing clause counts, along `or` the alternative that came closest."""
    failing = [part for part in _parts(reason) if part.holds is False]
    match reason:
        case ClauseReason(clause=clause, tied=tied):
            if tied and clause.role == "majority":
                return Gravity.TIE
            return Gravity(1 + ORDER.index("majority" if clause.role == "condition" else clause.role))
        case Combined(kind="and"):
            return max(_as_documented(part) for part in failing)
        case Combined(kind="or"):
            return min(_as_documented(part) for part in failing)
        case Combined():
            return gravity(reason)
        case other:
            assert_never(other)


def _parts(reason: Reason) -> tuple[Reason, ...]:
    return reason.of if isinstance(reason, Combined) else ()

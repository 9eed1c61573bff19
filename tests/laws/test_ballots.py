"""What may be done to ballots: traded among equal seats, counted without names, turned from no to yes."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from psephos.body.binding import BoundRule
from psephos.body.notation import condition_text
from psephos.calls.rollcall import RollCall, Tally
from psephos.count.completions import adopts
from psephos.decide.check import _turns_against
from psephos.decide.verdict import decide
from tests.count.bodies import DAY, READER, body, seat
from tests.laws.small import ballots, boards, book_of, completed, decided, profile

RISING = (
    "yes >= {n}",
    "no(a) = 0",
    "yes[w] > no[w]",
    "yes >= 2/3 of (yes + no)",
    "yes[w] >= 50% of members[w]",
    "members - yes < fewest(w > 35%) + 1",
    "present >= {n}",
)
SYMMETRIC = ("yes >= {n}", "yes > no", "yes >= 2/3 of (yes + no)", "present >= {n}", "no <= {n}", "yes = no")
FORMULAS = ("c0 and c1", "c0 or c1", "c0 and (c1 or c2)", "c0 or (c1 and c2)")


@st.composite
def boards_of(draw: st.DrawFn, texts: Sequence[str], *, alike: bool = False) -> BoundRule:
    """A rule over these clauses, without `not`; on seats that are all alike if asked for."""
    size = draw(st.integers(2, 5))
    weights = [1] * size if alike else draw(st.lists(st.integers(1, 4), min_size=size, max_size=size))
    seats = [
        seat(f"s{number}", (weight, 1), "" if alike else "ab"[number % 2]) for number, weight in enumerate(weights)
    ]
    chosen = {f"c{number}": draw(st.sampled_from(texts)).format(n=draw(st.integers(0, 4))) for number in range(3)}
    passes = draw(st.sampled_from(FORMULAS))
    used = {name: text for name, text in chosen.items() if name in passes}
    return body(seats, used, READER.formula(passes))


@given(boards_of(RISING), st.data())
def test_a_vote_for_instead_of_against_never_hurts(bound: BoundRule, data: st.DataObject) -> None:
    cast = data.draw(ballots(bound))
    against = [member for member, choice in cast.items() if choice == "no"]
    assume(against)
    better = {**cast, data.draw(st.sampled_from(against)): "yes"}
    assert adopts(bound, profile(bound, cast)) <= adopts(bound, profile(bound, better))


@settings(max_examples=80)
@given(boards(votes=4))
def test_the_check_of_monotone_rules_is_right(bound: BoundRule) -> None:
    assert (_turns_against(bound) is None) is not _hurt_by_a_yes(bound)


def _hurt_by_a_yes(bound: BoundRule) -> bool:
    for cast in completed(bound, {}):
        for one in bound.roster.seats:
            if cast[one.id] == "no" and "yes" in bound.castable(one) and adopts(bound, profile(bound, cast)):
                better = {**cast, one.id: "yes"}
                if not adopts(bound, profile(bound, better)):
                    return True
    return False


@settings(max_examples=150)
@given(boards_of(RISING), st.data())
def test_equal_seats_may_trade_ballots(bound: BoundRule, data: st.DataObject) -> None:
    first = data.draw(st.sampled_from(bound.roster.seats))
    twin = replace(first, id="twin", name="twin")
    board = body([*bound.roster.seats, twin], _texts(bound), bound.rule.passes)
    cast = data.draw(ballots(board))
    traded = {**cast, first.id: cast[twin.id], twin.id: cast[first.id]}
    assert decided(board, cast).label == decided(board, traded).label
    assert decided(board, cast).tally == decided(board, traded).tally


def _texts(bound: BoundRule) -> dict[str, str]:
    return {clause.name: condition_text(clause.requires) for clause in bound.rule.clauses}


@settings(max_examples=150)
@given(boards_of(SYMMETRIC, alike=True), st.data())
def test_a_bare_tally_says_as_much_as_names_where_all_seats_are_alike(bound: BoundRule, data: st.DataObject) -> None:
    named = decided(bound, data.draw(ballots(bound)))
    counted = decide(book_of(bound), RollCall("board", DAY, tally=Tally(dict(named.tally))))
    assert (counted.outcome, counted.label) == (named.outcome, named.label)
    assert counted.tally == named.tally

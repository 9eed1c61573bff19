"""A rule on a roster: what its clauses come to on ballots, as fractions and as whole numbers, and what is refused."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from psephos.body.ballots import STANDARD_CHOICES
from psephos.body.binding import BoundClause, BoundRule, Profile, bind
from psephos.body.language import parse_condition
from psephos.body.members import Roster, Seat, Weight
from psephos.body.rules import Clause, Leaf, Rule
from psephos.errors import DayNotCovered, UnknownChoice, UnknownMember

DAY = date(2024, 1, 1)
SEATS = (
    Seat("A", "A", groups=frozenset({"big"}), weights={"w": Weight(Fraction(5))}),
    Seat("B", "B", groups=frozenset({"big"}), weights={"w": Weight(Fraction(5, 2))}),
    Seat("C", "C", weights={"w": Weight(Fraction(5, 2))}),
    Seat("bench", "Bench", count=3, weights={"w": Weight(Fraction(0))}, casts=("yes", "no")),
)
ROSTER = Roster("board", DAY, SEATS)


def bound(text: str, roster: Roster = ROSTER) -> BoundRule:
    """One clause on a roster."""
    clause = Clause("only", parse_condition(text), "majority", "a test")
    return bind(Rule("board", "motion", "motion", DAY, None, Leaf("only"), (clause,)), roster, STANDARD_CHOICES)


def clause(text: str, roster: Roster = ROSTER) -> BoundClause:
    """The same, the clause alone."""
    return bound(text, roster).clauses[0]


def cast(**ballots: str | Mapping[str, int]) -> Profile:
    """Ballots as votes, seat by seat."""
    rows = []
    for seat in SEATS:
        ballot = ballots[seat.id]
        counts = {ballot: seat.count} if isinstance(ballot, str) else ballot
        rows.append([counts.get(choice, 0) for choice in STANDARD_CHOICES.ids])
    return rows


MIXED = cast(A="yes", B="no", C="abstain", bench={"yes": 2, "no": 1})


@pytest.mark.parametrize(
    ("text", "left", "right", "holds"),
    [
        ("yes >= 3", 3, 3, True),
        ("yes > 3", 3, 3, False),
        ("no(big) = 0", 1, 0, False),
        ("no(bench) <= 1", 1, 1, True),
        ("yes[w] >= 50% of members[w]", 5, 5, True),
        ("yes(big)[w] > no(big)[w]", 5, Fraction(5, 2), True),
        ("yes >= 2/3 of (yes + no)", 3, Fraction(10, 3), False),
        ("2*yes - no < 7", 4, 7, True),
        ("members - yes < fewest(w > 50%) + 1", 3, 3, False),
        ("members - yes < fewest(w >= 50%) + 2", 3, 3, False),
        ("present = cast + 1", 6, 6, True),
    ],
)
def test_both_sides_of_a_clause(text: str, left: Fraction, right: Fraction, holds: bool) -> None:  # noqa: FBT001
    found = clause(text)
    assert (found.left.value(MIXED), found.right.value(MIXED)) == (left, right)
    assert found.holds(MIXED) is holds
    assert all(form.holds(MIXED) for form in found.integral()) is holds


def test_whole_numbers_have_no_fractions_left() -> None:
    (form,) = clause("yes[w] > 50% of members[w]").integral()
    assert form.relation == ">="
    assert form.total(cast(A="yes", B="no", C="no", bench="yes")) == form.bound - 1
    assert form.total(cast(A="yes", B="yes", C="no", bench="yes")) > form.bound


@pytest.mark.parametrize("ballot", ["abstain", "absent", "not_participating", "not_voting", "present_only"])
def test_a_share_of_nothing_fails(ballot: str) -> None:
    silent = cast(A=ballot, B=ballot, C=ballot, bench="not_voting")
    assert not clause("yes >= 2/3 of (yes + no)").holds(silent)
    assert clause("3*yes >= 2*yes + 2*no").holds(silent)


def test_a_denominator_of_members_needs_no_guard() -> None:
    assert clause("yes >= 2/3 of members").guards == ()
    assert len(clause("yes >= 2/3 of present").guards) == 1


@pytest.mark.parametrize(
    ("share", "number"),
    [("> 0%", 1), ("> 40%", 1), (">= 50%", 1), ("> 50%", 2), ("> 75%", 3), ("> 99%", 3), (">= 100%", 3), ("> 100%", 7)],
)
def test_the_fewest_members_that_weigh_more_than_a_share(share: str, number: int) -> None:
    assert clause(f"yes >= fewest(w {share})").right.constant == number


@pytest.mark.parametrize(
    ("precision", "text", "slack", "unsure"),
    [
        (Fraction(0), "yes[w] >= 50% of members[w]", 0, False),
        (Fraction(1, 10), "yes[w] >= 50% of members[w]", Fraction(3, 20), False),
        (Fraction(1, 10), "yes[w] >= 4", Fraction(1, 10), False),
        (Fraction(1, 10), "yes >= fewest(w >= 50%)", 0, True),
        (Fraction(1, 10), "yes >= fewest(w >= 40%)", 0, False),
    ],
)
def test_how_far_rounded_weights_could_move_a_clause(
    precision: Fraction,
    text: str,
    slack: Fraction,
    unsure: bool,  # noqa: FBT001 -- a table
) -> None:
    rounded = [
        replace(seat, weights={"w": replace(seat.weights["w"], precision=precision * (seat.count == 1))})
        for seat in SEATS
    ]
    found = clause(text, replace(ROSTER, seats=tuple(rounded)))
    assert (found.slack.value(MIXED), found.unsure_constant) == (slack, unsure)


def test_what_a_seat_may_cast() -> None:
    rule = bound("yes >= 1")
    assert rule.castable(SEATS[3]) == ("yes", "no")
    assert rule.castable(SEATS[0]) == STANDARD_CHOICES.ids[:-1]


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        (
            "yes(small) >= 1",
            UnknownMember,
            "'small' is neither a group nor a member of board on 2024-01-01; groups: big",
        ),
        ("aye >= 1", UnknownChoice, "'aye' is neither a choice nor a set; choices: yes, no, abstain"),
        (
            "yes[v] >= 1",
            UnknownMember,
            "'yes[v]' needs the weight 'v', which A, B, C, bench have not on 2024-01-01; weights known: w",
        ),
        ("yes >= fewest(v > 1%)", UnknownMember, "'fewest(v ...)' needs the weight 'v'"),
    ],
)
def test_what_a_roster_lacks_is_named(text: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error) as caught:
        clause(text)
    assert words in str(caught.value)


def test_a_weight_stated_for_other_days_is_refused_with_those_days() -> None:
    roster = replace(ROSTER, weights_missing={"v": "2020-01-01 to 2020-12-31"})
    with pytest.raises(DayNotCovered) as caught:
        clause("yes[v] >= 1", roster)
    assert str(caught.value) == (
        "the weight 'v' of board is not stated for 2024-01-01; it is stated for 2020-01-01 to 2020-12-31; "
        "give a roster file of your own for other days"
    )

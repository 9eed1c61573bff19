"""What statements about one vote force: real votes and sentences as reports have them."""

from datetime import date
from fractions import Fraction
from itertools import combinations
from math import comb

import pytest

from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook
from psephos.errors import DayNotCovered, UnknownChoice, UnknownMember, UsageError
from psephos.explore.deduce import Fact, deduce, deduce_in, sittings
from psephos.explore.statements import (
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

DAY = date(2023, 10, 25)
YEAR = Span(date(2023, 1, 1), date(2023, 12, 31))


@pytest.fixture(scope="module")
def unsc() -> Rulebook:
    return rulebook("unsc")


def figures(**numbers: int) -> list[Statement]:
    return [Counted.exactly(choice, choice, number) for choice, number in numbers.items()]


def cast(choice: str, *members: str) -> list[Statement]:
    return [Cast(member, member, (choice,)) for member in members]


def first_draft() -> list[Statement]:
    """The draft of the United States of 25 October 2023 (S/PV.9453), as a report may tell it."""
    return [
        Counted.exactly("tally", "yes", 10, evidence=(0, 28)),
        Cast("against", "ARE", ("no",)),
        Cast("first", "BRA", ("abstain",)),
        Cast("second", "MOZ", ("abstain",)),
        VetoedBy("veto", ("CHN", "RUS")),
        Decided("outcome", adopted=False),
    ]


def test_five_members_leave_one_year(unsc: Rulebook) -> None:
    seated = ("RUS", "CHN", "ARE", "BRA", "MOZ")
    found = deduce(unsc, [Cast(code, code, ("yes", "no", "abstain", "not_voting")) for code in seated])
    assert found.days == (YEAR,)
    assert [roster.day.year for roster in found.rosters] == [2023]
    assert found.remaining == 4**15


def test_tally_names_and_membership_fix_every_ballot(unsc: Rulebook) -> None:
    found = deduce(unsc, first_draft(), day=DAY)
    assert {ballot.standing for ballot in found.ballots} == {"stated", "forced"}
    assert found.remaining == 1
    forced = [ballot for ballot in found.ballots if ballot.standing == "forced"]
    in_favour = {"ALB", "CHE", "ECU", "FRA", "GAB", "GBR", "GHA", "JPN", "MLT", "USA"}
    assert {ballot.member for ballot in forced} == in_favour
    assert {ballot.because for ballot in forced} == {("tally", "against", "first", "second", "veto")}
    assert {ballot.choices for ballot in forced} == {("yes",)}
    assert Fact("seats", number=15) in (forced[0].proof.facts if forced[0].proof else ())
    assert found.ballot("CHN").because == ("veto",)
    assert found.statements[0].evidence == (0, 28)


def test_without_a_day_the_proof_cites_who_sat(unsc: Rulebook) -> None:
    found = deduce(unsc, first_draft())
    assert found.days == (YEAR,)
    proof = found.ballot("ALB").proof
    assert proof
    assert Fact("sat") in proof.facts


def test_the_day_can_be_part_of_a_proof(unsc: Rulebook) -> None:
    said: list[Statement] = [Counted.exactly("all", "yes", 15), OnDays.on("day", DAY)]
    found = deduce(unsc, said)
    assert found.ballot("ALB").because == ("all", "day")
    assert found.ballot("FRA").because == ("all",), "France is a permanent member on every day"
    assert found.days == (Span(DAY, DAY),)


def test_the_remaining_six_are_forced_not_stated(unsc: Rulebook) -> None:
    named = cast("yes", "CHN", "FRA", "RUS", "GBR", "USA", "ALB", "BRA", "ECU", "GAB")
    found = deduce(unsc, [*named, AllCast("rest", ("abstain",), number=6)], day=DAY)
    rest = [ballot for ballot in found.ballots if ballot.choices == ("abstain",)]
    assert {(ballot.standing, ballot.because) for ballot in rest} == {("forced", ("rest",))}
    assert found.remaining == 1
    wrong = deduce(unsc, [*named, AllCast("rest", ("abstain",), number=7)], day=DAY)
    assert wrong.conflict
    assert wrong.conflict.statements == ("rest",), "six were left: the figure by itself cannot be"


def test_figures_of_a_group(unsc: Rulebook) -> None:
    said: list[Statement] = [
        Counted.exactly("two", "no", 2, Scope(group="permanent")),
        Cast("a", "FRA", ("yes",)),
        Cast("b", "GBR", ("abstain",)),
        NotCast("c", "USA", ("no",)),
    ]
    found = deduce(unsc, said, day=DAY)
    assert (found.ballot("CHN").standing, found.ballot("CHN").choices) == ("forced", ("no",))
    assert found.ballot("CHN").because == found.ballot("RUS").because == ("two", "a", "b", "c")
    assert found.ballot("CHN").proof.facts[1] == Fact("group", "permanent", 5)  # type: ignore[union-attr]
    assert found.ballot("USA").choices == ("yes", "abstain", "not_voting")


def test_adoption_rules_out_a_permanent_members_no(unsc: Rulebook) -> None:
    found = deduce(unsc, [Decided("adopted", adopted=True), NotCast("some", "USA", ("yes",))], day=DAY)
    assert found.ballot("FRA").choices == ("yes", "abstain", "not_voting")
    assert found.ballot("ALB").choices == ("yes", "no", "abstain", "not_voting")
    narrowed = deduce(unsc, [Decided("adopted", adopted=True), Cast("either", "USA", ("yes", "no"))], day=DAY)
    usa = narrowed.ballot("USA")
    assert (usa.standing, usa.choices, usa.because) == ("forced", ("yes",), ("adopted", "either"))
    assert usa.proof
    assert Fact("clause", "unvetoed") in usa.proof.facts
    assert Fact("clause", "nine") not in usa.proof.facts


def test_a_procedural_vote_knows_no_veto(unsc: Rulebook) -> None:
    said: list[Statement] = [Decided("adopted", adopted=True), Cast("no", "CHN", ("no",))]
    assert deduce(unsc, said, day=DAY).conflict
    assert deduce(unsc, said, day=DAY, decision="procedural").consistent


def test_vetoed_by_and_nobody_else(unsc: Rulebook) -> None:
    open_ = deduce(unsc, [VetoedBy("v", ("CHN",))], day=DAY)
    closed = deduce(unsc, [VetoedBy("v", ("CHN",), closed=True)], day=DAY)
    assert "no" in open_.ballot("RUS").choices
    assert "no" not in closed.ballot("RUS").choices
    assert "no" in closed.ballot("ALB").choices, "an elected member's vote against is no veto"


def test_a_veto_by_a_member_that_has_none_is_a_contradiction(unsc: Rulebook) -> None:
    found = deduce(unsc, [VetoedBy("v", ("ARE",)), Cast("yes", "FRA", ("yes",))], day=DAY)
    assert found.conflict
    assert found.conflict.statements == ("v",)
    assert Fact("clause", "unvetoed") in found.conflict.facts
    assert found.ballot("ARE").standing == "contradictory"
    assert found.ballot("FRA").standing == "stated"
    assert found.ballot("GBR").standing == "possible"
    assert (found.remaining, found.days) == (0, ())


def test_a_member_that_did_not_sit_is_a_contradiction(unsc: Rulebook) -> None:
    found = deduce(unsc, [Cast("a", "DEU", ("yes",)), Cast("b", "FRA", ("yes",))], day=DAY)
    assert found.conflict
    assert (found.conflict.statements, found.conflict.facts) == (("a",), (Fact("sat"),))
    assert (found.ballot("DEU").standing, found.ballot("DEU").sat) == ("contradictory", False)


def test_a_wrong_figure_is_found_and_nothing_is_forced(unsc: Rulebook) -> None:
    said: list[Statement] = [*first_draft(), Counted.exactly("against-all", "no", 4)]
    found = deduce(unsc, said, day=DAY)
    assert found.conflict
    assert {"tally", "against-all"} <= set(found.conflict.statements)
    assert not [ballot for ballot in found.ballots if ballot.standing == "forced"]


def test_each_of_two_conflicts_is_laid_at_its_own_door(unsc: Rulebook) -> None:
    said: list[Statement] = [
        Cast("a", "FRA", ("yes",)),
        Cast("b", "FRA", ("no",)),
        Cast("c", "GBR", ("yes",)),
        Cast("d", "GBR", ("abstain",)),
        Cast("e", "USA", ("yes",)),
    ]
    found = deduce(unsc, said, day=DAY)
    assert found.ballot("FRA").because == ("a", "b")
    assert found.ballot("GBR").because == ("c", "d")
    assert found.ballot("FRA").choices == ("yes", "no")
    assert found.ballot("USA").standing == "stated"


def test_the_smallest_proof_on_request(unsc: Rulebook) -> None:
    said: list[Statement] = [
        *figures(yes=10, no=3, abstain=2),
        *cast("no", "CHN", "RUS", "ARE"),
        AllCast("others", ("yes", "abstain")),
        AllCast("west", ("yes",), Scope(group="permanent", unnamed=True)),
    ]
    plain, smallest = (
        deduce(unsc, said, day=DAY).ballot("FRA"),
        deduce(unsc, said, day=DAY, smallest=True).ballot("FRA"),
    )
    assert smallest.because == ("west",)
    assert smallest.proof
    assert smallest.proof.smallest
    assert plain.choices == smallest.choices == ("yes",)


def test_stated_by_several_sentences_names_them_all(unsc: Rulebook) -> None:
    said: list[Statement] = [
        Cast("a", "FRA", ("yes",)),
        Cast("b", "France", ("yes",)),
        Cast("c", "FRA", ("yes", "abstain")),
    ]
    assert deduce(unsc, said, day=DAY).ballot("FRA").because == ("a", "b")


def test_ways_of_not_voting_are_one_unless_asked_apart(unsc: Rulebook) -> None:
    said: list[Statement] = [Cast("a", "CHN", ("absent",)), AllCast("b", ("yes",))]
    assert deduce(unsc, said, day=DAY).ballot("CHN").choices == ("not_voting",)
    apart = deduce(unsc, said, day=DAY, choices=("yes", "no", "abstain", "absent", "not_voting"))
    assert apart.ballot("CHN").choices == ("absent",)
    silent = deduce(unsc, [Cast("a", "CHN", ("not_voting",))], day=DAY, choices=("yes", "no", "absent", "not_voting"))
    assert silent.ballot("CHN").choices == ("absent", "not_voting")


def test_the_size_of_the_body_can_be_stated(unsc: Rulebook) -> None:
    eleven = deduce(unsc, [Counted("size", ("members",), 11, 11)])
    assert eleven.days[0].first == unsc.since
    assert eleven.days[-1].last == date(1965, 12, 31)


def test_seats_are_found_by_line_and_by_printed_name(unsc: Rulebook) -> None:
    found = deduce(unsc, [Cast("a", "RUS", ("no",)), Cast("b", "United Kingdom", ("yes",))], day=date(1985, 5, 1))
    assert found.ballot("SUN").standing == found.ballot("GBR").standing == "stated"


def test_candidate_days_without_a_rule_are_no_candidates(unsc: Rulebook) -> None:
    early = Span(date(1940, 1, 1), date(1946, 12, 31))
    assert deduce(unsc, [], days=[early]).days[0].first == unsc.since
    with pytest.raises(DayNotCovered):
        deduce(unsc, [], day=date(1940, 1, 1))


def test_a_member_that_may_not_have_sat_is_possible_only(unsc: Rulebook) -> None:
    days = [Span(date(2023, 12, 1), date(2024, 1, 31))]
    found = deduce(unsc, [Counted.exactly("all", "yes", 15)], days=days)
    assert (found.ballot("FRA").standing, found.ballot("FRA").sat) == ("forced", True)
    assert (found.ballot("ARE").standing, found.ballot("ARE").choices, found.ballot("ARE").sat) == (
        "possible",
        ("yes",),
        False,
    )
    assert found.remaining == 2


def test_the_order_of_members_and_the_same_question_change_nothing(unsc: Rulebook) -> None:
    sat = sittings(unsc, day=DAY)
    first, second = (deduce_in(unsc, sat, first_draft()) for _ in range(2))
    assert first == second


def test_no_statements_force_nothing(unsc: Rulebook) -> None:
    found = deduce(unsc, [], day=DAY)
    assert found.remaining == 4**15
    assert {ballot.standing for ballot in found.ballots} == {"possible"}


@pytest.mark.parametrize(
    ("said", "error", "words"),
    [
        ([Cast("a", "FRA", ("yes",)), Cast("a", "GBR", ("no",))], UsageError, "two statements have the id 'a'"),
        ([Cast("a", "Atlantis", ("yes",))], UnknownMember, "Atlantis"),
        ([Cast("a", "FRA", ("maybe",))], UnknownChoice, "maybe"),
        ([Counted.exactly("a", "yes", 3, Scope(group="sponsors"))], UnknownMember, "sponsors"),
        ([Labelled("a", "adopted without a vote")], UsageError, "follows from ballots"),
    ],
)
def test_what_cannot_be_asked_is_said(
    unsc: Rulebook, said: list[Statement], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        deduce(unsc, said, day=DAY)


def test_the_day_is_given_once(unsc: Rulebook) -> None:
    with pytest.raises(UsageError, match="not both"):
        deduce(unsc, [], day=DAY, days=[DAY])


def test_no_choice_that_a_seat_can_cast_is_said() -> None:
    with pytest.raises(UsageError, match="can cast none"):
        deduce(rulebook("us-senate"), [], day=date(2023, 3, 1), choices=("abstain",))


# --- other bodies -----------------------------------------------------------------------------------------------------


def test_a_casting_vote_is_forced_by_a_tie_that_passed() -> None:
    said: list[Statement] = [
        Counted.exactly("y", "yes", 50),
        Counted.exactly("n", "no", 50),
        Decided("d", adopted=True),
    ]
    found = deduce("us-senate", said, day=date(2023, 3, 1))
    assert (found.ballot("vice_president").standing, found.ballot("vice_president").choices) == ("forced", ("yes",))
    bench = found.ballot("senators")
    assert (bench.standing, bench.votes, bench.choices) == ("possible", 100, ("yes", "no"))
    assert found.remaining == comb(100, 50)


def test_all_members_but_the_named_in_the_assembly() -> None:
    """Resolution ES-11/1 of 2 March 2022: 141 in favour, 5 against, 35 abstaining (A/ES-11/PV.5)."""
    against = cast("no", "BLR", "PRK", "ERI", "RUS", "SYR")
    said: list[Statement] = [*figures(yes=141, no=5, abstain=35), *against, Decided("d", adopted=True)]
    found = deduce("unga", said, day=date(2022, 3, 2))
    assert found.ballot("FRA").choices == ("yes", "abstain", "not_voting")
    assert found.ballot("RUS").standing == "stated"
    assert found.remaining == comb(188, 141) * comb(47, 35), "the other 188 divided into 141, 35 and 12"


def test_weighted_votes_of_unlike_members() -> None:
    day = date(2025, 3, 1)
    said: list[Statement] = [Decided("d", adopted=False), *figures(yes=23, no=4)]
    found = deduce("eu-council", said, day=day)
    roster = rulebook("eu-council").on(day)
    weights = {seat.id: seat.weights["population"].value for seat in roster.seats}
    share = sum(weights.values()) * Fraction(35, 100)
    blocking = [four for four in combinations(weights, 4) if sum(weights[member] for member in four) > share]
    assert found.remaining == len(blocking)
    four = deduce("eu-council", [*said, *cast("no", "DEU", "FRA", "ITA")], day=day)
    assert four.remaining == 24
    assert four.ballot("MLT").choices == ("yes", "no")


def test_a_rule_that_needs_unstated_weights_is_refused_only_when_it_is_needed() -> None:
    day = date(2023, 10, 25)
    assert deduce("eu-council", [Cast("a", "HUN", ("no",))], day=day).ballot("HUN").standing == "stated"
    with pytest.raises(DayNotCovered, match="population"):
        deduce("eu-council", [Decided("a", adopted=True)], day=day)

"""Verdicts on the votes that the project is measured by, and what is remarked beside them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from psephos.body.rulebook import rulebook
from psephos.calls.rollcall import Ballot, RollCall, Tally
from psephos.decide.reasons import leaves
from psephos.decide.verdict import Verdict, decide
from psephos.errors import DayNotCovered, NotSeated, UnknownBody, UnknownDecision

BOOKS = {name: rulebook(name) for name in ("unsc", "us-senate", "eu-council", "us-house", "unga")}
DAY = date(2020, 1, 10)


def verdict(body: str, ballots: dict[str, Ballot] | None = None, on: date = DAY, **other: Any) -> Verdict:
    """What did these ballots decide?"""
    return decide(BOOKS[body], RollCall(body, on, ballots=ballots or {}, **other))


def cast(**listed: Iterable[str]) -> dict[str, Ballot]:
    """Ballots from lists of members by choice."""
    return {member: choice for choice, members in listed.items() for member in members}


def remarks(found: Verdict) -> dict[str, tuple[str, ...]]:
    """The members named in each kind of remark."""
    return {remark.kind: remark.members for remark in found.remarks}


def test_the_first_draft_of_25_october_2023_was_vetoed() -> None:
    ballots: dict[str, Ballot] = {"CHN": "no", "RUS": "no", "ARE": "no", "BRA": "abstain", "MOZ": "abstain"}
    found = verdict("unsc", ballots, date(2023, 10, 25), others="yes")
    assert (found.outcome, found.label, found.vetoed_by) == ("not adopted", "vetoed", ("CHN", "RUS"))
    assert found.tally == {"yes": 10, "no": 3, "abstain": 2}
    assert remarks(found) == {
        "assumed decision": (),
        "no veto there": ("ARE",),
        "would have been adopted": ("CHN", "RUS"),
    }
    assert next(remark.text for remark in found.remarks if remark.kind == "no veto there") == "elected"


def test_votes_against_a_draft_that_did_not_carry_are_no_vetoes() -> None:
    ballots = cast(yes=["CHN", "GAB", "RUS", "ARE"], no=["GBR", "USA"])
    found = verdict("unsc", ballots, date(2023, 10, 25), others="abstain", decision="substantive")
    assert (found.label, found.vetoed_by) == ("insufficient votes", ())
    assert remarks(found) == {"not a veto": ("GBR", "USA")}


def test_without_the_vetoes_it_would_not_always_have_been_adopted() -> None:
    found = verdict("unsc", {"CHN": "no", "RUS": "no", "DEU": "no"}, others="yes", parties=("China", "GBR"))
    assert remarks(found)["would have been adopted"] == ("CHN", "RUS")
    assert remarks(found)["party to the dispute"] == ("CHN", "GBR")
    house = verdict("us-house", {"representatives": {"yes": 200, "no": 235}}, others="absent")
    assert "would have been adopted" not in remarks(house)


def test_a_party_that_abstained_is_not_remarked_on() -> None:
    found = verdict("unsc", {"GBR": "abstain"}, others="yes", parties=("GBR",), decision="substantive")
    assert found.label == "adopted"
    assert remarks(found) == {}


def test_procedural_votes_know_no_veto() -> None:
    ballots: dict[str, Ballot] = dict.fromkeys(["CHN", "RUS", "FRA", "GBR", "USA"], "no")
    assert verdict("unsc", ballots, others="yes", decision="procedural").label == "adopted"
    assert verdict("unsc", ballots, others="yes", decision="substantive").label == "vetoed"


@pytest.mark.parametrize(
    ("yes", "no", "label"),
    [(24, 0, "adopted"), (0, 0, "insufficient votes"), (8, 3, "insufficient votes"), (15, 0, "insufficient votes")],
)
def test_abstaining_in_the_council_of_the_union_is_not_voting_in_favour(yes: int, no: int, label: str) -> None:
    heaviest = sorted(
        BOOKS["eu-council"].on(date(2025, 3, 1)).seats, key=lambda seat: seat.weights["population"].value, reverse=True
    )
    order = [seat.id for seat in (heaviest if yes == 24 else reversed(heaviest))]
    ballots = cast(yes=order[:yes], no=order[yes : yes + no])
    assert verdict("eu-council", ballots, date(2025, 3, 1), others="abstain").label == label


def test_half_of_those_taking_part_is_no_simple_majority() -> None:
    council = BOOKS["eu-council"].on(date(2025, 3, 1)).ids
    call: dict[str, Any] = {"others": "abstain", "opt_out": council[:1], "decision": "simple-majority"}
    thirteen: dict[str, Ballot] = dict.fromkeys(council[1:14], "yes")
    assert verdict("eu-council", thirteen, date(2025, 3, 1), **call).label == "insufficient votes"
    fourteen: dict[str, Ballot] = dict.fromkeys(council[1:15], "yes")
    assert verdict("eu-council", fourteen, date(2025, 3, 1), **call).label == "adopted"


def test_fifty_to_forty_nine_with_the_vice_president_in_favour_is_decided_already() -> None:
    found = verdict("us-senate", {"senators": {"yes": 50, "no": 49}, "vice_president": "yes"})
    assert (found.outcome, found.label, found.open) == ("adopted", "adopted", 1)
    assert {leaf.holds for leaf in leaves(found.reasons)} == {True, None} if found.reasons else False


def test_an_open_vote_shows_both_ends() -> None:
    found = verdict("us-senate", {"senators": {"yes": 50, "no": 49}})
    assert (found.outcome, found.label) == ("open", "open")
    assert not found.adopted
    for outcome, ballots in found.completions.items():
        whole: dict[str, Ballot] = {**ballots}
        senators = dict(whole["senators"]) if not isinstance(whole["senators"], str) else {}
        whole["senators"] = {choice: senators.get(choice, 0) for choice in ("yes", "no", "present_only", "absent")}
        assert verdict("us-senate", whole).outcome in {outcome, "open"}


def test_a_tally_is_open_where_the_rule_needs_names() -> None:
    assert verdict("unsc", tally=Tally.of(yes=10, no=1, abstain=4)).label == "open"
    assert verdict("unsc", tally=Tally.of(yes=8, no=1, abstain=6)).label == "insufficient votes"
    assert verdict("unsc", tally=Tally.of(yes=9, no=6)).label == "open"
    assert verdict("unsc", tally=Tally.of(yes=4, no=11)).label == "insufficient votes"
    assert verdict("unsc", tally=Tally.of(yes=15)).label == "adopted"


def test_no_against_by_eleven_must_be_a_veto_too_but_the_votes_do_not_suffice() -> None:
    found = verdict("unsc", {"CHN": "no"}, tally=Tally.of(yes=10, no=1, abstain=4))
    assert (found.label, found.vetoed_by) == ("vetoed", ("CHN",))


def test_what_a_tally_leaves_out_is_taken_as_not_voting_and_said() -> None:
    found = verdict("unsc", tally=Tally.of(yes=10))
    assert found.tally == {"yes": 10, "no": 0, "abstain": 0, "not_voting": 5}
    assert next(remark.number for remark in found.remarks if remark.kind == "assumed not voting") == 5


def test_a_vote_lost_whatever_comes_may_not_know_its_reason_yet() -> None:
    found = verdict("unsc", {"CHN": "no"})
    assert (found.outcome, found.label, found.open) == ("not adopted", "open", 14)


def test_adopted_without_a_vote_is_not_that_all_voted_yes() -> None:
    found = verdict("unsc", method="without a vote")
    assert (found.outcome, found.label, found.tally, found.reasons) == ("adopted", "adopted without a vote", {}, None)


def test_later_corrections_count() -> None:
    ballots: dict[str, Ballot] = {"CHN": "no"}
    assert verdict("unsc", ballots, others="yes", corrections={"CHN": "abstain"}).label == "adopted"


def test_a_rule_near_the_end_of_a_practice_says_so() -> None:
    kinds = remarks(verdict("unsc", {"FRA": "abstain"}, date(1965, 11, 23), others="yes"))
    assert "practice" in kinds
    assert "practice" not in remarks(verdict("unsc", {}, date(2010, 6, 1), others="yes"))


def test_a_day_after_the_facts_were_checked_is_remarked_on() -> None:
    assert "beyond the facts" in remarks(verdict("unsc", {}, date(2027, 6, 1), others="yes"))


def test_rounded_shares_that_could_turn_a_clause_are_remarked_on() -> None:
    kinds = {
        remark.kind
        for seats in (("DEU", "FRA", "ITA"), ("DEU", "FRA", "AUT"))
        for remark in verdict("eu-council", dict.fromkeys(seats, "no"), date(2025, 3, 1), others="yes").remarks
    }
    assert kinds <= {"rounding", "assumed decision"}


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (
            RollCall("unsc", DAY, "veto"),
            UnknownDecision,
            "unsc takes no decision 'veto'; it takes substantive",
        ),
        (
            RollCall("unsc", DAY, variants=("on-request",)),
            UnknownDecision,
            "'substantive' of unsc has no variant 'on-request' on 2020-01-10; there is none that day",
        ),
        (
            RollCall("eu-council", date(2015, 1, 1), variants=("nise",)),
            UnknownDecision,
            "'qualified-majority' of eu-council has no variant 'nise' on 2015-01-01; variants that day: nice, nice-pop",
        ),
        (
            RollCall("eu-council", date(2015, 1, 1), variants=("nice", "nice-population-check")),
            UnknownDecision,
            "the variants nice, nice-population-check name 2 rules; give one",
        ),
        (
            RollCall("us-senate", date(1913, 1, 1), "cloture"),
            DayNotCovered,
            "us-senate has no rule for 'cloture' on 1913-01-01; it has one from 1917-03-08 to today",
        ),
        (
            RollCall("eu-council", date(2015, 3, 1), others="yes"),
            DayNotCovered,
            "the weight 'population' of eu-council is not stated for 2015-03-01; it is stated for 2004-11-01 to",
        ),
        (RollCall("unga", date(1945, 12, 1)), DayNotCovered, "1945-12-01 is before the first day of unga, 1946-01-10"),
        (RollCall("unsc", DAY, parties=("Mexico",)), NotSeated, "MEX did not sit in unsc on 2020-01-10"),
    ],
)
def test_what_cannot_be_decided(call: RollCall, error: type[Exception], words: str) -> None:
    with pytest.raises(error) as caught:
        decide(BOOKS[call.body], call)
    assert words in str(caught.value)


def test_a_body_is_found_by_its_name() -> None:
    assert decide("unsc", RollCall("unsc", DAY, others="yes")).adopted
    with pytest.raises(UnknownBody, match="'no-such-body' is neither a body"):
        decide("no-such-body", RollCall("no-such-body", DAY))

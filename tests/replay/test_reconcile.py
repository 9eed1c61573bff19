from dataclasses import replace
from datetime import date

from psephos.calls.rollcall import RollCall, Tally
from psephos.replay.reconcile import match, reconcile

DAY = date(1994, 1, 6)
ONE = RollCall(
    "unsc", DAY, resolution="893 (1994)", recorded_outcome="adopted", tally=Tally.of(yes=15, no=0, abstain=0)
)
DRAFT = RollCall("unsc", DAY, symbol="S/1994/11", recorded_outcome="not adopted", recorded_label="vetoed")


def evidence(ours: list[RollCall], theirs: list[RollCall]) -> list[str]:
    return [finding.evidence for finding in reconcile(ours, theirs, "other.csv")]


def test_the_same_in_two_spellings_is_no_difference() -> None:
    assert evidence([ONE], [replace(ONE, resolution="S/RES/893")]) == []


def test_outcome_tally_and_day_are_compared() -> None:
    other = replace(ONE, recorded_outcome="not adopted", tally=Tally.of(yes=14, no=1, abstain=0), day=date(1994, 6, 1))
    assert evidence([ONE], [other]) == [
        "outcome: adopted here, not adopted in other.csv",
        "tally: yes 15 here, 14 there, no 0 here, 1 there (other.csv)",
        "day: 1994-01-06 here, 1994-06-01 in other.csv",
    ]


def test_what_one_source_does_not_say_is_not_compared() -> None:
    assert evidence([ONE], [replace(ONE, recorded_outcome="", tally=None)]) == []


def test_named_ballots_are_counted_against_a_tally() -> None:
    named = replace(ONE, tally=None, ballots={"CHN": "abstain"}, others="yes")
    assert evidence([named], [replace(ONE, tally=Tally.of(no=0, abstain=2))]) == [
        "tally: abstain 1 here, 2 there (other.csv)"
    ]


def test_ballots_known_to_both_are_compared_by_member() -> None:
    other = replace(DRAFT, ballots={"RUS": "no"})
    assert evidence([replace(DRAFT, ballots={"RUS": "abstain", "CHN": "no"})], [other]) == [
        "ballots: RUS abstain here, no there (other.csv)"
    ]


def test_a_draft_cut_short_is_matched_by_its_document() -> None:
    long = replace(DRAFT, symbol="S/1994/11/Rev.1")
    assert match([long], [DRAFT]) == ((long, DRAFT),)


def test_drafts_of_one_meeting_are_matched_where_both_have_as_many() -> None:
    ours = [replace(DRAFT, symbol="S/PV.57", meeting="S/PV.57", id=str(n)) for n in range(3)]
    assert len(match(ours, ours)) == 3
    assert match(ours, ours[:2]) == ()


def test_what_one_source_lacks_is_told_once() -> None:
    ours = [replace(ONE, resolution=str(number)) for number in range(893, 900)]
    told = reconcile(ours, ours[:1] + ours[3:], "other.csv")
    assert [(finding.kind, finding.severity, finding.votes) for finding in told] == [
        ("missing-in-other-source", "note", ("894", "895"))
    ]


def test_a_list_of_vetoes_lacks_no_adopted_text() -> None:
    assert evidence([ONE, DRAFT], [DRAFT]) == []


def test_other_years_are_not_missing() -> None:
    assert evidence([ONE, replace(ONE, resolution="1 (1946)", day=date(1946, 1, 25))], [ONE]) == []

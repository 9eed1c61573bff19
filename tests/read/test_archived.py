from datetime import date

from psephos.calls.rollcall import RollCall, Tally
from psephos.read.archived import candidates_in
from psephos.read.report import read_text
from psephos.read.standings import ReadVote

DAY = date(2023, 10, 25)
REPORT = (
    "In the Security Council on 25 October 2023 ten members voted in favour; China voted against. It was not adopted."
)
CALL = RollCall("unsc", DAY, symbol="first", ballots={"CHN": "no"}, others="yes")
OTHER = RollCall("unsc", DAY, symbol="second", recorded_tally=Tally.of(yes=5, no=4), recorded_outcome="adopted")


def vote(text: str = REPORT) -> ReadVote:
    return read_text(text).votes[0]


def test_the_likeliest_comes_first_and_differences_are_told() -> None:
    first, second = candidates_in(vote(), [OTHER, CALL])
    assert (first.name, first.agreements, first.differences) == ("first", 1, ())
    assert second.differences == (
        "in favour: read 10, recorded 5",
        "outcome: read not adopted, recorded adopted",
    )


def test_other_days_and_bodies_are_no_candidates() -> None:
    elsewhere = RollCall("unga", DAY, ballots={"CHN": "no"})
    later = RollCall("unsc", date(2023, 10, 26), ballots={"CHN": "no"})
    assert candidates_in(vote(), [elsewhere, later]) == ()


def test_without_a_day_only_full_agreement_counts() -> None:
    undated = vote("In the Security Council China voted against the draft and Brazil abstained.")
    fits = RollCall("unsc", date(2010, 6, 9), symbol="fits", ballots={"CHN": "no", "BRA": "abstain"})
    fails = RollCall("unsc", date(2010, 6, 9), symbol="fails", ballots={"CHN": "yes", "BRA": "abstain"})
    assert [found.name for found in candidates_in(undated, [fails, fits])] == ["fits"]

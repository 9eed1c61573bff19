"""Roll calls as they are written down: one ballot a member, corrections beside, meetings in their order."""

from datetime import UTC, date, datetime

import pytest

from psephos.calls.rollcall import Meeting, RollCall, Tally, ballots_of, roll_call
from psephos.errors import NamedTwice, UsageError

DAY = date(2023, 10, 25)


def test_lists_by_choice_become_one_ballot_a_member() -> None:
    call = roll_call("unsc", "2023-10-25", no=["CHN"], abstain=["BRA"], ballots={"USA": "yes"}, others="absent")
    assert call == RollCall("unsc", DAY, ballots={"CHN": "no", "BRA": "abstain", "USA": "yes"}, others="absent")


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        ({"no": ["CHN"], "yes": ["CHN"]}, "CHN is named twice (no and yes); give each member one ballot"),
        ({"no": ["CHN", "CHN"]}, "CHN is named twice (no and no); give each member one ballot"),
    ],
)
def test_a_member_named_twice(listed: dict[str, list[str]], words: str) -> None:
    with pytest.raises(NamedTwice) as caught:
        ballots_of(listed)
    assert str(caught.value) == words


def test_a_member_named_in_a_list_and_by_ballot() -> None:
    with pytest.raises(NamedTwice, match="CHN is named twice; give each member one ballot"):
        roll_call("unsc", DAY, no=["CHN"], ballots={"CHN": "yes"})


@pytest.mark.parametrize("day", ["25.10.2023", "2023-13-01", "", "today"])
def test_a_day_that_is_none(day: str) -> None:
    with pytest.raises(UsageError) as caught:
        roll_call("unsc", day)
    assert str(caught.value) == f"'{day}' is no day; write it as 2023-10-25"


def test_a_tally_counts_what_its_source_mentions() -> None:
    tally = Tally.of(yes=10, no=0)
    assert (tally.total, tally.get("no"), tally.get("abstain")) == (10, 0, 0)
    assert "abstain" not in tally.counts
    assert roll_call("unsc", DAY, tally={"yes": 10}).tally == Tally.of(yes=10)


def test_corrections_stand_beside_the_ballots_as_announced() -> None:
    announced = RollCall(
        "unga", DAY, ballots={"IRQ": "abstain", "BRA": "yes"}, corrections={"IRQ": "yes", "TUN": "yes"}
    )
    corrected = announced.corrected()
    assert announced.ballots["IRQ"] == "abstain"
    assert corrected.ballots == {"IRQ": "yes", "BRA": "yes", "TUN": "yes"}
    assert corrected.corrected() == corrected


def test_adopted_without_a_vote_is_a_method() -> None:
    assert RollCall("unsc", DAY, method="without a vote").without_a_vote
    assert not RollCall("unsc", DAY, method="show of hands").without_a_vote


def test_meetings_keep_the_order_of_their_votes() -> None:
    calls = [
        RollCall("unsc", DAY, meeting="S/PV.9453", place=2, symbol="S/2023/795"),
        RollCall("unsc", DAY, symbol="alone"),
        RollCall("unsc", DAY, meeting="S/PV.9453", place=1, symbol="S/2023/792"),
        RollCall("unsc", DAY, symbol="alone too"),
        RollCall("unsc", date(2023, 10, 26), meeting="S/PV.9453", symbol="another day"),
    ]
    gathered = [(meeting.symbol, [call.symbol for call in meeting.calls]) for meeting in Meeting.of(calls)]
    assert gathered == [
        ("S/PV.9453", ["S/2023/792", "S/2023/795"]),
        ("", ["alone"]),
        ("", ["alone too"]),
        ("S/PV.9453", ["another day"]),
    ]


def test_one_member_may_be_given_as_it_is() -> None:
    assert dict(roll_call("unsc", "2023-10-25", no="CHN", abstain=["BRA"]).ballots) == {"CHN": "no", "BRA": "abstain"}


def test_a_moment_means_its_day() -> None:
    assert roll_call("unsc", datetime(2023, 10, 25, 15, tzinfo=UTC)).day == date(2023, 10, 25)

"""Ballots at their seats: by name, by number for anonymous seats, from a bare tally; and what cannot be seated."""

from datetime import date
from typing import Any

import pytest

from psephos.body.rulebook import rulebook
from psephos.calls.rollcall import Ballot, RollCall, Tally
from psephos.calls.seating import Seating, seat_call
from psephos.errors import (
    DayNotCovered,
    NamedTwice,
    NotSeated,
    PsephosError,
    TallyError,
    UnknownChoice,
    UnknownMember,
    UsageError,
)

UNSC, SENATE, BOARD = rulebook("unsc"), rulebook("us-senate"), rulebook("template-board")
DAY = date(2020, 1, 10)


def seated(book: Any, ballots: dict[str, Ballot] | None = None, day: date = DAY, **other: Any) -> Seating:
    """The ballots at their seats."""
    return seat_call(book, RollCall(book.id, day, ballots=ballots or {}, **other))


def votes(seating: Seating) -> dict[str, int]:
    """The votes for each choice."""
    return {choice: number for choice, number in zip(seating.choices.ids, seating.votes, strict=True) if number}


def test_ballots_find_their_seats_and_the_others_stay_open() -> None:
    seating = seated(UNSC, {"China": "no", "FRA": "yes"})
    chn, fra, usa = (seating.roster.ids.index(code) for code in ("CHN", "FRA", "USA"))
    assert [seating.ballot(place) for place in (chn, fra, usa)] == ["no", "yes", None]
    assert sum(seating.open_votes) == seating.undecided == 13
    assert not seating.complete


def test_what_the_others_cast() -> None:
    seating = seated(UNSC, {"China": "no"}, others="abstain")
    assert seating.complete
    assert votes(seating) == {"no": 1, "abstain": 14}


def test_anonymous_seats_are_counted() -> None:
    seating = seated(SENATE, {"senators": {"yes": 50, "no": 48}, "vice_president": "yes"})
    assert votes(seating) == {"yes": 51, "no": 48}
    assert seating.open_votes == (2, 0)
    assert seating.ballot(0) is None


def test_a_presiding_officer_is_none_of_the_others() -> None:
    seating = seated(SENATE, {"senators": {"yes": 50}}, others="no")
    assert seating.known[0][:2] == (50, 50)
    assert seating.open_votes == (0, 1)


def test_a_tally_goes_to_the_one_seat_that_can_have_it() -> None:
    seating = seated(SENATE, {"vice_president": "yes"}, tally=Tally.of(yes=50, no=49))
    assert (seating.complete, seating.tally, seating.assumed) == (True, None, 1)
    assert votes(seating) == {"yes": 51, "no": 49, "not_voting": 1}


def test_a_tally_of_named_seats_stays_a_tally() -> None:
    seating = seated(UNSC, {"CHN": "no"}, tally=Tally.of(yes=10, no=3, abstain=2))
    assert seating.tally is not None
    assert seating.tally[:3] == (10, 2, 2)
    assert (votes(seating), seating.undecided) == ({"yes": 10, "no": 3, "abstain": 2}, 0)


def test_a_unanimous_tally_names_everybody() -> None:
    seating = seated(UNSC, tally=Tally.of(yes=15))
    assert seating.complete
    assert {seating.ballot(place) for place in range(15)} == {"yes"}


def test_open_seats_beside_a_tally() -> None:
    seating = seated(UNSC, tally=Tally.of(yes=8, no=1), open=6)
    assert (seating.undecided, seating.free, seating.assumed) == (6, 6, 0)


def test_participants_opt_outs_and_vacancies_make_the_roster() -> None:
    assert seated(UNSC, opt_out=("China",)).roster.size == 14
    assert set(seated(UNSC, participants=("permanent", "DEU")).roster.ids) == {"CHN", "DEU", "FRA", "GBR", "RUS", "USA"}
    assert seated(SENATE, vacant={"senators": 2}).roster.seat("senators").count == 98


@pytest.mark.parametrize(
    ("book", "other", "error", "words"),
    [
        (UNSC, {"ballots": {"Mexico": "yes"}}, NotSeated, "MEX did not sit in unsc on 2020-01-10; seated that day: "),
        (UNSC, {"ballots": {"Atlantis": "yes"}}, UnknownMember, "'Atlantis' is no member of unsc that psephos knows"),
        (
            UNSC,
            {"ballots": {"CHN": "yes", "China": "no"}},
            NamedTwice,
            "CHN and China are the same member, CHN; give it one ballot",
        ),
        (UNSC, {"ballots": {"CHN": "aye"}}, UnknownChoice, "'aye' is no choice here; the choices are yes, no, abstain"),
        (UNSC, {"others": "aye"}, UnknownChoice, "'aye' is no choice here"),
        (
            SENATE,
            {"ballots": {"vice_president": "present_only"}},
            UnknownChoice,
            "Vice President cannot cast 'present_only'; it may cast yes, no, absent, not_voting",
        ),
        (
            SENATE,
            {"others": "abstain"},
            UnknownChoice,
            "no other member can cast 'abstain'; they may cast yes, no, present_only, absent, not_voting",
        ),
        (
            SENATE,
            {"ballots": {"senators": {"yes": 60, "no": 41}}},
            TallyError,
            "101 votes for the 100 of Senators; give at most 100",
        ),
        (SENATE, {"ballots": {"senators": {"yes": -1}}}, TallyError, "-1 votes for the 100 of Senators"),
        (SENATE, {"vacant": {"senators": 101}}, TallyError, "101 vacant of 100 seats of senators; give 0 to 100"),
        (
            UNSC,
            {"tally": Tally.of(yes=10, no=6)},
            TallyError,
            "the tally and the open seats come to 16, but 15 seats vote on 2020-01-10; mend the tally",
        ),
        (
            rulebook("us-electoral-college"),
            {"tally": Tally.of(yes=312, no=226)},
            TallyError,
            "but 56 seats vote on 2020-01-10; a tally counts seats, not electors: name the members instead",
        ),
        (UNSC, {"tally": Tally.of(yes=10), "open": 6}, TallyError, "come to 16, but 15 seats vote"),
        (UNSC, {"tally": Tally.of(yes=-1)}, TallyError, "-1 votes for 'yes'; a tally counts from 0"),
        (UNSC, {"tally": Tally.of(aye=1)}, UnknownChoice, "'aye' is no choice here"),
        (
            UNSC,
            {"tally": Tally.of(no=1), "ballots": {"CHN": "no", "RUS": "no"}},
            TallyError,
            "more members are named for 'no' than the tally counts; mend one of them",
        ),
        (UNSC, {"tally": Tally.of(yes=9), "others": "no"}, TallyError, "a tally and what the others cast are given"),
        (UNSC, {"open": -1, "tally": Tally.of(yes=1)}, TallyError, "-1 open seats; give 0 or more"),
        (UNSC, {"open": 3}, TallyError, "3 open seats are counted beside a tally; give the tally too, or leave"),
        (
            UNSC,
            {"participants": ("CHN",), "opt_out": ("FRA",)},
            UsageError,
            "give either the participants or those who opt out, not both",
        ),
        (UNSC, {"opt_out": ("CHN", "China")}, NamedTwice, "CHN named twice; name each member once"),
        (UNSC, {"participants": ()}, TallyError, "no member named; name at least one"),
        (UNSC, {"day": date(1946, 1, 16)}, DayNotCovered, "1946-01-16 is before the first day of unsc, 1946-01-17"),
        (
            UNSC,
            {"day": date(2028, 1, 1)},
            DayNotCovered,
            "2028-01-01 is after 2027-12-31, the last day that unsc covers",
        ),
    ],
)
def test_what_cannot_be_seated(book: Any, other: dict[str, Any], error: type[PsephosError], words: str) -> None:
    with pytest.raises(error) as caught:
        seated(book, **other)
    assert words in str(caught.value)


def test_a_member_of_an_earlier_seat_is_found_by_the_line_of_its_seat() -> None:
    seating = seated(UNSC, {"RUS": "no"}, day=date(1990, 11, 29))
    assert seating.ballot(seating.roster.ids.index("SUN")) == "no"

"""Seats, rosters and registers: who sits on a day, who takes part, and what is said of who does not."""

from datetime import date
from fractions import Fraction

import pytest

from psephos.body.members import Register, Roster, Seat, Tenure, Weight, WeightFact
from psephos.errors import DayNotCovered, NamedTwice, NotSeated, TallyError, UnknownMember

DAY = date(2024, 1, 1)
ROSTER = Roster(
    "board",
    DAY,
    (
        Seat("SUN", "Soviet Union", "RUS", groups=frozenset({"permanent"})),
        Seat("B", "Bee", "B", groups=frozenset({"elected"})),
        Seat("bench", "Bench", "bench", count=10),
    ),
)


def test_a_seat_is_found_by_its_code_and_by_its_line() -> None:
    assert ROSTER.seat("SUN") is ROSTER.seat("RUS") is ROSTER.seats[0]


def test_who_did_not_sit_is_told_who_did() -> None:
    with pytest.raises(NotSeated) as caught:
        ROSTER.seat("FRA")
    assert str(caught.value) == "FRA did not sit in board on 2024-01-01; seated that day: B, SUN, bench"


def test_a_long_list_of_members_is_cut() -> None:
    many = Roster("house", DAY, tuple(Seat(f"m{number:03}", "") for number in range(50)))
    with pytest.raises(NotSeated, match=r"m039 and 10 more$"):
        many.seat("X")


def test_groups_and_sizes() -> None:
    assert (ROSTER.size, ROSTER.groups) == (12, ("permanent", "elected"))
    assert [seat.id for seat in ROSTER.group("elected")] == ["B"]
    assert [seat.id for seat in ROSTER.group("bench")] == ["bench"]
    with pytest.raises(
        UnknownMember, match="'african' is neither a group nor a member of board on 2024-01-01; groups: perm"
    ):
        ROSTER.group("african")


def test_who_takes_part_makes_another_roster() -> None:
    assert ROSTER.only(["bench", "RUS"]).ids == ("SUN", "bench")
    assert ROSTER.without(["RUS"]).ids == ("B", "bench")
    assert ROSTER.with_vacancies({"bench": 4}).size == 8


@pytest.mark.parametrize(
    ("members", "error", "words"),
    [
        (["SUN", "RUS"], NamedTwice, "SUN named twice; name each member once"),
        ([], TallyError, "no member named; name at least one"),
        (["FRA"], NotSeated, "FRA did not sit in board on 2024-01-01"),
        (["SUN", "B", "bench"], TallyError, "every member is opted out; at least one must take part"),
    ],
)
def test_who_cannot_be_left_out(members: list[str], error: type[Exception], words: str) -> None:
    with pytest.raises(error) as caught:
        ROSTER.without(members)
    assert words in str(caught.value)


@pytest.mark.parametrize("number", [-1, 11])
def test_no_more_seats_are_vacant_than_there_are(number: int) -> None:
    with pytest.raises(TallyError) as caught:
        ROSTER.with_vacancies({"bench": number})
    assert str(caught.value) == f"{number} vacant of 10 seats of bench; give 0 to 10"


REGISTER = Register(
    "board",
    (
        Tenure(Seat("A", "A", "A"), date(2020, 1, 1), date(2021, 12, 31)),
        Tenure(Seat("B", "B", "B", weights={"fixed": Weight(Fraction(1))}), date(2021, 1, 1), date(2023, 12, 31)),
    ),
    (
        WeightFact("people", "A", Weight(Fraction(5)), date(2020, 1, 1), date(2020, 6, 30)),
        WeightFact("people", "A", Weight(Fraction(6)), date(2020, 7, 1), date(2021, 12, 31)),
        WeightFact("people", "B", Weight(Fraction(7)), date(2021, 3, 1), date(2021, 12, 31)),
    ),
)


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        (date(2020, 1, 1), ("A",)),
        (date(2020, 12, 31), ("A",)),
        (date(2021, 1, 1), ("A", "B")),
        (date(2021, 12, 31), ("A", "B")),
        (date(2022, 1, 1), ("B",)),
        (date(2023, 12, 31), ("B",)),
    ],
)
def test_days_are_inclusive_on_both_ends(day: date, ids: tuple[str, ...]) -> None:
    assert REGISTER.on(day).ids == ids


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2024, 1, 1)])
def test_a_day_without_members_is_refused(day: date) -> None:
    with pytest.raises(DayNotCovered) as caught:
        REGISTER.on(day)
    assert str(caught.value) == (
        f"no member of board is recorded for {day}; the roster covers 2020-01-01 to 2023-12-31"
    )


def test_dated_weights_join_the_seat_of_the_day() -> None:
    assert REGISTER.on(date(2020, 6, 30)).seat("A").weights["people"].value == 5
    assert REGISTER.on(date(2020, 7, 1)).seat("A").weights["people"].value == 6
    assert set(REGISTER.on(date(2021, 3, 1)).seat("B").weights) == {"fixed", "people"}


def test_a_weight_that_lacks_for_a_seat_is_missing_with_the_days_it_is_known_for() -> None:
    assert REGISTER.on(date(2020, 6, 30)).weights_missing == {}
    assert REGISTER.on(date(2021, 2, 1)).weights_missing == {"people": "2020-01-01 to 2021-12-31"}


def test_the_days_on_which_something_changes() -> None:
    assert REGISTER.changes() == tuple(
        date.fromisoformat(day)
        for day in ("2020-01-01", "2020-07-01", "2021-01-01", "2021-03-01", "2022-01-01", "2024-01-01")
    )
    assert REGISTER.members_ever() == {"A", "B"}
    assert [term.since for term in REGISTER.terms("A")] == [date(2020, 1, 1)]

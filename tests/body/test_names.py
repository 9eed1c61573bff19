"""Printed names: matched exactly but for case, accents and spaces, by day; what is only close is never taken."""

from datetime import date

import pytest

from psephos.body.names import Name, Names, fold, load_names
from psephos.body.rulebook import rulebook
from psephos.errors import NotSeated, UnknownMember

UNSC = rulebook("unsc")
STATES = load_names("states")


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("  CÔTE  d’Ivoire ", "cote d'ivoire"),  # noqa: RUF001 -- as printed
        ("Türkiye", "turkiye"),
        ("UNITED\u00a0STATES", "united states"),
        ("Lao People`s", "lao people's"),
        ("", ""),
    ],
)
def test_names_are_compared_without_case_accents_and_spaces(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ("CHN", "2020-01-01", "CHN"),
        ("chn", "2020-01-01", "CHN"),
        ("China", "1960-01-01", "CHN"),
        ("TWN", "1960-01-01", "CHN"),
        ("RUS", "1990-01-01", "SUN"),
        ("Russian federation", "2020-01-01", "RUS"),
        ("Soviet Union", "1980-01-01", "SUN"),
        ("Viet Nam", "2020-06-01", "VNM"),
        ("Côte d'Ivoire", "2019-01-01", "CIV"),
        ("Ivory Coast", "1964-01-01", "CIV"),
    ],
)
def test_a_printed_name_is_a_seat_of_its_day(text: str, day: str, code: str) -> None:
    assert UNSC.names.seat(text, UNSC.on(date.fromisoformat(day))).id == code


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        ("Mexico", NotSeated, "MEX did not sit in unsc on 2020-01-01; seated that day: BEL, CHN, DEU, "),
        ("mex", NotSeated, "MEX did not sit in unsc on 2020-01-01"),
        ("Chena", UnknownMember, "'Chena' is no member of unsc that psephos knows; did you mean China"),
        ("Atlantis", UnknownMember, "'Atlantis' is no member of unsc that psephos knows; "),
        ("", UnknownMember, "'' is no member of unsc"),
    ],
)
def test_who_is_not_there_is_told_apart_from_who_is_not_known(text: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error) as caught:
        UNSC.names.seat(text, UNSC.on(date(2020, 1, 1)))
    assert words in str(caught.value)


def test_a_name_that_two_members_share_is_refused() -> None:
    shared = Names.of([Name(code, "Congo", "en", "name") for code in ("COD", "COG")])
    assert shared.codes("congo", None) == ("COD", "COG")
    unga = rulebook("unga")
    with pytest.raises(UnknownMember, match="'Congo' can mean COD or COG; give the code"):
        shared.seat("Congo", unga.register.on(date(2020, 1, 1)))


def test_a_name_holds_on_its_days() -> None:
    table = Names.of(
        [
            Name("X", "Old", "en", "name", None, date(1999, 12, 31)),
            Name("X", "New", "en", "name", date(2000, 1, 1), None, the=True),
        ]
    )
    assert table.codes("old", date(1999, 12, 31)) == ("X",)
    assert table.codes("old", date(2000, 1, 1)) == ()
    assert table.codes("old", None) == ("X",)
    before, after = table.printed("X", date(1999, 12, 31)), table.printed("X", date(2000, 1, 1))
    assert before is not None
    assert after is not None
    assert (before.name, after.name, after.the) == ("Old", "New", True)
    assert table.printed("Y", date(2000, 1, 1)) is None
    assert table.takes_the("NEW")


def test_without_a_table_only_codes_are_known() -> None:
    assert load_names("").entries == ()
    assert rulebook("template-board").on(date(2024, 6, 1)).seat("amber").name


def test_a_name_is_never_guessed() -> None:
    near = ["Chin", "Francee", "United Kingdon", "Russia Federation", "Nigerr"]
    assert [name for name in near if STATES.codes(name, date(2020, 1, 1))] == []

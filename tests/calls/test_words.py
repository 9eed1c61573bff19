from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psephos.calls.formats.words import choice_of, claim_of, date_of, date_order, meeting_of, resolution_of

SPELLINGS = [
    "893 (1994)",
    "893(1994)",
    "S/RES/893 (1994)",
    "S/RES/893(1994)",
    "s/res/893 (1994)",
    "RES/893 (1994)",
    "Res. 893 (1994)",
    "Resolution 893 (1994)",
    "893 / 1994",
    "893-1994",
    "S/RES/893/1994",
    "No. 893 (1994)",
]


@pytest.mark.parametrize("text", SPELLINGS)
def test_every_spelling_of_a_resolution_is_read(text: str) -> None:
    found = resolution_of(text)
    assert found is not None
    assert (found.number, found.year) == (893, 1994)


@pytest.mark.parametrize(("text", "number"), [("893", 893), ("15.0", 15), ("S/RES/15", 15)])
def test_a_resolution_without_its_year(text: str, number: int) -> None:
    found = resolution_of(text)
    assert found is not None
    assert (found.number, found.year) == (number, 0)


@pytest.mark.parametrize("text", ["", None, "S/1994/11", "presidential statement", "S/PV.3326"])
def test_what_is_no_resolution(text: str | None) -> None:
    assert resolution_of(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3326", 3326),
        ("S/PV.3326", 3326),
        ("S/PV. 3326", 3326),
        ("3326th meeting", 3326),
        ("S/PV.4505 (Resumption 1)", 4505),
        ("V104", None),
        ("", None),
    ],
)
def test_meetings(text: str, number: int | None) -> None:
    assert meeting_of(text) == number


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("Yes", "yes"),
        ("Y", "yes"),
        ("IN FAVOUR", "yes"),
        ("No", "no"),
        ("-", "no"),
        ("A", "abstain"),
        ("ABSTENTION", "abstain"),
        ("X", "not_voting"),
        ("NV", "not_voting"),
        ("DID_NOT_VOTE", "not_voting"),
        ("absent", "absent"),
        ("did not participate", "not_participating"),
        ("maybe", None),
        ("", None),
    ],
)
def test_ballots(text: str, choice: str | None) -> None:
    assert choice_of(text) == choice


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Adopted unanimously", "adopted"),
        ("Adopted by majority", "adopted"),
        ("Adopted by consensus", "adopted"),
        ("Adopted by acclamation", "adopted"),
        ("Not adopted - veto", "not adopted"),
        ("Not adopted - failed to receive required number of votes", "not adopted"),
        ("not-enough-votes", "not adopted"),
        ("insufficient votes", "not adopted"),
        ("vetoed", "not adopted"),
        ("rejected", "not adopted"),
        ("withdrawn", ""),
        ("", ""),
    ],
)
def test_outcomes(text: str, outcome: str) -> None:
    assert claim_of(text).outcome == outcome


def test_a_claim_keeps_why() -> None:
    assert claim_of("Not adopted - veto").vetoed
    assert claim_of("not-enough-votes").short
    assert claim_of("Adopted unanimously").unanimous is True
    assert claim_of("Adopted by majority").unanimous is False
    assert claim_of("Adopted by consensus").without_a_vote
    assert claim_of("Adopted without a vote").outcome == "adopted"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Confirmed", "adopted"),
        ("Not confirmed", "not adopted"),
        ("Objection not sustained", "not adopted"),
        ("Adopted, one member did not take part", "adopted"),
    ],
)
def test_other_words_for_carried_and_lost(text: str, outcome: str) -> None:
    assert claim_of(text).outcome == outcome


@pytest.mark.parametrize(
    "text",
    [
        "1994-01-06",
        "1994-01-06 00:00:00",
        "1994-01-06T00:00",
        "19940106",
        "6 January 1994",
        "January 6, 1994",
        "6 Jan. 1994",
    ],
)
def test_dates(text: str) -> None:
    assert date_of(text) == date(1994, 1, 6)


def test_a_serial_number_of_a_spreadsheet_is_a_date() -> None:
    assert date_of("34340") == date(1994, 1, 6)


@pytest.mark.parametrize("text", ["1994-13-45", "soon", "", None, "30 Febtober 1994", "30/02/1994"])
def test_what_is_no_date(text: str | None) -> None:
    assert date_of(text) is None


def test_a_date_that_could_be_two_is_not_guessed() -> None:
    assert date_of("6/1/1994") is None
    assert date_of("6/1/1994", "day first") == date(1994, 1, 6)
    assert date_of("6/1/1994", "month first") == date(1994, 6, 1)


def test_one_date_proves_the_order_of_its_column() -> None:
    assert date_order(["6/1/1994", "14/1/1994"]) == "day first"
    assert date_order(["6/1/1994", "1/14/1994"]) == "month first"
    assert date_order(["14/1/1994", "1/14/1994"]) == ""


@given(st.dates(date(1946, 1, 1), date(2030, 12, 31)))
def test_a_date_written_in_iso_is_read_back(day: date) -> None:
    assert date_of(day.isoformat()) == day


@given(st.text(max_size=40))
def test_no_text_breaks_the_readers(text: str) -> None:
    for read in (resolution_of, meeting_of, choice_of, claim_of, date_of):
        read(text)

"""What a draft is about, in the words of the report."""

import pytest

from psephos.read.record import reading_record
from psephos.read.report import read_text

CASES = {
    "The Security Council adopted a resolution calling for a ceasefire in Gaza, with China abstaining.": (
        "calling for a ceasefire in Gaza"
    ),
    "China vetoed a Security Council draft that would have imposed sanctions on Syria.": (
        "would have imposed sanctions on Syria"
    ),
    "The Security Council adopted resolution 2720 (2023) on aid to Gaza by 13 votes to none.": "on aid to Gaza",
    "The Security Council adopted a draft resolution by Malta to extend the mission by 14 votes to none.": (
        "to extend the mission"
    ),
    "The General Assembly adopted the text entitled “Protection of civilians” by 120 votes to 14.": (
        "Protection of civilians"
    ),
    "The Security Council adopted the resolution on Monday with 14 votes in favour.": None,
    "The Security Council put the draft to the vote; it was rejected by 4 votes to 9.": None,
}


@pytest.mark.parametrize(("text", "subject"), CASES.items())
def test_the_subject_is_the_words_of_the_text(text: str, subject: str | None) -> None:
    (vote,) = reading_record(read_text(text))["votes"]
    assert vote["draft"]["subject"] == subject
    place = vote["spans"]["subject"]
    assert subject is None or text[slice(*place)] == subject

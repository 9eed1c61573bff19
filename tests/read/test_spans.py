# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Whatever the input, places lie in it, and the same input gives the same output."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.read.atoms.inputs import from_html
from psephos.read.atoms.tokens import sentences
from psephos.read.record import placed_record, reading_record
from psephos.read.report import read_text

PIECES = [
    "The Security Council ",
    "voted ",
    "10-3 ",
    "in favour",
    " against",
    " abstained",
    ", ",
    ". ",
    "; ",
    "China",
    " and ",
    "Russia",
    "the United States ",
    "nine of the 15 members ",
    "the others ",
    "(",
    ")",
    ": ",
    "vetoed ",
    "the draft",
    "\n",
    "\n- ",
    "was adopted ",
    "by 12 votes to none",
    " with ",
    "two abstentions",
    "“",
    "”",
    "’s",
    "Wednesday ",
    "Côte d’Ivoire",
    "é",
    "\u2028",
    "🗳",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=120)


@settings(max_examples=150)
@given(TEXTS)
def test_evidence_stands_at_its_place(text: str) -> None:
    reading = read_text(text)
    for vote in reading.votes:
        for ballot in vote.stated.ballots:
            assert text[ballot.start : ballot.end] == ballot.printed
        for fact in vote.stated.facts:
            assert 0 <= fact.start < fact.end <= len(text)
    assert reading_record(reading) == reading_record(read_text(text))


def test_places_of_html_point_into_the_original() -> None:
    page = (
        "<html><body><p>On 25 October 2023 in the Security Council, C&ocirc;te d&rsquo;Ivoire &amp; "
        "<b>China</b> abstained.</p></body></html>"
    )
    source = from_html(page, "x.html")
    record = placed_record(read_text(source.text), source)
    places = {page[start:end] for ballot in record["votes"][0]["ballots"] for start, end in ballot["spans"]}
    assert "China" in places


@pytest.mark.parametrize("text", ["Russia voted against, " * 2_000, "x" * 30_000, "a " * 9_000])
def test_what_is_no_sentence_is_read_in_parts(text: str) -> None:
    parts = list(sentences(text))
    assert max(part.end - part.start for part in parts) <= 5_000
    assert "".join(text[part.start : part.end] for part in parts).replace(" ", "") == text.replace(" ", "")

from datetime import date

import pytest

from psephos.body.rulebook import rulebook
from psephos.errors import UsageError
from psephos.read.report import read, read_text

VOTE = "The Security Council adopted the draft on 10 May 2024 by 14 votes to none, with China abstaining."


def test_a_body_of_ones_own_is_read_by_its_names() -> None:
    text = (
        "At its meeting of 15 January 2026 the board adopted the resolution. Amber and Brook voted against it, "
        "Cedar abstained, and the others voted in favour."
    )
    (vote,) = read(text, body=rulebook("template-board")).votes
    assert {ballot.member for ballot in vote.ballots if ballot.standing == "stated"} == {"amber", "brook", "cedar"}
    assert sum(ballot.standing == "forced" for ballot in vote.ballots) == 4


def test_nothing_is_forced_where_the_outcome_contradicts_the_ballots() -> None:
    text = (
        "In the Security Council on 25 October 2023 eight members voted in favour, three against (China, Russia and "
        "the UAE) and four abstained (Brazil, Ghana, Malta and Mozambique). The draft was {}."
    )
    (fits,) = read(text.format("rejected")).votes
    assert sum(ballot.standing == "forced" for ballot in fits.ballots) == 8
    (vote,) = read(text.format("adopted")).votes
    assert vote.check.agrees is False
    assert vote.standing == "contradictory"
    assert {ballot.standing for ballot in vote.ballots} == {"stated"}


def test_a_long_text_is_read_in_sections_with_places_in_the_whole() -> None:
    filler = "The meeting went on for hours and nothing of note was said.\n\n" * 400
    text = f"{filler}{VOTE}\n\n{filler}{filler}{filler}{VOTE}\n\n"
    reading = read_text(text)
    assert len(text) > 60_000
    assert [vote.tally for vote in reading.votes] == [{"yes": 14, "no": 0}] * 2
    assert {text[ballot.start : ballot.end] for vote in reading.votes for ballot in vote.stated.ballots} == {"China"}


def test_the_day_of_publication_may_be_written() -> None:
    (vote,) = read("The Security Council draft was vetoed by China on Wednesday.", published="2023-10-27").votes
    assert vote.date == date(2023, 10, 25)


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(UsageError, match="is no day"):
        read("", published="yesterday")


def test_figures_that_leave_members_over_are_noted() -> None:
    text = "On 10 May 2024 the Security Council draft got 10 votes in favour, 2 against and 1 abstention."
    (vote,) = read_text(text).votes
    assert [finding.kind for finding in vote.check.findings] == ["members unaccounted for"]
    assert not [ballot for ballot in vote.ballots if ballot.standing == "forced"]


def test_the_outcome_that_fits_only_a_procedural_motion() -> None:
    text = (
        "On 10 May 2024 the Security Council adopted the motion: Russia voted against, China abstained and the other "
        "13 members voted in favour."
    )
    (vote,) = read_text(text).votes
    assert vote.check.agrees is None
    assert "only if procedural" in {finding.kind for finding in vote.check.findings}


def test_a_short_name_is_that_of_ones_own_body() -> None:
    texts = ("The committee adopted the motion by 4 votes to 2.", "The Council adopted the motion by 4 votes to 2.")
    votes = [read(text, body=rulebook("template-board")).votes for text in texts]
    assert [vote.body for (vote,) in votes] == ["template-board"] * 2
    (named,) = read("The UN Security Council adopted it, 10-5.", body=rulebook("template-board")).votes
    assert named.body == "unsc"

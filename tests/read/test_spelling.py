"""Slips of the pen in the words of voting, and words that are none."""

import re

import pytest

from psephos.body.names import fold, load_names
from psephos.read.atoms.spelling import spelled
from psephos.read.lexicon.choicewords import choice_rows
from psephos.read.lexicon.french import FRENCH
from psephos.read.lexicon.spanish import SPANISH
from psephos.read.report import read_text


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("abstaned", "abstained"),
        ("abstianed", "abstained"),
        ("agianst", "against"),
        ("againts", "against"),
        ("resoluton", "resolution"),
        ("memebers", "members"),
        ("unanimosly", "unanimously"),
    ],
)
def test_one_letter_wrong_is_read_as_what_was_meant(slip: str, meant: str) -> None:
    assert spelled(slip) == meant


@pytest.mark.parametrize("word", ["oppose", "opposes", "abstains", "revolution", "counties", "membres", "counsel"])
def test_another_form_or_another_word_stays(word: str) -> None:
    assert spelled(word) == word


def test_no_word_of_the_grammar_is_taken_for_another() -> None:
    patterns = " ".join(row[3] for row in (*choice_rows(), *FRENCH, *SPANISH))
    assert [word for word in re.findall(r"[a-z]{6,}", patterns) if spelled(word) != word] == []


def test_no_name_of_a_member_is_taken_for_a_word() -> None:
    names = {word for name in load_names("states").entries for word in fold(name.name).split()}
    assert [word for word in names if spelled(word) != word] == []


def test_a_slip_in_a_report_is_read() -> None:
    (vote,) = read_text("In the Secruity Council on 10 March 2021 China and Rusia abstaned.").votes
    assert [(ballot.member, ballot.choice) for ballot in vote.ballots] == [("CHN", "abstain")]
    assert vote.standing == "incompletely read"

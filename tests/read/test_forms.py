# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Every form of the grammar has a name and an example, and is what reads it."""

import re

import pytest

from psephos.read.atoms.mentions import Item, items, lexicon
from psephos.read.lexicon.choicewords import choice_rows
from psephos.read.lexicon.french import FRENCH
from psephos.read.lexicon.outcomewords import outcome_patterns
from psephos.read.lexicon.spanish import SPANISH
from psephos.read.phrases.clauses import chunks, joined_keys
from psephos.read.sentences.outcomes import outcomes
from tests.read import forms


def read_items(text: str, language: str) -> list[Item]:
    return items(text, 0, len(text), lexicon(language), published=None, on=None)


CHOICES = [
    *(("en", name, text) for name, text in forms.CHOICES.items()),
    *(("fr", name, text) for name, text in forms.FRENCH.items()),
    *(("es", name, text) for name, text in forms.SPANISH.items()),
]


@pytest.mark.parametrize(("language", "name", "text"), CHOICES, ids=[f"{row[0]}-{row[1]}" for row in CHOICES])
def test_a_choice_is_read_by_its_form(language: str, name: str, text: str) -> None:
    pieces = chunks(read_items(text, language), language)
    assert name in {piece.phrase.name for piece in pieces if piece.phrase}


OUTCOMES = [
    *(("en", name, True, text) for name, text in forms.ADOPTED.items()),
    *(("en", name, False, text) for name, text in forms.REJECTED.items()),
    *(
        ("fr" if "’" in text or " le " in f" {text.lower()}" else "es", name, None, text)
        for name, text in forms.FOREIGN.items()
    ),
]


@pytest.mark.parametrize(("language", "name", "adopted", "text"), OUTCOMES, ids=[row[1] for row in OUTCOMES])
def test_an_outcome_is_read_by_its_form(language: str, name: str, adopted: object, text: str) -> None:
    found = {stated.name: stated.adopted for stated in outcomes(joined_keys(read_items(text, language)))}
    assert name in found
    assert adopted in {None, found[name]}


def test_no_form_goes_without_an_example() -> None:
    choices = {row[0] for row in choice_rows()}
    assert (choices, {row[0] for row in FRENCH}, {row[0] for row in SPANISH}) == (
        set(forms.CHOICES),
        set(forms.FRENCH),
        set(forms.SPANISH),
    )
    assert {row[0] for row in outcome_patterns()} == {*forms.ADOPTED, *forms.REJECTED, *forms.FOREIGN}


def test_no_pattern_can_match_one_stretch_in_many_ways() -> None:
    patterns = [
        *(row[3] for row in (*choice_rows(), *FRENCH, *SPANISH)),
        *(row[3].pattern for row in outcome_patterns()),
    ]
    nested = re.compile(r"\(\?: \[\^(?! )[^\]]*\]\+\)[*+{]")  # words parted by spaces, of which each may hold spaces
    assert [pattern for pattern in patterns if nested.search(pattern)] == []

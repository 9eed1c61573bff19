"""Small words: lists, plurals, numbers and days."""

from datetime import date
from fractions import Fraction

import pytest

from psephos.body.rulebook import rulebook
from psephos.show.words import columns, day_text, listed, named, number_text, plural, spelled


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["China"], "China"), (["China", "France"], "China and France"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_are_joined_as_running_text_does(words: list[str], text: str) -> None:
    assert listed(words) == text


def test_another_word_may_join() -> None:
    assert listed(["yes", "no"], joint="or") == "yes or no"


def test_members_are_named_in_english_alphabetical_order_with_their_articles() -> None:
    roster = rulebook("unsc").on(date(2020, 1, 10))
    assert named(["USA", "RUS", "CHN", "DOM"], roster) == (
        "China, the Dominican Republic, the Russian Federation and the United States"
    )


@pytest.mark.parametrize(("number", "text"), [(0, "0 votes"), (1, "1 vote"), (2, "2 votes"), (1_234, "1,234 votes")])
def test_a_number_with_its_noun(number: int, text: str) -> None:
    assert plural(number, "vote") == text


def test_a_plural_of_its_own() -> None:
    assert (plural(1, "ballot by name", "ballots by name"), plural(3, "ballot by name", "ballots by name")) == (
        "1 ballot by name",
        "3 ballots by name",
    )


@pytest.mark.parametrize(
    ("number", "text"), [(0, "none"), (1, "one"), (12, "twelve"), (13, "13"), (-1, "-1"), (1000, "1,000")]
)
def test_small_numbers_are_words(number: int, text: str) -> None:
    assert spelled(number) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(5_039_930), "5,039,930"),
        (Fraction(-3), "-3"),
        (Fraction(1, 2), "0.5"),
        (Fraction(297, 20), "14.85"),
        (Fraction(-5, 4), "-1.25"),
        (Fraction(262, 3), "about 87.33"),
        (Fraction(-1, 3), "about -0.33"),
        (Fraction(1999, 1000), "about 2.00"),
        (Fraction(12_345_675, 10_000), "about 1,234.57"),
    ],
)
def test_a_number_that_is_rounded_says_so(value: Fraction, text: str) -> None:
    assert number_text(value) == text


def test_days() -> None:
    assert day_text(date(2023, 10, 5)) == "5 October 2023"


def test_columns_are_aligned_and_the_last_runs_free() -> None:
    assert columns([("a", "bb", "c"), ("aaa", "b", "cc")], gap=2) == ["a    bb  c", "aaa  b   cc"]
    assert columns([("a", "b")], gap=1, widths=(4,)) == ["a    b"]
    assert columns([]) == []

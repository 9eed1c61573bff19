"""Every example of every shipped rulebook holds, and stands under a rule."""

import pytest

from psephos.body.book import Example, Rulebook
from psephos.decide.check import rule_faults
from tests.rulebooks.subjects import Subject, books, decided, subjects

EXAMPLES = [(book, example) for book in books() for example in book.examples]
IDS = [f"{book.id}:{example.line} {example.label}" for book, example in EXAMPLES]


@pytest.mark.parametrize(("book", "example"), EXAMPLES, ids=IDS)
def test_the_example_is_labelled_as_it_says(book: Rulebook, example: Example) -> None:
    verdict = decided(book, example)
    assert verdict.label == example.label
    if example.vetoed_by is not None:
        assert sorted(verdict.vetoed_by) == sorted(example.vetoed_by)
    assert bool(verdict.vetoed_by) <= (verdict.label == "vetoed")


@pytest.mark.parametrize("subject", subjects(), ids=[subject.name for subject in subjects()])
def test_the_rule_can_pass_can_fail_and_is_monotone_where_it_says_so(subject: Subject) -> None:
    assert [str(fault) for fault in rule_faults(subject.book, subject.rule)] == []


def test_every_rule_has_examples_of_its_own() -> None:
    assert [subject.name for subject in subjects() if not subject.cases] == []


def test_examples_say_who_says_so() -> None:
    unsourced = [example.line for _, example in EXAMPLES if not (example.source or (example.synthetic and example.why))]
    assert unsourced == []

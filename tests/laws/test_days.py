"""On every day that a rulebook covers, each decision has exactly one rule; before and after, none."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook, shipped
from psephos.errors import DayNotCovered

BOOKS = {name: rulebook(name) for name in shipped()}
LAST = date(2027, 12, 31)


def _edges(book: Rulebook) -> set[date]:
    ends = {rule.until for rule in book.rules if rule.until}
    days = {book.since, book.as_of, *(rule.since for rule in book.rules), *ends, *book.register.changes()}
    near = {day + timedelta(days=step) for day in days for step in (-1, 0, 1)}
    return {day for day in near if day <= min(LAST, book.until or LAST)}


def _check_day(book: Rulebook, day: date) -> None:
    for decision in book.decisions:
        fitting = [rule for rule in book.rules if rule.decision == decision and rule.in_force(day)]
        variants = [rule.variant for rule in fitting]
        assert len(set(variants)) == len(variants)
        if day < book.since or not fitting:
            with pytest.raises(DayNotCovered):
                book.rule(day, decision)
        for rule in fitting if day >= book.since else ():
            assert book.rule(day, decision, [rule.variant] if rule.variant else []) is rule


@pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS)
def test_on_the_days_around_every_change(book: Rulebook) -> None:
    for day in sorted(_edges(book)):
        _check_day(book, day)


@settings(max_examples=200)
@given(st.sampled_from(sorted(BOOKS)), st.dates(date(1945, 1, 1), LAST))
def test_on_any_day(name: str, day: date) -> None:
    book = BOOKS[name]
    if book.until is None or day <= book.until:
        _check_day(book, day)


@pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS)
def test_a_decision_has_no_days_without_a_rule_between_its_first_and_last(book: Rulebook) -> None:
    for decision in book.decisions:
        rules = sorted((rule for rule in book.rules if rule.decision == decision), key=lambda rule: rule.since)
        ends = [rule.until for rule in rules]
        day, last = rules[0].since, max((end for end in ends if end), default=LAST) if all(ends) else LAST
        while day < last:
            running = [rule for rule in rules if rule.in_force(day)]
            assert running, f"{book.id} {decision} {day}"
            day = min((rule.until or last) + timedelta(days=1) for rule in running)

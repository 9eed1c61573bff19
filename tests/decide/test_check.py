"""Faults of meaning: examples that do not hold, rules that never pass or never fail, rules that are not monotone."""

import pytest

from psephos.body.book import Rulebook
from psephos.body.reading import read_rulebook
from psephos.decide.check import can_pass, check

BOARD = """\
id = "board"
name = "Board"
as_of = 2026-01-01
from = 2024-01-01
[[seats]]
id = "A"
groups = ["chair"]
[[seats]]
id = "B"
[[seats]]
id = "C"
[[rule]]
decision = "motion"
from = 2024-01-01
passes = "{passes}"
{extra}
[rule.clauses.most]
requires = "{most}"
role = "majority"
source = "by-laws"
[rule.clauses.unvetoed]
requires = "no(chair) = 0"
role = "veto"
source = "by-laws"
"""


def board(most: str = "yes >= 2", passes: str = "most and unvetoed", extra: str = "", rest: str = "") -> Rulebook:
    """A rulebook of three members."""
    text = BOARD.format(most=most, passes=passes, extra=extra) + rest
    return read_rulebook(text.encode(), "board.toml", None)


def example(label: str, ballots: str, rest: str = "") -> str:
    """A synthetic example."""
    return f'[[example]]\non = 2024-05-05\nsynthetic = true\nwhy = "so"\nlabel = "{label}"\n{ballots}\n{rest}\n'


def words(book: Rulebook) -> list[str]:
    """The faults as they are printed."""
    return [str(fault).removeprefix("board.toml, line ") for fault in check(book)]


def test_a_sound_rulebook_has_no_faults() -> None:
    right = example("vetoed", 'no = ["A"]\nothers = "yes"', 'vetoed_by = ["A"]')
    assert words(board(rest=right)) == []


@pytest.mark.parametrize(
    ("rest", "fault"),
    [
        (
            example("adopted", 'no = ["A"]\nothers = "yes"'),
            "25: the example of 2024-05-05 is labelled 'adopted', but the rule says 'vetoed'; mend",
        ),
        (
            example("vetoed", 'no = ["A"]\nothers = "yes"', 'vetoed_by = ["B"]'),
            "25: vetoed by B according to the example, by A according to the rule; mend one of them",
        ),
        (
            example("insufficient votes", 'others = "abstain"', 'vetoed_by = ["B"]'),
            "25: vetoed by B according to the example, by nobody according to the rule; mend one of them",
        ),
        (
            example("adopted", 'yes = ["D"]\nothers = "yes"'),
            "25: the example cannot be decided: 'D' is no member of board that psephos knows; members that day: A",
        ),
    ],
)
def test_an_example_that_does_not_hold(rest: str, fault: str) -> None:
    (found,) = words(board(rest=rest))
    assert found.startswith(fault)


@pytest.mark.parametrize(
    ("most", "passes", "extra", "fault"),
    [
        ("yes >= 4", "most and unvetoed", "", "can never pass on 2024-01-01; mend its clauses or its roster"),
        ("yes >= 0", "most or unvetoed", "", "can never fail on 2024-01-01; mend its clauses or its roster"),
        (
            "no >= 1",
            "most and unvetoed",
            "",
            "is not monotone: on 2024-01-01 a vote of B for instead of against can turn an adopted motion down",
        ),
        ("yes = no", "most and unvetoed", "", "is not monotone: on 2024-01-01 a vote of B"),
        ("yes >= 2", "not most and unvetoed", "", "is not monotone: on 2024-01-01 a vote of B"),
        ("yes[shares] >= 2", "most and unvetoed", "", ""),
    ],
)
def test_a_rule_that_cannot_be_meant(most: str, passes: str, extra: str, fault: str) -> None:
    if not fault:
        book = board("yes >= 2", passes, extra)
        assert words(book) == []
        return
    (found,) = words(board(most, passes, extra))
    assert found.startswith("12: the rule 'motion' from 2024-01-01 ")
    assert fault in found


def test_a_rule_may_say_that_it_is_not_monotone() -> None:
    assert words(board("yes = no", extra="monotone = false")) == []


def test_a_seat_without_the_weight_is_named() -> None:
    text = BOARD.format(most="yes[shares] >= 2", passes="most and unvetoed", extra="")
    text = text.replace('id = "C"', 'id = "C"\nweights = { shares = 2 }')
    (fault,) = words(read_rulebook(text.encode(), "board.toml", None))
    assert "cannot be used on 2024-01-01: 'yes[shares]' needs the weight 'shares', which A, B have not" in fault


def test_whether_any_ballots_at_all_pass() -> None:
    book = board("yes >= 3")
    rule, roster = book.rules[0], book.on(book.since)
    assert can_pass(book, rule, roster)
    assert not can_pass(book, rule, roster.without(["B"]))

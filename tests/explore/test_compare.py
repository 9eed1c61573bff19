from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.body.binding import BoundRule
from psephos.body.rulebook import rulebook
from psephos.errors import DayNotCovered, UnknownBody, UnknownChoice, UnknownDecision, UsageError
from psephos.explore.compare import Comparison, Party, compare, party
from tests.count import bodies as b
from tests.explore import verdicts as v

VOTES = ("yes", "no", "abstain")


def cast(bound: BoundRule, ballots: dict[tuple[str, int], str]) -> bool:
    """The outcome on single votes named by seat and number."""
    ids = bound.choices.ids
    rows = [
        [sum(ballots[seat.id, n] == choice for n in range(seat.count)) for choice in ids] for seat in bound.roster.seats
    ]
    return b.adopts(bound, rows)


def slowly(first: BoundRule, second: BoundRule) -> Any:
    """All single votes of both: how many profiles, adopted by which side alone, and the least tally of those."""
    options: dict[tuple[str, int], list[str]] = {}
    for bound in (first, second):
        for seat in bound.roster.seats:
            own = [choice for choice in bound.castable(seat) if choice in VOTES]
            for n in range(seat.count):
                options[seat.id, n] = [one for one in options.get((seat.id, n), own) if one in own]
    alone, least, number = [0, 0], None, 0
    for chosen in product(*options.values()):
        ballots = dict(zip(options, chosen, strict=True))
        outcomes = cast(first, ballots), cast(second, ballots)
        number += 1
        if outcomes[0] is not outcomes[1]:
            alone[outcomes[1]] += 1
            tally = (chosen.count("yes"), chosen.count("no"))
            least = tally if least is None else min(least, tally)
    return number, alone, least


@st.composite
def parties(draw: st.DrawFn) -> tuple[Party, Party]:
    """Two random bodies some of whose members are the same (by code)."""
    found = []
    for _ in range(2):
        bound = draw(b.bodies(votes=4))
        seats = tuple(replace(seat, casts=None) for seat in bound.roster.seats)
        found.append(replace(bound, roster=replace(bound.roster, seats=seats)))
    return Party(v.book(), found[0], b.DAY), Party(v.book(), found[1], b.DAY)


def checked(one: Party, other: Party) -> Comparison:
    found = compare(one, other)
    number, alone, least = slowly(one.bound, other.bound)
    assert (found.profiles, found.first_only, found.second_only) == (number, *alone)
    assert found.equal is (least is None)
    assert (found.example is None) is (least is None)
    if found.example is not None:
        tally = found.example.tally
        assert (tally.get("yes", 0), tally.get("no", 0)) == least
    return found


@settings(max_examples=100, deadline=None)
@given(parties())
def test_two_rules_are_compared_as_by_trying_every_profile(pair: tuple[Party, Party]) -> None:
    found, turned = checked(*pair), compare(pair[1], pair[0])
    assert (turned.first_only, turned.second_only) == (found.second_only, found.first_only)
    assert (turned.example is None) is (found.example is None)


@settings(max_examples=40, deadline=None)
@given(parties())
def test_a_rule_is_equal_to_itself(pair: tuple[Party, Party]) -> None:
    assert compare(pair[0], pair[0]).equal


@settings(max_examples=60, deadline=None)
@given(parties())
def test_the_example_is_decided_differently(pair: tuple[Party, Party]) -> None:
    found = compare(*pair)
    if found.example is None or any(seat.count > 1 for side in pair for seat in side.bound.roster.seats):
        return
    ballots = {(member, 0): choice for member, choice in found.example.ballots.items() if isinstance(choice, str)}
    outcomes = [cast(side.bound, ballots) for side in pair]
    assert outcomes == [found.example.adopts == "first", found.example.adopts == "second"]


DAY = date(2024, 1, 5)


def test_procedural_decisions_know_no_veto() -> None:
    found = compare(party("unsc", DAY), party("unsc", DAY, "procedural"))
    assert (found.first_only, found.second_only, found.profiles) == (0, 295_551, 3**15)
    assert found.example is not None
    assert (found.example.adopts, dict(found.example.tally)) == ("second", {"yes": 9, "no": 1, "abstain": 5})


def test_eleven_and_fifteen_members() -> None:
    found = compare(party("unsc", date(1965, 12, 1)), party("unsc", date(1966, 1, 5)))
    assert [pair.first for pair in found.pairs] == ["CHN", "FRA", "SUN", "GBR", "USA", "JOR", "NLD", "URY"]
    assert [len(side) for side in (found.only_in_first, found.only_in_second)] == [3, 7]
    assert found.profiles == 3**18


def test_a_seat_whose_code_changed_is_one_member() -> None:
    found = compare(party("unsc", date(1991, 12, 20)), party("unsc", date(1992, 1, 5)))
    assert [(pair.first, pair.second) for pair in found.pairs if pair.first != pair.second] == [("SUN", "RUS")]


def test_benches_of_different_sizes() -> None:
    found = compare(party("us-senate", date(1950, 1, 5)), party("us-senate", DAY))
    assert (found.pairs[0].votes, found.only_in_first, found.only_in_second) == (96, (), (("senators", 4),))
    assert found.first_only == found.second_only


def test_nice_and_lisbon() -> None:
    day = date(2016, 6, 1)
    found = compare(party("eu-council", day), party("eu-council", day, variants=["nice"]))
    assert found.profiles == 3**28
    assert found.first_only > found.second_only > 0


def test_participants_make_another_roster() -> None:
    day = date(2025, 1, 15)
    found = compare(party("eu-council", day), party("eu-council", day, opt_out=["DNK"]))
    assert found.only_in_first == (("DNK", 1),)
    assert not found.equal


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "src/psephos/body/rulebooks/template-board.toml").read_text("utf-8")
    mine = tmp_path / "board.toml"
    mine.write_text(text, "utf-8")
    book = rulebook(mine)
    assert compare(party(book, book.as_of), party("template-board", book.as_of)).equal


@pytest.mark.parametrize(
    ("ask", "error", "words"),
    [
        (lambda: party("unsc2", DAY), UnknownBody, "'unsc2' is neither a body"),
        (lambda: party("unsc", DAY, "budget"), UnknownDecision, "takes no decision 'budget'"),
        (lambda: party("unsc", date(1940, 1, 1)), DayNotCovered, "before the first day"),
        (
            lambda: compare(party("unsc", DAY), party("unsc", DAY), ["maybe"]),
            UnknownChoice,
            "'maybe' is no choice here",
        ),
        (lambda: compare(party("unsc", DAY), party("unsc", DAY), []), UsageError, "no choice is given"),
        (
            lambda: compare(party("us-senate", DAY), party("us-senate", DAY), ["abstain"]),
            UsageError,
            "Senators can cast none of abstain in both",
        ),
    ],
)
def test_bad_input(ask: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        ask()

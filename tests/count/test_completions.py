import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.body.binding import BoundRule, Profile
from psephos.count.completions import adopts, completions
from psephos.errors import BudgetError, TallyError
from tests.count import bodies as b
from tests.house.project import PACKAGE


@st.composite
def situations(draw: st.DrawFn, weights: Sequence[int] = (1, 2, 3, 5, 9)) -> tuple[BoundRule, Any, Any, Any]:
    """A body, some votes known, some open, and perhaps a tally of the open ones."""
    bound = draw(b.bodies(weights=weights))
    width = len(bound.choices.ids)
    known, open_votes = [], []
    for seat in bound.roster.seats:
        left = draw(st.integers(0, seat.count))
        row = [0] * width
        for _ in range(seat.count - left):
            row[draw(st.integers(0, width - 1))] += 1
        known.append(tuple(row))
        open_votes.append(left)
    tally = None
    if draw(st.booleans()):
        tally = [0] * width
        for _ in range(sum(open_votes)):
            tally[draw(st.integers(0, width - 1))] += 1
    return bound, tuple(known), tuple(open_votes), tally


def check(bound: BoundRule, known: Any, open_votes: Any, tally: Any) -> None:
    listed = set(b.completed(bound, known, open_votes, tally))
    outcomes = {profile: b.adopts(bound, profile) for profile in listed}
    found = completions(bound, known, open_votes, tally)
    for profile, outcome in ((found.adopting, True), (found.rejecting, False)):
        assert (profile is not None) == (outcome in outcomes.values())
        assert profile is None or (profile in listed and outcomes[profile] is outcome)
    assert completions(bound, known, open_votes, tally) == found


@settings(max_examples=1000)
@given(situations())
def test_completions_are_those_of_the_full_list(situation: tuple[BoundRule, Any, Any, Any]) -> None:
    check(*situation)


@settings(max_examples=200)
@given(situations(weights=(10**60, 10**60 - 1, 3 * 10**59, 10**30 + 1, 7)))
def test_weights_of_sixty_digits_do_not_overflow(situation: tuple[BoundRule, Any, Any, Any]) -> None:
    check(*situation)


@given(b.bodies(), st.data())
def test_the_whole_number_rule_decides_as_the_clauses_do(bound: BoundRule, data: st.DataObject) -> None:
    nothing = tuple((0,) * len(bound.choices.ids) for _ in bound.roster.seats)
    counts = [seat.count for seat in bound.roster.seats]
    listed = list(b.completed(bound, nothing, counts, None))
    profile = data.draw(st.sampled_from(listed))
    assert adopts(bound, profile) is b.adopts(bound, profile)


def blank(bound: BoundRule) -> Profile:
    return tuple((0,) * len(bound.choices.ids) for _ in bound.roster.seats)


UNSC = b.body(
    [b.seat(f"P{n}", groups="p") for n in range(5)] + [b.seat(f"E{n}") for n in range(10)],
    {"nine": "yes >= 9", "unvetoed": "no(p) = 0"},
    "nine and unvetoed",
)


def test_a_tally_leaves_the_veto_open() -> None:
    found = completions(UNSC, blank(UNSC), [1] * 15, (10, 3, 2, 0))
    assert found.adopting is not None
    assert found.rejecting is not None
    assert [sum(column) for column in zip(*found.rejecting, strict=True)] == [10, 3, 2, 0]
    assert not any(row[1] for row in found.adopting[:5])


def test_a_tally_can_settle_the_outcome() -> None:
    assert completions(UNSC, blank(UNSC), [1] * 15, (8, 0, 7, 0)).adopting is None
    assert completions(UNSC, blank(UNSC), [1] * 15, (4, 11, 0, 0)).adopting is None
    assert completions(UNSC, blank(UNSC), [1] * 15, (9, 0, 6, 0)).rejecting is None


def test_fifty_to_forty_nine_with_the_chair_in_favour_is_adopted() -> None:
    senate = b.body(
        [b.seat("senators", count=100), b.seat("chair", groups="c")],
        {"more": "yes(senators) > no(senators)", "level": "yes(senators) = no(senators)", "casting": "yes(c) = 1"},
        "more or (level and casting)",
    )
    found = completions(senate, [(50, 49, 0, 0), (1, 0, 0, 0)], [1, 0])
    assert found.rejecting is None
    assert completions(senate, [(50, 49, 0, 0), (0, 0, 0, 0)], [1, 1]).rejecting is not None


def test_a_tally_must_add_up() -> None:
    with pytest.raises(TallyError, match="14 votes, but 15 are open"):
        completions(UNSC, blank(UNSC), [1] * 15, (8, 0, 6, 0))


def test_a_spent_budget_says_what_to_do() -> None:
    weights = [3**n for n in range(24)]
    seats = [b.seat(f"s{n}", (weight, 1)) for n, weight in enumerate(weights)]
    body = b.body(seats, {"even": f"yes[w] = {sum(weights) // 2}"}, "even")
    with pytest.raises(BudgetError, match=r"level \d+ of 24, over the limit of 5,000.*sample"):
        completions(body, blank(body), [1] * 24, budget=5000)


def test_a_small_question_does_not_load_numpy() -> None:
    code = """
import sys
from datetime import date
from psephos.body.binding import bind
from psephos.body.rulebook import rulebook
from psephos.count.completions import completions
book, day = rulebook("unsc"), date(2023, 1, 5)
bound = bind(book.rule(day), book.on(day), book.choices)
found = completions(bound, [(0,) * 7] * 15, [1] * 15, (10, 3, 2, 0, 0, 0, 0))
print(found.adopting is not None and found.rejecting is not None, "numpy" in sys.modules)
"""
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]

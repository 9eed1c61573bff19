from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.count.feasible import solve
from psephos.count.problem import Group, Problem
from psephos.count.small import TooLarge, solve_small


@st.composite
def problems(draw: st.DrawFn, *, scale: int = 1) -> Problem:
    """Groups, ranges with lower, upper or both limits, and perhaps a tally."""
    width, choices = draw(st.integers(0, 3)), draw(st.integers(1, 4))
    value = st.integers(-3, 5).map(lambda n: n * scale + (n % 2 if scale > 1 else 0))
    groups = []
    for _ in range(draw(st.integers(1, 4))):
        can = tuple(sorted(draw(st.sets(st.integers(0, choices - 1), min_size=1))))
        rows = tuple(tuple(draw(value) for _ in range(width)) for _ in can)
        groups.append(Group(draw(st.integers(1, 3)), can, rows))
    lows, highs = [], []
    for _ in range(width):
        low = draw(st.integers(-8, 15)) * scale
        kind = draw(st.sampled_from(["low", "high", "both", "exact"]))
        lows.append(None if kind == "high" else low)
        highs.append(None if kind == "low" else low + (0 if kind == "exact" else 3 * scale))
    tally = None
    if draw(st.booleans()):
        votes = sum(group.votes for group in groups)
        cast = [draw(st.integers(0, choices - 1)) for _ in range(votes)]
        tally = tuple(cast.count(choice) for choice in range(choices))
    return Problem(tuple(groups), tuple(lows), tuple(highs), tally)


def divisions(group: Group) -> Iterator[dict[int, int]]:
    for counts in product(range(group.votes + 1), repeat=len(group.choices)):
        if sum(counts) == group.votes:
            yield {choice: n for choice, n in zip(group.choices, counts, strict=True) if n}


def fits(problem: Problem, chosen: Sequence[dict[int, int]]) -> bool:
    sums = [0] * len(problem.lows)
    cast: dict[int, int] = {}
    for group, division in zip(problem.groups, chosen, strict=True):
        if sum(division.values()) != group.votes or not set(division) <= set(group.choices):
            return False
        for choice, number in division.items():
            cast[choice] = cast.get(choice, 0) + number
            row = group.rows[group.choices.index(choice)]
            sums = [total + number * value for total, value in zip(sums, row, strict=True)]
    inside = all(
        (low is None or low <= total) and (high is None or total <= high)
        for total, low, high in zip(sums, problem.lows, problem.highs, strict=True)
    )
    tally = problem.tally
    return inside and (tally is None or all(cast.get(choice, 0) == n for choice, n in enumerate(tally)))


def check(problem: Problem) -> None:
    exists = any(fits(problem, chosen) for chosen in product(*(list(divisions(group)) for group in problem.groups)))
    found = [solve(problem, 1_000_000)]
    try:
        found.append(solve_small(problem))
    except TooLarge:
        pytest.fail("a problem this small is meant for the small solver")
    for one in found:
        assert (one is not None) == exists
        assert one is None or fits(problem, one)


@settings(max_examples=1000)
@given(problems())
def test_both_solvers_agree_with_the_full_list(problem: Problem) -> None:
    check(problem)


@settings(max_examples=300)
@given(problems(scale=10**40))
def test_numbers_beyond_a_machine_word(problem: Problem) -> None:
    check(problem)


def test_a_large_problem_is_left_to_the_other_solver() -> None:
    rows = ((1, 0), (0, 1), (-1, 2), (2, -1))
    groups = tuple(Group(1, (0, 1, 2, 3), tuple((a * 7**n, b * 5**n) for a, b in rows)) for n in range(9))
    problem = Problem(groups, (11, 13), (11, 13), None)
    with pytest.raises(TooLarge):
        solve_small(problem)
    assert solve(problem, 1_000_000) is None


def test_a_class_too_wide_to_lay_out_is_cut_into_parts() -> None:
    """Equal sums of three unlike columns; 60 interchangeable votes with four kinds of ballots."""
    wide = Group(60, (0, 1, 2, 3), ((1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 0, 0)))
    found = solve(Problem((wide,), (14, 16, 18), (14, 16, 18), None), 1_000_000)
    assert found == ({0: 14, 1: 16, 2: 18, 3: 12},)
    assert solve(Problem((wide,), (14, 16, 31), (14, 16, 40), None), 1_000_000) is None

from fractions import Fraction
from math import factorial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.body.binding import BoundRule, Profile
from psephos.count import flow
from psephos.count.diagram import compile_rule
from psephos.count.passes import (
    chance,
    count,
    count_by_size,
    influence,
    shapley,
    shapley_exact,
    swings,
    swings_by_size,
    total,
)
from psephos.errors import BudgetError, UsageError
from tests.count import bodies as b

HUGE = (10**60, 10**60 - 1, 3 * 10**59, 10**30 + 1, 7)


def swapped(profile: Profile, seat: int, out: int, into: int) -> Profile:
    """One vote of a seat moved from a choice to another."""
    rows = [list(row) for row in profile]
    rows[seat][out] -= 1
    rows[seat][into] += 1
    return tuple(tuple(row) for row in rows)


def listed_swings(bound: BoundRule, choices: Any, gain: int, lose: int) -> dict[int, dict[int, int]]:
    """Net swings by seat and by the number of other votes for `gain`, every profile listed."""
    found: dict[int, dict[int, int]] = {n: {} for n in range(len(bound.roster.seats))}
    for profile in b.listed(bound, choices):
        for seat, sizes in found.items():
            if not profile[seat][gain]:
                continue
            other = swapped(profile, seat, gain, lose)
            castable = choices or bound.castable(bound.roster.seats[seat])
            casts = bound.roster.seats[seat].casts
            if bound.choices.ids[lose] not in castable or (casts is not None and bound.choices.ids[lose] not in casts):
                continue
            net = int(b.adopts(bound, profile)) - int(b.adopts(bound, other))
            others = Fraction(b.weight(profile) * profile[seat][gain], sum(profile[seat]))
            size = sum(row[gain] for row in profile) - 1
            sizes[size] = sizes.get(size, 0) + int(net * others)
    return found


@settings(max_examples=300)
@given(b.bodies(votes=5), st.sampled_from([None, ("yes", "no", "abstain", "not_voting")]))
def test_counts_and_swings_are_those_of_the_full_list(bound: BoundRule, choices: Any) -> None:
    diagram = compile_rule(bound, choices=choices)
    everything = list(b.listed(bound, choices))
    adopting = [profile for profile in everything if b.adopts(bound, profile)]
    assert total(diagram) == sum(map(b.weight, everything))
    assert count(diagram) == sum(map(b.weight, adopting))
    rejecting = compile_rule(bound, choices=choices, adopting=False)
    assert count(rejecting) == total(diagram) - count(diagram)
    sizes = count_by_size(diagram)
    for size, number in enumerate(sizes):
        assert number == sum(b.weight(p) for p in adopting if sum(row[0] for row in p) == size)
    expected = listed_swings(bound, choices, 0, 1)
    assert dict(swings(diagram)) == {seat: sum(by_size.values()) for seat, by_size in expected.items()}
    for seat, numbers in swings_by_size(diagram).items():
        assert {size: n for size, n in enumerate(numbers) if n} == {s: n for s, n in expected[seat].items() if n}


@settings(max_examples=60)
@given(b.bodies(votes=5, weights=HUGE))
def test_weights_of_sixty_digits_do_not_overflow(bound: BoundRule) -> None:
    adopting = [profile for profile in b.listed(bound) if b.adopts(bound, profile)]
    assert count(compile_rule(bound)) == sum(map(b.weight, adopting))


@settings(max_examples=150)
@given(b.bodies(votes=5, benches=False), st.data())
def test_chances_are_those_of_the_full_list(bound: BoundRule, data: st.DataObject) -> None:
    rows: list[Any] = []
    for seat in bound.roster.seats:
        raw = [data.draw(st.integers(0, 3)) if one in bound.castable(seat) else 0 for one in bound.choices.ids]
        raw[bound.choices.index(bound.castable(seat)[0])] += 1
        rows.append(tuple(Fraction(value, sum(raw)) for value in raw))

    def likely(profile: Profile) -> Fraction:
        result = Fraction(1)
        for row, chances in zip(profile, rows, strict=True):
            result *= sum((c for c, n in zip(chances, row, strict=True) if n), Fraction(0))
        return result

    diagram = compile_rule(bound, labels=rows)
    adopted = sum(likely(p) for p in b.listed(bound) if b.adopts(bound, p))
    assert chance(diagram, rows) == pytest.approx(float(adopted), abs=1e-14)
    for place, value in influence(diagram, rows).items():
        if {"yes", "no"} <= set(bound.castable(bound.roster.seats[place])):
            with_yes = [*rows[:place], (1, 0, 0, 0), *rows[place + 1 :]]
            with_no = [*rows[:place], (0, 1, 0, 0), *rows[place + 1 :]]
            difference = chance(compile_rule(bound, labels=with_yes), with_yes)
            difference -= chance(compile_rule(bound, labels=with_no), with_no)
            assert value == pytest.approx(difference, abs=1e-14)


@settings(max_examples=100)
@given(b.bodies(votes=6))
def test_shapley_by_quadrature_equals_the_fractions(bound: BoundRule) -> None:
    if any(seat.casts for seat in bound.roster.seats):
        return
    diagram = compile_rule(bound, choices=("yes", "no"))
    exact, votes = shapley_exact(diagram), diagram.open_votes
    by_hand = {
        seat: sum(Fraction(n * factorial(s) * factorial(votes - 1 - s), factorial(votes)) for s, n in enumerate(sizes))
        for seat, sizes in swings_by_size(diagram).items()
    }
    assert exact == by_hand
    floats = shapley(diagram)
    assert all(abs(floats.values[seat] - float(value)) <= floats.error for seat, value in exact.items())


@pytest.mark.parametrize(("seats", "choices"), [(61, 2), (62, 2), (63, 2), (64, 2), (65, 2), (39, 3), (40, 3), (41, 3)])
def test_the_edge_of_int64(seats: int, choices: int) -> None:
    """Unlike weights 1, 2, 1, 2 ... so that two classes with long numbers meet."""
    ids = ("yes", "no", "abstain")[:choices]
    body = b.body(
        [b.seat(f"s{n}", (1 + n % 2, 1)) for n in range(seats)], {"half": "yes[w] >= 1/2 of members[w]"}, "half"
    )
    diagram = compile_rule(body, choices=ids, labels=range(seats))
    assert (flow.whole(diagram) is object) == (choices**seats >= 2**62)
    ways = [1]  # ways to reach each weight in favour, by Python integers
    for n in range(seats):
        weight = 1 + n % 2
        more = [value * (choices - 1) for value in ways] + [0] * weight
        for place, value in enumerate(ways):
            more[place + weight] += value
        ways = more
    bound = -(-(len(ways) - 1) // 2)
    assert count(diagram) == sum(ways[bound:])
    assert sum(count_by_size(diagram)) == count(diagram)
    assert count(compile_rule(body, choices=ids)) == count(diagram)


def test_unknown_chances_are_refused() -> None:
    body = b.body([b.seat("A"), b.seat("B")], {"both": "yes >= 2"}, "both")
    diagram = compile_rule(body, choices=("yes", "no"))
    with pytest.raises(UsageError, match=r"lies in 0\.\.1"):
        chance(diagram, [(1.5, -0.5, 0, 0)] * 2)
    with pytest.raises(UsageError, match="as labels"):
        chance(diagram, [(1, 0, 0, 0), (0, 1, 0, 0)])


def test_a_spent_budget_says_where_and_what_to_do() -> None:
    seats = [b.seat(f"s{n}", (n * 7919 % 10007 + 1, n * 6007 % 9973 + 1)) for n in range(40)]
    body = b.body(seats, {"w": "yes[w] >= 50% of members[w]", "v": "yes[v] >= 60% of members[v]"}, "w and v")
    with pytest.raises(BudgetError, match=r"edges at level \d+ of 40, over the limit of 1,000; .*sampling"):
        compile_rule(body, budget=1000)


def test_what_is_not_known_is_open() -> None:
    body = b.body([b.seat("A"), b.seat("bench", count=3)], {"three": "yes >= 3"}, "three")
    known = ((1, 0, 0, 0), (1, 1, 0, 0))
    assert count(compile_rule(body, known=known)) == 1
    assert count_by_size(compile_rule(body, known=known)) == (0, 0, 0, 1)
    settled = compile_rule(body, known=((1, 0, 0, 0), (2, 0, 1, 0)))
    assert (count(settled), count_by_size(settled), chance(settled, [])) == (1, (0, 0, 0, 1), 1.0)

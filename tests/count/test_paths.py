from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.body.binding import BoundRule, Profile
from psephos.count.diagram import compile_rule
from psephos.count.pairs import differing, either_not_both, only_first
from psephos.count.passes import count
from psephos.count.paths import cheapest, possible, profiles, samples
from psephos.count.reach import reach
from psephos.errors import UsageError
from tests.count import bodies as b
from tests.count.test_completions import situations


@settings(max_examples=300)
@given(b.bodies(votes=5), st.booleans())
def test_possible_listed_and_drawn_profiles_are_those_that_succeed(bound: BoundRule, adopting: bool) -> None:  # noqa: FBT001
    succeeding: list[Any] = [profile for profile in b.listed(bound) if b.adopts(bound, profile) is adopting]
    diagram = compile_rule(bound, adopting=adopting, labels=range(len(bound.roster.seats)))
    assert {*profiles(diagram, 10_000)} == {*succeeding}
    assert len(list(profiles(diagram, 10_000))) == len(succeeding)
    assert len(list(profiles(diagram, 3))) == min(3, len(succeeding))
    for found in (possible(diagram), possible(compile_rule(bound, adopting=adopting))):
        for seat, choices in found.items():
            assert set(choices) == {c for p in succeeding for c, votes in enumerate(p[seat]) if votes}
    if succeeding:
        drawn = samples(diagram, 20, seed=4)
        assert set(drawn) <= set(succeeding)
        assert samples(diagram, 20, seed=4) == drawn
    else:
        with pytest.raises(UsageError, match="no profile succeeds"):
            samples(diagram, 1, seed=4)


def test_samples_are_evenly_spread() -> None:
    body = b.body(
        [b.seat("bench", count=3), b.seat("A", (2, 1), "a")], {"two": "yes >= 2", "no": "no(a) = 0"}, "two and no"
    )
    diagram = compile_rule(body, labels=range(2))
    drawn = samples(diagram, 6000, seed=11)
    for profile in set(drawn):
        share = b.weight(profile) / count(diagram)
        assert abs(drawn.count(profile) / 6000 - share) < 4 * (share / 6000) ** 0.5
    assert len(set(drawn)) == sum(1 for _ in profiles(diagram, 1000))


@settings(max_examples=300)
@given(situations(), st.sampled_from([None, True, False]))
def test_reach_is_that_of_the_full_list(situation: Any, adopting: bool | None) -> None:  # noqa: FBT001
    bound, known, open_votes, tally = situation
    listed = list(b.completed(bound, known, open_votes, tally))
    fitting = [p for p in listed if adopting is None or b.adopts(bound, p) is adopting]
    for seat, choices in reach(bound, known, open_votes, tally=tally, adopting=adopting).items():
        assert set(choices) == {c for p in fitting for c, votes in enumerate(p[seat]) if votes > known[seat][c]}


def moved(before: Profile, after: Profile) -> int:
    """How many single votes differ at least."""
    return sum(max(new - old, 0) for a, c in zip(before, after, strict=True) for old, new in zip(a, c, strict=True))


def priced(before: Profile, after: Profile, costs: Any) -> Any:
    """The least cost of turning one profile into another and in how many ways single votes can do that."""
    totals = [(0, 1)]
    for old, new, row in zip(before, after, costs, strict=True):
        singles = [choice for choice, n in enumerate(old) for _ in range(n)]
        options: dict[tuple[int, ...], list[Any]] = {}
        for assigned in product(*[[c for c in range(len(row)) if c == s or row[c] is not None] for s in singles]):
            result = tuple(assigned.count(c) for c in range(len(row)))
            cost = sum(0 if c == s else row[c] for c, s in zip(assigned, singles, strict=True))
            options.setdefault(result, []).append(cost)
        if tuple(new) not in options:
            return None
        found = options[tuple(new)]
        totals.append((min(found), found.count(min(found))))
    ways = 1
    for _, number in totals:
        ways *= number
    return sum(cost for cost, _ in totals), ways


@settings(max_examples=200)
@given(b.bodies(votes=4), st.data())
def test_the_cheapest_change_is_that_of_the_full_list(bound: BoundRule, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(list(b.listed(bound))))
    adopting = data.draw(st.booleans())
    price = st.sampled_from([None, 1, 2, 5])
    castable = [set(bound.castable(seat)) for seat in bound.roster.seats]
    costs = [[data.draw(price) if c in can else None for c in bound.choices.ids] for can in castable]
    found = cheapest(bound, start, adopting=adopting, costs=costs)
    wanted = [p for p in b.listed(bound) if b.adopts(bound, p) is adopting]
    changes = [one for p in wanted if (one := priced(start, p, costs)) is not None]
    if not changes:
        assert found is None
        return
    assert found is not None
    least = min(cost for cost, _ in changes)
    assert found.cost == least
    assert found.profile in wanted
    assert priced(start, found.profile, costs)[0] == least
    assert found.number == sum(number for cost, number in changes if cost == least)


def test_ballots_not_castable_may_stay_as_they_are() -> None:
    body = b.body([b.seat(name) for name in "ABC"], {"two": "yes >= 2"}, "two")
    silent = ((0, 0, 0, 1), (1, 0, 0, 0), (0, 1, 0, 0))
    change = cheapest(body, silent, adopting=True)
    assert change is not None
    assert (change.cost, change.number) == (1, 2)
    with pytest.raises(UsageError, match="counts from 0"):
        cheapest(body, silent, adopting=True, costs=[[-1] * 4] * 3)


@settings(max_examples=200)
@given(st.data())
def test_two_rules_differ_where_the_full_list_says(data: st.DataObject) -> None:
    one = data.draw(b.bodies(votes=4))
    seats = one.roster.seats
    clauses = {"c": data.draw(st.sampled_from(["yes >= 2", "yes[w] > no[w]", "yes = no", "no(a) = 0"]))}
    other = b.body(seats, clauses, "c")
    split = [(p, b.adopts(one, p), b.adopts(other, p)) for p in b.listed(one)]
    witness = differing(one, other)
    assert (witness is None) == all(first == second for _, first, second in split)
    assert witness is None or b.adopts(one, witness) != b.adopts(other, witness)
    assert count(compile_rule(either_not_both(one, other))) == sum(b.weight(p) for p, x, y in split if x != y)
    assert count(compile_rule(only_first(one, other))) == sum(b.weight(p) for p, x, y in split if x and not y)


def test_rules_of_other_seats_are_not_compared() -> None:
    one, other = (b.body([b.seat(name) for name in names], {"c": "yes >= 1"}, "c") for names in ("AB", "AC"))
    with pytest.raises(UsageError, match="only on the same seats"):
        differing(one, other)

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from psephos.errors import UsageError
from psephos.power.games import Game, weighted
from psephos.power.indices import power
from psephos.power.unions import UNIONS
from tests.power import brute


def cut(votes: int, data: st.DataObject) -> list[list[int]]:
    """A random partition."""
    labels = [data.draw(st.integers(0, 2)) for _ in range(votes)]
    return [[i for i in range(votes) if labels[i] == label] for label in sorted(set(labels))]


def expected(name: str, one: Game, parts: list[list[int]]) -> list[Fraction]:
    n, wins = brute.outcome(one)
    if name == "owen":
        return brute.owen(n, wins, parts)
    return brute.coalitional_banzhaf(n, wins, parts, symmetric=name != "banzhaf_owen")


@settings(max_examples=20, deadline=None)
@given(brute.games(votes=5), st.data())
def test_any_rule(one: Game, data: st.DataObject) -> None:
    n, wins = brute.outcome(one)
    assume(0 < brute.adopting(n, wins) < 2**n)
    parts = cut(n, data)
    ids = [[one.roster.seats[i].id for i in part] for part in parts]
    exact, floats = (power(one, index=UNIONS, unions=ids, exact=how) for how in (True, False))
    for name in UNIONS:
        values = expected(name, one, parts)
        for seat, value in zip(one.roster.seats, values, strict=True):
            assert exact.value(seat.id, name) == value
            assert abs(float(value) - floats.value(seat.id, name)) <= floats.error_bound


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=2, max_size=7).filter(any), st.data())
def test_the_dense_way_equals_the_diagram(weights: list[int], data: st.DataObject) -> None:
    one = weighted(data.draw(st.integers(1, sum(weights))), weights)
    parts = [[str(i + 1) for i in part] for part in cut(len(weights), data)]
    exact, floats = (power(one, index=UNIONS, unions=parts, exact=how) for how in (True, False))
    for name in UNIONS:
        for value, other in zip(exact.values[name], floats.values[name], strict=True):
            assert abs(float(value) - other) <= floats.error_bound


def test_unions_of_one_give_the_plain_indices() -> None:
    one = weighted(39, "7x5,1x10")
    apart = weighted(39, {f"m{n}": 7 if n < 5 else 1 for n in range(15)})
    plain = power(one, index=["banzhaf", "shapley_shubik"], exact=True)
    table = power(apart, index=UNIONS, unions=[], exact=True)
    assert table.value("m0", "owen") == plain.value("7", "shapley_shubik")
    assert table.value("m14", "banzhaf_owen") == plain.value("1", "banzhaf")
    assert table.value("m0", "symmetric_coalitional_banzhaf") == plain.value("7", "banzhaf")


def test_one_grand_union_gives_the_plain_index_inside() -> None:
    one = weighted(5, {"A": 4, "B": 3, "C": 2})
    table = power(one, index=UNIONS, unions=[["A", "B", "C"]], exact=True)
    plain = power(one, index=["banzhaf", "shapley_shubik"], exact=True)
    assert table.column("owen") == table.column("symmetric_coalitional_banzhaf") == plain.column("shapley_shubik")
    assert table.column("banzhaf_owen") == plain.column("banzhaf")


def test_a_group_stands_for_its_members() -> None:
    table = power("unsc", on="2024-01-01", index="owen", unions={"P5": ["permanent"]}, exact=True)
    assert set(table.unions[0]) == {"CHN", "FRA", "GBR", "RUS", "USA"}
    assert sum(table.values["owen"]) == 1


def test_what_cannot_be_unions() -> None:
    with pytest.raises(UsageError, match="owen needs unions"):
        power("unsc", on="2024-01-01", index="owen")
    with pytest.raises(UsageError, match="FRA is in two unions"):
        power("unsc", on="2024-01-01", index="owen", unions=[["FRA", "GBR"], ["FRA"]])
    with pytest.raises(UsageError, match="unions are lists of members"):
        power("unsc", on="2024-01-01", index="owen", unions=["FRA"])

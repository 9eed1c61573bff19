from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.count.engines import weighted_game
from psephos.errors import BudgetError, UsageError
from psephos.power.games import Game, weighted
from psephos.power.indices import power
from psephos.power.swings import _by_diagram, _dense, basis
from tests.count import bodies as b

lists = st.lists(st.integers(0, 40), min_size=2, max_size=12).filter(lambda weights: sum(weights) > 0)


@settings(max_examples=60, deadline=None)
@given(lists, st.data())
def test_the_dense_way_and_the_diagram_agree(weights: list[int], data: st.DataObject) -> None:
    one = weighted(data.draw(st.integers(1, sum(weights))), weights)
    plain = weighted_game(one.whole)
    if plain is None:  # every vote alike, or none that counts
        return
    dense = _dense(one, plain, pivots=True, exact=False)
    diagram = _by_diagram(one, one.diagram(), pivots=True, exact=False)
    assert dict(dense.swings) == dict(sorted(diagram.swings.items()))
    assert dense.adopting == diagram.adopting
    assert dense.pivots is not None
    assert diagram.pivots is not None
    for place, value in diagram.pivots.items():
        assert abs(float(dense.pivots[place]) - float(value)) <= dense.error + diagram.error


@settings(max_examples=40, deadline=None)
@given(lists, st.data())
def test_the_same_where_members_count_too(weights: list[int], data: st.DataObject) -> None:
    seats = [b.seat(f"s{n}", (weight, 1)) for n, weight in enumerate(weights)]
    quota, number = data.draw(st.integers(1, sum(weights))), data.draw(st.integers(1, len(weights)))
    passes = data.draw(st.sampled_from(["w and n", "w or n"]))
    one = Game(b.body(seats, {"w": f"yes[w] >= {quota}", "n": f"yes >= {number}"}, passes), "both")
    plain = weighted_game(one.whole)
    if plain is not None and plain.members:
        dense = _dense(one, plain, pivots=False, exact=True)
        diagram = _by_diagram(one, one.diagram(), pivots=False, exact=True)
        assert dict(dense.swings) == dict(sorted(diagram.swings.items()))
        assert dense.adopting == diagram.adopting


def test_large_weights_are_counted_the_dense_way() -> None:
    weights = [500 + 11 * n * n for n in range(48)]
    found = basis(weighted(sum(weights) // 2 + 1, weights))
    assert found.method.startswith("dense")
    assert found.adopting < 2**60
    assert sum(float(value) for value in (found.pivots or {}).values()) == pytest.approx(1, abs=1e-9)


def test_exact_pivots_out_of_reach_are_refused_with_a_remedy() -> None:
    weights = [500 + 11 * n * n for n in range(48)]
    one = weighted(sum(weights) // 2 + 1, weights)
    with pytest.raises(BudgetError, match="ask for floats"):
        power(one, index="shapley_shubik", exact=True)
    assert isinstance(power(one, exact=True).values["banzhaf"][0], Fraction)


@pytest.mark.parametrize("votes", [61, 62, 63, 64, 65])
def test_no_count_overflows_at_the_edge_of_a_machine_word(votes: int) -> None:
    table = power(weighted(votes // 2 + 1, f"1x{votes}"), exact=True)
    from math import comb

    assert table.swings["banzhaf"] == (comb(votes - 1, votes // 2),)


@pytest.mark.parametrize("votes", [38, 39, 40, 41])
def test_the_same_with_three_choices(votes: int) -> None:
    seats = [b.seat("bench", count=votes)]
    table = power(b.body(seats, {"all": f"yes >= {votes}"}, "all"), index=["yes_no", "yes_abstain"], exact=True)
    assert table.swings["yes_no"] == (1,)
    assert table.divisions == 3**votes


def test_benches_in_a_large_weighted_game() -> None:
    with pytest.raises(UsageError, match="no index"):
        power(weighted(3, "1x5"), index=[])

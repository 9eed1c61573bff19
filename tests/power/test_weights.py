import pytest
from hypothesis import assume, given, settings

from psephos.errors import UsageError
from psephos.power.dimension import dimension
from psephos.power.games import Game, game, weighted
from psephos.power.weights import Trade, Weights, minimal_weights
from tests.count import bodies as b
from tests.power import brute

pytest.importorskip("scipy", reason="minimal weights need the extra `structure`")


@settings(max_examples=40, deadline=None)
@given(brute.games())
def test_weights_make_the_same_game_or_a_trade_shows_there_are_none(one: Game) -> None:
    n, wins = brute.outcome(one)
    assume(0 < brute.adopting(n, wins) < 2**n)
    ids = [seat.id for seat in one.roster.seats]
    found = minimal_weights(one)
    if isinstance(found, Weights):
        for c in brute.coalitions(range(n)):
            assert wins(c) == (sum(found.weights[ids[i]] for i in c) >= found.quota)
        return
    assert isinstance(found, Trade)
    assert len(found.winning) == len(found.losing) > 1
    for row, outcome in ((found.winning, True), (found.losing, False)):
        assert all(wins(frozenset(ids.index(member) for member in coalition)) is outcome for coalition in row)


def test_the_smallest_weights() -> None:
    council = minimal_weights("unsc", on="2024-01-01")
    assert isinstance(council, Weights)
    assert (council.quota, council.weights["RUS"], council.weights["MLT"]) == (39, 7, 1)
    plain = minimal_weights(weighted(51, "A=50,B=49,C=1"))
    assert isinstance(plain, Weights)
    assert (plain.quota, dict(plain.weights)) == (3, {"A": 2, "B": 1, "C": 1})


def test_federal_law_is_no_weighted_game() -> None:
    assert isinstance(minimal_weights(game("us-federal-law", on="2024-01-01", variants=["full-attendance"])), Trade)


def test_a_rule_without_outcome_has_no_weights() -> None:
    never = b.body([b.seat("A"), b.seat("B")], {"three": "yes >= 3"}, "three")
    with pytest.raises(UsageError, match="always or never"):
        minimal_weights(never)
    with pytest.raises(UsageError, match="always or never"):
        dimension(never)


@settings(max_examples=40, deadline=None)
@given(brute.games())
def test_bounds_of_the_dimension(one: Game) -> None:
    n, wins = brute.outcome(one)
    assume(0 < brute.adopting(n, wins) < 2**n)
    found = dimension(one)
    is_weighted = isinstance(minimal_weights(one), Weights)
    assert found.at_least == 1 or not is_weighted
    assert found.at_most is None or found.at_most >= found.at_least
    ids = [seat.id for seat in one.roster.seats]
    for coalition in found.witness:
        assert not wins(frozenset(ids.index(member) for member in coalition))


def test_nice_has_dimension_two_here() -> None:
    found = dimension(game("eu-council", on="2008-01-01"))
    assert (found.at_least, found.at_most) == (2, 2)

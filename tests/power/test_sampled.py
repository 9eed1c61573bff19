import pytest

from psephos.errors import UsageError
from psephos.power.games import Game, game, weighted
from psephos.power.indices import power
from psephos.power.sampled import SAMPLED, estimate_power
from tests.count import bodies as b


def test_one_bound_holds_for_all_figures_as_often_as_it_says() -> None:
    """200 seeds at 80 %: all figures of a table within its bound in fewer than 160 would be a fault."""
    one = weighted(11, "A=6,B=5,C=4,D=3,E=2,F=1")
    truth = power(one, index=SAMPLED)
    held = 0
    for seed in range(200):
        found = estimate_power(one, index="all", samples=150, seed=seed, confidence=0.8)
        pairs = zip(truth.values.values(), found.values.values(), strict=True)
        gaps = [abs(float(a) - float(b)) for exact, about in pairs for a, b in zip(exact, about, strict=True)]
        held += max(gaps) <= found.error_bound
    assert held >= 160


def test_a_large_body_is_estimated_where_it_cannot_be_counted() -> None:
    seats = [b.seat(f"s{n}", (1 + n * n % 997, 1 + n * n * n % 991)) for n in range(120)]
    clauses = {"w": "yes[w] >= 55% of members[w]", "v": "yes[v] >= 55% of members[v]", "n": "yes >= 60"}
    found = estimate_power(Game(b.body(seats, clauses, "w and v and n"), "large"), samples=500)
    assert (found.exact, found.adopting, found.sampling and found.sampling.samples) == (False, None, 500)
    assert found.method.startswith("estimated from 500 random divisions with seed 1; all figures at once with 0.99")
    assert found.values == estimate_power(found.game, samples=500).values


def test_what_samples_cannot_tell() -> None:
    one = weighted(2, "1x3")
    assert set(estimate_power(one, index="usual", samples=5).values) == {"banzhaf", "shapley_shubik"}
    with pytest.raises(UsageError, match="samples cannot tell johnston"):
        estimate_power(one, index="johnston", samples=5)
    with pytest.raises(UsageError, match="cannot be drawn"):
        estimate_power(one, samples=10**9)
    with pytest.raises(UsageError, match="a vote in favour never hurts"):
        estimate_power(Game(b.body([b.seat("A"), b.seat("B")], {"one": "yes = 1"}, "one"), "odd"), samples=5)
    with pytest.raises(UsageError, match="confidence between 0 and 1"):
        estimate_power(game("unsc", on="2024-01-01"), samples=5, confidence=1.0)

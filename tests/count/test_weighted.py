from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.count.diagram import compile_rule
from psephos.count.engines import shapley_shubik, two_choice_swings, weighted_game
from psephos.count.passes import count, shapley, swings
from psephos.count.residues import combined, largest_primes
from psephos.count.weighted import Game, adopting_count, shapley_values, swing_counts
from psephos.errors import BudgetError, UsageError
from tests.count import bodies as b

games = st.builds(
    Game,
    st.lists(st.sampled_from([0, 1, 2, 3, 5, 8, 13]), min_size=1, max_size=7).map(tuple),
    st.integers(-1, 40),
    st.integers(0, 6),
)


def listed(game: Game) -> tuple[int, ...]:
    """Swings with every division listed."""

    def passes(chosen: tuple[int, ...]) -> bool:
        return sum(game.weights[i] for i in chosen) >= game.quota and len(chosen) >= game.members

    members = range(len(game.weights))
    found = []
    for member in members:
        others = [i for i in members if i != member]
        sets = [chosen for size in members for chosen in combinations(others, size)]
        found.append(sum(passes((*chosen, member)) and not passes(chosen) for chosen in sets))
    return tuple(found)


@settings(max_examples=300)
@given(games)
def test_dense_swings_are_those_of_the_full_list(game: Game) -> None:
    assert swing_counts(game) == listed(game)
    members = range(len(game.weights) + 1)
    sets = [chosen for size in members for chosen in combinations(range(len(game.weights)), size)]
    weights = [sum(game.weights[i] for i in chosen) for chosen in sets]
    passing = [w >= game.quota and len(c) >= game.members for w, c in zip(weights, sets, strict=True)]
    assert adopting_count(game) == sum(passing)


@settings(max_examples=200)
@given(st.lists(st.integers(1, 5000), min_size=2, max_size=14), st.floats(0.05, 0.95))
def test_the_dense_way_equals_the_diagram(weights: list[int], share: float) -> None:
    quota = max(1, int(sum(weights) * share))
    game = Game.of(weights, quota)
    body = b.body([b.seat(f"m{n}", (w, 1)) for n, w in enumerate(weights)], {"q": f"yes[w] >= {quota}"}, "q")
    diagram = compile_rule(body, choices=("yes", "no"))
    assert swing_counts(game) == tuple(swings(diagram).values())
    assert adopting_count(game) == count(diagram)
    dense, exact = shapley_values(game), shapley(diagram)
    for mine, other in zip(dense.values, exact.values.values(), strict=True):
        assert abs(mine - other) <= dense.error + exact.error
    assert sum(dense.values) == pytest.approx(1, abs=1e-12)


def test_many_members_do_not_overflow() -> None:
    """Equal weights, where the swings are one binomial coefficient."""
    from math import comb

    for members in (62, 63, 64, 65, 190, 1200):
        game = Game.of([3] * members, 3 * (members // 2 + 1))
        assert set(swing_counts(game)) == {comb(members - 1, members // 2)}
        assert shapley_values(game).values[0] == pytest.approx(1 / members, rel=1e-11)


def test_the_engine_is_chosen_by_cost() -> None:
    weights = [(n * 7919) % 99991 + 1 for n in range(60)]
    seats = [b.seat(f"m{n}", (w, 1)) for n, w in enumerate(weights)]
    alone = b.body(seats, {"q": "yes[w] > 1/2 of members[w]"}, "q")
    assert two_choice_swings(alone).method == "dense"
    assert shapley_shubik(alone).method == "dense"
    assert two_choice_swings(b.body(seats[:9], {"q": "yes[w] > 1/2 of members[w]"}, "q")).method == "diagram"
    both = b.body(seats, {"q": "yes[w] >= 85% of members[w]", "m": "yes >= 36"}, "q and m")
    assert weighted_game(both) == Game.of(weights, -(-85 * sum(weights) // 100), 36)


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from([2, 3, 5, 9]), min_size=2, max_size=7),
    st.integers(1, 30),
    st.integers(1, 7),
    st.sampled_from(["q and m", "q or m", "q", "m"]),
)
def test_the_game_read_from_a_rule_has_its_swings(weights: list[int], quota: int, members: int, passes: str) -> None:
    clauses = {"q": f"no[w] <= {sum(weights) - quota}", "m": f"yes >= {members}"}
    body = b.body([b.seat(f"m{n}", (w, 1)) for n, w in enumerate(weights)], clauses, passes)
    game = weighted_game(body)
    if game is not None:
        assert swing_counts(game) == tuple(swings(compile_rule(body, choices=("yes", "no"))).values())


def test_limits_are_known_beforehand() -> None:
    with pytest.raises(BudgetError, match=r"1,000,001 cells .* over the limit of 1,000"):
        swing_counts(Game.of([10**6, 10**6 + 1], 10**6 + 1), cells=1000)
    with pytest.raises(BudgetError, match="cells for these members and weights"):
        swing_counts(Game.of([10**6, 10**6 + 1], 10**6, 1), cells=1000)
    with pytest.raises(BudgetError, match=r"steps for 100,000 members and 1,000,000 cells, over the limit"):
        swing_counts(Game.of([19, 21] * 50_000, 10**6))
    with pytest.raises(BudgetError):
        swing_counts(Game.of([2**70, 2**70 + 1, 5], 2**70))


@pytest.mark.parametrize("weights", [[], [1, -2], [0.5, 1]])
def test_unusable_weights_are_refused(weights: list[int]) -> None:
    with pytest.raises(UsageError):
        Game.of(weights, 1)


@given(st.integers(0, 2**200))
def test_remainders_give_the_number_back(number: int) -> None:
    primes = largest_primes(200)
    assert combined([number % prime for prime in primes], primes) == number
    assert all(all(prime % small for small in range(3, 1000, 2)) for prime in primes)

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from psephos.body.binding import BoundRule, bind
from psephos.errors import BudgetError, UsageError
from psephos.power.games import Game, game, weighted
from psephos.power.indices import ALL, INDICES, power
from psephos.power.ladder import ladder
from psephos.power.removal import johnston_walk, minimal_divisions_walk, minimal_walk
from psephos.power.structure import laid_out
from psephos.power.swings import Number
from psephos.power.table import PowerTable
from tests.count import bodies as b
from tests.power import brute

EXPECTED: dict[str, Callable[[int, brute.Wins], list[Fraction] | None]] = {
    "banzhaf": lambda n, wins: [Fraction(s, 2 ** (n - 1)) for s in brute.swings(n, wins)],
    "banzhaf_normalised": lambda n, wins: brute.shares([Fraction(s) for s in brute.swings(n, wins)]),
    "shapley_shubik": brute.shapley,
    "coleman_initiate": lambda n, wins: [Fraction(s, 2**n - brute.adopting(n, wins)) for s in brute.swings(n, wins)],
    "coleman_prevent": lambda n, wins: [Fraction(s, brute.adopting(n, wins)) for s in brute.swings(n, wins)],
    "rae": brute.rae,
    "decisiveness": lambda n, wins: [Fraction(s, 2 ** (n - 1)) for s in brute.swings(n, wins)],
    "luck": lambda n, wins: [
        r - Fraction(s, 2 ** (n - 1)) for r, s in zip(brute.rae(n, wins), brute.swings(n, wins), strict=True)
    ],
    "koenig_braeuninger": brute.inclusiveness,
    "johnston": brute.johnston,
    "deegan_packel": brute.deegan_packel,
    "holler": brute.holler,
}


def per_vote(one: Game, values: tuple[Number, ...]) -> list[Number]:
    """A figure for each single vote."""
    found = dict(zip(one.places, values, strict=True))
    return [found[place] for place in brute.voters(one)]


@settings(max_examples=30, deadline=None)
@given(brute.games(benches=True))
def test_every_index_is_its_definition(one: Game) -> None:
    n, wins = brute.outcome(one)
    assume(0 < brute.adopting(n, wins) < 2**n)
    table = power(one, index=ALL, exact=True)
    for index in ALL:
        assert per_vote(table.game, table.values[index]) == _reordered(one, table, EXPECTED[index](n, wins)), index


def _reordered(one: Game, table: PowerTable, values: list[Fraction] | None) -> list[Fraction]:
    """The listed values in the order of the table's roster (psephos sorts seats by strength)."""
    assert values is not None
    by_seat = {one.roster.seats[place].id: value for place, value in zip(brute.voters(one), values, strict=True)}
    return [by_seat[table.game.roster.seats[place].id] for place in brute.voters(table.game)]


@settings(max_examples=30, deadline=None)
@given(brute.games(benches=True))
def test_floats_are_within_their_error_bound(one: Game) -> None:
    n, wins = brute.outcome(one)
    assume(0 < brute.adopting(n, wins) < 2**n)
    exact, floats = power(one, index="all", exact=True), power(one, index="all")
    assert floats.error_bound > 0
    assert exact.error_bound == 0
    for index in exact.indices:
        for value, other in zip(exact.values[index], floats.values[index], strict=True):
            assert abs(float(value) - other) <= floats.error_bound


@settings(max_examples=30, deadline=None)
@given(brute.games(benches=True))
def test_the_walk_and_the_chain_agree(one: Game) -> None:
    from psephos.power.critical import johnston_shares, minimal_coalitions, minimal_divisions

    found, chain = laid_out(game(one))
    n, wins = brute.outcome(one)
    assume(0 < brute.adopting(n, wins) < 2**n)
    walked = minimal_walk(found)
    assert walked.number == len(brute.minimal(n, wins))
    if chain:
        assert minimal_coalitions(found) == walked
        assert johnston_shares(found) == johnston_walk(found)
        assert sorted(minimal_divisions(found)) == sorted(minimal_divisions_walk(found))


# --- laws -------------------------------------------------------------------------------------------------------------


@settings(max_examples=30, deadline=None)
@given(brute.games(votes=8))
def test_shares_add_up_to_one(one: Game) -> None:
    n, wins = brute.outcome(one)
    assume(0 < brute.adopting(n, wins) < 2**n)
    table = power(one, index="all", exact=True)
    for index in ("banzhaf_normalised", "shapley_shubik", "johnston", "deegan_packel", "holler"):
        assert sum(table.values[index]) == 1


@settings(max_examples=30, deadline=None)
@given(brute.games(votes=7))
def test_dummies_have_no_power(one: Game) -> None:
    n, wins = brute.outcome(one)
    assume(0 < brute.adopting(n, wins) < 2**n)
    table = power(one, index="all", exact=True)
    dummies = {one.roster.seats[place].id for place, s in enumerate(brute.swings(n, wins)) if not s}
    for index in ("banzhaf", "shapley_shubik", "johnston", "deegan_packel", "holler"):
        assert {member for member, value in table.column(index).items() if not value} == dummies


weight_lists = st.lists(st.integers(0, 12), min_size=2, max_size=9).filter(lambda weights: sum(weights) > 0)


@settings(max_examples=40, deadline=None)
@given(weight_lists, st.data())
def test_equal_weights_have_equal_power(weights: list[int], data: st.DataObject) -> None:
    quota = data.draw(st.integers(1, sum(weights)))
    table = power(weighted(quota, weights), index="all", exact=True)
    for values in table.values.values():
        by_weight: dict[int, Number] = {}
        for seat, value in zip(table.game.roster.seats, values, strict=True):
            assert by_weight.setdefault(int(seat.weights["votes"].value), value) == value


@settings(max_examples=40, deadline=None)
@given(weight_lists, st.data())
def test_the_dual_game_has_the_same_swings_and_pivots(weights: list[int], data: st.DataObject) -> None:
    quota = data.draw(st.integers(1, sum(weights)))
    one = power(weighted(quota, weights), index=["banzhaf", "shapley_shubik"], exact=True)
    other = power(weighted(sum(weights) - quota + 1, weights), index=["banzhaf", "shapley_shubik"], exact=True)
    for index in one.indices:
        assert one.column(index) == other.column(index)
    assert one.adopting is not None
    assert one.adopting == one.divisions - (other.adopting or 0)


@settings(max_examples=30, deadline=None)
@given(brute.games(votes=6), st.data())
def test_the_transfer_law(one: Game, data: st.DataObject) -> None:
    """Power under "a and b" plus power under "a or b" is power under a plus power under b (Dubey 1975)."""
    names = [clause.clause.name for clause in one.bound.clauses]
    pick = (data.draw(st.sampled_from(names)), data.draw(st.sampled_from(names)))
    seats = one.roster.seats

    def under(formula: str) -> list[dict[str, Number]]:
        bound = bind(replace(one.rule, passes=b.READER.formula(formula)), one.roster, one.bound.choices)
        table = power(Game(bound, "part"), index=["banzhaf", "shapley_shubik"], exact=True)
        return [table.column("banzhaf"), table.column("shapley_shubik")]

    both, either = under(f"{pick[0]} and {pick[1]}"), under(f"{pick[0]} or {pick[1]}")
    first, second = under(pick[0]), under(pick[1])
    for index in (0, 1):
        for seat in seats:
            assert both[index][seat.id] + either[index][seat.id] == first[index][seat.id] + second[index][seat.id]


# --- how it is asked --------------------------------------------------------------------------------------------------


def test_other_names_and_unknown_ones() -> None:
    assert power(weighted(2, "1x3"), index="penrose").indices == ("banzhaf",)
    with pytest.raises(UsageError, match="'bansaf' is no index; the indices are banzhaf"):
        power(weighted(2, "1x3"), index="bansaf")
    assert set(ALL) < set(INDICES)


def test_conventions_do_not_mix() -> None:
    with pytest.raises(UsageError, match="different conventions"):
        power(weighted(2, "1x3"), index=["banzhaf", "roll_call"])


def test_a_rule_alone_needs_a_roster() -> None:
    one = weighted(2, "1x3")
    with pytest.raises(UsageError, match="give the roster"):
        power(one.rule)
    assert power(one.rule, one.roster).column("banzhaf") == {"1": 0.5}


def test_a_rule_that_is_not_monotone_is_shown_by_two_profiles() -> None:
    odd = b.body([b.seat("A"), b.seat("B"), b.seat("C")], {"one": "yes = 1", "all": "yes = 3"}, "one or all")
    with pytest.raises(
        UsageError,
        match=r"adopts with \(yes: A; no: B, C\), and does not with \(yes: A, C; no: B\).*C goes from no to yes",
    ):
        power(odd)


@settings(max_examples=30, deadline=None)
@given(b.bodies(votes=6, free=True))
def test_the_profiles_shown_break_monotonicity_and_others_do_not(bound: BoundRule) -> None:
    from psephos.power.order import breach

    one = Game(bound, "any")
    n, wins = brute.outcome(one)
    hurts = any(wins(c) and not wins(c | {i}) for c in brute.coalitions(range(n)) for i in range(n))
    diagram = one.diagram()
    found = breach(diagram, ("no", "yes"))
    assert (found is not None) == hurts
    if found:
        assert b.adopts(bound, found.adopting)
        assert not b.adopts(bound, found.rejecting)
        moved = [
            sum(y) - sum(x)
            for x, y in zip(zip(*found.adopting, strict=True), zip(*found.rejecting, strict=True), strict=True)
        ]
        assert moved[:2] == [1, -1]
    assert ladder(diagram).members == n


@settings(max_examples=30, deadline=None)
@given(b.bodies(votes=5, free=True))
def test_breaches_with_three_choices(bound: BoundRule) -> None:
    from psephos.power.order import breach

    found = breach(Game(bound, "any").diagram(choices=("yes", "no", "abstain")), ("no", "abstain", "yes"))
    if found:
        assert b.adopts(bound, found.adopting)
        assert not b.adopts(bound, found.rejecting)


def test_all_names_what_it_refuses() -> None:
    weights = [500 + 11 * n * n for n in range(48)]
    table = power(weighted(sum(weights) // 2 + 1, weights), index="all")
    assert "banzhaf" in table.values
    assert set(table.refused) == {"johnston", "deegan_packel", "holler"}
    assert all("over the limit" in why for why in table.refused.values())
    with pytest.raises(BudgetError, match="over the limit"):
        power(table.game, index="johnston")
    with pytest.raises(UsageError, match=r"the table has no 'johnston': .*over the limit"):
        table.column("johnston")


def test_nobody_adopts() -> None:
    never = b.body([b.seat("A"), b.seat("B")], {"three": "yes >= 3"}, "three")
    table = power(never, index="all")
    assert set(table.column("banzhaf").values()) == {0.0}
    assert {"banzhaf_normalised", "coleman_prevent", "johnston"} <= set(table.refused)


def test_the_usual_ones_are_computed_as_far_as_feasible() -> None:
    weights = [500 + 11 * n * n for n in range(48)]
    table = power(weighted(sum(weights) // 2 + 1, weights), index="usual", exact=True)
    assert set(table.values) == {"banzhaf", "banzhaf_normalised"}
    assert "ask for floats" in table.refused["shapley_shubik"]


def test_all_of_a_large_assembly_of_equals_takes_no_time() -> None:
    """More than 700 equal members were once told apart by steps that grow with the cube of their number."""
    table = power(weighted(361, "1x720"), index="all", exact=True)
    assert {table.column(index)["1"] for index in ("johnston", "deegan_packel", "holler", "shapley_shubik")} == {
        Fraction(1, 720)
    }


def test_what_cannot_be_asked_together_is_named() -> None:
    with pytest.raises(UsageError, match="banzhaf and owen rest on different conventions"):
        power(weighted(3, "A=2,B=1,C=1"), index=["banzhaf", "owen"], unions=[["A", "B"]])

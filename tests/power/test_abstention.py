from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from psephos.errors import UsageError
from psephos.power.abstention import ABSTENTION
from psephos.power.games import Game, game
from psephos.power.indices import power
from psephos.power.order import plainly_monotone
from tests.count import bodies as b
from tests.power import brute

CONDITIONS = (
    "yes >= {n}",
    "no(a) = 0",
    "yes[w] > no[w]",
    "yes >= 2/3 of (yes + no)",
    "no(b)[w] <= {n}",
    "yes[w] >= {p}% of members[w]",
    "2*yes + abstain >= {n}",
)


@st.composite
def games(draw: st.DrawFn, most: int = 4) -> Game:
    """A small rule that a vote moved from no to abstain to yes never hurts."""
    seats = [
        b.seat(f"s{n}", (draw(st.sampled_from([1, 2, 3])), 1), "a" if n == 0 else "b" if n == 1 else "")
        for n in range(draw(st.integers(2, most)))
    ]
    texts = draw(st.lists(st.sampled_from(CONDITIONS), min_size=1, max_size=3))
    clauses = {
        f"c{k}": t.format(n=draw(st.integers(0, 4)), p=draw(st.sampled_from([20, 50]))) for k, t in enumerate(texts)
    }
    return Game(b.body(seats, clauses, draw(brute.formulas(list(clauses)))), "a test", "board")


@settings(max_examples=40, deadline=None)
@given(games())
def test_swings_and_roll_calls_are_their_definitions(one: Game) -> None:
    n = len(one.roster.seats)
    assume(plainly_monotone(one.bound, ("no", "abstain", "yes")))
    table = power(one, index=ABSTENTION, exact=True)
    one = table.game  # the seats in the table's order
    passes = brute.ternary(one.bound)
    profiles = list(product((brute.YES, brute.ABSTAIN, brute.NO), repeat=n))
    assert table.adopting == sum(map(passes, profiles))
    for name, (up, down) in {"yes_no": (0, 1), "yes_abstain": (0, 2), "abstain_no": (2, 1)}.items():
        for i in range(n):
            changed = [p for p in profiles if p[i] == up and passes(p) and not passes((*p[:i], down, *p[i + 1 :]))]
            assert table.swings[name][i] == len(changed)
            assert table.values[name][i] == Fraction(len(changed), 3 ** (n - 1))
    settled = table.adopting in (0, 3**n)
    assert list(table.values["roll_call"]) == ([0] * n if settled else brute.roll_call(n, passes))


@settings(max_examples=40, deadline=None)
@given(games(most=6))
def test_floats_are_within_their_error_bound(one: Game) -> None:
    assume(plainly_monotone(one.bound, ("no", "abstain", "yes")))
    exact, floats = power(one, index=ABSTENTION, exact=True), power(one, index=ABSTENTION)
    for name in ABSTENTION:
        for value, other in zip(exact.values[name], floats.values[name], strict=True):
            assert abs(float(value) - other) <= floats.error_bound


def test_the_security_council_with_abstention() -> None:
    table = power("unsc", on="2024-01-01", index=ABSTENTION, exact=True)
    assert (table.adopting, table.divisions) == (146_796, 3**15)
    found = {m: tuple(table.swings[kind][row] for kind in ABSTENTION[:3]) for row, m in enumerate(table.members)}
    assert found["FRA"] == (108_336, 69_876, 38_460)
    assert found["JPN"] == (53_154, 53_154, 0)
    assert sum(table.values["roll_call"]) == 1
    assert table.convention == "every member votes yes, abstains or votes no, each equally likely"


def test_a_rule_that_abstaining_can_break_is_refused() -> None:
    odd = b.body([b.seat("A"), b.seat("B")], {"one": "yes >= 1", "none": "abstain = 0"}, "one and none")
    with pytest.raises(
        UsageError, match=r"adopts with \(.*\), and does not with .*the difference: [AB] goes from no to abstain"
    ):
        power(odd, index="yes_no")


def test_benches_have_one_figure_for_each_of_their_votes() -> None:
    one = b.body(
        [b.seat("bench", count=4), b.seat("chair", groups="c")], {"m": "yes > no", "v": "no(c) = 0"}, "m and v"
    )
    single = b.body(
        [*(b.seat(f"s{n}") for n in range(4)), b.seat("chair", groups="c")],
        {"m": "yes > no", "v": "no(c) = 0"},
        "m and v",
    )
    bench, apart = power(one, index=ABSTENTION, exact=True), power(single, index=ABSTENTION, exact=True)
    for name in ABSTENTION:
        assert bench.column(name)["bench"] == apart.column(name)["s0"]
        assert bench.column(name)["chair"] == apart.column(name)["chair"]


def test_a_large_assembly_of_equals() -> None:
    table = power(game("unga", on="2024-01-01"), index=["roll_call"])
    assert set(table.values["roll_call"]) == {1 / 193}

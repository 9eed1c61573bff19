from fractions import Fraction

import pytest

from psephos.errors import BudgetError, UsageError
from psephos.power.games import game, read_weights, weighted
from psephos.power.indices import power
from psephos.power.structure import structure


def test_weights_are_read() -> None:
    found = read_weights("29x4, 27x2,14,29")
    assert found == {"29": (Fraction(29), 5), "27": (Fraction(27), 2), "14": (Fraction(14), 1)}
    assert read_weights("A=1/3,B=18.49") == {"A": (Fraction(1, 3), 1), "B": (Fraction("18.49"), 1)}


@pytest.mark.parametrize(
    ("quota", "weights", "message"),
    [
        ("3", "", "no members"),
        ("3", "2x0,4", "29x4, with 1 to"),
        ("3", "-2,4,4", "negative"),
        ("3", "two", "whole number, a decimal or a fraction"),
        ("3", "A=2,A=3", "'A' is given twice"),
        ("0", "1,2", "always reached"),
        ("4", "1,2", "never reached"),
        ("x", "1,2", "quota: write a whole number"),
        ("1/0", "1,2", "quota: write a whole number"),
        ("9" * 100, "1,2", "at most 60 characters"),
    ],
)
def test_what_is_no_weighted_game(quota: str, weights: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        weighted(quota, weights)


def test_enormous_weights_are_exact() -> None:
    huge = 2**70
    table = power(weighted(huge + 1, {"A": huge, "B": huge - 1, "C": 1, "D": 1}), exact=True)
    assert table.column("banzhaf") == power(weighted(3, "A=2,B=1,C=1,D=1"), exact=True).column("banzhaf")


def test_fractional_weights_are_the_whole_ones() -> None:
    halves = power(weighted("1.5", {"A": Fraction(1), "B": Fraction(1, 2), "C": Fraction(1, 2)}), exact=True)
    assert halves.column("banzhaf") == power(weighted(3, "A=2,B=1,C=1"), exact=True).column("banzhaf")


def test_nobody_on_the_roster() -> None:
    one = weighted(2, "1x3")
    empty = type(one.roster)("nobody", one.roster.day, ())
    with pytest.raises(UsageError, match="no members"):
        power(one.rule, empty)


def test_a_day_that_is_none() -> None:
    with pytest.raises(UsageError, match="'soon' is no day"):
        game("unsc", on="soon")


def test_far_too_many_unlike_members() -> None:
    from psephos.errors import BudgetError
    from tests.count import bodies as b

    seats = [b.seat(f"s{n}", (3**n % 1009 + n, 7**n % 1013 + n)) for n in range(400)]
    clauses = {
        f"c{n}": f"{n + 1}*yes[w] + {7 - n}*yes[v] >= {p}% of members[w]"
        for n, p in enumerate((90, 110, 130, 150, 170))
    }
    bound = b.body(seats, clauses, " and ".join(clauses))
    with pytest.raises(BudgetError, match="over the limit"):
        power(bound)


def test_more_votes_than_can_be_counted_are_refused_at_once() -> None:
    """Two classes of 100,000 and 50,000 votes would be counted for hours."""
    crowd = weighted(100_000, "1x100000,2x50000")
    for work in (power, structure, lambda one: power(one, index="yes_no"), lambda one: power(one, index="banzhaf")):
        with pytest.raises(BudgetError, match=r"150,000 votes are over the limit of 20,000 .* \(--samples"):
            work(crowd)


def test_a_number_with_a_huge_exponent_is_refused_at_once() -> None:
    with pytest.raises(UsageError, match="at most 60 characters"):
        weighted("1e999999999", "1x3")
    assert weighted("1e2", "1e2,1").votes == 2

"""Values of power measures established by two programs, or printed: every one of them must come out."""

import csv
import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from psephos.body.binding import BoundRule, bind
from psephos.body.rulebook import rulebook
from psephos.count.diagram import Diagram, compile_rule
from psephos.count.engines import shapley_shubik, two_choice_swings
from psephos.count.passes import count, shapley_exact, swings
from tests.count import bodies as b

TWO = ("yes", "no")


@pytest.fixture(scope="module")
def games(shared_data: Path) -> list[dict[str, Any]]:
    """The reference table."""
    found: list[dict[str, Any]] = tomllib.loads((shared_data / "power-reference.toml").read_text())["game"]
    return found


def named(games: list[dict[str, Any]], part: str) -> dict[str, Any]:
    return next(game for game in games if part in game["name"])


def weighted(weights: list[int], quota: int) -> BoundRule:
    """A rule that asks for so much weight."""
    return b.body([b.seat(f"m{n}", (w, 1)) for n, w in enumerate(weights)], {"q": f"yes[w] >= {quota}"}, "q")


def absolute(bound: BoundRule, seat: int) -> float:
    found = two_choice_swings(bound)
    return float(Fraction(found.counts[seat], 2 ** (found.votes - 1)))


def normalised(bound: BoundRule) -> list[float]:
    counts = two_choice_swings(bound).counts
    return [float(Fraction(number, sum(counts.values()))) for number in counts.values()]


def test_security_council_as_a_weighted_game(games: list[dict[str, Any]]) -> None:
    game = named(games, "[39; 5 x 7, 10 x 1]")
    bound = weighted([7] * 5 + [1] * 10, 39)
    found, exact = two_choice_swings(bound).counts, shapley_exact(compile_rule(bound, choices=TWO))
    for seat, group in ((0, "permanent"), (14, "elected")):
        assert found[seat] == game["banzhaf_swings"][group]
        assert exact[seat] == Fraction(game["shapley_shubik"][group])
        assert Fraction(found[seat], 2**14) == Fraction(game["banzhaf_absolute"][group])


def test_treaty_of_nice(games: list[dict[str, Any]]) -> None:
    game = named(games, "treaty of Nice")
    bound = weighted(game["weights"], game["quota"])
    found, values = two_choice_swings(bound).counts, shapley_shubik(bound).values
    for seat, weight in enumerate(game["weights"]):
        assert found[seat] == game["banzhaf_swings"][f"w{weight}"]
        assert values[seat] == pytest.approx(game["shapley_shubik"][f"w{weight}"], abs=5e-9)


def lisbon(people: list[int], states: int, population: int, enough: int) -> BoundRule:
    clauses = {"states": f"yes >= {states}", "people": f"yes[w] >= {population}", "enough": f"yes >= {enough}"}
    return b.body([b.seat(f"m{n}", (p, 1)) for n, p in enumerate(people)], clauses, "(states and people) or enough")


@pytest.mark.parametrize(("members", "rule"), [(28, (16, 333763100, 25)), (27, (15, 290442477, 24))])
def test_treaty_of_lisbon(games: list[dict[str, Any]], members: int, rule: tuple[int, int, int]) -> None:
    game = named(games, f"treaty of Lisbon, {members} members")
    people = named(games, "treaty of Lisbon, 28 members")["populations"]
    bound = lisbon([p for p in people if members == 28 or p != 66647112], *rule)
    values = shapley_shubik(bound).values
    for seat, place in ((0, "first"), (members - 1, "last")):
        assert absolute(bound, seat) == pytest.approx(game["banzhaf_absolute"][place], abs=5e-14)
        assert values[seat] == pytest.approx(game["shapley_shubik"][place], abs=5e-14)
    if "chance_of_adoption_at_one_half" in game:
        adopted = count(compile_rule(bound, choices=TWO)) / 2**members
        assert adopted == pytest.approx(game["chance_of_adoption_at_one_half"], abs=5e-9)


def test_federal_law_of_the_united_states(games: list[dict[str, Any]]) -> None:
    game = named(games, "US federal legislation")
    book, day = rulebook("us-federal-law"), date(2022, 6, 1)
    bound = bind(book.rule(day, None, ("full-attendance",)), book.on(day), book.choices)
    found, values = two_choice_swings(bound), shapley_shubik(bound)
    for seat, name in enumerate(("representative", "senator", "vice_president", "president")):
        share = float(Fraction(found.counts[seat], 2 ** (found.votes - 1)))
        assert share == pytest.approx(game["banzhaf_absolute"][name], abs=5e-14)
        assert values.values[seat] == pytest.approx(game["shapley_shubik"][name], abs=5e-12)


def test_us_electoral_college_1996(games: list[dict[str, Any]]) -> None:
    """The states' electoral votes of 1992 to 2000: 54, 33, 32 ... and the District of Columbia."""
    game = named(games, "US Electoral College 1996")
    many = {
        54: 1,
        33: 1,
        32: 1,
        25: 1,
        23: 1,
        22: 1,
        21: 1,
        18: 1,
        15: 1,
        14: 1,
        13: 2,
        12: 2,
        11: 4,
        10: 2,
        9: 2,
        8: 6,
    }
    many |= {7: 3, 6: 2, 5: 4, 4: 6, 3: 8}
    weights = [weight for weight, times in many.items() for _ in range(times)]
    assert (len(weights), sum(weights)) == (51, 538)
    bound = weighted(weights, 270)
    values = shapley_shubik(bound).values
    for seat, weight in ((0, "w54"), (50, "w3")):
        assert absolute(bound, seat) == pytest.approx(game["banzhaf_absolute"][weight], abs=5e-14)
        assert values[seat] == pytest.approx(game["shapley_shubik"][weight], abs=5e-13)


@pytest.mark.parametrize(("share", "quota"), [("2519966 (more than half)", 2519966), ("4283941 (85 %)", 4283941)])
def test_monetary_fund(games: list[dict[str, Any]], shared_data: Path, share: str, quota: int) -> None:
    game = named(games, share)
    rows = list(csv.reader((shared_data / "imf-votes-2022.csv").read_text().splitlines()))
    votes = {row[0]: int(row[-1]) for row in rows if row[-1].isdigit()}
    assert len(votes) == 190
    bound = weighted(list(votes.values()), quota)
    shares = dict(zip(votes, normalised(bound), strict=True))
    for member, value in game["banzhaf_normalised"].items():
        assert shares[member] == pytest.approx(value, abs=5e-11)
    if "shapley_shubik" in game:
        found = shapley_shubik(bound)
        assert (found.method, found.error < 1e-10) == ("dense", True)
        for member, value in game["shapley_shubik"].items():
            assert found.values[list(votes).index(member)] == pytest.approx(value, abs=5e-12)
        assert absolute(bound, list(votes).index("USA")) == pytest.approx(game["banzhaf_absolute"]["USA"], abs=5e-13)


def security_council() -> tuple[BoundRule, Diagram]:
    book, day = rulebook("unsc"), date(2023, 1, 5)
    bound = bind(book.rule(day), book.on(day), book.choices)
    return bound, compile_rule(bound, choices=("yes", "no", "abstain"))


def test_security_council_with_abstention() -> None:
    bound, diagram = security_council()
    assert count(diagram) == 146_796
    expected = {("yes", "no"): (108_336, 53_154), ("yes", "abstain"): (69_876, 53_154), ("abstain", "no"): (38_460, 0)}
    for pair, (permanent, elected) in expected.items():
        for seat, number in swings(diagram, *pair).items():
            assert number == (permanent if "permanent" in bound.roster.seats[seat].groups else elected)

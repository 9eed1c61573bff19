from itertools import islice

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from psephos.count.engines import weighted_game
from psephos.errors import UsageError
from psephos.power.games import Game, game, weighted
from psephos.power.structure import _heavy, minimal_blocking, minimal_winning, structure
from tests.count import bodies as b
from tests.power import brute


@settings(max_examples=40, deadline=None)
@given(brute.games())
def test_structure_is_its_definition(one: Game) -> None:
    n, wins = brute.outcome(one)
    assume(0 < brute.adopting(n, wins) < 2**n)
    ids = [seat.id for seat in one.roster.seats]
    everyone = frozenset(range(n))
    listed = brute.coalitions(range(n))
    found = structure(one)
    assert set(found.blockers) == {ids[i] for i in range(n) if not wins(everyone - {i})}
    assert set(found.dictators) == {ids[i] for i in range(n) if wins(frozenset({i})) and not wins(everyone - {i})}
    assert set(found.dummies) == {ids[i] for i, s in enumerate(brute.swings(n, wins)) if not s}
    assert found.proper == all(not (wins(c) and wins(everyone - c)) for c in listed)
    assert found.strong == all(wins(c) or wins(everyone - c) for c in listed)
    assert found.minimal_winning == len(brute.minimal(n, wins))
    assert found.minimal_blocking == len(brute.minimal(n, lambda c: not wins(everyone - c)))


@settings(max_examples=40, deadline=None)
@given(brute.games())
def test_desirability_is_its_definition(one: Game) -> None:
    n, wins = brute.outcome(one)
    assume(0 < brute.adopting(n, wins) < 2**n)
    ids = [seat.id for seat in one.roster.seats]

    def at_least(i: int, j: int) -> bool:
        others = brute.coalitions([k for k in range(n) if k not in (i, j)])
        return all(wins(c | {i}) for c in others if wins(c | {j}))

    found = structure(one)
    apart = {
        frozenset((ids[i], ids[j])) for i in range(n) for j in range(i) if not at_least(i, j) and not at_least(j, i)
    }
    assert (found.ranks is None) == bool(apart)
    assert {frozenset(pair) for pair in found.incomparable} <= apart
    if found.ranks is not None:
        rank = {member: place for place, members in enumerate(found.ranks) for member in members}
        assert all((rank[ids[i]] <= rank[ids[j]]) == at_least(i, j) for i in range(n) for j in range(n))


@settings(max_examples=40, deadline=None)
@given(brute.games(benches=True))
def test_minimal_coalitions_are_listed_once_each(one: Game) -> None:
    n, wins = brute.outcome(one)
    assume(0 < brute.adopting(n, wins) < 2**n)
    places = brute.voters(one)

    def by_seat(coalition: brute.Coalition) -> frozenset[tuple[str, int]]:
        members = [one.roster.seats[places[i]].id for i in coalition]
        return frozenset((member, members.count(member)) for member in members)

    everyone = frozenset(range(n))
    for listed, expected in (
        (list(minimal_winning(one)), brute.minimal(n, wins)),
        (list(minimal_blocking(one)), brute.minimal(n, lambda c: not wins(everyone - c))),
    ):
        assert len({frozenset(c.items()) for c in listed}) == len(listed)
        assert {frozenset(c.items()) for c in listed} == {by_seat(c) for c in expected}


def test_the_security_council() -> None:
    found = structure("unsc", on="2024-01-01")
    assert found.blockers == ("CHN", "FRA", "GBR", "RUS", "USA")
    assert (found.minimal_winning, found.minimal_blocking) == (210, 5 + 120)
    assert (found.proper, found.strong) == (True, False)
    assert found.ranks is not None
    assert [len(rank) for rank in found.ranks] == [5, 10]


def test_millions_of_coalitions_are_listed_lazily() -> None:
    first = list(islice(minimal_winning(game("eu-council", on="2025-01-01")), 3))
    assert len(first) == 3
    assert all(len(coalition) >= 15 for coalition in first)


def test_a_dictator_and_dummies() -> None:
    found = structure(weighted(51, "A=60,B=30,C=10"))
    assert (found.dictators, found.blockers, found.dummies) == (("A",), ("A",), ("B", "C"))
    assert found.strong
    assert found.proper


def test_a_game_that_is_not_proper() -> None:
    assert not structure(weighted(1, "1x3")).proper


def test_nothing_is_said_of_a_rule_that_is_not_monotone() -> None:
    with pytest.raises(UsageError, match="never hurts"):
        structure(b.body([b.seat("A"), b.seat("B")], {"one": "yes = 1"}, "one"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=7).filter(any), st.data())
def test_weights_alone_tell_the_same_as_the_diagram(weights: list[int], data: st.DataObject) -> None:
    """What is said of a game too large for a diagram is what the diagram says of small ones."""
    one = weighted(data.draw(st.integers(1, sum(weights))), weights)
    dense = weighted_game(one.whole)
    if dense is None:  # settled whoever votes how
        return
    plain, large = structure(one), _heavy(one, dense, "too large")
    for name in ("blockers", "dictators", "dummies", "ranks", "proper", "strong"):
        assert getattr(large, name) == getattr(plain, name), name
    assert large.refused.keys() == {"minimal_winning", "minimal_blocking"}


def test_who_can_block_in_a_fund_too_large_for_a_diagram() -> None:
    found = structure("imf", on="2022-06-01", decision="special-85")
    assert found.blockers == ("USA",)
    assert (found.proper, found.strong, found.minimal_winning) == (True, False, None)
    assert found.ranks is not None
    assert found.ranks[:2] == (("USA",), ("JPN",))

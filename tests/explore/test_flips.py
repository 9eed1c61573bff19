from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.body.binding import BoundRule
from psephos.calls.rollcall import RollCall, Tally, roll_call
from psephos.errors import NamedTwice, NotSeated, UnknownChoice, UnknownMember, UsageError
from psephos.explore import nearest
from psephos.explore.flips import Change, Flips, flips, flips_of
from tests.count import bodies as b
from tests.explore import verdicts as v

CHOICES = b.FEW.ids


def slowly(bound: BoundRule, profile: Any, into: Any, kept: Any, prices: Any) -> Any:
    """By trying every change: the lowest price, the sets of members at it, into what, and who alone could."""
    votes = v.single_votes(bound, profile)
    before = b.adopts(bound, profile)
    least: Any = None
    sets: dict[Any, Any] = {}
    alone = set()
    for cast, adopted in v.changed(bound, votes, into, kept):
        moved = [(vote, choice) for vote, choice in zip(votes, cast, strict=True) if choice != vote.choice]
        if adopted is before or not moved:
            continue
        if len(moved) == 1:
            alone.add(moved[0][0].seat)
        price = (sum(prices.get((vote.seat, choice), 1) for vote, choice in moved), len(moved))
        if least is None or price < least:
            least, sets = price, {}
        if price == least:
            into_ = sets.setdefault(v.key(votes, cast), {})
            for vote, choice in moved:
                into_.setdefault((vote.seat, vote.choice), set()).add(choice)
    return least, sets, alone


def check(bound: BoundRule, profile: Any, into: Any, kept: Any, prices: Any) -> None:
    least, sets, alone = slowly(bound, profile, into, kept, prices)
    ids = bound.roster.ids
    found = flips_of(
        v.verdict(bound, profile),
        changes=None if into is None else {CHOICES[old]: [CHOICES[one] for one in new] for old, new in into.items()},
        keep=[ids[place] for place in kept],
        costs={ids[seat]: {CHOICES[to]: price for (s, to), price in prices.items() if s == seat} for seat, _ in prices},
        limit=10_000,
    )
    assert set(found.alone) == {ids[place] for place in alone}
    assert (found.price, found.size) == (least or (None, None))
    assert found.count == len(found.sets) == len(sets)
    assert {set_key(ids, one) for one in found.sets} == {
        tuple((ids[seat], old, votes, tuple(sorted(new[seat, old]))) for (seat, old), votes in key)
        for key, new in sets.items()
    }
    members = [{ids[seat] for (seat, _), _ in key} for key in sets]
    assert set(found.in_some_set) == set().union(*members)


def set_key(ids: tuple[str, ...], one: tuple[Change, ...]) -> Any:
    rows = [(c.member, CHOICES.index(c.choice), c.votes, tuple(sorted(CHOICES.index(to) for to in c.to))) for c in one]
    return tuple(sorted(rows, key=lambda row: (ids.index(row[0]), row[1])))


moves = st.dictionaries(st.integers(0, 3), st.lists(st.integers(0, 2), min_size=1, unique=True), min_size=1)


@st.composite
def problems(draw: st.DrawFn, /, **more: Any) -> Any:
    bound = draw(b.bodies(votes=5, **more))
    profile = draw(v.profiles(bound))
    kept = draw(st.one_of(st.just([]), st.lists(st.integers(0, len(profile) - 1), unique=True, max_size=2)))
    cost = st.sampled_from([0, 1, 2, 3, Fraction(1, 2), Fraction(7, 3)])
    seats = st.tuples(st.integers(0, len(profile) - 1), st.integers(0, 2))
    prices = draw(st.one_of(st.just({}), st.dictionaries(seats, cost, max_size=5)))
    return bound, profile, draw(st.one_of(st.none(), moves)), kept, prices


@settings(max_examples=250, deadline=None)
@given(problems())
def test_flips_are_those_of_trying_every_change(problem: Any) -> None:
    check(*problem)


@settings(max_examples=30, deadline=None)
@given(problems(weights=(10**60, 10**60 - 1, 3 * 10**59, 10**30 + 1, 7)))
def test_weights_of_sixty_digits_do_not_overflow(problem: Any) -> None:
    check(*problem)


@settings(max_examples=60, deadline=None)
@given(problems(), st.integers(0, 4))
def test_a_limit_shortens_the_list_and_not_the_count(problem: Any, limit: int) -> None:
    verdict = v.verdict(*problem[:2])
    whole, short = flips_of(verdict, limit=10_000), flips_of(verdict, limit=limit)
    assert short.count == whole.count
    assert len(short.sets) == min(limit, whole.count)
    assert set(short.sets) <= set(whole.sets)
    assert flips_of(verdict, limit=limit).sets == short.sets
    every = set.intersection(*({one.member for one in found} for found in whole.sets)) if whole.sets else set()
    if all(seat.count == 1 for seat in verdict.roster.seats):
        assert set(whole.in_every_set) == every


def unsc(day: str, **ballots: Any) -> RollCall:
    return roll_call("unsc", day, **ballots)


VETOED = unsc("2023-10-25", no=["CHN", "RUS", "ARE"], abstain=["BRA", "MOZ"], others="yes")
SHORT = unsc("2023-10-25", yes=["CHN", "GAB", "RUS", "ARE"], no=["GBR", "USA"], others="abstain")


def test_two_vetoes_take_two_members() -> None:
    found = flips("unsc", VETOED)
    to = ("yes", "abstain", "present_only", "absent", "not_participating")
    assert found.turned == "adopted"
    assert (found.size, found.count, found.alone) == (2, 1, ())
    assert found.in_every_set == ("CHN", "RUS")
    assert found.sets == ((Change("CHN", "no", to), Change("RUS", "no", to)),)


def test_only_abstentions_permitted() -> None:
    found = flips("unsc", VETOED, changes={"no": ["abstain"]})
    assert [change.to for change in found.sets[0]] == [("abstain",), ("abstain",)]
    assert flips("unsc", VETOED, changes={"no": ["abstain"]}, keep=["Russia"]).size is None
    assert flips("unsc", VETOED, changes={"yes": ["abstain"]}).count == 0


def test_the_second_draft_of_that_meeting_needed_five() -> None:
    found = flips("unsc", SHORT)
    # The two permanent members that voted against, and three of nine that abstained.
    assert (found.size, found.count, found.in_every_set, found.alone) == (5, 84, ("GBR", "USA"), ())


def test_an_adopted_text_is_turned_as_well() -> None:
    # Resolution 2712 (2023): 12 in favour, three abstaining; each permanent member could have prevented it.
    adopted = unsc("2023-11-15", abstain=["RUS", "GBR", "USA"], others="yes")
    found = flips("unsc", adopted)
    assert (found.turned, found.size, found.count) == ("not adopted", 1, 5)
    assert found.alone == ("CHN", "FRA", "RUS", "GBR", "USA")
    assert flips("unsc", adopted, keep=["CHN", "FRA", "RUS", "GBR", "USA"]).size == 4
    assert flips("unsc", adopted, changes={"yes": ["abstain"]}).size == 4


def test_the_lowest_cost_counts_before_the_fewest_votes() -> None:
    call = unsc("2023-11-15", others="yes")
    permanent = dict.fromkeys(["CHN", "FRA", "RUS", "GBR", "USA"], 10)
    found = flips("unsc", call, costs=permanent)
    assert found.price == Fraction(7)
    assert (found.size, found.count) == (7, 120)
    assert found.alone == ("CHN", "FRA", "RUS", "GBR", "USA")
    found = flips("unsc", call, costs={**permanent, "FRA": "13/2"})
    assert found.price == Fraction(13, 2)
    assert (found.size, found.sets[0][0].member) == (1, "FRA")


def test_benches_are_counted_and_not_told_apart() -> None:
    call = RollCall("us-senate", date(2017, 2, 7), tally=Tally.of(yes=52, no=48), ballots={"vice_president": "absent"})
    found = flips("us-senate", call)
    # 50 to 50 is not adopted while the Vice President casts no vote.
    assert found.sets == ((Change("senators", "yes", ("no",), 2),),)
    tied = RollCall("us-senate", date(2017, 2, 7), tally=Tally.of(yes=50, no=50), ballots={"vice_president": "yes"})
    assert flips("us-senate", tied).alone == ("senators", "vice_president")


def test_members_known_by_a_tally_only_are_a_bench_where_they_are_alike() -> None:
    call = RollCall("unga", date(2022, 3, 2), "two-thirds", tally=Tally.of(yes=141, no=5, abstain=35))
    # 97 to 49 is one short of two thirds of 146.
    assert flips("unga", call).sets == ((Change("members", "yes", ("no",), 44),),)
    with pytest.raises(UsageError, match="some ballots are not known"):
        flips("unsc", RollCall("unsc", date(2023, 10, 25), tally=Tally.of(yes=10, no=3, abstain=2)))


def test_the_european_council_of_ministers() -> None:
    found = flips("eu-council", roll_call("eu-council", "2025-01-15", others="yes"))
    assert (found.size, found.alone) == (4, ())
    assert all(len(one) == 4 for one in found.sets)
    other = flips("eu-council", roll_call("eu-council", "2025-01-15", others="no"))
    assert other.size == 15


def test_the_electors_of_2024() -> None:
    loser = ["CA", "CO", "CT", "DC", "DE", "HI", "IL", "MA", "MD", "ME", "ME-1", "MN", "NE-2", "NH", "NJ", "NM", "NY"]
    call = roll_call("us-electoral-college", "2024-12-17", no=[*loser, "OR", "RI", "VA", "VT", "WA"], others="yes")
    found = flips("us-electoral-college", call, changes={"yes": ["no"]}, limit=100)
    # 312 less 43 is 269; no state has so many, Texas (40) and one of three or more does, and other pairs.
    assert found.size == 2
    assert len(found.sets) == found.count
    assert ("FL", "PA") in [tuple(one.member for one in changes) for changes in found.sets]


def test_hundreds_of_weights() -> None:
    found = flips("imf", roll_call("imf", "2022-06-01", decision="special-85", others="yes"))
    assert (found.size, found.alone) == (1, ("USA",))
    assert flips("imf", roll_call("imf", "2022-06-01", others="no")).size == 9


def test_a_search_too_large_stops_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearest, "BUDGET", 100)
    with pytest.raises(Exception, match=r"over the limit of 100; let fewer members or fewer choices change"):
        flips("eu-council", roll_call("eu-council", "2025-01-15", others="no"))


@pytest.mark.parametrize(
    ("call", "more", "error", "words"),
    [
        (VETOED, {"keep": ["DEU"]}, NotSeated, "did not sit"),
        (VETOED, {"keep": ["Atlantis"]}, UnknownMember, "Atlantis"),
        (VETOED, {"changes": {"no": ["maybe"]}}, UnknownChoice, "'maybe' is no choice here"),
        (VETOED, {"changes": {}}, UsageError, "no change is permitted; name at least one"),
        (VETOED, {"costs": {"CHN": -1}}, UsageError, "the price -1 of CHN is below 0"),
        (VETOED, {"costs": {"CHN": "dear"}}, UsageError, "the price 'dear' of CHN is no number; write 3, 0.5 or 1/3"),
        (VETOED, {"costs": {"CHN": 1, "China": 2}}, NamedTwice, "China is given two prices"),
        (VETOED, {"limit": -1}, UsageError, "give 0 or more"),
        (unsc("2023-10-25", no=["CHN"]), {}, UsageError, "some ballots are not known"),
        (RollCall("unsc", date(2023, 10, 25), method="without a vote"), {}, UsageError, "adopted without a vote"),
    ],
)
def test_bad_input(call: RollCall, more: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        flips("unsc", call, **more)


def test_the_outcome_of_a_constant_rule_turns_never() -> None:
    bound = b.body([b.seat("s0", groups="a"), b.seat("s1", groups="b")], {"any": "members >= 0"}, "any")
    found: Flips = flips_of(v.verdict(bound, [(0, 1, 0, 0), (1, 0, 0, 0)]))
    assert (found.size, found.price, found.count, found.sets) == (None, None, 0, ())


def test_a_group_stands_for_its_members() -> None:
    """With the permanent members kept, or dear to change, the elected ones must do it: seven of ten to fail."""
    adopted = roll_call("unsc", "2023-10-25", others="yes")
    for found in (flips("unsc", adopted, keep=["permanent"]), flips("unsc", adopted, costs={"permanent": 100})):
        assert (found.size, found.count) == (7, 120)
        assert found.price == 7
        assert not {"CHN", "FRA", "GBR", "RUS", "USA"} & set(found.in_some_set)
    with pytest.raises(UsageError, match="China is given two prices"):
        flips("unsc", adopted, costs={"permanent": 2, "China": 3})


@pytest.mark.parametrize("price", ["1e999999999", "1/0", "x"])
def test_a_price_that_is_no_number_is_refused_at_once(price: str) -> None:
    with pytest.raises(UsageError, match="is no number; write 3"):
        flips("unsc", roll_call("unsc", "2023-10-25", others="yes"), costs={"CHN": price})

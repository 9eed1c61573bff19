from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from psephos.body.binding import BoundRule
from psephos.calls.rollcall import RollCall, Tally, roll_call
from psephos.calls.seating import Seating
from psephos.decide.verdict import Verdict, decide
from psephos.errors import NamedTwice, NotSeated, TallyError, UnknownChoice, UsageError
from psephos.explore import openvote
from psephos.explore.benches import gathered
from psephos.explore.openvote import OpenVote, adopting_ways, open_vote, open_vote_of
from tests.count import bodies as b
from tests.explore import verdicts as v

CHOICES = b.FEW.ids
VOTES = ("yes", "no", "abstain")


def permitted(bound: BoundRule, seating: Seating, *, votes_only: bool) -> list[list[int]]:
    """What each single open vote may be."""
    told = {c for c, number in enumerate(seating.tally or ()) if number}
    found = []
    for seat, number in zip(bound.roster.seats, seating.open_votes, strict=True):
        own = [CHOICES.index(one) for one in bound.castable(seat)]
        if votes_only:
            own = [one for one in own if CHOICES[one] in VOTES] or own
        names = {CHOICES.index(one) for one in (*(seat.casts or CHOICES), "not_voting")}
        some = set(own) if seating.tally is None or seating.free or seat.apart else set()
        found += [sorted(some | (set() if seat.apart else told & names))] * number
    return found


def completions(bound: BoundRule, seating: Seating, *, votes_only: bool) -> Iterator[tuple[tuple[int, ...], bool]]:
    """Every way the single open votes can fall, with its outcome."""
    places = [place for place, number in enumerate(seating.open_votes) for _ in range(number)]
    inside = [not bound.roster.seats[place].apart for place in places]
    for cast in product(*permitted(bound, seating, votes_only=votes_only)):
        sums = [sum(c == choice for c, one in zip(cast, inside, strict=True) if one) for choice in range(len(CHOICES))]
        if seating.tally is not None:
            pairs = list(zip(sums, seating.tally, strict=True))
            if not all(a >= t if seating.free else a == t for a, t in pairs):
                continue
        rows = [list(row) for row in seating.known]
        for place, choice in zip(places, cast, strict=True):
            rows[place][choice] += 1
        yield cast, b.adopts(bound, rows)


def standing(bound: BoundRule, seating: Seating, place: int, first: int) -> str:
    """By the definitions; `first` is the place of the seat's first single vote."""
    whole = list(completions(bound, seating, votes_only=False))
    outcomes = dict(whole)
    if len(set(outcomes.values())) <= 1 or idle(seating, place, first, outcomes):
        return "not needed"
    span = range(first, first + seating.open_votes[place])
    adopting = [cast for cast, adopted in whole if adopted]
    if all(cast[n] == CHOICES.index("yes") for cast in adopting for n in span):
        return "must vote yes"
    may_oppose = CHOICES.index("no") in permitted(bound, seating, votes_only=False)[first]
    opposed = any(cast[n] == CHOICES.index("no") for cast in adopting for n in span)
    return "must not oppose" if may_oppose and not opposed else "free"


def idle(seating: Seating, place: int, first: int, outcomes: dict[tuple[int, ...], bool]) -> bool:
    """Does changing one vote of the seat never change whether a completion is there and adopts?"""
    adopting = {cast for cast, adopted in outcomes.items() if adopted}
    span = range(first, first + seating.open_votes[place])
    options = {cast[n] for cast in outcomes for n in span}
    return all((*cast[:n], c, *cast[n + 1 :]) in adopting for cast in adopting for n in span for c in options)


@st.composite
def situations(draw: st.DrawFn) -> Verdict:
    bound = draw(b.bodies(votes=5))
    seats = tuple(replace(seat, apart=draw(st.sampled_from([False, False, True]))) for seat in bound.roster.seats)
    bound = replace(bound, roster=replace(bound.roster, seats=seats))
    known = []
    for seat in seats:
        row = [0] * len(CHOICES)
        names = (*bound.castable(seat), "not_voting")
        for _ in range(draw(st.integers(0, seat.count))):
            row[CHOICES.index(draw(st.sampled_from(names)))] += 1
        known.append(tuple(row))
    more: dict[str, Any] = {}
    room = sum(seat.count - sum(row) for seat, row in zip(seats, known, strict=True) if not seat.apart)
    told = draw(st.integers(0, room))
    if told and draw(st.booleans()):
        tally = [0] * len(CHOICES)
        for _ in range(told):
            tally[draw(st.integers(0, len(CHOICES) - 1))] += 1
        more = {"tally": tuple(tally), "free": room - told}
    seating = Seating(
        bound.roster,
        bound.choices,
        tuple(known),
        tuple(s.count - sum(r) for s, r in zip(seats, known, strict=True)),
        **more,
    )
    assume(any(seating.open_votes))
    assume(any(True for _ in completions(bound, seating, votes_only=False)))
    return v.verdict(bound, known, **more)


@settings(max_examples=300, deadline=None)
@given(situations(), st.sampled_from([0, 99]))
def test_open_votes_are_those_of_the_full_list(verdict: Verdict, bench: int) -> None:
    """The answers for large benches (by single completions) and for small ones (by a whole diagram) are the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(openvote, "_BENCH", bench)
        check_against_the_full_list(verdict)


def check_against_the_full_list(verdict: Verdict) -> None:
    gathered_verdict, bound = gathered(verdict)
    seating = gathered_verdict.seating
    outcomes = {adopted for _, adopted in completions(bound, seating, votes_only=False)}
    words = {True: "adopted", False: "not adopted"}
    assert verdict.outcome == ("open" if len(outcomes) > 1 else words[outcomes.pop()])
    if not any(seating.open_votes):
        return
    found = open_vote_of(verdict)
    listed = list(completions(bound, seating, votes_only=True))
    adopting = [cast for cast, adopted in listed if adopted]
    assert (found.ways, found.ways_adopted) == (len(listed), len(adopting))
    assert found.chance == (Fraction(len(adopting), len(listed)) if listed else None)
    first = 0
    for place, votes in enumerate(seating.open_votes):
        if not votes:
            continue
        one = found.member(bound.roster.seats[place].id)
        ways = {
            CHOICES[c]: sum(cast[first] == c for cast in adopting)
            for c in permitted(bound, seating, votes_only=True)[first]
        }
        assert (one.votes, dict(one.ways_adopted)) == (votes, ways)
        whole_free = seating.tally is None or bound.roster.seats[place].apart
        if whole_free or one.standing != "not needed":
            assert one.standing == standing(bound, seating, place, first)
        first += votes


@settings(max_examples=150, deadline=None)
@given(situations(), st.data())
def test_chances_and_ballots_to_contain(verdict: Verdict, data: st.DataObject) -> None:
    gathered_verdict, bound = gathered(verdict)
    seating = gathered_verdict.seating
    places = [place for place, number in enumerate(seating.open_votes) for _ in range(number)]
    if not places:
        return
    options = permitted(bound, seating, votes_only=True)
    chances: dict[int, dict[int, Fraction]] = {}
    for place, own in zip(places, options, strict=True):
        parts = [data.draw(st.integers(0, 3)) for _ in own[1:]]
        chances.setdefault(place, dict(zip(own, [Fraction(p, 9) for p in [9 - sum(parts), *parts]], strict=True)))
    listed = [
        (adopted, prod_of(chances[place][c] for place, c in zip(places, cast, strict=True)))
        for cast, adopted in completions(bound, seating, votes_only=True)
    ]
    whole = sum((p for _, p in listed), Fraction(0))
    ids = bound.roster.ids
    given_ = {ids[place]: {CHOICES[c]: p for c, p in own.items()} for place, own in chances.items()}
    found = open_vote_of(verdict, chances=given_)
    assert found.chance == (sum((p for adopted, p in listed if adopted), Fraction(0)) / whole if whole else None)
    held = data.draw(st.sampled_from(places))
    choice = data.draw(st.sampled_from(options[places.index(held)]))
    inside = open_vote_of(verdict, containing={ids[held]: CHOICES[choice]})
    some = [
        adopted for cast, adopted in completions(bound, seating, votes_only=True) if cast[places.index(held)] == choice
    ]
    assert (inside.ways, inside.ways_adopted) == (len(some), sum(some))


def prod_of(values: Iterator[Fraction]) -> Fraction:
    result = Fraction(1)
    for value in values:
        result *= value
    return result


# --- real cases
# ---------------------------------------------------------------------------------------------------------

DAY = date(2023, 10, 25)


def test_all_of_the_security_council_open() -> None:
    found = open_vote("unsc", RollCall("unsc", DAY))
    # 146,796 of 3^15; of 3^14 with a permanent member in favour 108,336, abstaining 38,460.
    assert (found.ways, found.ways_adopted) == (3**15, 146_796)
    assert dict(found.member("China").ways_adopted) == {"yes": 108_336, "no": 0, "abstain": 38_460}
    assert (found.member("CHN").standing, found.member("MOZ").standing) == ("must not oppose", "free")


def test_nobody_is_left_that_could_do_without() -> None:
    found = open_vote(
        "unsc",
        roll_call(
            "unsc",
            DAY,
            yes=["CHN", "FRA", "RUS", "GBR", "USA", "ALB", "BRA"],
            no=["ECU", "GAB", "GHA", "JPN", "MLT", "MOZ"],
        ),
    )
    assert {one.member: one.standing for one in found.members} == {"CHE": "must vote yes", "ARE": "must vote yes"}
    assert (found.ways, found.ways_adopted) == (9, 1)
    done = open_vote("unsc", roll_call("unsc", DAY, no=["CHN"]))
    assert {one.standing for one in done.members} == {"not needed"}
    assert done.ways_adopted == 0


def test_a_tally_of_named_members_with_and_without_open_seats() -> None:
    found = open_vote("unsc", RollCall("unsc", DAY, tally=Tally.of(yes=10, no=3, abstain=2)))
    # 15!/(10! 3! 2!) divisions; 10!/(3! 7!) x 12!/(10! 2!) of them have the three votes against among the ten elected.
    assert (found.ways, found.ways_adopted) == (30_030, 120 * 66)
    assert found.member("RUS").standing == "must not oppose"
    loose = RollCall("unsc", DAY, tally=Tally.of(yes=8, no=1), open=6)
    assert decide("unsc", loose).outcome == "open"
    assert open_vote("unsc", loose).ways_adopted == 136_847
    assert decide("unsc", RollCall("unsc", DAY, tally=Tally.of(yes=5, no=7), open=3)).label == "insufficient votes"


def test_three_senators_and_the_vice_president() -> None:
    call = RollCall("us-senate", date(2017, 2, 7), tally=Tally.of(yes=49, no=48), open=3)
    found = open_vote("us-senate", call)
    # Two or three more in favour: 4 of 8; one: 50 to 50, and the Vice President decides: 3 of 8; none: 49 to 51.
    assert (found.ways, found.ways_adopted, found.chance) == (16, 11, Fraction(11, 16))
    chair = replace(call, ballots={"vice_president": "yes"})
    assert open_vote("us-senate", chair).chance == Fraction(7, 8)
    one = RollCall(
        "us-senate", date(2017, 2, 7), tally=Tally.of(yes=50, no=49), open=1, ballots={"vice_president": "no"}
    )
    assert open_vote("us-senate", one).member("senators").standing == "must not oppose"


SAFE = "CA CO CT DC DE HI IL MA MD ME ME-1 MN NE-2 NH NJ NM NY OR RI VA VT WA"
OPEN = "AZ GA MI NC NV PA WI"


def paths_to_270() -> RollCall:
    return roll_call("us-electoral-college", "2024-12-17", yes=SAFE.split(), ballots=dict.fromkeys(OTHER.split(), "no"))


OTHER = "AK AL AR FL IA ID IN KS KY LA ME-2 MO MS MT ND NE NE-1 NE-3 OH OK SC SD TN TX UT WV WY"


def test_paths_to_270() -> None:
    # 226 electors are given to one candidate and seven states are open: 44 electors of 93 are needed.
    weights = {"AZ": 11, "GA": 16, "MI": 15, "NC": 16, "NV": 6, "PA": 19, "WI": 10}
    sums = [sum(w for w, one in zip(weights.values(), cast, strict=True) if one) for cast in product([0, 1], repeat=7)]
    found = open_vote("us-electoral-college", paths_to_270(), choices=["yes", "no"])
    assert (found.ways, found.ways_adopted) == (128, sum(total >= 44 for total in sums))
    inside = open_vote("us-electoral-college", paths_to_270(), choices=["yes", "no"], containing={"PA": "yes"})
    assert (inside.ways, inside.ways_adopted) == (64, found.member("PA").ways_adopted["yes"])
    listed = list(adopting_ways("us-electoral-college", paths_to_270(), choices=["yes", "no"], limit=1000))
    assert len(listed) == len({tuple(sorted(way.items())) for way in listed}) == found.ways_adopted
    assert all(sum(weights[state] for state, cast in way.items() if cast == "yes") >= 44 for way in listed)
    assert len(list(adopting_ways("us-electoral-college", paths_to_270(), choices=["yes", "no"], limit=3))) == 3


def test_members_of_the_council_of_the_european_union() -> None:
    found = open_vote("eu-council", RollCall("eu-council", date(2025, 1, 15), "unanimity"))
    assert {one.standing for one in found.members} == {"must not oppose"}
    # 27!/(20! 4! 3!) divisions: whose votes they are decides, by population.
    tally = RollCall("eu-council", date(2025, 1, 15), tally=Tally.of(yes=20, no=4, abstain=3))
    result = open_vote("eu-council", tally)
    assert (result.ways, result.verdict.outcome) == (31_081_050, "open")


def test_a_whole_bench_open() -> None:
    found = open_vote("us-senate", RollCall("us-senate", date(2017, 2, 7), "treaty"))
    assert {one.member: one.standing for one in found.members} == {"senators": "free", "vice_president": "not needed"}
    assert found.ways == 2**101


def test_the_general_assembly_by_numbers() -> None:
    call = RollCall("unga", date(2022, 3, 2), "two-thirds", tally=Tally.of(yes=100, no=40, abstain=20), open=33)
    found = open_vote("unga", call)
    assert (found.members[0].member, found.members[0].votes, found.ways) == ("members", 33, 3**33)


def result_of(**more: Any) -> OpenVote:
    return open_vote("unsc", roll_call("unsc", DAY, yes=["FRA", "GBR"]), **more)


@pytest.mark.parametrize(
    ("more", "error", "words"),
    [
        ({"choices": ["maybe"]}, UnknownChoice, "'maybe' is no choice here"),
        ({"chances": {"RUS": 1.5}}, UsageError, "the chance 1.5 of Russian Federation is outside 0 to 1"),
        ({"chances": {"RUS": -0.1}}, UsageError, "outside 0 to 1"),
        (
            {"chances": {"RUS": "likely"}},
            UsageError,
            "the chance 'likely' of Russian Federation is no number; write 0.55 or 1/3",
        ),
        ({"chances": {"RUS": {"yes": 0.7, "no": 0.7}}}, UsageError, "add up to 7/5; they must add up to 1"),
        (
            {"chances": {"RUS": {"absent": 0.5}}},
            UsageError,
            "is not taken to cast 'absent'; give chances of yes, no, abstain",
        ),
        ({"chances": {"FRA": 0.5}}, UsageError, "the ballot of France is known"),
        ({"chances": {"DEU": 0.5}}, NotSeated, "did not sit"),
        ({"chances": {"RUS": 0.5, "Russia": 0.5}}, NamedTwice, "Russia is given two chances"),
        ({"containing": {"FRA": "yes"}}, UsageError, "the ballot of France is known already"),
        ({"containing": {"RUS": "absent"}}, UsageError, "is not taken to cast 'absent'; it may cast yes, no, abstain"),
        ({"containing": {"RUS": "yes", "Russia": "no"}}, NamedTwice, "Russia is named twice"),
    ],
)
def test_bad_input(more: dict[str, Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        result_of(**more)


def test_nothing_is_open() -> None:
    with pytest.raises(UsageError, match="no ballot is open"):
        open_vote("unsc", roll_call("unsc", DAY, others="yes"))
    with pytest.raises(UsageError, match="the ballot of France is not open"):
        result_of().member("FRA")
    with pytest.raises(UsageError, match="give 0 or more"):
        adopting_ways("unsc", roll_call("unsc", DAY), limit=-1)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (RollCall("unsc", DAY, open=3), "3 open seats are counted beside a tally"),
        (RollCall("unsc", DAY, tally=Tally.of(yes=9), open=-1), "-1 open seats; give 0 or more"),
        (
            RollCall("unsc", DAY, tally=Tally.of(yes=9, no=3), open=6),
            "the tally and the open seats come to 18, but 15 seats vote",
        ),
        (
            RollCall("us-federal-law", date(2017, 2, 7), tally=Tally.of(yes=300), open=9),
            "cannot be divided among representatives, senators",
        ),
    ],
)
def test_tallies_that_cannot_be(call: RollCall, words: str) -> None:
    with pytest.raises(TallyError, match=words):
        open_vote(call.body, call)


@pytest.mark.parametrize("chance", ["1e-999999999", "1/0", "x"])
def test_a_chance_that_is_no_number_is_refused_at_once(chance: str) -> None:
    with pytest.raises(UsageError, match=r"is no number; write 0\.55"):
        open_vote("unsc", roll_call("unsc", "2023-10-25", yes=["CHN"]), chances={"RUS": chance})


def test_a_ballot_that_the_tally_settles_is_not_needed() -> None:
    """One abstention is told, and only the bench can abstain: whether its vote may oppose is no question any more."""
    seats = [b.seat("bench", (1, 1), "a", 2), b.seat("one", (1, 1), "a", casts=("yes", "no"))]
    bound = b.body(seats, {"unopposed": "no(a) = 0"}, "unopposed")
    found = open_vote_of(v.verdict(bound, ((1, 0, 0, 0), (0, 0, 0, 0)), tally=(0, 0, 1, 0), free=1))
    assert {one.member: one.standing for one in found.members} == {"bench": "not needed", "one": "must vote yes"}

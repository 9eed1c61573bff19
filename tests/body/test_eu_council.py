"""The EU Council: who sat, what they weighed, and what the treaties made of their votes, regime by regime."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from psephos.body.binding import bind
from psephos.body.rulebook import Rulebook, rulebook
from psephos.calls.rollcall import RollCall
from psephos.decide.verdict import Verdict, decide
from psephos.errors import DayNotCovered, NotSeated, UnknownDecision

if TYPE_CHECKING:
    from pathlib import Path

    from psephos.body.members import Roster

# From, members, votes in all, votes needed, members needed on a proposal of the Commission and otherwise.
REGIMES = (
    (date(1958, 1, 1), 6, 17, 12, 0, 4),
    (date(1973, 1, 1), 9, 58, 41, 0, 6),
    (date(1981, 1, 1), 10, 63, 45, 0, 6),
    (date(1986, 1, 1), 12, 76, 54, 0, 8),
    (date(1995, 1, 1), 15, 87, 62, 0, 10),
    (date(2004, 5, 1), 25, 124, 88, 13, 17),
    (date(2004, 11, 1), 25, 321, 232, 13, 17),
    (date(2007, 1, 1), 27, 345, 255, 14, 18),
    (date(2013, 7, 1), 28, 352, 260, 15, 19),
)
LISBON, NICE_ENDS = date(2014, 11, 1), date(2017, 3, 31)
IN_2025, IN_2016 = date(2025, 6, 2), date(2016, 6, 6)
# First day, last day, column of the table, total in hundreds of persons.
POPULATIONS = (
    (date(2004, 11, 1), date(2005, 12, 31), "p20045", 4_585_990),
    (date(2006, 1, 1), date(2006, 12, 31), "p2006", 4_613_239),  # printed: 461 324.0 thousand, rounded on its own
    (date(2008, 1, 1), date(2008, 12, 31), "p2008", 4_951_039),
    (date(2009, 1, 1), date(2009, 12, 31), "p2009", 4_974_931),
    (date(2011, 1, 1), date(2011, 12, 31), "p2011", 5_010_904),
    (date(2012, 1, 1), date(2012, 12, 31), "p2012", 5_024_867),
    (date(2013, 1, 1), date(2013, 6, 30), "p2013a", 5_036_797),
    (date(2013, 7, 1), date(2013, 12, 31), "p2013b", 5_080_779),
    (date(2014, 1, 1), date(2014, 10, 31), "p2014a", 5_055_725),
)
UNCOVERED = (
    (date(2007, 1, 1), date(2007, 12, 31)),
    (date(2010, 1, 1), date(2010, 12, 31)),
    (date(2014, 11, 1), date(2015, 12, 31)),
    (date(2017, 1, 1), date(2024, 12, 31)),
    (date(2026, 1, 1), date(2026, 2, 2)),
)
EURO_AREA = (
    (1999, 11),
    (2001, 12),
    (2007, 13),
    (2008, 15),
    (2009, 16),
    (2011, 17),
    (2014, 18),
    (2015, 19),
    (2023, 20),
    (2026, 21),
)


@pytest.fixture(scope="module")
def council() -> Rulebook:
    return rulebook("eu-council")


def total(roster: Roster, weight: str) -> Fraction:
    return sum((seat.weights[weight].value for seat in roster.seats), Fraction(0))


def vote(
    council: Rulebook,
    on: date,
    decision: str | None = None,
    *,
    others: str | None = None,
    variants: tuple[str, ...] = (),
    opt_out: tuple[str, ...] | None = None,
    participants: tuple[str, ...] | None = None,
    **ballots: str,
) -> Verdict:
    cast = {member: choice for choice, listed in ballots.items() for member in listed.split()}
    call = RollCall(
        council.id,
        on,
        decision=decision,
        variants=variants,
        ballots=cast,
        others=others,
        opt_out=opt_out,
        participants=participants,
    )
    return decide(council, call)


def counts(
    council: Rulebook, on: date, decision: str, *choices: tuple[str, int], without: str | None = None
) -> Verdict:
    """So many of each choice, by members in the order of the roster."""
    opt_out = None if without is None else (without,)
    cast = [choice for choice, number in choices for _ in range(number)]
    members = council.roster(on, opt_out=opt_out).ids
    ballots = dict(zip(members, cast, strict=True))
    return decide(council, RollCall(council.id, on, decision=decision, ballots=ballots, opt_out=opt_out))


# --- who sat ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("since", "members"), [(regime[0], regime[1]) for regime in REGIMES])
def test_members_by_day(council: Rulebook, since: date, members: int) -> None:
    assert council.on(since).size == members


def test_the_day_before_an_accession_has_the_old_members(council: Rulebook) -> None:
    for (_, before, *_), (since, *_) in pairwise(REGIMES):
        assert council.on(since - timedelta(days=1)).size == before


def test_the_united_kingdom_sat_to_the_end_of_january_2020(council: Rulebook) -> None:
    assert council.on(date(2020, 1, 31)).size == 28
    assert "GBR" not in council.on(date(2020, 2, 1)).ids
    with pytest.raises(NotSeated):
        council.on(date(2020, 2, 1)).seat("GBR")


def test_nobody_votes_before_1958(council: Rulebook) -> None:
    with pytest.raises(DayNotCovered):
        council.on(date(1957, 12, 31))


@pytest.mark.parametrize(("year", "members"), EURO_AREA)
def test_the_euro_area_by_year(council: Rulebook, year: int, members: int) -> None:
    assert len(council.on(date(year, 1, 1)).group("euro_area")) == members


def test_members_are_listed_in_english_alphabetical_order(council: Rulebook) -> None:
    for on in (IN_2025, IN_2016, date(1960, 6, 1)):
        names = [seat.name for seat in council.on(on).seats]
        assert names == sorted(names)


# --- what they weighed ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("since", "votes"), [(regime[0], regime[2]) for regime in REGIMES])
def test_votes_in_all(council: Rulebook, since: date, votes: int) -> None:
    assert total(council.on(since), "votes") == votes


def test_votes_stay_to_the_end_of_nice_on_request(council: Rulebook) -> None:
    assert total(council.on(NICE_ENDS), "votes") == 352
    assert "votes" not in council.on(NICE_ENDS + timedelta(days=1)).weights


def test_votes_agree_with_a_table_of_another_origin(council: Rulebook, shared_data: Path) -> None:
    with (shared_data / "eu-council-weights-1958-2013.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    for since, *_ in REGIMES:
        listed = {row["iso3"]: int(row[since.isoformat()]) for row in rows if row[since.isoformat()]}
        assert {seat.id: seat.weights["votes"].value for seat in council.on(since).seats} == listed


@pytest.mark.parametrize(("first", "last", "people"), [(row[0], row[1], row[3]) for row in POPULATIONS])
def test_population_in_all(council: Rulebook, first: date, last: date, people: int) -> None:
    assert total(council.on(first), "population") == total(council.on(last), "population") == people


def test_populations_agree_with_a_table_of_another_origin(council: Rulebook, shared_data: Path) -> None:
    with (shared_data / "eu-council-populations-2004-2014.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    for first, _, column, _ in POPULATIONS:
        listed = sorted(Fraction(row[column]) for row in rows if row[column])
        assert sorted(seat.weights["population"].value for seat in council.on(first).seats) == listed


def test_shares_agree_with_a_table_of_another_origin(council: Rulebook, shared_data: Path) -> None:
    with (shared_data / "eu-council-population-shares-2016-2025.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    for year in (2016, 2025):
        shares = {row["member"]: Fraction(row["share_percent"]) for row in rows if row["year"] == str(year)}
        seats = council.on(date(year, 1, 1)).seats
        seated = {"Czech Republic" if seat.id == "CZE" else seat.name: seat.weights["population"] for seat in seats}
        assert {name: weight.value for name, weight in seated.items()} == shares
        assert {weight.precision for weight in seated.values()} == {Fraction(1, 200)}


@pytest.mark.parametrize("days", UNCOVERED)
def test_no_population_is_taken_from_another_year(council: Rulebook, days: tuple[date, date]) -> None:
    for on in days:
        assert all("population" not in seat.weights for seat in council.on(on).seats)


def test_a_day_without_figures_is_refused_by_name(council: Rulebook) -> None:
    relocation, restoration = date(2015, 9, 22), date(2024, 6, 17)
    with pytest.raises(DayNotCovered, match="population"):
        vote(council, relocation, opt_out=("DNK", "GBR", "IRL"), no="CZE HUN ROU SVK", abstain="FIN", others="yes")
    with pytest.raises(DayNotCovered, match="population"):
        vote(council, restoration, no="ITA HUN NLD POL FIN SWE", abstain="BEL", others="yes")


# --- by weighted votes ------------------------------------------------------------------------------------------------


def bound(council: Rulebook, on: date, decision: str, clause: str, *variants: str) -> Fraction:
    """How much does a clause ask for when every member votes in favour?"""
    roster = council.on(on)
    right = bind(council.rule(on, decision, variants), roster, council.choices).clause(clause).right
    yes = council.choices.index("yes")
    profile = [[int(place == yes) for place in range(len(council.choices.ids))] for _ in roster.seats]
    return right.value(profile)


@pytest.mark.parametrize(("since", "needed"), [(regime[0], regime[3]) for regime in REGIMES])
@pytest.mark.parametrize("decision", ["qualified-majority", "qualified-majority-other"])
def test_votes_needed(council: Rulebook, since: date, needed: int, decision: str) -> None:
    assert bound(council, since, decision, "votes") == needed


@pytest.mark.parametrize(("since", "size", "plain", "other"), [(r[0], r[1], r[4], r[5]) for r in REGIMES])
def test_members_needed(council: Rulebook, since: date, size: int, plain: int, other: int) -> None:
    clauses = {clause.name for clause in council.rule(since, "qualified-majority").clauses}
    assert clauses == ({"votes", "members"} if plain else {"votes"})
    if plain:
        share = bound(council, since, "qualified-majority", "members")
        assert share == Fraction(size, 2)
        assert plain - 1 <= share < plain
    share = bound(council, since, "qualified-majority-other", "members")
    assert other - 1 < share <= other


def test_a_vote_may_pass_on_a_proposal_and_fail_otherwise(council: Rulebook) -> None:
    for decision, adopted in (("qualified-majority", True), ("qualified-majority-other", False)):
        verdict = vote(council, date(1960, 6, 1), decision, yes="DEU FRA ITA", no="BEL LUX NLD")
        assert verdict.adopted is adopted


def test_the_farm_prices_of_1982_had_exactly_45_votes(council: Rulebook) -> None:
    assert vote(council, date(1982, 5, 18), not_participating="DNK GRC GBR", others="yes").adopted
    assert not vote(council, date(1982, 5, 18), not_participating="DNK GRC GBR LUX", others="yes").adopted


def test_the_population_is_checked_only_where_a_member_asks(council: Rulebook) -> None:
    on = date(2008, 6, 2)
    for variants, adopted in (((), True), (("population-check",), False)):
        verdict = vote(council, on, variants=variants, no="DEU FRA GBR", others="yes")  # 258 votes, 58.3 %
        assert verdict.adopted is adopted


def test_nice_on_request_ends_with_march_2017(council: Rulebook) -> None:
    assert council.variants("qualified-majority", NICE_ENDS) == ("nice", "nice-population-check")
    assert vote(council, NICE_ENDS, variants=("nice",), others="yes").adopted
    with pytest.raises(UnknownDecision):
        vote(council, NICE_ENDS + timedelta(days=1), variants=("nice",), others="yes")


def test_opt_outs_keep_the_proportion_of_votes(council: Rulebook) -> None:
    on, out = date(2010, 6, 7), ("DNK", "GBR", "IRL")
    verdict = vote(council, on, opt_out=out, no="DEU FRA BEL", others="yes")  # 232 of 302 votes, 223.2 needed
    assert verdict.adopted
    assert not vote(council, on, no="DNK GBR IRL DEU FRA BEL", others="yes").adopted  # 232 of 345, 255 needed


# --- since Lisbon -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("on", [IN_2016, IN_2025])
def test_among_all_members_four_can_block(council: Rulebook, on: date) -> None:
    assert bound(council, on, "qualified-majority", "unblocked") == 4
    three, four = ("DEU FRA ITA", "DEU FRA ITA MLT")
    assert vote(council, on, no=three, others="yes").adopted
    assert vote(council, on, no=four, others="yes").label == "insufficient votes"


def test_the_blocking_number_of_the_euro_area_is_three(council: Rulebook) -> None:
    roster = council.roster(IN_2025, participants=("euro_area",))
    clause = bind(council.rule(IN_2025), roster, council.choices).clause("unblocked")
    assert roster.size == 20
    assert clause.right.constant == 3
    assert not clause.unsure_constant
    euro = ("euro_area",)
    assert vote(council, IN_2025, participants=euro, no="DEU FRA", others="yes").adopted
    assert not vote(council, IN_2025, participants=euro, no="DEU FRA MLT", others="yes").adopted


def test_an_abstention_does_not_help(council: Rulebook) -> None:
    against = ("DEU", "FRA", "ITA", "MLT")
    for choice in ("no", "abstain", "absent", "not_participating"):
        call = RollCall(council.id, IN_2025, ballots=dict.fromkeys(against, choice), others="yes")
        assert decide(council, call).label == "insufficient votes"


def test_without_a_proposal_no_number_of_blockers_is_asked_for(council: Rulebook) -> None:
    verdict = vote(council, IN_2025, "qualified-majority-other", no="DEU FRA ITA", others="yes")  # 53.12 of 100.01 %
    assert verdict.label == "insufficient votes"


def test_rounded_shares_are_said_to_matter_where_they_could(council: Rulebook) -> None:
    decision = "qualified-majority-other"
    near = vote(council, IN_2025, decision, no="DEU ESP FIN HUN PRT", others="yes")  # 65.00 % where 65.0065 are needed
    far = vote(council, IN_2025, decision, no="HUN SVK", others="yes")
    assert [remark.kind for remark in near.remarks].count("rounding") == 1
    assert "rounding" not in [remark.kind for remark in far.remarks]


# --- simple majority and unanimity ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choices", "label"),
    [
        ((("yes", 14), ("no", 13)), "adopted"),
        ((("yes", 13), ("abstain", 14)), "insufficient votes"),
        ((("yes", 8), ("no", 3), ("abstain", 16)), "insufficient votes"),
    ],
)
def test_a_simple_majority_is_counted_among_all_members(
    council: Rulebook, choices: tuple[tuple[str, int], ...], label: str
) -> None:
    assert counts(council, IN_2025, "simple-majority", *choices).label == label


@pytest.mark.parametrize("rest", ["no", "abstain", "absent"])
def test_thirteen_of_twenty_six_never_pass(council: Rulebook, rest: str) -> None:
    for decision in ("simple-majority", "qualified-majority", "qualified-majority-other"):
        assert not counts(council, IN_2025, decision, ("yes", 13), (rest, 13), without="IRL").adopted


@pytest.mark.parametrize(
    ("choices", "label"),
    [
        ((("yes", 27),), "adopted"),
        ((("yes", 24), ("abstain", 3)), "adopted"),
        ((("yes", 1), ("abstain", 26)), "adopted"),
        ((("abstain", 27),), "insufficient votes"),
        ((("yes", 26), ("no", 1)), "vetoed"),
        ((("yes", 26), ("absent", 1)), "insufficient votes"),
        ((("absent", 27),), "insufficient votes"),
    ],
)
def test_unanimity(council: Rulebook, choices: tuple[tuple[str, int], ...], label: str) -> None:
    assert counts(council, IN_2025, "unanimity", *choices).label == label

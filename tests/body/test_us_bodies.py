"""The bodies of the United States: who sits when, which regime a day falls in, and real tables decided again."""

import csv
import tomllib
from datetime import date
from fractions import Fraction
from math import comb
from pathlib import Path

import pytest

from psephos.body.binding import bind
from psephos.body.rulebook import rulebook
from psephos.calls.rollcall import Ballot, RollCall
from psephos.decide.verdict import Verdict, decide
from psephos.errors import DayNotCovered, UnknownChoice, UnknownDecision

SENATE, HOUSE, LAW, COLLEGE = (
    rulebook(name) for name in ("us-senate", "us-house", "us-federal-law", "us-electoral-college")
)


def senate(day: date, yes: int, no: int, decision: str = "majority", chair: str = "absent", **facts: int) -> Verdict:
    """Decide a Senate vote; those not accounted for do not vote. `vacant` and `present` are counts of senators."""
    vacant, present = facts.get("vacant", 0), facts.get("present", 0)
    size = SENATE.on(day).seat("senators").count - vacant
    cast = {"yes": yes, "no": no, "present_only": present, "not_voting": size - yes - no - present}
    ballots: dict[str, Ballot] = {"senators": cast, "vice_president": chair}
    return decide(SENATE, RollCall("us-senate", day, decision, ballots=ballots, vacant={"senators": vacant}))


# --- who sits -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "senators"),
    [
        (date(1912, 2, 14), 96),
        (date(1959, 1, 2), 96),
        (date(1959, 1, 3), 98),
        (date(1959, 8, 20), 98),
        (date(1959, 8, 21), 100),
        (date(2026, 1, 5), 100),
    ],
)
def test_two_senators_for_each_state_admitted(day: date, senators: int) -> None:
    assert SENATE.on(day).seat("senators").count == senators


@pytest.mark.parametrize(
    ("day", "members"),
    [
        (date(1913, 3, 4), 435),
        (date(1959, 1, 2), 435),
        (date(1959, 1, 3), 436),
        (date(1959, 8, 21), 437),
        (date(1963, 1, 2), 437),
        (date(1963, 1, 3), 435),
    ],
)
def test_the_house_grew_for_two_states_and_shrank_again(day: date, members: int) -> None:
    assert HOUSE.on(day).size == members


def test_days_before_the_facts_are_refused() -> None:
    with pytest.raises(DayNotCovered):
        SENATE.on(date(1912, 2, 13))
    with pytest.raises(DayNotCovered):
        SENATE.rule(date(1917, 3, 7), "cloture")
    with pytest.raises(DayNotCovered):
        COLLEGE.on(date(2032, 11, 2))


def test_an_abstention_is_no_answer_in_congress() -> None:
    with pytest.raises(UnknownChoice, match="present_only"):
        decide(HOUSE, RollCall("us-house", date(2020, 1, 7), ballots={"representatives": "abstain"}))


# --- the Senate -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("yes", "no", "chair", "label"),
    [
        (50, 50, "yes", "adopted"),
        (50, 50, "no", "tied"),
        (50, 50, "absent", "tied"),
        (49, 51, "yes", "insufficient votes"),
        (51, 49, "no", "adopted"),
        (26, 25, "absent", "adopted"),
        (26, 24, "yes", "no quorum"),
        (0, 0, "yes", "no quorum"),
    ],
)
def test_the_vice_president_votes_only_when_the_senate_is_evenly_divided(
    yes: int, no: int, chair: str, label: str
) -> None:
    assert senate(date(2020, 1, 6), yes, no, chair=chair).label == label


@pytest.mark.parametrize(
    ("day", "adopted_with", "rejected_with"),
    [
        (date(1949, 3, 16), (40, 20), (40, 21)),
        (date(1949, 3, 17), (64, 0), (63, 0)),
        (date(1959, 1, 11), (66, 0), (65, 0)),
        (date(1959, 1, 12), (40, 20), (40, 21)),
        (date(1975, 3, 6), (40, 20), (40, 21)),
        (date(1975, 3, 7), (60, 40), (59, 0)),
    ],
)
def test_cloture_has_changed_with_rule_22(
    day: date, adopted_with: tuple[int, int], rejected_with: tuple[int, int]
) -> None:
    assert senate(day, *adopted_with, decision="cloture").label == "adopted"
    assert senate(day, *rejected_with, decision="cloture").label == "insufficient votes"


@pytest.mark.parametrize(("vacant", "needed"), [(0, 60), (1, 60), (2, 59), (3, 59), (4, 58)])
def test_vacant_seats_lower_three_fifths(vacant: int, needed: int) -> None:
    day = date(2009, 1, 12)
    assert senate(day, needed, 20, "cloture", vacant=vacant).adopted
    assert not senate(day, needed - 1, 20, "cloture", vacant=vacant).adopted


def test_nominations_left_three_fifths_in_two_steps() -> None:
    assert not senate(date(2013, 11, 20), 55, 43, "nomination-cloture").adopted
    assert senate(date(2013, 11, 21), 55, 43, "nomination-cloture").adopted
    court = [SENATE.rule(day, "nomination-cloture", ["supreme-court"]) for day in (date(2017, 4, 5), date(2017, 4, 6))]
    assert [[clause.name for clause in rule.clauses] for rule in court] == [
        ["three_fifths"],
        ["quorum", "majority", "level", "casting"],
    ]
    with pytest.raises(UnknownDecision):
        SENATE.rule(date(2013, 11, 20), "nomination-cloture", ["supreme-court"])


def test_who_answers_present_counts_at_a_conviction_only() -> None:
    day = date(1986, 10, 9)
    assert not senate(day, 46, 17, "conviction", present=35).adopted
    assert senate(day, 46, 17, "treaty", present=35).adopted


def _decision(row: dict[str, str]) -> str:
    """What kind of question the table speaks of: an input, which the ballots cannot tell."""
    question, text = row["question"].lower(), row["description"].lower()
    if "cloture" in question:
        return "nomination-cloture" if row["bill"].startswith("PN") else "cloture"
    if text.startswith("motion to suspend"):
        return "suspension"
    if text.startswith("motion to waive"):
        return "budget-waiver"
    if "ratification" in question:
        return "treaty"
    return "constitutional-amendment" if row["bill"] == "S.J.Res. 12" else "majority"


ADOPTED = {"Agreed to", "Passed", "Confirmed", "Sustained", "Held Germane"}


def test_the_roll_calls_of_the_109th_senate_come_out_as_recorded(shared_data: Path) -> None:
    with (shared_data / "us-senate-109-rollcalls.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 645
    odd = []
    for row in rows:
        # The one tie that the Vice President broke in these two years: the Deficit Reduction Act, 21 December 2005.
        chair = "yes" if (row["session"], row["number"]) == ("1", "363") else "absent"
        yes, no = int(row["yeatotal"]), int(row["naytotal"])
        verdict = senate(date.fromisoformat(row["date"]), yes, no, _decision(row), chair)
        if verdict.adopted != (row["result"] in ADOPTED):
            odd.append((row["session"], row["number"], row["question"], row["result"], yes, no, verdict.label))
    assert odd == []


# --- lawmaking ------------------------------------------------------------------------------------------------------


def law(house: int, senators: int, chair: str, president: str, *variants: str) -> Verdict:
    """Decide a bill on which every member votes."""
    ballots: dict[str, Ballot] = {
        "representatives": {"yes": house, "no": 435 - house},
        "senators": {"yes": senators, "no": 100 - senators},
        "vice_president": chair,
        "president": president,
    }
    return decide(LAW, RollCall("us-federal-law", date(2020, 1, 7), variants=variants, ballots=ballots))


@pytest.mark.parametrize(
    ("house", "senators", "president", "label"),
    [
        (218, 51, "yes", "adopted"),
        (218, 51, "no_action", "adopted"),
        (218, 51, "no", "vetoed"),
        (290, 67, "no", "adopted"),
        (290, 67, "pocketed", "vetoed"),
        (217, 51, "no", "insufficient votes"),
    ],
)
def test_what_the_president_does_with_a_bill(house: int, senators: int, president: str, label: str) -> None:
    verdict = law(house, senators, "absent", president)
    assert verdict.label == label
    assert verdict.vetoed_by == (("president",) if label == "vetoed" else ())


HOUSE_STEPS = ((0, 217), (218, 289), (290, 435))
SENATE_STEPS = ((0, 49), (50, 50), (51, 66), (67, 100))


def _reference(house: int, senators: int, chair: str, president: str) -> bool:
    passed = senators >= 51 or (senators >= 50 and chair == "yes")
    return (house >= 218 and passed and president == "yes") or (house >= 290 and senators >= 67)


@pytest.mark.parametrize("president", ["yes", "no"])
@pytest.mark.parametrize("chair", ["yes", "no"])
def test_full_attendance_is_the_game_of_the_books(chair: str, president: str) -> None:
    edges = [(h, s) for step in HOUSE_STEPS for h in step for part in SENATE_STEPS for s in part]
    for house, senators in edges:
        verdict = law(house, senators, chair, president, "full-attendance")
        assert verdict.adopted == _reference(house, senators, chair, president), (house, senators)
        assert verdict.adopted == law(house, senators, chair, president).adopted, (house, senators)


def test_full_attendance_gives_the_published_power_of_president_and_vice_president(shared_data: Path) -> None:
    games = tomllib.loads((shared_data / "power-reference.toml").read_text(encoding="utf-8"))["game"]
    published = next(game for game in games if game["name"].startswith("US federal"))["banzhaf_absolute"]
    day = date(2020, 1, 7)
    bound = bind(LAW.rule(day, variants=["full-attendance"]), LAW.on(day), LAW.choices)
    assert all({"yes", "no"} <= set(bound.castable(seat)) for seat in bound.roster.seats)
    chance = {(v, p): _chance(v, p) for v in ("yes", "no") for p in ("yes", "no")}
    president = (chance["yes", "yes"] + chance["no", "yes"] - chance["yes", "no"] - chance["no", "no"]) / 2
    vice_president = (chance["yes", "yes"] + chance["yes", "no"] - chance["no", "yes"] - chance["no", "no"]) / 2
    assert float(president) == pytest.approx(published["president"], abs=1e-11)
    assert float(vice_president) == pytest.approx(published["vice_president"], abs=1e-11)


def _chance(chair: str, president: str) -> Fraction:
    """The chance of adoption when all members toss coins; the outcome is the same throughout each step (see above)."""
    total = Fraction(0)
    for low, high in HOUSE_STEPS:
        for least, most in SENATE_STEPS:
            if law(low, least, chair, president, "full-attendance").adopted:
                house = sum(comb(435, n) for n in range(low, high + 1))
                senators = sum(comb(100, n) for n in range(least, most + 1))
                total += Fraction(house * senators, 2**535)
    return total


# --- the Electoral College ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("year", [1992, 1996, 2000, 2004, 2008, 2012, 2016, 2020, 2024, 2028])
def test_538_electors_from_56_constituencies(year: int) -> None:
    roster = COLLEGE.on(date(year, 12, 19))
    electors = {seat.id: seat.weights["electors"].value for seat in roster.seats}
    assert len(electors) == 56
    assert sum(electors.values()) == 538
    assert electors["DC"] == 3
    assert [electors[code] for code in ("ME", "ME-1", "ME-2")] == [2, 1, 1]
    assert [electors[code] for code in ("NE", "NE-1", "NE-2", "NE-3")] == [2, 1, 1, 1]


def test_the_electors_of_each_state_are_those_of_the_table(shared_data: Path) -> None:
    with (shared_data / "us-electors-1788-2020.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if int(row["year"]) >= 1992]
    for year in (1992, 1996, 2000, 2004, 2008, 2012, 2016, 2020):
        counted: dict[str, Fraction] = {}
        for seat in COLLEGE.on(date(year, 12, 19)).seats:
            state = seat.name.split(" (")[0].replace("District of Columbia", "D.C.")
            counted[state] = counted.get(state, Fraction(0)) + seat.weights["electors"].value
        assert counted == {row["state"]: int(row["ev"]) for row in rows if int(row["year"]) == year}, year


def test_half_of_the_electors_is_no_majority_and_the_remark_says_what_follows() -> None:
    day = date(2024, 12, 17)
    electors = {seat.id: int(seat.weights["electors"].value) for seat in COLLEGE.on(day).seats}
    chosen: dict[int, tuple[str, ...]] = {0: ()}
    for code, number in electors.items():
        chosen |= {total + number: (*codes, code) for total, codes in chosen.items() if total + number not in chosen}
    for total, label in ((269, "insufficient votes"), (270, "adopted")):
        ballots: dict[str, Ballot] = dict.fromkeys(chosen[total], "yes")
        verdict = decide(COLLEGE, RollCall("us-electoral-college", day, ballots=ballots, others="no"))
        assert verdict.label == label
        assert any("House of Representatives chooses" in remark.text for remark in verdict.remarks)

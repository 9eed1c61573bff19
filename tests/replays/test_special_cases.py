"""Votes of the Security Council that an honest engine must get right; facts and sources stand in their table."""

import csv
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from psephos.body.rulebook import Rulebook, rulebook
from psephos.calls.rollcall import Ballot, RollCall, Tally, ballots_of
from psephos.decide.verdict import Verdict, decide


@dataclass(frozen=True)
class Case:
    """How one row of the table is put to psephos, and what must come of it."""

    label: str
    decision: str | None = None
    vetoed_by: tuple[str, ...] = ()
    others: str | None = "yes"
    tally: Tally | None = None
    ballots: dict[str, Ballot] = field(default_factory=dict)
    parties: tuple[str, ...] = ()
    otherwise: str = ""


def named(label: str, *, others: str = "yes", decision: str | None = None, otherwise: str = "", **cast: str) -> Case:
    """Ballots by name; what the others cast."""
    ballots = ballots_of({choice: members.split() for choice, members in cast.items() if choice != "vetoed_by"})
    return Case(label, decision, tuple(cast.get("vetoed_by", "").split()), others, None, ballots, (), otherwise)


def counted(label: str, tally: Tally, *, vetoed_by: str = "", decision: str | None = None, **cast: str) -> Case:
    """A tally, with the ballots of the members that are named."""
    ballots = ballots_of({choice: members.split() for choice, members in cast.items()})
    return Case(label, decision, tuple(vetoed_by.split()), None, tally, ballots)


CASES: dict[str, Case] = {
    "Russian draft on Gaza": named("insufficient votes", yes="CHN RUS ARE GAB", no="GBR USA", others="abstain"),
    "Brazilian draft on Gaza": named("vetoed", no="USA", abstain="GBR RUS", vetoed_by="USA"),
    "Korea res 82": named("adopted", abstain="YUG", absent="SUN"),
    "Korea res 83": named("adopted", no="YUG", not_participating="EGY IND", absent="SUN"),
    "Corfu Channel draft": counted(
        "vetoed", Tally.of(yes=7, no=2, abstain=1), no="SUN", not_participating="GBR", vetoed_by="SUN"
    ),
    "Corfu Channel res 22": named("adopted", abstain="POL SUN", not_participating="GBR"),
    "First veto: Levant": Case("", others=None, ballots={"SUN": "no"}),
    "Spanish question": Case("", "preliminary-question", others=None, ballots={"SUN": "no"}),
    "Czechoslovak question draft": counted("vetoed", Tally.of(yes=9, no=2), no="SUN", vetoed_by="SUN"),
    "Formosa invitation": named("adopted", no="CHN CUB USA", abstain="EGY", decision="procedural", otherwise="vetoed"),
    "Suez to General Assembly": counted(
        "adopted", Tally.of(yes=7, no=2, abstain=2), no="FRA GBR", decision="procedural"
    ),
    "Hungary to General Assembly": named("adopted", no="SUN", decision="procedural", otherwise="vetoed"),
    "Congo to General Assembly": counted("adopted", Tally.of(yes=8, no=2, abstain=1), no="SUN", decision="procedural"),
    "Afghanistan draft": counted("vetoed", Tally.of(yes=13, no=2), no="SUN", vetoed_by="SUN"),
    "Ukraine to General Assembly": named(
        "adopted", no="RUS", abstain="CHN IND ARE", decision="procedural", otherwise="vetoed"
    ),
    "DPRK agenda item": named("adopted", no="CHN RUS", abstain="TCD NGA", decision="procedural", otherwise="vetoed"),
    "Mid-East conference": named("adopted", abstain="FRA SUN GBR USA", not_participating="CHN"),
    "Ceasefire": named("adopted", not_participating="CHN"),
    "Rwanda seat empty": named("adopted", absent="RWA"),
    "Permanent member not participating": counted(
        "adopted", Tally.of(yes=11, no=0, abstain=3), not_participating="FRA"
    ),
    "Algeria stays out": counted("adopted", Tally.of(yes=12, no=0, abstain=2), not_participating="DZA"),
    "Four P5 abstain": named("adopted", abstain="CHN RUS GBR USA"),
    "Eight is not enough": counted("insufficient votes", Tally.of(yes=8, no=2, abstain=5), no="AUS USA"),
    "Admission of Bangladesh": counted("vetoed", Tally.of(yes=11, no=1, abstain=3), no="CHN", vetoed_by="CHN"),
    "Admission of Viet Nam": named("vetoed", no="USA", vetoed_by="USA"),
    "Admission of Japan": named("vetoed", no="SUN", vetoed_by="SUN"),
    "Secretary-General": named("vetoed", no="USA", vetoed_by="USA"),
    "ICJ election": counted("adopted", Tally.of(yes=8, no=7), decision="judge-election"),
    "Amendment vote": counted("adopted", Tally.of(yes=9, no=0, abstain=6)),
    "Written procedure": named("vetoed", no="CHN RUS", vetoed_by="CHN RUS"),
}


@pytest.fixture(scope="module")
def council() -> Rulebook:
    return rulebook("unsc")


@pytest.fixture(scope="module")
def rows(shared_data: Path) -> dict[str, dict[str, str]]:
    with (shared_data / "security-council-special-cases.csv").open(encoding="utf-8", newline="") as file:
        return {row["case"]: row for row in csv.DictReader(file)}


def verdict_of(case: Case, row: dict[str, str], council: Rulebook, decision: str | None) -> Verdict:
    call = RollCall(
        "unsc",
        date.fromisoformat(row["date"]),
        decision=decision,
        ballots=case.ballots,
        others=case.others,
        tally=case.tally,
        parties=case.parties,
        source=row["source"],
    )
    return decide(council, call)


def test_every_row_of_the_table_is_a_test(rows: dict[str, dict[str, str]]) -> None:
    assert set(rows) == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_the_special_case_is_decided_as_it_was(name: str, rows: dict[str, dict[str, str]], council: Rulebook) -> None:
    case, row = CASES[name], rows[name]
    verdict = verdict_of(case, row, council, case.decision)
    negative = any(sign in row["outcome"] for sign in ("vetoed", "vetoes", "not adopted"))
    assert verdict.outcome == ("not adopted" if negative else "adopted")
    if case.label:
        assert verdict.label == case.label
    assert set(verdict.vetoed_by) == set(case.vetoed_by)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.label and name != "ICJ election"])
def test_the_figures_are_those_of_the_table(name: str, rows: dict[str, dict[str, str]], council: Rulebook) -> None:
    case, row = CASES[name], rows[name]
    verdict = verdict_of(case, row, council, case.decision)
    for choice in ("yes", "no", "abstain"):
        if found := re.match(r"\d+", row[choice]):
            assert verdict.tally[choice] == int(found[0]), choice


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.otherwise])
def test_a_procedural_vote_taken_as_substantive_would_be_vetoed(
    name: str, rows: dict[str, dict[str, str]], council: Rulebook
) -> None:
    assert verdict_of(CASES[name], rows[name], council, None).label == CASES[name].otherwise


def test_electing_a_judge_takes_eight_votes_and_knows_no_veto(council: Rulebook) -> None:
    day = date(2023, 11, 9)
    ballots = ballots_of({"no": ["CHN", "FRA", "GBR", "RUS", "USA", "ALB", "BRA"]})
    call = RollCall("unsc", day, decision="judge-election", ballots=ballots, others="yes")
    assert decide(council, call).outcome == "adopted"
    short = RollCall("unsc", day, decision="judge-election", ballots={**ballots, "ECU": "no"}, others="yes")
    assert decide(council, short).outcome == "not adopted"

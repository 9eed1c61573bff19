from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psephos.body.rulebook import rulebook
from psephos.calls.rollcall import RollCall, Tally
from psephos.decide.verdict import decide
from psephos.replay.chamber import Chamber
from psephos.replay.timeline import replay_calls

UNSC = rulebook("unsc")
CHAMBER = Chamber(UNSC)
DAY = date(2023, 10, 25)
PLAIN = RollCall("unsc", DAY, others="yes", recorded_outcome="adopted")


def status(call: RollCall) -> str:
    return replay_calls([call], CHAMBER)[0].status


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (PLAIN, "confirmed"),
        (replace(PLAIN, recorded_outcome="not adopted"), "contradicted"),
        (replace(PLAIN, ballots={"CHN": "no"}), "conditional"),
        (replace(PLAIN, ballots={"CHN": "no"}, recorded_label="Adopted unanimously"), "contradicted"),
        (replace(PLAIN, ballots={"CHN": "no"}, recorded_label="vetoed", recorded_outcome="not adopted"), "confirmed"),
        (replace(PLAIN, ballots={"CHN": "no"}, decision="procedural"), "confirmed"),
        (replace(PLAIN, ballots={"IND": "no"}), "unusable"),
        (replace(PLAIN, recorded_outcome=""), "unusable"),
        (replace(PLAIN, recorded_outcome="", resolution="S/RES/2712 (2023)"), "confirmed"),
        (replace(PLAIN, day=date(1945, 1, 1)), "unusable"),
        (replace(PLAIN, method="without a vote"), "consistent"),
        (replace(PLAIN, method="without a vote", ballots={"BRA": "abstain"}), "contradicted"),
        (replace(PLAIN, others=None, tally=Tally.of(yes=9, no=2, abstain=4)), "consistent"),
        (replace(PLAIN, others=None, tally=Tally.of(yes=8, no=2, abstain=5)), "contradicted"),
        (replace(PLAIN, others=None, tally=Tally.of(yes=16)), "unusable"),
        (replace(PLAIN, others=None), "unusable"),
        (replace(PLAIN, others=None, recorded_label="Adopted unanimously"), "consistent"),
        (replace(PLAIN, others=None, method="without a vote"), "consistent"),
    ],
)
def test_the_five_statuses(call: RollCall, expected: str) -> None:
    assert status(call) == expected


def test_why_a_call_is_unusable_is_said() -> None:
    entry = replay_calls([replace(PLAIN, ballots={"IND": "no"})], CHAMBER)[0]
    assert entry.strangers == ("IND",)
    assert "IND did not sit" in entry.problem


def test_seats_without_a_row_are_named() -> None:
    call = RollCall("unsc", DAY, ballots={"FRA": "yes"}, others="not_voting", recorded_outcome="not adopted", rows=(2,))
    entry = replay_calls([call], CHAMBER)[0]
    assert len(entry.lacking) == 14
    assert entry.status == "confirmed"


@given(
    st.dates(date(1946, 1, 17), date(2027, 12, 31)),
    st.lists(st.sampled_from(["yes", "no", "abstain", "absent", "not_participating"]), min_size=15, max_size=15),
)
def test_the_fast_way_decides_as_the_plain_way(day: date, cast: list[str]) -> None:
    members = UNSC.on(day).ids
    call = RollCall("unsc", day, ballots=dict(zip(members, cast, strict=False)), others="not_voting")
    fast, plain = CHAMBER.decide(call), decide(UNSC, call)
    assert (fast.label, fast.tally, fast.vetoed_by) == (plain.label, plain.tally, plain.vetoed_by)
    assert fast.reasons == plain.reasons
    assert fast.roster == plain.roster


@given(st.integers(0, 15), st.integers(0, 15))
def test_a_tally_is_decided_alike_the_second_time(yes: int, no: int) -> None:
    tally = Tally.of(yes=min(yes, 15 - min(no, 15)), no=min(no, 15))
    call = RollCall("unsc", DAY, tally=tally)
    plain = decide(UNSC, call)
    for _ in range(2):
        fast = CHAMBER.decide(call)
        assert (fast.outcome, fast.label, fast.tally) == (plain.outcome, plain.label, plain.tally)


def test_every_day_lies_in_the_term_that_names_its_members() -> None:
    for term in CHAMBER.terms():
        assert set(UNSC.on(term.since).ids) == set(term.roster.ids)
    assert CHAMBER.term(date(1991, 12, 23)).holds("SUN")
    assert CHAMBER.term(date(1991, 12, 24)).holds("RUS")
    assert not CHAMBER.term(date(1980, 1, 6)).holds("MEX")


@pytest.mark.parametrize(
    ("body", "yes", "no", "outcome", "decision", "status", "others"),
    [
        ("unga", 60, 40, "not adopted", None, "conditional", ("two-thirds", "charter-amendment")),
        ("unga", 60, 40, "not adopted", "simple", "contradicted", ()),
        ("unga", 40, 60, "adopted", None, "contradicted", ()),
        ("unga", 60, 40, "adopted", None, "consistent", ()),
        ("us-senate", 54, 44, "not adopted", None, "conditional", ("cloture", "budget-waiver")),
        ("us-senate", 98, 1, "not adopted", None, "contradicted", ()),
        ("unsc", 15, 0, "not adopted", None, "contradicted", ()),
    ],
)
def test_what_took_more_than_the_usual_decision_is_conditional(
    body: str, yes: int, no: int, outcome: str, decision: str | None, status: str, others: tuple[str, ...]
) -> None:
    day = date(2005, 9, 22)
    tally = Tally.of(yes=yes, no=no)
    call = RollCall(body, day, decision=decision, tally=tally, recorded_label=outcome)
    entry = replay_calls([call], Chamber(rulebook(body)))[0]
    assert entry.status == status
    assert set(others) <= set(entry.only_as)
    assert bool(others) is bool(entry.only_as)

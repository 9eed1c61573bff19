"""Two public tables of Security Council votes, replayed whole: what agrees, what is wrong in them, and why it shows."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from psephos.calls.archive import read_calls
from psephos.calls.formats.shape import Archive
from psephos.replay.audit import Replay, replay
from psephos.replay.findings import Finding
from psephos.replay.reconcile import reconcile


@pytest.fixture(scope="module")
def checked(shared_data: Path) -> Replay:
    return replay(read_calls(shared_data / "security-council-rollcalls-1994-2009-checked.csv"))


@pytest.fixture(scope="module")
def found(shared_data: Path) -> Replay:
    return replay(read_calls(shared_data / "security-council-votes-1994-2009.xlsx"))


@pytest.fixture(scope="module")
def early(shared_data: Path) -> Archive:
    return read_calls(shared_data / "security-council-outcomes-1946-1993.csv")


@pytest.fixture(scope="module")
def yearly(early: Archive) -> Replay:
    return replay(early)


@pytest.fixture(scope="module")
def known(shared_data: Path) -> dict[str, str]:
    path = shared_data / "security-council-votes-1994-2009-known-faults.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["reason"] for row in csv.DictReader(file)}


def faulty(replayed: Replay) -> dict[str, list[Finding]]:
    """The findings that call a vote faulty, by vote; swapped dates aside."""
    gathered: dict[str, list[Finding]] = {}
    for finding in replayed.findings:
        if finding.vote and finding.severity != "note" and finding.kind != "day-month-swapped":
            gathered.setdefault(finding.vote, []).append(finding)
    return gathered


def test_the_checked_roll_calls_are_all_confirmed(checked: Replay) -> None:
    assert checked.counts["confirmed"] == len(checked.entries) == 971
    assert Counter(entry.verdict.label for entry in checked.entries if entry.verdict) == {
        "adopted": 949,
        "vetoed": 21,
        "insufficient votes": 1,
    }


def test_every_vote_of_the_spreadsheet_is_read(found: Replay) -> None:
    assert len(found.entries) == 1039
    assert sum(found.counts.values()) == 1039
    assert found.archive.rows == 15565
    assert found.archive.faults == ()
    assert next(entry for entry in found.entries if entry.name == "1").call.meeting == "S/PV.3326"


def test_every_known_fault_of_the_spreadsheet_is_found(found: Replay, known: dict[str, str]) -> None:
    assert sorted(set(known) - set(faulty(found))) == []


def test_hardly_any_sound_vote_is_called_faulty(found: Replay, checked: Replay) -> None:
    sound = {entry.name for entry in checked.entries}
    wrongly = set(faulty(found)) & sound
    assert len(wrongly) <= len(sound) // 100
    # These six do contradict themselves: three labels, a pair with one draft symbol, a meeting number.
    assert wrongly == {"701", "800", "805", "817", "818", "889"}


def test_ballots_of_another_roll_call_are_told_from_a_wrong_outcome(found: Replay, known: dict[str, str]) -> None:
    kinds = {vote: {finding.kind for finding in findings} for vote, findings in faulty(found).items()}
    for vote, reason in known.items():
        if reason.startswith("outcome-wrong"):
            assert "same-draft-two-outcomes" in kinds[vote], vote
            assert "ballots-of-another-roll-call" not in kinds[vote], vote
        elif "votes-belong-to-another-draft" in reason:
            assert kinds[vote] & {"ballots-of-another-roll-call", "voters-of-another-year"}, vote


def test_where_rows_are_missing_that_is_told_besides(found: Replay, known: dict[str, str]) -> None:
    kinds = {"seat-without-ballot", "truncated-record"}
    short = {finding.vote for finding in found.findings if finding.kind in kinds}
    assert {vote for vote, reason in known.items() if "fewer-than-15-rows" in reason or "12 rows" in reason} <= short


def test_the_pasted_list_is_recognised(found: Replay) -> None:
    cause = next(f.cause for f in found.findings if f.vote == "81" and f.kind == "ballots-of-another-roll-call")
    assert "votes 104 to 1014" in cause
    assert "Not adopted - veto" in cause


@pytest.mark.parametrize(
    ("vote", "kind", "words"),
    [
        ("206", "ballots-of-another-roll-call", "vote 212"),
        ("226", "voters-of-another-year", "sat in 1977"),
        ("348", "voters-of-another-year", "sat in 2000"),
        ("423", "truncated-record", "Argentina, Mali, Tunisia"),
        ("423", "nothing-to-identify-it", "S/PV.4164"),
        ("506", "ballots-of-another-roll-call", "vote 545"),
        ("805", "label-contradicts-tally", "12-0-3"),
        ("889", "meeting-out-of-order", "5560"),
    ],
)
def test_the_evidence_says_what_shows_it(found: Replay, vote: str, kind: str, words: str) -> None:
    told = [finding for finding in found.findings if finding.vote == vote and finding.kind == kind]
    assert any(words in finding.evidence for finding in told)
    assert all(finding.row and finding.sheet == "Sheet1" and finding.remedy for finding in told)


def test_the_missing_resolution_number_is_offered(found: Replay) -> None:
    told = [finding for finding in found.findings if finding.kind == "resolution-out-of-order"]
    assert [(finding.vote, finding.remedy) for finding in told] == [
        ("550", "1425 is missing from the table, and belongs there")
    ]


def test_every_swapped_date_is_told_and_no_other(found: Replay, checked: Replay) -> None:
    written = {entry.name: entry.call.day for entry in found.entries}
    true = {entry.name: entry.call.day for entry in checked.entries}
    swapped = {finding.vote for finding in found.findings if finding.kind == "day-month-swapped"}
    assert {vote for vote in true if written[vote] != true[vote]} == swapped & set(true)


def test_adopted_without_a_vote_is_not_all_in_favour(found: Replay) -> None:
    silent = [entry for entry in found.entries if entry.claim.without_a_vote and not entry.strangers]
    assert {entry.verdict.label for entry in silent if entry.verdict} == {"adopted without a vote"}
    assert {entry.status for entry in silent} == {"consistent"}
    told = next(finding for finding in found.findings if finding.kind == "without-a-vote")
    assert set(told.votes) == {entry.name for entry in silent}


def test_against_another_source_the_swapped_dates_show_again(found: Replay, checked: Replay) -> None:
    told = reconcile(found.archive.calls, checked.archive.calls, "checked.csv")
    assert Counter(finding.evidence.split(":")[0] for finding in told if finding.vote) == {"day": 180}


# The outcomes of 1946 to 1993: tallies without names.

TRUE_EXCEPTIONS = {
    ("S/10768", "label-contradicts-ballots"): "3-3-9 is no veto: the votes were too few without the one against",
    ("S/RES/663", "resolution-out-of-order"): "13-2-0 on 13 September 1990 is resolution 666; 663 is of 14 August",
    ("S/RES/701", "resolution-out-of-order"): "30 May 1991 is resolution 695; 701 is of 31 July",
    ("S/5407", "same-roll-call-twice"): "the veto of 3 September 1963 is entered again under 13 September",
    ("S/11400", "same-roll-call-twice"): "the veto of 31 July 1974 is entered again under 30 October",
}
"""What is wrong in the yearly tables themselves, and how the other entries show it."""


def test_the_outcomes_of_1946_to_1993_are_consistent_but_for_true_exceptions(yearly: Replay) -> None:
    grave = [finding for finding in yearly.findings if finding.severity != "note" and finding.kind != "cell"]
    assert {(finding.vote, finding.kind) for finding in grave} == set(TRUE_EXCEPTIONS)
    assert yearly.counts["contradicted"] == 1
    assert [entry.name for entry in yearly.entries if entry.status == "contradicted"] == ["S/10768"]
    unusable = {
        entry.name: entry.problem.removeprefix("the record states ") for entry in yearly.entries if entry.problem
    }
    nothing = dict.fromkeys(["S/1148", "S/1077", "S/RES/591"], "neither ballots nor figures")
    assert unusable == {"S/507": "no outcome", "S/1076": "no outcome", **nothing}


def test_the_missing_numbers_are_offered_for_the_mistyped(yearly: Replay) -> None:
    told = {f.vote: f.remedy for f in yearly.findings if f.kind == "resolution-out-of-order"}
    assert told["S/RES/663"].startswith("666 is missing")
    assert told["S/RES/701"].startswith("695 is missing")


def test_rows_without_a_date_are_told_together_and_the_rest_is_kept(early: Archive) -> None:
    assert [fault.line for fault in early.faults] == [82, 93, 102, 106, 121, 125]
    assert len(early.calls) == 1123 - 6


def test_a_tally_is_consistent_and_never_confirmed(yearly: Replay) -> None:
    entries = yearly.entries
    assert {entry.status for entry in entries if entry.call.tally} <= {"consistent", "contradicted"}
    # Four vetoes of 1946 are known by the member alone: that ballot decides.
    confirmed = [entry for entry in entries if entry.status == "confirmed"]
    assert {entry.call.day.year for entry in confirmed} == {1946}
    assert {tuple(entry.call.ballots) for entry in confirmed} == {("SUN",)}


def test_the_outcomes_reconciled_with_the_list_of_vetoes(early: Archive, shared_data: Path) -> None:
    vetoes = read_calls(shared_data / "security-council-vetoes-1946-2022.csv")
    told = reconcile(early.calls, vetoes.calls, vetoes.file)
    assert {finding.vote: finding.evidence.partition(" in ")[0] for finding in told if finding.vote} == {
        "S/13729": "day: 1980-01-07 here, 1980-01-09",
        "S/13735": "day: 1980-01-11 here, 1980-01-13",
    }

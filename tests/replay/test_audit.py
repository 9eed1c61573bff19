"""One fault put into a sound table is found, named for what it is, and nothing else is called faulty."""

from dataclasses import replace
from datetime import date

import pytest

from psephos.body.rulebook import Rulebook, rulebook
from psephos.calls.rollcall import RollCall, Tally
from psephos.replay.findings import KINDS
from tests.replay.sample import changed, found, grave, sound


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return rulebook("unsc")


@pytest.fixture(scope="module")
def calls(book: Rulebook) -> list[RollCall]:
    return sound(book)


def first(calls: list[RollCall], label: str, start: int = 60) -> int:
    """The place of the first roll call from `start` on with this label."""
    return next(place for place in range(start, len(calls)) if calls[place].recorded_label == label)


def test_a_sound_table_has_no_findings(calls: list[RollCall], book: Rulebook) -> None:
    assert found(calls, book) == ()


@pytest.mark.parametrize("seed", range(5))
def test_no_sound_table_has_findings(seed: int, book: Rulebook) -> None:
    assert found(sound(book, seed), book) == ()


def test_a_wrong_outcome(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    wrong = changed(calls, place, recorded_outcome="not adopted", recorded_label="Not adopted - veto")
    assert grave(wrong, book) == {calls[place].id: {"outcome-contradicts-ballots"}}


def test_adopted_over_a_permanent_member_holds_only_if_procedural(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Not adopted - veto")
    told = grave(changed(calls, place, recorded_outcome="adopted", recorded_label="Adopted by majority"), book)
    assert told == {calls[place].id: {"only-if-procedural"}}


def test_vetoed_said_of_too_few_votes(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Not adopted - failed")
    told = grave(changed(calls, place, recorded_label="Not adopted - veto"), book)
    assert told == {calls[place].id: {"label-contradicts-ballots"}}


@pytest.mark.parametrize(
    ("label", "instead"),
    [("Adopted unanimously", "Adopted by majority"), ("Adopted by majority", "Adopted unanimously")],
)
def test_a_label_unequal_to_the_tally(calls: list[RollCall], book: Rulebook, label: str, instead: str) -> None:
    place = first(calls, label)
    told = grave(changed(calls, place, recorded_label=instead), book)
    assert told == {calls[place].id: {"label-contradicts-tally"}}


def test_without_a_vote_and_yet_abstentions(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted by majority")
    wrong = changed(calls, place, recorded_label="Adopted by consensus", method="without a vote")
    assert grave(wrong, book) == {calls[place].id: {"label-contradicts-tally"}}


def test_without_a_vote_with_rows_in_favour_is_noted(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    told = found(changed(calls, place, recorded_label="Adopted by consensus", method="without a vote"), book)
    assert [(finding.kind, finding.severity, finding.votes) for finding in told] == [
        ("without-a-vote", "note", (calls[place].id,))
    ]


def test_a_stated_tally_unequal_to_the_ballots(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    told = grave(changed(calls, place, recorded_tally=Tally.of(yes=14, no=0, abstain=1)), book)
    assert told == {calls[place].id: {"tally-contradicts-ballots"}}


def test_a_tally_larger_than_the_roster(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    told = grave(changed(calls, place, ballots={}, others=None, tally=Tally.of(yes=16)), book)
    assert told == {calls[place].id: {"tally-does-not-fit"}}


def test_a_voter_that_did_not_sit(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted by majority")
    ballots = dict(calls[place].ballots)
    ballots["MLT"] = ballots.pop(
        next(member for member in ballots if member not in ("CHN", "FRA", "GBR", "RUS", "USA"))
    )
    assert grave(changed(calls, place, ballots=ballots), book) == {calls[place].id: {"voter-not-seated"}}


def test_the_members_of_another_year(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    other = dict.fromkeys(book.on(date(1977, 6, 1)).ids, "yes")
    told = grave(changed(calls, place, ballots=other), book)
    assert told == {calls[place].id: {"voters-of-another-year"}}
    evidence = next(f.evidence for f in found(changed(calls, place, ballots=other), book) if f.vote == calls[place].id)
    assert "sat in 1977" in evidence


def test_one_empty_seat_is_only_noted(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted by majority")
    ballots = dict(calls[place].ballots)
    ballots.pop(next(member for member, cast in ballots.items() if cast == "yes"))
    told = found(changed(calls, place, ballots=ballots), book)
    assert [(finding.kind, finding.severity, finding.votes) for finding in told] == [
        ("seat-without-ballot", "note", (calls[place].id,))
    ]


def test_one_empty_seat_beside_unanimously_is_a_missing_row(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    ballots = dict(list(calls[place].ballots.items())[1:])
    assert grave(changed(calls, place, ballots=ballots), book) == {calls[place].id: {"seat-without-ballot"}}


def test_a_truncated_record(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    ballots = dict(list(calls[place].ballots.items())[3:])
    assert grave(changed(calls, place, ballots=ballots), book) == {calls[place].id: {"truncated-record"}}


def test_the_same_draft_with_another_outcome(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Not adopted - veto")
    copy = replace(calls[place], id="copy", recorded_outcome="adopted", recorded_label="Adopted unanimously")
    told = grave([*calls[:40], copy, *calls[40:]], book)
    assert told == {"copy": {"same-draft-two-outcomes", "outcome-contradicts-ballots"}}


@pytest.mark.parametrize("label", ["Adopted by majority", "Adopted unanimously"])
def test_the_same_roll_call_twice(calls: list[RollCall], book: Rulebook, label: str) -> None:
    place = first(calls, label)
    told = grave([*calls, replace(calls[place], id="copy")], book)
    assert told == {"copy": {"same-roll-call-twice"}}


def test_one_resolution_and_one_draft_with_two_divisions(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted by majority")
    other = replace(calls[place], id="copy", ballots=dict(calls[place].ballots) | {"RUS": "abstain"})
    told = grave([*calls, other], book)
    assert told["copy"] == told[calls[place].id] == {"same-resolution-twice"}


def test_fewer_ballots_than_seats_are_told_of_voters_of_another_year_too(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    other = dict.fromkeys(book.on(date(1977, 6, 1)).ids[:13], "yes")
    wrong = changed(calls, place, ballots=other)
    assert grave(wrong, book) == {calls[place].id: {"voters-of-another-year", "truncated-record"}}
    assert "13 ballots where 15 members sat" in {finding.evidence for finding in found(wrong, book)}


def test_the_same_draft_under_two_resolutions(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    told = grave(changed(calls, place, symbol=calls[place - 2].symbol), book)
    assert told == {calls[place].id: {"same-draft-twice"}, calls[place - 2].id: {"same-draft-twice"}}


@pytest.mark.parametrize("by", [3, -4])
def test_a_stretch_of_ballots_shifted(calls: list[RollCall], book: Rulebook, by: int) -> None:
    start = next(place for place in range(30, 100) if calls[place].day.timetuple().tm_yday < 40) + 5
    stretch = range(start, start + 24)
    moved = [replace(c, ballots=calls[n + by].ballots) if n in stretch else c for n, c in enumerate(calls)]
    told = found(moved, book)
    off = [finding for finding in told if finding.kind == "ballots-of-another-roll-call"]
    differing = [n for n in stretch if calls[n].ballots != calls[n + by].ballots]
    assert {finding.vote for finding in off} == {calls[n].id for n in differing}
    assert all(f"{abs(by)} places" in finding.evidence for finding in off)
    assert {finding.kind for finding in told} == {"ballots-of-another-roll-call"}


def test_two_neighbours_exchanged(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted by majority")
    one, other = calls[place], calls[place + 1]
    told = grave(changed(changed(calls, place, ballots=other.ballots), place + 1, ballots=one.ballots), book)
    assert told == {one.id: {"ballots-of-another-roll-call"}, other.id: {"ballots-of-another-roll-call"}}


def test_a_list_of_vetoes_pasted_over_other_rows(calls: list[RollCall], book: Rulebook) -> None:
    vetoes = [call for call in calls if call.recorded_label == "Not adopted - veto"][3:6]
    places = [first(calls, "Adopted unanimously", start) for start in (20, 22, 25)]
    pasted = calls
    for place, veto in zip(places, vetoes, strict=True):
        pasted = changed(pasted, place, ballots=veto.ballots)
    told = [finding for finding in found(pasted, book) if finding.kind == "ballots-of-another-roll-call"]
    assert {finding.vote for finding in told} == {calls[place].id for place in places}


def test_day_and_month_exchanged(calls: list[RollCall], book: Rulebook) -> None:
    place = next(n for n, c in enumerate(calls) if c.day.day <= 12 and abs(c.day.day - c.day.month) > 3 and n > 20)
    day = calls[place].day
    told = grave(changed(calls, place, day=date(day.year, day.day, day.month)), book)
    assert told == {calls[place].id: {"day-month-swapped"}}


def test_a_wrong_month(calls: list[RollCall], book: Rulebook) -> None:
    place = next(n for n, call in enumerate(calls) if call.day.day > 12 and 2 < call.day.month < 8 and n > 20)
    told = grave(changed(calls, place, day=calls[place].day.replace(month=12)), book)
    assert told == {calls[place].id: {"date-out-of-order"}}


def test_a_wrong_year_is_a_wrong_date_and_no_wrong_roster(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously", 100)
    day = calls[place].day
    wrong = changed(calls, place, day=day.replace(year=day.year - 2))
    assert grave(wrong, book) == {calls[place].id: {"date-out-of-order"}}
    told = next(finding for finding in found(wrong, book) if finding.vote)
    assert (told.severity, told.remedy) == ("error", f"{day.isoformat()} would lie between")


def test_a_mistyped_resolution_number(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    number = int(calls[place].resolution[6:10])
    wrong = changed(calls, place, resolution=f"S/RES/{number % 1000} ({calls[place].day.year})")
    assert grave(wrong, book) == {calls[place].id: {"resolution-out-of-order"}}
    told = next(finding for finding in found(wrong, book) if finding.vote)
    assert told.remedy == f"{number} is missing from the table, and belongs there"


def test_one_resolution_number_twice(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    told = grave(changed(calls, place, resolution=calls[place - 1].resolution), book)
    assert told == {calls[place].id: {"same-resolution-twice"}}


def test_one_resolution_number_twice_and_none_missing(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    extra = replace(calls[place], id="extra", symbol="S/2004/999", meeting="")
    told = grave([*calls[: place + 1], extra, *calls[place + 1 :]], book)
    assert told == {calls[place].id: {"same-resolution-twice"}, "extra": {"same-resolution-twice"}}


def test_a_mistyped_meeting_number(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    number = int(calls[place].meeting[5:])
    told = grave(changed(calls, place, meeting=f"S/PV.{number + 100}"), book)
    assert told == {calls[place].id: {"meeting-out-of-order"}}


def test_nothing_to_identify_the_draft(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    told = grave(changed(calls, place, resolution="", symbol=""), book)
    assert told == {calls[place].id: {"nothing-to-identify-it"}}


def test_a_table_that_never_gives_symbols_lacks_none(calls: list[RollCall], book: Rulebook) -> None:
    assert grave([replace(call, resolution="", symbol="") for call in calls], book) == {}


def test_a_record_that_took_more_says_which_decisions_it_would_be() -> None:
    assembly = rulebook("unga")
    tally = Tally.of(yes=60, no=40)
    call = RollCall("unga", date(2005, 9, 22), id="1", tally=tally, recorded_outcome="not adopted")
    told = [finding for finding in found([call], assembly) if finding.kind == "only-if-another-decision"]
    assert [finding.cause for finding in told] == [
        "either it took more (two-thirds, charter-amendment), or the record is wrong"
    ]


def test_a_slip_in_the_year_of_a_symbol_is_only_noted(calls: list[RollCall], book: Rulebook) -> None:
    place = first(calls, "Adopted unanimously")
    number = calls[place].resolution[6:10]
    told = found(changed(calls, place, resolution=f"S/RES/{number} (1899)"), book)
    assert [(finding.kind, finding.severity, finding.votes) for finding in told] == [
        ("year-disagrees", "note", (calls[place].id,))
    ]


def test_a_day_that_is_not_covered_is_unusable(calls: list[RollCall], book: Rulebook) -> None:
    told = found([replace(calls[0], day=date(1945, 1, 1), meeting="", resolution="", symbol="S/1")], book)
    assert [finding.kind for finding in told] == ["not-decided"]
    assert "1945-01-01" in told[0].evidence


def test_where_absence_is_a_missing_row_empty_seats_are_no_findings(calls: list[RollCall], book: Rulebook) -> None:
    thinned = [replace(c, ballots=dict(list(c.ballots.items())[:-1]), recorded_label="adopted") for c in calls[:9]]
    assert [finding.kind for finding in found(thinned, book) if finding.kind.startswith(("seat", "trunc"))] == []


def test_every_kind_has_its_meaning() -> None:
    assert all(meaning.text and meaning.severity in ("error", "warning", "note") for meaning in KINDS.values())

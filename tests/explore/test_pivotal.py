from datetime import date
from itertools import product
from pathlib import Path

import pytest

from psephos.calls.archive import read_calls
from psephos.calls.rollcall import RollCall, Tally, roll_call
from psephos.errors import UsageError
from psephos.explore.flips import flips
from psephos.explore.pivotal import pivotality

DAY = "2023-10-25"
VETOED = roll_call("unsc", DAY, no=["CHN", "RUS", "ARE"], abstain=["BRA", "MOZ"], others="yes")
LONE = roll_call("unsc", "2023-10-18", no=["USA"], abstain=["GBR", "RUS"], others="yes")
NINE = roll_call("unsc", DAY, no=["GBR"], yes=["CHN", "FRA"], others="abstain")


def test_records_are_the_sums_of_flips() -> None:
    calls = [VETOED, LONE, NINE, VETOED]
    found = pivotality(calls)
    assert (found.votes, dict(found.left_out)) == (4, {})
    for one in found.members:
        each = [flips("unsc", call) for call in calls]
        assert one.alone == sum(one.member in flip.alone for flip in each)
        assert one.in_every == sum(one.member in flip.in_every_set for flip in each)
        assert one.in_smallest == sum(one.member in flip.in_some_set for flip in each)
    assert found.members[0].member in ("USA", "CHN", "RUS")
    assert list(found.sizes) == sorted(size for size in found.sizes if size is not None)


def test_votes_that_do_not_say_who_are_left_out_and_counted() -> None:
    day = date(2023, 10, 25)
    calls = [
        VETOED,
        RollCall("unsc", day, tally=Tally.of(yes=15)),
        RollCall("unsc", day, tally=Tally.of(yes=10, no=5)),
        RollCall("unsc", day, method="without a vote"),
        RollCall("unsc", day, ballots={"CHN": "no"}),
        RollCall("unsc", date(1940, 1, 1), others="yes"),
        RollCall("unsc", day, ballots={"DEU": "no"}, others="yes"),
    ]
    found = pivotality(calls)
    # Fifteen in favour names everybody.
    assert found.votes == 2
    assert dict(found.left_out) == {
        "tally only": 1,
        "without a vote": 1,
        "open ballots": 1,
        "DayNotCovered": 1,
        "NotSeated": 1,
    }


def test_permitted_changes_and_the_table() -> None:
    found = pivotality([LONE, VETOED], changes={"no": ["abstain"]})
    table = found.to_polars()
    assert table.columns == ["body", "member", "votes", "alone", "in_smallest", "in_every"]
    assert table.row(0) == ("unsc", "USA", 2, 1, 1, 1)
    assert table["in_every"].sum() == 3
    with pytest.raises(UsageError, match="DEU cast no ballot in these votes"):
        found.member("DEU")


def test_an_archive(tmp_path: Path) -> None:
    rows = ["vote,body,date,member,ballot"]
    codes = ["ALB", "BRA", "CHE", "CHN", "ECU", "FRA", "GAB", "GBR", "GHA", "JPN", "MLT", "MOZ", "RUS", "ARE", "USA"]
    for number, code in product(range(3), codes):
        ballot = "no" if code in codes[number : number + 1] else "yes"
        rows.append(f"{number},unsc,2023-10-{10 + number},{code},{ballot}")
    table = tmp_path / "votes.csv"
    table.write_text("\n".join(rows), "utf-8")
    found = pivotality(read_calls(table).calls)
    assert found.votes == 3
    assert found.member("CHN").alone == 3
    assert found.member("ALB").alone == 0

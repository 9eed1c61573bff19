import json
from pathlib import Path

import pytest

from psephos.show.cli import run

CODES = ["ALB", "BRA", "CHE", "CHN", "ECU", "FRA", "GAB", "GBR", "GHA", "JPN", "MLT", "MOZ", "RUS", "ARE", "USA"]


@pytest.fixture
def table(tmp_path: Path) -> str:
    """Three votes: China alone against; then China and the Russian Federation; then Germany, which had no seat."""
    against = [("CHN",), ("CHN", "RUS"), ("DEU",)]
    rows = ["vote,body,date,member,ballot"]
    for number, no in enumerate(against):
        codes = dict.fromkeys([*CODES, *no])
        rows += [f"{number},unsc,2023-10-{10 + number},{code},{'no' if code in no else 'yes'}" for code in codes]
    path = tmp_path / "votes.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return str(path)


def test_who_could_have_turned_how_many(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pivotal", table]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("2 votes with the ballots of every member")
    assert lines[1] == "Left out: 1 with ballots of members not seated that day."
    assert [line.split() for line in lines[2:4]] == [
        ["turned", "by", "1", "ballot", "at", "the", "fewest", "1", "vote"],
        ["turned", "by", "2", "ballots", "at", "the", "fewest", "1", "vote"],
    ]
    assert lines[5].split() == ["member", "votes", "alone", "in", "every", "set", "in", "some", "set"]
    assert lines[6].split() == ["China", "2", "1", "2", "2"]
    assert lines[7].split() == ["Russian", "Federation", "2", "0", "1", "1"]


def test_the_same_in_json_and_with_permitted_changes(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pivotal", table, "--json", "--change", "yes=no"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["sizes"] == [{"size": None, "votes": 2}]
    assert (record["votes"], record["left_out"]) == (2, {"NotSeated": 1})
    assert all(one["alone"] == 0 for one in record["members"])


def test_a_table_that_is_none(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["pivotal", str(tmp_path / "none.csv")]) == 2
    assert "there is no such file" in capsys.readouterr().err

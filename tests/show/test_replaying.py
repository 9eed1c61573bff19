import json
from pathlib import Path

import jsonschema
import pytest

from psephos.show.cli import run

SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "replay.schema.json"

TABLE = """id,date,resolution,meeting,draft,outcome,member,vote
"""


def table(folder: Path, *, outcome: str = "adopted") -> Path:
    """One roll call of 10 January 2020: eleven in favour, four permanent members abstaining."""
    yes = ("BEL", "DEU", "DOM", "EST", "FRA", "IDN", "NER", "TUN", "VCT", "VNM", "ZAF")
    ballots = [(member, "Y") for member in yes] + [(member, "A") for member in ("CHN", "GBR", "RUS", "USA")]
    rows = [f"1,2020-01-10,S/RES/2504,S/PV.8700,S/2020/24,{outcome},{member},{vote}" for member, vote in ballots]
    path = folder / "votes.csv"
    path.write_text(TABLE + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_the_json_is_as_published_and_the_five_sum_to_the_calls(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["replay", str(table(tmp_path)), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    jsonschema.validate(record, json.loads(SCHEMA.read_text(encoding="utf-8")))
    statuses = ("confirmed", "consistent", "conditional", "contradicted", "unusable")
    assert sum(record[status] for status in statuses) == record["calls"] == 1
    assert record["findings"] == []


def test_findings_end_with_code_1_only_when_strict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = str(table(tmp_path, outcome="vetoed"))
    assert run(["replay", wrong]) == 0
    assert "outcome-contradicts-ballots: 1 roll call" in capsys.readouterr().out
    assert run(["replay", wrong, "--strict"]) == 1


def test_a_table_without_calls_ends_with_code_2_and_one_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text("", encoding="utf-8")
    assert run(["replay", str(empty)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "the file is empty" in shown.err


def test_one_vote_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(table(tmp_path))
    assert run(["replay", file, "--vote", "1"]) == 0
    assert "1: nothing found." in capsys.readouterr().out
    assert run(["replay", file, "--vote", "99"]) == 2
    assert "there is no vote '99' in votes.csv; its votes are called 1 ..." in capsys.readouterr().err


def test_a_vote_with_several_findings_of_a_kind_counts_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = table(tmp_path)
    rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join([*rows, *rows[1:4]]), encoding="utf-8")
    assert run(["replay", str(file)]) == 0
    assert "member-twice: 1 roll call;" in capsys.readouterr().out

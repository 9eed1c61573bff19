import io
import json
from datetime import date
from pathlib import Path

import pytest

from psephos.read.report import read_text
from psephos.show.cli import run
from psephos.show.reading_text import reading_text
from tests.house.project import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("security-council-*"))
FIRST = ROOT / "examples" / "security-council-2023-10-25.txt"


def test_the_first_example_reads_as_documented(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(FIRST), "--published", "2023-10-27"]) == 0
    words = capsys.readouterr().out
    assert "25 October 2023 (“Wednesday”)" in words
    assert "ALB CHE ECU FRA GAB GBR GHA JPN MLT USA in favour" in words
    assert "By the rule: vetoed.  They agree." in words


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_is_read_and_agrees_with_the_rule(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(path), "--json"]) == 0
    vote = json.loads(capsys.readouterr().out)["votes"][0]
    assert vote["standing"] == "determined"
    assert vote["check"]["agrees"] is True


def test_the_marked_page_keeps_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    assert run(["read", str(FIRST), "--published", "2023-10-27", "--html", str(page)]) == 0
    content = page.read_text(encoding="utf-8")
    assert '<mark class="stated"' in content
    assert "<script" not in content
    assert capsys.readouterr().err == ""


def test_several_files_make_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(FIRST), str(FIRST), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_verify_shows_what_follows(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", str(ROOT / "examples" / "statements-2023-10-25.json")]) == 0
    assert "roll calls left: 1" in capsys.readouterr().out


def test_a_missing_file_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "nowhere.txt"]) == 2
    assert capsys.readouterr().err.startswith("psephos: nowhere.txt cannot be read")


def test_the_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FIRST.read_bytes())))
    assert run(["read", "-", "--published", "2023-10-27"]) == 0
    assert "25 October 2023" in capsys.readouterr().out


def test_an_option_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(FIRST), "--jsn"]) == 2
    assert capsys.readouterr().err.startswith("psephos: Unknown option: --jsn")


def test_a_table_of_roll_calls_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "record.csv"
    table.write_text("date,resolution,member,vote\n2023-10-25,S/2023/792,CHN,no\n2023-10-25,S/2023/792,MOZ,yes\n")
    asked = ["read", str(FIRST), "--published", "2023-10-27", "--archive", str(table)]
    assert run(asked) == 0
    assert "S/2023/792, 25 October 2023: MOZ: read abstaining, recorded in favour" in capsys.readouterr().out
    assert run([*asked, "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["votes"][0]["archive"]
    assert found["agreements"] == 1


def test_a_sponsor_bears_its_name_of_the_day() -> None:
    text = "On 25 October 2023 the Security Council did not adopt the American draft: 10 in favour."
    assert "draft of the United States, 25 October 2023" in reading_text(read_text(text))
    undated = "The Security Council did not adopt the Russian draft: 4 in favour, 2 against, 9 abstaining."
    assert "draft of RUS, day not stated" in reading_text(read_text(undated))
    assert "draft of the Russian Federation, day" in reading_text(read_text(undated, published=date(2023, 10, 27)))


def test_a_forced_class_is_shown_as_a_sum_where_one_figure_leaves_it() -> None:
    council = "In the Security Council on 25 October 2023 "
    counted = reading_text(
        read_text(f"{council}ten voted in favour, China, Russia and the UAE against; Brazil and Mozambique abstained.")
    )
    assert "(15 seats - 3 against - 2 abstaining = 10 in favour; from " in counted
    named = reading_text(read_text(f"{council}China abstained and all the other members voted in favour."))
    assert "forced" in named
    assert "seats" not in named  # no figure is stated: it is the words that close the vote

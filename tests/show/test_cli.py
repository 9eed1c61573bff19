"""The command line: what it prints, how it ends, and the one clear message for input that cannot be used."""

import json
from pathlib import Path
from typing import Any

import pytest

from psephos.show.cli import run
from psephos.version import VERSION

DRAFT = ["decide", "unsc", "--on", "2023-10-25", "--no", "CHN,RUS,ARE", "--abstain", "BRA,MOZ", "--others", "yes"]
BOARD = """\
id = "board"
name = "Board"
as_of = 2026-01-01
from = 2024-01-01
[[seats]]
id = "A"
[[seats]]
id = "B"
[[rule]]
decision = "motion"
from = 2024-01-01
passes = "most"
[rule.clauses.most]
requires = "yes >= 2"
role = "majority"
source = "by-laws"
"""


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A rulebook file of somebody's own."""
    path = tmp_path / "my-board.toml"
    path.write_text(BOARD, encoding="utf-8")
    return path


def shown(capsys: pytest.CaptureFixture[str], *tokens: str, code: int = 0) -> str:
    """What a command prints that ends with that code; nothing else is printed."""
    assert run(tokens) == code
    out, err = capsys.readouterr()
    assert (err == "") is (code != 2 or out != "")
    return out or err


def record(capsys: pytest.CaptureFixture[str], *tokens: str, code: int = 0) -> Any:
    """What it prints as JSON."""
    return json.loads(shown(capsys, *tokens, "--json", code=code))


# --- decide ---------------------------------------------------------------------------------------------------------


def test_a_vote_is_decided(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, *DRAFT).splitlines()
    assert lines[0].startswith("Not adopted: vetoed by China and the Russian Federation.")
    assert not any("\033" in line for line in lines)


def test_its_formula(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, *DRAFT, "--formula") == (
        "by 10 votes in favour to 3 against (China, Russian Federation, United Arab Emirates), "
        "with 2 abstentions (Brazil, Mozambique)\n"
    )


def test_its_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = record(capsys, *DRAFT)
    assert {key: found[key] for key in ("psephos", "body", "decision", "variants", "on", "rule", "mode")} == {
        "psephos": VERSION,
        "body": "unsc",
        "decision": "substantive",
        "variants": [],
        "on": "2023-10-25",
        "rule": {"from": "1966-01-01", "until": None},
        "mode": "vote",
    }
    assert (found["outcome"], found["label"], found["vetoed_by"]) == ("not adopted", "vetoed", ["CHN", "RUS"])
    assert found["tally"] == {"yes": 10, "no": 3, "abstain": 2}
    assert set(found["rulebook"]) == {"id", "sha256"}
    assert "completions" not in found


def test_the_tree_of_reasons_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    tree = record(capsys, *DRAFT, "--exact")["reasons"]
    assert (tree["kind"], tree["holds"]) == ("and", False)
    nine, unvetoed = tree["of"]
    assert {key: nine[key] for key in ("kind", "name", "role", "holds", "value", "bound", "margin")} == {
        "kind": "clause", "name": "nine", "role": "majority", "holds": True, "value": 10, "bound": 9, "margin": 1,
    }  # fmt: skip
    assert (nine["margin_exact"], nine["reads"]) == ("1", "10 of at least 9, 1 to spare")
    assert unvetoed["authority"].startswith("practice; ICJ")


def test_an_open_vote_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = record(capsys, "decide", "us-senate", "--on", "2020-01-10", "--ballot", "senators=yes:50/no:49")
    assert (found["outcome"], found["label"], found["open"]) == ("open", "open", 2)
    assert set(found["completions"]) == {"adopted", "not adopted"}
    assert set(found["completions"]["adopted"]) == {"senators", "vice_president"}


def test_without_a_vote_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = record(capsys, "decide", "unsc", "--on", "2020-01-10", "--without-a-vote")
    assert (found["mode"], found["label"], found["tally"], found["reasons"]) == (
        "without a vote", "adopted without a vote", {}, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tokens", "headline"),
    [
        (["us-senate", "--on", "2017-02-07", "--tally", "yes=50,no=50", "--yes", "vice_president"], "Adopted."),
        (
            ["us-senate", "--on", "2017-02-07", "--ballot", "senators=yes:51/no:49", "--vacant", "senators=0"],
            "Adopted.",
        ),
        (["unsc", "--on", "2020-01-10", "--participants", "permanent,elected", "--others", "yes"], "Adopted."),
        (
            ["unsc", "--on", "2020-01-10", "--opt-out", "CHN", "--no", "RUS", "--others", "yes"],
            "Not adopted: vetoed by",
        ),
        (
            ["unsc", "--on", "2020-01-10", "--no", "CHN", "--no", "RUS", "--others", "yes", "--decision", "procedural"],
            "Ad",
        ),
        (["unga", "--on", "2022-03-02", "--tally", "yes=141,no=5,abstain=35", "--decision", "two-thirds"], "Adopted."),
        (["eu-council", "--on", "2015-03-01", "--variant", "nice", "--others", "yes"], "Adopted."),
        (
            ["unsc", "--on", "2020-01-10", "--tally", "yes=9,no=1", "--open", "5"],
            "Open: it can still be adopted or fail.",
        ),
    ],
)
def test_options(capsys: pytest.CaptureFixture[str], tokens: list[str], headline: str) -> None:
    assert shown(capsys, "decide", *tokens).startswith(headline)


def test_a_rulebook_of_ones_own(capsys: pytest.CaptureFixture[str], board: Path) -> None:
    text = shown(capsys, "decide", str(board), "--on", "2024-05-05", "--yes", "A", "--others", "no")
    assert text.startswith("Not adopted: insufficient votes, one short.")


def test_a_rule_that_can_never_pass_is_refused(capsys: pytest.CaptureFixture[str], board: Path) -> None:
    board.write_text(BOARD.replace("yes >= 2", "yes >= 3"), encoding="utf-8")
    text = shown(capsys, "decide", str(board), "--on", "2024-05-05", "--others", "yes", code=2)
    assert "the rule 'motion' can never pass with the 2 seats of 2024-05-05" in text
    assert f"{board}, line 9: " in text


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        (["decide", "unsk"], "'unsk' is neither a body that psephos ships nor a file; did you mean unsc?"),
        (["decide", "unsc", "--on", "25.10.2023"], "'25.10.2023' is no day; write it as 2023-10-25"),
        (["decide", "unsc", "--on", "2020-01-10", "--no", "MEX"], "MEX did not sit in unsc on 2020-01-10; seated that"),
        (
            ["decide", "unsc", "--on", "2020-01-10", "--no", "Chyna"],
            "'Chyna' is no member of unsc that psephos knows; did",
        ),
        (
            ["decide", "unsc", "--on", "2020-01-10", "--no", "CHN,CHN"],
            "CHN is named twice (no and no); give each member",
        ),
        (
            ["decide", "unsc", "--on", "2020-01-10", "--no", "CHN,China"],
            "CHN and China are the same member, CHN; give it",
        ),
        (
            ["decide", "unsc", "--on", "2020-01-10", "--no", "CHN", "--ballot", "CHN=yes"],
            "CHN is named twice; give each member one ballot",
        ),
        (["decide", "unsc", "--on", "1940-01-01"], "1940-01-01 is before the first day of unsc, 1946-01-17"),
        (["decide", "unsc", "--on", "2030-01-01"], "2030-01-01 is after 2027-12-31, the last day that unsc covers"),
        (["decide", "unsc", "--on", "2020-01-10", "--tally", "yes=16"], "come to 16, but 15 seats vote on 2020-01-10"),
        (["decide", "unsc", "--tally", "yes:9"], "--tally 'yes:9': write a name and a number, such as yes=353"),
        (["decide", "unsc", "--tally", "yes=9,yes=1"], "--tally: 'yes' is given twice"),
        (["decide", "unsc", "--tally", "yes=9", "--others", "no"], "a tally and what the others cast are given; leave"),
        (["decide", "unsc", "--ballot", "CHN"], "--ballot 'CHN': write member=choice, or seats=yes:50/no:48"),
        (["decide", "unsc", "--vacant", "CHN"], "--vacant 'CHN': write a name and a number"),
        (["decide", "unsc", "--others", "aye"], "'aye' is no choice here; the choices are yes, no, abstain"),
        (["decide", "unsc", "--decision", "veto"], "unsc takes no decision 'veto'; it takes substantive, procedural"),
        (["decide", "unsc", "--bogus"], "Unknown option: --bogus."),
        (["decide"], "See: psephos --help"),
        (["bogus"], 'Unknown command "bogus".'),
        (["bodies", "unsk"], "'unsk' is neither a body that psephos ships nor a file"),
        (["bodies", "unsk", "--toml"], "'unsk' is neither a body that psephos ships nor a file"),
        (["bodies", "unsc", "--decision", "veto"], "unsc takes no decision 'veto'"),
        (["bodies", "unsc", "--on", "1940-01-01"], "1940-01-01 is before the first day of unsc"),
        (["check"], "no rulebook named; give a file, such as: psephos check my-board.toml"),
        (["check", "none.toml"], "'none.toml' is neither a body that psephos ships nor a file"),
    ],
)
def test_input_that_cannot_be_used(capsys: pytest.CaptureFixture[str], tokens: list[str], message: str) -> None:
    text = shown(capsys, *tokens, code=2)
    assert text.startswith("psephos: ")
    assert message in text
    assert "Traceback" not in text


# --- bodies ---------------------------------------------------------------------------------------------------------


def test_the_bodies_known(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "bodies")
    assert "unsc" in text
    assert "psephos bodies BODY --on DAY" in text


def test_a_body_on_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "bodies", "unsc", "--on", "1965-06-01", "--decision", "substantive")
    assert "seven: yes >= 7    (majority; UN Charter, Article 27(3), as signed in 1945)" in text
    assert "11 seats" in text
    assert "Adopted if seven votes in favour; and no permanent member against." in text


def test_a_body_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = record(capsys, "bodies", "unsc", "--on", "1990-08-06")
    assert len(found["members"]) == 15
    assert {seat["seat"]: seat["member"] for seat in found["members"]}["RUS"] == "SUN"
    assert [rule["decision"] for rule in found["rules"] if rule["default"]] == ["substantive"]


def test_a_rulebook_to_start_from(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = shown(capsys, "bodies", "template-board", "--toml")
    mine = tmp_path / "mine.toml"
    mine.write_text(text, encoding="utf-8")
    assert shown(capsys, "check", str(mine)).endswith("0 faults\n")


# --- check ----------------------------------------------------------------------------------------------------------


def test_a_sound_rulebook(capsys: pytest.CaptureFixture[str], board: Path) -> None:
    assert shown(capsys, "check", str(board), "--strict") == f"{board}: 1 rule, 0 examples; 0 faults\n"


def test_faults_of_form_end_with_2(capsys: pytest.CaptureFixture[str], board: Path) -> None:
    board.write_text(BOARD.replace("yes >= 2", "aye >= 2").replace('"B"', '"A"'), encoding="utf-8")
    lines = shown(capsys, "check", str(board), code=2).splitlines()
    assert lines[0] == f"{board}: cannot be used; 2 faults"
    assert [line.split(": ")[0] for line in lines[1:]] == [f"  {board}, line 7", f"  {board}, line 14"]


EXAMPLE = '[[example]]\non = 2024-05-05\nsynthetic = true\nwhy = "so"\nyes = ["A"]\nothers = "no"\nlabel = "adopted"\n'


def test_findings_end_with_1_only_if_asked(capsys: pytest.CaptureFixture[str], board: Path) -> None:
    board.write_text(BOARD + EXAMPLE, encoding="utf-8")
    assert "labelled 'adopted', but the rule says 'insufficient votes'" in shown(capsys, "check", str(board))
    found = record(capsys, "check", str(board), "--strict", code=1)["files"][0]
    assert (found["usable"], found["examples"], len(found["faults"])) == (True, 1, 1)
    assert (found["faults"][0]["line"], found["faults"][0]["kind"]) == (17, "example")


def test_a_rule_that_can_never_pass_ends_with_2(capsys: pytest.CaptureFixture[str], board: Path) -> None:
    board.write_text(BOARD.replace("yes >= 2", "yes >= 3"), encoding="utf-8")
    assert "can never pass on 2024-01-01" in shown(capsys, "check", str(board), code=2)


def test_the_schema_for_editors(capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads(shown(capsys, "check", "--schema"))
    assert {"id", "name", "rule"} <= set(schema["properties"])


# --- all ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["decide", "bodies", "check", "replay"])
def test_helps_have_examples(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert f"psephos {command}" in shown(capsys, command, "--help")


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "--version").strip() == VERSION

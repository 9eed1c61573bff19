import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from psephos.errors import UsageError
from psephos.power.compare import compare_power
from psephos.power.games import game, weighted
from psephos.power.indices import power
from psephos.show.measuring import Asked, change_lines, power_lines, power_record, run_power
from psephos.show.output import Output
from psephos.show.structuring import run_structure
from psephos.show.sweeping import run_sweep

DAY = date(2024, 1, 1)
SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "reference" / "power.schema.json"


def printed(capsys: pytest.CaptureFixture[str], asked: Asked) -> str:
    assert run_power(Output(), asked) == 0
    return capsys.readouterr().out


def test_a_table_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, Asked("unsc", DAY))
    lines = text.splitlines()
    assert lines[0] == "United Nations Security Council, substantive decision, 1 January 2024"
    assert lines[1] == "15 votes; 848 of 32,768 divisions adopt (2.5879%)"
    assert [line.split("  ")[0] for line in lines[4:9]] == [
        "China",
        "France",
        "Russian Federation",
        "United Kingdom",
        "United States",
    ]
    assert "every member votes yes or no; whatever is not yes is no" in lines
    assert "rulebook unsc, substantive, in force 1966-01-01 to today, sha256 " in text


def test_abstention_and_unions(capsys: pytest.CaptureFixture[str]) -> None:
    assert "146,796 of 14,348,907 divisions adopt" in printed(capsys, Asked("unsc", DAY, abstention=True))
    unions = (("FRA", "GBR", "USA"), ("CHN", "RUS"))
    assert "a union not one's own votes as one" in printed(capsys, Asked("unsc", DAY, unions=unions))


def test_what_is_refused_is_named() -> None:
    weights = [500 + 11 * n * n for n in range(48)]
    lines = power_lines(power(weighted(sum(weights) // 2 + 1, weights), index="all"))
    assert [line.split(":")[1].strip() for line in lines if line.startswith("refused")] == [
        "Johnston",
        "Deegan-Packel",
        "Holler",
    ]


def test_equal_members_of_a_large_assembly_share_a_line() -> None:
    lines = power_lines(power("unga", on=DAY))
    assert any(line.startswith("Afghanistan, Albania, Algeria and 190 more") for line in lines)


def test_exact_fractions(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, Asked(quota="39", weights="7x5,1x10", exact=True))
    assert "weight 7 (each of 5)" in text
    assert "421/2145" in text
    assert text.rstrip().endswith("exact")


@pytest.mark.parametrize(
    "asked",
    [
        Asked("unsc", DAY, exact=True),
        Asked("unsc", DAY, abstention=True),
        Asked("us-federal-law", DAY, variants=("full-attendance",), indices=("all",)),
        Asked(quota="39", weights="7x5,1x10"),
        Asked("unsc", DAY, unions=(("FRA", "GBR"),)),
        Asked("unsc", DAY, samples=100),
    ],
)
def test_the_record_keeps_its_schema(asked: Asked) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    record = json.loads(json.dumps(power_record(asked.table())))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(record)
    assert record["members"][0]["votes"] >= 1


def test_exact_figures_are_strings_besides() -> None:
    record = power_record(Asked("unsc", DAY, exact=True).table())
    china = next(row for row in record["members"] if row["member"] == "CHN")
    assert (china["banzhaf"], china["banzhaf_exact"], china["swings"]) == (53 / 1024, "53/1024", {"banzhaf": 848})
    assert (record["rulebook"]["id"], record["on"], record["rule"]["from"]) == ("unsc", "2024-01-01", "1966-01-01")


def test_structure_in_words_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("scipy", reason="the extra `structure` is not installed")
    assert run_structure(Output(), Asked("unsc", DAY), limit=1) == 0
    rows = dict(
        re.split(" {2,}", line, maxsplit=1) for line in capsys.readouterr().out.splitlines() if "  " in line[1:]
    )
    assert rows["can block alone"] == "China, France, Russian Federation, United Kingdom and United States"
    assert rows["smallest whole weights"].startswith("quota 39; 7 for China, France, Russian Federation")
    assert rows["weighted games it takes"] == "1 (its dimension)"
    assert run_structure(Output(as_json=True), Asked("unsc", DAY), limit=2) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["minimal_blocking"], record["rulebook"]["id"]) == (125, "unsc")
    assert (record["minimal_weights"]["quota"], record["minimal_weights"]["weights"]["FRA"]) == (39, 7)
    assert [sum(one.values()) for one in record["coalitions"]["winning"]] == [9, 9]
    with pytest.raises(UsageError, match="cannot be listed"):
        run_structure(Output(), Asked("unsc", DAY), limit=-1)


def test_structure_of_a_rule_that_is_no_weighted_game(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("scipy", reason="the extra `structure` is not installed")
    assert run_structure(Output(), Asked("us-federal-law", DAY, variants=("full-attendance",))) == 0
    text = capsys.readouterr().out
    assert "none: no weights and quota make this rule" in text
    assert "at least 2 (its dimension); losing coalitions of " in text
    assert "some cannot be compared: " in text


def test_a_wide_table_is_laid_out_in_blocks(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, Asked("unsc", DAY, indices=("all",))).splitlines()
    heads = [line for line in lines if line.startswith("member ")]
    assert len(heads) > 1
    assert max(len(line) for line in lines if line.startswith(("member", "China"))) <= 110
    assert sum(line.startswith("China ") for line in lines) == len(heads)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (Asked("unsc", DAY, quota="3", weights="1x5"), "not both"),
        (Asked(quota="3"), "needs both"),
        (Asked(), "name a body"),
        (Asked("unsc", DAY, exact=True, samples=5), "leave --exact"),
        (Asked("unsc", DAY, samples=-5), "give 1 to"),
        (Asked("unsc", DAY, samples=5, indices=("johnston",)), "samples cannot tell johnston"),
        (Asked("unsc", DAY, indices=("banzhaf",), abstention=True), "with --abstention the indices are"),
    ],
)
def test_what_cannot_be_asked(asked: Asked, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        asked.table()


def test_a_sweep_prints_or_writes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run_sweep(Output(), ["3-4"], ["A=2,B=1,C=1"], jobs=1) == 0
    assert "3 of A=2,B=1,C=1  A       0.750000" in capsys.readouterr().out
    out = tmp_path / "sweep.csv"
    assert run_sweep(Output(), ["3-4"], ["A=2,B=1,C=1"], jobs=1, out=str(out)) == 0
    assert out.read_text(encoding="utf-8").startswith("candidate,member,votes,banzhaf,shapley_shubik\n")
    capsys.readouterr()
    assert run_sweep(Output(as_json=True), ["3", "4"], ["A=2,B=1,C=1"], without=[("C",)], jobs=1) == 0
    record = json.loads(capsys.readouterr().out)
    assert [one["candidate"] for one in record["candidates"]][1] == "3 of A=2,B=1"
    assert record["candidates"][0]["members"][0] == {
        "member": "A",
        "votes": 1,
        "banzhaf": 0.75,
        "shapley_shubik": pytest.approx(2 / 3),
    }
    with pytest.raises(UsageError, match=r"\.csv or \.parquet"):
        run_sweep(Output(), ["3"], ["1x3"], jobs=1, out="table.txt")
    with pytest.raises(UsageError, match="there is no folder"):
        run_sweep(Output(), ["3"], ["1x3"], jobs=1, out=str(tmp_path / "none" / "table.csv"))
    with pytest.raises(UsageError, match="lower one first"):
        run_sweep(Output(), ["4-3"], ["1x3"], jobs=1)
    with pytest.raises(UsageError, match="more than 1,000,000 quotas"):
        run_sweep(Output(), ["1-100000000"], ["1x3"], jobs=1)
    with pytest.raises(UsageError, match="no candidates"):
        run_sweep(Output(), [], [], jobs=1)


def test_measuring_loads_no_table_library() -> None:
    code = (
        "import sys; from datetime import date; from psephos.show.measuring import Asked, run_power; "
        "from psephos.show.output import Output; run_power(Output(), Asked('unsc', date(2024, 1, 1))); "
        "sys.exit('polars' in sys.modules or 'joblib' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_a_table_becomes_a_frame() -> None:
    frame = power(game("unsc", on=DAY), index=["banzhaf", "shapley_shubik"]).to_polars()
    assert frame.columns == ["member", "name", "votes", "banzhaf", "shapley_shubik"]
    assert len(frame) == 15


def test_gains_and_losses_in_words() -> None:
    change = compare_power(game("unsc", on="1965-06-01"), game("unsc", on="1966-06-01"))
    lines = change_lines(change)
    assert lines[0] == "Shapley-Shubik"
    assert lines[1].startswith("before: United Nations Security Council, ")
    assert any(line.startswith("Mali") and "no seat" in line for line in lines)


@pytest.mark.parametrize(("bound", "text"), [(6.1e-15, "7e-15"), (2.0**-53, "2e-16"), (0.0098, "1e-2")])
def test_a_bound_is_never_printed_smaller_than_it_is(bound: float, text: str) -> None:
    table = replace(power(weighted(2, "1x3")), error_bound=bound)
    assert power_lines(table)[-1].endswith(f"; error at most {text}")


@pytest.mark.parametrize(
    ("quota", "words"),
    [
        (1, "1,200 votes; all but less than 1e-300 of all divisions adopt"),
        (1200, "1,200 votes; less than 1e-300 of all divisions adopt"),
        (600, "1,200 votes; 0.511514 of all divisions adopt"),
    ],
)
def test_a_share_is_never_rounded_to_nothing_or_all(quota: int, words: str) -> None:
    assert power_lines(power(weighted(quota, "1x1200")))[1] == words

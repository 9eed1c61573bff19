import json
from datetime import date
from math import comb
from typing import Any

import pytest

from psephos.calls.rollcall import RollCall, Tally, roll_call
from psephos.errors import UsageError
from psephos.explore.flips import flips
from psephos.show.comparing import Side, run_compare
from psephos.show.exploring import Asked, flips_record, run_whatif
from psephos.show.exploring_text import flips_text, large
from psephos.show.output import Output

VETOED = roll_call("unsc", "2023-10-25", no=["CHN", "RUS", "ARE"], abstain=["BRA", "MOZ"], others="yes")
SENATE = RollCall("us-senate", date(2017, 2, 7), tally=Tally.of(yes=49, no=48), open=3)


def text(capsys: pytest.CaptureFixture[str], call: RollCall, **asked: Any) -> list[str]:
    assert run_whatif(Output(), call, Asked(**asked)) == 0
    return capsys.readouterr().out.splitlines()


def record(capsys: pytest.CaptureFixture[str], call: RollCall, *, exact: bool = False, **asked: Any) -> Any:
    assert run_whatif(Output(as_json=True), call, Asked(**asked), exact=exact) == 0
    return json.loads(capsys.readouterr().out)


def test_two_vetoes_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    lines = text(capsys, VETOED)
    assert lines[0].startswith("Not adopted: vetoed by China and the Russian Federation.      10 in favour")
    assert lines[1] == (
        "It would have been adopted had the ballots of China and the Russian Federation been otherwise, "
        "the other votes unchanged. No single ballot could have turned it."
    )
    assert lines[2].startswith("  China, Russian Federation    against -> in favour / abstaining")
    assert lines[3] == "Taken as a substantive decision."


def test_many_sets_are_cut_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    permanent = ["CHN", "RUS"]
    call = roll_call("unsc", "2023-10-25", no=["GBR", "USA"], yes=[*permanent, "ARE", "GAB"], others="abstain")
    lines = text(capsys, call, limit=2)
    assert lines[1] == (
        "It would have been adopted had the five ballots of any of 84 sets of members been otherwise, "
        "the other votes unchanged. No single ballot could have turned it."
    )
    assert lines[4] == "  ... and 82 more (see --limit)"
    assert lines[5] == "In every set: the United Kingdom and the United States."


def test_who_alone_could(capsys: pytest.CaptureFixture[str]) -> None:
    adopted = roll_call("unsc", "2023-11-15", abstain=["RUS", "GBR", "USA"], others="yes")
    lines = text(capsys, adopted)
    assert "would not have been adopted had the ballot of China, France, the Russian Federation" in lines[1]
    dear = text(
        capsys,
        adopted,
        cost=["CHN=9", "FRA=9", "RUS=yes:1/no:9", "GBR=9", "USA=9"],
        change=["yes=abstain/no", "abstain=no"],
    )
    assert "at the lowest cost" not in dear[1]
    assert any(line.startswith("Alone, at a higher cost, could have turned it: China, France") for line in dear)
    assert "No permitted change of ballots would have turned the outcome." in text(capsys, adopted, change=["no=yes"])


def test_benches_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    call = RollCall("us-senate", date(2017, 2, 7), tally=Tally.of(yes=52, no=48), ballots={"vice_president": "absent"})
    assert "had the ballots of 2 of Senators been otherwise" in text(capsys, call)[1]
    assert "had the two ballots of the one set of members been otherwise" in text(capsys, call, limit=0)[1]
    tied = RollCall("us-senate", date(2017, 2, 7), tally=Tally.of(yes=50, no=50), ballots={"vice_president": "yes"})
    assert "had the ballot of one of Senators or Vice President been otherwise" in text(capsys, tied)[1]


def test_the_json_of_flips(capsys: pytest.CaptureFixture[str]) -> None:
    found = record(capsys, VETOED, change=["no=abstain"], exact=True)
    assert found["outcome"] == "not adopted"
    assert found["flips"] == {
        "size": 2,
        "cost": 2,
        "turns_to": "adopted",
        "count": 1,
        "sets": [
            [{"member": "CHN", "from": "no", "to": ["abstain"]}, {"member": "RUS", "from": "no", "to": ["abstain"]}]
        ],
        "alone": [],
        "in_every_set": ["CHN", "RUS"],
        "cost_exact": "2",
    }
    assert {"psephos", "rulebook", "body", "decision", "variants", "on", "rule", "label"} <= set(found)
    nothing = flips_record(flips("unsc", VETOED, changes={"abstain": ["yes"]}))["flips"]
    assert (nothing["size"], nothing["cost"], nothing["count"], nothing["sets"]) == (None, None, 0, [])


def test_three_senators_open_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    lines = text(capsys, SENATE)
    assert lines[1] == (
        "The open ballots can fall in 16 ways (each in favour or against); 11 of them adopt. "
        "Chance of adoption were all ways equally likely: 68.75%."
    )
    assert lines[3].split("    ")[0].strip() == "Senators (3 open), Vice President"


def test_the_json_of_an_open_vote(capsys: pytest.CaptureFixture[str]) -> None:
    found = record(capsys, SENATE, chance=["vice_president=1", "senators=1/3"], exact=True)
    assert (found["outcome"], found["ways"], found["ways_adopted"]) == ("open", 16, 11)
    # At least one of three with a chance of 1/3 each: 1 - 8/27.
    assert (found["chance_exact"], found["choices"]) == ("19/27", ["yes", "no"])
    assert found["members"][0] == {
        "member": "senators",
        "votes": 3,
        "standing": "free",
        "ways_adopted": {"yes": 7, "no": 4},
    }


def test_ballots_to_contain(capsys: pytest.CaptureFixture[str]) -> None:
    call = roll_call("unsc", "2023-10-25", yes=["FRA"])
    assert "Taken as cast: Russian Federation in favour and United States abstaining." in text(
        capsys, call, contains=["RUS", "USA=abstain"]
    )
    assert record(capsys, call, contains=["RUS"])["containing"] == {"RUS": "yes"}


@pytest.mark.parametrize(
    ("call", "asked", "words"),
    [
        (
            VETOED,
            {"chance": ["RUS=1"]},
            "--chance does not fit this question: every ballot is known; leave some members out",
        ),
        (
            SENATE,
            {"keep": ["senators"]},
            "--keep does not fit this question: some ballots are open; say what every member cast",
        ),
        (VETOED, {"change": ["no"]}, "--change 'no': write no=abstain or yes=no/abstain"),
        (VETOED, {"cost": ["CHN"]}, "--cost 'CHN': write CHN=0.5 or RUS=yes:0.2/abstain:0.8"),
        (VETOED, {"cost": ["CHN=1", "CHN=2"]}, "--cost: CHN is given twice"),
        (SENATE, {"contains": ["senators", "senators=no"]}, "--contains: senators is given twice"),
        (SENATE, {"chance": ["senators=2"]}, "the chance 2 of Senators is outside 0 to 1"),
    ],
)
def test_bad_input(call: RollCall, asked: Any, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        run_whatif(Output(), call, Asked(**asked))


def test_fractions_by_choice(capsys: pytest.CaptureFixture[str]) -> None:
    found = record(capsys, SENATE, chance=["senators=yes:1/3/no:2/3", "vice_president=yes:1"], exact=True)
    assert found["chance_exact"] == "19/27"


def test_weights_known_to_rounding_are_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    council = roll_call("eu-council", "2025-01-15", others="yes")
    assert "known only to rounding" in text(capsys, council, limit=0)[-1]
    assert any("known only to rounding" in remark for remark in record(capsys, council, limit=0)["remarks"])


def test_two_rules_in_words_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    sides = Side("unsc", date(2024, 1, 5)), Side("unsc", date(2024, 1, 5), "procedural")
    assert run_compare(Output(), *sides) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "They differ on 295,551 of 14,348,907 profiles (about 2.06%)."
    assert lines[3].endswith("9 in favour, 1 against, 5 abstaining: the second adopts, the first does not.")
    assert lines[5] == "  against       China"
    assert lines[7:9] == ["15 members are in both.", ""]
    assert lines[9] == "Power of each member (Banzhaf), of 0 to 1, most gained first:"
    procedural = comb(14, 8) / 2**14
    for line, substantive in ((lines[11], 21 / 4096), (lines[-1], 53 / 1024)):
        figures = f"{substantive:.6f} {procedural:.6f} {procedural - substantive:+.6f}"
        assert line.split()[-3:] == figures.split()
    assert run_compare(Output(as_json=True), *sides) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["equal"], found["differ"], found["second_only"]) == (False, 295_551, 295_551)
    assert (found["second"]["decision"], found["matched"]["both"]) == ("procedural", 15)
    assert found["example"]["ballots"]["CHN"] == "no"
    assert found["power"]["index"] == "banzhaf"
    assert found["power"]["members"][-1]["member"] == "USA"


def test_power_is_compared_where_differences_are_out_of_reach(capsys: pytest.CaptureFixture[str]) -> None:
    day = date(2022, 6, 1)
    assert run_compare(Output(), Side("imf", day), Side("imf", day, "special-85"), index="banzhaf_normalised") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Whether they ever differ is out of reach here."
    assert any(line.split() == ["United", "States", "0.232608", "0.029067", "-0.203541"] for line in lines)


def test_an_index_that_is_none_is_refused() -> None:
    side = Side("unsc", date(2024, 1, 5))
    with pytest.raises(UsageError, match="'nonsense' is no index"):
        run_compare(Output(), side, side, index="nonsense")


def test_equal_rules_and_unequal_rosters(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_compare(Output(), Side("unsc", date(2024, 1, 5)), Side("unsc", date(2024, 6, 5))) == 0
    same = capsys.readouterr().out
    assert same.startswith("They never differ: all 14,348,907 profiles are decided alike.")
    assert same.endswith("\n\nEvery member has the same power under both (Banzhaf).\n")
    assert run_compare(Output(), Side("us-senate", date(1950, 1, 5)), Side("us-senate", date(2024, 6, 5))) == 0
    out = capsys.readouterr().out
    assert "4 of Senators, in one body only" in out
    assert "97 members are in both; only in the second: 4 of Senators." in out


def test_nobody_is_blamed() -> None:
    words = flips_text(flips("unsc", VETOED)).lower()
    assert not any(word in words for word in ("fault", "blame", "should", "responsible", "refused", "because"))


def test_large_numbers() -> None:
    assert (large(10**15 - 1), large(99_996 * 10**15)) == ("999,999,999,999,999", "about 1.00 x 10^20")

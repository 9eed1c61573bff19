import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

import psephos

VETOED = psephos.roll_call("unsc", "2023-10-25", no=["CHN", "RUS"], abstain=["BRA", "MOZ"], others="yes")
OPEN = psephos.roll_call("unsc", "2023-10-25", yes=["CHN", "FRA", "RUS"], no=["BRA"])


def replayed() -> Any:
    from psephos.calls.formats.shape import Archive

    return psephos.replay(Archive("by hand", "ballots", (VETOED,)))


def deduced() -> Any:
    from psephos.explore.statements import Counted, Statement, VetoedBy

    statements: list[Statement] = [Counted.exactly("tally", "yes", 13), VetoedBy("veto", ("CHN", "RUS"))]
    return psephos.deduce("unsc", statements, day=VETOED.day)


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (lambda: psephos.decide("unsc", VETOED), "vetoed by China and the Russian Federation"),
        (lambda: psephos.power("unsc", on="2024-01-01"), "848 of 32,768 divisions adopt"),
        (lambda: psephos.structure("unsc", on="2024-01-01"), "minimal winning coalitions   210"),
        (lambda: psephos.flips("unsc", VETOED), "had the ballots of China and the Russian Federation been otherwise"),
        (lambda: psephos.open_vote("unsc", OPEN), "must not oppose"),
        (lambda: psephos.read("The Security Council adopted it by 15 votes to none."), "15 in favour"),
        (replayed, "1 roll call:"),
        (deduced, "FRA GAB GBR GHA JPN MLT MOZ USA in favour"),
        (
            lambda: psephos.compare(
                psephos.party("unsc", VETOED.day), psephos.party("unsc", VETOED.day, "procedural"), ["yes", "no"]
            ),
            "They differ on",
        ),
    ],
)
def test_results_print_in_words(result: Callable[[], Any], words: str) -> None:
    found = result()
    assert words in str(found)
    assert words in found._repr_html_()
    assert "<script" not in found._repr_html_()


def test_a_roll_call_shows_its_seats_and_one_of_no_known_body_its_ballots() -> None:
    html: str = psephos.decide("unsc", VETOED)._repr_html_()  # type: ignore[attr-defined]
    assert 'aria-label="United Nations Security Council, 25 October 2023' in html
    shown: str = VETOED._repr_html_()  # type: ignore[attr-defined]
    assert shown.count('class="m no"') == 3  # two ballots and the key of the legend
    assert "11 in favour, 2 against" in shown
    plain: str = psephos.roll_call("a <club>", "2023-10-25", no=["<Ann>"])._repr_html_()  # type: ignore[attr-defined]
    assert "a &lt;club&gt;" in plain
    assert "&lt;Ann&gt;" in plain
    assert "<svg" not in plain


def test_a_table_of_power_has_a_row_a_member_with_bars() -> None:
    html: str = psephos.power("unsc", on="2024-01-01")._repr_html_()  # type: ignore[attr-defined]
    assert html.count("<tr>") == 16
    assert html.index("China") < html.index("Algeria")
    assert "width:100px" in html


def test_a_notebook_escapes_what_a_report_says() -> None:
    reading: Any = psephos.read("The Security Council adopted <b>it</b> by 15 votes to none.")
    assert reading._repr_html_().startswith("<pre>")
    assert "<b>" not in reading._repr_html_()


def test_words_of_one_result_load_no_other() -> None:
    code = (
        "import sys, psephos; psephos.decide; "
        "sys.exit(any(name in sys.modules for name in ('psephos.power.table', 'psephos.read.report', 'polars')))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

"""Verdicts in words: headlines, standings, remarks, and the United Nations' own formula."""

from datetime import date
from typing import Any

import pytest

from psephos.body.rulebook import rulebook
from psephos.calls.rollcall import Ballot, RollCall, Tally
from psephos.decide.verdict import Verdict, decide
from psephos.show.notebook import verdict_html
from psephos.show.text import formula, headline, tally_text, verdict_text

BOOKS = {name: rulebook(name) for name in ("unsc", "us-senate", "unga", "eu-council", "uk-commons", "cosmos-hub")}
DAY = date(2020, 1, 10)


def verdict(body: str, ballots: dict[str, Ballot] | None = None, on: date = DAY, **other: Any) -> Verdict:
    """What did these ballots decide?"""
    return decide(BOOKS[body], RollCall(body, on, ballots=ballots or {}, **other))


FIRST = verdict(
    "unsc",
    {"CHN": "no", "RUS": "no", "ARE": "no", "BRA": "abstain", "MOZ": "abstain"},
    date(2023, 10, 25),
    others="yes",
)


def test_the_first_draft_of_25_october_2023_in_full() -> None:
    reading = "as read in practice (ICJ, Namibia, Advisory Opinion 1971, para. 22)"
    elected = "The vote against by the United Arab Emirates, an elected member, is not a veto."
    assert verdict_text(FIRST).splitlines() == [
        "Not adopted: vetoed by China and the Russian Federation.      10 in favour, 3 against, 2 abstaining, of 15",
        "  holds  nine votes in favour           10 of at least 9, 1 to spare    UN Charter, Article 27(3)",
        f"  fails  no permanent member against    2 against: CHN, RUS             UN Charter, Article 27(3), {reading}",
        f"Taken as a substantive decision. {elected}",
        "It would have been adopted had China and the Russian Federation abstained, the other votes unchanged.",
    ]


def test_votes_against_a_draft_that_did_not_carry() -> None:
    ballots: dict[str, Ballot] = {"CHN": "yes", "RUS": "yes", "GAB": "yes", "ARE": "yes", "GBR": "no", "USA": "no"}
    found = verdict("unsc", ballots, date(2023, 10, 25), others="abstain", decision="substantive")
    assert headline(found) == "Not adopted: insufficient votes, five short."
    assert verdict_text(found).splitlines()[-1] == (
        "The votes against by the United Kingdom and the United States are not vetoes, "
        "because the draft resolution did not carry otherwise."
    )


@pytest.mark.parametrize(
    ("body", "other", "text"),
    [
        ("unsc", {"others": "yes"}, "Adopted."),
        ("unsc", {"method": "without a vote"}, "Adopted without a vote."),
        ("unsc", {"ballots": {"USA": "no"}, "others": "yes"}, "Not adopted: vetoed by the United States."),
        ("unsc", {"tally": Tally.of(yes=8, no=0, abstain=7)}, "Not adopted: insufficient votes, one short."),
        ("unga", {"tally": Tally.of(yes=34, no=34, abstain=32)}, "Not adopted: the votes are equal."),
        ("unga", {"tally": Tally.of(yes=34, no=35)}, "Not adopted: insufficient votes."),
        (
            "us-senate",
            {"ballots": {"senators": {"yes": 30, "no": 10}, "vice_president": "absent"}, "others": "absent"},
            "Not adopted: no quorum.",
        ),
        ("unsc", {"tally": Tally.of(yes=9, no=6)}, "Open: it can still be adopted or fail."),
        (
            "unsc",
            {"ballots": {"CHN": "no"}},
            "Not adopted, whatever the open ballots are; which condition fails depends on them.",
        ),
    ],
)
def test_headlines(body: str, other: dict[str, Any], text: str) -> None:
    assert headline(verdict(body, **other)) == text


@pytest.mark.parametrize(
    ("body", "other", "text"),
    [
        ("unsc", {"others": "yes"}, "15 in favour, 0 against, 0 abstaining, of 15"),
        ("unsc", {"ballots": {"CHN": "absent"}}, "0 in favour, 0 against, 0 abstaining, 1 absent, 14 open, of 15"),
        ("unsc", {"method": "without a vote"}, "of 15"),
        (
            "cosmos-hub",
            {"ballots": {"bonded": {"yes": 5_000, "no_with_veto": 1_500}}, "others": "absent", "on": date(2024, 1, 1)},
            "5,000 in favour, 0 against, 0 abstaining, 3,500 absent, 1,500 no with veto, of 10,000",
        ),
    ],
)
def test_tallies(body: str, other: dict[str, Any], text: str) -> None:
    assert tally_text(verdict(body, **other)) == text


@pytest.mark.parametrize(
    ("body", "other", "text"),
    [
        ("unsc", {"others": "yes"}, "by 15 votes in favour to none against"),
        (
            "unsc",
            {"ballots": {"RUS": "abstain"}, "others": "yes"},
            "by 14 votes in favour to none against, with 1 abstention (Russian Federation)",
        ),
        (
            "unsc",
            {"ballots": {"USA": "yes", "CHN": "not_participating"}, "others": "no"},
            (
                "by 1 vote in favour to 13 against (Belgium, Dominican Republic, Estonia, France, Germany, Indonesia, "
                "Niger, Russian Federation, Saint Vincent and the Grenadines, South Africa, Tunisia, United Kingdom, "
                "Viet Nam); 1 not participating (China)"
            ),
        ),
        (
            "unsc",
            {"tally": Tally.of(yes=10, no=3, abstain=2)},
            "by 10 votes in favour to 3 against, with 2 abstentions",
        ),
        (
            "unga",
            {"tally": Tally.of(yes=141, no=5, abstain=35)},
            "by 141 votes in favour to 5 against, with 35 abstentions; 12 not voting",
        ),
        ("unsc", {"others": "abstain"}, "by no votes in favour to none against, with 15 abstentions"),
        ("unsc", {"method": "without a vote"}, "without a vote"),
    ],
)
def test_the_formula_of_the_united_nations(body: str, other: dict[str, Any], text: str) -> None:
    found = formula(verdict(body, **other))
    assert found.split(" (")[0] == text.split(" (", maxsplit=1)[0]
    assert "(" not in text or found == text


def _lines(found: Verdict) -> str:
    return " ".join(verdict_text(found).split())


@pytest.mark.parametrize(
    ("body", "other", "words"),
    [
        ("unsc", {"tally": Tally.of(yes=10)}, "5 seats that the tally does not account for are taken as not voting."),
        ("unsc", {"tally": Tally.of(yes=14)}, "1 seat that the tally does not account for is taken as not voting."),
        (
            "unsc",
            {"others": "yes", "on": date(2027, 6, 1)},
            "The facts of this rulebook were last checked on 23 November 2026, before the day of the vote.",
        ),
        (
            "unsc",
            {"others": "yes", "parties": ("GBR",)},
            "The United Kingdom, named as a party to the dispute, voted: in decisions under Chapter VI",
        ),
        ("us-senate", {"ballots": {"senators": {"yes": 50, "no": 49}, "vice_president": "yes"}}, "1 open, of 101"),
        ("unga", {"decision": "two-thirds", "others": "abstain"}, "0; nothing to take a share of"),
        (
            "unga",
            {"decision": "two-thirds", "tally": Tally.of(yes=100, no=51)},
            "100 of at least 101 (2/3 of 151), 1 short",
        ),
        (
            "eu-council",
            {"on": date(2025, 3, 1), "ballots": {"DEU": "no", "FRA": "no", "ITA": "no"}, "others": "yes"},
            "53.11% of at least 65%, 11.89% short (53.12 of 100.01)",
        ),
        ("unsc", {"ballots": {"CHN": "no"}}, "0 so far, of at least 9"),
        ("unsc", {"tally": Tally.of(yes=9, no=6)}, "adopted for example with in favour"),
        ("unsc", {"tally": Tally.of(yes=9, no=6)}, "must be 0; the tally does not tell whose votes they are"),
        (
            "eu-council",
            {"on": date(2025, 3, 1), "tally": Tally.of(yes=24, abstain=3)},
            "at least about 65.01 (65% of 100.01); the tally does not tell whose votes they are",
        ),
        ("us-senate", {"tally": Tally.of(yes=50, no=50)}, "0 so far, of at least 1"),
    ],
)
def test_what_stands_in_the_text(body: str, other: dict[str, Any], words: str) -> None:
    assert words in _lines(verdict(body, **other))


def test_words_take_no_side() -> None:
    for word in ("fault", "blame", "wrong", "sadly", "unfortunately", "blocked by", "killed"):
        assert word not in verdict_text(FIRST).casefold()


def test_a_notebook_shows_the_same_words_escaped() -> None:
    html = verdict_html(FIRST)
    assert html.startswith("<p><strong>Not adopted: vetoed by China and the Russian Federation.</strong> 10 in favour")
    assert html.count("<tr>") == 2
    assert html.count("<svg") == 1
    assert "<table>" not in verdict_html(verdict("unsc", method="without a vote"))

"""Many calls at once come out as each does by itself: outcomes, labels and vetoers."""

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.body.rulebook import rulebook
from psephos.calls.rollcall import RollCall
from psephos.decide.table import decide_many
from psephos.decide.verdict import decide
from psephos.errors import DayNotCovered, NamedTwice, NotSeated, PsephosError, UnknownChoice, UsageError
from tests.laws.small import ballots, boards, book_of

BOOKS = {name: rulebook(name) for name in ("unsc", "eu-council")}
FIRST = {"unsc": date(1946, 1, 17), "eu-council": date(1958, 1, 1)}
CHOICES = ("yes", "no", "abstain", "absent", "not_participating", "not_voting", "present_only")


@st.composite
def tables(draw: st.DrawFn, body: str, decision: str, days: st.SearchStrategy[date]) -> list[RollCall]:
    """Calls on some days, each with nearly all ballots."""
    calls = []
    for _ in range(draw(st.integers(1, 5))):
        day = draw(days)
        leaning = draw(st.sampled_from(CHOICES[:3]))
        members = BOOKS[body].on(day).ids
        cast = {member: draw(st.sampled_from((leaning, leaning, leaning, *CHOICES))) for member in members}
        if draw(st.integers(0, 4)) == 0:
            cast.pop(draw(st.sampled_from(members)))
        calls.append(RollCall(body, day, decision, ballots=cast))
    return calls


def tidy(calls: list[RollCall]) -> pl.DataFrame:
    """One row a ballot."""
    rows = [
        {"call": number, "on": call.day, "member": member, "choice": choice}
        for number, call in enumerate(calls)
        for member, choice in call.ballots.items()
    ]
    return pl.DataFrame(rows)


def assert_same(body: str, decision: str, calls: list[RollCall]) -> None:
    """Is each call decided as by itself?"""
    frame = decide_many(BOOKS[body], tidy(calls), decision=decision).to_polars()
    single = [decide(BOOKS[body], call) for call in calls]
    assert frame["outcome"].to_list() == [one.outcome for one in single]
    assert frame["label"].to_list() == [one.label for one in single]
    assert [tuple(names) for names in frame["vetoed_by"].to_list()] == [one.vetoed_by for one in single]
    assert frame["yes"].to_list() == [one.tally["yes"] for one in single]


COUNCIL_DAYS = st.dates(FIRST["unsc"], date(2026, 12, 31))
UNION_DAYS = st.dates(date(1958, 1, 1), date(2004, 4, 30)) | st.dates(date(2025, 1, 1), date(2025, 12, 31))


@settings(max_examples=40)
@given(st.data(), st.sampled_from(["substantive", "procedural"]))
def test_the_security_council(data: st.DataObject, decision: str) -> None:
    assert_same("unsc", decision, data.draw(tables("unsc", decision, COUNCIL_DAYS)))


@settings(max_examples=30)
@given(st.data(), st.sampled_from(["qualified-majority", "unanimity", "simple-majority"]))
def test_the_council_of_the_union(data: st.DataObject, decision: str) -> None:
    assert_same("eu-council", decision, data.draw(tables("eu-council", decision, UNION_DAYS)))


@settings(max_examples=80)
@given(st.data())
def test_rules_of_every_shape(data: st.DataObject) -> None:
    bound = data.draw(boards())
    book = book_of(bound)
    calls = [RollCall("board", bound.roster.day, ballots=data.draw(ballots(bound))) for _ in range(3)]
    frame = decide_many(book, tidy(calls)).to_polars()
    single = [decide(book, call) for call in calls]
    assert frame["label"].to_list() == [one.label for one in single]
    assert [tuple(names) for names in frame["vetoed_by"].to_list()] == [one.vetoed_by for one in single]


DAY = date(2020, 1, 10)
FULL = tidy([RollCall("unsc", DAY, ballots=dict.fromkeys(BOOKS["unsc"].on(DAY).ids, "yes"))])


@pytest.mark.parametrize(
    ("table", "error", "words"),
    [
        (FULL.drop("choice"), UsageError, "the table has no column choice; its columns are call, on, member"),
        (
            FULL.drop("on"),
            UsageError,
            "has no column on; its columns are call, member, choice; or give the day",
        ),
        (FULL.clear(), UsageError, "the table has no rows; give one row a ballot"),
        (
            FULL.with_columns(choice=pl.lit(None, pl.String)),
            UsageError,
            "the column choice has 15 empty cells; fill or drop those rows",
        ),
        (pl.concat([FULL, FULL]), NamedTwice, "has two ballots in call 0; keep one row a member and call"),
        (FULL.with_columns(choice=pl.lit("aye")), UnknownChoice, "'aye' is no choice here; the choices are yes, no"),
        (FULL.with_columns(member=pl.lit("MEX")), NotSeated, "MEX did not sit in unsc on 2020-01-10"),
        (
            FULL.with_columns(on=pl.lit(date(1945, 1, 1))),
            DayNotCovered,
            "1945-01-01 is before the first day of unsc, 1946-01-17",
        ),
    ],
)
def test_a_table_that_cannot_be_decided(table: pl.DataFrame, error: type[PsephosError], words: str) -> None:
    with pytest.raises(error) as caught:
        decide_many(BOOKS["unsc"], table)
    assert words in str(caught.value)


def test_calls_keep_their_order_and_their_names() -> None:
    days = [DAY, DAY - timedelta(days=20_000), DAY]
    calls = [RollCall("unsc", day, ballots=dict.fromkeys(BOOKS["unsc"].on(day).ids, "yes")) for day in days]
    table = tidy(calls).with_columns(call=pl.col("call").replace_strict({0: "z", 1: "a", 2: "m"}))
    found = decide_many(BOOKS["unsc"], table)
    assert found.to_polars()["call"].to_list() == ["z", "a", "m"]
    assert found.to_polars()["yes"].to_list() == [15, 11, 15]
    assert (found.body, found.decision) == ("unsc", "substantive")

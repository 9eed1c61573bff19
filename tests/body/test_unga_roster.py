"""The General Assembly roster: counts as the United Nations publishes them, hand-overs by day, voters as members."""

from __future__ import annotations

import calendar
import csv
import gzip
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from psephos.body.rulebook import Rulebook, rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VOTES = "general-assembly-votes-1946-2019.csv.gz"
CALLS = "general-assembly-roll-calls-1946-2019.csv.gz"

# Members at the end of each year in which the number changed: "Growth in United Nations membership".
GROWTH = {
    1945: 51, 1946: 55, 1947: 57, 1948: 58, 1949: 59, 1950: 60, 1955: 76, 1956: 80, 1957: 82, 1958: 82, 1960: 99,
    1961: 104, 1962: 110, 1963: 113, 1964: 115, 1965: 117, 1966: 122, 1967: 123, 1968: 126, 1970: 127, 1971: 132,
    1973: 135, 1974: 138, 1975: 144, 1976: 147, 1977: 149, 1978: 151, 1979: 152, 1980: 154, 1981: 157, 1983: 158,
    1984: 159, 1990: 159, 1991: 166, 1992: 179, 1993: 184, 1994: 185, 1999: 188, 2000: 189, 2002: 191, 2006: 192,
    2011: 193, 2026: 193,
}  # fmt: skip
# (last day of the old, the old code, the new code of the following day; "" = no member of that line)
HAND_OVERS = (
    (date(1958, 2, 21), "SYR", ""),
    (date(1961, 10, 12), "", "SYR"),
    (date(1964, 4, 25), "ZAN", ""),
    (date(1965, 1, 20), "IDN", ""),
    (date(1966, 9, 27), "", "IDN"),
    (date(1990, 5, 21), "YMD", ""),
    (date(1990, 10, 2), "DDR", ""),
    (date(1991, 12, 23), "SUN", "RUS"),
    (date(1992, 12, 31), "CSK", ""),
    (date(1993, 1, 18), "", "CZE"),
    (date(1993, 1, 18), "", "SVK"),
    (date(2003, 2, 3), "YUG", "SCG"),
    (date(2006, 6, 2), "SCG", "SRB"),
    (date(2006, 6, 27), "", "MNE"),
    (date(2011, 7, 13), "", "SSD"),
)
# Members whose representatives took no part in the Assembly's work: counted as members, unable to vote.
SILENT = (("ZAF", date(1974, 11, 13), date(1994, 6, 22)), ("YUG", date(1992, 9, 23), date(2000, 10, 31)))
# Until 2002 the table codes month and week, not the day: a voter must have been a member on some day of that month.
FIRST_REAL_YEAR = 2003
# Voters of the table that were no members under that name: why.
EXCEPTIONS = {
    "Fiji": ("1970-09-01", "1970-09-01", "a call of the autumn of 1970 placed in September; admitted on 13 October"),
    "Yemen Arab Republic": ("1990-11-01", "1990-12-31", "the table keeps the old name to the end of 1990"),
    "Yugoslavia": ("2003-02-04", "2019-12-31", "the table keeps the old name for Serbia and Montenegro, then Serbia"),
}


@pytest.fixture(scope="module")
def assembly() -> Rulebook:
    return rulebook("unga")


@pytest.mark.parametrize(("year", "members"), GROWTH.items())
def test_the_number_of_members_is_the_published_one(assembly: Rulebook, year: int, members: int) -> None:
    day = date(2026, 11, 1) if year == 2026 else date(year, 12, 31)
    seated = [row for row in assembly.register.tenures if row.covers(day)]
    assert len(seated) == members


def test_the_first_meeting_had_51_members_and_the_day_before_is_not_covered(assembly: Rulebook) -> None:
    assert assembly.since == date(1946, 1, 10)
    assert assembly.on(date(1946, 1, 10)).size == 51


@pytest.mark.parametrize(("last", "old", "new"), HAND_OVERS)
def test_hand_overs_happen_overnight(assembly: Rulebook, last: date, old: str, new: str) -> None:
    before, after = set(assembly.on(last).ids), set(assembly.on(last + timedelta(days=1)).ids)
    assert old == "" or (old in before and old not in after)
    assert new == "" or (new in after and new not in before)


@pytest.mark.parametrize(
    ("day", "line", "member"),
    [
        (date(1971, 10, 24), "CHN", "CHN"),
        (date(1971, 10, 26), "CHN", "CHN"),
        (date(1991, 12, 23), "RUS", "SUN"),
        (date(1991, 12, 24), "RUS", "RUS"),
        (date(2000, 11, 1), "SRB", "YUG"),
        (date(2004, 1, 1), "SRB", "SCG"),
        (date(2010, 1, 1), "SRB", "SRB"),
    ],
)
def test_a_seat_keeps_its_line_whoever_holds_it(assembly: Rulebook, day: date, line: str, member: str) -> None:
    assert assembly.on(day).seat(line).id == member


@pytest.mark.parametrize(("member", "first", "last"), SILENT)
def test_a_member_that_took_no_part_is_counted_and_cannot_vote(
    assembly: Rulebook, member: str, first: date, last: date
) -> None:
    for day in (first, last):
        casts = assembly.on(day).seat(member).casts
        assert casts is not None
        assert not {"yes", "no", "abstain"} & set(casts)
    assert assembly.on(first - timedelta(days=1)).seat(member).casts is None
    assert assembly.on(last + timedelta(days=1)).seat(member).casts is None


def test_every_row_has_a_source_and_every_practice_a_note(assembly: Rulebook) -> None:
    for row in assembly.register.tenures:
        assert row.seat.source, row
        assert row.seat.basis == "law" or row.seat.note, row
    assert not [row.seat.id for row in assembly.register.tenures if row.seat.source in assembly.sources]


def test_no_example_counts_more_ballots_than_there_were_members(assembly: Rulebook) -> None:
    for example in assembly.examples:
        assert sum((example.tally or {}).values()) <= assembly.on(example.on).size, example


def test_every_recorded_voter_was_a_member_that_could_vote(assembly: Rulebook, shared_data: Path) -> None:
    strangers = defaultdict(list)
    for name, printed in sorted(_voters(shared_data)):
        if not any(_could_vote(assembly, name, day) for day in _days(printed)):
            strangers[name].append(printed)
    unexplained = {name: [day for day in days if not _excepted(name, day)] for name, days in strangers.items()}
    assert not {name: days for name, days in unexplained.items() if days}
    assert set(strangers) == set(EXCEPTIONS), "an exception that is no longer needed"


def _voters(folder: Path) -> set[tuple[str, str]]:
    """Each name with each date on which the table has a vote of it."""
    with gzip.open(folder / CALLS, "rt", encoding="utf-8", newline="") as handle:
        days = {row["rcid"]: row["date"] for row in csv.DictReader(handle)}
    with gzip.open(folder / VOTES, "rt", encoding="utf-8", newline="") as handle:
        return {(row["country"], days[row["rcid"]]) for row in csv.DictReader(handle)}


def _days(printed: str) -> Iterator[date]:
    """The days that the printed date can stand for; the day of the table first."""
    year, month, day = map(int, printed.split("-"))
    last = calendar.monthrange(year, month)[1]
    yield date(year, month, min(day, last))
    if year < FIRST_REAL_YEAR:
        yield from (date(year, month, other) for other in (last, *range(1, last)))


def _could_vote(assembly: Rulebook, name: str, day: date) -> bool:
    codes = assembly.names.codes(name, day)
    rows = [row for row in assembly.register.tenures if row.seat.id in codes and row.covers(day)]
    return len(codes) == 1 and len(rows) == 1 and rows[0].seat.casts is None


def _excepted(name: str, day: str) -> bool:
    first, last, _ = EXCEPTIONS.get(name, ("9", "0", ""))
    return first <= day <= last

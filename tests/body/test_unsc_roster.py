"""The Security Council's roster: day by day at the hand-overs, and year by year against a table of another origin."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from psephos.body.rulebook import Rulebook, rulebook
from psephos.errors import DayNotCovered

if TYPE_CHECKING:
    from pathlib import Path

    from psephos.body.members import Roster

FIRST, LAST = date(1946, 1, 17), date(2027, 12, 31)
TABLE = "security-council-membership-1946-2027.csv"
PERMANENT_LINES = {"CHN", "FRA", "GBR", "RUS", "USA"}
PATTERN = {
    "african": 3,
    "asia_pacific": 2,
    "eastern_european": 1,
    "latin_american_caribbean": 2,
    "western_european_others": 2,
}
# Where the table, which knows years only, may differ from the roster of a day: (first year, last year, table, roster).
ALLOWED = (
    (1946, 1970, "TWN", "CHN"),  # one member throughout; the table has another code for the earlier holder
    (1991, 1991, "RUS", "SUN"),  # the membership was continued on 24 December; the table has the successor all year
    (1990, 1990, "YEM", "YMD"),  # Democratic Yemen sat until 21 May
)


@pytest.fixture(scope="module")
def council() -> Rulebook:
    return rulebook("unsc")


@pytest.fixture(scope="module")
def table(shared_data: Path) -> dict[int, dict[str, str]]:
    """Year -> code -> regional group, "permanent" for the permanent members."""
    years: dict[int, dict[str, str]] = defaultdict(dict)
    with (shared_data / TABLE).open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            group = "permanent" if row["permanent"] == "True" else row["regional_group"]
            years[int(row["year"])][row["iso3"]] = group
    return dict(years)


def same(year: int, listed: str, seated: str) -> bool:
    """Do the two codes mean one member of that year?"""
    allowed = ((old, new) for first, last, old, new in ALLOWED if first <= year <= last)
    return listed == seated or (listed, seated) in allowed


def unmatched(year: int, listed: set[str], roster: Roster) -> set[str]:
    """Codes of either side without a partner on the other."""
    alone = {code for code in listed if not any(same(year, code, seated) for seated in roster.ids)}
    return alone | {seated for seated in roster.ids if not any(same(year, code, seated) for code in listed)}


def elected(roster: Roster) -> set[str]:
    return {seat.id for seat in roster.seats if "elected" in seat.groups}


@pytest.mark.parametrize("year", range(1946, 2028))
def test_every_year_agrees_with_the_table_on_its_first_and_last_day(
    council: Rulebook, table: dict[int, dict[str, str]], year: int
) -> None:
    listed = table[year]
    first = {1946: FIRST, 1980: date(1980, 1, 7)}.get(year, date(year, 1, 1))
    for day in (first, date(year, 12, 31)):
        assert unmatched(year, set(listed), council.roster(day)) == set(), day


@pytest.mark.parametrize("year", range(1966, 2028))
def test_regional_groups_of_elected_members_agree_with_the_table(
    council: Rulebook, table: dict[int, dict[str, str]], year: int
) -> None:
    listed = table[year]
    for seat in council.roster(date(year, 12, 31)).seats:
        if "elected" in seat.groups:
            assert listed[seat.id] in seat.groups, seat.id


def test_every_allowed_difference_occurs(council: Rulebook, table: dict[int, dict[str, str]]) -> None:
    for first, _, listed, seated in ALLOWED:
        days = (FIRST if first == 1946 else date(first, 1, 1), date(first, 12, 31))
        assert listed in table[first]
        assert any(seated in council.roster(day).ids for day in days)


def steps(council: Rulebook) -> list[date]:
    """Every day on which somebody came or left, and the days around it, within the days covered."""
    found = {change + timedelta(days=shift) for change in council.register.changes() for shift in (-1, 0)}
    return sorted(day for day in found | {FIRST, LAST} if FIRST <= day <= LAST)


def test_eleven_members_until_1965_and_fifteen_since_but_for_six_days(council: Rulebook) -> None:
    for day in steps(council):
        gap = date(1980, 1, 1) <= day <= date(1980, 1, 6)
        expected = 11 if day.year < 1966 else 14 if gap else 15
        assert council.roster(day).size == expected, day


def test_five_permanent_seats_on_every_day_and_everybody_else_elected(council: Rulebook) -> None:
    for day in steps(council):
        seats = council.roster(day).seats
        assert {seat.line for seat in seats if "permanent" in seat.groups} == PERMANENT_LINES, day
        assert all(("permanent" in seat.groups) != ("elected" in seat.groups) for seat in seats), day


def test_regional_pattern_from_1966(council: Rulebook) -> None:
    for day in steps(council):
        roster = council.roster(day)
        counts = {name: len([seat for seat in roster.seats if name in seat.groups]) for name in PATTERN}
        if day.year < 1966:
            assert set(counts.values()) == {0}, day
        elif date(1980, 1, 1) <= day <= date(1980, 1, 6):
            assert counts == {**PATTERN, "latin_american_caribbean": 1}, day
        else:
            assert counts == PATTERN, day


def test_permanent_members_carry_no_regional_group(council: Rulebook) -> None:
    for day in steps(council):
        assert all(seat.groups == {"permanent"} for seat in council.roster(day).seats if "permanent" in seat.groups)


def test_every_row_has_a_source(council: Rulebook) -> None:
    assert all(tenure.seat.source for tenure in council.register.tenures)


def test_no_day_outside_the_span_is_answered(council: Rulebook) -> None:
    for day in (FIRST - timedelta(days=1), LAST + timedelta(days=1)):
        with pytest.raises(DayNotCovered):
            council.roster(day)


def test_the_first_members(council: Rulebook) -> None:
    assert elected(council.roster(FIRST)) == {"AUS", "BRA", "EGY", "MEX", "NLD", "POL"}
    assert elected(council.roster(date(1947, 1, 1))) == {"AUS", "BEL", "BRA", "COL", "POL", "SYR"}
    assert elected(council.roster(date(1948, 1, 1))) == {"ARG", "BEL", "CAN", "COL", "SYR", "UKR"}


def test_china_is_one_member_and_the_holder_of_the_seat_is_noted(council: Rulebook) -> None:
    before, after = (council.roster(date(1971, 10, day)).seat("CHN") for day in (24, 25))
    assert before.id == after.id == before.line == after.line == "CHN"
    assert "Republic of China" in before.note
    assert "People's Republic" not in before.note
    assert "People's Republic of China" in after.note
    assert "2758 (XXVI)" in after.source


def test_the_russian_federation_continues_the_seat_of_the_ussr(council: Rulebook) -> None:
    before, after = (council.roster(date(1991, 12, day)).seat("RUS") for day in (23, 24))
    assert (before.id, before.line) == ("SUN", "RUS")
    assert (after.id, after.line, after.basis) == ("RUS", "RUS", "practice")


@pytest.mark.parametrize(
    ("year", "first", "second"),
    [
        (1956, "YUG", "PHL"),
        (1960, "POL", "TUR"),
        (1961, "LBR", "IRL"),
        (1962, "ROU", "PHL"),
        (1964, "CSK", "MYS"),
        (2017, "ITA", "NLD"),
    ],
)
def test_split_terms_change_hands_at_the_new_year(council: Rulebook, year: int, first: str, second: str) -> None:
    before, after = council.roster(date(year, 12, 31)).ids, council.roster(date(year + 1, 1, 1)).ids
    assert first in before
    assert second not in before
    assert first not in after
    assert second in after
    assert second in council.roster(date(year + 1, 12, 31)).ids


def test_mexico_takes_its_seat_a_week_late(council: Rulebook) -> None:
    before, after = council.roster(date(1980, 1, 6)), council.roster(date(1980, 1, 7))
    assert (before.size, "MEX" in before.ids) == (14, False)
    assert (after.size, "MEX" in after.ids) == (15, True)


def test_yemen_continues_the_seat_of_democratic_yemen(council: Rulebook) -> None:
    before, after = (council.roster(date(1990, 5, day)).seat("YEM") for day in (21, 22))
    assert (before.id, after.id) == ("YMD", "YEM")
    assert before.line == after.line == "YEM"


def test_the_council_grows_on_the_first_of_january_1966(council: Rulebook) -> None:
    before, after = (elected(council.roster(day)) for day in (date(1965, 12, 31), date(1966, 1, 1)))
    assert before == {"BOL", "CIV", "JOR", "MYS", "NLD", "URY"}
    assert after == {"ARG", "BGR", "JOR", "JPN", "MLI", "NGA", "NLD", "NZL", "UGA", "URY"}
    next_year = elected(council.roster(date(1967, 1, 1)))
    assert next_year == {"ARG", "BGR", "BRA", "CAN", "DNK", "ETH", "IND", "JPN", "MLI", "NGA"}


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(1949, 6, 1), "UKR"),
        (date(1961, 6, 1), "EGY"),
        (date(1965, 6, 1), "MYS"),
        (date(1974, 6, 1), "BLR"),
        (date(1979, 6, 1), "CSK"),
        (date(1980, 6, 1), "DDR"),
        (date(1988, 6, 1), "YUG"),
        (date(2014, 1, 1), "JOR"),
    ],
)
def test_members_under_their_own_code(council: Rulebook, day: date, code: str) -> None:
    assert council.roster(day).seat(code).id == code


def test_saudi_arabia_never_sat(council: Rulebook) -> None:
    assert "SAU" not in council.register.members_ever()


def test_no_elected_member_sits_longer_than_two_years(council: Rulebook) -> None:
    for tenure in council.register.tenures:
        if "elected" in tenure.seat.groups:
            assert tenure.since is not None
            assert tenure.until is not None
            assert (tenure.until - tenure.since).days < 731, tenure.seat.id

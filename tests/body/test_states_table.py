"""The table of states' names: one printed name a day, none that could mean two states, every name of real archives."""

from __future__ import annotations

import csv
import io
from datetime import date
from importlib import resources
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from psephos.body.names import Name, Names, fold, load_names
from psephos.body.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = ["code", "name", "language", "kind", "from", "until", "the", "source", "note"]
KINDS = {"name", "official", "short", "former", "misspelling", "demonym", "stand_in", "code"}
TODAY = date(2026, 11, 1)
# (printed form, a day, the one code it means; "" = deliberately nobody: it could mean two)
BY_DAY = (
    ("Congo", date(1965, 1, 1), ""),
    ("Congo", date(1985, 1, 1), "COG"),
    ("Congo", date(2006, 6, 1), "COG"),
    ("Republic of the Congo", date(1962, 1, 1), ""),
    ("Republic of the Congo", date(2006, 6, 1), "COG"),
    ("Congolese", date(2006, 6, 1), ""),
    ("Zaire", date(1985, 1, 1), "COD"),
    ("Korea", date(1950, 6, 25), ""),
    ("Korea", date(2022, 1, 1), ""),
    ("Germany", date(1960, 1, 1), "DEU"),
    ("Germany", date(1980, 1, 1), ""),
    ("Germany", date(1990, 10, 3), "DEU"),
    ("Viet-Nam", date(1970, 1, 1), ""),
    ("Vietnam", date(1977, 9, 20), "VNM"),
    ("Yemen", date(1980, 1, 1), "YEM"),
    ("Democratic Yemen", date(1980, 1, 1), "YMD"),
    ("Yugoslavia", date(2003, 2, 3), "YUG"),
    ("Yugoslavia", date(2003, 2, 4), ""),
    ("Russia", date(1991, 12, 23), "SUN"),
    ("Russia", date(1991, 12, 24), "RUS"),
    ("Moscow", date(1962, 10, 25), "SUN"),
    ("Moscow", date(2022, 3, 2), "RUS"),
    ("TWN", date(1971, 10, 25), "CHN"),
    ("TWN", date(1971, 10, 26), ""),
    ("People's Republic of China", date(1950, 9, 29), ""),
    ("People's Republic of China", date(1971, 10, 26), "CHN"),
    ("Bonn", date(1980, 1, 1), "DEU"),
    ("Berlin", date(1980, 1, 1), ""),
    ("Ethipia", date(2002, 1, 1), "ETH"),
    ("Royaume-Uni", date(2020, 1, 1), "GBR"),
    ("Rusia", date(2020, 1, 1), "RUS"),
    ("EE.UU.", date(2020, 1, 1), "USA"),
)
# (code, day, the form printed, with its article)
PRINTED = (
    ("BFA", date(1984, 8, 3), "Upper Volta", False),
    ("BFA", date(1984, 8, 4), "Burkina Faso", False),
    ("CHN", date(1950, 1, 1), "China", False),
    ("COD", date(1960, 9, 20), "Congo (Leopoldville)", True),
    ("COD", date(1997, 5, 16), "Zaire", False),
    ("COD", date(1997, 5, 17), "Democratic Republic of the Congo", True),
    ("CPV", date(2013, 10, 24), "Cabo Verde", False),
    ("CZE", date(2016, 5, 16), "Czech Republic", True),
    ("CZE", date(2016, 5, 17), "Czechia", False),
    ("EGY", date(1958, 2, 22), "United Arab Republic", True),
    ("EGY", date(1971, 9, 2), "Egypt", False),
    ("LKA", date(1960, 1, 1), "Ceylon", False),
    ("MKD", date(2019, 2, 13), "The former Yugoslav Republic of Macedonia", False),
    ("MKD", date(2019, 2, 14), "North Macedonia", False),
    ("RUS", date(1991, 12, 24), "Russian Federation", True),
    ("SCG", date(2005, 1, 1), "Serbia and Montenegro", False),
    ("SUN", date(1991, 12, 23), "Union of Soviet Socialist Republics", True),
    ("TUR", date(2022, 5, 31), "Turkey", False),
    ("TUR", date(2022, 6, 1), "Türkiye", False),
    ("TZA", date(1962, 1, 1), "Tanganyika", False),
    ("USA", date(2022, 1, 1), "United States", True),
)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    text = (resources.files("psephos.body") / "names" / "states.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def states() -> Names:
    return load_names("states")


def test_the_columns_and_cells_are_of_the_known_kinds(rows: list[dict[str, str]]) -> None:
    assert list(rows[0]) == COLUMNS
    for row in rows:
        assert row["kind"] in KINDS, row
        assert row["language"] in {"en", "fr", "es"}, row
        assert row["the"] in {"", "true"}, row
        assert row["source"], row
        assert row["name"] == " ".join(row["name"].split()), row


def test_the_days_of_a_form_are_in_order(states: Names) -> None:
    assert not [form for form in states.entries if form.since and form.until and form.until < form.since]


def test_no_form_stands_twice_for_the_same_days(states: Names) -> None:
    # "la delegación china": an adjective can be spelled as the name, but for its small letter
    forms = [
        (form.code, fold(form.name), form.kind == "demonym", form.language, form.since, form.until)
        for form in states.entries
    ]
    assert len(forms) == len(set(forms))


def test_every_member_has_one_printed_name_on_every_day(states: Names) -> None:
    for row in rulebook("unga").register.tenures:
        first, last = row.since or date.min, row.until or TODAY
        forms = [form for form in states.official.get(row.seat.id, ()) if _overlap(form, first, last)]
        turns = {first, last, *(day for form in forms for day in (form.since, form.until) if day)}
        for day in (turn for turn in turns if first <= turn <= last):
            assert [form.covers(day) for form in forms].count(True) == 1, (row.seat.id, day, forms)


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_member_has_a_french_and_a_spanish_name(states: Names, language: str) -> None:
    named = {form.code for form in states.entries if form.language == language and form.kind == "name"}
    assert {row.seat.id for row in rulebook("unga").register.tenures} <= named


FORMER = {"SCG", "VDR", "YMD", "ZAN"}


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_member_has_a_french_and_a_spanish_adjective_in_small_letters(states: Names, language: str) -> None:
    adjectives = [form for form in states.entries if form.language == language and form.kind == "demonym"]
    assert {row.seat.id for row in rulebook("unga").register.tenures} - FORMER <= {form.code for form in adjectives}
    assert all(form.name == form.name.casefold() for form in adjectives)


def test_no_form_can_mean_two_states_on_one_day(states: Names) -> None:
    clashes = [
        (first, second)
        for forms in states.folded.values()
        for first, second in combinations(forms, 2)
        if first.code != second.code and _overlap(first, second.since or date.min, second.until or date.max)
    ]
    assert not clashes  # in no language, demonyms and capitals included


@pytest.mark.parametrize(("printed", "day", "code"), BY_DAY)
def test_a_form_means_one_state_or_nobody_by_day(states: Names, printed: str, day: date, code: str) -> None:
    assert states.codes(printed, day) == ((code,) if code else ())


@pytest.mark.parametrize(("code", "day", "name", "the"), PRINTED)
def test_the_printed_name_is_the_one_of_the_day(states: Names, code: str, day: date, name: str, the: bool) -> None:  # noqa: FBT001
    form = states.printed(code, day)
    assert form is not None
    assert (form.name, form.the) == (name, the)


def test_observers_and_members_of_other_bodies_are_known_and_are_no_members(states: Names) -> None:
    assembly = set(rulebook("unga").on(TODAY).ids)
    for name, code in (("Holy See", "VAT"), ("State of Palestine", "PSE"), ("Kosovo", "XKX"), ("UVK", "XKX")):
        assert states.codes(name, TODAY) == (code,)
        assert code not in assembly


def test_every_member_of_the_security_council_spreadsheet_is_known(states: Names, shared_data: Path) -> None:
    import polars as pl

    table = pl.read_excel(
        shared_data / "security-council-votes-1994-2009.xlsx", read_options={"dtypes": "string"}
    ).select("Year", "Member State")
    unknown = [row for row in table.unique().rows() if len(states.codes(row[1], date(int(row[0]), 7, 1))) != 1]
    assert not unknown


def test_every_member_of_the_table_of_terms_is_known(states: Names, shared_data: Path) -> None:
    for row in _read(shared_data / "security-council-membership-1946-2027.csv"):
        year = int(row["year"])
        codes = {*states.codes(row["name"], date(year, 1, 1)), *states.codes(row["name"], date(year, 12, 31))}
        assert len(codes) == 1 or (year, codes) == (1991, {"SUN", "RUS"}), row


def test_every_caster_of_a_veto_is_known(states: Names, shared_data: Path) -> None:
    for row in _read(shared_data / "security-council-vetoes-1946-2022.csv"):
        month, day, year = map(int, row["date"].split("/"))
        for name in filter(None, (row["member_veto1"], row["member_veto2"], row["member_veto3"])):
            assert len(states.codes(name, date(year, month, day))) == 1, (row["date"], name)


def test_every_member_of_the_fund_is_known_under_its_code(states: Names, shared_data: Path) -> None:
    with (shared_data / "imf-votes-2022.csv").open(encoding="utf-8", newline="") as handle:
        listed = {code: name.rstrip("0123456789 ") for code, name, _ in csv.reader(handle)}
    strange = {name for code, name in listed.items() if states.codes(name, date(2022, 7, 1)) != (code,)}
    assert strange == {"Korea", "Kosovo"}  # the Fund's short form for one of two Koreas; the Fund's own code UVK
    assert states.codes("UVK", date(2022, 7, 1)) == states.codes("Kosovo", date(2022, 7, 1))


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("eu-council-population-shares-2016-2025.csv", "member"),
        ("eu-council-weights-1958-2013.csv", "member"),
        ("eu-council-populations-2004-2014.csv", "country"),
    ],
)
def test_every_member_of_the_union_is_known(states: Names, shared_data: Path, table: str, column: str) -> None:
    names = {row[column] for row in _read(shared_data / table)}
    assert not {name for name in names if len(states.codes(name, date(2014, 11, 1))) != 1}


def _overlap(form: Name, first: date, last: date) -> bool:
    return (form.since or date.min) <= last and first <= (form.until or date.max)


def _read(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle)

import tomllib
from pathlib import Path

import pytest

from tests.house.citations import roster_faults, rulebook_faults
from tests.house.project import PACKAGE

RULEBOOKS = sorted((PACKAGE / "body" / "rulebooks").glob("*.toml"))
ROSTERS = sorted((PACKAGE / "body" / "rosters").glob("*.csv"))


def stem(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", RULEBOOKS, ids=stem)
def test_a_rulebook_says_when_it_was_checked_and_who_says_so(path: Path) -> None:
    book = tomllib.loads(path.read_text(encoding="utf-8"))
    assert rulebook_faults(path.name, book) == []
    assert book["id"] == path.stem


@pytest.mark.parametrize("path", ROSTERS, ids=stem)
def test_every_row_of_a_roster_has_a_source(path: Path) -> None:
    assert roster_faults(path.name, path.read_text(encoding="utf-8")) == []


def test_rulebooks_and_rosters_are_found() -> None:
    assert RULEBOOKS
    assert ROSTERS


# The check itself.

GOOD = """
as_of = 2026-11-01
[sources]
law = "The statutes, Article 5"
[[seats]]
id = "board"
source = "law"
[[rule]]
[rule.clauses.majority]
requires = "yes > no"
source = "law"
reading = "abstentions do not count"
authority = "the minutes of 2001"
[[example]]
source = "Minutes of 4 May 2001"
[[example]]
synthetic = true
why = "3 is more than 2"
"""


def test_the_rulebook_check_leaves_what_is_sourced() -> None:
    assert rulebook_faults("good", tomllib.loads(GOOD)) == []


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("as_of = 2026-11-01", ""),
        ("as_of = 2026-11-01", 'as_of = "lately"'),
        ("The statutes, Article 5", " "),
        ('id = "board"\nsource = "law"', 'id = "board"'),
        ('requires = "yes > no"\nsource = "law"', 'requires = "yes > no"'),
        ('authority = "the minutes of 2001"', ""),
        ('source = "Minutes of 4 May 2001"', ""),
        ("Minutes of 4 May 2001", "computed by psephos"),
        ('why = "3 is more than 2"', ""),
    ],
)
def test_the_rulebook_check_bites(was: str, becomes: str) -> None:
    assert was in GOOD
    assert len(rulebook_faults("bad", tomllib.loads(GOOD.replace(was, becomes)))) == 1


@pytest.mark.parametrize("text", ["member,from\nFRA,1946-01-17\n", "member,source\nFRA,\n", "member,source\nFRA\n"])
def test_the_roster_check_bites(text: str) -> None:
    assert len(roster_faults("bad", text)) == 1


def test_the_roster_check_leaves_what_is_sourced() -> None:
    assert roster_faults("good", "member,source\nFRA,charter\n") == []

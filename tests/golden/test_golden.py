"""Printed tables of power, one TOML file each: the source is cited, and every printed digit is compared."""

import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from psephos.power.abstention import ABSTENTION
from psephos.power.games import Game, game, weighted
from psephos.power.indices import power
from psephos.power.swings import Number
from tests.count import bodies as b

FILES = sorted(Path(__file__).parent.glob("*.toml"))
GAMES = [(path.stem, one) for path in FILES for one in tomllib.loads(path.read_text(encoding="utf-8"))["game"]]


def played(one: dict[str, Any]) -> Game:
    """The game that a table is about."""
    if "quota" in one:
        return weighted(one["quota"], one["weights"])
    if "clauses" in one:
        seats = [b.seat(f"s{n}", (weight, 1)) for n, weight in enumerate(one["w"])]
        return Game(b.body(seats, one["clauses"], one["passes"]), one["name"], "board")
    return game(one["body"], on=one["on"], decision=one.get("decision"), variants=one.get("variants", ()))


def same(printed: str, value: Number) -> bool:
    """Does the value agree with what is printed, to the printed digits?"""
    if "/" in printed or isinstance(value, Fraction):
        return value == Fraction(printed)
    digits = len(printed.partition(".")[2])
    tolerance = 1.01 * float(f"1e-{digits}") + 1e-15  # some are printed rounded, some cut off
    return abs(float(value) - float(printed)) <= tolerance


@pytest.mark.parametrize(("file", "one"), GAMES, ids=[f"{file}: {one['name']}" for file, one in GAMES])
def test_printed_values(file: str, one: dict[str, Any]) -> None:
    assert one["source"], file
    values, swings = one.get("values", {}), one.get("swings", {})
    exact = any("/" in printed for row in values.values() for printed in row.values())
    asked = list(dict.fromkeys([*values, *swings]))
    table = power(played(one), index=asked, exact=exact, unions=one.get("unions"))
    for index, row in values.items():
        column = table.column(index)
        for member, printed in row.items():
            assert same(printed, column[member]), (index, member, printed, column[member])
    for kind, counts in swings.items():
        found = dict(zip(table.members, table.swings[kind], strict=True))
        assert {member: found[member] for member in counts} == counts
    if "adopting" in one:
        assert table.adopting == one["adopting"]
    if "chance" in one:
        assert table.adopting is not None
        assert same(one["chance"], table.adopting / table.divisions)


def test_every_kind_of_index_has_a_printed_value() -> None:
    covered = {index for _, one in GAMES for index in (*one.get("values", {}), *one.get("swings", {}))}
    assert {
        "banzhaf",
        "banzhaf_normalised",
        "shapley_shubik",
        "johnston",
        "deegan_packel",
        "holler",
        "owen",
        "banzhaf_owen",
    } <= covered
    assert set(ABSTENTION) <= covered

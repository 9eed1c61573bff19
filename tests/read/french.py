# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Names in French and Spanish, from the names table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from psephos.body.names import load_names

TABLE = load_names("states")


def foreign(member: str, day: date, language: str) -> str:
    """The short name in that language on that day."""
    fitting = [n for n in TABLE.entries if n.code == member and n.language == language and n.covers(day)]
    fitting.sort(key=lambda n: (n.kind != "short", n.kind != "name", len(n.name)))
    return next(n.name for n in fitting if not n.name.isupper())


ARTICLES = {
    "USA": "les ",
    "GBR": "le ",
    "RUS": "la ",
    "CHN": "la ",
    "FRA": "la ",
    "IND": "l’",
    "BRA": "le ",
    "DEU": "l’",
    "GAB": "le ",
}


def fr_list(members: Sequence[str], day: date) -> str:
    words = [foreign(m, day, "fr") for m in members]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} et {words[-1]}"


def es_list(members: Sequence[str], day: date) -> str:
    words = [foreign(m, day, "es") for m in members]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} y {words[-1]}"

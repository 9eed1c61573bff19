# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Past what is said of a member in the middle of a list."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item
from psephos.read.atoms.nouns import key_at, words_at

__all__ = ["ASIDE_LENGTH", "CASTS", "past_aside"]

_ASIDE = (("which",), ("who",), ("both", "of", "which"), ("both", "of", "whom"), ("whose",), ("all", "of", "which"))


CASTS = words(
    "voted vote abstained abstaining vetoed vetoing backed supported opposed voting against favour favor was were did "
    "while but joined"
)


ASIDE_LENGTH = 12


def past_aside(found: Sequence[Item], place: int) -> int:
    """Past what is said of a member in the middle of a list ("China and Russia, which have a veto, Libya and ...")."""
    if key_at(found, place) == "–":
        return _past_dashes(found, place)
    if key_at(found, place) != "," or not any(words_at(found, place + 1, words) for words in _ASIDE):
        return place
    for here in range(place + 2, min(place + 3 * ASIDE_LENGTH, len(found))):
        if found[here].key == ";" and key_at(found, here + 1) in {"and", "<m>"}:
            return here
        ends = found[here].key in {"was", "were"} and key_at(found, here + 1) == ","  # "whose second this was,"
        noun = found[here].key == "vote" and key_at(found, here - 1) in {"his", "her", "their", "the", "a"}
        if (found[here].key in CASTS and not ends and not noun) or found[here].key in {";", ".", "|", ":"}:
            return place
        if found[here].key == ",":
            following = key_at(found, here + 1)
            goes_on = following in {"<m>", "the", "and"} and (
                key_at(found, here + 2) in {"<m>", "the", ","} or following == "<m>"
            )
            return here if goes_on else place
    return place


def _past_dashes(found: Sequence[Item], place: int) -> int:
    """Past an aside between dashes ("Germany - odd man out in the West - and Brazil")."""
    for here in range(place + 1, min(place + ASIDE_LENGTH, len(found))):
        if found[here].key in CASTS | {"<m>", "<n>", ";", ".", "|", ":"}:
            return place
        if found[here].key == "–":
            return here + 1 if key_at(found, here + 1) in {"and", ","} else place
    return place

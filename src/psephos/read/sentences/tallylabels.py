# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Figures after their labels ("Ayes 137, Noes 7"), and votes that nobody opposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from psephos.read.atoms.mentions import Item
from psephos.read.sentences.facts import Fact

__all__ = ["labelled", "undisputed"]

_LABELS = (
    ("yes", r"(?:affirmative votes?|(?:votes? )?(?:in favou?r|for|yes|ayes?|yeas?|pour|a favor|approve[ds]?))"),
    ("no", r"(?:negative votes?|(?:votes? )?(?:against|noe?s?|nays?|contre|en contra|opposed))"),
    ("abstain", r"(?:abstain(?:ed|ing)?|abstentions?|abstenciones|abstencion)"),
    ("present_only", r"(?:(?:answered |voting |voted )?present)"),
    ("not_voting", r"(?:not voting|non ~ voting|absent|did not vote|not participating)"),
)


_LABELLED = re.compile(
    r"(?:(?<=^)|(?<=[,;|(.:–/] )|(?<=and )|(?<=<n> )|(?<=the )(?=ayes|noes|yeas|nays|abst|affirmative|negative))(?:"
    + "|".join(f"(?P<{choice}>{words})" for choice, words in _LABELS)
    + r")(?: to the (?:right|left) ,)?(?: (?:votes?|was|were|had|numbered))?(?: again)?(?: [:–=|(])? "
    r"(?P<count><n>|none|nil|zero)(?: \))?(?: votes?)?"
    r"(?= [,;|).:–/&]|$| and | (?:against|noes|nays|no|abst\S*|not|absent) )"
)


_UNDISPUTED = re.compile(
    r"(?:^| )(?:without|and no|with no)(?: any| a single| a)? (?:dissent|opposition|dissenting (?:vote|voice)s?"
    r"|votes? against"
    r"|negative votes?|contrary votes?)(?= |$)"
    r"|(?:^| )(?:sin (?:ningun )?votos? en contra|sans (?:aucune )?(?:opposition|voix contre|vote negatif)"
    r"|aucune? (?:delegation|pays|membre|etat) n' a vote contre"
    r"|ningun(?:a)? (?:pais|miembro|estado|delegacion) voto en contra)(?= |$)"
)


def undisputed(found: Sequence[Item], number: int) -> Iterator[Fact]:
    """Reads "with eleven votes and without any dissent": nobody voted against."""
    keys = " ".join(item.key for item in found)
    if match := _UNDISPUTED.search(keys):
        first = keys[: match.start()].count(" ") + (match.start() > 0)
        last = keys[: match.end()].count(" ")
        yield Fact("figure", found[first].start, found[last].end, "undisputed", number, first, choice="no", number=0)


_OTHER_SIDE = re.compile(r"<n> (?:votes? )?(?:against|for|in favou?r)(?= |$)")


def labelled(found: Sequence[Item], number: int) -> Iterator[Fact]:
    """Reads "Ayes 137, Noes 7", "In favour 15; against 0; abstaining 0": labels before their figures."""
    keys = " ".join(item.key for item in found)
    hits = list(_LABELLED.finditer(keys))
    if not hits or _figure_first(keys, hits[0]):
        return
    if len(hits) == 1 and not _alone(keys, hits[0]):
        return  # a label alone is a word
    for hit in hits:
        choice = next(choice for choice, _ in _LABELS if hit[choice])
        first = keys[: hit.start()].count(" ")
        last = keys[: hit.end("count")].count(" ")
        count = found[last].number if hit["count"] == "<n>" else 0
        yield Fact(
            "figure", found[first].start, found[last].end, "label-first", number, first, choice=choice, number=count
        )


def _alone(keys: str, hit: re.Match[str]) -> bool:
    """Can a label stand alone: "The Ayes to the right, 324", or before the other side's figure?"""
    votes = hit.group().endswith(("votes", "vote")) and _OTHER_SIDE.search(keys, hit.end())
    return bool(votes) or " to the right , " in hit.group() or " to the left , " in hit.group()


def _figure_first(keys: str, hit: re.Match[str]) -> bool:
    """Is it "10 for, 3 against", where each figure stands before its word?"""
    return keys[: hit.start()].endswith(("<n> ", "none ", "<n> votes "))

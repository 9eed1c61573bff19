# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""More of what was just told: "the latter included Panama", "the two were Brazil and Turkey"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from psephos.read.atoms.mentions import Item
from psephos.read.phrases.clauses import joined_keys
from psephos.read.phrases.voters import voters_at
from psephos.read.sentences.facts import Fact

__all__ = ["continued"]

_LATTER = re.compile(
    r"(?:the latter|these|they|those|among (?:them|these)|the abstainers|the latter group)(?: "
    r"also)? (?:included|include|were|are|comprised) "
)


_SO_DID = re.compile(r"(?:so|neither|nor|likewise)(?: too| also)? (?:did|was|were|has|have|had) ")
"""Reads "China abstained. So did India."."""


_NOUNS = (
    r"(?:countries|members|member states|states|nations|others|dissenters|abstainers|opponents|votes|ones|delegations)"
)


_COUNTED = re.compile(
    rf"(?:^|[,;:–] |but |and |with |among )the (?P<n><n>)(?: {_NOUNS})?(?: (?:that|which|who) (?:did so|voted "
    rf"against|abstained"
    r"|voted no|voted in favou?r))? (?:were|are|was|is|being|:) (?:those of |that of |cast by |(?:<b> )?members "
    r")?(?=the <m>|<m>)"
)


_THE_COUNTED = re.compile(
    rf"(?:^|[,;:–] )(?P<who>(?:the )?<m>(?:[^;:]*?)) (?:were|was|being) (?:also )?(?:among |two of |one of )?the "
    rf"(?P<n><n>)(?: {_NOUNS})?(?= [,;:.)]|$)"
)


def continued(found: Sequence[Item], last: Fact | None, recent: Sequence[Fact], place: int) -> Iterator[Fact]:
    """Reads "The latter included Panama and Chile", "the two were Brazil and Turkey": names for what was just said."""
    keys = joined_keys(found)
    if match := _LATTER.match(keys):
        yield from _named_of(found, match.group().count(" "), last, place)
    if match := _SO_DID.match(keys):
        yield from _named_of(found, match.group().count(" "), last, place)
    if match := _COUNTED.search(keys):
        first = keys[: match.start("n")].count(" ")
        yield from _named_of(found, keys[: match.end()].count(" "), _fact_of(found[first].number, recent), place)
    if match := _THE_COUNTED.search(keys):
        first = keys[: match.start("n")].count(" ")
        yield from _named_of(found, keys[: match.start("who")].count(" "), _fact_of(found[first].number, recent), place)


def _fact_of(number: int | None, recent: Sequence[Fact]) -> Fact | None:
    """The class that a figure given just before stands for; None if it may be one of two."""
    fitting = [fact for fact in recent if fact.kind == "figure" and fact.number == number]
    scores = [
        replace(fact, choice=choice)
        for fact in recent
        if fact.kind == "score" and not fact.name
        for choice, figure in zip(("yes", "no", "abstain"), fact.pair, strict=False)
        if figure == number
    ]
    found = {fact.choice: fact for fact in (*fitting, *scores)}
    return next(iter(found.values())) if len(found) == 1 else None


def _named_of(found: Sequence[Item], first: int, last: Fact | None, place: int) -> Iterator[Fact]:
    """The members named from an item on, as voters of the class just spoken of."""
    if last is None or first >= len(found):
        return
    voters = voters_at(found, first)
    known = tuple(person for person in voters.members if person.codes) if voters else ()
    if voters and voters.count is None and known:
        yield Fact(
            "ballots",
            known[0].start,
            known[-1].end,
            "continued",
            place,
            0,
            choice=last.choice,
            persons=known,
            past=last.past,
        )

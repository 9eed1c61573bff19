"""Which facts of a sentence are of an earlier vote: by the words that place its clauses in time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item
from psephos.read.phrases.clauses import Clause
from psephos.read.sentences.facts import ACTED, Fact
from psephos.read.sentences.factuality import is_past

__all__ = ["in_time"]

_BACK_TO = 10
_CLOSE = 4
_OPENING = 7
_BACK = frozenset({("this", "time"), ("this", "year"), ("this", "week")})
_WHO = words("which who whose")


def in_time(clause: Clause, facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a sentence, those marked that are of an earlier vote than the one reported.

    Examples:
        >>> from psephos.read.sentences.prose import read_sentence
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "A year ago China abstained."
        >>> found = items(text, 0, len(text), lexicon(), published=None, on=None)
        >>> [fact.past for fact in read_sentence(found, 0, "en")]
        [True]
    """
    opening = [item.key for item in clause.found[:_OPENING]]
    aside = next((n for n, two in enumerate(itertools.pairwise(opening)) if two[0] == "," and two[1] in _WHO), None)
    if not is_past(" ".join(opening[:aside])) or clause.found[0].key in {"the", "<b>"}:
        marked = [_with_outcome(clause, _marked(clause, fact), facts) for fact in facts]
        return _parted(list(_without_asides_of_then(clause, marked)))
    back = next(
        (
            item.start
            for item, following in zip(clause.found, clause.found[1:], strict=False)
            if (item.key, following.key) in _BACK or item.key == "now"
        ),
        None,
    )
    return [replace(fact, past=back is None or fact.end <= back) for fact in facts]


def _without_asides_of_then(clause: Clause, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Reads "India, which abstained in October, voted in favour": of two choices, the one in passing is of then.

    Where nothing tells when that was ("which had abstained in earlier rounds"), it is of no vote that could be named.
    """
    for fact in facts:
        aside = _aside_with(clause, fact)
        if not aside or not _cast_otherwise(clause, fact, facts, aside):
            yield fact
        elif any(item.key in {"<b>", "<t>"} for item in aside):
            yield replace(fact, past=True, weak=False)


def _aside_with(clause: Clause, fact: Fact) -> Sequence[Item]:
    """The relative clause that tells this choice, if it places itself in another time or body."""
    if fact.kind != "ballots" or fact.place >= len(clause.pieces) or clause.pieces[fact.place].phrase is None:
        return ()
    verb = clause.pieces[fact.place].first
    while verb > 1 and clause.found[verb - 1].key in {"had", "also", "previously", "itself"}:
        verb -= 1
    if verb < 1 or clause.found[verb - 1].key not in {"which", "who", "that"}:
        return ()
    end = next((n for n in range(verb, len(clause.found)) if clause.found[n].key in {",", ";"}), len(clause.found))
    aside = clause.found[verb:end]
    timed = any(item.key == "<t>" and aside[n - 1].key in {"in", "on"} for n, item in enumerate(aside))
    return aside if timed or any(item.key in {"<b>", "had", "earlier", "previously"} for item in aside) else ()


def _cast_otherwise(clause: Clause, fact: Fact, facts: Sequence[Fact], aside: Sequence[Item]) -> bool:
    """Did the same members cast another choice outside of the relative clause?"""
    told = {person.codes for person in fact.persons}
    if any(
        told & {person.codes for person in other.persons} and other.kind == "ballots" and other.choice != fact.choice
        for other in facts
    ):
        return True
    start = next(n for n, item in enumerate(clause.found) if item is aside[0])
    end = start + len(aside)
    after = any(piece.phrase and piece.phrase.form == "finite" and piece.first > end for piece in clause.pieces)
    return after and start > 1 and clause.found[start - 2].key in _SOME


_SOME = words("countries states members nations delegations those")


def _parted(facts: list[Fact]) -> list[Fact]:
    """Reads "After the US vetoed one text, the Council adopted another": no text is vetoed and adopted at once."""
    adopted = [
        fact for fact in facts if fact.kind == "outcome" and fact.adopted and not fact.past and fact.name != ACTED
    ]
    vetoed = [fact for fact in facts if fact.kind == "ballots" and fact.veto and not fact.past]
    if not adopted or not vetoed:
        return facts
    return [replace(fact, past=True) if fact in vetoed else fact for fact in facts]


def _marked(clause: Clause, fact: Fact) -> Fact:
    """The fact with its time: a past cue in its clause makes it one of an earlier vote for certain."""
    if _told_after(clause, fact) or (_clause_is_past(clause, fact) and not _now(clause, fact)):
        return replace(fact, past=True, weak=False)
    return fact


_AFTER = re.compile(
    r"(?:^| )(?:hours|days?|weeks?|months?|years?|semaines?|jours?|mois|semanas?|dias) (?:after|apres|despues de) "
)


def _told_after(clause: Clause, fact: Fact) -> bool:
    """Reads "Days after the US vetoed one text, ...": what stands up to the comma is of an earlier vote."""
    for match in _AFTER.finditer(clause.keys):
        first = clause.item(match.end())
        comma = next(
            (n for n in range(first, len(clause.found)) if clause.found[n].key in {",", ";"}), len(clause.found)
        )
        last = clause.found[comma - 1].end
        if clause.found[first].start <= fact.start < last:
            return True
    return False


def _now(clause: Clause, fact: Fact) -> bool:
    """Reads "whereas one country had abstained last time, twelve did so now": the part of the fact comes back."""
    for item, following in zip(clause.found, clause.found[1:], strict=False):
        if item.start < fact.end:
            continue
        if item.key in {",", ";", "while", "but", "and"}:
            return False
        if item.key == "now" or (item.key, following.key) in _BACK:
            return True
    return False


_NEAR = 40
"""A figure that begins so few characters after "had been rejected" is of that vote."""


def _with_outcome(clause: Clause, fact: Fact, facts: Sequence[Fact]) -> Fact:
    """A figure told with an outcome in the pluperfect ("had been defeated by 11 votes to 3") shares its time."""
    told = any(other.past and other.weak and _shares_time(clause, fact, other) for other in facts)
    shares = fact.kind in {"figure", "score"} or fact.production == "with-clause"
    return replace(fact, past=True, weak=True) if told and shares and not fact.past else fact


def _shares_time(clause: Clause, fact: Fact, other: Fact) -> bool:
    """Does a figure belong to what was told just before it, in the same clause or after a colon?"""
    if other.kind == "outcome":
        return 0 <= fact.start - other.end < _NEAR or _after_colon(clause, other.end, fact.start)
    if not other.veto or fact.start < other.end:
        return False
    between = [item.key for item in clause.found if other.end <= item.start < fact.start]
    return not {";", ":", "."} & set(between) and (",", "and") not in list(itertools.pairwise(between))


def _after_colon(clause: Clause, start: int, end: int) -> bool:
    """Reads "had failed: five voted for it, four against": what follows the colon tells how."""
    between = [item.key for item in clause.found if start <= item.start < end]
    return between[:1] == [":"] and ";" not in between


def _clause_is_past(clause: Clause, fact: Fact) -> bool:
    told_before = " ".join(item.key for item in clause.found if item.end <= fact.start)
    if _AS_BEFORE.search(told_before):
        return True
    start, end = _clause_bounds(clause, fact)
    before = [item.key for item in clause.found[max(0, start - _BACK_TO) : start]]
    if clause.found[start].key == "when" and before[-2:-1] == ["<t>"] and "had" in before and "as" in before:
        return True  # "as they had on Friday, when a text fell to a veto"
    if any(
        item.day is not None and item.day.day is not None for item in clause.found[start:end] if item.end <= fact.start
    ):
        # a day told before it places the fact; what comes long after speaks of other things ("last year's blasts")
        last = next((n for n, item in enumerate(clause.found) if item.start >= fact.end), end)
        end = min(end, last + _CLOSE)
    return is_past(_without_asides(clause, start, end, fact))


_AS_BEFORE = re.compile(r" (?:had|did) (?:\S+ )?on <t> (?:, )?when [^;]*$")
"""Reads "just as they had on Friday when Russia vetoed a resolution": what follows is of that day."""


def _without_asides(clause: Clause, start: int, end: int, fact: Fact) -> str:
    """The words of a clause but for what is said in passing of somebody ("Turkey, which last month ..., voted no")."""
    piece = clause.pieces[fact.place] if fact.kind == "ballots" and fact.place < len(clause.pieces) else None
    anchor = clause.found[piece.first].start if piece is not None and piece.phrase else fact.start
    keys: list[str] = []
    here = start
    while here < end:
        item = clause.found[here]
        following = clause.found[here + 1].key if here + 1 < end else ""
        if item.key in {"that", "which"} and following in {"would", "could"} and anchor < item.start:
            break  # "vetoed a resolution that would have condemned last week's bombing"
        if item.key == "," and following in {"which", "who", "whose"}:
            close = next((n for n in range(here + 2, end) if clause.found[n].key == ","), None)
            if close is not None and not item.start <= anchor < clause.found[close].start:
                here = close
                continue
        keys.append(item.key)
        here += 1
    return " ".join(keys)


def _clause_bounds(clause: Clause, fact: Fact) -> tuple[int, int]:
    """From the fact to the ends of its clause: semicolons, and commas before "but" or "while"."""
    here = next((n for n, item in enumerate(clause.found) if item.end > fact.start), 0)
    start = here
    while start > 0 and not _edge(clause, start - 1):
        start -= 1
    end = here
    while end < len(clause.found) and not _edge(clause, end):
        end += 1
    return start, end


def _edge(clause: Clause, place: int) -> bool:
    key = clause.found[place].key
    following = clause.found[place + 1].key if place + 1 < len(clause.found) else ""
    return key in {";", "|"} or (
        key == "," and following in {"but", "while", "whereas", "although", "though", "when", "as"}
    )

# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Figures: "10-3-2", "13 votes to none", "received nine votes", "one vote less than the required seven"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item
from psephos.read.atoms.nouns import Voters
from psephos.read.phrases.clauses import Chunk
from psephos.read.phrases.unreal import unreal_before
from psephos.read.sentences.differences import compared, of_so_many, one_less, same_figures
from psephos.read.sentences.facts import Fact
from psephos.read.sentences.tallylabels import labelled, undisputed
from psephos.read.sentences.tallypairs import NOT_UNITS, TO, named_figures, pairs, scores

__all__ = ["tallies"]

_GOT = words(
    "received receive receiving got gets won obtained garnered drew secured attracted gained "
    "mustered collected polled gathered getting winning obtaining garnering gaining "
    "recibio obtuvo logro recueilli obtenu recogio with had"
)


_OF = words("de du des d' del")
_THAT_OF = words("that those celle celui celles ceux el la los las")
_TAKEN = ("adopte", "approuve", "aprob", "adopt")
_PASSED = words("passed adopted approved carried passes through endorsed")


def tallies(pieces: Sequence[Chunk], found: Sequence[Item], number: int) -> Iterator[Fact]:
    """The figures of a sentence that stand for whole tallies.

    Examples:
        >>> from psephos.read.phrases.clauses import chunks
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "It was adopted by 13 votes to none."
        >>> found = items(text, 0, len(text), lexicon(), published=None, on=None)
        >>> [(fact.choice, fact.number) for fact in tallies(chunks(found, "en"), found, 0)]
        [('yes', 13), ('no', 0)]
    """
    for place, piece in enumerate(pieces):
        if piece.key == "<s>":
            yield from scores(pieces, found, place, number)
        elif piece.voters and piece.voters.count:
            yield from pairs(pieces, found, place, number)
            yield from _received(pieces, found, place, number)
            yield from _required(pieces, found, place, number)
            yield from of_so_many(pieces, place, number)
            yield from one_less(pieces, found, place, number)
        elif piece.key == "as" and _is_as_many(pieces, place):
            yield from _as_many(pieces, found, place, number)
        elif piece.phrase is not None:
            yield from compared(pieces, place, number)
    yield from same_figures(found, number)
    yield from labelled(found, number)
    yield from undisputed(found, number)


def _received(pieces: Sequence[Chunk], found: Sequence[Item], place: int, number: int) -> Iterator[Fact]:
    """Reads "The draft received nine votes" are votes in favour."""
    voters = pieces[place].voters
    following = pieces[place + 1] if place + 1 < len(pieces) else None
    if (
        voters is None
        or voters.count is None
        or not place
        or not _gets(pieces, place)
        or unreal_before(pieces, place)
        or _beside_others(pieces, place)
    ):
        return
    if place > 1 and (winner := pieces[place - 2].voters) and winner.members:
        return  # "Ghana received 185 votes" tells of a candidate
    if following and (
        following.phrase
        or following.key in TO | {"less", "fewer", "short", "more", "above", "beyond"}
        or following.key in NOT_UNITS
    ):
        return
    bare = (
        voters.noun == ""
        and following is not None
        and (following.key in {",", ".", ";", ":", "–"} or bool(voters.members))
        and (_votes_before(pieces, place) or _that_of(pieces, place + 1) is not None)
    )
    if not (voters.noun == "votes" or bare) or not voters.count.exact:
        return
    yield Fact(
        "figure",
        voters.count.start,
        found[pieces[place].last - 1].end,
        "received",
        number,
        pieces[place].first,
        choice="yes",
        number=voters.count.number,
    )
    yield from named_figures(voters, "yes", number, pieces[place].first)
    apart = (
        pieces[place + 2].voters if following and following.key in {"–", ":", "("} and place + 2 < len(pieces) else None
    )
    if apart and len(apart.members) == voters.count.number:
        yield from named_figures(apart, "yes", number, pieces[place].first)
    if (of_whom := _that_of(pieces, place + 1)) is not None and len(of_whom.members) == voters.count.number:
        yield from named_figures(of_whom, "yes", number, pieces[place].first)
    listed = place + 3 if following and following.key == "," else place + 2
    if (
        following
        and following.key in {",", "from"}
        and listed < len(pieces)
        and pieces[listed - 1].key in {"from", ","}
    ):
        after = pieces[listed].voters if pieces[listed - 1].key == "from" else None
        if after and after.members:
            yield from named_figures(after, "yes", number, pieces[place].first)


def _required(pieces: Sequence[Chunk], found: Sequence[Item], place: int, number: int) -> Iterator[Fact]:
    """Reads "received the nine votes required": the rule's number, reached."""
    voters = pieces[place].voters
    after = {piece.key for piece in pieces[place + 1 : place + 3]}
    got = place > 0 and pieces[place - 1].key in _GOT - {"had"} | {"reached", "obtained"}
    asked = bool(after & {"required", "needed", "necessary"})
    if got and asked and voters is not None and voters.count is not None and not unreal_before(pieces, place):
        span = voters.count.start, found[pieces[place].last - 1].end
        yield Fact("figure", *span, "received", number, pieces[place].first, choice="yes", number=voters.count.number)


def _beside_others(pieces: Sequence[Chunk], place: int) -> bool:
    """Reads "apart from its own vote it got just one": the figure leaves out others."""
    before = [piece.key for piece in pieces[:place]]
    opened = next((n for n, key in enumerate(before) if key in {"apart", "besides", "aside", "beyond"}), None)
    return opened is not None and not {";", "."} & set(before[opened:])


def _gets(pieces: Sequence[Chunk], place: int) -> bool:
    """Reads "received nine votes", "passed with ten votes"."""
    before = pieces[place - 1 - (pieces[place - 1].key in {"qu'", "que", "solo"} and place > 1)].key
    if before in {"par", "por", "avec", "con"}:
        near = pieces[max(0, place - 12) : place]
        return any(piece.key.startswith(_TAKEN) for piece in near) and not {"fois"} & {piece.key for piece in near}
    if before in {"with", "by"} or before in {"minimum", "majority"}:
        taken = (
            {"adopted", "approved", "endorsed", "agreed", "decided", "resolved"} if before == "by" else _PASSED
        )  # "passed by two votes" is a margin
        return any(piece.key in taken for piece in pieces[max(0, place - 12) : place] if piece.key not in {";", "."})
    if before == "had":  # "it had ten votes"
        return place > 1 and pieces[place - 2].key in {
            "it",
            "text",
            "draft",
            "resolution",
            "which",
            "that",
            "one",
            "proposal",
        }
    return before in _GOT


def _votes_before(pieces: Sequence[Chunk], place: int) -> bool:
    return any(
        piece.key in {"votes", "vote", "<yes>"} or (piece.voters and piece.voters.noun == "votes")
        for piece in pieces[max(0, place - 12) : place]
    )


def _is_as_many(pieces: Sequence[Chunk], place: int) -> bool:
    keys = [piece.key for piece in pieces[place : place + 3]]
    return keys[1:2] == ["many"] and keys[2:3] in (["votes"], ["yes"]) and bool(place) and pieces[place - 1].key in _GOT


def _as_many(pieces: Sequence[Chunk], found: Sequence[Item], place: int, number: int) -> Iterator[Fact]:
    start, end = found[pieces[place].first].start, found[pieces[place + 2].last - 1].end
    yield Fact("figure", start, end, "as-many", number, pieces[place].first, choice="yes", number=None, name="as-many")


def _that_of(pieces: Sequence[Chunk], comma: int) -> Voters | None:
    """Reads ", celle des États-Unis", ", la de Rusia": the vote is that of those who follow."""
    keys = [piece.key for piece in pieces[comma : comma + 3]]
    if keys[:1] not in ([","], [":"], ["–"]) or keys[1:2] == [] or keys[1] not in _THAT_OF:
        return None
    named = comma + 2 + (keys[2:3] != [] and keys[2] in _OF)
    return pieces[named].voters if named < len(pieces) else None

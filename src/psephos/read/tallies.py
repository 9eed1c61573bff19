# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Figures: "10-3-2", "13 votes to none", "received nine votes", "one vote less than the required seven"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from psephos.read.clauses import Chunk
from psephos.read.facts import Fact
from psephos.read.lexical import words
from psephos.read.mentions import Item
from psephos.read.nouns import Voters
from psephos.read.tallylabels import labelled, undisputed

__all__ = ["tallies"]

_GOT = words(
    "received receive receiving got gets won obtained garnered drew secured attracted gained "
    "mustered collected polled gathered recibio obtuvo logro recueilli obtenu recogio with had"
)
_LEFT = words(
    "by vote was were voted vote, votes tally result count , being margin adopted approved "
    "rejected defeated ( – : beaten passed confirmed carried par por is 67"
)
_NOT_UNITS = words(
    "years months weeks days percent % hours per million billion minutes seats candidates times euros dollars"
)
_TO = frozenset({"to", "against", "versus", "v", "vs", "contre", "contra", "a"})
_MAJORITY_FIRST = frozenset(
    {"defeated", "rejected", "declined", "refused", "down", "beaten", "failed", "lost", "turned", "thrown", "struck"}
)
_BENEATH = words("less fewer short below shy")
_FAR = 24


def tallies(pieces: Sequence[Chunk], found: Sequence[Item], number: int) -> Iterator[Fact]:
    """The figures of a sentence that stand for whole tallies.

    Examples:
        >>> from psephos.read.clauses import chunks
        >>> from psephos.read.mentions import items, lexicon
        >>> text = "It was adopted by 13 votes to none."
        >>> found = items(text, 0, len(text), lexicon(), published=None, on=None)
        >>> [(fact.choice, fact.number) for fact in tallies(chunks(found, "en"), found, 0)]
        [('yes', 13), ('no', 0)]
    """
    for place, piece in enumerate(pieces):
        if piece.key == "<s>" and _about_votes(pieces, place):
            yield from _score(found[piece.first], pieces, place, number)
        elif piece.voters and piece.voters.count:
            yield from _to(pieces, found, place, number)
            yield from _received(pieces, found, place, number)
            yield from _less(pieces, found, place, number)
        elif piece.key == "as" and _is_as_many(pieces, place):
            yield from _as_many(pieces, found, place, number)
    yield from labelled(found, number)
    yield from undisputed(found, number)


def _about_votes(pieces: Sequence[Chunk], place: int) -> bool:
    """Is "84-2" a vote, and no page range, season or age?"""
    around = {piece.key for piece in pieces[max(0, place - 14) : place + 12]}
    told = {
        "vote",
        "votes",
        "voted",
        "tally",
        "result",
        "passed",
        "adopted",
        "approved",
        "rejected",
        "confirmed",
        "count",
        "voting",
        "defeated",
        "ballot",
        "margin",
        "failed",
        "cleared",
        "<yes>",
        "<no>",
        "<abstain>",
        "down",
        "split",
        "roll",
        "final",
        "invoke",
        "invoked",
        "votacion",
        "vetoed",
        "nomination",
        "score",
        "passage",
        "beaten",
        "convict",
        "acquitted",
        "agreed",
        "died",
        "fell",
        "went",
        "foundered",
        "sank",
        "lost",
        "won",
        "carried",
        "negatived",
    }
    after = pieces[place + 1].key if place + 1 < len(pieces) else ""
    return bool(around & told) and after not in _NOT_UNITS


def _score(item: Item, pieces: Sequence[Chunk], place: int, number: int) -> Iterator[Fact]:
    parts = tuple(int(part) for part in item.text.split("-"))
    first = _majority_first(pieces, place) and parts[0] > parts[1]
    yield Fact(
        "score",
        item.start,
        item.end,
        "score",
        number,
        pieces[place].first,
        pair=parts,
        name="majority-first" if first else "",
    )


def _majority_first(pieces: Sequence[Chunk], place: int) -> bool:
    """Reads "voted down 8-4", "defeated by 7 votes to 2": the larger figure stands first and is the no."""
    before = [piece.key for piece in pieces[max(0, place - 7) : place]]
    stop = next((n for n in range(len(before) - 1, -1, -1) if before[n] in {";", ".", ":"}), -1)
    words = set(before[stop + 1 :]) | {
        "down"
        for piece in pieces[max(0, place - 7) : place]
        if piece.phrase and piece.phrase.name in {"voted-against", "opposed", "opposed-by"}
    }
    return (bool(words & _MAJORITY_FIRST) or _rejected_by(pieces, place)) and not words & {"vetoed", "veto"}


def _rejected_by(pieces: Sequence[Chunk], place: int) -> bool:
    """Reads "rejected the agreement on Tuesday by 432 votes to 202": the verb may stand far off."""
    if not place or pieces[place - 1].key not in {"by", ",", "vote", "of", "margin"}:
        return False
    refused = pieces[place - 2].phrase if place > 1 else None
    if refused and refused.name == "echo-no":  # "the Assembly would not, 59 to 55"
        return True
    for here in range(place - 1, max(-1, place - _FAR), -1):
        piece = pieces[here]
        if piece.key in {"rejected", "defeated", "rejects", "declined", "refused"} or (
            piece.phrase and piece.phrase.name in {"opposed", "leaned-against"}
        ):
            return True
        if piece.key in {";", ".", ":", "<s>", "<yes>", "<no>", "but"} or (piece.voters and piece.voters.count):
            return False
    return False


def _to(pieces: Sequence[Chunk], found: Sequence[Item], place: int, number: int) -> Iterator[Fact]:
    """Reads "44 to 7", "12 votes to one (Cuba)", "13 in favour to none against"."""
    first = pieces[place].voters
    here = place + 1
    explicit_yes = False
    stated = pieces[here].phrase if here < len(pieces) else None
    if stated and stated.choice in {"yes", "no"} and stated.form == "nominal":
        explicit_yes, here = True, here + 1
    if first is None or here + 1 >= len(pieces) or pieces[here].key not in _TO:
        return
    second = pieces[here + 1].voters
    if second is None or second.count is None or first.count is None or explicit_yes:
        yield from _named_second(pieces, here, number, explicit=explicit_yes, first=pieces[place])
        return
    following = pieces[here + 2] if here + 2 < len(pieces) else None
    if following and (
        following.key in _NOT_UNITS
        or (following.phrase and following.phrase.form == "nominal" and following.phrase.choice == "yes")
    ):
        return
    before = pieces[place - 1].key if place else "("
    told = before in _LEFT or (place > 2 and pieces[place - 2].key in {"a", "an"} and pieces[place - 3].key == "by")  # noqa: PLR2004
    if not (first.noun == "votes" or second.noun == "votes" or told) or first.members:
        return
    turned = _majority_first(pieces, place) and first.count.number > second.count.number
    start, end = found[pieces[place].first].start, second.count.end
    yes, no = (second, first) if turned else (first, second)
    production = "to"
    for choice, voters in (("yes", yes), ("no", no)):
        if voters.count:
            fact = Fact(
                "figure", start, end, production, number, pieces[place].first, choice=choice, number=voters.count.number
            )
            exact = first.count.exact and second.count.exact
            yield replace(fact, name="majority-first" if turned else "", exact=exact)
    yield from _names(second, "no" if not turned else "yes", number, pieces[place].first)


def _named_second(pieces: Sequence[Chunk], here: int, number: int, *, explicit: bool, first: Chunk) -> Iterator[Fact]:
    """Reads "12 votes in favour to 2": the second figure is of the other side."""
    second = pieces[here + 1].voters
    if not explicit or second is None or second.count is None or first.voters is None:
        return
    following = pieces[here + 2] if here + 2 < len(pieces) else None
    if following and following.phrase and following.phrase.form == "nominal":
        return
    if following and following.key in _NOT_UNITS:
        return
    yield Fact(
        "figure",
        second.count.start,
        second.count.end,
        "to",
        number,
        pieces[here].first,
        choice="no",
        number=second.count.number,
    )
    yield from _names(second, "no", number, pieces[here].first)


def _names(voters: Voters, choice: str, number: int, place: int) -> Iterator[Fact]:
    known = tuple(person for person in voters.members if person.codes)
    if known:
        yield Fact("ballots", known[0].start, known[-1].end, "to", number, place, choice=choice, persons=known)


def _received(pieces: Sequence[Chunk], found: Sequence[Item], place: int, number: int) -> Iterator[Fact]:
    """Reads "The draft received nine votes" are votes in favour."""
    voters = pieces[place].voters
    following = pieces[place + 1] if place + 1 < len(pieces) else None
    if voters is None or voters.count is None or not place or not _gets(pieces, place):
        return
    if place > 1 and (winner := pieces[place - 2].voters) and winner.members:
        return  # "Ghana received 185 votes" tells of a candidate
    if following and (
        following.phrase or following.key in _TO | {"less", "fewer", "short"} or following.key in _NOT_UNITS
    ):
        return
    bare = (
        voters.noun == ""
        and following is not None
        and following.key in {",", ".", ";", "–"}
        and _votes_before(pieces, place)
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
    yield from _names(voters, "yes", number, pieces[place].first)
    apart = (
        pieces[place + 2].voters if following and following.key in {"–", ":", "("} and place + 2 < len(pieces) else None
    )
    if apart and len(apart.members) == voters.count.number:
        yield from _names(apart, "yes", number, pieces[place].first)
    listed = place + 3 if following and following.key == "," else place + 2
    if (
        following
        and following.key in {",", "from"}
        and listed < len(pieces)
        and pieces[listed - 1].key in {"from", ","}
    ):
        after = pieces[listed].voters if pieces[listed - 1].key == "from" else None
        if after and after.members:
            yield from _names(after, "yes", number, pieces[place].first)


def _gets(pieces: Sequence[Chunk], place: int) -> bool:
    """Reads "received nine votes", "passed with ten votes"."""
    before = pieces[place - 1].key
    if before in {"with", "by"} or before in {"minimum", "majority"}:
        return any(
            piece.key in {"passed", "adopted", "approved", "carried", "passes", "through", "endorsed"}
            for piece in pieces[max(0, place - 12) : place]
            if piece.key not in {";", "."}
        )
    return before in _GOT - {"had"}


def _votes_before(pieces: Sequence[Chunk], place: int) -> bool:
    return any(
        piece.key in {"votes", "vote", "<yes>"} or (piece.voters and piece.voters.noun == "votes")
        for piece in pieces[max(0, place - 8) : place]
    )


def _less(pieces: Sequence[Chunk], found: Sequence[Item], place: int, number: int) -> Iterator[Fact]:
    """Reads "one vote less than the required seven", "one short of the nine needed"."""
    voters = pieces[place].voters
    if voters is None or voters.count is None or place + 2 >= len(pieces) or pieces[place + 1].key not in _BENEATH:
        return
    for later in range(place + 2, min(place + 7, len(pieces))):
        other = pieces[later].voters
        if other and other.count:
            left = other.count.number - voters.count.number
            if left >= 0 and voters.noun in {"votes", ""}:
                yield Fact(
                    "figure",
                    found[pieces[place].first].start,
                    other.count.end,
                    "one-less",
                    number,
                    pieces[place].first,
                    choice="yes",
                    number=left,
                )
            return


def _is_as_many(pieces: Sequence[Chunk], place: int) -> bool:
    keys = [piece.key for piece in pieces[place : place + 3]]
    return keys[1:2] == ["many"] and keys[2:3] in (["votes"], ["yes"]) and bool(place) and pieces[place - 1].key in _GOT


def _as_many(pieces: Sequence[Chunk], found: Sequence[Item], place: int, number: int) -> Iterator[Fact]:
    start, end = found[pieces[place].first].start, found[pieces[place + 2].last - 1].end
    yield Fact("figure", start, end, "as-many", number, pieces[place].first, choice="yes", number=None, name="as-many")

"""Figures given by reference: short of another, compared with an earlier one, the same as those of another vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item
from psephos.read.phrases.clauses import Chunk
from psephos.read.sentences.facts import Fact

__all__ = ["compared", "of_so_many", "one_less", "same_figures"]

_BENEATH = words("less fewer short below shy")
_ABOVE = words("more above over beyond")
_REACH = 7
_EARLIER = re.compile(
    r" (?:(?:a|one|<n>) (?:years?|months?|weeks?|days?|decades?) (?:ago|earlier|before)"
    r"|(?:last|the previous|the preceding) (?:year|month|week|time|session|vote|<t>)"
    r"|(?:in|at|of) (?:the )?(?:last|previous|preceding|first|<t>|<yr>|<t> <yr>)"
    r"|(?:the )?(?:year|month|week|day|time) before|previously|earlier|then|before)(?= |$)"
)
_FROM = (
    "down from",
    "up from",
    "compared with",
    "compared to",
    "against",
    "as against",
    "after",
    "where there had been",
)


def one_less(pieces: Sequence[Chunk], found: Sequence[Item], place: int, number: int) -> Iterator[Fact]:
    """Reads "one vote less than the required seven", "one short of the nine needed", "two more than the nine"."""
    voters = pieces[place].voters
    if (
        voters is None
        or voters.count is None
        or place + 2 >= len(pieces)
        or pieces[place + 1].key not in _BENEATH | _ABOVE
    ):
        return
    for later in range(place + 2, min(place + _REACH, len(pieces))):
        other = pieces[later].voters
        if other and other.count:
            more = pieces[place + 1].key in _ABOVE
            left = other.count.number + (voters.count.number if more else -voters.count.number)
            if left >= 0 and voters.noun in {"votes", ""} and not _of_earlier(pieces, later):
                start = found[pieces[place].first].start
                yield Fact(
                    "figure", start, other.count.end, "one-less", number, pieces[place].first, "yes", number=left
                )
            return


def _of_earlier(pieces: Sequence[Chunk], place: int) -> bool:
    """In "two fewer than the 187 of last year" the larger figure is another vote's, and not the rule's."""
    after = " " + " ".join(piece.key for piece in pieces[place + 1 : place + _REACH])
    return bool(_EARLIER.match(after))


def compared(pieces: Sequence[Chunk], place: int, number: int) -> Iterator[Fact]:
    """Reads "165 countries were in favor, down from 187 a year earlier": the figure of the vote before."""
    phrase = pieces[place].phrase
    if phrase is None or phrase.choice not in {"yes", "no", "abstain"} or not place:
        return
    figure = pieces[place - 1].voters
    if figure is None or figure.count is None or figure.members or figure.group:
        return
    here = place + 1 + (place + 1 < len(pieces) and pieces[place + 1].key == ",")
    for words_of in _FROM:
        size = words_of.count(" ") + 1
        if " ".join(piece.key for piece in pieces[here : here + size]) != words_of or here + size >= len(pieces):
            continue
        other = pieces[here + size].voters
        then = words_of == "where there had been" or _of_earlier(pieces, here + size)
        if other is None or other.count is None or not other.count.exact or other.noun == "members" or not then:
            return
        span = other.count.start, other.count.end
        yield Fact("figure", *span, "compared", number, here, phrase.choice, number=other.count.number, past=True)
        return


def of_so_many(pieces: Sequence[Chunk], place: int, number: int) -> Iterator[Fact]:
    """Reads "was one of the ten that abstained": how many they were in all."""
    some = pieces[place].voters
    if some is None or some.count is None or some.size is None or some.members or some.only or place + 2 >= len(pieces):
        return
    phrase = pieces[place + 2].phrase
    if pieces[place + 1].key not in {"that", "who", "which"} or phrase is None or phrase.veto or some.group:
        return
    if phrase.choice in {"yes", "no", "abstain"} and phrase.form == "finite" and some.count.number < some.size:
        span = some.count.start, some.count.end
        yield Fact("figure", *span, "of-so-many", number, place, phrase.choice, number=some.size)


_SAME = re.compile(
    r"(?:^| )(?:by|with|on) (?:the|an?) (?:exact(?:ly)? )?(?:same|identical) (?:figures|count|vote|votes|tally|score"
    r"|numbers)(?= |$)"
)


def same_figures(found: Sequence[Item], number: int) -> Iterator[Fact]:
    """Reads "it was lost by the same figures": those of the vote told before."""
    match = _SAME.search(" ".join(item.key for item in found))
    if match is None:
        return
    first = match.string[: match.start()].count(" ") + (match.start() > 0)
    last = match.string[: match.end()].count(" ")
    for choice in ("yes", "no", "abstain"):
        yield Fact(
            "figure",
            found[first].start,
            found[last].end,
            "same-figures",
            number,
            first,
            choice=choice,
            name="same-figures",
        )

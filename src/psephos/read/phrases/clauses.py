# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Clauses: a sentence cut into phrases about voters, choices and plain words, and the voters found for each choice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item
from psephos.read.atoms.nouns import Voters, key_at
from psephos.read.phrases.verbs import Phrase, phrase_at
from psephos.read.phrases.voters import voters_at

__all__ = ["ADVERBS", "Chunk", "Clause", "Sought", "chunks", "joined_keys", "offsets"]


ADVERBS = words(
    "also both all then each again thus duly either likewise instead once more unanimously "
    "jointly only alone ultimately eventually finally however too together "
    "therefore accordingly nevertheless nonetheless still even now just subsequently reportedly "
    "formally both not never in turn tous toutes egalement aussi tambien seulement solamente unicamente "
    "deliberately notably pointedly promptly simply already later meanwhile as expected "
    "first next previously actually indeed surprisingly unexpectedly <t> this time there here lo mientras que"
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a sentence: a phrase about voters, a choice, or one plain item (`key`)."""

    first: int
    last: int
    key: str
    voters: Voters | None = None
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """The voters found for a choice: which chunks, the words between, and how they were found."""

    chunks: tuple[int, ...]
    between: tuple[str, ...]
    only: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """What a sentence is read from: the items, the pieces, the keys and where each key begins."""

    found: tuple[Item, ...]
    pieces: tuple[Chunk, ...]
    keys: str
    places: tuple[int, ...]
    number: int

    def item(self, offset: int) -> int:
        """The item that stands at an offset of the keys."""
        here = 0
        for place, start in enumerate(self.places):
            if start <= offset:
                here = place
        return here

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the input from one offset of the keys to another."""
        return self.found[self.item(start)].start, self.found[self.item(max(start, end - 1))].end

    def chunk_span(self, place: int) -> tuple[int, int]:
        """The stretch of the input of one piece."""
        piece = self.pieces[place]
        return self.found[piece.first].start, self.found[piece.last - 1].end


def joined_keys(found: Sequence[Item]) -> str:
    """The keys of a sentence as one string, for the grammar's patterns."""
    return " ".join(item.key for item in found)


def offsets(found: Sequence[Item]) -> list[int]:
    """Where each item's key begins in that string."""
    places, here = [], 0
    for item in found:
        places.append(here)
        here += len(item.key) + 1
    return places


def chunks(found: Sequence[Item], language: str) -> list[Chunk]:
    """Cut a sentence into its pieces, left to right, each as long as it goes.

    Examples:
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "Ten voted in favour, with China abstaining."
        >>> found = items(text, 0, len(text), lexicon(), published=None, on=None)
        >>> [chunk.key for chunk in chunks(found, "en")]
        ['<V>', '<yes>', ',', 'with', '<V>', '<abstain>', '.']
    """
    keys, places = joined_keys(found), offsets(found)
    out: list[Chunk] = []
    here = 0
    while here < len(found):
        previous = out[-1] if out else None
        following = found[here + 1].key if here + 1 < len(found) else "."
        counted = bool(previous and previous.voters and previous.voters.count) or _absolute(
            out, found[here].key, following
        )
        opens = here == 0 or found[here - 1].key in {"|", ".", ";", ":", ")", "–"}
        phrase = phrase_at(keys, places[here], language, counted=counted, opens=opens)
        if phrase and phrase.form == "nominal" and _is_of_pair(found, here, bisect_left(places, phrase.end), out):
            phrase = None
        if phrase:
            last = bisect_left(places, phrase.end)
            out.append(Chunk(here, last, f"<{phrase.choice}>", phrase=phrase))
        elif voters := voters_at(found, here):
            out.append(Chunk(here, voters.last, "<V>", voters=voters))
        else:
            out.append(Chunk(here, here + 1, found[here].key))
        here = out[-1].last
    return out


_OBJECT = words("the it this that its his her their a an any <d> <b> <u>")


def _is_of_pair(found: Sequence[Item], here: int, last: int, out: Sequence[Chunk]) -> bool:
    """Do these words belong to a pair of figures, and not to the figure before them alone?"""
    key = found[here].key
    following = found[last].key if last < len(found) else "."
    if last - here == 1 and following == "<n>" and _parts_figures(key, found, last, out):
        return True
    if len(out) < 3 or out[-3].voters is None:  # noqa: PLR2004 -- three pieces
        return False
    if key == "for" and out[-2].key in {"to", "against"}:
        return True  # "voted 13 to 1 for the draft"
    if key == "in" and out[-2].key == "to" and out[-1].voters is not None and not out[-1].voters.noun:
        return True  # "fourteen to one in its favour"
    voted = len(out) > 3 and out[-4].key in {"by", "voted", "of", "vote"} and out[-2].key == "to"  # noqa: PLR2004
    return voted and ((key == "in" and found[last - 1].key == "of") or (key == "against" and following in _OBJECT))


def _parts_figures(key: str, found: Sequence[Item], last: int, out: Sequence[Chunk]) -> bool:
    """Reads "153 voix contre 10", "by 93 votes against 24": the word stands between two figures, of neither alone."""
    if key in {"contre", "contra"}:
        return True
    after = found[last + 1].key if last + 1 < len(found) else "."
    if key == "against" and (after in {"then", "previously", "earlier"} or key_at(found, last + 3) in _BACK_THEN):
        return True  # "143 states against 141 at that time"
    first = out[-1].voters if len(out) > 1 else None
    told = first is not None and (out[-2].key in {"by", "of"} or first.noun == "votes")
    return key == "against" and told and after in {",", ".", ";", "with", "votes", "and", "on", "in", ")"}


_BACK_THEN = frozenset(("time", "year", "month", "ago", "before"))
_GAP_ENDS = frozenset((",", ".", ";", "and", "while", ")"))


def _absolute(out: Sequence[Chunk], key: str, following: str) -> bool:
    """Reads "with China against", "with Gabon notably absent": a list after "with", and no verb."""
    here = len(out) - 1
    while here >= 0 and out[here].key in ADVERBS:
        here -= 1
    parted = here > 0 and out[here - 1].key == ";" and following in {";", ",", ".", "and"}
    bracketed = here > 0 and out[here - 1].key == "(" and following in {";", ")", ","}
    listed = here > 0 and out[here].voters is not None and (out[here - 1].key in {"with", ","} or parted or bracketed)
    if here > 1 and out[here - 2].key in {"voted", "vote", "votes", "voting"}:
        return False
    parted = here > 1 and (out[here - 2].key == "," or out[here - 2].phrase is not None)
    joined = parted and out[here].voters is not None and out[here - 1].key in {"and", "but"}
    return (
        (listed or joined)
        and (out[here - 1].key == "with" or bracketed or _gapped(out))
        and (
            key in {"against", "opposed", "in", "absent", "neutral"}
            or (key in {"yes", "no", "for"} and following in _GAP_ENDS)
        )
    )


def _gapped(out: Sequence[Chunk]) -> bool:
    """Reads "Thirteen voted in favour, Russia against": the verb of the first half is meant in the second."""
    return any(piece.phrase is not None and piece.phrase.form in {"finite", "nominal", "state"} for piece in out[-6:])

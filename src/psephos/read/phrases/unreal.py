# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Figures of what did not happen: expected, threatened, supposed ("would pass 60-40", "if it gets nine votes")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from psephos.read.atoms.lexical import words
from psephos.read.phrases.clauses import Chunk

__all__ = ["unreal_before"]

_UNREAL = words(
    "would could might may should if will can expect expects expecting expected predict predicts predicted forecast "
    "serait seraient devrait devraient pourrait pourraient sera seront aurait seria serian podria "
    "podrian deberia habria "
    "forecasts foresee foresees anticipate anticipates anticipated hope hopes hoping projected likely unless whether"
)
_AWAITED = words("expected likely set due poised projected predicted to going")
_TOLD = words(
    "refused declined "
    "passed adopted approved confirmed rejected cleared voted carried defeated lost failed upheld endorsed ratified "
    "received got won obtained garnered drew secured attracted gained mustered"
)
_GOT_ABROAD = words("recueilli obtenu recibio obtuvo logro recogio")
_NOT = words("pas no sin sans")
_NOT_TOLD = words("to would could will may might should be have not been can")
_EDGES = frozenset((";", ":", "–", ".", "|"))
_REACH = 9
_GET = r"(?:get|receive|win|obtain|muster|gather|reach|secure|garner|attract|gain|have|draw|recueillir|obtenir)"
_LACKED = re.compile(
    rf"(?:^| )(?:(?:fail(?:ed|s|ing)?|unable|not able) to {_GET}|(?:did|does|do|could|would|had|has) not "
    rf"{_GET}|without(?: {_GET}ting)?"
    r"|without (?:getting|receiving|winning|obtaining|reaching)|lack(?:ed|s|ing)|for (?:want|lack)(?: of)?"
    r"|faute (?:de|d')(?: avoir "
    r"(?:recueilli|obtenu))?"
    r"|n' (?:a|ont|ayant) pas (?:obtenu|recueilli|reuni)|(?:no|sin) (?:obtuvo|logro|alcanzo|reunio"
    r"|consiguio|obtener|lograr|alcanzar))"
    r"(?: (?:the|even|a|at|least|required|necessary|minimum|of|only|les|los|las|des|<V>))* $"
)
"""Reads "failed to get nine votes", "without nine votes": a figure that was not reached."""


def unreal_before(pieces: Sequence[Chunk], place: int) -> bool:
    """Do the words before a figure make it one of what did not happen?

    The verb that tells of the figure is nearest: what is said before it ("a text that would ... was adopted 13-0") does
    not count.

    Examples:
        >>> from psephos.read.phrases.clauses import chunks
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "It is expected to pass 53-47."
        >>> pieces = chunks(items(text, 0, len(text), lexicon(), published=None, on=None), "en")
        >>> unreal_before(pieces, [piece.key for piece in pieces].index("<s>"))
        True
    """
    if _LACKED.search(" ".join(piece.key for piece in pieces[max(0, place - _REACH) : place]) + " "):
        return True
    for here in range(place - 1, max(-1, place - _REACH), -1):
        piece = pieces[here]
        if set(piece.key.split()) & _UNREAL:
            return True
        if piece.key in _EDGES or _parts(pieces, here, place):
            return False
        if _tells(pieces, here):
            return _supposed(pieces, here) or _denied(pieces, here)
    return False


def _denied(pieces: Sequence[Chunk], here: int) -> bool:
    """Reads "no obtuvo nueve votos", "n'a pas recueilli neuf voix", "sería aprobada por": not what came of it."""
    before = [piece.key for piece in pieces[max(0, here - 2) : here]]
    got = pieces[here].key in _GOT_ABROAD and bool(_NOT & set(before))
    return bool(before) and (before[-1] in _UNREAL or got)


def _supposed(pieces: Sequence[Chunk], here: int) -> bool:
    """Does the clause begin with "if"?"""
    for place in range(here, -1, -1):
        if pieces[place].key in {"if", "unless", "whether"}:
            return True
        if pieces[place].key in {",", *_EDGES}:
            return False
    return False


def _tells(pieces: Sequence[Chunk], here: int) -> bool:
    """Does the verb of the clause stand here, told as a fact?"""
    piece, before = pieces[here], pieces[here - 1].key if here else ""
    if piece.phrase is not None:
        return piece.phrase.form not in {"nominal", "infinitive"}
    if piece.key in {"was", "were", "had", "has"}:
        return pieces[here + 1].key not in _AWAITED
    if piece.key in _GOT_ABROAD:
        return True
    return piece.key in _TOLD and before not in _NOT_TOLD


def _parts(pieces: Sequence[Chunk], here: int, place: int) -> bool:
    """Does a comma part the figure from what stands before, and not one figure from the next?"""
    if pieces[here].key != "," or here == place - 1:
        return False
    before = pieces[here - 1] if here else None
    return before is None or before.phrase is None or before.phrase.form != "nominal"

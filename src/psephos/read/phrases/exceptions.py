"""Who is left out: "all the others bar Russia supported it", "everybody voted in favour except China"."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.atoms.lexical import words
from psephos.read.phrases.clauses import Chunk, Sought
from psephos.read.phrases.following import names_at
from psephos.read.phrases.openings import RELATIVE

__all__ = ["excepted"]

_WORDS = words("except bar save barring excluding minus excepting sauf excepto salvo hormis")
_PAIRS = frozenset(
    (("except", "for"), ("apart", "from"), ("aside", "from"), ("other", "than"), ("exception", "of"), ("but", "for"))
)
_WHOLE = words("all everyone everybody anyone members countries states nations delegations others")
_REACH = 9
_BESIDE = 4


def excepted(pieces: Sequence[Chunk], place: int, sought: Sought | None) -> bool:
    """Is somebody left out of a choice, without a word on what else they did? Then nothing may be closed by it.

    Args:
        pieces: the pieces of a sentence.
        place: where the choice stands.
        sought: its subject.
    """
    if sought is None or set(sought.between) & RELATIVE:
        return False  # "with the exception of Egypt, which abstained"
    if any(names_at(pieces, number) and _left_out(pieces, number) for number in sought.chunks):
        return True
    if any(names_at(pieces, number) for number in sought.chunks):
        return False
    for number in range(place + 1, min(place + _REACH, len(pieces))):
        if pieces[number].phrase or pieces[number].key in {";", "."}:
            return False
        if names_at(pieces, number) and _left_out(pieces, number):
            told = any(piece.phrase for piece in pieces[number + 1 : number + _BESIDE])
            return not told  # "except China, which abstained" tells what China did
    return False


def _left_out(pieces: Sequence[Chunk], number: int) -> bool:
    """Does a word of exception stand before these names, after somebody that they are left out of?"""
    before = tuple(piece.key for piece in pieces[max(0, number - 2) : number])
    at = number - 1 if before[-1:] and before[-1] in _WORDS else number - 2 if before in _PAIRS else -1
    return at > 0 or (before[-1:] == ("but",) and number > 1 and _whole(pieces[number - 2]))


def _whole(piece: Chunk) -> bool:
    """Reads "all but", "everyone but", "all fifteen members but": a whole that somebody can be left out of."""
    voters = piece.voters
    return piece.key in _WHOLE or (voters is not None and not voters.members and (voters.rest or bool(voters.count)))

"""Who is left out: "all the others bar Russia supported it", "everybody voted in favour except China"."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.atoms.lexical import words
from psephos.read.phrases.clauses import Chunk, Sought
from psephos.read.phrases.following import names_at
from psephos.read.phrases.openings import RELATIVE

__all__ = ["excepted", "is_whole"]

_WORDS = words("except bar save barring excluding minus excepting sauf excepto salvo hormis")
_PAIRS = frozenset(
    (
        *(
            ("except", "for"),
            ("apart", "from"),
            ("aside", "from"),
            ("other", "than"),
            ("exception", "of"),
            ("but", "for"),
        ),
        *(("not", "counting"), ("not", "including"), ("but", "not"), ("leaving", "aside")),
    )
)
_WHOLE = words(
    "all everyone everybody anyone member members country countries states nations delegations others "
    "democrat democrats republican republicans conservatives tories lawmakers senators"
)
_REACH = 9
_BESIDE = 4


def excepted(pieces: Sequence[Chunk], place: int, sought: Sought | None) -> int | None:
    """Who is left out of a choice: the piece that names them, if there is one.

    Of a whole, the others are known to have cast it; beside a name or an open number, nothing may be closed by it.

    Args:
        pieces: the pieces of a sentence.
        place: where the choice stands.
        sought: its subject.
    """
    if sought is None or set(sought.between) & RELATIVE:
        return None  # "with the exception of Egypt, which abstained"
    named = [number for number in sought.chunks if names_at(pieces, number)]
    if named:
        return _of_subject(pieces, sought, named)
    if sought.chunks[-1] and _excludes(pieces, sought.chunks[-1]) > 0:
        return sought.chunks[-1]  # "all permanent members except one"
    front = sought.chunks[0] - 2
    opens = front > 0 and pieces[front + 1].key == "," and names_at(pieces, front) and _excludes(pieces, front) >= 0
    if opens and is_whole(pieces, sought):
        return front  # "Except for Russia, all members voted in favour"
    for number in range(sought.chunks[-1] + 1, place):
        if names_at(pieces, number) and _left_out(pieces, number):
            return number  # "the ten elected members, not including the UAE, voted"
    for number in range(place + 1, min(place + _REACH, len(pieces))):
        if pieces[number].phrase or pieces[number].key in {";", "."}:
            return None
        if names_at(pieces, number) and _left_out(pieces, number):
            told = any(piece.phrase for piece in pieces[number + 1 : number + _BESIDE])
            return None if told and not is_whole(pieces, sought) else number
    return None


def _of_subject(pieces: Sequence[Chunk], sought: Sought, named: Sequence[int]) -> int | None:
    """Who of the names in a subject is left out of it: "Apart from Russia, the permanent members"."""
    last = pieces[sought.chunks[-1]].voters
    opens = len(sought.chunks) > 1 and bool(last and last.group) and _excludes(pieces, named[0]) == 0
    return named[0] if opens else next((number for number in named if _left_out(pieces, number)), None)


def is_whole(pieces: Sequence[Chunk], sought: Sought) -> bool:
    """Is the subject all members of the body, or all the others?"""
    voters = pieces[sought.chunks[0]].voters
    return bool(
        voters and (voters.rest or voters.whole) and not voters.members and not voters.group and len(sought.chunks) == 1
    )


def _left_out(pieces: Sequence[Chunk], number: int) -> bool:
    """Does a word of exception stand before these names, after somebody that they are left out of?"""
    but = pieces[number - 1].key == "but" and number > 1 and _whole(pieces[number - 2])
    after = [piece.key for piece in pieces[number + 1 : number + 4]]
    told = after[:1] == ["excepted"] or (after[:1] == ["the"] and "exception" in after)
    return _excludes(pieces, number) > 0 or but or (told and number > 0)


def _excludes(pieces: Sequence[Chunk], number: int) -> int:
    """Where the words of exception before these names begin; below zero if there are none."""
    before = tuple(piece.key for piece in pieces[max(0, number - 2) : number])
    if before[-1:] and before[-1] in _WORDS:
        return number - 1
    return number - len(before) if before in _PAIRS or before[-1:] == ("exception",) else -1


def _whole(piece: Chunk) -> bool:
    """Reads "all but", "everyone but", "all fifteen members but": a whole that somebody can be left out of."""
    voters = piece.voters
    return piece.key in _WHOLE or (
        voters is not None
        and voters.noun != "votes"
        and not voters.members
        and (voters.rest or bool(voters.count or voters.group))
    )

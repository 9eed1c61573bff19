"""Figures beside a choice that are not the whole body's: of a part, of sponsors, of those who joined somebody."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.atoms.lexical import words
from psephos.read.atoms.nouns import Voters
from psephos.read.phrases.clauses import Chunk, Clause

__all__ = ["PARTS", "is_no_total"]

PARTS = ("party:", "named:", "part:")
"""Parts of a body whose figures say nothing of the whole: a party, a group that psephos does not know, "of them"."""
_FEW = 5
_REACH = 8
_BE = words("was were been being")
_STATES = words("countries states nations governments delegations organizations organisations")
_SPLIT = words("split divided parted differed")
_JOINED = words("joined join alongside besides")


def is_no_total(clause: Clause, place: int, number: int, *, trailing: bool) -> bool:
    """Is the figure of these voters one of less than all who cast the choice?

    Args:
        clause: the sentence.
        place: where the choice stands.
        number: where the voters stand.
        trailing: do they follow the choice?

    Examples:
        >>> from psephos.read.phrases.clauses import chunks, joined_keys, offsets
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "Just one other country voted against."
        >>> found = items(text, 0, len(text), lexicon(), published=None, on=None)
        >>> clause = Clause(tuple(found), tuple(chunks(found, "en")), joined_keys(found), tuple(offsets(found)), 0)
        >>> is_no_total(clause, 1, 0, trailing=False)
        True
    """
    pieces = clause.pieces
    voters = pieces[number].voters
    if voters is None:
        return True
    if voters.rest and (trailing or voters.only or _joined(pieces, number)):
        return True  # "just one other country", "joined by the other two"
    if not voters.noun and not voters.rest and _beside_a_part(pieces, number):
        return True
    return (
        _of_sponsors(clause, place, number)
        or _counts_nothing(clause, place, voters)
        or _beside_one_named(clause, voters)
        or _of_split(pieces[:number])
        or _of_one_side(pieces, place)
    )


def _joined(pieces: Sequence[Chunk], number: int) -> bool:
    """Reads "China was joined by the other two": not all others did."""
    keys = [piece.key for piece in pieces[max(0, number - _REACH) : number]]
    parted = max(
        (n for n, key in enumerate(keys) if key in {";", "while"} or keys[n - 1 : n + 1] == [",", "and"]), default=0
    )
    return bool(set(keys[parted:]) & _JOINED)


def _beside_a_part(pieces: Sequence[Chunk], number: int) -> bool:
    """Reads "101 Republicans voted for it and 112 against": the second figure is of the same part."""
    for piece in reversed(pieces[:number]):
        if piece.key in {";", "|"}:
            return False
        if piece.voters and (piece.voters.count or piece.voters.rest):
            return piece.voters.group.startswith(PARTS)
    return False


def _of_sponsors(clause: Clause, place: int, number: int) -> bool:
    """Reads "the draft, backed by 97 countries, was vetoed": who stood behind it, and not who voted for it."""
    phrase = clause.pieces[place].phrase
    if phrase is None or phrase.name != "supported-by" or phrase.form != "passive":
        return False
    piece = clause.pieces[number]
    states = {item.key for item in clause.found[piece.first : piece.last]} & _STATES
    return bool(states) and not (place and clause.pieces[place - 1].key in _BE)


def _counts_nothing(clause: Clause, place: int, voters: Voters) -> bool:
    """Reads "the middle way of an abstention", "a matter that is one for the OAS"."""
    phrase = clause.pieces[place].phrase
    if phrase is None or phrase.form != "nominal":
        return False
    found, last = clause.found, clause.found[voters.last - 1]
    after = found[voters.last].key if voters.last < len(found) else ""
    matter = last.text == "one" and after == "for" and found[voters.first - 1].key in {"is", "was"}
    return matter or last.text.casefold() in {"an", "a"}


def _beside_one_named(clause: Clause, voters: Voters) -> bool:
    """Reads "As well as Russia, four countries rejected it": four besides."""
    first = clause.pieces[0].voters
    opens = clause.found[0].key == "as" and first is not None and bool(first.members)
    return opens and first is not voters and clause.pieces[1].key == ","


def _of_split(before: Sequence[Chunk]) -> bool:
    """Reads "The three African members split: two voted in favour": figures of that part."""
    return any(
        piece.voters is not None and piece.voters.group and {one.key for one in before[here + 1 : here + 4]} & _SPLIT
        for here, piece in enumerate(before)
    )


def _of_one_side(pieces: Sequence[Chunk], place: int) -> bool:
    """Reads "the six nays on the Democratic side": a figure of a part."""
    after = [piece.key for piece in pieces[place + 1 : place + _FEW]]
    return after[:1] == ["on"] and "side" in after

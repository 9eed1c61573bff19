# ruff: noqa: RUF001, RUF002 -- the quotation marks and dashes that texts print
"""Forms in which the choice does not stand beside its voters.

"sided with", "voted with X against it", "against it voted".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from psephos.read.atoms.lexical import words
from psephos.read.phrases.clauses import Clause
from psephos.read.phrases.following import names_at, voters_in
from psephos.read.sentences.facts import Fact
from psephos.read.sentences.subjects import subject_of

__all__ = ["side_facts"]


def side_facts(clause: Clause) -> Iterator[Fact]:
    """Forms in which the choice does not stand beside its voters."""
    pieces = clause.pieces
    yield from _sided(clause)
    yield from _among_those(clause)
    yield from _was_the_one(clause)
    yield from _after_dash(clause)
    for place, piece in enumerate(pieces):
        if piece.key == "voted" and place and place + 2 < len(pieces):
            yield from _voted_with(clause, place)
        if piece.key in {"voted", "were"} and place and place + 2 < len(pieces):
            yield from _side_first(clause, place)


_THOSE = {
    "abstain": words("abstainers sitters abstentions abstaining undecided"),
    "no": words("opponents dissenters noes naysayers objectors opposed"),
    "yes": words("supporters backers ayes"),
}
_REACH = 5
_MEMBERS = words("countries states members nations delegations")


def _among_those(clause: Clause) -> Iterator[Fact]:
    """Reads "Canada and Mexico were among the abstainers", "among the opponents were ..."."""
    pieces = clause.pieces
    for place, piece in enumerate(pieces[:-2]):
        be = piece.key in {"was", "were", "being"} and pieces[place + 1].key == "the"
        if not be and (piece.key != "among" or pieces[place + 1].key not in {"the", "those"}):
            continue
        words_after = [other.key for other in pieces[place + 2 : place + 2 + _REACH]]
        choice = next((choice for choice, nouns in _THOSE.items() if set(words_after[:3]) & nouns), None)
        if words_after[1:2] == ["against"] and words_after[0] in _MEMBERS:
            choice = "no"
        named = place - 1
        while named > 0 and pieces[named].key in {"was", "were", "is", "are", "also", "being", ","}:
            named -= 1
        later = place + 2 + next((n for n, key in enumerate(words_after) if key in {"was", "were"}), _REACH)
        number = named if names_at(pieces, named) and (be or named < place - 1) else later + 1
        if choice and names_at(pieces, number):
            start, end = clause.chunk_span(number)
            voters = pieces[number].voters
            known = tuple(person for person in voters.members if person.codes) if voters else ()
            yield Fact("ballots", start, end, "among", clause.number, place, choice=choice, persons=known)


_ONE = re.compile(
    r"(?P<be>was|were|being) (?:the|its)(?: (?P<only>only|sole|lone|single|solitary|<n>))?(?: (?:other|<n>))? "
    r"(?:(?P<abstain>abstainers?|abstentions?)|(?P<no>dissenters?|dissent|opponents?|nays?|noes?|no votes?"
    r"|negative votes?|votes? against|objectors?|holdouts?)"
    r"|(?P<yes>supporters?|backers?|ayes?|yes votes?|votes? in favou?r))(?= |$)"
)


def _was_the_one(clause: Clause) -> Iterator[Fact]:
    """Reads "Britain was the lone abstainer", "Israel and Palau were the only no votes"."""
    for match in _ONE.finditer(clause.keys):
        verb = clause.item(match.start("be"))
        place = next((n for n, piece in enumerate(clause.pieces) if piece.first <= verb < piece.last), 0)
        choice = next(choice for choice in _THOSE if match[choice])
        voters = voters_in(clause.pieces, place - 1)
        if voters is None or not voters.members:
            continue
        known = tuple(person for person in voters.members if person.codes)
        start, end = clause.chunk_span(place - 1)
        yield Fact("ballots", start, end, "among", clause.number, place, choice=choice, persons=known)
        if match["only"] not in {"<n>", None} and not voters.partial:
            yield Fact("closed", start, end, "alone", clause.number, place, choice=choice)


def _after_dash(clause: Clause) -> Iterator[Fact]:
    """Reads "eleven voted for it, against – Russia and Venezuela"."""
    pieces = clause.pieces
    for place in range(1, len(pieces) - 2):
        side = {"against": "no", "for": "yes"}.get(pieces[place].key)
        opens = pieces[place - 1].key in {",", ";", "and"} and pieces[place + 1].key in {"–", ":"}
        voters = voters_in(pieces, place + 2)
        if side and opens and voters and voters.members:
            known = tuple(person for person in voters.members if person.codes)
            span = clause.chunk_span(place + 2)
            yield Fact("ballots", *span, "label", clause.number, place, choice=side, persons=known)


def _sided(clause: Clause) -> Iterator[Fact]:
    """Reads "Bolivia sided with Russia and China, who vetoed it": the same vote, whatever it is worth."""
    pieces = clause.pieces
    for place, piece in enumerate(pieces[:-5]):
        if (
            piece.key not in {"sided", "sides", "siding"}
            or pieces[place + 1].key != "with"
            or not names_at(pieces, place + 2)
        ):
            continue
        yield from _against_with(clause, place)
        here = place + 3 + (pieces[place + 3].key == ",")
        phrase = pieces[here + 1].phrase if here + 1 < len(pieces) and pieces[here].key in {"who", "which"} else None
        left = subject_of(pieces, place, {})
        if phrase and phrase.choice in {"yes", "no", "abstain"} and left and names_at(pieces, left.chunks[0]):
            start, end = clause.chunk_span(left.chunks[0])
            voters = pieces[left.chunks[0]].voters
            known = tuple(person for person in voters.members if person.codes) if voters else ()
            yield Fact("ballots", start, end, "sided", clause.number, place, choice=phrase.choice, persons=known)


def _against_with(clause: Clause, place: int) -> Iterator[Fact]:
    """Reads "Bolivia sided with Russia against it"; without "against", the choice is not told."""
    pieces = clause.pieces
    left = subject_of(pieces, place, {})
    if left is None or not names_at(pieces, left.chunks[0]):
        return
    after = pieces[place + 3 + (pieces[place + 3].key == "in")]
    start, end = clause.chunk_span(left.chunks[0])
    if after.key == "against" or (after.phrase and after.phrase.choice == "no"):
        for number in (left.chunks[0], place + 2):
            voters = pieces[number].voters
            known = tuple(person for person in voters.members if person.codes) if voters else ()
            yield Fact("ballots", *clause.chunk_span(number), "sided", clause.number, place, choice="no", persons=known)
    elif after.key not in {",", "who", "which"}:
        yield Fact("unread", start, end, "sided", clause.number, place, name="side")


_SIDE = {"against": "no", "for": "yes", "favour": "yes", "favor": "yes"}
_WHEN_AND_WHERE = words("in on at the <b> <t>")


def _voted_with(clause: Clause, place: int) -> Iterator[Fact]:
    """Reads "Only Israel voted with the United States against it"."""
    pieces = clause.pieces
    if pieces[place + 1].key not in {"with", "alongside"} or not names_at(pieces, place + 2):
        return
    choice = _SIDE.get(next((piece.key for piece in pieces[place + 3 :] if piece.key not in _WHEN_AND_WHERE), ""))
    left = subject_of(pieces, place, {})
    if choice is None or left is None:
        return
    numbers = (*left.chunks, place + 2)
    for number in numbers:
        voters = pieces[number].voters
        start, end = clause.chunk_span(number)
        if voters and voters.members:
            yield Fact("ballots", start, end, "voted-with", clause.number, place, choice=choice, persons=voters.members)
    if left.only:
        yield Fact("closed", *clause.chunk_span(left.chunks[0]), "voted-with", clause.number, place, choice=choice)


_TEXTS = words("it draft resolution text measure motion proposal bill favour favor amendment")


def _side_first(clause: Clause, place: int) -> Iterator[Fact]:
    """Reads "Against it voted Sweden", "for the project voted China"."""
    pieces = clause.pieces
    first = pieces[max(0, place - 5) : place]
    keys = [piece.key for piece in first]
    side = next((key for key in ("against", "for", "favour", "favor") if key in keys), None)
    if side is None or any(piece.voters or piece.key in {",", "who"} for piece in first[keys.index(side) :]):
        return
    here = place + 1 + (pieces[place + 1].key in {",", ":"})
    told = voters_in(pieces, here)
    if pieces[place].key == "were" and not (told and (told.members or told.noun == "members") and _TEXTS & set(keys)):
        return
    voters = voters_in(pieces, here)
    if (
        voters
        and (voters.members or voters.count)
        and (
            keys.index(side) + max(0, place - 5) == 0
            or pieces[max(0, place - 5) + keys.index(side) - 1].key in {",", "in", ";", "also"}
        )
    ):
        start, end = clause.chunk_span(here)
        choice = "no" if side == "against" else "yes"
        if voters.count and voters.count.exact and not voters.group:
            yield Fact(
                "figure", start, end, "inverted", clause.number, place, choice=choice, number=voters.count.number
            )
        if not voters.members:
            return
        yield Fact(
            "ballots",
            start,
            end,
            "inverted",
            clause.number,
            place,
            choice=choice,
            persons=tuple(person for person in voters.members if person.codes),
        )

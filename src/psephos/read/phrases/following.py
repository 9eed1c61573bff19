# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Who follows a choice.

Agents, inverted subjects, lists in brackets, after a colon or a comma, and company ("as did X").
"""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.atoms.lexical import words
from psephos.read.atoms.nouns import Voters
from psephos.read.phrases.clauses import Chunk, Clause, Sought
from psephos.read.phrases.verbs import Phrase

__all__ = ["LINKING", "OBJECT_WORDS", "listed_after", "names_at", "voters_in"]

LINKING = frozenset(
    {
        "was",
        "were",
        "are",
        "is",
        "being",
        "included",
        "include",
        "including",
        "came",
        "from",
        ":",
        "–",
        "namely",
        "also",
        "by",
        "fueron",
        "etaient",
        "sont",
    }
)
_WORDS = 4
_TOWARDS = frozenset(
    (
        "both",
        "the",
        ":",
        "–",
        "|",
        "(",
        "just",
        "only",
        "those",
        "that",
        "cast",
        "by",
        "of",
        "from",
        "its",
        "sponsors",
        "authors",
        "and",
    )
)
OBJECT_WORDS = words(
    "the a an it this that draft resolution text measure motion proposal document amendment bill "
    "them which of on vote in council <d> <m> <y> <t> <b> him her request move "
    "paper monetary policy action decision directive paragraph this adoption passage package plan project projet "
    "texte proyecto resolucion la le el de un una meeting him"
)


def listed_after(
    clause: Clause, place: int, phrase: Phrase, sought: Sought | None, language: str
) -> list[tuple[int, str]]:
    """The voters that follow a choice: agents, inverted subjects, lists in brackets or after a colon."""
    pieces = clause.pieces
    here = place + 1
    if phrase.form in {"passive", "label"}:
        while here < len(pieces) and pieces[here].key in _TOWARDS:
            here += 1
        if here + 1 < len(pieces) and pieces[here].key == "," and _opens_with_besides(clause, here + 1):
            return [(here + 1, "passive"), *((here + 3, "passive") for _ in range(names_at(pieces, here + 3)))]
        if (some := _some_of_party(pieces, here)) is not None:
            return [(some, "passive")]
        found = here < len(pieces) and pieces[here].voters
        among = [(here + 2, "trailing-list")] if found and _among_them(pieces, here + 1) else []
        return [(here, "passive" if phrase.form == "passive" else "label"), *among] if found else []
    if sought is None and phrase.form in {"finite", "participle"} and _adjacent(pieces, place, language):
        return [(here, "inverted")]
    return _after_object(clause, _past_object(pieces, here), phrase, sought)


def _among_them(pieces: Sequence[Chunk], comma: int) -> bool:
    """Reads "backed by the 14 other members, China among them"."""
    after = [piece.key for piece in pieces[comma + 2 : comma + 4]]
    return _key(pieces, comma) == "," and names_at(pieces, comma + 1) and after in (["among", "them"], ["included"])


def _some_of_party(pieces: Sequence[Chunk], here: int) -> int | None:
    """Reads "all 34 no votes came from Republicans, among them Ann Hale": some of them, named."""
    keys = [piece.key for piece in pieces[here : here + 4]]
    if keys[:1] and keys[0] in _PARTISANS and keys[1:2] == [","]:
        named = (
            here + 2 + (2 if keys[2:4] == ["among", "them"] else 1 if keys[2:3] in (["including"], ["notably"]) else 0)
        )
        return named if named > here + 2 and names_at(pieces, named) else None
    return None


def _key(pieces: Sequence[Chunk], here: int) -> str:
    return pieces[here].key if here < len(pieces) else ""


_PARTISANS = words("republicans democrats conservatives tories")


def _opens_with_besides(clause: Clause, here: int) -> bool:
    """Reads "those opposed were, besides Israel and the United States, Canada and Palau"."""
    return names_at(clause.pieces, here) and clause.found[clause.pieces[here].first].key == "besides"


def _adjacent(pieces: Sequence[Chunk], place: int, language: str) -> bool:
    """Reads "Have abstained China and Russia", "votaron en contra China y Rusia"."""
    here = place + 1
    if here >= len(pieces) or not pieces[here].voters:
        return False
    opens = place == 0 or pieces[place - 1].key in {"have", "also", "has", ";", "had"}
    voters = pieces[here].voters
    only = place > 0 and pieces[place - 1].key == "," and bool(voters and voters.only)
    have = place > 0 and pieces[place - 1].key == "have"
    return language == "es" or (opens and names_at(pieces, here)) or (only and names_at(pieces, here)) or have


def _past_object(pieces: Sequence[Chunk], here: int) -> int:
    """Past the object of a choice ("the draft resolution")."""
    start = here
    while here < len(pieces) and here < start + 8 and pieces[here].key in OBJECT_WORDS:
        here += 1
    among = [piece.key for piece in pieces[here + 1 : here + 3]] == [",", "among"]
    return here + (among and not pieces[here].voters)  # "voted for expulsion, among them China"


def _after_object(clause: Clause, here: int, phrase: Phrase, sought: Sought | None) -> list[tuple[int, str]]:
    pieces = clause.pieces
    if here >= len(pieces):
        return []
    number = _number_of(pieces, sought)
    key = pieces[here].key
    besides = _besides(clause, here)
    if besides is not None:
        later = besides + 1 + (besides + 1 < len(pieces) and pieces[besides + 1].key == ",")
        return [(besides, "same-as"), *_after_object(clause, later, phrase, sought)]
    apart = _set_apart(pieces, here)
    if apart is not None:
        return apart
    if phrase.form == "infinitive":
        keys = [piece.key for piece in pieces[here : here + 3]]
        named = here + 3 if keys == [",", "among", "them"] else here + 2 if keys[:2] == [",", "including"] else here
        some = named > here and number is not None and names_at(pieces, named)
        return [(named, "trailing-list")] if some else []
    if key in {"were", "are"} and (listed := _some_of_party(pieces, here + 1 + (_key(pieces, here + 1) == "all"))):
        return [(listed, "trailing-list")]  # "the senators who voted no were all Republicans, among them A and B"
    if (
        key in LINKING
        and not (key == "by" and phrase.form != "nominal")
        and (place := _after_be(pieces, here)) is not None
    ):
        bare = (
            sought is None
            or phrase.form == "nominal"
            or _counted_only(pieces, sought)
            or (phrase.form == "participle" and key in {"was", "were"})
        )
        return [(place, "inverted")] if bare and names_at(pieces, place) else []
    if key == ",":
        return _after_comma(pieces, here, number, phrase)
    return _loose(pieces, here, phrase)


def _besides(clause: Clause, here: int) -> int | None:
    """Reads "those who voted no besides Russia were ...": the place of those already spoken of."""
    pieces = clause.pieces
    if names_at(pieces, here) and clause.found[pieces[here].first].key == "besides":
        return here
    following = pieces[here + 1].key if here + 1 < len(pieces) else ""
    if pieces[here].key in {"apart", "aside", "other"} and following in {"from", "than"} and names_at(pieces, here + 2):
        return here + 2
    return None


def _set_apart(pieces: Sequence[Chunk], here: int) -> list[tuple[int, str]] | None:
    """Names in brackets, after a colon or a dash; None if there is nothing of the kind."""
    key = pieces[here].key
    following = pieces[here + 1].key if here + 1 < len(pieces) else ""
    if (
        key in {"–", ":", ","}
        and following in {"los", "las", "la", "el", "it", "ceux", "celles", "celle", "celui", "those"}
        and here + 2 < len(pieces)
    ):
        named = here + 2 + (pieces[here + 2].key in {"de", "du", "des", "d'", "del", "is", "was", "were", "of"})
        if names_at(pieces, named):
            return [(named, "trailing-list")]
    if key == "(" and following in {"including", "incl", "notably", "among"}:
        some = next((n for n in range(here + 2, min(here + 5, len(pieces))) if names_at(pieces, n)), None)
        return [(some, "trailing-list")] if some else []
    if key in {"(", ":", "–"} and (voters := voters_in(pieces, here + 1)):
        closes = here + 2 >= len(pieces) or pieces[here + 2].key in {")", ".", "–", ",", ";", "|", "and"}
        return [(here + 1, "trailing-list")] if closes and voters.members else []
    return None


def _loose(pieces: Sequence[Chunk], here: int, phrase: Phrase) -> list[tuple[int, str]]:
    """Company ("along with X"), and those a noun belongs to ("abstentions by X")."""
    key = pieces[here].key
    if key in {"along", "together", "alongside", "like", "as"} | _FOREIGN_COMPANY:
        return _company(pieces, here)
    if key == "with" and phrase.choice == "abstain" and phrase.form != "nominal" and names_at(pieces, here + 1):
        ends = here + 2 >= len(pieces) or (pieces[here + 2].phrase is None and pieces[here + 2].key in _LIST_ENDS)
        return [(here + 1, "same-as")] if ends else []
    if key in {"by", "from", "of"} and phrase.form == "nominal" and names_at(pieces, here + 1):
        return [(here + 1, "trailing-list")]
    return []


_LIST_ENDS = frozenset((".", ";", ",", ")", "|", "–"))


def _after_be(pieces: Sequence[Chunk], here: int) -> int | None:
    while here < len(pieces) and pieces[here].key in LINKING | {"the", "both"}:
        here += 1
    return here if here < len(pieces) and pieces[here].voters else None


def _counted_only(pieces: Sequence[Chunk], sought: Sought) -> bool:
    return all(
        (found := pieces[number].voters) is not None and found.count and not found.members for number in sought.chunks
    )


def _number_of(pieces: Sequence[Chunk], sought: Sought | None) -> int | None:
    for number in sought.chunks if sought else ():
        voters = pieces[number].voters
        if voters and voters.count and not voters.members:
            return voters.count.number
    return None


def _after_comma(pieces: Sequence[Chunk], comma: int, number: int | None, phrase: Phrase) -> list[tuple[int, str]]:
    """What a comma after the choice may bring: the names of those counted, an agent, some of them, more of them."""
    here = comma + 1
    key = pieces[here].key if here < len(pieces) else ""
    if key in {"those", "that", "namely"}:  # "two votes against, those of Britain and France"
        named = here + 1
        while named < len(pieces) and pieces[named].key in {"those", "that", "of", "from", "the"}:
            named += 1
        return (
            [(named, "trailing-list")]
            if names_at(pieces, named) and (number is not None or named > here + (key != "namely"))
            else []
        )
    named = _past_those(pieces, here) if key in {"including", "notably"} else here + 1
    if key in {"by", "from", "namely", "including", "notably", "being", "all"} and names_at(pieces, named):
        return (
            [(named, "trailing-list")]
            if key in {"including", "notably"} or number is not None or phrase.form == "nominal"
            else []
        )
    parted = _of_so_many(pieces, here, number)
    if parted is not None:
        return parted
    if key in {"along", "together", "alongside", "as", "joined", "followed", "like"} | _FOREIGN_COMPANY:
        return _company(pieces, here)
    if key in {"among", "such"}:
        named = here + 2
        while named < len(pieces) and (
            pieces[named].key in {"those", "that", "of", "the"} or _group_first(pieces, named)
        ):
            named += 1 + _group_first(pieces, named)
        if names_at(pieces, named):
            return [(named, "trailing-list")]
    voters = pieces[here].voters if here < len(pieces) else None
    if voters is None or number is None or not voters.members or voters.count:
        return []
    after = pieces[here + 1].key if here + 1 < len(pieces) else "."
    after_names = [piece.key for piece in pieces[here + 1 : here + 3]]
    them = (
        after_names[:1] == ["being"]
        or after_names
        in (
            ["among", "them"],
            ["entre", "ellos"],
            ["for", "instance"],
            ["for", "example"],
            ["parmi", "eux"],
        )
        or after == "included"
    )
    them = them or (len(voters.members) < number and after in {"after", "despite", "reluctantly", "included"})
    full = len(voters.members) == number and after in {".", ",", ";", ")", "–", "|"} and not _verb_follows(pieces, here)
    return [(here, "trailing-list")] if them or full else []


def _group_first(pieces: Sequence[Chunk], here: int) -> bool:
    """Reads "among them the three African states, the Soviet Union and China": a group before the names."""
    voters = voters_in(pieces, here)
    return bool(voters and voters.group and not voters.members) and _key(pieces, here + 1) == ","


def _past_those(pieces: Sequence[Chunk], here: int) -> int:
    """Past "those of" in "several directors abstained, including those of Austria and Switzerland"."""
    keys = [piece.key for piece in pieces[here + 1 : here + 3]]
    if keys[:1] not in (["those"], ["that"]):
        return here + 1
    return here + 2 + (keys[1:] in (["of"], ["from"]))


def _verb_follows(pieces: Sequence[Chunk], here: int) -> bool:
    """Reads "Two abstained, China and Russia, voted ..." would give the names to the next verb."""
    return any(piece.phrase is not None and piece.phrase.form == "finite" for piece in pieces[here + 1 : here + 3])


_SOME_OF = (
    ("dont", "celles", "de"),
    ("dont", "celle", "de"),
    ("dont",),
    ("parmi", "lesquels"),
    ("parmi", "lesquelles"),
    ("notamment",),
    ("entre", "ellas", "las", "de"),
    ("entre", "ellos", "los", "de"),
    ("entre", "ellas"),
    ("entre", "ellos"),
    ("entre", "los", "que", "figuran"),
    ("incluidos",),
    ("incluidas",),
    ("incluyendo",),
)


def _some_of(pieces: Sequence[Chunk], here: int) -> int | None:
    """Reads ", dont la Chine et l'Inde", ", entre ellas las de China e India": some of those counted."""
    keys = tuple(piece.key for piece in pieces[here : here + _WORDS])
    named = next((here + len(phrase) for phrase in _SOME_OF if keys[: len(phrase)] == phrase), None)
    return named if named is not None and names_at(pieces, named) else None


def _of_so_many(pieces: Sequence[Chunk], here: int, number: int | None) -> list[tuple[int, str]] | None:
    """Reads "dos en contra, de Rusia y Venezuela", "35 se sont abstenus, dont la Chine": whose they are."""
    if number is None or here >= len(pieces):
        return None
    if pieces[here].key in {"de", "du", "des", "d'", "del"} and (those := voters_in(pieces, here + 1)) is not None:
        return [(here + 1, "trailing-list")] if len(those.members) == number else []
    some = _some_of(pieces, here)
    return None if some is None else [(some, "trailing-list")]


_COMPANY = (
    ("tout", "comme"),
    ("ainsi", "que"),
    ("de", "meme", "que"),
    ("aux", "cotes", "de"),
    ("al", "igual", "que"),
    ("igual", "que"),
    ("junto", "a"),
    ("junto", "con"),
)
_FOREIGN_COMPANY = frozenset(phrase[0] for phrase in _COMPANY)


def _company(pieces: Sequence[Chunk], here: int) -> list[tuple[int, str]]:
    """Reads "along with X", "as did X", "joined by X", "tout comme X", "al igual que X"."""
    if pieces[here].key in _FOREIGN_COMPANY:
        keys = [piece.key for piece in pieces[here : here + _WORDS]]
        phrase = next((phrase for phrase in _COMPANY if tuple(keys[: len(phrase)]) == phrase), None)
        named = here + len(phrase) if phrase else len(pieces)
        return [(named, "same-as")] if names_at(pieces, named) else []
    words = 1
    following = pieces[here + 1].key if here + 1 < len(pieces) else ""
    if pieces[here].key == "as":
        if following not in {"did", "were", "was", "had", "have"}:
            return []
        words = 2
    elif following in {"with", "by"}:
        words = 2
    elif pieces[here].key not in {"alongside", "like"}:
        return []
    while here + words < len(pieces) and pieces[here + words].key in {"those", "that", "of"}:
        words += 1
    return [(here + words, "same-as")] if voters_in(pieces, here + words) else []


def voters_in(pieces: Sequence[Chunk], here: int) -> Voters | None:
    """The voters of a piece, if there is such a piece and it names voters."""
    return pieces[here].voters if 0 <= here < len(pieces) else None


def names_at(pieces: Sequence[Chunk], here: int) -> bool:
    """Does the piece name members?"""
    voters = voters_in(pieces, here)
    return bool(voters and voters.members)

# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""The whole body, and who is left out of it: "all members except Russia", "every country but one", "all bar China"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item
from psephos.read.atoms.nouns import Voters, key_at, words_at
from psephos.read.phrases.counts import place_phrase
from psephos.read.phrases.lists import list_at

__all__ = ["apart_from", "excluded_at", "whole_at"]

_ALL = words("all every each toutes tous todos todas")
_EVERYBODY = words("everyone everybody")
_MEMBERS = words("member members miembro miembros membre membres")
_NOUNS = _MEMBERS | words(
    "country countries nation nations state states delegation delegations delegate delegates government governments "
    "paises pais estados delegaciones pays etats"
)
_BETWEEN = words("the of <b> 's council un eu <d> its other others fellow los las les des de ~")
_OTHERS = words("other others otros autres")
_OPEN = words("of from with that which who whose whom")
_EXCEPT = (
    ("with", "the", "exception", "of"),
    ("with", "the", "sole", "exception", "of"),
    ("with", "the", "only", "exception", "of"),
    ("with", "the", "single", "exception", "of"),
    ("with", "exception", "of"),
    ("a", "l'", "exception", "de"),
    ("a", "excepcion", "de"),
    ("con", "la", "excepcion", "de"),
    ("with", "the", "exceptions", "of"),
    ("not", "including"),
    ("not", "counting"),
    ("but", "not"),
    ("leaving", "aside"),
    ("except", "for"),
    ("apart", "from"),
    ("aside", "from"),
    ("other", "than"),
    ("but", "for"),
    *((word,) for word in ("except", "bar", "save", "barring", "excluding", "minus", "excepting", "sauf", "hormis")),
    *((word,) for word in ("excepto", "salvo", "menos")),
)
_NOT_ALL = words("not almost nearly virtually practically hardly barely presque casi no")
_MARKS = frozenset((",", "–", "("))


def whole_at(found: Sequence[Item], place: int) -> Voters | None:
    """The phrase about all members that begins here, with whoever is left out of it.

    Without an exception, only what is said of "members" is said of the body; "all countries" may be any.

    Examples:
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "All members of the Council except Russia voted in favour."
        >>> phrase = whole_at(items(text, 0, len(text), lexicon(), published=None, on=None), 0)
        >>> phrase.rest, [member.codes[0] for member in phrase.apart]
        (True, ['RUS'])
    """
    if key_at(found, place - 1) in _NOT_ALL:
        return None
    here = place + 1
    if key_at(found, place) in _ALL:
        while key_at(found, here) in _BETWEEN:
            here += 1
        if key_at(found, here) not in _NOUNS:
            return None
        here += 1 + (key_at(found, here) == "member" and key_at(found, here + 1) in _NOUNS)
    elif key_at(found, place) not in _EVERYBODY:
        return None
    others = {item.key for item in found[place:here]} & _OTHERS
    here = place_phrase(found, here)
    whole = Voters(place, here, noun="members", rest=True, whole=not others)
    apart = apart_from(found, whole)
    if apart.apart:
        return apart
    plain = key_at(found, here) not in _OPEN and key_at(found, here - 1) in _MEMBERS | {"<b>", "council"}
    return whole if plain and key_at(found, place) in _ALL else None


def apart_from(found: Sequence[Item], whole: Voters) -> Voters:
    """The phrase with those left out of it: the others, and no longer so many."""
    mark = key_at(found, whole.last) in _MARKS
    names = excluded_at(found, whole.last + mark)
    if names is None:
        return whole
    told = key_at(found, names.last + 1) in {"which", "who"}  # what they did comes next
    last = names.last + (mark and not told and key_at(found, names.last) in {",", "–", ")"})
    return replace(whole, last=last, count=None, rest=True, only=False, apart=names.members)


def excluded_at(found: Sequence[Item], place: int) -> Voters | None:
    """The names that a word of exception at this place leaves out."""
    phrases = (*_EXCEPT, ("but",)) if place and key_at(found, place - 1) != "," else _EXCEPT
    for phrase in phrases:
        if words_at(found, place, phrase):
            names = list_at(found, place + len(phrase))
            return names if names and names.members and not names.unknown else None
    return None

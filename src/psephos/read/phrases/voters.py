"""Who: noun phrases that name voters, as lists, counts, remainders or groups.

China, Russia and the United States        a list
nine of the 15 members                     a count
two nations (China and Russia)             a count with its list
the other ten                              a remainder: it closes the classes
the three African countries                a group
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item
from psephos.read.atoms.nouns import ADJECTIVES, MEMBER_NOUNS, REACH, Count, Voters, key_at, words_at
from psephos.read.atoms.numerals import NOBODY
from psephos.read.phrases.counts import (
    REGIONS,
    REST,
    VAGUE,
    VOTE_NOUNS,
    counted_at,
    noun_at,
    of_size,
    place_phrase,
    with_included,
    with_names,
)
from psephos.read.phrases.lists import list_at
from psephos.read.phrases.wholes import apart_from, whole_at

__all__ = ["voters_at"]

_FRONT = words(
    "only just all the a an total of another some both its every each as well fellow besides even "
    "also les la le los las el tous todos "
    "solo seuls seul seule seules solamente unicamente toutes todas along together whopping mere full combined grand"
)


_ONLY = words("only just solo seuls seul seule seules solamente unicamente")


def voters_at(found: Sequence[Item], place: int) -> Voters | None:
    """The phrase about voters that begins at this item, as long as it goes.

    Examples:
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "two nations (China and Togo) voted"
        >>> phrase = voters_at(items(text, 0, len(text), lexicon(), published=None, on=None), 0)
        >>> phrase.count.number, [member.codes[0] for member in phrase.members]
        (2, ['CHN', 'TGO'])
    """
    start, front = _front(found, place)
    core = (
        _same_number(found, place)
        or _all_but(found, place)
        or counted_at(found, start, front)
        or _remainder(found, start, front)
        or _nobody(found, place)
    )
    core = core or whole_at(found, place) or list_at(found, start) or _described(found, start)
    if core and _is_whole(core, front):
        core = apart_from(found, replace(core, whole=core.whole or not core.rest))
    if core is None or not (_can_begin(found, place) or (core.last > place + 2 and found[place].key == "an")):
        return None
    return replace(core, first=place, only=core.only or bool(front & _ONLY))


def _is_whole(core: Voters, front: frozenset[str]) -> bool:
    """Is it a phrase that somebody can be left out of: "all 15 members", "the others"?"""
    if core.members or core.group or core.apart or core.noun == "votes" or front & VAGUE:
        return False
    return core.rest or (core.count is not None and bool(front & {"all", "todos", "tous", "los", "les"}))


def _can_begin(found: Sequence[Item], place: int) -> bool:
    return found[place].key not in {"a", "an"} or key_at(found, place + 1) in {
        "total",
        "full",
        "whopping",
        "mere",
        "single",
        "lone",
        "combined",
        "grand",
    }


def _leads(found: Sequence[Item], here: int) -> bool:
    """Can this word stand before a figure or a name: "only", "at least", "no more than"?"""
    key, after = key_at(found, here), key_at(found, here + 1)
    if key == "than":
        return after == "<n>"  # "other than Russia" leaves somebody out
    return (
        key in _FRONT | VAGUE
        or (key, after) in {("at", "least"), ("up", "to"), ("au", "moins")}
        or (key == "to" and key_at(found, here - 1) == "up" and after == "<n>")
    )


def _front(found: Sequence[Item], place: int) -> tuple[int, frozenset[str]]:
    words: set[str] = set()
    here = place
    while _leads(found, here):
        words.add(found[here].key)
        here += 1
    if words & {"all"} and key_at(found, here) == "of" and key_at(found, here + 1) in {"the", "its"}:
        inner, more = _front(found, here + 1)  # "all of the Council's other 14 members"
        return inner, frozenset(words | more)
    if key_at(found, here) == "same" and key_at(found, here + 1) == "<n>" and key_at(found, here + 2) in VOTE_NOUNS:
        here += 1  # "the same eleven votes"
    if key_at(found, here) == "<b>" and key_at(found, here + 1) == "'s":  # the Council's three African members
        inner, more = _front(found, here + 2)
        return inner, frozenset({"the", *words, *more})
    return here, frozenset(words)


# --- counts ---------------------------------------------------------------------------------------------------------


_SAME_NUMBER = (("the", "same", "number"), ("an", "equal", "number"), ("as", "many"), ("the", "same", "again"))


def _same_number(found: Sequence[Item], place: int) -> Voters | None:
    """Reads "nine voted for it, and the same number abstained": the figure just given, again."""
    if found[place].key not in {"the", "an", "as"}:
        return None
    words = next((words for words in _SAME_NUMBER if words_at(found, place, words)), None)
    before = [item.number for item in found[:place] if item.key == "<n>" and item.number is not None]
    if words is None or not before:
        return None
    here = place + len(words)
    here += key_at(found, here) == "of"
    noun, _, _, here = noun_at(found, here)
    if words == ("as", "many") and (key_at(found, here) == "as" or noun == "votes"):
        return None
    count = Count(before[-1], found[place].start, found[here - 1].end)
    return with_names(found, Voters(place, here, count=count, noun=noun or "members"))


# --- remainders, nobody, groups ---------------------------------------------------------------------------------------


def _remainder(found: Sequence[Item], place: int, front: frozenset[str]) -> Voters | None:
    """Reads "the others", "all other members", "the rest of the Council", "everyone else"."""
    here = place
    if key_at(found, here) in {"everyone", "everybody"} and key_at(found, here + 1) == "else":
        return with_included(found, Voters(place, here + 2, rest=True))
    if key_at(found, here) in REST and front & {
        "the",
        "all",
        "le",
        "el",
        "les",
        "los",
        "las",
        "tous",
        "todos",
        "every",
    }:
        here += 1
        here += 2 * (words_at(found, here, ("de", "los")) and key_at(found, here + 2) in MEMBER_NOUNS)
        here += key_at(found, here) == "des" and key_at(found, here + 1) in MEMBER_NOUNS
        noun, group, _, here = noun_at(found, here)
        here = place_phrase(found, here)
        bare = found[place].key in {"others", "rest", "reste", "resto", "autres", "demas"}
        if not (bare or noun == "members"):
            return None
        return with_included(found, Voters(place, here, noun=noun, rest=True, group=group))
    return None


def _nobody(found: Sequence[Item], place: int) -> Voters | None:
    """Reads "none", "no member", "nobody else": a count of zero, or the closing of a class."""
    key, after = key_at(found, place), key_at(found, place + 1)
    if key == "not" and (
        (after == "<n>" and found[place + 1].number == 1) or (after, key_at(found, place + 2)) == ("a", "single")
    ):
        here = place + 2 + (after == "a")
        if key_at(found, here) == "of":
            return _none_of(found, place, here)
        _, group, _, last = noun_at(found, here)
        count = Count(0, found[place].start, found[last - 1].end)
        return Voters(place, place_phrase(found, last), count=count, noun="members", group=group)
    if key == "no" and after == "<n>" and found[place + 1].number == 1:  # "no one", "no one else"
        here = place + 2 + (key_at(found, place + 2) == "else")
        nobody = Count(0, found[place].start, found[place + 1].end, exact=here == place + 2)
        return Voters(place, place_phrase(found, here), count=nobody, noun="members", only=here > place + 2)
    if key == "no" and after in {
        "abstentions",
        "abstention",
        "abstainers",
        "noes",
        "nays",
        "opponents",
        "against",
        "negative",
        "dissenting",
    }:
        return Voters(place, place + 1, count=Count(0, found[place].start, found[place].end))
    if key in {"nobody", "none"} or (
        key == "no"
        and after
        in {
            "one",
            "other",
            "member",
            "members",
            "country",
            "countries",
            "state",
            "nation",
            "delegation",
            "votes",
            "vote",
            "senator",
            "council",
            "<b>",
            "delegate",
            "government",
            "permanent",
            "ambassador",
            "democrat",
            "republican",
            "conservative",
            "tory",
        }
    ):
        here = place + 1 + (key == "no")
        other = after == "other" or key_at(found, here) in {"else", "other"}
        if key_at(found, here) == "else":
            here += 1
        if key_at(found, here) == "of":
            return _none_of(found, place, here)
        noun, _, _, last = noun_at(found, here)
        group = f"party:{after}" if after in {"democrat", "republican", "conservative", "tory"} else ""
        noun = "votes" if after in VOTE_NOUNS else noun
        last = _relative(found, place_phrase(found, last))
        return Voters(
            place,
            last,
            count=Count(0, found[place].start, found[place].end, exact=not other),
            noun=noun or "members",
            only=other,
            group=group,
        )
    if key in NOBODY - {"none", "nobody"} or key == "none":
        return Voters(place, place + 1, count=Count(0, found[place].start, found[place].end))
    return None


def _none_of(found: Sequence[Item], place: int, here: int) -> Voters:
    """Reads "none of the 15 members": nobody at all; "none of the permanent members" leaves the others open."""
    _, last = of_size(found, here)
    group = ""
    if last == here:
        _, group, _, last = noun_at(found, here + 1 + (key_at(found, here + 1) == "the"))
        last = place_phrase(found, last + (bool(group) and key_at(found, last) == "<n>"))  # "the permanent five"
    whole = not group and last > here and key_at(found, last - 1) not in {"of", "the"}
    nobody = Count(0, found[place].start, found[last - 1].end, exact=whole)
    return Voters(place, last, count=nobody, noun="members", group=group)


def _all_but(found: Sequence[Item], place: int) -> Voters | None:
    """Reads "all but two of the 15 members": a figure by difference; without the size of the whole, none."""
    if key_at(found, place) not in {"all", "everyone", "everybody"} or key_at(found, place + 1) not in {
        "but",
        "except",
    }:
        return None
    but = voters_at(found, place + 2) if place + 2 < len(found) else None
    if but is None or but.count is None or but.members:
        return None
    left = but.size - but.count.number if but.size is not None else None
    size = Count(left or 0, found[place].start, found[but.last - 1].end, exact=bool(left))
    return Voters(place, but.last, count=size, noun="members", size=but.size)


def _relative(found: Sequence[Item], place: int) -> int:
    """Past a short clause between commas: ", which has 15 members,"."""
    if key_at(found, place) == "," and key_at(found, place + 1) in {"which", "who"}:
        for here in range(place + 2, min(place + 9, len(found))):
            if found[here].key == ",":
                return here + 1
    return place


def _described(found: Sequence[Item], place: int) -> Voters | None:
    """Reads "permanent members China and Russia", "African countries"."""
    here = place
    while key_at(found, here) in ADJECTIVES | set(REGIONS) | {"<d>", "<u>"} and here < place + REACH:
        here += 1
    if here == place and key_at(found, here) not in MEMBER_NOUNS:
        return None
    if key_at(found, here) in MEMBER_NOUNS - {"them"}:
        bracket = key_at(found, here + 1) == "("
        inner = list_at(found, here + 1 + bracket)
        if inner and (not bracket or key_at(found, inner.last) == ")"):
            return replace(inner, first=place, last=inner.last + bracket)
        regions = [REGIONS[item.key] for item in found[place:here] if item.key in REGIONS]
        if regions:
            return Voters(place, place_phrase(found, here + 1), noun="members", group=regions[0])
    return None

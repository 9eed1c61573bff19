# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""What the text put to the vote is about, in the report's own words: "calling for a ceasefire", "on Syria"."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item

__all__ = ["topic"]

_TEXT = words(
    "draft resolution text motion proposal amendment bill measure paper directive regulation decision projet proyecto "
    "texte texto resolucion"
)
_ABOUT = words("on regarding concerning about sur sobre")
_NAMED = words("entitled titled called intitule titulada titulado intitulee")
_RELATIVE = words("that which qui que")
_NO_DOING = words(
    "being having during according following including meaning voting abstaining opposing supporting backing passing "
    "failing falling receiving getting winning losing morning evening meeting sitting hearing standing "
    "dividing obtaining garnering gaining adopting rejecting vetoing blocking nothing anything something everything"
)
_NO_AIM = words("be pass fail vote the a an fall win get die go come succeed that <d> <m> <b> <n> veto reject adopt")
_FINITE = words(
    "was were is are has had have failed passed received got fell won lost drew secured garnered obtained died went "
    "came but while because after when although though until unless before despite who whose ha fue"
)
_VOTES = words("vote votes voted abstained abstaining abstentions vetoed veto adopted rejected unanimously")
_PARTS = frozenset({",", ";", ".", ":", ")", "(", "–", "|", "<s>", "?", "!"})
_SAYS = words(
    "demands demanded asks asked urges urged condemns condemned deplores deplored extends extended imposes imposed "
    "seeks sought requires finds found creates created establishes established authorizes authorises supports endorses"
)
_WOULD = words("would will should could had has have also call calls called")
_LOOSE = words("for as of and or that it the to in a an its their with by from on at into which")
_LONGEST = 24
_INSIDE = 6


def topic(found: Sequence[Item]) -> tuple[int, int] | None:
    """Where do these items say what the text put to the vote is about?

    Examples:
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "China vetoed a draft resolution calling for a ceasefire in Gaza, which failed."
        >>> start, end = topic(items(text, 0, len(text), lexicon(), published=None, on=None))
        >>> text[start:end]
        'calling for a ceasefire in Gaza'
    """
    for place, item in enumerate(found):
        if item.key not in _TEXT and item.key != "<y>":
            continue
        here = _past_names(found, place + 1)
        first = _begins(found, here)
        last = _ends(found, first) if first is not None else None
        if first is not None and last is not None:
            return found[first].start, found[last - 1].end
    return None


def _key(found: Sequence[Item], place: int) -> str:
    return found[place].key if 0 <= place < len(found) else ""


def _past_names(found: Sequence[Item], here: int) -> int:
    """Past the number, the symbol and the sponsors of a text: "resolution 2720 (2023)", "text by Malta"."""
    start = here
    while here < start + _INSIDE and _key(found, here) in {"<n>", "<yr>", "<y>", "(", ")", "resolution", "paper", "of"}:
        if found[here].key == "of" and _key(found, here + 1) not in {"<m>", "<d>", "resolution"}:
            break
        here += 1
    if _key(found, here) in {"by", "from", "de", "drafted", "tabled", "submitted", "sponsored", "proposed"} | {"<m>"}:
        after = here + 1
        while _key(found, after) in {"by", "<m>", "<d>", "the", "and", ",", "et", "y", "la", "le"}:
            after += 1
        named = {item.key for item in found[here:after]} & {"<m>", "<d>"}
        here = after if named else here
    return here + (_key(found, here) == "," and _key(found, here + 1) in _NAMED)


def _begins(found: Sequence[Item], here: int) -> int | None:
    """Where what it is about begins: after "entitled", at "on", "calling for", "that would", "to extend"."""
    key, after = _key(found, here), _key(found, here + 1)
    if key in _NAMED:
        return here + 1
    if key in _ABOUT:
        told = after in {"<t>", "<n>", "<s>", "<yr>", "<h>", "behalf", "grounds", "it", "which"}
        return None if told or {"same", "ground"} & {after, _key(found, here + 2)} else here
    if key == "," and after == "which":
        key, here, after = after, here + 1, _key(found, here + 2)
    if key in _RELATIVE and after in _WOULD | _SAYS and _key(found, here + 2) not in {"be", "been", "<n>", ",", "not"}:
        return here + 1
    if (
        key == "for"
        and after in {"a", "an", "more", "new"}
        and _key(found, here + 2) not in {"vote", "second", "third"}
    ):
        return here
    doing = key.endswith("ing") and len(key) > _INSIDE and key not in _NO_DOING
    aim = key == "to" and after.isalpha() and after not in _NO_AIM
    return here if doing or aim else None


def _ends(found: Sequence[Item], first: int) -> int | None:
    """Where it ends: before the clause that tells of the vote. None if nothing says where, or nothing is left."""
    if found[first].quoted:
        last = first
        while last < len(found) and found[last].quoted:
            last += 1
        return last
    here = first + 1
    while here < len(found) and here <= first + _LONGEST:
        key, after = found[here].key, _key(found, here + 1)
        opening = here <= first + 1 and key in {"have", "had", "has"}
        if (key in _PARTS or key in _FINITE or key in _VOTES) and not opening:
            break
        if key in {"on", "by", "with", "in"} and after in {"<t>", "<n>", "<s>", "a1"}:
            break
        if key == "by" and after in {"a", "an"} and _key(found, here + 2) in {"vote", "recorded", "margin", "show"}:
            break
        if key == "<t>":
            break
        here += 1
    else:
        if here < len(found):
            return None
    while here > first and found[here - 1].key in _LOOSE:
        here -= 1
    said = [item.key for item in found[first:here] if item.key not in _WOULD | _ABOUT | {"the", "to", "a"}]
    return here if len(said) > (found[first].key not in _ABOUT) else None

"""What was voted for or against, where that is not the draft: "voted against bringing the sanctions back".

If the text says what the draft would do, the two are compared: a vote against bringing sanctions back is one for a
draft that would have kept them away. Where nothing settles it, both readings stay.
"""

from __future__ import annotations

import re

from psephos.body.names import fold
from psephos.read.atoms.lexical import words

__all__ = ["described", "settled"]

_AWAY = re.compile(
    r"\b(?:kept?|keep(?:ing|s)?|prevent\w*|stop\w*|block\w*|halt\w*|lift\w*|(?:to|would|will|would have|and) "
    r"end(?:ed)?|ends|ended|ending"
    r"|remov\w*|delay\w*|postpon\w*|avoid\w*|bar(?:red|ring)?|scrap\w*|terminat\w*|suspend\w*"
    r"|laps(?:e|ed|ing)|expir\w*|run(?:ning|s)? out|fall away|wind\w* (?:up|down)|eas(?:e|ed|ing)|drop\w*"
    r"|reject\w*|oppos\w*|against|not)\b"
)
_KEPT_IN_PLACE = re.compile(r"\bke(?:ep|pt|eping)\w*\b(?!.*\bfrom\b)")
_DRAFT = re.compile(
    r"\b(?:draft|resolution|text|measure|proposal|motion)\b[^.;]{0,40}?\b(?:that|which|to|would"
    r"|calling|asking|under which|aimed at|seeking|,)\s+(?P<says>[^.;]{8,160})"
)
_CLAUSE = 25
_SMALL = words(
    "the a an of on in to from for and or that which would have has had been be being was were "
    "its it over by with back coming brought bringing good council security united nations "
    "resolution draft text "
    "this their all new more into under"
)


def described(text: str) -> str:
    """What the text says the draft would do; empty if it does not.

    Examples:
        >>> described("It rejected a text that would have lifted sanctions for good.")
        'would have lifted sanctions for good'
    """
    match = _DRAFT.search(fold(text))
    if match is None:
        return ""
    says = match["says"].strip()
    comma = says.find(", ", _CLAUSE)
    return says[:comma] if comma > 0 else says


def settled(aim: str, description: str) -> bool | None:
    """Does a vote for this aim go with a vote for the draft? None: the text does not settle it.

    Examples:
        >>> settled("bringing the sanctions back", "would have kept sanctions from being brought back")
        False
        >>> settled("the meeting", "would condemn the strikes") is None
        True
    """
    words = _content(aim) & _content(description)
    if not words:
        return None
    return _towards(fold(aim)) == _towards(description)


def _content(text: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"[a-z]{4,}", fold(text)) if word not in _SMALL}


def _towards(text: str) -> bool:
    """Is the thing brought about (True), or kept away (False)?"""
    return not _AWAY.search(_KEPT_IN_PLACE.sub("hold", text))

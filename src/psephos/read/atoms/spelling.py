"""Slips of the pen in the words of voting ("abstaned"), read as what they stand for.

Only long words that nothing else is near, and only one letter wrong, missing or too many, or two changed about; endings
tell forms apart and are left alone. Names of members are never read this way.
"""

from __future__ import annotations

from functools import cache

from psephos.read.atoms.lexical import words

__all__ = ["spelled"]

_MEANT = words(
    "abstain abstained abstaining abstention abstentions unanimously unanimous resolution resolutions against "
    "security council assembly members countries negative affirmative permanent rejected opposed majority"
)
_OTHER_WORDS = words(
    "revolution revolutions counsel counties membre membres resolucion abstencion resolutely unanimity "
    "sanctions favourer favourite"
)
"""Words of their own that stand near one of those."""
_SHORTEST = 6
_ENDING = 2
_BY_START = {start: tuple(sorted(word for word in _MEANT if word[:2] == start)) for start in {w[:2] for w in _MEANT}}


@cache
def spelled(word: str) -> str:
    """The word that was meant.

    Examples:
        >>> spelled("abstaned"), spelled("revolution"), spelled("abstained")
        ('abstained', 'revolution', 'abstained')
    """
    if len(word) < _SHORTEST or word in _MEANT or word in _OTHER_WORDS:
        return word
    near = [meant for meant in _BY_START.get(word[:2], ()) if _one_slip(word, meant)]
    return near[0] if len(near) == 1 else word


def _one_slip(word: str, meant: str) -> bool:
    """Is one letter wrong, missing or too many, or are two neighbours changed about?"""
    start = 0
    while start < min(len(word), len(meant)) and word[start] == meant[start]:
        start += 1
    left, right = word[start:], meant[start:]
    if left[1::-1] + left[2:] == right:
        return True
    within = start < len(meant) - _ENDING  # "oppose", "opposer", "opposed" are forms, and no slips
    return within and (left[1:] == right[1:] or left == right[1:] or left[1:] == right)

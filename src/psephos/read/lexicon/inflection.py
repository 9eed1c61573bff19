"""Verbs in their three forms: from "line up behind" to "lined up behind", "lining up behind", "line up behind"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

__all__ = ["VerbForm", "forms_of"]

VerbForm = Literal["finite", "participle", "infinitive"]

_PAST = {
    "get": "got",
    "stand": "stood",
    "come": "came",
    "throw": "threw",
    "put": "put",
    "give": "gave",
    "lend": "lent",
    "say": "said",
    "sit": "sat",
    "withhold": "withheld",
    "keep": "kept",
    "stay": "stayed",
    "sink": "sank",
    "shoot": "shot",
    "strike": "struck",
    "bring": "brought",
    "make": "made",
    "cast": "cast",
    "take": "took",
    "go": "went",
    "hold": "held",
    "speak": "spoke",
    "fall": "fell",
    "rise": "rose",
    "veto": "vetoed",
    "swing": "swung",
    "side": "sided",
    "nix": "nixed",
    "have": "had",
    "be": "was",
    "find": "found",
    "choose": "chose",
    "set": "set",
}
_DOUBLED = frozenset({"get", "put", "sit", "abet", "nix", "let", "cut", "set", "prefer", "stop"})
_VOWELS = frozenset("aeiou")


def forms_of(*verbs: str) -> Mapping[VerbForm, str]:
    """The forms of these verbs as alternatives of a pattern.

    Args:
        verbs: infinitives, each with the words that belong to it.

    Examples:
        >>> forms_of("get behind")["finite"], forms_of("oppose")["participle"]
        ('(?:got|gets) behind', '(?:opposing|having opposed)')
    """
    return {
        "finite": "|".join(_joined((_past(head), _third(head)), tail) for head, tail in map(_split, verbs)),
        "participle": "|".join(
            _joined((_ing(head), f"having {_past(head)}"), tail) for head, tail in map(_split, verbs)
        ),
        "infinitive": "|".join(head + tail for head, tail in map(_split, verbs)),
    }


def _split(verb: str) -> tuple[str, str]:
    head = verb[: next((place for place, letter in enumerate(verb) if not letter.isalpha()), len(verb))]
    return head, verb[len(head) :]


def _joined(heads: tuple[str, ...], tail: str) -> str:
    return f"(?:{'|'.join(dict.fromkeys(heads))}){tail}"


def _past(head: str) -> str:
    if head in _PAST:
        return _PAST[head]
    if _turns(head):
        return head[:-1] + "ied"
    if head in _DOUBLED:
        return f"{head}{head[-1]}ed"
    return head + "d" if head.endswith("e") else head + "ed"


def _turns(head: str) -> bool:
    """Does its y turn into an i: "applied", "rallied"?"""
    return head.endswith("y") and head[-2] not in _VOWELS


def _third(head: str) -> str:
    if _turns(head):
        return head[:-1] + "ies"
    return head + "es" if head.endswith(("s", "x", "sh", "ch", "o")) else head + "s"


def _ing(head: str) -> str:
    if head in _DOUBLED and not head.endswith("x"):
        return f"{head}{head[-1]}ing"
    return head[:-1] + "ing" if head.endswith("e") and head[-2] not in _VOWELS else head + "ing"

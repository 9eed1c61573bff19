# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Sentences and tokens of a text, each with its place in the untouched input.

A sentence ends at a full stop that is no abbreviation's, at a blank line, and at a line that starts a list entry or a
label ("Against:"). A label keeps the lines that follow it: they are its list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from psephos.body.names import fold
from psephos.read.atoms.lexical import words
from psephos.read.atoms.spelling import spelled

__all__ = ["Sentence", "Token", "sentences", "tokens"]

_TOKEN = re.compile(
    r"""(?P<symbol>\b[AS]/(?:[A-Z0-9][\w.\-]*/?)+[A-Za-z0-9]|\bS/\d+)
    |(?P<time>\d{1,2}(?::\d\d)?\s?[ap]\.?\s?m\b\.?)
    |(?P<score>(?<![\d\-–—/.])\d{1,3}\s?[-–—]\s?\d{1,3}(?:\s?[-–—]\s?\d{1,3}){0,2}(?![\d/%]|[-–—]\w|\.\d))
    |(?P<code>\b(?:[AEGP]|EU|BRICS?)\d{1,2}(?:\+\d{1,2})?\b)
    |(?P<number>\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?!\d)|\d+(?:\.\d+)?)
    |(?P<dotted>(?:[A-Z]\.\s?){1,3}[A-Z]\.?(?![a-z])|\b[A-Z]\.(?=\s))
    |(?P<elided>\b(?:[lLdDsSnNcCjJmM]|[qQ]u)['’](?=\w))
    |(?P<own>['’]s\b|(?<=s)['’](?=\s))
    |(?P<word>(?:[^\W\d_][\u0300-\u036f]*)+(?:['’](?!s\b)(?:[^\W\d_][\u0300-\u036f]*)+)*)
    |(?P<dash>\s[-–—]+\s|[—–]|--+)
    |(?P<tight>-)
    |(?P<line>\n)
    |(?P<mark>[^\w\s])""",
    re.VERBOSE,
)
_QUOTES = "\"“”„«»‘’'*_`"
_ABBREVIATED = words(
    "mr mrs ms dr sen sens rep reps gov gen st doc vs jr sr prof u.n u.s u.k jan feb mar apr jun jul aug "
    "sep sept oct nov dec a.m p.m i.e e.g cf inc incl ltd amb hon rt m mme"
)
_NUMBERED = words("no nos res art para paras p pp rev add corr")
_LAST_WORD = re.compile(r"[^\W\d_][\w.]*$")
_BREAK = re.compile(
    r"(?P<stop>[.!?…]+[\"'”’»)\]]*(?:\[\d{1,3}\])*(?=\s|$))|(?P<blank>\n[ \t\r]*\n\s*)|(?P<item>\n(?=[ "
    r"\t]*(?:[-*•·–—]|\d{1,2}[.)])[ \t]))"
    r"|(?P<label>\n(?=[ \t>*_]*[A-Z][\w()  ’'-]{1,40}:))"
)


_ENTRY = 45
"""A line shorter than this can be an entry of a list; wrapped prose has longer ones."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where does a sentence stand in the input, and does a new paragraph begin with it?"""

    start: int
    end: int
    opens_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark; `key` is the form that the grammar compares."""

    start: int
    end: int
    text: str
    key: str
    kind: str
    quoted: bool = False


def sentences(text: str, offset: int = 0) -> Iterator[Sentence]:
    """Where are the sentences of a text?

    Args:
        text: the text, or a part of it.
        offset: where the part begins in the whole input.

    Examples:
        >>> [(s.start, s.end) for s in sentences("The U.N. voted. It passed.")]
        [(0, 15), (16, 26)]
    """
    start, opens = 0, True
    for match in _BREAK.finditer(text):
        if match["stop"] and not _is_end(text, match):
            continue
        if (match["item"] or match["label"] or match["blank"]) and _label_open(text, start, match.start()):
            continue
        stop = match.end() if match["stop"] else match.start()
        yield from _trimmed(text, start, stop, offset, opens=opens)
        opens = bool(match["blank"]) or (opens and not text[start:stop].strip())
        start = match.end() if not match["item"] and not match["label"] else match.start() + 1
    yield from _trimmed(text, start, len(text), offset, opens=opens)


_LONGEST = 5_000
"""A sentence of more characters is no prose (a list of all 193 members of the United Nations takes some 2,500); it is
read in parts, since the grammar's work grows with the square of a sentence's length."""


def _trimmed(text: str, start: int, stop: int, offset: int, *, opens: bool) -> Iterator[Sentence]:
    while stop - start > _LONGEST:
        cut = max(text.rfind(mark, start, start + _LONGEST) for mark in (",", "\n", " "))
        cut = cut + 1 if cut > start else start + _LONGEST
        yield from _trimmed(text, start, cut, offset, opens=opens)
        start = cut
    body = text[start:stop]
    if body.strip():
        left = start + len(body) - len(body.lstrip())
        yield Sentence(offset + left, offset + start + len(body.rstrip()), opens)


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Is this full stop the end of a sentence, and not that of an abbreviation?"""
    if not match["stop"].startswith(".") or match["stop"].startswith(".."):
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - 12), match.start())
    last = word.group().casefold() if word else ""
    following = text[match.end() : match.end() + 40].lstrip()
    if last in _NUMBERED:
        return not following[:1].isdigit()
    owned = word is not None and word.start() > 0 and text[word.start() - 1] in "'’"
    if last in _ABBREVIATED or (len(last) == 1 and last.isalpha() and not owned):
        return _starts_sentence(following, last)
    joined = following.startswith(("- ", "– ", "— ")) and text[match.end() : match.end() + 1] == " "
    return not following or not (following[0].islower() or joined)  # "C (La.) - voted against it"


def _starts_sentence(following: str, last: str) -> bool:
    """After "U.S." or "p.m." a sentence ends only if what follows can hardly continue it."""
    if last not in {"u.n", "u.s", "u.k", "a.m", "p.m"}:
        return False
    opener = re.match(
        r"[\"“‘(]?(The|A|An|It|In|On|Of|But|And|This|That|They|He|She|After|With|There|Its|Only|Both|All)\b", following
    )
    return opener is not None


def _label_open(text: str, start: int, stop: int) -> bool:
    """Does the sentence so far end in a bare label, so that the next lines are its list?"""
    body = text[start:stop].rstrip()
    return body.endswith(":") or (":" in body[-200:] and _only_list(text, start, stop))


def _only_list(text: str, start: int, stop: int) -> bool:
    """Bullets go on: the line just ended and the next are both entries of one list."""
    line = text[text.rfind("\n", start, stop) + 1 : stop]
    following = text[stop:].lstrip("\n")
    bullet = re.compile(r"\s*[-*•·]\s+\S")
    return bool(bullet.match(line) and bullet.match(following)) and "\n\n" not in text[stop : stop + 2]


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of text.

    Examples:
        >>> [token.key for token in tokens("Russia's veto: 10-3-2", 0, 21)]
        ['russia', "'s", 'veto', ':', '10-3-2']
    """
    found: list[Token] = []
    quoted = False
    for match in _TOKEN.finditer(text, start, end):
        raw, kind = match.group(), match.lastgroup or "mark"
        if kind == "mark" and raw in _QUOTES:
            quoted = raw in "“«„" or (raw == '"' and not quoted)
            continue
        if kind == "line" and not _list_line(text, match.start()):
            continue
        found.append(Token(match.start(), match.end(), raw, _key(raw, kind), kind, quoted))
    return found


def _list_line(text: str, place: int) -> bool:
    """Does the line that ends here look like a label or an entry of a list, and not like wrapped prose?"""
    line = text[text.rfind("\n", 0, place) + 1 : place].strip()
    following = text[place + 1 : place + 1 + _ENTRY].split("\n", maxsplit=1)[0]
    return line.endswith(":") or (len(line) < _ENTRY and len(following) < _ENTRY)


def _key(raw: str, kind: str) -> str:
    match kind:
        case "own":
            return "'s"
        case "dash":
            return "–"
        case "tight":
            return "~"
        case "line":
            return "|"
        case "score":
            return re.sub(r"\s?[-–—]\s?", "-", raw)
        case "dotted":
            return fold(raw.replace(".", "").replace(" ", ""))
        case "mark":
            return {"[": "(", "]": ")", "…": ".", "/": "/"}.get(raw, raw)
        case _:
            return _plain(fold(raw))


def _plain(word: str) -> str:
    if word in {"can't", "cannot"}:
        return "can not"
    if word == "won't":
        return "will not"
    return f"{word[:-3]} not" if word.endswith("n't") else spelled(word)

"""What they did: the words by which a report says that somebody voted for, against, abstained, or took no part.

Each phrase has a choice and a form. The form says what may stand beside it: a `finite` verb wants its subject on the
left, a `passive` one its agent after "by", a `nominal` one ("two against", "nine abstentions") a figure before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from psephos.read.lexicon.choiceverbs import Form
from psephos.read.lexicon.choicewords import choice_rows
from psephos.read.lexicon.french import FRENCH
from psephos.read.lexicon.labels import LABEL_TAIL, LABELS, NOMINAL
from psephos.read.lexicon.openers import first_words
from psephos.read.lexicon.spanish import SPANISH

__all__ = ["Phrase", "phrase_at"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A choice said in so many words. `end` is an offset in the sentence's keys; `name` is the production.

    `aimed` holds the word before an object that may not be the draft ("voted against ..."), `veto` says that the word
    was a veto, `figure` that a figure stands inside the phrase ("cast the one abstention").
    """

    choice: str
    form: Form
    end: int
    name: str
    veto: bool = False
    aimed: bool = False
    only: bool = False


Row = tuple[str, str, Form, re.Pattern[str]]


@cache
def _rows(language: str) -> tuple[tuple[frozenset[str] | None, str, str, Form, str], ...]:
    """All rows for a language, each with the words it can begin with."""
    foreign = FRENCH if language == "fr" else SPANISH if language == "es" else ()
    return tuple(
        (first_words(pattern), name, choice, form, pattern)
        for name, choice, form, pattern in (*foreign, *choice_rows())
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A row's pattern, made only when a text has a word that it can begin with."""
    return re.compile(pattern + r"(?= |$)")


@cache
def _rows_at(language: str, word: str) -> tuple[Row, ...]:
    """The rows that can begin with this word."""
    return tuple(
        (name, choice, form, _compiled(pattern))
        for words, name, choice, form, pattern in _rows(language)
        if words is None or word in words
    )


@cache
def _nominal() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((choice, re.compile(pattern + r"(?= |$)")) for choice, pattern in NOMINAL.items())


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((choice, re.compile(pattern + LABEL_TAIL + r"(?= |$)")) for choice, pattern in LABELS.items())


_VETO = frozenset({"blocked", "lo-ejercio", "kept-body-from", "a-bloque", "bloqueo", "vetado-por", "al-ejercer"})
"""Forms that tell of a veto without the word in their name."""
_AIMED = re.compile(
    r" (?:for|against|in favou?r of|in support of|opposed to|in opposition to|to|contre|en contra de|en contra del)$"
)
_ONLY = re.compile(r" (?:only|sole|lone|single) (?!democratic|republican|conservative|labour|tory)")


def phrase_at(keys: str, place: int, language: str, *, counted: bool, opens: bool) -> Phrase | None:
    """The choice said at this place of a sentence's keys.

    Args:
        keys: the keys of the items, joined by spaces.
        place: where to look.
        language: en, fr or es.
        counted: a figure or a counted noun stands just before.
        opens: a line or a sentence begins here, so that a label may stand.

    Examples:
        >>> phrase_at("<m> voted against the draft", 4, "en", counted=False, opens=False).choice
        'no'
    """
    if opens:
        for choice, pattern in _labels():
            if found := pattern.match(keys, place):
                return Phrase(choice, "label", found.end(), "label")
    best = _longest(_rows_at(language, _word(keys, place)), keys, place)
    if counted:
        nominal = _nominal_at(keys, place)
        if nominal and language in {"es", "fr"} and keys[place : nominal.end] == "no":
            nominal = None  # "los diez miembros no permanentes"
        if nominal and (best is None or best.form in {"passive", "infinitive"} or nominal.end >= best.end):
            return best if best and best.form == "passive" and best.end > nominal.end else nominal
    return best


def _word(keys: str, place: int) -> str:
    end = keys.find(" ", place)
    return keys[place:end] if end >= 0 else keys[place:]


def _nominal_at(keys: str, place: int) -> Phrase | None:
    hits = [(choice, found) for choice, pattern in _nominal() if (found := pattern.match(keys, place))]
    if not hits:
        return None
    choice, found = max(hits, key=lambda hit: hit[1].end())
    return Phrase(choice, "nominal", found.end(), "counted", aimed=bool(_AIMED.search(found.group())))


def _longest(rows: Sequence[Row], keys: str, place: int) -> Phrase | None:
    best: Phrase | None = None
    for name, choice, form, pattern in rows:
        found = pattern.match(keys, place)
        if found and (best is None or found.end() > best.end):
            words = found.group()
            aimed = bool(_AIMED.search(f" {words}"))
            best = Phrase(
                choice,
                form,
                found.end(),
                name,
                veto="veto" in name or name in _VETO,
                aimed=aimed,
                only=bool(_ONLY.search(words)),
            )
    return best

"""In which language is a text? By its commonest small words; English unless French or Spanish clearly lead."""

from __future__ import annotations

import re

from psephos.read.atoms.lexical import words

__all__ = ["language_of"]

_SMALL = {
    "en": words("the and of to in was were by on with for a that its it which"),
    "fr": words("le la les des du et une est dans par sur pour au aux qui que ont a été l d s"),
    "es": words("el la los las del y una es en por con para que se su al fue han lo"),
}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 4000


def language_of(text: str) -> str:
    """The language of a text: en, fr or es.

    Examples:
        >>> language_of("Le Conseil n'a pas adopté le projet de résolution."), language_of("It was adopted.")
        ('fr', 'en')
    """
    words = [word.casefold() for word in _WORD.findall(text[:_ENOUGH])]
    counts = {language: sum(word in small for word in words) for language, small in _SMALL.items()}
    best = max(counts, key=lambda language: (counts[language], language == "en"))
    return best if counts[best] > counts["en"] else "en"

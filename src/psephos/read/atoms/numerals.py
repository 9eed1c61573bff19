"""Numbers in words and figures, in English, French and Spanish."""

from __future__ import annotations

from collections.abc import Mapping

from psephos.read.atoms.lexical import words

__all__ = ["NOBODY", "WORDS", "number_of"]

_EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_FR = [
    "zero",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
    "vingt",
]
_ES = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciseis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NOBODY = words("none nil nobody zero no-one nought aucune aucun ninguno ninguna ningun")
"""Words that count nobody."""

WORDS: Mapping[str, Mapping[str, int]] = {
    "en": {word: number for number, word in enumerate(_EN)} | _TENS | {"dozen": 12, "hundred": 100},
    "fr": {word: number for number, word in enumerate(_FR)} | {"une": 1},
    "es": {word: number for number, word in enumerate(_ES)} | {"un": 1, "una": 1},
}


def number_of(key: str, language: str = "en") -> int | None:
    """Which whole number does a token name?

    Examples:
        >>> number_of("thirteen"), number_of("1,204"), number_of("quince", "es"), number_of("14.5")
        (13, 1204, 15, None)
    """
    digits = key.replace(",", "").replace("\u202f", "").replace("\u00a0", "")
    if digits.isdecimal():
        return int(digits)
    return WORDS.get(language, {}).get(key)

"""Numbers in words and figures, in English, French and Spanish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from psephos.read.atoms.lexical import words

__all__ = ["NOBODY", "WORDS", "number_of", "sum_of"]

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
_FR_TENS = {"vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "nonante": 90}
_ES_TENS = {"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90}
_ES_TWENTIES = {f"veinti{unit}": 20 + number for number, unit in enumerate(_ES[1:10], 1)} | {
    "veintiun": 21,
    "veintiuna": 21,
}
_HUNDREDS = {"cent": 100, "cents": 100}
_CIENTOS = {"cien": 100, "ciento": 100, "doscientos": 200, "doscientas": 200}
NOBODY = words("none nil nobody zero no-one nought aucune aucun ninguno ninguna ningun")
"""Words that count nobody."""

WORDS: Mapping[str, Mapping[str, int]] = {
    "en": {word: number for number, word in enumerate(_EN)} | _TENS | {"dozen": 12, "hundred": 100},
    "fr": {word: number for number, word in enumerate(_FR)} | {"une": 1} | _FR_TENS | _HUNDREDS,
    "es": {word: number for number, word in enumerate(_ES)} | {"un": 1, "una": 1} | _ES_TENS | _ES_TWENTIES | _CIENTOS,
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


def sum_of(keys: Sequence[str], language: str) -> tuple[int, int] | None:
    """Which number do French or Spanish words name from the first on, and how many of them belong to it?

    Examples:
        >>> sum_of(["cent", "quarante", "~", "trois", "pays"], "fr"), sum_of(["treinta", "y", "cinco"], "es")
        ((143, 4), (35, 3))
        >>> sum_of(["quatre", "~", "vingt", "~", "treize"], "fr"), sum_of(["dos", "y", "tres"], "es")
        ((93, 5), (2, 1))
    """
    known = WORDS.get(language, {})
    if not keys or keys[0] not in known:
        return None
    total, here = known[keys[0]], 1
    while here < len(keys):
        joint = keys[here] if keys[here] in {"~", "et", "y"} else ""
        following = here + bool(joint)
        value = known.get(keys[following]) if following < len(keys) else None
        joined = None if value is None else _joined(total, value, joint)
        if joined is None:
            break
        total, here = joined, following + 1
    return total, here


_HUNDRED, _TEN = 100, 10


def _joined(total: int, value: int, joint: str) -> int | None:
    """The sum or product of a number so far and the next word; None where they are two numbers."""
    rest = total % _HUNDRED
    tens = rest >= 2 * _TEN and rest % _TEN == 0
    if joint == "~" and rest == 4 and value == 2 * _TEN:  # noqa: PLR2004 -- quatre-vingts
        return total + 76
    if value == _HUNDRED and 1 < total < _TEN and joint in {"", "~"}:
        return total * _HUNDRED
    adds = {
        "": rest == 0 and 0 < value < _HUNDRED,
        "~": (rest == 0 and 0 < value < _HUNDRED)
        or (tens and 0 < value < (2 * _TEN if rest in {60, 80} else _TEN))
        or (rest in {10, 70, 90} and 6 < value < _TEN),  # noqa: PLR2004 -- dix-sept, soixante-dix-huit
        "et": tens and value in {1, 11},
        "y": tens and rest > 2 * _TEN and 0 < value < _TEN,
    }
    return total + value if total and adds[joint] else None

"""Small words: lists, plurals, numbers and days as running English prints them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from psephos.body.members import Roster, Seat

__all__ = ["called", "columns", "day_text", "listed", "named", "number_text", "plural", "spelled"]

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def listed(words: Sequence[str], *, joint: str = "and") -> str:
    """Join words as running text does.

    Examples:
        >>> listed(["China", "France", "the Russian Federation"])
        'China, France and the Russian Federation'
    """
    if not words[1:]:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def called(seat: Seat) -> str:
    """A member's name within a sentence, with its article.

    Examples:
        >>> called(Seat("RUS", "Russian Federation", the=True))
        'the Russian Federation'
    """
    return f"the {seat.name}" if seat.the else seat.name


def named(members: Iterable[str], roster: Roster) -> str:
    """Members by name within a sentence, in English alphabetical order."""
    return listed(
        [called(seat) for seat in sorted((roster.seat(member) for member in members), key=lambda seat: seat.name)]
    )


def plural(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 vote`, `2 votes`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def spelled(number: int) -> str:
    """Small numbers as words, others as figures.

    Examples:
        >>> spelled(5), spelled(40)
        ('five', '40')
    """
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def number_text(value: Fraction, *, places: int = 2) -> str:
    """A whole number with thousands separators, or a decimal; one that is rounded says so with "about".

    Examples:
        >>> number_text(Fraction(5039930)), number_text(Fraction(297, 20)), number_text(Fraction(262, 3))
        ('5,039,930', '14.85', 'about 87.33')
    """
    if value.denominator == 1:
        return f"{value.numerator:,}"
    exact = (value * 10**places).denominator == 1
    rounded = Fraction(round(value * 10**places), 10**places)
    text = f"{int(abs(rounded)):,}" + f"{float(abs(rounded) % 1):.{places}f}"[1:]
    text = text.rstrip("0").rstrip(".") if exact else text
    return f"{'' if exact else 'about '}{'-' if value < 0 else ''}{text}"


def day_text(day: date) -> str:
    """A day as English prose writes it: 25 October 2023."""
    return f"{day.day} {day:%B} {day.year}"


def columns(rows: Sequence[Sequence[str]], *, gap: int = 4, widths: Sequence[int] = ()) -> list[str]:
    """Lay rows out in aligned columns; the last column runs free."""
    if not rows:
        return []
    sizes = [max(len(row[place]) for row in rows) for place in range(len(rows[0]) - 1)]
    sizes = [max(size, wanted) for size, wanted in zip(sizes, (*widths, *([0] * len(sizes))), strict=False)]
    return ["".join(f"{cell:<{size + gap}}" for cell, size in zip(row, sizes, strict=False)) + row[-1] for row in rows]

"""Numbers as people type them, read exactly."""

from __future__ import annotations

from fractions import Fraction

__all__ = ["LONGEST", "exact_number"]

LONGEST = 60
"""How long a number may be as text."""
_POWER = 400
"""How large a power of ten it may have: every float is within that."""


def exact_number(text: str) -> Fraction:
    """Read a whole number, a decimal or a fraction; never rounded, and never so long that reading it takes a while.

    Raises:
        ValueError: it is none of these, or longer than `LONGEST`, or beyond all floats.

    Examples:
        >>> exact_number("0.1"), exact_number("2/3"), exact_number("1e3")
        (Fraction(1, 10), Fraction(2, 3), Fraction(1000, 1))
    """
    power_of_ten = int(text.lower().partition("e")[2] or 0)
    if len(text) > LONGEST or abs(power_of_ten) > _POWER:
        raise ValueError(f"a number of more than {LONGEST} characters")
    try:
        return Fraction(text.strip())
    except ZeroDivisionError:
        raise ValueError("nothing can be divided by 0") from None

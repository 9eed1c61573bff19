"""Word lists written as people write them: with spaces between."""

from __future__ import annotations

__all__ = ["words"]


def words(*lines: str) -> frozenset[str]:
    """The words of these lines, as a set.

    Examples:
        >>> sorted(words("in on at"))
        ['at', 'in', 'on']
    """
    return frozenset(word for line in lines for word in line.split())

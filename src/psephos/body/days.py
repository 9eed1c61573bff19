"""A day as people write it."""

from __future__ import annotations

from datetime import date, datetime

from psephos.errors import UsageError

__all__ = ["as_day"]


def as_day(day: date | str) -> date:
    """Which day is meant by a date, a moment, or a day in ISO form?

    Raises:
        UsageError: the text is no day.

    Examples:
        >>> as_day("2023-10-25"), as_day(datetime(2023, 10, 25, 15))
        (datetime.date(2023, 10, 25), datetime.date(2023, 10, 25))
    """
    if isinstance(day, datetime):
        return day.date()
    if isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except (TypeError, ValueError):
        raise UsageError(f"'{day}' is no day; write it as 2023-10-25") from None

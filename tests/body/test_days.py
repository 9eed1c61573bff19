"""A day may be given as a date, a moment or in ISO form."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from psephos.body.days import as_day
from psephos.body.rulebook import rulebook
from psephos.errors import UsageError


@pytest.mark.parametrize(
    "given", [date(2023, 10, 25), datetime(2023, 10, 25, 23, 59, tzinfo=UTC), "2023-10-25", "20231025"]
)
def test_a_day_is_read(given: date | str) -> None:
    day = as_day(given)
    assert (type(day), day) == (date, date(2023, 10, 25))
    assert rulebook("unsc").on(given) == rulebook("unsc").on(date(2023, 10, 25))


@pytest.mark.parametrize("given", ["2023-13-25", "yesterday", "", None, 5])
def test_what_is_no_day_is_said(given: Any) -> None:
    with pytest.raises(UsageError, match=f"'{given}' is no day; write it as 2023-10-25"):
        as_day(given)

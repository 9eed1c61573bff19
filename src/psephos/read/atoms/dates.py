# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Days named in a text: absolute ones, and weekdays counted back from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from psephos.read.atoms.tokens import Token, tokens

__all__ = ["DayMention", "day_at", "written_on"]

_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
    for number, name in enumerate(names.split(), 1)
} | {"sept": 9, "setiembre": 9}
_WEEKDAYS = {
    name: number
    for names in (
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lunes martes miercoles jueves viernes sabado domingo",
    )
    for number, name in enumerate(names.split())
} | {"tues": 1, "thurs": 3, "weds": 2}
_TODAY = {"today", "tonight", "hoy", "aujourd'hui"}
_YESTERDAY = {"yesterday", "hier", "ayer"}
_PARTS_OF_DAY = {"morning", "afternoon", "evening", "night", "matin", "soir", "manana", "tarde", "noche"}
_OF = {"of", "de", "del", ",", "the", "le", "el"}
_YEAR_DIGITS = 4
_SHORTEST = 4
_LAST_DAY = 31
_LAST = {"last", "previous", "past", "dernier", "pasado"}


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day named in the text: resolved where the text and the day of publication allow it.

    `relative` marks days that need the day of publication; `count` is how many tokens the mention takes; `month` is the
    month of a mention that names no day.
    """

    day: date | None
    count: int
    relative: bool
    words: str
    monthly: tuple[int, int] | None = None
    month: int | None = None


def day_at(tokens: Sequence[Token], place: int, published: date | None) -> DayMention | None:
    """Which day is named at this token?

    A weekday means the last such day up to the day of publication.

    Examples:
        >>> from psephos.read.atoms.tokens import tokens
        >>> words = tokens("on Wednesday", 0, 12)
        >>> day_at(words, 1, date(2023, 10, 27)).day.isoformat()
        '2023-10-25'
    """
    key = tokens[place].key
    if key in _TODAY:
        return DayMention(published, 1, relative=True, words=key)
    if key in _YESTERDAY:
        return DayMention(_back(published, 1), 1, relative=True, words=key)
    if key == "last" and _key(tokens, place + 1) in {"night", "evening"}:
        return DayMention(_back(published, 1), 2, relative=True, words="last night")
    if key in {"this", "ce", "cet", "esta", "este"} and _key(tokens, place + 1) in _PARTS_OF_DAY:
        return DayMention(published, 2, relative=True, words=f"{key} {_key(tokens, place + 1)}")
    if key in {"cet", "cette"} and _key(tokens, place + 1) == "apres":
        return DayMention(published, 4, relative=True, words="cet apres-midi")
    if (key in _WEEKDAYS and tokens[place].text[:1].isupper()) or (key in _WEEKDAYS and len(key) > 4):  # noqa: PLR2004 -- the figure says what it is
        return _weekday(tokens, place, published)
    return _absolute(tokens, place, published)


def _weekday(tokens: Sequence[Token], place: int, published: date | None) -> DayMention:
    """A weekday, with the date that may follow it ("Monday, March 25")."""
    name = tokens[place].key
    after = place + 1
    while after < len(tokens) and tokens[after].key in {",", ".", "the", "("} and after < place + 3:
        after += 1
    exact = _absolute(tokens, after, published) if after < len(tokens) else None
    if exact is not None:
        return DayMention(
            exact.day, after - place + exact.count, relative=exact.relative, words=f"{name} {exact.words}"
        )
    week = 7 if place and tokens[place - 1].key in _LAST else 0
    count = 1 + (_key(tokens, place + 1) in _PARTS_OF_DAY)
    if published is None:
        return DayMention(None, count, relative=True, words=name)
    back = (published.weekday() - _WEEKDAYS[name]) % 7
    return DayMention(_back(published, back or week), count, relative=True, words=name)


def _absolute(tokens: Sequence[Token], place: int, published: date | None) -> DayMention | None:
    key = _key(tokens, place)
    if (
        tokens[place].kind == "number"
        and len(key) == _YEAR_DIGITS
        and _key(tokens, place + 1) == "~"
        and place + 4 < len(tokens)
    ):
        return None
    if key in _MONTHS and tokens[place].text[:1].isupper():
        return _month_first(tokens, place, published)
    if key.isdecimal() and 1 <= int(key) <= _LAST_DAY:
        return _day_first(tokens, place, published)
    return None


def _month_first(tokens: Sequence[Token], place: int, published: date | None) -> DayMention | None:
    month, here = _MONTHS[tokens[place].key], place + 1
    here += _key(tokens, here) == "."
    number = _key(tokens, here)
    if number.isdecimal() and 1 <= int(number) <= _LAST_DAY:
        here += 1
        here += _key(tokens, here) in {"st", "nd", "rd", "th"}
        return _with_year(tokens, place, here, (month, int(number)), published)
    if number.isdecimal() and len(number) == _YEAR_DIGITS:
        return DayMention(
            None, here + 1 - place, relative=False, words="month", monthly=(int(number), month), month=month
        )
    if len(tokens[place].key) < _SHORTEST and tokens[place].key != "may":
        return None  # "Zhang Jun abstained"
    return DayMention(None, here - place, relative=False, words="month", month=month)


def _day_first(tokens: Sequence[Token], place: int, published: date | None) -> DayMention | None:
    here = place + 1
    while _key(tokens, here) in _OF | {"st", "nd", "rd", "th", "er"} and here < place + 3:
        here += 1
    month = _MONTHS.get(_key(tokens, here))
    if month is None:
        return None
    return _with_year(tokens, place, here + 1, (month, int(tokens[place].key)), published)


def _with_year(
    tokens: Sequence[Token], place: int, here: int, found: tuple[int, int], published: date | None
) -> DayMention:
    after = here
    while _key(tokens, after) in _OF | {"."} and after < here + 2:
        after += 1
    year = _key(tokens, after)
    if len(year) == _YEAR_DIGITS and year.isdecimal() and 1900 <= int(year) <= 2199:  # noqa: PLR2004 -- the figure says what it is
        return DayMention(_day(int(year), *found), after + 1 - place, relative=False, words="date")
    return DayMention(_nearest(found, published), here - place, relative=True, words="date")


def _nearest(found: tuple[int, int], published: date | None) -> date | None:
    """A day without a year: the last one up to a month after publication."""
    if published is None:
        return None
    days = [_day(year, *found) for year in (published.year + 1, published.year, published.year - 1)]
    last = next((day for day in days if day and day <= published + timedelta(days=2)), None)
    return last if last and published - last <= _LONG_AGO else None


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _back(published: date | None, days: int) -> date | None:
    return published - timedelta(days=days) if published else None


def _key(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].key if place < len(tokens) else ""


_DATELINE = re.compile(
    r"\A\s*(?:[^\n]{0,120}\n\s*)?(?P<place>[^a-z\n]{3,40},\s(?:[^\n]{0,30}?,\s)?)?"
    r"(?P<day>[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\.?\s[a-z]{3,10}\.?)(?:,\s\d{4})?"
    r"(?:\s\([^)\n]{2,30}\))?(?:\s?[–—]\s?|\s?-{2}\s?|\s-\s|\.-\s)"
)
_LONG_AGO = timedelta(days=240)
"""A day without a year is not so long before publication: "runs out October 18", written in August, is yet to come."""
_OLDEST = timedelta(days=4)


def written_on(text: str, published: date | None) -> date | None:
    """On which day was the text written: that of its dateline ("UNITED NATIONS, May 22 —"), else that of publication?

    Args:
        text: the whole text.
        published: the day of publication, from which a dateline is at most a few days back.

    Examples:
        >>> written_on("UNITED NATIONS, May 22 — Sanctions came to an end today.", date(2003, 5, 23)).isoformat()
        '2003-05-22'
    """
    match = _DATELINE.match(text)
    if match is None or published is None:
        return published
    words = tokens(text, match.start("day"), match.end("day"))
    found = _absolute(words, 0, published)
    day = found.day if found else None
    return day if day and timedelta(0) <= published - day <= _OLDEST else published

"""What the words in a table mean: dates, ballots, outcomes, symbols.

Only words that are known are read; an unknown one is a fault of its row, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

__all__ = [
    "Claim",
    "DateOrder",
    "Resolution",
    "choice_of",
    "claim_of",
    "date_of",
    "date_order",
    "is_resolution",
    "meeting_of",
    "resolution_of",
]

DateOrder = Literal["", "day first", "month first"]

_CHOICES = {
    "yes": "yes y yea aye for in_favour in_favor + pour favour",
    "no": "no n nay against - contre",
    "abstain": "abstain a abstained abstention abstaining abstains abst",
    "absent": "absent not_present",
    "not_participating": "not_participating did_not_participate non_participating non_participation np",
    "present_only": "present present_only present_not_voting",
    "not_voting": "not_voting nv x non_voting did_not_vote novt non_voted",
}
_CHOICE_OF = {word: choice for choice, words in _CHOICES.items() for word in words.split()}

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$")
_SLASHED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?: .*)?$")
_WORDED = re.compile(r"(?:(\d{1,2})\.?\s+([A-Za-z]{3,9})\.?|([A-Za-z]{3,9})\.?\s+(\d{1,2}),?)\s+(\d{4})$")
_SERIAL = re.compile(r"\d{4,5}(?:\.0+)?$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CARRIED = ("adopted", "agreed", "approved", "carried", "confirmed", "passed")
_LOST = ("rejected", "defeated", "lost", "not sustained", *(f"not {sign}" for sign in _CARRIED))
_SERIAL_ZERO = date(1899, 12, 30)
_LAST_MONTH = 12

_RESOLUTION = re.compile(
    r"(?:s\s*/?\s*)?(?:res(?:olution)?\.?\s*[/ ]?\s*)?(?:no\.?\s*)?(\d{1,4})\s*(?:[(/\-,\s]+\s*(\d{4})\s*\)?)?$",
    re.IGNORECASE,
)
_MEETING = re.compile(r"(?:s\s*/?\s*)?(?:pv\.?\s*)?(\d{1,5})(?:st|nd|rd|th)?(?:\s*\(.*\)|\s*meeting)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """What does the printed outcome of a vote claim?

    `unanimous` is True for "unanimously", False for "by majority" and the like, None where nothing is said.
    """

    outcome: Literal["", "adopted", "not adopted"] = ""
    unanimous: bool | None = None
    without_a_vote: bool = False
    vetoed: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """The number of a resolution, and the year printed with it (0: none)."""

    number: int
    year: int = 0

    def __str__(self) -> str:
        """The symbol: S/RES/893 (1994)."""
        return f"S/RES/{self.number} ({self.year})" if self.year else f"S/RES/{self.number}"


def choice_of(text: str | None) -> str | None:
    """Which choice does a printed ballot mean? None if the word is not known.

    Examples:
        >>> choice_of("Y"), choice_of("ABSTENTION"), choice_of("perhaps")
        ('yes', 'abstain', None)
    """
    return _CHOICE_OF.get(re.sub(r"[\s_]+", "_", (text or "").strip().casefold()).replace("-", "_") or "?") or _signed(
        text
    )


def _signed(text: str | None) -> str | None:
    return {"+": "yes", "-": "no"}.get((text or "").strip())


def claim_of(text: str | None) -> Claim:
    """What does the printed outcome claim? An empty claim where the words are not known.

    Examples:
        >>> claim_of("Adopted unanimously").unanimous, claim_of("Not adopted - veto").vetoed
        (True, True)
    """
    words = (text or "").casefold().replace("-", " ")
    vetoed = "veto" in words
    short = any(sign in words for sign in ("fail", "not enough", "insufficient", "required number"))
    negative = vetoed or short or any(sign in words for sign in _LOST)
    if negative:
        return Claim("not adopted", vetoed=vetoed, short=short and not vetoed)
    without = any(sign in words for sign in ("consensus", "acclamation", "without a vote", "without vote"))
    unanimous = True if "unanim" in words else False if "majority" in words else None
    adopted = without or unanimous is not None or any(sign in words for sign in _CARRIED)
    return Claim("adopted" if adopted else "", unanimous, without)


def resolution_of(text: str | None) -> Resolution | None:
    """The resolution meant by any of its spellings.

    Examples:
        >>> print(resolution_of("893 (1994)"), resolution_of("S/RES/893(1994)"), resolution_of("Res. 893"))
        S/RES/893 (1994) S/RES/893 (1994) S/RES/893
    """
    found = _RESOLUTION.match((text or "").strip().removesuffix(".0"))
    return Resolution(int(found[1]), int(found[2] or 0)) if found else None


def is_resolution(text: str | None) -> bool:
    """Is this the number or symbol of a text that was adopted, of the Council or of the Assembly?

    Examples:
        >>> is_resolution("893 (1994)"), is_resolution("A/RES/70/105"), is_resolution("A/70/487")
        (True, True, False)
    """
    return resolution_of(text) is not None or (text or "").strip().casefold().startswith(("s/res/", "a/res/"))


def meeting_of(text: str | None) -> int | None:
    """The number of a meeting: 3326 for "S/PV.3326", "3326", "3326th meeting"; None for anything else.

    Examples:
        >>> meeting_of("S/PV.3326"), meeting_of("3326"), meeting_of("V104")
        (3326, 3326, None)
    """
    found = _MEETING.match((text or "").strip().removesuffix(".0"))
    return int(found[1]) if found else None


def date_order(texts: Iterable[str]) -> DateOrder:
    """Are dates such as 3/4/1994 of this column written day first or month first? "" if nothing proves it.

    Examples:
        >>> date_order(["2/3/1946", "2/16/1946"]), date_order(["2/3/1946"])
        ('month first', '')
    """
    pairs = [(int(m[1]), int(m[2])) for m in map(_SLASHED.match, texts) if m]
    day_first = any(first > _LAST_MONTH for first, _ in pairs)
    month_first = any(second > _LAST_MONTH for _, second in pairs)
    if day_first == month_first:
        return ""
    return "day first" if day_first else "month first"


def date_of(text: str | None, order: DateOrder = "") -> date | None:
    """The day a cell means, as written; None if it is no date, or could be two.

    Examples:
        >>> date_of("1994-06-01 00:00:00"), date_of("6 January 1994"), date_of("3/4/1994")
        (datetime.date(1994, 6, 1), datetime.date(1994, 1, 6), None)
    """
    raw = (text or "").strip()
    if found := _ISO.match(raw) or _COMPACT.match(raw):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _SLASHED.match(raw):
        return _slashed(int(found[1]), int(found[2]), int(found[3]), order)
    if found := _WORDED.match(raw):
        month = (found[2] or found[3])[:3].casefold()
        return _day(int(found[5]), _MONTHS.index(month) + 1, int(found[1] or found[4])) if month in _MONTHS else None
    return _SERIAL_ZERO + timedelta(days=int(float(raw))) if _SERIAL.match(raw) else None


def _slashed(first: int, second: int, year: int, order: DateOrder) -> date | None:
    if first > _LAST_MONTH or first == second or order == "day first":
        return _day(year, second, first)
    if second > _LAST_MONTH or order == "month first":
        return _day(year, first, second)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

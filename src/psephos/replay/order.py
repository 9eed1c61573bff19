"""Dates and running numbers: do they rise together?

Meetings and resolutions are numbered as time goes on, so each number says between which days its roll call can lie. The
days that can be read in one way only (day above 12, or day equal to month) and that rise with the numbers are the
*anchors*; every other date is held against the nearest anchors on both sides. A date outside them whose day and month,
exchanged, lie inside was written in the other order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = ["Mark", "Placing", "Verdict", "exchanged", "place_dates", "rising"]

Verdict = Literal["fits", "exchanged", "either", "outside"]

_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """One roll call (`call` is its place in the archive), its running number and the day written for it."""

    call: int
    number: int
    day: date


@dataclass(frozen=True, slots=True)
class Placing:
    """Where does a roll call's number put its date, and does the written date lie there?

    `after` and `before` are the nearest sure roll calls on both sides; None at an end of the series.
    """

    verdict: Verdict
    after: Mark | None
    before: Mark | None

    def admits(self, day: date) -> bool:
        """Would that day lie between the neighbours?"""
        late_enough = self.after is None or self.after.day <= day
        return late_enough and (self.before is None or day <= self.before.day)


def exchanged(day: date) -> date | None:
    """The date with day and month exchanged; None if that is no other date.

    Examples:
        >>> exchanged(date(1994, 6, 1)), exchanged(date(1994, 1, 14))
        (datetime.date(1994, 1, 6), None)
    """
    if day.day > _LAST_MONTH or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)


def rising(days: Sequence[date]) -> tuple[int, ...]:
    """The places of a longest subsequence of days that never falls.

    Examples:
        >>> rising([date(1994, 1, 31), date(1994, 9, 1), date(1994, 2, 23), date(1994, 3, 4)])
        (0, 2, 3)

    Cost: O(n log n).
    """
    tails: list[date] = []
    ends: list[int] = []
    before = [-1] * len(days)
    for place, day in enumerate(days):
        spot = bisect_right(tails, day)
        before[place] = ends[spot - 1] if spot else -1
        tails[spot : spot + 1] = [day]
        ends[spot : spot + 1] = [place]
    chain: list[int] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(place)
        place = before[place]
    return tuple(reversed(chain))


def place_dates(marks: Iterable[Mark]) -> dict[int, Placing]:
    """Hold every date against the running numbers: which fit, which are exchanged, which fit in neither way?

    Marks settled in one round serve as further anchors in the next, until a round settles nothing more.

    Returns:
        One placing for each mark, by its `call`.

    Examples:
        >>> days = [date(1994, 1, 31), date(1994, 4, 2), date(1994, 2, 23)]
        >>> placed = place_dates(Mark(n, 3332 + n, day) for n, day in enumerate(days))
        >>> [placed[n].verdict for n in range(3)]
        ['fits', 'exchanged', 'fits']
    """
    ordered = sorted(marks, key=lambda mark: (mark.number, mark.day))
    anchors = _chain([mark for mark in ordered if exchanged(mark.day) is None])
    placed = {mark.call: Placing("fits", mark, mark) for mark in anchors}
    waiting = [mark for mark in ordered if mark.call not in placed]
    while waiting:
        round_ = {mark.call: _place(mark, anchors) for mark in waiting}
        placed |= round_
        settled = [_settled(mark, round_[mark.call]) for mark in waiting]
        found = [mark for mark in settled if mark is not None]
        if not found:
            break
        anchors = _chain(sorted([*anchors, *found], key=lambda mark: (mark.number, mark.day)))
        waiting = [mark for mark in waiting if placed[mark.call].verdict == "either"]
    return placed


def _chain(marks: list[Mark]) -> list[Mark]:
    return [marks[place] for place in rising([mark.day for mark in marks])]


def _place(mark: Mark, anchors: list[Mark]) -> Placing:
    numbers = [anchor.number for anchor in anchors]
    low, high = bisect_left(numbers, mark.number), bisect_right(numbers, mark.number)
    after = anchors[low - 1] if low else None
    before = anchors[high] if high < len(anchors) else None
    frame = Placing("outside", after, before)
    other = exchanged(mark.day)
    verdicts: dict[tuple[bool, bool], Verdict] = {
        (True, True): "either",
        (True, False): "fits",
        (False, True): "exchanged",
        (False, False): "outside",
    }
    return Placing(verdicts[frame.admits(mark.day), other is not None and frame.admits(other)], after, before)


def _settled(mark: Mark, placing: Placing) -> Mark | None:
    if placing.verdict == "fits":
        return mark
    other = exchanged(mark.day)
    return Mark(mark.call, mark.number, other) if placing.verdict == "exchanged" and other else None

"""Classes of interchangeable votes, and how the ranges leave each of them to be divided among the choices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import comb

from psephos.count.conjuncts import Form, Node

__all__ = [
    "Class",
    "Counts",
    "Question",
    "Sums",
    "TooManyWays",
    "bits",
    "bounded",
    "classes_of",
    "inside",
    "told_apart",
]

Sums = tuple[int, ...]
"""What votes add to the forms of the ranges."""

Counts = tuple[int, ...]
"""How many votes of a class go to each kind of choice."""


class TooManyWays(Exception):
    """The classes come out in more ways than are walked through one by one; the way for large bodies must be taken."""


@dataclass(frozen=True, slots=True)
class Question:
    """How may these votes be cast: each seat's votes, its choices as bits (of `width`), and the ranges to keep."""

    width: int
    votes: tuple[int, ...]
    allowed: tuple[int, ...]
    node: Node


@dataclass(frozen=True, slots=True)
class Class:
    """Interchangeable votes: their places, how many, and what one vote of each kind adds to the sums."""

    places: tuple[int, ...]
    votes: int
    kinds: tuple[int, ...]
    adds: tuple[Sums, ...]


def classes_of(question: Question, forms: Sequence[Form]) -> list[Class]:
    """Gather the seats that neither their choices nor any form tells apart."""
    found: dict[object, list[int]] = {}
    for place, mask in enumerate(question.allowed):
        if question.votes[place]:
            found.setdefault((mask, *(form[place] for form in forms)), []).append(place)
    classes = []
    for places in found.values():
        kinds: dict[Sums, int] = {}
        rows = [form[places[0]] for form in forms]
        for choice in bits(question.allowed[places[0]]):
            adds = tuple(row[choice] for row in rows)
            kinds[adds] = kinds.get(adds, 0) | 1 << choice
        votes = sum(question.votes[place] for place in places)
        classes.append(Class(tuple(places), votes, tuple(kinds.values()), tuple(kinds)))
    return classes


def bits(mask: int) -> Iterator[int]:
    """The places of the bits that are set."""
    place = 0
    while mask:
        if mask & 1:
            yield place
        mask >>= 1
        place += 1


def _extent(one: Class) -> tuple[Sums, Sums]:
    """The least and the most that the class can add to each sum."""
    columns = list(zip(*one.adds, strict=True))
    return tuple(one.votes * min(column) for column in columns), tuple(one.votes * max(column) for column in columns)


def bounded(
    classes: Sequence[Class], lows: Sequence[int | None], highs: Sequence[int | None], most: int
) -> list[list[tuple[Counts, Sums]]] | None:
    """The divisions of each class that the ranges leave, given what the others can add at all; None if one has none.

    Raises:
        TooManyWays: more than `most` divisions of one class.
    """
    extents = [_extent(one) for one in classes]
    smallest, largest = ([sum(column) for column in zip(*part, strict=True)] for part in zip(*extents, strict=True))
    found = []
    for one, (own_least, own_most) in zip(classes, extents, strict=True):
        room = [
            (None if low is None else low - (high_sum - above), None if high is None else high - (low_sum - below))
            for low_sum, below, high_sum, above, low, high in zip(
                smallest, own_least, largest, own_most, lows, highs, strict=True
            )
        ]
        laid = list(islice(_divisions(one, room), most + 1))
        if len(laid) > most:
            raise TooManyWays
        if not laid:
            return None
        found.append(laid)
    return found


def _divisions(one: Class, room: Sequence[tuple[int | None, int | None]]) -> Iterator[tuple[Counts, Sums]]:
    """The divisions that keep a class in its room, those with most votes of the first kind first, with their sums."""
    tails = _tails(one.adds)

    def laid(kind: int, left: int, sums: Sums) -> Iterator[tuple[Counts, Sums]]:
        adds = one.adds[kind]
        least, most = _share(left, sums, adds, tails[kind], room)
        for votes in range(most, least - 1, -1):
            reached = tuple(total + votes * add for total, add in zip(sums, adds, strict=True)) if votes else sums
            if kind == len(one.adds) - 1:
                yield (votes,), reached
            else:
                for counts, whole in laid(kind + 1, left - votes, reached):
                    yield (votes, *counts), whole

    return laid(0, one.votes, (0,) * len(room))


def _tails(adds: Sequence[Sums]) -> list[tuple[Sums, Sums] | None]:
    """For each kind the least and the most that a vote of a later kind adds; None for the last."""
    tails: list[tuple[Sums, Sums] | None] = [None]
    for row in reversed(adds[1:]):
        last = tails[-1]
        least = row if last is None else tuple(map(min, row, last[0]))
        most = row if last is None else tuple(map(max, row, last[1]))
        tails.append((least, most))
    return tails[::-1]


def _share(
    left: int, sums: Sums, adds: Sums, tail: tuple[Sums, Sums] | None, room: Sequence[tuple[int | None, int | None]]
) -> tuple[int, int]:
    """How few and how many of the votes left can be of this kind, if later kinds are to keep the room?"""
    if tail is None:
        wholes = (total + left * add for total, add in zip(sums, adds, strict=True))
        fits = all(inside(whole, *ends) for whole, ends in zip(wholes, room, strict=True))
        return (left, left) if fits else (1, 0)
    least, most = 0, left
    for total, add, smallest, largest, (low, high) in zip(sums, adds, *tail, room, strict=True):
        if low is not None:  # total + votes * add + (left - votes) * largest >= low
            least, most = _narrowed(least, most, add - largest, low - total - left * largest)
        if high is not None:  # total + votes * add + (left - votes) * smallest <= high
            least, most = _narrowed(least, most, smallest - add, total + left * smallest - high)
    return least, most


def _narrowed(least: int, most: int, factor: int, bound: int) -> tuple[int, int]:
    """The whole numbers between two ends whose product with the factor reaches the bound."""
    if factor > 0:
        return max(least, -(-bound // factor)), most
    if factor < 0:
        return least, min(most, bound // factor)
    return (least, most) if bound <= 0 else (1, 0)


def inside(value: int, low: int | None, high: int | None) -> bool:
    """Is the value in the range?"""
    return (low is None or value >= low) and (high is None or value <= high)


def _compositions(total: int, limits: Counts) -> Iterator[Counts]:
    """Every way to divide a total into parts of at most these sizes, the first part as large as can be first."""
    if len(limits) == 1:
        if 0 <= total <= limits[0]:
            yield (total,)
        return
    rest = sum(limits[1:])
    for first in range(min(total, limits[0]), max(0, total - rest) - 1, -1):
        for others in _compositions(total - first, limits[1:]):
            yield first, *others


# --- counting ---------------------------------------------------------------------------------------------------------


def told_apart(
    one: Class, options: Sequence[tuple[Counts, Sums]], classes: Sequence[int]
) -> list[tuple[frozenset[Sums], int]]:
    """How a class divides by classes of choices: the sums such a division can have, and how many ways it stands for."""
    types: dict[tuple[int, ...], int] = {}
    for held in classes:
        kinds = tuple(place for place, kind in enumerate(one.kinds) if kind & held)
        if kinds:
            types[kinds] = types.get(kinds, 0) + 1
    if all(len(kinds) == 1 for kinds in types):
        weights = [types.get((place,), 0) for place in range(len(one.kinds))]
        return [(frozenset([adds]), _ways(counts, weights)) for counts, adds in options]
    numbers = list(types)
    found: dict[Counts, set[Sums]] = {}
    for counts, adds in options:
        for told in _told(counts, numbers):
            found.setdefault(told, set()).add(adds)
    merged: dict[frozenset[Sums], int] = {}
    for told, sums in found.items():
        key = frozenset(sums)
        merged[key] = merged.get(key, 0) + _ways(told, list(types.values()))
    return list(merged.items())


def _ways(counts: Sequence[int], weights: Sequence[int]) -> int:
    """In how many ways single votes make up these counts, each of a kind having so many choices to itself."""
    left, found = sum(counts), 1
    for number, weight in zip(counts, weights, strict=True):
        found *= comb(left, number) * weight**number
        left -= number
    return found


def _told(counts: Counts, types: Sequence[tuple[int, ...]]) -> set[Counts]:
    """The divisions by classes of choices that can look like this division by kinds; `types` are the kinds of each."""
    found = {(0,) * len(types)}
    for kind, number in enumerate(counts):
        open_to = [place for place, kinds in enumerate(types) if kind in kinds]
        if number:
            parts = list(_compositions(number, (number,) * len(open_to)))
            found = {_added(row, open_to, part) for row in found for part in parts}
    return found


def _added(row: Counts, places: Sequence[int], part: Sequence[int]) -> Counts:
    more = list(row)
    for place, number in zip(places, part, strict=True):
        more[place] += number
    return tuple(more)

"""Which ballots are left when every seat has its choices and all together keep ranges: found, listed, counted.

Seats that nothing tells apart are one class; a class comes out as so many votes of each kind, kinds being choices
that nothing tells apart. Classes are taken one after the other and only running sums are kept, clipped where a
range is sure to hold or to fail. What the ranges leave of a class is worked out first, so that known figures leave
few divisions to look at. Bodies too large for this are handed to `psephos.count` (see `deduce_large`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from psephos.count.conjuncts import AllOf, AnyOf, Form, Node, Range
from psephos.explore.deduce_classes import (
    Class,
    Counts,
    Question,
    Sums,
    TooManyWays,
    bits,
    bounded,
    classes_of,
    inside,
    told_apart,
)
from psephos.explore.deduce_rule import ranges_of

__all__ = ["Reach", "find", "reach"]

_MOST_STEPS = 60_000
_MOST_CLASSES = 18
_Levels = Sequence[Mapping[Sums, tuple[Sums, int]]]


@dataclass(frozen=True, slots=True)
class Reach:
    """For each seat the choices that some way of casting the votes gives it, and how many ways there are."""

    masks: tuple[int, ...]
    ways: int | None


def find(question: Question, most_steps: int = _MOST_STEPS) -> tuple[tuple[int, ...], ...] | None:
    """One way to cast the votes: for each seat its votes by choice. None if there is none.

    Raises:
        TooManyWays: more steps than allowed.

    Examples:
        >>> two_of_three = Range(((1, 0),) * 3, 2, 2)
        >>> find(Question(2, (1, 1, 1), (0b11, 0b11, 0b10), two_of_three))
        ((1, 0), (1, 0), (0, 1))
    """
    walk = _Walk.of(question, most_steps)
    if walk is None:
        return None
    levels = walk.forward()
    return walk.profile(levels) if levels[-1] else None


def reach(question: Question, classes: Sequence[int], most_steps: int = _MOST_STEPS) -> Reach:
    """Which ballots remain possible, and in how many ways can the votes be cast?

    `classes` are the choices that count as one, as bits; ways that differ only inside such a class are one way.

    Raises:
        TooManyWays: more steps than allowed.

    Examples:
        >>> reach(Question(2, (1, 1, 1), (0b11, 0b11, 0b10), Range(((1, 0),) * 3, 1, 2)), (0b01, 0b10))
        Reach(masks=(3, 3, 2), ways=3)
    """
    walk = _Walk.of(question, most_steps)
    if walk is None:
        return Reach((0,) * len(question.votes), 0)
    levels = walk.forward()
    if not levels[-1]:
        return Reach((0,) * len(question.votes), 0)
    return Reach(walk.masks(levels), walk.count(classes))


@dataclass(frozen=True, slots=True)
class _Ranges:
    """The ranges over the forms: those that must hold together, and what is left to be judged at the end.

    `cuts` are, for each form, the smallest and the largest value at which some range begins or ends.
    """

    forms: Mapping[Form, int]
    lows: tuple[int | None, ...]
    highs: tuple[int | None, ...]
    test: Node
    cuts: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, node: Node) -> _Ranges | None:
        """Take a node apart; None if nothing can keep it."""
        together: dict[Form, tuple[int | None, int | None]] = {}
        rest: list[Node] = []
        if not _gathered(node, together, rest):
            return None
        test: Node = AllOf(tuple(rest)) if len(rest) > 1 else rest[0] if rest else True
        forms = {form: n for n, form in enumerate(dict.fromkeys((*together, *(one.form for one in ranges_of(test)))))}
        lows, highs = (tuple(together.get(form, (None, None))[end] for form in forms) for end in (0, 1))
        return cls(forms, lows, highs, test, _cuts(lows, highs, test, forms))

    def holds(self, sums: Sums) -> bool:
        """Is the rest met at the end?"""
        return _truth(self.test, self.forms, sums)


@dataclass(frozen=True, slots=True)
class _Walk:
    """Classes with their divisions, level by level; `least[l]`, `most[l]` bound what levels l and on can still add."""

    question: Question
    ranges: _Ranges
    classes: tuple[Class, ...]
    options: tuple[tuple[tuple[Counts, Sums], ...], ...]
    least: tuple[Sums, ...]
    most: tuple[Sums, ...]
    most_steps: int

    @classmethod
    def of(cls, question: Question, most_steps: int) -> _Walk | None:
        """Lay the question out, classes with few divisions first; None if some range can be kept by nothing.

        Raises:
            TooManyWays: too many unlike classes, or too many divisions of one.
        """
        ranges = _Ranges.of(question.node) if all(question.allowed) else None
        if ranges is None:
            return None
        classes = classes_of(question, tuple(ranges.forms))
        if sum(len(one.kinds) > 1 for one in classes) > _MOST_CLASSES:
            raise TooManyWays
        laid = bounded(classes, ranges.lows, ranges.highs, most_steps)
        if laid is None:
            return None
        order = sorted(range(len(classes)), key=lambda number: (len(laid[number]), number))
        options = tuple(tuple(laid[number]) for number in order)
        least, most = _rests(options, len(ranges.forms))
        return cls(question, ranges, tuple(classes[number] for number in order), options, least, most, most_steps)

    def forward(self) -> list[dict[Sums, tuple[Sums, int]]]:
        """The sums reached after each level, each with where it came from; at the end, those that hold."""
        start: Sums = (0,) * len(self.ranges.forms)
        levels: list[dict[Sums, tuple[Sums, int]]] = [{start: (start, -1)}]
        steps = 0
        for number, options in enumerate(self.options):
            found: dict[Sums, tuple[Sums, int]] = {}
            steps += len(levels[-1]) * len(options)
            if steps > self.most_steps:
                raise TooManyWays
            for sums in levels[-1]:
                for choice, (_, adds) in enumerate(options):
                    reached = self.step(sums, adds, number + 1)
                    if reached is not None and reached not in found:
                        found[reached] = sums, choice
            levels.append(found)
        levels[-1] = {sums: parent for sums, parent in levels[-1].items() if self.ranges.holds(sums)}
        return levels

    def step(self, sums: Sums, adds: Sums, level: int) -> Sums | None:
        """The sums after one more class, clipped to what later levels tell apart; None if a range cannot be kept."""
        found = []
        ends = zip(
            self.least[level], self.most[level], self.ranges.lows, self.ranges.highs, self.ranges.cuts, strict=True
        )
        for total, add, (least, most, low, high, (first, last)) in zip(sums, adds, ends, strict=True):
            value = total + add
            if (low is not None and value + most < low) or (high is not None and value + least > high):
                return None
            found.append(max(min(value, last - least), first - most - 1))
        return tuple(found)

    def profile(self, levels: _Levels) -> tuple[tuple[int, ...], ...]:
        """Follow the first way found back and deal each class's votes to its seats."""
        rows = [[0] * self.question.width for _ in self.question.votes]
        sums = next(iter(levels[-1]))
        for number in range(len(self.options) - 1, -1, -1):
            sums, choice = levels[number + 1][sums]
            _deal(rows, self.classes[number], self.options[number][choice][0], self.question.votes)
        return tuple(tuple(row) for row in rows)

    def masks(self, levels: _Levels) -> tuple[int, ...]:
        """Walk back from the ends that hold: which kinds does each class use on some way there?"""
        masks = [0] * len(self.question.votes)
        alive = set(levels[-1])
        for number in range(len(self.options) - 1, -1, -1):
            used, before = 0, set()
            for sums in levels[number]:
                for counts, adds in self.options[number]:
                    if self.step(sums, adds, number + 1) in alive:
                        before.add(sums)
                        used |= sum(1 << kind for kind, votes in enumerate(counts) if votes)
            one = self.classes[number]
            mask = sum(kind for place, kind in enumerate(one.kinds) if used >> place & 1)
            for place in one.places:
                masks[place] = mask
            alive = before
        return tuple(masks)

    def count(self, classes: Sequence[int]) -> int | None:
        """How many ways are there, told apart by classes of choices? None where that takes too many steps."""
        ways: dict[frozenset[Sums], int] = {frozenset([(0,) * len(self.ranges.forms)]): 1}
        steps = 0
        for number, one in enumerate(self.classes):
            splits = told_apart(one, self.options[number], classes)
            found: dict[frozenset[Sums], int] = {}
            steps += len(ways) * sum(len(adds) for adds, _ in splits)
            if steps > self.most_steps:
                return None
            for states, ways_here in ways.items():
                for adds, number_of in splits:
                    reached = {self.step(sums, add, number + 1) for sums in states for add in adds} - {None}
                    if reached:
                        key = frozenset(sums for sums in reached if sums is not None)
                        found[key] = found.get(key, 0) + ways_here * number_of
            ways = found
        return sum(number for states, number in ways.items() if any(self.ranges.holds(sums) for sums in states))


# --- laying out -------------------------------------------------------------------------------------------------------


def _gathered(node: Node, ranges: dict[Form, tuple[int | None, int | None]], rest: list[Node]) -> bool:
    """Take apart what must hold together; False if that is impossible from the start."""
    match node:
        case bool():
            return node
        case AllOf(of=parts):
            return all(_gathered(part, ranges, rest) for part in parts)
        case AnyOf():
            rest.append(node)
            return True
        case Range(form=form, low=low, high=high):
            old_low, old_high = ranges.get(form, (None, None))
            low = old_low if low is None else low if old_low is None else max(low, old_low)
            high = old_high if high is None else high if old_high is None else min(high, old_high)
            ranges[form] = low, high
            return low is None or high is None or low <= high
        case other:
            assert_never(other)


def _rests(options: Sequence[Sequence[tuple[Counts, Sums]]], width: int) -> tuple[tuple[Sums, ...], tuple[Sums, ...]]:
    """For every number of levels done, the least and the most that the others can still add."""
    least: list[Sums] = [(0,) * width]
    most: list[Sums] = [(0,) * width]
    for level in reversed(options):
        columns = list(zip(*(adds for _, adds in level), strict=True))
        least.append(tuple(total + min(column) for total, column in zip(least[-1], columns, strict=True)))
        most.append(tuple(total + max(column) for total, column in zip(most[-1], columns, strict=True)))
    return tuple(reversed(least)), tuple(reversed(most))


def _cuts(
    lows: Sequence[int | None], highs: Sequence[int | None], test: Node, forms: Mapping[Form, int]
) -> tuple[tuple[int, int], ...]:
    """For each form the smallest and the largest value at which some range begins or ends."""
    limits: list[list[int]] = [
        [end + over for end, over in ((low, 0), (high, 1)) if end is not None]
        for low, high in zip(lows, highs, strict=True)
    ]
    for leaf in ranges_of(test):
        ends = ((leaf.low, 0), (leaf.high, 1))
        limits[forms[leaf.form]] += [end + over for end, over in ends if end is not None]
    return tuple((min(values, default=0), max(values, default=0)) for values in limits)


def _truth(node: Node, forms: Mapping[Form, int], sums: Sums) -> bool:
    match node:
        case bool():
            return node
        case Range(form=form, low=low, high=high):
            return inside(sums[forms[form]], low, high)
        case AllOf(of=parts):
            return all(_truth(part, forms, sums) for part in parts)
        case AnyOf(of=parts):
            return any(_truth(part, forms, sums) for part in parts)
        case other:
            assert_never(other)


def _deal(rows: list[list[int]], one: Class, counts: Counts, seats: Sequence[int]) -> None:
    """Give the votes of a class to its seats in their order; of the choices of a kind the first stands for all."""
    left = [[next(bits(kind)), number] for kind, number in zip(one.kinds, counts, strict=True)]
    for place in one.places:
        room = seats[place]
        for pair in left:
            share = min(room, pair[1])
            rows[place][pair[0]] += share
            pair[1] -= share
            room -= share

"""Votes to be divided so that ranges are kept: the problem in plain values, in a form that both solvers take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Class", "Group", "Prepared", "Problem", "prepared", "split"]


@dataclass(frozen=True, slots=True)
class Group:
    """Interchangeable votes: how many, what each may be cast for, and what such a choice adds to every range's sum."""

    votes: int
    choices: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Groups of votes, the ranges they must keep, and perhaps how many votes go to each choice in all."""

    groups: tuple[Group, ...]
    lows: tuple[int | None, ...]
    highs: tuple[int | None, ...]
    tally: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Class:
    """A group whose choices are told apart only as far as needed: `kinds` are indices, `rows` what each adds."""

    votes: int
    kinds: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """The problem with lower limits only, or both; choices merged where nothing tells them apart.

    `highs[k]` None: range k has no upper limit. `kinds[t]` are the choices of kind t, `tally[t]` how many votes it has.
    """

    classes: tuple[Class, ...]
    lows: tuple[int, ...]
    highs: tuple[int | None, ...]
    kinds: tuple[tuple[int, ...], ...]
    tally: tuple[int, ...] | None

    @property
    def hopeless(self) -> bool:
        """Is there a class that can cast nothing?"""
        return not all(one.kinds for one in self.classes)


def prepared(problem: Problem) -> Prepared:
    """Turn upper limits into lower ones, merge like choices, and leave out choices that others surpass."""
    signs = tuple(-1 if low is None else 1 for low in problem.lows)
    pairs = list(zip(problem.lows, problem.highs, strict=True))
    lows = tuple(low if low is not None else -(high or 0) for low, high in pairs)
    highs = tuple(None if low is None else high for low, high in pairs)
    groups = [_signed(group, signs) for group in problem.groups]
    kinds = _kinds(groups, problem.tally)
    tally = None if problem.tally is None else tuple(sum(problem.tally[c] for c in kind) for kind in kinds)
    classes = tuple(_class(group, kinds, highs, free=tally is None) for group in groups)
    return Prepared(classes, lows, highs, kinds, tally)


def split(ready: Prepared, problem: Problem, counts: Sequence[Sequence[int]]) -> tuple[dict[int, int], ...]:
    """Votes of each kind for each group, as votes for each choice; a tally is used up choice by choice."""
    if problem.tally is None:
        return tuple({ready.kinds[kind][0]: n for kind, n in enumerate(row) if n} for row in counts)
    left = list(problem.tally)
    return tuple(_taken(left, ready, row) for row in counts)


def _taken(left: list[int], ready: Prepared, row: Sequence[int]) -> dict[int, int]:
    division: dict[int, int] = {}
    for kind, number in zip(ready.kinds, row, strict=True):
        wanted = number
        for choice in kind:
            share = min(left[choice], wanted)
            left[choice] -= share
            wanted -= share
            if share:
                division[choice] = share
    return division


def _signed(group: Group, signs: tuple[int, ...]) -> Group:
    rows = tuple(tuple(s * value for s, value in zip(signs, row, strict=True)) for row in group.rows)
    return Group(group.votes, group.choices, rows)


def _kinds(groups: Sequence[Group], tally: tuple[int, ...] | None) -> tuple[tuple[int, ...], ...]:
    """Choices that no range and no seat tells apart make one kind; without a tally every choice is its own."""
    if tally is None:
        return tuple((choice,) for choice in sorted({choice for group in groups for choice in group.choices}))
    found: dict[object, list[int]] = {}
    for choice in (c for c in range(len(tally)) if tally[c]):
        look = tuple(group.rows[group.choices.index(choice)] if choice in group.choices else None for group in groups)
        found.setdefault(look, []).append(choice)
    return tuple(tuple(kind) for kind in found.values())


def _class(group: Group, kinds: Sequence[tuple[int, ...]], highs: tuple[int | None, ...], *, free: bool) -> Class:
    """The kinds open to a group; without a tally only those that no other surpasses."""
    rows = dict(zip(group.choices, group.rows, strict=True))
    found = [(number, rows[kind[0]]) for number, kind in enumerate(kinds) if kind[0] in rows]
    if free:
        everything = [row for _, row in found]
        found = [one for place, one in enumerate(found) if not _surpassed(place, everything, highs)]
    return Class(group.votes, tuple(number for number, _ in found), tuple(row for _, row in found))


def _surpassed(place: int, rows: Sequence[tuple[int, ...]], highs: tuple[int | None, ...]) -> bool:
    """Is there another row that serves every range as well; the first of equal ones is kept."""
    mine = rows[place]
    for other, row in enumerate(rows):
        if row == mine:
            if other < place:
                return True
        elif all(a >= b if high is None else a == b for a, b, high in zip(row, mine, highs, strict=True)):
            return True
    return False

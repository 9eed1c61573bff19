"""Verdicts on small random bodies, and the slow way: every change of every single vote tried."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from typing import Any

from hypothesis import strategies as st

from psephos.body.binding import BoundRule
from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook
from psephos.calls.rollcall import RollCall
from psephos.calls.seating import Seating
from psephos.decide.verdict import Verdict, decide_seated
from tests.count import bodies as b


@cache
def book() -> Rulebook:
    """A rulebook whose only use is to lend names and choices."""
    return replace(rulebook("template-board"), choices=b.FEW)


def verdict(bound: BoundRule, known: Sequence[Sequence[int]], **more: Any) -> Verdict:
    """The verdict on these ballots; votes that are not known are open."""
    rows = tuple(map(tuple, known))
    left = tuple(seat.count - sum(row) for seat, row in zip(bound.roster.seats, rows, strict=True))
    seating = Seating(bound.roster, bound.choices, rows, left, **more)
    return decide_seated(book(), bound, RollCall("board", b.DAY, "motion"), seating)


@st.composite
def profiles(draw: st.DrawFn, bound: BoundRule) -> tuple[tuple[int, ...], ...]:
    """Ballots of every vote; some say only that nothing is known of them."""
    rows = []
    for seat in bound.roster.seats:
        row = [0] * len(bound.choices.ids)
        names = (*bound.castable(seat), "not_voting")
        for _ in range(seat.count):
            row[bound.choices.index(draw(st.sampled_from(names)))] += 1
        rows.append(tuple(row))
    return tuple(rows)


Moves = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Vote:
    """One single vote: whose it is and what it was cast for."""

    seat: int
    choice: int
    bench: bool


def single_votes(bound: BoundRule, profile: Sequence[Sequence[int]]) -> list[Vote]:
    """Every vote by itself."""
    return [
        Vote(place, choice, bound.roster.seats[place].count > 1)
        for place, row in enumerate(profile)
        for choice, votes in enumerate(row)
        for _ in range(votes)
    ]


def changed(
    bound: BoundRule, votes: Sequence[Vote], into: Mapping[int, Sequence[int]] | None, kept: Sequence[int]
) -> Iterator[tuple[tuple[int, ...], bool]]:
    """Every way to change votes: the new choices, and whether the motion is adopted with them."""
    ids = bound.choices.ids
    options = []
    for vote in votes:
        castable = [ids.index(name) for name in bound.castable(bound.roster.seats[vote.seat])]
        wanted = castable if into is None else [to for to in castable if to in into.get(vote.choice, ())]
        options.append(sorted({vote.choice, *([] if vote.seat in kept else wanted)}))
    for cast in product(*options):
        rows = [[0] * len(ids) for _ in bound.roster.seats]
        for vote, choice in zip(votes, cast, strict=True):
            rows[vote.seat][choice] += 1
        yield cast, b.adopts(bound, rows)


def key(votes: Sequence[Vote], cast: Sequence[int]) -> tuple[tuple[tuple[int, int], int], ...]:
    """Which votes change: by seat and old choice, and how many (votes of a bench are not told apart)."""
    found: dict[tuple[int, int], int] = {}
    for vote, choice in zip(votes, cast, strict=True):
        if choice != vote.choice:
            found[vote.seat, vote.choice] = found.get((vote.seat, vote.choice), 0) + 1
    return tuple(sorted(found.items()))

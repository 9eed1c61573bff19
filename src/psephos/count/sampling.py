"""Where exact counting is out of reach: seeded samples with a confidence bound that holds for every number of them.

The bound is Chernoff's: with k of n samples favourable, a chance p is ruled out when n * KL(k/n || p) exceeds ln(2 /
(1 - confidence)). It holds for any n, and is close where chances are near 0 or 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, assert_never

import numpy as np

from psephos.body.binding import BoundRule, Integral
from psephos.body.rules import And, Formula, Leaf, Not, Or, clause_names
from psephos.count.rows import Array, whole_type
from psephos.errors import UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Estimate", "confidence_bounds", "estimate", "estimate_shapley", "estimate_swings"]

_BLOCK = 1 << 22
"""So many ballots (samples x seats x choices) are held at a time."""
_TIGHT = 60
_SUM = 1e-9


@dataclass(frozen=True, slots=True)
class Estimate:
    """A chance estimated from samples: it lies in `low` to `high` with at least the stated confidence."""

    value: float
    low: float
    high: float
    samples: int
    confidence: float
    seed: int


def estimate(
    bound: BoundRule,
    samples: int,
    seed: int,
    *,
    choices: Sequence[str] = ("yes", "no"),
    chances: Sequence[Sequence[float]] | None = None,
    confidence: float = 0.99,
) -> Estimate:
    """How likely is adoption, judged by random ballots?

    Args:
        bound: the rule on its roster.
        samples: how many profiles are drawn.
        seed: the same seed draws the same profiles.
        choices: what each vote may be, all equally likely (among those open to the seat).
        chances: for each seat the chance of each choice, instead of `choices`.
        confidence: of the bounds.

    Raises:
        UsageError: no samples, a confidence outside 0 to 1, unusable chances.

    Cost: samples x seats x conditions.

    Examples:
        >>> from datetime import date
        >>> from psephos.body.binding import bind
        >>> from psephos.body.rulebook import rulebook
        >>> book, day = rulebook("unsc"), date(2023, 1, 5)
        >>> found = estimate(bind(book.rule(day), book.on(day), book.choices), 10_000, seed=7)
        >>> found.low < 848 / 2**15 < found.high
        True
    """
    draw = _Draw.of(bound, _chances(bound, choices, chances))
    random = np.random.default_rng(seed)
    adopted = 0
    for size in _blocks(bound, samples):
        adopted += int(draw.outcomes(draw.sums(draw.ballots(size, random))).sum())
    return _estimate(adopted, samples, confidence, seed)


def estimate_swings(
    bound: BoundRule,
    samples: int,
    seed: int,
    *,
    gain: str = "yes",
    lose: str = "no",
    confidence: float = 0.99,
) -> Mapping[int, Estimate]:
    """How likely is it that a vote for `gain` adopts where one for `lose` does not, the others cast evenly?

    By the place of the seat, for one vote of it. Each bound holds at the stated confidence by itself, not all of them
    at once.

    Raises:
        UsageError: no samples, a confidence outside 0 to 1, a seat that cannot cast both.

    Cost: samples x seats x conditions.
    """
    return _swung(bound, samples, seed, gain, lose, confidence, orders=False)


def estimate_shapley(
    bound: BoundRule,
    samples: int,
    seed: int,
    *,
    gain: str = "yes",
    lose: str = "no",
    confidence: float = 0.99,
) -> Mapping[int, Estimate]:
    """How likely is it that a vote turns the outcome, all orders of voting equally likely?

    For each sample the others vote in favour with one chance, drawn evenly from 0 to 1.

    Raises:
        UsageError: as `estimate_swings`.

    Cost: samples x seats x conditions.
    """
    return _swung(bound, samples, seed, gain, lose, confidence, orders=True)


def confidence_bounds(favourable: int, samples: int, confidence: float) -> tuple[float, float]:
    """Between which chances does the truth lie, at this confidence or more?

    Examples:
        >>> low, high = confidence_bounds(50, 100, 0.95)
        >>> round(low, 3), round(high, 3)
        (0.367, 0.633)
    """
    if samples < 1 or not 0 < confidence < 1 or not 0 <= favourable <= samples:
        raise UsageError("draw at least one sample, and give a confidence between 0 and 1, such as 0.99")
    share, limit = favourable / samples, log(2 / (1 - confidence)) / samples
    return _edge(share, 0.0, limit), _edge(share, 1.0, limit)


def _edge(share: float, far: float, limit: float) -> float:
    """The chance farthest towards `far` that is not ruled out, found by halving; rounded outwards."""
    near = share
    for _ in range(_TIGHT):
        middle = (near + far) / 2
        if _divergence(share, middle) > limit:
            far = middle
        else:
            near = middle
    return far


def _divergence(share: float, chance: float) -> float:
    total = 0.0
    for part, other in ((share, chance), (1 - share, 1 - chance)):
        if part > 0:
            if other <= 0:
                return float("inf")
            total += part * log(part / other)
    return total


def _estimate(favourable: int, samples: int, confidence: float, seed: int) -> Estimate:
    low, high = confidence_bounds(favourable, samples, confidence)
    return Estimate(favourable / samples, low, high, samples, confidence, seed)


def _blocks(bound: BoundRule, samples: int) -> list[int]:
    if samples < 1:
        raise UsageError(f"{samples} samples tell nothing; draw at least one")
    size = max(1, _BLOCK // (len(bound.roster.seats) * len(bound.choices.ids)))
    whole, rest = divmod(samples, size)
    return [size] * whole + ([rest] if rest else [])


def _chances(
    bound: BoundRule, choices: Sequence[str], chances: Sequence[Sequence[float]] | None
) -> NDArray[np.float64]:
    if chances is None:
        places = {bound.choices.index(choice) for choice in choices}
        rows = [
            [float(c in places and _open(bound, seat, c)) for c in range(len(bound.choices.ids))]
            for seat in range(len(bound.roster.seats))
        ]
        found = np.array(rows)
        empty = np.flatnonzero(found.sum(axis=1) == 0)
        if len(empty):
            raise UsageError(f"{bound.roster.seats[int(empty[0])].name} can cast none of {', '.join(choices)}")
        even: NDArray[np.float64] = found / found.sum(axis=1, keepdims=True)
        return even
    found = np.array(chances, dtype=float)
    if found.min(initial=0) < 0 or np.abs(found.sum(axis=1) - 1).max(initial=0) > _SUM:
        raise UsageError("chances lie in 0..1, and those of a seat add up to 1")
    return found


def _open(bound: BoundRule, seat: int, choice: int) -> bool:
    casts = bound.roster.seats[seat].casts
    return casts is None or bound.choices.ids[choice] in casts


@dataclass(frozen=True, slots=True)
class _Draw:
    """The rule as whole-number conditions over arrays of ballots."""

    bound: BoundRule
    conditions: Mapping[str, tuple[Integral, ...]]
    tables: Mapping[tuple[str, int], Array]
    counts: NDArray[np.int64]
    edges: NDArray[np.float64]

    @classmethod
    def of(cls, bound: BoundRule, chances: NDArray[np.float64]) -> _Draw:
        counts = np.array([seat.count for seat in bound.roster.seats], dtype=np.int64)
        conditions = {name: bound.clause(name).integral() for name in clause_names(bound.rule.passes)}
        tables: dict[tuple[str, int], Array] = {}
        for name, parts in conditions.items():
            for number, part in enumerate(parts):
                most = sum(max(map(abs, row)) * int(n) for row, n in zip(part.table, counts, strict=True)) + abs(
                    part.bound
                )
                tables[name, number] = np.array(part.table, dtype=whole_type(most))
        return cls(bound, conditions, tables, counts, chances)

    def ballots(self, size: int, random: np.random.Generator, chances: Array | None = None) -> NDArray[np.int64]:
        """Profiles: samples x seats x choices."""
        single = self.counts == 1
        given = np.broadcast_to(self.edges, (size, *self.edges.shape)) if chances is None else chances
        result = np.zeros(given.shape, dtype=np.int64)
        limits = np.cumsum(given[:, single], axis=2)
        drawn = random.random((size, int(single.sum()), 1)) * limits[:, :, -1:]
        picks = (drawn >= limits).sum(axis=2)
        result[:, single] = picks[:, :, None] == np.arange(given.shape[2])
        for place in np.flatnonzero(~single).tolist():
            result[:, place] = random.multinomial(self.counts[place], given[:, place])
        return result

    def sums(self, ballots: NDArray[np.int64]) -> dict[tuple[str, int], Array]:
        """The left-hand sum of every condition for every sample."""
        flat = ballots.reshape(len(ballots), -1)
        return {key: flat.astype(table.dtype) @ table.reshape(-1) for key, table in self.tables.items()}

    def outcomes(self, sums: Mapping[tuple[str, int], Array]) -> NDArray[np.bool_]:
        """Which samples adopt?"""
        held = {name: self._held(name, sums) for name in self.conditions}
        return _truth(self.bound.rule.passes, held)

    def _held(self, name: str, sums: Mapping[tuple[str, int], Array]) -> NDArray[np.bool_]:
        parts = [
            (sums[name, number] == part.bound if part.relation == "=" else sums[name, number] >= part.bound).astype(
                bool
            )
            for number, part in enumerate(self.conditions[name])
        ]
        result: NDArray[np.bool_] = np.logical_and.reduce(parts)
        return result

    def moved(self, sums: Mapping[tuple[str, int], Array], taken: Array, seat: int, choice: int) -> NDArray[np.bool_]:
        """The outcomes if one vote of a seat, which each sample gave to `taken`, is given to a choice instead."""
        changed = {
            key: total + table[seat, choice] - table[seat][taken]
            for (key, table), total in zip(self.tables.items(), sums.values(), strict=True)
        }
        return self.outcomes(changed)


def _truth(formula: Formula, held: Mapping[str, NDArray[np.bool_]]) -> NDArray[np.bool_]:
    match formula:
        case Leaf(clause=name):
            return held[name]
        case And(of=parts):
            both: NDArray[np.bool_] = np.logical_and.reduce([_truth(part, held) for part in parts])
            return both
        case Or(of=parts):
            either: NDArray[np.bool_] = np.logical_or.reduce([_truth(part, held) for part in parts])
            return either
        case Not(of=part):
            return ~_truth(part, held)
        case other:
            assert_never(other)


def _swung(
    bound: BoundRule, samples: int, seed: int, gain: str, lose: str, confidence: float, *, orders: bool
) -> Mapping[int, Estimate]:
    pair = bound.choices.index(gain), bound.choices.index(lose)
    for place, seat in enumerate(bound.roster.seats):
        if not (_open(bound, place, pair[0]) and _open(bound, place, pair[1])):
            raise UsageError(f"{seat.name} cannot cast both {gain} and {lose}; leave the seat out")
    draw = _Draw.of(bound, _chances(bound, (gain, lose), None))
    random = np.random.default_rng(seed)
    swung = np.zeros(len(bound.roster.seats), dtype=np.int64)
    for size in _blocks(bound, samples):
        ballots = draw.ballots(size, random, _ordered(draw, size, pair, random) if orders else None)
        sums = draw.sums(ballots)
        for place in range(len(swung)):
            # One vote of the seat is set aside: any of them, since all are alike.
            share = ballots[:, place, pair[0]] / draw.counts[place]
            taken = np.where(random.random(size) < share, *pair)
            gained, lost = (draw.moved(sums, taken, place, choice) for choice in pair)
            swung[place] += int((gained & ~lost).sum())
    return {seat: _estimate(int(number), samples, confidence, seed) for seat, number in enumerate(swung)}


def _ordered(draw: _Draw, size: int, pair: tuple[int, int], random: np.random.Generator) -> NDArray[np.float64]:
    chances = np.zeros((size, *draw.edges.shape))
    share = random.random((size, 1))
    chances[:, :, pair[0]], chances[:, :, pair[1]] = share, 1 - share
    return chances

"""A matrix of ballots decided at once: the same outcomes, labels and vetoers as `decide`, a block of calls at a time.

Ballots lie in a matrix, one row a call, one column a seat, each cell the place of a choice. Every clause becomes a
sum of table look-ups; the walk over the formula then runs on whole columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from psephos.body.binding import BoundClause, BoundRule
from psephos.body.rules import And, Formula, Leaf, Not, Or, clause_names
from psephos.decide.reasons import Gravity, is_yes_against_no, role_gravity
from psephos.errors import BudgetError, TallyError

__all__ = ["LABELS", "DecidedMatrix", "decide_matrix"]

LABELS = ("adopted", "vetoed", "tied", "insufficient votes", "no quorum")
"""By gravity: the label of each number in `DecidedMatrix.labels`."""

_BLOCK = 1 << 16
_Bools = NDArray[np.bool_]
_Small = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class DecidedMatrix:
    """What did each call of a table decide?

    `labels[i]` is a place in `LABELS`. `vetoes[i, j]` says whether the member `veto_seats[j]` vetoed call i. All
    calls share one rule and one roster.
    """

    bound: BoundRule = field(repr=False)
    labels: _Small
    veto_seats: tuple[str, ...]
    vetoes: _Bools

    @property
    def adopted(self) -> _Bools:
        """Which calls were adopted?"""
        found: _Bools = self.labels == 0
        return found

    def label(self, row: int) -> str:
        """The label of one call."""
        return LABELS[int(self.labels[row])]

    def vetoed_by(self, row: int) -> tuple[str, ...]:
        """Who vetoed one call?"""
        return tuple(member for member, vetoed in zip(self.veto_seats, self.vetoes[row], strict=True) if vetoed)


def decide_matrix(bound: BoundRule, ballots: NDArray[np.uint8]) -> DecidedMatrix:
    """Decide every row of a matrix of ballots under one rule and one roster.

    Args:
        bound: the rule on its roster, which must have named seats only.
        ballots: calls x seats; each cell is the place of a choice in `bound.choices.ids`.

    Raises:
        TallyError: the matrix does not fit the roster, or a cell is no choice.
        BudgetError: the weights are too large for 64-bit sums; use `decide` call by call.

    Cost: a table look-up a cell and clause; memory one byte a cell besides the matrix itself.
    """
    _check_shape(bound, ballots)
    tables = _Tables.of(bound)
    labels = np.empty(len(ballots), dtype=np.int8)
    vetoes = np.zeros((len(ballots), len(tables.vetoing)), dtype=np.bool_)
    for start in range(0, len(ballots), _BLOCK):
        part = slice(start, start + _BLOCK)
        labels[part], vetoes[part] = tables.decide(np.ascontiguousarray(ballots[part].T))
    order = sorted(range(len(tables.vetoing)), key=lambda n: bound.roster.seats[tables.vetoing[n]].name)
    seats = tuple(bound.roster.seats[tables.vetoing[n]].id for n in order)
    return DecidedMatrix(bound, labels, seats, vetoes[:, order])


def _check_shape(bound: BoundRule, ballots: NDArray[np.uint8]) -> None:
    seats = bound.roster.seats
    if any(seat.count != 1 for seat in seats):
        raise TallyError("a matrix of ballots needs named seats; decide bodies of anonymous seats call by call")
    if len(ballots.shape) != len(("calls", "seats")) or ballots.shape[1] != len(seats):
        raise TallyError(f"the matrix has shape {ballots.shape}; {len(seats)} seats need shape (calls, {len(seats)})")
    if ballots.size and int(ballots.max()) >= len(bound.choices.ids):
        raise TallyError(f"a cell holds {int(ballots.max())}; choices are numbered 0 to {len(bound.choices.ids) - 1}")


@dataclass(frozen=True, slots=True)
class _Column:
    """One clause on a block of calls: does it hold, how grave is its failure, and its sum less its bound?"""

    holds: _Bools
    gravity: _Small
    surplus: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _ClauseTables:
    """One clause as look-up tables: for the sum, the guards, the tie, and who stands in its way."""

    name: str
    conditions: tuple[tuple[NDArray[np.int64], str, int], ...]
    gravity: Gravity
    tie: tuple[int, ...] | None
    worse_rising: _Bools
    worse_falling: _Bools

    @classmethod
    def of(cls, clause: BoundClause, bound: BoundRule) -> _ClauseTables:
        integral = clause.integral()
        if any(sum(max(map(abs, row)) for row in form.table) + abs(form.bound) >= 1 << 62 for form in integral):
            raise BudgetError("the weights are too large for 64-bit sums; decide the calls one by one with decide()")
        conditions = tuple((np.array(form.table, dtype=np.int64), form.relation, form.bound) for form in integral)
        main = conditions[0][0]
        tie = (
            _tied_seats(clause, bound)
            if clause.clause.role == "majority" and is_yes_against_no(clause, bound)
            else None
        )
        rising, falling = _worse(main, bound), _worse(-main, bound)
        return cls(clause.clause.name, conditions, role_gravity(clause.clause), tie, rising, falling)

    def judge(self, columns: NDArray[np.uint8], ends: tuple[int, int]) -> _Column:
        holds: _Bools = np.ones(columns.shape[1], dtype=np.bool_)
        surplus: NDArray[np.int64] | None = None
        for table, relation, bound in self.conditions:
            total = _total(table, columns) - bound
            surplus = total if surplus is None else surplus
            holds &= (total == 0) if relation == "=" else (total >= 0)
        grave = np.where(holds, 0, int(self.gravity)).astype(np.int8)
        if self.tie is not None and surplus is not None:
            grave[~holds & self._level(columns, ends)] = int(Gravity.TIE)
        return _Column(holds, grave, np.zeros(columns.shape[1], dtype=np.int64) if surplus is None else surplus)

    def _level(self, columns: NDArray[np.uint8], ends: tuple[int, int]) -> _Bools:
        """Yes equals no (a strict sum misses its bound by just one), and there are such votes."""
        table, _, _ = self.conditions[0]
        voted = np.zeros(columns.shape[1], dtype=np.bool_)
        for seat in self.tie or ():
            voted |= (columns[seat] == ends[0]) | (columns[seat] == ends[1])
        level: _Bools = (_total(table, columns) == 0) & voted
        return level

    def against(self, columns: NDArray[np.uint8], column: _Column, seat: int) -> _Bools:
        """Did this seat cast something worse for the clause than it could have?"""
        worse: _Bools = self.worse_rising[seat].take(columns[seat])
        if self.conditions[0][1] == "=":
            falling: _Bools = self.worse_falling[seat].take(columns[seat])
            worse = np.where(column.surplus > 0, falling, worse)
        return worse


def _tied_seats(clause: BoundClause, bound: BoundRule) -> tuple[int, ...]:
    yes = bound.choices.index("yes")
    difference = clause.left.minus(clause.right)
    return tuple(seat for seat, row in enumerate(difference.table) if row[yes])


def _worse(table: NDArray[np.int64], bound: BoundRule) -> _Bools:
    """For each seat and choice: is there something castable that is better for the sum?"""
    found = np.zeros(table.shape, dtype=np.bool_)
    for place, seat in enumerate(bound.roster.seats):
        castable = [bound.choices.index(choice) for choice in bound.castable(seat)]
        found[place] = table[place] < table[place, castable].max()
    return found


def _total(table: NDArray[np.int64], columns: NDArray[np.uint8]) -> NDArray[np.int64]:
    total = np.zeros(columns.shape[1], dtype=np.int64)
    for row, column in zip(table, columns, strict=True):
        if row.any():
            total += row.take(column)
    return total


@dataclass(frozen=True, slots=True)
class _Tables:
    """A rule as look-up tables."""

    formula: Formula
    clauses: Mapping[str, _ClauseTables]
    vetoing: tuple[int, ...]
    ends: tuple[int, int]

    @classmethod
    def of(cls, bound: BoundRule) -> _Tables:
        clauses = {clause.clause.name: _ClauseTables.of(clause, bound) for clause in bound.clauses}
        vetoes = [clause for clause in clauses.values() if clause.gravity is Gravity.VETO]
        seats = range(len(bound.roster.seats))
        vetoing = tuple(s for s in seats if any(v.worse_rising[s].any() or v.worse_falling[s].any() for v in vetoes))
        return cls(bound.rule.passes, clauses, vetoing, (bound.choices.index("yes"), bound.choices.index("no")))

    def decide(self, columns: NDArray[np.uint8]) -> tuple[_Small, _Bools]:
        """The labels of a block of calls (given seat by seat), and who vetoed which."""
        judged = {name: clause.judge(columns, self.ends) for name, clause in self.clauses.items()}
        _, grave = self._walk(self.formula, judged)
        vetoed = grave == int(Gravity.VETO)
        vetoes = np.zeros((columns.shape[1], len(self.vetoing)), dtype=np.bool_)
        if vetoed.any():
            for name, where in self._in_the_way(self.formula, vetoed, judged):
                for place, seat in enumerate(self.vetoing):
                    vetoes[:, place] |= where & self.clauses[name].against(columns, judged[name], seat)
        return grave, vetoes

    def _walk(self, formula: Formula, judged: Mapping[str, _Column]) -> tuple[_Bools, _Small]:
        match formula:
            case Leaf(clause=name):
                return judged[name].holds, judged[name].gravity
            case And(of=parts):
                below = [self._walk(part, judged) for part in parts]
                return _joined(np.logical_and, below), _joined_gravity(np.maximum, below)
            case Or(of=parts):
                below = [self._walk(part, judged) for part in parts]
                return _joined(np.logical_or, below), _joined_gravity(np.minimum, below)
            case Not(of=part):
                inner, _ = self._walk(part, judged)
                worst = max(int(self.clauses[name].gravity) for name in clause_names(part))
                return ~inner, np.where(inner, worst, 0).astype(np.int8)
            case other:
                assert_never(other)

    def _in_the_way(
        self, formula: Formula, where: _Bools, judged: Mapping[str, _Column]
    ) -> Iterator[tuple[str, _Bools]]:
        """The clauses that stood in the way, each with the calls in which it did."""
        match formula:
            case Leaf(clause=name):
                yield name, where & ~judged[name].holds
            case And(of=parts):
                for part in parts:
                    yield from self._in_the_way(part, where & ~self._walk(part, judged)[0], judged)
            case Or(of=parts):
                nearest = np.argmin(np.stack([self._walk(part, judged)[1] for part in parts]), axis=0)
                for place, part in enumerate(parts):
                    yield from self._in_the_way(part, where & (nearest == place), judged)
            case Not(of=part):
                for name in clause_names(part):
                    yield name, where & ~judged[name].holds
            case other:
                assert_never(other)


def _joined(combine: np.ufunc, below: list[tuple[_Bools, _Small]]) -> _Bools:
    found: _Bools = combine.reduce([holds for holds, _ in below])
    return found


def _joined_gravity(combine: np.ufunc, below: list[tuple[_Bools, _Small]]) -> _Small:
    found: _Small = combine.reduce([grave for _, grave in below])
    return found

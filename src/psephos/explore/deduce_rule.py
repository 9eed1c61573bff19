"""What an outcome says of the ballots: the rule as ranges on whole-number forms, label by label.

"Vetoed" is "not adopted, but adopted if the veto clauses are taken as met"; the other labels likewise, one level
after the other (`psephos.decide.reasons.Gravity`). So every label is a formula over the rule's own clauses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, assert_never

from psephos.body.binding import BoundClause, BoundRule, Integral
from psephos.body.rules import And, Formula, Leaf, Not, Or, clause_names
from psephos.count.conjuncts import AllOf, AnyOf, Form, Node, Range
from psephos.decide.reasons import Gravity, is_yes_against_no, role_gravity
from psephos.errors import UsageError

__all__ = ["Outcomes", "both", "either", "ranges_of"]

_State = Literal["holds", "fails", "tied"]
_Free = Mapping[str, _State]

_LABELS: Mapping[str, tuple[Gravity, Gravity | None]] = {
    "adopted": (Gravity.NONE, None),
    "vetoed": (Gravity.VETO, Gravity.NONE),
    "tied": (Gravity.TIE, Gravity.VETO),
    "insufficient votes": (Gravity.MAJORITY, Gravity.TIE),
    "no quorum": (Gravity.QUORUM, Gravity.MAJORITY),
}
"""For each label: how far from adoption at most, and farther than what."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Which ballots lead to an outcome under one rule on one roster?

    `held[c]` and `tied[c]` say when clause c holds, and when it fails for a tie of yes and no only; `failed` and
    `untied` the opposite. `worse[c]` are, for a veto clause and each seat, the choices that stand in its way.
    """

    bound: BoundRule
    held: Mapping[str, Node]
    failed: Mapping[str, Node]
    tied: Mapping[str, Node]
    untied: Mapping[str, Node]
    worse: Mapping[str, tuple[frozenset[int], ...]]

    @classmethod
    def of(cls, bound: BoundRule) -> Outcomes:
        """Turn the clauses into ranges."""
        parts = {clause.clause.name: clause.integral() for clause in bound.clauses}
        ties = {
            clause.clause.name: parts[clause.clause.name][0].table
            for clause in bound.clauses
            if clause.clause.role == "majority" and is_yes_against_no(clause, bound)
        }
        return cls(
            bound,
            {name: both([_range(part) for part in of]) for name, of in parts.items()},
            {name: either([_outside(_range(part)) for part in of]) for name, of in parts.items()},
            {name: both([Range(form, 0, 0), _some(form)]) for name, form in ties.items()},
            {name: either([_outside(Range(form, 0, 0)), _outside(_some(form))]) for name, form in ties.items()},
            {one.clause.name: _worse(one, bound) for one in bound.clauses if one.clause.role == "veto"},
        )

    def label(self, label: str, freed: frozenset[str] = frozenset()) -> Node:
        """Which ballots lead to this label? A clause that is `freed` may come out either way, whatever the ballots.

        Raises:
            UsageError: a label that ballots do not lead to.
        """
        if label not in _LABELS:
            raise UsageError(
                f"'{label}' is no label that follows from ballots; give one of {', '.join(_LABELS)}, or state only "
                "whether the motion was adopted"
            )
        most, least = _LABELS[label]
        return either([self._between(most, least, free) for free in self._settings(freed)])

    def decided(self, freed: frozenset[str] = frozenset(), *, adopted: bool) -> Node:
        """Which ballots lead to adoption, or to none?"""
        return either([self._within(Gravity.NONE, free, positive=adopted) for free in self._settings(freed)])

    def _settings(self, freed: frozenset[str]) -> list[_Free]:
        """Every way in which the freed clauses may come out."""
        names = sorted(freed)
        ways: list[list[_State]] = [
            ["holds", "fails", "tied"] if name in self.tied else ["holds", "fails"] for name in names
        ]
        return [dict(zip(names, way, strict=True)) for way in product(*ways)]

    def _between(self, most: Gravity, least: Gravity | None, free: _Free) -> Node:
        near = self._within(most, free, positive=True)
        return near if least is None else both([near, self._within(least, free, positive=False)])

    def _within(self, level: Gravity, free: _Free, *, positive: bool) -> Node:
        """When does the motion stay at most so far from adoption, or (`positive` False) farther away?"""
        if level is Gravity.QUORUM:
            return positive
        return self._near(self.bound.rule.passes, level, free, positive=positive)

    def _near(self, formula: Formula, level: Gravity, free: _Free, *, positive: bool) -> Node:
        match formula:
            case Leaf(clause=name):
                return self._leaf(name, level, free, positive=positive)
            case And(of=parts) | Or(of=parts):
                below = [self._near(part, level, free, positive=positive) for part in parts]
                return both(below) if isinstance(formula, And) == positive else either(below)
            case Not(of=part):
                if max(role_gravity(self.bound.clause(name).clause) for name in clause_names(part)) <= level:
                    return positive
                return self._near(part, Gravity.NONE, free, positive=not positive)
            case other:
                assert_never(other)

    def _leaf(self, name: str, level: Gravity, free: _Free, *, positive: bool) -> Node:
        clause = self.bound.clause(name).clause
        near = role_gravity(clause) <= level
        forgives_ties = level >= Gravity.TIE and name in self.tied
        if name in free:
            fine = free[name] == "holds" or near or (forgives_ties and free[name] == "tied")
            return fine == positive
        if near:
            return positive
        if not forgives_ties:
            return self.held[name] if positive else self.failed[name]
        if positive:
            return either([self.held[name], self.tied[name]])
        return both([self.failed[name], self.untied[name]])

    def vetoes(self, freed: frozenset[str] = frozenset()) -> tuple[frozenset[int], ...]:
        """For each seat, its vetoes: the choices that stand in the way of every veto clause. Often there are none."""
        tables = [table for name, table in self.worse.items() if name not in freed]
        return tuple(frozenset.intersection(*rows) for rows in zip(*tables, strict=True)) if tables else ()


def both(parts: Sequence[Node]) -> Node:
    """All of them."""
    if False in parts:
        return False
    kept = tuple(dict.fromkeys(part for part in parts if not isinstance(part, bool)))
    return AllOf(kept) if len(kept) > 1 else kept[0] if kept else True


def either(parts: Sequence[Node]) -> Node:
    """One of them at least."""
    if True in parts:
        return True
    kept = tuple(dict.fromkeys(part for part in parts if not isinstance(part, bool)))
    return AnyOf(kept) if len(kept) > 1 else kept[0] if kept else False


def ranges_of(node: Node) -> Iterator[Range]:
    """Every range of a node, in order."""
    match node:
        case bool():
            return
        case Range():
            yield node
        case AllOf(of=parts) | AnyOf(of=parts):
            for part in parts:
                yield from ranges_of(part)
        case other:
            assert_never(other)


def _range(part: Integral) -> Range:
    return Range(part.table, part.bound, part.bound if part.relation == "=" else None)


def _outside(part: Range) -> Node:
    """Below or above the range."""
    below = [Range(part.form, None, part.low - 1)] if part.low is not None else []
    above = [Range(part.form, part.high + 1, None)] if part.high is not None else []
    return either([*below, *above])


def _some(form: Form) -> Range:
    """At least one vote for a choice that the form counts."""
    return Range(tuple(tuple(int(bool(value)) for value in row) for row in form), 1, None)


def _worse(clause: BoundClause, bound: BoundRule) -> tuple[frozenset[int], ...]:
    """For each seat the choices that are worse for the clause than its best one."""
    difference = clause.left.minus(clause.right)
    falling = clause.clause.requires.relation in ("<", "<=", "=")
    found = []
    for row, seat in zip(difference.table, bound.roster.seats, strict=True):
        worth = [-c if falling else c for c in row]
        best = max(worth[bound.choices.index(choice)] for choice in bound.castable(seat))
        found.append(frozenset(place for place, value in enumerate(worth) if value < best))
    return tuple(found)

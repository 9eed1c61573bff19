"""A formula over clauses, seen over the votes that are still open, as alternatives of ranges on whole-number forms.

Every clause becomes ranges `low <= sum of coefficient * votes <= high` over the open votes. Ranges that no completion
can miss, or none can meet, are settled at once; what is left is spread into alternatives (disjunctive form), one at a
time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import gcd
from typing import assert_never

from psephos.body.binding import BoundRule, Integral, Profile
from psephos.body.rules import And, Formula, Leaf, Not, Or, clause_names

__all__ = [
    "AllOf",
    "AnyOf",
    "Conjunct",
    "Extent",
    "Form",
    "Node",
    "OpenVotes",
    "Range",
    "WholeRule",
    "alternatives",
    "condition_tree",
]

Form = tuple[tuple[int, ...], ...]
"""A coefficient for each open seat and choice."""

Extent = tuple[int | None, int | None]
"""The lowest and the highest value allowed; None where there is no limit."""

Conjunct = Mapping[Form, Extent]
"""Ranges that must hold together."""


@dataclass(frozen=True, slots=True)
class OpenVotes:
    """Which seats are open, with how many votes each, what they may cast, and (perhaps) how the votes divide in all?"""

    seats: tuple[int, ...]
    votes: tuple[int, ...]
    permitted: tuple[tuple[int, ...], ...]
    tally: tuple[int, ...] | None

    @property
    def possible(self) -> bool:
        """Has every open seat something to cast?"""
        return all(self.permitted)

    def span(self, form: Form) -> tuple[int, int]:
        """Between which values does a form surely lie?"""
        if not form:
            return 0, 0
        rows = [[row[c] for c in allowed] for row, allowed in zip(form, self.permitted, strict=True)]
        low = sum(min(row) * votes for row, votes in zip(rows, self.votes, strict=True))
        high = sum(max(row) * votes for row, votes in zip(rows, self.votes, strict=True))
        if self.tally is None:
            return low, high
        columns = [[row[c] for row in form] for c in range(len(self.tally))]
        pairs = list(zip(columns, self.tally, strict=True))
        return max(low, sum(min(col) * n for col, n in pairs)), min(high, sum(max(col) * n for col, n in pairs))


@dataclass(frozen=True, slots=True)
class Range:
    """One range: `low <= form <= high`."""

    form: Form
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of them must hold."""

    of: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of them must hold."""

    of: tuple[Node, ...]


Node = Range | AllOf | AnyOf | bool


@dataclass(frozen=True, slots=True, eq=False)
class WholeRule:
    """A bound rule with its clauses already turned into whole-number conditions: make it once for many questions."""

    bound: BoundRule
    parts: Mapping[str, tuple[Integral, ...]]

    @classmethod
    def of(cls, rule: BoundRule | WholeRule) -> WholeRule:
        """The conditions of the clauses that the rule uses."""
        if isinstance(rule, WholeRule):
            return rule
        return cls(rule, {name: rule.clause(name).integral() for name in clause_names(rule.rule.passes)})

    def adopts(self, profile: Profile) -> bool:
        """Does the rule adopt on these ballots?"""
        held = {name: all(part.holds(profile) for part in parts) for name, parts in self.parts.items()}
        return _holds(self.bound.rule.passes, held)


def _holds(formula: Formula, held: Mapping[str, bool]) -> bool:
    match formula:
        case Leaf(clause=name):
            return held[name]
        case And(of=parts):
            return all(_holds(part, held) for part in parts)
        case Or(of=parts):
            return any(_holds(part, held) for part in parts)
        case Not(of=part):
            return not _holds(part, held)
        case other:
            assert_never(other)


def condition_tree(
    rule: BoundRule | WholeRule,
    known: Profile,
    open_votes: OpenVotes,
    also: Sequence[Integral] = (),
    *,
    adopting: bool | None,
) -> Node:
    """Which ranges on the open votes, joined how, make the rule adopt (or reject) and the further conditions hold?

    True or False where that is settled already. With `adopting` None either outcome will do.

    Cost: clauses x seats x choices.
    """
    outcome = True if adopting is None else _outcome(WholeRule.of(rule), known, open_votes, adopting=adopting)
    further = [_leaf(*_over_open(part, known, open_votes), open_votes, positive=True) for part in also]
    return _joined([outcome, *further], every=True)


def _outcome(rule: WholeRule, known: Profile, open_votes: OpenVotes, *, adopting: bool) -> Node:
    atoms = {name: tuple(_over_open(part, known, open_votes) for part in parts) for name, parts in rule.parts.items()}
    return _node(rule.bound.rule.passes, atoms, open_votes, positive=adopting)


def alternatives(node: Node) -> Iterator[Conjunct]:
    """Spread a tree of ranges into alternatives, each once, skipping those that contradict themselves."""
    seen: set[frozenset[tuple[Form, Extent]]] = set()
    for conjunct in _spread([node], {}):
        key = frozenset(conjunct.items())
        if key not in seen:
            seen.add(key)
            yield conjunct


def _over_open(integral: Integral, known: Profile, open_votes: OpenVotes) -> tuple[Form, Extent]:
    """The condition over the open votes alone, in lowest terms: equal ones come out equal."""
    bound = integral.bound - integral.total(known)
    rows = [integral.table[seat] for seat in open_votes.seats]
    form, constant = _relative(rows, open_votes) if open_votes.tally is not None else (_masked(rows, open_votes), 0)
    return _lowest_terms(form, bound - constant, exact=integral.relation == "=")


def _masked(rows: Sequence[Sequence[int]], open_votes: OpenVotes) -> Form:
    """Nothing stands where nothing can be cast."""
    allowed = (frozenset(choices) for choices in open_votes.permitted)
    return tuple(
        tuple(value if c in can else 0 for c, value in enumerate(row)) for row, can in zip(rows, allowed, strict=True)
    )


def _relative(rows: Sequence[tuple[int, ...]], open_votes: OpenVotes) -> tuple[Form, int]:
    """Under a tally only differences matter: take off what the tally fixes, and what a seat has in any case."""
    tally = open_votes.tally or ()
    weights: dict[tuple[int, ...], int] = {}
    for row, votes in zip(rows, open_votes.votes, strict=True):
        weights[row] = weights.get(row, 0) + votes
    if not weights:
        return (), 0
    usual = max(weights, key=lambda row: weights[row])
    cast = [c for c, number in enumerate(tally) if number]
    constant = sum(usual[c] * tally[c] for c in cast)
    form = []
    for row, votes in zip(rows, open_votes.votes, strict=True):
        offset = row[cast[0]] - usual[cast[0]]
        constant += offset * votes
        form.append(tuple(row[c] - usual[c] - offset if tally[c] else 0 for c in range(len(row))))
    return tuple(form), constant


def _lowest_terms(form: Form, bound: int, *, exact: bool) -> tuple[Form, Extent]:
    common = gcd(*(value for row in form for value in row))
    if common == 0:
        holds = bound == 0 if exact else bound <= 0
        return (), (None, None) if holds else (1, 0)
    first = next(value for row in form for value in row if value)
    factor = common if first > 0 else -common
    form = tuple(tuple(value // factor for value in row) for row in form)
    if exact:
        return form, ((bound // factor,) * 2 if bound % common == 0 else (1, 0))
    least = -(-bound // common)
    return form, ((least, None) if factor > 0 else (None, -least))


def _node(
    formula: Formula, atoms: Mapping[str, tuple[tuple[Form, Extent], ...]], open_votes: OpenVotes, *, positive: bool
) -> Node:
    match formula:
        case Leaf(clause=name):
            parts = [_leaf(form, extent, open_votes, positive=positive) for form, extent in atoms[name]]
            return _joined(parts, every=positive)
        case Not(of=part):
            return _node(part, atoms, open_votes, positive=not positive)
        case And(of=parts_) | Or(of=parts_):
            below = [_node(part, atoms, open_votes, positive=positive) for part in parts_]
            return _joined(below, every=isinstance(formula, And) == positive)
        case other:
            assert_never(other)


def _leaf(form: Form, extent: Extent, open_votes: OpenVotes, *, positive: bool) -> Node:
    low, high = extent
    if positive:
        return _settled(Range(form, low, high), open_votes)
    below = [Range(form, None, low - 1)] if low is not None else []
    above = [Range(form, high + 1, None)] if high is not None else []
    if low is not None and high is not None and low > high:
        return True
    return _joined([_settled(part, open_votes) for part in (*below, *above)], every=False)


def _settled(part: Range, open_votes: OpenVotes) -> Node:
    """True or False where every completion, or none, lies in the range."""
    least, most = open_votes.span(part.form)
    low = least if part.low is None else part.low
    high = most if part.high is None else part.high
    if low > most or high < least or low > high:
        return False
    return True if low <= least and most <= high else part


def _joined(parts: Sequence[Node], *, every: bool) -> Node:
    if (not every) in parts:
        return not every
    kept = tuple(part for part in parts if not isinstance(part, bool))
    if len(kept) <= 1:
        return kept[0] if kept else every
    return AllOf(kept) if every else AnyOf(kept)


def _spread(pending: list[Node], chosen: dict[Form, Extent]) -> Iterator[Conjunct]:
    """Take the first node that is left; for an alternative try each of its parts with all the rest."""
    if not pending:
        yield chosen
        return
    node, *rest = pending
    match node:
        case bool():
            if node:
                yield from _spread(rest, chosen)
        case Range(form=form, low=low, high=high):
            narrowed = _narrowed(chosen.get(form, (None, None)), (low, high))
            if narrowed is not None:
                yield from _spread(rest, {**chosen, form: narrowed})
        case AllOf(of=parts):
            yield from _spread([*parts, *rest], chosen)
        case AnyOf(of=parts):
            for part in parts:
                yield from _spread([part, *rest], chosen)
        case other:
            assert_never(other)


def _narrowed(one: Extent, other: Extent) -> Extent | None:
    lows = [low for low in (one[0], other[0]) if low is not None]
    highs = [high for high in (one[1], other[1]) if high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    return None if low is not None and high is not None and low > high else (low, high)

"""The clauses of a verdict as bars: how far each came, where its threshold lies, and how they combine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, assert_never

from psephos.body.binding import BoundClause, BoundRule, bind
from psephos.decide.reasons import ClauseReason, Combined, Reason
from psephos.decide.verdict import Verdict
from psephos.show.rules import clause_title
from psephos.show.text import clause_standing, law
from psephos.show.words import number_text

__all__ = ["Bar", "Joint", "bars"]

Holds = Literal["holds", "fails", "open"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A clause as a bar: how far it came, where the threshold lies (both in per cent of the bar), and what it says."""

    depth: int
    title: str
    holds: Holds
    reads: str
    share: str
    filled: float
    threshold: float
    law: str


@dataclass(frozen=True, slots=True)
class Joint:
    """A heading above clauses that count together: all of them, any of them, or none."""

    depth: int
    heading: str
    holds: Holds


def bars(verdict: Verdict) -> Iterator[Bar | Joint]:
    """Every clause of the verdict in the order of the rule, each alternative under a heading."""
    if verdict.reasons is None:
        return
    bound = verdict.bound or bind(verdict.rule, verdict.roster, verdict.book.choices)
    yield from _walk(verdict.reasons, bound, verdict, 0)


def _walk(reason: Reason, bound: BoundRule, verdict: Verdict, depth: int) -> Iterator[Bar | Joint]:
    match reason:
        case ClauseReason() as leaf:
            yield _bar(leaf, bound.clause(leaf.clause.name), verdict, depth)
        case Combined(kind="and", of=parts) if not depth:
            for part in parts:
                yield from _walk(part, bound, verdict, depth)
        case Combined(kind=kind, of=parts, holds=holds):
            yield Joint(depth, _heading(kind, len(parts)), _word(holds))
            for part in parts:
                yield from _walk(part, bound, verdict, depth + 1)
        case other:
            assert_never(other)


def _heading(kind: Literal["and", "or", "not"], number: int) -> str:
    match kind:
        case "and":
            return "both of these" if number == 2 else "all of these"  # noqa: PLR2004 -- both
        case "or":
            return "either of these is enough" if number == 2 else "any one of these is enough"  # noqa: PLR2004
        case "not":
            return "this must not be so"
        case other:
            assert_never(other)


def _word(holds: bool | None, /) -> Holds:  # noqa: FBT001 -- the value is all there is
    return "open" if holds is None else "holds" if holds else "fails"


def _bar(leaf: ClauseReason, bound: BoundClause, verdict: Verdict, depth: int) -> Bar:
    whole = max(_reach(bound, verdict), leaf.value, leaf.bound, Fraction(1))
    reads = clause_standing(leaf, verdict)
    share = "" if "%" in reads.partition("(")[0] else f"{float(leaf.value / whole) * 100:.1f}% of {number_text(whole)}"
    return Bar(
        depth,
        clause_title(leaf.clause),
        _word(leaf.holds),
        reads,
        share,
        _percent(leaf.value, whole),
        _percent(leaf.bound, whole),
        law(leaf),
    )


def _reach(bound: BoundClause, verdict: Verdict) -> Fraction:
    """The most that the left side of a clause can come to."""
    rows = zip(bound.left.table, verdict.roster.seats, strict=True)
    return bound.left.constant + sum((max(row) * seat.count for row, seat in rows), Fraction(0))


def _percent(value: Fraction, whole: Fraction) -> float:
    return round(min(max(float(value / whole) * 100, 0.0), 100.0), 2)

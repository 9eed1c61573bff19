"""The tree of reasons: one walk over a rule's formula on given ballots, kept as a frozen value.

What holds, by how much, and what follows for the label of a motion that is not adopted, all come from this one tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import Literal, assert_never

from psephos.body.binding import BoundClause, BoundRule, Profile
from psephos.body.rules import And, Clause, Formula, Leaf, Not, Or

__all__ = [
    "ClauseReason",
    "Combined",
    "Gravity",
    "Reason",
    "clause_reason",
    "gravity",
    "is_yes_against_no",
    "leaves",
    "reasons",
    "role_gravity",
    "standing_in_the_way",
]


class Gravity(IntEnum):
    """How far from adoption does a failing condition leave a motion? The larger, the farther."""

    NONE = 0
    VETO = 1
    TIE = 2
    MAJORITY = 3
    QUORUM = 4


@dataclass(frozen=True, slots=True)
class ClauseReason:
    """One clause on these ballots: the two sides it compares, and the margin.

    `holds` None: the open ballots decide it. `value` and `bound` are the two sides; `margin` is how much the clause
    has to spare (negative: how much it is short), None while open. `empty` says that a share has nothing to be a
    share of. `tied` says that yes and no are equal, and not both zero. `slack` is the most by which rounded weights
    can move the margin. `against` are the places of the seats whose ballots stand in the clause's way.
    """

    clause: Clause
    holds: bool | None
    value: Fraction
    bound: Fraction
    margin: Fraction | None
    empty: bool = False
    tied: bool = False
    slack: Fraction = Fraction(0)
    unsure: bool = False
    against: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Combined:
    """Several reasons joined: all must hold, one must hold, or the one must not."""

    kind: Literal["and", "or", "not"]
    holds: bool | None
    of: tuple[Reason, ...]


Reason = ClauseReason | Combined


def reasons(bound: BoundRule, profile: Profile, leaf: Callable[[BoundClause], ClauseReason] | None = None) -> Reason:
    """Which clauses hold on these ballots, and what comes of them together?

    Args:
        bound: the rule on its roster.
        profile: every seat's votes.
        leaf: how to judge one clause; the default takes the profile as complete.
    """
    judge = leaf or (lambda clause: clause_reason(clause, bound, profile))
    return _walk(bound.rule.passes, {clause.clause.name: judge(clause) for clause in bound.clauses})


def _walk(formula: Formula, leaves_by_name: dict[str, ClauseReason]) -> Reason:
    match formula:
        case Leaf(clause=name):
            return leaves_by_name[name]
        case And(of=parts):
            below = tuple(_walk(part, leaves_by_name) for part in parts)
            return Combined("and", _all(part.holds for part in below), below)
        case Or(of=parts):
            below = tuple(_walk(part, leaves_by_name) for part in parts)
            return Combined("or", _negate(_all(_negate(part.holds) for part in below)), below)
        case Not(of=part):
            inner = _walk(part, leaves_by_name)
            return Combined("not", _negate(inner.holds), (inner,))
        case other:
            assert_never(other)


def _all(values: Iterable[bool | None]) -> bool | None:
    seen = set(values)
    return False if False in seen else (None if None in seen else True)


def _negate(value: bool | None, /) -> bool | None:  # noqa: FBT001 -- the value is all there is
    return None if value is None else not value


def clause_reason(bound: BoundClause, rule: BoundRule, profile: Profile) -> ClauseReason:
    """How does one clause stand on complete ballots?"""
    value, limit = bound.left.value(profile), bound.right.value(profile)
    margin = _margin(bound, value, limit)
    holds = bound.holds(profile)
    return ClauseReason(
        bound.clause,
        holds,
        value,
        limit,
        margin,
        empty=any(guard.value(profile) <= 0 for guard in bound.guards),
        tied=not holds and _tied(bound, rule, profile, margin),
        slack=bound.slack.value(profile),
        unsure=bound.unsure_constant,
        against=() if holds else _against(bound, rule, profile),
    )


def _margin(bound: BoundClause, value: Fraction, limit: Fraction) -> Fraction:
    match bound.clause.requires.relation:
        case ">=" | ">":
            return value - limit
        case "<=" | "<":
            return limit - value
        case "=":
            return -abs(value - limit)
        case other:
            assert_never(other)


def _tied(bound: BoundClause, rule: BoundRule, profile: Profile, margin: Fraction) -> bool:
    """Does the clause compare yes with no, ballot for ballot, and find them equal though there are some?"""
    if margin != 0 or not is_yes_against_no(bound, rule):
        return False
    yes, no = rule.choices.index("yes"), rule.choices.index("no")
    rows = zip(bound.left.table, bound.right.table, profile, strict=True)
    return any(votes[yes] + votes[no] for left, right, votes in rows if left[yes] != right[yes])


def is_yes_against_no(bound: BoundClause, rule: BoundRule) -> bool:
    """Does the clause ask for more yes than no, each weighed alike and nothing else counted?"""
    difference = bound.left.minus(bound.right)
    yes, no = rule.choices.index("yes"), rule.choices.index("no")
    strict = bound.clause.requires.relation in (">", "<") and difference.constant == 0
    return (
        strict
        and any(row[yes] for row in difference.table)
        and all(
            row[yes] == -row[no] and not any(c for place, c in enumerate(row) if place not in (yes, no))
            for row in difference.table
        )
    )


def _against(bound: BoundClause, rule: BoundRule, profile: Profile) -> tuple[int, ...]:
    """The seats that could have cast something better for the clause than they did."""
    difference = bound.left.minus(bound.right)
    relation = bound.clause.requires.relation
    falling = relation in ("<", "<=") or (relation == "=" and difference.value(profile) > 0)
    found = []
    for place, (row, votes, seat) in enumerate(zip(difference.table, profile, rule.roster.seats, strict=True)):
        worth = [-c if falling else c for c in row]
        best = max(worth[rule.choices.index(choice)] for choice in rule.castable(seat))
        if any(number and worth[choice] < best for choice, number in enumerate(votes)):
            found.append(place)
    return tuple(found)


def gravity(reason: Reason) -> Gravity:
    """How far from adoption did a motion stay? Along `and` the gravest failing clause, along `or` the mildest."""
    if reason.holds is not False:
        return Gravity.NONE
    match reason:
        case ClauseReason() as leaf:
            return _leaf_gravity(leaf)
        case Combined(kind="or", of=parts):
            return min(gravity(part) for part in parts)
        case Combined(kind="and", of=parts):
            return max(gravity(part) for part in parts)
        case Combined():
            return max(role_gravity(leaf.clause) for leaf in leaves(reason))
        case other:
            assert_never(other)


def _leaf_gravity(leaf: ClauseReason) -> Gravity:
    return Gravity.TIE if leaf.tied and leaf.clause.role == "majority" else role_gravity(leaf.clause)


def role_gravity(clause: Clause) -> Gravity:
    """How far from adoption does the failure of a clause of this role leave a motion?"""
    match clause.role:
        case "quorum":
            return Gravity.QUORUM
        case "majority" | "condition":
            return Gravity.MAJORITY
        case "casting":
            return Gravity.TIE
        case "veto":
            return Gravity.VETO
        case other:
            assert_never(other)


def leaves(reason: Reason) -> tuple[ClauseReason, ...]:
    """Every clause of the tree, in order, each once."""
    match reason:
        case ClauseReason():
            return (reason,)
        case Combined(of=parts):
            return tuple(dict.fromkeys(leaf for part in parts for leaf in leaves(part)))
        case other:
            assert_never(other)


def standing_in_the_way(reason: Reason) -> tuple[ClauseReason, ...]:
    """The failing clauses of the way that came closest to adoption."""
    if reason.holds is not False:
        return ()
    match reason:
        case ClauseReason() as leaf:
            return (leaf,)
        case Combined(kind="and", of=parts):
            return tuple(dict.fromkeys(leaf for part in parts for leaf in standing_in_the_way(part)))
        case Combined(kind="or", of=parts):
            return standing_in_the_way(min(parts, key=gravity))
        case Combined():
            return leaves(reason)
        case other:
            assert_never(other)

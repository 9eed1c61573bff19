"""Rules as frozen data: linear conditions on ballots, and formulas over them.

A `Condition` compares two sums of counts ("yes >= 2/3 of (yes + no)"); a `Clause` is a condition with its name, its
role and the law beside it; a `Formula` combines clauses; a `Rule` is a formula in force for one kind of decision
from one day to another. Nothing here knows a roster: `psephos.body.binding` brings the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, assert_never

__all__ = [
    "ROLES",
    "And",
    "Clause",
    "Condition",
    "Count",
    "Fewest",
    "Formula",
    "Leaf",
    "Not",
    "Number",
    "Or",
    "Quantity",
    "Relation",
    "Role",
    "Rule",
    "Share",
    "Sum",
    "Term",
    "clause_names",
]

Relation = Literal[">=", ">", "=", "<", "<="]
Role = Literal["majority", "quorum", "veto", "casting", "condition"]
ROLES: tuple[Role, ...] = ("majority", "quorum", "veto", "casting", "condition")


@dataclass(frozen=True, slots=True)
class Number:
    """A plain number."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Count:
    """How many ballots of a choice or set there are, of a group, each counted once or by a weight: `yes(a)[w]`."""

    of: str
    group: str | None = None
    weight: str | None = None


@dataclass(frozen=True, slots=True)
class Fewest:
    """The smallest number of members whose weights exceed (or reach) a share of the whole: `fewest(w > 35%)`."""

    weight: str
    strict: bool
    share: Fraction
    percent: bool = True


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a sum, `55% of members`; `percent` keeps how it was written."""

    part: Fraction
    percent: bool
    whole: Sum


Quantity = Number | Count | Fewest | Share


@dataclass(frozen=True, slots=True)
class Term:
    """A quantity times a factor; the factor carries the sign."""

    factor: Fraction
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms added up, in the order they were written."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """One linear condition: a sum, a relation, a sum.

    A share of an empty denominator fails: `guards` are the denominators that must be at least one.
    """

    left: Sum
    relation: Relation
    right: Sum

    @property
    def counts(self) -> tuple[Count, ...]:
        """Every count that occurs, in order of appearance, those inside shares included."""
        return _counts(self.left) + _counts(self.right)

    @property
    def fewest(self) -> tuple[Fewest, ...]:
        """Every constant of the roster that occurs."""
        return tuple(
            term.quantity
            for side in (self.left, self.right)
            for term in side.terms
            if isinstance(term.quantity, Fewest)
        )

    @property
    def guards(self) -> tuple[Sum, ...]:
        """The denominators of the shares, each once."""
        wholes = (
            term.quantity.whole
            for side in (self.left, self.right)
            for term in side.terms
            if isinstance(term.quantity, Share)
        )
        return tuple(dict.fromkeys(wholes))


def _counts(total: Sum) -> tuple[Count, ...]:
    found: list[Count] = []
    for term in total.terms:
        match term.quantity:
            case Count() as count:
                found.append(count)
            case Share(whole=whole):
                found.extend(_counts(whole))
            case Number() | Fewest():
                pass
            case other:
                assert_never(other)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Clause:
    """A named condition with the law beside it: what it requires, in which role, and who says so."""

    name: str
    requires: Condition
    role: Role
    source: str
    title: str = ""
    text: str = ""
    reading: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """The clause of that name must hold."""

    clause: str


@dataclass(frozen=True, slots=True)
class And:
    """All of them must hold."""

    of: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of them must hold."""

    of: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """It must not hold."""

    of: Formula


Formula = Leaf | And | Or | Not


def clause_names(formula: Formula) -> tuple[str, ...]:
    """Which clauses does a formula use, each once, in order?

    Examples:
        >>> clause_names(Or((Leaf("a"), And((Leaf("b"), Not(Leaf("a")))))))
        ('a', 'b')
    """
    match formula:
        case Leaf(clause=name):
            return (name,)
        case And(of=parts) | Or(of=parts):
            return tuple(dict.fromkeys(name for part in parts for name in clause_names(part)))
        case Not(of=part):
            return clause_names(part)
        case other:
            assert_never(other)


@dataclass(frozen=True, slots=True)
class Rule:
    """How one body takes one kind of decision, from one day to another.

    Days are inclusive; `until` None means still in force. `variant` names the fact of a call that makes this rule apply
    beside the ordinary one. `monotone` is a declaration that `psephos check` verifies. `parties` says what the law
    asks of members that are parties to the dispute; their ballots are counted as cast.
    """

    body: str
    decision: str
    title: str
    since: date
    until: date | None
    passes: Formula
    clauses: tuple[Clause, ...]
    default: bool = False
    variant: str | None = None
    variant_title: str = ""
    monotone: bool = True
    basis: str = "law"
    note: str = ""
    source: str = ""
    remarks: tuple[str, ...] = ()
    parties: str = ""
    motion: str = ""
    line: int = 0

    def clause(self, name: str) -> Clause:
        """The clause of that name; the rulebook's checks make sure that there is one."""
        return next(clause for clause in self.clauses if clause.name == name)

    def in_force(self, day: date) -> bool:
        """Does the rule apply on that day?"""
        return self.since <= day and (self.until is None or day <= self.until)

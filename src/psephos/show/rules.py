"""Rules in plain English: a clause, a formula, a whole rule with the law beside it."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from psephos.body.notation import condition_text, formula_text, fraction_text
from psephos.body.rules import (
    And,
    Clause,
    Condition,
    Count,
    Fewest,
    Formula,
    Leaf,
    Not,
    Number,
    Or,
    Rule,
    Share,
    Sum,
    Term,
)

__all__ = ["clause_title", "condition_english", "rule_english", "rule_text"]

_WORDS = {
    "yes": "votes in favour",
    "no": "votes against",
    "abstain": "abstentions",
    "present_only": "members present but not voting",
    "absent": "absent members",
    "not_participating": "members not participating",
    "not_voting": "members not voting",
    "present": "members present",
    "cast": "votes cast",
    "participating": "participating members",
    "members": "members",
}
_ZERO = Sum((Term(Fraction(1), Number(Fraction(0))),))
_RELATIONS = {
    ">=": "at least",
    ">": "more than",
    "=": "exactly",
    "<": "fewer than",
    "<=": "at most",
}


def clause_title(clause: Clause) -> str:
    """The clause's own title, or its condition in plain English."""
    return clause.title or condition_english(clause.requires)


def condition_english(condition: Condition) -> str:
    """What does a condition ask, in plain English?

    Examples:
        >>> from psephos.body.language import parse_condition
        >>> condition_english(parse_condition("yes >= 2/3 of (yes + no)"))
        'votes in favour: at least 2/3 of (votes in favour plus votes against)'
        >>> condition_english(parse_condition("no(permanent) = 0"))
        'no votes against among permanent'
    """
    if condition.relation == "=" and condition.right == _ZERO:
        return f"no {_sum(condition.left)}"
    return f"{_sum(condition.left)}: {_RELATIONS[condition.relation]} {_sum(condition.right)}"


def rule_english(rule: Rule) -> str:
    """What does a rule ask for, in one sentence?"""
    return f"Adopted if {_formula(rule.passes, rule)}."


def _formula(formula: Formula, rule: Rule) -> str:
    match formula:
        case Leaf(clause=name):
            return clause_title(rule.clause(name))
        case And(of=parts):
            return "; and ".join(_nested(part, rule) for part in parts)
        case Or(of=parts):
            return "; or ".join(_nested(part, rule) for part in parts)
        case Not(of=part):
            return f"it is not so that {_nested(part, rule)}"
        case other:
            assert_never(other)


def _nested(formula: Formula, rule: Rule) -> str:
    text = _formula(formula, rule)
    return f"({text})" if isinstance(formula, And | Or) else text


def _sum(total: Sum) -> str:
    parts = [_term(total.terms[0], first=True), *(_term(term, first=False) for term in total.terms[1:])]
    return "".join(parts)


def _term(term: Term, *, first: bool) -> str:
    sign = ("minus " if term.factor < 0 else "") if first else (" minus " if term.factor < 0 else " plus ")
    size = abs(term.factor)
    match term.quantity:
        case Number(value=value):
            return f"{sign}{size * value}"
        case Count() as count:
            return f"{sign}{'' if size == 1 else f'{size} times '}{_count(count)}"
        case Share(part=part, percent=percent, whole=whole):
            inner = _sum(whole)
            grouped = inner if len(whole.terms) == 1 else f"({inner})"
            return f"{sign}{fraction_text(size * part, percent=percent)} of {grouped}"
        case Fewest(weight=weight, strict=strict, share=share, percent=percent):
            than = "more than" if strict else "at least"
            return f"{sign}the fewest members with {than} {fraction_text(share, percent=percent)} of the {weight}"
        case other:
            assert_never(other)


def _count(count: Count) -> str:
    words = _WORDS.get(count.of, count.of.replace("_", " "))
    group = f" among {count.group.replace('_', ' ')}" if count.group else ""
    return f"{words}{group}" if count.weight is None else f"{count.weight} of the {words}{group}"


def rule_text(rule: Rule) -> str:
    """The rule as it is written: each clause, and how they combine."""
    lines = [f"  {clause.name}: {condition_text(clause.requires)}" for clause in rule.clauses]
    return "\n".join([*lines, f"  passes: {formula_text(rule.passes)}"])

"""The language of clauses, written: conditions, formulas, counts and exact numbers as the text that reads back."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from typing import assert_never

from psephos.body.rules import And, Condition, Count, Fewest, Formula, Leaf, Not, Number, Or, Share, Sum, Term

__all__ = ["condition_text", "count_text", "formula_text", "fraction_text", "positive_text"]

_PLACES = 60
"""More decimals than this are written as a fraction."""


def fraction_text(value: Fraction, *, percent: bool = False) -> str:
    """How is an exact number written: as a whole number, a decimal where one is exact, else a fraction?

    Examples:
        >>> fraction_text(Fraction(11, 20), percent=True), fraction_text(Fraction(2, 3))
        ('55%', '2/3')
    """
    if not percent:
        return str(value)
    places = next((n for n in range(_PLACES) if (value * 10 ** (n + 2)).denominator == 1), None)
    if places is None:  # built by hand, such as a third: no decimal is exact
        return str(value)
    scaled = str((value * 10 ** (places + 2)).numerator).rjust(places + 1, "0")
    return f"{scaled[:-places]}.{scaled[-places:]}%" if places else f"{scaled}%"


def condition_text(condition: Condition) -> str:
    """How is a condition written in the language of clauses, guards included?

    A guard is shown unless its denominator is made of members only, which no ballot can empty.

    Examples:
        >>> from psephos.body.language import parse_condition
        >>> condition_text(parse_condition("yes >= 55 % of members"))
        'yes >= 55% of members'
    """
    shown = f"{_sum_text(condition.left)} {condition.relation} {_sum_text(condition.right)}"
    visible = (whole for whole in condition.guards if not _members_only(whole))
    return reduce(lambda text, whole: f"{text} and {_sum_text(whole)} {positive_text(whole)}", visible, shown)


def positive_text(whole: Sum) -> str:
    """A whole number that is not nothing is at least one; what is weighed or divided may be a fraction."""
    return ">= 1" if all(_is_whole(term) for term in whole.terms) else "> 0"


def _is_whole(term: Term) -> bool:
    match term.quantity:
        case Count(weight=None) | Fewest():
            return term.factor.denominator == 1
        case Number(value=value):
            return (term.factor * value).denominator == 1
        case _:
            return False


def _members_only(whole: Sum) -> bool:
    return all(isinstance(term.quantity, Count) and term.quantity.of == "members" for term in whole.terms)


def _sum_text(total: Sum) -> str:
    first, *rest = total.terms
    text = f"{'-' if first.factor < 0 else ''}{_term_text(first)}"
    for term in rest:
        text += f" {'-' if term.factor < 0 else '+'} {_term_text(term)}"
    return text


def _term_text(term: Term) -> str:
    size = abs(term.factor)
    match term.quantity:
        case Number(value=value):
            return str(size * value)
        case Count() as count:
            return count_text(count) if size == 1 else f"{size}*{count_text(count)}"
        case Share(part=part, percent=percent, whole=whole):
            inner = _sum_text(whole)
            simple = len(whole.terms) == 1 and whole.terms[0].factor == 1 and isinstance(whole.terms[0].quantity, Count)
            return f"{fraction_text(size * part, percent=percent)} of {inner if simple else f'({inner})'}"
        case Fewest(weight=weight, strict=strict, share=share, percent=percent):
            return f"fewest({weight} {'>' if strict else '>='} {fraction_text(share, percent=percent)})"
        case other:
            assert_never(other)


def count_text(count: Count) -> str:
    """How is a count written: `yes(permanent)[population]`?"""
    group = f"({count.group})" if count.group else ""
    weight = f"[{count.weight}]" if count.weight else ""
    return f"{count.of}{group}{weight}"


def formula_text(formula: Formula) -> str:
    """How is a formula written?

    Examples:
        >>> from psephos.body.language import parse_formula
        >>> formula_text(parse_formula("a and (b or not c)"))
        'a and (b or not c)'
    """
    match formula:
        case Leaf(clause=name):
            return name
        case Not(of=part):
            return f"not {_grouped(part, And, Or)}"
        case And(of=parts):
            return " and ".join(_grouped(part, And, Or) for part in parts)
        case Or(of=parts):
            return " or ".join(_grouped(part, Or) for part in parts)
        case other:
            assert_never(other)


def _grouped(formula: Formula, *kinds: type) -> str:
    text = formula_text(formula)
    return f"({text})" if isinstance(formula, kinds) else text

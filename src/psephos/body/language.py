"""The language of clauses: from text to condition and formula.

    yes >= 9                       no(permanent) = 0                  yes >= 55% of members
    yes >= 2/3 of (yes + no)       yes[votes] >= 85% of members[votes]
    members - yes < fewest(population > 35%) + 1

Texts come from strangers: they are parsed by a grammar, never evaluated, and their size is bounded. `parse_condition`
and `notation.condition_text` are inverse to each other, up to spaces.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from psephos.body.notation import positive_text
from psephos.body.rules import (
    And,
    Condition,
    Count,
    Fewest,
    Formula,
    Leaf,
    Not,
    Number,
    Or,
    Relation,
    Share,
    Sum,
    Term,
)
from psephos.errors import ClauseSyntaxError

if TYPE_CHECKING:
    from lark import Lark, Token
    from lark.tree import Tree

__all__ = ["MAX_DIGITS", "ClauseReader", "parse_condition", "parse_formula"]

MAX_TEXT = 2_000
MAX_TERMS = 200
MAX_DIGITS = 60
MAX_DEPTH = 50

_Node: TypeAlias = Any  # a tree, token or error of lark, whose children are untyped

_GRAMMAR = r"""
condition: sum RELATION sum guard*
guard: "and" sum RELATION number
formula: any
any: all ("or" all)*
all: one ("and" one)*
one: "not" one -> negated
   | "(" any ")"
   | NAME -> leaf
sum: [SIGN] term (SIGN term)*
term: number
    | [number "*"] count
    | (PERCENT | number) "of" whole -> share
    | "fewest" "(" NAME FEWEST_RELATION (PERCENT | number) ")" -> fewest
whole: count | "(" sum ")"
count: NAME ["(" GROUP ")"] ["[" GROUP "]"]
number: NUMBER ["/" NUMBER]

RELATION: ">=" | "<=" | ">" | "<" | "="
FEWEST_RELATION: ">=" | ">"
SIGN: "+" | "-"
PERCENT: /\d+(\.\d+)?\s*%/
NUMBER: /\d+(\.\d+)?/
NAME: /[A-Za-z_][A-Za-z0-9_]*/
GROUP: /[A-Za-z_][A-Za-z0-9_.\-]*/
%ignore /[ \t\r\n]+/
"""

_EXPECTED = {
    "RELATION": "a relation (>= > = < <=)",
    "FEWEST_RELATION": "> or >=",
    "SIGN": "+ or -",
    "PERCENT": "a percentage",
    "NUMBER": "a number",
    "NAME": "a name",
    "GROUP": "a name",
    "OF": "'of'",
    "STAR": "'*'",
    "SLASH": "'/'",
    "LPAR": "'('",
    "RPAR": "')'",
    "LSQB": "'['",
    "RSQB": "']'",
    "AND": "'and'",
    "OR": "'or'",
    "NOT": "'not'",
    "FEWEST": "'fewest'",
    "$END": "the end",
}


@cache
def _built() -> Lark:
    from lark import Lark

    return Lark(_GRAMMAR, parser="lalr", start=["condition", "formula"], propagate_positions=True)


class ClauseReader:
    """Reads clauses and formulas.

    Examples:
        >>> from psephos.body.notation import condition_text
        >>> reader = ClauseReader.build()
        >>> condition_text(reader.condition("yes>=2/3 of (yes+no)"))
        'yes >= 2/3 of (yes + no) and yes + no >= 1'
    """

    def __init__(self, grammar: Lark) -> None:
        """Keep the built grammar."""
        self._grammar = grammar

    @classmethod
    def build(cls) -> ClauseReader:
        """A reader; the grammar is built once (about 20 ms)."""
        return cls(_built())

    def condition(self, text: str) -> Condition:
        """What condition does this text state?

        Raises:
            ClauseSyntaxError: with the position of the first character that does not fit.
        """
        tree = self._tree(text, "condition")
        left, relation, right, *guards = tree.children
        condition = Condition(_sum(left, text), _relation(str(relation)), _sum(right, text))
        _check_size(condition, text)
        _check_guards(condition, guards, text)
        return condition

    def formula(self, text: str) -> Formula:
        """What formula over clause names does this text state?

        Raises:
            ClauseSyntaxError: with the position of the first character that does not fit.
        """
        return _formula(self._tree(text, "formula").children[0])

    def _tree(self, text: str, start: str) -> _Node:
        from lark.exceptions import UnexpectedInput

        if len(text) > MAX_TEXT:
            message = f"the text has {len(text)} characters; at most {MAX_TEXT} are read, split the clause"
            raise ClauseSyntaxError(message, text[:60] + " ...", 0)
        _check_depth(text)
        try:
            return self._grammar.parse(text, start=start)
        except UnexpectedInput as error:
            raise ClauseSyntaxError(_complaint(error, text), text, _position(error, text)) from None


def parse_condition(text: str) -> Condition:
    """What condition does this text state?

    Raises:
        ClauseSyntaxError: with the position of the first character that does not fit.

    Examples:
        >>> parse_condition("no(permanent) = 0").relation
        '='
    """
    return ClauseReader.build().condition(text)


def parse_formula(text: str) -> Formula:
    """What formula over clause names does this text state?

    Raises:
        ClauseSyntaxError: with the position of the first character that does not fit.

    Examples:
        >>> parse_formula("nine and unvetoed")
        And(of=(Leaf(clause='nine'), Leaf(clause='unvetoed')))
    """
    return ClauseReader.build().formula(text)


def _position(error: _Node, text: str) -> int:
    if getattr(getattr(error, "token", None), "type", None) == "$END":
        return len(text)
    position = getattr(error, "pos_in_stream", None)
    return len(text) if position is None or position < 0 else min(position, len(text))


def _complaint(error: _Node, text: str) -> str:
    names = getattr(error, "accepts", None) or getattr(error, "expected", None) or getattr(error, "allowed", None) or ()
    expected = sorted({_EXPECTED.get(name, f"'{name.lower()}'") for name in names})
    position = _position(error, text)
    found = "the text ends" if position >= len(text) else f"'{text[position]}' does not fit"
    hint = f"; here may stand {', '.join(expected)}" if expected else ""
    return f"{found} at character {position + 1}{hint}"


def _check_depth(text: str) -> None:
    """Refuse what lies too deep for the walkers, parentheses and chains of `not` alike, before anything is built."""
    around: list[int] = []
    denied = 0
    for token in re.finditer(r"[()]|\w+", text):
        match token[0]:
            case "(":
                around.append(denied + 1)
            case ")":
                around = around[:-1]
        denied = denied + 1 if token[0] == "not" else 0
        if sum(around) + denied > MAX_DEPTH:
            raise ClauseSyntaxError(f"more than {MAX_DEPTH} levels inside each other", text, token.start())


def _check_size(condition: Condition, text: str) -> None:
    terms = len(condition.left.terms) + len(condition.right.terms) + len(condition.counts)
    if terms > MAX_TERMS:
        raise ClauseSyntaxError(f"a clause has at most {MAX_TERMS} terms", text, 0)


def _check_guards(condition: Condition, guards: list[Tree[Token]], text: str) -> None:
    """A printed clause shows its guards; read back, they must be the ones that follow from its shares."""
    for guard in guards:
        whole, relation, bound = guard.children
        stated = _sum(whole, text)
        if stated not in condition.guards or f"{relation} {_number(bound, text)}" != positive_text(stated):
            message = "a clause is one condition; name two clauses and join them in `passes`"
            raise ClauseSyntaxError(message, text, guard.meta.start_pos)


def _relation(text: str) -> Relation:
    relations: dict[str, Relation] = {">=": ">=", ">": ">", "=": "=", "<": "<", "<=": "<="}
    return relations[text]


def _sum(tree: _Node, text: str) -> Sum:
    first, *rest = tree.children
    terms = []
    sign = -1 if first == "-" else 1
    for child in rest:
        if getattr(child, "type", None) == "SIGN":
            sign = -1 if child == "-" else 1
        else:
            terms.append(_term(child, sign, text))
    return Sum(tuple(terms))


def _term(tree: _Node, sign: int, text: str) -> Term:
    match tree.data:
        case "share":
            part, percent = _part(tree.children[0], text)
            return Term(Fraction(sign), Share(part, percent, _whole(tree.children[1], text)))
        case "fewest":
            weight, relation, share = tree.children
            part, percent = _part(share, text)
            return Term(Fraction(sign), Fewest(str(weight), relation == ">", part, percent))
        case _ if len(tree.children) == 1:
            return Term(Fraction(sign), Number(_number(tree.children[0], text)))
        case _:
            factor, count = tree.children
            scale = Fraction(1) if factor is None else _number(factor, text)
            return Term(sign * scale, _count(count))


def _whole(tree: _Node, text: str) -> Sum:
    inner = tree.children[0]
    if inner.data == "sum":
        return _sum(inner, text)
    return Sum((Term(Fraction(1), _count(inner)),))


def _count(tree: _Node) -> Count:
    of, group, weight = tree.children
    return Count(str(of), None if group is None else str(group), None if weight is None else str(weight))


def _part(node: _Node, text: str) -> tuple[Fraction, bool]:
    if getattr(node, "type", None) == "PERCENT":
        return _digits(node, str(node).rstrip("% \t"), text) / 100, True
    return _number(node, text), False


def _number(tree: _Node, text: str) -> Fraction:
    above, below = tree.children
    value = _digits(above, str(above), text)
    if below is None:
        return value
    divisor = _digits(below, str(below), text)
    if divisor == 0:
        raise ClauseSyntaxError("a fraction cannot be over zero", text, below.start_pos)
    return value / divisor


def _digits(token: _Node, digits: str, text: str) -> Fraction:
    if len(digits) > MAX_DIGITS:
        raise ClauseSyntaxError(f"a number has at most {MAX_DIGITS} digits", text, token.start_pos)
    return Fraction(digits)


def _formula(tree: _Node) -> Formula:
    match tree.data:
        case "leaf":
            return Leaf(str(tree.children[0]))
        case "negated":
            return Not(_formula(tree.children[0]))
        case "any" | "all" if len(tree.children) > 1:
            parts = tuple(_formula(child) for child in tree.children)
            return Or(parts) if tree.data == "any" else And(parts)
        case _:
            return _formula(tree.children[0])

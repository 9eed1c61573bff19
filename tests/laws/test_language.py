"""A clause printed and read back is the same clause; so is a formula."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from psephos.body.language import ClauseReader
from psephos.body.notation import condition_text, formula_text
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
    Share,
    Sum,
    Term,
)

READER = ClauseReader.build()
WORDS = st.sampled_from(["yes", "no", "members", "cast", "no_with_veto", "fewest_of", "order", "android"])
GROUPS = st.sampled_from(["permanent", "NE-2", "of", "and", "not", "euro_area"])
SIGNS = st.sampled_from([Fraction(1), Fraction(-1)])
PARTS = st.fractions(0, 5, max_denominator=60)
PERCENTS = st.integers(0, 200_000).map(lambda thousandths: Fraction(thousandths, 100_000))

written = PARTS.map(lambda part: (part, False)) | PERCENTS.map(lambda part: (part, True))
counts = st.builds(Count, WORDS, st.none() | GROUPS, st.none() | GROUPS)
counted = st.builds(Term, st.fractions(-9, 9, max_denominator=12).filter(bool), counts)
numbers = st.builds(Term, SIGNS, st.builds(Number, PARTS))


def _shares(wholes: st.SearchStrategy[Sum]) -> st.SearchStrategy[Term]:
    shares = st.builds(lambda part, whole: Share(part[0], part[1], whole), written, wholes)
    return st.builds(Term, SIGNS, shares)


fewest = st.builds(
    lambda sign, weight, strict, part: Term(sign, Fewest(weight, strict, *part)),
    SIGNS,
    WORDS,
    st.booleans(),
    written,
)


def _sums(terms: st.SearchStrategy[Term]) -> st.SearchStrategy[Sum]:
    return st.lists(terms, min_size=1, max_size=3).map(lambda listed: Sum(tuple(listed)))


inner = _sums(counted | numbers)
sums = _sums(counted | numbers | fewest | _shares(inner) | _shares(_sums(counted | _shares(inner))))
conditions = st.builds(Condition, sums, st.sampled_from([">=", ">", "=", "<", "<="]), sums)


@given(conditions)
def test_a_condition_is_read_as_it_was_written(condition: Condition) -> None:
    text = condition_text(condition)
    assert READER.condition(text) == condition
    assert READER.condition(f"  {text.replace(' ', '   ')}\n") == condition


def _joined(parts: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return several.map(And) | several.map(Or) | parts.map(Not)


@given(st.recursive(st.sampled_from(["nine", "unvetoed", "nothing", "orders"]).map(Leaf), _joined, max_leaves=8))
def test_a_formula_is_read_as_it_was_written(formula: Formula) -> None:
    assert READER.formula(formula_text(formula)) == formula

"""The language of clauses: what is read, what is refused and with which words, what is printed."""

from fractions import Fraction

import pytest

from psephos.body.language import ClauseReader
from psephos.body.notation import condition_text, formula_text, fraction_text
from psephos.body.rules import And, Condition, Count, Fewest, Leaf, Not, Number, Or, Share, Sum, Term
from psephos.errors import ClauseSyntaxError

READER = ClauseReader.build()
ONE = Fraction(1)


def _sum(*quantities: Count | Number | Share | Fewest) -> Sum:
    return Sum(tuple(Term(ONE, quantity) for quantity in quantities))


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("yes >= 9", Condition(_sum(Count("yes")), ">=", _sum(Number(Fraction(9))))),
        ("no(permanent) = 0", Condition(_sum(Count("no", "permanent")), "=", _sum(Number(Fraction(0))))),
        (
            "yes(euro_area)[population] >= 65 % of members[population]",
            Condition(
                _sum(Count("yes", "euro_area", "population")),
                ">=",
                _sum(Share(Fraction(13, 20), True, _sum(Count("members", None, "population")))),  # noqa: FBT003
            ),
        ),
        (
            "2*yes - 3/2*no < 0.5",
            Condition(
                Sum((Term(Fraction(2), Count("yes")), Term(Fraction(-3, 2), Count("no")))),
                "<",
                _sum(Number(Fraction(1, 2))),
            ),
        ),
        (
            "members - yes < fewest(population > 35%) + 1",
            Condition(
                Sum((Term(ONE, Count("members")), Term(Fraction(-1), Count("yes")))),
                "<",
                _sum(Fewest("population", strict=True, share=Fraction(7, 20)), Number(ONE)),
            ),
        ),
    ],
)
def test_what_a_clause_states(text: str, condition: Condition) -> None:
    assert READER.condition(text) == condition


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("yes>=9", "yes >= 9"),
        ("yes >= 0.5 of members", "yes >= 1/2 of members"),
        ("yes >= 33.40% of cast", "yes >= 33.4% of cast and cast >= 1"),
        ("yes >= 2/3 of (yes+no)", "yes >= 2/3 of (yes + no) and yes + no >= 1"),
        ("yes[w] > 1/2 of cast[w]", "yes[w] > 1/2 of cast[w] and cast[w] > 0"),
        ("yes > 1/2 of (1/3*yes + no)", "yes > 1/2 of (1/3*yes + no) and 1/3*yes + no > 0"),
        ("yes >= 55% of members", "yes >= 55% of members"),
        ("- yes + 3 > -2", "-yes + 3 > -2"),
        ("yes >= 2/3 of yes + no", "yes >= 2/3 of yes + no and yes >= 1"),
    ],
)
def test_a_clause_is_printed_with_the_denominators_that_must_not_be_empty(text: str, printed: str) -> None:
    assert condition_text(READER.condition(text)) == printed
    assert condition_text(READER.condition(printed)) == printed


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("yes >= ", 7, "the text ends at character 8; here may stand 'fewest', + or -, a name, a number, a percentage"),
        ("", 0, "the text ends at character 1"),
        ("yes 9", 4, "'9' does not fit at character 5; here may stand '(', '[', + or -, a relation (>= > = < <=)"),
        ("yes => 9", 5, "'>' does not fit at character 6"),
        ("yes >= 55% members", 11, "'m' does not fit at character 12; here may stand 'of'"),
        ("3 yes > 1", 2, "'y' does not fit at character 3; here may stand '*', '/', 'of'"),
        ("yes $ 3", 4, "'$' does not fit at character 5"),
        ("fewest(population 35%) > 1", 18, "here may stand > or >="),
        ("yes > 1/0 of members", 8, "a fraction cannot be over zero"),
        ("yes >= 9 and no = 0", 9, "a clause is one condition; name two clauses and join them in `passes`"),
        ("yes >= 2/3 of (yes + no) and yes >= 1", 25, "a clause is one condition"),
        ("yes >= " + "9" * 61, 7, "a number has at most 60 digits"),
        (" + ".join(["yes"] * 201) + " > 1", 0, "a clause has at most 200 terms"),
        ("yes > " + "1 of (" * 51 + "yes" + ")" * 51, 311, "more than 50 levels inside each other"),
    ],
)
def test_a_clause_that_cannot_be_read_says_where_and_what_may_stand_there(text: str, position: int, words: str) -> None:
    with pytest.raises(ClauseSyntaxError) as caught:
        READER.condition(text)
    message, shown, mark = str(caught.value).split("\n")
    assert words in message
    assert shown == f"    {text}"
    assert caught.value.text == text
    assert (caught.value.position, mark) == (position, f"    {' ' * position}^")


def test_a_text_that_is_too_long_is_not_shown_in_full() -> None:
    with pytest.raises(ClauseSyntaxError, match="the text has 2001 characters; at most 2000 are read") as caught:
        READER.condition("x" * 2001)
    assert len(str(caught.value)) < 200


A, B, C = Leaf("a"), Leaf("b"), Leaf("c")


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("a", A),
        ("a and b or c", Or((And((A, B)), C))),
        ("a and (b or c)", And((A, Or((B, C))))),
        ("not a and b", And((Not(A), B))),
        ("not (a and b)", Not(And((A, B)))),
        ("(a and b) and c", And((And((A, B)), C))),
        ("not not a", Not(Not(A))),
    ],
)
def test_what_a_formula_states(text: str, formula: And | Or | Not | Leaf) -> None:
    assert READER.formula(text) == formula
    assert formula_text(formula) == text


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("a and", 5, "the text ends at character 6; here may stand '(', 'not', a name"),
        ("a b", 2, "'b' does not fit at character 3; here may stand 'and', 'or', the end"),
        ("a xor b", 2, "'x' does not fit at character 3"),
        ("9", 0, "'9' does not fit at character 1"),
        ("(" * 51 + "a" + ")" * 51, 50, "more than 50 levels inside each other"),
        ("not " * 51 + "a", 200, "more than 50 levels inside each other"),
    ],
)
def test_a_formula_that_cannot_be_read_says_where(text: str, position: int, words: str) -> None:
    with pytest.raises(ClauseSyntaxError) as caught:
        READER.formula(text)
    assert words in str(caught.value)
    assert caught.value.position == position


def test_many_conditions_side_by_side_are_not_deep() -> None:
    assert len(READER.formula(" and ".join(["not (a)"] * 60)).of) == 60  # type: ignore[arg-type,union-attr]


@pytest.mark.parametrize(
    ("value", "percent", "text"),
    [
        (Fraction(1, 2), True, "50%"),
        (Fraction(1, 2), False, "1/2"),
        (Fraction(334, 1000), True, "33.4%"),
        (Fraction(1, 3), True, "1/3"),
        (Fraction(1, 1000), True, "0.1%"),
        (Fraction(2), True, "200%"),
    ],
)
def test_a_number_is_written_exactly(value: Fraction, percent: bool, text: str) -> None:  # noqa: FBT001 -- a table
    assert fraction_text(value, percent=percent) == text

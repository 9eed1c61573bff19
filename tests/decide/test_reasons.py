"""The tree of reasons on small boards: margins, ties, who stands in the way, and which failure gives the label."""

from dataclasses import replace
from fractions import Fraction

import pytest

from psephos.calls.rollcall import RollCall
from psephos.decide.reasons import ClauseReason, Gravity, gravity, leaves, reasons, standing_in_the_way
from psephos.decide.verdict import decide
from tests.count.bodies import body, seat
from tests.laws.small import book_of, profile

SEATS = [seat("A", (3, 1), "a"), seat("B", (2, 1), "a"), seat("C", (1, 1)), seat("D", (0, 1))]


def leaf(text: str, cast: str) -> ClauseReason:
    """One clause on four ballots, given by their first letters."""
    bound = body(SEATS, {"only": text}, "only")
    return leaves(reasons(bound, profile(bound, ballots(cast))))[0]


def ballots(cast: str) -> dict[str, str]:
    """Ballots from their first letters."""
    words = {"y": "yes", "n": "no", "a": "abstain"}
    return {one.id: words[letter] for one, letter in zip(SEATS, cast, strict=True)}


@pytest.mark.parametrize(
    ("text", "cast", "holds", "margin"),
    [
        ("yes >= 2", "yyna", True, 0),
        ("yes >= 3", "yyna", False, -1),
        ("yes > 2", "yyna", False, 0),
        ("no <= 1", "yyna", True, 0),
        ("no < 1", "yyna", False, 0),
        ("no(a) = 0", "nnyy", False, -2),
        ("yes = no", "yyna", False, -1),
        ("yes >= 2/3 of (yes + no)", "yyna", True, 0),
        ("yes[w] >= 65% of members[w]", "yyna", True, Fraction(11, 10)),
    ],
)
def test_a_margin_is_what_a_clause_has_to_spare(text: str, cast: str, holds: bool, margin: Fraction) -> None:  # noqa: FBT001
    found = leaf(text, cast)
    assert (found.holds, found.margin) == (holds, margin)


@pytest.mark.parametrize(
    ("text", "cast", "tied"),
    [
        ("yes > no", "ynaa", True),
        ("yes > no", "aaaa", False),
        ("yes > no", "yyna", False),
        ("no < yes", "ynaa", True),
        ("yes[w] > no[w]", "yaan", False),
        ("yes[w] > no[w]", "ynna", True),
        ("yes[w] > no[w]", "aaan", False),
        ("yes > 1/2 of (yes + no)", "ynaa", True),
        ("yes >= no + 1", "ynaa", False),
        ("yes > 1/2 of members", "yynn", False),
        ("2*yes > 2*no", "yynn", True),
        ("2*yes > no", "ynna", False),
    ],
)
def test_a_tie_is_yes_and_no_equal_and_not_both_nothing(text: str, cast: str, tied: bool) -> None:  # noqa: FBT001
    assert leaf(text, cast).tied is tied


@pytest.mark.parametrize(
    ("text", "cast", "against"),
    [
        ("no(a) = 0", "nyny", ["A"]),
        ("no <= 0", "nyay", ["A"]),
        ("yes >= 3", "ynay", ["B", "C"]),
        ("yes > no", "nnay", ["A", "B", "C"]),
        ("yes[w] >= 6", "yyyn", []),
        ("yes[w] >= 6", "yyan", ["C"]),
    ],
)
def test_who_could_have_done_better_for_a_clause(text: str, cast: str, against: list[str]) -> None:
    found = leaf(text, cast)
    assert [SEATS[place].id for place in found.against] == (against if not found.holds else [])


CLAUSES = {"quorum": "present >= 3", "many": "yes >= 3", "more": "yes > no", "free": "no(a) = 0", "last": "yes(C) >= 1"}
ROLES = {"quorum": "quorum", "many": "majority", "more": "majority", "free": "veto", "last": "casting"}


@pytest.mark.parametrize(
    ("passes", "cast", "label", "vetoed_by"),
    [
        ("more and free", "nyya", "vetoed", ("A",)),
        ("more and free", "nnyy", "tied", ()),
        ("more and free", "nnya", "insufficient votes", ()),
        ("many and free", "nyya", "insufficient votes", ()),
        ("more or many", "ynaa", "tied", ()),
        ("more and many", "ynaa", "insufficient votes", ()),
        ("more or (many and free)", "naaa", "insufficient votes", ()),
        ("many or (more and free)", "nyya", "vetoed", ("A",)),
        ("free or many", "nyya", "vetoed", ("A",)),
        ("last and more", "yyan", "tied", ()),
        ("not free", "yyyy", "vetoed", ()),
        ("more and free", "aaaa", "insufficient votes", ()),
    ],
)
def test_the_label_follows_the_roles(passes: str, cast: str, label: str, vetoed_by: tuple[str, ...]) -> None:
    used = {name: text for name, text in CLAUSES.items() if name in passes.replace("(", " ").replace(")", " ").split()}
    bound = body(SEATS, used, passes)
    clauses = tuple(
        replace(one, clause=replace(one.clause, role=ROLES[one.clause.name]))  # type: ignore[arg-type]
        for one in bound.clauses
    )
    rule = replace(bound.rule, clauses=tuple(one.clause for one in clauses))
    book = book_of(replace(bound, rule=rule, clauses=clauses))
    found = decide(book, RollCall("board", book.since, ballots=ballots(cast)))
    assert found.label == label
    if label != "vetoed" or vetoed_by:
        assert found.vetoed_by == vetoed_by


def test_what_stands_in_the_way_is_the_way_that_came_closest() -> None:
    bound = body(SEATS, {"many": "yes >= 4", "more": "yes > no"}, "many or more")
    tree = reasons(bound, profile(bound, ballots("ynaa")))
    assert gravity(tree) is Gravity.TIE
    assert [found.clause.name for found in standing_in_the_way(tree)] == ["more"]

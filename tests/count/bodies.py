"""Small random bodies, and the slow way to count: every profile listed. Only tests list profiles."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import product
from math import comb, prod
from typing import Any

from hypothesis import strategies as st

from psephos.body.ballots import STANDARD_CHOICES, Choices
from psephos.body.binding import BoundRule, bind
from psephos.body.language import ClauseReader
from psephos.body.members import Roster, Seat, Weight
from psephos.body.rules import And, Clause, Formula, Leaf, Not, Or, Rule, clause_names

DAY = date(2024, 1, 1)
READER = ClauseReader.build()
FEW = Choices(tuple(STANDARD_CHOICES.all[place] for place in (0, 1, 2, 6)))
"""In favour, against, abstaining, not voting: enough kinds of ballots for most laws."""

CONDITIONS = (
    "yes >= {n}",
    "no(a) = 0",
    "yes(a) = {n}",
    "yes[w] >= {p}% of members[w]",
    "yes[w] > no[w]",
    "yes > no",
    "yes = no",
    "yes >= 2/3 of (yes + no)",
    "yes[w] > 1/2 of (yes[w] + no[w])",
    "abstain(b) <= {n}",
    "members - yes < fewest(w > {p}%) + 1",
    "yes + no >= {n}",
    "yes[w] - no[w] = {n}",
    "yes(b)[w] >= {p}% of present(b)[w]",
    "2*yes[w] - 3*no(a) < {n}",
    "yes[v] > {p}% of members[v]",
)


def seat(name: str, weights: Sequence[int] = (1, 1), groups: str = "", count: int = 1, **other: Any) -> Seat:
    """A seat with the weights w and v."""
    values = {key: Weight(Fraction(value)) for key, value in zip("wv", weights, strict=True)}
    return Seat(name, name, groups=frozenset(groups), weights=values, count=count, **other)


def body(seats: Sequence[Seat], clauses: dict[str, str], passes: str | Formula, choices: Choices = FEW) -> BoundRule:
    """A rule on a roster, written in the language of clauses."""
    formula = READER.formula(passes) if isinstance(passes, str) else passes
    parts = tuple(Clause(name, READER.condition(text), "majority", "a test") for name, text in clauses.items())
    rule = Rule("board", "motion", "a motion", DAY, None, formula, parts)
    return bind(rule, Roster("board", DAY, tuple(seats)), choices)


def formulas(names: Sequence[str]) -> st.SearchStrategy[Formula]:
    """Formulas over clauses of those names."""
    leaves: st.SearchStrategy[Formula] = st.sampled_from(names).map(Leaf)
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
            inner.map(Not),
        ),
        max_leaves=5,
    )


@st.composite
def bodies(
    draw: st.DrawFn,
    votes: int = 6,
    weights: Sequence[int] = (1, 2, 3, 5, 9),
    *,
    benches: bool = True,
    free: bool = False,
) -> BoundRule:
    """A random rule on a random small roster that has the groups a and b; `free`: every seat may cast everything."""
    limits = [None] if free else [None, None, None, ("yes", "no"), ("no", "abstain", "not_voting"), ("yes",)]
    casts: st.SearchStrategy[tuple[str, ...] | None] = st.sampled_from(limits)
    counts = st.integers(1, 3) if benches else st.just(1)
    seats: list[Seat] = []
    while sum(one.count for one in seats) < votes and (len(seats) < 2 or draw(st.booleans())):
        weight = (draw(st.sampled_from(weights)), draw(st.sampled_from(weights)))
        group = ("a", "b", "ab", "")[draw(st.integers(0, 3))] + ("a" if not seats else "b" if len(seats) == 1 else "")
        seats.append(seat(f"s{len(seats)}", weight, group, draw(counts), casts=draw(casts)))
    texts = draw(st.lists(st.sampled_from(CONDITIONS), min_size=1, max_size=4))
    filled = [text.format(n=draw(st.integers(0, 5)), p=draw(st.sampled_from([20, 35, 50, 65]))) for text in texts]
    clauses = {f"c{number}": text for number, text in enumerate(filled)}
    return body(seats, clauses, draw(formulas(list(clauses))))


def adopts(bound: BoundRule, profile: Sequence[Sequence[int]]) -> bool:
    """The rule's outcome by the clauses' own comparison of their two sides (not by whole-number conditions)."""
    held = {name: bound.clause(name).holds(profile) for name in clause_names(bound.rule.passes)}
    return truth(bound.rule.passes, held)


def truth(formula: Formula, held: dict[str, bool]) -> bool:
    """A formula's truth when its clauses' are known."""
    match formula:
        case Leaf(clause=name):
            return held[name]
        case And(of=parts):
            return all(truth(part, held) for part in parts)
        case Or(of=parts):
            return any(truth(part, held) for part in parts)
        case Not(of=part):
            return not truth(part, held)


def divisions(votes: int, choices: Sequence[int], width: int) -> Iterator[tuple[int, ...]]:
    """Every way to divide votes among choices, as a row of a profile (each once)."""
    for counts in product(range(votes + 1), repeat=len(choices)):
        if sum(counts) == votes:
            row = [0] * width
            for choice, number in zip(choices, counts, strict=True):
                row[choice] = number
            yield tuple(row)


def completed(
    bound: BoundRule,
    known: Sequence[Sequence[int]],
    open_votes: Sequence[int],
    tally: Sequence[int] | None,
) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every completion of what is known."""
    ids = bound.choices.ids
    options = []
    for place, number in zip(bound.roster.seats, open_votes, strict=True):
        named = bound.castable(place) if tally is None else (*(place.casts or ids), "not_voting")
        options.append(list(divisions(number, [c for c, one in enumerate(ids) if one in named], len(ids))))
    for added in product(*options):
        if tally is None or [sum(column) for column in zip(*added, strict=True)] == list(tally):
            yield tuple(
                tuple(a + b for a, b in zip(row, more, strict=True)) for row, more in zip(known, added, strict=True)
            )


def ways(row: Sequence[int]) -> int:
    """In how many ways single votes make up a row."""
    left, found = sum(row), 1
    for number in row:
        found *= comb(left, number)
        left -= number
    return found


def weight(profile: Sequence[Sequence[int]]) -> int:
    """How many profiles of single votes look like this one."""
    return prod(ways(row) for row in profile)


def listed(bound: BoundRule, choices: Sequence[str] | None = None) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every profile of those choices (all that is castable, if none are named)."""
    ids = bound.choices.ids
    options = []
    for one in bound.roster.seats:
        can = bound.castable(one) if choices is None else [c for c in one.casts or ids if c in choices]
        options.append(list(divisions(one.count, [c for c, name in enumerate(ids) if name in can], len(ids))))
    yield from product(*options)

"""Small bodies with roles, for the laws of deciding: a random rule, its rulebook, and ballots to decide."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

from hypothesis import strategies as st

from psephos.body.binding import BoundRule
from psephos.body.book import Rulebook
from psephos.body.members import Register, Tenure
from psephos.body.names import Names
from psephos.body.rules import ROLES
from psephos.calls.rollcall import RollCall
from psephos.decide.verdict import Verdict, decide
from tests.count.bodies import DAY, bodies

Ballots = Mapping[str, str]


def book_of(bound: BoundRule) -> Rulebook:
    """A rulebook whose one rule and roster are these."""
    register = Register("board", tuple(Tenure(seat, None, None) for seat in bound.roster.seats))
    return Rulebook(
        "board", "Board", "Board", (), "", date(2024, 12, 31), DAY, None, "motion", bound.choices, {}, register,
        (bound.rule,), (), Names.of(()), "0", "board.toml",
    )  # fmt: skip


@st.composite
def boards(draw: st.DrawFn, votes: int = 5, *, benches: bool = False) -> BoundRule:
    """A random rule whose clauses have all kinds of roles, on a small roster."""
    bound = draw(bodies(votes, benches=benches))
    clauses = tuple(
        replace(one, clause=replace(one.clause, role=draw(st.sampled_from(ROLES)))) for one in bound.clauses
    )
    rule = replace(bound.rule, clauses=tuple(one.clause for one in clauses))
    return replace(bound, rule=rule, clauses=clauses)


def ballots(bound: BoundRule) -> st.SearchStrategy[dict[str, str]]:
    """A ballot for every seat that may cast one."""
    return st.fixed_dictionaries({seat.id: st.sampled_from(bound.castable(seat)) for seat in bound.roster.seats})


def decided(bound: BoundRule, cast: Mapping[str, str]) -> Verdict:
    """The verdict on these ballots; whoever is not named is open."""
    return decide(book_of(bound), RollCall("board", DAY, ballots=cast))


def completed(bound: BoundRule, cast: Ballots) -> Iterator[dict[str, str]]:
    """Every way to fill in the ballots that are not named."""
    left = [seat for seat in bound.roster.seats if seat.id not in cast]
    for choices in product(*(bound.castable(seat) for seat in left)):
        yield {**cast, **{seat.id: choice for seat, choice in zip(left, choices, strict=True)}}


def profile(bound: BoundRule, cast: Ballots) -> Sequence[Sequence[int]]:
    """The ballots as votes, seat by seat."""
    return [
        [seat.count if choice == cast[seat.id] else 0 for choice in bound.choices.ids] for seat in bound.roster.seats
    ]

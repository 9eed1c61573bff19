"""What partial knowledge of a vote forces, what it leaves open, and what cannot all be true.

Statements, the members of the day, one ballot a seat and the rule together often fix ballots that no source names.
Every conclusion names the statements it rests on: an irreducible set, of which none can be dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook
from psephos.errors import UsageError
from psephos.explore.deduce_choices import Domain
from psephos.explore.deduce_days import Sitting, sittings
from psephos.explore.deduce_proofs import Solver
from psephos.explore.deduce_standings import conclude
from psephos.explore.deduce_terms import World, check_names
from psephos.explore.deduced import BallotStanding, Deduction, Fact, Proof, Standing
from psephos.explore.statements import Span, Statement, distinct_ids

__all__ = ["BallotStanding", "Deduction", "Fact", "Proof", "Sitting", "Standing", "deduce", "deduce_in", "sittings"]


def deduce(
    body: Rulebook | str | Path,
    statements: Iterable[Statement],
    *,
    day: date | None = None,
    days: Iterable[date | Span] | None = None,
    decision: str | None = None,
    variants: Sequence[str] = (),
    choices: Sequence[str] | None = None,
    smallest: bool = False,
) -> Deduction:
    """Which ballots are stated, forced, possible or contradictory, and on which days can the vote have been?

    Every seat casts exactly one choice; nothing else is assumed of what no statement says. What members usually do
    is not modelled, and no name is guessed.

    Args:
        body: the rulebook, or its id or path.
        statements: what is known of the vote, each with its own id. Their order decides which of several proofs is
            given: of what suffices, what stands later is kept (the outcome only where nothing else does).
        day: the day of the vote, if it is certain.
        days: the days it may have been; without `day` and `days`, all that the rulebook covers. A statement `OnDays`
            can be part of a proof, these arguments cannot.
        decision: the kind of decision; None takes the body's default.
        variants: facts of the call by which another rule applies.
        choices: which choices are told apart; no others are considered. Without it all of the body's, with the ways
            of not voting as one, `not_voting`. Naming `absent`, say, beside `not_voting` tells it apart from the
            other ways.
        smallest: look for a smallest set of statements in every proof (the first in order, if there are several),
            and say whether it is proved to be one.

    Raises:
        UsageError: two statements of one id, an unknown member, group, choice or label, a seat with nothing to cast.
        DayNotCovered: the rule needs a weight that is not stated for one of the days that members leave.
        BudgetError: very many unlike members under several conditions.

    Cost: 15 seats, all standings and proofs: about 10 ms, and 0.1 s where every day since 1946 comes into question;
    27 unlike members with weights: half a second; 190: seconds.

    Examples:
        >>> from psephos.explore.statements import Cast, Counted, VetoedBy
        >>> found = deduce(
        ...     "unsc",
        ...     [
        ...         Counted.exactly("tally", "yes", 10),
        ...         Cast("against", "ARE", ("no",)),
        ...         Cast("first", "BRA", ("abstain",)),
        ...         Cast("second", "MOZ", ("abstain",)),
        ...         VetoedBy("veto", ("CHN", "RUS")),
        ...     ],
        ... )
        >>> [(str(span.first), str(span.last)) for span in found.days], found.remaining
        ([('2023-01-01', '2023-12-31')], 1)
        >>> found.ballot("FRA").standing, found.ballot("FRA").choices, found.ballot("FRA").because
        ('forced', ('yes',), ('tally', 'against', 'first', 'second', 'veto'))
    """
    book = body if isinstance(body, Rulebook) else rulebook(body)
    sat = sittings(book, day=day, days=days, decision=decision, variants=variants)
    return deduce_in(book, sat, statements, choices=choices, smallest=smallest)


def deduce_in(
    book: Rulebook,
    sat: Sequence[Sitting],
    statements: Iterable[Statement],
    *,
    choices: Sequence[str] | None = None,
    smallest: bool = False,
) -> Deduction:
    """The same on sittings made before (`sittings`), to deduce again and again, or on rosters of your own.

    Raises:
        UsageError, DayNotCovered, BudgetError: as `deduce`.
    """
    given = distinct_ids(statements)
    if not sat:
        raise UsageError("no sitting is given; make them with `sittings`")
    domain = Domain.of(book.choices, choices)
    worlds = World.every(book, sat, domain, given)
    check_names(worlds, given)
    return conclude(Solver(worlds, given), smallest=smallest)

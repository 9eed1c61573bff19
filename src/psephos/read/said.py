"""What a text states, as statements for the deduction; and who can have sat when it was voted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook
from psephos.errors import PsephosError
from psephos.explore.deduce import Deduction, Sitting, deduce_in, sittings
from psephos.explore.statements import EVERYONE, AllCast, Cast, Counted, NotCast, Scope, Span, Statement
from psephos.read.sentences.facts import Fact
from psephos.read.votes.stated import Ballot, StatedVote

__all__ = [
    "LARGE",
    "candidates",
    "deduction_from",
    "is_blocked",
    "kept_rulebook",
    "members_of",
    "plain_choice",
    "statements_of",
]

_MONTH = timedelta(days=31)
_FEW_SITTINGS = 6
LARGE = 60


@cache
def kept_rulebook(body: str) -> Rulebook:
    """A shipped rulebook, read once."""
    return rulebook(body)


@cache
def _sittings(body: str, first: date | None, last: date | None, decision: str | None) -> tuple[Sitting, ...]:
    book = kept_rulebook(body)
    days = None if first is None or last is None else [Span(first, last)]
    return sittings(book, days=days, decision=decision)


# --- who sat ----------------------------------------------------------------------------------------------------------


def candidates(
    vote: StatedVote, book: Rulebook, published: date | None, *, own: bool
) -> tuple[tuple[Sitting, ...], str | None]:
    """The sittings the vote can have been in, and the kind of decision if the text tells it."""
    decision = "procedural" if vote.kind == "procedural" and "procedural" in book.decisions else None
    first, last = vote.day, vote.day
    if first is None and published is not None and not vote.past:
        first, last = published - _MONTH, published
    try:
        found = (
            sittings(book, days=None if first is None or last is None else [Span(first, last)], decision=decision)
            if own
            else _sittings(book.id, first, last, decision)
        )
    except PsephosError:
        return (), decision
    if published is not None and first is None:
        found = tuple(one for one in found if one.spans[0].first <= published)
    if vote.past and published is not None and vote.day is None:
        return _with_all(vote, found), decision
    return found if vote.day or first else _with_all(vote, found), decision


def _with_all(vote: StatedVote, found: Sequence[Sitting]) -> tuple[Sitting, ...]:
    """Only the sittings in which all the members named took part."""
    named = {ballot.member for ballot in vote.ballots}
    fitting = tuple(one for one in found if named <= set(one.roster.ids))
    return fitting or tuple(found)


def members_of(vote: StatedVote, sat: Sequence[Sitting]) -> frozenset[str]:
    """Every member that sat in one of these sittings."""
    if not sat:
        return frozenset(ballot.member for ballot in vote.ballots)
    return frozenset(member for one in sat for member in one.roster.ids)


# --- statements and deduction -----------------------------------------------------------------------------------------


def statements_of(vote: StatedVote, ballots: Sequence[Ballot], sat: Sequence[Sitting]) -> Iterator[Statement]:
    """What the text states, for the deduction: ballots, figures, and what closes a class."""
    for number, ballot in enumerate(ballots):
        choices = tuple(plain_choice(choice) for choice in ballot.choices)
        yield Cast(f"ballot-{number}", ballot.member, choices, (ballot.start, ballot.end))
    for figure in vote.figures:
        if figure.choice in {"yes", "no", "abstain"}:
            yield Counted.exactly(
                f"figure-{figure.choice}", figure.choice, figure.number, evidence=(figure.start, figure.end)
            )
    if vote.unanimous is not None and vote.unanimous.name == "unanimous" and not ballots:
        yield AllCast("unanimous", ("yes",), EVERYONE, evidence=(vote.unanimous.start, vote.unanimous.end))
    yield from _closures(vote, ballots, sat)
    yield from _groups(vote, sat)


def plain_choice(choice: str) -> str:
    """The choice as the deduction tells choices apart: the ways of not voting are one."""
    return choice if choice in {"yes", "no", "abstain"} else "not_voting"


def is_blocked(vote: StatedVote) -> bool:
    """Is there a clause that was not fully understood, so that nothing may be closed?"""
    return any(not fact.weak for fact in vote.unread)


def _closures(vote: StatedVote, ballots: Sequence[Ballot], sat: Sequence[Sitting]) -> Iterator[Statement]:
    if is_blocked(vote):
        return
    open_lists = bool(vote.unread)
    sure = [ballot for ballot in ballots if len(ballot.choices) == 1]
    for number, fact in enumerate(vote.closed):
        cast = {ballot.member for ballot in sure if ballot.choices == (fact.choice,)}
        if (
            not open_lists
            and vote.figure(fact.choice) is None
            and len(sure) == len(ballots)
            and fact.choice in {"yes", "no", "abstain"}
        ):
            yield Counted.exactly(f"closed-{number}", fact.choice, len(cast), evidence=(fact.start, fact.end))
    rests = {fact.choice for fact in vote.rest}
    if (
        len(rests) == 1
        and vote.rest[0].choice in {"yes", "no", "abstain"}
        and (vote.rest[0].production != "remainder" or ballots or vote.figures)  # others than whom?
        and _all_accounted(vote, ballots, sat)
        and not (open_lists and vote.rest[0].number is None)
    ):
        fact = vote.rest[0]
        yield from _left_out(fact, ballots)
        if not fact.persons and _counted_only(vote, sure, fact.choice):
            # "Eight voted in favour, the rest abstained": the rest are those neither named nor counted.
            yield from _others_closed(vote, sure, fact)
            return
        yield AllCast("others", (fact.choice,), Scope(unnamed=True), evidence=(fact.start, fact.end))


def _left_out(rest: Fact, ballots: Sequence[Ballot]) -> Iterator[Statement]:
    """Reads "all members except Russia voted in favour": Russia did not."""
    told = {ballot.member for ballot in ballots}
    for number, person in enumerate(rest.persons):
        if person.codes and person.codes[0] not in told:
            yield NotCast(f"except-{number}", person.codes[0], (rest.choice,), (person.start, person.end))


def _counted_only(vote: StatedVote, sure: Sequence[Ballot], rest: str) -> bool:
    """Is there a figure for another choice, of voters that the text does not all name?"""
    for choice in ("yes", "no", "abstain"):
        number = vote.figure(choice)
        named = {ballot.member for ballot in sure if ballot.choices == (choice,)}
        if choice != rest and number is not None and number > len(named):
            return True
    return False


def _others_closed(vote: StatedVote, sure: Sequence[Ballot], rest: Fact) -> Iterator[Statement]:
    for choice in ("yes", "no", "abstain"):
        if choice != rest.choice and vote.figure(choice) is None:
            cast = {ballot.member for ballot in sure if ballot.choices == (choice,)}
            yield Counted.exactly(f"rest-{choice}", choice, len(cast), evidence=(rest.start, rest.end))


def _all_accounted(vote: StatedVote, ballots: Sequence[Ballot], sat: Sequence[Sitting]) -> bool:
    """Do those named and "the other ten" make up the whole body?"""
    fact = vote.rest[0]
    if fact.number is None:
        return True
    others = {ballot.member for ballot in ballots if fact.choice not in ballot.choices}
    same = {ballot.member for ballot in ballots if fact.choice in ballot.choices}
    return any(one.roster.size - len(others) - fact.number in range(len(same) + 1) for one in sat)


def _groups(vote: StatedVote, sat: Sequence[Sitting]) -> Iterator[Statement]:
    """Reads "the three African members": who they are, if as many sat."""
    for number, fact in enumerate(vote.groups):
        if not sat or any(fact.group not in one.roster.groups for one in sat):
            continue
        sizes = {sum(fact.group in seat.groups for seat in one.roster.seats) for one in sat}
        if fact.number in sizes and len(sizes) == 1:
            yield AllCast(f"group-{number}", (fact.choice,), Scope(group=fact.group), evidence=(fact.start, fact.end))
        elif fact.number is not None and all(fact.number <= size for size in sizes):
            yield Counted(
                f"group-{number}",
                (fact.choice,),
                fact.number,
                0 if fact.number == 0 else None,
                of=Scope(group=fact.group),
                evidence=(fact.start, fact.end),
            )


def deduction_from(book: Rulebook, sat: Sequence[Sitting], statements: Sequence[Statement]) -> Deduction | None:
    """What follows; None where nothing can (no roster, or far too little said)."""
    if not sat or not statements or len(sat) > _FEW_SITTINGS:
        return None
    if sat[0].roster.size > LARGE and not _could_follow(sat, statements):
        return None
    try:
        return deduce_in(book, sat, statements)
    except PsephosError:
        return None


def _could_follow(sat: Sequence[Sitting], statements: Sequence[Statement]) -> bool:
    """In a large body: do the figures add up to all members, or is a class closed?"""
    counted = {one.choices: one.most or 0 for one in statements if isinstance(one, Counted) and one.of == EVERYONE}
    if any(isinstance(one, AllCast) for one in statements):
        return True
    return sum(counted.values()) >= min(one.roster.size for one in sat)

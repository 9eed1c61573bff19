"""What comes of a deduction, as frozen values without words: the standing of every ballot, its proof, what remains."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from psephos.body.members import Roster
from psephos.errors import UsageError
from psephos.explore.deduce_days import Sitting
from psephos.explore.statements import Span, Statement

__all__ = ["BallotStanding", "Deduction", "Fact", "FactKind", "Proof", "Standing"]

Standing = Literal["stated", "forced", "possible", "contradictory"]
FactKind = Literal["seats", "group", "clause", "sat", "choices"]


@dataclass(frozen=True, slots=True)
class Fact:
    """What a proof takes from the rulebook and not from a statement.

    `seats`: each of so many seats casts exactly one of the choices considered; `group`: who belongs to the group
    `name`; `clause`: the clause `name` of the rule; `sat`: who sat on which day; `choices`: what the seat can cast
    at all.
    """

    kind: FactKind
    name: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Proof:
    """The statements (by id) and facts from which something follows; no statement can be dropped.

    `smallest`: it is proved that no smaller set of statements does. For a stated ballot the statements are all
    those that say so, each by itself.
    """

    statements: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    smallest: bool = False


@dataclass(frozen=True, slots=True)
class BallotStanding:
    """How does one member's ballot stand?

    `stated`: a statement says so. `forced`: every alternative contradicts the statements of `proof`. `possible`:
    several choices are left, or it is not certain that the member sat (`sat` False). `contradictory`: a statement
    about this ballot cannot be true together with the others of `proof`. A bench of anonymous seats (`votes` above
    1) is forced when all its votes are cast alike; else `choices` are those that some of its votes may be.
    """

    member: str
    choices: tuple[str, ...]
    standing: Standing
    proof: Proof | None = None
    votes: int = 1
    sat: bool = True

    @property
    def because(self) -> tuple[str, ...]:
        """The statements that the standing rests on."""
        return self.proof.statements if self.proof else ()


@dataclass(frozen=True, slots=True)
class Deduction:
    """What follows from a set of statements about one vote?

    `conflict` names statements that cannot all be true; then nothing is forced, and `ballots` say which are
    contradictory. `remaining` is the exact number of roll calls left, told apart by the choices considered (None
    where ways of not voting make a difference to the rule and are too many to tell apart); roll calls of different
    sittings count apart. `days` are the days left, `sittings` who voted on them under which rule.
    """

    statements: tuple[Statement, ...]
    ballots: tuple[BallotStanding, ...]
    conflict: Proof | None
    remaining: int | None
    days: tuple[Span, ...]
    sittings: tuple[Sitting, ...] = field(repr=False)

    @property
    def consistent(self) -> bool:
        """Can all statements be true?"""
        return self.conflict is None

    @property
    def rosters(self) -> tuple[Roster, ...]:
        """Who may have voted."""
        return tuple(sitting.roster for sitting in self.sittings)

    def ballot(self, member: str) -> BallotStanding:
        """The standing of one member's ballot, by code.

        Raises:
            UsageError: no ballot of that code.
        """
        for ballot in self.ballots:
            if ballot.member == member:
                return ballot
        raise UsageError(f"no ballot of '{member}'; there are those of {', '.join(one.member for one in self.ballots)}")

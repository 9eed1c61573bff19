"""What the commands share: the options that describe a vote, and how what was typed is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from cyclopts import Parameter

from psephos.calls.rollcall import Ballot, RollCall, Tally, ballots_of
from psephos.errors import UsageError

__all__ = ["Files", "Flag", "Json", "Members", "Vote", "split", "the_day"]

Members = Annotated[list[str] | None, Parameter(negative=())]
Flag = Annotated[bool, Parameter(negative=())]
Files = Annotated[list[str], Parameter(allow_leading_hyphen=True)]
"""Paths, and - for the standard input."""
Json = Annotated[bool, Parameter(name="--json", negative=())]


@Parameter(name="*")
@dataclass(frozen=True)
class Vote:
    """The ballots of one vote as typed.

    Parameters
    ----------
    on
        The day of the vote, 2023-10-25. Without it: today.
    yes
        Who voted in favour.
    no
        Who voted against.
    abstain
        Who abstained.
    absent
        Who was absent.
    present_only
        Who answered "present" and did not vote.
    not_participating
        Who took no part in the vote.
    others
        What every member not named cast. Without it they are open.
    ballot
        Any other ballot: member=choice, or seats=yes:50/no:48 for anonymous seats.
    tally
        A bare tally, yes=353,no=310,abstain=42. Seats it does not account for count as not voting.
    open_seats
        How many seats of the tally have not voted yet.
    decision
        The kind of decision (see: psephos bodies BODY). Without it: the body's default.
    variant
        A fact that makes another rule apply, such as on-request.
    participants
        Who takes part at all; the others do not count as members. A group's name stands for its members.
    opt_out
        Who does not take part at all.
    vacant
        Vacant seats: senators=2.
    parties
        Parties to the dispute; said in a remark, their ballots count as cast.
    without_a_vote
        It was adopted by consensus or acclamation.
    """

    on: str | None = None
    yes: Members = None
    no: Members = None
    abstain: Members = None
    absent: Members = None
    present_only: Members = None
    not_participating: Members = None
    others: str | None = None
    ballot: Members = None
    tally: str | None = None
    open_seats: Annotated[int, Parameter(name="--open")] = 0
    decision: str | None = None
    variant: Members = None
    participants: Members = None
    opt_out: Members = None
    vacant: Members = None
    parties: Members = None
    without_a_vote: Flag = False

    def call(self, body: str) -> RollCall:
        """The roll call that was typed."""
        return RollCall(
            body,
            the_day(self.on),
            self.decision,
            split(self.variant),
            self._ballots(),
            others=self.others,
            tally=None if self.tally is None else Tally(_counts(self.tally, "--tally")),
            open=self.open_seats,
            participants=None if self.participants is None else split(self.participants),
            opt_out=None if self.opt_out is None else split(self.opt_out),
            vacant=_counts(",".join(split(self.vacant)), "--vacant"),
            parties=split(self.parties),
            method="without a vote" if self.without_a_vote else "",
        )

    def _ballots(self) -> dict[str, Ballot]:
        listed: Mapping[str, list[str] | None] = {
            "yes": self.yes,
            "no": self.no,
            "abstain": self.abstain,
            "absent": self.absent,
            "present_only": self.present_only,
            "not_participating": self.not_participating,
        }
        ballots = ballots_of({choice: split(members) for choice, members in listed.items()})
        for text in split(self.ballot):
            member, equals, choice = text.partition("=")
            if not equals:
                raise UsageError(f"--ballot '{text}': write member=choice, or seats=yes:50/no:48")
            if member in ballots:
                raise UsageError(f"{member} is named twice; give each member one ballot")
            ballots[member] = _bench(choice) if ":" in choice else choice
        return ballots


def _bench(text: str) -> dict[str, int]:
    return _counts(text.replace("/", ",").replace(":", "="), "--ballot")


def the_day(text: str | None) -> date:
    """The day that was typed; without one, today."""
    if text is None:
        return date.today()  # noqa: DTZ011 -- the day where the person sits is what "today" means
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"'{text}' is no day; write it as 2023-10-25") from None


def split(listed: Sequence[str] | None) -> tuple[str, ...]:
    """The words of a repeated option whose values are separated by commas."""
    return tuple(word.strip() for text in listed or () for word in text.split(",") if word.strip())


def _counts(text: str, option: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for part in (part.strip() for part in text.split(",") if part.strip()):
        name, _, number = part.partition("=")
        if not (name.strip() and number.strip().isdecimal()):
            raise UsageError(f"{option} '{part}': write a name and a number, such as yes=353")
        if name.strip() in counts:
            raise UsageError(f"{option}: '{name.strip()}' is given twice")
        counts[name.strip()] = int(number)
    return counts

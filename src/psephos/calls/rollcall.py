"""One vote as it was recorded: the motion, the day, the ballots, and what the record says came of it.

A `RollCall` keeps what its source says, names as printed included; it decides nothing. Ballots are kept as announced
and as later corrected. A bare tally without names is a roll call too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from psephos.body.days import as_day
from psephos.errors import NamedTwice

__all__ = ["Ballot", "Meeting", "Method", "RollCall", "Tally", "ballots_of", "roll_call"]

Ballot = str | Mapping[str, int]
"""A choice for a named member; votes for each choice for anonymous seats."""

Method = Literal["", "show of hands", "recorded", "roll-call", "secret", "written", "without a vote"]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many ballots of each choice does a source state? A choice it does not mention is not in `counts`.

    Examples:
        >>> Tally.of(yes=10, no=3, abstain=2).total
        15
    """

    counts: Mapping[str, int] = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, **counts: int) -> Tally:
        """A tally from keyword arguments."""
        return cls(counts)

    @property
    def total(self) -> int:
        """All ballots together."""
        return sum(self.counts.values())

    def get(self, choice: str) -> int:
        """The ballots of one choice; 0 where the source does not mention it."""
        return self.counts.get(choice, 0)


@dataclass(frozen=True, slots=True)
class RollCall:
    """What does the record say of one vote?

    `ballots` are by member code (or, before they are matched with a roster, by any printed name). `others` is what
    every member not named cast; without it they are open. `tally` is a bare tally: it counts all seats that are not
    apart, the named ones included, and `open` of them are not decided yet; seats it does not account for count as not
    voting. `recorded_*` is what the source says came of the vote. `place` is the place among the votes of one
    meeting.

    Examples:
        >>> call = RollCall("unsc", date(2023, 10, 25), ballots={"CHN": "no", "RUS": "no"}, others="yes")
        >>> call.corrected().ballots["CHN"]
        'no'
    """

    body: str
    day: date
    decision: str | None = None
    variants: tuple[str, ...] = ()
    ballots: Mapping[str, Ballot] = field(default_factory=dict, hash=False)
    corrections: Mapping[str, str] = field(default_factory=dict, hash=False)
    others: str | None = None
    tally: Tally | None = None
    open: int = 0
    participants: tuple[str, ...] | None = None
    opt_out: tuple[str, ...] | None = None
    vacant: Mapping[str, int] = field(default_factory=dict, hash=False)
    parties: tuple[str, ...] = ()
    method: Method = ""
    id: str = ""
    meeting: str = ""
    place: int = 0
    symbol: str = ""
    revision: str = ""
    resolution: str = ""
    title: str = ""
    sponsors: tuple[str, ...] = ()
    recorded_tally: Tally | None = None
    recorded_outcome: Literal["", "adopted", "not adopted"] = ""
    recorded_label: str = ""
    printed_names: Mapping[str, str] = field(default_factory=dict, hash=False)
    source: str = ""
    rows: tuple[int, ...] = ()

    @property
    def without_a_vote(self) -> bool:
        """Was it adopted by consensus, acclamation or otherwise without a vote? That is not "all voted yes"."""
        return self.method == "without a vote"

    def corrected(self) -> RollCall:
        """The roll call with the later corrections of members in place of the ballots as announced."""
        return replace(self, ballots={**self.ballots, **self.corrections}, corrections={})


@dataclass(frozen=True, slots=True)
class Meeting:
    """Which rival drafts did one meeting vote on, in which order?"""

    body: str
    day: date
    symbol: str
    calls: tuple[RollCall, ...]

    @classmethod
    def of(cls, calls: Iterable[RollCall]) -> tuple[Meeting, ...]:
        """Gather roll calls by meeting and day, in voting order; calls without a meeting stand alone.

        Examples:
            >>> day = date(2023, 10, 25)
            >>> two = [RollCall("unsc", day, meeting="S/PV.9453", place=n, symbol=f"draft {n}") for n in (2, 1)]
            >>> [call.symbol for call in Meeting.of(two)[0].calls]
            ['draft 1', 'draft 2']
        """
        gathered: dict[tuple[str, date, str], list[RollCall]] = {}
        for number, call in enumerate(calls):
            gathered.setdefault((call.body, call.day, call.meeting or f"\0{number}"), []).append(call)
        ordered = ((key, tuple(sorted(group, key=lambda call: call.place))) for key, group in gathered.items())
        return tuple(cls(body, day, group[0].meeting, group) for (body, day, _), group in ordered)


def ballots_of(listed: Mapping[str, Iterable[str]]) -> dict[str, Ballot]:
    """Turn lists of members by choice into one ballot a member.

    Raises:
        NamedTwice: a member stands in two lists, or twice in one.

    Examples:
        >>> ballots_of({"no": ["CHN", "RUS"], "abstain": ["BRA"]})
        {'CHN': 'no', 'RUS': 'no', 'BRA': 'abstain'}
    """
    ballots: dict[str, Ballot] = {}
    for member, choice in _pairs(listed):
        if member in ballots:
            raise NamedTwice(f"{member} is named twice ({ballots[member]} and {choice}); give each member one ballot")
        ballots[member] = choice
    return ballots


def _pairs(listed: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Member and choice; a text is one member, never its letters."""
    named = ((choice, [members] if isinstance(members, str) else members) for choice, members in listed.items())
    return ((member, choice) for choice, members in named for member in members)


def roll_call(
    body: str,
    on: date | str,
    *,
    decision: str | None = None,
    others: str | None = None,
    tally: Mapping[str, int] | None = None,
    ballots: Mapping[str, Ballot] | None = None,
    **by_choice: Iterable[str],
) -> RollCall:
    """How is one vote written down by hand?

    Args:
        body: the id of the body.
        on: the day, as a date or in ISO form.
        decision: the kind of decision; None takes the body's default.
        others: what every member not named cast; without it they are open.
        tally: a bare tally, where names are not known.
        ballots: a choice a member, or votes for each choice of anonymous seats.
        **by_choice: for each choice (`yes`, `no`, `abstain`, ...) the members that cast it, or one member.

    Raises:
        NamedTwice: a member is given two ballots.
        UsageError: `on` is no day.

    Examples:
        >>> roll_call("unsc", "2020-01-10", abstain=["CHN", "RUS", "GBR", "USA"], others="yes").ballots["CHN"]
        'abstain'
    """
    gathered = ballots_of(by_choice)
    for member, ballot in (ballots or {}).items():
        if member in gathered:
            raise NamedTwice(f"{member} is named twice; give each member one ballot")
        gathered[member] = ballot
    counts = None if tally is None else Tally(dict(tally))
    return RollCall(body, as_day(on), decision, ballots=gathered, others=others, tally=counts)

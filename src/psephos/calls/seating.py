"""A roll call at its table: the printed names matched with the seats of the day, every ballot at its place.

A `Seating` is what counting and deciding work on: for each seat the votes known, the votes still open, and, where
only a tally is known, how the open votes divide in all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psephos.body.ballots import Choices
from psephos.body.binding import Integral
from psephos.body.book import Rulebook
from psephos.body.members import Roster, Seat
from psephos.calls.rollcall import Ballot, RollCall
from psephos.errors import NamedTwice, TallyError, UnknownChoice

__all__ = ["Seating", "seat_call"]


@dataclass(frozen=True, slots=True)
class Seating:
    """Who cast what, seat by seat?

    `known[i][c]` are the votes of seat i for choice c, `open_votes[i]` those not known. `tally[c]`, where given, says
    how many of the open votes of seats that are not apart went to choice c; `free` more of those votes are not in it,
    not cast yet. `assumed` counts seats that a bare tally does not account for (taken as not voting).
    """

    roster: Roster
    choices: Choices
    known: tuple[tuple[int, ...], ...]
    open_votes: tuple[int, ...]
    tally: tuple[int, ...] | None = None
    assumed: int = 0
    free: int = 0

    @property
    def undecided(self) -> int:
        """The votes of which nothing is known, not even from a tally."""
        if self.tally is None:
            return sum(self.open_votes)
        seats = zip(self.roster.seats, self.open_votes, strict=True)
        return self.free + sum(votes for seat, votes in seats if seat.apart)

    @property
    def complete(self) -> bool:
        """Is every ballot known?"""
        return not any(self.open_votes)

    @property
    def votes(self) -> tuple[int, ...]:
        """The votes for each choice, those known only from a tally included."""
        known = tuple(sum(column) for column in zip(*self.known, strict=True))
        return known if self.tally is None else tuple(a + b for a, b in zip(known, self.tally, strict=True))

    def conditions(self) -> tuple[Integral, ...]:
        """What the tally asks of a whole profile: exact numbers, or at least these while votes are still to be cast."""
        if self.tally is None:
            return ()
        ordinary = [
            bool(votes) and not seat.apart for seat, votes in zip(self.roster.seats, self.open_votes, strict=True)
        ]
        return tuple(
            Integral(
                tuple(tuple(int(inside and c == choice) for c in range(len(self.tally))) for inside in ordinary),
                ">=" if self.free else "=",
                count + sum(row[choice] for row, inside in zip(self.known, ordinary, strict=True) if inside),
            )
            for choice, count in enumerate(self.tally)
        )

    def ballot(self, seat: int) -> str | None:
        """The choice of a seat that cast all its votes alike; None if open or divided."""
        cast = [choice for choice, number in zip(self.choices.ids, self.known[seat], strict=True) if number]
        return cast[0] if len(cast) == 1 and not self.open_votes[seat] else None


def seat_call(book: Rulebook, call: RollCall) -> Seating:
    """Which seat of the day cast which ballot of this roll call?

    Later corrections are not applied; pass `call.corrected()` for them.

    Raises:
        DayNotCovered, UnknownMember, NotSeated, NamedTwice, UnknownChoice, TallyError: each says where and what to do.

    Cost: proportional to the seats.
    """
    roster = book.roster(call.day, participants=call.participants, opt_out=call.opt_out, vacant=call.vacant)
    _check_open(call)
    named = _named(book, call, roster)
    known, open_votes = [], []
    _check_others(call, roster, named, book.choices)
    for seat in roster.seats:
        row, left = _row(seat, named.get(seat.id, {}), call, book.choices)
        known.append(row)
        open_votes.append(left)
    seating = Seating(roster, book.choices, tuple(known), tuple(open_votes))
    return seating if call.tally is None else _with_tally(seating, call)


def _named(book: Rulebook, call: RollCall, roster: Roster) -> Mapping[str, Ballot]:
    named: dict[str, Ballot] = {}
    printed: dict[str, str] = {}
    for member, ballot in call.ballots.items():
        seat = book.names.seat(member, roster)
        if seat.id in named:
            raise NamedTwice(f"{printed[seat.id]} and {member} are the same member, {seat.id}; give it one ballot")
        named[seat.id], printed[seat.id] = ballot, member
    return named


def _check_open(call: RollCall) -> None:
    if call.open < 0:
        raise TallyError(f"{call.open} open seats; give 0 or more")
    if call.open and call.tally is None:
        raise TallyError(
            f"{call.open} open seats are counted beside a tally; give the tally too, or leave the number out: "
            "without a tally every seat not named is open"
        )


def _check_others(call: RollCall, roster: Roster, named: Mapping[str, Ballot], choices: Choices) -> None:
    """What the others cast must be castable by one of them at least; those who cannot cast it are open."""
    if call.others is None:
        return
    choices.index(call.others)
    if call.tally is not None:
        raise TallyError(
            "a tally and what the others cast are given; leave one out: whoever the tally does not count is not voting"
        )
    others = [seat for seat in roster.seats if seat.id not in named and not seat.apart]
    if others and not any(_can_cast(seat, call.others) for seat in others):
        offer = ", ".join(dict.fromkeys(choice for seat in others for choice in seat.casts or choices.ids))
        raise UnknownChoice(f"no other member can cast '{call.others}'; they may cast {offer}")


def _can_cast(seat: Seat, choice: str) -> bool:
    return seat.casts is None or choice in (*seat.casts, "not_voting")


def _row(seat: Seat, ballot: Ballot, call: RollCall, choices: Choices) -> tuple[tuple[int, ...], int]:
    """The known votes of a seat, and how many of its votes are open."""
    counts = {ballot: seat.count} if isinstance(ballot, str) else dict(ballot)
    for choice, number in counts.items():
        choices.index(choice)
        if number and not _can_cast(seat, choice):
            raise UnknownChoice(f"{seat.name} cannot cast '{choice}'; it may cast {', '.join(seat.casts or ())}")
    given = sum(counts.values())
    if given > seat.count or any(number < 0 for number in counts.values()):
        raise TallyError(f"{given} votes for the {seat.count} of {seat.name}; give at most {seat.count}")
    left = seat.count - given
    if left and call.others and not seat.apart and call.tally is None and _can_cast(seat, call.others):
        counts[call.others] = counts.get(call.others, 0) + left
        left = 0
    return tuple(counts.get(choice, 0) for choice in choices.ids), left


def _with_tally(seating: Seating, call: RollCall) -> Seating:
    """Let the tally say how the open votes divide: those of the seats that are not apart."""
    stated = _stated(seating, call)
    ordinary = [number for number, seat in enumerate(seating.roster.seats) if not seat.apart]
    left = {
        choice: count - sum(seating.known[seat][place] for seat in ordinary)
        for place, (choice, count) in enumerate(zip(seating.choices.ids, stated, strict=True))
    }
    room = sum(seating.open_votes[seat] for seat in ordinary)
    short = [
        choice for choice, count in left.items() if count < 0 and choice in (call.tally.counts if call.tally else {})
    ]
    if short:
        raise TallyError(f"more members are named for '{short[0]}' than the tally counts; mend one of them")
    remaining = {choice: max(count, 0) for choice, count in left.items()}
    accounted = sum(remaining.values()) + call.open
    if accounted > room:
        size = sum(seating.roster.seats[seat].count for seat in ordinary)
        weights = " or ".join(seating.roster.weights)
        remedy = f"a tally counts seats, not {weights}: name the members instead" if weights else "mend the tally"
        raise TallyError(
            f"the tally and the open seats come to {size - room + accounted}, but {size} seats vote on {call.day}; "
            f"{remedy}"
        )
    remaining["not_voting"] = remaining.get("not_voting", 0) + room - accounted
    return _spread(
        seating, ordinary, tuple(remaining[choice] for choice in seating.choices.ids), call.open, room - accounted
    )


def _stated(seating: Seating, call: RollCall) -> tuple[int, ...]:
    counts = call.tally.counts if call.tally else {}
    for choice, number in counts.items():
        seating.choices.index(choice)
        if number < 0:
            raise TallyError(f"{number} votes for '{choice}'; a tally counts from 0")
    return tuple(counts.get(choice, 0) for choice in seating.choices.ids)


def _spread(seating: Seating, ordinary: list[int], tally: tuple[int, ...], still_open: int, assumed: int) -> Seating:
    """Give the tally to its seat where only one can have it; else keep it as a tally of the open seats."""
    open_seats = [seat for seat in ordinary if seating.open_votes[seat]]
    alone = [choice for choice, count in enumerate(tally) if count]
    known, open_votes = list(seating.known), list(seating.open_votes)
    if len(open_seats) == 1:
        seat = open_seats[0]
        known[seat] = tuple(a + b for a, b in zip(known[seat], tally, strict=True))
        open_votes[seat] = still_open
        return Seating(seating.roster, seating.choices, tuple(known), tuple(open_votes), None, assumed)
    if len(alone) == 1 and not still_open:
        for seat in open_seats:
            known[seat] = tuple(n + (open_votes[seat] if c == alone[0] else 0) for c, n in enumerate(known[seat]))
            open_votes[seat] = 0
        return Seating(seating.roster, seating.choices, tuple(known), tuple(open_votes), None, assumed)
    benches = [seating.roster.seats[seat].id for seat in open_seats if seating.roster.seats[seat].count > 1]
    if len(benches) > 1 and (still_open or len(open_seats) < sum(map(bool, open_votes))):
        raise TallyError(
            f"a tally with open seats besides cannot be divided among {', '.join(benches)}; give each its own counts, "
            f"such as --ballot {benches[0]}=yes:1/no:0"
        )
    if not open_seats or not alone:
        return Seating(seating.roster, seating.choices, seating.known, seating.open_votes, None, assumed)
    return Seating(seating.roster, seating.choices, tuple(known), tuple(open_votes), tally, assumed, still_open)

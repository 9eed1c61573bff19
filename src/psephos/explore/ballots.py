"""The ballots of a complete vote as blocks of votes cast alike, and what each of them may become at what cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from psephos.body.binding import BoundRule
from psephos.body.book import Rulebook
from psephos.calls.seating import Seating
from psephos.errors import NamedTwice, UnknownMember, UsageError
from psephos.explore.numbers import exact_number

__all__ = ["Block", "Cost", "Permitted", "blocks_of", "permitted"]

Cost = int | float | str | Fraction
"""A price, 0 or more; text is read exactly ("1/3", "0.1"), and a float as it prints."""


@dataclass(frozen=True, slots=True)
class Block:
    """Votes of one seat that were cast alike, and what each may become.

    `moves` pairs other choices with their prices, in whole units (`Permitted.unit` of them make 1). Votes of an
    anonymous bench are one block for each choice cast; a named member is a block of one.
    """

    seat: int
    choice: int
    votes: int
    bench: bool
    moves: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Permitted:
    """Which ballots may change, into what, and at what price: the answer to "may this seat's vote become that"?

    `into` maps a choice to the choices it may become (None: anything the seat can cast); `kept` are seats whose ballots
    stay; `prices` are by seat and choice, 1 where none is given, in units of `1/unit`.
    """

    into: Mapping[int, frozenset[int]] | None
    kept: frozenset[int]
    prices: Mapping[tuple[int, int], int]
    unit: int

    def price(self, seat: int, choice: int) -> int:
        """What changing to that choice costs."""
        return self.prices.get((seat, choice), self.unit)

    @property
    def alike(self) -> bool:
        """Does every change cost the same?"""
        return not self.prices


def permitted(
    book: Rulebook,
    bound: BoundRule,
    *,
    changes: Mapping[str, Iterable[str]] | None = None,
    keep: Iterable[str] = (),
    costs: Mapping[str, Cost | Mapping[str, Cost]] | None = None,
) -> Permitted:
    """Read which changes are allowed, members by any printed name; a group's name stands for its members.

    Raises:
        UsageError: an unknown member or choice, a member priced twice, a price below 0 or none at all.
    """
    choices = bound.choices
    into = None if changes is None else {choices.index(old): _places(bound, new) for old, new in changes.items()}
    if into is not None and not any(into.values()):
        raise UsageError("no change is permitted; name at least one, such as yes to abstain")
    kept = frozenset(place for member in keep for place in _places_of(book, bound, member))
    priced = _priced(book, bound, costs or {})
    unit = lcm(*(price.denominator for price in priced.values()))
    return Permitted(into, kept, {key: int(price * unit) for key, price in priced.items()}, unit)


def blocks_of(bound: BoundRule, seating: Seating, allowed: Permitted) -> tuple[Block, ...]:
    """The votes of every seat, gathered by choice, with what each may become."""
    return tuple(
        Block(place, choice, votes, seat.count > 1, _moves(bound, place, choice, allowed))
        for place, (seat, row) in enumerate(zip(bound.roster.seats, seating.known, strict=True))
        for choice, votes in enumerate(row)
        if votes
    )


def _moves(bound: BoundRule, place: int, choice: int, allowed: Permitted) -> tuple[tuple[int, int], ...]:
    if place in allowed.kept:
        return ()
    castable = _places(bound, bound.castable(bound.roster.seats[place])) - {choice}
    wanted = castable if allowed.into is None else castable & allowed.into.get(choice, frozenset())
    return tuple((to, allowed.price(place, to)) for to in sorted(wanted))


def _places(bound: BoundRule, names: Iterable[str]) -> frozenset[int]:
    return frozenset(bound.choices.index(name) for name in names)


def _places_of(book: Rulebook, bound: BoundRule, member: str) -> tuple[int, ...]:
    """The seats that a member's or a group's name stands for."""
    try:
        seats = bound.roster.group(member)
    except UnknownMember:
        seats = (book.names.seat(member, bound.roster),)
    return tuple(bound.roster.ids.index(seat.id) for seat in seats)


def _priced(
    book: Rulebook, bound: BoundRule, costs: Mapping[str, Cost | Mapping[str, Cost]]
) -> Mapping[tuple[int, int], Fraction]:
    found: dict[tuple[int, int], Fraction] = {}
    for member, cost in costs.items():
        by_choice = cost if isinstance(cost, Mapping) else dict.fromkeys(bound.choices.ids, cost)
        for seat in _places_of(book, bound, member):
            if any(place == seat for place, _ in found):
                raise NamedTwice(f"{bound.roster.seats[seat].name} is given two prices; give each member one")
            for choice, price in by_choice.items():
                found[seat, bound.choices.index(choice)] = _price(price, member)
    return found


def _price(price: Cost, member: str) -> Fraction:
    try:
        exact = exact_number(str(price))
    except ValueError:
        raise UsageError(f"the price '{price}' of {member} is no number; write 3, 0.5 or 1/3") from None
    if exact < 0:
        raise UsageError(f"the price {price} of {member} is below 0; give 0 or more")
    return exact


def total_votes(blocks: Sequence[Block]) -> int:
    """How many votes there are in all."""
    return sum(block.votes for block in blocks)

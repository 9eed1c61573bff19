"""How likely is each choice of each open seat? Chances as given, exact, with what is not said shared out evenly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from psephos.body.binding import BoundRule
from psephos.body.book import Rulebook
from psephos.count.conjuncts import OpenVotes
from psephos.errors import NamedTwice, UsageError
from psephos.explore.numbers import exact_number

__all__ = ["OTHERS", "Chance", "chance_rows"]

Chance = int | float | str | Fraction
"""A chance from 0 to 1; text is read exactly ("1/3", "0.55"), and a float as it prints."""

OTHERS = "others"
"""The name that stands for every open member that is not named."""

Row = tuple[Fraction, ...]


def chance_rows(
    book: Rulebook, bound: BoundRule, view: OpenVotes, chances: Mapping[str, Chance | Mapping[str, Chance]]
) -> tuple[Row, ...]:
    """For each open seat of the view, the chance of each choice.

    A single number is the chance of a vote in favour, the rest going to a vote against. Where choices are listed, what
    is left to 1 is shared evenly by the choices not listed. A member not spoken of (nor `others`) casts all its
    choices alike.

    Raises:
        UsageError: an unknown member or choice, a member that is not open or given twice, chances outside 0..1 or
            above 1 together, or a choice that the member cannot cast.
    """
    given = _by_seat(book, bound, view, chances)
    return tuple(
        _row(bound, place, permitted, given.get(place, chances.get(OTHERS)))
        for place, permitted in zip(view.seats, view.permitted, strict=True)
    )


def _by_seat(
    book: Rulebook, bound: BoundRule, view: OpenVotes, chances: Mapping[str, Chance | Mapping[str, Chance]]
) -> Mapping[int, Chance | Mapping[str, Chance]]:
    given: dict[int, Chance | Mapping[str, Chance]] = {}
    for member, chance in chances.items():
        if member == OTHERS:
            continue
        seat = book.names.seat(member, bound.roster)
        place = bound.roster.ids.index(seat.id)
        if place in given:
            raise NamedTwice(f"{member} is given two chances; give each member one")
        if place not in view.seats:
            raise UsageError(f"the ballot of {seat.name} is known, so that it has no chance; leave one of the two out")
        given[place] = chance
    return given


def _row(bound: BoundRule, place: int, permitted: Sequence[int], chance: Chance | Mapping[str, Chance] | None) -> Row:
    size = len(bound.choices.ids)
    if chance is None:
        return tuple(Fraction(int(choice in permitted), len(permitted)) for choice in range(size))
    name = bound.roster.seats[place].name
    if not isinstance(chance, Mapping):
        chance = {"yes": (yes := _number(chance, name)), "no": 1 - yes}
    said = {bound.choices.index(choice): _number(number, name) for choice, number in chance.items()}
    wrong = [choice for choice, number in said.items() if number and choice not in permitted]
    if wrong:
        offer = ", ".join(bound.choices.ids[choice] for choice in permitted)
        raise UsageError(f"{name} is not taken to cast '{bound.choices.ids[wrong[0]]}'; give chances of {offer}")
    return _filled(said, permitted, size, name)


def _filled(said: Mapping[int, Fraction], permitted: Sequence[int], size: int, name: str) -> Row:
    silent = [choice for choice in permitted if choice not in said]
    left = 1 - sum(said.values(), Fraction(0))
    if left < 0 or (left and not silent):
        raise UsageError(f"the chances of {name} add up to {1 - left}; they must add up to 1")
    return tuple(said.get(choice, left / len(silent) if choice in silent else Fraction(0)) for choice in range(size))


def _number(value: Chance, name: str) -> Fraction:
    try:
        exact = exact_number(str(value))
    except ValueError:
        raise UsageError(f"the chance '{value}' of {name} is no number; write 0.55 or 1/3") from None
    if not 0 <= exact <= 1:
        raise UsageError(f"the chance {value} of {name} is outside 0 to 1; give a number from 0 to 1")
    return exact

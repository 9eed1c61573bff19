"""Two rules, or one with two rosters: do they ever decide differently, how often, and what is the least example?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import prod
from pathlib import Path
from typing import Literal

from psephos.body.binding import BoundRule, Profile, bind
from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook
from psephos.count import passes
from psephos.count.conjuncts import condition_tree
from psephos.count.diagram import Diagram, compile_tree
from psephos.count.pairs import only_first
from psephos.count.paths import cheapest
from psephos.explore.matching import Joint, Pair, joint

__all__ = ["Comparison", "Example", "Party", "compare", "party"]

_SILENT = frozenset({"present_only", "absent", "not_participating", "not_voting"})


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a comparison: a rule of a body as it was on a day, with those who took part."""

    book: Rulebook = field(repr=False)
    bound: BoundRule = field(repr=False)
    day: date


@dataclass(frozen=True, slots=True)
class Example:
    """Ballots that the two decide differently: which of them adopts, what each member casts (or votes by choice)."""

    adopts: Literal["first", "second"]
    ballots: Mapping[str, str | Mapping[str, int]] = field(hash=False)
    tally: Mapping[str, int] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where do two rules part?

    Of all `profiles` of the members of both, `first_only` are adopted by the first alone and `second_only` by the
    second alone; `differ` is their sum. `example` is the least one of those: the fewest votes in favour, of these the
    fewest against, and the same one every time. `pairs` are members of both; of those not in both, each counts in its
    own body's rule only. Every vote of an anonymous bench counts by itself.
    """

    first: Party
    second: Party
    choices: tuple[str, ...]
    profiles: int
    first_only: int
    second_only: int
    example: Example | None
    pairs: tuple[Pair, ...] = field(repr=False)
    only_in_first: tuple[tuple[str, int], ...]
    only_in_second: tuple[tuple[str, int], ...]

    @property
    def differ(self) -> int:
        """On how many profiles the two decide differently."""
        return self.first_only + self.second_only

    @property
    def equal(self) -> bool:
        """Do they decide every profile alike?"""
        return not self.differ


def party(
    body: Rulebook | str | Path,
    on: date,
    decision: str | None = None,
    *,
    variants: Iterable[str] = (),
    participants: Iterable[str] | None = None,
    opt_out: Iterable[str] | None = None,
) -> Party:
    """One side of a comparison: which rule, as of which day, and who takes part.

    Raises:
        UsageError: an unknown decision, variant or member, or a day not covered.

    Examples:
        >>> party("unsc", date(1965, 6, 1)).bound.roster.size
        11
    """
    book = body if isinstance(body, Rulebook) else rulebook(body)
    rule = book.rule(on, decision, variants)
    roster = book.roster(on, participants=participants, opt_out=opt_out)
    return Party(book, bind(rule, roster, book.choices), on)


def compare(first: Party, second: Party, choices: Iterable[str] | None = None) -> Comparison:
    """Do these two ever decide differently, on how many profiles, and on which least one?

    Args:
        first: one side, from `party`.
        second: the other.
        choices: what is cast; by default every vote that both bodies know (in favour, against, abstaining ...).

    Raises:
        UsageError: a choice that one of them does not know.
        BudgetError: very many unlike members.

    Cost: milliseconds for 15 to 27 seats.

    Examples:
        >>> day = date(2024, 1, 1)
        >>> found = compare(party("unsc", day), party("unsc", day, "procedural"))
        >>> found.first_only, found.second_only, found.example.tally
        (0, 295551, {'yes': 9, 'no': 1, 'abstain': 5})
    """
    known = [choice for choice in first.bound.choices.ids if choice in second.bound.choices.ids]
    wanted = tuple(choice for choice in known if choice not in _SILENT) if choices is None else tuple(choices)
    both = joint(first.bound, second.bound, wanted)
    rules = (only_first(both.first, both.second), only_first(both.second, both.first))
    numbers = [passes.count(_diagram(rule, both)) for rule in rules]
    return Comparison(
        first,
        second,
        tuple(dict.fromkeys(wanted)),
        _profiles(both),
        numbers[0],
        numbers[1],
        _example(both, rules),
        both.pairs,
        both.only_first,
        both.only_second,
    )


def _diagram(rule: BoundRule, both: Joint) -> Diagram:
    view = both.view()
    tree = condition_tree(rule, _nothing(both), view, adopting=True)
    return compile_tree(rule, _nothing(both), view, tree, (None,) * len(view.seats))


def _nothing(both: Joint) -> Profile:
    return tuple((0,) * len(both.first.choices.ids) for _ in both.seats)


def _profiles(both: Joint) -> int:
    return prod(len(permitted) ** seat.count for permitted, seat in zip(both.permitted, both.seats, strict=True))


def _example(both: Joint, rules: tuple[BoundRule, BoundRule]) -> Example | None:
    """The cheapest profile, where a vote in favour costs more than all votes against and other ballots nothing."""
    votes = sum(seat.count for seat in both.seats)
    ids = both.first.choices.ids
    price = {ids.index("yes"): votes + 1, ids.index("no"): 1}
    costs = [
        [price.get(choice, 0) if choice in permitted else None for choice in range(len(ids))]
        for permitted in both.permitted
    ]
    start = [
        tuple(seat.count if choice == _start(permitted, price) else 0 for choice in range(len(ids)))
        for seat, permitted in zip(both.seats, both.permitted, strict=True)
    ]
    found = [cheapest(rule, start, adopting=True, costs=costs) for rule in rules]
    least = min((change.cost, side) for side, change in enumerate(found) if change is not None) if any(found) else None
    if least is None:
        return None
    change = found[least[1]]
    return None if change is None else _shown(both, change.profile, "second" if least[1] else "first")


def _start(permitted: tuple[int, ...], price: Mapping[int, int]) -> int:
    return min(permitted, key=lambda choice: (price.get(choice, 0), choice))


def _shown(both: Joint, profile: Profile, adopts: Literal["first", "second"]) -> Example:
    ids = both.first.choices.ids
    cast: dict[str, dict[str, int]] = {}
    for seat, row in zip(both.seats, profile, strict=True):
        # A bench that is larger in one body stands twice: what both have, and what only that one has.
        own = cast.setdefault(f"{seat.id}, in one body only" if seat.id in cast else seat.id, {})
        for choice, votes in zip(ids, row, strict=True):
            if votes:
                own[choice] = votes
    named = {member: next(iter(own)) if sum(own.values()) == 1 else own for member, own in cast.items()}
    sums = {choice: sum(own.get(choice, 0) for own in cast.values()) for choice in ids}
    return Example(adopts, named, {choice: votes for choice, votes in sums.items() if votes})

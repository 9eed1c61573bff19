"""The fewest ballots that turn an outcome: how many, whose, in how many ways, and who alone could.

Adopted votes are turned as well as those not adopted. Every answer is exact and the same each time; nothing is said of
why a member voted as it did, or of what it ought to have done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Literal

import numpy as np

from psephos.body.binding import BoundRule
from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook
from psephos.calls.rollcall import RollCall
from psephos.count.conjuncts import Node, OpenVotes, Range, condition_tree
from psephos.count.rows import Array, whole_type
from psephos.decide.verdict import Verdict, decide
from psephos.errors import UsageError
from psephos.explore.ballots import Block, Cost, Permitted, blocks_of, permitted, total_votes
from psephos.explore.benches import gathered
from psephos.explore.changesets import Pattern, Patterns, kinds_used
from psephos.explore.nearest import Group, Kind, cheapest
from psephos.explore.truths import TRUE, leaves, sure, truth

__all__ = ["Change", "Flips", "flips", "flips_of"]

_LISTED = 20


@dataclass(frozen=True, slots=True)
class Change:
    """A ballot that would change: whose, from which choice, and to which choices with the others of the set.

    `votes` is above 1 for that many votes of an anonymous bench.
    """

    member: str
    choice: str
    to: tuple[str, ...]
    votes: int = 1


@dataclass(frozen=True, slots=True)
class Flips:
    """Which ballots would have had to be otherwise for the outcome to turn, all others unchanged?

    `size` is the fewest votes that turn it (None: no permitted change does) and `price` what they cost; where costs are
    given, the lowest cost counts first and then the fewest votes. `count` is the exact number of such sets of members;
    `sets` lists the first of them. `alone` are the members each of whom could turn it by itself, at whatever cost;
    `in_every_set` those without whom no such set is complete. Votes of an anonymous bench are not told apart.
    """

    verdict: Verdict = field(repr=False)
    size: int | None
    price: Fraction | None
    count: int
    sets: tuple[tuple[Change, ...], ...] = field(repr=False)
    alone: tuple[str, ...]
    in_every_set: tuple[str, ...]
    in_some_set: tuple[str, ...] = field(repr=False)

    @property
    def turned(self) -> Literal["adopted", "not adopted"]:
        """The outcome that it would have turned to."""
        return "not adopted" if self.verdict.adopted else "adopted"


def flips(
    body: Rulebook | str | Path,
    call: RollCall,
    *,
    changes: Mapping[str, Iterable[str]] | None = None,
    keep: Iterable[str] = (),
    costs: Mapping[str, Cost | Mapping[str, Cost]] | None = None,
    limit: int = _LISTED,
) -> Flips:
    """Whose ballots, at the fewest, would have turned the outcome of this vote?

    Args:
        body: the rulebook, or its id or path.
        call: a vote all of whose ballots are known.
        changes: which choices may become which, such as `{"no": ["abstain"]}`; any change by default. A seat changes
            only to what it can cast.
        keep: members whose ballots stay as they are.
        costs: what a change costs, by member, or by member and new choice; 1 where nothing is said.
        limit: how many sets to list at most; `count` is exact in any case.

    Raises:
        UsageError: ballots are open, or none were cast; an unknown member or choice; a cost below 0.
        BudgetError: very many unlike members that would all have to change.

    Cost: a few ms for 15 or 27 seats; at most a second or two for 190 weighted members.

    Examples:
        >>> from psephos.calls.rollcall import roll_call
        >>> call = roll_call("unsc", "2023-10-25", no=["CHN", "RUS", "ARE"], abstain=["BRA", "MOZ"], others="yes")
        >>> found = flips("unsc", call)
        >>> found.size, found.count, found.in_every_set, found.alone
        (2, 1, ('CHN', 'RUS'), ())
        >>> blocked = flips("unsc", roll_call("unsc", "2021-12-13", no=["IND", "RUS"], abstain=["CHN"], others="yes"))
        >>> blocked.turned, blocked.alone
        ('adopted', ('RUS',))
    """
    book = body if isinstance(body, Rulebook) else rulebook(body)
    return flips_of(decide(book, call), changes=changes, keep=keep, costs=costs, limit=limit)


def flips_of(
    verdict: Verdict,
    *,
    changes: Mapping[str, Iterable[str]] | None = None,
    keep: Iterable[str] = (),
    costs: Mapping[str, Cost | Mapping[str, Cost]] | None = None,
    limit: int = _LISTED,
) -> Flips:
    """The same for a verdict at hand."""
    if limit < 0:
        raise UsageError(f"{limit} sets cannot be listed; give 0 or more")
    verdict, bound = gathered(verdict)
    _check_complete(verdict)
    allowed = permitted(verdict.book, bound, changes=changes, keep=keep, costs=costs)
    problem = _Problem.of(verdict, bound, allowed)
    return problem.solved(limit)


def _check_complete(verdict: Verdict) -> None:
    if verdict.call.without_a_vote:
        raise UsageError("it was adopted without a vote, so there are no ballots that could have been otherwise")
    if not verdict.seating.complete or verdict.seating.tally is not None:
        raise UsageError(
            "some ballots are not known; say what every member cast (--others), or ask what the open ones can still do"
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Problem:
    """The ballots as cast, what they may become, and the ranges that the other outcome needs."""

    verdict: Verdict
    allowed: Permitted
    blocks: tuple[Block, ...]
    tree: Node
    ranges: tuple[Range, ...]
    base: tuple[int, ...]

    @classmethod
    def of(cls, verdict: Verdict, bound: BoundRule, allowed: Permitted) -> _Problem:
        blocks = blocks_of(bound, verdict.seating, allowed)
        view = OpenVotes(
            tuple(block.seat for block in blocks),
            tuple(block.votes for block in blocks),
            tuple(tuple(sorted({block.choice, *(to for to, _ in block.moves)})) for block in blocks),
            None,
        )
        nothing = tuple((0,) * len(bound.choices.ids) for _ in bound.roster.seats)
        tree = condition_tree(bound, nothing, view, adopting=not verdict.adopted)
        ranges = leaves(tree)
        base = tuple(
            sum(block.votes * row[block.choice] for block, row in zip(blocks, part.form, strict=True))
            for part in ranges
        )
        return cls(verdict, allowed, blocks, tree, ranges, base)

    def solved(self, limit: int) -> Flips:
        groups = self._groups()
        needed = [replace(group, kinds=self._undominated(group.kinds)) for group in groups]
        ways = (
            None if self.tree is False else cheapest(self.tree, self.base, [group for group in needed if group.kinds])
        )
        alone = self._members(group.blocks for group in self._alone(groups))
        if ways is None:
            return Flips(self.verdict, None, None, 0, (), alone, (), ())
        patterns = Patterns.of(ways, {step.group: not self._block(step.group).bench for step in ways.steps})
        size = ways.price if self.allowed.alike else ways.price % self._scale
        price = size if self.allowed.alike else Fraction(ways.price // self._scale, self.allowed.unit)
        return Flips(
            self.verdict,
            size,
            Fraction(price),
            patterns.count,
            self._listed(patterns, groups, ways.price, limit),
            alone,
            self._members(group.blocks for group in patterns.in_every),
            self._members(group.blocks for group in patterns.in_some),
        )

    @property
    def _scale(self) -> int:
        """One price unit outweighs any number of votes: the lowest cost first, then the fewest votes."""
        return total_votes(self.blocks) + 1

    def _groups(self) -> list[Group]:
        found: dict[object, list[int]] = {}
        for place, block in enumerate(self.blocks):
            kinds = self._kinds(place)
            if kinds:
                found.setdefault((block.choice, kinds, place if block.bench else None), []).append(place)
        return [
            Group(tuple(places), sum(self.blocks[place].votes for place in places), self._kinds(places[0]))
            for places in found.values()
        ]

    def _kinds(self, place: int) -> tuple[Kind, ...]:
        block = self.blocks[place]
        rows = [part.form[place] for part in self.ranges]
        found: dict[tuple[tuple[int, ...], int], list[int]] = {}
        for to, cost in block.moves:
            moves = tuple(row[to] - row[block.choice] for row in rows)
            price = 1 if self.allowed.alike else cost * self._scale + 1
            if any(moves):
                found.setdefault((moves, price), []).append(to)
        return tuple(Kind(moves, price, tuple(choices)) for (moves, price), choices in found.items())

    def _undominated(self, kinds: Sequence[Kind]) -> tuple[Kind, ...]:
        """Leave out changes that some other change (or none) surpasses in everything: no set of members needs them."""
        return tuple(
            kind
            for number, kind in enumerate(kinds)
            if not self._surpasses((0,) * len(self.ranges), kind.moves)
            and not any(
                other.price <= kind.price
                and self._surpasses(other.moves, kind.moves)
                and (n < number or other.price < kind.price or not self._surpasses(kind.moves, other.moves))
                for n, other in enumerate(kinds)
                if n != number
            )
        )

    def _surpasses(self, one: Sequence[int], other: Sequence[int]) -> bool:
        return all(
            (part.low is None or a >= b) and (part.high is None or a <= b)
            for part, a, b in zip(self.ranges, one, other, strict=True)
        )

    def _alone(self, groups: Sequence[Group]) -> list[Group]:
        """The groups one vote of which turns the outcome by itself."""
        tried = [(group, kind.moves) for group in groups for kind in group.kinds]
        if isinstance(self.tree, bool) or not tried:
            return list(groups) if self.tree is True else []
        reached = [list(map(sum, zip(self.base, moves, strict=True))) for _, moves in tried]
        values: Array = np.array(reached, dtype=whole_type(max(abs(value) for row in reached for value in row)))
        columns = [sure(part, values[:, at], values[:, at]) for at, part in enumerate(self.ranges)]
        turns = truth(self.tree, self.ranges, np.stack(columns, axis=1)) == TRUE
        return list(dict.fromkeys(group for (group, _), one in zip(tried, turns.tolist(), strict=True) if one))

    def _listed(
        self, patterns: Patterns, groups: Sequence[Group], price: int, limit: int
    ) -> tuple[tuple[Change, ...], ...]:
        whole = {group.blocks: group for group in groups}

        @cache
        def into(pattern: Pattern) -> Mapping[int, tuple[str, ...]]:
            return self._into([whole[group.blocks] for group in patterns.groups], pattern, price)

        found = [self._changes(blocks, into(pattern)) for pattern, blocks in islice(patterns.listed(), limit)]
        return tuple(sorted(found, key=lambda changes: [self._name(change.member) for change in changes]))

    def _into(self, groups: Sequence[Group], pattern: Pattern, price: int) -> Mapping[int, tuple[str, ...]]:
        """What each block may become if exactly so many votes of each group change."""
        changing = [replace(group, votes=votes) for group, votes in zip(groups, pattern, strict=True) if votes]
        ways = cheapest(self.tree, self.base, changing, most=price)
        used = {} if ways is None else kinds_used(ways)
        choices = self.verdict.book.choices.ids
        return {
            block: tuple(choices[to] for to in sorted(to for kind in kinds for to in group.kinds[kind].choices))
            for group, kinds in used.items()
            for block in group.blocks
        }

    def _changes(self, chosen: Sequence[tuple[int, ...]], into: Mapping[int, tuple[str, ...]]) -> tuple[Change, ...]:
        ids, seats = self.verdict.book.choices.ids, self.verdict.roster.seats
        found = [
            Change(seats[self.blocks[place].seat].id, ids[self.blocks[place].choice], into[place], places.count(place))
            for places in chosen
            for place in dict.fromkeys(places)
        ]
        return tuple(sorted(found, key=lambda change: (self._name(change.member), ids.index(change.choice))))

    def _block(self, group: Group) -> Block:
        return self.blocks[group.blocks[0]]

    def _name(self, member: str) -> str:
        return self.verdict.roster.seat(member).name

    def _members(self, groups: Iterable[Iterable[int]]) -> tuple[str, ...]:
        seats = self.verdict.roster.seats
        found = dict.fromkeys(seats[self.blocks[place].seat].id for blocks in groups for place in blocks)
        return tuple(sorted(found, key=self._name))

"""A vote under way, or one of which only some is known: who must vote in favour, who need not, how it can pass.

Every completion of what is known is counted exactly, without listing any; a bare tally whose ballots have no names is
completed as well as a roll call with gaps.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Literal

from psephos.body.binding import BoundRule, Integral, Profile
from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook
from psephos.calls.rollcall import RollCall
from psephos.count import paths
from psephos.count.completions import completion
from psephos.count.conjuncts import OpenVotes, condition_tree
from psephos.count.diagram import Diagram, compile_tree
from psephos.count.reach import reach
from psephos.decide.partial import open_votes_of
from psephos.decide.verdict import Completion, Verdict, decide
from psephos.errors import NamedTwice, UsageError
from psephos.explore.benches import gathered
from psephos.explore.chances import Chance, chance_rows
from psephos.explore.openways import any_way, chance_of, idle_seats, number, ways_by_choice

__all__ = ["OpenMember", "OpenVote", "Standing", "adopting_ways", "open_vote", "open_vote_of"]

Standing = Literal["must vote yes", "must not oppose", "not needed", "free"]

_BENCH = 12
"""From more open votes of one bench than this, single completions are looked for instead of everything at once."""

_SILENT = frozenset({"present_only", "absent", "not_participating", "not_voting"})
"""Choices of those who cast nothing; they are counted among the ways only on request."""


@dataclass(frozen=True, slots=True)
class OpenMember:
    """How does adoption depend on one member whose ballot is open?

    `must vote yes`: it is adopted in no way without it in favour; `must not oppose`: in no way with it against; `not
    needed`: the outcome never depends on it; else `free`. `ways_adopted` counts the ways that adopt by this member's
    choice (by one single vote's, for an anonymous bench; `votes` of them are open).
    """

    member: str
    votes: int
    standing: Standing
    ways_adopted: Mapping[str, int] = field(hash=False)


@dataclass(frozen=True, slots=True)
class OpenVote:
    """What can the open ballots still bring about?

    `ways` counts how the open ballots can fall (every single vote by itself), `ways_adopted` those that adopt;
    `choices` are what is counted as cast. `chance` is exact: under the chances given, else with all ways equally
    likely; None if no way is possible at all. `containing` are the ballots that all of this takes as cast. Standings
    look at everything the seats can cast, unless the choices were given.
    """

    verdict: Verdict = field(repr=False)
    ways: int
    ways_adopted: int
    chance: Fraction | None
    choices: tuple[str, ...]
    members: tuple[OpenMember, ...] = field(repr=False)
    containing: Mapping[str, str] = field(hash=False, default_factory=dict)
    chances_given: bool = False

    def member(self, name: str) -> OpenMember:
        """The entry of one open member, by code or printed name.

        Raises:
            UsageError: its ballot is not open.
        """
        seat = self.verdict.book.names.seat(name, self.verdict.roster)
        found = next((one for one in self.members if one.member == seat.id), None)
        if found is None:
            raise UsageError(f"the ballot of {seat.name} is not open")
        return found


def open_vote(
    body: Rulebook | str | Path,
    call: RollCall,
    *,
    choices: Iterable[str] | None = None,
    chances: Mapping[str, Chance | Mapping[str, Chance]] | None = None,
    containing: Mapping[str, str] | None = None,
) -> OpenVote:
    """In how many ways can the open ballots still adopt, and on whom does it depend?

    Args:
        body: the rulebook, or its id or path.
        call: what is known: some ballots, or a tally, with or without open seats.
        choices: what open seats are taken to cast; by default every choice that is a vote (in favour, against,
            abstaining, and those the rulebook declares), as far as the seat can cast it. What a tally counts is
            possible besides.
        chances: by member (`others` for all not named) the chance of a vote in favour, or of each choice. Ballots are
            taken as independent; with a tally, as independent given the tally.
        containing: look only at the ways in which these members cast these choices ("the paths that contain
            Pennsylvania").

    Raises:
        UsageError: no ballot is open; an unknown member or choice; chances outside 0..1.
        BudgetError: very many unlike members are open.

    Cost: milliseconds for 15 or 27 seats.

    Examples:
        >>> from psephos.calls.rollcall import roll_call
        >>> found = open_vote("unsc", roll_call("unsc", "2023-10-25", yes=["FRA", "GBR", "USA", "CHN"]))
        >>> found.ways, found.ways_adopted, found.member("RUS").standing, found.member("BRA").standing
        (177147, 38610, 'must not oppose', 'free')
    """
    book = body if isinstance(body, Rulebook) else rulebook(body)
    return open_vote_of(decide(book, call), choices=choices, chances=chances, containing=containing)


def open_vote_of(
    verdict: Verdict,
    *,
    choices: Iterable[str] | None = None,
    chances: Mapping[str, Chance | Mapping[str, Chance]] | None = None,
    containing: Mapping[str, str] | None = None,
) -> OpenVote:
    """The same for a verdict at hand."""
    return _Study.of(verdict, choices, containing or {}).result(chances)


def adopting_ways(
    body: Rulebook | str | Path,
    call: RollCall,
    *,
    choices: Iterable[str] | None = None,
    containing: Mapping[str, str] | None = None,
    limit: int = 100,
) -> Iterator[Completion]:
    """The ways that adopt, one after the other, at most so many: what each open member casts.

    As many votes in favour as can be come first. Nothing is laid out beforehand.

    Raises:
        UsageError: as `open_vote`.

    Cost: milliseconds for each way.
    """
    book = body if isinstance(body, Rulebook) else rulebook(body)
    if limit < 0:
        raise UsageError(f"{limit} ways cannot be listed; give 0 or more")
    return _Study.of(decide(book, call), choices, containing or {}).listed(limit)


@dataclass(frozen=True, slots=True, eq=False)
class _Study:
    """What is known and what is open, with the ballots that every way must contain."""

    verdict: Verdict
    bound: BoundRule
    known: Profile
    view: OpenVotes
    whole: OpenVotes
    also: tuple[Integral, ...]
    containing: Mapping[str, str]

    @classmethod
    def of(cls, verdict: Verdict, choices: Iterable[str] | None, containing: Mapping[str, str]) -> _Study:
        verdict, bound = gathered(verdict)
        seating = verdict.seating
        if verdict.call.without_a_vote or not any(seating.open_votes):
            raise UsageError(
                "no ballot is open; leave some members out, or ask which ballots could have turned the outcome"
            )
        ids = bound.choices.ids
        wanted = None if choices is None else tuple(ids[bound.choices.index(choice)] for choice in choices)
        votes = wanted or tuple(choice for choice in ids if choice not in _SILENT)
        view = open_votes_of(bound, seating, votes)
        whole = view if wanted else open_votes_of(bound, seating)
        known, fixed = _fixed(verdict, bound, view, containing)
        also = seating.conditions()
        held = {bound.roster.seats[place].id: choice for place, choice in fixed.items()}
        left = _without(view, fixed)
        return cls(verdict, bound, known, left, left if wanted else _without(whole, fixed), also, held)

    def result(self, chances: Mapping[str, Chance | Mapping[str, Chance]] | None) -> OpenVote:
        adopting = self._diagram(self.view, adopting=True)
        rejecting = self._diagram(self.view, adopting=False)
        adopted, rejected = number(adopting), number(rejecting)
        ways = adopted + rejected
        if chances is None:
            chance = Fraction(adopted, ways) if ways else None
        else:
            chance = self._chance(chance_rows(self.verdict.book, self.bound, self.view, chances))
        ids = self.bound.choices.ids
        cast = {choice for permitted in self.view.permitted for choice in permitted}
        members = self._members(adopting)
        return OpenVote(
            self.verdict,
            ways,
            adopted,
            chance,
            tuple(choice for number, choice in enumerate(ids) if number in cast),
            members,
            self.containing,
            chances_given=chances is not None,
        )

    def listed(self, limit: int) -> Iterator[Completion]:
        tree = condition_tree(self.bound, self.known, self.view, self.also, adopting=True)
        diagram = compile_tree(self.bound, self.known, self.view, tree, self.view.seats)
        return (self._completion(profile) for profile in islice(paths.profiles(diagram, limit), limit))

    def _completion(self, profile: Profile) -> Completion:
        ids, found = self.bound.choices.ids, {}
        for place in self.view.seats:
            votes = [number - old for number, old in zip(profile[place], self.known[place], strict=True)]
            cast = {choice: number for choice, number in zip(ids, votes, strict=True) if number}
            seat = self.bound.roster.seats[place]
            found[seat.id] = next(iter(cast)) if seat.count == 1 else cast
        return found

    def _diagram(self, view: OpenVotes, *, adopting: bool, labels: Sequence[Hashable] = ()) -> Diagram:
        tree = condition_tree(self.bound, self.known, view, self.also, adopting=adopting)
        return compile_tree(self.bound, self.known, view, tree, labels or (None,) * len(view.seats))

    def _chance(self, rows: Sequence[tuple[Fraction, ...]]) -> Fraction | None:
        """The chance of adoption, given what the tally says."""
        by_seat = dict(zip(self.view.seats, rows, strict=True))
        adopted, rejected = (
            chance_of(self._diagram(self.view, adopting=adopting, labels=rows), by_seat) for adopting in (True, False)
        )
        return adopted / (adopted + rejected) if adopted + rejected else None

    def _members(self, adopting: Diagram) -> tuple[OpenMember, ...]:
        ways = ways_by_choice(adopting)
        settled, possible, idle = self._prospects(adopting)
        found = []
        for place, votes, permitted in zip(self.whole.seats, self.whole.votes, self.whole.permitted, strict=True):
            standing = "not needed" if settled or place in idle else self._standing(possible.get(place, ()), permitted)
            counted = {self.bound.choices.ids[choice]: number for choice, number in ways[place].items()}
            found.append(OpenMember(self.bound.roster.seats[place].id, votes, standing, counted))
        names = {seat.id: seat.name for seat in self.bound.roster.seats}
        return tuple(sorted(found, key=lambda one: names[one.member]))

    def _prospects(self, adopting: Diagram) -> tuple[bool, Mapping[int, tuple[int, ...]], frozenset[int]]:
        """Is the outcome settled, what can each seat cast if it is adopted, and on which does nothing depend?"""
        idle = idle_seats(adopting)
        if self.whole is not self.view and self._shortcut(idle):
            counts = [0] * len(self.known)
            for place, votes in zip(self.whole.seats, self.whole.votes, strict=True):
                counts[place] = votes
            possible = reach(self.bound, self.known, counts, adopting=True)
            rejecting = completion(self.bound, self.known, counts, adopting=False)
            return rejecting is None or not any(possible.values()), possible, idle
        ends = [self._diagram(self.whole, adopting=adopting) for adopting in (True, False)]
        possible, against = (paths.possible(end) for end in ends)
        # A ballot that the tally leaves one choice is settled, and nothing depends on it any more.
        told = {place for place in self.whole.seats if len({*possible.get(place, ()), *against.get(place, ())}) == 1}
        return not all(map(any_way, ends)), possible, idle_seats(ends[0]) | told

    def _shortcut(self, idle: Iterable[int]) -> bool:
        """Is there a large bench, where single completions answer faster, and can they (no tally, no doubts)?"""
        large = max(self.whole.votes, default=0) > _BENCH
        return large and not self.also and not any(self._matters(place) for place in idle)

    def _matters(self, place: int) -> bool:
        """Does some clause count the seat's castable choices differently?"""
        ids = self.bound.choices.ids
        castable = [ids.index(choice) for choice in self.bound.castable(self.bound.roster.seats[place])]
        parts = [part for clause in self.bound.clauses for part in clause.integral()]
        return any(len({part.table[place][choice] for choice in castable}) > 1 for part in parts)

    def _standing(self, possible: Sequence[int], permitted: Sequence[int]) -> Standing:
        yes, no = self.bound.choices.index("yes"), self.bound.choices.index("no")
        if tuple(possible) == (yes,):
            return "must vote yes"
        return "must not oppose" if no in permitted and no not in possible else "free"


# --- ballots that every way contains ----------------------------------------------------------------------------------


def _fixed(
    verdict: Verdict, bound: BoundRule, view: OpenVotes, containing: Mapping[str, str]
) -> tuple[Profile, Mapping[int, str]]:
    """The ballots known, with those that every way is to contain; and which these are."""
    rows, found = [list(row) for row in verdict.seating.known], {}
    for member, choice in containing.items():
        seat = verdict.book.names.seat(member, bound.roster)
        place, column = bound.roster.ids.index(seat.id), bound.choices.index(choice)
        if place in found:
            raise NamedTwice(f"{member} is named twice among the ballots to contain; name each member once")
        permitted = dict(zip(view.seats, view.permitted, strict=True)).get(place)
        if permitted is None:
            raise UsageError(f"the ballot of {seat.name} is known already; name members whose ballots are open")
        if column not in permitted:
            offer = ", ".join(bound.choices.ids[one] for one in permitted)
            raise UsageError(f"{seat.name} is not taken to cast '{choice}'; it may cast {offer}")
        rows[place][column] += 1
        found[place] = choice
    return tuple(map(tuple, rows)), found


def _without(view: OpenVotes, fixed: Mapping[int, str]) -> OpenVotes:
    """The open votes less one of each of these seats."""
    left = [votes - (place in fixed) for place, votes in zip(view.seats, view.votes, strict=True)]
    kept = [number for number, votes in enumerate(left) if votes]
    return OpenVotes(
        tuple(view.seats[number] for number in kept),
        tuple(left[number] for number in kept),
        tuple(view.permitted[number] for number in kept),
        None,
    )

"""Irreducible sets of statements: what forces a ballot, what cannot all hold, and how few statements do.

A question asked again and again here is whether some of the statements still leave a ballot possible. Every way of
casting the ballots that is ever found is kept with the statements it meets, so that most questions are answered by
one already known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from psephos.count.conjuncts import AllOf, AnyOf, Node, Range
from psephos.explore.deduce_classes import Question, TooManyWays, bits
from psephos.explore.deduce_large import find_large
from psephos.explore.deduce_terms import Term, World
from psephos.explore.deduce_ways import find
from psephos.explore.statements import Decided, Labelled, OnDays, Statement, VetoedBy

__all__ = ["Core", "Other", "Solver", "Witness"]

_STEPS = 20_000
_FEWER_STEPS = 1_000
_NOTHING: frozenset[str] = frozenset()
_FEW = 30
_ROUNDS = 400
"""How many proposals the search for a smallest set makes before it gives up the claim to have found one."""
_TRIES = 20_000
"""And how many combinations it looks at for one proposal."""

_Ballots = tuple[tuple[int, int, int], ...]
"""Place, choice, votes: only what was cast."""


@dataclass(frozen=True, slots=True)
class Other:
    """Some vote of this member is one of these choices (bits); or the member did not sit at all."""

    member: str
    mask: int


@dataclass(frozen=True, slots=True)
class Core:
    """An irreducible set of statements (as bits); `smallest`: it is proved that no smaller set does."""

    statements: int
    smallest: bool = False


@dataclass(frozen=True, slots=True)
class Witness:
    """Ballots on one of the worlds, and the statements that they meet, as bits."""

    world: int
    ballots: _Ballots
    met: int


@dataclass(frozen=True, slots=True)
class Solver:
    """Which sets of statements can hold together, on which of the worlds, with which ballots?"""

    worlds: tuple[World, ...]
    statements: tuple[Statement, ...]
    _pool: list[Witness] = field(default_factory=list, repr=False)
    _wide: set[int] = field(default_factory=set, repr=False)
    _impossible: dict[int, int] = field(default_factory=dict, repr=False)

    @property
    def everything(self) -> int:
        """All statements."""
        return (1 << len(self.statements)) - 1

    @property
    def one_sitting(self) -> bool:
        """Is it certain who voted under which rule?"""
        return self.worlds[0].origin == self.worlds[-1].origin

    def question(
        self, number: int, active: int, other: Other | None = None, freed: frozenset[str] = _NOTHING
    ) -> Question | None:
        """The statements on one world as a question; None where one of them cannot be true there."""
        world = self.worlds[number]
        allowed = list(world.base)
        nodes: list[Node] = []
        for statement in bits(active):
            term = world.term(statement, freed)
            if term is None:
                return None
            for place, mask in term.allowed:
                allowed[place] &= mask
            if term.node is not True:
                nodes.append(term.node)
        if other is not None and other.member in world.places:
            _add(world, other, allowed, nodes)
        if not all(allowed):
            return None
        node: Node = AllOf(tuple(nodes)) if len(nodes) != 1 else nodes[0]
        return Question(len(world.domain.choices.ids), world.votes, tuple(allowed), node)

    def possible(self, active: int, other: Other | None = None, freed: frozenset[str] = _NOTHING) -> bool:
        """Can these statements hold together (with that other ballot)?"""
        if any(self._meets(witness, active, other) for witness in self._pool):
            return True
        return any(
            self.witness(number, active, other, freed)
            for number in range(len(self.worlds))
            if freed or not active & self.impossible(number)
        )

    def impossible(self, number: int) -> int:
        """The statements that the days and members of that world rule out, without a look at the rule."""
        if number not in self._impossible:
            world = self.worlds[number]
            self._impossible[number] = sum(
                1 << place for place, statement in enumerate(self.statements) if _ruled_out(world, place, statement)
            )
        return self._impossible[number]

    def witness(
        self, number: int, active: int, other: Other | None = None, freed: frozenset[str] = _NOTHING
    ) -> Witness | None:
        """Ballots on that world that meet these statements (and have the other ballot); kept for later questions."""
        question = self.question(number, active, other, freed)
        profile = None if question is None else self._found(number, question)
        if profile is None:
            return None
        ballots = tuple(
            (place, choice, votes) for place, row in enumerate(profile) for choice, votes in enumerate(row) if votes
        )
        found = Witness(number, ballots, self._met(number, ballots))
        self._pool.append(found)
        return found

    def _found(self, number: int, question: Question) -> tuple[tuple[int, ...], ...] | None:
        try:
            return find(question, _FEWER_STEPS if number in self._wide else _STEPS)
        except TooManyWays:
            self._wide.add(number)
            return find_large(question)

    def _meets(self, witness: Witness, active: int, other: Other | None) -> bool:
        if active & ~witness.met:
            return False
        if other is None:
            return True
        place = self.worlds[witness.world].places.get(other.member)
        return place is None or any(seat == place and other.mask >> choice & 1 for seat, choice, _ in witness.ballots)

    def _met(self, number: int, ballots: _Ballots) -> int:
        """Which of all statements do these ballots meet?"""
        world = self.worlds[number]
        cast: dict[int, int] = {}
        for place, choice, _ in ballots:
            cast[place] = cast.get(place, 0) | 1 << choice
        met = 0
        for statement in range(len(self.statements)):
            term = world.term(statement)
            if term is not None and _holds(term, cast, ballots):
                met |= 1 << statement
        return met

    # --- bodies too large to list what is left ---------------------------------------------------------------------

    def seen(self, number: int, places: Sequence[int]) -> int:
        """The choices that ways already found on this world, meeting all statements, give to one of these seats."""
        wanted, found = set(places), 0
        for witness in self._pool:
            if witness.world == number and witness.met == self.everything:
                for place, choice, _ in witness.ballots:
                    found |= 1 << choice if place in wanted else 0
        return found

    def also(self, number: int, other: Other) -> bool:
        """Is there a way on this world that meets all statements and has that other ballot?

        The first way found is changed first, in one ballot or two exchanged; only then a new one is looked for.
        """
        world = self.worlds[number]
        place = world.places[other.member]
        known = next(one for one in self._pool if one.world == number and one.met == self.everything)
        for ballots in _neighbours(known.ballots, place, other.mask):
            castable = all(world.base[seat] >> choice & 1 for seat, choice, _ in ballots)
            if castable and self._met(number, ballots) == self.everything:
                self._pool.append(Witness(number, ballots, self.everything))
                return True
        return self.witness(number, self.everything, other) is not None

    # --- irreducible sets -------------------------------------------------------------------------------------------

    def core(self, other: Other | None, *, smallest: bool = False) -> Core:
        """Statements that leave no such other ballot (or, without one, cannot all hold), none of which can be dropped.

        What the rule decides is dropped first, then days, then the rest in the order given.
        """
        found = self._reduced(self.everything, other)
        return self._smallest(found, other) if smallest else Core(found)

    def _reduced(self, active: int, other: Other | None) -> int:
        """Drop one statement after the other wherever the rest suffices."""
        for statement in sorted(bits(active), key=lambda number: (_rank(self.statements[number]), number)):
            if not self.possible(active & ~(1 << statement), other):
                active &= ~(1 << statement)
        return active

    def conflict_with(self, statement: int) -> Core | None:
        """An irreducible set that cannot all hold and has this statement in it; None if none is found.

        The others are gathered one by one as long as they hold together, each of them being the first once; the
        statement either agrees with what is gathered or is in conflict with some of it.
        """
        others = [number for number in range(len(self.statements)) if number != statement]
        tried: set[int] = set()
        for first in others if len(others) <= _FEW else others[:1]:
            gathered = self._gathered([first, *(number for number in others if number != first)])
            if gathered in tried:
                continue
            tried.add(gathered)
            if not self.possible(gathered | 1 << statement):
                return Core(self._reduced(gathered | 1 << statement, None))
        return None

    def _gathered(self, order: Sequence[int]) -> int:
        active = 0
        for number in order:
            if self.possible(active | 1 << number):
                active |= 1 << number
        return active

    def _smallest(self, known: int, other: Other | None) -> Core:
        """Propose the fewest statements that every way found so far fails to meet, until a proposal leaves no way.

        A way found shows that some statement it does not meet is needed. (Ignatiev, Previti, Liffiton and
        Marques-Silva, "Smallest MUS extraction with minimal hitting set dualization", CP 2015.)
        """
        needed = [self.everything & ~witness.met for witness in self._pool if self._meets(witness, 0, other)]
        for _ in range(_ROUNDS):
            try:
                proposal = _fewest_hitting(needed, known.bit_count())
            except TooManyWays:
                break
            if proposal is None or not self.possible(proposal, other):
                return Core(known if proposal is None else proposal, smallest=True)
            needed.append(self._more_needed(proposal, other))
        return Core(known)

    def _more_needed(self, proposal: int, other: Other | None) -> int:
        """What is left over when the proposal is enlarged, a statement at a time, as far as ways remain."""
        active = proposal
        for statement in bits(self.everything & ~proposal):
            if self.possible(active | 1 << statement, other):
                active |= 1 << statement
        return self.everything & ~active

    def needed_clauses(self, core: int, other: Other | None, names: Sequence[str]) -> tuple[str, ...]:
        """Which clauses of the rule does the proof need, one after the other being left open?"""
        freed: frozenset[str] = _NOTHING
        for name in names:
            if not self.possible(core, other, freed | {name}):
                freed |= {name}
        return tuple(name for name in names if name not in freed)


def _neighbours(ballots: _Ballots, place: int, mask: int) -> Iterator[_Ballots]:
    """The same with one vote of the seat cast as one of these choices, perhaps exchanged with a seat that had it."""
    for old in (row for row in ballots if row[0] == place):
        for choice in bits(mask):
            changed = _moved(ballots, place, old[1], choice)
            yield changed
            for other in ballots:
                if other[0] != place and other[1] == choice:
                    yield _moved(changed, other[0], choice, old[1])


def _moved(ballots: _Ballots, place: int, old: int, new: int) -> _Ballots:
    votes = {(seat, choice): number for seat, choice, number in ballots}
    votes[place, old] -= 1
    votes[place, new] = votes.get((place, new), 0) + 1
    return tuple((seat, choice, number) for (seat, choice), number in sorted(votes.items()) if number)


def _add(world: World, other: Other, allowed: list[int], nodes: list[Node]) -> None:
    place = world.places[other.member]
    if world.votes[place] == 1:
        allowed[place] &= other.mask
    else:
        width = range(len(world.domain.choices.ids))
        ones, zeros = tuple(other.mask >> choice & 1 for choice in width), (0,) * len(width)
        nodes.append(Range(tuple(ones if seat == place else zeros for seat in range(len(allowed))), 1, None))


def _ruled_out(world: World, number: int, statement: Statement) -> bool:
    match statement:
        case VetoedBy(members=members):
            return any(world.place(member) is None for member in members)
        case Decided() | Labelled():
            return False
        case _:
            return world.term(number) is None


def _rank(statement: Statement) -> int:
    match statement:
        case Decided() | Labelled() | VetoedBy():
            return 0
        case OnDays():
            return 1
        case _:
            return 2


def _holds(term: Term, cast: dict[int, int], ballots: _Ballots) -> bool:
    return all(not cast.get(place, 0) & ~mask for place, mask in term.allowed) and _true(term.node, ballots)


def _true(node: Node, ballots: _Ballots) -> bool:
    match node:
        case bool():
            return node
        case Range(form=form, low=low, high=high):
            total = sum(form[place][choice] * votes for place, choice, votes in ballots)
            return (low is None or total >= low) and (high is None or total <= high)
        case AllOf(of=parts):
            return all(_true(part, ballots) for part in parts)
        case AnyOf(of=parts):
            return any(_true(part, ballots) for part in parts)


def _fewest_hitting(sets: Sequence[int], most: int) -> int | None:
    """Of the choices of fewest elements, at most so many, that take something of every set, the first in order.

    Every set of statements that suffices takes something of each of these sets, so that the first one that suffices is
    found whichever ways happened to be found before.

    Raises:
        TooManyWays: the search takes too long.
    """
    single = {one for one in sets if one.bit_count() == 1}
    needed = sum(single)
    rest = sorted({one for one in sets if not one & needed}, key=lambda one: (one.bit_length(), one))
    steps = count()
    sizes = range(most - len(single) + 1)
    found = next((hit for size in sizes if (hit := _hitting(rest, 0, 0, size, steps)) is not None), None)
    return None if found is None else needed | found


def _hitting(sets: Sequence[int], chosen: int, start: int, left: int, steps: Iterator[int]) -> int | None:
    """Add elements from `start` on, in order; the set that ends first and is not hit yet says how far to look."""
    if next(steps) > _TRIES:
        raise TooManyWays
    missed = next((one for one in sets if not one & chosen), None)
    if missed is None:
        return chosen
    if not left:
        return None
    tries = (
        _hitting(sets, chosen | 1 << number, number + 1, left - 1, steps)
        for number in range(start, missed.bit_length())
    )
    return next((found for found in tries if found is not None), None)

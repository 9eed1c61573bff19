"""Statements on one sitting: which ballots each of them leaves to each seat, and which sums it keeps in which range."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from psephos.body.book import Rulebook
from psephos.body.members import Seat
from psephos.count.conjuncts import Form, Node, Range
from psephos.errors import NotSeated, UnknownMember
from psephos.explore.deduce_choices import Domain, castable
from psephos.explore.deduce_days import Sitting, parted
from psephos.explore.deduce_rule import Outcomes, both, ranges_of
from psephos.explore.statements import (
    AllCast,
    Cast,
    Counted,
    Decided,
    Labelled,
    NotCast,
    OnDays,
    Scope,
    Statement,
    VetoedBy,
)

__all__ = ["Term", "World", "check_names", "own_names"]

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Term:
    """What one statement says on one sitting: for single seats the choices left, and for all ballots a node of ranges.

    `own` are the places whose ballot the statement itself speaks of.
    """

    allowed: tuple[tuple[int, int], ...] = ()
    node: Node = True
    own: frozenset[int] = frozenset()

    def rows(self, place: int) -> tuple[tuple[int, ...], ...]:
        """How the ranges count the votes of one seat."""
        return tuple(one.form[place] for one in ranges_of(self.node))


@dataclass(frozen=True, slots=True)
class World:
    """One sitting (or those of its days that statements tell apart), as statements are judged on it.

    `origin` is the number of the sitting; `base[i]` are the choices open to seat i before any statement. Terms and
    the rule are worked out when asked for, and kept.
    """

    book: Rulebook
    origin: int
    sitting: Sitting
    domain: Domain
    statements: tuple[Statement, ...]
    base: tuple[int, ...]
    places: Mapping[str, int]
    lines: Mapping[str, int]
    unnamed: frozenset[int]
    ever: frozenset[str]
    _terms: dict[tuple[int, frozenset[str]], Term | None] = field(default_factory=dict, repr=False)
    _votes: list[tuple[int, ...]] = field(default_factory=list, repr=False)

    @classmethod
    def every(
        cls, book: Rulebook, sat: Sequence[Sitting], domain: Domain, statements: tuple[Statement, ...]
    ) -> tuple[World, ...]:
        """Lay every sitting out.

        Raises:
            UsageError: a seat can cast none of the choices considered.
        """
        ever, named = book.register.members_ever(), own_names(statements)
        days = [statement.spans for statement in statements if isinstance(statement, OnDays)]
        return tuple(
            cls._of(book, origin, part, domain, statements, ever, named)
            for origin, sitting in enumerate(sat)
            for part in (parted(sitting, days) if days else (sitting,))
        )

    @classmethod
    def _of(
        cls,
        book: Rulebook,
        origin: int,
        sitting: Sitting,
        domain: Domain,
        statements: tuple[Statement, ...],
        ever: frozenset[str],
        named: Sequence[str],
    ) -> World:
        seats = sitting.roster.seats
        places = {seat.id: place for place, seat in enumerate(seats)}
        lines = {seat.line: place for place, seat in enumerate(seats) if seat.line}
        base = tuple(castable(seat, domain) for seat in seats)
        ordinary = frozenset(place for place, seat in enumerate(seats) if not seat.apart)
        bare = cls(book, origin, sitting, domain, statements, base, places, lines, ordinary, ever)
        return replace(bare, unnamed=ordinary - {bare.place(name) for name in named})

    @property
    def seats(self) -> tuple[Seat, ...]:
        """The seats of the roster."""
        return self.sitting.roster.seats

    @property
    def votes(self) -> tuple[int, ...]:
        """How many votes each seat has."""
        if not self._votes:
            self._votes.append(tuple(seat.count for seat in self.seats))
        return self._votes[0]

    @property
    def outcomes(self) -> Outcomes:
        """The rule on this roster.

        Raises:
            DayNotCovered: the rule needs a weight that is not stated for these days.
        """
        return self.sitting.outcomes(self.domain.choices)

    def place(self, name: str) -> int | None:
        """Where does this member sit; None if it does not.

        Raises:
            UnknownMember: no member of that name that psephos knows.
        """
        found = self.places.get(name, self.lines.get(name))
        if found is not None or name in self.ever:
            return found
        try:
            return self.places[self.book.names.seat(name, self.sitting.roster).id]
        except NotSeated:
            return None

    def term(self, number: int, freed: frozenset[str] = _NOTHING) -> Term | None:
        """What does the statement of that number say here; None if it cannot be true of these days and members.

        Clauses of the rule that are `freed` may come out either way.
        """
        key = number, freed
        if key not in self._terms:
            self._terms[key] = self._read(self.statements[number], freed)
        return self._terms[key]

    def _read(self, statement: Statement, freed: frozenset[str]) -> Term | None:
        match statement:
            case Cast(member=member, choices=choices):
                return self._ballots([member], self.domain.word(choices))
            case NotCast(member=member, choices=choices):
                return self._ballots([member], self.domain.mask & ~self.domain.word(choices))
            case Counted(choices=choices, least=least, most=most, of=scope):
                return self._counted(self._inside(scope), self.domain.word(choices), least, most)
            case AllCast(choices=choices, of=scope, number=number):
                return self._all(scope, self.domain.word(choices), number)
            case Decided(adopted=adopted):
                return Term(node=self.outcomes.decided(freed, adopted=adopted))
            case Labelled(label=label):
                return Term(node=self.outcomes.label(label, freed))
            case VetoedBy():
                return self._vetoed(statement, freed)
            case OnDays(spans=spans):
                return Term() if any(one.within(other) for one in self.sitting.spans for other in spans) else None

    def _ballots(self, members: Sequence[str], mask: int) -> Term | None:
        places = [self.place(member) for member in members]
        seated = [place for place in places if place is not None]
        if len(seated) < len(places):
            return None
        return Term(tuple((place, mask) for place in seated), own=frozenset(seated))

    def _inside(self, scope: Scope) -> frozenset[int] | None:
        """The seats of a scope; None if it names a member that did not sit, or a group that there was not."""
        found = self._listed(scope)
        if found is None:
            return None
        away = {self.place(member) for member in scope.apart_from}
        found = frozenset(place for place in found if place not in away)
        return found & self.unnamed if scope.unnamed else found

    def _listed(self, scope: Scope) -> frozenset[int] | None:
        if scope.members is not None:
            places = [self.place(member) for member in scope.members]
            seated = frozenset(place for place in places if place is not None)
            if None in places:
                return None
        elif scope.group is not None:
            seated = frozenset(place for place, seat in enumerate(self.seats) if scope.group in {*seat.groups, seat.id})
            if not seated:
                return None
        else:
            return frozenset(place for place, seat in enumerate(self.seats) if not seat.apart)
        group = scope.group
        if scope.members is not None and group is not None:
            seated = frozenset(place for place in seated if group in self.seats[place].groups)
        return seated

    def _counted(self, places: frozenset[int] | None, mask: int, least: int, most: int | None) -> Term | None:
        if places is None:
            return None
        return Term(node=Range(self._form(places, mask), least, most))

    def _form(self, places: frozenset[int], mask: int) -> Form:
        """One for each vote of these seats that goes to one of these choices."""
        width = range(len(self.domain.choices.ids))
        ones, zeros = tuple(mask >> choice & 1 for choice in width), (0,) * len(width)
        return tuple(ones if place in places else zeros for place in range(len(self.seats)))

    def _all(self, scope: Scope, mask: int, number: int | None) -> Term | None:
        places = self._inside(scope)
        if places is None or (number is not None and number != sum(self.votes[place] for place in places)):
            return None
        own = places if scope.members is not None else frozenset()
        return Term(tuple((place, mask) for place in sorted(places)), own=own)

    def _vetoed(self, statement: VetoedBy, freed: frozenset[str]) -> Term | None:
        """Their No is a veto, nothing but a veto stood in the way and, if the statement is closed, nobody else did."""
        no = self.domain.choices.index("no")
        named = self._ballots(statement.members, 1 << no)
        if named is None:
            return None
        vetoes = self.outcomes.vetoes(freed)
        if not freed and not all(vetoes and no in vetoes[place] for place in named.own):
            return None
        closed = [
            (place, self.domain.mask & ~sum(1 << choice for choice in vetoes[place]))
            for place in range(len(vetoes) if statement.closed else 0)
            if place not in named.own and vetoes[place]
        ]
        return Term((*named.allowed, *closed), both([self.outcomes.label("vetoed", freed)]), named.own)


def own_names(statements: Sequence[Statement]) -> tuple[str, ...]:
    """Whose own ballots do these statements speak of, each once, as written?"""
    found: list[str] = []
    for statement in statements:
        match statement:
            case Cast(member=member) | NotCast(member=member):
                found.append(member)
            case VetoedBy(members=members):
                found.extend(members)
            case AllCast(of=Scope(members=tuple() as members)):
                found.extend(members)
            case _:
                pass
    return tuple(dict.fromkeys(found))


def check_names(worlds: Sequence[World], statements: Sequence[Statement]) -> None:
    """Does every member and group named mean something?

    Raises:
        UnknownMember: a member that psephos does not know, or a group that there was on none of the days.
    """
    for statement in statements:
        if isinstance(statement, Counted | AllCast):
            _check_group(worlds, statement.of.group)
            for name in (*(statement.of.members or ()), *statement.of.apart_from):
                worlds[-1].place(name)


def _check_group(worlds: Sequence[World], group: str | None) -> None:
    if group is None or any(group in {*seat.groups, seat.id} for world in worlds for seat in world.seats):
        return
    known = ", ".join(dict.fromkeys(group for world in worlds for group in world.sitting.roster.groups)) or "none"
    raise UnknownMember(f"'{group}' is no group of {worlds[0].book.id} on these days; groups: {known}")

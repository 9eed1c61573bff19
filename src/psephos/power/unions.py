"""Power of members who act together: a-priori unions, each of which votes as one before any other but argues inside.

`owen`: unions come in a random order and members in a random order inside their union; the share of orders in which a
member is the pivot (Owen 1977). `banzhaf_owen`: the other unions and the other members of the own union are for or
against, each with chance one half; the chance that the member decides (Owen 1981). `symmetric_coalitional_banzhaf`:
the other unions with chance one half, the own union in a random order (Alonso-Meijide and Fiestras-Janeiro 2002).
Members in no union stand alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from psephos.body.binding import BoundRule, Linear
from psephos.body.members import Seat
from psephos.count.engines import weighted_game
from psephos.errors import UsageError
from psephos.power.blocs import BlocGame, bloc_swings
from psephos.power.games import NO, YES, YES_NO, Game
from psephos.power.mixing import Setting, averaged, nodes
from psephos.power.swings import Number, check_monotone
from psephos.power.table import TWO_CHOICES, PowerTable

__all__ = ["UNIONS", "Unions", "union_power"]

UNIONS = ("owen", "banzhaf_owen", "symmetric_coalitional_banzhaf")
Unions = Mapping[str, Iterable[str]] | Iterable[Iterable[str]]
"""Who acts together: lists of member codes or group names, with names of the unions or without."""

_CELLS = 40_000_000
_ROUNDING = 4e-16


def union_power(game: Game, asked: Sequence[str], unions: Unions | None, *, exact: bool = False) -> PowerTable:
    """How much power has each member when unions act together?

    Args:
        game: the game.
        asked: which of the indices `UNIONS`.
        unions: who acts together; whoever is in none stands alone.
        exact: exact fractions.

    Raises:
        UsageError: no unions given, a member in two of them, or a rule that is not monotone.
        BudgetError: too many states.

    Cost: for one weighted threshold, seconds for thousands of members; otherwise a diagram for every union.

    Examples:
        >>> from psephos.power.games import weighted
        >>> table = union_power(weighted(3, "A=2,B=1,C=1"), ["owen"], [["B", "C"]], exact=True)
        >>> table.column("owen")
        {'A': Fraction(1, 2), 'B': Fraction(1, 4), 'C': Fraction(1, 4)}
    """
    if unions is None:
        raise UsageError(f"{asked[0]} needs unions; say who acts together: unions=[['FRA', 'GBR']], or --union FRA,GBR")
    parts = _partition(game, unions)
    check_monotone(game)
    values = {name: _column(game, parts, name, exact=exact) for name in asked}
    ids = [tuple(game.roster.seats[place].id for place in part) for part in parts]
    return PowerTable(
        game,
        values,
        {},
        None,
        1 << game.votes,
        {},
        "unions as blocs; averages by quadrature",
        exact,
        0.0 if exact else _ROUNDING * (game.votes + len(parts) + 2),
        f"{TWO_CHOICES}; a union not one's own votes as one",
        tuple(ids),
    )


def _partition(game: Game, unions: Unions) -> tuple[tuple[int, ...], ...]:
    listed = list(unions.values()) if isinstance(unions, Mapping) else list(unions)
    place_of = {seat.id: place for place, seat in enumerate(game.roster.seats)}
    parts: list[tuple[int, ...]] = []
    taken: set[int] = set()
    for union in listed:
        if isinstance(union, str):
            raise UsageError(f"unions are lists of members; write [['{union}']] for a union of one")
        places = tuple(dict.fromkeys(place_of[seat.id] for member in union for seat in game.roster.group(member)))
        twice = [game.roster.seats[place].id for place in places if place in taken]
        if twice:
            raise UsageError(f"{twice[0]} is in two unions; name each member once")
        taken.update(places)
        parts.append(tuple(place for place in places if game.roster.seats[place].count))
    alone = [(place,) for place in game.places if place not in taken]
    return (*(part for part in parts if part), *alone)


def _column(game: Game, parts: Sequence[Sequence[int]], name: str, *, exact: bool) -> tuple[Number, ...]:
    outer, inner = name == "owen", name != "banzhaf_owen"
    dense = None if exact else _dense(game, parts)
    if dense is not None:
        return bloc_swings(dense, pivot_outside=outer, pivot_inside=inner)
    found: dict[int, Number] = {}
    for number in range(len(parts)):
        found |= _one_union(game, parts, number, pivots=(outer, inner), exact=exact)
    return tuple(found[place] for place in game.places)


def _dense(game: Game, parts: Sequence[Sequence[int]]) -> BlocGame | None:
    """The game as blocs of weights, where one weighted threshold decides and is not too long."""
    plain = weighted_game(game.whole)
    if plain is None or plain.members or len(parts) * plain.quota > _CELLS:
        return None
    weights: dict[int, int] = {}
    left = iter(plain.weights)
    for place in game.places:
        for _ in range(game.roster.seats[place].count):
            weights[place] = next(left)
    union_of = {place: number for number, part in enumerate(parts) for place in part}
    seats = tuple((union_of[place], weights[place], game.roster.seats[place].count) for place in game.places)
    return BlocGame(seats, plain.quota)


# --- any rule: a diagram for every union, the others as single votes --------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Merge:
    """Which rows of a form are added up, a group of places for each merged seat; own seats keep their count."""

    groups: tuple[tuple[int, ...], ...]
    own: int
    counts: tuple[int, ...]

    def form(self, form: Linear) -> Linear:
        rows = []
        for number, group in enumerate(self.groups):
            times = [1 if number < self.own else self.counts[place] for place in group]
            columns = zip(*(form.table[place] for place in group), strict=True)
            rows.append(tuple(sum((v * t for v, t in zip(c, times, strict=True)), Fraction(0)) for c in columns))
        return Linear(tuple(rows), form.constant)


def _merged(game: Game, parts: Sequence[Sequence[int]], number: int) -> BoundRule:
    own = [(place,) for place in parts[number]]
    others = [tuple(part) for other, part in enumerate(parts) if other != number]
    counts = tuple(seat.count for seat in game.roster.seats)
    merge = _Merge((*own, *others), len(own), counts)
    seats = [game.roster.seats[place] for place in parts[number]]
    blocs = [Seat(f"union {other}", f"union {other}", casts=YES_NO) for other in range(len(others))]
    clauses = tuple(
        replace(
            clause,
            left=merge.form(clause.left),
            right=merge.form(clause.right),
            guards=tuple(merge.form(guard) for guard in clause.guards),
            slack=merge.form(clause.slack),
        )
        for clause in game.bound.clauses
    )
    return replace(game.bound, roster=replace(game.roster, seats=(*seats, *blocs)), clauses=clauses)


def _one_union(
    game: Game, parts: Sequence[Sequence[int]], number: int, *, pivots: tuple[bool, bool], exact: bool
) -> dict[int, Number]:
    from psephos.count.diagram import compile_rule

    bound = _merged(game, parts, number)
    own = len(parts[number])
    labels = ["own"] * own + ["bloc"] * (len(parts) - 1)
    diagram = compile_rule(bound, choices=YES_NO, labels=labels)
    inside = sum(game.roster.seats[place].count for place in parts[number]) - 1
    settings = _settings(bound, own, (len(parts) - 1, inside), pivots, exact=exact)
    (found,) = averaged(diagram, settings, [(YES, NO)], exact=exact)
    zero: Number = Fraction(0) if exact else 0.0
    return {place: found.get(seat, zero) for seat, place in enumerate(parts[number])}


def _settings(
    bound: BoundRule, own: int, degrees: tuple[int, int], pivots: tuple[bool, bool], *, exact: bool
) -> list[Setting]:
    """Every pair of a chance for the other unions and a chance for the own members."""
    half: Number = Fraction(1, 2) if exact else 0.5
    (outer, outer_shares), (inner, inner_shares) = (
        nodes(degree, exact=exact) if pivot else ((half,), (Fraction(1) if exact else 1.0,))
        for degree, pivot in zip(degrees, pivots, strict=True)
    )
    settings = []
    for (s, share), (t, part) in product(zip(outer, outer_shares, strict=True), zip(inner, inner_shares, strict=True)):
        whole = s.denominator * t.denominator if isinstance(s, Fraction) and isinstance(t, Fraction) else 1
        rows = tuple(_row(bound, t if seat < own else s, whole) for seat in range(len(bound.roster.seats)))
        settings.append(Setting(rows, whole, share * part))
    return settings


def _row(bound: BoundRule, chance: Number, whole: int) -> tuple[Number, ...]:
    return tuple(
        chance * whole if choice == YES else (1 - chance) * whole if choice == NO else 0 for choice in bound.choices.ids
    )

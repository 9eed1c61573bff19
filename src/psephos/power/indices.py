"""Power indices with one signature: who is decisive before any vote is cast?

Each index answers another question, and docs/explanation/power-indices.md says which, with its literature and when
not to use it. All are computed from the reduced diagram of rule and roster (or the dense way for one large weighted
threshold); no division of the votes is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from psephos.body.members import Roster
from psephos.errors import BudgetError, UsageError
from psephos.power.abstention import ABSTENTION, ternary_power
from psephos.power.games import Game, Measurable
from psephos.power.games import game as game_of
from psephos.power.swings import Basis, Number, basis
from psephos.power.table import PowerTable
from psephos.power.unions import UNIONS, Unions, union_power

if TYPE_CHECKING:
    from psephos.power.ladder import Ladder

__all__ = ["ALL", "COALITION", "INDICES", "SWING", "USUAL", "power"]

SWING = (
    "banzhaf",
    "banzhaf_normalised",
    "shapley_shubik",
    "coleman_initiate",
    "coleman_prevent",
    "rae",
    "decisiveness",
    "luck",
    "koenig_braeuninger",
)
"""Indices made of swings, pivots and the number of adopting divisions."""
COALITION = ("johnston", "deegan_packel", "holler")
"""Indices made of coalitions and their critical members."""
ALL = (*SWING, *COALITION)
"""What `index="all"` asks for: every index of the two-choice game without unions."""
USUAL = ("banzhaf", "banzhaf_normalised", "shapley_shubik")
"""What `index="usual"` asks for, and the command where nothing is said."""
INDICES = (*ALL, *UNIONS, *ABSTENTION)
"""Every index there is."""

_OTHER_NAMES = {
    "penrose": "banzhaf",
    "penrose_banzhaf": "banzhaf",
    "shapley": "shapley_shubik",
    "success": "rae",
    "public_good": "holler",
    "inclusiveness": "koenig_braeuninger",
}


def power(
    of: Measurable,
    roster: Roster | None = None,
    *,
    index: str | Iterable[str] = "banzhaf",
    exact: bool = False,
    unions: Unions | None = None,
    on: date | str | None = None,
    decision: str | None = None,
    variants: Iterable[str] = (),
) -> PowerTable:
    """How much power does a rule give each member, before any vote is cast?

    Values are chances or shares in 0..1. Preferences, party discipline and bargaining are not modelled. Every member
    votes yes or no and what is not yes is no, except for the indices of `psephos.power.abstention`.

    Args:
        of: a body's name, file or rulebook; a rule or bound rule; or a game (see `psephos.power.games`).
        roster: who votes; needed with a rule, the body's own of the day otherwise.
        index: one name, several, "usual" or "all" (with unions: the three for unions). Of "usual" and "all" what is not
            feasible is named in `refused`, with the reason, and the rest computed.
        exact: exact fractions instead of floats with an error bound.
        unions: who acts together, as lists of members, for owen, banzhaf_owen and symmetric_coalitional_banzhaf.
        on: the day, for a body; today if left out.
        decision: the kind of decision, for a body; its default if left out.
        variants: facts that make another rule apply, for a body.

    Returns:
        A table with a figure for each member and index, and where it came from.

    Raises:
        UsageError: an unknown index, body or day; no members; a rule that is not monotone (two profiles show it).
        BudgetError: too large for exact counting; the message says what to do.

    Cost: milliseconds for bodies with few unlike members, 0.1 s for 27 unlike members under three clauses, seconds
        for the 190 members of the IMF.

    Examples:
        >>> table = power("unsc", on="2024-01-01", index=["banzhaf", "shapley_shubik"], exact=True)
        >>> table.value("FRA"), table.value("FRA", "shapley_shubik")
        (Fraction(53, 1024), Fraction(421, 2145))

    Checked against: tests/golden (Security Council, Electoral College, EU Council, IMF, US federal law).

    References: Felsenthal and Machover, The Measurement of Voting Power (1998); see the docs for each index.
    """
    found = game_of(of, roster, on=on, decision=decision, variants=variants)
    asked, several = _asked(index, unions=bool(unions))
    if any(name in ABSTENTION for name in asked):
        return ternary_power(found, _only(asked, ABSTENTION), exact=exact)
    if any(name in UNIONS for name in asked):
        return union_power(found, _only(asked, UNIONS), unions, exact=exact)
    return _two_choice(found, asked, exact=exact, refuse=several)


def _asked(index: str | Iterable[str], *, unions: bool) -> tuple[tuple[str, ...], bool]:
    """The indices asked for, and whether by a word for several of them."""
    listed = [index] if isinstance(index, str) else list(index)
    for word, several in (("all", ALL), ("usual", USUAL)):
        if word in listed:
            return UNIONS if unions else several, True
    names = tuple(dict.fromkeys(_OTHER_NAMES.get(name, name) for name in listed))
    unknown = [name for name in names if name not in INDICES]
    if unknown or not names:
        raise UsageError(f"'{''.join(unknown[:1])}' is no index; the indices are {', '.join(INDICES)}, or all or usual")
    return names, False


def _only(asked: Sequence[str], family: Sequence[str]) -> tuple[str, ...]:
    other = [name for name in asked if name not in family]
    if other:
        own = next(name for name in asked if name in family)
        raise UsageError(
            f"{other[0]} and {own} rest on different conventions; ask for {', '.join(family)} by themselves"
        )
    return tuple(asked)


def _two_choice(game: Game, asked: Sequence[str], *, exact: bool, refuse: bool) -> PowerTable:
    found = basis(game, pivots="shapley_shubik" in asked, exact=exact)
    values: dict[str, tuple[Number, ...]] = {}
    refused: dict[str, str] = {}
    coalitions = _Coalitions(game)
    for name in asked:
        try:
            column = coalitions.column(name) if name in COALITION else _SWING[name](_Figures(game, found))
        except (BudgetError, UsageError) as error:
            if not refuse:
                raise
            refused[name] = str(error)
            continue
        values[name] = column if exact else tuple(float(value) for value in column)
    if not values:
        raise UsageError(f"{game.name}: no index could be computed; {'; '.join(refused.values())}")
    return PowerTable(
        game,
        values,
        {"banzhaf": tuple(found.swings[place] for place in game.places)},
        found.adopting,
        1 << game.votes,
        refused,
        found.method,
        exact,
        0.0 if exact else max(found.error, _ROUNDING),
    )


_ROUNDING = 2.0**-53
_COALITION_BUDGET = 1_000_000
"""Edges of a diagram on which critical members are told apart: each costs far more than a count."""


# --- from swings ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Figures:
    game: Game
    basis: Basis

    @property
    def swings(self) -> list[int]:
        return [self.basis.swings[place] for place in self.game.places]

    @property
    def half(self) -> int:
        return 1 << (self.basis.votes - 1)

    @property
    def adopting(self) -> int:
        return self.basis.adopting

    def over(self, whole: int, empty: str) -> tuple[Fraction, ...]:
        if whole == 0:
            raise UsageError(empty)
        return tuple(Fraction(number, whole) for number in self.swings)


def _banzhaf(of: _Figures) -> tuple[Number, ...]:
    """The chance to decide when all others are as likely to vote yes as no (Penrose 1946, Banzhaf 1965)."""
    return of.over(of.half, "")


def _normalised(of: _Figures) -> tuple[Number, ...]:
    counts = [of.game.roster.seats[place].count for place in of.game.places]
    whole = sum(number * count for number, count in zip(of.swings, counts, strict=True))
    return of.over(whole, "nobody's vote ever decides, so there are no shares")


def _shapley(of: _Figures) -> tuple[Number, ...]:
    """The share of all orders of voting in which the member's vote settles it (Shapley and Shubik 1954)."""
    if of.basis.pivots is None:
        raise BudgetError(of.basis.lacking)
    return tuple(of.basis.pivots[place] for place in of.game.places)


def _initiate(of: _Figures) -> tuple[Number, ...]:
    """Of the divisions that reject, those a member could turn to adoption (Coleman 1971)."""
    return of.over((1 << of.basis.votes) - of.adopting, "every division adopts, so there is nothing to initiate")


def _prevent(of: _Figures) -> tuple[Number, ...]:
    """Of the divisions that adopt, those a member could turn to rejection (Coleman 1971)."""
    return of.over(of.adopting, "no division adopts, so there is nothing to prevent")


def _rae(of: _Figures) -> tuple[Number, ...]:
    """The chance that the outcome is as the member voted (Rae 1969): a half more than half the Banzhaf measure."""
    return tuple(Fraction(1, 2) + value / 2 for value in _fractions(of))


def _luck(of: _Figures) -> tuple[Number, ...]:
    """Success without being decisive (Laruelle and Valenciano 2005)."""
    return tuple(Fraction(1, 2) - value / 2 for value in _fractions(of))


def _inclusiveness(of: _Figures) -> tuple[Number, ...]:
    """Of the divisions that adopt, those with the member in favour (Koenig and Braeuninger 1998)."""
    if not of.adopting:
        raise UsageError("no division adopts, so that nobody can be counted among those in favour")
    return tuple(Fraction(of.adopting + number, 2 * of.adopting) for number in of.swings)


def _fractions(of: _Figures) -> tuple[Fraction, ...]:
    return of.over(of.half, "")


_SWING: Mapping[str, Callable[[_Figures], tuple[Number, ...]]] = {
    "banzhaf": _banzhaf,
    "banzhaf_normalised": _normalised,
    "shapley_shubik": _shapley,
    "coleman_initiate": _initiate,
    "coleman_prevent": _prevent,
    "rae": _rae,
    "decisiveness": _banzhaf,
    "luck": _luck,
    "koenig_braeuninger": _inclusiveness,
}


# --- from coalitions --------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Coalitions:
    """Critical members, told apart once for all three indices; sums per vote of each seat, turned into shares."""

    game: Game
    laid: tuple[Ladder, bool] | BudgetError | None = None

    def column(self, name: str) -> tuple[Number, ...]:
        sums = self._johnston() if name == "johnston" else self._minimal(shared=name == "deegan_packel")
        counts = {place: self.game.roster.seats[place].count for place in self.game.places}
        whole = sum((value * counts[place] for place, value in sums.items()), Fraction(0))
        if not whole:
            raise UsageError("no winning coalition has a critical member, so there are no shares")
        return tuple(sums.get(place, Fraction(0)) / whole for place in self.game.places)

    def _johnston(self) -> dict[int, Fraction]:
        from psephos.power.critical import johnston_shares
        from psephos.power.removal import johnston_walk

        game, chain = self._ladder()
        shares = johnston_shares(game) if chain else johnston_walk(game)
        return {place: share for seats, share in zip(game.seats, shares, strict=True) for place in seats}

    def _minimal(self, *, shared: bool) -> dict[int, Fraction]:
        from psephos.power.critical import minimal_coalitions
        from psephos.power.removal import minimal_walk

        game, chain = self._ladder()
        found = minimal_coalitions(game) if chain else minimal_walk(game)
        sums: dict[int, Fraction] = {}
        for seats, row in zip(game.seats, found.holding, strict=True):
            parts = (Fraction(number, size if shared else 1) for size, number in enumerate(row) if number)
            sums |= dict.fromkeys(seats, sum(parts, Fraction(0)))
        return sums

    def _ladder(self) -> tuple[Ladder, bool]:
        if self.laid is None:
            from psephos.power.structure import laid_out

            try:
                self.laid = laid_out(self.game, _COALITION_BUDGET)
            except BudgetError as error:
                self.laid = error
        if isinstance(self.laid, BudgetError):
            raise self.laid
        return self.laid

"""What power is measured in: a rule on a roster where every member votes yes or no, or a plain quota with weights.

A rule with more choices is read as a two-choice game by one convention, used everywhere in this folder but in
`psephos.power.abstention`: every member casts yes or no; whatever is not yes is no. A seat whose rulebook gives other
choices too (a president who may sign, return, or let a bill lie) is held to the same two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from psephos.body.ballots import STANDARD_CHOICES
from psephos.body.binding import BoundRule, bind
from psephos.body.book import Rulebook
from psephos.body.members import Roster, Seat, Weight
from psephos.body.rulebook import rulebook
from psephos.body.rules import Clause, Condition, Count, Leaf, Number, Rule, Sum, Term
from psephos.count.conjuncts import WholeRule
from psephos.errors import BudgetError, UsageError
from psephos.explore.numbers import LONGEST, exact_number

if TYPE_CHECKING:
    from psephos.count.diagram import Diagram

__all__ = ["NO", "YES", "YES_NO", "Game", "Measurable", "game", "read_number", "read_weights", "weighted"]

YES, NO = "yes", "no"
YES_NO = (YES, NO)
_COUNTED = 20_000
"""How many votes are counted exactly."""
_MOST = 100_000
"""How many seats one entry of a list of weights may stand for."""


@dataclass(frozen=True, slots=True)
class Game:
    """Which rule on which roster is measured, and where does it come from?

    `sha256` is the rulebook's; it is empty for a game written down as quota and weights, which is no day's rule either.
    """

    bound: BoundRule = field(repr=False)
    name: str
    rulebook: str = ""
    sha256: str = ""
    prepared: WholeRule | None = field(default=None, repr=False, compare=False)

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self.bound.rule

    @property
    def roster(self) -> Roster:
        """The roster."""
        return self.bound.roster

    @property
    def whole(self) -> WholeRule:
        """The rule in whole-number conditions; made once for a game that `game` or `weighted` has prepared."""
        return self.prepared or WholeRule.of(self.bound)

    @property
    def day(self) -> date | None:
        """The day whose roster it is; None for a game that is no body's."""
        return self.roster.day if self.rulebook else None

    @property
    def places(self) -> tuple[int, ...]:
        """The places on the roster of seats that somebody holds."""
        return tuple(place for place, seat in enumerate(self.roster.seats) if seat.count)

    @property
    def votes(self) -> int:
        """How many votes there are in all."""
        return self.roster.size

    def check_size(self) -> None:
        """Refuse so many votes that their numbers of divisions, each as long as the votes are many, fill the memory.

        Raises:
            BudgetError: more than 20,000 votes.
        """
        if self.votes > _COUNTED:
            raise BudgetError(
                f"{self.name}: {self.votes:,} votes are over the limit of {_COUNTED:,} for exact counting; count them "
                "in larger units, or estimate by samples (--samples 10000; in Python psephos.power.sampled)"
            )

    def diagram(self, *, choices: Sequence[str] = YES_NO, budget: int | None = None) -> Diagram:
        """The game's diagram, all votes open.

        Raises:
            BudgetError: more than 20,000 votes, or the diagram would grow beyond the budget.
        """
        self.check_size()
        from psephos.count.diagram import BUDGET, compile_rule

        return compile_rule(self.whole, choices=choices, budget=BUDGET if budget is None else budget)


Measurable = Game | BoundRule | Rulebook | Rule | str | Path
"""A body by name, file or rulebook; a rule (with a roster); a rule bound to its roster; or a game made before."""


def game(
    of: Measurable,
    roster: Roster | None = None,
    *,
    on: date | str | None = None,
    decision: str | None = None,
    variants: Iterable[str] = (),
) -> Game:
    """Which game do a rule and a roster make?

    Args:
        of: a body's name, file or rulebook, a rule, a bound rule, or a game.
        roster: who votes; needed with a rule, otherwise the body's own roster of the day.
        on: the day (today if left out), for a body.
        decision: the kind of decision, for a body; its default if left out.
        variants: facts that make another rule apply, for a body.

    Raises:
        UsageError: unknown body, decision or day, a rule without a roster, or nobody on the roster.

    Examples:
        >>> game("unsc", on="2024-01-01").votes
        15
    """
    match of:
        case Game():
            found = of
        case BoundRule():
            found = Game(of, of.rule.title, of.rule.body)
        case Rule():
            if roster is None:
                raise UsageError("a rule alone has no members; give the roster that votes under it too")
            found = Game(bind(of, roster, STANDARD_CHOICES), of.title, of.body)
        case _:
            book = of if isinstance(of, Rulebook) else rulebook(of)
            found = _of_body(book, roster, _day(on), decision, variants)
    if not found.votes:
        raise UsageError(f"{found.name}: the roster has no members; power needs at least one")
    return _strongest_first(found)


def _of_body(book: Rulebook, roster: Roster | None, day: date, decision: str | None, variants: Iterable[str]) -> Game:
    rule = book.rule(day, decision, variants)
    bound = bind(rule, roster or book.on(day), book.choices)
    return Game(bound, f"{book.name}, {rule.title}", book.id, book.sha256)


def _day(on: date | str | None) -> date:
    if on is None:
        return date.today()  # noqa: DTZ011 -- the day where the person sits is what "today" means
    try:
        return on if isinstance(on, date) else date.fromisoformat(on)
    except ValueError:
        raise UsageError(f"'{on}' is no day; write it as 2023-10-25") from None


def _strongest_first(found: Game) -> Game:
    """The seats with the largest coefficients first: diagrams stay small, and follow desirability."""
    if found.prepared:
        return found
    whole = WholeRule.of(found.bound)
    strength = [Fraction(0)] * len(found.roster.seats)
    for part in (part for parts in whole.parts.values() for part in parts):
        pull = _pull(part.table, found)
        total = sum((value * seat.count for value, seat in zip(pull, found.roster.seats, strict=True)), 0)
        for place, value in enumerate(pull):
            strength[place] += Fraction(value, total or 1)
    order = sorted(range(len(strength)), key=lambda place: (-strength[place], place))
    if order == list(range(len(strength))):
        return replace(found, prepared=whole)
    seats = tuple(found.roster.seats[place] for place in order)
    bound = bind(found.rule, replace(found.roster, seats=seats), found.bound.choices)
    return replace(found, bound=bound, prepared=WholeRule.of(bound))


def _pull(table: Sequence[Sequence[int]], found: Game) -> list[int]:
    yes, no = (found.bound.choices.index(choice) for choice in YES_NO)
    return [abs(row[yes] - row[no]) for row in table]


# --- quota and weights ------------------------------------------------------------------------------------------------


def weighted(
    quota: Fraction | int | str, weights: str | Mapping[str, Fraction | int] | Sequence[Fraction | int]
) -> Game:
    """Which game is it when weights are added up and a quota decides?

    Args:
        quota: the sum of weights that is enough; whole, decimal or a fraction.
        weights: "29x4,27x2" (weight x how many), "A=50,B=49", a mapping from names, or a list.

    Raises:
        UsageError: no members, a negative weight, a quota that is never or always reached.

    Examples:
        >>> weighted(39, "7x5,1x10").votes
        15
    """
    bound = read_number(str(quota), "quota")
    seats = tuple(_seats(read_weights(weights) if isinstance(weights, str) else weights))
    whole = sum((seat.weights["votes"].value * seat.count for seat in seats), Fraction(0))
    if not seats or not sum(seat.count for seat in seats):
        raise UsageError("there are no members; give weights such as 29x4,27x2")
    if not 0 < bound <= whole:
        raise UsageError(
            f"the quota {bound} is {'always' if bound <= 0 else 'never'} reached; give one above 0, up to {whole}"
        )
    condition = Condition(
        Sum((Term(Fraction(1), Count(YES, None, "votes")),)), ">=", Sum((Term(Fraction(1), Number(bound)),))
    )
    clause = Clause("quota", condition, "majority", "the quota as given")
    rule = Rule("weighted game", "quota", f"a quota of {bound}", date.min, None, Leaf("quota"), (clause,))
    body = Roster("weighted game", date.min, seats)
    return _strongest_first(Game(bind(rule, body, STANDARD_CHOICES), f"weighted game, quota {bound} of {whole}"))


def read_weights(text: str) -> dict[str, tuple[Fraction, int]]:
    """Read "29x4,27x2" (weight x how many) or "A=50,B=49"; equal weights are put together, named ones are not.

    Examples:
        >>> {name: (int(weight), many) for name, (weight, many) in read_weights("29x4,4,chair=1").items()}
        {'29': (29, 4), '4': (4, 1), 'chair': (1, 1)}
    """
    found: dict[str, tuple[Fraction, int]] = {}
    for part in (part.strip() for part in text.split(",") if part.strip()):
        name, equals, value = part.rpartition("=")
        weight_text, times, many_text = value.partition("x")
        weight = read_number(weight_text, f"weight '{part}'")
        if times and not (many_text.strip().isdecimal() and 0 < int(many_text) <= _MOST):
            raise UsageError(f"weights '{part}': write weight x how many, such as 29x4, with 1 to {_MOST:,} members")
        _check_sign(weight)
        many = int(many_text) if times else 1
        key = name.strip() if equals else str(weight)
        if equals and key in found:
            raise UsageError(f"weights: '{key}' is given twice")
        found[key] = (weight, many + (found[key][1] if key in found else 0))
    return found


def _check_sign(weight: Fraction) -> None:
    if weight < 0:
        raise UsageError(
            f"the weight {weight} is negative: a vote in favour would count against; give weights of at least 0"
        )


def read_number(text: str, what: str) -> Fraction:
    """Read a whole number, a decimal or a fraction exactly; `what` names it in the error.

    Examples:
        >>> read_number("0.1", "quota"), read_number("2/3", "quota")
        (Fraction(1, 10), Fraction(2, 3))
    """
    try:
        return exact_number(text)
    except ValueError:
        raise UsageError(
            f"{what}: write a whole number, a decimal or a fraction such as 1/3, of at most {LONGEST} characters"
        ) from None


def _seats(
    weights: Mapping[str, tuple[Fraction, int]] | Mapping[str, Fraction | int] | Sequence[Fraction | int],
) -> Iterable[Seat]:
    named = weights if isinstance(weights, Mapping) else {str(place): one for place, one in enumerate(weights, start=1)}
    for name, given in named.items():
        weight, many = given if isinstance(given, tuple) else (Fraction(given), 1)
        _check_sign(weight)
        yield Seat(
            name, f"weight {weight}" if name == str(weight) else name, count=many, weights={"votes": Weight(weight)}
        )

"""What could be wrong with a rule: each clause with its threshold, sign, group, choices, denominator or weight altered.

A mutant is a whole rule that differs from the shipped one in one place. An example that comes out differently under a
mutant would have noticed that mistake.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial

from psephos.body.ballots import SETS, Choices
from psephos.body.members import Roster
from psephos.body.notation import count_text
from psephos.body.rules import (
    And,
    Clause,
    Condition,
    Count,
    Fewest,
    Formula,
    Leaf,
    Not,
    Number,
    Or,
    Quantity,
    Relation,
    Rule,
    Share,
    Sum,
    Term,
    clause_names,
)

Change = Callable[[Quantity], Quantity]

SMALL = 1_000
"""Up to so many votes in all, a weighted threshold moves by one vote; above, by one percentage point."""

_SWAPS: dict[Relation, tuple[Relation, ...]] = {
    ">=": (">",),
    ">": (">=",),
    "<": ("<=",),
    "<=": ("<",),
    "=": (">=", "<="),
}
_NEAREST = ("abstain", "present_only", "absent", "not_participating")


@dataclass(frozen=True)
class Mutant:
    """A rule with one mistake, and what the mistake is."""

    change: str
    rule: Rule


def mutants(rule: Rule, rosters: Sequence[Roster], choices: Choices) -> Iterator[Mutant]:
    """Every mutant of a rule, for the groups and choices that occur on these rosters."""
    for clause in rule.clauses:
        for change, condition in _conditions(clause, rosters, choices):
            if condition != clause.requires:
                yield Mutant(f"{clause.name}: {change}", _with(rule, clause, condition))
    for change, formula in _formulas(rule.passes):
        kept = clause_names(formula)
        yield Mutant(
            change, replace(rule, passes=formula, clauses=tuple(one for one in rule.clauses if one.name in kept))
        )


def _with(rule: Rule, clause: Clause, condition: Condition) -> Rule:
    changed = replace(clause, requires=condition)
    return replace(rule, clauses=tuple(changed if one is clause else one for one in rule.clauses))


def _conditions(clause: Clause, rosters: Sequence[Roster], choices: Choices) -> Iterator[tuple[str, Condition]]:
    condition = clause.requires
    yield from _thresholds(condition, rosters)
    for relation in _SWAPS[condition.relation]:
        yield f"{condition.relation} becomes {relation}", replace(condition, relation=relation)
    for count in dict.fromkeys(condition.counts):
        for change, instead in _instead(count, rosters, choices):
            yield change, _replaced(condition, count, instead)
    yield from _denominators(condition)
    if any(count.weight for count in condition.counts):
        yield "weights dropped", _map(condition, _unweighted)


# --- thresholds -----------------------------------------------------------------------------------------------------


def _thresholds(condition: Condition, rosters: Sequence[Roster]) -> Iterator[tuple[str, Condition]]:
    for step in (-1, 1):
        if _moves_by_votes(condition, rosters):
            moved = Sum((*condition.right.terms, Term(Fraction(1), Number(Fraction(step)))))
            yield f"bound {step:+} vote", replace(condition, right=moved)
        else:
            yield f"bound {step:+}%", _map(condition, partial(_share_moved, step))
        if condition.fewest:
            yield f"share of fewest {step:+}%", _map(condition, partial(_fewest_moved, step))


def _moves_by_votes(condition: Condition, rosters: Sequence[Roster]) -> bool:
    weights = {count.weight for count in condition.counts if count.weight}
    shares = any(isinstance(term.quantity, Share) for term in condition.right.terms)
    heavy = any(_total(roster, weight) > SMALL for roster in rosters for weight in weights)
    percent = any(isinstance(term.quantity, Share) and term.quantity.percent for term in condition.right.terms)
    return not weights or not shares or not (heavy or percent)


def _total(roster: Roster, weight: str) -> Fraction:
    return sum(
        (seat.weights[weight].value * seat.count for seat in roster.seats if weight in seat.weights), Fraction(0)
    )


def _share_moved(step: int, quantity: Quantity) -> Quantity:
    return replace(quantity, part=quantity.part + Fraction(step, 100)) if isinstance(quantity, Share) else quantity


def _fewest_moved(step: int, quantity: Quantity) -> Quantity:
    return replace(quantity, share=quantity.share + Fraction(step, 100)) if isinstance(quantity, Fewest) else quantity


# --- what is counted ------------------------------------------------------------------------------------------------


def _instead(count: Count, rosters: Sequence[Roster], choices: Choices) -> Iterator[tuple[str, Sum]]:
    """What might have been counted by mistake in place of this."""
    if count.group:
        yield f"{count_text(count)}: group dropped", _alone(replace(count, group=None))
        for sibling in _siblings(count.group, rosters):
            yield f"{count_text(count)}: group becomes {sibling}", _alone(replace(count, group=sibling))
    if count.of in SETS:
        for other in SETS:
            yield (
                f"{count_text(count)} becomes {count_text(replace(count, of=other))}",
                _alone(replace(count, of=other)),
            )
    if count.of in ("yes", "no") and (neutral := _neutral(count, rosters, choices)):
        added = replace(count, of=neutral)
        both = (Term(Fraction(1), count), Term(Fraction(1), added))
        yield f"{count_text(count)} becomes {count_text(count)} + {count_text(added)}", Sum(both)


def _alone(count: Count) -> Sum:
    return Sum((Term(Fraction(1), count),))


def _siblings(group: str, rosters: Sequence[Roster]) -> tuple[str, ...]:
    """The other groups on these rosters; beside a seat of its own, the other seats too."""
    seats = [seat for roster in rosters for seat in roster.seats]
    single = any(seat.id == group for seat in seats)
    names = [name for roster in rosters for name in roster.groups] + [seat.id for seat in seats if single]
    return tuple(
        name for name in dict.fromkeys(names) if any(_inside(name, one) != _inside(group, one) for one in rosters)
    )


def _inside(name: str, roster: Roster) -> frozenset[str]:
    return frozenset(seat.id for seat in roster.seats if name in seat.groups or name == seat.id)


def _neutral(count: Count, rosters: Sequence[Roster], choices: Choices) -> str | None:
    """The ballot nearest to no answer that a seat counted here may cast."""
    seats = [seat for roster in rosters for seat in roster.seats]
    counted = [seat for seat in seats if count.group is None or count.group in (*seat.groups, seat.id)]
    open_to = {choice for seat in counted for choice in seat.casts or choices.ids}
    return next((choice for choice in _NEAREST if choice in open_to), None)


def _denominators(condition: Condition) -> Iterator[tuple[str, Condition]]:
    for whole in condition.guards:
        counts = [term.quantity for term in whole.terms if isinstance(term.quantity, Count)]
        for name in (*SETS, "(yes + no)"):
            based = _based(counts[0], ("yes", "no") if name == "(yes + no)" else (name,))
            yield f"of {name}", _map(condition, partial(_whole, whole, based))


def _based(like: Count, words: Sequence[str]) -> Sum:
    return Sum(tuple(Term(Fraction(1), replace(like, of=word)) for word in words))


def _whole(old: Sum, new: Sum, quantity: Quantity) -> Quantity:
    return replace(quantity, whole=new) if isinstance(quantity, Share) and quantity.whole == old else quantity


def _unweighted(quantity: Quantity) -> Quantity:
    match quantity:
        case Count():
            return replace(quantity, weight=None)
        case Share(whole=whole):
            return replace(quantity, whole=_mapped(whole, _unweighted))
        case _:
            return quantity


# --- walking --------------------------------------------------------------------------------------------------------


def _map(condition: Condition, change: Change) -> Condition:
    return replace(condition, left=_mapped(condition.left, change), right=_mapped(condition.right, change))


def _mapped(total: Sum, change: Change) -> Sum:
    return Sum(tuple(replace(term, quantity=change(term.quantity)) for term in total.terms))


def _replaced(condition: Condition, count: Count, instead: Sum) -> Condition:
    return replace(
        condition, left=_spliced(condition.left, count, instead), right=_spliced(condition.right, count, instead)
    )


def _spliced(total: Sum, count: Count, instead: Sum) -> Sum:
    """The sum with one of its counts, also within a share, replaced by others."""
    terms: list[Term] = []
    for term in total.terms:
        match term.quantity:
            case Count() if term.quantity == count:
                terms += [Term(term.factor * one.factor, one.quantity) for one in instead.terms]
            case Share(whole=whole):
                terms.append(replace(term, quantity=replace(term.quantity, whole=_spliced(whole, count, instead))))
            case _:
                terms.append(term)
    return Sum(tuple(terms))


# --- formulas -------------------------------------------------------------------------------------------------------


def _formulas(formula: Formula) -> Iterator[tuple[str, Formula]]:
    """The formula with one condition of an `and`, or one alternative of an `or`, left out, at any depth."""
    match formula:
        case Leaf():
            return
        case Not(of=inner):
            yield from ((change, Not(other)) for change, other in _formulas(inner))
        case And(of=parts) | Or(of=parts):
            for place, part in enumerate(parts):
                rest = (*parts[:place], *parts[place + 1 :])
                yield f"without {_name(part)}", rest[0] if len(rest) == 1 else replace(formula, of=rest)
                for change, other in _formulas(part):
                    yield change, replace(formula, of=(*parts[:place], other, *parts[place + 1 :]))


def _name(formula: Formula) -> str:
    return " ".join(clause_names(formula))

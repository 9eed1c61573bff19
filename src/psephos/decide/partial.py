"""Verdicts on ballots that are not all known: what follows in every completion, and what does not.

Judging each clause alone is not enough (50 to 49 with one senator open and the Vice President known to be in favour
is already adopted), so every question here asks whether completions of the whole rule exist.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from psephos.body.binding import BoundClause, BoundRule, Linear, Profile
from psephos.body.rules import And, Formula, Leaf, Not, Or
from psephos.calls.seating import Seating
from psephos.count.completions import completions
from psephos.count.conjuncts import OpenVotes, condition_tree
from psephos.count.diagram import compile_tree
from psephos.count.paths import profiles
from psephos.decide.reasons import ClauseReason, Gravity, clause_reason, is_yes_against_no, role_gravity

__all__ = ["open_clause", "open_votes_of", "settled_gravity", "ways"]


def ways(bound: BoundRule, seating: Seating) -> Mapping[str, Profile]:
    """For each outcome that is still possible, ballots that bring it about."""
    if seating.tally is not None and seating.undecided:
        return _beside_a_tally(bound, seating)
    found = completions(bound, seating.known, seating.open_votes, seating.tally)
    named = {"adopted": found.adopting, "not adopted": found.rejecting}
    return {name: profile for name, profile in named.items() if profile is not None}


def _beside_a_tally(bound: BoundRule, seating: Seating) -> Mapping[str, Profile]:
    """Where a tally counts some of the open votes and others are still to be cast: what a diagram finds."""
    view = open_votes_of(bound, seating)
    found: dict[str, Profile] = {}
    for name, adopting in (("adopted", True), ("not adopted", False)):
        tree = condition_tree(bound, seating.known, view, seating.conditions(), adopting=adopting)
        diagram = compile_tree(bound, seating.known, view, tree, view.seats)
        found |= {name: profile for profile in profiles(diagram, 1)}
    return found


def open_votes_of(bound: BoundRule, seating: Seating, choices: Sequence[str] | None = None) -> OpenVotes:
    """The votes that are open, and what each may be: what its seat can cast (of these choices), and what the tally counts."""
    ids = bound.choices.ids
    places = tuple(place for place, votes in enumerate(seating.open_votes) if votes)
    counted = {choice for choice, number in zip(ids, seating.tally or (), strict=False) if number}
    permitted = []
    for place in places:
        seat = bound.roster.seats[place]
        free = seating.tally is None or seating.free or seat.apart
        own = {choice for choice in bound.castable(seat) if choices is None or choice in choices} if free else set()
        told = set() if seat.apart else counted & {*(seat.casts or ids), "not_voting"}
        permitted.append(tuple(number for number, choice in enumerate(ids) if choice in own | told))
    return OpenVotes(places, tuple(seating.open_votes[place] for place in places), tuple(permitted), None)


def open_clause(clause: BoundClause, bound: BoundRule, seating: Seating) -> ClauseReason:
    """How does one clause stand whatever the open ballots are?"""
    alone = _only(bound, Leaf(clause.clause.name))
    possible = ways(alone, seating)
    holds = None if len(possible) > 1 else "adopted" in possible
    sample = next(iter(possible.values()), seating.known)
    judged = clause_reason(clause, bound, sample if holds is not None else seating.known)
    if _settled(clause.left, seating) and _settled(clause.right, seating):
        return replace(
            clause_reason(clause, bound, sample), holds=holds, against=_known_against(clause, bound, seating)
        )
    return ClauseReason(
        clause.clause,
        holds,
        clause.left.value(seating.known),
        clause.right.value(seating.known),
        None,
        slack=judged.slack,
        unsure=judged.unsure,
        against=_known_against(clause, bound, seating) if holds is False else (),
    )


def settled_gravity(bound: BoundRule, seating: Seating) -> Gravity:
    """How far from adoption does the motion stay in every completion? NONE where completions differ in that.

    A motion stays farther away than a gravity g exactly if the rule still fails once all clauses up to g are taken as
    met.
    """
    for level in (Gravity.MAJORITY, Gravity.TIE, Gravity.VETO, Gravity.NONE):
        formula = _relaxed(bound.rule.passes, bound, level)
        if formula is None:
            continue
        possible = ways(_only(bound, formula), seating)
        if len(possible) > 1:
            return Gravity.NONE
        if "not adopted" in possible:
            return _untied(bound, seating) if level is Gravity.TIE else Gravity(level + 1)
    return Gravity.NONE


def _untied(bound: BoundRule, seating: Seating) -> Gravity:
    """A failing majority is a tie if yes equals no in every completion, none if they never do, else open."""
    level = [_level(clause) for clause in bound.clauses if is_yes_against_no(clause, bound)]
    possible = [
        set(ways(_only(replace(bound, clauses=(clause,)), Leaf(clause.clause.name)), seating)) for clause in level
    ]
    if any(len(outcomes) > 1 for outcomes in possible):
        return Gravity.NONE
    return Gravity.TIE if any("adopted" in outcomes for outcomes in possible) else Gravity.MAJORITY


def _level(clause: BoundClause) -> BoundClause:
    """The clause with its comparison turned into "equal"."""
    requires = replace(clause.clause.requires, relation="=")
    return replace(clause, clause=replace(clause.clause, requires=requires))


def _only(bound: BoundRule, formula: Formula) -> BoundRule:
    return replace(bound, rule=replace(bound.rule, passes=formula))


def _relaxed(formula: Formula, bound: BoundRule, level: Gravity) -> Formula | None:
    """The formula with every clause up to this gravity taken as met; None where nothing is left."""
    match formula:
        case Leaf(clause=name):
            return None if role_gravity(bound.clause(name).clause) <= level else formula
        case And(of=parts):
            kept = [part for part in (_relaxed(part, bound, level) for part in parts) if part is not None]
            return And(tuple(kept)) if kept else None
        case Or(of=parts):
            below = [part for part in (_relaxed(part, bound, level) for part in parts) if part is not None]
            return Or(tuple(below)) if len(below) == len(parts) else None
        case Not():
            return formula


def _settled(form: Linear, seating: Seating) -> bool:
    """Is the form's value the same in every completion?"""
    places = [place for place, votes in enumerate(seating.open_votes) if votes]
    if seating.tally is None or seating.undecided:
        return all(len(set(form.table[place])) == 1 for place in places)
    cast = [choice for choice, number in enumerate(seating.tally) if number]
    return len({tuple(form.table[place][choice] for choice in cast) for place in places}) <= 1


def _known_against(clause: BoundClause, bound: BoundRule, seating: Seating) -> tuple[int, ...]:
    return clause_reason(clause, bound, seating.known).against

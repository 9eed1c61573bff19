"""Verdicts on ballots that are not all known: what follows in every completion, and what does not.

Judging each clause alone is not enough (50 to 49 with one senator open and the Vice President known to be in favour
is already adopted), so every question here asks whether completions of the whole rule exist.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from psephos.body.binding import BoundClause, BoundRule, Linear, Profile
from psephos.body.rules import And, Formula, Leaf, Not, Or, Relation, clause_names
from psephos.calls.seating import Seating
from psephos.count.completions import completions
from psephos.count.conjuncts import OpenVotes, condition_tree
from psephos.count.diagram import compile_tree
from psephos.count.paths import profiles
from psephos.decide.crowd import crowd
from psephos.decide.reasons import ClauseReason, Gravity, clause_reason, is_yes_against_no, role_gravity

__all__ = ["open_clause", "open_votes_of", "settled_gravity", "ways"]


def ways(bound: BoundRule, seating: Seating) -> Mapping[str, Profile]:
    """For each outcome that is still possible, ballots that bring it about."""
    bench = crowd(bound, seating)
    if bench is not None:
        return {name: bench.scattered(profile) for name, profile in ways(bench.bound, bench.seating).items()}
    beside = seating.tally is not None and seating.undecided > 0
    if beside and _told(seating, "not_voting"):
        return _with_silent_seats(bound, seating)
    tally, also = (None, seating.conditions()) if beside else (seating.tally, ())
    found = completions(bound, seating.known, seating.open_votes, tally, also=also)
    named = {"adopted": found.adopting, "not adopted": found.rejecting}
    return {name: profile for name, profile in named.items() if profile is not None}


def _told(seating: Seating, choice: str) -> int:
    """How many of the open votes does the tally say went to that choice?"""
    return seating.tally[seating.choices.index(choice)] if seating.tally else 0


def _with_silent_seats(bound: BoundRule, seating: Seating) -> Mapping[str, Profile]:
    """Votes still to be cast beside a tally that leaves seats out: those cast nothing, a diagram finds the rest."""
    view = open_votes_of(bound, seating)
    found: dict[str, Profile] = {}
    for name, adopting in (("adopted", True), ("not adopted", False)):
        tree = condition_tree(bound, seating.known, view, seating.conditions(), adopting=adopting)
        diagram = compile_tree(bound, seating.known, view, tree, view.seats)
        some = next(profiles(diagram, 1), None)
        found |= {} if some is None else {name: some}
    return found


def open_votes_of(bound: BoundRule, seating: Seating, choices: Sequence[str] | None = None) -> OpenVotes:
    """The open votes, and what each may be: what its seat can cast (of these choices), and what the tally counts."""
    ids = bound.choices.ids
    places = tuple(place for place, votes in enumerate(seating.open_votes) if votes)
    counted = {choice for choice, number in zip(ids, seating.tally or (), strict=False) if number}
    permitted = []
    for place in places:
        seat = bound.roster.seats[place]
        free = seating.tally is None or seating.free or seat.apart
        castable = bound.castable(seat) if free else ()
        own = set(castable if choices is None else [choice for choice in castable if choice in choices] or castable)
        told = set() if seat.apart else counted & {*(seat.casts or ids), "not_voting"}
        permitted.append(tuple(number for number, choice in enumerate(ids) if choice in own | told))
    return OpenVotes(places, tuple(seating.open_votes[place] for place in places), tuple(permitted), None)


def _so_far(form: Linear, seating: Seating, sample: Profile) -> Fraction:
    """What a side of a clause comes to on the ballots known, and those of a tally where it matters not whose they are.

    A side that is the same in every completion comes to that.
    """
    if _settled(form, seating):
        return form.value(sample)
    ordinary = [
        place for place, seat in enumerate(seating.roster.seats) if seating.open_votes[place] and not seat.apart
    ]
    rows = {form.table[place] for place in ordinary}
    value = form.value(seating.known)
    if seating.tally is None or len(rows) != 1:
        return value
    return value + sum((c * n for c, n in zip(rows.pop(), seating.tally, strict=True)), Fraction(0))


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
        _so_far(clause.left, seating, sample),
        _so_far(clause.right, seating, sample),
        None,
        slack=judged.slack,
        unsure=judged.unsure,
        against=_known_against(clause, bound, seating) if holds is False else (),
    )


def settled_gravity(bound: BoundRule, seating: Seating) -> Gravity:
    """How far from adoption does the motion stay in every completion? NONE where completions differ in that.

    A motion stays farther away than a gravity g exactly if the rule still fails once all that is no graver than g is
    taken as met.
    """
    wide = replace(bound, clauses=(*bound.clauses, *(part for one in bound.clauses for part in _tie(one, bound))))
    for level in (Gravity.MAJORITY, Gravity.TIE, Gravity.VETO, Gravity.NONE):
        formula = _relaxed(bound.rule.passes, bound, level)
        if formula is None:
            continue
        possible = ways(_only(wide, formula), seating)
        if len(possible) > 1:
            return Gravity.NONE
        if "not adopted" in possible:
            return Gravity(level + 1)
    return Gravity.NONE


def _tie(clause: BoundClause, bound: BoundRule) -> tuple[BoundClause, ...]:
    """For a majority of yes over no: that the two are equal, and that there are any."""
    if not _can_tie(clause, bound):
        return ()
    yes, no = bound.choices.index("yes"), bound.choices.index("no")
    rows = clause.left.minus(clause.right).table
    voted = tuple(tuple(abs(c) if at in (yes, no) else c for at, c in enumerate(row)) for row in rows)
    nothing = Linear(tuple(tuple(c * 0 for c in row) for row in rows), Fraction(0))
    return (
        _called(clause, "level", "="),
        replace(_called(clause, "voted", ">"), left=Linear(voted, Fraction(0)), right=nothing),
    )


def _can_tie(clause: BoundClause, bound: BoundRule) -> bool:
    return clause.clause.role == "majority" and is_yes_against_no(clause, bound)


def _called(clause: BoundClause, suffix: str, relation: Relation) -> BoundClause:
    requires = replace(clause.clause.requires, relation=relation)
    return replace(clause, clause=replace(clause.clause, name=f"{clause.clause.name} {suffix}", requires=requires))


def _only(bound: BoundRule, formula: Formula) -> BoundRule:
    return replace(bound, rule=replace(bound.rule, passes=formula))


def _relaxed(formula: Formula, bound: BoundRule, level: Gravity) -> Formula | None:
    """The formula with all that is no graver than this taken as met; None where nothing is left."""
    match formula:
        case Leaf(clause=name):
            return _relaxed_leaf(formula, bound.clause(name), bound, level)
        case And(of=parts):
            kept = [part for part in (_relaxed(part, bound, level) for part in parts) if part is not None]
            return And(tuple(kept)) if kept else None
        case Or(of=parts):
            below = [part for part in (_relaxed(part, bound, level) for part in parts) if part is not None]
            return Or(tuple(below)) if len(below) == len(parts) else None
        case Not():
            gravest = max(role_gravity(bound.clause(name).clause) for name in clause_names(formula))
            return None if gravest <= level else formula


def _relaxed_leaf(leaf: Leaf, clause: BoundClause, bound: BoundRule, level: Gravity) -> Formula | None:
    """A majority that fails by a tie is met where ties are."""
    if role_gravity(clause.clause) <= level:
        return None
    if level is Gravity.TIE and _can_tie(clause, bound):
        return Or((leaf, And((Leaf(f"{leaf.clause} level"), Leaf(f"{leaf.clause} voted")))))
    return leaf


def _settled(form: Linear, seating: Seating) -> bool:
    """Is the form's value the same in every completion?

    So it is where it does not matter what the open seats cast; and under a full tally, where what a ballot adds does
    not depend on the seat (a seat may add something of its own, whatever it casts).
    """
    places = [place for place, votes in enumerate(seating.open_votes) if votes]
    if seating.tally is None or seating.undecided:
        return all(len(set(form.table[place])) == 1 for place in places)
    cast = [choice for choice, number in enumerate(seating.tally) if number]
    rows = [[form.table[place][choice] for choice in cast] for place in places]
    return len({tuple(worth - row[0] for worth in row) for row in rows}) <= 1


def _known_against(clause: BoundClause, bound: BoundRule, seating: Seating) -> tuple[int, ...]:
    return clause_reason(clause, bound, seating.known).against

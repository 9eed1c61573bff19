"""Did the motion pass, and why?

`decide` walks the rule once over the ballots and keeps the tree of reasons; the outcome is its root. Where ballots
are missing, the outcome is *open* only if two completions exist that decide differently, and both are shown. A
verdict carries no words: `psephos.show` words it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from psephos.body.binding import BoundRule, Profile, bind
from psephos.body.book import Rulebook
from psephos.body.members import Roster, Seat
from psephos.body.rulebook import rulebook
from psephos.body.rules import Rule
from psephos.calls.rollcall import RollCall
from psephos.calls.seating import Seating, seat_call
from psephos.decide.reasons import (
    Gravity,
    Reason,
    gravity,
    leaves,
    reasons,
    standing_in_the_way,
)

__all__ = ["Completion", "Label", "Outcome", "Remark", "RemarkKind", "Verdict", "decide", "decide_seated"]

Outcome = Literal["adopted", "not adopted", "open"]
Label = Literal["adopted", "adopted without a vote", "vetoed", "insufficient votes", "tied", "no quorum", "open"]
RemarkKind = Literal[
    "assumed decision",
    "not a veto",
    "no veto there",
    "would have been adopted",
    "perhaps others",
    "party to the dispute",
    "rounding",
    "beyond the facts",
    "assumed not voting",
    "practice",
    "rule",
]

_HALF_A_YEAR = 183
_LABELS: Mapping[Gravity, Label] = {
    Gravity.QUORUM: "no quorum",
    Gravity.MAJORITY: "insufficient votes",
    Gravity.TIE: "tied",
    Gravity.VETO: "vetoed",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What must a reader know beside the outcome: of which kind, about which members, in whose words?"""

    kind: RemarkKind
    members: tuple[str, ...] = ()
    text: str = ""
    number: int = 0


Completion = Mapping[str, str | Mapping[str, int]]
"""Ballots for the seats that were open: a choice, or votes for each choice."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What did this vote decide, and why?

    Prints as text in a terminal; see `psephos.show` for JSON and pictures. `tally` counts the ballots known.
    `completions` (when open) maps each outcome to ballots that bring it about. `bound` is the rule on its roster, at
    hand for further questions (None where no ballots were cast).
    """

    book: Rulebook = field(repr=False)
    rule: Rule = field(repr=False)
    call: RollCall
    seating: Seating = field(repr=False)
    outcome: Outcome
    label: Label
    tally: Mapping[str, int] = field(hash=False)
    open: int
    vetoed_by: tuple[str, ...]
    remarks: tuple[Remark, ...]
    reasons: Reason | None = field(repr=False)
    completions: Mapping[str, Completion] = field(default_factory=dict, hash=False, repr=False)
    bound: BoundRule | None = field(default=None, compare=False, repr=False)

    @property
    def roster(self) -> Roster:
        """Who took part."""
        return self.seating.roster

    @property
    def adopted(self) -> bool:
        """Was it adopted? An open vote was not, yet."""
        return self.outcome == "adopted"


def decide(body: Rulebook | str | Path, call: RollCall) -> Verdict:
    """Did the motion pass under the rule in force that day, and why?

    Args:
        body: the rulebook, or its id or path (keep a rulebook to decide many calls).
        call: the ballots, or a bare tally.

    Ballots are counted as cast: a party to a dispute that voted is noted, not dropped. The nature of the motion
    (`call.decision`) is an input; ballots alone cannot tell it.

    Raises:
        UsageError: a member that did not sit, a day not covered, an unknown decision ...: see `psephos.errors`.
        BudgetError: open ballots of very many unlike members.

    Cost: about 1 ms for 15 seats; open ballots are settled by a diagram.

    Examples:
        >>> from datetime import date
        >>> call = RollCall("unsc", date(2023, 10, 25), ballots={"CHN": "no", "RUS": "no"}, others="yes")
        >>> decide("unsc", call).vetoed_by
        ('CHN', 'RUS')
    """
    book = body if isinstance(body, Rulebook) else rulebook(body)
    rule = book.rule(call.day, call.decision, call.variants)
    current = call.corrected()
    seating = seat_call(book, current)
    if call.without_a_vote:
        return _without_a_vote(book, rule, current, seating)
    return decide_seated(book, bind(rule, seating.roster, book.choices), current, seating)


def decide_seated(book: Rulebook, bound: BoundRule, call: RollCall, seating: Seating) -> Verdict:
    """The same for a rule already bound and ballots already seated (to decide many calls of one day)."""
    if seating.complete and seating.tally is None:
        tree = reasons(bound, seating.known)
        return _verdict(book, bound, call, seating, tree, gravity(tree), {})
    from psephos.decide import partial  # counting needs numpy, which complete ballots never load

    tree = reasons(bound, seating.known, lambda clause: partial.open_clause(clause, bound, seating))
    possible = partial.ways(bound, seating)
    settled = partial.settled_gravity(bound, seating) if "adopted" not in possible else Gravity.NONE
    return _verdict(book, bound, call, seating, tree, settled, possible)


def _verdict(
    book: Rulebook,
    bound: BoundRule,
    call: RollCall,
    seating: Seating,
    tree: Reason,
    distance: Gravity,
    ways: Mapping[str, Profile],
) -> Verdict:
    outcome = _outcome(tree, ways)
    label = _LABELS.get(distance, "open") if outcome == "not adopted" else outcome
    votes = zip(book.choices.ids, seating.votes, strict=True)
    vetoers = _vetoers(tree, seating) if label == "vetoed" else ()
    verdict = Verdict(
        book,
        bound.rule,
        call,
        seating,
        outcome,
        label,
        {choice: number for choice, number in votes if number or choice in ("yes", "no", "abstain")},
        seating.undecided,
        vetoers,
        (),
        tree,
        {name: _completion(seating, profile) for name, profile in ways.items()} if outcome == "open" else {},
        bound,
    )
    return replace(verdict, remarks=_remarks(verdict, bound))


def _without_a_vote(book: Rulebook, rule: Rule, call: RollCall, seating: Seating) -> Verdict:
    """No ballots were cast, so no clause is judged: the record itself says that the body adopted it."""
    bare = replace(seating, known=tuple((0,) * len(book.choices.ids) for _ in seating.known), tally=None)
    verdict = Verdict(book, rule, call, bare, "adopted", "adopted without a vote", {}, 0, (), (), None)
    return replace(verdict, remarks=(*_assumptions(verdict), *_rule_remarks(verdict)))


def _outcome(tree: Reason, ways: Mapping[str, Profile]) -> Outcome:
    if not ways:
        return "adopted" if tree.holds else "not adopted"
    if len(ways) > 1:
        return "open"
    return "adopted" if "adopted" in ways else "not adopted"


def _vetoers(tree: Reason, seating: Seating) -> tuple[str, ...]:
    places = {place for leaf in standing_in_the_way(tree) for place in leaf.against}
    return tuple(seat.id for place, seat in _alphabetical(seating) if place in places)


def _alphabetical(seating: Seating) -> list[tuple[int, Seat]]:
    return sorted(enumerate(seating.roster.seats), key=lambda pair: pair[1].name)


def _completion(seating: Seating, profile: Profile) -> Completion:
    """The ballots that a completion gives to the seats that were open."""
    found: dict[str, str | Mapping[str, int]] = {}
    for place, seat in enumerate(seating.roster.seats):
        if seating.open_votes[place]:
            votes = dict(zip(seating.choices.ids, profile[place], strict=True))
            cast = {choice: number for choice, number in votes.items() if number}
            found[seat.id] = next(iter(cast)) if seat.count == 1 else cast
    return found


# --- remarks --------------------------------------------------------------------------------------------------------


def _remarks(verdict: Verdict, bound: BoundRule) -> tuple[Remark, ...]:
    return (
        *_assumptions(verdict),
        *_vetoes(verdict),
        *_alternative(verdict, bound),
        *_parties(verdict),
        *_rounding(verdict),
        *_rule_remarks(verdict),
    )


def _assumptions(verdict: Verdict) -> tuple[Remark, ...]:
    found = []
    if verdict.call.decision is None and len(verdict.book.decisions) > 1:
        found.append(Remark("assumed decision", text=verdict.rule.title))
    if verdict.seating.assumed:
        found.append(Remark("assumed not voting", number=verdict.seating.assumed))
    return tuple(found)


def _vetoes(verdict: Verdict) -> tuple[Remark, ...]:
    """Votes against that look like vetoes and are none."""
    if verdict.reasons is None or verdict.outcome != "not adopted":
        return ()
    failing = [leaf for leaf in leaves(verdict.reasons) if leaf.clause.role == "veto" and leaf.holds is False]
    named = {place for leaf in failing for place in leaf.against}
    no = verdict.book.choices.index("no")
    others = {place for place, votes in enumerate(verdict.seating.known) if votes[no]} - named
    if verdict.label == "vetoed":
        listed = _listed(verdict.seating, others)
        clear = (Remark("no veto there", listed, text=_other_group(verdict.roster, named)),) if listed else ()
        return clear if verdict.seating.complete else (*clear, Remark("perhaps others"))
    listed = _listed(verdict.seating, named)
    return (Remark("not a veto", listed),) if listed and verdict.label != "open" else ()


def _listed(seating: Seating, places: set[int]) -> tuple[str, ...]:
    return tuple(seat.id for place, seat in _alphabetical(seating) if place in places)


def _other_group(roster: Roster, vetoers: set[int]) -> str:
    """The group of all seats outside the vetoers' own group ("elected" beside "permanent"), if there is one."""
    for own in roster.groups:
        inside = {place for place, seat in enumerate(roster.seats) if own in seat.groups}
        for other in roster.groups:
            outside = {place for place, seat in enumerate(roster.seats) if other in seat.groups}
            if vetoers <= inside and not inside & outside and len(inside | outside) == len(roster.seats):
                return other
    return ""


def _alternative(verdict: Verdict, bound: BoundRule) -> tuple[Remark, ...]:
    """Would it have been adopted had the vetoing members abstained, the other votes unchanged?"""
    if verdict.label != "vetoed" or not verdict.seating.complete:
        return ()
    abstain = verdict.book.choices.index("abstain")
    vetoers = {place for place, seat in enumerate(verdict.roster.seats) if seat.id in verdict.vetoed_by}
    if any("abstain" not in bound.castable(verdict.roster.seats[place]) for place in vetoers):
        return ()
    changed = tuple(
        tuple(sum(votes) if choice == abstain else 0 for choice in range(len(votes))) if place in vetoers else votes
        for place, votes in enumerate(verdict.seating.known)
    )
    if reasons(bound, changed).holds is not True:
        return ()
    return (Remark("would have been adopted", verdict.vetoed_by),)


def _parties(verdict: Verdict) -> tuple[Remark, ...]:
    """Parties to the dispute that voted where the law asks them to abstain; their ballots are counted as cast."""
    if not verdict.rule.parties:
        return ()
    seats = [verdict.book.names.seat(member, verdict.roster).id for member in verdict.call.parties]
    voted = {
        place
        for place, seat in enumerate(verdict.roster.seats)
        if seat.id in seats and verdict.seating.ballot(place) in ("yes", "no")
    }
    listed = _listed(verdict.seating, voted)
    return (Remark("party to the dispute", listed, verdict.rule.parties),) if listed else ()


def _rounding(verdict: Verdict) -> tuple[Remark, ...]:
    if verdict.reasons is None:
        return ()
    return tuple(
        Remark("rounding", text=leaf.clause.name)
        for leaf in leaves(verdict.reasons)
        if leaf.unsure or (leaf.slack > 0 and leaf.margin is not None and abs(leaf.margin) <= leaf.slack)
    )


def _rule_remarks(verdict: Verdict) -> tuple[Remark, ...]:
    found = [Remark("rule", text=text) for text in verdict.rule.remarks]
    if verdict.rule.basis == "practice" and verdict.rule.note and _near_an_end(verdict):
        found.append(Remark("practice", text=verdict.rule.note))
    if verdict.call.day > verdict.book.as_of:
        found.append(Remark("beyond the facts", text=verdict.book.as_of.isoformat()))
    return tuple(found)


def _near_an_end(verdict: Verdict) -> bool:
    """Is the vote within half a year of the rule's first or last day, where practice and text may differ?"""
    ends = (verdict.rule.since, verdict.rule.until)
    return any(abs((verdict.call.day - end).days) < _HALF_A_YEAR for end in ends if end is not None)

"""Every roll call of an archive decided again, and held against its record.

*confirmed*: the ballots decide, and the record agrees. *consistent*: there is only a tally, or no vote was taken, and
nothing contradicts. *conditional*: the record holds only under a stated condition (the decision was procedural, or
was one of those that take more).
*contradicted*: the ballots decide otherwise. *unusable*: the roll call cannot be decided, or the record states no
outcome.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from psephos.calls.formats.words import Claim, claim_of, is_resolution
from psephos.calls.rollcall import RollCall
from psephos.decide.verdict import Verdict
from psephos.errors import PsephosError
from psephos.replay.chamber import Chamber

__all__ = ["Entry", "Status", "replay_calls"]

Status = Literal["confirmed", "consistent", "conditional", "contradicted", "unusable"]

_PROCEDURAL = "procedural"
_TOO_FEW = ("insufficient votes", "no quorum", "tied")


@dataclass(frozen=True, slots=True)
class Entry:
    """One roll call of the archive, decided again.

    `strangers` are voters that did not sit that day, `lacking` the seats of the day that the record does not mention
    (only where it names members). `problem` says why a call is unusable; `only_as` names the decisions of the body
    under which a conditional record would hold.
    """

    place: int
    call: RollCall
    claim: Claim
    status: Status
    verdict: Verdict | None = field(default=None, repr=False)
    problem: str = ""
    only_as: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """How the vote is called in findings: its id, or what else identifies it."""
        call = self.call
        return call.id or call.resolution or call.symbol or f"{call.day.isoformat()} {call.meeting}".strip()

    @property
    def row(self) -> int:
        """The first row of the vote; 0 if there is none."""
        return self.call.rows[0] if self.call.rows else 0

    def count(self, choice: str) -> int:
        """How many ballots of that choice does the record hold, by name or else by tally?"""
        if self.call.ballots and self.call.tally is None:
            return sum(ballot == choice for ballot in self.call.ballots.values())
        return self.call.tally.get(choice) if self.call.tally else 0

    @property
    def dissent(self) -> int:
        """Ballots against and abstentions."""
        return self.count("no") + self.count("abstain")

    @property
    def tally_text(self) -> str:
        """The ballots as figures: 14-1-0."""
        return f"{self.count('yes')}-{self.count('no')}-{self.count('abstain')}"


def replay_calls(calls: Iterable[RollCall], chamber: Chamber) -> tuple[Entry, ...]:
    """Decide every call under the rule in force that day, and compare with its record.

    Cost: about a third of a millisecond for each call with named ballots.

    Examples:
        >>> from datetime import date
        >>> from psephos.body.rulebook import rulebook
        >>> call = RollCall("unsc", date(2022, 2, 25), ballots={"RUS": "no"}, others="yes", recorded_outcome="adopted")
        >>> replay_calls([call], Chamber(rulebook("unsc")))[0].status
        'conditional'
    """
    return tuple(_entry(place, call, chamber) for place, call in enumerate(calls))


def _entry(place: int, call: RollCall, chamber: Chamber) -> Entry:
    claim = _claim(call)
    bare = Entry(place, call, claim, "unusable")
    try:
        strangers, lacking = _attendance(call, chamber)
        bare = replace(bare, strangers=strangers, lacking=lacking)
        verdict = chamber.decide(call)
    except PsephosError as error:
        return replace(bare, problem=str(error))
    if missing := _unknown(call, claim):
        return replace(bare, verdict=verdict, problem=f"the record states {missing}")
    entry = replace(bare, verdict=verdict, status=_status(replace(bare, verdict=verdict), verdict))
    return _conditional(entry, verdict, chamber) if entry.status == "contradicted" else entry


def _unknown(call: RollCall, claim: Claim) -> str:
    """What a record would have to say to be compared, and does not."""
    if not claim.outcome:
        return "no outcome"
    said = call.ballots or call.tally or call.others or claim.unanimous or claim.without_a_vote
    return "" if said else "neither ballots nor figures"


def _claim(call: RollCall) -> Claim:
    """What the record claims; a resolution number without an outcome says that the text was adopted."""
    claim = claim_of(call.recorded_label)
    outcome = call.recorded_outcome or claim.outcome or ("adopted" if is_resolution(call.resolution) else "")
    return replace(claim, outcome=outcome, without_a_vote=claim.without_a_vote or call.without_a_vote)


def _attendance(call: RollCall, chamber: Chamber) -> tuple[tuple[str, ...], tuple[str, ...]]:
    term = chamber.term(call.day)
    strangers = tuple(member for member in call.ballots if not term.holds(member))
    if call.tally is not None or not call.rows:
        return strangers, ()
    seen = {term.codes[member] for member in call.ballots if term.holds(member)}
    return strangers, tuple(seat.id for place, seat in enumerate(term.roster.seats) if place not in seen)


def _status(entry: Entry, verdict: Verdict) -> Status:
    claim = entry.claim
    if claim.without_a_vote:
        return "contradicted" if entry.dissent else "consistent"
    if verdict.outcome == "open":
        return "consistent"
    if verdict.outcome != claim.outcome:
        return "contradicted"
    if (claim.vetoed and verdict.label in _TOO_FEW) or (claim.short and verdict.label == "vetoed"):
        return "contradicted"
    named = bool(entry.call.ballots) and entry.call.tally is None
    return "confirmed" if named or entry.call.others else "consistent"


def _conditional(entry: Entry, verdict: Verdict, chamber: Chamber) -> Entry:
    """The same, unless another decision of the body would make the record true."""
    others: tuple[str, ...] = ()
    if verdict.outcome != entry.claim.outcome and not entry.claim.without_a_vote:
        others = (_PROCEDURAL,) if _holds_if_procedural(entry, verdict, chamber) else _taking_more(entry, chamber)
    return replace(entry, status="conditional", only_as=others) if others else entry


def _taking_more(entry: Entry, chamber: Chamber) -> tuple[str, ...]:
    """Recorded as not adopted, of a decision that is not named: the decisions that fail on these ballots."""
    if entry.claim.outcome != "not adopted" or entry.call.decision:
        return ()
    return tuple(other for other in chamber.book.decisions if _fails_as(other, entry.call, chamber))


def _fails_as(decision: str, call: RollCall, chamber: Chamber) -> bool:
    try:
        return chamber.decide(replace(call, decision=decision)).outcome == "not adopted"
    except PsephosError:
        return False


def _holds_if_procedural(entry: Entry, verdict: Verdict, chamber: Chamber) -> bool:
    """Adopted over nothing but vetoes, and not said to be unanimous: true of a procedural decision."""
    if verdict.label != "vetoed" or entry.claim.unanimous or _PROCEDURAL not in chamber.book.decisions:
        return False
    return chamber.decide(replace(entry.call, decision=_PROCEDURAL)).outcome == entry.claim.outcome

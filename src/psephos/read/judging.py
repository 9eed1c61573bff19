"""A stated vote, judged: which ballots follow, what cannot all be true, and whether the outcome is what the rule says.

Nothing is corrected silently. A member that did not sit, a "veto" of one that has none, a figure that does not fit:
each becomes a finding, and the text's own words stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from psephos.body.book import Rulebook
from psephos.body.rulebook import shipped
from psephos.read.atoms.bodies import PERSONS
from psephos.read.checking import check_of, conflict_findings, veto_findings, voter_findings
from psephos.read.said import LARGE, candidates, deduction_from, is_blocked, kept_rulebook, members_of, statements_of
from psephos.read.standings import Check, ReadBallot, ReadVote, VoteStanding, ballot_standings, vote_standing
from psephos.read.votes.stated import StatedVote

__all__ = ["judged"]

_PARENTS = {
    "unga-c1": "unga",
    "unga-c2": "unga",
    "unga-c3": "unga",
    "unga-c4": "unga",
    "unga-c5": "unga",
    "unga-c6": "unga",
}


def judged(vote: StatedVote, text: str, published: date | None, own: Rulebook | None) -> ReadVote:
    """A stated vote with its ballots' standings and the check against the rule.

    Args:
        vote: what the text states.
        text: the input, for the words of a proof.
        published: the day of publication.
        own: the rulebook of a user's own body, if one was given.
    """
    book = own if own is not None and (vote.body in {None, own.id}) else _shipped(vote.body)
    tally = {figure.choice: figure.number for figure in vote.figures}
    if book is None or vote.body in PERSONS or len(book.register.members_ever()) < LARGE // 20:
        return _unjudged(vote, book, tally)
    sat, decision = candidates(vote, book, published, own=own is not None)
    present = members_of(vote, sat)
    absent = tuple(ballot for ballot in vote.ballots if ballot.member not in present)
    kept = tuple(ballot for ballot in vote.ballots if ballot.member in present)
    statements = tuple(statements_of(vote, kept, sat))
    deduction = deduction_from(book, sat, statements)
    ballots = tuple(ballot_standings(kept, deduction, statements, text))
    findings = (
        *voter_findings(absent, vote),
        *conflict_findings(deduction, statements, text),
        *veto_findings(vote, book, sat),
    )
    check = check_of(vote, book, ballots, sat, decision, findings)
    standing = vote_standing(vote, ballots, deduction)
    if check.agrees is False:
        # What the text says of the ballots and of the outcome cannot both be true, so nothing is proved by either.
        ballots = tuple(one for one in ballots if one.standing != "forced")
        standing = "contradictory"
    days = deduction.days if deduction and vote.day is None else ()
    return ReadVote(
        vote, book, standing, ballots, tally, check, decision, days, deduction.remaining if deduction else None
    )


def _shipped(body: str | None) -> Rulebook | None:
    name = _PARENTS.get(body or "", body)
    return kept_rulebook(name) if name and name in shipped() else None


def _unjudged(vote: StatedVote, book: Rulebook | None, tally: Mapping[str, int]) -> ReadVote:
    """A body of whose members psephos has no roster: only what is stated."""
    ballots: list[ReadBallot] = []
    if vote.body not in PERSONS or any(ballot.person for ballot in vote.ballots):
        for ballot in vote.ballots:
            if len(ballot.choices) == 1 and ballot.member not in {one.member for one in ballots}:
                spans = tuple((one.start, one.end) for one in vote.ballots if one.member == ballot.member)
                ballots.append(ReadBallot(ballot.member, ballot.choices[0], "stated", spans))
    standing: VoteStanding = "incompletely read" if is_blocked(vote) else "partly" if ballots else "undetermined"
    findings = tuple(voter_findings((), vote))
    return ReadVote(vote, book, standing, tuple(ballots), tally, Check(None, None, findings), None)

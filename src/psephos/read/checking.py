"""A vote against the rule in force.

The outcome, the members, the vetoes, the rule stated. Findings, never corrections.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from psephos.body.book import Rulebook
from psephos.calls.rollcall import RollCall
from psephos.decide.verdict import decide
from psephos.errors import PsephosError
from psephos.explore.deduce import Deduction, Sitting
from psephos.explore.statements import Statement
from psephos.read.said import LARGE, plain_choice
from psephos.read.standings import Check, Finding, ReadBallot, evidence_words
from psephos.read.votes.stated import Ballot, StatedVote

__all__ = ["check_of", "conflict_findings", "veto_findings", "voter_findings"]


# --- findings and the rule --------------------------------------------------------------------------------------------


def voter_findings(absent: Sequence[Ballot], vote: StatedVote) -> Iterator[Finding]:
    """Members that did not sit, voters that psephos does not know, clauses not fully understood."""
    for ballot in absent:
        day = vote.day.isoformat() if vote.day else "on the days in question"
        yield Finding(
            "not seated",
            (
                f"{ballot.printed} ({ballot.member}) did not sit "
                f"{('on ' + day) if vote.day else day}; its ballot is not counted"
            ),
            (ballot.start, ballot.end),
        )
    for fact in vote.unread:
        if fact.weak:
            continue
        for person in fact.persons:
            yield Finding(
                "unknown voter", f"'{person.text}' is no member that psephos knows", (person.start, person.end)
            )
        if not fact.persons:
            yield Finding(
                "not understood",
                "a clause about voters is not fully understood; classes stay open",
                (fact.start, fact.end),
            )


def conflict_findings(deduction: Deduction | None, statements: Sequence[Statement], text: str) -> Iterator[Finding]:
    """Which words of the text cannot all be true?"""
    if deduction is None or deduction.conflict is None:
        return
    evidence = {one.id: one.evidence for one in statements}
    words = " / ".join(f"“{word}”" for word in evidence_words(deduction.conflict.statements, evidence, text))
    yield Finding("contradiction", f"these cannot all be true: {words}")


def veto_findings(vote: StatedVote, book: Rulebook, sat: Sequence[Sitting]) -> Iterator[Finding]:
    """A "veto" of a member that has none."""
    if not vote.vetoers or not sat or not all("permanent" in one.roster.groups for one in sat):
        return
    permanent = {seat.id for one in sat for seat in one.roster.seats if "permanent" in seat.groups}
    for member in vote.vetoers:
        if member not in permanent:
            place = next(((one.start, one.end) for one in vote.ballots if one.member == member), None)
            yield Finding(
                "no veto there",
                f"{member} has no veto in the {book.short or book.name}; its vote is a vote against",
                place,
            )


def check_of(
    vote: StatedVote,
    book: Rulebook,
    ballots: Sequence[ReadBallot],
    sat: Sequence[Sitting],
    decision: str | None,
    findings: tuple[Finding, ...],
) -> Check:
    """The stated outcome against what the rule makes of the ballots."""
    found = [*findings, *_rule_findings(vote, sat), *_unaccounted(vote, ballots, sat)]
    label = _by_rule(vote, book, ballots, sat, decision)
    if vote.outcome is None or label in {None, "open"}:
        return Check(label, None, tuple(found))
    adopted = label in {"adopted", "adopted without a vote"}
    if adopted == vote.outcome:
        return Check(label, agrees=True, findings=tuple(found))
    if (
        vote.outcome
        and label == "vetoed"
        and "procedural" in book.decisions
        and _by_rule(vote, book, ballots, sat, "procedural") == "adopted"
    ):
        found.append(
            Finding("only if procedural", "the stated outcome fits the ballots only if the motion was procedural")
        )
        return Check(label, None, tuple(found))
    found.append(
        Finding(
            "outcome contradicts the rule",
            f"stated {'adopted' if vote.outcome else 'not adopted'}; by the rule: {label}",
            vote.outcome_place,
        )
    )
    return Check(label, agrees=False, findings=tuple(found))


def _by_rule(
    vote: StatedVote, book: Rulebook, ballots: Sequence[ReadBallot], sat: Sequence[Sitting], decision: str | None
) -> str | None:
    """What the rule of the day makes of the ballots known; "open" where they do not settle it."""
    if len({one.rule.decision for one in sat}) != 1 or not sat or sat[0].roster.size > LARGE:
        return None
    day = vote.day or sat[-1].spans[-1].last
    if vote.unanimous is not None and vote.unanimous.name == "without a vote":
        return "adopted without a vote"
    cast = {
        one.member: one.choice
        for one in ballots
        if one.standing in {"stated", "forced"} and one.member in sat[-1].roster.ids
    }
    if not cast and vote.figure("yes") is None:
        return None
    try:
        call = RollCall(book.id, day, decision, ballots={m: _castable(c, book) for m, c in cast.items()})
        if len(cast) == len(sat[-1].roster.seats):
            return decide(book, call).label
        return _from_figures(vote, call, cast, sat[-1])
    except PsephosError:
        return None


def _castable(choice: str, book: Rulebook) -> str:
    return choice if choice in book.choices.ids else "not_voting"


def _from_figures(vote: StatedVote, call: RollCall, cast: Mapping[str, str], sitting: Sitting) -> str | None:
    """With figures only: too few in favour is settled, and so is a veto that is named."""
    permanent = {seat.id for seat in sitting.roster.seats if "permanent" in seat.groups}
    bounds = _bounds(sitting)
    if not permanent or not bounds:
        return None
    needed, yes = max(bounds), vote.figure("yes")
    vetoed = any(cast.get(member) == "no" for member in permanent)
    if yes is not None and yes < needed:
        return "insufficient votes"
    if yes is not None and vetoed and call.decision != "procedural":
        return "vetoed"
    if yes is not None and vote.figure("no") == 0:
        return "adopted"
    return "open"


def _rule_findings(vote: StatedVote, sat: Sequence[Sitting]) -> Iterator[Finding]:
    """A stated number of votes needed that is not the rule's."""
    if vote.rule is None or vote.rule.number is None or not sat:
        return
    for one in sat:
        known = _bounds(one)
        if known and vote.rule.number not in known:
            yield Finding(
                "rule misstated",
                f"the text says that {vote.rule.number} votes are needed; the rule in force says {known[0]}",
                (vote.rule.start, vote.rule.end),
            )
            return


def _unaccounted(vote: StatedVote, ballots: Sequence[ReadBallot], sat: Sequence[Sitting]) -> Iterator[Finding]:
    """Figures for every choice that leave members over, of which the text says nothing."""
    numbers = [vote.figure(choice) for choice in ("yes", "no", "abstain")]
    if not sat or sat[0].roster.size > LARGE or any(number is None for number in numbers):
        return
    away = sum(one.standing == "stated" and plain_choice(one.choice) == "not_voting" for one in ballots)
    told = sum(number for number in numbers if number is not None) + away
    size = sat[0].roster.size
    if told < size:
        yield Finding("members unaccounted for", f"the figures account for {told} of {size} members")


def _bounds(sitting: Sitting) -> list[int]:
    """How many votes in favour the rule of a sitting asks for, where it names a number."""
    found = [_bound(clause.requires) for clause in sitting.rule.clauses if clause.role == "majority"]
    return [bound for bound in found if bound is not None]


def _bound(condition: object) -> int | None:
    """The number in a clause such as "yes >= 9"."""
    from psephos.body.notation import condition_text

    words = condition_text(condition).split()  # type: ignore[arg-type]
    return int(words[2]) if len(words) == 3 and words[:2] == ["yes", ">="] and words[2].isdecimal() else None  # noqa: PLR2004 -- the figure says what it is

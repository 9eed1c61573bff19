"""A vote as read: the standing of each ballot and of the vote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from psephos.body.book import Rulebook
from psephos.explore.deduce import Deduction
from psephos.explore.statements import Span, Statement
from psephos.read.said import is_blocked
from psephos.read.votes.stated import Ballot, StatedVote

__all__ = [
    "Check",
    "Finding",
    "ReadBallot",
    "ReadVote",
    "VoteStanding",
    "ballot_standings",
    "evidence_words",
    "vote_standing",
]


VoteStanding = Literal["determined", "partly", "undetermined", "incompletely read", "contradictory"]


@dataclass(frozen=True, slots=True)
class ReadBallot:
    """How does one member's ballot stand, and where does the text say so?

    `because` names the evidence of a forced ballot: the words it follows from.
    """

    member: str
    choice: str
    standing: Literal["stated", "forced", "possible", "contradictory"]
    spans: tuple[tuple[int, int], ...] = ()
    because: tuple[str, ...] = ()
    reasons: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reader should know: what kind, in words, and where in the text."""

    kind: str
    text: str
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """The stated outcome against the rule in force."""

    by_rule: str | None
    agrees: bool | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadVote:
    """One vote as read: what the text states, what follows from it, and how it fits the rule.

    `days` are the days it can have been, where the text does not say; `tally` holds figures that the text states and no
    others.
    """

    stated: StatedVote
    book: Rulebook | None
    standing: VoteStanding
    ballots: tuple[ReadBallot, ...]
    tally: Mapping[str, int]
    check: Check
    decision: str | None
    days: tuple[Span, ...] = ()
    remaining: int | None = None

    @property
    def body(self) -> str | None:
        """The body that voted."""
        return self.stated.body

    @property
    def date(self) -> date | None:
        """The day of the vote, as far as the text and the day of publication give it."""
        return self.stated.day

    @property
    def outcome(self) -> str | None:
        """The outcome that the text states."""
        return {True: "adopted", False: "not adopted", None: None}[self.stated.outcome]


# --- standings --------------------------------------------------------------------------------------------------------


def ballot_standings(
    ballots: Sequence[Ballot], deduction: Deduction | None, statements: Sequence[Statement], text: str
) -> Iterator[ReadBallot]:
    """The standing of every ballot: stated ones first, then what is forced."""
    by_member: dict[str, list[Ballot]] = {}
    for ballot in ballots:
        by_member.setdefault(ballot.member, []).append(ballot)
    found = {one.member: one for one in deduction.ballots} if deduction else {}
    evidence = {one.id: one.evidence for one in statements}
    for member, own in by_member.items():
        spans = tuple((ballot.start, ballot.end) for ballot in own)
        standing = found.get(member)
        choices = set.intersection(*(set(ballot.choices) for ballot in own))
        if standing is not None and standing.standing == "contradictory" and _cannot(choices, own):
            yield from (
                ReadBallot(member, choice, "contradictory", spans, evidence_words(standing.because, evidence, text))
                for choice in dict.fromkeys(c for b in own for c in b.choices)
            )
        elif not choices:
            yield from (
                ReadBallot(member, choice, "contradictory", spans)
                for choice in dict.fromkeys(c for b in own for c in b.choices)
            )
        elif len(choices) == 1:
            yield ReadBallot(member, next(iter(choices)), "stated", spans)
        else:
            yield from _narrowed(
                member,
                choices,
                spans,
                standing.choices if standing and deduction and deduction.consistent else (),
                evidence_words(standing.because if standing else (), evidence, text),
            )
    if deduction is None or not deduction.consistent:
        return
    for member, standing in found.items():
        if member in by_member or not standing.sat:
            continue
        # A seat that the figures leave over says more of the report than of the member: no absence is inferred.
        if standing.standing == "forced" and standing.choices[0] in {"yes", "no", "abstain"}:
            yield ReadBallot(
                member,
                standing.choices[0],
                "forced",
                (),
                evidence_words(standing.because, evidence, text),
                _places(standing.because, evidence),
            )


def _cannot(choices: set[str], own: Sequence[Ballot]) -> bool:
    """Is this ballot itself at fault (and not only the figures)?"""
    return len(choices) != 1 or len({ballot.choices for ballot in own}) > 1


def _narrowed(
    member: str, choices: set[str], spans: tuple[tuple[int, int], ...], left: Sequence[str], because: tuple[str, ...]
) -> Iterator[ReadBallot]:
    """A ballot that the words leave open: stated, if the rest leaves one reading."""
    kept = [choice for choice in ("yes", "no", "abstain") if choice in choices and (not left or choice in left)]
    standing: Literal["stated", "possible"] = "stated" if len(kept) == 1 else "possible"
    for choice in kept:
        yield ReadBallot(member, choice, standing, spans, because if standing == "stated" else ())


def evidence_words(ids: Iterable[str], evidence: Mapping[str, object], text: str) -> tuple[str, ...]:
    """The words of the text that a proof rests on."""
    return tuple(dict.fromkeys(text[place[0] : place[1]] for place in _places(ids, evidence)))


def _places(ids: Iterable[str], evidence: Mapping[str, object]) -> tuple[tuple[int, int], ...]:
    places = [evidence[name] for name in ids if name in evidence]
    return tuple((place[0], place[1]) for place in places if isinstance(place, tuple))


def vote_standing(vote: StatedVote, ballots: Sequence[ReadBallot], deduction: Deduction | None) -> VoteStanding:
    """The standing of the vote as a whole."""
    if (deduction is not None and not deduction.consistent) or any(one.standing == "contradictory" for one in ballots):
        return "contradictory"
    if deduction is not None and deduction.remaining == 1:
        return "determined"
    if is_blocked(vote):
        return "incompletely read"
    return "partly" if any(one.standing in {"stated", "forced"} for one in ballots) else "undetermined"

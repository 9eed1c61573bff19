"""A vote as read beside the roll calls of a table: which of them can it be, and where do they differ?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from psephos.calls.rollcall import RollCall
from psephos.read.said import plain_choice
from psephos.read.standings import ReadVote

__all__ = ["Candidate", "candidates_in"]

_MOST = 5
_WORDS = {"yes": "in favour", "no": "against", "abstain": "abstaining", "not_voting": "not voting"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A recorded roll call that the vote read may be: in how many points they agree, and where they do not."""

    call: RollCall
    agreements: int
    differences: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the record calls the vote."""
        return self.call.symbol or self.call.resolution or self.call.id or self.call.title or "a vote without a symbol"


def candidates_in(vote: ReadVote, calls: Sequence[RollCall]) -> tuple[Candidate, ...]:
    """Which recorded roll calls can this vote be? The likeliest first; what differs is told, and nothing is corrected.

    A vote whose day is known is compared with all of that day; one without a day only with those that agree in every
    point, and in one at least.

    Args:
        vote: the vote as read.
        calls: the roll calls of a table.

    Cost: proportional to the roll calls of the body.

    Examples:
        >>> from psephos.read.report import read_text
        >>> vote = read_text("In the Security Council on 25 October 2023 China voted against.").votes[0]
        >>> call = RollCall("unsc", date(2023, 10, 25), symbol="S/2023/792", ballots={"CHN": "no"}, others="yes")
        >>> [(found.name, found.agreements, found.differences) for found in candidates_in(vote, [call])]
        [('S/2023/792', 1, ())]
    """
    dated = vote.date is not None
    found = [
        Candidate(call, agreements, tuple(differences))
        for call in calls
        if call.body == _body(vote) and _on(vote, call.day)
        for agreements, differences in [_compared(vote, call)]
        if dated or (agreements and not differences)
    ]
    found.sort(key=lambda one: (len(one.differences), -one.agreements, one.call.day, one.name))
    return tuple(found[:_MOST])


def _body(vote: ReadVote) -> str | None:
    return vote.book.id if vote.book else vote.body


def _on(vote: ReadVote, day: date) -> bool:
    if vote.date is not None:
        return vote.date == day
    return not vote.days or any(span.first <= day <= span.last for span in vote.days)


def _compared(vote: ReadVote, call: RollCall) -> tuple[int, list[str]]:
    points = [*_ballots(vote, call), *_figures(vote, call), *_outcome(vote, call)]
    return sum(point is None for point in points), [point for point in points if point is not None]


def _ballots(vote: ReadVote, call: RollCall) -> Iterator[str | None]:
    """For each ballot read and recorded: nothing where they agree, else what differs."""
    recorded = call.corrected()
    if not recorded.ballots:
        return
    # That a table leaves a member out says nothing of it; "everybody else voted yes" does.
    others = recorded.others if recorded.others in {"yes", "no", "abstain"} else None
    for ballot in vote.ballots:
        cast = recorded.ballots.get(ballot.member, others)
        if ballot.standing not in {"stated", "forced"} or not isinstance(cast, str):
            continue
        read, told = plain_choice(ballot.choice), plain_choice(cast)
        yield None if read == told else f"{ballot.member}: read {_WORDS[read]}, recorded {_WORDS[told]}"


def _figures(vote: ReadVote, call: RollCall) -> Iterator[str | None]:
    counts = _counts(call)
    for choice, number in vote.tally.items():
        if choice in counts and choice in {"yes", "no", "abstain"}:
            same = counts[choice] == number
            yield None if same else f"{_WORDS[choice]}: read {number}, recorded {counts[choice]}"


def _counts(call: RollCall) -> Mapping[str, int]:
    """The figures of the record: as it states them, else by counting its ballots where all of them are known."""
    stated = call.recorded_tally or call.tally
    if stated is not None:
        return stated.counts
    if call.others is not None or not call.ballots:
        return {}
    cast = list(call.corrected().ballots.values())
    return {choice: cast.count(choice) for choice in ("yes", "no", "abstain")}


def _outcome(vote: ReadVote, call: RollCall) -> Iterator[str | None]:
    if vote.outcome and call.recorded_outcome:
        same = vote.outcome == call.recorded_outcome
        yield None if same else f"outcome: read {vote.outcome}, recorded {call.recorded_outcome}"

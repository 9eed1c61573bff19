"""A fault of a record, with its probable cause, what shows it, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = ["KINDS", "Finding", "Kind", "Severity"]

Severity = Literal["error", "warning", "note"]
"""error: what was decided, or by whom, or which decision it is, stands wrong in the record. warning: the record contradicts
itself elsewhere, or lacks a part. note: unusual or misspelt, yet clear."""

Kind = Literal[
    "outcome-contradicts-ballots",
    "label-contradicts-ballots",
    "only-if-procedural",
    "ballots-of-another-roll-call",
    "voters-of-another-year",
    "voter-not-seated",
    "seat-without-ballot",
    "truncated-record",
    "member-twice",
    "member-unknown",
    "tally-contradicts-ballots",
    "tally-does-not-fit",
    "label-contradicts-tally",
    "same-draft-two-outcomes",
    "same-draft-twice",
    "same-resolution-twice",
    "same-roll-call-twice",
    "day-month-swapped",
    "date-out-of-order",
    "meeting-out-of-order",
    "resolution-out-of-order",
    "year-disagrees",
    "without-a-vote",
    "nothing-to-identify-it",
    "numbers-missing",
    "not-decided",
    "cell",
    "sources-differ",
    "missing-in-other-source",
]

KINDS: Mapping[Kind, str] = {
    "outcome-contradicts-ballots": "the recorded outcome is not what the rule makes of the ballots",
    "label-contradicts-ballots": "the outcome is right, but not why: vetoed, or short of votes",
    "only-if-procedural": "the recorded outcome holds only if the decision was procedural",
    "ballots-of-another-roll-call": "the ballots beside this roll call were cast in another",
    "voters-of-another-year": "the voters are the members of another year",
    "voter-not-seated": "somebody voted who did not sit that day",
    "seat-without-ballot": "a seat of that day has no ballot",
    "truncated-record": "several seats of that day have no ballot",
    "member-twice": "a member has two ballots in one roll call",
    "member-unknown": "a voter's name is not known",
    "tally-contradicts-ballots": "the stated tally is not that of the ballots",
    "tally-does-not-fit": "the stated tally cannot belong to the roster of that day",
    "label-contradicts-tally": "the wording ('unanimously', 'by majority') is not what the ballots show",
    "same-draft-two-outcomes": "one draft stands twice, with different outcomes",
    "same-draft-twice": "two resolutions with one draft symbol",
    "same-resolution-twice": "one resolution number stands twice",
    "same-roll-call-twice": "the same roll call stands twice",
    "day-month-swapped": "day and month of the date are exchanged",
    "date-out-of-order": "the date does not lie where the meeting and resolution numbers place it",
    "meeting-out-of-order": "the meeting number does not lie where date and resolution place it",
    "resolution-out-of-order": "the resolution number does not lie where date and meeting place it",
    "year-disagrees": "a year printed in a symbol or column is not that of the date",
    "without-a-vote": "a text adopted without a vote has rows that read as votes in favour",
    "nothing-to-identify-it": "the record gives neither a resolution nor a draft symbol",
    "numbers-missing": "running numbers are left out",
    "not-decided": "the roll call could not be decided",
    "cell": "a cell cannot be read",
    "sources-differ": "two sources say different things of one roll call",
    "missing-in-other-source": "a roll call stands in one source only",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: of which vote ("" for the table as a whole), what, how grave, why, what shows it, what to do.

    `row` is the first row of the vote in the table; 0 where the finding is about the table. `votes` names them all where one
    finding gathers many votes (small things that are told once).
    """

    vote: str
    kind: Kind
    severity: Severity
    cause: str
    evidence: str
    remedy: str
    sheet: str = ""
    row: int = 0
    votes: tuple[str, ...] = ()

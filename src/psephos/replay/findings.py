"""A fault of a record, with its probable cause, what shows it, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from psephos.replay.timeline import Entry

__all__ = ["KINDS", "Finding", "Kind", "Meaning", "Severity", "about", "overall"]

Severity = Literal["error", "warning", "note"]
"""How grave?

error: what was decided, or by whom, or which decision it is, stands wrong in the record. warning: the record
contradicts itself elsewhere, or lacks a part. note: unusual or misspelt, yet clear.
"""

Kind = Literal[
    "outcome-contradicts-ballots",
    "label-contradicts-ballots",
    "only-if-procedural",
    "only-if-another-decision",
    "ballots-of-another-roll-call",
    "voters-of-another-year",
    "voter-not-seated",
    "seat-without-ballot",
    "truncated-record",
    "member-twice",
    "member-unknown",
    "name-misspelt",
    "id-twice",
    "rows-disagree",
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


@dataclass(frozen=True, slots=True)
class Meaning:
    """What does a kind of finding mean, and how grave is it as a rule?"""

    severity: Severity
    text: str


KINDS: Mapping[Kind, Meaning] = {
    "outcome-contradicts-ballots": Meaning("error", "the recorded outcome is not what the rule makes of the ballots"),
    "label-contradicts-ballots": Meaning("error", "the outcome is right, but not why: vetoed, or short of votes"),
    "only-if-procedural": Meaning("warning", "the recorded outcome holds only if the decision was procedural"),
    "only-if-another-decision": Meaning("warning", "the recorded outcome holds only under a rule that takes more"),
    "ballots-of-another-roll-call": Meaning("error", "the ballots beside this roll call were cast in another"),
    "voters-of-another-year": Meaning("error", "the voters are the members of another year"),
    "voter-not-seated": Meaning("error", "somebody voted who did not sit that day"),
    "seat-without-ballot": Meaning("note", "a seat of that day has no ballot"),
    "truncated-record": Meaning("error", "several seats of that day have no ballot"),
    "member-twice": Meaning("error", "a member has two ballots in one roll call"),
    "member-unknown": Meaning("error", "a voter's name is not known"),
    "name-misspelt": Meaning("note", "a voter's name is not known, yet only one member can be meant"),
    "id-twice": Meaning("error", "two roll calls stand under one id"),
    "rows-disagree": Meaning("error", "the rows of one roll call do not agree about it"),
    "tally-contradicts-ballots": Meaning("error", "the stated tally is not that of the ballots"),
    "tally-does-not-fit": Meaning("error", "the stated tally cannot belong to the roster of that day"),
    "label-contradicts-tally": Meaning(
        "warning", "the wording ('unanimously', 'by majority') is not what the ballots show"
    ),
    "same-draft-two-outcomes": Meaning("error", "one draft stands twice, with different outcomes"),
    "same-draft-twice": Meaning("warning", "two resolutions with one draft symbol"),
    "same-resolution-twice": Meaning("error", "one resolution number stands twice"),
    "same-roll-call-twice": Meaning("error", "the same roll call stands twice"),
    "day-month-swapped": Meaning("warning", "day and month of the date are exchanged"),
    "date-out-of-order": Meaning("warning", "the date does not lie where the meeting and resolution numbers place it"),
    "meeting-out-of-order": Meaning("warning", "the meeting number does not lie where date and resolution place it"),
    "resolution-out-of-order": Meaning("error", "the resolution number does not lie where date and meeting place it"),
    "year-disagrees": Meaning("note", "a year printed in a symbol or column is not that of the date"),
    "without-a-vote": Meaning("note", "a text adopted without a vote has rows that read as votes in favour"),
    "nothing-to-identify-it": Meaning("warning", "the record gives neither a resolution nor a draft symbol"),
    "numbers-missing": Meaning("note", "running numbers are left out"),
    "not-decided": Meaning("error", "the roll call could not be decided"),
    "cell": Meaning("error", "a cell cannot be read"),
    "sources-differ": Meaning("error", "two sources say different things of one roll call"),
    "missing-in-other-source": Meaning("note", "a roll call stands in one source only"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: of which vote ("" for the table as a whole), what, how grave, why, what shows it, what to do.

    `row` is the first row of the vote in the table; 0 where the finding is about the table. `votes` names them all
    where one finding gathers many votes (small things that are told once).
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

    def graded(self, severity: Severity) -> Finding:
        """The same finding, graver or lighter than its kind usually is."""
        return replace(self, severity=severity)


def about(entry: Entry, kind: Kind, cause: str, evidence: str, remedy: str) -> Finding:
    """A finding about one roll call, with its place in the table."""
    sheet = entry.call.source.partition(", sheet ")[2]
    return Finding(entry.name, kind, KINDS[kind].severity, cause, evidence, remedy, sheet, entry.row)


def overall(kind: Kind, cause: str, evidence: str, remedy: str, votes: tuple[str, ...] = ()) -> Finding:
    """A finding about the table as a whole, naming the votes it gathers."""
    return Finding("", kind, KINDS[kind].severity, cause, evidence, remedy, votes=votes)

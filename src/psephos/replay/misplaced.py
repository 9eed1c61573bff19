"""Findings on roll calls whose voters or ballots cannot be theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from psephos.replay.blocks import Trace
from psephos.replay.findings import Finding, Kind, about
from psephos.replay.timeline import Entry

__all__ = ["misplaced"]

_NAMED = 4
_CHAIN = 2
"""So many donors in a row are a list, not chance."""


def misplaced(
    entries: Sequence[Entry], traces: Mapping[int, Trace], twins: Mapping[int, tuple[int, ...]]
) -> Iterator[Finding]:
    """What is wrong with each roll call whose ballots have left a trace?

    A twin (the same draft, the same ballots, a record that fits them) shows that the ballots are right and the
    outcome is not.
    """
    for place, trace in traces.items():
        entry = entries[place]
        if entry.strangers:
            yield _foreign(entry, trace, entries)
        elif trace.donor is not None and trace.donor not in twins.get(place, ()):
            yield _borrowed(entry, trace, entries)


def _foreign(entry: Entry, trace: Trace, entries: Sequence[Entry]) -> Finding:
    """Voters of other days: another roll call's ballots if record and ballots disagree, else another year's names."""
    elsewhere = trace.donor is not None or _contrary(entry) or len(trace.run) > 1
    kind: Kind = "ballots-of-another-roll-call" if elsewhere else "voters-of-another-year"
    cause = _cause(trace, entries) if elsewhere else "the rows carry the members of another year"
    return about(
        entry, kind, cause, _joined(_who(entry, trace), _same_as(trace, entries), _versus(entry)), _remedy(entry)
    )


def _borrowed(entry: Entry, trace: Trace, entries: Sequence[Entry]) -> Finding:
    evidence = _joined(_same_as(trace, entries), _versus(entry))
    return about(entry, "ballots-of-another-roll-call", _cause(trace, entries), evidence, _remedy(entry))


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _remedy(entry: Entry) -> str:
    meeting = f", {entry.call.meeting}" if entry.call.meeting else ""
    return f"take the ballots from the record of the meeting{meeting}"


def _contrary(entry: Entry) -> bool:
    """Does the wording of the record exclude these ballots?"""
    claims_none = entry.claim.unanimous or entry.claim.without_a_vote
    return bool(claims_none and entry.dissent) or entry.status in ("contradicted", "conditional")


def _cause(trace: Trace, entries: Sequence[Entry]) -> str:
    count = len(trace.run)
    if len(trace.chain) >= _CHAIN:
        first, last = entries[trace.chain[0][1]], entries[trace.chain[-1][1]]
        labels = {entries[donor].call.recorded_label for _, donor in trace.chain}
        shared = f", all recorded as '{labels.pop()}'" if len(labels) == 1 else ""
        return (
            f"a list of other votes was pasted over {count} neighbouring roll calls: the ballots of {len(trace.chain)} "
            f"of them are, in the same order, those of votes {first.name} to {last.name} of this table{shared}"
        )
    if count > 1:
        return f"the ballots of {count} neighbouring roll calls stand on the wrong rows"
    return "the ballots of another roll call stand on these rows"


def _who(entry: Entry, trace: Trace) -> str:
    count = len(entry.strangers)
    names = [entry.call.printed_names.get(member, member) for member in entry.strangers]
    named = ", ".join(sorted(names)[:_NAMED]) + (" and others" if count > _NAMED else "")
    text = f"{count} of {len(entry.call.ballots)} voters did not sit on {entry.call.day.isoformat()} ({named})"
    if trace.term is None:
        return text
    seated = sum(trace.term.holds(member) for member in entry.call.ballots)
    share = "all" if seated == len(entry.call.ballots) else str(seated)
    return f"{text}; {share} of the voters sat in {trace.term.years}"


def _same_as(trace: Trace, entries: Sequence[Entry]) -> str:
    if trace.donor is None:
        return ""
    donor = entries[trace.donor]
    label = donor.call.recorded_label
    return (
        f"the same ballots stand beside vote {donor.name} of {donor.call.day.isoformat()} ('{label}'), where they fit"
    )


def _versus(entry: Entry) -> str:
    if not (_contrary(entry) or entry.strangers) or not entry.call.recorded_label:
        return ""
    return f"the record says '{entry.call.recorded_label}', the ballots are {entry.tally_text}"

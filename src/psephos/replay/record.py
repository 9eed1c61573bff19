"""Findings on what the record says of each single roll call: outcome, wording, tally, attendance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import quantiles

from psephos.replay.findings import Finding, Kind, Severity
from psephos.replay.timeline import Entry

__all__ = ["attendance", "finding", "outcomes", "wording"]


def finding(entry: Entry, kind: Kind, severity: Severity, cause: str, evidence: str, remedy: str) -> Finding:
    """A finding about one roll call, with its place in the table."""
    return Finding(entry.name, kind, severity, cause, evidence, remedy, entry.call.source.partition(", sheet ")[2], entry.row)


def outcomes(entry: Entry, twin: Entry | None, hole: str) -> Iterator[Finding]:
    """Is the recorded outcome what the rule makes of the ballots?

    Args:
        entry: the roll call.
        twin: the same draft with the same ballots and an outcome that fits them, if the table has it.
        hole: the resolution numbers missing just where this roll call stands ("" if none).
    """
    verdict = entry.verdict
    if verdict is None:
        if entry.problem and not entry.strangers:
            yield _undecided(entry)
        return
    said = entry.call.recorded_label or entry.call.recorded_outcome
    evidence = f"the ballots are {entry.tally_text}: {verdict.label}; the record says '{said}'"
    if entry.status == "conditional":
        cause = "either the decision was procedural, where no vote is a veto, or the record is wrong"
        yield finding(entry, "only-if-procedural", "warning", cause, evidence, "look up the nature of the decision")
    elif entry.status == "contradicted" and verdict.outcome == entry.claim.outcome and not entry.claim.without_a_vote:
        cause = "vetoed means: carried but for a permanent member; otherwise the votes were too few"
        yield finding(entry, "label-contradicts-ballots", "error", cause, evidence, f"the ballots make it: {verdict.label}")
    elif entry.status == "contradicted" and not entry.claim.without_a_vote:
        yield _contradiction(entry, twin, hole, evidence)


def _undecided(entry: Entry) -> Finding:
    if entry.problem == "the record states no outcome":
        return finding(entry, "not-decided", "note", entry.problem, "nothing to compare the ballots with", "add the outcome")
    kind: Kind = "tally-does-not-fit" if entry.call.tally is not None else "not-decided"
    return finding(entry, kind, "error", "the record cannot be that of a vote on this day", entry.problem, "compare the meeting record")


def _contradiction(entry: Entry, twin: Entry | None, hole: str, evidence: str) -> Finding:
    if twin is not None:
        cause = f"the outcome was written for another row: vote {twin.name} has the same draft and ballots"
        evidence += f"; vote {twin.name} says '{twin.call.recorded_label}'"
        remedy = "drop this roll call, or give it that outcome"
    elif entry.call.resolution:
        cause = "the text has a resolution number, so it was adopted: the ballots are the likelier error"
        remedy = "take the ballots from the record of the meeting"
    else:
        cause = "either the outcome or the ballots are wrong"
        remedy = "compare the record of the meeting"
    if hole:
        evidence += f"; resolution numbers missing at this place of the table: {hole}"
    return finding(entry, "outcome-contradicts-ballots", "error", cause, evidence, remedy)


def wording(entry: Entry) -> Iterator[Finding]:
    """Do "unanimously", "by majority", "by consensus" and the stated tally say what the ballots show?"""
    claim, label = entry.claim, entry.call.recorded_label
    said = f"the record says '{label}', the ballots are {entry.tally_text}"
    if claim.without_a_vote and entry.dissent:
        cause = "a text adopted without a vote has no votes against and no abstentions"
        yield finding(entry, "label-contradicts-tally", "error", cause, said, "compare the record of the meeting")
    elif claim.unanimous and entry.dissent:
        cause = "the wording or the ballots belong to another roll call"
        yield finding(entry, "label-contradicts-tally", "warning", cause, said, "write 'by majority', or mend the ballots")
    elif claim.unanimous is False and _everybody(entry):
        cause = "nobody voted against, abstained or stayed away"
        yield finding(entry, "label-contradicts-tally", "warning", cause, said, "write 'unanimously', or mend the ballots")
    yield from _stated_tally(entry)


def _everybody(entry: Entry) -> bool:
    return bool(entry.call.ballots) and not entry.lacking and entry.count("yes") == len(entry.call.ballots) > 0 and entry.call.tally is None


def _stated_tally(entry: Entry) -> Iterator[Finding]:
    stated = entry.call.recorded_tally
    if stated is None or not entry.call.ballots:
        return
    counted = {choice: entry.count(choice) for choice in stated.counts}
    if "not_voting" in counted:
        counted["not_voting"] = len(entry.lacking) + sum(entry.count(c) for c in ("not_voting", "absent", "not_participating"))
    wrong = [choice for choice, number in stated.counts.items() if number != counted[choice]]
    if wrong:
        evidence = ", ".join(f"{choice}: {stated.counts[choice]} stated, {counted[choice]} counted" for choice in wrong)
        cause = "the tally or a ballot is wrong"
        yield finding(entry, "tally-contradicts-ballots", "error", cause, evidence, "compare the record of the meeting")


def attendance(entries: Sequence[Entry], names: Mapping[str, str]) -> Iterator[Finding]:
    """Who voted without a seat, and which seats have no ballot?

    Where the table usually leaves seats out (absence as a missing row), only roll calls that leave out far more are told. A single
    empty seat is told once for the whole table, unless the record says that all voted in favour.
    """
    named = [entry for entry in entries if entry.call.ballots and entry.call.tally is None]
    usual = _usual([len(entry.lacking) for entry in named])
    single: list[Entry] = []
    for entry in named:
        yield from _slips(entry)
        if len(entry.lacking) > max(1, 2 * usual):
            yield _truncated(entry, usual, names)
        elif entry.lacking and entry.strangers:
            continue
        elif entry.lacking and entry.claim.unanimous:
            yield _left_out(entry, names)
        elif entry.lacking and not usual:
            single.append(entry)
    if single:
        yield _empty_seats(single, names)


def _truncated(entry: Entry, usual: int, names: Mapping[str, str]) -> Finding:
    count = len(entry.lacking)
    seats = ", ".join(names.get(member, member) for member in entry.lacking[:5]) + (" and others" if count > 5 else "")
    evidence = f"{count} seats of that day have no ballot: {seats}; at most {max(usual, 1)} is usual in this table"
    remedy = "take the ballots from the record of the meeting"
    return finding(entry, "truncated-record", "error", "rows of this vote are missing", evidence, remedy)


def _left_out(entry: Entry, names: Mapping[str, str]) -> Finding:
    seat = names.get(entry.lacking[0], entry.lacking[0])
    evidence = f"no ballot of {seat}, but the record says '{entry.call.recorded_label}'"
    remedy = "compare the record of the meeting"
    return finding(entry, "seat-without-ballot", "warning", "a row is missing, or a member took no part", evidence, remedy)


def _empty_seats(entries: Sequence[Entry], names: Mapping[str, str]) -> Finding:
    listed = ", ".join(f"vote {e.name} ({', '.join(names.get(m, m) for m in e.lacking)})" for e in entries[:12])
    more = f" and {len(entries) - 12} more" if len(entries) > 12 else ""
    cause = "the member took no part, was absent, or its row is missing; the table does not say which"
    evidence = f"{len(entries)} roll calls lack one seat: {listed}{more}"
    votes = tuple(entry.name for entry in entries)
    return Finding("", "seat-without-ballot", "note", cause, evidence, "read as not voting", votes=votes)


def _usual(counts: list[int]) -> int:
    """So many seats lack a ballot in nineteen of twenty roll calls of the table, or fewer."""
    return round(quantiles(counts, n=20)[-1]) if len(counts) > 1 else 0


def _slips(entry: Entry) -> Iterator[Finding]:
    """Single voters that did not sit; whole sets of them are another module's."""
    if not 0 < len(entry.strangers) <= 2:
        return
    for member in entry.strangers:
        printed = entry.call.printed_names.get(member, member)
        cause = "a slip of the name, or a row of another vote"
        evidence = f"{printed} did not sit on {entry.call.day.isoformat()}"
        if entry.lacking:
            evidence += f"; no ballot of {', '.join(entry.lacking)}"
        yield finding(entry, "voter-not-seated", "error", cause, evidence, "compare the record of the meeting")

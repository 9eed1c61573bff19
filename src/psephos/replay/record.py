"""Findings on what the record says of each single roll call: outcome, wording, tally, attendance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import quantiles

from psephos.replay.findings import Finding, Kind, about, overall
from psephos.replay.timeline import Entry

__all__ = ["attendance", "outcomes", "wording"]

_NO_PART = ("not_voting", "absent", "not_participating", "present_only")
_FEW = 2
_NAMED = 5
_SHOWN = 12


def outcomes(entry: Entry, twin: Entry | None, hole: str) -> Iterator[Finding]:
    """Is the recorded outcome what the rule makes of the ballots?

    Args:
        entry: the roll call.
        twin: the same draft with the same ballots and an outcome that fits them, if the table has it.
        hole: the resolution numbers missing just where this roll call stands ("" if none).
    """
    verdict = entry.verdict
    if entry.problem and not entry.strangers:
        yield _undecided(entry)
    if verdict is None or entry.claim.without_a_vote:
        return
    said = entry.call.recorded_label or entry.call.recorded_outcome
    evidence = f"the ballots are {entry.tally_text}: {verdict.label}; the record says '{said}'"
    if entry.status == "conditional" and entry.only_as != ("procedural",):
        cause = f"either it took more ({', '.join(entry.only_as)}), or the record is wrong"
        yield about(entry, "only-if-another-decision", cause, evidence, "look up the nature of the decision")
    elif entry.status == "conditional":
        cause = "either the decision was procedural, where no vote is a veto, or the record is wrong"
        yield about(entry, "only-if-procedural", cause, evidence, "look up the nature of the decision")
    elif entry.status == "contradicted" and verdict.outcome == entry.claim.outcome:
        cause = "vetoed means: carried but for a permanent member; otherwise the votes were too few"
        yield about(entry, "label-contradicts-ballots", cause, evidence, f"the ballots make it: {verdict.label}")
    elif entry.status == "contradicted":
        yield _contradiction(entry, twin, hole, evidence)


def _undecided(entry: Entry) -> Finding:
    if entry.verdict is not None:
        evidence = "nothing to compare"
        remedy = "add what is missing from the record of the meeting"
        return about(entry, "not-decided", entry.problem, evidence, remedy).graded("note")
    kind: Kind = "tally-does-not-fit" if entry.call.tally is not None else "not-decided"
    cause = "the record cannot be that of a vote on this day"
    return about(entry, kind, cause, entry.problem, "compare the record of the meeting")


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
    return about(entry, "outcome-contradicts-ballots", cause, evidence, remedy)


def wording(entry: Entry) -> Iterator[Finding]:
    """Do "unanimously", "by majority", "by consensus" and the stated tally say what the ballots show?"""
    claim, label = entry.claim, entry.call.recorded_label
    said = f"the record says '{label}', the ballots are {entry.tally_text}"
    if claim.without_a_vote and entry.dissent:
        cause = "a text adopted without a vote has no votes against and no abstentions"
        remedy = "compare the record of the meeting"
        yield about(entry, "label-contradicts-tally", cause, said, remedy).graded("error")
    elif claim.unanimous and entry.dissent:
        cause = "the wording or the ballots belong to another roll call"
        yield about(entry, "label-contradicts-tally", cause, said, "write 'by majority', or mend the ballots")
    elif claim.unanimous is False and _everybody(entry):
        cause = "nobody voted against, abstained or stayed away"
        yield about(entry, "label-contradicts-tally", cause, said, "write 'unanimously', or mend the ballots")
    yield from _stated_tally(entry)


def _everybody(entry: Entry) -> bool:
    ballots = entry.call.ballots
    return entry.call.tally is None and not entry.lacking and entry.count("yes") == len(ballots) > 0


def _stated_tally(entry: Entry) -> Iterator[Finding]:
    stated = entry.call.recorded_tally
    if stated is None or not entry.call.ballots:
        return
    counted = {choice: entry.count(choice) for choice in stated.counts}
    if "not_voting" in counted:
        counted["not_voting"] = len(entry.lacking) + sum(entry.count(choice) for choice in _NO_PART)
    wrong = [choice for choice, number in stated.counts.items() if number != counted[choice]]
    if wrong:
        evidence = ", ".join(f"{choice}: {stated.get(choice)} stated, {counted[choice]} counted" for choice in wrong)
        remedy = "compare the record of the meeting"
        yield about(entry, "tally-contradicts-ballots", "the tally or a ballot is wrong", evidence, remedy)


def attendance(
    entries: Sequence[Entry], names: Mapping[str, str], misplaced: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """Who voted without a seat, and which seats have no ballot?

    Where the table usually leaves seats out (absence as a missing row), only roll calls that leave out far more are
    told. A single empty seat is told once for the whole table, unless the record says that all voted in favour. Of
    roll calls whose ballots are known to be another's, only their number is told where it falls short.
    """
    listed = [entry for entry in entries if entry.call.ballots and entry.call.tally is None]
    named = [entry for entry in listed if entry.name not in misplaced]
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
    for entry in listed:
        if entry.name in misplaced and len(entry.lacking) - len(entry.strangers) > 2 * usual:
            yield _fewer(entry)
    if single:
        yield _empty_seats(single, names)


def _truncated(entry: Entry, usual: int, names: Mapping[str, str]) -> Finding:
    count = len(entry.lacking)
    seats = ", ".join(names.get(member, member) for member in entry.lacking[:_NAMED])
    others = " and others" if count > _NAMED else ""
    evidence = (
        f"{count} seats of that day have no ballot: {seats}{others}; at most {max(usual, 1)} is usual in this table"
    )
    remedy = "take the ballots from the record of the meeting"
    return about(entry, "truncated-record", "rows of this vote are missing", evidence, remedy)


def _fewer(entry: Entry) -> Finding:
    """Whoever the voters are: there are fewer ballots than seats."""
    ballots, short = len(entry.call.ballots), len(entry.lacking) - len(entry.strangers)
    kind: Kind = "truncated-record" if short > 1 else "seat-without-ballot"
    evidence = f"{ballots} ballots where {ballots + short} members sat"
    remedy = "take the ballots from the record of the meeting"
    return about(entry, kind, "a row is missing, or a member took no part", evidence, remedy).graded("warning")


def _left_out(entry: Entry, names: Mapping[str, str]) -> Finding:
    seat = names.get(entry.lacking[0], entry.lacking[0])
    evidence = f"no ballot of {seat}, but the record says '{entry.call.recorded_label}'"
    cause = "a row is missing, or a member took no part"
    return about(entry, "seat-without-ballot", cause, evidence, "compare the record of the meeting").graded("warning")


def _empty_seats(entries: Sequence[Entry], names: Mapping[str, str]) -> Finding:
    seats = [f"vote {e.name} ({', '.join(names.get(member, member) for member in e.lacking)})" for e in entries]
    more = f" and {len(seats) - _SHOWN} more" if len(seats) > _SHOWN else ""
    cause = "the member took no part, was absent, or its row is missing; the table does not say which"
    evidence = f"{len(entries)} roll calls lack one seat: {', '.join(seats[:_SHOWN])}{more}"
    return overall("seat-without-ballot", cause, evidence, "read as not voting", tuple(e.name for e in entries))


def _usual(counts: list[int]) -> int:
    """So many seats lack a ballot in nineteen of twenty roll calls of the table, or fewer."""
    return round(quantiles(counts, n=20)[-1]) if len(counts) > 1 else 0


def _slips(entry: Entry) -> Iterator[Finding]:
    """Single voters that did not sit; whole sets of them are another module's."""
    if not 0 < len(entry.strangers) <= _FEW:
        return
    for member in entry.strangers:
        printed = entry.call.printed_names.get(member, member)
        cause = "a slip of the name, or a row of another vote"
        evidence = f"{printed} did not sit on {entry.call.day.isoformat()}"
        if entry.lacking:
            evidence += f"; no ballot of {', '.join(entry.lacking)}"
        yield about(entry, "voter-not-seated", cause, evidence, "compare the record of the meeting")

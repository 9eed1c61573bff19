"""Two sources on the same votes: which roll calls do both hold, and where do they differ?

Roll calls are matched by resolution number, then by the draft's symbol (with and without its revision), then by day and
meeting. A key that stands several times matches only where both sources have it equally often.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from psephos.calls.formats.words import claim_of, meeting_of, resolution_of
from psephos.calls.rollcall import RollCall, Tally
from psephos.replay.findings import Finding, Severity, overall
from psephos.replay.twins import draft_key

__all__ = ["match", "reconcile"]

_CHOICES = ("yes", "no", "abstain")
_SHOWN = 12

Key = Callable[[RollCall], object]


def reconcile(calls: Sequence[RollCall], others: Sequence[RollCall], other_file: str) -> tuple[Finding, ...]:
    """Where do two sources differ, and which roll calls does one lack?

    Only what both state is compared: the day, the outcome, and the figures of the tally.

    Examples:
        >>> one = RollCall("unsc", date(1994, 6, 1), resolution="893 (1994)", recorded_outcome="adopted")
        >>> two = RollCall("unsc", date(1994, 1, 6), resolution="S/RES/893", recorded_outcome="adopted")
        >>> reconcile([one], [two], "yearly.csv")[0].evidence
        'day: 1994-06-01 here, 1994-01-06 in yearly.csv'
    """
    pairs = match(calls, others)
    found = [finding for mine, theirs in pairs for finding in _differences(mine, theirs, other_file)]
    seen, used = {id(mine) for mine, _ in pairs}, {id(theirs) for _, theirs in pairs}
    found += _missing([call for call in calls if id(call) not in seen], others, f"not in {other_file}")
    found += _missing([call for call in others if id(call) not in used], calls, f"in {other_file} only")
    return tuple(found)


def match(calls: Sequence[RollCall], others: Sequence[RollCall]) -> tuple[tuple[RollCall, RollCall], ...]:
    """Which roll calls of two sources are the same?

    Examples:
        >>> one = RollCall("unsc", date(1980, 1, 7), symbol="S/13729")
        >>> two = RollCall("unsc", date(1980, 1, 9), symbol="S/13729")
        >>> match([one], [two]) == ((one, two),)
        True
    """
    pairs: list[tuple[RollCall, RollCall]] = []
    left, right = list(calls), list(others)
    for key in (_by_resolution, _by_draft_and_day, _by_draft, _by_document, _by_meeting):
        found = _matched(left, right, key)
        pairs += found
        mine, theirs = {id(a) for a, _ in found}, {id(b) for _, b in found}
        left = [call for call in left if id(call) not in mine]
        right = [call for call in right if id(call) not in theirs]
    return tuple(pairs)


def _matched(left: Iterable[RollCall], right: Iterable[RollCall], key: Key) -> list[tuple[RollCall, RollCall]]:
    ours, theirs = _keyed(left, key), _keyed(right, key)
    both = ((group, theirs[value]) for value, group in ours.items() if value in theirs)
    return [pair for mine, other in both if len(mine) == len(other) for pair in zip(mine, other, strict=True)]


def _keyed(calls: Iterable[RollCall], key: Key) -> Mapping[object, list[RollCall]]:
    """The roll calls of each key, those of one key ordered by outcome and figures."""
    found: dict[object, list[RollCall]] = {}
    for call in calls:
        if (value := key(call)) is not None:
            found.setdefault(value, []).append(call)
    return {value: sorted(group, key=_order) for value, group in found.items()}


def _order(call: RollCall) -> tuple[object, ...]:
    return (call.recorded_outcome, *sorted(_figures(call).items()))


def _by_resolution(call: RollCall) -> object:
    found = resolution_of(call.resolution)
    return (call.body, found.number) if found else None


def _by_draft_and_day(call: RollCall) -> object:
    symbol = draft_key(call.symbol)
    return (call.body, symbol, call.day) if symbol and not resolution_of(call.resolution) else None


def _by_draft(call: RollCall) -> object:
    symbol = draft_key(call.symbol)
    return (call.body, symbol) if symbol and not resolution_of(call.resolution) else None


def _by_document(call: RollCall) -> object:
    """The draft's symbol without its revision: a source may cut it short."""
    symbol = "/".join(part for part in draft_key(call.symbol).split("/") if not part.startswith(("REV", "CORR", "ADD")))
    return (call.body, symbol, call.day) if symbol and not resolution_of(call.resolution) else None


def _by_meeting(call: RollCall) -> object:
    number = meeting_of(call.meeting) or meeting_of(call.symbol)
    return (call.body, call.day, number) if number and not resolution_of(call.resolution) else None


def _differences(mine: RollCall, theirs: RollCall, file: str) -> Iterator[Finding]:
    outcome = mine.recorded_outcome and theirs.recorded_outcome and mine.recorded_outcome != theirs.recorded_outcome
    if outcome:
        yield _differs(mine, "error", f"outcome: {mine.recorded_outcome} here, {theirs.recorded_outcome} in {file}")
    ours, other = _figures(mine), _figures(theirs)
    both = [choice for choice in _CHOICES if choice in ours and choice in other and ours[choice] != other[choice]]
    if both:
        text = ", ".join(f"{choice} {ours[choice]} here, {other[choice]} there" for choice in both)
        yield _differs(mine, "error", f"tally: {text} ({file})")
    yield from _members(mine, theirs, file)
    if mine.day != theirs.day:
        yield _differs(mine, "warning", f"day: {mine.day.isoformat()} here, {theirs.day.isoformat()} in {file}")


def _members(mine: RollCall, theirs: RollCall, file: str) -> Iterator[Finding]:
    """The members for which both sources name a ballot, and not the same."""
    both = [member for member in mine.ballots if member in theirs.ballots]
    wrong = [member for member in both if mine.ballots[member] != theirs.ballots[member]]
    if wrong and not (mine.without_a_vote or theirs.without_a_vote):
        text = ", ".join(f"{member} {mine.ballots[member]} here, {theirs.ballots[member]} there" for member in wrong)
        yield _differs(mine, "error", f"ballots: {text} ({file})")


def _figures(call: RollCall) -> Mapping[str, int]:
    """The figures a source gives: counted from all ballots, else its tally. A text adopted without a vote has none."""
    if call.without_a_vote:
        return {}
    if call.others and call.tally is None:
        cast = list(call.ballots.values())
        return {choice: cast.count(choice) for choice in _CHOICES}
    return (call.tally or Tally()).counts


def _differs(call: RollCall, severity: Severity, evidence: str) -> Finding:
    sheet, row = call.source.partition(", sheet ")[2], call.rows[0] if call.rows else 0
    cause, remedy = "one of the two sources is wrong", "compare the record of the meeting"
    return Finding(_name(call), "sources-differ", severity, cause, evidence, remedy, sheet, row)


def _missing(calls: Sequence[RollCall], others: Sequence[RollCall], where: str) -> Iterator[Finding]:
    """Roll calls of the days and kinds (adopted, vetoed, not adopted) that both sources cover, told together."""
    days = [call.day for call in others]
    first, last = min(days, default=date.max), max(days, default=date.min)
    kinds = {_kind(call) for call in others}
    names = [_name(call) for call in calls if first <= call.day <= last and _kind(call) in kinds]
    if names:
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        evidence = f"{where}: {len(names)} roll calls ({', '.join(names[:_SHOWN])}{more})"
        cause = "one source leaves them out, or names them otherwise"
        yield overall("missing-in-other-source", cause, evidence, "compare a list", tuple(names))


def _kind(call: RollCall) -> tuple[str, bool]:
    return (call.recorded_outcome, claim_of(call.recorded_label).vetoed)


def _name(call: RollCall) -> str:
    return call.id or call.resolution or call.symbol or f"{call.day.isoformat()} {call.meeting}".strip()

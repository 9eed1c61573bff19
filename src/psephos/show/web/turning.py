"""What could have turned a vote, or still can, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from psephos.count.sampling import Estimate
from psephos.decide.verdict import Verdict
from psephos.explore.flips import Change
from psephos.show.web.tasks import Told
from psephos.show.words import called, listed, named

__all__ = ["turning"]


def turning(told: Told) -> list[str]:
    """Sentences about the fewest changes that would have turned it, or about what is still open."""
    if told.silent:
        if not told.too_much:
            return [f"{told.silent[:1].upper()}{told.silent[1:]}."]
        advice = " Set some of the open ballots." if told.verdict.open else ""
        why = f"This is too much to count exactly here: {told.silent.partition(';')[0]}.{advice}"
        return [*_drawn(told.estimate), why]
    if told.flips:
        return _flips(told)
    return _still_open(told) if told.open else []


def _drawn(found: Estimate | None) -> list[str]:
    """An estimate in words."""
    if found is None:
        return []
    drawn = f"estimated from {found.samples:,} votes drawn at random"
    sure = f"with {found.confidence:.0%} confidence"
    if found.value in (0.0, 1.0):
        edge = f"below {found.high:.2%}" if found.value < found.high else f"above {found.low:.2%}"
        return [f"Chance of adoption: {edge} {sure} ({drawn})."]
    between = f"between {found.low:.1%} and {found.high:.1%} {sure}"
    return [f"Chance of adoption: about {found.value:.1%} ({drawn}; {between})."]


def _flips(told: Told) -> list[str]:
    found, verdict = told.flips, told.verdict
    if found is None or found.size is None:
        return ["No other ballots of these members would have turned the outcome."]
    ways = "in one way" if found.count == 1 else f"in {_large(found.count)} ways"
    said = [f"The fewest ballots that would have turned it to {found.turned}: {found.size:,}, {ways}."]
    if found.alone:
        who = _some(found.alone, verdict)
        said.append(f"{'Each' if found.alone[1:] else 'One'} alone could have turned it: {who}.")
    elif found.in_every_set:
        said.append(f"No such set is complete without {_some(found.in_every_set, verdict)}.")
    if found.sets:
        said.append(f"For example: {'; '.join(_example(found.sets[0], verdict))}.")
    return said


def _example(changes: Sequence[Change], verdict: Verdict) -> list[str]:
    """One set of changes, those alike in one phrase."""
    alike: dict[tuple[str, tuple[str, ...], int], list[str]] = {}
    for change in changes:
        alike.setdefault((change.choice, change.to, change.votes), []).append(change.member)
    said = []
    for (choice, to, votes), members in alike.items():
        many = f"{votes:,} votes of " if votes > 1 else ""
        choices = listed(
            [_plain(other) for other in to if other not in _RARELY] or [_plain(other) for other in to], joint="or"
        )
        said.append(f"{many}{_some(members, verdict)} from {_plain(choice)} to {choices}")
    return said


_RARELY = ("present_only", "absent", "not_participating", "not_voting")
"""Choices that need no mention where a plainer one does the same."""


def _some(members: Sequence[str], verdict: Verdict) -> str:
    """Members by name; the first of them where there are very many."""
    if len(members) <= _NAMED:
        return named(members, verdict.roster)
    first = sorted(called(verdict.roster.seat(member)) for member in members[:_NAMED])
    return f"{', '.join(first)} and {len(members) - _NAMED:,} more"


_NAMED = 12
_EXACT = 10**12


def _large(number: int) -> str:
    """A number in full, or its size where it has very many digits.

    Examples:
        >>> _large(177147), _large(71 * 10**55)
        ('177,147', 'about 7.1 · 10⁵⁶')
    """
    if number < _EXACT:
        return f"{number:,}"
    power = len(str(number)) - 1
    raised = str(power).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"about {number // 10 ** (power - 1) / 10} · 10{raised}"


def _percentage(chance: Fraction) -> str:
    """A chance in per cent; never 0 or 100 where it is neither."""
    percent = float(chance) * 100
    if 0 < chance < 1 and not 0.005 <= percent < 99.995:  # noqa: PLR2004 -- what two places can show
        return "less than 0.01%" if percent < 1 else "more than 99.99%"
    return f"{percent:.2f}%"


def _plain(choice: str) -> str:
    return choice.replace("_", " ")


def _still_open(told: Told) -> list[str]:
    found, verdict = told.open, told.verdict
    if found is None:
        return []
    said = [f"{_large(found.ways_adopted)} of {_large(found.ways)} ways to cast the open ballots adopt it."]
    if found.chance is not None:
        how = "under the chances given" if found.chances_given else "if all these ways are equally likely"
        said.append(f"Chance of adoption: {_percentage(found.chance)} ({how}).")
    for standing, words in _STANDINGS.items():
        members = [one.member for one in found.members if one.standing == standing]
        if members:
            said.append(f"{words}: {_some(members, verdict)}.")
    return said


_STANDINGS: Mapping[str, str] = {
    "must vote yes": "Must vote in favour if it is to be adopted",
    "must not oppose": "Must not vote against if it is to be adopted",
    "not needed": "Not needed: the outcome does not depend on",
}

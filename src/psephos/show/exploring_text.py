"""What could have been, in words: the ballots that turn an outcome, votes under way, and where two rules part.

Nothing is said of why anybody voted as it did: "would have been adopted had ..., the other votes unchanged".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from textwrap import wrap

from psephos.body.ballots import Choices
from psephos.body.members import Roster
from psephos.body.rules import Rule
from psephos.decide.verdict import Verdict
from psephos.explore.compare import Comparison, Party
from psephos.explore.flips import Change, Flips
from psephos.explore.openvote import OpenMember, OpenVote
from psephos.show.text import headline, remark_text, tally_text
from psephos.show.words import called, columns, day_text, listed, named, number_text, plural, spelled

__all__ = ["ROUNDED", "comparison_text", "flips_text", "large", "open_text", "party_text", "rounded"]

ROUNDED = (
    "The weights are known only to rounding: numbers that turn on the last digit could be others with exact figures."
)
_LARGE = 10**15
_SHOWN = 30
_NAMES = 60
"""How long a line of names may be within a table."""


def flips_text(found: Flips) -> str:
    """Which ballots, at the fewest, would have turned it?

    Examples:
        >>> from psephos.calls.rollcall import roll_call
        >>> from psephos.explore.flips import flips
        >>> call = roll_call("unsc", "2023-10-18", no=["USA"], abstain=["GBR", "RUS"], others="yes")
        >>> print(flips_text(flips("unsc", call, changes={"no": ["abstain"]})).splitlines()[1])
        It would have been adopted had the ballot of the United States been otherwise, the other votes unchanged.
    """
    rows = [_set_row(one, found.verdict) for one in found.sets]
    lines = [_first_line(found.verdict), _flip_sentence(found), *(f"  {line}".rstrip() for line in columns(rows))]
    if found.count > len(found.sets):
        lines.append(f"  ... and {large(found.count - len(found.sets))} more (see --limit)")
    if found.in_every_set and found.count > 1:
        lines.append(f"In every set: {named(found.in_every_set, found.verdict.roster)}.")
    if found.alone and found.size != 1:
        lines.append(f"Alone, at a higher cost, could have turned it: {named(found.alone, found.verdict.roster)}.")
    return "\n".join([*lines, *_notes(found.verdict)])


def _first_line(verdict: Verdict) -> str:
    return f"{headline(verdict)}      {tally_text(verdict)}"


def _notes(verdict: Verdict) -> list[str]:
    """What a reader must know of how the question was understood, and how far its figures hold."""
    kinds = ("assumed decision", "assumed not voting")
    notes = [remark_text(remark, verdict) for remark in verdict.remarks if remark.kind in kinds]
    notes += [ROUNDED] if rounded(verdict.rule, verdict.roster) else []
    return [" ".join(notes)] if notes else []


def rounded(rule: Rule, roster: Roster) -> bool:
    """Does the rule weigh members by figures that are known only to rounding?"""
    conditions = [clause.requires for clause in rule.clauses]
    used = {count.weight for condition in conditions for count in condition.counts}
    used |= {fewest.weight for condition in conditions for fewest in condition.fewest}
    return any(weight.precision for seat in roster.seats for name, weight in seat.weights.items() if name in used)


def _flip_sentence(found: Flips) -> str:
    turned = "would have been adopted" if found.turned == "adopted" else "would not have been adopted"
    if found.size is None:
        return "No permitted change of ballots would have turned the outcome."
    cost = (
        "" if found.price == found.size or found.price is None else f", at the lowest cost, {number_text(found.price)}"
    )
    alone = " No single ballot could have turned it." if found.size > 1 and not found.alone else ""
    return f"It {turned} had {_whose(found)} been otherwise, the other votes unchanged{cost}.{alone}"


def _whose(found: Flips) -> str:
    """The ballots that turn it, by name where there is one set of members or one member is enough."""
    size, roster = found.size or 0, found.verdict.roster
    noun = "ballot" if size == 1 else "ballots"
    if found.count == len(found.sets) == 1:
        return f"the {noun} of {listed(_members(found.sets[0], roster))}"
    if size == 1 and found.count == len(found.alone):
        return f"the ballot of {listed(_names(found.alone, roster), joint='or')}"
    sets = "the one set" if found.count == 1 else f"any of {large(found.count)} sets"
    return f"the {spelled(size) if size > 1 else ''} {noun} of {sets} of members".replace("  ", " ")


def _members(changes: Sequence[Change], roster: Roster) -> list[str]:
    seats = [(change.votes, roster.seat(change.member)) for change in changes]
    return [f"{votes:,} of {called(seat)}" if seat.count > 1 else called(seat) for votes, seat in seats]


def _set_row(changes: Sequence[Change], verdict: Verdict) -> tuple[str, str]:
    """A set: who, and from which ballots to which."""
    gathered: dict[tuple[str, tuple[str, ...]], list[Change]] = {}
    for change in changes:
        gathered.setdefault((change.choice, change.to), []).append(change)
    words = verdict.book.choices
    moves = [f"{words.title(old)} -> {_either(new, words)}" for old, new in gathered]
    if len(gathered) == 1:
        return _who(changes, verdict.roster), moves[0]
    parts = [f"{_who(group, verdict.roster)}: {move}" for group, move in zip(gathered.values(), moves, strict=True)]
    return "; ".join(parts), ""


def _who(changes: Iterable[Change], roster: Roster) -> str:
    return ", ".join(
        f"{change.votes:,} of {roster.seat(change.member).name}"
        if change.votes > 1
        else roster.seat(change.member).name
        for change in changes
    )


def _either(choices: Iterable[str], words: Choices) -> str:
    """The choices in words."""
    return " / ".join(words.title(choice).replace(",", "") for choice in choices)


def _names(members: Iterable[str], roster: Roster) -> list[str]:
    seats = sorted((roster.seat(member) for member in members), key=lambda seat: seat.name)
    return [f"one of {called(seat)}" if seat.count > 1 else called(seat) for seat in seats]


# --- votes under way
# ----------------------------------------------------------------------------------------------------


def open_text(found: OpenVote) -> str:
    """What can the open ballots still bring about?"""
    choices = found.verdict.book.choices
    lines = [_first_line(found.verdict)]
    if found.containing:
        held = [f"{found.verdict.roster.seat(m).name} {choices.title(c)}" for m, c in found.containing.items()]
        lines.append(f"Taken as cast: {listed(held)}.")
    lines += [_ways_sentence(found), *(f"  {line.rstrip()}" for line in columns(_member_rows(found)))]
    return "\n".join([*lines, *_notes(found.verdict)])


def _ways_sentence(found: OpenVote) -> str:
    cast = listed([found.verdict.book.choices.title(choice) for choice in found.choices], joint="or")
    ways = f"The open ballots can fall in {large(found.ways)} {'way' if found.ways == 1 else 'ways'}"
    lacking = any(len(one.ways_adopted) < len(found.choices) for one in found.members)
    each = f" (each {cast}{', as far as the seat may' if lacking else ''})" if len(found.choices) > 1 else ""
    adopt = "adopts" if found.ways_adopted == 1 else "adopt"
    return f"{ways}{each}; {large(found.ways_adopted)} of them {adopt}.{_chance(found)}"


def _chance(found: OpenVote) -> str:
    if found.chance is None:
        return ""
    given = "under the chances given" if found.chances_given else "were all ways equally likely"
    return f" Chance of adoption {given}: {_percent(found.chance)}."


def _percent(share: Fraction) -> str:
    """A share in per cent; one that is not quite nothing or all is never rounded to that."""
    if 0 < share < Fraction(1, 10000):
        return "less than 0.01%"
    if Fraction(9999, 10000) < share < 1:
        return "more than 99.99%"
    return f"{number_text(share * 100)}%"


def _member_rows(found: OpenVote) -> list[tuple[str, ...]]:
    """Members that are alike in everything share a row."""
    gathered: dict[tuple[str, tuple[tuple[str, int], ...]], list[OpenMember]] = {}
    for one in found.members:
        gathered.setdefault((one.standing, tuple(one.ways_adopted.items())), []).append(one)
    if not gathered:
        return []
    titles = [found.verdict.book.choices.title(choice) for choice in found.choices]
    head = ("open", "adoption", *(f"ways, {title}" for title in titles))
    rows = [head]
    for (standing, ways), members in gathered.items():
        first, *more = _wrapped(_open_names(members, found.verdict.roster))
        rows.append((first, standing, *_numbers(dict(ways), found.choices)))
        rows += [(f"  {line}", "", *[""] * len(titles)) for line in more]
    return rows


def _wrapped(names: str) -> list[str]:
    """Names in lines of a readable length."""
    return wrap(names, _NAMES, break_long_words=False, break_on_hyphens=False)


def _open_names(members: Sequence[OpenMember], roster: Roster) -> str:
    names = [
        f"{roster.seat(one.member).name} ({one.votes:,} open)" if one.votes > 1 else roster.seat(one.member).name
        for one in members
    ]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


def _numbers(ways: Mapping[str, int], choices: Sequence[str]) -> tuple[str, ...]:
    return tuple(large(ways[choice]) if choice in ways else "-" for choice in choices)


# --- two rules
# ----------------------------------------------------------------------------------------------------------


def comparison_text(found: Comparison) -> str:
    """Where do the two part?"""
    if found.equal:
        lines = [f"They never differ: all {large(found.profiles)} profiles are decided alike."]
    else:
        share = _percent(Fraction(found.differ, found.profiles))
        lines = [f"They differ on {large(found.differ)} of {large(found.profiles)} profiles ({share})."]
    rows = [
        ("adopted by the first alone", large(found.first_only), party_text(found.first)),
        ("adopted by the second alone", large(found.second_only), party_text(found.second)),
    ]
    lines += [f"  {line}" for line in columns(rows)]
    note = [ROUNDED] if any(rounded(side.bound.rule, side.bound.roster) for side in (found.first, found.second)) else []
    return "\n".join([*lines, *_example_lines(found), *_matched_lines(found), *note])


def party_text(party: Party) -> str:
    """One side of a comparison: body, decision and day."""
    variant = f" ({party.bound.rule.variant})" if party.bound.rule.variant else ""
    return f"{party.book.short or party.book.name}, {party.bound.rule.title}{variant}, {day_text(party.day)}"


def _example_lines(found: Comparison) -> list[str]:
    if found.example is None:
        return []
    words = found.first.book.choices.extended(found.second.book.choices.all)
    tally = ", ".join(f"{votes:,} {words.title(choice)}" for choice, votes in found.example.tally.items())
    other = "first" if found.example.adopts == "second" else "second"
    gathered: dict[str, list[str]] = {}
    for member, ballot in found.example.ballots.items():
        votes = {ballot: 1} if isinstance(ballot, str) else ballot
        for choice, number in votes.items():
            name = _name(member, found)
            gathered.setdefault(choice, []).append(name if isinstance(ballot, str) else f"{number:,} of {name}")
    rows = [
        (words.title(choice), _cut(sorted(names)))
        for choice, names in sorted(gathered.items(), key=lambda p: words.index(p[0]))
    ]
    first = (
        f"The least example (fewest in favour, then fewest against), {tally}: "
        f"the {found.example.adopts} adopts, the {other} does not."
    )
    return [first, *(f"  {line}" for line in columns(rows))]


def _name(member: str, found: Comparison) -> str:
    code, comma, rest = member.partition(", ")
    sides = [side.bound.roster for side in (found.first, found.second) if code in side.bound.roster.ids]
    return f"{sides[0].seat(code).name}{comma}{rest}" if sides else member


def _cut(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")


def _matched_lines(found: Comparison) -> list[str]:
    both = sum(pair.votes for pair in found.pairs)
    renamed = [
        f"{_name(pair.first, found)} / {_name(pair.second, found)}" for pair in found.pairs if pair.first != pair.second
    ]
    words = [f"{plural(both, 'member is', 'members are')} in both"]
    if renamed:
        words.append(f"matched by seat: {', '.join(renamed)}")
    for side, members in (("first", found.only_in_first), ("second", found.only_in_second)):
        if members:
            names = [f"{votes:,} of {_name(m, found)}" if votes > 1 else _name(m, found) for m, votes in members]
            words.append(f"only in the {side}: {_cut(sorted(names))}")
    alone = (
        " A member of one of them only is looked at by that one alone."
        if found.only_in_first or found.only_in_second
        else ""
    )
    return [f"{'; '.join(words)}.{alone}"]


def large(number: int) -> str:
    """A whole number, exact up to fifteen digits, and to three figures above.

    Examples:
        >>> large(14348907), large(3**60)
        ('14,348,907', 'about 4.24 x 10^28')
    """
    if number < _LARGE:
        return f"{number:,}"
    figures, _, power = f"{Decimal(number):.2e}".partition("e+")
    return f"about {figures} x 10^{power}"

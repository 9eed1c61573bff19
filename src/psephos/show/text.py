"""Verdicts in words: the headline, every clause with its margin and its law, and what a reader must know besides."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil, floor

from psephos.body.notation import fraction_text
from psephos.body.rules import Condition, Count, Share
from psephos.decide.reasons import ClauseReason, leaves, standing_in_the_way
from psephos.decide.verdict import Completion, Remark, Verdict
from psephos.show.rules import clause_title
from psephos.show.words import columns, day_text, named, number_text, plural, spelled

__all__ = ["clause_standing", "formula", "headline", "law", "remark_text", "tally_text", "verdict_text"]

_HUNDREDTH = Fraction(1, 100)
_SHOWN = 30
"""How many members one line lists at most."""


def verdict_text(verdict: Verdict) -> str:
    """How does a terminal show a verdict?

    Examples:
        >>> from datetime import date
        >>> from psephos.body.rulebook import rulebook
        >>> from psephos.calls.rollcall import RollCall
        >>> from psephos.decide.verdict import decide
        >>> call = RollCall("unsc", date(2023, 10, 18), "substantive", ballots={"USA": "no"}, others="yes")
        >>> print(verdict_text(decide(rulebook("unsc"), call)).splitlines()[0].split("  ")[0])
        Not adopted: vetoed by the United States.
    """
    lines = [f"{headline(verdict)}      {tally_text(verdict)}"]
    if verdict.reasons is not None:
        rows = [_row(leaf, verdict) for leaf in leaves(verdict.reasons)]
        lines += [f"  {line}".rstrip() for line in columns(rows)]
    lines += _completion_lines(verdict)
    sentences = [remark_text(remark, verdict) for remark in verdict.remarks]
    near = [
        text
        for remark, text in zip(verdict.remarks, sentences, strict=True)
        if remark.kind == "would have been adopted"
    ]
    rest = [text for text in sentences if text not in near]
    return "\n".join([*lines, *([" ".join(rest)] if rest else []), *near])


def headline(verdict: Verdict) -> str:
    """The outcome in one sentence: what was decided, and what stood in the way."""
    match verdict.label:
        case "adopted":
            return "Adopted."
        case "adopted without a vote":
            return "Adopted without a vote."
        case "vetoed":
            return f"Not adopted: vetoed{_by(verdict)}."
        case "insufficient votes":
            return f"Not adopted: insufficient votes{_short(verdict)}."
        case "tied":
            return "Not adopted: the votes are equal."
        case "no quorum":
            return "Not adopted: no quorum."
        case "open" if verdict.outcome == "open":
            return "Open: it can still be adopted or fail."
        case _:
            return "Not adopted, whatever the open ballots are; which condition fails depends on them."


def _by(verdict: Verdict) -> str:
    return f" by {named(verdict.vetoed_by, verdict.roster)}" if verdict.vetoed_by else ""


def _short(verdict: Verdict) -> str:
    """How many votes were lacking, where one plain count says so."""
    failing = (
        [leaf for leaf in standing_in_the_way(verdict.reasons) if leaf.clause.role == "majority"]
        if verdict.reasons
        else []
    )
    short = [_votes_off(leaf) for leaf in failing if _fixed_bound(leaf.clause.requires)]
    known = [number for number in short if number is not None]
    return f", {spelled(max(known))} short" if known and len(known) == len(failing) else ""


def _fixed_bound(condition: Condition) -> bool:
    """Is the condition a plain count against a bound that no ballot moves?"""
    moving = [count for term in condition.right.terms for count in _inside(term.quantity) if count.of != "members"]
    plain = len(condition.left.terms) == 1 and isinstance(condition.left.terms[0].quantity, Count)
    return (
        plain
        and not moving
        and not any(count.weight for count in condition.counts)
        and condition.relation in (">=", ">")
    )


def _inside(quantity: object) -> tuple[Count, ...]:
    match quantity:
        case Count() as count:
            return (count,)
        case Share(whole=whole):
            return tuple(count for term in whole.terms for count in _inside(term.quantity))
        case _:
            return ()


def _votes_off(leaf: ClauseReason) -> int | None:
    """Whole votes to spare (or, where the clause fails, lacking)."""
    if leaf.margin is None:
        return None
    strict = leaf.clause.requires.relation in (">", "<")
    if leaf.holds:
        return ceil(leaf.margin) - 1 if strict else floor(leaf.margin)
    return floor(-leaf.margin) + 1 if strict else ceil(-leaf.margin)


def tally_text(verdict: Verdict) -> str:
    """The tally in words: 10 in favour, 3 against, 2 abstaining, of 15."""
    parts = [f"{number:,} {verdict.book.choices.title(choice)}" for choice, number in verdict.tally.items()]
    if verdict.open:
        parts.append(f"{verdict.open:,} open")
    total = f"of {verdict.roster.size:,}"
    return ", ".join([*parts, total]) if parts else total


def _row(leaf: ClauseReason, verdict: Verdict) -> tuple[str, str, str]:
    holds = {True: "holds", False: "fails", None: "open"}[leaf.holds]
    return f"{holds:<5}  {clause_title(leaf.clause)}", clause_standing(leaf, verdict), law(leaf)


def clause_standing(leaf: ClauseReason, verdict: Verdict) -> str:
    """Where does a clause stand: its value, its bound, and the margin?"""
    relation = leaf.clause.requires.relation
    if relation == "=":
        return _equality(leaf, verdict)
    if leaf.empty:
        return f"{number_text(leaf.value)}; nothing to take a share of"
    share = _share(leaf.clause.requires)
    if leaf.margin is None:
        if verdict.call.tally is not None and not verdict.open:
            return f"{_bound(leaf, share)}; the tally does not tell whose votes they are"
        return f"{number_text(leaf.value)} so far, of {_bound(leaf, share)}"
    if share is not None and share.percent and _weighed(leaf.clause.requires):
        return _percentages(leaf, share)
    return f"{number_text(leaf.value)} of {_bound(leaf, share)}, {_margin(leaf)}"


_RELATIONS = {">=": "at least", ">": "more than", "<": "fewer than", "<=": "at most"}


def _share(condition: Condition) -> Share | None:
    """The one share that makes the right-hand side, if it is one."""
    terms = condition.right.terms
    quantity = terms[0].quantity if len(terms) == 1 else None
    return quantity if isinstance(quantity, Share) else None


def _weighed(condition: Condition) -> bool:
    return any(count.weight for count in condition.counts)


def _bound(leaf: ClauseReason, share: Share | None) -> str:
    """The bound; of plain counts the smallest (or largest) whole number that meets it."""
    relation, bound = leaf.clause.requires.relation, leaf.bound
    if _weighed(leaf.clause.requires) or bound.denominator == 1:
        shown = f"{_RELATIONS[relation]} {number_text(bound)}"
    else:
        rising = relation in (">=", ">")
        shown = f"{'at least' if rising else 'at most'} {(ceil(bound) if rising else floor(bound)):,}"
    if share is None or bound < 0:
        return shown
    part = fraction_text(share.part, percent=share.percent)
    return f"{shown} ({part} of {number_text(bound / share.part)})" if share.part else shown


def _percentages(leaf: ClauseReason, share: Share) -> str:
    """A weighed share in per cent, with the figures behind it."""
    whole = leaf.bound / share.part
    part, margin = leaf.value / whole * 100, (leaf.margin or Fraction(0)) / whole * 100
    places = 2 if abs(margin) >= _HUNDREDTH else 4
    wanted = f"{_RELATIONS[leaf.clause.requires.relation]} {number_text(share.part * 100)}%"
    off = f"{number_text(abs(margin), places=places)}% {'to spare' if leaf.holds else 'short'}"
    figures = f"{number_text(leaf.value)} of {number_text(whole)}"
    return f"{number_text(part, places=places)}% of {wanted}, {off} ({figures})".replace("about ", "")


def _margin(leaf: ClauseReason) -> str:
    margin = leaf.margin if leaf.margin is not None else Fraction(0)
    whole = leaf.value.denominator == 1 and not (_weighed(leaf.clause.requires) and leaf.bound.denominator != 1)
    off = _votes_off(leaf) if whole else None
    amount = number_text(abs(margin)) if off is None else f"{off:,}" if off else "none"
    return f"{amount} to spare" if leaf.holds else f"{amount} short"


def _equality(leaf: ClauseReason, verdict: Verdict) -> str:
    condition = leaf.clause.requires
    left = condition.left.terms[0].quantity if len(condition.left.terms) == 1 else None
    who = ", ".join(sorted(seat.id for place, seat in enumerate(verdict.roster.seats) if place in leaf.against))
    named = f": {who}" if who else ""
    if leaf.margin is None:
        if verdict.call.tally is not None and not verdict.open:
            return f"must be {number_text(leaf.bound)}; the tally does not tell whose votes they are"
        return f"{number_text(leaf.value)} so far{named}, must be {number_text(leaf.bound)}"
    if isinstance(left, Count) and left.of in verdict.book.choices.ids and leaf.bound == 0:
        word = verdict.book.choices.title(left.of)
        return f"{number_text(leaf.value)} {word}{named}" if leaf.value else f"none {word}"
    return f"{number_text(leaf.value)}, must be {number_text(leaf.bound)}"


def law(leaf: ClauseReason) -> str:
    """Where is the clause written, and who reads it so?"""
    clause = leaf.clause
    if not clause.reading:
        return clause.source
    practice, _, cited = clause.authority.partition("; ")
    authority = f"in {practice} ({cited})" if cited and practice == "practice" else f"by {clause.authority}"
    return f"{clause.source}, as read {authority}"


def _completion_lines(verdict: Verdict) -> list[str]:
    return [
        f"  {outcome} for example with {_completion_text(completion, verdict)}"
        for outcome, completion in verdict.completions.items()
    ]


def _completion_text(completion: Completion, verdict: Verdict) -> str:
    """The ballots of a completion, gathered by choice."""
    gathered: dict[str, list[str]] = {}
    for member, ballot in completion.items():
        votes = {ballot: 1} if isinstance(ballot, str) else ballot
        for choice, number in votes.items():
            gathered.setdefault(choice, []).append(member if isinstance(ballot, str) else f"{number:,} of {member}")
    return "; ".join(f"{verdict.book.choices.title(choice)} {_some(sorted(who))}" for choice, who in gathered.items())


def _some(members: list[str]) -> str:
    """Members by code; the first of them where there are very many."""
    more = f" and {len(members) - _SHOWN:,} more" if len(members) > _SHOWN else ""
    return f"{', '.join(members[:_SHOWN])}{more}"


def remark_text(remark: Remark, verdict: Verdict) -> str:
    """A remark as a sentence."""
    members = named(remark.members, verdict.roster) if remark.members else ""
    several = len(remark.members) > 1
    match remark.kind:
        case "no veto there" | "not a veto" | "perhaps others":
            return _no_veto(remark, members, verdict)
        case "assumed decision":
            return f"Taken as {_a(remark.text)}."
        case "assumed not voting":
            seats, be = plural(remark.number, "seat"), "are" if remark.number > 1 else "is"
            return f"{seats} that the tally does not account for {be} taken as not voting."
        case "would have been adopted":
            return f"It would have been adopted had {members} abstained, the other votes unchanged."
        case "party to the dispute":
            who, role = f"{members[0].upper()}{members[1:]}", "parties" if several else "a party"
            return f"{who}, named as {role} to the dispute, voted: {remark.text}."
        case "rounding":
            return _rounding(remark, verdict)
        case "practice":
            return remark.text if remark.text.endswith(".") else f"{remark.text}."
        case "beyond the facts":
            checked = day_text(date.fromisoformat(remark.text))
            return f"The facts of this rulebook were last checked on {checked}, before the day of the vote."
        case "rule":
            return remark.text


def _no_veto(remark: Remark, members: str, verdict: Verdict) -> str:
    """Votes against that look like vetoes and are none, and why not."""
    if remark.kind == "perhaps others":
        return "Not every ballot is known; others may have vetoed it as well."
    several = len(remark.members) > 1
    what, be = ("votes", "are not vetoes") if several else ("vote", "is not a veto")
    if remark.kind == "not a veto":
        motion = verdict.rule.motion or verdict.book.motion
        return f"The {what} against by {members} {be}, because the {motion} did not carry otherwise."
    group = f", {remark.text} members," if several else f", {_a(remark.text)} member,"
    return f"The {what} against by {members}{group if remark.text else ''} {be}."


def _rounding(remark: Remark, verdict: Verdict) -> str:
    clause = verdict.rule.clause(remark.text)
    return (
        f"The weights are known only to rounding, and rounding could turn this clause: {clause_title(clause)}. "
        "Check it with unrounded figures."
    )


def _a(word: str) -> str:
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"


def formula(verdict: Verdict) -> str:
    """The vote in the form that the United Nations uses in its records.

    Examples:
        >>> from datetime import date
        >>> from psephos.body.rulebook import rulebook
        >>> from psephos.calls.rollcall import RollCall
        >>> from psephos.decide.verdict import decide
        >>> call = RollCall("unsc", date(2020, 1, 10), ballots=dict.fromkeys(["CHN", "RUS"], "abstain"), others="yes")
        >>> formula(decide(rulebook("unsc"), call))
        'by 13 votes in favour to none against, with 2 abstentions (China, Russian Federation)'
    """
    if verdict.label == "adopted without a vote":
        return "without a vote"
    yes, no, abstain = (_voters(choice, verdict) for choice in ("yes", "no", "abstain"))
    text = f"by {yes[0] or 'no'} {'vote' if yes[0] == '1' else 'votes'} in favour to {no[0] or 'none'} against{no[1]}"
    if abstain[0]:
        text += f", with {abstain[0]} {'abstention' if abstain[0] == '1' else 'abstentions'}{abstain[1]}"
    outside = [
        choice for choice in ("not_participating", "absent", "present_only", "not_voting") if verdict.tally.get(choice)
    ]
    return text + "".join(
        f"; {_voters(choice, verdict)[0]} {verdict.book.choices.title(choice)}{_voters(choice, verdict)[1]}"
        for choice in outside
    )


def _voters(choice: str, verdict: Verdict) -> tuple[str, str]:
    """The number of ballots of a choice ("" for none) and, for named members, who cast them."""
    number = verdict.tally.get(choice, 0)
    who = [
        seat.name
        for place, seat in enumerate(verdict.roster.seats)
        if verdict.seating.ballot(place) == choice and seat.count == 1
    ]
    names = f" ({', '.join(sorted(who))})" if who and len(who) == number else ""
    return (f"{number:,}" if number else ""), names

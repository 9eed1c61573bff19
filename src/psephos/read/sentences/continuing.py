# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""More of what was just told: "the latter included Panama", "the two were Brazil and Turkey"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from psephos.read.atoms.mentions import Item
from psephos.read.phrases.clauses import joined_keys
from psephos.read.phrases.verbs import phrase_at
from psephos.read.phrases.voters import voters_at
from psephos.read.sentences.facts import Fact

__all__ = ["continued"]

_LATTER = re.compile(
    r"(?:the latter|these|they|those|among (?:them|these)|the abstainers|the latter group)(?: "
    r"also)? (?:included|include|were|are|comprised) "
)


_SO_DID = re.compile(r"(?:so|neither|nor|likewise)(?: too| also)? (?:did|was|were|has|have|had) ")
"""Reads "China abstained. So did India."."""


_NOUNS = (
    r"(?:countries|members|member states|states|nations|others|dissenters|abstainers|opponents|votes|ones|delegations)"
)


_COUNTED = re.compile(
    rf"(?:^|[,;:–] |but |and |with |among )the (?P<n><n>)(?: {_NOUNS})?(?: (?:that|which|who) (?:did so|voted "
    rf"against|abstained"
    r"|voted no|voted in favou?r))? (?:were|are|was|is|being|:) (?:those of |that of |cast by |(?:<b> )?members "
    r")?(?=the <m>|<m>)"
)


_THE_COUNTED = re.compile(
    rf"(?:^|[,;:–] )(?P<who>(?:the )?<m>(?:[^;:]*?)) (?:were|was|being) (?:also )?(?:among |two of |one of )?the "
    rf"(?P<n><n>)(?: {_NOUNS})?(?= [,;:.)]|$)"
)


_BOTH = re.compile(
    r"(?:both|the two|the pair)(?: of them| countries| states| members| nations| delegations)?"
    r"(?: (?:then|also|duly|later|<t>|on <t>))* (?=voted|abstained|opposed|supported|backed|rejected"
    r"|vetoed|cast|raised|said)"
)
_WITH = re.compile(
    r"(?:^|(?<=[,;] )|(?<=and )|(?<=but ))(?P<who><m>(?:(?: ,| and| , and) <m>)*) (?:also |again "
    r")?(?:voted|sided|went along) with "
    r"(?:the )?(?P<whom><m>)(?= (?:[.,;]|and|while)|$)"
)


_OPPOSITE = {"yes": "no", "no": "yes"}
_OTHER_SIDE = re.compile(
    r"(?:^|[,;] )(?P<who>(?:the )?<m>(?:(?: ,| and| , and)(?: the)? <m>)*) (?:were|was|stood) (?:on|in) "
    r"the (?:other|opposite|opposing) "
    r"(?:side|camp)(?= |$)"
)
"""Reads "For it were China and Gabon. France and Japan were on the other side."."""


def continued(
    found: Sequence[Item], before: Sequence[Item], last: Fact | None, recent: Sequence[Fact], place: int
) -> Iterator[Fact]:
    """What a sentence says of what was just told: "The latter included Panama", "Both voted against it".

    Args:
        found: the items of the sentence.
        before: those of the sentence before it.
        last: the fact told last about voters.
        recent: the facts of the last sentence that had any, and of this one.
        place: the number of the sentence.
    """
    keys = joined_keys(found)
    if match := _BOTH.match(keys):
        yield from _of_both(found, before, match, place)
    yield from _by_pronoun(found, before, keys, place)
    yield from _with(found, keys, recent, place)
    if (match := _OTHER_SIDE.search(keys)) and last is not None and last.choice in _OPPOSITE:
        turned = replace(last, choice=_OPPOSITE[last.choice])
        yield from _named_of(found, keys[: match.start("who")].count(" "), turned, place)
    if match := _LATTER.match(keys):
        yield from _named_of(found, match.group().count(" "), last, place)
    if match := _SO_DID.match(keys):
        yield from _named_of(found, match.group().count(" "), last, place)
    if match := _COUNTED.search(keys):
        first = keys[: match.start("n")].count(" ")
        yield from _named_of(found, keys[: match.end()].count(" "), _fact_of(found[first].number, recent), place)
    if match := _THE_COUNTED.search(keys):
        first = keys[: match.start("n")].count(" ")
        yield from _named_of(found, keys[: match.start("who")].count(" "), _fact_of(found[first].number, recent), place)


def _of_both(found: Sequence[Item], before: Sequence[Item], match: re.Match[str], place: int) -> Iterator[Fact]:
    """Reads "Both voted against it": the two that the sentence before opens with."""
    phrase = phrase_at(match.string, match.end(), "en", counted=False, opens=False)
    voters = voters_at(before, 0) if before else None
    if phrase is None or phrase.choice not in {"yes", "no", "abstain"} or voters is None:
        return
    known = tuple(person for person in voters.members if person.codes)
    if len(known) == len(voters.members) == 2 and voters.count is None:  # noqa: PLR2004 -- both of them
        fact = Fact("ballots", found[0].start, found[0].end, "both", place, 0, choice=phrase.choice, persons=known)
        yield replace(fact, veto=phrase.veto)


_PRONOUN = re.compile(
    r"(?P<who>it|they)(?: (?:also|then|alone|later|itself|themselves|was|were|had|had then|stood|in|only|the|one|to))* "
    r"(?=voted|voting|vote|abstained|abstaining|abstain|vetoed|cast|used|opposed|opposing)"
)
_LEAD = 2


def _by_pronoun(found: Sequence[Item], before: Sequence[Item], keys: str, place: int) -> Iterator[Fact]:
    """Reads "Russia proposed another text. It was alone in voting for it.": whom the sentence before opens with."""
    match = _PRONOUN.match(keys)
    if match is None or not before or any(item.key == "<b>" for item in before[: _LEAD + 2]):
        return
    phrase = phrase_at(keys, match.end(), "en", counted=False, opens=False)
    start = next((n for n in range(_LEAD + 1) if n < len(before) and voters_at(before, n)), None)
    voters = voters_at(before, start) if start is not None else None
    if phrase is None or phrase.choice not in {"yes", "no", "abstain"} or voters is None or voters.count is not None:
        return
    known = tuple(person for person in voters.members if person.codes)
    if len(known) != len(voters.members) or (len(known) > 1) != (match["who"] == "they"):
        return
    base = Fact("ballots", found[0].start, found[0].end, "both", place, 0, choice=phrase.choice, persons=known)
    yield replace(base, veto=phrase.veto)
    if " alone " in match.group() or " only " in match.group():
        yield replace(base, kind="closed", production="alone", persons=())


def _with(found: Sequence[Item], keys: str, recent: Sequence[Fact], place: int) -> Iterator[Fact]:
    """Reads "Venezuela voted with Russia": as Russia was just told to have voted."""
    for match in _WITH.finditer(keys):
        whom = found[keys[: match.start("whom")].count(" ")].member
        told = {
            fact.choice
            for fact in recent
            if fact.kind == "ballots" and whom and any(set(whom.codes) & set(person.codes) for person in fact.persons)
        }
        voters = voters_at(found, keys[: match.start("who")].count(" "))
        if len(told) == 1 and voters and voters.members:
            known = tuple(person for person in voters.members if person.codes)
            span = known[0].start, known[-1].end
            yield Fact("ballots", *span, "with-whom", place, 0, choice=told.pop(), persons=known)


def _fact_of(number: int | None, recent: Sequence[Fact]) -> Fact | None:
    """The class that a figure given just before stands for; None if it may be one of two."""
    fitting = [fact for fact in recent if fact.kind == "figure" and fact.number == number]
    scores = [
        replace(fact, choice=choice)
        for fact in recent
        if fact.kind == "score" and not fact.name
        for choice, figure in zip(("yes", "no", "abstain"), fact.pair, strict=False)
        if figure == number
    ]
    found = {fact.choice: fact for fact in (*fitting, *scores)}
    return next(iter(found.values())) if len(found) == 1 else None


def _named_of(found: Sequence[Item], first: int, last: Fact | None, place: int) -> Iterator[Fact]:
    """The members named from an item on, as voters of the class just spoken of."""
    if last is None or first >= len(found):
        return
    voters = voters_at(found, first)
    known = tuple(person for person in voters.members if person.codes) if voters else ()
    if voters and voters.count is None and known:
        yield Fact(
            "ballots",
            known[0].start,
            known[-1].end,
            "continued",
            place,
            0,
            choice=last.choice,
            persons=known,
            past=last.past,
        )

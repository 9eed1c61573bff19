"""What came of it, as the text states it.

Adopted, not adopted, and why; the rule a text gives; how a vote was taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from psephos.read.lexicon.outcomeparts import THING
from psephos.read.lexicon.outcomewords import outcome_patterns

__all__ = ["Stated", "outcomes"]

_NOT_VOTED = re.compile(r"(?:statement|communique|press release|declaracion de la presidencia)")
_FUTURE = re.compile(
    r"(?:^| )(?:would|could|will|may|might|should|shall|if|unless|must|can|cannot|whether|to be"
    r"|assuming|suppose|supposing|imagine|provided|expected|likely|hopes?|hoped|until|before being|once"
    r"|needs?|for|devrait|sera|necessary (?:for|to)"
    r"|serait|seria|deberia)"
    r"(?: (?:not|have|has|be|been|then|also|only|ever|still|it|the|<b>|a|resolution|text|draft))* ?$"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """An outcome stated at a place of the sentence's keys."""

    adopted: bool
    start: int
    end: int
    name: str
    reason: str = ""
    earlier: bool = False


def outcomes(keys: str) -> Iterator[Stated]:
    """The outcomes that a sentence states, in order; where two forms overlap, the longer one.

    Examples:
        >>> [stated.adopted for stated in outcomes("the draft was not adopted by the <b>")]
        [False]
    """
    hits: list[Stated] = []
    for name, adopted, reason, pattern in outcome_patterns():
        for match in pattern.finditer(keys):
            if _counts(keys, match, name, adopted=adopted):
                earlier = " had " in f" {keys[max(0, match.start() - 24) : match.end()]} "
                hits.append(Stated(adopted, match.start(), match.end(), name, reason, earlier=earlier))
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    last = -1
    for hit in _unnested(hits):
        if hit.start >= last:
            last = hit.end
            yield hit


def _unnested(hits: list[Stated]) -> list[Stated]:
    """A negated form beats the plain one inside it."""
    negative = [hit for hit in hits if not hit.adopted]
    return [
        hit for hit in hits if not (hit.adopted and any(no.start < hit.end and hit.start < no.end for no in negative))
    ]


def stated_yes(name: str) -> bool:
    """Is it a form that states an adoption?"""
    return name in {"was-adopted", "it-passed", "adopted-with-vote", "it-adopted", "body-adopted"}


def _counts(keys: str, match: re.Match[str], name: str, *, adopted: bool) -> bool:
    """Is it asserted, and about something that was voted on?"""
    before, after = keys[max(0, match.start() - _NEAR) : match.start()], keys[match.end() :]
    if (
        _FUTURE.search(before)
        or _WOULD_HAVE.search(before)
        or _NOT_VOTED.search(keys[max(0, match.start() - 40) : match.end() + 40])
    ):
        return False
    if _in_part(match, name, before, after) or (adopted and _of_nothing(name, before, after)):
        return False
    if stated_yes(name) and before.endswith(("not ", "never ", "without being ", "not yet been ")):
        return False
    if name in {"was-rejected", "was-adopted", "not-adopted"} and not _has_subject(keys, match, name):
        return False
    if name in {"it-passed", "it-adopted"} and _WISHED.search(before):
        return False  # "eleven wanted it passed"
    if name == "sanctions-imposed":
        return not _RECALLED.search(before)
    if name == "enough-to-block":
        return not before.endswith(("is ", "not ", "hardly ", "never "))
    if name in {"was-adopted", "was-rejected"} and match.group().startswith("be "):
        return False
    return not (name == "was-rejected" and re.search(r"(?:offer|claim|accusation|charge|criticism)s? $", before))


def _of_nothing(name: str, before: str, after: str) -> bool:
    """Reads "adopted neither", "no draft has passed since", "refused to let it pass": nothing was adopted."""
    kept = name == "let-through" and before.endswith(("to ", "not ", "never "))
    kept = kept or before.endswith((" no ", " neither ")) or before in {"no ", "neither "}
    return kept or bool(_NOTHING.match(after) or _NO_TEXT.search(before))


def _in_part(match: re.Match[str], name: str, before: str, after: str) -> bool:
    """Is it said of some members ("several members approved"), or of one part of a text after another?"""
    if after.startswith((" <n> by <n>", " one by one")) or re.match(r" (?:the|its) preamble", after):
        return True
    if name == "it-adopted" and not match.group().startswith("it ") and _SOME_MEMBERS.search(before):
        return True
    if name in {"body-adopted", "body-rejected"} and _PART_OF_BODY.search(before):
        return True
    if _REPRESENTS.search(before):
        return True  # "X, who represents Brazil on the board, refused"
    return bool(re.search(r"(?:every|each) (?:single )?(?:<n> |one )?of $", before))


_NEAR = 60
_REPRESENTS = re.compile(r"(?:^| )(?:who|which) (?:represents?|represented|sits|sat|speaks|spoke)(?: [^,;]+)? $")
_WOULD_HAVE = re.compile(
    r"(?:^| )(?:would|could|might) have (?:meant|ensured|led|seen|made|caused)(?: [^ ,;:]+){0,6} $"
)
_WISHED = re.compile(r"(?:^| )(?:want(?:ed|s)?|wish(?:ed|es)?|see|like to have|have|get) $")
_NO_TEXT = re.compile(
    r"(?:^| )(?:neither|no (?:\S+ )?(?:drafts?|texts?|resolutions?|motions?|amendments?))(?: [^ ,;:.]+){0,7} $"
)
_SOME_MEMBERS = re.compile(r"<n>(?: \S+){0,5} $|(?:other|some|several|many|most|both) (?:\S+ )?$")
_NOTHING = re.compile(r" (?:neither|none|nothing|no (?:resolution|text|draft|decision))(?= |$)")
_RECALLED = re.compile(r"(?:^| )(?:when|since|after|before|until|if|that|which|once)(?: [^ ]+){0,4} $")
_PART_OF_BODY = re.compile(
    r"(?:^| )(?:<n>|members?|some|several|most|many|countries|states|other|others|half|majority|the rest)"
    r"(?: (?:of|on|in|the|its|from|members?|countries|states|nations|other))* $"
)
_VIOLENT = re.compile(
    r"(?:killed|lost|beaten|shot down|struck down|blocked|refused|cleared|accepted|agreed|passed|confirmed|carried"
    r"|sunk|foiled|derailed|brought down|dismissed|overridden|felled|doomed|voted out|okayed)$"
)
_SUBJECT = re.compile(rf"(?:^| ){THING}(?= |$)")
_GENERIC = re.compile(
    r"(?:^| )(?:a|any|no|every|such a) (?:<b> )?(?:draft )?(?:resolution|measure|text|decision"
    r"|motion)(?: on [^,]+)? $|(?:^| )(?:resolutions|measures|decisions|bills) $"
)


def _has_subject(keys: str, match: re.Match[str], name: str) -> bool:
    """Is it a text that was adopted or rejected, and not people that were killed or an offer that was refused?"""
    before = keys[: match.start()]
    if re.match(r"(?:is|are) ", match.group()) and _GENERIC.search(before):
        return False
    if _VIOLENT.search(match.group()):
        clause = re.split(r" [;:] | , (?:and|but|while) ", before)[-1]
        near = " ".join(clause.split()[-6:]) if name == "was-rejected" else clause
        return bool(_SUBJECT.search(near))
    return bool(
        _SUBJECT.search(before)
        or re.search(r"(?:^| )(?:<y>|<n>|<d>|<u>|\)|,) $", before)
        or "by" in keys[match.end() :][:6]
    )

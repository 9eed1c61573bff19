"""Which body voted: the one that is named, or the only one that its short name can mean here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from psephos.body.book import Rulebook
from psephos.read.atoms.bodies import PERSONS, STATES
from psephos.read.votes.account import Account
from psephos.read.votes.conflicts import COUNCIL
from psephos.read.votes.drafts import BodyMention
from psephos.read.votes.stated import StatedVote, best_body

__all__ = ["body_of", "resolved"]


_NEEDS_NAME = frozenset(("imf", "fomc", "unhrc", "european-council", "european-parliament", "us-senate", "us-house"))
"""Bodies whose short names ("the board", "the chamber") are those of many others: the text must name them in full."""


_VAGUE = frozenset(("chamber", "parliament", "plenary", "leaders"))
"""Words for many a body; where another is named in full they name none."""


def resolved(mentions: Sequence[BodyMention], text: str, own: Rulebook | None = None) -> dict[int, str | None]:
    """Which body each mention means: a short form means one named in full, or the only one it can mean here.

    Where the user brings a rulebook, "the council" or "the committee" is its body, unless another is named in full.
    """
    full = {name.body for mention in mentions for name in mention.names if not name.short}
    if re.search(r"\b(?:Lords|Commons|Ayes|Noes|Hon\. Members?)\b", text):
        full.add("uk-commons")
        full.discard("us-house")
    if re.search(r"\b(?:EU|European|Brussels)\b", text) and "unsc" not in full:
        full.add("eu-council")
    return {mention.start: _meant(mention, full, own) for mention in mentions}


def _meant(mention: BodyMention, full: set[str], own: Rulebook | None) -> str | None:
    plain = [name.body for name in mention.names if not name.short and name.body in full]
    if plain and "uk-commons" not in full:
        return plain[0]
    candidates = [name.body for name in mention.names]
    known = [body for body in candidates if body in full]
    if known:
        return known[0]
    if own is not None and all(name.short for name in mention.names):
        return own.id
    if any(body.endswith("?") for body in candidates):
        return next((body for body in sorted(full) if body.startswith("unga-c")), None)
    if full and all(name.short and name.keys[-1] in _VAGUE for name in mention.names):
        return None  # "there was applause in the chamber"
    return next((body for body in candidates if body not in _NEEDS_NAME), None)


def body_of(
    account: Account,
    stated: Sequence[StatedVote],
    mentions: Sequence[BodyMention],
    resolve: dict[int, str | None],
    own: Rulebook | None,
    text: str,
) -> str | None:
    """Which body voted.

    The one whose symbol the draft bears, else the one named beside the facts, else that of the vote before, else any
    that the text names.
    """
    by_symbol = next((body for symbol in account.symbols if (body := _of_symbol(symbol))), None)
    if by_symbol and own is None:
        return by_symbol
    near = [mention for mention in account.bodies if mention.weight > 1]
    beside = [mention for mention in account.bodies if mention.weight == 1]  # "to call a session of the Assembly"
    found = best_body(near, resolve) or (stated[-1].body if stated else None) or best_body(beside, resolve)
    opening = min((fact.start for fact in account.facts), default=0)
    found = found or best_body([mention for mention in mentions if mention.start < opening], resolve)
    found = found or best_body(mentions, resolve)
    if (found or "").startswith("unga") and any(fact.veto for fact in account.facts) and "unsc" in resolve.values():
        found = "unsc"  # nobody has a veto in the Assembly
    found = _large_enough(found, account, [resolve.get(mention.start) for mention in mentions])
    if found is None and _of_council(account, text):
        found = "unsc"
    if found is None and not _OF_STATES.search(text):
        found = next((body for pattern, body in _BY_TITLE if pattern.search(text)), None)
    if found is None and own is not None:
        return own.id
    named = any(fact.kind == "ballots" for fact in account.facts)
    if named and found in PERSONS:
        others = [body for body in (resolve.get(mention.start) for mention in mentions) if body in STATES]
        return others[0] if others and not _persons_only(account) else found
    return found


_SEATS = {"unsc": COUNCIL, "imf": 25}
"""How many vote at most: members of the Council, Executive Directors of the Fund (Articles of Agreement, Article XII,
Section 3; the 25th since 1 November 2024)."""


def _large_enough(found: str | None, account: Account, named: Sequence[str | None]) -> str | None:
    """A body in which so many can vote, where the text names one besides."""
    told = [sum(fact.pair) if fact.kind == "score" else fact.number or 0 for fact in account.facts if fact.exact]
    if max(told, default=0) <= _SEATS.get(found or "", _ANY):
        return found
    return next((body for body in named if body and body not in _SEATS), found)


_ANY = 1000
_PERMANENT = frozenset(("CHN", "FRA", "GBR", "RUS", "SUN", "USA"))
"""The permanent members of the Security Council: UN Charter, Article 23(1)."""
_NATIONS = re.compile(r"\b(?:UN|U\.N\.|United Nations|ONU|resolutions?|draft|projet|proyecto)\b", re.IGNORECASE)


def _of_council(account: Account, text: str) -> bool:
    """Is it a veto of permanent members, in a text that speaks of the United Nations or of a resolution?"""
    vetoes = [fact for fact in account.facts if fact.veto and fact.production != "blocked"]
    codes = {code for fact in vetoes for person in fact.persons for code in person.codes}
    return bool(codes) and codes <= _PERMANENT and bool(_NATIONS.search(text))


_OF_STATES = re.compile(
    r"\b(?:Senate|(?<!White )House|Assembly|Legislature|legislature|state (?:senators?|lawmakers?))\b"
)
"""Where a chamber is named and is none of those known, a title does not make it one."""
_BY_TITLE = (
    (re.compile(r"\bSens?\.|\bSenators? [A-Z](?=[\s\S]*\b(?:Republican|Democrat)s?\b)"), "us-senate"),
    (re.compile(r"\bReps?\. [A-Z]"), "us-house"),
    (re.compile(r"\bmonetary policy action (?:was|were)\b"), "fomc"),
)
"""Members' titles, and the set words of a statement, tell the body where the text does not name it."""


_SYMBOLS = (
    (re.compile(r"S/(?:PV|RES|\d)"), "unsc"),
    (re.compile(r"A/C\.(?P<number>[1-6])/"), "unga-c"),
    (re.compile(r"A/HRC/"), "unhrc"),
    (re.compile(r"A/(?:RES|ES|L|\d)"), "unga"),
)
"""Which body a United Nations document symbol belongs to: the Library's guide to document symbols."""


def _of_symbol(symbol: str) -> str | None:
    for pattern, body in _SYMBOLS:
        if match := pattern.match(symbol):
            return body + match["number"] if "number" in pattern.groupindex else body
    return None


def _persons_only(account: Account) -> bool:
    return not any(fact.kind == "ballots" and len(fact.persons) > 1 for fact in account.facts)

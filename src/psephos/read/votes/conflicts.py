"""Can a fact be of a vote already told of? Not with another figure for a choice, another outcome, a second score."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.sentences.facts import ACTED, Fact
from psephos.read.votes.account import Account

__all__ = ["COUNCIL", "conflict"]


def conflict(account: Account, facts: Sequence[Fact]) -> bool:
    """Can these facts not be of this vote? Another figure for a choice, another outcome, a second score."""
    return any(_against(account, fact) for fact in facts)


COUNCIL = 15
"""Members of the Security Council since 1966: UN Charter, Article 23(1)."""


def _against(account: Account, fact: Fact) -> bool:
    if max((*fact.pair, fact.number or 0)) > COUNCIL and any(own.veto for own in account.facts):
        return True  # nobody has a veto where so many vote
    if fact.kind in {"figure", "rest"} and fact.number is not None:
        known = {
            own.number
            for own in account.facts
            if own.kind in {"figure", "rest"} and own.choice == fact.choice and own.number is not None
        }
        known |= {
            own.pair[place]
            for own in account.facts
            if own.kind == "score"
            for place, choice in enumerate(("yes", "no", "abstain"))
            if choice == fact.choice and len(own.pair) > place
        }
        if not known and _too_many(account, fact):
            return True
        scored = {n for own in account.facts if own.kind == "score" for n in own.pair}
        return bool(known) and fact.number not in known | scored
    if fact.kind == "score":
        pairs = [own.pair for own in account.facts if own.kind == "score"]
        yes, no = account.figure("yes"), account.figure("no")
        return (
            bool(pairs and pairs[0] != fact.pair)
            or (yes is not None and yes not in fact.pair)
            or (no is not None and no not in fact.pair)
        )
    if fact.kind == "outcome":
        if fact.name == ACTED:
            return False  # what a body demanded it voted for, before or after
        return any(
            own.kind == "outcome" and own.name != ACTED and own.adopted != fact.adopted for own in account.facts
        ) or (bool(fact.adopted) and any(own.veto for own in account.facts))
    if fact.kind == "ballots" and fact.veto:
        return any(own.kind == "outcome" and own.adopted for own in account.facts)
    if fact.kind == "ballots":
        return _twice(account, fact) or _beyond(account, fact)
    return False


def _too_many(account: Account, fact: Fact) -> bool:
    """Would the Security Council have cast more votes than it has members?"""
    figures = {
        own.choice: own.number
        for own in account.facts
        if own.kind in {"figure", "rest"} and own.number is not None and own.exact and not own.group
    }
    named = {name.body for mention in account.bodies for name in mention.names if not name.short}
    return named == {"unsc"} and sum(figures.values()) + (fact.number or 0) > COUNCIL and len(figures) > 0


def _beyond(account: Account, fact: Fact) -> bool:
    """Was somebody else told before to be alone in this choice? Then these several cast theirs in another vote."""
    alone = any(own.kind == "closed" and own.choice == fact.choice for own in account.facts)
    named = {
        person.codes
        for own in account.facts
        if own.kind == "ballots" and own.choice == fact.choice
        for person in own.persons
    }
    others = {person.codes for person in fact.persons} - named
    return alone and len(named) == 1 and len(others) > 1 and fact.sentence > account.facts[-1].sentence


def _twice(account: Account, fact: Fact) -> bool:
    """Most of the members named here are already named for another choice: that is another vote, not a slip."""
    cast = {
        person.codes[0]: own.choice
        for own in account.facts
        if own.kind == "ballots"
        for person in own.persons
        if person.codes
    }
    clash = [person for person in fact.persons if cast.get(person.codes[0], fact.choice) != fact.choice]
    vetoed = {
        person.codes[0]
        for own in account.facts
        if own.kind == "ballots" and own.veto
        for person in own.persons
        if person.codes
    }
    if fact.choice == "yes" and any(person.codes[0] in vetoed for person in clash):
        return True  # whoever vetoed a text did not vote for it
    return len(clash) * 2 > len(fact.persons) and len(fact.persons) > 1

"""Which facts belong to one vote: a report tells of several, of earlier ones for comparison, and comes back.

Facts go to the vote spoken of last, unless the sentence names another text, places itself in the past, or says what
cannot be true of that vote (another figure for the same choice, another outcome).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from psephos.read.sentences.facts import Fact
from psephos.read.votes.account import Account, Passage
from psephos.read.votes.conflicts import conflict
from psephos.read.votes.drafts import Reference

__all__ = ["accounts"]


def accounts(passages: Sequence[Passage]) -> list[Account]:
    """Sort the facts of a text into votes, in the order in which the text comes to them."""
    out: list[Account] = []
    last: Account | None = None
    waiting: Passage | None = None
    before: Passage | None = None
    for passage in passages:
        if not any(fact.kind != "rule" for fact in passage.facts):
            named = not passage.reference.empty or bool(passage.bodies)
            dated = before is not None and not before.facts and not passage.days and named
            waiting = _wait(waiting, replace(passage, days=before.days) if dated and before else passage)
            before = passage
            if last is not None and passage.facts:
                last.facts.extend(passage.facts)
            continue
        before = passage
        joined = _with_waiting(passage, waiting)
        waiting = None
        runs = list(_by_time(joined.facts))
        for past, facts in runs:
            part = _in_time(joined, runs[0][1], past=past) if len(runs) > 1 else _plain(joined, past=past)
            before_it = last
            last = _place(out, last, part, facts, past=past)
            last.add(part, facts)
            if part.back and not last.days and before_it is not None and before_it.days and last is not before_it:
                count, start, end = part.back
                last.days.append((before_it.days[0][0] - timedelta(days=count), start, end))
            if part.same_day and not last.days and before_it is not None:
                last.days.extend(before_it.days)
    _share(out)
    return [account for account in out if account.facts]


def _share(out: Sequence[Account]) -> None:
    """Give what is said of both votes ("both died in the Council") to the one told after it, if it has no outcome."""
    now = [account for account in out if not account.past and account.facts]
    for account, following in itertools.pairwise(now):
        joint = [fact for fact in account.facts if fact.kind == "outcome" and fact.group == "both"]
        if joint and not any(fact.kind == "outcome" for fact in following.facts) and not conflict(following, joint[:1]):
            following.facts.append(joint[0])


def _wait(waiting: Passage | None, passage: Passage) -> Passage | None:
    """A sentence without facts may still announce the vote that the next one reports."""
    if passage.reference.empty and not (
        (passage.votes and (passage.days or passage.bodies)) or (passage.days and passage.bodies)
    ):
        return waiting
    if waiting is None or not passage.reference.empty:
        days = passage.days or (waiting.days if waiting else ())
        bodies = (*(waiting.bodies if waiting else ()), *passage.bodies)
        return replace(passage, days=days, bodies=bodies)
    days = (*passage.days, *waiting.days) if passage.votes else (*waiting.days, *passage.days)
    return replace(waiting, days=days, bodies=(*waiting.bodies, *passage.bodies))


def _with_waiting(passage: Passage, waiting: Passage | None) -> Passage:
    if waiting is None:
        return passage
    own, other = passage.reference, waiting.reference
    if own.whole and other.kind == "amendment":
        other = replace(other, kind="", sponsors=())  # "Canada proposed an amendment. They adopted the resolution"
    said = (
        replace(other, subject=own.subject or other.subject)
        if own.empty
        else Reference(
            own.symbols or other.symbols,
            own.resolution or other.resolution,
            own.sponsors or other.sponsors,
            own.kind or ("" if own.sponsors else other.kind),
            own.fresh or other.fresh,
            own.stopping or other.stopping,
            own.subject or other.subject,
            whole=own.whole,
        )
    )
    return replace(
        passage,
        reference=said,
        days=passage.days or waiting.days,
        bodies=(*passage.bodies, *waiting.bodies),
        same_day=passage.same_day or (waiting.same_day and not passage.days),
    )


def _by_time(facts: Sequence[Fact]) -> Iterator[tuple[bool, list[Fact]]]:
    """Runs of facts of the vote reported and of earlier votes."""
    run: list[Fact] = []
    for fact in facts:
        if run and fact.past != run[-1].past:
            yield run[0].past, run
            run = []
        run.append(fact)
    if run:
        yield run[0].past, run


def _plain(passage: Passage, *, past: bool) -> Passage:
    """A passage of one time; a day that a comparison names is not the day of the vote it tells of."""
    return (
        passage if past else replace(passage, days=tuple(day for day in passage.days if day[1] not in passage.earlier))
    )


def _in_time(passage: Passage, first: Sequence[Fact], *, past: bool) -> Passage:
    """The passage with the days of its time.

    An earlier vote's are those that a comparison names, and those before it where it is told first ("On Friday Russia
    had vetoed ...").
    """
    told_first = first[0].past
    opening = first[0].start
    then = tuple(day for day in passage.days if day[1] in passage.earlier or (told_first and day[1] < opening))
    now = tuple(day for day in passage.days if day not in then)
    bodies = () if told_first and not past else passage.bodies  # "which had backed a draft in the Council, stayed away"
    return replace(passage, days=then if past else now, bodies=bodies)


def _place(out: list[Account], last: Account | None, passage: Passage, facts: Sequence[Fact], *, past: bool) -> Account:
    """The vote that these facts are of; a new one if no other will do."""
    said = passage.reference
    if past and not (all(fact.weak for fact in facts) and not said.fresh and _tells_now(out, last, passage, facts)):
        return _earlier(out, last, passage, facts)
    here = [account for account in out if not account.past]
    current = last if last is not None and not last.past else (here[-1] if here else None)
    if last is not None and last.past and _tells_on(last, current, passage, facts):
        return last
    goes_on = conflict(current, facts) if current is not None else not (passage.days or passage.bodies)
    fresh = said.fresh and last is not None and (_complete(last) or any(fact.veto for fact in last.facts))
    if last is not None and last.past and goes_on and not fresh and not conflict(last, facts) and not passage.returns:
        return last
    if passage.returns and here and last is not None and last.past:
        current = here[0]
    named = _named(here, current, said, facts)
    if named is not None:
        return named
    if (fresh and last is not None and last.past and passage.same_day) or (
        current is not None and _elsewhere(current, passage, facts)
    ):
        return _new(out, past=True)
    days = [day for day, _, _ in passage.days]
    if (
        current is None
        or (said.fresh and current.facts)
        or _by_reference(current, facts)
        or _other_text(current, said, facts, days)
    ):
        return _new(out, past=False)
    if conflict(current, facts):
        fitting = [one for one in here if not conflict(one, facts) and not _other_text(one, said, facts)]
        return fitting[-1] if fitting else _new(out, past=False)
    plural = _plural(current) and said.kind != current.kind and here[0] is not current
    main = _of_the_vote(here, current, said, facts) or (plural and not conflict(here[0], facts))
    return here[0] if main else current


_AWAY = frozenset(("not_participating", "not_voting", "absent", "present_only"))


def _of_the_vote(here: Sequence[Account], current: Account, said: Reference, facts: Sequence[Fact]) -> bool:
    """After amendments told in passing, who "missed the vote" missed the one that the text is about."""
    away = all(fact.kind == "ballots" and fact.choice in _AWAY for fact in facts)
    main = here[0]
    passing = current.kind in {"amendment", "procedural"} and main is not current and not main.kind
    return away and passing and said.empty and min(fact.sentence for fact in facts) > current.facts[-1].sentence


def _earlier(out: list[Account], last: Account | None, passage: Passage, facts: Sequence[Fact]) -> Account:
    """The earlier vote that facts of the past are of."""
    earlier = [account for account in out if account.past]
    told = last if last is not None and last.past else _by_comparison(earlier, facts)
    fits = told is not None and not conflict(told, facts) and not passage.reference.fresh
    return told if told is not None and fits else _new(out, past=True)


def _elsewhere(current: Account, passage: Passage, facts: Sequence[Fact]) -> bool:
    """Does the passage tell of another month than that of the vote told, or of another body?"""
    told = any(fact.veto or fact.kind in {"outcome", "score", "figure", "unanimous"} for fact in facts)
    opens = any(first for _, _, first in passage.months)  # "In July, Russia voted against"
    if passage.days or not (told or opens):
        return False
    months = {day.month for day, _, _ in current.days}
    years = {day.year for day, _, _ in current.days}
    other = [(year is not None and year not in years) or month not in months for year, month, _ in passage.months]
    return bool(months and other) and all(other)


def _by_comparison(earlier: Sequence[Account], facts: Sequence[Fact]) -> Account | None:
    """The earlier vote that one sentence after another compares with."""
    compared = [
        account for account in earlier if any(fact.production == "compared" for fact in (*account.facts, *facts))
    ]
    return compared[-1] if compared else None


def _by_reference(current: Account, facts: Sequence[Fact]) -> bool:
    """Figures that are "the same" are of another vote than the one told."""
    return _complete(current) and any(fact.name == "same-figures" for fact in facts)


_CAST = frozenset(("ballots", "rest", "figure", "closed", "group"))


def _tells_on(last: Account, current: Account | None, passage: Passage, facts: Sequence[Fact]) -> bool:
    """After an earlier vote of another body, what names neither day nor body nor text goes on about that vote."""
    if current is None or passage.days or passage.bodies or not passage.reference.empty or passage.returns:
        return False
    sentence = {fact.sentence for fact in facts} == {last.facts[-1].sentence} if last.facts else False
    if sentence and all(fact.kind in _CAST for fact in facts):
        return not conflict(last, facts)  # "On Friday Russia had vetoed it; Algeria also voted against it"
    own, other = ({name.body for one in account.bodies for name in one.names} for account in (last, current))
    return bool(own and other and not own & other) and not conflict(last, facts)


def _tells_now(out: Sequence[Account], last: Account | None, passage: Passage, facts: Sequence[Fact]) -> bool:
    """A pluperfect that may simply tell of the vote reported ("after Russia had vetoed it on Tuesday")."""
    here = [account for account in out if not account.past]
    if last is not None and last.past:
        return False
    current = here[-1] if here else None
    if current is None:
        return any(fact.kind != "outcome" for fact in facts)
    days = {day for account in here for day, _, _ in account.days}
    other_day = bool(days and passage.days and not days & {day for day, _, _ in passage.days})
    return not other_day and not conflict(current, facts) and not _other_text(current, passage.reference, facts)


def _new(out: list[Account], *, past: bool) -> Account:
    account = Account(past)
    out.append(account)
    return account


def _named(here: Sequence[Account], current: Account | None, said: Reference, facts: Sequence[Fact]) -> Account | None:
    """The vote on the text that the passage names."""
    for account in reversed(here):
        if said.symbols and set(said.symbols) & set(account.symbols):
            return account
        if said.resolution and said.resolution == account.resolution and not conflict(account, facts):
            return account
    if current is not None and said.sponsors and current.sponsors and not _shared(current, said):
        for account in reversed(here):
            if _shared(account, said) and _same_kind(account, said) and not conflict(account, facts):
                return account
    if said.kind and current is not None and current.kind != said.kind:
        for account in reversed(here):
            if account.kind == said.kind and not conflict(account, facts):
                return account
    return None


def _other_text(account: Account, said: Reference, facts: Sequence[Fact], days: Sequence[date] = ()) -> bool:
    """Does the passage name a text that is not this vote's?"""
    if not account.facts:
        return False
    outcome = any(fact.kind in {"outcome", "score", "figure"} for fact in facts)
    if days and account.days and not set(days) & {day for day, _, _ in account.days} and _complete(account):
        return True
    if said.symbols and account.symbols and not set(said.symbols) & set(account.symbols):
        return True
    ballots = any(fact.kind == "ballots" for fact in facts)
    if said.resolution and account.resolution and said.resolution != account.resolution and (outcome or ballots):
        return True
    if said.sponsors and account.sponsors and not _shared(account, said) and (outcome or ballots):
        return True
    if said.whole and account.kind == "amendment" and outcome and _complete(account):
        return True
    if said.sponsors and (outcome or ballots) and all(_opposed(account, sponsor.code) for sponsor in said.sponsors):
        return True
    return (
        bool(said.kind)
        and said.kind != account.kind
        and outcome
        and not (said.kind == "paragraph" and not account.kind and not _complete(account))
        and not _divided_on(account, facts)
    )


def _divided_on(account: Account, facts: Sequence[Fact]) -> bool:
    """Reads "The House divided: Ayes 103, Noes 363. The amendment was rejected.": what was decided comes after.

    So do the figures, after "Senate Republicans blocked the bill".
    """
    after = min(fact.sentence for fact in facts) - max(fact.sentence for fact in account.facts)
    divided = {fact.production for fact in account.facts} == {"label-first"}
    blocked = {fact.name for fact in account.facts} == {"party-blocked"}
    outcomes = all(fact.kind == "outcome" for fact in facts)
    return after == 1 and not account.kind and ((divided and outcomes) or (blocked and not outcomes))


def _opposed(account: Account, code: str) -> bool:
    """Did this member vote against the text told of? Then that one was not its own."""
    return any(
        fact.kind == "ballots" and fact.choice == "no" and any(code in person.codes for person in fact.persons)
        for fact in account.facts
    )


def _complete(account: Account) -> bool:
    return any(fact.kind in {"outcome", "score", "figure", "rest", "unanimous"} for fact in account.facts)


def _shared(account: Account, said: Reference) -> bool:
    return bool({sponsor.code for sponsor in said.sponsors} & {sponsor.code for sponsor in account.sponsors})


def _same_kind(account: Account, said: Reference) -> bool:
    return account.kind == said.kind


def _plural(account: Account) -> bool:
    """Several amendments or paragraphs at once: their account takes no ballots."""
    return account.kind == "amendment" and not any(
        fact.kind in {"figure", "score", "ballots"} for fact in account.facts
    )

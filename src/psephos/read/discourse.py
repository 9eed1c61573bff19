"""Which facts belong to one vote: a report tells of several, of earlier ones for comparison, and comes back.

Facts go to the vote spoken of last, unless the sentence names another text, places itself in the past, or says what
cannot be true of that vote (another figure for the same choice, another outcome).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from psephos.read.drafts import BodyMention, Reference, Sponsor
from psephos.read.facts import Fact

__all__ = ["Account", "Passage", "accounts"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a sentence with its facts and what it names. `returns` says that it comes back to the vote reported."""

    facts: tuple[Fact, ...]
    reference: Reference
    days: tuple[tuple[date, int, int], ...] = ()
    bodies: tuple[BodyMention, ...] = ()
    returns: bool = False
    votes: bool = False
    number: int = 0
    heading: bool = False


@dataclass(slots=True)
class Account:
    """All that the text says of one vote, as it is gathered."""

    past: bool = False
    facts: list[Fact] = field(default_factory=list)
    symbols: list[str] = field(default_factory=list)
    resolution: str = ""
    sponsors: list[Sponsor] = field(default_factory=list)
    kind: str = ""
    days: list[tuple[date, int, int]] = field(default_factory=list)
    bodies: list[BodyMention] = field(default_factory=list)
    stopping: bool = False

    def add(self, passage: Passage, facts: Iterable[Fact]) -> None:
        """Take these facts, and what their passage names."""
        self.facts.extend(facts)
        self.name(passage)

    def name(self, passage: Passage) -> None:
        """Take what a passage names: the text, the day, the body."""
        said = passage.reference
        self.symbols.extend(symbol for symbol in said.symbols if symbol not in self.symbols)
        self.resolution = self.resolution or said.resolution
        self.sponsors.extend(
            sponsor for sponsor in said.sponsors if sponsor.code not in {own.code for own in self.sponsors}
        )
        self.kind = self.kind or said.kind
        self.days.extend(passage.days)
        self.bodies.extend(passage.bodies)
        self.stopping = self.stopping or said.stopping

    def figure(self, choice: str) -> int | None:
        """The figure stated for a choice, if any."""
        for fact in self.facts:
            if fact.kind == "figure" and fact.choice == choice and fact.number is not None:
                return fact.number
            if fact.kind == "score" and choice in {"yes", "no"}:
                return None
        return None


def accounts(passages: Sequence[Passage]) -> list[Account]:
    """Sort the facts of a text into votes, in the order in which the text comes to them."""
    out: list[Account] = []
    last: Account | None = None
    waiting: Passage | None = None
    before: Passage | None = None
    for passage in passages:
        if not any(fact.kind != "rule" for fact in passage.facts):
            dated = before is not None and not before.facts and not passage.days and not passage.reference.empty
            waiting = _wait(waiting, replace(passage, days=before.days) if dated and before else passage)
            before = passage
            if last is not None and passage.facts:
                last.facts.extend(passage.facts)
            continue
        before = passage
        joined = _with_waiting(passage, waiting)
        waiting = None
        for past, facts in _by_time(joined.facts):
            last = _place(out, last, joined, facts, past=past)
            last.add(joined, facts)
    return [account for account in out if account.facts]


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
    said = (
        other
        if own.empty
        else Reference(
            own.symbols or other.symbols,
            own.resolution or other.resolution,
            own.sponsors or other.sponsors,
            own.kind or ("" if own.sponsors else other.kind),
            own.fresh or other.fresh,
            own.stopping or other.stopping,
        )
    )
    return replace(
        passage, reference=said, days=passage.days or waiting.days, bodies=(*passage.bodies, *waiting.bodies)
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


def _place(out: list[Account], last: Account | None, passage: Passage, facts: Sequence[Fact], *, past: bool) -> Account:
    """The vote that these facts are of; a new one if no other will do."""
    said = passage.reference
    if past and all(fact.weak for fact in facts) and not said.fresh and _tells_now(out, last, passage, facts):
        past = False
    if past:
        fitting = last if last is not None and last.past and not _conflict(last, facts) and not said.fresh else None
        return fitting or _new(out, past=True)
    here = [account for account in out if not account.past]
    current = last if last is not None and not last.past else (here[-1] if here else None)
    if last is not None and last.past and _tells_on(last, current, passage, facts):
        return last
    goes_on = _conflict(current, facts) if current is not None else not (passage.days or passage.bodies)
    if last is not None and last.past and goes_on and not _conflict(last, facts) and not passage.returns:
        return last
    if passage.returns and here:
        current = here[0]
    named = _named(here, current, said, facts)
    if named is not None:
        return named
    days = [day for day, _, _ in passage.days]
    if current is None or (said.fresh and current.facts) or _other_text(current, said, facts, days):
        return _new(out, past=False)
    if _conflict(current, facts):
        other = next(
            (
                account
                for account in reversed(here)
                if not _conflict(account, facts) and not _other_text(account, said, facts)
            ),
            None,
        )
        return other or _new(out, past=False)
    if _plural(current) and said.kind != current.kind and here[0] is not current and not _conflict(here[0], facts):
        return here[0]
    return current


def _tells_on(last: Account, current: Account | None, passage: Passage, facts: Sequence[Fact]) -> bool:
    """After an earlier vote of another body, what names neither day nor body nor text goes on about that vote."""
    if current is None or passage.days or passage.bodies or not passage.reference.empty or passage.returns:
        return False
    own, other = ({name.body for one in account.bodies for name in one.names} for account in (last, current))
    return bool(own and other and not own & other) and not _conflict(last, facts)


def _tells_now(out: Sequence[Account], last: Account | None, passage: Passage, facts: Sequence[Fact]) -> bool:
    """A pluperfect that may simply tell of the vote reported ("after Russia had vetoed it on Tuesday")."""
    here = [account for account in out if not account.past]
    if last is not None and last.past:
        return False
    current = here[-1] if here else None
    if current is None:
        return any(fact.kind != "outcome" for fact in facts)
    days = {day for day, _, _ in current.days}
    other_day = bool(days and passage.days and not days & {day for day, _, _ in passage.days})
    return not other_day and not _conflict(current, facts) and not _other_text(current, passage.reference, facts)


def _new(out: list[Account], *, past: bool) -> Account:
    account = Account(past)
    out.append(account)
    return account


def _named(here: Sequence[Account], current: Account | None, said: Reference, facts: Sequence[Fact]) -> Account | None:
    """The vote on the text that the passage names."""
    for account in reversed(here):
        if said.symbols and set(said.symbols) & set(account.symbols):
            return account
        if said.resolution and said.resolution == account.resolution and not _conflict(account, facts):
            return account
    if current is not None and said.sponsors and current.sponsors and not _shared(current, said):
        for account in reversed(here):
            if _shared(account, said) and _same_kind(account, said) and not _conflict(account, facts):
                return account
    if said.kind and current is not None and current.kind != said.kind:
        for account in reversed(here):
            if account.kind == said.kind and not _conflict(account, facts):
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
    if said.resolution and account.resolution and said.resolution != account.resolution and outcome:
        return True
    ballots = any(fact.kind == "ballots" for fact in facts)
    if said.sponsors and account.sponsors and not _shared(account, said) and (outcome or ballots):
        return True
    return (
        bool(said.kind)
        and said.kind != account.kind
        and outcome
        and not (said.kind == "paragraph" and not account.kind and not _complete(account))
    )


def _complete(account: Account) -> bool:
    return any(fact.kind in {"outcome", "score", "figure"} for fact in account.facts)


def _shared(account: Account, said: Reference) -> bool:
    return bool({sponsor.code for sponsor in said.sponsors} & {sponsor.code for sponsor in account.sponsors})


def _same_kind(account: Account, said: Reference) -> bool:
    return account.kind == said.kind


def _plural(account: Account) -> bool:
    """Several amendments or paragraphs at once: their account takes no ballots."""
    return account.kind == "amendment" and not any(
        fact.kind in {"figure", "score", "ballots"} for fact in account.facts
    )


def _conflict(account: Account, facts: Sequence[Fact]) -> bool:
    """Can these facts not be of this vote? Another figure for a choice, another outcome, a second score."""
    return any(_against(account, fact) for fact in facts)


def _against(account: Account, fact: Fact) -> bool:
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
        return any(own.kind == "outcome" and own.adopted != fact.adopted for own in account.facts) or (
            bool(fact.adopted) and any(own.veto for own in account.facts)
        )
    if fact.kind == "ballots" and fact.veto:
        return any(own.kind == "outcome" and own.adopted for own in account.facts)
    if fact.kind == "ballots":
        return _twice(account, fact)
    return False


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
    return len(clash) * 2 > len(fact.persons) and len(fact.persons) > 1

"""One vote as the text states it: body, day, draft, figures, ballots, outcome; before anything is deduced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from psephos.read.atoms.nouns import PERSONAL
from psephos.read.sentences.facts import ACTED, STANCES, Fact
from psephos.read.votes.account import Account
from psephos.read.votes.aims import settled
from psephos.read.votes.drafts import BodyMention, Sponsor

__all__ = ["Ballot", "Figure", "StatedVote", "gathered"]

_FIGURES = ("yes", "no", "abstain")


@dataclass(frozen=True, slots=True)
class Ballot:
    """A ballot that the text states; several `choices` where the text can be read in more than one way."""

    member: str
    choices: tuple[str, ...]
    start: int
    end: int
    printed: str
    production: str
    codes: tuple[str, ...] = ()
    person: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the text states for a choice."""

    choice: str
    number: int
    start: int
    end: int
    production: str


@dataclass(frozen=True, slots=True)
class StatedVote:
    """What a text states of one vote.

    `rest` is the choice of all not named (with a figure or None), `closed` the choices that nobody else cast by the
    text's own words, `groups` parts of the body that voted alike, `unread` the clauses not fully understood,
    `subject` what the text says the draft is about, in its own words.
    """

    body: str | None
    day: date | None
    day_place: tuple[int, int] | None
    past: bool
    kind: str
    symbols: tuple[str, ...]
    resolution: str
    sponsors: tuple[Sponsor, ...]
    outcome: bool | None
    reason: str
    outcome_place: tuple[int, int] | None
    figures: tuple[Figure, ...]
    ballots: tuple[Ballot, ...]
    vetoers: tuple[str, ...]
    rest: tuple[Fact, ...] = ()
    closed: tuple[Fact, ...] = ()
    groups: tuple[Fact, ...] = ()
    unread: tuple[Fact, ...] = ()
    unanimous: Fact | None = None
    rule: Fact | None = None
    subject: str = ""
    subject_place: tuple[int, int] | None = None
    clashes: tuple[tuple[Fact, ...], ...] = ()
    facts: tuple[Fact, ...] = field(default=(), repr=False)

    def figure(self, choice: str) -> int | None:
        """The figure stated for a choice."""
        return next((one.number for one in self.figures if one.choice == choice), None)


def gathered(
    account: Account, body: str | None, text: str, description: str, earlier: Sequence[StatedVote]
) -> StatedVote:
    """An account of facts as one stated vote."""
    facts = account.facts
    vetoes = [fact for fact in facts if fact.veto and fact.kind == "ballots"]
    told = [fact for fact in facts if fact.kind == "outcome" and not (fact.name == ACTED and _lost(account, vetoes))]
    outcome = next((fact for fact in told if fact.name != ACTED), told[0] if told else None)
    adopted, reason, place = _outcome(account, outcome, vetoes)
    figures = tuple(_figures(account, earlier, _Words(text, description), adopted=adopted))
    ballots = tuple(_ballots(facts, text, description))
    return StatedVote(
        body,
        account.days[0][0] if account.days else None,
        account.days[0][1:] if account.days else None,
        account.past,
        account.kind,
        tuple(account.symbols),
        account.resolution,
        tuple(account.sponsors),
        adopted,
        reason,
        place,
        figures,
        ballots,
        tuple(dict.fromkeys(person.codes[0] for fact in vetoes for person in fact.persons if person.codes)),
        tuple(fact for fact in facts if fact.kind == "rest"),
        tuple(fact for fact in facts if fact.kind == "closed"),
        tuple(fact for fact in facts if fact.kind == "group"),
        tuple(fact for fact in facts if fact.kind == "unread"),
        next((fact for fact in facts if fact.kind == "unanimous"), None),
        next((fact for fact in facts if fact.kind == "rule"), None),
        subject=" ".join(text[slice(*account.subject)].split()) if account.subject else "",
        subject_place=account.subject,
        facts=tuple(facts),
    )


def _lost(account: Account, vetoes: Sequence[Fact]) -> bool:
    """Is there a veto, or no more votes for it than against? Then what the body demanded was another text."""
    yes, no = account.figure("yes"), account.figure("no")
    return bool(vetoes) or (yes is not None and no is not None and yes <= no)


def _outcome(
    account: Account, outcome: Fact | None, vetoes: Sequence[Fact]
) -> tuple[bool | None, str, tuple[int, int] | None]:
    if account.stopping:
        return None, "", None
    if outcome is not None:
        reason = outcome.reason or ("veto" if vetoes and not outcome.adopted else "")
        return outcome.adopted, reason, (outcome.start, outcome.end)
    if vetoes:
        return False, "veto", (vetoes[0].start, vetoes[0].end)
    return _below_rule(account)


def _below_rule(account: Account) -> tuple[bool | None, str, tuple[int, int] | None]:
    """Reads "It required nine votes but received four": the text itself says that it failed."""
    needed = next((fact for fact in account.facts if fact.kind == "rule" and fact.number), None)
    got = next(
        (
            fact
            for fact in account.facts
            if fact.kind == "figure"
            and fact.choice == "yes"
            and fact.production == "received"
            and needed
            and fact.sentence == needed.sentence
        ),
        None,
    )
    if needed and got and needed.number and got.number is not None and got.number < needed.number:
        return False, "insufficient", (got.start, got.end)
    return None, "", None


# --- figures ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Words:
    """The text, and what it says that the draft would do."""

    text: str
    description: str


def _figures(
    account: Account, earlier: Sequence[StatedVote], words: _Words, *, adopted: bool | None
) -> Iterable[Figure]:
    found: dict[str, Figure] = {}
    away: dict[str, int] = {}  # "two voted present, three did not vote": all of them are not voting
    if account.stopping:
        facts: list[Fact] = [fact for fact in account.facts if fact.choice == "abstain"]
    else:
        facts = account.facts
    for fact in facts:
        choices = _choices(fact, words.text, words.description) if fact.kind == "figure" else (fact.choice,)
        if len(choices) > 1 and fact.choice == "yes":
            choices = ("yes",)  # "thirteen voted for the extension"
        if len(choices) > 1:
            continue  # "three voted against the air strikes": the text does not settle what so many were for
        for figure in _of_fact(replace(fact, choice=choices[0]), account, earlier, adopted=adopted):
            first = found.setdefault(figure.choice, figure)
            if figure.choice == "not_voting" and fact.choice not in away:
                away[fact.choice] = figure.number
                found["not_voting"] = replace(first, number=sum(away.values()))
    return [found[choice] for choice in (*_FIGURES, "not_voting") if choice in found]


def _of_fact(fact: Fact, account: Account, earlier: Sequence[StatedVote], *, adopted: bool | None) -> Iterable[Figure]:
    choice = fact.choice if fact.choice in _FIGURES else "not_voting"
    if fact.kind == "figure" and fact.exact:
        number = _referred(fact, earlier)
        if fact.name == "majority-first" and (adopted or _straight(fact, account)):
            choice = {"yes": "no", "no": "yes"}[choice]
        if number is not None:
            yield Figure(choice, number, fact.start, fact.end, fact.production)
    elif fact.kind == "rest" and fact.number is not None and fact.exact and not _named_before(account, fact):
        yield Figure(choice, fact.number, fact.start, fact.end, fact.production)
    elif fact.kind == "score":
        for side, number in zip(_FIGURES, _oriented(fact, account, adopted=adopted), strict=False):
            yield Figure(side, number, fact.start, fact.end, fact.production)


def _straight(fact: Fact, account: Account) -> bool:
    """Is the larger figure the yes after all? So it is if as many are named against as the smaller one counts."""
    pair = {own.choice: own.number for own in account.facts if own.start == fact.start and own.production == "to"}
    named = {
        choice: {
            person.codes[0]
            for own in account.facts
            if own.kind == "ballots" and own.choice == choice
            for person in own.persons
            if person.codes
        }
        for choice in ("yes", "no")
    }
    smaller, larger = pair.get("yes"), pair.get("no")
    return smaller is not None and smaller != larger and len(named["no"]) == smaller and len(named["yes"]) != smaller


def _referred(fact: Fact, earlier: Sequence[StatedVote]) -> int | None:
    """The number of a figure; one given by reference is that of a vote told before."""
    if fact.name == "as-many":
        return next((vote.figure("yes") for vote in earlier if vote.figure("yes") is not None), None)
    if fact.name == "same-figures":
        told = next((vote for vote in reversed(earlier) if vote.figures), None)
        return told.figure(fact.choice) if told else None
    return fact.number


def _named_before(account: Account, rest: Fact) -> bool:
    """Are others already named for the same choice, so that "the other ten" are not all who cast it?"""
    return any(
        fact.kind == "ballots"
        and fact.choice == rest.choice
        and fact.production not in {"counted-list", "trailing-list"}
        and fact.place != rest.place
        and fact.start < rest.start
        and not _set_apart(account, rest, fact)
        for fact in account.facts
    )


def _set_apart(account: Account, rest: Fact, named: Fact) -> bool:
    """Do "the other 14" stand against somebody named for another choice in their own sentence?"""
    beside = [fact for fact in account.facts if fact.kind == "ballots" and fact.sentence == rest.sentence]
    others = any(fact.choice != rest.choice and fact.start < rest.start for fact in beside)
    return others and named not in beside


def _oriented(fact: Fact, account: Account, *, adopted: bool | None) -> tuple[int, ...]:
    """Yes first, unless the words or the outcome put the larger figure on the other side."""
    yes, no, *more = fact.pair
    if fact.name == "majority-first" and more and not adopted:
        return _settled_triple(fact, account)
    if fact.name == "majority-first" and not adopted:
        return (no, yes, *more)
    if adopted and yes > no:
        return fact.pair  # "adopted 14-0; Mali rejected it": whoever is named there did not turn the figures
    named = {
        choice: {
            person.codes
            for own in account.facts
            if own.kind == "ballots" and own.choice == choice and own.name not in STANCES
            for person in own.persons
        }
        for choice in ("yes", "no")
    }
    straight = len(named["yes"]) <= yes and len(named["no"]) <= no
    turned = len(named["yes"]) <= no and len(named["no"]) <= yes
    if turned and not straight:
        return (no, yes, *more)
    if adopted and no > yes:
        return (no, yes, *more)
    return fact.pair


def _settled_triple(fact: Fact, account: Account) -> tuple[int, ...]:
    """The figures of "rejected 10-3-2": which of the first two is the yes, the names must tell, or nothing does."""
    yes, no, *more = fact.pair
    named = {
        choice: {
            person.codes
            for own in account.facts
            if own.kind == "ballots" and own.choice == choice
            for person in own.persons
        }
        for choice in ("yes", "no")
    }
    straight = len(named["no"]) <= no and len(named["yes"]) <= yes
    turned = len(named["no"]) <= yes and len(named["yes"]) <= no
    full = len(named["no"]) == no or len(named["yes"]) == yes
    if straight and (full or not turned):
        return fact.pair
    return (no, yes, *more) if turned and not straight else ()


# --- ballots ----------------------------------------------------------------------------------------------------------


def _ballots(facts: Sequence[Fact], text: str, description: str) -> Iterable[Ballot]:
    cast = {
        person.codes: fact.choice
        for fact in facts
        if fact.kind == "ballots" and fact.name not in STANCES
        for person in fact.persons
    }
    for fact in facts:
        if fact.kind != "ballots":
            continue
        choices = _choices(fact, text, description)
        for person in fact.persons:
            if fact.name in STANCES and cast.get(person.codes, fact.choice) != fact.choice:
                continue  # "Russia, which abstained, objected to the text": words, beside a ballot
            if person.codes:
                yield Ballot(
                    person.codes[0],
                    choices,
                    person.start,
                    person.end,
                    person.text,
                    fact.production,
                    person.codes,
                    person.role in PERSONAL,
                )


def _choices(fact: Fact, text: str, description: str) -> tuple[str, ...]:
    """The choices that the words allow; more than one where the object is not the draft and nothing settles it."""
    if fact.aim is None or fact.choice not in {"yes", "no"}:
        return (fact.choice,)
    same = settled(text[fact.aim[0] : fact.aim[1]], description)
    if same is None:
        return (fact.choice,) if not description else (fact.choice, _other(fact.choice))
    return (fact.choice if same else _other(fact.choice),)


def _other(choice: str) -> str:
    return "no" if choice == "yes" else "yes"


def best_body(mentions: Sequence[BodyMention], resolve: Mapping[int, str | None]) -> str | None:
    """The body most likely to have voted, of those named beside the facts."""
    if not any(mention.weight for mention in mentions):
        return next((resolve[mention.start] for mention in mentions if resolve.get(mention.start)), None)
    ranked = sorted(
        (mention for mention in mentions if mention.weight and resolve.get(mention.start)),
        key=lambda one: (-one.weight, one.start),
    )
    return resolve[ranked[0].start] if ranked else None

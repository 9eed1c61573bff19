"""From a text to its votes: facts sorted into votes, ballots deduced, everything checked against the rule in force."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from psephos.body.book import Rulebook
from psephos.body.names import fold
from psephos.body.rulebook import rulebook
from psephos.errors import UsageError
from psephos.read.atoms.bodies import PERSONS
from psephos.read.atoms.dates import written_on
from psephos.read.atoms.languages import language_of
from psephos.read.atoms.mentions import Item, Lexicon, items, lexicon
from psephos.read.atoms.persons import with_persons
from psephos.read.atoms.tokens import sentences
from psephos.read.judging import judged
from psephos.read.sentences.continuing import continued
from psephos.read.sentences.facts import ACTED, STANCES, Fact
from psephos.read.sentences.prose import read_sentence
from psephos.read.sentences.tables import is_table, row_facts
from psephos.read.standings import ReadVote
from psephos.read.votes.account import Account, Passage
from psephos.read.votes.aims import described
from psephos.read.votes.discourse import accounts
from psephos.read.votes.drafts import BodyMention
from psephos.read.votes.parts import parts_of
from psephos.read.votes.stated import StatedVote, gathered
from psephos.read.votes.voting import body_of, resolved

__all__ = ["Reading", "read", "read_text"]

_STATEMENT = re.compile(
    r"^(?=.*\b(?:press|presidential|joint) (?:statement|communique))(?!.*\b(?:resolution|vot(?:e|ed|es|ing))\b)",
    re.DOTALL,
)
_LONG = 60_000
_SECTION = 12_000
"""A text longer than `_LONG` characters is read in sections of about this length."""
_CAST = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)|abst\w+|veto\w*|ballots?|unanim\w*|consensus|scrutin|votacion|votos?|votaron|votado|votando"
    r"|ayes|noes|dissent\w*|resolution|division|recorded vote|tally)\b"
)
_PERSONS = re.compile(
    r"\b(?:Sens?\.|Reps?\.|(?:Senate|House of Commons|House of Representatives|House|Congress|MPs|Senators?"
    r"|Representatives? [A-Z]\w+ [A-Z]\w+|European Parliament|MEPs?|Democrats?|Republicans?|Commons"
    r"|Labour|Tory|Tories|Conservatives?|(?:front|back)benchers?"
    r"|FOMC|Federal Reserve|Federal Open Market Committee|[Mm]onetary policy action|target range|federal funds rate)\b)"
)
_STATES = re.compile(
    r"\b(?:Security Council|General Assembly|UNGA|UNSC|UN|U\.N\.|EU(?! Parliament| lawmakers)"
    r"|European(?! Parliament| Commission)|IMF|United Nations)\b"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says of votes.

    `file` names the input; `votes` stand in the order of the text.
    """

    file: str
    text: str = field(repr=False)
    language: str = "en"
    published: date | None = None
    votes: tuple[ReadVote, ...] = ()


def read_text(
    text: str,
    *,
    published: date | None = None,
    body: Rulebook | None = None,
    file: str = "",
    language: str | None = None,
    through: Callable[[Sequence[tuple[int, int]]], Iterable[tuple[int, int]]] = iter,
) -> Reading:
    """Which votes does a text report, and how did each member vote?

    Args:
        text: a report, a press release or a verbatim record.
        published: the day of publication, for "Wednesday" and for who sat; without it, days that the text does not
        give stay open.
        body: the rulebook of a body of your own, by whose names members are known.
        file: what to call the input.
        language: en, fr or es; without it, the text's own words decide.
        through: how to go through the sections of a long text (a progress bar).

    Returns:
        The votes in the order of the text, each ballot stated (with its place), forced (with its proof), possible or
        contradictory.

    Cost: proportional to the text, a few milliseconds for a short report, and about 10 ms for each vote of fifteen
    members.

    Examples:
        >>> reading = read_text("In the Security Council on 25 October 2023 China and Russia voted against.")
        >>> [(ballot.member, ballot.choice) for ballot in reading.votes[0].ballots if ballot.standing == "stated"]
        [('CHN', 'no'), ('RUS', 'no')]
    """
    tongue = language or language_of(text)
    words = lexicon(tongue, body)
    votes: list[ReadVote] = []
    written = written_on(text, published)
    for start, end in through(list(_sections(text))):
        votes.extend(_of_section(text, start, end, words, written, body))
    return Reading(file, text, tongue, published, tuple(votes))


def _sections(text: str) -> Iterator[tuple[int, int]]:
    """A short text as a whole; a long one cut at blank lines, so that memory stays bounded and votes stay apart."""
    if len(text) <= _LONG:
        yield 0, len(text)
        return
    start = 0
    while start < len(text):
        cut = text.find("\n\n", start + _SECTION, start + 2 * _SECTION)
        cut = cut if cut >= 0 else text.rfind("\n", start, start + 2 * _SECTION)
        end = min(len(text), cut + 1 if cut > start else start + 2 * _SECTION)
        if _CAST.search(text[start:end].casefold()):
            yield start, end
        start = end


def _of_section(
    text: str, start: int, end: int, words: Lexicon, published: date | None, own: Rulebook | None
) -> Iterator[ReadVote]:
    section = text[start:end]
    passages = list(_passages(text, start, end, words, published, own=own is not None))
    told = [account for account in accounts(passages) if _reported(account, section)]
    mentions = [mention for passage in passages for mention in passage.bodies]
    _dated(told, passages)
    _with_topic(told, passages)
    stated = _stated(text, section, told, mentions, own)
    for vote in stated:
        found = judged(vote, text, published, own)
        if found.ballots or found.tally or found.outcome or vote.unanimous or vote.groups or vote.rest:
            yield found


_BESIDE = 2


def _dated(told: Sequence[Account], passages: Sequence[Passage]) -> None:
    """Give the votes that the text does not date beside them the one day that it names, or that of its heading.

    A vote told after another takes the day only from the sentences around it.
    """
    heads = [day for passage in passages if passage.heading and not passage.facts for day in passage.days]
    everywhere = [day for passage in passages for day in passage.days]
    lone = next((found[0] for found in (everywhere, heads) if len({day for day, _, _ in found}) == 1), None)
    if lone is None:
        return
    place = next(passage.number for passage in passages if lone in passage.days)
    current = [account for account in told if not account.past]
    announced = any(passage.several or passage.heading for passage in passages if lone in passage.days)
    for account in current:
        first = min(fact.sentence for fact in account.facts)
        beside = place <= first <= place + _BESIDE or announced
        near = place <= first + 1 or announced or _has_vote(passages, place)
        if not account.days and near and (account is current[0] or beside):
            account.days.append(lone)


def _has_vote(passages: Sequence[Passage], place: int) -> bool:
    """Does the sentence that names the day tell of a vote, or of the body?"""
    return any(passage.facts or passage.votes or passage.bodies for passage in passages if passage.number == place)


def _stated(
    text: str, section: str, told: Sequence[Account], mentions: Sequence[BodyMention], own: Rulebook | None
) -> list[StatedVote]:
    """The votes of a section as the text states them."""
    description = described(section)
    resolve = resolved(mentions, section, own)
    stated: list[StatedVote] = []
    for account in told:
        body = body_of(account, stated, mentions, resolve, own, section)
        if body in PERSONS:  # the veto of a president is none of the chamber's votes
            account.facts[:] = [fact for fact in account.facts if not fact.veto]
        vote = gathered(account, body, text, description, stated)
        if _worth(vote):
            stated.append(vote)
    return stated


def _with_topic(told: Sequence[Account], passages: Sequence[Passage]) -> None:
    """The only vote of a text is on what the text says a draft is about, wherever it says so."""
    if len(told) == 1 and told[0].subject is None:
        told[0].subject = next((one.reference.subject for one in passages if one.reference.subject), None)


def read(text: str, *, published: date | str | None = None, body: Rulebook | str | Path | None = None) -> Reading:
    """Which votes does a text report? `read_text`, with days and bodies given as a person writes them.

    Args:
        text: a report, a press release or a verbatim record.
        published: the day of publication, as a date or in ISO form.
        body: a rulebook of a body of your own, or its path.

    Raises:
        UsageError: `published` is no day.
        UnknownBody, RulebookError: of the body.

    Examples:
        >>> reading = read("The Security Council adopted it, 14-0, China abstaining.", published="2021-03-10")
        >>> sum(ballot.standing == "forced" for ballot in reading.votes[0].ballots)
        14
    """
    return read_text(text, published=_as_day(published), body=rulebook(body) if isinstance(body, (str, Path)) else body)


def _as_day(day: date | str | None) -> date | None:
    if not isinstance(day, str):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise UsageError(f"'{day}' is no day; write it as 2023-10-25") from None


def _passages(
    text: str, start: int, end: int, words: Lexicon, published: date | None, *, own: bool = False
) -> Iterator[Passage]:
    persons = not own and _of_persons(text[start:end])
    tabular = is_table(text[start:end])
    last: Fact | None = None
    recent: list[Fact] = []
    before: list[Item] = []
    split = list(sentences(text[start:end], start))
    itemised = [items(text, one.start, one.end, words, published=published, on=published) for one in split]
    if persons:
        itemised = _of_known_persons(itemised)
    for number, found in enumerate(itemised):
        read = (tabular and [*row_facts(found, number)]) or read_sentence(found, number, words.language)
        facts = [*continued(found, before, last, (*recent, *read), number), *read]
        before = found
        last = next(
            (
                fact
                for fact in reversed(facts)
                if fact.kind in {"ballots", "unread"} and fact.choice in {"yes", "no", "abstain"}
            ),
            None,
        )
        recent = facts or recent
        yield from parts_of(found, facts, number)


def _of_known_persons(itemised: Sequence[Sequence[Item]]) -> list[list[Item]]:
    """The persons of each sentence; one whom another sentence names may open a sentence with the surname alone."""
    named = [item for found in itemised for item in with_persons(found) if item.member]
    whole = [(item.text, item.end - item.start) for item in named]  # with a given name, and not "the Bill"
    known = frozenset(name for name, size in whole if " " not in name and size > len(name))
    seated = frozenset(item.text for item in named if item.member and item.member.role == "person")
    return [with_persons(found, known, seated) for found in itemised]


def _of_persons(text: str) -> bool:
    """Do persons vote here, and not states?"""
    return bool(_PERSONS.search(text)) and not _STATES.search(text)


def _reported(account: Account, text: str) -> bool:
    """Is it a vote that the text reports, and no mention in passing of an earlier decision?"""
    kinds = {
        fact.kind for fact in account.facts if fact.name not in STANCES | {ACTED} or fact.kind in {"rest", "closed"}
    }
    strong = kinds & {"ballots", "figure", "score", "rest", "group"}
    if not strong and not kinds & {"outcome", "unanimous"} and any(fact.name in STANCES for fact in account.facts):
        return False  # who is for it and who against, and nobody has voted
    if not strong and _STATEMENT.search(fold(text)):
        return False
    if account.past:
        return bool(strong)
    if not strong and not kinds & {"outcome", "unanimous"}:
        return False
    return bool(kinds & {"score", "figure"} and "outcome" in kinds) or bool(_CAST.search(fold(text)))


def _worth(vote: StatedVote) -> bool:
    if vote.body is None and (vote.vetoers or (vote.outcome is None and not vote.ballots)):
        return False  # "Turkey vetoed Sweden's NATO bid"
    return bool(vote.ballots or vote.figures or vote.outcome is not None or vote.unanimous or vote.rest or vote.groups)


# --- which body -------------------------------------------------------------------------------------------------------

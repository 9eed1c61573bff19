"""From a text to its votes: facts sorted into votes, ballots deduced, everything checked against the rule in force."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from psephos.body.book import Rulebook
from psephos.body.names import fold
from psephos.body.rulebook import rulebook
from psephos.errors import UsageError
from psephos.read.account import Account, Passage
from psephos.read.aims import described
from psephos.read.continuing import continued
from psephos.read.discourse import accounts
from psephos.read.drafts import BodyMention, bodies_in, days_in, earlier_days, months_in, reference
from psephos.read.facts import Fact
from psephos.read.factuality import is_past
from psephos.read.judging import judged
from psephos.read.languages import language_of
from psephos.read.lexical import words
from psephos.read.mentions import Item, Lexicon, items, lexicon
from psephos.read.persons import with_persons
from psephos.read.prose import read_sentence
from psephos.read.standings import ReadVote
from psephos.read.tables import is_table, row_facts
from psephos.read.tokens import sentences
from psephos.read.votes import StatedVote, gathered
from psephos.read.voting import body_of, resolved

__all__ = ["Reading", "read", "read_text"]

_LEANING = words(
    "was-for was-against supported opposed leaned-for leaned-against said-yes said-no supported-by opposed-by echo-no"
)
"""Forms that tell of a position; beside a form that tells of a vote, they tell of one too."""
_STATEMENT = re.compile(
    r"^(?=.*\b(?:press|presidential|joint) (?:statement|communique))(?!.*\b(?:resolution|vot(?:e|ed|es|ing))\b)",
    re.DOTALL,
)
_LONG = 60_000
_SECTION = 12_000
"""A text longer than `_LONG` characters is read in sections of about this length."""
_RETURN = re.compile(r"(?:^| )(?:this time|now|today|this year|in the new vote|in <t> 's vote)(?= |,|$)")
_CONTRAST = frozenset(("although", "though", "whereas", "while", "but"))
_SAME_DAY = re.compile(
    r"(?:^| )(?:that|the same) (?:same )?(?:day|evening|afternoon|night|morning|meeting)(?= |$)"
    r"|^(?:then|next|immediately after(?:wards)?|(?:later )?in the (?:evening|afternoon)|the <b> (?:then|next)"
    r"|it (?:then|next))(?= )"
)
_SEVERAL = re.compile(
    r"(?:^| )(?:(?:<n>|both|rival|competing) (?:\S+ )?(?:texts|drafts|resolutions|amendments|motions)"
    r"|(?:voted|met) twice)(?= |$)"
)
"""Several votes announced at once are all of the day that the announcement names."""
_VOTE_WORD = re.compile(
    r"(?:^| )(?:vot(?:e|ed|es|ing)|ballot|abstain\w*|abstention\w*|veto\w*|tally|put to|came "
    r"before|division|scrutin|votacion|voto\w*|adopt\w*|draft)(?= |$)"
)
_CAST = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)|abst\w+|veto\w*|ballots?|unanimous\w*|consensus|scrutin|votacion"
    r"|ayes|noes|dissent\w*|resolution|division|recorded vote|tally)\b"
)
_FOREIGN = re.compile(
    r"(?:^| )(?:<d>|<m> 's) (?:federal |national |upper |lower )*(?:<b>|parliament|senate|assembly|legislature"
    r"|cabinet|congress|lawmakers|deputies|mps)(?= |$)"
    r"|(?:^| )(?:bundestag|knesset|duma|riksdag|sejm|dail|bundesrat|verkhovna rada|cortes|storting|folketing)(?= |$)"
)
"""Another country's parliament: what it voted is none of the bodies' votes."""
_PERSONS = re.compile(
    r"\b(?:Senate|House of Commons|House of Representatives|House|Sens?\.|Reps?\.|Congress|MPs"
    r"|European Parliament|MEPs?|Democrats?|Republicans?|Commons|FOMC|Federal Reserve|Federal Open Market Committee"
    r"|[Mm]onetary policy action)\b"
)
_STATES = re.compile(
    r"\b(?:Security Council|General Assembly|UNGA|UNSC|UN|U\.N\.|EU(?! Parliament| lawmakers)|European(?! Parliament)"
    r"|IMF|United Nations)\b"
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
    for start, end in through(list(_sections(text))):
        votes.extend(_of_section(text, start, end, words, published, body))
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


_HEADING = 9
"""A line of so few items that names a day is a heading or a dateline."""
_BESIDE = 2
_SMALL = 3


def _is_heading(found: Sequence[Item]) -> bool:
    """A short line without a word of running text: "9786th meeting, Monday, 18 November 2024"."""
    words = [item.key for item in found if item.text[:1].islower() and item.key.isalpha() and len(item.key) > _SMALL]
    return len(found) <= _HEADING and set(words) <= {"meeting", "session", "held", "from", "until"}


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
        if not account.days and (account is current[0] or beside):
            account.days.append(lone)


def _stated(
    text: str, section: str, told: Sequence[Account], mentions: Sequence[BodyMention], own: Rulebook | None
) -> list[StatedVote]:
    """The votes of a section as the text states them."""
    description = described(section)
    resolve = resolved(mentions, section, own)
    stated: list[StatedVote] = []
    for account in told:
        body = body_of(account, stated, mentions, resolve, own, section)
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
    for number, sentence in enumerate(sentences(text[start:end], start)):
        found = items(text, sentence.start, sentence.end, words, published=published, on=published)
        if persons:
            found = with_persons(found)
        read = (tabular and [*row_facts(found, number)]) or read_sentence(found, number, words.language)
        facts = [*continued(found, last, (*recent, *read), number), *read]
        last = next(
            (
                fact
                for fact in reversed(facts)
                if fact.kind in {"ballots", "unread"} and fact.choice in {"yes", "no", "abstain"}
            ),
            None,
        )
        recent = facts or recent
        yield from _parts(found, facts, number)


def _of_persons(text: str) -> bool:
    """Do persons vote here, and not states?"""
    return bool(_PERSONS.search(text)) and not _STATES.search(text)


def _parts(found: Sequence[Item], facts: Sequence[Fact], number: int) -> Iterator[Passage]:
    """A sentence as parts: what follows a semicolon may be of another vote."""
    cuts = [0, *(place for place, item in enumerate(found) if place and _is_cut(found, place)), len(found)]
    for first, last in itertools.pairwise(cuts):
        part = found[first:last]
        if not part:
            continue
        own = tuple(fact for fact in facts if part[0].start <= fact.start < part[-1].end)
        keys = " ".join(item.key for item in part)
        if _FOREIGN.search(keys) and all(name.short for item in part for name in item.bodies):
            own = ()
        aside = not own and is_past(keys)
        yield Passage(
            own,
            reference(part),
            () if aside else tuple(days_in(part)),
            () if aside else tuple(bodies_in(part)),
            bool(_RETURN.search(keys)),
            bool(_VOTE_WORD.search(keys)),
            number,
            heading=_is_heading(found),
            earlier=tuple(earlier_days(part)),
            months=tuple(months_in(part)),
            same_day=bool(_SAME_DAY.search(keys)),
            several=bool(_SEVERAL.search(keys)),
        )


def _is_cut(found: Sequence[Item], place: int) -> bool:
    """A semicolon, or a comma before "although on Tuesday it had voted against": another time, hence another vote."""
    if found[place].key == ";":
        return True
    if found[place].key != "," or place + 1 >= len(found) or found[place + 1].key not in _CONTRAST:
        return False
    clause = list(itertools.takewhile(lambda item: item.key not in {",", ";", "."}, found[place + 1 :]))
    return any(item.day and item.day.day for item in clause) and "had" in {item.key for item in clause}


def _reported(account: Account, text: str) -> bool:
    """Is it a vote that the text reports, and no mention in passing of an earlier decision?"""
    kinds = {fact.kind for fact in account.facts if fact.name not in _LEANING or fact.kind in {"rest", "closed"}}
    strong = kinds & {"ballots", "figure", "score", "rest", "group"}
    if not strong and not kinds & {"outcome", "unanimous"} and any(fact.name in _LEANING for fact in account.facts):
        return False  # who is for it and who against, and nobody has voted
    if not strong and _STATEMENT.search(fold(text)):
        return False
    if account.past:
        return bool(strong)
    if not strong and not kinds & {"outcome", "unanimous"}:
        return False
    return bool(kinds & {"score", "figure"} and "outcome" in kinds) or bool(_CAST.search(fold(text)))


def _worth(vote: StatedVote) -> bool:
    if vote.body is None and vote.outcome is None and not vote.ballots:
        return False
    return bool(vote.ballots or vote.figures or vote.outcome is not None or vote.unanimous or vote.rest or vote.groups)


# --- which body -------------------------------------------------------------------------------------------------------

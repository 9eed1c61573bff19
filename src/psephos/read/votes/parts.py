"""Parts of a sentence: what follows a semicolon, or tells of another time or outcome, may be of another vote."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item
from psephos.read.sentences.facts import Fact
from psephos.read.sentences.factuality import is_past
from psephos.read.votes.account import Account, Passage
from psephos.read.votes.conflicts import conflict
from psephos.read.votes.drafts import bodies_in, days_in, earlier_days, months_in, reference

__all__ = ["parts_of"]

_RETURN = re.compile(r"(?:^| )(?:this time|now|today|this year|in the new vote|in <t> 's vote)(?= |,|$)")
_VOTE_WORD = re.compile(
    r"(?:^| )(?:vot(?:e|ed|es|ing)|ballot|abstain\w*|abstention\w*|veto\w*|tally|put to|came "
    r"before|division|scrutin|votacion|voto\w*|adopt\w*|draft)(?= |$)"
)
_VERBS = frozenset(("got", "received", "won", "was", "failed", "fell", "drew", "obtained", "gained"))
_AFTER = 5
_SPANS = frozenset(
    ("a", "one", "<n>", "just", "only", "day", "days", "week", "weeks", "hour", "hours", "month", "months")
)
_JOINING = frozenset(("and", "while", "but", "whereas"))
_TOLD = frozenset(("score", "figure", "outcome"))
_ASIDE = frozenset(("which", "who", "whose", "unlike"))
_CONTRAST = frozenset(("although", "though", "whereas", "while", "but"))
_SAME_DAY = re.compile(
    r"(?:^| )(?:that|the same) (?:same )?(?:day|evening|afternoon|night|morning|meeting)(?= |$)"
    r"|(?:^| )(?:minutes|moments|hours|an hour|shortly) (?:later|earlier|afterwards?|before)(?= |$)"
    r"|(?:^| )thereupon(?= |$)"
    r"|^(?:then|next|immediately after(?:wards)?|(?:later )?in the (?:evening|afternoon)|the <b> (?:then|next)"
    r"|it (?:then|next))(?= )"
)
_SEVERAL = re.compile(
    r"(?:^| )(?:(?:<n>|both|rival|competing) (?:\S+ )?(?:texts|drafts|resolutions|amendments|motions|votes)"
    r"|(?:voted|met) twice)(?= |$)"
)
"""Several votes announced at once are all of the day that the announcement names."""
_FOREIGN = re.compile(
    r"(?:^| )(?:<d>|<m> 's) (?:federal |national |upper |lower )*(?:<b>|parliament|senate|assembly|legislature"
    r"|cabinet|congress|lawmakers|deputies|mps)(?= |$)"
    r"|(?:^| )(?:supreme|constitutional|appeals|federal) court (?:\S+ ){0,4}(?:voted|ruled|decided|split)(?= |$)"
    r"|(?:^| )<s> (?:\S+ ){0,3}(?:in|by|of|at) (?:the )?(?:\S+ )?(?:supreme|constitutional|appeals|federal|<u>) "
    r"(?:court|<u>)(?= |$)"
    r"|(?:^| )(?:bundestag|knesset|duma|riksdag|sejm|dail|bundesrat|verkhovna rada|cortes|storting|folketing)(?= |$)"
)
"""Another country's parliament: what it voted is none of the bodies' votes."""
_ANOTHER = re.compile(
    r"^(?:(?!<b>)[^ ;]+ )*<o>(?: 's)?(?: (?!<b>)[^ ;,)]+){0,6} (?:voted|votes|vote|adopted|approved|passed"
    r"|passes|rejected"
    r"|unanimously|backed|agreed|decided|split)(?= |$)"
)
"""Another body as the subject: "the city council voted 8-0 to urge the Security Council"."""
_OPENING = 9
"""What places a sentence in the past stands among so many of its first items."""
_HEADING = 9
"""A line of so few items that names a day is a heading or a dateline."""
_SMALL = 3


def parts_of(found: Sequence[Item], facts: Sequence[Fact], number: int) -> Iterator[Passage]:
    """A sentence as parts: what follows a semicolon may be of another vote."""
    plain = [0, *(place for place, item in enumerate(found) if place and _is_cut(found, place)), len(found)]
    plain = sorted({*plain, *_between_bodies(found, facts)})
    quarrels = [cut for first, last in itertools.pairwise(plain) for cut in _quarrels(found, first, last, facts)]
    before: tuple[Fact, ...] = ()
    for first, last in itertools.pairwise(sorted({*plain, *quarrels})):
        part = found[first:last]
        if not part:
            continue
        own = _within(facts, part)
        if first in quarrels and before:
            own = _told_then(own, before, after=_tells_before(found, first + 1))
        if _of_other_body(found, part, first):
            own = tuple(replace(fact, past=True, weak=False) for fact in own)
        before = own
        keys = " ".join(item.key for item in part)
        if (
            _abroad(part)
            or _ANOTHER.search(keys)
            or (_FOREIGN.search(keys) and all(name.short for item in part for name in item.bodies))
        ):
            own = ()
        aside = not own and is_past(" ".join(item.key for item in part[:_OPENING]))
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
            same_day=bool(_SAME_DAY.search(keys)) or (first in quarrels and not _tells_before(found, first + 1)),
            several=bool(_SEVERAL.search(keys)),
            back=_days_before(part, keys),
        )


_DAYS_BEFORE = re.compile(
    r"(?:^| )(?:(?P<count>a|one|<n>|just a|the previous) (?:days?|evening|night)(?: (?:earlier|before|previously))?"
    r"|the (?:day|evening|night) before)(?= (?:,|<m>|<d>|it|the|that|they|in|,|a)|$)"
)


def _days_before(part: Sequence[Item], keys: str) -> tuple[int, int, int] | None:
    """Reads "a day earlier", "the evening before", "five days before": how long before what was told, and where."""
    match = _DAYS_BEFORE.search(keys)
    if match is None or (match["count"] in {"a", "one", "<n>", "just a"} and not match.group().endswith(_EARLIER)):
        return None
    first = keys[: match.start()].count(" ") + (match.start() > 0)
    last = keys[: match.end()].count(" ")
    counted = next((item.number for item in part[first : last + 1] if item.key == "<n>"), None)
    return counted or 1, part[first].start, part[last].end


_EARLIER = ("earlier", "before", "previously")


_SINCE = words("after since because when following")
_WHILE = words("while but whereas where")


def _between_bodies(found: Sequence[Item], facts: Sequence[Fact]) -> Iterator[int]:
    """Where a sentence goes from one body to another: "demanded it | after the US vetoed one in the Council"."""
    named = [(n, {name.body for name in item.bodies if not name.short}) for n, item in enumerate(found) if item.bodies]
    for (here, one), (there, other) in itertools.pairwise([two for two in named if two[1]]):
        if one & other or any(body.startswith(("unga", "us-")) for body in one) == any(
            body.startswith(("unga", "us-")) for body in other
        ):
            continue
        words_between = [n for n in range(here + 1, there) if found[n].key in _SINCE | _WHILE]
        commas = [n for n in range(here + 1, there) if found[n].key == "," and found[n + 1].key not in _ASIDE]
        cut = words_between[0] if words_between else commas[-1] if commas else None
        if cut and _within(facts, found[:cut]) and _within(facts, found[cut:]):
            yield cut


def _of_other_body(found: Sequence[Item], part: Sequence[Item], first: int) -> bool:
    """Is the part a clause about what another body did before: "after ... in the Council", "With the Council ...,"?"""
    bodies = [{name.body for name in item.bodies if not name.short} for item in found if item.bodies]
    if len(bodies) < 2 or len(part) == len(found):  # noqa: PLR2004 -- two bodies
        return False
    opens = part[0].key if first else found[0].key
    own = [{name.body for name in item.bodies if not name.short} for item in part if item.bodies]
    return len(own) < len(bodies) and bool(own) and opens in _SINCE | ({"with"} if not first else set())


def _abroad(part: Sequence[Item]) -> bool:
    """Reads "Parliament in Ankara voted": another country's parliament."""
    return any(
        item.text.casefold() == "parliament" and part[n + 1].key == "in" and part[n + 2].key in {"<m>", "<u>"}
        for n, item in enumerate(part[:-2])
    )


def _told_then(own: tuple[Fact, ...], before: tuple[Fact, ...], *, after: bool) -> tuple[Fact, ...]:
    """The facts after a cut: of the past if those before it are, or if the cut is "a day after"."""
    if not after and not all(fact.past for fact in before):
        return own
    return tuple(replace(fact, past=True, weak=not after and all(one.weak for one in before)) for fact in own)


def _within(facts: Sequence[Fact], part: Sequence[Item]) -> tuple[Fact, ...]:
    """The facts that begin in a part."""
    return tuple(fact for fact in facts if part[0].start <= fact.start < part[-1].end)


def _quarrels(found: Sequence[Item], first: int, last: int, facts: Sequence[Fact]) -> Iterator[int]:
    """Commas that part two votes: "had vetoed it by 13-1, and Russia's own text was rejected 2-3-10"."""
    start = first
    for place in range(first + 1, last - 1):
        after = found[place].key == "," and _tells_before(found, place + 1)
        if found[place].key != "," or not (after or found[place + 1].key in _JOINING):
            continue
        left, right = _within(facts, found[start:place]), _within(facts, found[place:last])
        told = [fact for fact in right if fact.kind in _TOLD]
        if left and told and any(fact.kind in _TOLD for fact in left) and left[-1].past in {f.past for f in told}:
            sure = [fact for fact in told if fact.past == left[-1].past]
            if conflict(Account(facts=list(left)), sure):
                start = place
                yield place


def _tells_before(found: Sequence[Item], place: int) -> bool:
    """Reads ", a day after it had rejected the deal": what happened before."""
    keys = [item.key for item in found[place : place + _AFTER]]
    return "after" in keys and set(keys[: keys.index("after")]) <= _SPANS


def _other_one(found: Sequence[Item], place: int) -> bool:
    """Reads "one was vetoed, another got only six votes", ", and its own draft failed": of a second text."""
    keys = [item.key for item in found[place : place + 4]]
    while keys[:1] and keys[0] in {"and", "the", "while", "but"}:
        keys = keys[1:]
    own = keys[:2] in (["its", "own"], ["their", "own"]) and found[place].key in _JOINING
    return own or (keys[:1] in (["another"], ["other"]) and bool(set(keys[1:2]) & _VERBS))


def _is_cut(found: Sequence[Item], place: int) -> bool:
    """A semicolon, or a comma before "although on Tuesday it had voted against": another time, hence another vote."""
    if found[place].key == ";" or (found[place].key == "," and _other_one(found, place + 1)):
        return True
    if found[place].key != "," or place + 1 >= len(found) or found[place + 1].key not in _CONTRAST:
        return False
    clause = list(itertools.takewhile(lambda item: item.key not in {",", ";", "."}, found[place + 1 :]))
    return any(item.day and item.day.day for item in clause) and "had" in {item.key for item in clause}


def _is_heading(found: Sequence[Item]) -> bool:
    """A short line without a word of running text: "9786th meeting, Monday, 18 November 2024"."""
    words = [item.key for item in found if item.text[:1].islower() and item.key.isalpha() and len(item.key) > _SMALL]
    return len(found) <= _HEADING and set(words) <= {"meeting", "session", "held", "from", "until"}

"""What a sentence says of the text put to the vote.

Its symbol, number, sponsors, kind; and which body and day it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from psephos.read.atoms.bodies import BodyName
from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item
from psephos.read.atoms.topics import topic
from psephos.read.phrases.clauses import joined_keys

__all__ = ["BodyMention", "Reference", "Sponsor", "bodies_in", "days_in", "earlier_days", "months_in", "reference"]

_TEXT = words(
    "draft drafts resolution text texts proposal motion amendment amendments measure document project request "
    "paragraph "
    "paragraphs paper version initiative alternative"
)
_BY = re.compile(
    r"(?:drafted|tabled|submitted|proposed|put forward|put ahead|presented|sponsored|co ~ "
    r"sponsored|cosponsored|introduced|written|authored|penned|prepared|brought|circulated"
    r"|presente|presentado|depose|propuesto|presentada)(?: (?:jointly|also|to the <b>|earlier))* "
    r"(?:by|par|por) (?:the |la |el |le )?"
)
_DRAFT_BY = re.compile(
    r"(?:^| )(?:draft|drafts|text|texts|proposal|resolution|motion|amendment|paper) (?:from|by) (?:the )?(?=<m>|<d>)"
)
_TEXT_OF = re.compile(
    r"(?:^| )(?:projet|texte|proyecto|texto|borrador|propuesta|resolucion)(?: de (?:resolution|resolucion))? "
    r"(?:(?:de|des|du|d') (?:la |les |le |l' |los |las )?(?=<m>)|(?=<d>))"
)
_AUTHORS = re.compile(
    r"(?:^| )(?:the )?(?:authors?|sponsors?|drafters?|co ~ sponsors) (?:of \S+(?: \S+)? )?(?:was|were|are|is) (?:the )?"
)
_KINDS: Sequence[tuple[str, re.Pattern[str]]] = (
    (
        "amendment",
        re.compile(
            r"(?:^| )(?:amendments?|enmiendas?|amendements?"
            r"|(?:attempts?|bids?|efforts?|moves?|push) to (?:amend|water down|dilute))(?= |$)"
        ),
    ),
    ("paragraph", re.compile(r"(?:^| )(?:paragraphs?|preamble|each clause|separate vote on|sub ~ paragraphs?)(?= |$)")),
    (
        "procedural",
        re.compile(
            r"(?:^| )(?:procedural vote|procedural motion|put off|postpone(?:d|ment)?|no ~ action "
            r"motion|motion to (?:adjourn|proceed|table)|cloture|to be left until|defer(?:red)?"
            r"|adjourn\w*|point of order|inclusion of|provisional agenda|holding (?:of )?the "
            r"meeting|objected to (?:the|holding)|their request|its request|taking the bill "
            r"up)(?= |$)"
        ),
    ),
)
_NEW = re.compile(
    r"(?:^| )(?:another|a different|a second|a third|a rival|a competing|the other|second|rival"
    r"|competing|alternative|an alternative|counter|separate|a separate|otro|otra|un autre|une "
    r"autre|next|later|further) (?:<d> |<m> |draft |<m> 's |~ )*(?:drafts?|resolution|text|proposal|motion"
    r"|measure|paper|version"
    r"|amendment|vote|proyecto|texto|projet|bill|one)(?= |$)|(?:another|the other) (?:got|received|won|was|failed|fell"
    r"|drew|obtained|gained)(?= |$)|(?:fared|did) (?:no|little|even|hardly) (?:better|worse)"
    r"|(?:met|meeting|suffered|shared) (?:with )?(?:the same|its|that|a similar|an identical) (?:fate|end)"
    r"|(?:draft|text|resolution|proposal|motion) of (?:its|their|his|her) own"
    r"|(?:draft|text|resolution|proposal)(?: resolution)? (?:as a whole|itself)"
    r"|(?:its|their|his|her) own (?:draft|text|resolution|proposal|version|one|motion)"
    r"|(?:<d>|<m> 's|its|the) (?:alternative|counter ~ (?:proposal|draft|text|resolution)|rival|answer to it)"
    r"|(?:was|were) also (?:approved|adopted"
    r"|rejected)(?= |$)"
)
_NOT_VOTE_DAY = words(
    "out until by since through before after dated to from expire expires till between than of every "
    "each hasta jusqu' desde depuis for next starting beginning ending"
)
_NOT_VOTING_BODY = re.compile(
    r"^(?: would| will| should| to|'s (?:resolution|resolutions|call|decision|demand|request)| had asked)"
)


_REPORTS_OF = re.compile(r"(?:^| )(?:reports?|recommendations?|chair|chairman|rapporteur) of (?:the|its)$|^of its$")
_ADDRESSED = re.compile(
    r"(?:^| )(?:told|tells|asked|asking|asks|urged|urging|urges|informed|convoke|convoking|convene|convening|summon"
    r"|summoning|call|calling)(?: the)?$"
)


@dataclass(frozen=True, slots=True)
class Sponsor:
    """A member said to have drafted or tabled the text."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body named at a place of the text; the names it can mean."""

    names: tuple[BodyName, ...]
    start: int
    end: int
    weight: int


@dataclass(frozen=True, slots=True)
class Reference:
    """Which text, and which vote, does a sentence (or part of it) speak of?

    `also` are sponsors told in passing (", which was submitted by Jordan"): they tell no text from another. `whole`
    says that a resolution or bill is voted on, and no amendment to it.
    """

    symbols: tuple[str, ...] = ()
    resolution: str = ""
    sponsors: tuple[Sponsor, ...] = ()
    kind: str = ""
    fresh: bool = False
    stopping: bool = False
    subject: tuple[int, int] | None = None
    also: tuple[Sponsor, ...] = ()
    whole: bool = False

    @property
    def empty(self) -> bool:
        """Does it name no text?"""
        return not (self.symbols or self.resolution or self.sponsors or self.kind or self.fresh or self.stopping)


def reference(found: Sequence[Item]) -> Reference:
    """What these items say of the text put to the vote.

    Examples:
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "The Brazilian draft (S/2023/773) was vetoed."
        >>> said = reference(items(text, 0, len(text), lexicon(), published=None, on=None))
        >>> said.symbols, said.sponsors[0].code
        (('S/2023/773',), 'BRA')
    """
    found = _without_amendment(found)
    keys = joined_keys(found)
    kind = next((name for name, pattern in _KINDS if pattern.search(keys) and not _as_amended(keys, name)), "")
    named = list(_sponsors(found, keys))
    symbols = tuple(item.text for item in found if item.key == "<y>" and "PV" not in item.text)
    return Reference(
        symbols,
        _resolution(found),
        tuple(sponsor for sponsor, passing in named if not passing),
        kind,
        bool(_NEW.search(keys)),
        bool(re.search(r"vote on (?:stopping|preventing|blocking|keeping|whether not)", keys)),
        topic(found),
        tuple(sponsor for sponsor, passing in named if passing),
        bool(_WHOLE.search(keys)) and not kind,
    )


_WHOLE = re.compile(
    r"(?:^| )(?:adopted|approved|passed|rejected|defeated|vetoed|endorsed) (?:the|its|a) (?:<[dm]> |'s |draft )*"
    r"(?:resolution|bill|law|decision)(?= |$)|(?:^| )(?:resolution|bill) (?:itself|as a whole)(?= |$)"
)
_FIRST_AMENDED = re.compile(
    r"(?:^| )(?:having|(?:after|before|once|following) (?:[a-z]+ing|an?|the|<n>|several|<m> 's|<d>)) "
    r"(?:[^ ,;:.]+ ){0,5}amendments?(?= |$)"
    r"(?: (?:by|from|of|to|on) [^,;.]*?)?(?: (?:was|were|had(?: been)?)? ?(?:failed|fell|rejected|defeated|adopted"
    r"|voted down|approved|lost|withdrawn))?(?= |$)"
)


def _without_amendment(found: Sequence[Item]) -> Sequence[Item]:
    """The items without "after rejecting a Russian amendment", which tells what was voted on before the text itself."""
    keys = joined_keys(found)
    match = _FIRST_AMENDED.search(keys)
    if match is None:
        return found
    first = keys[: match.start()].count(" ") + (match.start() > 0)
    return [*found[:first], *found[keys[: match.end()].count(" ") + 1 :]]


def _as_amended(keys: str, kind: str) -> bool:
    return (
        kind == "amendment"
        and bool(re.search(r"(?:as|orally|without) (?:orally )?amend", keys))
        and "amendments" not in keys
    )


_RECALLING = words(
    "reaffirmed reaffirms reaffirming recalled recalls reiterated reiterates followed replaced recalling endorsed"
)


def _resolution(found: Sequence[Item]) -> str:
    """The number of the resolution adopted: "resolution 2720 (2023)"; not one merely recalled."""
    for place, item in enumerate(found[:-1]):
        following = found[place + 1]
        if item.key in {"resolution", "res"} and following.key in {"<n>", "<yr>"} and following.number:
            before = found[place - 1].key if place else ""
            followed = before == "by" and "followed" in {other.key for other in found[max(0, place - _THEN) : place]}
            recalled = not followed and (
                before in _RECALLING
                or before
                in {
                    "to",
                    "under",
                    "in",
                    "recalling",
                    "of",
                    "since",
                    "by",
                    "with",
                    "'s",
                }
            )
            if not recalled:
                return str(following.number)
    return ""


def _sponsors(found: Sequence[Item], keys: str) -> Iterator[tuple[Sponsor, bool]]:
    """The sponsors named, each with whether it is told in passing."""
    for place, item in enumerate(found):
        if item.member and _before_text(found, place):
            for sponsor in _codes(item):
                yield sponsor, False
    for pattern in (_BY, _AUTHORS, _DRAFT_BY, _TEXT_OF):
        for match in pattern.finditer(keys):
            passing = pattern is _BY and bool(_IN_PASSING.search(keys[: match.start()]))
            for sponsor in _list_from(found, keys, match.end()):
                yield sponsor, passing


_IN_PASSING = re.compile(r"the (?:text|draft|resolution|measure|document|motion) , (?:which (?:was|were|had been) )?$")


def _before_text(found: Sequence[Item], place: int) -> bool:
    """Is a member's name or adjective right before "draft", "resolution", "text"?"""
    here = place + 1
    while (
        here < len(found)
        and here < place + 5
        and found[here].key
        in {
            "~",
            "<d>",
            "'s",
            "sponsored",
            "own",
            "<b>",
            "un",
            "drafted",
            "backed",
            "proposed",
            "<m>",
            "revised",
            "led",
            "written",
            "and",
            "rival",
            "counter",
            "competing",
            "alternative",
            "compromise",
            "initial",
            "original",
            "first",
            "second",
            "ceasefire",
            "humanitarian",
        }
    ):
        here += 1
    if here >= len(found) or here == place:
        return False
    return found[here].key in _TEXT or (here == place + 1 and found[here].text == "one")


def _list_from(found: Sequence[Item], keys: str, offset: int) -> Iterator[Sponsor]:
    place = keys[:offset].count(" ")
    while place < len(found) and (found[place].member or found[place].key in {",", "and", "the", "y", "et"}):
        if found[place].member:
            yield from _codes(found[place])
        place += 1


def _codes(item: Item) -> Iterator[Sponsor]:
    if item.member:
        yield Sponsor(item.member.codes[0], item.start, item.end)


def days_in(found: Sequence[Item]) -> Iterator[tuple[date, int, int]]:
    """The days in a stretch that can be the day of a vote, with their places."""
    depth = 0
    for place, item in enumerate(found):
        depth += (item.key == "(") - (item.key == ")")
        if item.day is None or item.day.day is None or (depth > 0 and not _dates_resolution(found, place)):
            continue
        before = found[place - 1].key if place else ""
        earlier = found[place - 2].key if place > 1 else ""
        if (
            before in _NOT_VOTE_DAY
            and item.day.words not in _DEICTIC
            and not (before == "of" and _of_resolution(found, place))
            and not (
                before == "of"
                and earlier in {"meeting", "vote", "session", "night", "evening", "afternoon", "morning", "hours"}
            )
            and earlier != "dates"
        ):
            continue
        if earlier in _PLANNED or (before == "on" and earlier in _EVENTS):
            continue  # "will begin on Monday", "the soldier captured on June 25"
        if before in {"said", "told"} or earlier in {"said", "told"}:
            continue
        yield item.day.day, item.start, item.end


_PLANNED = words(
    "begin begins meet meets resume due scheduled planned start starts end ends expire expires lapse lapses out ending"
)
_EVENTS = words(
    "captured killed abducted kidnapped arrested detained seized signed launched bombed attacked fired born died shot "
    "erupted crashed struck"
)
_DEICTIC = frozenset(("today", "tonight", "yesterday", "last night", "hoy", "ayer", "hier", "aujourd'hui"))


def _dates_resolution(found: Sequence[Item], place: int) -> bool:
    """Reads "Resolution 505 (26 May 1982)": the day on which it was adopted, where a sentence opens with it."""
    keys = [item.key for item in found[max(0, place - 3) : place]]
    return keys[:1] == ["resolution"] and keys[1] in {"<n>", "<yr>"} and keys[2] == "(" and place <= _OPENING


_OPENS = 3
_OPENING = 6
_THEN = 6


def _of_resolution(found: Sequence[Item], place: int) -> bool:
    """Reads "resolution 46/86 of 16 December 1991": the day on which it was adopted."""
    keys = [item.key for item in found[max(0, place - _THEN) : place - 1]]
    return "resolution" in keys and keys[-1] in {"<n>", "<yr>", "<y>", ")"}


def earlier_days(found: Sequence[Item]) -> Iterator[int]:
    """Where the days stand that a comparison names: "abstained, as they had on Friday"."""
    for place, item in enumerate(found):
        before = [other.key for other in found[max(0, place - _THEN) : place]]
        if item.key == "<t>" and ("as" in before or "unlike" in before) and {"had", "did"} & set(before):
            yield item.start


def months_in(found: Sequence[Item]) -> Iterator[tuple[int | None, int, bool]]:
    """The months in which a stretch places what it tells: "in April", "in December 2019".

    Each with its year, if given, and whether the stretch opens with it.
    """
    for place, item in enumerate(found):
        if item.day and item.day.month and place and found[place - 1].key == "in":
            yield item.day.monthly[0] if item.day.monthly else None, item.day.month, place <= _OPENS


def bodies_in(found: Sequence[Item]) -> Iterator[BodyMention]:
    """The bodies named, each with how likely it is the one that votes."""
    for place, item in enumerate(found):
        if item.key != "<b>":
            continue
        after = " " + " ".join(other.key for other in found[place + 1 : place + 4])
        before = " ".join(other.key for other in found[max(0, place - 3) : place])
        if (
            _ADDRESSED.search(before)
            or before.endswith(("unlike the", "unlike in the", "than the", "than in the"))
            or _REPORTS_OF.search(before)
            or (not before.endswith("in the") and (_NOT_VOTING_BODY.match(after) or _NOT_VOTING_BODY.match(after[1:])))
        ):
            weight = 0
        elif re.match(
            (
                r" (?:has |have |on |<t> |then |also |, )*(?:voted|adopted|approved|rejected|passed"
                r"|failed|turned|did|does|confirmed|a |no )"
            ),
            after,
        ):
            weight = 4
        elif before.endswith(("by the", "at the", "in the", "by")):
            weight = 3
        elif before.endswith(("from the", "to the", "of the", "from", "to")):
            weight = 1
        else:
            weight = 2
        yield BodyMention(item.bodies, item.start, item.end, weight)

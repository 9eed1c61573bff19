# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Figures in pairs: "10-3-2", "13 votes to none", "voted 8 to 4 against it", each turned the right way round."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item
from psephos.read.atoms.nouns import Voters
from psephos.read.phrases.clauses import Chunk
from psephos.read.phrases.unreal import unreal_before
from psephos.read.sentences.facts import Fact

__all__ = ["NOT_UNITS", "TO", "named_figures", "pairs", "scores"]

_LEFT = words(
    "by vote was were voted vote, votes voting tally result count , being margin adopted approved "
    "rejected defeated ( – : beaten passed passing confirmed carried par por is 67 lost failed died fell split divided "
    "tied deadlocked score went evenly been through"
)
NOT_UNITS = words(
    "years months weeks days percent % hours per million billion minutes seats candidates times euros dollars"
)
"""A figure before one of these counts no votes."""
TO = frozenset({"to", "against", "versus", "v", "vs", "contre", "contra", "a"})
"""The words between the two figures of a pair."""
_MAJORITY_FIRST = words("defeated rejected declined refused beaten lost disposed acquitted")
_THROWN = words("voted turned thrown threw struck shot knocked")
_ABOUT = words(
    "vote votes voted tally result passed adopted approved rejected confirmed count voting defeated ballot margin "
    "failed cleared decided ruled declared adopting approving passing rejecting endorsing "
    "<yes> <no> <abstain> down split roll final invoke invoked votacion vetoed nomination score passage "
    "beaten convict acquitted agreed died fell went foundered sank lost won carried negatived tied "
    "tie divided deadlocked"
)
_TOOK = words(
    "passed adopted approved confirmed rejected cleared voted carried defeated lost failed upheld endorsed ratified "
    "passing acquitted overrode backed expelled suspended passes approves adopts rejects"
)
_CLOSES = frozenset(
    (
        ",",
        ".",
        ";",
        ")",
        "–",
        "|",
        "with",
        "on",
        "in",
        "at",
        "after",
        "and",
        "<t>",
        "to",
        "<s>",
        "the",
        "earlier",
        "later",
        "late",
        "early",
        "over",
        "last",
    )
)
_NUMBERED = words("paragraph paragraphs para paras page pages pp article articles chapter annex section rule rules nos")
_BEYOND = _CLOSES | {"against", "for", "but"}
_FAR = 24
_BESIDE = 4
_AFTER = 9
_REFUSED = re.compile(
    r"(?:<t> |on <t> |in <b> |the )*(?:, with <V> <abstain> , |with <V> <abstain> |, <V> <abstain> , )?"
    r"(?:against (?:the|it|this|that|its|his|her|their|an?|any|<d>|<b>|<u>) "
    r"|to (?:<no>|reject|defeat|block|oppose|decline|refuse|kill|acquit|(?:turn|vote|strike) down) )"
)
_TEXTS = words("motion amendment bill proposal plan resolution draft text measure deal agreement")
_GOVERNMENT = words("government ministers minister cabinet opposition tories conservatives labour administration pm")


def scores(pieces: Sequence[Chunk], found: Sequence[Item], place: int, number: int) -> Iterator[Fact]:
    """Reads "84-2": yes first, unless the words put the majority first."""
    piece = pieces[place]
    if piece.key != "<s>" or not _about_votes(pieces, place) or _of_government(pieces, place):
        return
    if unreal_before(pieces, place) or _is_numbering(pieces, place) or _of_loser(pieces, place):
        return
    if _on_article(pieces, place) or _of_caucus(pieces, place):
        return
    item = found[piece.first]
    parts = tuple(int(part) for part in item.text.split("-"))
    first = majority_first(pieces, place, place + 1) and parts[0] > parts[1]
    yield Fact(
        "score", item.start, item.end, "score", number, piece.first, pair=parts, name="majority-first" if first else ""
    )


def _on_article(pieces: Sequence[Chunk], place: int) -> bool:
    """In "on the second article the vote was 53-47" nothing says whether the larger figure was for conviction."""
    keys = [piece.key for piece in pieces[:place]]
    parts = {key for before, key in itertools.pairwise(keys) if before != "the"} & _PARTS
    return bool(parts) and "on" in keys and not set(keys) & (_TOOK | {"convict"})


_PARTS = words("article articles count charge")


def _of_caucus(pieces: Sequence[Chunk], place: int) -> bool:
    """Reads "House Republicans voted, 134-46, to elect her": a party's own vote, and none of the body."""
    keys = [piece.key for piece in pieces[:place]]
    return any(
        key == "<b>" and keys[here + 1 : here + 2] in (["republicans"], ["democrats"]) and "voted" in keys[here + 2 :]
        for here, key in enumerate(keys)
    )


def _about_votes(pieces: Sequence[Chunk], place: int) -> bool:
    """Is "84-2" a vote, and no page range, season or age?"""
    around = {piece.key for piece in pieces[max(0, place - 14) : place + 12]}
    after = pieces[place + 1].key if place + 1 < len(pieces) else ""
    return bool(around & _ABOUT) and after not in NOT_UNITS


def _is_numbering(pieces: Sequence[Chunk], place: int) -> bool:
    """Is it "paragraphs 10-13", or one of several scores ("by 5-9 and 4-10") of which nothing says whose they are?"""
    around = {piece.key for piece in pieces[max(0, place - 2) : place]}, pieces[place + 1 : place + 3]
    before = pieces[place - 1].key if place else ""
    several = "<s>" in around[0] or "<s>" in {piece.key for piece in around[1]}
    keys = [piece.key for piece in pieces[max(0, place - _BESIDE) : place]]
    seats = keys[-1:] in (["split"], ["divided"]) and bool({"is", "are", "remains", "evenly"} & set(keys))
    if seats or {"beat", "beats"} & set(keys):  # "the Senate is split 50-50", and a match won
        return True
    return before in _NUMBERED or (several and "and" in around[0] | {piece.key for piece in around[1]})


def majority_first(pieces: Sequence[Chunk], place: int, after: int) -> bool:
    """Reads "voted down 8-4", "voted 8 to 4 against it": the larger figure stands first and is the no.

    `place` is the first figure, `after` what follows the last.
    """
    before = [piece.key for piece in pieces[max(0, place - 7) : place]]
    stop = next((n for n in range(len(before) - 1, -1, -1) if before[n] in {";", ".", ":"}), -1)
    words = set(before[stop + 1 :])
    favour = " ".join(piece.key for piece in pieces[after : after + 3])
    if favour.startswith(("in favour", "in favor", "in its fav", "in their fav", "for it")):
        return False  # "it was lost although the room was fourteen to one in its favour"
    right_before = pieces[place - 1].phrase if place else None
    if right_before is not None and right_before.name == "opposed-by":
        return True  # "rejected by 9 votes to 2"
    vetoed = any(piece.phrase is not None and piece.phrase.veto for piece in pieces[max(0, place - 7) : place])
    if vetoed or words & {"vetoed", "veto"}:
        return False
    told = words & _TOOK - _MAJORITY_FIRST - {"voted"}
    refused = (
        bool(words & _MAJORITY_FIRST) or _thrown(before[stop + 1 :]) or (not told and _body_against(pieces, place))
    )
    return refused or _rejected_by(pieces, place) or _refused_after(pieces, place, after)


def _thrown(before: Sequence[str]) -> bool:
    """Reads "voted it down", "turned down"; a "watered-down" text is not thrown out."""
    ends = [
        place
        for place, key in enumerate(before)
        if key in {"down", "out", "under"} and before[place - 1 : place] != ["~"]
    ]
    return bool(ends) and (
        bool(_THROWN & set(before[: ends[-1]])) or before[ends[-1] - 1] in {"went", "goes", "go", "gone"}
    )


def _body_against(pieces: Sequence[Chunk], place: int) -> bool:
    """Reads "the House opposed it 228-205": a vote against, and not that of members named or counted."""
    for here in range(max(0, place - 7), place):
        phrase = pieces[here].phrase
        if phrase and phrase.name in {"voted-against", "opposed", "opposed-by"} and phrase.form != "infinitive":
            voters = pieces[here - 1].voters if here else None
            return voters is None
    return False


def _refused_after(pieces: Sequence[Chunk], place: int, after: int) -> bool:
    """Reads "voted 8-4 to reject it", "by 228 votes to 205 against the bill": what so many did comes after."""
    voted = {piece.key for piece in pieces[max(0, place - 4) : place]}
    following = " ".join(piece.key for piece in pieces[after : after + _AFTER]) + " "
    return bool(voted & {"voted", "votes", "voting", "vote", "by"}) and bool(_REFUSED.match(following))


def _rejected_by(pieces: Sequence[Chunk], place: int) -> bool:
    """Reads "rejected the agreement on Tuesday by 432 votes to 202": the verb may stand far off."""
    if not place or pieces[place - 1].key not in {"by", ",", "vote", "of", "margin"}:
        return False
    refused = pieces[place - 2].phrase if place > 1 else None
    if refused and refused.name == "echo-no":  # "the Assembly would not, 59 to 55"
        return True
    for here in range(place - 1, max(-1, place - _FAR), -1):
        piece = pieces[here]
        thrown = piece.key in {"threw", "seen", "turned", "shot"} and pieces[here + 1].key in {"out", "off", "down"}
        if (
            thrown
            or piece.key in {"rejected", "defeated", "rejects", "declined", "refused", "acquitted"}
            or (piece.phrase and piece.phrase.name in {"opposed", "leaned-against"})
        ):
            return True
        counted = piece.voters is not None and piece.voters.count is not None
        counted = counted and pieces[here + 1].key not in {"billion", "million", "trillion"}
        paired = counted and "to" in {pieces[here - 1].key if here else "", pieces[here + 1].key}
        if piece.key in {";", ".", ":", "<s>", "<yes>", "<no>", "but"} | _TOOK or (counted and not paired):
            return False
    return False


def _of_government(pieces: Sequence[Chunk], place: int) -> bool:
    """In "the government was defeated by 310 to 302" nothing says what so many voted for."""
    for here in range(place - 1, max(-1, place - _FAR), -1):
        key = pieces[here].key
        if key in {"defeated", "beaten", "defeat", "lost"}:
            beside = {piece.key for piece in pieces[max(0, here - 3) : here + 4]}
            return bool(beside & _GOVERNMENT) and "'s" not in beside and not beside & _TEXTS
        if key in {";", ".", ":"}:
            return False
    return False


def _of_loser(pieces: Sequence[Chunk], place: int) -> bool:
    """In "he lost it, 10 to 2" nothing says which side he was on."""
    keys = [piece.key for piece in pieces[max(0, place - _AFTER) : place]]
    lost = next((n for n in range(len(keys) - 1, 0, -1) if keys[n] == "lost"), 0)
    return bool(lost) and keys[lost - 1] in {"he", "she", "they"}


def pairs(pieces: Sequence[Chunk], found: Sequence[Item], place: int, number: int) -> Iterator[Fact]:
    """Reads "44 to 7", "12 votes to one (Cuba)", "13 in favour to none against"."""
    first = pieces[place].voters
    here = place + 1
    explicit_yes = False
    stated = pieces[here].phrase if here < len(pieces) else None
    if stated and stated.choice in {"yes", "no"} and stated.form == "nominal":
        explicit_yes, here = True, here + 1
    here += explicit_yes and _aside(pieces, here)
    here += [piece.key for piece in pieces[here : here + 2]] == ["frente", "a"]  # "187 votos frente a dos"
    if first is None or here + 1 >= len(pieces) or pieces[here].key not in TO:
        return
    second = pieces[here + 1].voters
    if second is None or second.count is None or first.count is None or explicit_yes:
        yield from _named_second(pieces, here, number, explicit=explicit_yes, first=pieces[place])
        return
    if (
        _of_other(pieces, here + 2)
        or (pieces[here].key == "against" and _of_then(pieces, here + 2))
        or not _told(pieces, place, here + 2)
        or (first.members and first.noun != "votes")
    ):
        return
    if _on_article(pieces, place):
        return
    turned = majority_first(pieces, place, here + 2) and first.count.number > second.count.number
    start, end = found[pieces[place].first].start, second.count.end
    yes, no = (second, first) if turned else (first, second)
    exact = first.count.exact and second.count.exact
    for choice, voters in (("yes", yes), ("no", no)):
        if voters.count:
            fact = Fact("figure", start, end, "to", number, pieces[place].first, choice, number=voters.count.number)
            yield replace(fact, name="majority-first" if turned else "", exact=exact)
    for choice, voters in (("yes", yes), ("no", no)):
        yield from named_figures(voters, choice, number, pieces[place].first)
    apposed = _apposed(pieces, here + 2, second)
    if apposed is not None:
        yield from named_figures(apposed, "yes" if turned else "no", number, pieces[place].first)


def _apposed(pieces: Sequence[Chunk], after: int, second: Voters) -> Voters | None:
    """Reads "by 29 votes to one, that of the United States": whose the smaller figure is, if as many are named."""
    keys = [piece.key for piece in pieces[after : after + 3]]
    if len(keys) < 3 or keys[0] != "," or keys[1] not in {"that", "those"} or keys[2] not in {"of", "from", "<V>"}:  # noqa: PLR2004
        return None
    here = after + 2 + (keys[2] != "<V>")
    named = pieces[here].voters if here < len(pieces) else None
    fits = named is not None and second.count is not None and len(named.members) == second.count.number
    return named if fits else None


def _aside(pieces: Sequence[Chunk], here: int) -> int:
    """Past what stands between dashes or in brackets after the first figure: how many pieces."""
    closing = {"–": "–", "(": ")"}.get(pieces[here].key if here < len(pieces) else "")
    if closing is None:
        return 0
    close = next((n for n in range(here + 1, min(here + _AFTER, len(pieces))) if pieces[n].key == closing), None)
    return close + 1 - here if close else 0


def _of_other(pieces: Sequence[Chunk], after: int) -> bool:
    """Does what follows make the second figure one of other things, or of the yes?"""
    following = pieces[after] if after < len(pieces) else None
    if following is None:
        return False
    nominal = following.phrase is not None and following.phrase.form == "nominal" and following.phrase.choice == "yes"
    return following.key in NOT_UNITS or nominal


def _of_then(pieces: Sequence[Chunk], after: int) -> bool:
    """Reads "143 states against 141 at that time": the second figure is of an earlier vote."""
    keys = [piece.key for piece in pieces[after : after + _BESIDE]]
    return bool({"time", "year", "month", "ago", "before", "then", "previously"} & set(keys[:3]))


def _told(pieces: Sequence[Chunk], place: int, after: int) -> bool:
    """Is the pair one of votes: by its noun, by the word before it, or by the verb of its clause?"""
    first, second = pieces[place].voters, pieces[after - 1].voters
    if (
        _of_caucus(pieces, place)
        or _of_government(pieces, place)
        or unreal_before(pieces, place)
        or _of_loser(pieces, place)
    ):
        return False
    before = pieces[place - 1].key if place else "("
    article = place > 2 and pieces[place - 2].key in {"a", "an"} and pieces[place - 3].key == "by"  # noqa: PLR2004 -- "by a lopsided 93 to 8"
    following = pieces[after].key if after < len(pieces) else "."
    others = before in _TOOK and following.isalpha() and following not in _BEYOND  # "confirmed 12 to 15 judges"
    votes = any(voters is not None and voters.noun == "votes" for voters in (first, second))
    if (before in _LEFT and not others) or article or votes:
        return True
    if any(voters is None or voters.noun for voters in (first, second)) or following not in _CLOSES:
        return False
    return _decided(pieces, place)


def _decided(pieces: Sequence[Chunk], place: int) -> bool:
    """Reads "passed the bill 217 to 213", "confirmed the judge 53 to 47": the verb of the clause decides something."""
    for here in range(place - 1, max(-1, place - _FAR // 2), -1):
        piece = pieces[here]
        if piece.key in _TOOK or _of_body(pieces, here):
            return True
        counted = piece.voters is not None and piece.voters.count is not None
        if counted or piece.key in {";", ".", ":", ",", "<s>", "from", "between", "<n>"}:
            return False
    return False


def _of_body(pieces: Sequence[Chunk], here: int) -> bool:
    """Reads "lawmakers approved the measure": a choice that no voters are named or counted for is the body's."""
    phrase = pieces[here].phrase
    kind = phrase is not None and phrase.name in {"supported", "opposed", "voted-against"}
    return kind and bool(here) and pieces[here - 1].voters is None


def _named_second(pieces: Sequence[Chunk], here: int, number: int, *, explicit: bool, first: Chunk) -> Iterator[Fact]:
    """Reads "12 votes in favour to 2": the second figure is of the other side."""
    second = pieces[here + 1].voters
    if not explicit or second is None or second.count is None or first.voters is None:
        return
    following = pieces[here + 2] if here + 2 < len(pieces) else None
    if following and following.phrase and following.phrase.form == "nominal":
        return
    if following and following.key in NOT_UNITS:
        return
    yield Fact(
        "figure",
        second.count.start,
        second.count.end,
        "to",
        number,
        pieces[here].first,
        choice="no",
        number=second.count.number,
    )
    yield from named_figures(second, "no", number, pieces[here].first)


def named_figures(voters: Voters, choice: str, number: int, place: int) -> Iterator[Fact]:
    """The names that a figure carries along."""
    known = tuple(person for person in voters.members if person.codes)
    if known:
        yield Fact("ballots", known[0].start, known[-1].end, "to", number, place, choice=choice, persons=known)

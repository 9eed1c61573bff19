# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Voters and a choice as facts: ballots, figures, remainders, groups, and what was not fully understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from psephos.read.atoms.lexical import words
from psephos.read.atoms.nouns import Voters
from psephos.read.phrases.clauses import Chunk, Clause, Sought
from psephos.read.phrases.exceptions import excepted
from psephos.read.phrases.following import listed_after, names_at, voters_in
from psephos.read.phrases.unreal import unreal_before
from psephos.read.phrases.verbs import Phrase
from psephos.read.sentences.casting import Reader, replace_count
from psephos.read.sentences.facts import STANCES, Fact
from psephos.read.sentences.factuality import Mode, is_to_come, mode_of
from psephos.read.sentences.subjects import RELATIVE, subject_of

__all__ = ["choice_facts"]


_OFTEN = re.compile(
    r" (?:a |the |more than |over |at least |nearly |some |about )*(?:(?:<n>|several|many|numerous"
    r"|dozens of|all|various|multiple|every|previous|earlier|past|similar|other) (?:\S+ "
    r"){0,3}(?:resolutions|drafts|texts|times|attempts|measures|efforts)"
    r"|(?:(?:ya|deja|desde <yr>|depuis <yr>|tous|toutes|todos|todas|au moins|al menos|plus de|mas de) )*(?:<n>"
    r"|plusieurs"
    r"|nombreux|nombreuses|varios|varias|numerosos|numerosas|les|los|las|des|a plusieurs|en varias|en <n>|a <n>) "
    r"(?:\S+ ){0,3}(?:resolutions|projets|textes|resoluciones|proyectos|textos|fois|reprises|veces|ocasiones"
    r"|iniciativas|propuestas|initiatives))"
)
"""A veto told as a habit ("the fifth time", "vetoed several drafts") is no vote of this report."""
_WOULD = re.compile(
    r"(?: the)? <[md]>(?:(?: ,| and) (?:the )?<[md]>)*(?: , [^;]*? ,)? (?:would|could|may|might|will|can)(?= )"
)
_EARLIER_TEXT = re.compile(
    r" (?:the (?:last|previous|earlier|preceding) (?:text|draft|resolution|one|version)|an? (?:very "
    r"|almost )?(?:similar|earlier|previous)"
    r"|the one before)"
)
"""Whoever "vetoed a similar draft" did so in an earlier vote."""
_TIMES = re.compile(
    r"(?: [^ ,;.]+){0,9}? (?:(?:<n>|several|many|countless|numerous|dozens? of|(?:more than )?a dozen) "
    r"times|twice|repeatedly)(?= |$)"
    r"|(?: [^ ,;.]+){0,3} resolutions (?:critical|on|about|against|condemning)"
)
"""A habit told further on: "has used its veto in the Council 34 times"."""
_NO_OBJECT = re.compile(r" (?:nothing|none|no (?:resolution|text|draft|other))(?= |$)")
_OWN_VOTE = re.compile(
    r" (?:an?|the|its|their)(?: new)? (?:government|president|parliament|leader|prime|constitution|independence|change"
    r"|chancellor|coalition|referendum)(?= |$)"
)
"""A country that "voted for a new government" held an election."""
_OF_STATEMENT = re.compile(
    r"(?: (?:the|a|its|their|joint|press|presidential|<m>|<d>))* (?:statement|communique)(?= |$)"
)
_HABIT = re.compile(r" time(?: that)? (?:the )?(?:<m> )?(?:has |had )?$")
_BY_SUBJECT = frozenset({"finite", "participle", "infinitive", "state", "nominal"})
_NEAR = 5
_VERBAL = words("supported-by opposed-by vetoed-by")
_UNREAL_VETO = words(
    "threat threats avoid avoided avoiding avert averted averting risk fear fears feared possible potential prospect "
    "without any likely no wary earlier previous past former escape subject power right facing expected "
    "each single one "
    "menace menacer menaces menacent crainte risque eviter amenaza temor riesgo evitar posible eventual contourner "
    "craignent craint redoute sans sin possible probable attendu esperado sortear esquivar cas caso depuis desde"
)
_VETO_NOUNS = words("veto-of veto-du-nom el-veto-de abstention-de abstencion-de voix-contre-de voto-en-contra-de")


# --- choices ----------------------------------------------------------------------------------------------------------


def choice_facts(clause: Clause, language: str) -> Iterator[Fact]:
    """The facts of all choices in a sentence, left to right."""
    known: dict[int, Sought] = {}
    last = "?"
    for place, piece in enumerate(clause.pieces):
        if piece.phrase is None:
            continue
        spoken = replace(piece.phrase, choice=last) if piece.phrase.choice == "=" else piece.phrase
        last = spoken.choice
        sought = None
        if piece.phrase.form == "passive" and place and (counted := clause.pieces[place - 1].voters) and counted.count:
            sought = Sought((place - 1,), ())
        if piece.phrase.form in _BY_SUBJECT:
            sought = None if _one_of(clause.pieces, place) else subject_of(clause.pieces, place, known)
        if sought:
            known[place] = sought
        if (
            sought
            and spoken.form in {"finite", "participle", "infinitive"}
            and all(_only_votes(clause.pieces[n]) for n in sought.chunks)
        ):
            sought = None  # votes do not vote
        if (
            sought
            and piece.phrase.form == "finite"
            and piece.phrase.name in _POSITIONS
            and set(sought.between[-1:]) & _BE
        ):
            continue  # "the request of Ukraine, which was approved"
        mode = _mode(clause, place, sought)
        if spoken.form == "infinitive" and _or_else(clause.pieces, place):
            mode = _mode(clause, place - 2, known.get(place - 2))  # "could abstain or vote yes"
        if (
            mode == "irrealis"
            or _unreal_count(clause, sought, spoken)
            or (_leaned(piece) and not _is_vote(clause, place, sought))
        ):
            continue
        yield from _of_choice(clause, place, spoken, sought, mode, language)


def _one_of(pieces: Sequence[Chunk], place: int) -> bool:
    """Reads "India, one of 35 nations to abstain": `Reader.among` tells whose choice it is."""
    some = pieces[place - 2].voters if place > 1 else None
    if some is None or some.members:
        return False
    if pieces[place - 1].key in RELATIVE:
        return some.rest and not some.apart  # "China was among the other countries that abstained": no remainder
    return pieces[place - 1].key == "to" and some.size is not None and not some.only


def _or_else(pieces: Sequence[Chunk], place: int) -> bool:
    """Do two choices stand side by side in the infinitive, so that what is said of one holds for the other?"""
    before = pieces[place - 2].phrase if place > 1 else None
    return before is not None and before.form == "infinitive" and pieces[place - 1].key in {"or", "and"}


def _only_votes(piece: Chunk) -> bool:
    return piece.voters is not None and piece.voters.noun == "votes" and not piece.voters.members


def _unreal_count(clause: Clause, sought: Sought | None, phrase: Phrase) -> bool:
    """Reads "there would have been three votes against": a figure of what did not happen."""
    return phrase.form == "nominal" and sought is not None and unreal_before(clause.pieces, sought.chunks[0])


_FEW = 5


def _many(clause: Clause, place: int) -> bool:
    """Reads "have cast 120 vetoes": so many are of many votes."""
    piece = clause.pieces[place]
    return any((item.number or 0) > _FEW for item in clause.found[piece.first : piece.last])


def _leaned(piece: Chunk) -> bool:
    return piece.phrase is not None and piece.phrase.name in {"leaned-for", "leaned-against", "echo-no"}


_POSITIONS = words("leaned-for leaned-against supported opposed")
_BE = words("was were is are been being be")
_BREAKING = words("broke broken crossed defied bucked rebelled")
"""Whoever broke with a party to support or to oppose something did so by a vote."""


def _is_vote(clause: Clause, place: int, sought: Sought | None) -> bool:
    """Is "supported the creation of a court" a vote? If members are counted, or a choice stands beside it."""
    if sought is None:
        return False
    if {piece.key for piece in clause.pieces[sought.chunks[-1] : place]} & _BREAKING:
        return True
    for number in sought.chunks:
        voters = clause.pieces[number].voters
        if voters and voters.count and voters.noun in {"members", ""} and not voters.group:
            return True
        if voters and voters.rest:
            return True
    if clause.found[clause.pieces[place].first].key in {
        "did not",
        "would not",
        "could not",
        "did",
        "would",
        "could",
        "wanted",
        "wants",
        "liked",
        "disliked",
        "welcomed",
    }:
        return False  # said of a single member, it is no vote
    return any(
        number != place
        and piece.phrase is not None
        and piece.phrase.choice in {"yes", "no", "abstain"}
        and not _leaned(piece)
        and piece.phrase.form in {"finite", "state", "participle", "nominal"}
        and not _in_aside(clause.pieces, number)
        for number, piece in enumerate(clause.pieces)
    )


def _in_aside(pieces: Sequence[Chunk], number: int) -> bool:
    """Does a choice stand in a clause about somebody ("China, which abstained, ...")?"""
    those = number > 1 and pieces[number - 2].key in {"those", "countries", "states", "members"}
    return number > 0 and pieces[number - 1].key in {"which", "who", "that"} and not those


def _mode(clause: Clause, place: int, sought: Sought | None) -> Mode:
    before = list(sought.between) if sought else _words_before(clause, place)
    phrase = clause.pieces[place].phrase
    if _one_of(clause.pieces, place):
        return "asserted"
    if _denied_before(clause.pieces, place, sought):
        return "negated"
    if phrase and phrase.form == "passive" and phrase.name not in _VERBAL:
        before = [key for key in before if key not in {"not", "never", "to"}]  # "was not adopted, owing to the veto of"
    if (
        sought
        and sought.chunks
        and (first := sought.chunks[0])
        and clause.pieces[first - 1].key in {"had", "should", "were"}
        and (first == 1 or clause.pieces[first - 2].key == ",")
    ):
        return "irrealis"  # "had China voted against, ..."
    # What stands inside the subject ("any of the five - A, B and C -") does not part it from the "if" before it.
    start = clause.pieces[sought.chunks[0] if sought and sought.chunks[0] < place else place].first
    keys = [item.key for item in clause.found[max(0, start - 24) : start]]
    if phrase and phrase.form == "participle" and is_to_come(keys):
        return "irrealis"  # "is set to adopt it on Friday, Russia abstaining"
    said = [item.key for item in clause.found[clause.pieces[place].first : clause.pieces[place].last]]
    earlier = [key for key in said if key in _PLUPERFECT and phrase and phrase.form != "state"]
    return mode_of([*before, *earlier], [*keys, *before])


_PLUPERFECT = words("avait avaient etait etaient habia habian")
"""Within a phrase these put it before the time told of: "avait voté contre"."""


_REFUSING = words("refused refusing refuses declined declining decided unwilling failed failing chose expected likely")


def _denied_before(pieces: Sequence[Chunk], place: int, sought: Sought | None) -> bool:
    """Reads "neither Ghana nor Gabon voted", "the only member not to vote", "one of three who refused to vote"."""
    first = sought.chunks[0] if sought and sought.chunks else 0
    if 0 < first < place and pieces[first - 1].key in {"neither", "nor"}:
        return True
    before = [piece.key for piece in pieces[max(0, place - 3) : place]]
    if before[-2:] == ["not", "to"] or before[-1:] in (["not"], ["never"]):
        return True
    refused = before[-2:-1] and before[-2] in _REFUSING - {"decided", "chose"} and before[-1] == "to"
    return bool(refused) or (before[-1:] == ["to"] and before[-3:-1] in (["decided", "not"], ["chose", "not"]))


def _words_before(clause: Clause, place: int) -> list[str]:
    words: list[str] = []
    for piece in reversed(clause.pieces[max(0, place - 6) : place]):
        if piece.voters or piece.phrase or piece.key in {",", ";", "–", "(", ")", ":"}:
            break
        words.insert(0, piece.key)
    return words


def _is_no_choice(clause: Clause, place: int, phrase: Phrase, sought: Sought | None) -> bool:
    """Is the word told as a habit, a fear or a thing that would come about, and not as what somebody cast?"""
    left, right = clause.keys[: clause.places[clause.pieces[place].first]][-60:], clause.keys[phrase.end :]
    if phrase.name == "abstentions-by" and (_AWAITED & set(left.split()[-3:]) or _WOULD.match(right)):
        return True
    if phrase.name in _VETO_NOUNS:
        return _not_cast(left.split()[-_NEAR:], right.split()[:_NEAR]) or bool(_WOULD.match(right))
    if (
        _OWN_VOTE.match(right)
        or _is_call(clause, sought)
        or (phrase.name in STANCES and _OF_STATEMENT.match(clause.keys[_start(clause, place) :]))
    ):
        return True
    if not phrase.veto:
        return False
    if _NO_OBJECT.match(right):
        return True  # "vetoed nothing"
    if _HABIT.search(left) or _OFTEN.match(right[:40]) or _TIMES.match(right) or _many(clause, place):
        return True
    noun = clause.found[clause.pieces[place].first].key in {"vetoes", "vetos"} and phrase.name == "vetoed"
    if noun and sought and not any(_names(clause, number) for number in sought.chunks):
        return True  # "whose two vetoes"
    held = noun or clause.found[clause.pieces[place].first].key == "veto"
    if held and set(left.split()[-1:]) & _HAVING:
        return True  # "have vetoes", "which have veto power"
    infinitive = phrase.name == "vetoed" and phrase.form == "infinitive"
    return infinitive and sought is not None and _is_denied(clause, sought)  # "or at any rate no U.S. veto"


def _is_call(clause: Clause, sought: Sought | None) -> bool:
    """Reads "the call of 120 countries for a ceasefire": nobody voted."""
    first = sought.chunks[0] if sought else 0
    before = [piece.key for piece in clause.pieces[max(0, first - 2) : first]]
    of = clause.found[clause.pieces[first].first].key == "of" or before[-1:] in (["by"], ["from"])
    return of and bool(_CALLS & set(before))


_CALLS = words("call calls appeal appeals demand demands request requests plea pleas wish wishes")


def _start(clause: Clause, place: int) -> int:
    """Where the object of a choice begins in the keys: after its first word."""
    return clause.places[clause.pieces[place].first] + len(clause.found[clause.pieces[place].first].key)


def _of_choice(
    clause: Clause, place: int, phrase: Phrase, sought: Sought | None, mode: Mode, language: str
) -> Iterator[Fact]:
    earlier = bool(_EARLIER_TEXT.match(clause.keys[phrase.end :]))
    reader = Reader(
        clause,
        place,
        phrase,
        past=mode == "past" or earlier,
        weak=mode == "past" and not earlier,
        shared=bool(sought and len(sought.chunks) > 1),
    )
    if _is_no_choice(clause, place, phrase, sought):
        return
    left_out = excepted(clause.pieces, place, sought)
    if mode == "negated" or left_out is not None:
        yield from reader.all_but(sought, left_out) if mode != "negated" else reader.unread(sought)
        return
    after = listed_after(clause, place, phrase, sought, language)
    if sought:
        for number in sought.chunks:
            yield from reader.facts(_spoken_of(clause.pieces[number].voters, sought), sought, number)
        yield from _inserted(clause, place, sought, reader)
    for number, production in after:
        yield from reader.facts(clause.pieces[number].voters, sought, number, production=production)
    yield from _same_as(clause, place, reader)
    yield from reader.inside()
    yield from reader.among(sought)
    if sought is None and not after:
        yield from reader.orphan()


def _is_denied(clause: Clause, sought: Sought) -> bool:
    """Does "no" or "any" stand before whose veto it would be?"""
    first = sought.chunks[0]
    near = {piece.key for piece in clause.pieces[max(0, first - _THREATENED) : first]}
    if near & _COUNTED_SO_FAR:
        return True  # "It was the third such US veto"
    denied = first > 0 and clause.pieces[first - 1].key in {"no", "any", "another", "possible", "without"}
    return denied or bool(near & _THREATS)


_THREATENED = 3
_THREATS = words("threat threats avoid avoided avoiding avert averted averting risk fear fears feared prospect escape")
_AWAITED = words("need needs needed require requires expect expects expected possible likely want wants without")
_COUNTED_SO_FAR = words("such second third fourth fifth sixth seventh eighth ninth tenth th")
_HAVING = words("have has had hold holds with without having")


def _not_cast(before: Sequence[str], after: Sequence[str]) -> bool:
    """Reads "the threat of a veto by", "le veto de la Russie serait": a veto that nobody cast."""
    return bool(set(before) & _UNREAL_VETO) or mode_of(after, []) == "irrealis"


def _spoken_of(voters: Voters | None, sought: Sought) -> Voters | None:
    """Reads "all members except Russia, which abstained": those left out are the ones that the clause tells of."""
    if voters and voters.apart and set(sought.between) & RELATIVE:
        return replace(voters, members=voters.apart, rest=False, apart=())
    return voters


def _inserted(clause: Clause, place: int, sought: Sought, reader: Reader) -> Iterator[Fact]:
    """Reads "The others, allies such as Britain among them, abstained": some of those counted, named in passing."""
    pieces = clause.pieces
    subject = pieces[sought.chunks[-1]].voters
    if subject is None:
        return
    for number in range(sought.chunks[-1] + 1, place):
        voters = pieces[number].voters
        if (
            voters
            and voters.count
            and not voters.members
            and [p.key for p in pieces[number + 1 : number + 3]] in _IN_ALL
        ):
            yield reader.counted(number, voters.count)
    if subject.members or not (subject.count or subject.rest):
        return
    for number in range(sought.chunks[-1] + 1, place):
        if not names_at(pieces, number):
            continue
        before = {piece.key for piece in pieces[max(0, number - 2) : number]}
        if "not" in before:
            continue  # "not including the UAE"
        after = [piece.key for piece in pieces[number + 1 : number + 3]]
        if (
            before & _SOME
            or after in (["among", "them"], ["for", "instance"], ["for", "example"])
            or after[:1] == ["included"]
        ):
            yield from reader.facts(replace_count(pieces[number].voters), None, number, production="including")


_IN_ALL = (["in", "all"], ["in", "total"], ["altogether", ","], ["all", "told"])
_SOME = words("including such like notably among")


def _names(clause: Clause, number: int) -> bool:
    return names_at(clause.pieces, number)


_LIKEWISE = (
    ("lo", "mismo", "hizo"),
    ("lo", "mismo", "hicieron"),
    ("otro", "tanto", "hizo"),
    ("otro", "tanto", "hicieron"),
)


def _same_as(clause: Clause, place: int, reader: Reader) -> Iterator[Fact]:
    """Reads "and so did X", "as did X" further on in the clause."""
    pieces = clause.pieces
    for here in range(place + 1, min(place + 12, len(pieces) - 2)):
        if pieces[here].phrase:
            return
        if tuple(piece.key for piece in pieces[here : here + 3]) in _LIKEWISE and names_at(pieces, here + 3):
            yield from reader.facts(pieces[here + 3].voters, None, here + 3, production="same-as")
            return
        if (
            names_at(pieces, here)
            and pieces[here - 1].key in {";", ",", "and"}
            and pieces[here + 1].key in {"likewise", "ditto"}
        ):
            yield from reader.facts(pieces[here].voters, None, here, production="same-as")
            return
        if pieces[here].key in {"so", "neither", "nor"} and pieces[here + 1].key in {
            "did",
            "has",
            "had",
            "were",
            "was",
            "have",
        }:
            for number in (here + 2, here + 3):
                if (voters := voters_in(pieces, number)) is not None:
                    yield from reader.facts(voters, None, number, production="same-as")
                    return

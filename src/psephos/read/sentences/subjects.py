# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Who did it: the subject of a choice, sought to the left through a sentence's pieces."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.atoms.lexical import words
from psephos.read.atoms.nouns import MEMBER_NOUNS
from psephos.read.phrases.clauses import ADVERBS, Chunk, Sought
from psephos.read.phrases.counts import REGIONS
from psephos.read.phrases.openings import RELATIVE, clause_inside, counts_nobody, is_named, is_verb, opens_clause

__all__ = ["RELATIVE", "subject_of"]

_AUXILIARY = words(
    "has have had having was were is are be been being did do does stood stands remained "
    "ont a est sont avait avaient ha han habia"
)


_GOVERNING = words(
    "chose chosen chooses choosing opted opts opting decided decides deciding preferred prefers "
    "preferring elected electing went on proceeded proceeding continued continuing threatened "
    "threatens "
    "threatening expected likely planned plans intends promised vowed pledged refused declined "
    "declining failed wanted wants would could may might should must shall will can able "
    "managed united poised set ready due asked urged told helped tried trying moved said going able joined combined"
)


_ALONE = words("alone isolated single sole only unanimous united lone seul seule solo")


_JOINING = words("joined join joining joins followed following")


_ONES = words("ones one country countries member members state states nation nations senators senator vote votes")


_LINKS = words("and but or et y e then")


_ORDINAL = words("first second third fourth fifth sixth seventh next last another other")


_LONG = 34


def subject_of(pieces: Sequence[Chunk], place: int, known: dict[int, Sought]) -> Sought | None:
    """Who is the subject of the choice at this place? `known` are the subjects found for choices before it."""
    between: list[str] = []
    here = place - 1
    phrase = pieces[place].phrase
    if place == 0 and phrase and phrase.form == "participle":
        return _after_opening(pieces)
    while here >= 0:
        piece = pieces[here]
        if piece.voters:
            return _at_voters(pieces, place, here, between)
        if piece.phrase:
            if piece.phrase.form == "nominal" and between and between[-1] in RELATIVE:
                here -= 1
                continue
            return None
        step = _step(pieces, place, here, between, known)
        if isinstance(step, Sought):
            return step
        if step is None:
            return None
        here = step
    return None


def _at_voters(pieces: Sequence[Chunk], place: int, here: int, between: list[str]) -> Sought | None:
    """The voters met on the way to the left are the subject, with whoever goes along."""
    voters = pieces[here].voters
    if voters is None or (place - here > 1 and between and between[-1] == "that" and voters.count):
        return None
    if here > 1 and pieces[here - 1].key in {"including", "counting"} and pieces[here - 2].key == "not":
        return None
    if here and pieces[here - 1].key == "not":  # "it was Ghana, not Gabon, that abstained"
        return _before_not(pieces, here)
    merely = between[:1] == ["only"]  # "China only abstained"
    only = voters.only or "alone" in between or ("only" in between and not merely)
    if only and voters.count and not voters.members and between[-1:] == ["to"]:
        found = _only_one_to(pieces, here + 1)
        if found:
            return found
    company = (*_in_front(pieces, here), *_along(pieces, here, place))
    return Sought((*company, here), tuple(reversed(between)), only=only, shared=bool(company))


def _before_not(pieces: Sequence[Chunk], here: int) -> Sought | None:
    """Who is meant instead of the one after "not": the name before the comma."""
    for place in range(here - 2, max(-1, here - 5), -1):
        if is_named(pieces[place]):
            return Sought((place,), ())
        if pieces[place].key not in {",", "and"}:
            return None
    return None


def _in_front(pieces: Sequence[Chunk], here: int) -> tuple[int, ...]:
    """Reads "With Russia, only Belarus voted against": those who come along stand before the subject."""
    comma = here - 1
    beside = pieces[comma].voters if comma >= 0 else None
    if beside and beside.count and beside.members and is_named(pieces[here]):
        return (comma,)  # "two Democrats - A and B - as well as Sen. C"
    if comma < 2 or pieces[comma].key != "," or not pieces[comma - 1].voters:  # noqa: PLR2004 -- two pieces before
        return ()
    before = pieces[comma - 2].key
    two = comma > 2 and (pieces[comma - 3].key, before) in _BESIDES  # noqa: PLR2004 -- two words before the names
    opens = two or comma == 2 or pieces[comma - 3].key in {";", ",", ":", "|", "–", "as", "well"}  # noqa: PLR2004 -- the same
    named = pieces[comma - 1].voters
    subject = pieces[here].voters
    whole = bool(subject and (subject.rest or subject.whole))
    joins = (
        (before in {"besides", "alongside"} and not whole)
        or (two and not whole)
        or (before in {"with", "from"} and bool(subject and subject.only))
    )
    return (comma - 1,) if joins and opens and named and named.members and not named.count else ()


_BESIDES = frozenset(
    (("apart", "from"), ("aside", "from"), ("addition", "to"), ("along", "with"), ("together", "with"))
)


def _along(pieces: Sequence[Chunk], here: int, place: int) -> tuple[int, ...]:
    """Reads "South Africa, alongside Libya and Vietnam, voted against": those between the commas voted too."""
    if place - here < 4 or pieces[here + 1].key != ",":  # noqa: PLR2004 -- comma, word, names, comma
        return ()
    word = pieces[here + 2].key
    named = here + 3 + (word in {"along", "together", "as"})
    named += word == "as"
    if word not in {"alongside", "along", "together", "joined", "like", "followed", "as"} or named >= place:
        return ()
    voters = pieces[named].voters
    return (named,) if voters and voters.members and not voters.count else ()


def _after_opening(pieces: Sequence[Chunk]) -> Sought | None:
    """Reads "Vetoing the draft on Tuesday, Russia was alone": the subject stands after the comma."""
    comma = next((number for number, piece in enumerate(pieces[:14]) if piece.key == ","), None)
    if comma is None or comma + 1 >= len(pieces) or not pieces[comma + 1].voters:
        return None
    inside = any(piece.phrase or (piece.voters and piece.voters.members) for piece in pieces[1:comma])
    return None if inside else Sought((comma + 1,), ())


def _step(
    pieces: Sequence[Chunk], place: int, here: int, between: list[str], known: dict[int, Sought]
) -> Sought | int | None:
    """One piece further to the left: past it, to the subject, or no further."""
    key = pieces[here].key
    words = set(key.split())
    found = _by_preposition(pieces, here, between)
    if found is not None:
        return found
    if words & (_AUXILIARY | ADVERBS | RELATIVE | _GOVERNING) or (
        key in {"to", "themselves", "itself", "the", "one"}
        and (key == "to" or "to" in between or between[-1:] == ["only"] or key in {"themselves", "itself"})
    ):
        between.append(key)
        return here - 1
    if _of_place_or_time(pieces, here, between):
        between.append(key)
        return here - 1
    if key in _ONES and here and pieces[here - 1].key in {"only", "sole", "lone"}:
        between.append(key)
        return here - 1
    if key in {",", "–", ")"}:
        return _at_mark(pieces, place, here, between, known)
    if key in _PRONOUNS and not set(between) & RELATIVE:
        return _of_pronoun(pieces, here, between)
    if key in _OWN and pieces[here - 1].key in _HIS and not set(between) & RELATIVE:
        return _of_pronoun(pieces, here - 1, between)  # "India's delegate said his country had abstained"
    if key in _LINKS:
        return _same_subject(pieces, here, between, known)
    return None


def _of_place_or_time(pieces: Sequence[Chunk], here: int, between: list[str]) -> bool:
    """Reads "Russia in the Security Council on Monday has imposed a veto": where and when stand after the subject."""
    key = pieces[here].key
    if key == "<b>":
        return here > 1 and {pieces[here - 1].key, pieces[here - 2].key} & _IN != set()
    if key == "end" and [piece.key for piece in pieces[max(0, here - 2) : here]] == ["in", "the"]:
        return True  # "voiced doubts, but in the end voted yes"
    at = key in _IN and between[-1:] in (["<t>"], ["<b>"], ["the"])
    return at or (key == "the" and between[-1:] in (["<b>"], ["end"]))


_IN = frozenset(("in", "at", "on", "during"))


def _by_preposition(pieces: Sequence[Chunk], here: int, between: list[str]) -> Sought | None:
    """Reads "alone in voting no", "the only one to vote no", "broke ranks by abstaining"."""
    match pieces[here].key:
        case "in":
            return _alone_or_joined(pieces, here)
        case "to" if not between:
            return _only_one_to(pieces, here) or _breaking_away(pieces, here)
        case "by" if not between:
            return _by_doing(pieces, here)
        case _:
            return None


def _at_mark(
    pieces: Sequence[Chunk], place: int, here: int, between: list[str], known: dict[int, Sought]
) -> Sought | int | None:
    """Past a comma, a dash or a bracket to the subject."""
    key = pieces[here].key
    if key == "–" and here > 1 and pieces[here - 1].voters and pieces[here - 2].key == "–":
        return here - 1
    left_out = here > 1 and pieces[here - 2].key in {"besides", "from", "than", "for", "counting", "except", "aside"}
    hangs = _hangs(pieces[place]) or between[-1:] != ["all"]  # "Besides Russia, all voted in favour"
    each = between[-1:] and between[-1] in {"each", "both", "all"} and hangs
    if key == "," and each and here and pieces[here - 1].voters and not left_out:
        return Sought((here - 1,), ())  # "Britain and France, each casting a veto"
    if key == "," and here > 2 and is_named(pieces[here - 1]) and pieces[here - 2].key == ",":  # noqa: PLR2004 -- noun, comma, names
        apposed = pieces[here - 3].key in MEMBER_NOUNS | _PARTISANS
        if apposed:
            return Sought((here - 1,), tuple(reversed(between)))  # "both of Maine's Republicans, A and B, are ..."
    found = _past_insertion(pieces, here, between)
    if found is None and key == "," and here == place - 1 and _hangs(pieces[place]):
        return _of_main_verb(pieces, here, known)
    return found


_PARTISANS = words("republicans democrats republican democrat conservatives tories authors holdouts defectors rebels")
_PRONOUNS = words("it they he she both")
_OWN = words("country delegation government nation")
_HIS = words("his her its their")


def _of_pronoun(pieces: Sequence[Chunk], here: int, between: list[str]) -> Sought | None:
    """Reads "Washington did not have to veto, though it voted against": the one subject of the sentence so far."""
    many = pieces[here].key in {"they", "both"}
    opening = [
        number
        for number in range(here)
        if (voters := pieces[number].voters) and voters.members and not voters.count and opens_clause(pieces, number)
    ]
    told = pieces[here - 1].key in {"that", "said", "says"}
    if len(opening) != 1 or (told and "had" not in between):
        return None
    voters = pieces[opening[0]].voters
    if voters is None or (len(voters.members) > 1) != many:
        return None
    return Sought((opening[0],), tuple(reversed(between)), shared=True)


def _hangs(piece: Chunk) -> bool:
    return piece.phrase is not None and piece.phrase.form == "participle"


_BROKE = words("broke broken breaking parted parting split splitting disagreed differed departed diverged quarrelled")


def _of_main_verb(pieces: Sequence[Chunk], comma: int, known: dict[int, Sought]) -> Sought | None:
    """Reads "Angola kept away from both sides, abstaining": the participle hangs on the subject of the clause."""
    broke = _BROKE & {piece.key for piece in pieces[max(0, comma - 5) : comma]}  # "broke ranks with Britain, voting"
    beside = comma > 1 and pieces[comma - 2].key in {"was", "were", "by", "with"} and not broke
    if beside and is_named(pieces[comma - 1]):
        return Sought((comma - 1,), ())  # "among them was the United States, abstaining on its own draft"
    start = comma
    while start > 0 and pieces[start - 1].key not in {";", ":", "|", ".", "while", "whereas"}:
        start -= 1
        if pieces[start].phrase:
            return Sought(known[start].chunks, (), shared=True) if start in known else None
    opening = [number for number in range(start, comma) if pieces[number].voters and opens_clause(pieces, number)]
    if not opening or comma - opening[-1] > _LONG // 2:
        return None
    here = opening[-1]
    return Sought((here,), ()) if is_verb(pieces[here + 1].key) else None


def _only_one_to(pieces: Sequence[Chunk], here: int) -> Sought | None:
    """Reads "Israel was the only member of the Council to vote against", "Venezuela was the third to vote no"."""
    for place in range(here - 1, max(-1, here - 9), -1):
        key = pieces[place].key
        only = key in {"only", "sole", "lone"} or _only_count(pieces[place])
        if (only or key in _ORDINAL or _those(pieces[place])) and place > 1:
            end = place
            while end > 1 and pieces[end - 1].key in {"the", "also", "thus", "among", "both", "one", "of"}:
                end -= 1
            if not only and pieces[end - 1].key not in {"was", "were", "is", "are", "being", "became", "be"}:
                return None
            found = subject_of([*pieces[:end], pieces[here]], end, {})
            alone = only and not _of_some_group(pieces[place + 1 : here])
            return Sought(found.chunks, (), only=alone) if found else None
        if pieces[place].voters or pieces[place].phrase or key in {",", ";", ":"}:
            return None
    return None


_BREAKS = words(
    "broke broken breaking crossed crossing defied defying bucked bucking rebelled rebelling joined joining split"
)
_FROM_WHAT = words(
    "ranks with from their his her the party lines line whip aisle floor leader leaders leadership government "
    "democrats republicans democrat republican all every other fellow senate house colleagues conservatives "
    "labour tories prime minister president three ~ a own chamber and over late early on <b> <u> <t>"
)


def _breaking_away(pieces: Sequence[Chunk], here: int) -> Sought | None:
    """Reads "A and B broke with their party to oppose it", "C joined all Democrats to pass it"."""
    broke: int | None = None
    for place in range(here - 1, max(-1, here - _AWAY), -1):
        piece = pieces[place]
        if piece.key in _BREAKS:
            broke = place
        elif broke is not None and place < broke and (piece.voters or piece.key in _ASIDES | _AUXILIARY):
            found = subject_of([*pieces[:broke], pieces[here + 1]], broke, {})
            return Sought(found.chunks, found.between) if found else None
        elif piece.voters and piece.voters.members and pieces[place - 1].key in {"defied", "defying", "bucked"}:
            continue  # "defied Sir Keir Starmer to back it"
        elif piece.phrase or (piece.key not in _FROM_WHAT and not (piece.voters and not piece.voters.members)):
            return None
    return None


_ASIDES = frozenset((",", "–", ")"))
_AWAY = 14


def _of_some_group(between: Sequence[Chunk]) -> bool:
    """Reads "the only Arab member to", "the only one of the NATO allies to": alone in a group, not in the body."""
    keys = {word for piece in between for word in piece.key.split()}
    return bool(keys & _GROUPS) or any(piece.voters and piece.voters.group for piece in between)


_GROUPS = frozenset((*REGIONS, "<u>", "<d>", "<m>", "allies", "ally", "neighbour", "neighbor", "among"))
_GROUPS |= words("republican republicans democrat democrats democratic conservative conservatives labour tory tories")


def _only_count(piece: Chunk) -> bool:
    """Reads "the only one", "the sole two members"."""
    return bool(piece.voters and piece.voters.only and piece.voters.count and not piece.voters.members)


def _those(piece: Chunk) -> bool:
    """Reads "were the two to", "was one of the three members to"."""
    voters = piece.voters
    return piece.key in {"those", "ones"} or bool(
        voters and voters.count and not voters.members and not voters.rest and voters.noun != "votes"
    )


def _by_doing(pieces: Sequence[Chunk], here: int) -> Sought | None:
    """Reads "China broke ranks by abstaining"."""
    apart = (
        here > 1 and pieces[here - 1].key == "," and is_named(pieces[here - 2])
    )  # "France, by voting against, vetoed"
    for place in range(here - 1 - apart, max(-1, here - 6), -1):
        if pieces[place].voters and (place == 0 or pieces[place - 1].key in {",", ";", "and", "while", "but"}):
            return Sought((place,), ())
        if pieces[place].voters or pieces[place].phrase or pieces[place].key in {",", ";", ":", "<b>"}:
            return None
    return None


def _same_subject(pieces: Sequence[Chunk], here: int, between: list[str], known: dict[int, Sought]) -> Sought | None:
    """Reads "vetoed the draft and voted against": the subject of the choice before."""
    for place in range(here - 1, max(-1, here - _LONG), -1):
        if place in known and known[place].chunks:
            if _other_subject(pieces, place + 1, here):
                return None
            return Sought(known[place].chunks, tuple(reversed(between)), shared=True)
        if counts_nobody(pieces[place]) or (pieces[place].voters and place and pieces[place - 1].key in _JOINING):
            continue  # "Russia would have none of it and cast its veto"
        if pieces[place].voters and not (place and pieces[place - 1].key in {"by", "of", "on", "for", "with", "to"}):
            return _of_other_verb(pieces, place, here, between)
    return None


def _of_other_verb(pieces: Sequence[Chunk], place: int, here: int, between: list[str]) -> Sought | None:
    """Reads "China did not take sides and abstained": the subject of a verb that is no choice."""
    opens = opens_clause(pieces, place) and pieces[place - 1].key != "and"
    after = place + 1 + (place + 2 < here and pieces[place + 1].key == ",")
    verb = after < here and is_verb(pieces[after].key)
    return Sought((place,), tuple(reversed(between))) if opens and verb else None


def _other_subject(pieces: Sequence[Chunk], start: int, end: int) -> bool:
    return any(piece.voters or piece.key in {"while", "which", "who", "<b>", ";"} for piece in pieces[start:end])


def _past_insertion(pieces: Sequence[Chunk], here: int, between: list[str]) -> Sought | int | None:
    """Past what stands between two commas (or dashes, or brackets) after the subject."""
    if here and between and between[-1] in RELATIVE:
        return here - 1  # "China, which abstained"
    opening = {",": ",", "–": "–", ")": "("}[pieces[here].key]
    for place in range(here - 1, max(-1, here - _LONG), -1):
        key = pieces[place].key
        if key in {";", ":", "|"}:
            return None
        if key in RELATIVE and pieces[place - 1].voters and pieces[here].key == ",":
            return (
                None if clause_inside(pieces[place + 1 : here]) else place - 1
            )  # "Sen. X, R-Ohio, who was ill, did not"
        if key == opening and place and pieces[place - 1].voters:
            inside = pieces[place + 1 : here]
            if len(inside) > 1 and inside[0].key in {"and", "or", "but", "while"} and inside[1].voters:
                return place + 2  # "a loan for Athens, and Brazil's director, one of 24, abstained"
            if inside and inside[0].key not in {"while", "whereas", "but"} and not clause_inside(inside):
                return place - 1
            return None
    return None


def _alone_or_joined(pieces: Sequence[Chunk], here: int) -> Sought | None:
    """Reads "X was alone in voting no", "X was joined in voting no by Y", "X joined Y in abstaining"."""
    for place in range(here - 1, max(-1, here - 16), -1):
        key = pieces[place].key
        if key in {";", ":", "."}:
            return None
        if key in _ALONE:
            found = subject_of([*pieces[:place], pieces[here]], place, {})
            among = place + 1 < len(pieces) and pieces[place + 1].key == "among"
            only = key in {"alone", "sole", "only", "isolated"} and not among
            return Sought(found.chunks, found.between, only=only) if found else None
        if key in _JOINING or (key == "stood" and pieces[place + 1].key == "with"):
            return _joined(pieces, place, here)
    return None


def _and_one(between: Sequence[Chunk]) -> bool:
    """Reads "joined 31 Republicans and independent Ann Hale": who else was joined."""
    keys = [piece.key for piece in between]
    return keys[:1] == ["and"] and set(keys[1:]) <= {"independent", "fellow", "democratic", "republican"}


def _joined(pieces: Sequence[Chunk], place: int, here: int) -> Sought | None:
    left = subject_of([*pieces[:place], pieces[here]], place, {})
    right = [number for number in range(place + 1, here) if pieces[number].voters]
    right = right[: 1 + (len(right) > 1 and _and_one(pieces[right[0] + 1 : right[1]]))]
    later: list[int] = []
    if pieces[place - 1].key in _AUXILIARY or pieces[place + 1].key in {"by", "in"}:
        later = [
            n for n in range(here + 1, min(here + 12, len(pieces))) if pieces[n].voters and pieces[n - 1].key == "by"
        ]
    found = [*(left.chunks if left else ()), *right, *later[:1]]
    return Sought(tuple(found), left.between if left else ()) if found else None

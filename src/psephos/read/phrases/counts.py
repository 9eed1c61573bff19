# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Counted voters: "nine of the 15 members", with the noun, the group and the names that the count carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item
from psephos.read.atoms.nouns import ADJECTIVES, MEMBER_NOUNS, Count, Voters, key_at, words_at
from psephos.read.atoms.numerals import NOBODY
from psephos.read.phrases.lists import list_at

__all__ = [
    "REGIONS",
    "REST",
    "VAGUE",
    "VOTE_NOUNS",
    "counted_at",
    "noun_at",
    "of_size",
    "place_phrase",
    "with_included",
    "with_names",
]

_PARTIES = words(
    "republican republicans democrat democrats democratic gop conservative conservatives labour "
    "tory tories independents independent "
    "liberal liberals socialist socialists green greens"
)


VOTE_NOUNS = words("vote votes ballot ballots voice voices voix voto votos")


REST = words("other others remaining rest reste resto autres autre otros otras demas restantes restants opposite")


_SOME_OTHERS = words("otros otras autres")
"""Without an article they are some more, and not the rest: "otros cuatro países"."""


REGIONS = {
    "african": "african",
    "africa": "african",
    "arab": "arab",
    "asian": "asia_pacific",
    "asia": "asia_pacific",
    "western": "western",
    "european": "european",
    "latin": "latin_american_caribbean",
    "caribbean": "latin_american_caribbean",
    "eastern": "eastern_european",
    "permanent": "permanent",
    "elected": "elected",
    "veto": "permanent",
}


_NUMBERED = words(
    "resolution resolutions res paragraph paragraphs article articles chapter no decision rule section annex"
)


VAGUE = words("up moins about around nearly almost some over approximately least than unos casi pres environ")


def counted_at(found: Sequence[Item], place: int, front: frozenset[str]) -> Voters | None:
    """The counted phrase that begins here, after its front ("only", "nearly"): "ten members", "the other ten"."""
    before = _rest_before(found, place)
    here = before[0] if before else place
    item = found[here] if here < len(found) else None
    if item is not None and (single := _a_single(found, here)) is not None:
        return single
    if item is None or item.key != "<n>" or item.number is None or key_at(found, here - 1) in _NUMBERED:
        return None
    if _is_margin(found, place if before is None else here) or _is_pronoun(found, here) or _measures(found, here):
        return None
    either = words_at(found, here - 2, ("<n>", "or")) or words_at(found, here + 1, ("or", "<n>"))  # "two or three"
    one_of_two = (
        either or words_at(found, here - 2, ("<n>", "and")) or words_at(found, here + 1, ("and", "<n>"))
    )  # "141 and 140"
    count = Count(item.number, item.start, item.end, exact=not front & VAGUE and not one_of_two)
    some = key_at(found, place) in _SOME_OTHERS and key_at(found, place - 1) not in {"los", "las", "les"}
    rest = before is not None and not some
    if item.number == 1 and front & {"every", "each"}:
        return _every_one(found, here)
    return _after_count(found, here, replace_rest(Voters(place, here + 1, count=count), rest=rest))


def _measures(found: Sequence[Item], here: int) -> bool:
    """Reads "the one-page draft", "a 25-paragraph text": how long it is, and no figure."""
    return key_at(found, here + 1) == "~" and key_at(found, here + 2) in _LENGTHS


_LENGTHS = words("page paragraph point day week month year nation power hour minute man candidate strong part word")


def _is_pronoun(found: Sequence[Item], here: int) -> bool:
    """Reads "the Franco-Spanish one, which ...": a text, and no figure."""
    described = key_at(found, here - 1) in {"the", "<d>", "<u>", "this", "that", "only"}
    return (
        found[here].key == "<n>"
        and found[here].text == "one"
        and described
        and key_at(found, here + 1) in _PRONOUN_ENDS
    )


_PRONOUN_ENDS = frozenset(
    (",", "which", "that", "who", "was", "put", "written", "drafted", "submitted", "tabled", "cast")
)
_SINGLE = words("single lone sole solitary")
_ONE_VOTE = words("abstention dissenter dissent abstainer")


def _a_single(found: Sequence[Item], here: int) -> Voters | None:
    """Reads "a single abstention", "an abstention by Portugal": one, said without a figure."""
    alone = found[here].key in _SINGLE
    noun = key_at(found, here + alone)
    article = key_at(found, here - 1) in {"a", "an"}
    if not (alone or article) or not (noun in _ONE_VOTE or (alone and article and noun in MEMBER_NOUNS)):
        return None
    count = Count(1, found[here - article].start, found[here].end)
    voters = Voters(here, here + alone, count=count, noun="members" if noun in MEMBER_NOUNS else "")
    return with_names(found, replace(voters, last=here + 1 + alone)) if noun in MEMBER_NOUNS else voters


def _every_one(found: Sequence[Item], here: int) -> Voters | None:
    """Reads "every one of the 15 members": all of them, and not one."""
    size, last = of_size(found, here + 1)
    if size is None:
        return None
    return Voters(here, last, count=Count(size, found[here].start, found[last - 1].end), noun="members")


def _is_margin(found: Sequence[Item], place: int) -> bool:
    """Reads "by a majority of 149": by how many, and no figure of either side; "a majority of 12 to 3" is a pair."""
    if key_at(found, place - 1) != "of" or key_at(found, place - 2) not in {"majority", "margin", "lead", "plurality"}:
        return False
    votes = key_at(found, place + 1) in VOTE_NOUNS
    after, second = key_at(found, place + 1 + votes), key_at(found, place + 2 + votes)
    pair = after in {"to", "against", "contre", "contra", "a"} and (second == "<n>" or second in NOBODY)
    return not pair and not (votes and after in {"in", "for"})


def replace_rest(voters: Voters, *, rest: bool) -> Voters:
    """The phrase as a remainder."""
    return replace(voters, rest=voters.rest or rest)


def _rest_before(found: Sequence[Item], place: int) -> tuple[int] | None:
    """The "other" of "the other ten"."""
    here = place
    while key_at(found, here) in REST | {"council", "permanent"}:
        here += 1
    return (here,) if here > place and key_at(found, here) == "<n>" else None


def _after_count(found: Sequence[Item], number: int, voters: Voters) -> Voters:
    """The rest of a counted phrase: of how many, which noun, which group, which names."""
    here = number + 1
    size, here = of_size(found, here)
    noun, group, rest, here = noun_at(found, here)
    if (
        not noun
        and key_at(found, here) == "<b>"
        and key_at(found, here - 1) not in {"of", "~"}
        and found[here].bodies[0].short is False
    ):
        noun, here = "members", here + 1
    if size is None:
        size, here = of_size(found, here)
    group = group or _group_of(found, number + 1, here)  # "four of the five permanent members"
    group, here = _from_group(found, here, group)
    if not group and words_at(found, number + 1, ("of", "them")):
        group = "part:them"  # some of those just spoken of
    here = _of_population(found, place_phrase(found, here))
    voters = replace(voters, last=here, noun=noun, group=group, rest=voters.rest or rest, size=size, first=voters.first)
    return with_names(found, voters)


def _group_of(found: Sequence[Item], first: int, last: int) -> str:
    keys = [item.key for item in found[first:last]]
    if "of" not in keys:
        return ""
    return next((REGIONS[key] for key in keys[keys.index("of") :] if key in REGIONS), "")


def of_size(found: Sequence[Item], place: int) -> tuple[int | None, int]:
    """Reads "of the 15 members", "of its 15", "of the Council's 15 members", "out of 15"."""
    here = place
    if key_at(found, here) == "out":
        here += 1
    if key_at(found, here) not in {"of", "des", "de", "sur"}:
        return None, place
    here += 1
    while key_at(found, here) in {"the", "its", "'s", "<b>", "all", "council", "los", "ses", "sus", "les"}:
        here += 1
    if key_at(found, here) == "<n>":
        size, here = found[here].number, here + 1
        if key_at(found, here) == "~":
            return None, place
        while key_at(found, here) in MEMBER_NOUNS | ADJECTIVES - {"of", "the"}:
            here += 1
        return size, place_phrase(found, here)
    if key_at(found, here) in MEMBER_NOUNS:
        return None, here + 1
    return None, place_phrase(found, place)


def noun_at(found: Sequence[Item], place: int) -> tuple[str, str, bool, int]:
    """What is counted (members or votes), of which group, whether they are the rest, and where the noun ends."""
    here, group, rest, noun = place, "", False, ""
    while (key := key_at(found, here)) and (
        key in ADJECTIVES
        or key in REGIONS
        or key in _PARTIES
        or key in MEMBER_NOUNS
        or key in VOTE_NOUNS
        or key in {"<d>", "<b>", "<u>"}
    ):
        if key == "of" or (key == "the" and key_at(found, here - 1) != "of"):
            break
        if key == "voting" and key_at(found, here + 1) == "present":
            break  # "with one member voting present"
        if key in {"<d>", "<u>", "<b>"} and not (
            key_at(found, here + 1) in MEMBER_NOUNS | {"member"} or key_at(found, here + 1) == "'s"
        ):
            break
        rest = rest or key in REST
        if key in REGIONS and key_at(found, here + 1) not in VOTE_NOUNS:
            group = group or REGIONS[key]
        group = f"party:{key}" if key in _PARTIES else group
        if key == "<u>":
            group = group or f"named:{found[here].text}"
        noun = "votes" if key in VOTE_NOUNS else noun
        noun = "members" if key in MEMBER_NOUNS | _PARTIES or key in REST else noun
        here += 1
        if key in VOTE_NOUNS:
            break
    while here > place and found[here - 1].key in {"~", "of", "the", "'s"}:
        here -= 1
    here += noun == "members" and _sit_there(found, here)
    if _non_permanent(found, place, here):
        group = "elected"
    return noun, group, rest, here


def _sit_there(found: Sequence[Item], here: int) -> bool:
    """Reads "three Labour MPs": those who sit in a body, and not the body."""
    return key_at(found, here) == "<b>" and found[here].text.casefold() in _SITTING


_SITTING = words("mps mp meps mep")


def _non_permanent(found: Sequence[Item], place: int, here: int) -> bool:
    keys = [item.key for item in found[place:here]]
    return "permanent" in keys and "non" in keys


def _from_group(found: Sequence[Item], place: int, group: str) -> tuple[str, int]:
    """Reads "members from Africa"."""
    if key_at(found, place) == "from" and key_at(found, place + 1) in {"<u>", "the", "africa", "asia", "europe"}:
        name = found[place + 1].text.casefold()
        if name in REGIONS:
            return REGIONS[name], place + 2
    return group, place


def place_phrase(found: Sequence[Item], place: int) -> int:
    """Past "of the Council", "on the 15-member Council", "in the assembly"."""
    here = place
    if key_at(found, here) not in {"of", "on", "in", "from", "at", "du", "del"}:
        return place
    here += 1
    if key_at(found, here) == "the" and key_at(found, here + 1) in {"east", "west", "north", "south", "region"}:
        return here + 2
    while key_at(found, here) in {"the", "its", "'s", "<n>", "~", "member", "nation", "strong", "national"}:
        here += 1
    return here + 1 if key_at(found, here) in {"<b>", "body", "bloc", "union", "council"} else place


def with_names(found: Sequence[Item], voters: Voters) -> Voters:
    """The names that a count carries along: in brackets, after a colon or dash, between commas, after "including"."""
    here, number = voters.last, voters.count.number if voters.count else 0
    here += key_at(found, here) in {"seulement", "solamente"} and key_at(found, here + 1) == "("
    key = key_at(found, here)
    if key == "(":
        inner = list_at(found, here + 1)
        if inner and key_at(found, inner.last) == ")" and inner.members:
            return replace(voters, members=inner.members, last=inner.last + 1, partial=len(inner.members) < number)
        return _past_brackets(found, voters)
    if key in {":", "–"}:
        inner = list_at(found, here + 1)
        if inner and len(inner.members) == number:
            last = inner.last + (key == "–" and key_at(found, inner.last) == "–")
            return replace(voters, members=inner.members, last=last)
        return voters
    return with_included(found, _named_between_commas(found, voters))


def _of_population(found: Sequence[Item], place: int) -> int:
    """Past "representing 66.07% of the bloc's population"."""
    comma = key_at(found, place) == ","
    here = place + comma
    if key_at(found, here) not in {"representing", "accounting", "comprising", "totalling", "with"}:
        return place
    for last in range(here + 1, min(here + _BRACKET // 2, len(found))):
        if found[last].key in {"population", "people", "citizens", "inhabitants", "electorate"}:
            return last + 1 + (comma and key_at(found, last + 1) == ",")
        if found[last].key in {",", ";", ".", "<m>"} | _CHOICES:
            return place
    return place


_BRACKET = 30


_CHOICES = words("voted abstained abstaining vetoed against favour favor opposed opposing")


def _past_brackets(found: Sequence[Item], voters: Voters) -> Voters:
    """Past a remark in brackets ("25 (most of them Arab, together with Cuba) did not"), with the names it gives."""
    close = next((n for n in range(voters.last, min(voters.last + _BRACKET, len(found))) if found[n].key == ")"), None)
    if close is None or {item.key for item in found[voters.last : close]} & _CHOICES:
        return voters
    for here in range(voters.last + 1, close):
        if found[here].key in {"with", "including", "incl", "besides"}:
            inner = list_at(found, here + 1)
            if inner is not None and inner.last == close:
                return replace(voters, members=inner.members, partial=True, last=close + 1)
    return replace(voters, last=close + 1)


def _named_between_commas(found: Sequence[Item], voters: Voters) -> Voters:
    if key_at(found, voters.last) != "," or not voters.count or voters.noun == "votes":
        return voters
    here = voters.last + 1
    while key_at(found, here) in {"namely", "viz", "by", "from", "that", "those", "of"}:
        here += 1
    inner = list_at(found, here)
    if inner is None or len(inner.members) != voters.count.number:
        return voters
    closes = key_at(found, inner.last) == ","
    return replace(voters, members=inner.members, last=inner.last + closes) if closes or voters.noun else voters


_INCLUDING = (
    ("including", "those", "of"),
    ("including", "the", "votes", "of"),
    ("including", "that", "of"),
    ("including",),
    ("among", "them"),
    ("such", "as"),
    ("incl",),
    ("incl", "."),
    ("among", "others"),
    ("for", "example"),
    ("in", "their", "number"),
    ("notably",),
    ("dont",),
    ("entre", "ellos"),
    ("among", "which"),
    ("with", "among", "them"),
    ("incluidos", "aliados", "como"),
    ("dont", "des", "allies", "comme"),
    ("incluidos",),
    ("incluidas",),
    ("incluyendo",),
    ("y", "compris"),
    ("led", "by"),
    ("like",),
)


def with_included(found: Sequence[Item], voters: Voters) -> Voters:
    """The phrase with some of those counted: "nine members, including China"."""
    here = voters.last + (key_at(found, voters.last) == ",")
    if key_at(found, here) in {"not", "without"}:
        return voters  # "not including the UAE"
    for phrase in _INCLUDING:
        if words_at(found, here, phrase):
            inner = list_at(found, here + len(phrase))
            if inner is None:
                return voters
            last = inner.last + (key_at(found, inner.last) == "," and here > voters.last)
            return replace(voters, members=(*voters.members, *inner.members), partial=True, last=last)
    return voters

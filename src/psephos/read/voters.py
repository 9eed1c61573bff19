# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Who: noun phrases that name voters, as lists, counts, remainders or groups.

China, Russia and the United States        a list
nine of the 15 members                     a count
two nations (China and Russia)             a count with its list
the other ten                              a remainder: it closes the classes
the three African countries                a group
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from psephos.read.lexical import words
from psephos.read.lists import ADJECTIVES, MEMBER_NOUNS, REACH, Count, Voters, key_at, list_at, words_at
from psephos.read.mentions import Item
from psephos.read.numerals import NOBODY

__all__ = ["voters_at"]

_PARTIES = words(
    "republican republicans democrat democrats democratic gop conservative conservatives labour "
    "tory tories independents independent "
    "liberal liberals socialist socialists green greens"
)
_VOTE_NOUNS = words("vote votes ballot ballots voice voices voix voto votos")
_REST = words("other others remaining rest autres autre otros otras demas restantes restants opposite")
_REGIONS = {
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
_FRONT = words(
    "only just all the a an total of another some both its every as well fellow besides even "
    "also les la le los las el tous todos "
    "solo seuls seul seule solamente along together whopping mere full combined grand"
)
_NUMBERED = words("resolution resolutions res paragraph paragraphs article articles chapter no decision rule section annex")
_VAGUE = words("about around nearly almost some over approximately least than unos casi pres environ")


def voters_at(found: Sequence[Item], place: int) -> Voters | None:
    """The phrase about voters that begins at this item, as long as it goes.

    Examples:
        >>> from psephos.read.mentions import items, lexicon
        >>> text = "two nations (China and Togo) voted"
        >>> phrase = voters_at(items(text, 0, len(text), lexicon(), published=None, on=None), 0)
        >>> phrase.count.number, [member.codes[0] for member in phrase.members]
        (2, ['CHN', 'TGO'])
    """
    start, front = _front(found, place)
    core = _same_number(found, place) or _counted(found, start, front) or _remainder(found, start, front) or _nobody(found, place)
    core = core or list_at(found, start) or _described(found, start)
    if core is None or not (_can_begin(found, place) or core.last > place + 2 and found[place].key == "an"):
        return None
    return replace(
        core, first=place, only=core.only or bool(front & {"only", "just", "solo", "seuls", "seul", "solamente"})
    )


def _can_begin(found: Sequence[Item], place: int) -> bool:
    return found[place].key not in {"a", "an"} or key_at(found, place + 1) in {
        "total",
        "full",
        "whopping",
        "mere",
        "single",
        "lone",
        "combined",
        "grand",
    }


def _front(found: Sequence[Item], place: int) -> tuple[int, frozenset[str]]:
    words: set[str] = set()
    here = place
    while key_at(found, here) in _FRONT | _VAGUE or (
        key_at(found, here) == "at" and key_at(found, here + 1) == "least"
    ):
        words.add(found[here].key)
        here += 1
    if key_at(found, here) == "<b>" and key_at(found, here + 1) == "'s":  # the Council's three African members
        return _front(found, here + 2)
    return here, frozenset(words)


# --- counts ---------------------------------------------------------------------------------------------------------


def _counted(found: Sequence[Item], place: int, front: frozenset[str]) -> Voters | None:
    before = _rest_before(found, place)
    here = before[0] if before else place
    item = found[here] if here < len(found) else None
    if item is None or item.key != "<n>" or item.number is None or key_at(found, here - 1) in _NUMBERED:
        return None
    count = Count(item.number, item.start, item.end, exact=not front & _VAGUE)
    return _after_count(found, here, replace_rest(Voters(place, here + 1, count=count), rest=bool(before)))


def replace_rest(voters: Voters, *, rest: bool) -> Voters:
    """The phrase as a remainder."""
    return replace(voters, rest=voters.rest or rest)


def _rest_before(found: Sequence[Item], place: int) -> tuple[int] | None:
    """The "other" of "the other ten"."""
    here = place
    while key_at(found, here) in _REST | {"council", "permanent"}:
        here += 1
    return (here,) if here > place and key_at(found, here) == "<n>" else None


def _after_count(found: Sequence[Item], number: int, voters: Voters) -> Voters:
    """The rest of a counted phrase: of how many, which noun, which group, which names."""
    here = number + 1
    size, here = _of_size(found, here)
    noun, group, rest, here = _noun(found, here)
    if (
        not noun
        and key_at(found, here) == "<b>"
        and key_at(found, here - 1) not in {"of", "~"}
        and found[here].bodies[0].short is False
    ):
        noun, here = "members", here + 1
    if size is None:
        size, here = _of_size(found, here)
    group, here = _from_group(found, here, group)
    here = _place_phrase(found, here)
    voters = replace(voters, last=here, noun=noun, group=group, rest=voters.rest or rest, size=size, first=voters.first)
    return _with_names(found, voters)


def _of_size(found: Sequence[Item], place: int) -> tuple[int | None, int]:
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
        return size, _place_phrase(found, here)
    if key_at(found, here) in MEMBER_NOUNS:
        return None, here + 1
    return None, _place_phrase(found, place)


def _noun(found: Sequence[Item], place: int) -> tuple[str, str, bool, int]:
    here, group, rest, noun = place, "", False, ""
    while (key := key_at(found, here)) and (
        key in ADJECTIVES
        or key in _REGIONS
        or key in _PARTIES
        or key in MEMBER_NOUNS
        or key in _VOTE_NOUNS
        or key in {"<d>", "<b>", "<u>"}
    ):
        if key == "of" or (key == "the" and key_at(found, here - 1) != "of"):
            break
        if key in {"<d>", "<u>", "<b>"} and not (
            key_at(found, here + 1) in MEMBER_NOUNS | {"member"} or key_at(found, here + 1) == "'s"
        ):
            break
        rest = rest or key in _REST
        if key in _REGIONS and key_at(found, here + 1) not in _VOTE_NOUNS:
            group = group or _REGIONS[key]
        group = f"party:{key}" if key in _PARTIES else group
        if key == "<u>":
            group = group or f"named:{found[here].text}"
        noun = "votes" if key in _VOTE_NOUNS else noun
        noun = "members" if key in MEMBER_NOUNS | _PARTIES or key in _REST else noun
        here += 1
        if key in _VOTE_NOUNS:
            break
    while here > place and found[here - 1].key in {"~", "of", "the", "'s"}:
        here -= 1
    if _non_permanent(found, place, here):
        group = "elected"
    return noun, group, rest, here


def _non_permanent(found: Sequence[Item], place: int, here: int) -> bool:
    keys = [item.key for item in found[place:here]]
    return "permanent" in keys and "non" in keys


def _from_group(found: Sequence[Item], place: int, group: str) -> tuple[str, int]:
    """Reads "members from Africa"."""
    if key_at(found, place) == "from" and key_at(found, place + 1) in {"<u>", "the", "africa", "asia", "europe"}:
        name = found[place + 1].text.casefold()
        if name in _REGIONS:
            return _REGIONS[name], place + 2
    return group, place


def _place_phrase(found: Sequence[Item], place: int) -> int:
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


def _with_names(found: Sequence[Item], voters: Voters) -> Voters:
    """The names that a count carries along: in brackets, after a colon or dash, between commas, after "including"."""
    here, number = voters.last, voters.count.number if voters.count else 0
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
    return _including(found, _named_between_commas(found, voters))


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
    inner = list_at(found, voters.last + 1 + (key_at(found, voters.last + 1) in {"namely", "viz"}))
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
    ("incluidos",),
    ("incluidas",),
    ("incluyendo",),
    ("y", "compris"),
    ("led", "by"),
    ("like",),
)


def _including(found: Sequence[Item], voters: Voters) -> Voters:
    here = voters.last + (key_at(found, voters.last) == ",")
    for phrase in _INCLUDING:
        if words_at(found, here, phrase):
            inner = list_at(found, here + len(phrase))
            if inner is None:
                return voters
            last = inner.last + (key_at(found, inner.last) == "," and here > voters.last)
            return replace(voters, members=(*voters.members, *inner.members), partial=True, last=last)
    return voters


_SAME_NUMBER = (("the", "same", "number"), ("an", "equal", "number"), ("as", "many"), ("the", "same", "again"))


def _same_number(found: Sequence[Item], place: int) -> Voters | None:
    """Reads "nine voted for it, and the same number abstained": the figure just given, again."""
    if found[place].key not in {"the", "an", "as"}:
        return None
    words = next((words for words in _SAME_NUMBER if words_at(found, place, words)), None)
    before = [item.number for item in found[:place] if item.key == "<n>" and item.number is not None]
    if words is None or not before:
        return None
    here = place + len(words)
    here += key_at(found, here) == "of"
    noun, _, _, here = _noun(found, here)
    if words == ("as", "many") and (key_at(found, here) == "as" or noun == "votes"):
        return None
    count = Count(before[-1], found[place].start, found[here - 1].end)
    return _with_names(found, Voters(place, here, count=count, noun=noun or "members"))


# --- remainders, nobody, groups ---------------------------------------------------------------------------------------


def _remainder(found: Sequence[Item], place: int, front: frozenset[str]) -> Voters | None:
    """Reads "the others", "all other members", "the rest of the Council", "everyone else"."""
    here = place
    if key_at(found, here) in {"everyone", "everybody"} and key_at(found, here + 1) == "else":
        return _including(found, Voters(place, here + 2, rest=True))
    if key_at(found, here) in _REST and front & {"the", "all", "les", "los", "las", "tous", "todos", "every"}:
        here += 1
        noun, group, _, here = _noun(found, here)
        here = _place_phrase(found, here)
        bare = found[place].key in {"others", "rest", "autres", "demas"}
        if not (bare or noun == "members"):
            return None
        return _including(found, Voters(place, here, noun=noun, rest=True, group=group))
    return None


def _nobody(found: Sequence[Item], place: int) -> Voters | None:
    """Reads "none", "no member", "nobody else": a count of zero, or the closing of a class."""
    key, after = key_at(found, place), key_at(found, place + 1)
    if key == "not" and (
        (after == "<n>" and found[place + 1].number == 1) or (after, key_at(found, place + 2)) == ("a", "single")
    ):
        _, group, _, last = _noun(found, place + 2 + (after == "a"))
        count = Count(0, found[place].start, found[last - 1].end)
        return Voters(place, _place_phrase(found, last), count=count, noun="members", group=group)
    if key == "no" and after == "<n>" and found[place + 1].number == 1:  # "no one", "no one else"
        here = place + 2 + (key_at(found, place + 2) == "else")
        nobody = Count(0, found[place].start, found[place + 1].end, exact=here == place + 2)
        return Voters(place, _place_phrase(found, here), count=nobody, noun="members", only=here > place + 2)
    if key == "no" and after in {"abstentions", "abstention", "abstainers", "noes", "nays", "opponents", "against"}:
        return Voters(place, place + 1, count=Count(0, found[place].start, found[place].end))
    if key in {"nobody", "none"} or (
        key == "no"
        and after
        in {
            "one",
            "other",
            "member",
            "members",
            "country",
            "countries",
            "state",
            "nation",
            "delegation",
            "votes",
            "vote",
            "senator",
            "council",
            "<b>",
            "delegate",
            "government",
            "permanent",
            "ambassador",
            "democrat",
            "republican",
        }
    ):
        here = place + 1 + (key == "no")
        other = after == "other" or key_at(found, here) in {"else", "other"}
        if key_at(found, here) == "else":
            here += 1
        noun, _, _, last = _noun(found, here)
        noun = "votes" if after in _VOTE_NOUNS else noun
        last = _relative(found, _place_phrase(found, last))
        return Voters(
            place,
            last,
            count=Count(0, found[place].start, found[place].end, exact=not other),
            noun=noun or "members",
            only=other,
        )
    if key in NOBODY - {"none", "nobody"} or key == "none":
        return Voters(place, place + 1, count=Count(0, found[place].start, found[place].end))
    return None


def _relative(found: Sequence[Item], place: int) -> int:
    """Past a short clause between commas: ", which has 15 members,"."""
    if key_at(found, place) == "," and key_at(found, place + 1) in {"which", "who"}:
        for here in range(place + 2, min(place + 9, len(found))):
            if found[here].key == ",":
                return here + 1
    return place


def _described(found: Sequence[Item], place: int) -> Voters | None:
    """Reads "permanent members China and Russia", "African countries"."""
    here = place
    while key_at(found, here) in ADJECTIVES | set(_REGIONS) | {"<d>", "<u>"} and here < place + REACH:
        here += 1
    if here == place and key_at(found, here) not in MEMBER_NOUNS:
        return None
    if key_at(found, here) in MEMBER_NOUNS - {"them"}:
        inner = list_at(found, here + 1)
        if inner:
            return replace(inner, first=place)
        regions = [_REGIONS[item.key] for item in found[place:here] if item.key in _REGIONS]
        if regions:
            return Voters(place, _place_phrase(found, here + 1), noun="members", group=regions[0])
    return None

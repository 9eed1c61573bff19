# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Persons as voters, in a parliament or a board: names after a title, with party and state, known by their surname."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from psephos.body.names import fold
from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item, Member

__all__ = ["with_persons"]

_TITLES = words(
    "sen sens rep reps senator senators representative representatives speaker republican "
    "republicans democrat democrats mr mrs ms dr sir dame lord lady leader mp governor gov "
    "president chairman chair vice majority minority whip prime ministers minister secretary secretaries chancellor "
    "former ex congressman congresswoman congressmen congresswomen delegate delegates attorney general backbencher "
    "backbenchers leaders mps mep meps"
)
_PARTIES = words(
    "republican republicans democrat democrats conservative conservatives labour tory tories liberal liberals green "
    "greens socialist socialists independent independents unionist unionists"
)
"""A party in the singular or the plural is no person; the grammar reads what is said of it."""
_PARTICLES = words("van von de del della der den di du da dos la le ten ter st")
"""Before the last name these belong to it: "Jeff Van Drew" is Van Drew."""
_DOUBLE = frozenset(
    tuple(name.split())
    for name in (
        "blunt rochester",
        "bonham carter",
        "cortez masto",
        "duncan smith",
        "herrera beutler",
        "jackson lee",
        "leger fernandez",
        "mcmorris rodgers",
        "wasserman schultz",
        "watson coleman",
    )
)
"""Surnames of two words that nothing in a text tells from a middle name and a surname."""
_SCOTTISH = re.compile(r"(?:Mc|Mac|De|Le|La|Van|O[’'])[A-Z][a-z]+")
_OF_OFFICE = words("the of and a an <u> <b> <d> city san senior junior")
_STATES_SHORT = frozenset(
    ("Miss", "Ore", "Wash", "Mass", "Ill", "Me", "Ind", "Cal", "Kan", "La", "Pa", "Va", "Ala", "Del")
)
_SPANISH = words(
    "garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez jimenez ruiz hernandez alvarez"
)
"""Spanish surnames that another one often follows: "Iratxe García Pérez" is García Pérez."""
_BRACKET = 6
_SUFFIXES = words("jr sr ii iii iv")
_INITIALS = 4
_OPENERS = words(
    "after but when only if while although though even both neither either as so then yet still also just like unlike "
    "because since before until among besides despite not all some most many several few no every each here there what "
    "who how why which whose on in at by for from to of with without the a an this that these those and or he she it "
    "they we you i under over once meanwhile later earlier yes nay yea nays yeas voting absent present chair bill "
    "lords question"
)
_THINGS = words("bill act budget question motion amendment clause speaker snp dup epp")
_JUDGES = words("justice judge justices judges chief")
_NO_PERSON = words(
    "senate house congress white oval capitol gop commons parliament fed federal reserve board committee "
    "court council assembly caucus party act office department commission treasury committee third second first "
    "budget brexit"
)


def with_persons(
    found: Sequence[Item], known: frozenset[str] = frozenset(), seated: frozenset[str] = frozenset()
) -> list[Item]:
    """The items with persons as members, each by surname; states are no voters here.

    Args:
        found: the items of a sentence.
        known: surnames that the text gives elsewhere, so that a sentence may begin with one.
        seated: those of them who sit in a body, as a title, a party or a state says: their role is "person", that of
            others "somebody".

    Examples:
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "Only Sen. Lisa Murkowski, R-Alaska, voted no."
        >>> found = with_persons(items(text, 0, len(text), lexicon(), published=None, on=None))
        >>> [item.member.codes for item in found if item.member]
        [('Murkowski',)]
    """
    plain = [_plain(item, known) for item in found]
    out: list[Item] = []
    here = 0
    while here < len(plain):
        person, taken = _person(plain, here)
        if person is not None and person.member is not None:
            after = _past_details(plain, here + taken)
            detailed = after > here + taken and not (
                _key(plain, here + taken) == "of" and not _of_state(plain, here + taken)
            )
            sits = detailed or _sits_by_title(plain, here, here + taken) or person.text in seated
            role = "person" if sits else "somebody"
            out.append(replace(person, member=replace(person.member, role=role)))
            here = after
        else:
            out.append(plain[here])
            here += 1
    return out


def _of_state(found: Sequence[Item], place: int) -> bool:
    """Reads "of Maine", "of West Virginia": a member's state, and no "of Commerce"."""
    return place + 1 < len(found) and found[place + 1].text.casefold().split()[0] in _AMERICAN


_AMERICAN = words(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho "
    "illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota "
    "mississippi missouri montana nebraska nevada new north ohio oklahoma oregon pennsylvania rhode south "
    "tennessee texas utah vermont virginia washington west wisconsin wyoming"
)
"""The first words of the states that American legislators come from."""


def _sits_by_title(found: Sequence[Item], start: int, end: int) -> bool:
    """Does a title say that somebody sits in a parliament ("Sen.", "Conservative MP")?"""
    return any(item.text.casefold() in _SEATED for item in found[max(0, start - 1) : end])


_SEATED = words(
    "sen sens rep reps senator senators representative representatives congressman congresswoman congressmen "
    "republican republicans democrat democrats democratic mp mps mep meps backbencher backbenchers conservative labour "
    "tory independent lawmaker lawmakers member members"
)


def _plain(item: Item, known: frozenset[str]) -> Item:
    """No state votes here, a party is a word like others, and a surname is one at the head of a sentence too."""
    if item.text.casefold() in _PARTIES and item.text not in known:
        return replace(item, key=item.text.casefold()) if item.key == "<u>" else item
    if item.key.isalpha() and (item.text in known or _SCOTTISH.fullmatch(item.text)):
        return replace(item, key="<u>")
    return replace(item, key="<u>", member=None) if item.member else item


def _surname(names: Sequence[Item]) -> Sequence[Item]:
    """The last name, with what belongs to it ("Van Drew", "Duncan Smith")."""
    first = len(names) - 1
    while first > 0 and names[first - 1].text.casefold() in _PARTICLES:
        first -= 1
    if first and tuple(item.text.casefold() for item in names[first - 1 :]) in _DOUBLE:
        first -= 1
    if first == len(names) - 1 > 1 and fold(names[first - 1].text) in _SPANISH:
        first -= 1
    return names[first:]


def _person(found: Sequence[Item], here: int) -> tuple[Item | None, int]:
    start = here
    titled = False
    while _title(found, here) or (titled and _key(found, here) == "."):
        titled, here = True, here + 1
    names: list[Item] = []
    first = _opens_name(found, here)
    while here < len(found) and (
        _is_name(found[here], titled=titled or first or bool(names))
        or ((titled or names or first) and _is_may(found[here]))
    ):
        names.append(found[here])
        here += 1
        while _key(found, here) == "~" and _key(found, here + 1) == "<u>" and here + 1 < len(found):  # Ocasio-Cortez
            both = f"{names[-1].text}-{found[here + 1].text}"
            names[-1] = replace(names[-1], end=found[here + 1].end, text=both)
            here += 2
        if _key(found, here) == "." and len(names[-1].text) <= 2:  # noqa: PLR2004 -- the figure says what it is
            here += 1
        while (particles := _particles_at(found, here)) > here:  # "Ursula von der Leyen"
            names.extend(found[here:particles])
            here = particles
    office = here
    while names and (_title(found, office) or _key(found, office) == "<b>"):  # "Justice Secretary Shabana Mahmood"
        office += 1
    if office > here and _key(found, office) == "<u>" and all(name.key == "<u>" for name in names):
        while _key(found, here) == "<b>":  # "Kansas City Fed President Jeffrey Schmid"
            here += 1
        person, taken = _person(found, here)
        return person, taken + here - start
    surnames = [item for item in names if item.text.casefold() not in _SUFFIXES and len(item.text.rstrip(".")) > 1]
    if (
        not surnames
        or not (titled or first or names[0].key == "<u>")
        or {name.text.casefold() for name in names} & _NO_PERSON
        or names[0].text.casefold() in _JUDGES
        or (len(names) == 1 and not titled and names[0].text.casefold() in _THINGS)
        or (_is_acronym(surnames[-1]) and not titled and not (names[1:] and _is_acronym(names[0])))
    ):
        return None, 0
    printed = " ".join(item.text for item in _surname(surnames))
    return replace(
        names[0], end=names[-1].end, key="<m>", member=Member((printed,), "person"), text=printed
    ), here - start


def _is_acronym(item: Item) -> bool:
    """Is it the short name of a party or a body ("EPP"), and no surname?"""
    return len(item.text) > 1 and item.text.isupper()


def _particles_at(found: Sequence[Item], here: int) -> int:
    """Past small particles in the middle of a name, if a name goes on after them."""
    last = here
    while last < len(found) and found[last].text in _PARTICLES and found[last].text.islower():
        last += 1
    return last if last > here and _key(found, last) == "<u>" else here


def _opens_name(found: Sequence[Item], here: int) -> bool:
    """Is the first word of a sentence or a list a given name: capitalised, no word of the language, a name after it?"""
    if here >= len(found) or not (here == 0 or found[here - 1].key in {":", "|", ".", "–"}):
        return False
    item, after = found[here], here + 1
    while after < len(found) and (found[after].key == "." or len(found[after].key) == 1) and after < here + _INITIALS:
        after += 1
    given = item.key.isalpha() and item.text[:1].isupper() and item.text[1:].islower() and item.key not in _OPENERS
    return given and (_key(found, after) == "<u>" or (after < len(found) and _is_may(found[after])))


def _is_may(item: Item) -> bool:
    """A month, and a surname after a given name or a title: "Theresa May"."""
    return item.key == "<t>" and item.text == "May"


def _title(found: Sequence[Item], here: int) -> bool:
    """Is it a title, in whatever way it is written?"""
    return here < len(found) and (found[here].key in _TITLES or found[here].text.casefold() in _TITLES)


def _is_name(item: Item, *, titled: bool) -> bool:
    if item.key == "<u>":
        return True
    return (
        titled
        and item.text[:1].isupper()
        and item.text.replace(".", "").isalpha()
        and item.key not in _TITLES | {"<b>"}
    )


def _past_details(found: Sequence[Item], here: int) -> int:
    """Past ", R-Alaska," and "(D-Ohio)" and "of Kentucky"."""
    if (state := _state_in_brackets(found, here)) is not None:
        return state
    if _key(found, here) == "of" and _key(found, here + 1) == "<u>":
        here += 2
        while _key(found, here) == "<u>":
            here += 1
        return here
    if (past := _past_apposition(found, here)) is not None:
        return past
    office = here + 1
    while _title(found, office) or _key(found, office) in _OF_OFFICE:
        office += 1
    titled = here + 1 + (_key(found, here + 1) in {"the", "a", "an"})
    titled += _key(found, titled) == "<u>" and _title(found, titled + 1)  # "the Maine Republican"
    own = _title(found, titled) or (_key(found, titled) == "of" and _key(found, titled + 1) == "the")
    if _key(found, here) == "," and own and _key(found, office) in {",", ";", "."}:
        return office + (_key(found, office) == "," and _key(found, office + 1) not in {"<u>", "and"})
    if (
        _key(found, here) in {",", "("}
        and here + 2 < len(found)
        and found[here + 1].text in {"R", "D", "I"}
        and found[here + 2].key in {"~", "–"}
    ):
        end = here + 3
        while end < len(found) and found[end].key not in {",", ")"} and end < here + 7:
            end += 1
        comma_list = (
            found[here].key == "," and _key(found, end) == "," and _key(found, end + 1) in {"and", "<u>", "sen", "rep"}
        )
        return end if comma_list else end + 1
    return here


_SAYING = words(
    "voted vote votes opposed supported backed abstained joined was were did only lone sole one broke crossed being"
)
_APPOSED = words("lawmaker moderate centrist veteran author sponsor member freshman colleague conservative progressive")


def _past_apposition(found: Sequence[Item], here: int) -> int | None:
    """Past ", a Colorado Republican who had railed against the deal,": who somebody is, between commas."""
    if _key(found, here) != "," or _key(found, here + 1) not in {"a", "an", "the"}:
        return None
    for end in range(here + 2, min(here + _APPOSITION, len(found))):
        if found[end].key == ",":
            said = found[here + 2 : end]
            what = any(_title(said, place) or item.key in _APPOSED | _PARTIES for place, item in enumerate(said))
            return end + 1 if what and _key(found, end + 1) not in {"<u>", "and"} else None
        if found[end].key in _SAYING | {";", ".", ":", "–"}:
            return None
    return None


_APPOSITION = 16


def _state_in_brackets(found: Sequence[Item], here: int) -> int | None:
    """Past "(Maine)", "(Neb.)", "(N.Y.)": where somebody is from."""
    if _key(found, here) != "(":
        return None
    end = here + 1
    while _key(found, end) in {"<u>", "."} or (end < len(found) and found[end].text in _STATES_SHORT):
        end += 1
    return end + 1 if end > here + 1 and _key(found, end) == ")" and end < here + _BRACKET else None


def _key(found: Sequence[Item], place: int) -> str:
    return found[place].key if place < len(found) else ""

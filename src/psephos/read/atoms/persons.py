# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Persons as voters, in a parliament or a board: names after a title, with party and state, known by their surname."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item, Member

__all__ = ["with_persons"]

_TITLES = words(
    "sen sens rep reps senator senators representative representatives speaker republican "
    "republicans democrat democrats mr mrs ms dr sir dame lord lady leader mp governor gov "
    "president chairman chair vice majority minority whip"
)
_SUFFIXES = words("jr sr ii iii iv")
_INITIALS = 4
_OPENERS = words(
    "after but when only if while although though even both neither either as so then yet still also just like unlike "
    "because since before until among besides despite not all some most many several few no every each here there what "
    "who how why which whose on in at by for from to of with without the a an this that these those and or he she it "
    "they we you i under over once meanwhile later earlier yes nay yea nays yeas voting absent present chair"
)
_NO_PERSON = words(
    "senate house congress white oval capitol gop commons parliament fed federal reserve board committee "
    "court council assembly caucus party act office department"
)


def with_persons(found: Sequence[Item]) -> list[Item]:
    """The items with persons as members, each by surname; states are no voters here.

    Examples:
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "Only Sen. Lisa Murkowski, R-Alaska, voted no."
        >>> found = with_persons(items(text, 0, len(text), lexicon(), published=None, on=None))
        >>> [item.member.codes for item in found if item.member]
        [('Murkowski',)]
    """
    plain = [replace(item, key="<u>", member=None) if item.member else item for item in found]
    out: list[Item] = []
    here = 0
    while here < len(plain):
        person, taken = _person(plain, here)
        if person is not None:
            out.append(person)
            here = _past_details(plain, here + taken)
        else:
            out.append(plain[here])
            here += 1
    return out


def _person(found: Sequence[Item], here: int) -> tuple[Item | None, int]:
    start = here
    titled = False
    while _title(found, here) or (titled and _key(found, here) == "."):
        titled, here = True, here + 1
    names: list[Item] = []
    first = _opens_name(found, here)
    while here < len(found) and _is_name(found[here], titled=titled or first or bool(names)):
        names.append(found[here])
        here += 1
        while _key(found, here) == "~" and _key(found, here + 1) == "<u>" and here + 1 < len(found):  # Ocasio-Cortez
            both = f"{names[-1].text}-{found[here + 1].text}"
            names[-1] = replace(names[-1], end=found[here + 1].end, text=both)
            here += 2
        if _key(found, here) == "." and len(names[-1].text) <= 2:  # noqa: PLR2004 -- the figure says what it is
            here += 1
    surnames = [item for item in names if item.key not in _SUFFIXES and len(item.text.rstrip(".")) > 1]
    if (
        not surnames
        or not (titled or first or names[0].key == "<u>")
        or {name.text.casefold() for name in names} & _NO_PERSON
    ):
        return None, 0
    printed = surnames[-1].text
    return replace(
        names[0], end=names[-1].end, key="<m>", member=Member((printed,), "person"), text=printed
    ), here - start


def _of_body(names: Sequence[Item]) -> bool:
    """Is it the name of a body ("Supreme Court"), and of no person?"""
    return bool({name.text.casefold() for name in names} & _NO_PERSON)


def _opens_name(found: Sequence[Item], here: int) -> bool:
    """Is the first word of a sentence or a list a given name: capitalised, no word of the language, a name after it?"""
    if here >= len(found) or not (here == 0 or found[here - 1].key in {":", "|", ".", "–"}):
        return False
    item, after = found[here], here + 1
    while after < len(found) and (found[after].key == "." or len(found[after].key) == 1) and after < here + _INITIALS:
        after += 1
    given = item.key.isalpha() and item.text[:1].isupper() and item.text[1:].islower() and item.key not in _OPENERS
    return given and _key(found, after) == "<u>"


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
    if _key(found, here) == "of" and _key(found, here + 1) == "<u>":
        here += 2
        while _key(found, here) == "<u>":
            here += 1
        return here
    office = here + 1
    while _title(found, office) or _key(found, office) in {"the", "of", "and", "<u>", "<b>", "city", "san"}:
        office += 1
    if _key(found, here) == "," and _title(found, here + 1) and _key(found, office) in {",", ";", "."}:
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


def _key(found: Sequence[Item], place: int) -> str:
    return found[place].key if place < len(found) else ""

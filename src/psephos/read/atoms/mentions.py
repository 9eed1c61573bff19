"""What a sentence mentions: members, bodies, numbers, days, documents; each an item with its place in the text.

Names are matched exactly (apart from case, accents and apostrophes), the longest first. A name counts only where it
is written with a capital, and one that the table gives in capitals ("US") only in capitals; French and Spanish
adjectives need none, and are adjectives only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from psephos.body.book import Rulebook
from psephos.body.names import Name, Names, load_names
from psephos.read.atoms.bodies import BodyName, body_at, by_first_word, own_names, shipped_index, shipped_names
from psephos.read.atoms.dates import DayMention, day_at
from psephos.read.atoms.lexical import words
from psephos.read.atoms.numerals import WORDS, number_of, sum_of
from psephos.read.atoms.tokens import Token, tokens

__all__ = ["Item", "Lexicon", "Member", "items", "lexicon"]

_ACRONYM = 4
_NO_NAME = words(
    "i the a an and but or he she it they we you in on at by for from to of as with without this "
    "that these those mr mrs ms dr sir "
    "resolution draft article chapter council assembly committee nations united un ambassador "
    "vice president minister secretary general "
    "foreign state pm prime premier chancellor african arab asian european western eastern latin "
    "africa asia europe caribbean permanent elected republicans republican democrats democrat "
    "democratic gop tories tory labour conservatives ayes noes yeas nays abstentions abstaining "
    "against abstain abstained favour favor voting for in vote votes aye yea nay speaker sen rep "
    "senator senators representative question present absent not january "
    "february march april may june july august september "
    "october november december no yes member members states "
    "etat etats membre membres pays estado estados miembro miembros paises conseil consejo assemblee asamblea"
)


_OTHER_PLACES = frozenset(
    [(side, "america") for side in ("south", "latin", "central", "north")]
    + [
        ("lake", "chad"),
        ("west", "bank"),
        ("new", "mexico"),
        ("south", "china"),
        ("gulf", "guinea"),
        ("papua", "guinea"),
    ]
)
"""Names of other places that end in a member's name."""


@dataclass(frozen=True, slots=True)
class Member:
    """Which member can a printed name mean? `role` is the kind of form: name, demonym, stand_in ..."""

    codes: tuple[str, ...]
    role: str


@dataclass(frozen=True, slots=True)
class Item:
    """One unit of a sentence.

    `key` is what the grammar matches: a folded word, a mark, or a tag such as `<m>` (`<o>` is another body).
    """

    start: int
    end: int
    key: str
    member: Member | None = None
    number: int | None = None
    day: DayMention | None = None
    bodies: tuple[BodyName, ...] = ()
    text: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names that a reading knows: members by their first word, bodies, and the language of the text."""

    language: str
    members: Mapping[str, tuple[tuple[tuple[str, ...], Name], ...]] = field(hash=False, repr=False)
    bodies: Mapping[str, tuple[BodyName, ...]] = field(hash=False, repr=False)


@cache
def _states(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], Name], ...]]:
    wanted = {"en", language}
    entries = [name for name in load_names("states").entries if name.language in wanted and name.kind != "code"]
    return _index(entries)


def _index(entries: Iterable[Name]) -> Mapping[str, tuple[tuple[tuple[str, ...], Name], ...]]:
    gathered: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
    for name in entries:
        keys = tuple(token.key for token in tokens(name.name, 0, len(name.name)) if token.key != "~")
        if keys:
            gathered.setdefault(keys[0], []).append((keys, name))
    return {key: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for key, found in gathered.items()}


def lexicon(language: str = "en", book: Rulebook | None = None) -> Lexicon:
    """The names for a text in that language, with those of a user's own body if one is given.

    Examples:
        >>> "china" in lexicon("en").members
        True
    """
    if book is None:
        return Lexicon(language, _states(language), shipped_index())
    own = [
        Name(row.seat.id, form, language, "name")
        for row in book.register.tenures
        for form in dict.fromkeys((row.seat.name or row.seat.id, row.seat.id))
    ]
    table = _index([*_named(book.names, language), *own])
    return Lexicon(language, table, by_first_word((*own_names(book), *shipped_names())))


def _named(names: Names, language: str) -> list[Name]:
    return [name for name in names.entries if name.language in {"en", language} and name.kind != "code"]


def items(text: str, start: int, end: int, words: Lexicon, *, published: date | None, on: date | None) -> list[Item]:
    """The items of a sentence.

    Args:
        text: the whole input.
        start: where the sentence begins.
        end: where it ends.
        words: the names known.
        published: the day of publication, for weekdays.
        on: the day by which names are read ("Moscow" before and after 1991).

    Examples:
        >>> found = items("Ten voted yes; China abstained.", 0, 31, lexicon(), published=None, on=None)
        >>> [item.key for item in found]
        ['<n>', 'voted', 'yes', ';', '<m>', 'abstained', '.']
    """
    found = tokens(text, start, end)
    out: list[Item] = []
    place = 0
    while place < len(found):
        item, taken = _item_at(found, place, words, published, on, text)
        if item is not None:
            out.append(item)
        place += taken
    return out


def _item_at(
    found: Sequence[Token], place: int, words: Lexicon, published: date | None, on: date | None, text: str
) -> tuple[Item | None, int]:
    token = found[place]
    if token.kind in {"symbol", "score", "time"}:
        tag = {"symbol": "<y>", "score": "<s>", "time": "<h>"}[token.kind]
        return Item(token.start, token.end, tag, text=token.key if tag == "<s>" else token.text, quoted=token.quoted), 1
    body = body_at(found, place, words.bodies)
    member = _member_at(found, place, words, on)
    if body is not None and (member is None or body[1] >= member[1]):
        names, taken = body
        return _item(found, place, taken, "<b>" if names else "<o>", text, bodies=names), taken
    if member is not None:
        entry, taken = member
        return _item(found, place, taken, "<d>" if entry.role == "demonym" else "<m>", text, member=entry), taken
    shown = token.key in _SHOWN_DAYS.get(words.language, ()) and place + 1 < len(found)
    pointed = day_at(found, place + 1, published) if shown else None
    if pointed is not None and pointed.words != "month":
        return _item(found, place, pointed.count + 1, "<t>", text, day=pointed), pointed.count + 1
    day = day_at(found, place, published)
    if day is not None and (token.key != "may" or day.words != "month" or (place > 0 and token.text == "May")):
        return _item(found, place, day.count, "<t>", text, day=day), day.count
    if token.kind == "number" and _is_year(token.key):
        return Item(token.start, token.end, "<yr>", number=int(token.key), text=token.text, quoted=token.quoted), 1
    number = _number_at(found, place, words.language)
    if number is not None:
        return _item(found, place, number[1], "<n>", text, number=number[0]), number[1]
    if token.key == "~":
        return Item(token.start, token.end, "~", text="-"), 1
    return Item(token.start, token.end, _word_tag(found, place), text=token.text, quoted=token.quoted), 1


_SHOWN_DAYS = {"fr": words("ce"), "es": words("este el")}
"""The words that French and Spanish put before a day: "este lunes", "ce lundi", "el 3 de mayo"."""


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isdecimal() and 1900 <= int(key) <= 2100  # noqa: PLR2004 -- the figure says what it is


def _item(  # noqa: PLR0913 -- one field for each kind of mention
    found: Sequence[Token],
    place: int,
    taken: int,
    tag: str,
    text: str,
    *,
    member: Member | None = None,
    number: int | None = None,
    day: DayMention | None = None,
    bodies: tuple[BodyName, ...] = (),
) -> Item:
    first, last = found[place], found[place + taken - 1]
    words = text[first.start : last.end]
    return Item(first.start, last.end, tag, member, number, day, bodies, words, first.quoted)


_SHORT_TITLES = words("mr mrs ms dr messrs sr sra mme")


def _word_tag(found: Sequence[Token], place: int) -> str:
    """A capitalised word that nothing explains, within a sentence, may be an unknown voter."""
    token = found[place]
    titled = place > 1 and found[place - 1].key == "." and found[place - 2].key in _SHORT_TITLES
    inside = titled or (place > 0 and found[place - 1].key not in {"|", ".", ":"})
    shouted = token.text.isupper() and len(token.text) > _ACRONYM
    if token.kind == "word" and inside and token.text[:1].isupper() and not shouted and token.key not in _NO_NAME:
        return "<u>"
    return token.key


def _member_at(found: Sequence[Token], place: int, words: Lexicon, on: date | None) -> tuple[Member, int] | None:
    if place and (found[place - 1].key, found[place].key) in _OTHER_PLACES:
        return None
    best: list[Name] = []
    taken = 0
    for keys, name in words.members.get(found[place].key, ()):
        length = _length(found, place, keys)
        if length < max(taken, 1) or not _written(found, place, length, name):
            continue
        if length > taken:
            best, taken = [], length
        best.append(name)
    if not best:
        best, taken = _people_at(found[place], words)
    codes, role = _by_day(best, on)
    return (Member(codes, role), taken) if codes else None


def _people_at(token: Token, words: Lexicon) -> tuple[list[Name], int]:
    """Reads "the Russians": the plural of an adjective in the table."""
    if not token.key.endswith("s") or not token.text[:1].isupper():
        return [], 0
    single = words.members.get(token.key[:-1], ())
    found = [name for keys, name in single if len(keys) == 1 and name.kind == "demonym"]
    return found, 1 if found else 0


def _length(found: Sequence[Token], place: int, keys: Sequence[str]) -> int:
    """How many tokens does the name take here (hyphens and line breaks within it do not matter)?

    0 if it is not here.
    """
    here = place
    for number, key in enumerate(keys):
        while number and here < len(found) and found[here].key in {"~", "|"}:
            here += 1
        if here >= len(found) or found[here].key != key:
            return 0
        here += 1
    return here - place


def _written(found: Sequence[Token], place: int, length: int, name: Name) -> bool:
    printed = "".join(token.text for token in found[place : place + length])
    if name.name.isupper():
        return printed.replace(".", "").replace(" ", "").isupper()
    return printed[:1].isupper() or (name.kind == "demonym" and name.language in _SMALL_ADJECTIVES)


_SMALL_ADJECTIVES = frozenset({"fr", "es"})
"""French and Spanish write "le projet russe", "la delegación china": their adjectives need no capital."""


def _by_day(names: Sequence[Name], on: date | None) -> tuple[tuple[str, ...], str]:
    """The members a form can mean on that day; without a day, the form in use today comes first."""
    fitting = [name for name in names if name.covers(on)]
    if on is None and len({name.code for name in fitting}) > 1:
        fitting = [name for name in fitting if name.until is None] or fitting
    if not fitting:
        fitting = list(names)  # a form of other days: kept, and checked against the roster later
    roles = [name.kind for name in fitting]
    role = next((kind for kind in ("name", "short", "official", "former", "misspelling") if kind in roles), "")
    return tuple(dict.fromkeys(name.code for name in fitting)), role or (roles[0] if roles else "")


def _number_at(found: Sequence[Token], place: int, language: str) -> tuple[int, int] | None:
    """A number in figures or words, with compounds: twenty-one, one hundred and forty-one, trente-deux."""
    token = found[place]
    if token.key == "dozen" and place and found[place - 1].key in _WHOLE_DOZEN:
        return 12, 1
    first = number_of(token.key, language)
    if first is None or token.kind not in {"number", "word"}:
        return None
    if token.kind == "number":
        after = found[place + 1].key if place + 1 < len(found) else ""
        return None if after in {"st", "nd", "rd", "th", "%"} and after else (first, 1)
    if language in _SMALL_ADJECTIVES:
        percent = place and (found[place - 1].key, token.key) in _PERCENT
        return None if percent else sum_of([following.key for following in found[place : place + _LONGEST]], language)
    return _compound(found, place, first, language)


_LONGEST = 8
_PERCENT = frozenset((("pour", "cent"), ("por", "ciento"), ("por", "cien")))


_WHOLE_DOZEN = words("other remaining full exactly")
"""A dozen after one of these is twelve, and no round figure."""


def _compound(found: Sequence[Token], place: int, total: int, language: str) -> tuple[int, int]:
    here = place + 1
    tens = WORDS.get(language, {})
    while here < len(found):
        skip = 1 if found[here].key in {"~", "and", "et", "y"} else 0
        following = found[here + skip].key if here + skip < len(found) else ""
        if following in {"hundred", "cent", "cents"} and not (skip and found[here].key != "~"):
            total *= 100
        elif following == "dozen" and not skip:
            total *= 12
        elif (value := tens.get(following)) is not None and skip and _continues(total, value, found[here].key):
            total += value
        else:
            break
        here += skip + 1
    return total, here - place


def _continues(total: int, value: int, joint: str) -> bool:
    if joint == "~":
        return total % 100 >= 20 and total % 10 == 0 and 0 < value < 10  # noqa: PLR2004 -- the figure says what it is
    return total >= 100 and total % 100 == 0 and 0 < value < 100  # noqa: PLR2004 -- the figure says what it is

# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Which body a text speaks of: the names that reports use for the bodies psephos knows, and for a user's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from psephos.body.book import Rulebook
from psephos.read.atoms.lexical import words
from psephos.read.atoms.tokens import Token, tokens

__all__ = ["PERSONS", "STATES", "BodyName", "body_at", "by_first_word", "own_names", "shipped_index", "shipped_names"]

_PORTFOLIOS = [
    "interior",
    "foreign",
    "finance",
    "agriculture",
    "farm",
    "energy",
    "trade",
    "environment",
    "justice",
    "transport",
    "health",
    "economy",
]
_FORMS: Mapping[str, Sequence[str]] = {
    "unsc": (
        "Security Council",
        "Security Councils",
        "UN Security Council",
        "U.N. Security Council",
        "United Nations Security Council",
        "UNSC",
        "UNSC-15",
        "15-member council",
        "15-nation council",
        "fifteen-member council",
        "15-member body",
        "15-nation body",
        "eleven-nation Council",
        "11-member Council",
        "Conseil de sécurité",
        "Consejo de Seguridad",
    ),
    "unga": (
        "General Assembly",
        "UN General Assembly",
        "U.N. General Assembly",
        "United Nations General Assembly",
        "UNGA",
        "193-member Assembly",
        "193-member world body",
        "193-nation assembly",
        "193-member body",
        "193-member assembly",
        "Assemblée générale",
        "Asamblea General",
        "world body",
        "193-nation body",
    ),
    "unga-c1": ("First Committee",),
    "unga-c2": ("Second Committee", "Economic and Financial Committee"),
    "unga-c3": ("Third Committee",),
    "unga-c4": ("Fourth Committee", "Special Political and Decolonization Committee"),
    "unga-c5": ("Fifth Committee",),
    "unga-c6": ("Sixth Committee",),
    "unhrc": ("Human Rights Council", "Conseil des droits de l’homme", "Consejo de Derechos Humanos"),
    "eu-council": (
        "EU Council",
        "Council of the European Union",
        "Council of the EU",
        "Council of Ministers",
        "EU ministers",
        "EU member states",
        "EU countries",
        "EU governments",
        "EU states",
        "European Union countries",
        "European Union member states",
        "member states of the European Union",
        "27 EU countries",
        "Conseil de l’Union européenne",
        "Consejo de la Unión Europea",
        "Coreper",
        "European Union governments",
        "EU nations",
        "EU ambassadors",
        *(f"EU {field} ministers" for field in _PORTFOLIOS),
        *(f"{field} ministers of the European Union" for field in _PORTFOLIOS),
        "European Union ministers",
        "European ministers",
        "EU capitals",
        "EU envoys",
        "EU member countries",
        "EU members",
        "the bloc's governments",
        "bloc's member states",
        "Member States' permanent representatives",
        "Committee of Permanent Representatives",
        "ministros de la UE",
        "ministres de l’UE",
    ),
    "european-council": (
        "European Council",
        "EU leaders",
        "European Union leaders",
        "Conseil européen",
        "Consejo Europeo",
    ),
    "european-parliament": (
        "European Parliament",
        "EU Parliament",
        "MEPs",
        "Euro MPs",
        "Parlement européen",
        "Parlamento Europeo",
        "eurodiputados",
    ),
    "us-senate": ("Senate", "US Senate", "U.S. Senate", "United States Senate"),
    "us-house": (
        "House",
        "US House",
        "U.S. House",
        "House of Representatives",
        "US House of Representatives",
        "U.S. House of Representatives",
    ),
    "uk-commons": ("House of Commons", "Commons", "British parliament", "UK parliament", "MPs"),
    "uk-lords": ("House of Lords", "Lords"),
    "imf": (
        "IMF",
        "International Monetary Fund",
        "IMF Executive Board",
        "IMF board",
        "Executive Board of the IMF",
        "Board of Governors of the International Monetary Fund",
    ),
    "fomc": ("FOMC", "Federal Open Market Committee", "Federal Reserve", "Fed policymakers"),
}
_SHORT: Mapping[str, Sequence[str]] = {
    "unsc": ("Council", "council", "SC", "Conseil", "Consejo"),
    "unga": ("Assembly", "assembly", "Assemblée", "Asamblea"),
    "eu-council": ("Council", "council"),
    "unga-c?": ("Committee",),
    "unhrc": ("Council", "council"),
    "uk-commons": ("House", "This House", "this House"),
    "us-senate": ("chamber",),
    "us-house": ("chamber",),
    "european-parliament": ("Parliament", "parliament", "plenary", "assembly"),
    "imf": ("Board", "board", "Fund", "Executive Board", "executive board"),
    "fomc": ("Fed", "committee", "Committee"),
    "european-council": ("leaders",),
}
STATES = frozenset(
    {
        "unsc",
        "unga",
        "unga-c1",
        "unga-c2",
        "unga-c3",
        "unga-c4",
        "unga-c5",
        "unga-c6",
        "unhrc",
        "eu-council",
        "european-council",
        "imf",
    }
)
"""Bodies in which states vote."""
PERSONS = frozenset({"us-senate", "us-house", "uk-commons", "uk-lords", "european-parliament", "fomc"})
"""Bodies in which persons vote."""


@dataclass(frozen=True, slots=True)
class BodyName:
    """One printed form of a body's name; a short form ("the Council") means the body spoken of before."""

    body: str
    keys: tuple[str, ...]
    short: bool
    capital: bool


@cache
def shipped_names() -> tuple[BodyName, ...]:
    """The printed forms of the bodies that psephos can tell apart, the longest first."""
    full = [_name(body, form, short=False) for body, forms in _FORMS.items() for form in forms]
    short = [_name(body, form, short=True) for body, forms in _SHORT.items() for form in forms]
    return tuple(sorted(full + short, key=lambda name: -len(name.keys)))


def own_names(book: Rulebook) -> tuple[BodyName, ...]:
    """The printed forms of a user's own body: its name, its short name and its aliases."""
    forms = [form for form in (book.name, book.short, *book.aliases) if form]
    return tuple(_name(book.id, form.removeprefix("the "), short=False) for form in forms)


def _name(body: str, form: str, *, short: bool) -> BodyName:
    keys = tuple(token.key for token in tokens(form, 0, len(form)))
    return BodyName(body, keys, short, form[:1].isupper())


def by_first_word(names: Sequence[BodyName]) -> Mapping[str, tuple[BodyName, ...]]:
    """The names by their first word, the longest first."""
    gathered: dict[str, list[BodyName]] = {}
    for name in sorted(names, key=lambda one: -len(one.keys)):
        gathered.setdefault(name.keys[0], []).append(name)
    return {key: tuple(found) for key, found in gathered.items()}


@cache
def shipped_index() -> Mapping[str, tuple[BodyName, ...]]:
    """The shipped names by their first word."""
    return by_first_word(shipped_names())


def body_at(
    found: Sequence[Token], place: int, names: Mapping[str, tuple[BodyName, ...]]
) -> tuple[tuple[BodyName, ...], int] | None:
    """Which bodies can be meant at this token, and how many tokens does the name take?

    No body at all where the name is another's: "the Texas Senate", "the FIFA Council", a committee of the Council.
    """
    length = 0
    hits: list[BodyName] = []
    for name in names.get(found[place].key, ()):
        size = len(name.keys)
        if size < length or not _matches(found, place, name):
            continue
        hits.append(name)
        length = size
    if not hits:
        return None
    if _is_another(found, place, length, hits):
        return (), length
    return tuple(hits), length + _of_the_nations(found, place + length)


_NATIONS = (
    ("de", "l'", "onu"),
    ("de", "la", "onu"),
    ("des", "nations", "unies"),
    ("de", "las", "naciones", "unidas"),
    ("of", "the", "un"),
    ("of", "the", "united", "nations"),
)


def _of_the_nations(found: Sequence[Token], place: int) -> int:
    """How many tokens say whose body it is: "le Conseil de sécurité de l'ONU"?"""
    keys = tuple(token.key for token in found[place : place + 4])
    return next((len(words_of) for words_of in _NATIONS if keys[: len(words_of)] == words_of), 0)


_OPEN_NAMES = frozenset(
    ("senate", "house", "council", "assembly", "parliament", "board", "committee", "chamber", "congress")
)
"""Names that many bodies bear; what stands beside them tells whose it is."""
_OF_COURSE = words(
    "the u.s us u.n un united states american full entire whole republican democratic gop controlled led this that "
    "when after but on in as and while if security general human "
    "monday tuesday wednesday thursday friday saturday sunday "
    "eu european union le la el les los del du un's"
)
_LOCAL = words(
    "city town county municipal district village regional provincial student privy parish press works governing state "
    "national local tribal territorial"
)
_PARTS = words("committee subcommittee panel caucus committees subcommittees")
_REACH = 5


def _is_another(found: Sequence[Token], place: int, length: int, hits: Sequence[BodyName]) -> bool:
    """Is it another's body ("the Texas Senate", "the FIFA Council"), or only a committee of this one?"""
    if _of_part(found, place + length):
        return True
    before = found[place - 1] if place else None
    if hits[0].keys == ("security", "council") and before is not None and before.key in {"and", "national"}:
        return True  # the African Union's Peace and Security Council
    if length > 1 or hits[0].keys[-1] not in _OPEN_NAMES:
        return False
    if before is not None and before.kind == "own":
        owner = found[place - 2] if place > 1 else None
        return (
            owner is not None
            and owner.text[:1].isupper()
            and owner.key not in {"washington", "america", "congress", "council"}
        )
    if before is not None and (before.key in _LOCAL or (_is_name(before) and place > 1)):
        return True
    following = [token for token in found[place + length : place + length + 3] if token.key != "the"]
    return [token.key for token in following[:1]] == ["of"] and any(_is_name(token) for token in following[1:2])


def _is_name(token: Token) -> bool:
    """A capitalised word that is part of another's name."""
    return token.kind in {"word", "dotted"} and token.text[:1].isupper() and token.key not in _OF_COURSE


def _of_part(found: Sequence[Token], after: int) -> bool:
    """Reads "the Senate Foreign Relations Committee", "the Council's sanctions committee"."""
    owned = after < len(found) and found[after].kind == "own"
    for token in found[after + owned : after + owned + _REACH]:
        if token.key in _PARTS:
            return True
        if not (token.text[:1].isupper() or token.key == "and" or (owned and token.kind == "word")):
            return False
    return False


def _matches(found: Sequence[Token], place: int, name: BodyName) -> bool:
    size = len(name.keys)
    if place + size > len(found) or any(found[place + n].key != name.keys[n] for n in range(size)):
        return False
    return not name.capital or found[place].text[:1].isupper() or not found[place].text[:1].isalpha()

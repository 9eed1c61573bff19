# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Lists of names: separators between them, titles, articles and asides around them, strangers among them."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item, Member
from psephos.read.atoms.nouns import ADJECTIVES, MEMBER_NOUNS, PERSONAL, REACH, Person, Voters, key_at, words_at
from psephos.read.phrases.asides import ASIDE_LENGTH, CASTS, past_aside

__all__ = ["list_at"]


_SEPARATORS = (
    (",", "and", "the"),
    (",", "and"),
    ("–", "and"),
    (",", "or"),
    (",", "as", "well", "as"),
    (",", "along", "with"),
    (",", "et"),
    (",", "y"),
    (";", "and"),
    ("as", "well", "as"),
    ("along", "with"),
    ("together", "with"),
    ("alongside",),
    ("ainsi", "que"),
    ("asi", "como"),
    ("and", "also"),
    ("|", "–"),
    ("and",),
    (",",),
    ("or",),
    ("&",),
    (";",),
    ("et",),
    ("y",),
    ("e",),
    ("plus",),
    ("|",),
    ("/",),
    ("–",),
)
_TITLES = words(
    "deputy acting representative ambassador delegate delegation delegations government envoy pm premier "
    "minister president chancellor counterpart leader "
    "director vote votes governor mission position diplomat diplomats side"
)
_PARTNERS = words(
    "close closest strategic main chief key long longtime ~ time standing staunch ally allies "
    "partner partners backer neighbour neighbor neighbours neighbors friend fellow eu trading "
    "arch rival"
)
_OBJECT_OF = words("in on to against over about after towards toward into at since near inside across between")
"""A name after one of these is its object: in "on a loan to Pakistan, India abstained" the list is not a list."""


# --- lists ------------------------------------------------------------------------------------------------------------


def list_at(found: Sequence[Item], place: int) -> Voters | None:
    """A list of names: separators between, titles and articles around."""
    members: list[Person] = []
    here = last = place
    alone = key_at(found, place - 1) in _OBJECT_OF or (
        key_at(found, place - 1) == "the" and key_at(found, place - 2) in _OBJECT_OF
    )
    agents = key_at(found, place - 1) in {"by", "of"}
    clause: tuple[int, int] | None = None  # how far the list was before ", and"
    either = False  # "Ghana or Gabon": one of them, and the text does not say which
    closed = False  # after "A, B and C" a comma or semicolon begins something else
    while (taken := _element(found, here, inside=bool(members))) is not None:
        members.extend(taken[0])
        last = taken[1]
        after = past_aside(found, last)
        aside = after > last and _element(found, after + (_separator(found, after) or 0), inside=True) is not None
        if aside:
            closed, last = False, after
        step = _separator(found, last)
        if step is None or (alone and key_at(found, last) == ","):
            break
        joints = {key_at(found, n) for n in range(last, last + step)}
        if joints == {";"} and not _semicolons_go_on(found, last + step):
            break
        if closed and joints <= {",", ";", "/", "the"} and not _persons_go_on(found, members, last + step):
            break
        either = either or "or" in joints
        if closed and "," in joints and joints & ({"et", "y", "e"} | ({"and"} if agents else set())):
            break  # "fell to vetoes by Moscow and Beijing, and Equatorial Guinea abstained"
        ended = bool(joints & {"and", "et", "y", "e", "&", "or"})
        if ended and clause is not None:  # "along with Russia, and China and Angola abstained"
            members, last = members[: clause[0]], clause[1]
            break
        clause = (len(members), last) if "," in joints and "and" in joints and not aside else clause
        closed = closed or ended
        here = _past_comment(found, last + step)
    known = [member for member in members if member.codes]
    if not known:
        return None
    more = _and_others(found, last)
    noun = "either" if either else ""
    return Voters(place, more or last, members=tuple(members), partial=more is not None, noun=noun)


def _and_others(found: Sequence[Item], last: int) -> int | None:
    """Reads "Fiji, Hungary and 42 others": some are named, and how many more there were."""
    here = last + (key_at(found, last) == ",")
    if key_at(found, here) not in {"and", "plus", "et", "y"}:
        return None
    here += key_at(found, here + 1) in {"otros", "otras"}
    here += 1 + (key_at(found, here + 1) in {"some", "several", "many", "about"})
    here += key_at(found, here) == "<n>"
    others = key_at(found, here) in _OTHERS or key_at(found, here - 2) in {"otros", "otras"}
    return here + 1 + (key_at(found, here + 1) in MEMBER_NOUNS) if others else None


_OTHERS = words("others other allies more autres")


def _persons_go_on(found: Sequence[Item], members: Sequence[Person], place: int) -> bool:
    """Reads "A and B of New York, C of Missouri and D of Ohio": persons come in groups, by where they are from."""
    following = _element(found, place, inside=True) if all(member.role in PERSONAL for member in members) else None
    return following is not None and key_at(found, following[1]) in {",", "and"}


def _past_comment(found: Sequence[Item], place: int) -> int:
    """Past a comment between "and" and the last name ("Venezuela and, to the fury of its allies, Egypt")."""
    closing = {",": ",", "(": ")"}.get(key_at(found, place))
    if closing is None:
        return place
    for here in range(place + 1, min(place + ASIDE_LENGTH, len(found))):
        if found[here].key in CASTS | {";", ".", "|", ":"}:
            return place
        if found[here].key == closing:
            return here + 1 if _element(found, here + 1, inside=True) else place
    return place


def _semicolons_go_on(found: Sequence[Item], place: int) -> bool:
    """Is the list one whose names semicolons part? Then another follows the next name."""
    following = _element(found, place, inside=True)
    return following is not None and key_at(found, following[1]) in {";", "and"}


def _separator(found: Sequence[Item], place: int) -> int | None:
    for phrase in _SEPARATORS:
        if words_at(found, place, phrase):
            return len(phrase) - (phrase[-1] == "the")
    return None


def _element(found: Sequence[Item], place: int, *, inside: bool) -> tuple[list[Person], int] | None:
    """One name with what surrounds it: "the delegation of France", "Hungarian PM Viktor Orban"."""
    here = _past_office(found, _past_articles(found, place, inside=inside), inside=inside)
    item = found[here] if here < len(found) else None
    if item is None:
        return None
    if item.key == "<m>" and item.member:
        return _named(found, here)
    if item.key == "<d>" and item.member and (several := _adjectives(found, here)) is not None:
        return several
    if item.key == "<d>" and item.member:
        return _of_adjective(found, here, item.member)
    if inside and item.key == "<n>":
        return _counted_apposition(found, here)
    if item.key == "<u>" and (spoken := _speaker(found, here)) is not None:
        return spoken
    if item.key == "<u>" and (inside or _list_follows(found, here)):
        return _stranger(found, here)
    return None


_ARTICLES = words(
    "the both propia propio propre la le les l' el los las besides even by de d' du des del also a a1 his her its their"
)
_FOREIGN_OFFICES = words(
    "delegation representant representante ambassadeur ambassadrice diplomatie gouvernement delegue deleguee "
    "delegacion embajador embajadora diplomacia gobierno delegado delegada"
)
_OFFICES = _FOREIGN_OFFICES | words(
    "delegations representative representatives government permanent council delegate delegates "
    "member members ambassador ambassadors chair chairs director directors executive"
)
_OF = words("de du d' del la le l' les des los")
_SMALL = words("permanent permanente adjoint adjointe adjunto adjunta")
_ON_BEHALF = words("for representing from")


def _past_articles(found: Sequence[Item], place: int, *, inside: bool) -> int:
    here = place
    while key_at(found, here) in _ARTICLES and here < place + REACH:
        if found[here].key in {"by", "de", "d'", "du", "des", "del"} and not inside:
            break
        here += 1
    return here


def _past_office(found: Sequence[Item], here: int, *, inside: bool) -> int:
    """Past "the delegation of", "permanent members"."""
    if key_at(found, here) not in _OFFICES:
        return here
    step = here
    while key_at(found, step) in ADJECTIVES | MEMBER_NOUNS | _OFFICES and step < here + REACH:
        step += 1
    if found[here].key in _FOREIGN_OFFICES:
        while key_at(found, step) in _SMALL | _OF and step < here + REACH:
            step += 1
        if key_at(found, step) == "<m>" or (key_at(found, step) == "<d>" and found[step - 1].key not in _OF):
            return step
    if key_at(found, step) in _ON_BEHALF and key_at(found, step - 1) in _OFFICES:
        named = step + 1 + (key_at(found, step + 1) == "the")
        return named if key_at(found, named) == "<m>" else here  # "the director for China"
    following = key_at(found, step)
    if following == "<m>" or (following == "the" and (inside or key_at(found, step - 1) == "of")):
        return step + (following == "the")
    return here


_ENVOYS = words(
    "delegates delegations representatives ambassadors envoys ministers governments missions diplomats "
    "directors spokesmen"
)


def _adjectives(found: Sequence[Item], here: int) -> tuple[list[Person], int] | None:
    """Reads "the Chinese and Russian delegates": one adjective for each member."""
    members: list[Person] = []
    last = here
    while (item := found[last] if last < len(found) else None) is not None and item.key == "<d>" and item.member:
        members.append(Person(item.member.codes, item.start, item.end, item.text, item.member.role))
        last += 1
        while key_at(found, last) in {",", "and", "et", "y"} and key_at(found, last + 1) in {"<d>", "and"}:
            last += 1
    while key_at(found, last) in {"un", "permanent", "deputy"}:
        last += 1
    return (members, last + 1) if len(members) > 1 and key_at(found, last) in _ENVOYS else None


def _of_adjective(found: Sequence[Item], here: int, member: Member) -> tuple[list[Person], int] | None:
    """Reads "the Russian representative", "the Russians", "le représentant russe"."""
    if found[here].text[:1].islower():
        return _of_office(found, here, member)
    if key_at(found, _past_portfolio(found, here + 1)) in _TITLES | {"prime"}:
        return _titled(found, here)
    if key_at(found, here + 1) in _SEATS and key_at(found, here + 2) in _STAYED:
        return [Person(member.codes, found[here].start, found[here].end, found[here].text, member.role)], here + 1
    listed = key_at(found, here - 1) == "and" and key_at(found, here - 2) == "<m>"  # "China and Russian cast a veto"
    listed = listed or (
        key_at(found, here - 1) == "and" and key_at(found, here - 3) == "the"
    )  # "the French and British"
    if _people(found, here) or (listed and key_at(found, here + 1) in _CAST):
        item = found[here]
        return [Person(member.codes, item.start, item.end, item.text, member.role)], here + 1
    return None


_CAST = words("cast voted vetoed abstained")


def _of_office(found: Sequence[Item], here: int, member: Member) -> tuple[list[Person], int] | None:
    """Reads "le représentant russe", "la embajadora estadounidense Linda Thomas-Greenfield": by itself no voter."""
    before = here - 1
    while key_at(found, before) in _SMALL:
        before -= 1
    if key_at(found, before) not in _FOREIGN_OFFICES:
        return None
    item, last = found[here], here + 1
    while key_at(found, last) in {"<u>", "~"}:
        last += 1
    if key_at(found, last) == "," and key_at(found, last + 1) == "<u>":
        end = last + 1
        while key_at(found, end) in {"<u>", "~"}:
            end += 1
        last = end + 1 if key_at(found, end) == "," else last
    return [Person(member.codes, item.start, item.end, item.text, member.role)], last


_PEOPLES = words("british french chinese dutch irish swiss japanese portuguese spanish polish danish swedish")


def _people(found: Sequence[Item], here: int) -> bool:
    """Reads "the Russians and the Chinese": a people for its state, and no adjective."""
    word, following = found[here].text.casefold(), key_at(found, here + 1)
    if key_at(found, here - 1) == "les" and word.endswith("s"):
        return following in {"ont", "se", "s'", "y", "avaient", ",", "et", "."}  # "les Américains ont opposé"
    if key_at(found, here - 1) != "the":
        return False
    noun = word.endswith("s") and not word.endswith("ss")
    if noun and word.endswith("ns") and following in {"abstaining", "dissenting", "opposing", "voting", "against"}:
        return True
    ends = following in {
        ",",
        "and",
        ".",
        ")",
        ";",
        "",
        "–",
        "or",
        "both",
        "all",
        "alone",
        "also",
        "too",
    } or following.endswith("ed")
    verb = following in {"were", "have", "had", "did", "chose", "are", "took", "said", "sat", "cast"}
    return (noun or word in _PEOPLES) and (ends or verb)


def _counted_apposition(found: Sequence[Item], here: int) -> tuple[list[Person], int] | None:
    """Reads "and the four emerging powers, Brazil, Russia, India and China" inside a list: as many names as counted."""
    number = found[here].number
    for place in range(here + 1, min(here + REACH + 2, len(found))):
        if found[place].key in {",", "(", ":", "–"}:
            inner = list_at(found, place + 1)
            if inner is None or len(inner.members) != number:
                return None
            return list(inner.members), inner.last + (found[place].key == "(" and key_at(found, inner.last) == ")")
        if found[place].key in CASTS | {"being", "cast"}:
            return None
        if not found[place].key.isalpha() and found[place].key not in {"<u>", "~", "<d>"}:
            return None
    return None


_TAILS = words("guinea korea sudan congo samoa ireland islands timor niger dominica")


def _named(found: Sequence[Item], here: int) -> tuple[list[Person], int] | None:
    item = found[here]
    member = item.member
    if member is None:
        return None
    if key_at(found, here - 1) == "<u>" and item.text.casefold() in _TAILS:
        # "Equitorial Guinea" is not Guinea: a name that ends another one, after a word nobody knows
        return [Person((), found[here - 1].start, item.end, f"{found[here - 1].text} {item.text}", "unknown")], here + 1
    person = Person(member.codes, item.start, item.end, item.text, member.role)
    last = here + 1
    if key_at(found, last) in {"itself", "herself", "himself"}:
        last += 1
    if key_at(found, last) in _TITLES | {"prime"}:
        titled = _titled(found, here)
        return titled or ([person], last)
    if key_at(found, last) == "'s":
        return _owning(found, last, person)
    if key_at(found, last) == "(" and not _names_inside(found, last):
        close = next((n for n in range(last, min(last + 8, len(found))) if found[n].key == ")"), None)
        last = close + 1 if close else last
    return [person], last


_SEATS = words("chair seat place desk hand")
_STAYED = words("was were being stood remained stayed sat went rose shot")
_ENDS = frozenset((",", "and", "was", ".", ";", ")", "–", ""))


def _owning(found: Sequence[Item], last: int, person: Person) -> tuple[list[Person], int] | None:
    """A member in the genitive: its vote, its leader, its ambassador, its partner."""
    own = key_at(found, last + 1) == "own"
    if key_at(found, last + 1) in _SEATS and key_at(found, last + 2) in _STAYED:
        return [person], last + 1  # "Syria's chair was empty"
    if key_at(found, last + 1 + own) in _ENDS:  # "two yes votes, Russia's and China's"
        return [person], last + 1 + own
    if key_at(found, last + 1) == "<u>" and not _common_noun(found, last + 1):
        while key_at(found, last) in {"'s", "<u>"}:  # "Hungary's Viktor Orbán"
            last += 1
        return [person], last
    to_body = key_at(found, last + 1) in {"un", "<b>"} and key_at(found, last + 2) in _TITLES | {"permanent"}
    portfolio = _past_portfolio(found, last + 1)
    if portfolio > last + 1:  # "France's finance minister Bruno Le Maire"
        last = portfolio
    elif key_at(found, last + 1) not in _TITLES | {"permanent"} and not to_body:
        return _partner(found, last + 1)
    last += 2 * to_body  # "Russia's UN ambassador"
    while key_at(found, last) in _TITLES | {"'s", "permanent", "prime", "<u>"}:
        last += 1
    return [person], last


_PORTFOLIO = words(
    "executive transport environment climate ecology foreign finance agriculture farm energy interior home justice "
    "economy economic defence defense health trade labour employment affairs europe european digital fisheries "
    "migration justice and social"
)


def _past_portfolio(found: Sequence[Item], here: int) -> int:
    """Past the words before "minister" or "director" that say of what."""
    last = here
    while key_at(found, last) in _PORTFOLIO and last < here + REACH:
        last += 1
    return last if key_at(found, last) in {"minister", "director", "ministers"} else here


def _common_noun(found: Sequence[Item], place: int) -> bool:
    """Does the capitalised word go on to a common noun ("Britain's Guardian newspaper"), and name no person?"""
    last = place
    while key_at(found, last) == "<u>":
        last += 1
    following = key_at(found, last)
    return last - place > REACH or following in {"<m>", "<d>", "<b>", "newspaper", "agency", "party", "bank"}


def _partner(found: Sequence[Item], here: int) -> tuple[list[Person], int] | None:
    """Reads "Russia's strategic partner China" is China."""
    last = here
    while key_at(found, last) in _PARTNERS and last < here + REACH:
        last += 1
    return _named(found, last) if last > here and key_at(found, last) == "<m>" else None


def _names_inside(found: Sequence[Item], place: int) -> bool:
    return any(item.key in {"<m>", "<n>", "<u>"} for item in found[place + 1 : place + 4])


def _titled(found: Sequence[Item], here: int) -> tuple[list[Person], int] | None:
    """Reads "Hungarian PM Viktor Orban", "United Kingdom counterpart, David Cameron,"."""
    item = found[here]
    if item.member is None:
        return None
    last = _past_portfolio(found, here + 1)
    while key_at(found, last) in _TITLES | {"prime", "permanent", "un", "<u>", "to"} or (
        key_at(found, last) == "~" and key_at(found, last - 1) == key_at(found, last + 1) == "<u>"
    ):
        last += 1
    if found[last - 1].key == "to":
        last -= 1
    if key_at(found, last) == "," and key_at(found, last + 1) == "<u>":
        end = last + 1
        while key_at(found, end) == "<u>":
            end += 1
        last = end + (key_at(found, end) == ",")
    return [Person(item.member.codes, item.start, item.end, item.text, item.member.role)], last


def _speaker(found: Sequence[Item], here: int) -> tuple[list[Person], int] | None:
    """Reads "Mr. Churkin (Russian Federation)": who speaks for the member in the brackets."""
    last = here
    while key_at(found, last) in {"<u>", "~"} and last < here + REACH:
        last += 1
    member = found[last + 1].member if key_at(found, last) == "(" and last + 1 < len(found) else None
    if member is None or key_at(found, last + 2) != ")" or key_at(found, here - 1) not in {".", "", ";", ",", "and"}:
        return None
    item = found[last + 1]
    return [Person(member.codes, item.start, item.end, item.text, member.role)], last + 3


def _stranger(found: Sequence[Item], here: int) -> tuple[list[Person], int]:
    """A voter that psephos does not know: kept, and reported."""
    last = here
    while key_at(found, last) == "<u>":
        last += 1
    last += key_at(found, last) == "<m>" and found[last].text.casefold() in _TAILS
    start, end = found[here].start, found[last - 1].end
    words = " ".join(item.text for item in found[here:last])
    return [Person((), start, end, words, "unknown")], last


def _list_follows(found: Sequence[Item], here: int) -> bool:
    """Does an unknown capitalised word open a list of names?"""
    if key_at(found, here - 1) in {"and", "to", "by", "of", "'s", "with", "<u>", "in", "at", "from", "for"}:
        return False
    last = here
    while key_at(found, last) == "<u>":
        last += 1
    step = _separator(found, last)
    if step is None or key_at(found, last) in {"|", "–"}:
        return False
    after = last + step + (key_at(found, last + step) == "the")
    return key_at(found, after) == "<m>" and key_at(found, after + 1) in {",", "and", "voted", "abstained"}

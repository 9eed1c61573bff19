# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Vetoes told by a noun: "Moscow's veto stopped it", "because of the Russian veto", "its veto sank the text"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item
from psephos.read.atoms.nouns import Person
from psephos.read.phrases.clauses import Clause
from psephos.read.sentences.facts import Fact
from psephos.read.sentences.factuality import mode_of

__all__ = ["veto_facts"]

_KIND = (
    r"(?:(?:own|sole|lone|single|double|joint|twin|latest|<n>|second|third|fourth|fifth|permanent|predictable|expected"
    r"|familiar|solitary|negative|<t>|'s|right of|<t> 's) )*"
)
_NOUN = r"(?:veto(?:es)?|negative votes?|no votes?)(?= |$)"
_OWNED = re.compile(
    rf"(?<![^ ])(?P<who>(?:<m>|<d>)(?:(?: ,)?(?: and| ,)(?: the)? (?:<m>|<d>))*)(?: 's)? {_KIND}{_NOUN}"
)
_WHOSE = re.compile(rf"(?<![^ ])(?P<who><m>(?:(?: ,)?(?: and| ,)(?: the)? <m>)*) , whose {_KIND}{_NOUN}")
_PRONOUN = re.compile(rf"(?<![^ ])(?:its|his|her|their) {_KIND}veto(?:es)?(?= |$)")
_CAUSE = re.compile(
    r"(?:^| )(?:owing to|because of|due to|thanks to|by|after|despite|following|on account of|in view of|met with|as a"
    r" result of|foundered on|fell to|ran into|came up against|succumbed to|fell victim to|victim of|failed on"
    r"|wrecked on|(?:went|gone|goes) down to|died by|bowed to|through|on|with)(?: (?:a|an|the|yet another"
    r"|another|this))?(?: (?:double|lone|sole|single|joint))? $"
)
_EFFECT = re.compile(
    r" (?:that |(?:cast )?(?:on )?<t> |(?:then|thus|alone|again|on its own|however|also|nevertheless|in the <b>|of the "
    r"(?:draft|text"
    r"|resolution)|, however ,|at the <b>) )*(?:stopped|sank|killed|blocked|prevented|doomed|ended|defeated|was|were"
    r"|meant|amounted|sealed|kept|brought|put (?:an end|paid)|did the rest|came|spelled|proved|decided|struck|scuttled"
    r"|thwarted"
    r"|sufficed|made sure|ensured|torpedoed|shot|buried|undid|stood in the way|finished|foiled|brought down|cut short"
    r"|wrecked|derailed|settled|sinks|kills|blocks|stops|dooms|scuttles)(?= |$)"
)
_FOREIGN = re.compile(
    r"(?<![^ ])vet(?:o|os|oes)(?: (?:conjoint|conjunto|solitaire|solitario))? "
    r"(?P<who><d>(?:(?: ,)?(?: et| y| e| ,) <d>)*)(?= |$)"
)
"""French and Spanish put it after: "le veto russe", "el veto estadounidense"."""
_FOREIGN_CAUSE = re.compile(
    r"(?:^| )(?:a cause|en raison|du fait|suite|par suite|heurtee?s? (?:<t> )?|heurter|bute (?:<t> )?sur"
    r"|bloquee?s? (?:<t> "
    r")?par|empechee?s? (?:<t> )?par|rejetee?s? (?:<t> )?(?:par|apres)|apres|malgre|echoue (?:<t> )?(?:face|devant|sur)"
    r"|por|debido|tras|a causa de|pese|ante|topo (?:<t> )?con|choco (?:<t> )?con|tropezo (?:<t> )?con|gracias"
    r"|estrello (?:<t> )?contra|despues)(?: (?:a|au|aux|du|des|le|les|la|l'|un|el|al|del|los|de))*"
    r"(?: (?:double|seul|nouveau|doble|unico|nuevo))* $"
)
_FOREIGN_EFFECT = re.compile(
    r" (?:<t> )?(?:a empeche|ont empeche|a bloque|a fait echouer|a eu raison|ont eu raison|a scelle|a enterre|a"
    r" tue|impidio"
    r"|impidieron"
    r"|bloqueo|bloquearon|tumbo|tumbaron|freno|frustro|hundio|ha impedido|hizo fracasar|hizo naufragar)(?= |$)"
)
_FOREIGN_UNREAL = words(
    "menace menaces menacent crainte craignant risque risquent eviter evite contourner possible probable eventuel sans "
    "premier precedent dernier ancien depuis amenaza amenazas temor riesgo evitar evito posible eventual sin sortear "
    "anterior desde previo si"
)
_UNREAL = words(
    "threat threats threatened threatening avoid avoided avoiding avert averted averting risk risked fear fears feared "
    "possible potential prospect without likely would could may might if unless whether should against expected wary "
    "earlier previous past former repeated many several dozens anticipating facing escape escaped overcome"
)
_REACH = 8
_BETWEEN = 60


def veto_facts(clause: Clause) -> Iterator[Fact]:
    """The vetoes that a sentence tells by a noun.

    Examples:
        >>> from psephos.read.phrases.clauses import chunks, joined_keys, offsets
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "Moscow's veto stopped the draft."
        >>> found = items(text, 0, len(text), lexicon(), published=None, on=None)
        >>> clause = Clause(tuple(found), tuple(chunks(found, "en")), joined_keys(found), tuple(offsets(found)), 0)
        >>> [fact.persons[0].codes for fact in veto_facts(clause)]
        [('RUS',)]
    """
    for match in (*_OWNED.finditer(clause.keys), *_WHOSE.finditer(clause.keys)):
        if _told(clause, match.start(), match.end()):
            first, last = clause.item(match.start("who")), clause.item(match.end("who") - 1)
            owners = _owners(clause.found[first : last + 1])
            yield _fact(clause, clause.item(match.start()), clause.item(match.end() - 1), owners)
    for match in _FOREIGN.finditer(clause.keys):
        if _told_abroad(clause, match.start(), match.end()):
            first, last = clause.item(match.start("who")), clause.item(match.end("who") - 1)
            owners = _owners(clause.found[first : last + 1])
            yield _fact(clause, clause.item(match.start()), clause.item(match.end() - 1), owners)
    yield from _abstention_facts(clause)
    for match in _PRONOUN.finditer(clause.keys):
        if _told(clause, match.start(), match.end()):
            place = clause.item(match.start())
            owners = _subject(clause, place)
            if owners:
                yield _fact(clause, place, clause.item(match.end() - 1), owners)


def _told_abroad(clause: Clause, start: int, end: int) -> bool:
    """Reads "rejeté à cause du veto russe", "el veto estadounidense impidió": cast, and not feared or possible."""
    before, after = clause.keys[:start], clause.keys[end:]
    near = before[-_BETWEEN:].split()[-_REACH:]
    if set(near) & _FOREIGN_UNREAL or mode_of(near, near) != "asserted" or mode_of(after.split()[:3], []) != "asserted":
        return False
    return bool(_FOREIGN_CAUSE.search(before) or _FOREIGN_EFFECT.match(after))


_ABSTENTION = re.compile(
    r"(?<![^ ])(?P<who>(?:<m>|<d>)(?:(?: ,)?(?: and| ,)(?: the)? (?:<m>|<d>))*)(?: 's)? "
    r"(?:(?:own|sole|lone|joint|rare|surprise|unexpected|<t>|<t> 's) )*(?P<what>abstentions?|decision to "
    r"abstain)(?= |$)"
)


def _abstention_facts(clause: Clause) -> Iterator[Fact]:
    """Reads "China's abstention let it pass", "the US decision to abstain", where nothing makes it unreal."""
    for match in _ABSTENTION.finditer(clause.keys):
        near = clause.keys[: match.start()].split()[-_REACH:]
        following = set(clause.keys[match.end() :].split()[:3])
        if set(near) & _UNREAL or following & _SUPPOSED or mode_of([], near) != "asserted":
            continue
        first, last = clause.item(match.start("who")), clause.item(match.end("who") - 1)
        owners = _owners(clause.found[first : last + 1])
        end = clause.item(match.end() - 1)
        fact = _fact(clause, first, end, owners)
        yield replace(fact, choice="abstain", production="abstention-noun", veto=False)


_SUPPOSED = frozenset({"would", "could", "may", "might", "will", "if", "record"})


def _told(clause: Clause, start: int, end: int) -> bool:
    """Is it a veto that was cast, and not one feared, possible or of long ago?"""
    before, after = clause.keys[:start], clause.keys[end:]
    near = before[-_BETWEEN:].split()[-_REACH:]
    if set(near) & _UNREAL or near[-1:] in (["no"], ["any"], ["another"]) or mode_of([], near) != "asserted":
        return False
    following = set(after.split()[:3])
    if following & {"would", "could", "may", "might", "will", "power", "right", "if", "threat", "threats"}:
        return False
    return bool(_CAUSE.search(before) or _EFFECT.match(after))


def _owners(found: Sequence[Item]) -> tuple[Person, ...]:
    return tuple(
        Person(item.member.codes, item.start, item.end, item.text, item.member.role) for item in found if item.member
    )


def _subject(clause: Clause, place: int) -> tuple[Person, ...]:
    """Whose veto "its veto" is: the one member that the sentence speaks of before, at the beginning of a clause."""
    named = [
        piece.voters.members
        for number, piece in enumerate(clause.pieces)
        if piece.voters
        and piece.voters.members
        and piece.first < place
        and (number == 0 or clause.pieces[number - 1].key in {",", ";", ":", "and", "but", "<t>", "–", "."})
    ]
    if len(named) != 1 or _object_between(clause, named[0], place):
        return ()
    return tuple(person for person in named[0] if person.codes)


def _object_between(clause: Clause, owners: Sequence[Person], place: int) -> bool:
    """Reads "France condemned Russia after its veto": whose it was, the word does not tell."""
    return any(
        piece.voters
        and piece.voters.members
        and piece.voters.members != owners
        and piece.first < place
        and clause.found[piece.last].key not in _TEXTS
        for piece in clause.pieces
    )


_TEXTS = words("draft drafts resolution text proposal motion bill amendment 's own")


def _fact(clause: Clause, first: int, last: int, owners: tuple[Person, ...]) -> Fact:
    found = clause.found
    return Fact(
        "ballots",
        found[first].start,
        found[last].end,
        "veto-noun",
        clause.number,
        first,
        choice="no",
        persons=owners,
        veto=True,
    )

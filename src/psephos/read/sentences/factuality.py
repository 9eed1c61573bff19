# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Did it happen? The words around a clause that make it a rule, a threat, an expectation, or a matter of the past.

Only what a text asserts becomes a ballot. Everything here works on keys: folded words, marks and tags.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from psephos.read.atoms.lexical import words

__all__ = ["Mode", "is_denied", "is_generic", "is_past", "is_rule", "is_to_come", "mode_of"]

Mode = Literal["asserted", "irrealis", "negated", "past"]

_MODAL = words(
    "would could may might should must shall will can cannot 'll devrait pourrait podria debe "
    "deberia doit aurait habria devraient pourraient pourra pourront peut peuvent doivent auraient serait seraient "
    "voulait veut souhaite menace menacent menacait podrian podra podran puede pueden pudo pudieron habrian seria "
    "serian hubiera hubieran quiere queria amenaza amenazo amenazaron pretende"
)
_NEGATION = words("not never neither nor hardly nunca jamais tampoco")
_CHOSE = words(
    "chose chosen chooses choosing opted opts opting decided decides deciding preferred prefers "
    "preferring elected electing went proceeded continued "
    "proceeding moved joined managed able united combined banded helped"
)
_IF = words("if unless whether lest si assuming suppose supposing imagine provided")
_WOULD_BE = words(
    "expected likely threatened threatens threatening poised set ready due planned plans intends promised vowed pledged"
)
_HAD = words("had avait avaient etait etaient habia habian")
_STOP = frozenset([";", ":", "–", "(", ")", "|"])
_REACH = 14
_PAST = re.compile(
    r"(?:^| )(?:last (?:year|month|week|may|june|july|march|april|august|<t>)|(?:a|one|<n>) "
    r"(?:years?|months?|weeks?|days?|decades?) (?:ago|earlier|before)"
    r"|earlier (?:this|that|last|in|on|today|<t>)|previous(?:ly)?|the (?:previous|last) time"
    r"|years? ago|months? "
    r"ago|in early <t>|in late <t>|in mid ~ <t>"
    r"|in <yr>|in <t> <yr>|on (?:an|a) earlier occasion|in the past|back in|the year before|the "
    r"day before|the week before|the month before|last time|<t> last year|by contrast|since then"
    r"|el ano pasado|l' an dernier|l' annee derniere|la semana pasada|la semaine derniere"
    r"|anteriormente|precedemment|le mois dernier|el mes pasado|un an plus tot|un ano antes|il y a <n> "
    r"(?:ans?|mois|semaines|jours)|hace <n> (?:anos?|meses|semanas|dias)"
    r"|(?:en|el|du|de|fin|debut) (?:<t>|<yr>|[a-z]{3,10}) (?:dernier|pasado)|par le passe|en el pasado)(?= |$)"
)
_COMPARED = re.compile(
    r"(?:^| )(?:as|than|that of|those of|repeated|since|like|compared (?:to|with)|unlike|echoing"
    r"|matching|from|up from|down from|after)(?: [^ ]+){0,2} ?$"
    r"|(?:^| )(?:since|because)(?: [^ ,;]+){0,8} ?$|(?:^| )(?:launched|begun|began|established|set up|adopted"
    r"|imposed|dating "
    r"back) $"
)
_RULE = re.compile(
    r"(?:^| )(?:(?:when|if|whenever|should|once) <n> of (?:the|its)|(?:any|one|either|each) (?:of "
    r")?(?:the|its|those|these)? ?(?:<b> 's |council 's )?(?:<n> |five )?(?:permanent|veto)"
    r"|(?:needs?|required?s?|must (?:have|get|receive|obtain|win)|has to|have to|should) "
    r".{0,40}(?:votes?|veto|majority|favou?r)"
    r"|(?:necessary|needed|required) for|(?:in order )?to (?:pass|be adopted|be approved|be "
    r"accepted|get by|win adoption|succeed) ,|under the (?:rules|charter|fund|treaty|<b>)"
    r"|(?:a|single) (?:negative|no) vote (?:by|from) (?:a|any|one)|<n> no (?:vote )?from (?:a|any)|can (?:be "
    r")?veto|veto (?:power"
    r"|right)s? (?:of|held)|(?:has|have|hold|holds|holding|with|carry|enjoy|wield) (?:the "
    r")?(?:right (?:of|to)|power (?:of|to)|a)? ?veto"
    r"|nobody can|no (?:resolution|measure|text|draft|decision|action) can|is won with|takes <n> "
    r"votes|(?:are|is) what (?:the|a|an|any|it)|asks of (?:any|every|a)|it takes to|is not (?:affected|possible)"
    r"|would have taken|would take"
    r"|(?:adopted|passed|approved|carried) if|il faut|se necesitan|se requieren|doit (?:recueillir"
    r"|obtenir)|sin que|mayoria de)(?= |$)"
)


def mode_of(before: Sequence[str], clause: Sequence[str]) -> Mode:
    """How does the report put a choice?

    Args:
        before: the words between the subject and the choice, nearest last.
        clause: the words of the clause up to the choice, nearest last.

    Examples:
        >>> mode_of(["had", "threatened", "to"], ["<m>", "had", "threatened", "to"])
        'irrealis'
        >>> mode_of(["chose", "to"], ["<m>", "chose", "to"])
        'asserted'
    """
    words = [word for key in before for word in key.split()]
    if set(words) & _MODAL or set(words) & _WOULD_BE:
        return "irrealis"
    if "to" in words[-2:] and not set(words) & _CHOSE:
        return "irrealis"
    if _hypothetical(clause):
        return "irrealis"
    if set(words) & _NEGATION:
        return "negated"
    return "past" if set(words) & _HAD else "asserted"


def _hypothetical(clause: Sequence[str]) -> bool:
    """Does an "if" or "whether" govern the clause?"""
    near = clause[-_REACH:]
    for place in range(len(near) - 1, -1, -1):
        if near[place] in _STOP:
            return False
        if near[place] == "si" and near[max(0, place - 1)] in _SAID:
            continue  # "dijeron sí"
        if near[place] in _IF or (near[place] == "que" and near[max(0, place - 1)] in _PROVIDED):
            return True
    return False


_SAID = words("dijo dijeron voto votaron")
_PROVIDED = words("moins menos condition condicion para pour salvo")
"""Before "que" they make it a condition or an aim: "à moins que", "para que"."""


def is_rule(keys: str) -> bool:
    """Does the sentence state how the body decides, rather than what it decided?

    Examples:
        >>> is_rule("a resolution needs <n> votes in favour and no veto"), is_rule("<n> voted in favour")
        (True, False)
    """
    return bool(_RULE.search(keys))


_GENERIC = re.compile(
    r"(?:^| )(?:(?:resolutions|decisions|drafts|motions|texts)(?: [^ ,;]+){0,5} are (?:adopted|passed|made"
    r"|taken|approved)"
    r"|an? (?:[^ ,;]+ ){0,3}(?:resolution|draft|motion|text|decision)(?: (?!which|that|was|were)[^ ,;]+){0,9} "
    r"(?:passes|is (?:not )?adopted|is made|gets through)"
    r"|procedural (?:votes?|decisions?|motions?)(?: [^ ,;]+){0,5} (?:passes|pass|are (?:made|adopted|taken)) "
    r"|(?:une|la|las|los) (?:resolution|decision|resoluciones|decisiones)(?: [^ ,;]+){0,5} (?:est adoptee|se adoptan?) "
    r"|aprueba sus (?:resoluciones|decisiones))"
)


def is_generic(keys: str) -> bool:
    """Does the sentence tell how such texts are adopted, in the present and of no text of its own?

    Examples:
        >>> is_generic("a <b> resolution passes with <n> votes in favour"), is_generic("the resolution passes <s>")
        (True, False)
    """
    return bool(_GENERIC.search(keys))


_TO_COME = words("will would expected likely set due poised devrait should may might could")
_HAPPENED = words(
    "was were voted adopted passed approved rejected vetoed failed abstained got received won had has did fell backed "
    "opposed supported defeated been <yes> <no> <abstain>"
)


def is_to_come(keys: Sequence[str]) -> bool:
    """Is the verb of the clause one of what is to come, with nothing told as done after it?

    Examples:
        >>> is_to_come(["the", "<b>", "is", "set", "to", "adopt", "it", "on", "<t>", ",", "<m>"])
        True
    """
    for key in reversed(keys):
        if key in _STOP - {"(", ")"} or key in _HAPPENED:
            return False
        if key in _TO_COME:
            return True
    return False


_DENIED = re.compile(
    r"(?:^| )(?:(?:claims?|reports?|rumou?rs?|allegations?|suggestions?|posts?)(?: [^ ]+){0,4} that "
    r".*(?:false|wrong|untrue|unfounded"
    r"|incorrect|denied)|(?:not|never) true|(?:was|is|were) (?:false|untrue|wrong)(?: to \S+)? that|no evidence that"
    r"|(?:wrongly|falsely|incorrectly) (?:claim|report|stat|said|say)\w*|den(?:ied|ies) (?:that|having)"
    r"|misstated|misreported"
    r"|(?:earlier|previous) version|(?:no ~ one|nobody|no one) believe[sd]|fact ~? ?check)(?= |$)"
)


def is_denied(keys: str) -> bool:
    """Does the sentence tell something in order to deny it?

    Examples:
        >>> is_denied("reports that <m> voted against it were wrong")
        True
    """
    return bool(_DENIED.search(keys))


def is_past(keys: str) -> bool:
    """Does the clause place its vote before the one reported?

    Examples:
        >>> is_past("a year ago the resolution had as many votes")
        True
        >>> is_past("<n> voted in favour , as many as in <yr>")
        False
    """
    return any(not _COMPARED.search(keys[: found.start()]) for found in _PAST.finditer(keys))

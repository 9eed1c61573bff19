"""Adoption and rejection in French and Spanish: the formulas of the United Nations and the commonest of the press."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["FOREIGN", "Row"]

Row = tuple[str, bool, str, str]
"""Name, adopted or not, reason, pattern."""
FOREIGN: Sequence[Row] = (
    ("a-decide", True, "", r"<b> a (?:, [^,]+ , )?decide(?: , [^,]+ ,)? (?:de|d')"),
    (
        "salio-adelante",
        True,
        "",
        r"(?<!tampoco )(?<!no )sali(?:o|eron) adelante|(?:quedo|quedaron|resulto|resultaron) (?:aprobad|adoptad)[oa]s?",
    ),
    (
        "faute-de-voix",
        False,
        "insufficient",
        (
            r"(?:faute d' avoir|sans avoir|n' (?:a|ayant) pas) (?:recueilli|obtenu)(?: \S+){0,3} (?:voix"
            r"|votes|majorite)"
        ),
    ),
    (
        "falto-votos",
        False,
        "insufficient",
        (
            r"(?:no (?:obtuvo|logro|alcanzo|reunio|consiguio)|sin (?:obtener|lograr|alcanzar|reunir))(?: "
            r"\S+){0,4} (?:votos|mayoria)"
        ),
    ),
    (
        "n-a-pas-pu",
        False,
        "",
        r"n' (?:a|ont) pas (?:ete en mesure|pu|reussi|ete capable) (?:d' |a |de )?(?:adopter|approuver)",
    ),
    ("a-echoue", False, "", r"a echoue (?:, (?:[^,]+) , )?a adopter"),
    ("n-a-pas-adopte", False, "", r"n' (?:a|ont) pas (?:adopte|ete adopte|approuve|pu adopter)"),
    ("n-a-pas-ete", False, "", r"n' (?:a|ont) pas ete (?:adopte|approuve|retenu)(?:e|s|es)?"),
    ("a-rejete", False, "", r"a (?:, (?:[^,]+) , )?(?:rejete|repousse)"),
    ("a-adopte", True, "", r"<b> a (?:, (?:[^,]+) , )?(?:<t> |unanimement |aussi |egalement )*(?:adopte|approuve)"),
    ("est-passe", True, "", r"(?:est|sont) (?:passe|vote)(?:e|s|es)? (?:<t> |hier )?(?:au|a l'|devant|a la) "),
    ("a-ete-adopte", True, "", r"(?:a|ont) ete (?:adopte|approuve)(?:e|s|es)?"),
    ("a-ete-rejete", False, "", r"(?:a|ont) ete (?:rejete|repousse)(?:e|s|es)?"),
    (
        "no-aprobo",
        False,
        "",
        (
            r"tampoco (?:salio adelante|fue aprobad[oa]|prospero)|no (?:salio adelante|aprobo|adopto|logro "
            r"aprobar|pudo aprobar|prospero|fue aprobad[oa]|fue "
            r"adoptad[oa]|ha sido aprobad[oa]|consiguio aprobar)"
        ),
    ),
    ("fracaso", False, "", r"(?:proyecto|texto|resolucion|propuesta|y|,)(?: <d>)? (?:fracaso|fracasaron|naufrago)"),
    ("rechazo", False, "", r"(?:<b> (?:\S+ ){0,4}(?:rechazo|ha rechazado)|(?:fue|ha sido|fueron) rechazad[oa]s?)"),
    (
        "aprobo",
        True,
        "",
        (
            r"(?:<b> (?:\S+ ){0,4}(?:aprobo|adopto|ha aprobado|ha adoptado)|(?:fue|ha sido"
            r"|fueron) (?:aprobad|adoptad)[oa]s?)"
        ),
    ),
)

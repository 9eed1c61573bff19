"""Adoption and rejection in French and Spanish: the formulas of the United Nations and the commonest of the press."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["FOREIGN", "Row"]

Row = tuple[str, bool, str, str]
"""Name, adopted or not, reason, pattern."""
_BY_NOBODY = r"(?<!<m> )(?<!<d> )"
"""What a member rejected or did not approve is no outcome."""
FOREIGN: Sequence[Row] = (
    ("a-decide", True, "", r"<b> a (?:, [^,]+ , )?decide(?: , [^,]+ ,)? (?:de|d')"),
    (
        "a-exige",
        True,
        "",
        (
            r"<b> a (?:(?:<t>|, [^,]+ ,|massivement|unanimement|a l' unanimite|aussi) )*(?:exige|condamne|reclame"
            r"|autorise"
            r"|impose|accorde|proroge|prolonge|renouvele|leve|admis|suspendu|mis fin)(?= )"
        ),
    ),
    (
        "exigio",
        True,
        "",
        (
            r"<b>(?: de (?:la )?(?:<b>|<u>))? (?:(?:<t>|, [^,]+ ,|masivamente|tambien) )*(?:exigio|condeno|pidio"
            r"|reclamo|autorizo"
            r"|impuso|concedio|prorrogo|renovo|levanto|extendio|suspendio|puso fin)(?= )"
        ),
    ),
    ("derrotado", False, "", r"(?:salio|salieron|resulto|quedo|fue|fueron) derrotad[oa]s?"),
    ("apposed-rejete", False, "", r", (?:rejete|repousse)(?:e|s|es)?(?= (?:<t>|par|au|a l'|lors))"),
    ("apposed-adopte", True, "", r", (?:adopte|approuve)(?:e|s|es)?(?= (?:<t>|par|a l' unanimite|lors))"),
    ("apposed-rechazado", False, "", r", rechazad[oa]s?(?= (?:<t>|por|en))"),
    ("apposed-aprobado", True, "", r", (?:aprobad|adoptad)[oa]s?(?= (?:<t>|por|con))"),
    (
        "a-donne-son-feu-vert",
        True,
        "",
        r"<b> a (?:(?:<t>|, [^,]+ ,) )*donne (?:<t> )?son (?:feu vert|aval|accord)",
    ),
    (
        "dio-luz-verde",
        True,
        "",
        (
            r"<b> (?:(?:<t>|, [^,]+ ,|por unanimidad) )*dio (?:(?:<t>|por unanimidad) )*(?:luz verde|(?:su|el) visto"
            r" bueno)"
        ),
    ),
    (
        "decidio",
        True,
        "",
        r"<b> (?:(?:<t>|, [^,]+ ,|por unanimidad) )*decidio (?:(?:<t>|, [^,]+ ,|por unanimidad) )*[a-z]+(?:ar|er|ir)",
    ),
    ("est-rejete", False, "", r"(?:est|sont) (?:(?:donc|ainsi|alors|par consequent) )*(?:rejete|repousse)(?:e|s|es)?"),
    ("est-donc-adopte", True, "", r"(?:est|sont) (?:donc|ainsi|alors|par consequent) (?:adopte|approuve)(?:e|s|es)?"),
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
        (
            rf"{_BY_NOBODY}n' (?:a|ont) (?:<t> |donc |toujours )*(?:pas )?(?:ete en mesure|pu|reussi|ete capable)"
            rf" (?:d' |a |de"
            r" )?(?:adopter|approuver)"
        ),
    ),
    (
        "a-echoue",
        False,
        "",
        (
            rf"{_BY_NOBODY}a (?:de nouveau )?echoue (?:, (?:[^,]+) , |<t> )?a (?:adopter|imposer|exiger|condamner"
            rf"|prolonger)"
        ),
    ),
    (
        "n-a-pas-adopte",
        False,
        "",
        (
            rf"{_BY_NOBODY}n' (?:a|ont) (?:donc |ainsi |finalement |toutefois )*pas (?:adopte|ete adopte|approuve|pu"
            rf" adopter)"
        ),
    ),
    (
        "n-a-pas-ete",
        False,
        "",
        (
            r"n' (?:a|ont) (?:donc |ainsi |finalement |toutefois |en definitive )*(?:pas |pu )+(?:donc )?(?:ete|etre) "
            r"(?:adopte|approuve|retenu)(?:e|s|es)?"
        ),
    ),
    (
        "a-rejete",
        False,
        "",
        (
            r"(?:<b>(?: , qui)?|il|elle) (?:l' )?a (?:(?:, [^,]+ ,|<t>|aussi|egalement|unanimement|ensuite|d' "
            r"abord|enfin|puis) )*(?:rejete|repousse)"
        ),
    ),
    (
        "a-adopte",
        True,
        "",
        (
            r"<b> a (?:, (?:[^,]+) , )?(?:<t> |unanimement |aussi |egalement |ensuite |enfin |finalement "
            r"|puis |d' abord )*"
            r"(?:adopte|approuve"
            r"|vote (?:<t> )?(?:a l' unanimite )?(?:la|<n>|le|cette) (?:resolution|texte))"
        ),
    ),
    ("est-passe", True, "", r"(?:est|sont) (?:passe|vote)(?:e|s|es)? (?:<t> |hier )?(?:au|a l'|devant|a la) "),
    ("a-ete-adopte", True, "", r"(?:a|ont) ete (?:adopte|approuve)(?:e|s|es)?"),
    ("a-ete-rejete", False, "", r"(?:a|ont) ete (?:rejete|repousse)(?:e|s|es)?"),
    (
        "no-aprobo",
        False,
        "",
        (
            r"tampoco (?:salio adelante|fue aprobad[oa]|prospero)|(?<!<m> )(?<!<d> )no (?:salio adelante|pudo ser"
            r" (?:aprobad"
            r"|adoptad)[oa]|logro ser (?:aprobad|adoptad)[oa]|aprobo|adopto|logro "
            r"aprobar|pudo aprobar|prospero|fue aprobad[oa]|fue "
            r"adoptad[oa]|ha sido aprobad[oa]|consiguio aprobar)"
        ),
    ),
    (
        "fracaso",
        False,
        "",
        (
            r"(?:proyecto|texto|resolucion|propuesta|borrador|iniciativa|y|,)(?: (?!el |un |su |del |y |, )[^ ]+){0,6} "
            r"(?<! el )(?<! un )(?<! su )(?<! del )(?:fracaso|fracasaron|naufrago)"
        ),
    ),
    (
        "rechazo",
        False,
        "",
        (
            r"(?:<b> (?:(?!<m>|<d>)\S+ ){0,4}(?:rechazo|ha rechazado)|(?:fue|ha sido|fueron)"
            r" rechazad[oa]s?)"
        ),
    ),
    (
        "aprobo",
        True,
        "",
        (
            r"(?:<b> (?:(?!<m>|<d>)\S+ ){0,4}(?:aprobo|adopto|ha aprobado|ha adoptado)|(?:fue|ha sido"
            r"|fueron) (?:aprobad|adoptad)[oa]s?)"
        ),
    ),
)

"""Spanish: the formulas of the United Nations, and how the press tells of votes."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.lexicon.choiceverbs import SOFT, Form

__all__ = ["SPANISH"]

_NUEVO = (
    r"(?:(?:<t>|, <t> ,|de nuevo|nuevamente|otra vez|tambien|finalmente|por unanimidad|unanimemente|igualmente"
    r"|en bloque|en el <b>|en la <b>) )*"
)
"""Adverbs and times between a Spanish verb and its object."""
_NO_NOUN = r"(?<!el )(?<!su )(?<!<n> )(?<!del )(?<!al )(?<!cada )(?<!unico )(?<!con )"
"""After one of these "voto" is the noun."""
_SU_VETO = r"(?:su |el |<n> )?(?:propio |doble |nuevo )?(?:derecho (?:de|a|al) |poder de )?veto"
_LOS_TEXTOS = (
    r"(?:(?:el|la|los|<n>|este|esta|dicho|dicha) )?(?:(?:anteproyecto|proyecto|texto|borrador|resolucion|propuesta"
    r"|iniciativa|documento|mocion|enmienda)s?)"
)
SPANISH: Sequence[tuple[str, str, Form, str]] = (
    (
        "voto-a-favor",
        "yes",
        "finite",
        (
            rf"(?:{_NO_NOUN}voto|votaron|volvio a votar|volvieron a votar|ha votado|han votado|votando|vota|votan)"
            rf" (?:{SOFT}|{_NUEVO})a (?:su"
            rf" )?favor(?: de| del)?"
        ),
    ),
    (
        "voto-en-contra",
        "no",
        "finite",
        (
            rf"(?:{_NO_NOUN}voto|votaron|volvio a votar|volvieron a votar|ha votado|han votado|votando|vota|votan)"
            rf" (?:{SOFT}|{_NUEVO})(?:en (?:su"
            rf" )?contra"
            r"(?: de| del)?|negativamente)"
        ),
    ),
    (
        "se-abstuvo",
        "abstain",
        "finite",
        (
            r"se (?:abstuvo|abstuvieron|ha abstenido|han abstenido|abstiene|abstienen)(?: de votar)?|(?:volvio"
            r"|volvieron|ha vuelto|han vuelto) a abstenerse"
        ),
    ),
    (
        "opto-por-abstenerse",
        "abstain",
        "finite",
        (
            r"(?:opto|optaron|eligio|eligieron|prefirio|prefirieron|decidio|decidieron|se inclino|se inclinaron) "
            r"(?:por )?(?:la abstencion|abstenerse)"
        ),
    ),
    ("si-y-no", "yes", "nominal", r"(?:sies|(?:votos )?(?:afirmativos|positivos))"),
    ("noes-es", "no", "nominal", r"(?:noes|(?:votos )?negativos)"),
    ("absteniendose", "abstain", "participle", r"(?:absteniendose|se abstuvieran)"),
    (
        "no-participo",
        "not_participating",
        "finite",
        r"no (?:participo|participaron|tomo parte|tomaron parte)(?: en la votacion)?",
    ),
    (
        "veto",
        "no",
        "finite",
        (
            r"(?:(?:la|lo|las|los) )?(?:veto|vetaron|ha vetado|han vetado|(?:volvio|volvieron|ha vuelto|han vuelto) a"
            r" vetar)"
        ),
    ),
    (
        "se-unio-en-contra",
        "no",
        "finite",
        r"se (?:unio|unieron|sumo|sumaron) a <m> (?:(?:al|para) votar en contra|en (?:contra|el voto en contra))",
    ),
    ("lo-hizo-a-favor", "yes", "finite", r"lo (?:hizo|hicieron) a favor(?: de| del)?"),
    ("lo-hizo-en-contra", "no", "finite", r"lo (?:hizo|hicieron) en contra(?: de| del)?"),
    (
        "se-pronuncio-a-favor",
        "yes",
        "finite",
        rf"se (?:pronuncio|pronunciaron|manifesto|manifestaron|mostro|mostraron) {_NUEVO}a favor(?: de| del)?",
    ),
    (
        "se-pronuncio-en-contra",
        "no",
        "finite",
        rf"se (?:pronuncio|pronunciaron|manifesto|manifestaron|mostro|mostraron) {_NUEVO}en contra(?: de| del)?",
    ),
    (
        "a-favor-votaron",
        "yes",
        "passive",
        (
            r"a (?:su )?favor (?:votaron|voto|lo hicieron|lo hizo|se pronunciaron|se pronuncio|se manifestaron"
            r"|estuvieron|figuran)(?: , entre (?:otros|otras|ellos) ,)?"
        ),
    ),
    (
        "en-contra-votaron",
        "no",
        "passive",
        (
            r"en (?:su )?contra (?:votaron|voto|lo hicieron|lo hizo|se pronunciaron|se pronuncio|se manifestaron"
            r"|estuvieron|figuran)(?: , entre (?:otros|otras|ellos) ,)?"
        ),
    ),
    (
        "entre-los-abstenidos",
        "abstain",
        "passive",
        r"se (?:abstuvieron|han abstenido) (?:figuran|figuraron|figuraban|estan|estuvieron|estaban|se encuentran)",
    ),
    (
        "figura-entre-los-contrarios",
        "no",
        "finite",
        (
            r"(?:figuran|figuraron|figura|estan|estuvieron|se encuentran) entre (?:los|las) (?:<n> )?"
            r"(?:(?:paises|estados|miembros) )?que votaron en contra"
        ),
    ),
    (
        "figura-entre-los-abstenidos",
        "abstain",
        "finite",
        (
            r"(?:figuran|figuraron|figura|estan|estuvieron|se encuentran) entre (?:los|las) (?:<n> )?"
            r"(?:(?:paises|estados|miembros) )?que se abstuvieron"
        ),
    ),
    (
        "opositores-figuran",
        "no",
        "passive",
        r"(?:opositores|opuestos|detractores) (?:figuran|figuraban|figuraron|estan|estuvieron|se encuentran)",
    ),
    ("dijo-si", "yes", "finite", r"(?:dijo|dijeron|votaron|voto) (?:que )?si(?= (?:[,.;]|y)|$)"),
    ("dijo-no", "no", "finite", r"(?:dijo|dijeron|votaron|voto) (?:que )?no(?= (?:[,.;]|y)|$)"),
    ("voto-a-favor-de", "yes", "passive", r"(?:el|los|<n>) votos? a favor (?:de|del)"),
    (
        "entre-los-contrarios",
        "no",
        "passive",
        r"votaron en contra (?:figuran|figuraron|figuraban|estan|estuvieron|estaban|se encuentran)",
    ),
    (
        "entre-los-favorables",
        "yes",
        "passive",
        r"votaron a favor (?:figuran|figuraron|figuraban|estan|estuvieron|estaban|se encuentran)",
    ),
    (
        "unico-en-contra",
        "no",
        "finite",
        (
            r"(?:fue|fueron|ha sido) (?:el unico|la unica|los unicos|las unicas) (?:(?:pais|paises|miembro"
            r"|miembros|estado"
            rf"|voto|delegacion|del <b>|de la <b>) )*(?:que {_NUEVO}(?:voto|votaron|ha votado) en contra(?: del| de)?"
            r"|en votar en contra(?: del| de)?|en oponerse)"
        ),
    ),
    (
        "unico-que-se-abstuvo",
        "abstain",
        "finite",
        (
            r"(?:fue|fueron|ha sido) (?:el unico|la unica|los unicos|las unicas) (?:(?:pais|paises|miembro"
            r"|miembros|estado"
            rf"|delegacion|del <b>|de la <b>) )*(?:que {_NUEVO}se (?:abstuvo|abstuvieron)|en abstenerse)"
        ),
    ),
    (
        "bloqueo",
        "no",
        "finite",
        (
            rf"(?:bloqueo|bloquearon|ha bloqueado|han bloqueado|tumbo|tumbaron|torpedeo) {_NUEVO}"
            r"(?=(?:[^ .;:(),]+ ){0,4}(?:proyecto|texto|resolucion|propuesta|borrador|iniciativa|ingreso"
            r"|admision)(?: |$))"
            rf"(?:{_LOS_TEXTOS}|el|la|<n>)"
        ),
    ),
    (
        "impidio-con-veto",
        "no",
        "finite",
        (
            r"(?:impidio|impidieron|bloqueo|bloquearon|tumbo|tumbaron|freno|frenaron|frustro|rechazo|rechazaron)"
            r"(?: [^ ,.;:]+){0,5} (?:, )?(?:con|mediante|haciendo uso de|recurriendo a|ejerciendo|usando|utilizando) "
            rf"{_SU_VETO}"
        ),
    ),
    (
        "vetado-por",
        "no",
        "passive",
        rf"(?:(?:fue|fueron|ha sido|han sido|resulto|quedo) |, |y )vetad[oa]s? {_NUEVO}por",
    ),
    (
        "al-ejercer",
        "no",
        "passive",
        (
            r"(?:al|tras) (?:ejercer|usar|utilizar|imponer|interponer|hacer uso)"
            rf"(?= (?:<m> (?:, |y |e )?)+(?:de )?{_SU_VETO})"
        ),
    ),
    (
        "despues-de-que-vetara",
        "no",
        "passive",
        (
            r"(?:despues|luego) de que(?= (?:<m> (?:, |y |e )?)+(?:vetara|vetaran|la vetara|lo vetara|lo vetaran"
            r"|la vetaran"
            rf"|(?:ejerciera|ejercieran|impusiera|impusieran|usara|usaran|utilizara|interpusiera) {_SU_VETO}))"
        ),
    ),
    (
        "despues-de-que-se-abstuviera",
        "abstain",
        "passive",
        r"(?:despues|luego) de que(?= (?:<m> (?:, |y |e )?)+se (?:abstuviera|abstuvieran))",
    ),
    (
        "despues-de-que-votara-en-contra",
        "no",
        "passive",
        r"(?:despues|luego) de que(?= (?:<m> (?:, |y |e )?)+(?:votara|votaran) en contra)",
    ),
    (
        "recibio-el-apoyo",
        "yes",
        "passive",
        (
            r"(?:recibio|obtuvo|logro|conto con|tuvo|reunio|recabo|concito|consiguio|recogio|sumo) (?:<t> )?(?:el"
            r" |los )?"
            r"(?:apoyo|respaldo|aval|votos? favorables?|votos?(?: a favor)?|si) (?:de|del)"
        ),
    ),
    (
        "ejercio-veto",
        "no",
        "finite",
        (
            r"(?:ejercio|ejercieron|hizo valer|hicieron valer|uso|usaron|utilizo|utilizaron|impuso|impusieron"
            r"|interpuso|interpusieron|hizo uso de"
            rf"|hicieron uso de|recurrio a|recurrieron a|recurrio al|volvio a ejercer|volvio a usar|volvio a imponer) "
            rf"{_NUEVO}{_SU_VETO}"
        ),
    ),
    ("lo-ejercio", "no", "finite", r"lo (?:ejercio|ejercieron|uso|usaron|utilizo|utilizaron)"),
    (
        "apoyo",
        "yes",
        "finite",
        (
            rf"(?:(?:lo|la) )?(?:apoyaron|respaldaron|aprobaron|(?:apoyo|respaldo)(?= (?:{_NUEVO})?{_LOS_TEXTOS}))"
            rf" {_NUEVO}{_LOS_TEXTOS}"
        ),
    ),
    (
        "la-tumbo-el-veto",
        "no",
        "passive",
        r"(?:tumbo|tumbaron|freno|bloqueo|frustro|hundio|detuvo) (?:el|un|su) (?:doble |nuevo )?veto (?:de|del)",
    ),
    ("el-veto-de", "no", "passive", r"(?:el|<n>|al|del|los) (?:<n> |doble |nuevo |unico |solo )?vetos? (?:de|del)"),
    ("abstenidos", "abstain", "nominal", r"abstenid[oa]s"),
    (
        "se-opuso",
        "no",
        "finite",
        (
            r"se (?:opuso|opusieron|ha opuesto|han opuesto)(?: al (?:proyecto|texto|borrador)| a la (?:resolucion"
            r"|propuesta)|(?! (?:a|al) ))"
        ),
    ),
    ("abstencion-de", "abstain", "passive", r"(?:abstencion|abstenciones) (?:de|del)"),
    (
        "voto-en-contra-de",
        "no",
        "passive",
        r"(?:(?:el|un|los|<n>) votos? en contra|(?:el |un |los )?votos? negativos?) (?:de|del)",
    ),
    ("veto-de", "no", "passive", r"(?:por el|debido al|tras el|a causa del) veto (?:de|del)"),
    (
        "con-el-respaldo",
        "yes",
        "passive",
        r"con (?:el (?:respaldo|apoyo|voto favorable|visto bueno)|los votos) (?:de|del)",
    ),
    ("respaldado-por", "yes", "passive", rf"(?:apoyad|respaldad|aprobad|adoptad)[oa]s? {_NUEVO}por(?! <n> votos)"),
)

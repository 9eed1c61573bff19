"""French and Spanish: the formulas of the United Nations in those languages, and the commonest of the press."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.lexicon.choiceverbs import SOFT, Form

__all__ = ["FRENCH", "SPANISH"]

_AGAIN = (
    r"(?:(?:<t>|, <t> ,|de nouveau|a nouveau|une nouvelle fois|encore|egalement|aussi|finalement|ensuite|donc|ainsi"
    r"|tous|toutes|notamment|majoritairement|en masse|unanimement|deja|au <b>|a l' <b>|hier) )*"
)
"""Adverbs and times between the parts of a French verb."""
_NUEVO = (
    r"(?:(?:<t>|, <t> ,|de nuevo|nuevamente|otra vez|tambien|finalmente|por unanimidad|unanimemente|igualmente"
    r"|en bloque|en el <b>|en la <b>) )*"
)
"""Adverbs and times between a Spanish verb and its object."""
_NO_NOUN = r"(?<!el )(?<!su )(?<!<n> )(?<!del )(?<!al )(?<!cada )(?<!unico )(?<!con )"
"""After one of these "voto" is the noun."""
_SON_VETO = r"(?:son |leur |<n> |le )?(?:double |propre |nouveau )?(?:droit (?:de|d' un) )?veto"
_SU_VETO = r"(?:su |el |<n> )?(?:propio |doble |nuevo )?(?:derecho (?:de|a|al) |poder de )?veto"
_LOS_TEXTOS = (
    r"(?:(?:el|la|los|<n>|este|esta|dicho|dicha) )?(?:(?:anteproyecto|proyecto|texto|borrador|resolucion|propuesta"
    r"|iniciativa|documento|mocion|enmienda)s?)"
)
_LES_TEXTES = r"(?:(?:le|la|les|l'|<n>|ce|cette) )?(?:(?:projet|texte|resolution|proposition|amendement|initiative)s?)"


FRENCH: Sequence[tuple[str, str, Form, str]] = (
    (
        "a-vote-pour",
        "yes",
        "finite",
        (
            rf"(?:y )?(?:a|ont|avait|avaient) (?:{SOFT}|{_AGAIN})vote (?:{SOFT}|{_AGAIN})"
            r"(?:pour|en (?:sa |leur )?faveur(?: de| du)?|favorablement)"
        ),
    ),
    (
        "l-a-appuye",
        "yes",
        "finite",
        r"(?:l'|les|y) (?:a|ont|avait|avaient) (?:appuye|soutenu|approuve|ete favorables?)(?:e|s|es)?",
    ),
    ("s-y-oppose", "no", "finite", r"s' y (?:est|sont|etait|etaient) (?:oppose|declare hostile)(?:e|s|es)?"),
    (
        "a-choisi-l-abstention",
        "abstain",
        "finite",
        r"(?:a|ont) (?:choisi|prefere|decide|opte)(?: pour)? (?:(?:de )?s' abstenir|l' abstention)",
    ),
    (
        "a-vote-contre",
        "no",
        "finite",
        rf"(?:y )?(?:a|ont|avait|avaient) (?:{SOFT}|{_AGAIN})vote (?:{SOFT}|{_AGAIN})contre",
    ),
    (
        "ayant-vote-pour",
        "yes",
        "participle",
        r"(?:ayant|en) (?:tous |toutes )?(?:vote|votant) (?:pour|en faveur(?: de| du)?)",
    ),
    ("ayant-vote-contre", "no", "participle", r"(?:ayant|en) (?:tous |toutes )?(?:vote|votant) contre"),
    ("votant-pour", "yes", "participle", r"votant (?:pour|en faveur(?: de| du)?)"),
    ("votant-contre", "no", "participle", r"votant contre"),
    (
        "s-est-abstenu",
        "abstain",
        "finite",
        r"s' (?:est|sont|etait|etaient|etant) (?:egalement |aussi )?abstenu(?:e|s|es)?",
    ),
    ("se-sont-abstenus", "abstain", "finite", r"se sont (?:egalement |aussi |tous |toutes )?abstenu(?:e|s|es)?"),
    ("s-abstenant", "abstain", "participle", r"s' (?:abstenant|etant abstenu(?:e|s|es)?)"),
    (
        "n-a-pas-participe",
        "not_participating",
        "finite",
        r"n' (?:a|ont) pas (?:pris part|participe)(?: au vote| au scrutin)?",
    ),
    (
        "s-est-oppose",
        "no",
        "finite",
        (
            rf"(?:s' est|se sont) {_AGAIN}(?:oppose|prononce)(?:e|s|es)? (?:contre|au projet|au texte|a ce texte|a la"
            rf" resolution)"
        ),
    ),
    (
        "s-est-oppose-seul",
        "no",
        "finite",
        (
            r"(?:s' (?:est|etait)|se sont) oppose(?:e|s|es)?(?: seule?s?)?"
            r"(?= (?:,|<t>|contre|\.|;|et|hier)(?: |$)|$)"
        ),
    ),
    (
        "y-etait-favorable",
        "yes",
        "state",
        (
            r"(?:y |lui )?(?:etaient|etait|sont|est) (?:pourtant |tous |toutes |egalement |aussi "
            r")*(?:favorables?|pour)(?! (?:a l' )?(?:le|la|les|un|une) )"
        ),
    ),
    (
        "y-etait-oppose",
        "no",
        "state",
        r"(?:y |lui )?(?:etaient|etait) (?:pourtant |tous |toutes )*(?:opposee?s?|hostiles?|contre)",
    ),
    (
        "veto-du-nom",
        "no",
        "passive",
        (
            r"(?:le|les|son|leur|ce|du|des|au|aux) (?:<n> |double |seul |nouveau"
            r" )?vetos? (?:de|du|des|d')"
        ),
    ),
    (
        "voix-celle-de",
        "no",
        "passive",
        r"(?:un|<n>|une) (?:vote|voix) (?:contre|negative?),? ,? ?(?:celui|celle|ceux|celles) (?:de|du|des|d')",
    ),
    (
        "s-est-prononce-pour",
        "yes",
        "finite",
        rf"(?:s' est|se sont) {_AGAIN}prononce(?:e|s|es)? (?:pour|en faveur(?: de| du)?)",
    ),
    (
        "a-oppose-veto",
        "no",
        "finite",
        (
            rf"(?:y )?(?:a|ont) {_AGAIN}(?:oppose|mis|exerce|utilise|use de|use|fait usage de|fait usage|impose|appose"
            rf"|recouru a|eu recours a) {_AGAIN}(?:de |a )?{_SON_VETO}"
        ),
    ),
    ("avec-l-appui", "yes", "passive", r"avec (?:l' appui|le soutien|l' aval|les voix) (?:de|des|du|d')"),
    (
        "soutenu-par",
        "yes",
        "passive",
        rf"(?:soutenu|appuye|approuve|adopte)(?:e|s|es)? {_AGAIN}(?:que )?par(?! <n> (?:voix|votes))",
    ),
    (
        "ayant-oppose-veto",
        "no",
        "participle",
        (
            r"(?:ayant|en) (?:y )?(?:oppose|mis|exerce|utilise|opposant|exercant|mettant|utilisant|faisant usage"
            r" de|recourant a"
            rf"|usant de) {_SON_VETO}"
        ),
    ),
    (
        "a-soutenu",
        "yes",
        "finite",
        rf"(?:a|ont) {_AGAIN}(?:soutenu|appuye|approuve) {_AGAIN}{_LES_TEXTES}",
    ),
    (
        "s-est-joint-contre",
        "no",
        "finite",
        (
            r"(?:s' est|se sont) jointe?s? (?:a|au|aux) (?:(?:la|l') )?<m> pour (?:voter contre|s' y opposer|s'"
            r" opposer au texte)"
        ),
    ),
    (
        "s-est-oppose-par-veto",
        "no",
        "finite",
        rf"(?:s' est|se sont) {_AGAIN}opposee?s? {_AGAIN}(?:par|avec) {_SON_VETO}",
    ),
    (
        "a-bloque-par-veto",
        "no",
        "finite",
        (
            rf"(?:a|ont) {_AGAIN}(?:bloque|rejete|empeche|stoppe|torpille|ecarte|enterre)(?: [^ ,.;:]+){{0,5}} (?:, )?"
            rf"(?:(?:en|y) )+(?:usant de|recourant a|utilisant|opposant|exercant|faisant usage de|mettant) {_SON_VETO}"
        ),
    ),
    (
        "a-bloque",
        "no",
        "finite",
        (
            rf"(?:a|ont) {_AGAIN}(?:bloque|torpille|fait echouer|enterre|empeche)"
            r"(?=(?: <t>| au <b>| a l' <b>)*(?: , [^,]{1,40} ,)?(?: [^ .;:(),]+){1,6} (?:projets?|textes?"
            r"|resolution|proposition|admission"
            r"|adhesion|appel)(?: |$))"
        ),
    ),
    (
        "a-recu-le-soutien",
        "yes",
        "passive",
        (
            r"(?:recu|obtenu|recueilli|beneficie|rallie) (?:<t> )?(?:du |de )?(?:le |l' |les |la )?(?:soutien"
            r"|appui|aval"
            r"|voix|suffrages|approbation|votes? favorables?) (?:de|du|des|d')"
        ),
    ),
    (
        "s-etant-prononce-pour",
        "yes",
        "participle",
        r"s' etant (?:tous |toutes )?(?:prononce|declare)(?:e|s|es)? (?:pour|en faveur(?: de| du)?|favorables?)",
    ),
    (
        "s-etant-oppose",
        "no",
        "participle",
        (
            r"s' (?:y )?etant (?:oppose|prononce)(?:e|s|es)?(?: contre| (?:au projet|au texte|a ce texte|a la"
            r" resolution))?"
        ),
    ),
    (
        "seul-a-voter-contre",
        "no",
        "finite",
        (
            r"(?:a|ont) ete (?:le|la|les) seule?s? (?:pays |membres? |etats? )?(?:du <b> )?a (?:(?:s' y |s' )opposer"
            r"|voter contre)"
        ),
    ),
    (
        "seul-a-s-abstenir",
        "abstain",
        "finite",
        r"(?:a|ont) ete (?:le|la|les) seule?s? (?:pays |membres? |etats? )?(?:du <b> )?a s' abstenir",
    ),
    (
        "parmi-les-abstentions",
        "abstain",
        "passive",
        r"se sont (?:egalement )?abstenu(?:e|s|es)? (?:figurent|figuraient|on trouve|on compte)",
    ),
    (
        "opposants-figurent",
        "no",
        "passive",
        (
            r"(?:opposants|opposes|contre) (?:figurent|figuraient|on trouve|on"
            r" compte)"
        ),
    ),
    (
        "abstentionnistes-figurent",
        "abstain",
        "passive",
        r"(?:abstentionnistes|abstentions) (?:figurent|figuraient|on trouve|on compte)(?: celles? (?:de|du|des|d'))?",
    ),
    ("a-vote-oui", "yes", "finite", r"(?:a|ont) (?:vote|dit) oui"),
    ("a-vote-non", "no", "finite", r"(?:a|ont) (?:vote|dit) non"),
    (
        "figure-parmi-les-contre",
        "no",
        "finite",
        (
            r"figur(?:e|ent|ait|aient) parmi (?:ceux|(?:les|des) (?:<n> )?(?:pays|etats|membres)) (?:ayant|qui ont)"
            r" vote contre"
        ),
    ),
    (
        "figure-parmi-les-abstentions",
        "abstain",
        "finite",
        (
            r"figur(?:e|ent|ait|aient) parmi (?:ceux|(?:les|des) (?:<n> )?(?:pays|etats|membres)) "
            r"(?:s' etant abstenus|qui se sont abstenus)"
        ),
    ),
    ("parmi-les-contre", "no", "passive", r"ont vote contre (?:figurent|figuraient|on trouve|on compte)"),
    ("parmi-les-pour", "yes", "passive", r"ont vote pour (?:figurent|figuraient|on trouve|on compte)"),
    (
        "veto-de",
        "no",
        "passive",
        r"(?:en raison du|a cause du|apres le|suite au|du fait du) (?:veto|vote negatif|vote contre) (?:de|du|des|d')",
    ),
    ("abstention-de", "abstain", "passive", r"abstentions? (?:de|du|des|d')"),
    ("voix-contre-de", "no", "passive", r"(?:voix contre|vote negatif|votes negatifs|voix negative) (?:de|du|des|d')"),
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

"""French and Spanish: the formulas of the United Nations in those languages, and the commonest of the press."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.lexicon.choiceverbs import SOFT, Form

__all__ = ["FRENCH", "SPANISH"]


FRENCH: Sequence[tuple[str, str, Form, str]] = (
    (
        "a-vote-pour",
        "yes",
        "finite",
        rf"(?:a|ont|avait|avaient|aurait) {SOFT}vote {SOFT}(?:pour|en faveur(?: de| du)?|favorablement)",
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
        r"(?:a|ont) (?:choisi|prefere|decide|opte pour) (?:(?:de )?s' abstenir|l' abstention)",
    ),
    ("a-vote-contre", "no", "finite", rf"(?:a|ont|avait|avaient) {SOFT}vote {SOFT}contre"),
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
        r"(?:s' est|se sont) (?:oppose|prononce)(?:e|s|es)? (?:contre|au projet|au texte|a ce texte|a la resolution)",
    ),
    (
        "s-est-oppose-seul",
        "no",
        "finite",
        (
            r"(?:s' (?:est|etait)|se sont) oppose(?:e|s|es)?(?: seule?s?)?"
            r"(?= (?:,|<t>|a|au|aux|contre|\.|;|et|hier)(?: |$)|$)"
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
    ("veto-du-nom", "no", "passive", r"(?:le|son|leur|ce|du|au) (?:double |seul |nouveau )?veto (?:de|du|des|d')"),
    (
        "voix-celle-de",
        "no",
        "passive",
        r"(?:un|<n>|une) (?:vote|voix) (?:contre|negative?),? ,? ?(?:celui|celle|ceux|celles) (?:de|du|des|d')",
    ),
    ("s-est-prononce-pour", "yes", "finite", r"(?:s' est|se sont) prononce(?:e|s|es)? (?:pour|en faveur(?: de| du)?)"),
    (
        "a-oppose-veto",
        "no",
        "finite",
        (
            r"(?:a|ont) (?:oppose|mis|exerce|utilise|use de|fait usage de|impose|appose) (?:son |leur "
            r"|un |le )?(?:double )?(?:droit de )?veto"
        ),
    ),
    ("avec-l-appui", "yes", "passive", r"avec (?:l' appui|le soutien|l' aval|les voix) (?:de|des|du|d')"),
    ("soutenu-par", "yes", "passive", r"(?:soutenu|appuye|approuve)(?:e|s)? par"),
    (
        "ayant-oppose-veto",
        "no",
        "participle",
        (
            r"(?:ayant|en) (?:oppose|mis|exerce|utilise|opposant|exercant) (?:son |leur |un |le "
            r")?(?:double )?(?:droit de )?veto"
        ),
    ),
    (
        "a-soutenu",
        "yes",
        "finite",
        r"(?:a|ont) (?:soutenu|appuye|approuve) (?:le (?:projet|texte)|la resolution|ce texte)",
    ),
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
        rf"(?:voto|votaron|ha votado|han votado|votando|vota|votan) {SOFT}a favor(?: de| del)?",
    ),
    (
        "voto-en-contra",
        "no",
        "finite",
        rf"(?:voto|votaron|ha votado|han votado|votando|vota|votan) {SOFT}en contra(?: de| del)?",
    ),
    (
        "se-abstuvo",
        "abstain",
        "finite",
        r"se (?:abstuvo|abstuvieron|ha abstenido|han abstenido|abstiene|abstienen)(?: de votar)?",
    ),
    (
        "opto-por-abstenerse",
        "abstain",
        "finite",
        (
            r"(?:opto|optaron|eligio|eligieron|prefirio|prefirieron|decidio|decidieron) (?:por )?(?:la abstencion"
            r"|abstenerse)"
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
    ("veto", "no", "finite", r"(?:veto|vetaron|ha vetado|han vetado)"),
    (
        "ejercio-veto",
        "no",
        "finite",
        (
            r"(?:ejercio|ejercieron|uso|usaron|utilizo|utilizaron|impuso|impusieron|interpuso|hizo "
            r"uso de) (?:su |el |un )?(?:derecho (?:de|a|al) |poder de )?veto"
        ),
    ),
    ("lo-ejercio", "no", "finite", r"lo (?:ejercio|ejercieron|uso|usaron|utilizo|utilizaron)"),
    ("apoyo", "yes", "finite", r"(?:apoyo|apoyaron|respaldo|respaldaron) (?:el (?:proyecto|texto)|la resolucion)"),
    (
        "la-tumbo-el-veto",
        "no",
        "passive",
        r"(?:tumbo|tumbaron|freno|bloqueo|frustro|hundio|detuvo) (?:el|un|su) (?:doble |nuevo )?veto (?:de|del)",
    ),
    ("el-veto-de", "no", "passive", r"(?:el|un|al|del) (?:doble |nuevo )?veto (?:de|del)"),
    ("abstenidos", "abstain", "nominal", r"abstenid[oa]s"),
    ("se-opuso", "no", "finite", r"se (?:opuso|opusieron)(?: al (?:proyecto|texto)| a la resolucion)?"),
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
    ("respaldado-por", "yes", "passive", r"(?:apoyad|respaldad|aprobad)[oa]s? por"),
)

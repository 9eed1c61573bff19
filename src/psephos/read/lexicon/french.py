"""French: the formulas of the United Nations, and how the press tells of votes."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.lexicon.choiceverbs import SOFT, Form

__all__ = ["FRENCH"]

_AGAIN = (
    r"(?:(?:<t>|, <t> ,|de nouveau|a nouveau|une nouvelle fois|encore|egalement|aussi|finalement|ensuite|donc|ainsi"
    r"|tous|toutes|notamment|majoritairement|en masse|unanimement|deja|au <b>|a l' <b>|hier) )*"
)
"""Adverbs and times between the parts of a French verb."""
_SON_VETO = r"(?:son |leur |<n> |le )?(?:double |propre |nouveau )?(?:droit (?:de|d' un) )?veto"
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
    ("s-y-opposant", "no", "participle", r"s' y (?:opposant|etant opposee?s?)"),
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

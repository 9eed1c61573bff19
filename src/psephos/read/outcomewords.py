"""The words of adoption and rejection: rows of patterns over the keys of a sentence."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["THING", "outcome_patterns"]


_BE = (
    r"(?:was|were|is|are|been|being|got|has been|have been|had been|be) (?:(?:also|then|thus|therefore"
    r"|likewise|not|finally|subsequently|later|narrowly|overwhelmingly|easily|duly|unanimously"
    r"|resoundingly|soundly|decisively|eventually|ultimately|never|in turn|formally|itself|next|just|at last|all the same"
    r"|nonetheless|nevertheless|in the end|again|first|[a-z]{3,}ly|<t>|on <t>|in the <b>"
    r"|in <t>|consequently|accordingly) ?)*"
)
_MANY = (
    r"(?:(?:,|also|then|thus|therefore|likewise|finally|narrowly|overwhelmingly|<t>|on <t>|duly"
    r"|unanimously|consequently|subsequently|soundly|later|easily|has|have|had|again) )*"
)
_GAP = (
    r"(?:(?:,|–|\(|\)|on|in|at|by|a|an|the|its|of|to|with|this|late|early|around|about|here|today|noon|time|york|new|<u>|<t>|<n>|<s>|<h>|<yr>"
    r"|<m>|meeting|session|vote|votes|voting|count|tally|margin|majority|evening|morning|afternoon|night|has|have|had|also|then|thus"
    r"|therefore|likewise|finally|again|narrowly|overwhelmingly|duly|unanimously|consequently|subsequently"
    r"|soundly|later|easily|formally|accordingly|recorded|wide|large|narrow|simple|huge|qualified|show|hands|ballot"
    r"|however|nevertheless|instead|immediately|next|tonight|just|once|more|roll|call|second|first|round"
    r"|last|in favou?r|for|against|none|no|one|zero|abstentions?|abstaining|opposed|favou?r) ){0,24}?"
)
_NO_REFUSAL = (
    r"(?!(?:not|never|rejected|declined|refused|failed|defeated|voted|which|who|that|but|whose|would|had|divided|split)(?: |$))"
)
_DECIDED = (
    rf"{_NO_REFUSAL}(?:[a-z]{{3,}}ed|gave|put|set|told|chose|made|took|upheld|swept|withdrew)(?= |$)"
)
_VOTE_OF = (
    r"(?:(?:a|an|the) (?:\S+ ){0,3})?(?:(?:recorded |roll ~ call )?vote of |majority of |margin of )?"
    r"(?:<n> (?:votes )?(?:in favou?r )?to (?:<n>|none|nil)|<s>)"
)
"""A decision that a body took by so many votes was carried, unless the verb is one of refusal."""
_ADOPTED = (
    r"(?:adopted|approved|passed|carried|agreed(?: to)?|accepted|endorsed|confirmed|enacted|ratified"
    r"|cleared|okayed|waved through|given the green light|upheld|sustained|adoptee?s?|approuvee?s?|adoptad[oa]s?|aprobad[oa]s?)"
)
_REJECTED = (
    r"(?:rejected|defeated|voted down|turned down|beaten|struck down|shot down|killed|quashed"
    r"|blocked|vetoed|thrown out|scuttled|scuppered|thwarted|torpedoed|lost|refused|negatived|sunk|foiled"
    r"|derailed|brought down|voted out|dismissed|overridden|felled|doomed|"
    r"rejetee?s?|repoussee?s?|rechazad[oa]s?)"
)
_ACTIVE_ADOPT = (
    r"(?:adopted|approved|passed|endorsed|confirmed|adopts|approves|passes|endorses|confirms|backs|okays|okayed|cleared|ratified"
    r"|forced through|pushed through|rammed through|upheld|gave (?:\S+ )?(?:blessing|approval|backing|assent|consent) to|waved through|nodded through|signed off on|agreed to"
    r"|accepted|backed|imposed|renewed|extended|authori[sz]ed|lifted|suspended|expelled|adopte|approuve|aprobo|adopto)"
)
_ACTIVE_REJECT = (
    r"(?:rejected|defeated|voted down|turned down|rejects|struck down|threw out|refused|rebuffed"
    r"|dismissed|declined|rejete|rechazo)"
)
THING = (
    r"(?:resolutions?|drafts?|texts?|measures?|motions?|proposals?|documents?|amendments?|bills?"
    r"|papers?|legislation|it|they|which|that|package|regulation|directive|act|law|nomination|nominee"
    r"|paragraphs?|matter|"
    r"initiative|request|preamble|clause|<y>|projet|proyecto|texte|texto|one|decision|sanctions"
    r"|budget|agenda|deal|treaty|project|move|declaration|convention|plan|mandate|first|second"
    r"|third|former|latter|both|them|none|bid|attempt|application|plan|question|scheme|article|articles|rule|conviction|ban)"
)


@cache
def outcome_patterns() -> tuple[tuple[str, bool, str, re.Pattern[str]], ...]:
    """The rows of patterns: name, adopted or not, reason, pattern."""
    rows = (
        (
            "failed-to-adopt",
            False,
            "",
            (
                r"(?:failed|fails|failing|unable|was unable|were unable|refused|declined|voted not) "
                r"to (?:adopt|pass|approve|agree on|accept|endorse|back|reach agreement on)"
            ),
        ),
        (
            "failed-to-win",
            False,
            "insufficient",
            (
                r"(?:failed|fails|failing) to (?:win|muster|get|obtain|secure|garner|gain|receive"
                r"|reach|attract|achieve)(?: \S+){0,3} (?:votes?|majority|support|adoption|approval"
                r"|passage|threshold|<n>)"
            ),
        ),
        ("fell-short", False, "insufficient", r"(?:fell|falling|falls)(?: \S+){0,3} short(?: of)?"),
        (
            "lacked-votes",
            False,
            "insufficient",
            (
                r"(?:did not|not|without|having failed to) (?:receive|get|obtain|getting|receiving"
                r"|have|win|gather|muster|secure|reach)(?:ing)? (?:\S+ ){0,2}(?:required|necessary"
                r"|needed|enough|sufficient|requisite|minimum)(?: \S+){0,3} (?:votes?|majority"
                r"|support)"
            ),
        ),
        ("not-adopted", False, "", rf"{_BE.replace('|not|', '|')}not (?:(?:been|be|thus|therefore) )?{_ADOPTED}"),
        (
            "has-not-been-adopted",
            False,
            "",
            rf"(?:has|have|had) (?:thus |therefore )?not (?:thus |therefore )?been {_ADOPTED}",
        ),
        (
            "did-not-adopt",
            False,
            "",
            (
                r"(?:did|does|could|has|have) not (?:adopt|pass|approve|accept|endorse|agree to|agree "
                r"on|adopted|passed|approved|accepted|carry|go through|go|get through|succeed|survive"
                r"|adopted)"
            ),
        ),
        ("was-rejected", False, "", rf"{_BE}{_REJECTED}"),
        (
            "body-rejected",
            False,
            "",
            rf"<b>(?: \( [^()]{{1,60}} \))?(?: in <u>(?: <u>)*)?(?: ,(?: [^,;]+){{1,16}} ,)? {_GAP}{_ACTIVE_REJECT}",
        ),
        ("body-failed", False, "", r"<b> (?:\S+ ){0,4}(?:failed|unable) to (?:adopt|pass|approve|agree on)"),
        ("it-rejected", False, "", rf"(?:it|which it|members|leaders|senators|lawmakers|they) {_MANY}{_ACTIVE_REJECT}"),
        (
            "it-failed",
            False,
            "",
            (
                r"(?:likewise failed|(?:and|it|they|which|draft|text|resolution|motion|amendments?"
                r"|measure|proposal|bill|paragraphs?|them|bid|attempt|effort|application|push|request|initiative|plan"
                r"|nomination|<y>|\)|,)(?: (?:for|to|of|on|from|by|into|at|about|in)(?: (?!(?:was|were|had|has|have|that|which|who|but"
                r"|and|<b>|;|:)(?: |$))[^ ]+){1,9})? (?:has |have |had |also |thus |then |did |<t> |on <t> |in the <b> "
                r"|therefore |accordingly |consequently |narrowly |both |all |duly |in turn |itself |too )*"
                r"(?:failed|fell(?: through)?|died|was lost|were lost|collapsed|went down|came to nothing|was doomed"
                r"|bit the dust|went nowhere|met (?:with )?defeat|no better|not make it|not survive"
                r"|fared no better|met the same fate|met with no success|foundered)(?! to))"
            ),
        ),
        (
            "nothing-adopted",
            False,
            "",
            (
                r"(?:nothing|none(?: of (?:the|them|these)(?: \S+){0,3})?|neither(?: \S+){0,4}|no (?:\S+ ){0,3}"
                r"(?:resolution|draft|text|decision|measure|proposal|amendment)s?) (?:was|were|got|has been|have been|had been) "
                r"(?:then |finally |eventually |ultimately |thus |therefore )*" + _ADOPTED
            ),
        ),
        (
            "none-passed",
            False,
            "",
            r"(?:neither|none)(?: of (?:the|them|these))?(?: \S+){0,3} (?:passed|got through|made it|was carried|carried|succeeded)",
        ),
        (
            "enough-to-block",
            False,
            "",
            (
                r"(?:enough|sufficed|sufficient) to (?:kill|block|stop|sink|defeat|prevent|doom|bring down|keep|veto|stop|strike down|scuttle)"
            ),
        ),
        (
            "died-in-body",
            False,
            "",
            r"(?:died|failed|fell|went down|foundered|collapsed)(?: to defeat)?(?: on)?(?: <t>)? (?:in|at) the <b>",
        ),
        ("declared-adopted", True, "", rf"declared (?:\S+ ){{0,4}}{THING}(?: as)? (?:adopted|carried|approved|passed)"),
        (
            "declared-rejected",
            False,
            "",
            rf"declared (?:\S+ ){{0,4}}{THING}(?: as)? (?:rejected|lost|defeated|not adopted|not carried|not passed)",
        ),
        ("cloture", True, "", r"(?:<b> (?:\S+ ){0,4}invoked cloture|cloture was (?:\S+ )?invoked)"),
        ("question-negatived", False, "", r"question (?:was )?(?:accordingly |then |thus |duly )*(?:negatived|rejected)"),
        (
            "question-agreed",
            True,
            "",
            r"question (?:was )?(?:accordingly |then |thus |duly |put and )*(?:agreed to|carried|resolved in the affirmative)",
        ),
        (
            "salio-adelante",
            True,
            "",
            r"sali(?:o|eron) adelante|(?:quedo|quedaron|resulto|resultaron) (?:aprobad|adoptad)[oa]s?",
        ),
        (
            "faute-de-voix",
            False,
            "insufficient",
            r"(?:faute d' avoir|sans avoir|n' (?:a|ayant) pas) (?:recueilli|obtenu)(?: \S+){0,3} (?:voix|votes|majorite)",
        ),
        (
            "falto-votos",
            False,
            "insufficient",
            r"(?:no (?:obtuvo|logro|alcanzo|reunio|consiguio)|sin (?:obtener|lograr|alcanzar|reunir))(?: \S+){0,4} (?:votos|mayoria)",
        ),
        (
            "made-it",
            True,
            "",
            r"(?:made it|making it|squeaked|squeezed|scraped) through|won (?:the )?day|(?:carried|won) the day|was the winner",
        ),
        (
            "kept-from-passing",
            False,
            "",
            (
                r"(?:kept|stopped|prevented|blocked|prevents|stops) (?:the|a|an|its|this|both) (?:\S+ "
                rf"){{0,4}}{THING} from (?:passing|being adopted|adoption|being approved|going through"
                r"|being passed)"
            ),
        ),
        (
            "prevented-adoption",
            False,
            "",
            r"(?:prevented|blocked|stopped|barred|thwarted) (?:the |its |their )?(?:adoption|passage|approval)",
        ),
        (
            "used-veto-to-stop",
            False,
            "veto",
            (
                r"(?:vetoe?s?|veto power) (?:on <t> |<t> )?to (?:stop|block|kill|defeat|prevent|sink"
                r"|strike down|shoot down|reject|bring down|quash|scuttle|scupper)"
            ),
        ),
        ("was-adopted", True, "", rf"{_BE}{_ADOPTED}"),
        (
            "body-adopted",
            True,
            "",
            rf"<b>(?: \( [^()]{{1,60}} \))?(?: in <u>(?: <u>)*)?(?: ,(?: [^,]+){{1,14}} ,)? {_GAP}{_ACTIVE_ADOPT}",
        ),
        ("body-day-adopted", True, "", r"<b> <t>(?: \S+){0,6} (?:adopted|passed|approved)"),
        (
            "it-adopted",
            True,
            "",
            (
                rf"(?:it {_MANY}{_ACTIVE_ADOPT}|(?:members|leaders|senators|lawmakers|governments"
                rf"|ministers|mps|meps|directors) {_MANY}(?:adopted|approved|passed|confirmed"
                r"|ratified))"
            ),
        ),
        (
            "allowing-to-adopt",
            True,
            "",
            (
                r"(?:allowing|enabling|letting) (?:the )?(?:<b> to (?:adopt|pass|approve)|(?:\S+ "
                rf"){{0,3}}{THING} to (?:pass|be adopted|go through))"
            ),
        ),
        (
            "it-passed",
            True,
            "",
            (
                r"(?:it|they|which|resolution|draft|text|measure|motion|bill|amendment|legislation"
                r"|proposal|package|nomination|article|articles|bid)(?: (?:for|to|of|on|from|into|at|about|in)(?: (?!(?:was|were"
                r"|had|has|have|that|which|who|but|and|<b>|;|:|by|over|,)(?: |$))[^ ]+){1,9})? (?:has |have |had |then |also |thus |easily |narrowly |finally "
                r"|<t> |on <t> |comfortably )*(?:passed|carried|went through|got through|sailed "
                r"through|prevailed|cleared|succeeded|goes through|passes)(?! (?:by|over) (?:<d>|<m>))"
            ),
        ),
        ("adoption-of", True, "", r"(?:unanimous|the|recorded ~ vote) (?:adoption|passage|approval) of"),
        (
            "adopting",
            True,
            "",
            r"(?:unanimously |by consensus )?(?:adopting|approving) (?:resolution|the (?:draft|text|resolution))",
        ),
        ("by-adopting", True, "", r"^(?:unanimously |by consensus , )?(?:adopting|approving|passing)"),
        (
            "voted-to-adopt",
            True,
            "",
            (
                r"<b>(?: \( <b> \))? (?:has |have |<t> |on <t> |unanimously |overwhelmingly "
                r")*voted(?: \S+){0,7} to (?:adopt|approve|pass|confirm|endorse)"
            ),
        ),
        (
            "voted-to-reject",
            False,
            "",
            r"<b> (?:has |have |<t> |on <t> |unanimously |overwhelmingly )*voted(?: \S+){0,7} to (?:reject|defeat)",
        ),
        (
            "adopted-with-vote",
            True,
            "",
            (
                rf"(?:, |\( |^|and ){_ADOPTED}(?: by the <b>)?(?: on <t>| <t>)? (?:by (?:a |the "
                r")?(?:recorded |vote|<n>|<s>|unanim)|unanimously|with <n>|on a vote)"
            ),
        ),
        (
            "decided-by-votes",
            True,
            "",
            (
                rf"<b> (?:{_NO_REFUSAL}[^ ;:]+ ){{0,4}}{_DECIDED}(?: {_NO_REFUSAL}[^ ;:]+){{0,16}}?(?: ,)? by {_VOTE_OF}"
                rf"|<b>(?: ,)? by {_VOTE_OF}(?: {_NO_REFUSAL}[^ ;:]+){{0,8}}? ,(?: <t>| on <t>| first| then)* {_DECIDED}"
            ),
        ),
        ("body-would-not", False, "", r"<b> (?:would not|said no|would have none of it)(?= ?,? (?:by )?(?:<n>|<s>))"),
        (
            "rejected-with-vote",
            False,
            "",
            rf"(?:, |\( |^|and ){_REJECTED}(?: by the <b>)?(?: on <t>| <t>)? (?:by (?:a |the )?(?:recorded |vote|<n>|<s>)|on a vote)",
        ),
        (
            "threw-out",
            False,
            "",
            r"<b> (?:threw|turned|voted|struck|shot) (?:the|this|it|them|a|an)(?: [^ ,;]+){0,4} (?:out|down)",
        ),
        ("short-of", False, "insufficient", r"(?:<n>|just|well|far)(?: votes?)? (?:short|shy) of"),
        (
            "have-chosen",
            True,
            "",
            r"<b>(?: \S+){0,4} (?:has|have|had) (?:chosen|nominated|appointed)|<b> (?:unanimously |<t> |on <t> )*(?:selected|appointed|nominated)",
        ),
        ("has-backing", True, "", r"has the (?:backing|support|votes|majority) (?:it |that was )?(?:needed|required)"),
        (
            "got-approval",
            True,
            "",
            r"(?:got|received|won|gets|wins|gained|secured) (?:its |their |final |formal |the )*(?:approval|passage|adoption) ",
        ),
        ("did-not-go", False, "", r"(?:did|does) not go "),
        ("saw-adopted", True, "", rf"saw (?:the|its|a) (?:\S+ ){{0,3}}{THING} (?:adopted|approved|passed|carried)"),
        (
            "saw-rejected",
            False,
            "",
            rf"saw (?:the|its|a) (?:\S+ ){{0,3}}{THING} (?:rejected|defeated|voted down|vetoed)",
        ),
        (
            "n-a-pas-pu",
            False,
            "",
            r"n' (?:a|ont) pas (?:ete en mesure|pu|reussi|ete capable) (?:d' |a |de )?(?:adopter|approuver)",
        ),
        ("able-to-adopt", True, "", r"(?:was|were) able to (?:pass|adopt|approve)|managed to (?:pass|adopt|approve)"),
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
                r"no (?:aprobo|adopto|logro aprobar|pudo aprobar|prospero|fue aprobad[oa]|fue "
                r"adoptad[oa]|ha sido aprobad[oa]|consiguio aprobar)"
            ),
        ),
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
    return tuple(
        (
            name,
            adopted,
            reason,
            re.compile(
                r"(?:(?<= )|^)" + pattern + r"(?= |$)|(?:(?<= )|^)" + pattern
                if pattern.endswith(" ")
                else r"(?:(?<= )|^)(?:" + pattern + r")(?= |$)"
            ),
        )
        for name, adopted, reason, pattern in rows
    )

# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Parts of the patterns of adoption and rejection."""

from __future__ import annotations

__all__ = [
    "ACTED",
    "ACTIVE_ADOPT",
    "ACTIVE_REJECT",
    "ADOPTED",
    "BE",
    "DECIDED",
    "GAP",
    "MANY",
    "NO_REFUSAL",
    "REJECTED",
    "THING",
    "VOTE_OF",
    "WITH",
]

BE = (
    r"(?:was|were|is|are|been|being|got|(?:has|have|had) (?:just |also |already |then |thus |since |earlier "
    r")*been|be) (?:(?:also|then|thus|therefore"
    r"|likewise|not|finally|subsequently|later|narrowly|overwhelmingly|easily|duly|unanimously"
    r"|resoundingly|soundly|decisively|eventually|ultimately|never|in turn|formally|itself|next|just|at last|all "
    r"the same"
    r"|nonetheless|nevertheless|in the end|again|first|[a-z]{3,}ly|<t>|on <t>|in the <b>"
    r"|in <t>|consequently|accordingly) ?)*"
)


MANY = (
    r"(?:(?:,|also|then|thus|therefore|likewise|finally|narrowly|overwhelmingly|<t>|on <t>|duly"
    r"|unanimously|consequently|subsequently|soundly|later|easily|has|have|had|again) )*"
)


GAP = (
    r"(?:(?:,|–|\(|\)|on|in|at|by|a|an|the|its|of|to|with|this|late|early|around|about|here|today|noon|time|york"
    r"|new|<u>|<t>|<n>|<s>|<h>|<yr>"
    r"|<m>|meeting|session|vote|votes|voting|count|tally|margin|majority|evening|morning|afternoon|night|has|have"
    r"|had|also|then|thus"
    r"|therefore|likewise|finally|again|narrowly|overwhelmingly|duly|unanimously|consequently|subsequently"
    r"|soundly|later|easily|formally|accordingly|recorded|wide|large|narrow|simple|huge|qualified|show|hands|ballot"
    r"|however|nevertheless|instead|immediately|next|tonight|just|once|more|roll|call|second|first|round"
    r"|resoundingly|decisively|roundly|flatly"
    r"|last|in favou?r|for|against|none|no|one|zero|abstentions?|abstaining|opposed|favou?r) ){0,24}?"
)


NO_REFUSAL = (
    r"(?!(?:not|never|tabled|rejected|declined|refused|failed|defeated|voted|which|who|that|but|whose|would|had|divided"
    r"|split)(?: |$))"
)


DECIDED = rf"{NO_REFUSAL}(?:[a-z]{{3,}}ed|gave|put|set|told|chose|made|took|upheld|swept|withdrew)(?= |$)"


VOTE_OF = (
    r"(?:(?:a|an|the) (?:\S+ ){0,3})?(?:(?:recorded |roll ~ call )?vote of |majority of |margin of )?"
    r"(?:<n> (?:votes )?(?:in favou?r )?to (?:<n>|none|nil)|<s>)"
)


WITH = r"(?: \( [^()]* \))?(?:(?: ,)? (?:with|and) <n> (?:abstentions?|abstaining)(?: \( [^()]* \))?)?"
"""A decision that a body took by so many votes was carried, unless the verb is one of refusal."""


ADOPTED = (
    r"(?:adopted|approved|passed|carried(?! out)|agreed(?: to)?|accepted|endorsed|confirmed|enacted|ratified"
    r"|cleared|okayed|waved through|given the green light|upheld|sustained|adoptee?s?|approuvee?s?|adoptad[oa]s?"
    r"|aprobad[oa]s?)"
)


REJECTED = (
    r"(?:rejected|defeated|voted down|turned down|beaten|struck down|shot down|killed|quashed"
    r"|blocked|vetoed|thrown out|scuttled|scuppered|thwarted|torpedoed|lost|refused|negatived|sunk|foiled"
    r"|derailed|brought down|voted out|dismissed|disposed of(?! first)|rebuffed|overridden|felled|doomed|"
    r"rejetee?s?|repoussee?s?|rechazad[oa]s?)"
)


ACTED = (
    r"(?:referred|demanded|called (?:for|on|upon)|condemned|denounced|deplored|decided|established|requested|determined"
    r"|recommended|granted|upgraded|suspended|created|set up|launched|declared|ordered|strengthened"
    r"|tightened|eased|reaffirmed|urged|prolonged)"
)
"""What a body does by a resolution; whether it did, the figures beside must tell."""


ACTIVE_ADOPT = (
    r"(?:adopted|approved|passed|endorsed|confirmed|adopts|approves|passes|endorses|confirms|backs|okays|okayed"
    r"|cleared|ratified"
    r"|forced through|pushed through|rammed through|upheld|gave (?:\S+ ){0,2}(?:blessing|approval|backing|assent"
    r"|passage|green light|consent)(?: (?:on )?<t>)? to|waved through|nodded through|signed off on|agreed to"
    r"|accepted|backed|imposed(?! (?:\S+ )?vetoe?s?(?: |$))|renewed|extended|authori[sz]ed|lifted|suspended|expelled)"
)


ACTIVE_REJECT = (
    r"(?:rejected|defeated|voted down|turned down|rejects|struck down|threw out|refused|rebuffed"
    r"|dismissed|declined)"
)


THING = (
    r"(?:resolutions?|drafts?|texts?|measures?|motions?|proposals?|documents?|amendments?|bills?"
    r"|papers?|legislation|it|they|which|that|package|regulation|directive|act|law|nomination|nominee"
    r"|paragraphs?|matter|"
    r"initiative|request|preamble|clause|<y>|projet|proyecto|texte|texto|one|decision|sanctions"
    r"|budget|agenda|deal|treaty|project|move|declaration|convention|plan|mandate|first|second"
    r"|third|former|latter|both|them|none|bid|attempt|application|plan|question|scheme|article|articles|rule"
    r"|conviction|ban)"
)

# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""The words of rejection: rows of patterns over the keys of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.lexicon.outcomeformulas import Row
from psephos.read.lexicon.outcomeparts import (
    ACTIVE_REJECT,
    ADOPTED,
    BE,
    GAP,
    MANY,
    REJECTED,
    THING,
    VOTE_OF,
    WITH,
)

__all__ = ["REJECTIONS"]

REJECTIONS: Sequence[Row] = (
    (
        "adoption-prevented",
        False,
        "",
        (
            r"(?:adoption|passage|approval)(?: of)?(?: [^ ,;]+){0,8} (?:was|were|had been) "
            r"(?:prevented|blocked|thwarted|stopped|foiled|averted|vetoed)"
        ),
    ),
    (
        "result-not",
        False,
        "",
        (
            r"(?:result|outcome|decision|status)(?: of the vote)? (?:[:–|] )+(?:not adopted|rejected|vetoed"
            r"|failed|defeated|not carried)"
            r"|– (?:not adopted|rejected|vetoed)(?= \.|$| \|)"
        ),
    ),
    (
        "failed-to-adopt",
        False,
        "",
        (
            r"(?:failed|fails|failing|unable|was unable|were unable|voted not) "
            r"(?:for the \S+ time |(?:on )?<t> |again |once more |in the <b> |yet again )*to (?:adopt|pass"
            r"|approve|agree on|accept|endorse|back|extend|renew|condemn|prolong|reach agreement on)"
        ),
    ),
    (
        "refused-to-adopt",
        False,
        "",
        (
            r"(?:<b>|it|they|lawmakers|senators|members|mps|ministers|delegates)(?: (?:has|have|had|<t>|on"
            r"|also|again|then"
            r"|narrowly|which|who))* (?:refused|declined) (?:for the \S+ time |(?:on )?<t> |again )*to "
            r"(?:adopt|pass|approve"
            r"|agree on|accept|endorse|back)"
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
    ("acquitted", False, "", r"<b>(?: (?:on )?<t>)* (?:acquitted|voted(?: by)?(?: <s>| <n> to <n>)? to acquit)"),
    ("vote-failed", False, "", r"(?:procedural |cloture |final )?vote (?:failing|failed)"),
    (
        "party-blocked",
        False,
        "",
        (
            r"(?:<b> (?:republicans|democrats)|(?:republicans|democrats) in the <b>)(?: (?:on )?<t>)* "
            r"(?:blocked|filibustered)"
            r"|<b>(?: (?:on )?<t>)* (?:blocked|filibustered) (?:the|a|an) (?:\S+ ){0,3}"
            r"(?:bill|measure|deal|package|nomination|nominee|legislation)"
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
    ("not-adopted", False, "", rf"{BE.replace('|not|', '|')}not (?:(?:been|be|thus|therefore) )?{ADOPTED}"),
    (
        "has-not-been-adopted",
        False,
        "",
        rf"(?:has|have|had) (?:thus |therefore )?not (?:thus |therefore )?been {ADOPTED}",
    ),
    (
        "did-not-adopt",
        False,
        "",
        (
            r"(?:did|could|has|have) not (?:adopt|pass|approve|accept|endorse|agree to|agree "
            r"on|adopted|passed|approved|accepted|carry|go through|go|get through|succeed|survive"
            r"|adopted)"
        ),
    ),
    ("was-rejected", False, "", rf"{BE}{REJECTED}"),
    (
        "body-rejected",
        False,
        "",
        rf"<b>(?: \( [^()]{{1,60}} \))?(?: in <u>(?: <u>)*)?(?: ,(?: [^ ,;]+){{1,16}} ,)? {GAP}{ACTIVE_REJECT}",
    ),
    (
        "body-failed",
        False,
        "",
        r"<b> (?:\S+ ){0,4}(?:failed|unable) to (?:adopt|pass|approve|agree on|extend|renew|condemn)",
    ),
    ("it-rejected", False, "", rf"(?:it|which it|members|leaders|senators|lawmakers|they) {MANY}{ACTIVE_REJECT}"),
    (
        "it-failed",
        False,
        "",
        (
            r"(?:likewise failed|(?:and|but|it|they|which|draft|text|resolution|motion|amendments?"
            r"|measure|proposal|bill|paragraphs?|them|bid|attempt|effort|application|push|request|initiative|plan"
            r"|nomination|<y>|\)|,)(?: (?:for|to|of|on|from|by|into|at|about|in)(?: (?!(?:was|were|had|has"
            r"|have|that|which|who|but"
            r"|and|<b>|;|:)(?: |$))[^ ]+){1,9})? (?:has |have |had |also |thus |then |did |<t> |on <t> |in the <b> "
            r"|therefore |accordingly |consequently |narrowly |both |all |duly |in turn |itself |too )*"
            r"(?:failed|fell(?! (?:\S+ ){0,3}short)(?: through)?|died|was lost|were lost|collapsed|went down|came "
            r"to nothing|was doomed"
            r"|bit the dust|went nowhere|met (?:with )?defeat|no better|not make it|not survive"
            r"|fared no better|met (?:with )?the same fate|met with no success|foundered)(?! to))"
        ),
    ),
    (
        "nothing-adopted",
        False,
        "",
        (
            r"(?:nothing|none(?: of (?:the|them|these)(?: \S+){0,3})?|neither(?: [^ ,;:]+){0,14}?|no (?:\S+ ){0,3}"
            r"(?:resolution|draft|text|decision|measure|proposal|amendment)s?) (?:was|were|got|has been|have "
            r"been|had been) "
            r"(?:then |finally |eventually |ultimately |thus |therefore )*" + ADOPTED
        ),
    ),
    (
        "none-passed",
        False,
        "",
        (
            r"(?:neither|none)(?: of (?:the|them|these))?(?: \S+){0,3} (?:passed|got through|made it|was "
            r"carried|carried|succeeded)"
        ),
    ),
    (
        "enough-to-block",
        False,
        "",
        (
            r"(?:enough|sufficed|sufficient) to (?:kill|block|stop|sink|defeat|prevent|doom|bring down|keep"
            r"|veto|stop|strike down|scuttle)"
        ),
    ),
    (
        "died-in-body",
        False,
        "",
        r"(?:died|failed|fell|went down|foundered|collapsed)(?: to defeat)?(?: on)?(?: <t>)? (?:in|at) the <b>",
    ),
    (
        "declared-rejected",
        False,
        "",
        rf"declared (?:\S+ ){{0,4}}{THING}(?: as)? (?:rejected|lost|defeated|not adopted|not carried|not passed)",
    ),
    (
        "question-negatived",
        False,
        "",
        r"question (?:was )?(?:accordingly |then |thus |duly )*(?:negatived|rejected)",
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
            r"(?:vetoe?s?|veto power) (?:in the <b> |at the <b> |on <t> |<t> )*to (?:stop|block|kill"
            r"|defeat|prevent|sink"
            r"|strike down|shoot down|reject|bring down|quash|scuttle|scupper)"
        ),
    ),
    (
        "voted-to-reject",
        False,
        "",
        r"<b> (?:has |have |<t> |on <t> |unanimously |overwhelmingly )*voted(?: \S+){0,7} to (?:reject|defeat)",
    ),
    (
        "by-votes-rejected",
        False,
        "",
        (
            rf"by {VOTE_OF}{WITH}(?: ,)? (?:the <b> )?(?:<t> |on <t> |then |first )*(?:rejected|defeated"
            rf"|turned down|voted down)"
        ),
    ),
    (
        "effect-of-veto",
        False,
        "veto",
        r"(?:had|with|having) the effect of a veto|amounted to a veto|counted as a veto|amounting to a veto",
    ),
    ("lost-by", False, "", r"lost(?= ,? ?(?:by )?(?:<s>|<n> (?:votes )?to))"),
    ("said-no-to", False, "", r"<b> (?:said no to|gave (?:\S+ )?thumbs down to|sent (?:\S+ ){1,4}packing)"),
    ("body-would-not", False, "", r"<b> (?:would not|said no|would have none of it)(?= ?,? (?:by )?(?:<n>|<s>))"),
    (
        "rejected-with-vote",
        False,
        "",
        (
            rf"(?:, |\( |^|and ){REJECTED}(?: by the <b>)?(?: on <t>| <t>)? (?:by (?:a |the )?(?:recorded "
            rf"|vote|<n>|<s>)|on a vote)"
        ),
    ),
    (
        "threw-out",
        False,
        "",
        r"<b> (?:threw|turned|voted|struck|shot) (?:the|this|it|them|a|an)(?: [^ ,;]+){0,4} (?:out|down)",
    ),
    ("short-of", False, "insufficient", r"(?:<n>|just|well|far)(?: votes?)? (?:short|shy) of"),
    (
        "short-of-two-thirds",
        False,
        "insufficient",
        r", (?:but )?short of the (?:<n> ~ thirds|supermajority|threshold|required)",
    ),
    (
        "failed-owing-to",
        False,
        "",
        r"failed(?: <t>| on <t>| today)*(?: ,)? (?:owing to|because|due to|on account of)",
    ),
    (
        "lost-its-bid",
        False,
        "",
        r"lost (?:its|their|his|a) (?:\S+ ){0,2}(?:bid|attempt|effort|motion|push|fight)",
    ),
    (
        "came-to-nothing",
        False,
        "",
        (
            r"came to (?:nothing|naught|nought|grief)(?: again)?|ended in failure|got nowhere|ran aground"
            r"|(?:has|had) run aground"
        ),
    ),
    (
        "adopted-neither",
        False,
        "",
        r"(?:adopted|approved|passed|accepted) (?:neither|none(?: of)?|nothing|no (?:resolution|text|draft|decision))",
    ),
    ("did-not-go", False, "", r"(?:did|does) not go "),
    (
        "saw-rejected",
        False,
        "",
        rf"saw (?:the|its|a) (?:\S+ ){{0,3}}{THING} (?:rejected|defeated|voted down|vetoed)",
    ),
)

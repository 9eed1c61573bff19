# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""The words of each choice.

Rows of patterns over the keys of a sentence, each with its name, its choice and its form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from psephos.read.inflection import VerbForm, forms_of

__all__ = ["LABELS", "LABEL_TAIL", "NOMINAL", "SOFT", "Form", "choice_rows"]


Form = Literal["finite", "participle", "infinitive", "passive", "nominal", "state", "label"]

SOFT = (
    r"(?:(?:unanimously|together|also|overwhelmingly|all|instead|solidly|again|solely|firmly|formally"
    r"|ultimately|actively|either|once|more|yet|en|masse|tous|toutes|alongside|jointly|separately|finally"
    r"|reluctantly|eventually|there|simply|openly|likewise|twice|directly|(?:(?:late |early )?on )?<t>"
    r"|tambien|igualmente|unanimemente|as (?:a bloc|one)|in (?:unison|the end|the <b>|the event)) )*"
)
_FOR = (
    r"(?:yes|yea|aye|for|in (?:its |their )?favou?r(?: of)?|in support(?: of)?|affirmatively|positively"
    r"|in the affirmative|pro)"
)
_AGAINST = r"(?:no|nay|against|in opposition(?: to)?|negatively|in the negative|contra|down)"
_OWN = (
    r"(?:(?:a|an|the|its|their|his|her|both|of|only|sole|lone|single|one|all|first|second|third|fourth|fifth|latest|dissenting|deciding|<n>"
    r"|<d>|own|permanent|double|joint|twin|dual|triple|rare|solitary|usual|respective|new|another|this|first ~ ever) )*"
)
_YES_NOUN = r"(?:affirmative|positive|yes|favou?rable|concurring|supporting|aye|yea)"
_NO_NOUN = r"(?:negative|no|opposing|dissenting|contrary|nay)"
_DRAFT = (
    r"(?:(?:the|this|that|a|an|its|their|both|<d>|<m>|<m> 's|<b>|un|council|draft|proposed|revised"
    r"|~|led|backed|sponsored|drafted|written|supported|united|new|rival|joint|similar|western|arab|african|amended|text of the|whole|first|second|adoption of the|passage of the|humanitarian"
    r"|ceasefire|sanctions) )*"
    r"(?:resolutions?|drafts?|texts?|measures?|motions?|proposals?|documents?|amendments?|bills?"
    r"|papers?|drive|push|bid|effort|attempt|plan|extension|renewal|probe|inquiry|it|them|move|request|package|tariffs?|initiative|appointment|nomination|nominee|<y>"
    r"|(?:monetary |policy )*action|decision|idea|project|projet|proyecto|paragraph|text)"
)
_VETO_NOUN = r"(?:vetoes|vetos|veto)(?: powers?| rights?)?"
_ITS = "(?:its|their|his|her)"
_HANDS = forms_of(f"raise {_ITS} hands?", f"put up {_ITS} hands?", f"put {_ITS} hands? up")
_VOTE = {
    "finite": f"voted|votes|{_HANDS['finite']}",
    "participle": f"voting|having voted|{_HANDS['participle']}",
    "infinitive": f"vote|{_HANDS['infinitive']}",
}
_CASTING = forms_of("cast", "give", "deliver", "register", "record", "enter")
_SUPPORT = forms_of(
    "support",
    "back",
    "favour",
    "favor",
    "endorse",
    "approve(?: of)?",
    "welcome",
    "champion",
    "get behind",
    "line up behind",
    "stand behind",
    "rally (?:behind|to)",
    "come out (?:for|in favou?r of)",
    "come down on the side of",
    f"throw {_ITS} weight behind",
    f"put {_ITS} weight behind",
    "like",
    "want",
    "go along with",
    "sign up to",
    "say yes to",
    "speak for",
    "hold with",
)
_OPPOSE = forms_of(
    "oppose",
    "reject",
    "resist",
    "dislike",
    "turn down",
    "object to",
    "come out against",
    "stand (?:up )?against",
    "line up against",
    "set (?:itself|themselves) against",
    "say no to",
    "speak out against",
    "decline to (?:support|back|accept)",
    "refuse to (?:support|back|accept)",
)
_ABSTAIN = forms_of(
    "abstain",
    "refrain",
    "sit on the fence",
    f"withhold {_ITS} votes?",
    "sit (?:out the (?:vote|ballot)|(?:it|this one|the vote|the ballot) out)",
    "keep out of (?:it|the vote)",
    "stay on the (?:fence|sidelines)",
    "stay neutral",
    "remain neutral",
    "choose (?:abstention|neutrality)",
    "opt out",
    "take neither side",
    "take no sides?",
    "stay out of (?:it|the vote)",
    "hold aloof",
    "take refuge in (?:an )?abstentions?",
    "prefer not to (?:commit|take sides|choose)(?: (?:itself|themselves))?",
    "content (?:itself|themselves) with (?:an abstention|abstentions?|abstaining)",
    "settle for (?:an abstention|abstentions?|abstaining)",
    "confine (?:itself|themselves) to (?:an abstention|abstentions?|abstaining)",
    "restrain (?:itself|themselves)",
    "sit (?:it|them) out",
    "stand aside",
    "sit (?:this|it) out",
    "keep (?:its|their) hands? down",
    "refuse to take sides",
    "decline to take sides",
    "opt for (?:abstention|an abstention)",
    "go for abstention",
)
_LENDING = forms_of("give", "lend", "grant", "extend")
_SAY = forms_of("say", "answer")
_USE = forms_of(
    "use",
    "exercise",
    "wield",
    "employ",
    "invoke",
    "deploy",
    "cast",
    "apply",
    "resort to",
    "impose",
    "brandish",
    "lodge",
    "issue",
    "deliver",
    "enter",
    "put in",
    "interpose",
    "make use of",
    "avail itself of",
    "have recourse to",
    "fall back on",
    "reach for",
    "bring down",
)
_VETO = {"finite": "vetoed|vetoes|vetos", "participle": "vetoing|having vetoed", "infinitive": "veto"}
_BLOCK = forms_of(
    "block",
    "kill(?: off)?",
    "torpedo",
    "quash",
    "sink",
    "thwart",
    "scuttle",
    "scupper",
    "strike down",
    "shoot down",
    "bring down",
    "derail",
    "doom",
    "nix",
)
_ANY_OBJECT = r"(?= (?:the|a|an|its|their|his|any|this|that|these|those|such|lifting|ending|extending|renewing|sanctions|<m>|<d>) )"
"""What is supported or opposed may be anything; whether that was a vote, the sentence must tell."""
_MAINLY = r"(?:(?:only|solely|also|just|strongly|firmly|mainly|(?:on )?<t>|in the <b>|at the <b>|again|then|unanimously) )*"
_ONES = (
    r"(?:(?:all|both|solidly|still|also|firmly|openly|likewise|the|only|other|others|sole|lone|single|one|ones|two|country|countries"
    r"|members?|states?|nations?|delegations?|governments?|body|voice|squarely|once again|again) )*"
)
_CAMP = r"(?:camp|side|column|list|bloc|ranks|lobby|voters|group|party)"
_THESE = r"(?:(?:the|only|sole|lone|single|solitary|other|<n>|one|two|its) )*"
_CAST = r"(?:(?:having been |were |being )?cast )?"
_FROM = r"(?: from (?:voting|the vote|the voting|participating|it|the ballot)(?: for or against| either way)?)?"


def choice_rows() -> list[tuple[str, str, Form, str]]:
    """The rows of English phrases: name, choice, form, pattern."""
    rows: list[tuple[str, str, Form, str]] = []
    forms: tuple[VerbForm, ...] = ("finite", "participle", "infinitive")
    for form in forms:
        vote, cast, say = _VOTE[form], _CASTING[form], _SAY[form]
        support, oppose, abstain = _SUPPORT[form], _OPPOSE[form], _ABSTAIN[form]
        use, veto, block = _USE[form], _VETO[form], _BLOCK[form]
        rows += [
            ("voted-for", "yes", form, rf"(?:{vote}) {SOFT}{_FOR}"),
            ("voted-against", "no", form, rf"(?:{vote}) {SOFT}{_AGAINST}"),
            (
                "voted-to-adopt",
                "yes",
                form,
                rf"(?:{vote}) {SOFT}to (?:adopt|approve|pass|support|back|endorse) {_DRAFT}",
            ),
            ("voted-to-reject", "no", form, rf"(?:{vote}) {SOFT}to (?:reject|oppose|block|defeat|kill|veto) {_DRAFT}"),
            ("voted-to", "yes", form, rf"(?:{vote}) {SOFT}to(?! (?:adopt|approve|pass|reject))"),
            ("cast-abstention", "abstain", form, rf"(?:{cast}) {_OWN}(?:abstentions?|abstaining votes?|blank votes?)"),
            ("cast-vote-for", "yes", form, rf"(?:{cast}) {_OWN}(?:votes?|ballots?) {_FOR}"),
            ("cast-vote-against", "no", form, rf"(?:{cast}) {_OWN}(?:votes?|ballots?) {_AGAINST}"),
            ("cast-yes", "yes", form, rf"(?:{cast}) {_OWN}{_YES_NOUN}(?: votes?| ballots?)?"),
            ("cast-no", "no", form, rf"(?:{cast}) {_OWN}{_NO_NOUN}(?: votes?| ballots?)?"),
            ("said-yes", "yes", form, rf"(?:{say}) yes(?: to {_DRAFT})?"),
            ("said-no", "no", form, rf"(?:{say}) no(?: to {_DRAFT})?"),
            ("supported", "yes", form, rf"(?:{support}) {_DRAFT}"),
            (
                "supported",
                "yes",
                form,
                (
                    rf"(?:{_LENDING[form]}) (?:{_DRAFT} )?(?:its|their) (?:full |wholehearted )?"
                    rf"(?:support|backing|votes?|consent|blessing|approval|assent)(?: to {_DRAFT})?"
                ),
            ),
            ("opposed", "no", form, rf"(?:{oppose}) {_DRAFT}"),
            ("leaned-for", "yes", form, rf"(?:{support}){_ANY_OBJECT}"),
            ("leaned-against", "no", form, rf"(?:{oppose}){_ANY_OBJECT}"),
            ("abstained", "abstain", form, rf"(?:{abstain}){_FROM}"),
            ("used-veto", "no", form, rf"(?:{use}) {_OWN}(?:right of |right to |power of )?{_VETO_NOUN}"),
            ("vetoed", "no", form, rf"(?:{veto})"),
            ("blocked", "no", form, rf"(?:{block}) {_DRAFT}"),
        ]
    rows += [
        (
            "no-sides",
            "abstain",
            "finite",
            r"(?:(?:would|did|could|does|do) not|declined to|refused to) (?:take|choose|pick) (?:a )?sides?",
        ),
        ("not-either-way", "abstain", "finite", r"(?:did|does|do) not vote (?:either way|one way or the other)"),
        ("echo-no", "no", "finite", r"(?:did|would|could) not(?= (?:,|\.|;|and|\)|–)|$)"),
        ("did-so", "=", "finite", r"(?:did|does|do|doing|done) (?:so|the same|likewise)|followed suit"),
        (
            "not-back",
            "?",
            "finite",
            rf"(?:would|did|could) not (?:support|back|accept|go along with|vote for|endorse) {_DRAFT}",
        ),
        (
            "boycotted",
            "not_participating",
            "finite",
            r"(?:boycotted|skipped|missed|stayed away from) (?:the|this) (?:vote|voting|ballot|meeting)",
        ),
        (
            "took-no-part",
            "not_participating",
            "finite",
            r"(?:took|takes) no part(?: in (?:the |this )?(?:vote|voting|ballot))?",
        ),
        (
            "did-not-take-part",
            "not_participating",
            "finite",
            (
                r"(?:(?:did|does|do|has|have|had) not|failed to) (?:take part|participate|taken part|(?:show|turn) up"
                r"|participated|put in an appearance)(?: (?:in|for|at) (?:the |this )?(?:vote|voting|ballot|meeting))?"
            ),
        ),
        (
            "not-participating",
            "not_participating",
            "participle",
            r"(?:not (?:participating|taking part)|taking no part)(?: in (?:the |this )?(?:vote|voting|ballot))?",
        ),
        (
            "chose-not",
            "not_participating",
            "finite",
            r"(?:chose|opted|decided) not to (?:participate|take part)(?: in (?:the |this )?(?:vote|voting|ballot))?",
        ),
        (
            "did-not-vote",
            "not_voting",
            "finite",
            r"(?:did|does|do) not (?:cast (?:a|its|their) )?votes?(?! (?:for|against|in favou?r|yes|no|to|on))",
        ),
        (
            "was-absent",
            "absent",
            "state",
            (
                r"(?:was|were|is|are|being) (?:absent|not present|away|missing|not in the room|not in the chamber)(?: from (?:the |this "
                r")?(?:vote|voting|ballot|meeting|chamber))?"
            ),
        ),
        ("withdrew", "?", "finite", r"(?:withdrew|walked out|hesitated|demurred)"),
        ("dissented", "no", "finite", r"dissented"),
        ("dissented", "no", "participle", r"dissenting(?! votes?)"),
        (
            "was-for",
            "yes",
            "state",
            (
                r"(?:(?:was|were|being|stood|came out|came down|declared (?:itself|themselves)"
                rf"|expressed|expressed (?:itself|themselves)|pronounced (?:itself|themselves)) ){_ONES}"
                r"(?:in (?:its )?favou?r(?: of)?|for(?! (?:a|the|its|their)? ?(?:long|years?|months?|weeks?|days?|<n>|first|last"
                r"|now|once|example|instance))|on the side of|on the yes side|supportive(?: of)?|behind (?:it|the (?:draft|text|resolution)))"
            ),
        ),
        (
            "was-against",
            "no",
            "state",
            (
                r"(?:(?:was|were|being|stood|came out|came down|declared (?:itself|themselves)"
                rf"|expressed|expressed (?:itself|themselves)|pronounced (?:itself|themselves)) ){_ONES}"
                r"(?:against|opposed(?: to)?(?! by(?: |$))|in opposition)"
            ),
        ),
        (
            "supported-by",
            "yes",
            "passive",
            rf"(?:supported|backed|favou?red|endorsed|approved|accepted) {_MAINLY}by",
        ),
        (
            "supported-by",
            "yes",
            "passive",
            (
                r"(?:got|received|won|had|gained|obtained|secured|drew|garnered|attracted|enjoyed"
                r"|with) (?:the )?(?:support|backing|votes?|yes votes?|affirmative votes?) (?:of|from)"
            ),
        ),
        (
            "opposed-by",
            "no",
            "passive",
            rf"(?:opposed|rejected) {_MAINLY}by",
        ),
        (
            "vetoed-by",
            "no",
            "passive",
            rf"(?:vetoed|blocked) {_MAINLY}by",
        ),
        (
            "owing-to-no",
            "no",
            "passive",
            r"(?:owing to|due to|because of|by|following) (?:the |a )?(?:negative|no) votes? (?:of|by|from|cast by)",
        ),
        (
            "owing-to-veto",
            "no",
            "passive",
            (
                r"(?:(?:owing to|due to|because of|after|following|with|by|amid) (?:the |a "
                r")?(?:double )?veto(?:es)? (?:of|by|from|cast by))"
            ),
        ),
        (
            "veto-of",
            "no",
            "passive",
            r"(?:the |a |double |joint |twin |<n> )*veto(?:es)? (?:<t> |on <t> )?(?:of|by|from|cast by|wielded by|used by)(?! (?:the )?(?:draft|text|resolution))",
        ),
        (
            "against-from",
            "no",
            "passive",
            (
                r"(?:(?:votes?|ballots?) against|(?:negative|no|dissenting|opposing) votes?)(?: "
                r"(?:came|were|was|being|coming|cast|each|both|those|that|all|are|is))* (?:from|by|of)"
            ),
        ),
        (
            "for-from",
            "yes",
            "passive",
            (
                r"(?:(?:votes?|ballots?|voices?) (?:in favou?r|for)|(?:affirmative|yes|positive|for) (?:votes?|voices?))(?: "
                r"(?:given|came|were|was|being|coming|cast|each|both|those|that|all|are|is))* (?:from|by|of)"
            ),
        ),
        (
            "noes-were",
            "no",
            "passive",
            (
                rf"{_THESE}(?:noes|nays|no votes?|negative votes?|votes? against|dissenters?|opponents?|nos?|no {_CAMP}"
                rf"|those (?:who voted |voting )?(?:no|against|opposed)(?: (?:it|the (?:draft|text|resolution)))?)(?: , <n> strong ,)? "
                r"(?:were|was|are|being|came from|consisted of|comprised|included|was made up of|numbered among them)(?! "
                r"(?:not|cast|counted|lost))"
            ),
        ),
        (
            "ayes-were",
            "yes",
            "passive",
            rf"{_THESE}(?:ayes|yeas|yes votes?|affirmative votes?|votes in favou?r|yes {_CAMP}|supporters) (?:were|was|are|being|came from"
            r"|consisted of|comprised|included)(?! (?:not|cast|counted|lost))",
        ),
        (
            "abstainers-were",
            "abstain",
            "passive",
            rf"{_THESE}(?:abstainers?|abstentions?) (?:were|was|are|being)(?! (?:not|cast|counted))",
        ),
        ("backing-from", "yes", "passive", r"despite (?:the )?(?:backing|support) (?:of|from)"),
        (
            "abstentions-by",
            "abstain",
            "passive",
            (
                r"(?:abstentions?|abstaining votes?)(?: (?:came|were|was|being|coming|cast|each|both|those|that|all|are|is))*"
                r" (?:from|by|of)"
            ),
        ),
        ("abstention-of", "abstain", "passive", r"with (?:the |an )?abstentions? (?:of|by|from)"),
    ]
    return rows


NOMINAL: Mapping[str, str] = {
    "yes": (
        rf"(?:votes? |ballots? |states? |members? )?{_CAST}(?:in favou?r(?: of)?|supporting|approving"
        r"|yes(?: votes?)?|affirmative(?: votes?)?|ayes?|yeas?|concurring votes?|supporters?|in "
        r"support|positive votes?|voix pour|pour|a favor|votos a favor|favorables|for|votes for"
        r"|voted for)"
    ),
    "no": (
        rf"(?:votes? |ballots? |states? |members? )?{_CAST}(?:against|opposed(?: to)?|opposing|no(?: "
        r"votes?)?(?! (?:against|abst))|negative(?: votes?)?|noes|nays?|dissenting(?: votes?)?"
        r"|contre|voix contre|voix negatives?|en contra|votos en contra|votos negativos|opposition|opponents?|nos)"
    ),
    "abstain": (
        r"(?:votes? )?(?:abstentions?|abstaining(?: votes?)?|abstained|abstainers?|abstenciones"
        r"|abstencion|abstention)"
    ),
    "absent": r"(?:absent|absentees?|absences?|absents|ausentes)",
    "not_voting": r"(?:not voting|non ~ voting|not participating)",
}


LABELS: Mapping[str, str] = {
    "yes": (
        r"(?:those |states |members |countries )?(?:voting |voted |votes? )?(?:in favou?r|for|yes"
        r"|yeas?|ayes?|pour|a favor|ont vote pour|votaron a favor|pros?)"
    ),
    "no": (
        r"(?:those |states |members |countries )?(?:voting |voted |votes? )?(?:against|no|nays?|noes"
        r"|contre|en contra|opposed|ont vote contre|votaron en contra)"
    ),
    "abstain": (
        r"(?:those |states |members |countries )?(?:abstaining|abstentions?|abstained|abstain"
        r"|abstenciones|se sont abstenus|se abstuvieron|s' abstiennent)"
    ),
    "absent": r"(?:absent|absents|ausentes)",
    "not_participating": (
        r"(?:(?:states |members )?not participating(?: in the vot(?:e|ing))?|did not participate"
        r"|present and not voting)"
    ),
    "not_voting": r"(?:not voting|did not vote|non ~ voting)",
}
LABEL_TAIL = r"(?: (?:\( )?<n>(?: \))?(?: (?:countries|states|members|votes|nations))?)? [:–]"

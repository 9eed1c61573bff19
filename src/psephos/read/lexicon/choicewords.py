# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""The words of each choice.

Rows of patterns over the keys of a sentence, each with its name, its choice and its form.
"""

from __future__ import annotations

from psephos.read.lexicon.choiceverbs import (
    A_PERMANENT,
    ABSTAIN,
    AGAINST,
    ANY_OBJECT,
    BLOCK,
    CAMP,
    CASTING,
    CHANGED,
    DRAFT,
    FOR,
    FROM,
    HANDS_UP,
    LENDING,
    MAINLY,
    NO_NOUN,
    NO_SIDE,
    NO_VOTE,
    ONES,
    OPPOSE,
    OWN,
    PARTY,
    SAY,
    SOFT,
    SUPPORT,
    THESE,
    USE,
    VETO,
    VETO_NOUN,
    VOTE,
    VOTERS,
    YES_NOUN,
    Form,
)
from psephos.read.lexicon.inflection import VerbForm

__all__ = ["choice_rows"]


def choice_rows() -> list[tuple[str, str, Form, str]]:
    """The rows of English phrases: name, choice, form, pattern."""
    rows: list[tuple[str, str, Form, str]] = []
    forms: tuple[VerbForm, ...] = ("finite", "participle", "infinitive")
    for form in forms:
        vote, cast, say = VOTE[form], CASTING[form], SAY[form]
        support, oppose, abstain = SUPPORT[form], OPPOSE[form], ABSTAIN[form]
        use, veto, block = USE[form], VETO[form], BLOCK[form]
        rows += [
            ("voted-for", "yes", form, rf"(?:{vote}) {SOFT}{FOR}{NO_SIDE}"),
            ("voted-against", "no", form, rf"(?:{vote}) {SOFT}{AGAINST}{NO_SIDE}"),
            ("voted-against", "no", form, rf"(?:{vote}) {DRAFT} down"),
            (
                "voted-to-adopt",
                "yes",
                form,
                rf"(?:{vote}) {SOFT}to (?:adopt|approve|pass|support|back|endorse) {DRAFT}",
            ),
            ("voted-to-reject", "no", form, rf"(?:{vote}) {SOFT}to (?:reject|oppose|block|defeat|kill|veto) {DRAFT}"),
            (
                "voted-to",
                "yes",
                form,
                rf"(?:{vote}) {SOFT}to(?! (?:adopt|approve|pass|reject|block|defeat|kill|acquit|a no|no)(?: |$))",
            ),
            ("voted-to-reject", "no", form, rf"(?:{vote}) {SOFT}to acquit"),
            ("cast-abstention", "abstain", form, rf"(?:{cast}) {OWN}(?:abstentions?|abstaining votes?|blank votes?)"),
            ("cast-vote-for", "yes", form, rf"(?:{cast}) {OWN}(?:votes?|ballots?) {FOR}{NO_SIDE}"),
            ("cast-vote-against", "no", form, rf"(?:{cast}) {OWN}(?:votes?|ballots?) {AGAINST}{NO_SIDE}"),
            ("cast-yes", "yes", form, rf"(?:{cast}) {OWN}{YES_NOUN}(?: votes?| ballots?)?"),
            ("cast-no", "no", form, rf"(?:{cast}) {OWN}{NO_NOUN}(?: votes?| ballots?)?"),
            ("said-yes", "yes", form, rf"(?:{say}) yes(?: to {DRAFT})?"),
            ("said-no", "no", form, rf"(?:{say}) no(?: to {DRAFT})?"),
            ("supported", "yes", form, rf"(?:{support}) {DRAFT}"),
            (
                "supported",
                "yes",
                form,
                (
                    rf"(?:{LENDING[form]}) (?:{DRAFT} )?(?:its|their) (?:full |wholehearted )?"
                    rf"(?:support|backing|votes?|consent|blessing|approval|assent)(?: to {DRAFT})?"
                ),
            ),
            ("opposed", "no", form, rf"(?:{oppose}) {DRAFT}"),
            ("leaned-for", "yes", form, rf"(?!like |want )(?:{support})(?= (?:,|\.|;)|$)"),
            ("leaned-for", "yes", form, rf"(?!like |want )(?:{support}){ANY_OBJECT}"),
            ("leaned-against", "no", form, rf"(?:{oppose}){ANY_OBJECT}"),
            ("abstained", "abstain", form, rf"(?:{abstain}){FROM}(?! from )"),
            (
                "used-veto",
                "no",
                form,
                rf"(?:{use})(?: (?:on )?<t>)? {OWN}(?:right of |right to |power of )?{VETO_NOUN}",
            ),
            ("vetoed", "no", form, rf"(?:{veto})"),
            ("blocked", "no", form, rf"(?:{block}) {DRAFT}"),
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
            rf"(?:would|did|could) not (?:support|back|accept|go along with|vote for|endorse) {DRAFT}",
        ),
        (
            "boycotted",
            "not_participating",
            "finite",
            (
                r"(?:boycotted|skipped|missed|stayed away from) (?:the|this) (?:vote|voting|ballot|meeting)"
                r"|stayed away(?= (?:\.|,|;|and|\)|–)|$)"
            ),
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
        ("voted-present", "present_only", "finite", r"(?:voted|answered|recorded) (?:merely |simply |only )?present"),
        ("voted-present", "present_only", "participle", r"(?:voting|answering) (?:merely |simply |only )?present"),
        (
            "did-not-vote",
            "not_voting",
            "finite",
            (
                r"(?:did|does|do) not (?:cast (?:a|its|their) )?votes?(?! (?:for|against|in favou?r|yes|no|to"
                r"|on|with|alongside))"
            ),
        ),
        (
            "did-not-attend",
            "absent",
            "finite",
            r"(?:did|does) not (?:attend|turn up|show up)(?: (?:for )?(?:the|this) (?:vote|meeting|session))?",
        ),
        (
            "was-absent",
            "absent",
            "state",
            (
                r"(?:was|were|is|are|being) (?:absent|not present|away|missing|not in the room|not in the "
                r"chamber)(?: from (?:the |this "
                r")?(?:vote|voting|ballot|meeting|chamber))?"
            ),
        ),
        ("did-not-vote", "not_voting", "infinitive", r"not to vote(?= (?:\.|,|;|and|in|on|\)|–)|$)"),
        (
            "joined-party-for",
            "yes",
            "finite",
            rf"(?:joined|joining) {PARTY} in (?:support|favou?r)(?: of {DRAFT})?(?= (?:\.|,|;|and|\)|–)|$)",
        ),
        (
            "joined-party-against",
            "no",
            "finite",
            rf"(?:joined|joining) {PARTY} in opposition(?: to {DRAFT})?(?= (?:\.|,|;|and|\)|–)|$)",
        ),
        ("changed-to-no", "no", "finite", rf"(?:{CHANGED}) to (?:a )?{NO_VOTE}"),
        ("changed-to-yes", "yes", "finite", rf"(?:{CHANGED}) to (?:a )?(?:yes|yea|aye)(?: vote)?"),
        ("withdrew", "?", "finite", r"(?:withdrew|walked out|hesitated|demurred)"),
        ("dissented", "no", "finite", r"dissented"),
        ("dissented", "no", "infinitive", r"dissent"),
        ("not-voting", "not_voting", "participle", r"not (?:voting|casting (?:a |its |their )?votes?)"),
        ("opposed", "no", "participle", r"(?:in opposition|opposing|objecting)(?= (?:\.|,|;|and)|$)"),
        (
            "used-veto",
            "no",
            "finite",
            (
                rf"(?:{BLOCK['finite']}|blocked|stopped) (?:with|by)(?: the)?(?: help| means| use)?(?: of)? "
                rf"(?:its |the |a |their )?veto"
            ),
        ),
        ("dissented", "no", "participle", r"dissenting(?! votes?)"),
        (
            "joined-for",
            "yes",
            "participle",
            rf"(?<=joined in )(?:favou?r|support|backing|supporting)(?: (?:of )?{DRAFT})?",
        ),
        ("joined-against", "no", "participle", rf"(?<=joined in )(?:opposition)(?: (?:to )?{DRAFT})?"),
        ("in-column-for", "yes", "state", r"(?:is|are|was|were) in the (?:yes|yea|aye) (?:column|list)"),
        ("in-column-against", "no", "state", r"(?:is|are|was|were) in the (?:no|nay) (?:column|list)"),
        ("outvoted", "no", "state", r"(?:was|were|been) (?:simply |duly )?(?:outvoted|overruled)"),
        ("kept-body-from", "no", "finite", r"(?:stopped|blocked|prevented|kept) (?:the )?<b> (?:(?:on )?<t> )?from"),
        (
            "availed-of-veto",
            "no",
            "finite",
            (
                r"(?:has|have|had) (?:taken advantage|made use|availed (?:itself|themselves)) of (?:the|its|their) "
                r"(?:right of (?:the )?|power of (?:the )?)?veto"
            ),
        ),
        ("yes-from", "yes", "passive", r"(?:an?|the) (?:\S+ )?(?:yes|aye)(?: vote)? from"),
        ("no-from", "no", "passive", r"(?:an?|the) (?:\S+ )?(?:no|nay)(?: vote)? from"),
        (
            "ninth-vote-from",
            "yes",
            "passive",
            (
                r"the (?:seventh|ninth|tenth|\d+ (?:th|st|nd|rd)) (?:yes |affirmative )?vote "
                r"(?:came|was cast|coming) (?:from|by)"
            ),
        ),
        ("hands-for", "yes", "finite", rf"(?:{HANDS_UP}) (?:in (?:its )?favou?r(?: of)?|for)"),
        ("hands-against", "no", "finite", rf"(?:{HANDS_UP}) against"),
        ("hands-abstaining", "abstain", "finite", rf"(?:{HANDS_UP}) (?:in abstention|to abstain)"),
        (
            "seat-empty",
            "absent",
            "state",
            (
                r"(?:chair|seat|place|desk) (?:was|were|being|stood|remained|stayed|sat)(?: left| still)? "
                r"(?:empty|vacant|unoccupied)"
            ),
        ),
        ("said-for", "yes", "finite", r"(?:said|says) for(?= (?:\.|,|;|and|while)|$)"),
        ("said-against", "no", "finite", r"(?:said|says) against(?= (?:\.|,|;|and|while)|$)"),
        (
            "was-for",
            "yes",
            "state",
            (
                r"(?:(?:was|were|being|have been|has been|had been|stood|came out|came down|declared "
                r"(?:itself|themselves)"
                rf"|expressed|expressed (?:itself|themselves)|pronounced (?:itself|themselves)) ){ONES}"
                r"(?:in (?:its )?favou?r(?: of)?|for(?! (?:a|the|its|their)? ?(?:long|years?|months?|weeks?|days?"
                r"|<n>|first|last"
                r"|now|once|example|instance))|on the side of|(?:on|in) the (?:yes|yea|aye) (?:side|column"
                r"|camp|lobby)|supportive(?: of)?|behind (?:it|the "
                r"(?:draft|text|resolution)))"
            ),
        ),
        (
            "was-against",
            "no",
            "state",
            (
                r"(?:(?:was|were|being|have been|has been|had been|stood|came out|came down|declared "
                r"(?:itself|themselves)"
                rf"|expressed|expressed (?:itself|themselves)|pronounced (?:itself|themselves)) ){ONES}"
                r"(?:against|opposed(?: to)?(?! by(?: |$))|in opposition)"
            ),
        ),
        (
            "supported-by",
            "yes",
            "passive",
            rf"(?:supported|backed|favou?red|endorsed|approved|accepted) {MAINLY}by",
        ),
        (
            "adopted-by",
            "yes",
            "passive",
            (
                r"(?:adopted|passed|carried) by(?= (?:all (?:the )?(?:<n>|of)|every|<n> (?:members|countries"
                r"|states|nations|governments|delegations)))"
            ),
        ),
        (
            "blocked-by-votes",
            "no",
            "passive",
            r"(?:prevented|blocked|defeated|stopped|thwarted|rejected|killed|sunk) by the votes? (?:of|from)",
        ),
        (
            "votes-of",
            "yes",
            "passive",
            (
                r"(?:got|received|won|gained|obtained|secured|drew|garnered|attracted|had|has|enjoyed) (?:the )?"
                r"(?:support|backing|assent|approval) (?:only |just )?(?:of|from)"
                r"|(?:got|received|won|had|gained|obtained|secured|drew|garnered|attracted|with) (?:the )?"
                r"(?:votes?|yes votes?|affirmative votes?) (?:of|from)"
            ),
        ),
        (
            "opposed-by",
            "no",
            "passive",
            rf"(?:opposed|rejected) {MAINLY}by",
        ),
        (
            "vetoed-by",
            "no",
            "passive",
            rf"(?:vetoed|blocked) {MAINLY}by",
        ),
        (
            "owing-to-no",
            "no",
            "passive",
            (
                r"(?:owing to|due to|because of|by|following|on account of) (?:the |a )?(?:negative|no) votes? "
                rf"(?:of|by|from|cast by){A_PERMANENT}"
            ),
        ),
        (
            "owing-to-veto",
            "no",
            "passive",
            (
                r"(?:(?:owing to|due to|because of|after|following|with|by|amid) (?:the |a "
                rf")?(?:double )?veto(?:es)? (?:of|by|from|cast by){A_PERMANENT})"
            ),
        ),
        (
            "veto-of",
            "no",
            "passive",
            (
                r"(?:the |a |double |joint |twin |<n> )*veto(?:es)? (?:<t> |on <t> )?(?:of|by|from|cast by"
                r"|wielded by|used by)(?! (?:the )?(?:draft|text|resolution))"
            ),
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
                r"(?:(?:votes?|ballots?|voices?) (?:in favou?r|for)|(?:affirmative|yes|positive|for) (?:votes?"
                r"|voices?))(?: "
                r"(?:given|came|were|was|being|coming|cast|each|both|those|that|all|are|is))* (?:from|by|of)"
            ),
        ),
        (
            "noes-were",
            "no",
            "passive",
            (
                rf"{THESE}(?:(?:noes|nays?)(?: on the \S+ side)?|in opposition|against it|no votes?"
                rf"|negative votes?|votes? against|(?:dissenting|opposing) {VOTERS}|dissenters?|opponents?"
                rf"|nos?|no {CAMP}"
                rf"|those (?:who voted |voting )?(?:no|against|opposed)(?: (?:it|the (?:draft|text"
                rf"|resolution)))?)(?: , <n> strong ,)? "
                r"(?:were|was|are|being|came from|consisted of|comprised|included|was made up of|numbered among "
                r"them)(?! "
                r"(?:not|cast|counted|lost))"
            ),
        ),
        (
            "ayes-were",
            "yes",
            "passive",
            (
                rf"{THESE}(?:ayes?|yeas?|yes votes?|affirmative votes?|votes in favou?r|yes {CAMP}|supporters) "
                r"(?:were|was|are|being|came from|consisted of|comprised|included)(?! (?:not|cast|counted|lost))"
            ),
        ),
        (
            "abstainers-were",
            "abstain",
            "passive",
            (
                rf"{THESE}(?:abstainers?|abstentions?|abstaining {VOTERS})(?: (?:there|here|now|this time|,))* "
                rf"(?:were|was|are|being)(?! (?:not|cast|counted))"
            ),
        ),
        (
            "backing-from",
            "yes",
            "passive",
            r"despite (?:the )?(?:backing|support) (?:of|from)|with the (?:backing|support|votes) of(?= (?:all|<n>) )",
        ),
        ("without-participation-of", "not_participating", "passive", r"without the (?:participation|vote) of"),
        (
            "abstentions-by",
            "abstain",
            "passive",
            (
                r"(?:abstentions?|abstaining votes?)(?: (?:came|were|was|being|coming|cast|each|both|those|that"
                r"|all|are|is))*"
                r" (?:from|by|of)"
            ),
        ),
        ("abstention-of", "abstain", "passive", r"with (?:the |an )?abstentions? (?:of|by|from)"),
    ]
    return rows

# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""The verbs of each choice, and the small words that stand among them."""

from __future__ import annotations

from typing import Literal

from psephos.read.lexicon.inflection import forms_of

__all__ = [
    "ABSTAIN",
    "AGAINST",
    "ANY_OBJECT",
    "A_PERMANENT",
    "BLOCK",
    "CAMP",
    "CAST",
    "CASTING",
    "CHANGED",
    "DRAFT",
    "FOR",
    "FROM",
    "HANDS_UP",
    "LENDING",
    "MAINLY",
    "NO_NOUN",
    "NO_SIDE",
    "NO_VOTE",
    "ONES",
    "OPPOSE",
    "OWN",
    "PARTY",
    "SAY",
    "SOFT",
    "SUPPORT",
    "THESE",
    "USE",
    "VETO",
    "VETO_NOUN",
    "VOTE",
    "VOTERS",
    "WITH_PARTY",
    "YES_NOUN",
    "Form",
]

Form = Literal["finite", "participle", "infinitive", "passive", "nominal", "state", "label"]


PARTY = (
    r"(?:(?:all|most|many|every|nearly|the|other|their|his|her|fellow|<b>|<n>|of|party ~) )*"
    r"(?:democrats?|republicans?|tories|conservatives|labour|liberal democrats|government|opposition|party|colleagues"
    r"|majority|minority)"
)


WITH_PARTY = rf"(?:with|alongside) {PARTY}"
"""In whose company somebody voted; the words after it say how."""


SOFT = (
    r"(?:(?:unanimously|together|also|overwhelmingly|all|instead|solidly|again|solely|firmly|formally"
    r"|ultimately|actively|either|once|more|yet|en|masse|tous|toutes|alongside|jointly|separately|finally"
    r"|reluctantly|eventually|there|simply|openly|likewise|twice|directly|(?:(?:late |early )?on )?<t>"
    r"|tambien|igualmente|unanimemente|as (?:a bloc|one)|in (?:unison|the end|the <b>|the event)"
    rf"|{WITH_PARTY}) )*"
)


FOR = (
    r"(?:yes|yea|guilty|aye|for|in (?:its |their )?favou?r(?: of)?|in support(?: of)?|affirmatively|positively"
    r"|in the affirmative|pro)"
)


AGAINST = r"(?:not guilty|no|nay|against|in opposition(?: to)?|negatively|in the negative|contra|down)"


NO_SIDE = (
    r"(?! (?:of )?(?:the |his |her |their )?(?:president|government|administration|leadership|leader|whip)(?= )(?! 's))"
)
"""Whoever voted against the government voted for or against something that is not told."""


OWN = (
    r"(?:(?:a|an|the|its|their|his|her|both|of|only|sole|lone|single|one|all|first|second|third|fourth"
    r"|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|\d+ (?:st|nd|rd|th)|latest|dissenting|deciding|<n>"
    r"|<d>|country 's|nation 's|government 's|own|permanent|double|joint|twin|dual|triple|rare|solitary"
    r"|<b>|un|usual|respective|new|another|this|first ~ ever|democratic|republican|conservative|labour|tory) )*"
)


YES_NOUN = r"(?:affirmative|positive|yes|favou?rable|concurring|supporting|aye|yea)"


CHANGED = r"(?:switched|changed|flipped)(?: (?:its|his|her|their) votes?)?(?: from (?:yes|no|aye|nay|yea|present))?"


NO_VOTE = r"(?:no|nay)(?: vote)?"


NO_NOUN = r"(?:negative|no|opposing|dissenting|contrary|nay)"


DRAFT = (
    r"(?:(?:the|this|that|a|an|its|their|his|her|both|<d>|<m>|<m> 's|<b>|un|council|draft|proposed|revised"
    r"|~|led|backed|sponsored|drafted|written|supported|united|new|rival|joint|similar|western|arab|african"
    r"|amended|text of the|whole|first|second|adoption of the|passage of the|humanitarian"
    r"|ceasefire|sanctions) )*"
    r"(?:resolutions?|drafts?|texts?|measures?|motions?|proposals?|documents?|amendments?|bills?"
    r"|papers?|drive|push|bid|effort|attempt|plan|extension|renewal|probe|inquiry|it|them|move|request|package"
    r"|tariffs?|him|her(?= (?:\.|,|;|\)|and|on|in)|$)"
    r"|initiative|appointment|nomination|nominee|confirmation|legislation|<y>"
    r"|(?:monetary |policy )*action|decision|idea|directive|regulation|law|licen[cs]e|project|projet"
    r"|proyecto|paragraph|text)"
)


VETO_NOUN = r"(?:vetoes|vetos|veto)(?: powers?| rights?| cards?)?"


_ITS = "(?:its|their|his|her)"


_HANDS = forms_of(
    f"raise {_ITS} hands?",
    "raise theirs",
    f"put up {_ITS} hands?",
    f"put {_ITS} hands? up",
    f"lift (?:{_ITS}|the) hands?",
    "raise a hand",
)


HANDS_UP = r"(?:hands? )?(?:went up|shot up|rose|were raised|was raised|were lifted)"


VOTE = {
    "finite": f"voted|votes|{_HANDS['finite']}",
    "participle": f"voting|having voted|{_HANDS['participle']}",
    "infinitive": f"vote|{_HANDS['infinitive']}",
}


CASTING = forms_of("cast(?:ed)?", "give", "deliver", "register", "record", "enter")


SUPPORT = forms_of(
    "support",
    "back",
    "favour",
    "favor",
    "endorse",
    "approve(?: of)?",
    "welcome",
    "champion",
    "get behind",
    "speak out (?:for|in favou?r of)",
    f"take (?:{_ITS} stand|a stand) (?:behind|for)",
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


OPPOSE = forms_of(
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


ABSTAIN = forms_of(
    "abstain",
    "refrain",
    "sit on the fence",
    f"withhold {_ITS} votes?",
    "sit (?:out the (?:vote|ballot|decision)|(?:it|this one|the vote|the ballot) out)",
    "keep out of (?:it|the vote)",
    "stay on the (?:fence|sidelines)",
    "stay neutral",
    "remain neutral",
    "choose (?:(?:the|an?) (?:[a-z]+ )?(?:way|path|course|route) of )?(?:an )?(?:abstention|neutrality)",
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
    "avoid (?:voting|the vote)",
    "keep away from (?:voting|the vote)",
    "desist(?: from voting)?",
    "opt for (?:abstention|an abstention)",
    "go for abstention",
)


LENDING = forms_of("give", "lend", "grant", "extend")


SAY = forms_of("say", "answer")


USE = forms_of(
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
    "utilize",
    "utilise",
    "exert",
    "implement",
    "practice",
    "practise",
    "activate",
    "slap",
    "play",
)


VETO = {"finite": "vetoed|vetoes|vetos", "participle": "vetoing|having vetoed", "infinitive": "veto"}


BLOCK = forms_of(
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


ANY_OBJECT = (
    r"(?= (?:the|a|an|its|their|his|any|this|that|these|those|such|lifting|ending|extending|renewing|holding|keeping"
    r"|imposing|sending|sanctions"
    r"|<m> (?:'s|~)|<d>) )"
)
"""What is supported or opposed may be anything; whether that was a vote, the sentence must tell."""


MAINLY = (
    r"(?:(?:only|solely|also|just|strongly|firmly|mainly|(?:on )?<t>|in the <b>|at the <b>|again|then|unanimously) )*"
)


ONES = (
    r"(?:(?:all|both|solidly|still|also|firmly|openly|likewise|the|only|other|others|sole|lone|single|one|ones"
    r"|two|country|countries"
    r"|members?|states?|nations?|delegations?|governments?|(?:only|lone|sole|single|one) (?:vote|voice|hand|dissenter)"
    r"|body|squarely|once again|again) )*"
)


A_PERMANENT = r"(?: (?:a|one|two|three|<n>|the) permanent members?(?: of the <b>)?(?: ,| :| –)?)?"
"""Reads "owing to the negative vote of a permanent member, the Russian Federation"."""


VOTERS = r"(?:members|countries|states|nations|delegations|governments|members of the <b>)"


CAMP = r"(?:camp|side|column|list|bloc|ranks|lobby|voters|group|party)"


THESE = r"(?:(?:the|only|sole|lone|single|solitary|other|<n>|one|two|its) )*"


CAST = r"(?:(?:having been |were |was |being )?cast )?"


FROM = (
    r"(?: from (?:voting|the (?:(?:<b>|un|council|assembly) (?:'s )?)?vote|the voting|participating|it|the ballot)"
    r"(?: for or against| either way)?)?"
)

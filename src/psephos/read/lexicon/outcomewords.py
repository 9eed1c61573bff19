# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""The words of adoption and rejection: rows of patterns over the keys of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from psephos.read.lexicon.outcomeformulas import FOREIGN, Row
from psephos.read.lexicon.outcomeparts import (
    ACTED,
    ACTIVE_ADOPT,
    ADOPTED,
    BE,
    DECIDED,
    GAP,
    MANY,
    NO_REFUSAL,
    THING,
    VOTE_OF,
    WITH,
)
from psephos.read.lexicon.rejectionwords import REJECTIONS

__all__ = ["outcome_patterns"]


@cache
def outcome_patterns() -> tuple[tuple[str, bool, str, re.Pattern[str]], ...]:
    """The rows of patterns: name, adopted or not, reason, pattern."""
    return tuple(
        (name, adopted, reason, _compiled(pattern))
        for name, adopted, reason, pattern in (*REJECTIONS, *_ADOPTIONS, *FOREIGN)
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern between spaces; one that ends in a space wants a word after it."""
    if pattern.endswith(" "):
        return re.compile(r"(?:(?<= )|^)" + pattern)
    return re.compile(r"(?:(?<= )|^)(?:" + pattern + r")(?= |$)")


_ADOPTIONS: Sequence[Row] = (
    (
        "result-is",
        True,
        "",
        (
            r"(?:result|outcome|decision|status)(?: of the vote)? (?:[:–|] )+(?:adopted|approved|passed|carried"
            r"|agreed to)"
            r"|– (?:adopted|passed|carried)(?= \.|$| \|)"
        ),
    ),
    ("declared-adopted", True, "", rf"declared (?:\S+ ){{0,4}}{THING}(?: as)? (?:adopted|carried|approved|passed)"),
    ("cloture", True, "", r"(?:<b> (?:\S+ ){0,4}invoked cloture|cloture was (?:\S+ )?invoked)"),
    (
        "question-agreed",
        True,
        "",
        (
            r"question (?:was )?(?:accordingly |then |thus |duly |put and )*(?:agreed to|carried|resolved in "
            r"the affirmative)"
        ),
    ),
    (
        "made-it",
        True,
        "",
        (
            r"(?:made it|making it|squeaked|squeezed|scraped) through|won (?:the )?day|(?:carried|won) the "
            r"day|was the winner"
        ),
    ),
    ("was-adopted", True, "", rf"{BE}{ADOPTED}"),
    (
        "body-adopted",
        True,
        "",
        rf"<b>(?: \( [^()]{{1,60}} \))?(?: in <u>(?: <u>)*)?(?: ,(?: [^ ,]+){{1,14}} ,)? {GAP}{ACTIVE_ADOPT}",
    ),
    ("body-day-adopted", True, "", r"<b> <t>(?: \S+){0,6} (?:adopted|passed|approved)"),
    (
        "it-adopted",
        True,
        "",
        (
            rf"(?:it {MANY}{ACTIVE_ADOPT}|(?:members|leaders|senators|lawmakers|governments"
            rf"|ministers|mps|meps|directors)(?: (?:meeting|gathered) in (?:<u>|<m>))? {MANY}"
            r"(?:adopted|approved|passed|confirmed|ratified|pushed through|forced through|waved through))"
        ),
    ),
    (
        "allowing-to-adopt",
        True,
        "",
        (
            r"(?:allowing|enabling|letting|allowed|let) (?:the )?(?:<b> (?:to )?(?:adopt|pass|approve"
            r"|demand|condemn|call"
            r"|impose|lift|extend)|(?:\S+ "
            rf"){{0,3}}{THING} to (?:pass|be adopted|go through))"
        ),
    ),
    (
        "it-passed",
        True,
        "",
        (
            r"(?:it|they|which|resolution|draft|text|measure|motion|bill|amendment|legislation"
            r"|proposal|package|nomination|article|articles|bid|sanctions|deal|treaty|mandate)(?: (?:for|to|of|on"
            r"|from|into|at|about|in)(?: "
            r"(?!(?:was|were"
            r"|had|has|have|that|which|who|but|and|<b>|;|:|by|over|,)(?: |$))[^ ]+){1,9})? (?:has |have |had "
            r"|then |also |thus |easily |narrowly |finally "
            r"|<t> |on <t> |comfortably )*(?:passed|carried|went through|got through|sailed "
            r"through|prevailed|cleared|succeeded|goes through|passes)(?! (?:by|over) (?:<d>|<m>))"
        ),
    ),
    ("adopting-by", True, "", r"(?<=, )adopting (?:<s>|unanimously|by (?:a (?:recorded )?vote|<n>))"),
    (
        "let-through",
        True,
        "",
        rf"(?:let|allowed)(?: [^ ,;:]+){{0,6}} {THING}(?: [^ ,;:]+){{0,6}} (?:to )?(?:go through|pass|be adopted)",
    ),
    (
        "got-the-nod",
        True,
        "",
        r"(?:got|received|won|given|gave) (?:\S+ ){0,3}(?:go ~ ahead|green light|nod|blessing)(?! if)",
    ),
    (
        "won-backing-of",
        True,
        "",
        r"(?:won|has won|got|received|gained) the (?:backing|approval|endorsement|support) of the <b>",
    ),
    (
        "approved-was",
        True,
        "",
        r"^(?:also )?(?:approved|adopted|agreed)(?: (?:next|then|also|,|by|a|recorded|vote))* (?:was|were) ",
    ),
    (
        "passed-with",
        True,
        "",
        (
            r"(?:passed|carried|went through|sailed through|cleared|got through)(?: <t>| on <t>| easily| comfortably"
            r"| narrowly)*(?: ,)? (?:(?:with|by|on)(?: (?:a vote of|the votes of))? <n>(?: (?:of|votes|in"
            r"|to)| )|<n> to <n>|<s>)"
        ),
    ),
    (
        "sanctions-imposed",
        True,
        "",
        (
            r"(?:sanctions|measures|embargo|mandate|curbs)(?: on [^ ,;]+| against [^ ,;]+)? (?:was|were) "
            r"(?:imposed|lifted|eased|extended|renewed|tightened|prolonged)"
        ),
    ),
    (
        "acted",
        True,
        "",
        (
            r"<b>(?: ,(?: [^ ,;]+){1,12} ,)?(?: has| have| also| then| unanimously| formally| on| in| this"
            r"| late| an?| emergency| session)* <t>(?: (?:,|unanimously|overwhelmingly|formally|strongly|also))* "
            rf"{ACTED}"
            rf"|<b> {ACTED} <t>|<b> , (?:meeting|acting|voting) (?:[^ ,;]+ ){{0,10}}, {ACTED}"
            r"|was (?:recommended|demanded|ordered|authori[sz]ed|condemned|established|imposed|called for) by the <b>"
            r"(?: (?:at|late|on|this|<h>|o' clock))* <t>"
        ),
    ),
    (
        "adoption-of",
        True,
        "",
        (
            r"(?:unanimous|recorded ~ vote|(?:after|following|upon|welcomed|hailed|announced|led to|resulted in"
            r"|ended in|ended with"
            r"|saw|secured|ensured|allowed|enabled) the) (?:adoption|passage|approval) of"
        ),
    ),
    ("bill-read", True, "", r"bill (?:was )?(?:accordingly |then )*read (?:a|the) (?:first|second|third|<u>) time"),
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
        "adopted-with-vote",
        True,
        "",
        (
            rf"(?:, |\( |^|and |(?:in|of) an? (?:<b> )?(?:resolution|text) ){ADOPTED}(?: by the <b>)?(?: on "
            rf"<t>| <t>)? (?:by (?:a |the "
            r")?(?:recorded |vote|<n>|<s>|unanim)|unanimously|with <n>|on a vote)"
        ),
    ),
    (
        "decided-by-votes",
        True,
        "",
        (
            rf"<b> (?:{NO_REFUSAL}[^ ;:]+ ){{0,4}}{DECIDED}(?: {NO_REFUSAL}[^ ;:]+){{0,16}}?(?: ,)? by "
            rf"{VOTE_OF}"
            rf"|<b>(?: ,)? by {VOTE_OF}(?: {NO_REFUSAL}[^ ;:]+){{0,8}}? ,(?: <t>| on <t>| first| then)* "
            rf"{DECIDED}"
        ),
    ),
    (
        "by-votes-adopted",
        True,
        "",
        (
            rf"by {VOTE_OF}{WITH}(?: ,)? (?:the <b> )?(?:<t> |on <t> |then |first )*(?:adopted|approved"
            rf"|passed|endorsed|confirmed)"
        ),
    ),
    (
        "resolution-adopted-on",
        True,
        "",
        (
            r"^(?:the )?(?:<b> )?resolution (?:<n>|<yr>)(?: \( <yr> \))? , (?:which was )?(?:unanimously "
            r")?(?:adopted|passed|approved)"
        ),
    ),
    (
        "rate-decided",
        True,
        "",
        (
            r"decided(?: today| <t>| on <t>| unanimously)* to "
            r"(?:maintain|raise|lower|leave|keep|increase|reduce|cut|hold)"
            r"(?: \S+){0,4} (?:target|federal|rates?|range|funds)"
        ),
    ),
    (
        "decided-to",
        True,
        "",
        (
            r"<b>(?: (?:has|have|then|also|<t>|on|today))* (?:decided|agreed)(?: today| <t>| on <t>| unanimously)* to "
            r"(?:call|let|allow|keep|convene|convoke"
            r"|refer|set up|establish|hold|include|postpone|admit|extend|renew|impose|lift|send)"
        ),
    ),
    (
        "tie-broken-to",
        True,
        "",
        r"br(?:oke|eaking) (?:a|the) <s> tie(?: (?:early |late )?(?:on )?<t>)* to (?:pass|confirm|approve)",
    ),
    ("impeached", True, "", r"<b>(?: (?:on )?<t>)* impeached"),
    ("re-elected", True, "", r"<b>(?: (?:on )?<t>)* re ~ elected"),
    (
        "tie-vote",
        True,
        "",
        (
            r"cast(?:ing|s)? (?:the|a|his|her) (?:tie ~ breaking|tiebreaking|deciding|casting) vote"
            r"(?: (?:on )?<t>)* to (?:confirm|pass|approve|advance|save)"
        ),
    ),
    (
        "body-voted-to",
        True,
        "",
        (
            r"(?:<b>|senators|lawmakers)(?: (?:on )?<t>)* voted(?: by)?(?: a vote of)? (?:<s>|<n> (?:votes )?to <n>)"
            r"(?: (?:on |early |late )?<t>)* to (?:remove|oust|expel|advance|release|order|find|lower|raise|cut"
            r"|hold|keep|leave|impeach|censure|end|extend|suspend|repeal|confirm|begin|open|take up|limit"
            r"|overturn|terminate|revoke|rescind|require|avert|authori[sz]e|rebuke|condemn|reopen|proceed)"
            r"(?! .*(?:short|shy|fail\w*|needed|enough|threshold|required|blocked)(?: |$))"
        ),
    ),
    ("confirmed-as", True, "", r"(?:was|were) (?:\S+ly )?confirmed (?:as|to (?:the|be|lead|head|a))"),
    (
        "rate-moved",
        True,
        "",
        (
            r"<b>(?: (?:on )?<t>)* (?:cut|lowered|raised|held|kept|left|hiked|increased|reduced) "
            r"(?:\S+ ){0,4}(?:rates?|target range)"
        ),
    ),
    (
        "tie-broken",
        True,
        "",
        r"vice president (?:<u> |<m> |, )*(?:\S+ )?(?:casting|cast|breaking|broke|broken)(?: \S+){0,4} tie",
    ),
    (
        "waved-through",
        True,
        "",
        r"<b> (?:nodded|waved|pushed|forced|rammed|railroaded|voted)(?: [^ ,;]+){1,7} through",
    ),
    (
        "have-chosen",
        True,
        "",
        (
            r"<b>(?: \S+){0,4} (?:has|have|had) (?:chosen|nominated|appointed)|<b> (?:unanimously |<t> |on "
            r"<t> )*(?:selected|appointed|nominated)"
        ),
    ),
    ("has-backing", True, "", r"has the (?:backing|support|votes|majority) (?:it |that was )?(?:needed|required)"),
    (
        "got-approval",
        True,
        "",
        (
            r"(?:got|received|won|gets|wins|gained|secured) (?:its |their |final |formal |the )*(?:approval"
            r"|passage|adoption|confirmation) "
        ),
    ),
    ("saw-adopted", True, "", rf"saw (?:the|its|a) (?:\S+ ){{0,3}}{THING} (?:adopted|approved|passed|carried)"),
    ("able-to-adopt", True, "", r"(?:was|were) able to (?:pass|adopt|approve)|managed to (?:pass|adopt|approve)"),
)

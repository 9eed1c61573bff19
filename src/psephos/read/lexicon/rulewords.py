# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Rules and unanimity as a text states them: how many votes are needed, and whether anybody dissented."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["rules", "unanimous"]


_RULES = (
    re.compile(
        r"at least(?: [^ ;:]+){0,3}? <n>(?=(?: [^ ;:,]+){0,4} (?:votes?|yes|affirmative|ayes|in favou?r"
        r"|must|required|needed|necessary)"
        r"(?: |$))"
    ),
    re.compile(
        r"(?:needs?|needed|requires?|required|must (?:get|have|receive|obtain|win)|should have"
        r"|necessary(?! (?:was|were|by|had|is))|takes|take|taken|(?<!bare )minimum of|threshold of|short "
        r"of(?: the)?|wins? "
        r"with|won with|required minimum of)(?: [^ ;:,]+){0,3}? <n>(?! (?:months|weeks|days|years"
        r"|members|~))"
    ),
    re.compile(
        r"<n>(?! (?:more|fewer|less|above|over|short))(?: [^ ;:–]+){0,3} (?:votes? )?(?:are|is|were|was"
        r"|would have been|will be|would be)? "
        r"?(?:necessary|needed|required|(?:that "
        r")?(?:adoption|passage|it) requires|requises?"
        r"|necessaires?|necesari[oa]s|requerid[oa]s)"
    ),
    re.compile(
        r"<n>(?! permanent)(?: [^ ;:–,]+){0,3} (?:suffices?|(?:is|are|will be|would be|would have been) "
        r"(?:enough|sufficient)|will do)"
        r"(?! to (?:defeat|block|stop|veto|reject|kill|sink|prevent))"
    ),
    re.compile(r"<n>(?: yes| affirmative)? (?:votes?|voix|votos)(?: in favou?r)? (?:is|are|was|were) what"),
    re.compile(r"(?:the )?(?:required|necessary|requisite|needed|minimum) <n>(?: \S+)? ?(?:votes)?"),
)


def rules(keys: str) -> Iterator[tuple[int, int]]:
    """Where does a sentence state how many votes are needed? Offsets in the keys.

    Examples:
        >>> next(rules("it needed <n> yes votes to pass"))
        (3, 13)
    """
    for pattern in _RULES:
        for match in pattern.finditer(keys):
            yield match.span()


_UNANIMOUS = re.compile(
    r"(?:^| )(?P<all>unanimously|unanimous(?: \S+)? (?:vote|adoption|approval|passage|decision"
    r"|support|backing)|(?:vote|decision|it|adoption|result)(?: (?:in|of|on|at|by|taken)(?: [^ ,;]+){1,14})? "
    r"(?:was|is) unanimous|with one voice|a l' "
    r"unanimite|por unanimidad|unanimement|unanimemente|par un vote unanime|de (?:maniere|forma|manera) unanime"
    r"|by unanimity)(?= |$)"
)
_CONSENSUS = re.compile(
    r"(?:^| )(?:by consensus|by acclamation|without a vote|without (?:a )?(?:recorded )?vote|par "
    r"consensus|sans vote|sin votacion|por consenso|par acclamation|por aclamacion)(?= |$)"
)


def unanimous(keys: str) -> tuple[str, int, int] | None:
    """Does the sentence say that nobody dissented: "unanimous" or "without a vote", with the offsets?

    Examples:
        >>> unanimous("the <b> unanimously adopted it")[0]
        'unanimous'
    """
    if match := _UNANIMOUS.search(keys):
        if re.search(r"(?:not|never|almost|nearly|near ~|less than|if) $", keys[: match.start("all")]):
            return None
        return "unanimous", match.start("all"), match.end("all")
    if match := _CONSENSUS.search(keys):
        return "without a vote", match.start() + (keys[match.start()] == " "), match.end()
    return None

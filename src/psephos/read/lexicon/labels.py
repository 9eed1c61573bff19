# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Choices as nouns and as labels: "two against", "Abstaining: China"."""

from __future__ import annotations

from collections.abc import Mapping

from psephos.read.lexicon.choiceverbs import CAST

__all__ = ["LABELS", "LABEL_TAIL", "NOMINAL"]

NOMINAL: Mapping[str, str] = {
    "yes": (
        rf"(?:votes? |ballots? |states? |members? )?{CAST}(?:in (?:its |their )?favou?r(?: of)?|supporting"
        rf"|approving|yeses"
        r"|yes(?: votes?)?|affirmative(?: votes?)?|ayes?|yeas?|concurring votes?|supporters?|in "
        r"support|positive votes?|behind it|voix pour|pour|a favor|votos a favor|favorables|for|votes for"
        r"|(?:voix |votos )?en (?:sa|leur) faveur|(?:votos )?a su favor|favorables?|(?:votos )?afirmativos?|voted for)"
    ),
    "no": (
        rf"(?:votes? |ballots? |states? |members? )?{CAST}(?:against|opposed(?: to)?|opposing|no(?: "
        r"votes?)?(?! (?:against|abst))|negative(?: votes?)?|noes|nays?|dissenters?|dissenting(?: votes?| voices?)?"
        r"|contre|voix contre|voix negatives?|en contra|votos en contra|votos negativos|opposition|opponents?|nos)"
    ),
    "abstain": (
        r"(?:votes? )?(?:abstentions?|abstaining(?: votes?)?|abstained|neutral(?! (?:members?|countries"
        r"|states|powers|nations))|abstainers?|abstenciones"
        r"|abstencion|abstention|abstentionnistes?|abstencionistas?)"
    ),
    "absent": r"(?:absent|absentees?|absences?|absents|ausentes)",
    "not_voting": r"(?:not voting|non ~ voting|not participating)",
}


_OF_IT = (
    r"(?: (?:of )?(?:(?:this|the|that|it|adoption|of|monetary|policy|draft|proposed|action|decision|motion"
    r"|proposal|resolution|text|amendment) ?){1,6})?"
)


LABELS: Mapping[str, str] = {
    "yes": (
        rf"(?:those |states |members |countries )?(?:(?:voting |voted |votes? )?(?:in favou?r|for){_OF_IT}"
        rf"|(?:voting |voted |votes? )?yes"
        r"|yeas?|ayes?|pour|a favor|ont vote pour|votaron a favor|pros?)"
    ),
    "no": (
        rf"(?:those |states |members |countries )?(?:(?:voting |voted |votes? )?against{_OF_IT}|(?:voting |voted "
        rf"|votes? )?no|nays?|noes"
        r"|contre|en contra|opposed|ont vote contre|votaron en contra)"
    ),
    "abstain": (
        r"(?:those |states |members |countries )?(?:abstaining|abstentions?|abstained|abstain"
        r"|abstenciones|se sont abstenus|se abstuvieron|s' abstiennent)"
    ),
    "absent": r"(?:absent(?: and not voting)?|absents|ausentes)",
    "not_participating": (
        r"(?:(?:states |members )?not participating(?: in the vot(?:e|ing))?|did not participate"
        r"|present and not voting)"
    ),
    "not_voting": r"(?:not voting|did not vote|non ~ voting)",
}


LABEL_TAIL = r"(?: (?:\( )?<n>(?: \))?(?: (?:countries|states|members|votes|nations))?)? [:–]"

# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Tables of votes, member first: "China: no", "| Brazil | Abstain |"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from psephos.read.atoms.mentions import Item
from psephos.read.atoms.nouns import Person
from psephos.read.sentences.facts import Fact

__all__ = ["is_table", "row_facts"]

_CHOICES = {
    "yes": r"(?:voted |votes? )?(?:in favou?r|for|yes|yea|aye)",
    "no": r"(?:voted |votes? )?(?:against|no|nay)(?: \( ?veto ?\))?|vetoe?d?",
    "abstain": r"(?:abstain(?:ed|s|ing)?|abstention)",
    "absent": r"absent",
    "not_voting": r"(?:did not vote|not voting|non ~ voting)",
}
_WORDS = "|".join(f"(?P<{choice}>{words})" for choice, words in _CHOICES.items())
_ROW = re.compile(rf"(?:(?<=^)|(?<=\| )|(?<=[*•–] ))(?:the )?(?P<who><m>) (?:[:–|=] )+(?:{_WORDS})(?= \||$| [.;])")
_PRINTED = re.compile(
    r"^[ \t>|*•\-–]*[A-Z][^\n:|]{2,50}?[ \t]*(?:[:|=–]|[ \t]-)[ \t|]*(?:voted |votes? )?"
    r"(?:in favou?r|for|yes|aye|against|no|nay|abstain\w*|abstention|absent|veto\w*)\b[ \t|.;]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ROWS = 3


def is_table(text: str) -> bool:
    r"""Does a text hold rows of members with their votes? One such line alone may be anything.

    Examples:
        >>> is_table("China: no\nRussia: no\nBrazil: abstained"), is_table("Germany: no to war")
        (True, False)
    """
    return len(_PRINTED.findall(text)) >= _ROWS


def row_facts(found: Sequence[Item], number: int) -> Iterator[Fact]:
    """The rows of a table in a stretch of text.

    Args:
        found: its items.
        number: its place among the sentences.

    Examples:
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "| Brazil | Abstain |"
        >>> row = next(row_facts(items(text, 0, len(text), lexicon(), published=None, on=None), 0))
        >>> row.choice, row.persons[0].codes
        ('abstain', ('BRA',))
    """
    keys = " ".join(item.key for item in found)
    for match in _ROW.finditer(keys):
        item = found[keys[: match.start("who")].count(" ")]
        if item.member is None:
            continue
        choice = next(choice for choice in _CHOICES if match[choice])
        person = Person(item.member.codes, item.start, item.end, item.text, item.member.role)
        yield Fact("ballots", item.start, item.end, "row", number, 0, choice=choice, persons=(person,))

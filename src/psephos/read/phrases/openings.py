# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Where a clause opens, and which words are verbs of the past: what tells a subject from other names."""

from __future__ import annotations

from collections.abc import Sequence

from psephos.read.atoms.lexical import words
from psephos.read.phrases.clauses import Chunk

__all__ = ["RELATIVE", "clause_inside", "counts_nobody", "is_named", "is_verb", "opens_clause"]

RELATIVE = words("who which that qui que whom")


def is_named(piece: Chunk) -> bool:
    """Does the piece name members?"""
    return piece.voters is not None and bool(piece.voters.members)


def opens_clause(pieces: Sequence[Chunk], number: int) -> bool:
    """Does a clause begin with this piece?"""
    return number == 0 or pieces[number - 1].key in {
        ",",
        ";",
        "and",
        "but",
        "while",
        "whereas",
        "as",
        "|",
        ".",
        ":",
        "<t>",
        "–",
    }


_IRREGULAR = words(
    "did took spoke had stayed kept stood went held saw found made gave said chose felt left put came fell sat was "
    "were let told thought drew sought broke began brought built bought caught dealt dug fed fought flew forgot got "
    "grew heard hit knew laid led lent lost meant met paid read rose ran sent set shot showed shut slid spent split "
    "stuck struck swore swung taught tore threw understood withdrew won wore wrote would could might wanted"
)


def is_verb(key: str) -> bool:
    """Can this word be a verb in the past?"""
    return key in _IRREGULAR or (key.endswith("ed") and len(key) > _SHORT)


_SHORT = 4


def counts_nobody(piece: Chunk) -> bool:
    """Is it a phrase for nobody ("none of it")?"""
    voters = piece.voters
    return bool(voters and voters.count and voters.count.number == 0 and not voters.members)


def clause_inside(inside: Sequence[Chunk]) -> bool:
    """Is what stands between the commas a clause of its own with a choice, and no aside?"""
    of_whom = len(inside) > 1 and inside[1].key in {"which", "whom", "whose"}  # "from which a veto had been feared"
    aside = of_whom or inside[0].key in RELATIVE | {
        "whose",
        "an",
        "a",
        "the",
        "as",
        "one",
        "like",
        "along",
        "after",
        "having",
        "despite",
        "both",
        "with",
        "in",
        "citing",
        "saying",
        "itself",
        "by",
    }
    backed = inside[0].phrase is not None and inside[0].phrase.name == "supported-by"  # "Russia, backed by China, ..."
    return any(piece.phrase for piece in inside) and not aside and not backed

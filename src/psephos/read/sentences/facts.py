"""The facts of a report.

One small claim each, with its place in the text and the production of the grammar that read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from psephos.read.atoms.lexical import words
from psephos.read.atoms.nouns import Person

__all__ = ["ACTED", "STANCES", "Fact", "Kind"]

Kind = Literal["ballots", "figure", "rest", "group", "closed", "outcome", "unanimous", "rule", "unread", "score"]


ACTED = "acted"
"""The name of an outcome told by what a body did ("demanded a ceasefire"): weaker than one told of the text."""

STANCES = words(
    "leaned-for leaned-against supported opposed supported-by opposed-by was-for was-against echo-no said-yes said-no"
)
"""The names of forms that tell of a position, by a vote or by words; beside a form that tells of a vote, by a vote."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim about one vote.

    `kind` says which fields speak: `ballots` (persons and choice), `figure` (choice and number), `rest` (all not named
    cast this; `number` if given), `group` (so many of a group), `closed` (nobody else cast this), `outcome` (adopted,
    reason; `group` is "both" where it is said of more than one vote), `unanimous` (`name` says how), `rule` (number of
    votes), `unread` (a clause not fully understood).

    `start` and `end` are the evidence in the input; `sentence` and `place` order the facts; `past` says that the clause
    places itself before the vote reported (`weak`: only by its tense, "had vetoed"); `aim` is what was voted for or
    against, where that may not be the draft.
    """

    kind: Kind
    start: int
    end: int
    production: str
    sentence: int = 0
    place: int = 0
    choice: str = ""
    persons: tuple[Person, ...] = ()
    number: int | None = None
    group: str = ""
    adopted: bool | None = None
    reason: str = ""
    veto: bool = False
    past: bool = False
    aim: tuple[int, int] | None = None
    name: str = ""
    exact: bool = True
    weak: bool = False
    pair: tuple[int, ...] = ()

"""A vote as it is gathered from a text: the parts of sentences that speak of it, and what they say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from psephos.read.sentences.facts import Fact
from psephos.read.votes.drafts import BodyMention, Reference, Sponsor

__all__ = ["Account", "Passage"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a sentence with its facts and what it names.

    `returns` says that it comes back to the vote reported; `earlier` holds the places of days that a comparison names,
    `months` the months in which it places what it tells, `same_day` that it tells of the day told of before,
    `several` that it announces more than one vote, `back` how many days before the one told of it was ("a day
    earlier"), with the place of the words.
    """

    facts: tuple[Fact, ...]
    reference: Reference
    days: tuple[tuple[date, int, int], ...] = ()
    bodies: tuple[BodyMention, ...] = ()
    returns: bool = False
    votes: bool = False
    number: int = 0
    heading: bool = False
    earlier: tuple[int, ...] = ()
    months: tuple[tuple[int | None, int, bool], ...] = ()
    same_day: bool = False
    several: bool = False
    back: tuple[int, int, int] | None = None


@dataclass(slots=True)
class Account:
    """All that the text says of one vote, as it is gathered."""

    past: bool = False
    facts: list[Fact] = field(default_factory=list)
    symbols: list[str] = field(default_factory=list)
    resolution: str = ""
    sponsors: list[Sponsor] = field(default_factory=list)
    kind: str = ""
    days: list[tuple[date, int, int]] = field(default_factory=list)
    bodies: list[BodyMention] = field(default_factory=list)
    stopping: bool = False
    subject: tuple[int, int] | None = None

    def add(self, passage: Passage, facts: Iterable[Fact]) -> None:
        """Take these facts, and what their passage names."""
        self.facts.extend(facts)
        self.name(passage)

    def name(self, passage: Passage) -> None:
        """Take what a passage names: the text, the day, the body."""
        said = passage.reference
        self.symbols.extend(symbol for symbol in said.symbols if symbol not in self.symbols)
        self.resolution = self.resolution or said.resolution
        self.sponsors.extend(
            sponsor
            for sponsor in (*said.sponsors, *said.also)
            if sponsor.code not in {own.code for own in self.sponsors}
        )
        self.kind = self.kind or said.kind
        self.days.extend(passage.days)
        self.bodies.extend(passage.bodies)
        self.stopping = self.stopping or said.stopping
        self.subject = self.subject or said.subject

    def figure(self, choice: str) -> int | None:
        """The figure stated for a choice, if any."""
        for fact in self.facts:
            if fact.kind == "figure" and fact.choice == choice and fact.number is not None:
                return fact.number
            if fact.kind == "score" and choice in {"yes", "no"}:
                return None
        return None

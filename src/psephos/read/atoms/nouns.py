"""Names as they are read: persons, counts, phrases about voters, and the words that go with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item

__all__ = ["ADJECTIVES", "MEMBER_NOUNS", "PERSONAL", "REACH", "Count", "Person", "Voters", "key_at", "words_at"]

MEMBER_NOUNS = words(
    "member members memebers country countries nation nations state states delegation "
    "delegations government governments power powers "
    "delegate delegates representative representatives voter voters capitals ally allies "
    "neighbour neighbours neighbor neighbors "
    "sponsor sponsors senator senators lawmaker lawmakers mps mp meps mep deputy deputies "
    "legislators representatives directors director governors "
    "minister ministers leaders policymakers people pays etat etats membre membres paises pais "
    "estado estados miembro miembros delegaciones delegations "
    "individuals seat seats hand hands colleagues holders dissenters abstainers abstainer opponents supporters "
    "them ambassadors envoys participants units parties frontbenchers backbenchers"
)


ADJECTIVES = words(
    "council member un security permanent non elected voting present temporary rotating other "
    "others further more additional remaining rest "
    "full sitting current individual eu european assembly of the its all sovereign autres "
    "restants permanents otros demas restantes electos "
    "fellow only seule unico unica opposite ~ bloc 's body union autre recorded valid"
)


REACH = 4


PERSONAL = frozenset(("person", "somebody"))
"""Roles of persons: one who sits in a body, as the text says, and one of whom it gives the name alone."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member named at a place of the text; `codes` empty means a voter that psephos does not know."""

    codes: tuple[str, ...]
    start: int
    end: int
    text: str
    role: str = "name"


@dataclass(frozen=True, slots=True)
class Count:
    """A figure at a place of the text; not `exact`: "at least", "nearly"."""

    number: int
    start: int
    end: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Voters:
    """A noun phrase about voters, from item `first` up to item `last`.

    `noun` is "votes" where it counts votes, "either" where only one of the names is meant. `rest` is a remainder ("the
    others"), `partial` says that the names are some of those counted, `group` names a part of the body, `only` that
    there were no more, `size` how many members the text gives the body ("nine of the 15"), `whole` that it counts them
    all ("all 15"), `apart` who is left out of the rest ("all members except Russia").
    """

    first: int
    last: int
    members: tuple[Person, ...] = ()
    count: Count | None = None
    noun: str = ""
    rest: bool = False
    partial: bool = False
    group: str = ""
    only: bool = False
    size: int | None = None
    whole: bool = False
    apart: tuple[Person, ...] = ()

    @property
    def unknown(self) -> tuple[Person, ...]:
        """The voters named that psephos does not know."""
        return tuple(member for member in self.members if not member.codes)


def words_at(found: Sequence[Item], place: int, words: Sequence[str]) -> bool:
    """Do these words stand here?"""
    return all(key_at(found, place + number) == word for number, word in enumerate(words))


def key_at(found: Sequence[Item], place: int) -> str:
    """The key at a place; empty beyond the ends."""
    return found[place].key if 0 <= place < len(found) else ""

"""The choices a voter has, and the sets of voters that a rule counts.

Two sources of error are kept apart here that most tables mix: what somebody *cast*, and among whom it is *counted*.
`absent`, `not_participating` and `not_voting` (the source says no more) are three different things.
"""

from __future__ import annotations

from dataclasses import dataclass

from psephos.errors import UnknownChoice

__all__ = ["SETS", "STANDARD_CHOICES", "Choice", "Choices"]

SETS = ("present", "cast", "participating", "members")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which sets does a ballot of this kind count in?"""

    id: str
    title: str
    sets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be cast in a body, in a fixed order?

    Examples:
        >>> sorted(STANDARD_CHOICES.counted("cast"))
        ['no', 'yes']
        >>> STANDARD_CHOICES.ids[:3]
        ('yes', 'no', 'abstain')
    """

    all: tuple[Choice, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the choices, in order."""
        return tuple(choice.id for choice in self.all)

    def index(self, choice: str) -> int:
        """At which place of the order does this choice stand?

        Raises:
            UnknownChoice: nothing of that name can be cast.
        """
        for place, known in enumerate(self.all):
            if known.id == choice:
                return place
        raise UnknownChoice(f"'{choice}' is no choice here; the choices are {', '.join(self.ids)}")

    def title(self, choice: str) -> str:
        """How is this choice worded in running text?"""
        return self.all[self.index(choice)].title

    def counted(self, word: str) -> frozenset[str]:
        """Which choices does a word of the clause language count: itself, or the members of a set?

        Raises:
            UnknownChoice: the word is neither a choice nor a set.
        """
        if word in SETS:
            return frozenset(choice.id for choice in self.all if word in choice.sets)
        if word in self.ids:
            return frozenset({word})
        raise UnknownChoice(
            f"'{word}' is neither a choice nor a set; choices: {', '.join(self.ids)}; sets: {', '.join(SETS)}"
        )

    def extended(self, further: tuple[Choice, ...]) -> Choices:
        """The same choices with those a rulebook declares besides."""
        return Choices(self.all + further)


def _choice(name: str, title: str, *sets: str) -> Choice:
    return Choice(name, title, frozenset({*sets, "members"}))


STANDARD_CHOICES = Choices(
    (
        _choice("yes", "in favour", "present", "cast", "participating"),
        _choice("no", "against", "present", "cast", "participating"),
        _choice("abstain", "abstaining", "present", "participating"),
        _choice("present_only", "present, not voting", "present", "participating"),
        _choice("absent", "absent", "participating"),
        _choice("not_participating", "not participating"),
        _choice("not_voting", "not voting", "participating"),
    )
)

"""Which choices are considered and which of them the answer tells apart, and what statements' words mean by them.

Ballots are kept as bit masks over the body's choices; a *class* of choices is what the answer tells apart ("not
voting" is one class of several choices, unless they are asked for apart).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from psephos.body.ballots import SETS, Choices
from psephos.body.members import Seat
from psephos.errors import UsageError
from psephos.explore.statements import AllCast, Cast, NotCast, Statement, VetoedBy

__all__ = ["Domain", "castable", "meaning"]

_UNVOTED = ("present_only", "absent", "not_participating", "not_voting")


@dataclass(frozen=True, slots=True)
class Domain:
    """Which choices are considered, and which of them does the answer tell apart?

    `names` are the classes, `masks` the choices of each as bits.
    """

    choices: Choices
    names: tuple[str, ...]
    masks: tuple[int, ...]

    @classmethod
    def of(cls, choices: Choices, names: Sequence[str] | None) -> Domain:
        """Classes by name; `not_voting` takes in every way of not voting that is not named itself.

        Raises:
            UnknownChoice: nothing of that name can be cast.
            UsageError: no choice at all.
        """
        wanted = tuple(dict.fromkeys(names)) if names is not None else _usual(choices)
        if not wanted:
            raise UsageError("no choice is considered; name at least one, or leave `choices` out")
        masks = []
        for name in wanted:
            held = {choices.index(name)}
            if name == "not_voting":
                held |= {choices.index(other) for other in _UNVOTED if other not in wanted}
            masks.append(sum(1 << place for place in held))
        return cls(choices, wanted, tuple(masks))

    @property
    def mask(self) -> int:
        """All choices considered."""
        return sum(self.masks)

    def word(self, names: Sequence[str]) -> int:
        """The choices that a statement's words mean, as bits."""
        found = 0
        for name in names:
            if name == "not_voting":
                counted: Sequence[str] = _UNVOTED
            else:
                counted = tuple(self.choices.counted(name)) if name in SETS else (name,)
            for choice in counted:
                found |= 1 << self.choices.index(choice)
        return found

    def classes(self, mask: int) -> tuple[str, ...]:
        """The classes that some of these choices belong to."""
        return tuple(name for name, held in zip(self.names, self.masks, strict=True) if held & mask)


def _usual(choices: Choices) -> tuple[str, ...]:
    """Every choice of the body, with all ways of not voting as one class."""
    return tuple(name for name in choices.ids if name not in _UNVOTED or name == "not_voting")


def meaning(domain: Domain, statement: Statement) -> int:
    """Which choices does the statement leave to the members whose ballots it speaks of?"""
    match statement:
        case Cast(choices=choices) | AllCast(choices=choices):
            return domain.mask & domain.word(choices)
        case NotCast(choices=choices):
            return domain.mask & ~domain.word(choices)
        case VetoedBy():
            return domain.mask & domain.word(("no",))
        case _:
            return domain.mask


def castable(seat: Seat, domain: Domain) -> int:
    """The choices considered that this seat may cast; `not_voting` itself says only that a source is silent."""
    told = domain.mask & ~(1 << domain.choices.index("not_voting"))
    open_ = told if seat.casts is None else told & sum(1 << domain.choices.index(choice) for choice in set(seat.casts))
    if not open_:
        raise UsageError(f"{seat.name} can cast none of {', '.join(domain.names)}; let `choices` name more")
    return open_

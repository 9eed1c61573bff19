"""psephos: from a decision-making body's own rule, what a vote decided, why, and who could have changed it.

    >>> import psephos
    >>> call = psephos.roll_call("unsc", "2023-10-25", no=["CHN", "RUS", "ARE"], abstain=["BRA", "MOZ"], others="yes")
    >>> print(psephos.decide("unsc", call).label)
    vetoed

Names load on first use, so importing psephos loads no other package.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from psephos.version import VERSION

if TYPE_CHECKING:
    from psephos.body.members import Roster, Seat
    from psephos.body.rulebook import Rulebook, rulebook, shipped
    from psephos.body.rules import Clause, Rule
    from psephos.calls.rollcall import Meeting, RollCall, Tally, roll_call
    from psephos.decide.check import check
    from psephos.decide.table import decide_many
    from psephos.decide.verdict import Verdict, decide
    from psephos.errors import ArchiveError, BudgetError, PsephosError, RulebookError, UsageError
    from psephos.show.text import formula

__version__ = VERSION
__all__ = [
    "ArchiveError",
    "BudgetError",
    "Clause",
    "Meeting",
    "PsephosError",
    "RollCall",
    "Roster",
    "Rule",
    "Rulebook",
    "RulebookError",
    "Seat",
    "Tally",
    "UsageError",
    "Verdict",
    "__version__",
    "check",
    "decide",
    "decide_many",
    "formula",
    "roll_call",
    "rulebook",
    "shipped",
]

_HOMES = {
    "Meeting": "calls.rollcall",
    "RollCall": "calls.rollcall",
    "Tally": "calls.rollcall",
    "roll_call": "calls.rollcall",
    "Clause": "body.rules",
    "Rule": "body.rules",
    "Roster": "body.members",
    "Seat": "body.members",
    "Rulebook": "body.rulebook",
    "rulebook": "body.rulebook",
    "shipped": "body.rulebook",
    "Verdict": "decide.verdict",
    "decide": "decide.verdict",
    "check": "decide.check",
    "decide_many": "decide.table",
    "formula": "show.text",
}


class _FrontDoor(ModuleType):
    """Keeps exported functions visible beside folders of the same name: psephos/decide must not hide `decide`."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in __all__):
            super().__setattr__(name, value)

    def __getattr__(self, name: str) -> object:
        if name.startswith("_") or name not in __all__:
            raise AttributeError(f"module 'psephos' has no attribute '{name}'; its names are {', '.join(__all__)}")
        value = getattr(import_module(f"psephos.{_HOMES.get(name, 'errors')}"), name)
        import_module("psephos.show.notebook").bind()
        super().__setattr__(name, value)
        return value

    def __dir__(self) -> list[str]:
        return list(__all__)


sys.modules[__name__].__class__ = _FrontDoor

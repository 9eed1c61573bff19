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
    from psephos.body.members import Roster
    from psephos.body.rulebook import Rulebook, rulebook, shipped
    from psephos.calls.archive import read_calls
    from psephos.calls.rollcall import Meeting, RollCall, Tally, roll_call
    from psephos.decide.check import check
    from psephos.decide.table import decide_many
    from psephos.decide.verdict import Verdict, decide
    from psephos.errors import ArchiveError, BudgetError, PsephosError, RulebookError, UsageError
    from psephos.explore.compare import compare, party
    from psephos.explore.deduce import deduce
    from psephos.explore.flips import flips
    from psephos.explore.openvote import open_vote
    from psephos.power.games import weighted
    from psephos.power.indices import power
    from psephos.power.structure import structure
    from psephos.power.sweep import sweep
    from psephos.read.report import read
    from psephos.replay.audit import replay
    from psephos.show.text import formula

__version__ = VERSION
__all__ = [
    "ArchiveError",
    "BudgetError",
    "Meeting",
    "PsephosError",
    "RollCall",
    "Roster",
    "Rulebook",
    "RulebookError",
    "Tally",
    "UsageError",
    "Verdict",
    "__version__",
    "check",
    "compare",
    "decide",
    "decide_many",
    "deduce",
    "flips",
    "formula",
    "open_vote",
    "party",
    "power",
    "read",
    "read_calls",
    "replay",
    "roll_call",
    "rulebook",
    "shipped",
    "structure",
    "sweep",
    "weighted",
]

_HOMES = {
    "Roster": "body.members",
    "Rulebook": "body.rulebook",
    "rulebook": "body.rulebook",
    "shipped": "body.rulebook",
    "read_calls": "calls.archive",
    "Meeting": "calls.rollcall",
    "RollCall": "calls.rollcall",
    "Tally": "calls.rollcall",
    "roll_call": "calls.rollcall",
    "check": "decide.check",
    "decide_many": "decide.table",
    "Verdict": "decide.verdict",
    "decide": "decide.verdict",
    "compare": "explore.compare",
    "party": "explore.compare",
    "deduce": "explore.deduce",
    "flips": "explore.flips",
    "open_vote": "explore.openvote",
    "weighted": "power.games",
    "power": "power.indices",
    "structure": "power.structure",
    "sweep": "power.sweep",
    "read": "read.report",
    "replay": "replay.audit",
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
        import_module("psephos.show.notebook").bind(name)
        super().__setattr__(name, value)
        return value

    def __dir__(self) -> list[str]:
        return list(__all__)


sys.modules[__name__].__class__ = _FrontDoor

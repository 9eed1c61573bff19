"""Every error psephos raises, as one tree.

    PsephosError                  catch this to catch them all
    ├── UsageError                what was asked cannot be answered as it was asked
    │   ├── UnknownBody           no rulebook of that name or path
    │   ├── UnknownDecision       the body takes no decision of that name (or variant)
    │   ├── UnknownChoice         nothing of that name can be cast
    │   ├── UnknownMember         no member, seat, group or weight of that name
    │   ├── NotSeated             a known member that did not sit on that day
    │   ├── NamedTwice            one member, two ballots
    │   ├── DayNotCovered         before the body existed, or outside what the rulebook covers
    │   └── TallyError            counts that cannot belong to this roster
    ├── ClauseSyntaxError         the text of a clause or formula, with the position
    ├── RulebookError             a rulebook or roster file; carries all its faults at once
    ├── ArchiveError              a table of roll calls that yields no call at all; carries its faults
    └── BudgetError               counting would need more states than allowed; says what to do instead

A message says what is wrong, where, and what to do.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "ArchiveError",
    "BudgetError",
    "ClauseSyntaxError",
    "DayNotCovered",
    "Fault",
    "NamedTwice",
    "NotSeated",
    "PsephosError",
    "RulebookError",
    "TallyError",
    "UnknownBody",
    "UnknownChoice",
    "UnknownDecision",
    "UnknownMember",
    "UsageError",
]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one place of a file, and what mends it?

    `line` counts from 1 (for spreadsheets: the row as the spreadsheet program shows it); 0 means the file as a whole.

    Examples:
        >>> print(Fault("my.toml", 12, "the clause has no source", "say where it is written"))
        my.toml, line 12: the clause has no source; say where it is written
    """

    file: str
    line: int
    problem: str
    remedy: str
    sheet: str = ""
    kind: str = "form"

    def __str__(self) -> str:
        """Word the fault in one line: where, what, what to do."""
        sheet = f", sheet {self.sheet}" if self.sheet else ""
        place = f", {'row' if self.sheet else 'line'} {self.line}" if self.line else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{self.file}{sheet}{place}: {self.problem}{remedy}"


class PsephosError(Exception):
    """Base of every error psephos raises on purpose."""


class UsageError(PsephosError):
    """What was asked cannot be answered as it was asked."""


class UnknownBody(UsageError):
    """No rulebook has that name, and no file that path."""


class UnknownDecision(UsageError):
    """The body takes no decision of that name, or knows no such variant of it."""


class UnknownChoice(UsageError):
    """Nothing of that name can be cast in this body."""


class UnknownMember(UsageError):
    """No member, seat, group or weight of that name."""


class NotSeated(UsageError):
    """A known member that did not sit on that day."""


class NamedTwice(UsageError):
    """One member was given two ballots."""


class DayNotCovered(UsageError):
    """The day lies before the body existed or outside what the rulebook covers."""


class TallyError(UsageError):
    """Counts that cannot belong to this roster."""


class ClauseSyntaxError(PsephosError):
    """The text of a clause or formula cannot be read; `position` is the offset of the first wrong character."""

    def __init__(self, message: str, text: str, position: int) -> None:
        """Keep the text and the place beside the message."""
        self.text = text
        self.position = position
        super().__init__(f"{message}\n    {text}\n    {' ' * position}^")


class _FaultyFile(PsephosError):
    """A file with faults: all of them, never only the first."""

    def __init__(self, summary: str, faults: tuple[Fault, ...]) -> None:
        """Word the summary and then every fault on its own line."""
        self.faults = faults
        super().__init__("\n".join([summary, *(f"  {fault}" for fault in faults)]))


class RulebookError(_FaultyFile):
    """A rulebook or roster file that cannot be used as it stands."""


class ArchiveError(_FaultyFile):
    """A table of roll calls from which no roll call can be read."""


class BudgetError(PsephosError):
    """Counting would take more states than the budget allows."""

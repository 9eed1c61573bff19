"""`psephos compare`: where two rules part, and who gains or loses power from the one to the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from psephos.errors import BudgetError, PsephosError, UsageError
from psephos.explore.compare import Comparison, Party, compare, party
from psephos.power.compare import Gain, PowerChange, compare_power
from psephos.power.games import Game
from psephos.show.exploring import comparison_record, party_record
from psephos.show.exploring_text import comparison_text, party_text
from psephos.show.measuring import change_rows, index_title
from psephos.show.output import Output
from psephos.version import VERSION

__all__ = ["Side", "power_change_record", "power_change_text", "run_compare"]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison as typed."""

    body: str
    on: date
    decision: str | None = None
    variants: Sequence[str] = ()
    participants: Sequence[str] | None = None
    opt_out: Sequence[str] | None = None

    def party(self) -> Party:
        """The rule with its roster."""
        return party(
            self.body,
            self.on,
            self.decision,
            variants=self.variants,
            participants=self.participants,
            opt_out=self.opt_out,
        )


def run_compare(output: Output, first: Side, second: Side, choices: Sequence[str] = (), index: str = "banzhaf") -> int:
    """Do two rules, or one with two rosters, ever decide differently, and who has more power under which?"""
    parties = (first.party(), second.party())
    parting = _tried(lambda: compare(*parties, choices or None), BudgetError)
    change = _tried(lambda: compare_power(_game(parties[0]), _game(parties[1]), index=index), PsephosError)
    if isinstance(change, UsageError) and index != "banzhaf":
        raise change
    if isinstance(parting, PsephosError) and isinstance(change, PsephosError):
        raise parting
    if output.as_json:
        output.record({**_parting_record(parting, parties), "power": power_change_record(change)})
        return 0
    text = f"{_parting_text(parting, parties)}\n\n{power_change_text(change)}"
    for number, line in enumerate(text.splitlines()):
        output.line(line, "" if number else "bold")
    return 0


def _tried(work: Any, error: type[PsephosError]) -> Any:  # noqa: ANN401 -- either kind of result, told apart by the caller
    """What the work yields, or the error that it ends in."""
    try:
        return work()
    except error as failed:
        return failed


def _game(side: Party) -> Game:
    title = f"{side.book.name}, {side.bound.rule.title}"
    return Game(side.bound, title, side.book.id, side.book.sha256)


def _parting_text(parting: Comparison | BudgetError, parties: tuple[Party, Party]) -> str:
    if isinstance(parting, Comparison):
        return comparison_text(parting)
    sides = (f"  {name}: {party_text(side)}" for name, side in zip(("first", "second"), parties, strict=True))
    return "\n".join(["Whether they ever differ is out of reach here.", *sides, f"  {parting}"])


def _parting_record(parting: Comparison | BudgetError, parties: tuple[Party, Party]) -> Mapping[str, Any]:
    if isinstance(parting, Comparison):
        return {**comparison_record(parting), "refused": None}
    unknown = dict.fromkeys(("equal", "profiles", "differ", "first_only", "second_only", "example", "matched"))
    return {
        "psephos": VERSION,
        "first": party_record(parties[0]),
        "second": party_record(parties[1]),
        "choices": [],
        **unknown,
        "remarks": [],
        "refused": str(parting),
    }


def power_change_text(change: PowerChange | PsephosError) -> str:
    """Who gains and who loses power from the first to the second?

    Examples:
        >>> from psephos.power.games import weighted
        >>> print(power_change_text(compare_power(weighted(3, "A=2,B=1"), weighted(2, "A=2,B=1"), index="banzhaf")))
        Power of each member (Banzhaf), of 0 to 1, most gained first:
          member  first     second    change
          A       0.500000  1.000000  +0.500000
          B       0.500000  0.000000  -0.500000
    """
    if isinstance(change, PsephosError):
        return f"Power was not compared: {change}"
    title = index_title(change.index)
    if all(gain.change == 0 and gain.before is not None and gain.after is not None for gain in change.gains):
        return f"Every member has the same power under both ({title})."
    rows = change_rows(change, ("member", "first", "second", "change"))
    return "\n".join([f"Power of each member ({title}), of 0 to 1, most gained first:", *(f"  {row}" for row in rows)])


def power_change_record(change: PowerChange | PsephosError) -> dict[str, Any]:
    """Power under both, and what each member gains, as a JSON object."""
    if isinstance(change, PsephosError):
        return {"index": None, "members": [], "refused": str(change)}
    return {"index": change.index, "members": [_gain(gain) for gain in change.gains], "refused": None}


def _gain(gain: Gain) -> dict[str, Any]:
    figures = {"first": gain.before, "second": gain.after}
    plain = {side: None if value is None else float(value) for side, value in figures.items()}
    return {"member": gain.member, "name": gain.name, **plain, "change": float(gain.change)}

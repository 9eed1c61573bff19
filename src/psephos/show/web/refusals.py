"""How what cannot be answered is told: as a status, as JSON for programs, in plain words on the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from psephos.errors import BudgetError, Fault, PsephosError, UnknownBody
from psephos.show.web.apart import Busy
from psephos.version import VERSION

__all__ = ["Estimated", "kind_of", "refusal", "status_of"]


class Estimated(BudgetError):
    """Too much to count; an estimate of the chance of adoption comes with the refusal."""

    def __init__(self, message: str, estimate: Mapping[str, float]) -> None:
        """Take the message, and the estimate as a record."""
        super().__init__(message)
        self.estimate = estimate


def status_of(error: PsephosError) -> int:
    """Which HTTP status says this?

    Examples:
        >>> from psephos.errors import BudgetError
        >>> status_of(UnknownBody("no body is called 'x'")), status_of(BudgetError("too many states"))
        (404, 422)
    """
    if isinstance(error, UnknownBody):
        return 404
    return 503 if isinstance(error, Busy) else 422


def refusal(error: PsephosError) -> dict[str, Any]:
    """The error as a JSON object: its kind, its message, and the faults of a file, if it is about one."""
    faults: tuple[Fault, ...] = getattr(error, "faults", ())
    found: dict[str, Any] = {"psephos": VERSION, "error": kind_of(error), "message": str(error)}
    if isinstance(error, Estimated):
        found["estimate"] = dict(error.estimate)
    if faults:
        found["faults"] = [fault_record(fault) for fault in faults]
    return found


def kind_of(error: PsephosError) -> str:
    """The kind of an error in words: unknown body, not seated, budget."""
    kind = BudgetError if isinstance(error, BudgetError) else type(error)
    name = kind.__name__.removesuffix("Error")
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def fault_record(fault: Fault) -> dict[str, Any]:
    """A fault as a JSON object."""
    return {"line": fault.line, "kind": fault.kind, "problem": fault.problem, "remedy": fault.remedy}

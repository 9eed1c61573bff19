"""`psephos decide`: a vote from the command line, decided and worded."""

from __future__ import annotations

from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook, shipped
from psephos.calls.rollcall import RollCall
from psephos.decide.verdict import Verdict, decide
from psephos.errors import Fault, RulebookError
from psephos.show.output import Output, Style
from psephos.show.record import verdict_record
from psephos.show.text import formula, verdict_text

__all__ = ["run_decide"]


def run_decide(output: Output, call: RollCall, *, exact: bool, only_formula: bool) -> int:
    """Decide the call and print the verdict."""
    book = rulebook(call.body)
    verdict = decide(book, call)
    _refuse_never_passing(book, verdict)
    if output.as_json:
        output.record(verdict_record(verdict, exact=exact))
    elif only_formula:
        output.line(formula(verdict))
    else:
        first, *rest = verdict_text(verdict).splitlines()
        output.line(first, _style(verdict))
        for line in rest:
            output.line(line)
    return 0


def _style(verdict: Verdict) -> Style:
    styles: dict[str, Style] = {"adopted": "good", "not adopted": "bad", "open": "warn"}
    return styles[verdict.outcome]


def _refuse_never_passing(book: Rulebook, verdict: Verdict) -> None:
    """A user's rule that no ballots at all can pass is a mistake in the rulebook, not a finding about the vote."""
    if verdict.adopted or book.id in shipped():
        return
    from psephos.decide.check import can_pass

    if not can_pass(book, verdict.rule, verdict.roster):
        seats = f"the {verdict.roster.size} seats of {verdict.call.day}"
        title = f"the rule '{verdict.rule.decision}' can never pass with {seats}"
        fault = Fault(book.file, verdict.rule.line, title, "mend its clauses or its roster (see: psephos check)")
        raise RulebookError(f"{book.file} cannot be used for this vote", (fault,))

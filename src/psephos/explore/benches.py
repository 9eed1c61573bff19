"""The ballots that a question is asked of, with members known only by a tally as a bench where that changes nothing."""

from __future__ import annotations

from psephos.body.binding import BoundRule, bind
from psephos.decide.crowd import crowd
from psephos.decide.verdict import Verdict, decide_seated

__all__ = ["gathered"]


def gathered(verdict: Verdict) -> tuple[Verdict, BoundRule]:
    """The verdict with its rule bound; the members of a tally as one bench, if the rule treats them alike."""
    bound = verdict.bound or bind(verdict.rule, verdict.roster, verdict.book.choices)
    bench = crowd(bound, verdict.seating)
    if bench is None:
        return verdict, bound
    return decide_seated(verdict.book, bench.bound, verdict.call, bench.seating), bench.bound

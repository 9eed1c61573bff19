"""Verdicts, rules and rosters as JSON: one vocabulary for every command, the API and the page."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from psephos.body.book import Rulebook
from psephos.body.notation import condition_text, formula_text
from psephos.body.rules import Clause, Rule
from psephos.decide.reasons import ClauseReason, Combined, Reason
from psephos.decide.verdict import Verdict
from psephos.show.rules import clause_title
from psephos.show.text import clause_standing, formula, remark_text
from psephos.version import VERSION

__all__ = ["number", "provenance", "rule_record", "verdict_record"]


def provenance(book: Rulebook) -> dict[str, Any]:
    """Which psephos and which rulebook made this?"""
    return {"psephos": VERSION, "rulebook": {"id": book.id, "sha256": book.sha256}, "body": book.id}


def verdict_record(verdict: Verdict, *, exact: bool = False) -> dict[str, Any]:
    """A verdict as a JSON object.

    Args:
        verdict: what `decide` returned.
        exact: also give exact numbers, as strings under the name with `_exact`.
    """
    rule = verdict.rule
    record = {
        **provenance(verdict.book),
        "decision": rule.decision,
        "variants": [rule.variant] if rule.variant else [],
        "on": verdict.call.day.isoformat(),
        "rule": _span(rule),
        "outcome": verdict.outcome,
        "label": verdict.label,
        "mode": "without a vote" if verdict.call.without_a_vote else "vote",
        "tally": dict(verdict.tally),
        "members": verdict.roster.size,
        "vetoed_by": list(verdict.vetoed_by),
        "remarks": [remark_text(remark, verdict) for remark in verdict.remarks],
        "formula": formula(verdict),
        "reasons": None if verdict.reasons is None else _reason(verdict.reasons, verdict, exact=exact),
    }
    if verdict.outcome == "open":
        record["open"] = verdict.open
        record["completions"] = {name: dict(ballots) for name, ballots in verdict.completions.items()}
    return record


def _span(rule: Rule) -> dict[str, str | None]:
    return {"from": rule.since.isoformat(), "until": rule.until.isoformat() if rule.until else None}


def _reason(reason: Reason, verdict: Verdict, *, exact: bool) -> dict[str, Any]:
    match reason:
        case Combined(kind=kind, holds=holds, of=parts):
            return {"kind": kind, "holds": holds, "of": [_reason(part, verdict, exact=exact) for part in parts]}
        case ClauseReason() as leaf:
            return _leaf(leaf, verdict, exact=exact)


def _leaf(leaf: ClauseReason, verdict: Verdict, *, exact: bool) -> dict[str, Any]:
    values = {"value": leaf.value, "bound": leaf.bound, "margin": leaf.margin}
    shown: dict[str, Any] = {name: number(value) for name, value in values.items()}
    if exact:
        shown |= {f"{name}_exact": None if value is None else str(value) for name, value in values.items()}
    clause = leaf.clause
    return {
        "kind": "clause",
        "holds": leaf.holds,
        "of": [],
        "name": clause.name,
        "title": clause_title(clause),
        "role": clause.role,
        "requires": condition_text(clause.requires),
        **shown,
        "reads": clause_standing(leaf, verdict),
        "source": clause.source,
        "reading": clause.reading or None,
        "authority": clause.authority or None,
    }


def number(value: Fraction | None) -> int | float | None:
    """An exact number as JSON prints it: an integer where it is one."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def rule_record(rule: Rule) -> dict[str, Any]:
    """A rule as a JSON object."""
    return {
        "decision": rule.decision,
        "title": rule.title,
        "variant": rule.variant,
        **_span(rule),
        "default": rule.default,
        "basis": rule.basis,
        "note": rule.note or None,
        "passes": formula_text(rule.passes),
        "clauses": [_clause(clause) for clause in rule.clauses],
        "remarks": list(rule.remarks),
    }


def _clause(clause: Clause) -> Mapping[str, Any]:
    return {
        "name": clause.name,
        "requires": condition_text(clause.requires),
        "title": clause_title(clause),
        "role": clause.role,
        "source": clause.source,
        "text": clause.text or None,
        "reading": clause.reading or None,
        "authority": clause.authority or None,
    }

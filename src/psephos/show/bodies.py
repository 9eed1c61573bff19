"""`psephos bodies`: the bodies known, and one of them in words: its rules with their sources, its members on a day."""

from __future__ import annotations

from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from psephos.body.book import Rulebook
from psephos.body.members import Roster, Seat
from psephos.body.notation import condition_text, formula_text
from psephos.body.rulebook import rulebook, shipped
from psephos.body.rules import Clause, Rule
from psephos.errors import UsageError
from psephos.show.output import Output
from psephos.show.record import number, provenance, rule_record
from psephos.show.rules import rule_english
from psephos.show.words import columns, day_text, number_text, plural

__all__ = ["body_record", "list_record", "run_bodies"]


def run_bodies(output: Output, body: str | None, day: date, decision: str | None, *, toml: bool) -> int:
    """List the bodies, or show one."""
    if body is None:
        return _list(output)
    if toml:
        output.line(_file(body).rstrip("\n"))
        return 0
    book = rulebook(body)
    roster = book.on(day)
    rules = _rules(book, day, decision)
    if output.as_json:
        output.record(_record(book, day, rules, roster))
        return 0
    _show(output, book, day, rules, roster)
    return 0


def _list(output: Output) -> int:
    books = [rulebook(name) for name in shipped()]
    if output.as_json:
        output.record([list_record(book) for book in books])
        return 0
    rows = [(book.id, book.name, _span(book.since, book.until), ", ".join(book.decisions)) for book in books]
    for line in columns([("body", "name", "days", "decisions"), *rows], gap=2):
        output.line(line)
    output.line()
    output.line(
        "One in full: psephos bodies BODY --on DAY. A rulebook of your own: psephos bodies template-board --toml"
    )
    return 0


def list_record(book: Rulebook) -> dict[str, Any]:
    """One body of the list as a JSON object."""
    return {**provenance(book), "name": book.name, "decisions": list(book.decisions), **_days(book)}


def body_record(book: Rulebook, day: date, decision: str | None = None) -> dict[str, Any]:
    """A body on a day as a JSON object: its rules in words, and its members."""
    return _record(book, day, _rules(book, day, decision), book.on(day))


def _file(body: str) -> str:
    if body in shipped():
        return (resources.files("psephos.body") / "rulebooks" / f"{body}.toml").read_text(encoding="utf-8")
    if Path(body).is_file():
        return Path(body).read_text(encoding="utf-8")
    return rulebook(body).file  # raises UnknownBody with the names known


def _rules(book: Rulebook, day: date, decision: str | None) -> list[Rule]:
    if decision is not None:
        book.rule(day, decision, book.variants(decision, day)[:1])  # raises where there is none
    found = [rule for rule in book.rules if rule.in_force(day) and decision in (None, rule.decision)]
    if not found:
        raise UsageError(f"{book.id} has no rule in force on {day.isoformat()}")
    return found


def _show(output: Output, book: Rulebook, day: date, rules: list[Rule], roster: Roster) -> None:
    output.line(f"{book.name} ({book.id}), {day_text(day)}", "bold")
    if book.summary:
        output.line(book.summary)
    for rule in rules:
        output.line()
        _show_rule(output, rule, book.until)
    output.line()
    _show_roster(output, roster)
    output.line()
    output.line(f"rulebook {book.file}, facts checked on {book.as_of.isoformat()}, sha256 {book.sha256}", "dim")


def _show_rule(output: Output, rule: Rule, last: date | None) -> None:
    marks = [
        rule.decision,
        *(["default"] if rule.default else []),
        *([f"variant {rule.variant}"] if rule.variant else []),
    ]
    output.line(f"{rule.title} ({', '.join(marks)}), {_span(rule.since, rule.until or last)}", "bold")
    output.line(f"  {rule_english(rule)}")
    for clause in rule.clauses:
        _show_clause(output, clause)
    output.line(f"    passes: {formula_text(rule.passes)}")
    for text in (rule.variant_title, rule.note, *rule.remarks, rule.parties):
        if text:
            output.line(f"    note: {text}")


def _show_clause(output: Output, clause: Clause) -> None:
    output.line(f"    {clause.name}: {condition_text(clause.requires)}    ({clause.role}; {clause.source})")
    if clause.text:
        output.line(f"      text: {clause.text}")
    if clause.reading:
        output.line(f"      read as: {clause.reading} ({clause.authority})")


def _show_roster(output: Output, roster: Roster) -> None:
    output.line(f"{plural(roster.size, 'seat')}", "bold")
    rows = [(seat.id, seat.name, _count(seat), "; ".join(sorted(seat.groups)), _weights(seat)) for seat in roster.seats]
    for line in columns(rows, gap=2):
        output.line(f"  {line}".rstrip())


def _count(seat: Seat) -> str:
    return f"{seat.count:,} seats" if seat.count > 1 else ""


def _weights(seat: Seat) -> str:
    return ", ".join(f"{name} {number_text(weight.value)}" for name, weight in seat.weights.items())


def _span(since: date, until: date | None) -> str:
    return f"{since.isoformat()} to {until.isoformat() if until else 'today'}"


def _days(book: Rulebook) -> dict[str, str | None]:
    return {
        "from": book.since.isoformat(),
        "until": book.until.isoformat() if book.until else None,
        "as_of": book.as_of.isoformat(),
    }


def _record(book: Rulebook, day: date, rules: list[Rule], roster: Roster) -> dict[str, Any]:
    return {
        **provenance(book),
        "name": book.name,
        "summary": book.summary or None,
        "on": day.isoformat(),
        **_days(book),
        "rules": [{**rule_record(rule), "words": rule_english(rule)} for rule in rules],
        "members": [_seat_record(seat) for seat in roster.seats],
    }


def _seat_record(seat: Seat) -> dict[str, Any]:
    return {
        "member": seat.id,
        "seat": seat.line,
        "name": seat.name,
        "count": seat.count,
        "groups": sorted(seat.groups),
        "weights": {name: number(weight.value) for name, weight in seat.weights.items()},
        "basis": seat.basis,
        "source": seat.source or None,
        "note": seat.note or None,
    }

"""From the bytes of a rulebook file to a `Rulebook`, or to all of its faults, each with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from hashlib import sha256
from importlib import resources
from itertools import pairwise
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from psephos.body.ballots import SETS, STANDARD_CHOICES, Choice, Choices
from psephos.body.book import Example, Rulebook
from psephos.body.members import Register, Seat, Tenure, Weight
from psephos.body.names import load_names
from psephos.body.notation import count_text
from psephos.body.opening import Desk, opened
from psephos.body.places import line_of
from psephos.body.registers import exact_number, overlaps, read_register, read_weights
from psephos.body.rules import Clause, Condition, Formula, Leaf, Rule, clause_names
from psephos.errors import Fault, RulebookError

if TYPE_CHECKING:
    from psephos.body.forms import ChoiceForm, ExampleForm, RulebookForm, RuleForm, SeatForm

__all__ = ["read_rulebook"]


def read_rulebook(content: bytes, file: str, folder: Path | None) -> Rulebook:
    """What does this rulebook say?

    Args:
        content: the bytes of the TOML file, at most 1 MB.
        file: how to name it in messages.
        folder: where its tables lie; None looks only among the shipped ones.

    Raises:
        RulebookError: with every fault of form, each with its line.
    """
    form, desk = opened(content, file)
    choices = _choices(desk, form)
    register, tables = _register(desk, form, folder)
    _check_seats(desk, form, register, choices)
    rules = tuple(_rule(desk, number, rule, form.id) for number, rule in enumerate(form.rule))
    examples = tuple(_example(desk, number, example, choices) for number, example in enumerate(form.example))
    _check_decisions(desk, rules)
    _check_words(desk, rules, register, choices)
    _check_examples(desk, examples, rules)
    if desk.faults:
        ordered = tuple(sorted(desk.faults, key=lambda fault: (fault.file != file, fault.file, fault.line)))
        raise RulebookError(f"{file} cannot be used: {len(ordered)} fault{'s' * (len(ordered) > 1)}", ordered)
    return Rulebook(
        form.id,
        form.name,
        form.short or form.name,
        tuple(form.aliases),
        form.summary or "",
        form.as_of,
        form.since,
        form.until,
        form.motion,
        choices,
        form.sources,
        register,
        rules,
        examples,
        load_names(form.names or ""),
        sha256(b"".join([content, *tables])).hexdigest(),
        file,
    )


# --- choices and rosters --------------------------------------------------------------------------------------------


def _choices(desk: Desk, form: RulebookForm) -> Choices:
    further = []
    for name, choice in form.choices.items():
        if name in STANDARD_CHOICES.ids or name in SETS:
            desk.fault(("choices", name), f"'{name}' is already a choice or set", "take another name")
        further.append(_choice(name, choice))
    return STANDARD_CHOICES.extended(tuple(further))


def _choice(name: str, form: ChoiceForm) -> Choice:
    return Choice(name, form.name or name.replace("_", " "), frozenset({*form.sets, "members"}))


def _register(desk: Desk, form: RulebookForm, folder: Path | None) -> tuple[Register, list[bytes]]:
    written = tuple(_seat(desk, number, seat) for number, seat in enumerate(form.seats))
    if form.roster is None:
        if not written:
            desk.fault(("seats",), "the rulebook names no seat", 'add [roster] file = "..." or [[seats]]')
        return Register(form.id, written), []
    content = _table(desk, form.roster.file, folder, "file")
    register, faults = (
        (Register(form.id, ()), ())
        if content is None
        else read_register(form.id, form.roster.file, content, form.sources)
    )
    desk.faults.extend(faults)
    tables = [content]
    weights = register.facts
    if form.roster.weights:
        tables.append(_table(desk, form.roster.weights, folder, "weights"))
        if tables[-1] is not None:
            weights, faults = read_weights(form.roster.weights, tables[-1], form.sources)
            desk.faults.extend(faults)
    return Register(form.id, register.tenures + written, weights), [table for table in tables if table]


def _check_seats(desk: Desk, form: RulebookForm, register: Register, choices: Choices) -> None:
    """No seat twice on a day, and no choice to cast that is none; the written seats are the last of the register."""
    first = len(register.tenures) - len(form.seats)
    for line, problem in overlaps(register.tenures[first:]):
        desk.faults.append(Fault(desk.file, line, problem, "mend the days"))
    for place, row in enumerate(register.tenures):
        file = form.roster.file if form.roster and place < first else desk.file
        for choice in row.seat.casts or ():
            if choice not in choices.ids:
                known = ", ".join(choices.ids)
                problem = f"{row.seat.id} may cast '{choice}', which is no choice"
                desk.faults.append(Fault(file, row.line, problem, f"choices: {known}"))
    if form.until and form.until < form.since:
        desk.fault(("until",), f"until {form.until} lies before from {form.since}", "exchange or mend the days")


def _table(desk: Desk, name: str, folder: Path | None, key: str) -> bytes | None:
    """A table beside the rulebook, else among those shipped; a name without a folder cannot reach elsewhere."""
    try:
        if folder is not None and (folder / name).is_file():
            return (folder / name).read_bytes()
        return (resources.files("psephos.body") / "rosters" / name).read_bytes()
    except OSError:
        desk.fault(("roster", key), f"the table {name} cannot be read", "put it beside the rulebook")
        return None


def _seat(desk: Desk, number: int, form: SeatForm) -> Tenure:
    path = ("seats", number)
    if form.since and form.until and form.until < form.since:
        desk.fault((*path, "until"), f"until {form.until} lies before from {form.since}", "exchange or mend the days")
    source = desk.cited(form.source)
    weights = {
        name: Weight(_weight(desk, (*path, "weights"), name, value), source=source)
        for name, value in form.weights.items()
    }
    seat = Seat(
        form.id,
        form.name or "",
        form.seat or form.id,
        groups=frozenset(form.groups),
        weights=weights,
        count=form.count,
        apart=form.apart,
        casts=tuple(form.casts) if form.casts else None,
        basis=form.basis,
        source=source,
        note=form.note or "",
    )
    return Tenure(seat, form.since, form.until, line_of(path, desk.lines))


def _weight(desk: Desk, path: tuple[str | int, ...], name: str, value: float | str) -> Fraction:
    weight = Fraction(str(value)) if isinstance(value, float) and isfinite(value) else exact_number(str(value))
    if weight is None:
        desk.fault(path, f"the weight {name} = {str(value)[:60]!r} is no number", 'write 29, 18.49 or "1/3"')
        return Fraction(0)
    if weight < 0:
        desk.fault(path, f"the weight {name} is negative", "weights are zero or more")
    return weight


# --- rules ----------------------------------------------------------------------------------------------------------


def _rule(desk: Desk, number: int, form: RuleForm, body: str) -> Rule:
    path = ("rule", number)
    instead: Formula = Leaf(next(iter(form.clauses)))
    passes = desk.parse((*path, "passes"), desk.reader.formula, form.passes, instead)
    clauses = tuple(_clause(desk, (*path, "clauses", name), name, form) for name in form.clauses)
    for name in clause_names(passes):
        if name not in form.clauses:
            desk.fault((*path, "passes"), f"passes names a clause '{name}'", f"add [rule.clauses.{name}]")
    for name in form.clauses:
        if name not in clause_names(passes):
            desk.fault((*path, "clauses", name), f"the clause '{name}' is not used", "name it in passes or remove it")
    if form.until and form.until < form.since:
        desk.fault((*path, "until"), f"until {form.until} lies before from {form.since}", "exchange or mend the days")
    return Rule(
        body,
        form.decision,
        form.title or form.decision.replace("-", " "),
        form.since,
        form.until,
        passes,
        clauses,
        form.default,
        form.variant,
        form.variant_title or "",
        form.monotone,
        form.basis,
        form.note or "",
        desk.cited(form.source),
        tuple(form.remarks),
        form.parties or "",
        form.motion or "",
        line_of(path, desk.lines),
    )


def _clause(desk: Desk, path: tuple[str | int, ...], name: str, rule: RuleForm) -> Clause:
    form = rule.clauses[name]
    requires = desk.parse((*path, "requires"), desk.reader.condition, form.requires, _stand_in(desk))
    if form.reading and not form.authority:
        desk.fault((*path, "reading"), f"the reading of '{name}' names no authority", "add authority = ...")
    return Clause(
        name,
        requires,
        form.role,
        desk.cited(form.source),
        form.title or "",
        form.text or "",
        form.reading or "",
        form.authority or "",
    )


def _stand_in(desk: Desk) -> Condition:
    """Takes the place of a clause that cannot be read, so that the rest of the file is still checked."""
    return desk.reader.condition("yes >= 0")


def _check_decisions(desk: Desk, rules: tuple[Rule, ...]) -> None:
    defaults = tuple(dict.fromkeys(rule.decision for rule in rules if rule.default))
    if len(defaults) > 1 or (not defaults and len({rule.decision for rule in rules}) > 1):
        named = f"{', '.join(defaults)} are all" if defaults else "no decision is"
        desk.fault(("rule", 0), f"{named} the default", "mark the rules of one decision with default = true")
    for first, second in _neighbours(rules):
        name = f"'{rules[second].decision}'" + (f" (variant {rules[second].variant})" if rules[second].variant else "")
        end, start = rules[first].until, rules[second].since
        if end is None or start <= end:
            problem = f"the days of {name} overlap with the rule of line {line_of(('rule', first), desk.lines)}"
            desk.fault(("rule", second, "from"), problem, "end the earlier rule the day before")
        elif start > end + timedelta(days=1):
            problem = f"{name} has no rule from {end + timedelta(days=1)} to {start - timedelta(days=1)}"
            desk.fault(("rule", second, "from"), problem, "close the gap")


def _neighbours(rules: tuple[Rule, ...]) -> Iterator[tuple[int, int]]:
    """Rules of the same decision and variant that follow each other, by their places in the file."""
    order = sorted(range(len(rules)), key=lambda n: (rules[n].decision, rules[n].variant or "", rules[n].since))
    for first, second in pairwise(order):
        if (rules[first].decision, rules[first].variant) == (rules[second].decision, rules[second].variant):
            yield first, second


def _check_words(desk: Desk, rules: tuple[Rule, ...], register: Register, choices: Choices) -> None:
    """Groups, weights and choices that a clause uses must exist while its rule is in force."""
    for number, rule in enumerate(rules):
        seats = [row.seat for row in register.tenures if _meets(row.since, row.until, rule)]
        groups = {name for seat in seats for name in (*seat.groups, seat.id)}
        weights = {name for seat in seats for name in seat.weights} | {fact.weight for fact in register.facts}
        for clause in rule.clauses:
            path = ("rule", number, "clauses", clause.name, "requires")
            _check_clause(desk, path, clause.requires, choices, groups, weights)


def _meets(since: date | None, until: date | None, rule: Rule) -> bool:
    return (since is None or rule.until is None or since <= rule.until) and (until is None or rule.since <= until)


def _check_clause(
    desk: Desk,
    path: tuple[str | int, ...],
    condition: Condition,
    choices: Choices,
    groups: set[str],
    weights: set[str],
) -> None:
    words = (*choices.ids, *SETS)
    for count in condition.counts:
        if count.of not in words:
            desk.fault(
                path, f"'{count.of}' in '{count_text(count)}' is no choice or set", f"use one of {', '.join(words)}"
            )
        if count.group and count.group not in groups:
            known = ", ".join(sorted(groups)[:30]) or "none"
            desk.fault(path, f"'{count.group}' in '{count_text(count)}' is no group", f"groups and seats: {known}")
    named = [count.weight for count in condition.counts if count.weight] + [few.weight for few in condition.fewest]
    for weight in dict.fromkeys(named):
        if weight not in weights:
            desk.fault(path, f"no seat has a weight '{weight}'", f"weights: {', '.join(sorted(weights)) or 'none'}")


# --- examples -------------------------------------------------------------------------------------------------------


def _example(desk: Desk, number: int, form: ExampleForm, choices: Choices) -> Example:
    path = ("example", number)
    ballots: dict[str, str | Mapping[str, int]] = dict(form.ballots)
    for key, listed in (form.model_extra or {}).items():
        if key not in choices.ids:
            desk.fault(
                (*path, key),
                f"'{key}' is neither a choice nor a key of an example",
                f"choices: {', '.join(choices.ids)}",
            )
        elif not isinstance(listed, list) or not all(isinstance(member, str) for member in listed):
            desk.fault((*path, key), f"'{key}' is no list of members", f'write {key} = ["..."]')
        else:
            _ballots(desk, (*path, key), ballots, listed, key)
    if form.synthetic and not form.why:
        desk.fault(path, "a synthetic example without its arithmetic", "say it in why = ...")
    if not form.synthetic and not form.source:
        desk.fault(path, "a real example without a source", "add source = ..., or synthetic = true")
    return Example(
        form.on,
        form.label,
        line_of(path, desk.lines),
        form.decision,
        tuple(form.variants),
        ballots,
        form.others,
        form.tally,
        None if form.participants is None else tuple(form.participants),
        None if form.opt_out is None else tuple(form.opt_out),
        form.vacant,
        tuple(form.parties),
        form.without_a_vote,
        None if form.vetoed_by is None else tuple(form.vetoed_by),
        form.synthetic,
        form.why or "",
        desk.cited(form.source),
    )


def _ballots(
    desk: Desk,
    path: tuple[str | int, ...],
    ballots: dict[str, str | Mapping[str, int]],
    listed: list[str],
    choice: str,
) -> None:
    for member in listed:
        if member in ballots:
            desk.fault(path, f"{member} is named twice", "give each member one ballot")
        ballots[member] = choice


def _check_examples(desk: Desk, examples: tuple[Example, ...], rules: tuple[Rule, ...]) -> None:
    decisions = {rule.decision for rule in rules}
    for number, example in enumerate(examples):
        if example.decision is not None and example.decision not in decisions:
            known = ", ".join(sorted(decisions))
            desk.fault(
                ("example", number, "decision"), f"no rule for the decision '{example.decision}'", f"decisions: {known}"
            )

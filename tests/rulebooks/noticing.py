"""Does an example notice a mistake in its rule? The changed clause settles most of it, `decide` the rest."""

from collections.abc import Mapping
from dataclasses import replace

from psephos.body.binding import BoundClause, bind
from psephos.body.members import Roster
from psephos.body.rules import And, Formula, Leaf, Not, Or, Rule
from tests.rulebooks.equality import same_rule
from tests.rulebooks.mutants import mutants
from tests.rulebooks.subjects import Case, Subject


def survivors(subject: Subject) -> list[str]:
    """The mistakes that no example notices, although some ballots on some roster of the body would."""
    found = mutants(subject.rule, subject.voting, subject.book.choices)
    return [mutant.change for mutant in found if not noticed(subject, mutant.rule) and not _same(subject, mutant.rule)]


def _same(subject: Subject, mutant: Rule) -> bool:
    return same_rule(subject.rule, mutant, subject.rosters, subject.book.choices)


def noticed(subject: Subject, mutant: Rule) -> bool:
    """Does an example come out otherwise than it says?

    Where the outcome differs on the example's own ballots (for a tally: on one division of it), its label must differ.
    Only labels and vetoers are left to the second, slower look.
    """
    changed = {roster: _changed(subject, mutant, roster) for roster in subject.voting}
    if any(_turned(subject, mutant, case, changed[case.roster]) for case in subject.cases):
        return True
    bound = {roster: bind(mutant, roster, subject.book.choices) for roster in subject.voting}
    return any(not case.agrees(bound[case.roster]) for case in subject.cases)


def _changed(subject: Subject, mutant: Rule, roster: Roster) -> tuple[BoundClause, ...]:
    """The clauses of the mutant that are not those of the rule, on a roster."""
    clauses = tuple(clause for clause in mutant.clauses if clause not in subject.rule.clauses)
    return bind(replace(mutant, clauses=clauses), roster, subject.book.choices).clauses


def _turned(subject: Subject, mutant: Rule, case: Case, changed: tuple[BoundClause, ...]) -> bool:
    profile, held = subject.standing[case.name]
    now = {**held, **{clause.clause.name: clause.holds(profile) for clause in changed}}
    return _truth(mutant.passes, now) is not _truth(subject.rule.passes, held)


def _truth(formula: Formula, held: Mapping[str, bool]) -> bool:
    match formula:
        case Leaf(clause=name):
            return held[name]
        case Not(of=inner):
            return not _truth(inner, held)
        case And(of=parts):
            return all(_truth(part, held) for part in parts)
        case Or(of=parts):
            return any(_truth(part, held) for part in parts)

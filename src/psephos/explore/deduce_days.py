"""The days on which a vote can have taken place, cut where the members or the rule change.

Between two cuts everything that statements can be judged by is the same: a `Sitting`. Which of them remain is how
membership decides the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from psephos.body.ballots import Choices
from psephos.body.binding import bind
from psephos.body.book import Rulebook
from psephos.body.members import Roster
from psephos.body.rules import Rule
from psephos.errors import DayNotCovered, UnknownDecision, UsageError
from psephos.explore.deduce_rule import Outcomes
from psephos.explore.statements import Span

__all__ = ["Sitting", "joined", "parted", "sittings"]

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Sitting:
    """Days on which the same members voted under the same rule. What the rule comes to is worked out once and kept."""

    spans: tuple[Span, ...]
    roster: Roster
    rule: Rule
    _outcomes: list[Outcomes] = field(default_factory=list, compare=False, repr=False)

    def outcomes(self, choices: Choices) -> Outcomes:
        """The rule on this roster.

        Raises:
            DayNotCovered: the rule needs a weight that is not stated for these days.
        """
        if not self._outcomes:
            self._outcomes.append(Outcomes.of(bind(self.rule, self.roster, choices)))
        return self._outcomes[0]


def sittings(
    book: Rulebook,
    *,
    day: date | None = None,
    days: Iterable[date | Span] | None = None,
    decision: str | None = None,
    variants: Sequence[str] = (),
) -> tuple[Sitting, ...]:
    """Between which changes of members or rule can the vote lie?

    Args:
        book: the body.
        day: the day of the vote, if it is known.
        days: the days it may have been, singly or as spans; without `day` and `days`, every day the rulebook covers.
        decision: the kind of decision; None takes the body's default.
        variants: facts of the call by which another rule applies.

    Raises:
        UsageError: both `day` and `days`; or no day on which the body takes such a decision.

    Cost: about 0.1 ms a sitting for 15 seats, 0.5 ms for 193. Keep the value to deduce from it again.

    Examples:
        >>> from psephos.body.rulebook import rulebook
        >>> year = Span(date(2023, 7, 1), date(2024, 6, 30))
        >>> [str(one.spans[0].first) for one in sittings(rulebook("unsc"), days=[year])]
        ['2023-07-01', '2024-01-01']
    """
    if day is not None and days is not None:
        raise UsageError("give either the day or the days it may have been, not both")
    if day is not None:
        return (Sitting((Span(day, day),), book.on(day), book.rule(day, decision, variants)),)
    wanted = joined([_everything(book)] if days is None else [Span.of(one) for one in days])
    if not wanted:
        raise UsageError("no day is given on which the vote can have taken place; name at least one")
    return _cut(book, wanted, decision, variants)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same days as few spans in order: those that overlap or touch become one.

    Examples:
        >>> joined([Span(date(2024, 1, 1), date(2024, 1, 9)), Span(date(2023, 1, 1), date(2023, 12, 31))])
        (Span(first=datetime.date(2023, 1, 1), last=datetime.date(2024, 1, 9)),)
    """
    found: list[Span] = []
    for span in sorted(span for span in spans if span.first <= span.last):
        if found and span.first.toordinal() <= found[-1].last.toordinal() + 1:
            found[-1] = Span(found[-1].first, max(found[-1].last, span.last))
        else:
            found.append(span)
    return tuple(found)


def parted(sitting: Sitting, among: Sequence[tuple[Span, ...]]) -> tuple[Sitting, ...]:
    """The same days in parts, each of which lies wholly inside or wholly outside each of these sets of days."""
    cuts = {cut for spans in among for span in spans for cut in (span.first, _after(span.last))}
    parts: dict[tuple[bool, ...], list[Span]] = {}
    for part in (part for span in sitting.spans for part in _pieces(span, cuts)):
        parts.setdefault(tuple(any(one.covers(part.first) for one in spans) for spans in among), []).append(part)
    return tuple(replace(sitting, spans=joined(spans)) for spans in parts.values())


def _pieces(span: Span, cuts: Iterable[date]) -> list[Span]:
    firsts = [span.first, *sorted(cut for cut in cuts if span.first < cut <= span.last)]
    return [
        Span(first, last) for first, last in zip(firsts, [*(cut - _DAY for cut in firsts[1:]), span.last], strict=True)
    ]


def _after(day: date) -> date:
    return day + _DAY if day < date.max else day


def _everything(book: Rulebook) -> Span:
    """Every day covered; without a last day, those up to the day on which the facts were last checked."""
    return Span(book.since, book.until or max(book.as_of, book.since))


def _cut(book: Rulebook, wanted: Sequence[Span], decision: str | None, variants: Sequence[str]) -> tuple[Sitting, ...]:
    cuts = {*book.register.changes(), *_rule_changes(book)}
    found: list[Sitting] = []
    refused: UsageError | None = None
    for span in wanted:
        for part in _pieces(span, cuts):
            try:
                sitting = Sitting((part,), book.on(part.first), book.rule(part.first, decision, variants))
            except (DayNotCovered, UnknownDecision) as error:
                refused = error  # the body took no such decision then: the vote cannot have been on these days
                continue
            _add(found, sitting)
    if not found and refused is not None:
        raise refused
    return tuple(found)


def _add(found: list[Sitting], sitting: Sitting) -> None:
    """Days of one sitting that a gap between candidate days parts are kept together."""
    last = found[-1] if found else None
    if last and last.rule is sitting.rule and last.roster.seats == sitting.roster.seats:
        found[-1] = replace(last, spans=joined((*last.spans, *sitting.spans)))
    else:
        found.append(sitting)


def _rule_changes(book: Rulebook) -> set[date]:
    ends = {rule.until + _DAY for rule in book.rules if rule.until and rule.until < date.max}
    return {rule.since for rule in book.rules} | ends

"""Ballots that stand beside the wrong roll call.

Two general traces give them away. *Voters of other days*: the names are the members of another year. *A donor*: the
very same division of votes stands elsewhere in the table, beside a record that it fits. When the donors of
neighbouring rows follow one another in the table's own order, a whole list was pasted over the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from psephos.replay.chamber import Term
from psephos.replay.timeline import Entry

__all__ = ["Trace", "best_term", "donors", "runs", "suspects", "traces"]

_MOST_STRANGERS = 2
"""Up to so many strangers may be slips of single names; more are another year's members."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Where the ballots of a roll call come from, as far as it shows.

    `donor` is the place of the roll call with the same ballots and a record that fits them, None where the table has
    none. `run` are the places of the neighbouring suspects, `chain` those among them whose donors follow one another.
    `term` are the days on which these voters sat.
    """

    place: int
    donor: int | None
    run: tuple[int, ...]
    chain: tuple[tuple[int, int], ...]
    term: Term | None


def best_term(entry: Entry, terms: Sequence[Term]) -> Term | None:
    """Whose members are these voters: the days when most of them sat, the nearest among equals.

    None unless at least one more of the voters sat then than on the day of the vote.
    """
    voters = tuple(entry.call.ballots)
    now = len(voters) - len(entry.strangers)
    seated = {term.since: sum(term.holds(voter) for voter in voters) for term in terms}
    best = max(terms, key=lambda term: (seated[term.since], -_days_between(term, entry.call.day)), default=None)
    return best if best is not None and seated[best.since] > now else None


def _days_between(term: Term, day: date) -> int:
    if day < term.since:
        return (term.since - day).days
    return (day - term.until).days if term.until and day > term.until else 0


def suspects(entries: Sequence[Entry]) -> frozenset[int]:
    """The roll calls whose ballots cannot be theirs as they stand: other voters, or another outcome."""
    return frozenset(
        entry.place
        for entry in entries
        if len(entry.strangers) > _MOST_STRANGERS or (_contrary(entry) and not entry.strangers)
    )


def _contrary(entry: Entry) -> bool:
    return entry.status in ("contradicted", "conditional") and bool(entry.call.ballots) and entry.call.tally is None


def donors(entries: Sequence[Entry], doubted: frozenset[int]) -> Mapping[int, tuple[int, ...]]:
    """For each doubted roll call, the others that hold exactly its divided vote beside a record that fits it."""
    sound: dict[frozenset[tuple[str, object]], list[int]] = {}
    for entry in entries:
        if entry.status == "confirmed" and not entry.strangers and entry.dissent:
            sound.setdefault(_division(entry), []).append(entry.place)
    found = {place: tuple(sound.get(_division(entries[place]), ())) for place in sorted(doubted)}
    return {place: donors for place, donors in found.items() if donors and entries[place].dissent}


def _division(entry: Entry) -> frozenset[tuple[str, object]]:
    return frozenset((member, ballot) for member, ballot in entry.call.ballots.items() if isinstance(ballot, str))


def runs(places: Iterable[int], gap: int = 1) -> tuple[tuple[int, ...], ...]:
    """Neighbouring places gathered; up to `gap` others may stand between two of them.

    Examples:
        >>> runs([5, 3, 2, 9])
        ((2, 3, 5), (9,))
    """
    found: list[list[int]] = []
    for place in sorted(places):
        if found and place - found[-1][-1] - 1 <= gap:
            found[-1].append(place)
        else:
            found.append([place])
    return tuple(tuple(run) for run in found)


def traces(entries: Sequence[Entry], terms: Sequence[Term]) -> Mapping[int, Trace]:
    """What shows where the ballots of each suspect come from?

    Cost: linear in the entries, times the stretches of the roster for each suspect.
    """
    doubted = suspects(entries)
    candidates = donors(entries, doubted)
    found: dict[int, Trace] = {}
    for run in runs(doubted):
        chain = _chain(run, candidates)
        chosen = dict(chain)
        for place in run:
            others = candidates.get(place, ())
            donor = chosen.get(place, others[0] if others else None)
            term = best_term(entries[place], terms) if entries[place].strangers else None
            found[place] = Trace(place, donor, run, chain, term)
    return found


def _chain(run: Sequence[int], candidates: Mapping[int, tuple[int, ...]]) -> tuple[tuple[int, int], ...]:
    """One donor for each place, taken so that they rise with the rows."""
    chosen: list[tuple[int, int]] = []
    last = -1
    for place in run:
        later = [donor for donor in candidates.get(place, ()) if donor > last]
        if later:
            last = min(later)
            chosen.append((place, last))
    return tuple(chosen)

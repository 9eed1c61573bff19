"""Where open ballots are too many to count every way: how likely is adoption, judged by ballots drawn at random?"""

from __future__ import annotations

from collections.abc import Mapping

from psephos.count.conjuncts import OpenVotes
from psephos.count.sampling import Estimate, estimate
from psephos.decide.verdict import Verdict
from psephos.explore.benches import gathered
from psephos.explore.chances import chance_rows

__all__ = ["sampled"]

_SAMPLES = 20_000
_SEED = 1
_SILENT = ("present_only", "absent", "not_participating", "not_voting")


def sampled(verdict: Verdict, chances: Mapping[str, str] | None = None) -> Estimate | None:
    """How likely is adoption? None where a bench is divided, so that its votes cannot be drawn one like the other.

    Args:
        verdict: a vote with open ballots.
        chances: of a vote in favour, by member (`others` for all not named); without them all choices are alike.
    """
    known, bound = gathered(verdict)
    seating, ids = known.seating, bound.choices.ids
    free = tuple(place for place, votes in enumerate(seating.open_votes) if votes)
    divided = [place for place in free if seating.open_votes[place] != bound.roster.seats[place].count]
    divided += [place for place, row in enumerate(seating.known) if sum(map(bool, row)) > 1]
    if divided or seating.tally is not None:
        return None
    permitted = tuple(
        tuple(ids.index(choice) for choice in bound.castable(bound.roster.seats[place]) if choice not in _SILENT)
        for place in free
    )
    view = OpenVotes(free, tuple(seating.open_votes[place] for place in free), permitted, None)
    drawn = dict(zip(free, chance_rows(verdict.book, bound, view, chances or {}), strict=True))
    rows = [
        [float(chance) for chance in drawn[place]] if place in drawn else [float(bool(number)) for number in row]
        for place, row in enumerate(seating.known)
    ]
    return estimate(bound, _SAMPLES, _SEED, chances=rows)

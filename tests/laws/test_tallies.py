"""A tally of unlike seats: what is said of it is what all ways to deal it out to the seats share."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from psephos.body.binding import BoundRule
from psephos.calls.rollcall import RollCall, Tally
from psephos.decide.verdict import Verdict, decide
from tests.count.bodies import DAY
from tests.laws.small import ballots, boards, book_of, decided


@dataclass(frozen=True)
class Counted:
    """A tally with some ballots by name, and how many seats it leaves open."""

    bound: BoundRule
    named: dict[str, str]
    tally: dict[str, int]
    left: int

    def verdict(self) -> Verdict:
        """What is said of it."""
        call = RollCall("board", DAY, ballots=self.named, tally=Tally(self.tally), open=self.left)
        return decide(book_of(self.bound), call)

    def dealt(self) -> Iterator[dict[str, str]]:
        """Every way to deal the tally out, with any answer of the seats left open."""
        seats = [seat for seat in self.bound.roster.seats if seat.id not in self.named]
        options = [dict.fromkeys((*(seat.casts or self.bound.choices.ids), "not_voting")) for seat in seats]
        for chosen in product(*options):
            whole = {**self.named, **{seat.id: choice for seat, choice in zip(seats, chosen, strict=True)}}
            more = Counter(whole.values())
            more.subtract(self.tally)
            if all(number >= 0 for number in more.values()) and not more["not_voting"]:
                yield whole


@st.composite
def counted(draw: st.DrawFn) -> Counted:
    """A tally of a vote on a small board."""
    bound = draw(boards(votes=4))
    cast = draw(ballots(bound))
    names = st.sets(st.sampled_from(sorted(cast)), max_size=len(cast) - 1)
    named, left = draw(names), draw(names)
    counts = Counter(choice for member, choice in cast.items() if member not in left or member in named)
    tally = {choice: counts[choice] for choice in ("yes", "no", *counts)}
    return Counted(bound, {member: cast[member] for member in sorted(named)}, tally, len(left - named))


@settings(max_examples=150)
@given(counted())
def test_what_is_said_of_a_tally_is_what_all_ways_to_deal_it_out_share(vote: Counted) -> None:
    verdict = vote.verdict()
    complete = [decided(vote.bound, whole) for whole in vote.dealt()]
    outcomes, labels = {one.outcome for one in complete}, {one.label for one in complete}
    assert verdict.outcome == (outcomes.pop() if len(outcomes) == 1 else "open")
    assert verdict.label == (labels.pop() if len(labels) == 1 else "open")

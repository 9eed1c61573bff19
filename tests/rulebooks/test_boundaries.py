"""Every rule is tried where it turns: at its threshold, a vote short of it, with nobody voting, with nobody there."""

from collections.abc import Callable

import pytest

from psephos.body.binding import BoundRule, Profile
from tests.rulebooks.boundaries import a_vote_short, all_away, all_neutral, at_threshold
from tests.rulebooks.subjects import Subject, subjects

KINDS = {
    "at the threshold": at_threshold,
    "a vote short": a_vote_short,
    "all abstaining": all_neutral,
    "all absent": all_away,
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("subject", subjects(), ids=[subject.name for subject in subjects()])
def test_an_example_stands_there(subject: Subject, kind: Callable[[Profile, BoundRule], bool]) -> None:
    assert any(kind(subject.standing[case.name][0], subject.bound[case.roster]) for case in subject.cases)


def test_the_kinds_are_told_apart() -> None:
    council = next(subject for subject in subjects() if subject.name == "unsc:substantive from 1966-01-01")
    found = {
        name: {
            case.seating.votes[:3]
            for case in council.cases
            if kind(council.standing[case.name][0], council.bound[case.roster])
        }
        for name, kind in KINDS.items()
    }
    assert {votes[0] for votes in found["at the threshold"]} == {9}
    assert {votes[0] for votes in found["a vote short"]} == {8}
    assert found["all abstaining"] == {(0, 0, 15)}
    assert found["all absent"] == {(0, 0, 0)}

# ruff: noqa: S311 -- samples, not secrets
"""What the generator writes is read back; what it spoils never gives a wrong ballot."""

import random
import re
from collections import Counter

import pytest

from psephos.read.record import reading_record
from psephos.read.report import read_text
from tests.read.generator import Template, Truth
from tests.read.measure import table, votes_for
from tests.read.templates_held import HELD
from tests.read.templates_later import LATER
from tests.read.templates_seen import SEEN

ALL = (*SEEN, *HELD, *LATER)
WRONG = ("stated WRONG", "forced WRONG", "tally WRONG", "outcome WRONG", "votes invented")
IDS = [template.name for template in ALL]
FIGURE = re.compile(r"\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)\b")


@pytest.mark.parametrize("template", ALL, ids=IDS)
def test_nothing_is_read_wrongly(template: Template) -> None:
    (found,) = table([template], 4).values()
    assert {kind: found[kind] for kind in WRONG if found[kind]} == {}


def test_most_of_what_the_forms_determine_is_read() -> None:
    total: Counter[str] = Counter()
    for found in table(ALL, 2).values():
        total += found
    assert total["votes missed"] <= 0.02 * total["reports"]
    assert total["ballots known"] >= 0.7 * total["ballots due"]


@pytest.mark.parametrize("template", ALL, ids=IDS)
def test_a_spoilt_figure_never_gives_a_wrong_ballot(template: Template) -> None:
    rng = random.Random(template.name)
    for vote, text in votes_for(template, 2):
        for spoilt in _spoilt(text, rng):
            assert _wrong(vote, spoilt) == [], spoilt


def _spoilt(text: str, rng: random.Random) -> list[str]:
    """The report with one figure changed, or dropped, at a time."""
    found = []
    for match in FIGURE.finditer(text):
        if re.match(r"\s*(?:-member|members of the|permanent|\d{4})", text[match.end() :]):
            continue
        others = [other for other in (str(rng.randint(0, 14)), "several") if other != match.group()]
        found += [text[: match.start()] + other + text[match.end() :] for other in others]
    return found


def _wrong(vote: Truth, text: str) -> list[str]:
    """Forced ballots that are not what was cast."""
    return [
        f"{ballot.member}={ballot.choice}"
        for read in read_text(text, published=vote.published).votes[:1]
        for ballot in read.ballots
        if ballot.standing == "forced" and vote.ballots.get(ballot.member) != ballot.choice
    ]


@pytest.mark.parametrize("template", ALL, ids=IDS)
def test_every_place_is_in_the_text_and_every_run_is_the_same(template: Template) -> None:
    for vote, text in votes_for(template, 2):
        reading = read_text(text, published=vote.published)
        for read in reading.votes:
            for fact in read.stated.facts:
                assert 0 <= fact.start < fact.end <= len(text)
                for person in fact.persons:
                    assert text[person.start : person.end] == person.text
            for figure in read.stated.figures:
                assert text[figure.start : figure.end].strip()
        assert reading_record(reading) == reading_record(read_text(text, published=vote.published))

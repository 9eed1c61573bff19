# ruff: noqa: S311 -- samples, not secrets
"""How well a reading agrees with the roll call that a report was written from."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from psephos.read.report import read_text
from tests.read.generator import Template, Truth, truth

KINDS = ("adopted", "vetoed", "short", "unanimous")


def votes_for(template: Template, number: int, seed: int = 7) -> list[tuple[Truth, str]]:
    """So many votes that the template can report, with their reports."""
    rng = random.Random(f"{seed} {template.name}")
    found: list[tuple[Truth, str]] = []
    for _ in range(4000):
        vote = truth(rng, rng.choice(KINDS))
        if template.fits(vote):
            found.append((vote, template.write(vote, rng)))
        if len(found) == number:
            break
    return found


def judge(vote: Truth, text: str, *, with_day: bool = True) -> Counter[str]:
    """Count what a reading of the report got right, wrong and not at all."""
    reading = read_text(text, published=vote.published if with_day else None)
    counts: Counter[str] = Counter(reports=1)
    main = [v for v in reading.votes if not v.stated.past]
    counts["votes missed"] += not main
    counts["votes invented"] += max(0, len(main) - 1)
    for found in main[:1]:
        for ballot in found.ballots:
            if ballot.standing in {"stated", "forced"}:
                choice = ballot.choice
                counts[
                    f"{ballot.standing} right"
                    if vote.ballots.get(ballot.member) == choice
                    else f"{ballot.standing} WRONG"
                ] += 1
        for choice, number in found.tally.items():
            counts[
                "tally right" if choice in {"yes", "no", "abstain"} and number == vote.figure(choice) else "tally WRONG"
            ] += 1
        known = {b.member for b in found.ballots if b.standing in {"stated", "forced"}}
        counts["ballots known"] += len(known)
        counts["ballots due"] += 15
        if found.outcome:
            counts["outcome right" if (found.outcome == "adopted") == vote.adopted else "outcome WRONG"] += 1
        else:
            counts["outcome missing"] += 1
    return counts


def table(templates: Sequence[Template], number: int = 12) -> dict[str, Counter[str]]:
    """For each template, what the readings of its reports come to."""
    found: dict[str, Counter[str]] = {}
    for template in templates:
        total: Counter[str] = Counter()
        for vote, text in votes_for(template, number):
            total += judge(vote, text)
        found[template.name] = total
    return found

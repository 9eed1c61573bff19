"""Sentences as agencies, press offices and official records write them, each with all that is read in it.

`sentences.txt` has a sentence to a line, and under it, indented, what it says.
"""

from pathlib import Path

import pytest

from psephos.read.atoms.mentions import items, lexicon
from psephos.read.atoms.tokens import sentences
from psephos.read.sentences.facts import Fact
from psephos.read.sentences.prose import read_sentence

LINES = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [(sentence, said.strip()) for sentence, said in zip(LINES[::2], LINES[1::2], strict=True)]


def facts_of(text: str) -> list[Fact]:
    return [
        fact
        for number, sentence in enumerate(sentences(text))
        for fact in read_sentence(
            items(text, sentence.start, sentence.end, lexicon(), published=None, on=None), number, "en"
        )
    ]


def told(facts: list[Fact]) -> str:
    """What the facts say, in a line: names, figures, the others, what is closed, the outcome."""
    names: dict[str, set[str]] = {}
    figures: dict[str, int | None] = {}
    for fact in facts:
        if fact.kind == "ballots":
            names.setdefault(fact.choice, set()).update(person.codes[0] for person in fact.persons)
        elif fact.kind == "figure":
            figures[fact.choice] = fact.number
        elif fact.kind == "score":
            figures |= dict(zip(("yes", "no", "abstain"), fact.pair, strict=False))
    return "; ".join(
        [
            *(f"{choice}: {' '.join(sorted(codes))}" for choice, codes in names.items()),
            *(f"{choice} {number}" for choice, number in figures.items()),
            *(f"others {fact.choice} {fact.number or ''}".strip() for fact in facts if fact.kind == "rest"),
            *(f"nobody else {fact.choice}" for fact in facts if fact.kind == "closed"),
            *("adopted" if fact.adopted else "not adopted" for fact in facts if fact.kind == "outcome"),
        ]
    )


@pytest.mark.parametrize(("sentence", "said"), SENTENCES)
def test_a_sentence_says_this_and_no_more(sentence: str, said: str) -> None:
    assert told(facts_of(sentence)) == said


def test_company_at_the_very_end_needs_no_full_stop() -> None:
    assert told(facts_of("China abstained with Russia")) == "abstain: CHN RUS"


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in SENTENCES[::3]])
def test_a_sentence_cut_short_anywhere_is_read_without_fail(sentence: str) -> None:
    words = sentence.rstrip(".").split()
    for last in range(1, len(words) + 1):
        for fact in facts_of(" ".join(words[:last])):
            assert fact.start < fact.end

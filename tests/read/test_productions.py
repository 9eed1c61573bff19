import pytest

from psephos.read.atoms.mentions import Item, items, lexicon
from psephos.read.atoms.tokens import sentences
from psephos.read.report import read_text
from psephos.read.sentences.continuing import continued
from psephos.read.sentences.facts import Fact
from psephos.read.sentences.prose import PRODUCTIONS, read_sentence
from psephos.read.sentences.tables import is_table, row_facts
from tests.read.measure import votes_for
from tests.read.templates_held import HELD
from tests.read.templates_later import LATER
from tests.read.templates_seen import SEEN

ALL = (*SEEN, *HELD, *LATER)


@pytest.mark.parametrize(("name", "example"), PRODUCTIONS.items())
def test_every_production_reads_its_example(name: str, example: str) -> None:
    assert name in productions_in(example)


def productions_in(text: str) -> set[str]:
    """The productions that read something in a text, sentence by sentence."""
    found: set[str] = set()
    recent: list[Fact] = []
    before: list[Item] = []
    for number, sentence in enumerate(sentences(text)):
        seen = items(text, sentence.start, sentence.end, lexicon(), published=None, on=None)
        read = [*(row_facts(seen, number) if is_table(text) else ()), *read_sentence(seen, number, "en")]
        recent = [*continued(seen, before, None, (*recent, *read), number), *read]
        before = seen
        found |= {fact.production for fact in recent}
    return found


def test_no_production_goes_without_an_example() -> None:
    texts = [text for template in ALL for _, text in votes_for(template, 2)]
    used = {name for text in texts for name in productions_in(text)}
    assert used - set(PRODUCTIONS) == set()


def test_inversion_is_settled_by_what_the_draft_would_do() -> None:
    text = (
        "The Security Council rejected a draft that would have kept sanctions from being brought back. "
        "China and Russia voted against bringing the sanctions back."
    )
    (vote,) = read_text(text).votes
    assert {(ballot.member, ballot.choice) for ballot in vote.ballots} == {("CHN", "yes"), ("RUS", "yes")}


def test_an_object_that_nothing_settles_keeps_both_readings() -> None:
    text = "The Security Council voted on a draft that would condemn the strikes. China voted against the embargo."
    (vote,) = read_text(text, published=None).votes
    assert {(ballot.choice, ballot.standing) for ballot in vote.ballots} == {("yes", "possible"), ("no", "possible")}


def test_the_larger_figure_first_when_voted_down() -> None:
    (vote,) = read_text("The Security Council draft was voted down 8-4, with three abstentions.").votes
    assert dict(vote.tally) == {"yes": 4, "no": 8, "abstain": 3}


def test_a_later_vote_is_another_vote() -> None:
    text = (
        "The Security Council rejected the Russian draft by 5 votes in favour to 4 against, with 6 abstentions. "
        "It then adopted the Brazilian draft with 13 votes in favour."
    )
    assert [vote.tally.get("yes") for vote in read_text(text).votes] == [5, 13]


def test_an_unresolved_voter_closes_nothing() -> None:
    text = (
        "On 25 October 2023 in the Security Council China, Wakanda and Brazil abstained, and the "
        "others voted in favour."
    )
    (vote,) = read_text(text).votes
    assert not [ballot for ballot in vote.ballots if ballot.standing == "forced"]
    assert [finding.kind for finding in vote.check.findings] == ["unknown voter"]


def test_an_observer_casts_no_ballot() -> None:
    text = (
        "In the Security Council on 25 October 2023 China and Germany voted against the draft, which was not adopted."
    )
    (vote,) = read_text(text).votes
    assert {ballot.member for ballot in vote.ballots if ballot.standing == "stated"} == {"CHN"}
    assert "not seated" in {finding.kind for finding in vote.check.findings}


def test_a_veto_of_a_member_without_one_is_a_finding() -> None:
    text = "Algeria, China and Russia vetoed the resolution in the Security Council on 22 March 2024."
    (vote,) = read_text(text).votes
    assert [finding.kind for finding in vote.check.findings] == ["no veto there"]


def test_a_misstated_rule_is_a_finding() -> None:
    text = "The Security Council draft of 25 October 2023 got ten votes in favour. It needed eight votes to pass."
    (vote,) = read_text(text).votes
    assert [finding.kind for finding in vote.check.findings] == ["rule misstated"]


def test_an_outcome_against_the_rule_is_a_finding() -> None:
    text = (
        "The Security Council adopted the draft on 25 October 2023. Only eight members voted in "
        "favour; seven abstained."
    )
    (vote,) = read_text(text).votes
    assert vote.check.agrees is False
    assert vote.outcome == "adopted"


def test_without_the_day_membership_decides_the_year() -> None:
    text = (
        "The Security Council did not adopt the draft. Ten countries voted in favor, with the United Arab Emirates "
        "against; Brazil and Mozambique abstained. China and Russia blocked it."
    )
    (vote,) = read_text(text).votes
    assert [(span.first.isoformat(), span.last.isoformat()) for span in vote.days] == [("2023-01-01", "2023-12-31")]
    assert sum(ballot.standing == "forced" for ballot in vote.ballots) == 10

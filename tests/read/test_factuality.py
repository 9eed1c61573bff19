# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
import pytest

from psephos.read.report import read_text

NOTHING = [
    (
        "The Security Council is expected to vote on Friday. Russia has threatened to veto the draft "
        "and China is likely to abstain."
    ),
    "If the United States vetoed the draft, it would be the fifth time. Thirteen members would vote in favour.",
    "Had China voted against, the resolution would have failed, the envoy said.",
    "China voiced opposition to the sanctions. France backed the proposal made by Egypt.",
    "The Security Council issued a presidential statement on Monday. All 15 members agreed to the text.",
    "The Security Council met on Tuesday. Ten of the 15 members spoke. Russia and China called for dialogue.",
    "Voters in Ireland rejected the amendment by 67 to 33 percent in a referendum.",
    "Russia has vetoed 17 resolutions on Syria since 2011. The United States has used its veto more than 40 times.",
    "France beat Argentina 4-2 in the final. England had voted against the plan.",
    "Kenya won 129 votes to 62 in a secret ballot for a seat on the Security Council.",
    (
        "A resolution needs at least nine votes in favour and no vetoes by Russia, China, the United "
        "States, Britain or France."
    ),
    (
        "Diplomats postponed the vote again on Thursday to avoid another veto. Washington has vetoed "
        "two drafts since October."
    ),
    "El embajador pidió que el Consejo de Seguridad vote a favor del proyecto. Rusia amenazó con vetar el texto.",
    "Le projet de résolution devrait être mis aux voix lundi. La Chine pourrait s’abstenir.",
    "",
    "\n\n\n",
    "10-3-2",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_did_not_happen_is_not_read(text: str) -> None:
    assert read_text(text).votes == ()


def test_a_negated_choice_is_no_ballot() -> None:
    (vote,) = read_text("China did not vote against the Security Council draft, which was adopted.").votes
    assert not vote.ballots
    assert vote.standing == "incompletely read"


def test_an_earlier_vote_is_told_apart() -> None:
    text = (
        "In the Security Council on 10 May 2024 China abstained. A year ago China and Russia voted "
        "against the resolution."
    )
    now, before = read_text(text).votes
    assert (now.stated.past, before.stated.past) == (False, True)
    assert {ballot.choice for ballot in now.ballots} == {"abstain"}


@pytest.mark.parametrize(
    "words",
    [
        "the other members bar the United States supported the draft.",
        "the others voted in favour, except for the United States.",
        "all the others save the United States backed the text.",
        "all the others but the United States voted in favour.",
    ],
)
def test_whoever_is_left_out_of_a_choice_did_not_make_it(words: str) -> None:
    (vote,) = read_text(f"In the Security Council on 20 December 2002 Bulgaria and Cameroon abstained; {words}").votes
    assert {ballot.member for ballot in vote.ballots if ballot.standing == "stated"} == {"BGR", "CMR"}
    assert sum((ballot.choice, ballot.standing) == ("yes", "forced") for ballot in vote.ballots) == 12
    assert "USA" not in {ballot.member for ballot in vote.ballots if ballot.standing != "possible"}
    assert vote.standing == "partly"


@pytest.mark.parametrize(
    "words",
    [
        "all 15 Security Council members but China voted in favour.",
        "all of the Security Council's members but China backed the draft.",
        "everyone on the Security Council but China supported the draft.",
        "all members of the Security Council except China voted for the draft.",
        "every member of the Security Council apart from China voted yes.",
        "with the exception of China, all members of the Security Council voted in favour.",
        "except for China, all 15 members of the Security Council voted in favour.",
        "the Security Council's draft was backed by every member bar China.",
        "all members of the Security Council voted for the draft, except China.",
    ],
)
def test_the_one_left_out_of_a_whole_is_given_no_ballot_by_it(words: str) -> None:
    (vote,) = read_text(f"In a vote on 10 March 2021 {words}").votes
    assert "CHN" not in {ballot.member for ballot in vote.ballots if ballot.standing != "possible"}
    assert sum((ballot.choice, ballot.standing) == ("yes", "forced") for ballot in vote.ballots) == 14
    assert vote.tally == {}


def test_who_is_left_out_of_less_than_the_whole_closes_nothing() -> None:
    text = "In the Security Council on 10 March 2021 nine members voted in favour, except China. India abstained."
    (vote,) = read_text(text).votes
    assert vote.standing == "incompletely read"
    assert {ballot.member for ballot in vote.ballots} == {"IND"}


@pytest.mark.parametrize(
    "words",
    [
        "China was the only permanent member to abstain.",
        "Of the permanent members, only China abstained.",
        "Only one permanent member, China, abstained.",
        "Among the great powers only China abstained.",
        "China was alone among the permanent members in abstaining.",
    ],
)
def test_alone_in_a_group_is_not_alone_in_the_body(words: str) -> None:
    (vote,) = read_text(f"The Security Council voted on 10 March 2021. {words} Nobody voted against.").votes
    assert [(ballot.member, ballot.choice) for ballot in vote.ballots] == [("CHN", "abstain")]


@pytest.mark.parametrize(
    "words",
    [
        "China was the only member to abstain.",
        "China cast the only abstention.",
    ],
)
def test_alone_in_the_body_closes_the_choice(words: str) -> None:
    (vote,) = read_text(f"The Security Council voted on 10 March 2021. {words}").votes
    assert [fact.choice for fact in vote.stated.closed] == ["abstain"]


def test_nobody_of_a_group_is_said_of_that_group() -> None:
    text = (
        "The Security Council voted on 10 March 2021. Not one of the permanent five voted against. India, Kenya, "
        "Niger, Tunisia, Viet Nam, Estonia, Ireland, Norway, Mexico and Saint Vincent abstained."
    )
    (vote,) = read_text(text).votes
    assert vote.tally == {}
    assert not any(ballot.choice == "no" for ballot in vote.ballots)


def test_whoever_is_left_out_and_told_of_closes_the_rest() -> None:
    text = "On 20 December 2002 in the Security Council the others voted in favour, except for China, which abstained."
    (vote,) = read_text(text).votes
    assert sum(ballot.standing == "forced" for ballot in vote.ballots) == 14


def test_the_time_of_an_aside_is_not_that_of_the_vote() -> None:
    text = (
        "On 9 June 2010 twelve of the 15 members of the Security Council approved it. Turkey and Brazil, which last "
        "month struck a deal, voted against. Lebanon abstained."
    )
    (vote,) = read_text(text).votes
    assert {ballot.member for ballot in vote.ballots if ballot.choice == "no"} == {"BRA", "TUR"}

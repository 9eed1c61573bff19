"""What ordinary sentences do not say: each was once read as a ballot, a figure or a vote."""

import pytest

from psephos.read.report import read

NO_VOTE = [
    "Not all members of the Security Council voted in favour on Wednesday.",
    "Almost all members of the Security Council voted in favour on Wednesday.",
    "Virtually all members of the Security Council voted in favour.",
    "The Security Council is expected to unanimously adopt a resolution on Friday.",
    "The Security Council will adopt the resolution unanimously on Friday.",
    "Britain and France called on the Security Council to unanimously condemn the attack.",
    "EU leaders must decide unanimously on Thursday.",
    "The Security Council is due to adopt the resolution on Friday, by consensus.",
    (
        "The Security Council on Wednesday welcomed the decision of the African Union, which voted "
        "unanimously to send troops."
    ),
    "The Security Council discussed on Wednesday Kosovo, whose parliament voted unanimously for independence.",
    "The African Union Peace and Security Council unanimously adopted a communique.",
    "The Governing Council of the ECB voted unanimously on Thursday.",
    "A draft adopted unanimously by the committee goes to the Security Council on Friday.",
    "The Texas Senate passed the bill 19-12 on Thursday.",
    "The French Senate passed the bill 210-115 on Thursday.",
    "The Ohio House passed the bill 62-34.",
    "The Senate of Brazil on Wednesday approved the bill by 43 votes to 21.",
    "The Senate Foreign Relations Committee voted 17-4 on Wednesday to approve the treaty.",
    "Hungary vetoed the EU statement on Ukraine on Wednesday.",
    "Turkey vetoed Sweden's NATO bid.",
    "The United States vetoed a WTO panel.",
    "The city council voted 8-0 to urge the Security Council to adopt a ceasefire resolution.",
    "The FIFA Council voted on Wednesday, with Japan in favour.",
    "Security Council resolutions are adopted by nine votes.",
    "A Security Council resolution passes with nine votes in favour and no vetoes by the five permanent members.",
    "A procedural vote in the Security Council passes with nine votes.",
    "The United States has used its veto in the Security Council 34 times to shield Israel.",
    "China has cast its veto in the Security Council 16 times.",
    "Washington has used its veto twice in the Security Council since the war began.",
    "The US has vetoed Security Council resolutions critical of Israel dozens of times.",
    "Will China veto the Security Council draft?",
    "Did China veto the Security Council draft on Wednesday?",
    "Can Russia veto a Security Council resolution against itself?",
    "Fact check: The claim that Ghana voted against the Security Council resolution on Wednesday is false.",
    "Reports that Ghana abstained in the Security Council vote were wrong.",
    "There is no evidence that Britain abstained in the Security Council on Wednesday.",
    "Assuming the Security Council adopts the draft on Friday with Russia abstaining, it will take effect.",
    "The Security Council is set to adopt a resolution on Friday, Russia and China abstaining.",
    "Ghana voted for Guterres in the Security Council straw poll on Wednesday.",
    "President Biden vetoed the Senate's resolution on Thursday.",
]
NOT_CAST = [
    (
        (
            "Two weeks after the United States vetoed a Brazilian text, the Security Council adopted a "
            "resolution on Wednesday, with the US abstaining."
        ),
        "USA",
        "no",
    ),
    (
        (
            "Days after the US vetoed a similar draft, the Security Council on Wednesday adopted the "
            "resolution, with Russia abstaining."
        ),
        "USA",
        "no",
    ),
    (
        (
            "Less than a week after Russia vetoed a similar draft, the Security Council on Wednesday "
            "rejected another, with the US voting against."
        ),
        "RUS",
        "no",
    ),
    (
        "The General Assembly adopted a resolution on Friday after the US vetoed a draft in the Security Council.",
        "USA",
        "no",
    ),
    ("The Security Council adopted the resolution on Wednesday after the US vetoed a Russian amendment.", "USA", "no"),
    ("Neither Ghana nor Gabon voted against it in the Security Council on Wednesday.", "GAB", "no"),
    ("Neither the United States nor Britain vetoed the draft in the Security Council on Wednesday.", "GBR", "no"),
    ("Members of the Security Council other than Russia voted in favour on Wednesday.", "RUS", "yes"),
    ("All permanent members other than Russia voted in favour in the Security Council on Wednesday.", "RUS", "yes"),
    (
        "The ten elected members of the Security Council, not including the UAE, voted in favour on Wednesday.",
        "ARE",
        "yes",
    ),
    ("All the members of the Security Council voted in favour on Wednesday, but not the United States.", "USA", "yes"),
    ("Not counting Russia, all members of the Security Council voted in favour on Wednesday.", "RUS", "yes"),
    ("All the other members of the Security Council voted in favour on Wednesday, Brazil excepted.", "BRA", "yes"),
    ("All members of the Security Council voted in favour on Wednesday, with Russia the sole exception.", "RUS", "yes"),
    ("Besides Russia, all voted in favour in the Security Council on Wednesday.", "RUS", "yes"),
    ("The United States was the only member of the Security Council not to vote in favour on Wednesday.", "USA", "yes"),
    ("Ghana is one of three members who refused to vote in favour in the Security Council on Wednesday.", "GHA", "yes"),
    ("China was one of the countries that decided not to vote against in the Security Council.", "CHN", "no"),
    (
        "France broke ranks with Britain and the United States, voting in favour in the Security Council on Wednesday.",
        "GBR",
        "yes",
    ),
    ("Gabon broke ranks with Ghana and Mozambique, abstaining in the Security Council on Wednesday.", "GHA", "abstain"),
    ("It was Ghana, not Gabon, that abstained in the Security Council on Wednesday.", "GAB", "abstain"),
    ("Either Ghana or Gabon abstained in the Security Council on Wednesday.", "GAB", "abstain"),
    (
        (
            "In the Security Council on Wednesday the resolution was adopted. In July, Russia voted "
            "against and China abstained."
        ),
        "RUS",
        "no",
    ),
]
NO_FIGURE = [
    ("The Security Council on Wednesday failed to get nine votes in favour.", "yes"),
    ("The draft lacked the nine votes in favour in the Security Council on Wednesday.", "yes"),
    ("Without nine votes in favour it was not adopted by the Security Council.", "yes"),
    ("Gabon and three others abstained in the Security Council on Wednesday.", "abstain"),
    ("Russia and two allies voted against in the Security Council on Wednesday.", "no"),
    ("Four of the five permanent members voted in favour in the Security Council on Wednesday.", "yes"),
    ("The A3 voted in favour of the resolution adopted by the Security Council on Wednesday.", "yes"),
    ("The P3 voted against in the Security Council on Wednesday.", "no"),
    ("The Security Council rejected the draft on Wednesday by 10-3-2.", "yes"),
    ("Two or three members of the Security Council abstained on Wednesday.", "abstain"),
    ("Up to three members of the Security Council abstained on Wednesday.", "abstain"),
]


@pytest.mark.parametrize("text", NO_VOTE)
def test_what_tells_of_no_vote_is_read_as_none(text: str) -> None:
    assert read(text, published="2023-10-27").votes == ()


@pytest.mark.parametrize(("text", "member", "choice"), NOT_CAST)
def test_what_a_member_did_not_cast_is_not_given_to_it(text: str, member: str, choice: str) -> None:
    now = [vote for vote in read(text, published="2023-10-27").votes if not vote.stated.past]
    assert (member, choice) not in {(ballot.member, ballot.choice) for vote in now for ballot in vote.ballots}


@pytest.mark.parametrize(("text", "choice"), NO_FIGURE)
def test_a_figure_of_something_else_is_not_the_tally(text: str, choice: str) -> None:
    assert all(choice not in vote.tally for vote in read(text, published="2023-10-27").votes)

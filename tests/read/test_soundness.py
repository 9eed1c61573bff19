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
    "China voted with Russia in the Security Council on Wednesday.",
    "France did not vote with the United States in the Security Council on Wednesday.",
    "Russia refused to let the Security Council resolution go through on Wednesday.",
    "Egypt let 20 trucks go through on Wednesday as the Security Council debated a resolution.",
    "China and Russia have vetoes but neither used it in the Security Council on Wednesday.",
    "The UAE vetoed nothing in the Security Council.",
    "All elected members but Albania voted in favour in the Security Council on Wednesday.",
    "All permanent members except one voted in favour in the Security Council on Wednesday.",
    "Amid threats of a US veto the vote in the Security Council was put off on Wednesday for the third time.",
    "Diplomats expect abstentions by Russia and China in the Security Council on Friday.",
    "The text needs abstentions from Russia and China to pass the Security Council on Friday.",
    "An abstention by the United States would let the resolution pass the Security Council.",
    "Japan voted for a new government on Sunday. The Security Council meets on Wednesday.",
    "All Security Council members but Russia backed the statement on Wednesday; no vote was held.",
    "Fifty countries including Japan and France condemned Russia in the Security Council on Wednesday after its veto.",
    (
        "The ambassador said the draft ignored the call of 120 countries for a ceasefire. The "
        "Security Council voted on Wednesday."
    ),
    "The Security Council met on Thursday. China and Russia, which have veto power, supported the statement.",
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
    ("Every EU member but Hungary voted in favour in the General Assembly on Friday.", "HUN", "yes"),
    ("Apart from Russia, the permanent members voted in favour in the Security Council on Wednesday.", "RUS", "yes"),
    (
        "Ghana and Gabon, which abstained in June, voted in favour in the Security Council on Wednesday.",
        "GAB",
        "abstain",
    ),
    ("The United States, which vetoed a text in July, abstained in the Security Council on Monday.", "USA", "no"),
    (
        "China, which voted for the General Assembly resolution, abstained in the Security Council on Wednesday.",
        "CHN",
        "yes",
    ),
    (
        (
            "The General Assembly voted on Friday 153-10 for a ceasefire, after the US vetoed one in "
            "the Security Council last week."
        ),
        "USA",
        "no",
    ),
    (
        (
            "With the Security Council paralysed by Russia's veto, the General Assembly on Friday "
            "voted 141-5 to condemn it."
        ),
        "RUS",
        "no",
    ),
    (
        "The Security Council on Wednesday adopted the resolution 14-0. Russia, which abstained, objected to the text.",
        "RUS",
        "no",
    ),
    (
        (
            "To avoid a US veto, the sponsors dropped a call; the Security Council adopted the text on "
            "Wednesday with the US abstaining."
        ),
        "USA",
        "no",
    ),
    (
        (
            "Eighteen EU states backed it on Wednesday in the Council of the EU. Germany, "
            "which had abstained in earlier rounds, voted in favour."
        ),
        "DEU",
        "abstain",
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
    (
        (
            "The draft, backed by 97 countries, was put to the vote in the Security Council on "
            "Wednesday; the US vetoed it."
        ),
        "yes",
    ),
    (
        "The three African members split in the Security Council on Wednesday: two voted in favour, Gabon abstained.",
        "yes",
    ),
    ("With nine votes in favour needed, the US draft failed on Wednesday in the Security Council.", "yes"),
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


TEXTS = [
    ("The Security Council voted 14-0 on Wednesday to extend the mission; Mali rejected it.", [("unsc", "", 14, None)]),
    (
        "The Security Council on Wednesday adopted the resolution by 13 votes after rejecting a Russian amendment.",
        [("unsc", "", 13, None)],
    ),
    (
        "The General Assembly on Friday adopted the resolution 120-14-45 after a Canadian amendment failed.",
        [("unga", "", 120, None)],
    ),
    (
        "Canada proposed an amendment. The General Assembly on Friday adopted the resolution by 120 votes to 14.",
        [("unga", "", 120, None)],
    ),
    (
        "The Russian draft got only four votes in the Security Council on Wednesday; the US one was vetoed by Russia.",
        [("unsc", "", 4, "RUS"), ("unsc", "", None, "USA")],
    ),
    (
        "Russia vetoed the American draft on Wednesday, and its own draft got only four votes in the Security Council.",
        [("unsc", "", None, "USA"), ("unsc", "", 4, None)],
    ),
    (
        "The General Assembly, which unlike the Security Council has no veto, adopted it on Friday by 120-14-45.",
        [("unga", "", 120, None)],
    ),
    (
        "The General Assembly, after the Security Council failed to act, voted 120-14 on Friday to demand a truce.",
        [("unga", "", 120, None)],
    ),
    (
        "The Security Council voted 12-3 on Wednesday, while the General Assembly adopted it on Friday by 120-14-45.",
        [("unsc", "", 12, None), ("unga", "", 120, None)],
    ),
    ("The draft won two votes more than the nine it needed in the Security Council.", [("unsc", "", 11, None)]),
    (
        (
            "On March 7 the United States vetoed a text in the Security Council. The General "
            "Assembly passed one by 130 votes to 2."
        ),
        [("unsc", "", None, None), ("unga", "", 130, None)],
    ),
    (
        (
            "Ten members voted in favour in the Security Council. The negative vote of one "
            "permanent member is enough to defeat it."
        ),
        [("unsc", "", 10, None)],
    ),
    (
        "The Security Council passed a resolution on Friday after the US refused to veto it. It passed with 14 votes.",
        [("unsc", "", 14, None)],
    ),
    (
        "US vetoes text at UN\n\nThe US has vetoed it; the US vetoed it in the Security Council. The vote was 13-1.",
        [("unsc", "", 13, None)],
    ),
]


@pytest.mark.parametrize(("text", "votes"), TEXTS)
def test_each_text_and_each_body_has_its_own_vote(
    text: str, votes: list[tuple[str, str, int | None, str | None]]
) -> None:
    told = [
        (
            vote.stated.body,
            vote.stated.kind,
            vote.tally.get("yes"),
            next((sponsor.code for sponsor in vote.stated.sponsors), None),
        )
        for vote in read(text, published="2023-10-27").votes
    ]
    assert told == votes


def test_what_one_permanent_member_can_do_is_no_figure_of_the_rule() -> None:
    text = (
        "Ten members of the Security Council voted for it. The negative vote of one "
        "permanent member is enough to defeat it."
    )
    (vote,) = read(text, published="2023-10-27").votes
    assert vote.check.findings == ()


def test_what_was_unanimous_then_is_not_unanimous_now() -> None:
    text = (
        "The Security Council on Monday adopted a resolution by a vote of 14 to 0, with Indonesia abstaining. The "
        "first two, in December 2006 and March 2007, were both adopted unanimously."
    )
    (vote,) = read(text, published="2008-03-03").votes
    assert vote.stated.unanimous is None


def test_the_others_are_nobody_in_particular_where_nobody_is_told_of() -> None:
    text = "The remaining members abstained in the Security Council on Wednesday after Russia left the room."
    (vote,) = read(text, published="2023-10-27").votes
    assert vote.ballots == ()
    (whole,) = read("All members of the Security Council abstained on Wednesday.", published="2023-10-27").votes
    assert len(whole.ballots) == 15

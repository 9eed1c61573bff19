# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Figures: each form with what it states, and forms from which nothing may be taken."""

from datetime import date

import pytest

from psephos.read.report import read_text

STATED = {
    "The House passed the bill 217 to 213, with one member voting present.": {"yes": 217, "no": 213, "not_voting": 1},
    "The House passed the bill 219-210, with two members voting present and three not voting.": {
        "yes": 219,
        "no": 210,
        "not_voting": 5,
    },
    "The Senate confirmed the judge 53 to 47.": {"yes": 53, "no": 47},
    "The Russian draft resolution lost 9 to 4 in the Security Council.": {"yes": 4, "no": 9},
    "The House voted 228 to 205 against the bill.": {"yes": 205, "no": 228},
    "MPs voted by 311 votes to 293 to reject the deal.": {"yes": 293, "no": 311},
    "The Security Council voted 8-4, with three abstentions, to reject the draft.": {"yes": 4, "no": 8, "abstain": 3},
    "The House of Lords voted by 247 to 231 in favour of the amendment.": {"yes": 247, "no": 231},
    "The General Assembly suspended Russia by 93 votes against 24, with 58 abstentions.": {
        "yes": 93,
        "no": 24,
        "abstain": 58,
    },
    "The Security Council adopted it by 13 votes to 2 against.": {"yes": 13, "no": 2},
    "The vote in the Security Council split 7 to 7, with Switzerland abstaining.": {"yes": 7, "no": 7},
    "All but two of the 15 members of the Security Council voted in favour.": {"yes": 13},
    "Yeas 217, Nays 213, Present 1, Not Voting 3: the House passed it.": {"yes": 217, "no": 213, "not_voting": 4},
    "MPs voted by a majority of 149 against the deal: 391 voted against and 242 for.": {"yes": 242, "no": 391},
    "A text that would extend the mandate was adopted by the Security Council 13-0.": {"yes": 13, "no": 0},
    "House lawmakers approved the measure 234 to 187.": {"yes": 234, "no": 187},
    "The United Kingdom, the Mandatory, was one of the ten that abstained in the General Assembly.": {"abstain": 10},
    "The draft resolution had thirteen votes behind it in the Security Council, but Russia vetoed it.": {"yes": 13},
    "L’Assemblée générale a adopté le texte par 120 voix contre 14, avec 45 abstentions.": {
        "yes": 120,
        "no": 14,
        "abstain": 45,
    },
    "None of the 15 members of the Security Council voted against.": {"no": 0},
    "The EU Council adopted it with 20 countries representing 66.07% of the population voting in favour.": {"yes": 20},
    "In the House of Commons the Ayes were 311 and the Noes 302.": {"yes": 311, "no": 302},
    "The draft resolution was lost in the Security Council, having mustered a mere two votes – Russia’s and China’s – "
    "to nine against.": {"yes": 2, "no": 9},
}
SILENT = (
    "The nomination is expected to pass the Senate 53-47.",
    "The Senate is likely to confirm her 53 to 47, which would be a vote along party lines.",
    "Diplomats expect 13 votes in favour and two abstentions in the Security Council.",
    "Russia could veto the draft if it gets nine votes in the Security Council.",
    "If the Security Council adopted the text with nine votes, Russia would veto it.",
    "Two amendments were rejected by 5-9 and 4-10 in the Security Council.",
    "The Security Council adopted resolution 2231 (2015), paragraphs 10-13 of which the members discussed.",
    "The motion was carried in the House of Commons by a majority of 16 votes.",
    "The bill passed the House by four votes.",
    "The government was defeated by 310 votes to 302 in the House of Commons.",
    "The Senate confirmed 12 to 15 judges last week.",
    "None of the permanent members of the Security Council voted against the draft.",
    "All but one member of the Security Council voted in favour of the draft.",
    "Apart from its own vote the American draft resolution got just one in the Security Council.",
    "About a dozen countries voted in favour of the resolution in the Security Council.",
    "The Security Council draft resolution got the required nine votes and was adopted.",
)


@pytest.mark.parametrize(("text", "tally"), STATED.items())
def test_a_form_of_figures(text: str, tally: dict[str, int]) -> None:
    (vote,) = read_text(text).votes
    assert dict(vote.tally) == tally


@pytest.mark.parametrize("text", SILENT)
def test_figures_that_cannot_be_tied_to_a_choice_are_not_given(text: str) -> None:
    assert [dict(vote.tally) for vote in read_text(text).votes if vote.tally] == []


def test_a_comparison_gives_the_figures_of_the_vote_before() -> None:
    text = (
        "The General Assembly adopted the resolution: 165 countries were in favour, down from 187 a year earlier. "
        "There were seven votes against where there had been two."
    )
    now, before = read_text(text).votes
    assert (dict(now.tally), dict(before.tally)) == ({"yes": 165, "no": 7}, {"yes": 187, "no": 2})
    assert before.stated.past


def test_the_same_figures_are_those_of_the_vote_before() -> None:
    text = (
        "The Security Council rejected the American draft by 7 votes in favour to 2 against, with 2 abstentions. "
        "A Soviet text met the same fate by the same figures."
    )
    assert [dict(vote.tally) for vote in read_text(text).votes] == [{"yes": 7, "no": 2, "abstain": 2}] * 2


def test_what_happened_in_another_month_is_another_vote() -> None:
    text = (
        "On 10 May 2024 the General Assembly adopted the resolution with 143 votes in favour. "
        "In April an American veto in the Security Council undid twelve votes in favour."
    )
    assert [dict(vote.tally) for vote in read_text(text).votes] == [{"yes": 143}, {"yes": 12}]


def test_a_day_in_a_comparison_is_not_the_day_of_the_vote() -> None:
    text = (
        "The Security Council adopted it on 27 February 2022. China abstained, as it had on 25 February 2022, when a "
        "resolution fell to Russia's veto."
    )
    now, before = read_text(text).votes
    assert [str(vote.date) for vote in (now, before)] == ["2022-02-27", "2022-02-25"]
    assert {ballot.member for ballot in now.ballots if ballot.standing == "stated"} == {"CHN"}


def test_votes_announced_together_are_of_one_day() -> None:
    text = (
        "On 8 October 2016 the Security Council had two drafts before it. Russia vetoed the French draft. "
        "Then came the Russian draft. It was rejected by 4 votes to 9."
    )
    assert [str(vote.date) for vote in read_text(text).votes] == ["2016-10-08", "2016-10-08"]


def test_a_given_name_may_open_a_sentence_or_a_list() -> None:
    text = (
        "Voting for this action: Jerome H. Powell and Lisa D. Cook. Voting against this action: Michelle W. Bowman. "
        "The Federal Open Market Committee had met on July 30, 2025."
    )
    (vote,) = read_text(text).votes
    assert {ballot.member: ballot.choice for ballot in vote.ballots} == {"Powell": "yes", "Cook": "yes", "Bowman": "no"}


def told(text: str, published: str) -> list[tuple[str, dict[str, int], str | None]]:
    """Day, figures and outcome of each vote."""
    votes = read_text(text, published=date.fromisoformat(published)).votes
    return [(str(vote.date), dict(vote.tally), vote.outcome) for vote in votes]


def test_two_votes_in_one_sentence_of_the_past() -> None:
    text = (
        "The Security Council voted Tuesday 12-0, with the U.S., Britain and France abstaining. On Friday Russia had "
        "vetoed an extension by 13-1 with China abstaining, and Russia's rival text was rejected 2-3-10."
    )
    now, vetoed, rival = told(text, "2022-07-12")
    assert now == ("2022-07-12", {"yes": 12, "no": 0}, None)
    assert vetoed == ("2022-07-08", {"yes": 13, "no": 1}, "not adopted")
    assert rival[1:] == ({"yes": 2, "no": 3, "abstain": 10}, "not adopted")


def test_a_verb_left_out_turns_the_second_pair_too() -> None:
    text = "In the Commons a customs union was defeated by 272 votes to 264, and a second referendum by 295 to 268."
    assert [dict(vote.tally) for vote in read_text(text).votes] == [{"yes": 264, "no": 272}, {"yes": 268, "no": 295}]


def test_what_follows_a_colon_is_of_the_time_before_it() -> None:
    text = (
        "The Security Council on Wednesday rejected a Brazilian draft with 12 votes in favour. On Monday, a Russian "
        "text had failed: five countries voted for it, four against and six abstained."
    )
    assert told(text, "2023-10-19")[1] == ("2023-10-16", {"yes": 5, "no": 4, "abstain": 6}, "not adopted")


def test_a_veto_of_another_day_does_not_touch_the_vote_reported() -> None:
    text = (
        "The Security Council voted on Monday on a ceasefire; the United States abstained and the remaining 14 members "
        "voted for it. On Friday, Russia and China vetoed an American draft; 11 members supported it."
    )
    now, before = told(text, "2024-03-25")
    assert now == ("2024-03-25", {"yes": 14}, None)
    assert before == ("2024-03-22", {"yes": 11}, "not adopted")


NO_VOTES = (
    "The Senate is split 50-50, so the vice president would cast the deciding vote on any resolution.",
    "The presidential statement, which needs consensus, was blocked by Russia in the Security Council.",
    "Since 1946 the Soviet Union and Russia have cast 120 vetoes in the Security Council, the United States 82.",
    "The judge said the vote of 5-4 in the Supreme Court would stand; the Senate had no say in the resolution.",
    "Parliament in Ankara voted 276 to 251 to approve the memorandum, before the Security Council met on a resolution.",
    "The House Rules Committee meets at 3 p.m.; lawmakers expect a 220-212 vote on the bill.",
)


@pytest.mark.parametrize("text", NO_VOTES)
def test_seats_habits_and_other_bodies_are_no_votes(text: str) -> None:
    assert read_text(text).votes == ()


def test_a_day_after_tells_of_an_earlier_vote() -> None:
    text = (
        "The government won a confidence vote in the Commons by 325 votes to 306 on Wednesday, a day after MPs "
        "rejected its deal by 432 votes to 202."
    )
    now, before = told(text, "2019-01-17")
    assert now == ("2019-01-16", {"yes": 325, "no": 306}, None)
    assert before == ("None", {"yes": 202, "no": 432}, "not adopted")


def test_a_rule_does_not_reach_across_a_semicolon() -> None:
    text = "MEPs approved it with 401 votes in favour, 284 against and 15 abstentions; 361 votes were needed."
    (vote,) = read_text(text).votes
    assert dict(vote.tally) == {"yes": 401, "no": 284, "abstain": 15}


def test_the_board_of_nobody_is_no_board_in_particular() -> None:
    (named,) = read_text("The IMF's executive board approved it, with 23 votes in favour.").votes
    (unnamed,) = read_text("The board adopted the resolution by 5 votes to 4.").votes
    assert (named.body, unnamed.body) == ("imf", None)


def test_the_council_of_eu_countries_is_theirs() -> None:
    (vote,) = read_text("The council adopted the directive, with 21 EU countries voting for and four against.").votes
    assert (vote.body, dict(vote.tally)) == ("eu-council", {"yes": 21, "no": 4})


def test_another_text_is_another_vote() -> None:
    text = "In the Security Council two amendments failed: one was vetoed by Russia, another got only six votes."
    first, second = read_text(text).votes
    assert (dict(first.tally), dict(second.tally)) == ({}, {"yes": 6})

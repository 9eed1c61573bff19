"""Votes of persons and of those who stand for members: who cast what, by surname, and what may not be read."""

from datetime import date

import pytest

from psephos.read.report import read_text

CAST = {
    "Three Republicans - Ann Hale of Maine, Liz Ward of Alaska and Rob Pell of Kentucky - joined all Democrats in the "
    "Senate in opposing the measure.": {"Hale": "no", "Ward": "no", "Pell": "no"},
    "Seven Republicans in the Senate crossed party lines: Bill Cass of Utah, Joe Burr III of Maine and Ann Van Dorn of "
    "Ohio voted guilty.": {"Cass": "yes", "Burr": "yes", "Van Dorn": "yes"},
    "Six Republicans - Sens. Ann Hale (Maine), Rob Pell (Ohio) and Bill Cass (La.) - voted with Democrats to move "
    "ahead, while Sens. Pat Moor (D-Wash.) and Kay Sims (D-Ariz.) did not vote.": {
        "Hale": "yes",
        "Pell": "yes",
        "Cass": "yes",
        "Moor": "not_voting",
        "Sims": "not_voting",
    },
    "In the Senate, Sen. Joe Marsh of Ohio crossed party lines and voted with Republicans against the measure.": {
        "Marsh": "no"
    },
    "Republican Reps. Ken Bock, Tom Clint and Mike Gall broke with their party to oppose it in the House.": {
        "Bock": "no",
        "Clint": "no",
        "Gall": "no",
    },
    "In the Commons, Conservative MPs Philip Holl and Peter Bent defied the whip to support the motion.": {
        "Holl": "yes",
        "Bent": "yes",
    },
    "Seven Labour MPs, including John Donnel and Zara Sultan, rebelled to vote for the amendment.": {
        "Donnel": "yes",
        "Sultan": "yes",
    },
    "Twenty MPs voted against the bill, including former prime ministers Max Jones and Kay Truss.": {
        "Jones": "no",
        "Truss": "no",
    },
    "Five Democrats in the Senate opposed it: Majority Leader Chuck Shum, who changed his vote for procedural reasons, "
    "and Sens. Bob Menen, Alex Padil, Ed Mark and Liz Warr.": {
        "Shum": "no",
        "Menen": "no",
        "Padil": "no",
        "Mark": "no",
        "Warr": "no",
    },
    "Four Democrats in the Senate voted no; Majority Leader Harry Rand switched his vote to no.": {"Rand": "no"},
    "Sen. Ted Crewe, R-Texas, was the only senator not to vote in the Senate.": {"Crewe": "not_voting"},
    "Representative Barbara Lind, Democrat of Ohio, was the sole member of the House to dissent.": {"Lind": "no"},
    "In the FOMC Esther Gorge, the president of the Kansas City Fed, was the lone dissenter.": {"Gorge": "no"},
    "In the European Parliament Sven Gigold, of the Greens, voted against Ursula von der Leyen.": {"Gigold": "no"},
    "Wes Strait and Justice Secretary Shaba Mahmud voted against the bill in the Commons.": {
        "Strait": "no",
        "Mahmud": "no",
    },
    "The EU Council adopted the law. German transport minister Volker Wiss voted for it, France's finance minister "
    "Bruno Lem abstained.": {"DEU": "yes", "FRA": "abstain"},
    "Germany and Hungary were among those that voted against in the EU Council, while France and Italy supported the "
    "duties.": {"DEU": "no", "HUN": "no", "FRA": "yes", "ITA": "yes"},
    "The IMF Executive Board approved the loan. India's executive director abstained from the vote.": {
        "IND": "abstain"
    },
}
"""Invented persons, and what they cast."""


@pytest.mark.parametrize(("text", "cast"), CAST.items(), ids=range(len(CAST)))
def test_who_cast_what_is_read(text: str, cast: dict[str, str]) -> None:
    votes = read_text(f"{text} The vote was 49-51.", published=date(2024, 5, 3)).votes
    assert {
        ballot.member: ballot.choice for vote in votes for ballot in vote.ballots if ballot.standing == "stated"
    } == cast


FIGURES = {
    "The Senate acquitted the president on Wednesday of abuse of power, 52-48.": (48, 52, "not adopted"),
    "The House voted 216-210 on Tuesday to remove the speaker.": (216, 210, "adopted"),
    "Vice President Ann Hale cast the tie-breaking vote to confirm Rob Pell after the Senate deadlocked 50-50.": (
        50,
        50,
        "adopted",
    ),
    "The House of Commons divided: Ayes 103, Noes 363. The amendment was rejected.": (103, 363, "not adopted"),
    "The House approved the aid by a vote of 311-112. More Republicans voted against it than for it: 101 of them were "
    "in favor and 112 against.": (311, 112, "adopted"),
    "Ann Hale was confirmed to the court by a vote of 53 to 47. Senators from both parties, Republicans and Democrats, "
    "backed her.": (53, 47, "adopted"),
    "Senate Republicans blocked the deal on Wednesday, with the procedural vote failing 49-50.": (
        49,
        50,
        "not adopted",
    ),
}


@pytest.mark.parametrize(("text", "figures"), FIGURES.items(), ids=range(len(FIGURES)))
def test_the_figures_are_read(text: str, figures: tuple[int, int, str]) -> None:
    (vote,) = read_text(text, published=date(2024, 5, 3)).votes
    tally = dict(vote.tally)
    assert (tally["yes"], tally["no"], vote.outcome) == figures


SILENT = (
    "So far 52 senators are in favor of the border bill and 45 against, according to a count by the newspaper.",
    "Joe Marsh threatened to break with his party to oppose the bill in the Senate.",
    "Rob Pell would have crossed party lines to support the bill in the Senate.",
    "In the Senate, Joe Marsh voted with Republicans.",
    "Joe Marsh may switch his vote to no in the Senate.",
    "In the Senate Joe Marsh did not switch to no.",
    "In the European Parliament Spanish EPP members voted against.",
    "Sen. Joe Marsh urged colleagues in the Senate to vote against the bill.",
    "Labour whips told Jess Phelps MP to abstain in the Commons.",
)


@pytest.mark.parametrize("text", SILENT)
def test_what_did_not_happen_is_no_ballot(text: str) -> None:
    votes = read_text(text, published=date(2024, 5, 3)).votes
    assert not [ballot for vote in votes for ballot in vote.ballots if ballot.standing == "stated"]
    assert not [figure for vote in votes for figure in vote.tally]


def test_the_figures_of_a_part_are_not_those_of_the_body() -> None:
    text = "Schools voted in the House. Nine Democrats voted for it and 40 against. Ann Hale was one of nine Democrats "
    votes = read_text(text + "who voted to move forward.", published=date(2024, 5, 3)).votes
    assert not [figure for vote in votes for figure in vote.tally]


def test_who_brings_an_amendment_does_not_oppose_it() -> None:
    text = "The Senate rejected an amendment by Ms. Hale, 22 to 78."
    (vote,) = read_text(text, published=date(2024, 5, 3)).votes
    assert not [ballot for ballot in vote.ballots if ballot.standing == "stated"]


@pytest.mark.parametrize(
    "stance",
    [
        "The White House backed the bill.",
        "President Hale vetoed the bill.",
        "Sen. Harry Rand cast the lone vote in support of the president.",
        "President Hale opposed the measure, and Speaker Mike Jonas supported it.",
        "The Chamber of Commerce supported the bill and Wall Street opposed it.",
    ],
)
def test_a_stance_from_outside_is_no_ballot(stance: str) -> None:
    votes = read_text(f"The Senate voted 51-49. {stance}", published=date(2024, 5, 3)).votes
    assert not [ballot for vote in votes for ballot in vote.ballots if ballot.standing == "stated"]


def test_a_surname_alone_may_open_a_sentence_once_it_is_known() -> None:
    text = (
        "The House voted 286-134. Reps. Mary Green (R-Ga.) and Ann Poll (D-Fla.) split: Green voted no. Poll voted yes."
    )
    (vote,) = read_text(text, published=date(2024, 5, 3)).votes
    assert {ballot.member: ballot.choice for ballot in vote.ballots} == {"Green": "no", "Poll": "yes"}


def test_who_missed_the_vote_missed_the_one_that_the_text_is_about() -> None:
    text = (
        "The Senate voted 63-36 on Thursday to suspend the limit. Before final passage senators defeated 11 "
        "amendments, among them one by Sen. Rob Pell, which failed 21-75. Sen. Bill Hager missed the vote."
    )
    first, second = read_text(text, published=date(2024, 5, 3)).votes
    assert ([ballot.member for ballot in first.ballots], second.ballots) == (["Hager"], ())


def test_a_title_makes_no_senate_of_a_state() -> None:
    text = "The Ohio Senate voted 19-12 on Tuesday to pass the bill. Sen. Ken Sell voted no."
    assert all(vote.stated.body != "us-senate" for vote in read_text(text, published=date(2024, 5, 3)).votes)


PERSONS = {
    "The dozen senators who voted no in the Senate were all Republicans, among them Tom Cott and John Kenn.": {
        "Cott": "no",
        "Kenn": "no",
    },
    "Six Republicans in the Senate crossed over to vote yes, including Sens. Max Roam and Rob Porter.": {
        "Roam": "yes",
        "Porter": "yes",
    },
    "Theresa May voted in favour in the Commons; Rita Sund stayed away.": {"May": "yes", "Sund": "not_voting"},
    "Rep. Lauren Bober, a Colorado Republican who had railed against the deal, voted no in the House.": {"Bober": "no"},
    "Two Democrats in the Senate - Sens. Jeff Merk of Oregon and Pete Welsh of Vermont - as well as Sen. Ben Sand, an "
    "independent from Vermont, voted against it.": {"Merk": "no", "Welsh": "no", "Sand": "no"},
    "In the FOMC Chicago Fed President Austan Gool and Kansas City Fed President Jeff Schmid dissented.": {
        "Gool": "no",
        "Schmid": "no",
    },
    "In the Senate Sen. Joe Marsh joined most Republicans in opposition.": {"Marsh": "no"},
    "Eight Labour frontbenchers, among them Jess Phelps and Naz Shaw, defied Sir Keir Stein to back it.": {
        "Phelps": "yes",
        "Shaw": "yes",
    },
    "Nineteen Republicans in the House joined Democrats to block it, among them Reps. Matt Gatz and Ann Lunn.": {
        "Gatz": "no",
        "Lunn": "no",
    },
    "In the House all 34 no votes came from Republicans, among them Reps. Chip Royce and Tom Massey.": {
        "Royce": "no",
        "Massey": "no",
    },
    "At the IMF board, the chair representing Russia and the director for China abstained.": {
        "RUS": "abstain",
        "CHN": "abstain",
    },
    "At the IMF board several directors abstained, including those of Austria and Switzerland.": {
        "AUT": "abstain",
        "CHE": "abstain",
    },
}


@pytest.mark.parametrize(("text", "cast"), PERSONS.items(), ids=range(len(PERSONS)))
def test_who_somebody_is_does_not_hide_the_vote(text: str, cast: dict[str, str]) -> None:
    votes = read_text(f"{text} The vote was 49-51.", published=date(2024, 5, 3)).votes
    choices = {"not_participating": "not_voting", "absent": "not_voting"}
    assert {
        ballot.member: choices.get(str(ballot.choice), ballot.choice)
        for vote in votes
        for ballot in vote.ballots
        if ballot.standing == "stated"
    } == cast


PARTS = (
    "House Republicans voted Friday in a closed-door meeting, 134-46, to elect her.",
    "No Conservative voted against the bill in the Commons, but 37, among them Rob Jenner, abstained.",
)


@pytest.mark.parametrize("text", PARTS)
def test_a_party_s_own_figures_are_not_those_of_the_body(text: str) -> None:
    assert not [vote.tally for vote in read_text(text, published=date(2024, 5, 3)).votes if vote.tally]

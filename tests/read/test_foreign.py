# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""French and Spanish reports: how the press and the United Nations tell of votes there, and what tells of none."""

from datetime import date
from unicodedata import normalize

import pytest

from psephos.read.atoms.mentions import items, lexicon
from psephos.read.atoms.numerals import sum_of
from psephos.read.record import reading_record
from psephos.read.report import read_text
from psephos.read.standings import ReadVote
from psephos.show.reading_text import reading_text
from tests.read import foreign_french, foreign_spanish

CHOICES = {"Y": "yes", "N": "no", "A": "abstain"}


def the_vote(text: str, day: str, language: str) -> ReadVote:
    reading = read_text(text, published=date.fromisoformat(day))
    assert reading.language == language
    (vote,) = [vote for vote in reading.votes if not vote.stated.past]
    return vote


def stated(vote: ReadVote) -> dict[str, str]:
    return {ballot.member: ballot.choice or "" for ballot in vote.ballots if ballot.standing == "stated"}


def told(ballots: str) -> dict[str, str]:
    pairs = [part.split(":") for part in ballots.split(";") if part]
    return {member: CHOICES[choice.strip()] for choice, members in pairs for member in members.split()}


REPORTS = (*foreign_french.REPORTS, *foreign_spanish.REPORTS)


@pytest.mark.parametrize(("language", "day", "text", "adopted", "tally", "ballots"), REPORTS)
def test_a_report_is_read(
    language: str, day: str, text: str, adopted: str | None, tally: dict[str, int], ballots: str
) -> None:
    vote = the_vote(text, day, language)
    assert {choice: number for choice, number in vote.tally.items() if choice in tally} == tally
    assert stated(vote) == told(ballots)
    assert vote.outcome == adopted or adopted is None


SILENT = (*foreign_french.SILENT, *foreign_spanish.SILENT)


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_what_is_feared_denied_or_of_another_time_is_no_vote(language: str, text: str) -> None:
    reading = read_text(text, published=date(2024, 2, 19), language=language)
    assert not [vote for vote in reading.votes if not vote.stated.past and (vote.tally or stated(vote))]


ADJECTIVES = (
    ("fr", "le projet russe", "RUS"),
    ("fr", "l’ambassadrice américaine", "USA"),
    ("fr", "le veto américain", "USA"),
    ("fr", "la diplomatie sud-coréenne", "KOR"),
    ("es", "el representante ruso", "RUS"),
    ("es", "la delegación china", "CHN"),
    ("es", "el texto estadounidense", "USA"),
)


@pytest.mark.parametrize(("language", "text", "code"), ADJECTIVES)
def test_an_adjective_needs_no_capital(language: str, text: str, code: str) -> None:
    found = items(text, 0, len(text), lexicon(language), published=None, on=date(2024, 1, 1))
    assert [item.member.codes for item in found if item.key == "<d>" and item.member] == [(code,)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Au Conseil de sécurité, le président américain a voté contre, et un journal russe a voté pour."),
        ("fr", "Le texte russe a voté contre au Conseil de sécurité."),
        ("es", "En el Consejo de Seguridad los rusos votaron en contra y el pueblo chino se abstuvo."),
        ("es", "La prensa española y la opinión francesa se opusieron en el Consejo de Seguridad."),
    ],
)
def test_an_adjective_is_no_voter_by_itself(language: str, text: str) -> None:
    reading = read_text(text, published=date(2024, 2, 19), language=language)
    assert not [ballot for vote in reading.votes for ballot in vote.ballots if ballot.standing == "stated"]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("fr", "Le représentant russe a voté contre au Conseil de sécurité.", "RUS"),
        ("fr", "La délégation chinoise a voté contre au Conseil de sécurité.", "CHN"),
        (
            "fr",
            "Au Conseil de sécurité, l’ambassadrice américaine, Linda Thomas-Greenfield, a opposé son veto au texte.",
            "USA",
        ),
        ("es", "La embajadora británica votó en contra en el Consejo de Seguridad.", "GBR"),
        ("es", "El representante permanente ruso vetó el texto en el Consejo de Seguridad.", "RUS"),
    ],
)
def test_who_speaks_for_a_member_votes_for_it(language: str, text: str, code: str) -> None:
    assert stated(the_vote(text, "2024-02-19", language)) == {code: "no"}


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("fr", "cent quarante ~ et un", 140),
        ("fr", "cent quarante et un", 141),
        ("fr", "quatre ~ vingt ~ treize", 93),
        ("fr", "soixante ~ dix ~ huit", 78),
        ("fr", "deux cents", 200),
        ("fr", "dix ~ sept", 17),
        ("fr", "treize et deux", 13),
        ("es", "ciento cuarenta y uno", 141),
        ("es", "veintiseis", 26),
        ("es", "trece y dos", 13),
        ("es", "doce trece", 12),
    ],
)
def test_numbers_in_words_are_summed(language: str, words: str, number: int) -> None:
    found = sum_of(words.split(), language)
    assert found is not None
    assert found[0] == number


RUSSIA = "Fédération de Russie"
ACCENTED = "Réuni à l’été, le Conseil de sécurité a adopté la résolution 2803 (2025) par 13 voix pour, zéro contre et "
ACCENTED += "2 abstentions (Fédération de Russie, Chine)."
DECOMPOSED = normalize("NFD", ACCENTED)


@pytest.mark.parametrize("text", [ACCENTED, DECOMPOSED, f"🗳️ {ACCENTED}"], ids=["composed", "decomposed", "astral"])
def test_places_are_code_points_of_the_accented_text(text: str) -> None:
    (vote,) = reading_record(read_text(text, published=date(2025, 11, 17)))["votes"]
    shown = {ballot["member"]: [text[first:last] for first, last in ballot["spans"]] for ballot in vote["ballots"]}
    russia = next(name for name in (RUSSIA, normalize("NFD", RUSSIA)) if name in text)
    assert {code: shown[code] for code in ("CHN", "RUS")} == {"CHN": ["Chine"], "RUS": [russia]}
    tally = {choice: text[slice(*place)] for choice, place in vote["spans"]["tally"].items()}
    assert tally["yes"].startswith("13 voix")
    assert tally["no"] in {"zéro", normalize("NFD", "zéro")}
    assert text[slice(*vote["spans"]["outcome"])].startswith("Conseil de s")


def test_the_text_output_quotes_accented_evidence() -> None:
    shown = reading_text(read_text(ACCENTED, published=date(2025, 11, 17)))
    assert "“13 voix”" in shown
    assert "“zéro”" in shown


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Lors du vote, la délégation russe a rejeté ces accusations. La Chine n’a pas approuvé ces propos."),
        ("es", "En la votación, la delegación rusa rechazó esas acusaciones. China no aprobó esas palabras."),
    ],
)
def test_what_a_member_rejects_is_no_outcome(language: str, text: str) -> None:
    assert not read_text(text, published=date(2024, 2, 19), language=language).votes


@pytest.mark.parametrize(
    ("language", "text", "ballots"),
    [
        (
            "en",
            "At the Security Council it fell to vetoes by Moscow and Beijing, and Equatorial Guinea abstained.",
            "N: RUS CHN;A: GNQ",
        ),
        (
            "es",
            "En el Consejo de Seguridad cayó por los vetos de Moscú y Pekín, y Guinea Ecuatorial se abstuvo.",
            "N: RUS CHN;A: GNQ",
        ),
        (
            "fr",
            (
                "À l’exception de la Russie, qui a voté contre, et de deux abstentionnistes (Chine, Inde), tous "
                "les membres du Conseil de sécurité ont approuvé le texte."
            ),
            "N: RUS;A: CHN IND",
        ),
    ],
)
def test_a_list_ends_where_another_subject_begins(language: str, text: str, ballots: str) -> None:
    assert stated(the_vote(text, "2022-09-30" if language == "fr" else "2019-09-19", language)) == told(ballots)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Conseil de sécurité de l’ONU a adopté lundi la résolution par 14 voix pour."),
        ("fr", "Le Conseil de sécurité des Nations unies a ensuite adopté le texte lundi par 14 voix."),
        ("es", "El Consejo de Seguridad de la ONU aprobó este lunes la resolución con 14 votos a favor."),
    ],
)
def test_whose_council_it_is_stands_after_its_name(language: str, text: str) -> None:
    vote = the_vote(text, "2024-03-26", language)
    assert (vote.stated.body, vote.outcome) == ("unsc", "adopted")

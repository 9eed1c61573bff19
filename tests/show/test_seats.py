from datetime import date
from itertools import combinations
from math import dist
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psephos.body.book import Rulebook
from psephos.body.reading import read_rulebook
from psephos.body.rulebook import rulebook, shipped
from psephos.calls.rollcall import RollCall, Tally
from psephos.decide.verdict import Verdict, decide
from psephos.show import plans
from psephos.show.glyphs import palette
from psephos.show.painting import Kind
from psephos.show.seats import kinds_for, pips, seat_svg
from psephos.show.sharing import ballots_csv, card_svg, picture_svg
from psephos.show.web.desk import latest_day

SVG = "{http://www.w3.org/2000/svg}"


def vote(body: str, day: date | None = None, **ballots: str) -> Verdict:
    book = rulebook(body)
    call = RollCall(body, day or latest_day(book), ballots=dict(ballots), others="yes")
    return decide(book, call)


def drawn(verdict: Verdict, kind: Kind | None = None) -> ET.Element:
    return ET.fromstring(seat_svg(verdict, kind=kind))  # noqa: S314 -- our own drawing


def marks(svg: ET.Element) -> list[ET.Element]:
    legend = {id(inner) for group in svg.findall(f"{SVG}g[@class='legend']") for inner in group.iter()}
    found = [one for one in svg.iter() if one.get("class", "").split(" ")[0] in ("m", "t")]
    return [one for one in found if id(one) not in legend]


@pytest.mark.parametrize("body", shipped())
def test_every_body_can_be_drawn_as_every_chart_that_suits_it(body: str) -> None:
    verdict = vote(body)
    for kind in kinds_for(verdict.roster):
        svg = drawn(verdict, kind)
        assert len(marks(svg)) == len(pips(verdict)), kind
        title, described = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
        assert title is not None
        assert described is not None
        assert svg.get("role") == "img"
        assert str(described.text) in str(svg.get("aria-label"))


@pytest.mark.parametrize(
    ("plan", "number"),
    [(plans.horseshoe, 11), (plans.horseshoe, 15), (plans.table, 5), (plans.table, 27), (plans.table, 40)]
    + [(plans.hemicycle, number) for number in (15, 27, 100, 193, 435, 720, 1200)],
)
def test_no_two_seats_overlap_and_none_leaves_the_picture(plan: object, number: int) -> None:
    laid: plans.Plan = plan(number)  # type: ignore[operator]
    for first, second in combinations(laid.places, 2):
        apart = dist((first.x, first.y), (second.x, second.y))
        assert apart >= 0.99 * (first.radius + second.radius), (first, second)
    for place in laid.places:
        assert place.radius <= place.x <= laid.width - place.radius
        assert place.radius - 0.6 <= place.y <= laid.height - place.radius + 0.6


@given(st.integers(1, 1500))
def test_a_half_circle_seats_everybody(number: int) -> None:
    assert len(plans.hemicycle(number).places) == number


@given(st.integers(0, 700), st.integers(0, 700), st.integers(0, 100))
def test_facing_rows_seat_everybody_apart(left: int, right: int, between: int) -> None:
    places = plans.rows(left, right, between).places
    assert len({(place.x, place.y) for place in places}) == len(places) == left + right + between


@given(st.lists(st.floats(0.01, 1e7), min_size=1, max_size=200))
def test_tiles_fill_the_grid_by_weight(weights: list[float]) -> None:
    laid = plans.grid(weights)
    area = sum(place.width * place.height for place in laid.places)
    assert area == pytest.approx(laid.width * laid.height, rel=1e-6)
    heaviest = max(range(len(weights)), key=lambda place: weights[place])
    assert max(p.width * p.height for p in laid.places) == pytest.approx(
        laid.places[heaviest].width * laid.places[heaviest].height
    )


def test_each_ballot_has_a_shape_and_a_word_of_its_own() -> None:
    verdict = vote("unsc", date(2023, 10, 25), CHN="no", BRA="abstain", MOZ="absent", GAB="not_participating")
    shapes = {(one.tag, one.get("class")) for one in marks(drawn(verdict))}
    assert {cls for _, cls in shapes} == {"m yes", "m no", "m abstain", "m absent", "m not_participating"}
    words = {one.text for one in drawn(verdict).iter(f"{SVG}text")}
    assert {"yes", "no", "abst.", "absent", "n. p."} <= words
    looks = palette().looks
    assert len({looks[choice].shape for choice in ("yes", "no", "abstain", "absent", "open")}) == 5


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lettering_can_be_read(theme: str) -> None:
    colours = palette(theme)  # type: ignore[arg-type]
    for look in colours.looks.values():
        assert contrast(look.ink, look.fill) >= 4.5, look
    assert contrast(colours.ink, colours.ground) >= 7
    assert contrast(colours.quiet, colours.ground) >= 4.5
    assert contrast(colours.ink, colours.furniture) >= 7


def test_those_who_can_veto_are_marked() -> None:
    verdict = vote("unsc", date(2023, 10, 25))
    assert sum(pip.marked for pip in pips(verdict)) == 5
    assert not any(pip.marked for pip in pips(vote("unga", date(2022, 3, 2))))


def test_a_bare_tally_is_drawn_without_names() -> None:
    book = rulebook("unga")
    call = RollCall("unga", date(2022, 3, 2), tally=Tally.of(yes=141, no=5, abstain=35))
    svg = seat_svg(decide(book, call))
    assert "AFG" not in svg
    assert svg.count('class="m yes"') == 142  # one of them in the legend


def test_large_benches_are_drawn_to_scale() -> None:
    verdict = vote("cosmos-hub")
    assert len(pips(verdict)) <= 1_200
    assert "each mark stands for" in seat_svg(verdict)


BOARD = """
id = "board"
name = "Board <script>alert(1)</script>"
as_of = 2024-01-01
from = 2024-01-01
motion = "motion"

[[seats]]
id = "a"
name = '<img src=x onerror="alert(1)">'
source = "x"

[[seats]]
id = "b"
name = "=HYPERLINK(1)"
source = "x"

[[rule]]
decision = "ordinary"
from = 2024-01-01
passes = "most"
[rule.clauses.most]
requires = "yes > no"
role = "majority"
source = "x"

[[example]]
on = 2024-01-01
others = "yes"
label = "adopted"
synthetic = true
why = "2 > 0"
"""


def hostile() -> Rulebook:
    return read_rulebook(BOARD.encode(), "board.toml", None)


def test_names_from_strangers_stay_text() -> None:
    verdict = decide(hostile(), RollCall("board", date(2024, 1, 1), others="yes"))
    for svg in (seat_svg(verdict, interactive=True), picture_svg(verdict), card_svg(verdict)):
        assert "<script" not in svg
        assert "<img" not in svg
        ET.fromstring(svg)  # noqa: S314 -- our own drawing
    assert "\n" not in ballots_csv(verdict).splitlines()[1]
    assert "'=HYPERLINK(1)" in ballots_csv(verdict)


def test_an_interactive_chart_is_made_of_buttons() -> None:
    svg = ET.fromstring(seat_svg(vote("unsc", date(2023, 10, 25)), interactive=True))  # noqa: S314 -- our own drawing
    seats = [one for one in svg.iter() if one.get("role") == "button"]
    assert len(seats) == 15
    assert all(seat.get("aria-label") and seat.get("data-member") for seat in seats)
    assert svg.get("role") == "group"


@pytest.mark.parametrize("kind", ["horseshoe", None])
def test_pictures_to_take_away_hold_the_verdict(kind: Kind | None) -> None:
    verdict = vote("unsc", date(2023, 10, 25), CHN="no")
    assert "vetoed by China." in picture_svg(verdict, kind)
    card = ET.fromstring(card_svg(verdict, kind))  # noqa: S314 -- our own drawing
    assert (card.get("width"), card.get("height")) == ("1200", "630")

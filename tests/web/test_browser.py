"""Real flows in a real browser: pointer, keyboard alone, a phone, the dark, and an accessibility check of views."""

import re
from typing import Any

import pytest

from tests.web.conftest import AXE

VOTE = "/?body=unsc&on=2023-10-25&no=CHN,RUS,ARE&abstain=BRA,MOZ&others=yes"
VIEWS = (
    VOTE,
    "/?body=unsc&on=2023-10-25&yes=FRA,GBR,USA,CHN&others=open",
    "/?body=eu-council&on=2025-05-05&no=HUN&abstain=DEU&others=yes",
    "/?body=unga&on=2022-03-02&others=yes",
    "/?body=imf&on=2022-06-06&no=USA&others=yes",
    "/?body=european-parliament&on=2025-02-02&tally=yes=361,no=300,abstain=40",
    "/?body=us-federal-law",
    "/?body=unsc&on=1930-01-01",
    "/own",
    "/report",
    "/powers?body=unsc&on=2024-01-01&body2=unsc&on2=1960-01-01",
)
REPORT = (
    "The Security Council on 25 October 2023 did not adopt a draft resolution: 10 in favour, 3 against (China, Russia, "
    "United Arab Emirates), with Brazil and Mozambique abstaining."
)


def says(page: Any, words: str) -> None:
    page.locator("#verdict-title", has_text=words).wait_for()


def test_three_clicks_to_a_veto(page: Any, address: str) -> None:
    page.goto(f"{address}/?body=unsc&on=2023-10-25")
    says(page, "Adopted.")
    page.locator("#seat-CHN").click()
    says(page, "vetoed by China.")
    page.locator("#seat-RUS").click()
    says(page, "vetoed by China and the Russian Federation.")
    page.locator("#seat-CHN").click()
    says(page, "vetoed by the Russian Federation.")
    assert "no=RUS" in page.url
    assert "abstain=CHN" in page.url
    page.reload()
    says(page, "vetoed by the Russian Federation.")


def test_clicks_faster_than_answers_are_not_lost(page: Any, address: str) -> None:
    page.goto(f"{address}/?body=unsc&on=2023-10-25")
    for member in ("CHN", "FRA", "RUS", "GBR", "USA"):
        page.locator(f"#seat-{member}").dispatch_event("click")
    says(page, "vetoed by China, France, the Russian Federation, the United Kingdom and the United States.")


def test_the_way_back_shows_the_vote_before(page: Any, address: str) -> None:
    page.goto(f"{address}/?body=unsc&on=2023-10-25")
    page.locator("#seat-USA").click()
    says(page, "vetoed by the United States.")
    page.go_back()
    says(page, "Adopted.")


def test_keyboard_alone(page: Any, address: str) -> None:
    page.goto(f"{address}/?body=unsc&on=2023-10-25")
    for _ in range(30):
        page.keyboard.press("Tab")
        if "seat" in (page.evaluate("() => document.activeElement.getAttribute('class')") or ""):
            break
    assert page.evaluate("() => document.activeElement.id") == "seat-ALB"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("() => document.activeElement.id") == "seat-CHN"
    page.keyboard.press("n")
    says(page, "vetoed by China.")
    assert page.evaluate("() => document.activeElement.id") == "seat-CHN"
    page.keyboard.press("Enter")
    says(page, "Adopted.")
    page.keyboard.press("End")
    page.keyboard.press("o")
    page.wait_for_url(re.compile("others=open"))
    assert page.evaluate("() => document.activeElement.id") == "seat-USA"
    page.keyboard.press("Home")
    page.keyboard.press(" ")
    page.wait_for_url(re.compile("no=ALB"))
    assert "China" not in page.locator("#said").inner_text()


def test_the_list_is_another_way_to_vote(page: Any, address: str) -> None:
    page.goto(f"{address}/?body=unsc&on=2023-10-25")
    page.locator("#turn-FRA").click()
    says(page, "vetoed by France.")
    page.get_by_role("button", name="Ballot").click()
    assert "France" in page.locator("#members tbody tr").first.inner_text()


def test_body_day_and_decision_can_be_changed(page: Any, address: str) -> None:
    page.goto(f"{address}/?body=unsc&on=2023-10-25")
    page.locator("#seat-CHN").click()
    says(page, "vetoed by China.")
    page.select_option("#decision", "procedural")
    says(page, "Adopted.")
    page.select_option("#body", "eu-council")
    page.locator("#seat-AUT").wait_for()
    page.locator("#on").fill("2016-06-01")
    page.locator("#seat-GBR").wait_for()
    page.select_option("#variant", "nice")
    page.wait_for_url(re.compile("variant=nice"))
    page.select_option("#view", "grid")
    page.locator("svg.grid").wait_for()


def test_numbers_of_a_bench(page: Any, address: str) -> None:
    page.goto(f"{address}/?body=us-senate&on=2017-02-07")
    page.locator("#n-senators-no").fill("50")
    page.locator("#n-senators-no").press("Tab")
    page.wait_for_url(re.compile("yes:50/no:50"))
    page.locator("#seat-vice_president").click()
    page.wait_for_url(re.compile("vice_president"))
    says(page, "Adopted.")


def test_chances_can_be_set(page: Any, address: str) -> None:
    page.goto(f"{address}/?body=unsc&on=2023-10-25&yes=FRA,GBR,USA,CHN&others=open")
    page.locator(".turning", has_text="equally likely").wait_for()
    page.locator("#chances").fill("others=0.9, RUS=1")
    page.locator("#chances").press("Tab")
    page.locator(".turning", has_text="under the chances given").wait_for()


def test_a_report_goes_to_the_table(page: Any, address: str) -> None:
    page.goto(f"{address}/report")
    page.locator("#text").fill(REPORT)
    page.get_by_role("button", name="Read it").click()
    page.locator("mark.stated", has_text="China").wait_for()
    page.get_by_role("link", name="Take it to the table").click()
    says(page, "vetoed by China and the Russian Federation.")


def test_a_rulebook_of_ones_own_goes_to_the_table(page: Any, address: str) -> None:
    page.goto(f"{address}/own")
    text = page.locator("#text").input_value()
    page.locator("#text").fill(text.replace("yes > no", "yes >> no"))
    page.get_by_role("button", name="Check it").click()
    page.locator(".faults td").first.wait_for()
    page.locator("#text").fill(text)
    page.get_by_role("button", name="Check it").click()
    page.get_by_role("link", name="Take it to the table").click()
    says(page, "Adopted.")
    page.locator("#seat-amber").click()
    page.wait_for_url(re.compile("no=amber"))


def test_power_of_two_rules(page: Any, address: str) -> None:
    page.goto(f"{address}/powers")
    page.select_option("#body2", "unsc")
    page.locator("#on2").fill("1960-01-01")
    page.get_by_role("button", name="Measure").click()
    page.get_by_role("columnheader", name="change").first.wait_for()


def test_what_is_copied_is_what_the_api_says(browser: Any, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}{VOTE}")
    page.get_by_role("button", name="Copy as text").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("() => navigator.clipboard.readText()").startswith("Not adopted: vetoed by China and")
    context.close()


def test_it_works_without_scripts(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/?body=unsc&on=2023-10-25")
    page.locator("#turn-CHN").click()
    says(page, "vetoed by China.")
    assert "no=CHN" in page.url
    context.close()


@pytest.mark.parametrize("width", [360, 768])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_wider_than_the_screen(browser: Any, address: str, view: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 780})
    page = context.new_page()
    page.goto(f"{address}{view}")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    context.close()


def test_seats_can_be_tapped_on_a_phone(browser: Any, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{address}/?body=unsc&on=2023-10-25")
    box = page.locator("#seat-CHN .m").bounding_box()
    assert min(box["width"], box["height"]) >= 24
    page.locator("#seat-CHN").tap()
    says(page, "vetoed by China.")
    context.close()


@pytest.mark.parametrize(
    ("view", "theme"), [*((view, "light") for view in VIEWS), *((view, "dark") for view in VIEWS[:2] + VIEWS[-3:])]
)
def test_everybody_can_use_it(browser: Any, address: str, view: str, theme: str) -> None:
    """The axe rules, all of them, on every view and in both themes; contrast included."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=theme, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}{view}")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
    told = [(one["id"], one["help"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]
    context.close()
    assert told == []

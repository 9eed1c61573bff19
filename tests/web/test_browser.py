"""Real flows in a real browser: pointer, keyboard alone, a phone, the dark, and an accessibility check of views."""

import re
from collections.abc import Iterator
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
    "/?body=nowhere",
    "/own",
    "/report?example=1",
    "/powers?body=unsc&on=2024-01-01&body2=unsc&on2=1960-01-01&index=banzhaf&index=roll_call",
    "/api",
    "/nothing",
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
    page.locator("#chance").fill("90")
    page.locator("#chance").press("Tab")
    page.locator(".turning", has_text="under the chances given").wait_for()
    page.locator("#c-RUS").fill("100")
    page.locator("#c-RUS").press("Tab")
    page.wait_for_url(re.compile("chances=others=0.9,RUS=1"))
    page.locator("#turn-RUS").click()
    page.wait_for_url(re.compile("chances=others=0.9$"))


def test_who_takes_part_is_ticked(page: Any, address: str) -> None:
    page.goto(f"{address}/?body=eu-council&on=2025-05-05&no=DNK")
    page.get_by_text("Who takes part").click()
    page.locator("#part-DNK").uncheck()
    page.locator(".note-line", has_text="DNK does not take part").wait_for()
    page.locator(".tally", has_text="of 26").wait_for()
    page.select_option("#participants", "euro_area")
    page.locator(".tally", has_text="of 20").wait_for()
    assert "opt_out" not in page.url


def test_the_presets_lead_to_the_latest_real_vote(page: Any, address: str) -> None:
    page.goto(f"{address}/?body=unsc&on=1990-01-05&no=CHN")
    page.get_by_role("link", name="All in favour").click()
    says(page, "Adopted.")
    page.get_by_role("link", name="Last real vote").click()
    page.locator("#chamber-title", has_text="20").wait_for()


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
    page.locator(".faults [data-line]").first.click()
    chosen = page.evaluate("() => window.getSelection().toString()")
    assert chosen.startswith('requires = "yes >> no"')
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
    page.get_by_role("button", name="Text", exact=True).click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("() => navigator.clipboard.readText()").startswith("Not adopted: vetoed by China and")
    context.close()


def test_a_picture_is_copied_as_a_picture(browser: Any, address: str) -> None:
    pytest.importorskip("vl_convert", reason="PNG needs the extra charts")
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}{VOTE}")
    page.get_by_role("button", name="PNG", exact=True).click()
    page.get_by_role("button", name="Copied").wait_for()
    kinds = page.evaluate("async () => (await navigator.clipboard.read()).flatMap((one) => one.types)")
    assert "image/png" in kinds
    context.close()


def test_what_was_sorted_scrolled_and_opened_stays_so(page: Any, address: str) -> None:
    page.goto(f"{address}/?body=eu-council&on=2025-05-05")
    page.get_by_text("More real votes").click()
    page.get_by_role("button", name="population").click()
    page.evaluate("() => { document.querySelector('#stage .tall').scrollTop = 300; }")
    page.locator("#turn-DEU").click()
    page.wait_for_url(re.compile("no=DEU"))
    page.locator("#turn-DEU", has_text="no").wait_for()
    assert "Malta" in page.locator("#members tbody tr").first.inner_text()
    assert page.evaluate("() => document.querySelector('#stage .tall').scrollTop") > 200
    assert page.evaluate("() => document.querySelector('details.real').open")


def test_a_report_can_be_dropped(page: Any, address: str) -> None:
    page.goto(f"{address}/report")
    drop = """([name, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text], name));
        document.getElementById("text").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true}));
    }"""
    page.evaluate(drop, ["report.txt", REPORT])
    page.wait_for_function("() => document.getElementById('text').value.startsWith('The Security Council')")
    page.evaluate(drop, ["report.pdf", "%PDF-1.7"])
    page.wait_for_function("() => document.getElementById('text').placeholder.startsWith('This is a PDF')")


def test_it_works_without_scripts(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/?body=unsc&on=2023-10-25")
    page.locator("#turn-CHN").click()
    says(page, "vetoed by China.")
    assert "no=CHN" in page.url
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


@pytest.fixture(scope="module")
def viewer(browser: Any) -> Iterator[Any]:
    """One page for all looks at views; the accessibility rules are at hand in it."""
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("view", VIEWS)
def test_everybody_can_use_every_view(viewer: Any, address: str, view: str) -> None:
    """Nothing wider than a phone or a tablet; all rules of axe in the light, those of contrast in the dark too."""
    viewer.set_viewport_size({"width": 1280, "height": 900})
    viewer.emulate_media(color_scheme="light")
    viewer.goto(f"{address}{view}")
    assert faults(viewer, "{resultTypes: ['violations']}") == []
    viewer.emulate_media(color_scheme="dark")
    assert faults(viewer, "{runOnly: ['color-contrast'], resultTypes: ['violations']}") == []
    for width in (768, 360):
        viewer.set_viewport_size({"width": width, "height": 780})
        assert viewer.evaluate("() => document.documentElement.scrollWidth") <= width


def faults(viewer: Any, how: str) -> list[Any]:
    """What the accessibility rules find, with the elements."""
    found = viewer.evaluate(f"() => axe.run(document, {how})")["violations"]
    return [(one["id"], one["help"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]


def test_names_around_a_table_do_not_touch(viewer: Any, address: str) -> None:
    viewer.set_viewport_size({"width": 1280, "height": 900})
    for query in ("body=unsc&on=2023-10-25", "body=eu-council&on=2025-05-05", "body=template-board"):
        viewer.goto(f"{address}/?{query}")
        touching = viewer.evaluate(
            """() => {
            const all = (what) => [...document.querySelectorAll(`#stage .seats ${what}`)]
                .map((one) => [one.textContent, one.getBoundingClientRect()]);
            const names = all(".name"), marks = all(".seat .m");
            const between = (low, value, high) => Math.max(low, Math.min(value, high));
            const over = ([, r], [, m]) => {
                const x = (m.left + m.right) / 2, y = (m.top + m.bottom) / 2;
                return Math.hypot(x - between(r.left, x, r.right), y - between(r.top, y, r.bottom)) < m.width / 2 - 1;
            };
            const meet = ([, r], [, s]) => r.left < s.right && s.left < r.right && r.top < s.bottom - 4
                && s.top < r.bottom - 4;
            return [
                ...names.flatMap((a, i) => names.slice(i + 1).filter((b) => meet(a, b)).map((b) => [a[0], b[0]])),
                ...names.filter((a) => marks.some((b) => over(a, b))).map((a) => a[0]),
            ];
            }"""
        )
        assert touching == [], query

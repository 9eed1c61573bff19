import gzip
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from psephos.body.rulebook import shipped

HTMX = {"hx-request": "true"}


def state(client: TestClient, query: str) -> dict[str, list[str]]:
    """The address that a click leads to, as parameters."""
    answer = client.get(f"/?{query}", headers=HTMX)
    assert answer.status_code == 200, answer.text
    return parse_qs(urlsplit(answer.headers["hx-push-url"]).query)


def test_the_first_page_is_light(client: TestClient) -> None:
    page = client.get("/")
    total = len(page.content)
    for address in set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text)):
        total += len(client.get(unescape(address)).content)
    assert total < 150_000
    assert len(gzip.compress(page.content)) < 12_000


@pytest.mark.parametrize("body", shipped())
def test_every_body_has_its_page(client: TestClient, body: str) -> None:
    page = client.get(f"/?body={body}")
    assert page.status_code == 200
    assert 'class="headline"' in page.text


def test_everybody_votes_yes_at_the_start(client: TestClient) -> None:
    assert "15 in favour, 0 against" in client.get("/?body=unsc&on=2023-10-25").text


def test_a_click_goes_through_the_choices_and_back(client: TestClient) -> None:
    query, seen = "body=unsc&on=2023-10-25&others=yes", []
    for _ in range(6):
        found = state(client, f"{query}&turn=CHN")
        query = "&".join(f"{name}={value[0]}" for name, value in found.items())
        seen.append(next((choice for choice in found if "CHN" in found[choice]), "open"))
    assert seen == ["no", "abstain", "absent", "not_participating", "open", "open"]
    assert parse_qs(query)["others"] == ["yes"]
    assert "no" not in parse_qs(query)


def test_a_key_sets_a_choice_and_several_clicks_arrive_together(client: TestClient) -> None:
    found = state(client, "body=unsc&on=2023-10-25&others=yes&turn=CHN:no,RUS:abstain,USA,USA")
    assert (found["no"], sorted(found["abstain"][0].split(","))) == (["CHN"], ["RUS", "USA"])


def test_without_scripts_a_click_is_an_address(client: TestClient) -> None:
    answer = client.get("/?body=unsc&on=2023-10-25&others=yes&turn=CHN", follow_redirects=False)
    assert answer.status_code == 303
    assert "no=CHN" in answer.headers["location"]


def test_the_numbers_of_a_bench_give_way_to_what_is_typed(client: TestClient) -> None:
    query = "body=us-senate&on=2017-02-07&ballot=senators=yes:100&others=open&was=us-senate@2017-02-07"
    found = state(client, f"{query}&n:senators:yes=100&n:senators:no=40&n:senators:absent=0")
    assert found["ballot"] == ["senators=yes:60/no:40"]


def test_another_body_starts_anew_on_a_day_that_it_covers(client: TestClient) -> None:
    found = state(client, "body=eu-council&on=2023-10-25&no=CHN&others=yes&was=unsc@2023-10-25&decision=substantive")
    assert found["body"] == ["eu-council"]
    assert "no" not in found
    assert found["decision"] == ["qualified-majority"]


def test_on_another_day_those_who_do_not_sit_are_left_out_and_said(client: TestClient) -> None:
    answer = client.get("/?body=unsc&on=2024-05-01&no=ARE,CHN&others=yes&was=unsc@2023-10-25", headers=HTMX)
    assert "ARE did not sit on that day" in answer.text
    assert "no=CHN" in answer.headers["hx-push-url"]


def test_the_address_holds_the_whole_state(client: TestClient) -> None:
    address = client.get("/?body=unsc&on=2023-10-25&others=yes&turn=CHN&view=table", headers=HTMX).headers[
        "hx-push-url"
    ]
    page = client.get(address).text
    assert "vetoed by China." in page
    assert 'class="seats table"' in page
    assert unescape(page).count(address.removeprefix("/?").split("&view")[0])


def test_the_law_stands_beside_the_clause(client: TestClient) -> None:
    page = client.get("/?body=unsc&on=2023-10-25").text
    assert "UN Charter, Article 27(3)" in page
    assert "Namibia" in page


def test_a_shared_address_has_a_picture(client: TestClient) -> None:
    page = client.get("/?body=unsc&on=2023-10-25&no=CHN&others=yes").text
    title = re.search(r'og:title" content="([^"]+)"', page)
    picture = re.search(r'og:image" content="http://localhost(/card[^"]+)"', page)
    assert title is not None
    assert picture is not None
    assert "vetoed by China" in title[1]
    assert client.get(unescape(picture[1])).status_code == 200


def test_power_of_one_rule_and_of_two(client: TestClient) -> None:
    page = client.get("/powers?body=unsc&on=2024-01-01&index=shapley_shubik").text
    assert "0.19627" in page
    both = client.get("/powers?body=unsc&on=2024-01-01&body2=unsc&on2=1960-01-01&index=banzhaf_normalised").text
    assert "change" in both
    assert "no seat" in both
    three = client.get("/powers?body=unsc&on=2024-01-01&index=yes_no&index=banzhaf").text
    assert "each equally likely" in three
    assert "whatever is not yes is no" in three


def test_a_successor_stands_beside_its_predecessor(client: TestClient) -> None:
    page = client.get("/powers?body=unsc&on=2024-01-01&body2=unsc&on2=1960-01-01&index=banzhaf").text
    rows = re.findall(r"<tr>.*?</tr>", page, re.DOTALL)
    line = next(row for row in rows if "Union of Soviet Socialist Republics" in row)
    assert "no seat" not in line


def test_a_report_is_marked_and_taken_to_the_table(client: TestClient) -> None:
    text = (
        "The Security Council on 25 October 2023 did not adopt a draft <b>resolution</b>: 10 in favour, 3 against "
        "(China, Russia, United Arab Emirates), with Brazil and Mozambique abstaining."
    )
    page = client.post("/report", data={"text": text}).text
    assert '<mark class="stated" title="CHN: no">China</mark>' in page
    assert "&lt;b&gt;" in page
    found = re.search(r'href="(/\?body=unsc[^"]+)"', page)
    assert found is not None
    assert "vetoed by China and the Russian Federation." in client.get(unescape(found[1])).text


def test_a_rulebook_pasted_is_taken_to_the_table(client: TestClient) -> None:
    template = unescape(re.findall(r"<textarea[^>]*>(.*?)</textarea>", client.get("/own").text, re.DOTALL)[0])
    page = client.post("/own", data={"text": template.replace("A board of directors", "Our <i>board</i>")})
    assert page.status_code == 200
    found = re.search(r'href="(/\?body=own-[^"]+)"', page.text)
    assert found is not None
    table = client.get(unescape(found[1]))
    assert table.status_code == 200
    assert "Our &lt;i&gt;board&lt;/i&gt;" in table.text
    assert "<i>board" not in table.text


def test_a_rulebook_uploaded_with_faults_shows_their_lines(client: TestClient) -> None:
    page = client.post("/own", files={"file": ("mine.toml", b'id = "x"\nname = 7\n')})
    assert page.status_code == 422
    assert "What is wrong" in page.text


WAS = "was=unsc@2023-10-25&body=unsc&on=2023-10-25"


def test_chances_are_fields_and_go_into_the_address(client: TestClient) -> None:
    found = state(client, f"{WAS}&yes=FRA,GBR,USA,CHN&others=open&c:others=90&c:RUS=100&c:BRA=")
    assert found["chances"] == ["others=0.9,RUS=1"]
    page = client.get(f"/?body=unsc&on=2023-10-25&yes=FRA,GBR,USA,CHN&others=open&chances={found['chances'][0]}").text
    assert re.search(r'name="c:RUS"[^>]* value="100"', page)
    assert re.search(r'name="c:others"[^>]* value="90"', page)
    later = state(client, f"{WAS}&others=open&c:others=90&c:RUS=100&turn=RUS:yes")
    assert later["chances"] == ["others=0.9"]
    assert client.get(f"/?{WAS}&others=open&c:others=many").status_code == 422
    assert client.get(f"/?{WAS}&others=open&c:others=101").status_code == 422


def test_who_takes_part_is_ticked(client: TestClient) -> None:
    was = "was=eu-council@2025-05-05&body=eu-council&on=2025-05-05&others=yes"
    members = [one["member"] for one in client.get("/bodies/eu-council?on=2025-05-05").json()["members"]]
    ticks = f"offered={','.join(members)}&" + "&".join(f"part={member}" for member in members if member != "DNK")
    out = state(client, f"{was}&no=DNK&{ticks}")
    assert out["opt_out"] == ["DNK"]
    assert "no" not in out
    group = state(client, f"{was}&participants=euro_area&were=&{ticks}")
    assert (group["participants"], "opt_out" in group) == (["euro_area"], False)
    everyone = state(client, f"{was}&opt_out=DNK&offered={','.join(members)}&part={','.join(members)}")
    assert "opt_out" not in everyone
    nobody = client.get(f"/?{was}&offered={','.join(members)}", headers=HTMX)
    assert nobody.status_code == 422
    assert 'name="part"' in nobody.text


def test_opt_outs_that_do_not_sit_on_another_day_are_dropped(client: TestClient) -> None:
    found = state(client, "was=eu-council@2019-05-05&body=eu-council&on=2025-05-05&opt_out=GBR,DNK&others=yes")
    assert found["opt_out"] == ["DNK"]


def test_alternatives_stand_under_a_heading(client: TestClient) -> None:
    page = client.get("/?body=eu-council&on=2025-05-05").text
    bars = page[page.index('<ol class="bars">') :]
    assert 0 < bars.index("either of these is enough") < bars.index("65 % of the population in favour")


def test_the_latest_real_vote_is_a_click_away(client: TestClient) -> None:
    page = client.get("/?body=unsc&on=2023-10-25").text
    found = re.search(r'href="(/\?[^"]+)">Last real vote: ([^<]+)<', page)
    assert found is not None
    others = re.findall(r"<li><a[^>]+>\d+ \w+ (\d{4}):", page)
    assert int(re.findall(r"\d{4}", found[2])[0]) >= max(int(year) for year in others)
    assert "cannot be answered" not in client.get(unescape(found[1])).text


def test_where_nothing_can_be_shown_the_page_says_where_to_go(client: TestClient) -> None:
    nowhere = client.get("/?body=nowhere")
    assert nowhere.status_code == 404
    assert '<a href="/?body=unsc">United Nations Security Council</a>' in nowhere.text
    early = client.get("/?body=unsc&on=1930-01-01").text
    assert '<a href="/?body=unsc&on=1946-01-17">its first day, 17 January 1946</a>' in early


def test_contradictions_are_explained_in_words(client: TestClient) -> None:
    text = (
        "The Security Council on 25 October 2023 adopted the draft: 14 in favour, 1 against (China). France abstained."
    )
    page = unescape(client.post("/report", data={"text": text}).text)
    assert "these cannot all be true" in page
    assert re.search(r'<mark class="contradictory"[^>]*>France</mark>', page)
    assert "'kind'" not in page


def test_an_own_rulebook_can_start_from_one_at_hand(client: TestClient) -> None:
    text = unescape(re.findall(r"<textarea[^>]*>(.*?)</textarea>", client.get("/own?from=unsc").text, re.DOTALL)[0])
    page = client.post("/own", data={"text": text.replace("United Nations", "Reformed"), "from": "unsc"}).text
    found = re.search(r'href="(/powers\?body=unsc&body2=own-[^"]+)"', page)
    assert found is not None
    assert "compared with Reformed Security Council" in client.get(unescape(found[1])).text
    wrong = client.post("/own", data={"text": text.replace("yes >= 9", "yes >= nine")}).text
    assert 'requires = "yes &gt;= nine"' in unescape(wrong).replace(">=", "&gt;=")
    assert client.get("/own?from=nowhere").status_code == 422


def test_the_addresses_for_programs_are_listed(client: TestClient) -> None:
    page = client.get("/api").text
    for path in client.get("/openapi.json").json()["paths"]:
        assert path in page
    for address in re.findall(r'<a href="(/[^"]+)">for example', page):
        assert client.get(unescape(address)).status_code == 200, address


def test_html_in_the_name_of_a_member_stays_text(client: TestClient) -> None:
    text = client.get("/bodies/template-board/rulebook").text
    evil = "<img src=x onerror=alert(1)>"
    own = client.post("/check", json={"text": text.replace('name = "Amber"', f'name = "{evil}"')}).json()["body"]
    query = f"body={own}&on=2024-05-06&no=amber&others=yes"
    for address in (
        f"/?{query}",
        f"/draw.svg?{query}",
        f"/card.svg?{query}",
        f"/powers?body={own}",
        f"/?{query}&view=grid",
    ):
        page = client.get(address)
        assert page.status_code == 200
        assert evil not in page.text
    assert "&lt;img src=x" in client.get(f"/?{query}").text
    assert "'=1+1" in client.get(f"/decide.csv?body={formula(client, text)}&others=yes").text


def formula(client: TestClient, text: str) -> str:
    """A body of one's own in which a member's name looks like a formula."""
    return str(client.post("/check", json={"text": text.replace('name = "Amber"', 'name = "=1+1"')}).json()["body"])


def test_a_ballot_that_a_seat_cannot_cast_leaves_the_table_as_it_is(client: TestClient) -> None:
    page = client.get("/?body=us-senate&on=2017-02-07&turn=vice_president:not_participating", headers=HTMX)
    assert page.status_code == 200
    assert "Vice President cannot cast" in page.text
    assert 'class="headline"' in page.text


def test_what_is_too_much_to_count_is_estimated(client: TestClient) -> None:
    vote = "body=uk-commons&on=2024-01-10&others=open&chances=others"
    page = client.get(f"/?{vote}=0.9").text
    assert "drawn at random" in page
    assert "too much to count exactly" in page
    found = client.get(f"/whatif?{vote}=1")
    assert (found.status_code, found.json()["estimate"]["value"]) == (422, 1.0)


def test_a_seat_says_how_adoption_depends_on_it(client: TestClient) -> None:
    page = client.get("/?body=unsc&on=2023-10-25&yes=FRA,GBR,USA,CHN&others=open").text
    assert "<title>Russian Federation: open; must not oppose</title>" in page

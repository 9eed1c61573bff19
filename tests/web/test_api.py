import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from psephos.body.rulebook import shipped
from tests.house.project import PACKAGE, ROOT

VOTE = "body=unsc&on=2023-10-25&no=CHN,RUS,ARE&abstain=BRA,MOZ&others=yes"


def got(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_every_shipped_body_is_listed_and_answers(client: TestClient) -> None:
    assert {one["body"] for one in got(client, "/bodies")} >= set(shipped())
    for body in shipped():
        found = got(client, f"/bodies/{body}")
        assert found["members"]
        assert found["rules"]


def test_a_body_on_a_day(client: TestClient) -> None:
    found = got(client, "/bodies/unsc?on=1980-01-03&decision=substantive")
    assert len(found["members"]) == 14
    assert [rule["decision"] for rule in found["rules"]] == ["substantive"]


def test_the_real_votes_of_a_body_come_as_queries(client: TestClient) -> None:
    for body in ("unsc", "eu-council", "us-senate"):
        votes = got(client, f"/bodies/{body}")["votes"]
        assert [one["on"] for one in votes] == sorted((one["on"] for one in votes), reverse=True)
        for one in votes[:3]:
            assert got(client, f"/decide?{one['vote']}")["label"] == one["label"]


def test_a_vote_is_decided_as_the_command_line_decides_it(client: TestClient) -> None:
    found = got(client, f"/decide?{VOTE}")
    assert (found["label"], found["vetoed_by"], found["tally"]["yes"]) == ("vetoed", ["CHN", "RUS"], 10)
    assert found["rulebook"]["sha256"]
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((ROOT / "docs" / "reference" / "decide.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(found, schema)


def test_names_and_codes_mean_the_same(client: TestClient) -> None:
    named = got(client, "/decide?body=unsc&on=2023-10-25&no=China,Russian Federation&others=yes")
    coded = got(client, "/decide?body=unsc&on=2023-10-25&no=CHN&no=RUS&others=yes")
    assert named == coded


def test_a_tally_and_an_anonymous_bench(client: TestClient) -> None:
    tally = got(client, "/decide?body=us-senate&on=2017-02-07&tally=yes=50,no=50&yes=vice_president")
    bench = got(client, "/decide?body=us-senate&on=2017-02-07&ballot=senators=yes:50/no:50&yes=vice_president")
    assert tally["outcome"] == bench["outcome"] == "adopted"


def test_what_would_have_turned_it(client: TestClient) -> None:
    found = got(client, f"/whatif?{VOTE}")["flips"]
    assert (found["size"], found["in_every_set"]) == (2, ["CHN", "RUS"])


def test_what_open_ballots_can_do(client: TestClient) -> None:
    found = got(client, "/whatif?body=unsc&on=2023-10-25&yes=FRA,GBR,USA,CHN")
    assert (found["ways"], found["ways_adopted"]) == (177147, found["ways_adopted"])
    standings = {one["member"]: one["standing"] for one in found["members"]}
    assert standings["RUS"] == "must not oppose"
    likely = got(client, "/whatif?body=unsc&on=2023-10-25&yes=FRA,GBR,USA,CHN&chances=others=0.9,RUS=1")
    assert likely["chance"] > found["chance"]


def test_power(client: TestClient) -> None:
    found = got(client, "/power?body=unsc&on=2024-01-01&index=banzhaf")
    values = {one["member"]: one["banzhaf"] for one in found["members"]}
    assert values["FRA"] == pytest.approx(53 / 1024)
    three = got(client, "/power?body=unsc&on=2024-01-01&index=yes_no")
    assert "abstain" in three["convention"]


def test_power_of_two_rules(client: TestClient) -> None:
    found = got(client, "/power/compare?body=unsc&on=1964-01-01&on2=2024-01-01&index=banzhaf")
    france = next(one for one in found["changes"] if one["member"] == "FRA")["of"]["banzhaf"]
    assert france["before"] == pytest.approx(57 / 1024)
    assert france["change"] == pytest.approx(france["after"] - france["before"]) == pytest.approx(-4 / 1024)
    table = client.get("/power/compare.csv?body=unsc&on=1964-01-01&on2=2024-01-01&index=banzhaf").text.splitlines()
    assert table[0] == "member,name,banzhaf_before,banzhaf_after,banzhaf_change"
    assert len(table) == 1 + len(found["changes"])
    assert len(client.get("/power.csv?body=unsc&on=2024-01-01").text.splitlines()) == 16


def test_a_rulebook_is_given_as_it_is_written(client: TestClient) -> None:
    for body in shipped():
        text = client.get(f"/bodies/{body}/rulebook").text
        assert text == (PACKAGE / "body" / "rulebooks" / f"{body}.toml").read_text(encoding="utf-8")
    assert client.get("/bodies/nowhere/rulebook").status_code == 404


def test_a_report_is_read(client: TestClient) -> None:
    text = "The Security Council on 25 October 2023 did not adopt the draft: China and Russia voted against."
    answer = client.post("/read", json={"text": text})
    assert answer.status_code == 200, answer.text
    stated = {
        one["member"]: one["choice"] for one in answer.json()["votes"][0]["ballots"] if one["standing"] == "stated"
    }
    assert stated == {"CHN": "no", "RUS": "no"}


def test_pictures_and_tables(client: TestClient) -> None:
    assert client.get(f"/decide.txt?{VOTE}").text.startswith("Not adopted: vetoed by China and the Russian Federation.")
    table = client.get(f"/decide.csv?{VOTE}")
    assert table.headers["content-type"].startswith("text/csv")
    assert len(table.text.splitlines()) == 16
    assert client.get(f"/draw.svg?{VOTE}&kind=table&theme=dark").headers["content-type"] == "image/svg+xml"
    assert client.get(f"/card.svg?{VOTE}").text.startswith("<svg")
    pytest.importorskip("vl_convert", reason="PNG needs the extra charts")
    assert client.get(f"/card.png?{VOTE}").content.startswith(b"\x89PNG")
    assert client.get(f"/draw.png?{VOTE}").content.startswith(b"\x89PNG")


def test_a_rulebook_of_ones_own(client: TestClient) -> None:
    text = (PACKAGE / "body" / "rulebooks" / "template-board.toml").read_text(encoding="utf-8")
    found = client.post("/check", json={"text": text, "name": "mine.toml"}).json()
    assert (found["usable"], found["faults"]) == (True, [])
    own = found["body"]
    assert got(client, f"/bodies/{own}")["body"] == own
    decided = got(client, f"/decide?body={own}&on=2024-05-06&yes=amber,brook,cedar,dune&others=no")
    assert decided["outcome"] == "adopted"
    assert got(client, f"/whatif?body={own}&on=2024-05-06&others=yes")["flips"]["size"]
    assert own in {one["body"] for one in got(client, "/bodies")}
    again = client.post("/check", json={"text": text, "name": "mine.toml"}).json()
    assert again["body"] == own


def test_the_faults_of_a_rulebook_come_with_their_lines(client: TestClient) -> None:
    text = (PACKAGE / "body" / "rulebooks" / "template-board.toml").read_text(encoding="utf-8")
    wrong = text.replace("yes > no", "yes >> no").replace('role = "quorum"', 'role = "crowd"')
    found = client.post("/check", json={"text": wrong, "name": "mine.toml"}).json()
    assert found["usable"] is False
    assert all(fault["line"] for fault in found["faults"])


def test_the_api_describes_itself(client: TestClient) -> None:
    paths = got(client, "/openapi.json")["paths"]
    assert {"/bodies", "/bodies/{body}", "/decide", "/whatif", "/power", "/read", "/check", "/draw.svg"} <= set(paths)
    for path, methods in paths.items():
        for method, told in methods.items():
            assert told["summary"], (method, path)


def test_the_page_loads_nothing_from_elsewhere() -> None:
    folder = PACKAGE / "show" / "web"
    for path in (*folder.glob("templates/*.html"), folder / "static" / "page.js", folder / "static" / "psephos.css"):
        text = Path(path).read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http://" not in text, path
        assert "https://" not in text, path
        assert "<script>" not in text, path
        assert " style=" not in text, path
        assert " onclick" not in text, path
    assert (folder / "static" / "htmx.LICENSE.txt").exists()

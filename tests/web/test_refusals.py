import threading
import time
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from threading import BoundedSemaphore
from typing import Any

import pytest
from fastapi.testclient import TestClient

from psephos.errors import BudgetError, RulebookError
from psephos.show.web.apart import Busy, Workshop
from psephos.show.web.app import create_app
from psephos.show.web.desk import Desk

PLAIN = {"accept": "text/html"}


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/decide?body=nowhere", 404, "no body is called"),
        ("/bodies/nowhere", 404, "no body is called"),
        ("/bodies/..%2Fetc", 404, "nothing at this address"),
        ("/decide?body=/etc/passwd", 422, "body"),
        ("/decide?body=own-0000000000000000", 404, "no longer holds"),
        ("/decide?body=unsc&on=1930-01-01", 422, "before the first day"),
        ("/decide?body=unsc&on=yesterday", 422, "on:"),
        ("/decide?body=unsc&on=2023-10-25&no=DEU", 422, "did not sit"),
        ("/decide?body=unsc&on=2023-10-25&no=Chnia", 422, "no member"),
        ("/decide?body=unsc&on=2023-10-25&no=CHN&yes=CHN", 422, "named twice"),
        ("/decide?body=unsc&decision=secret", 422, "takes no decision"),
        ("/decide?body=unsc&others=maybe", 422, "no choice"),
        ("/decide?body=unsc&tally=yes%3D99", 422, "tally"),
        ("/decide?body=unsc&tally=yes%3D" + "9" * 30, 422, "whole|number"),
        ("/decide?body=unsc&tricks=1", 422, "tricks"),
        ("/power?index=charm", 422, "no index"),
        ("/draw.svg?kind=spiral", 422, "kind"),
        ("/nothing", 404, "nothing at this address"),
        ("/whatif?body=imf&on=2022-06-06", 422, "budget|limit|states"),
    ],
)
def test_what_cannot_be_answered_is_said_plainly(client: TestClient, address: str, status: int, said: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    message = answer.json()["message"]
    assert any(part in message for part in said.split("|")), message
    assert "Traceback" not in answer.text
    assert 'File "' not in answer.text
    page = client.get(address, headers=PLAIN)
    assert page.status_code == status
    assert page.headers["content-type"].startswith("text/html")
    assert any(part in unescape(page.text) for part in said.split("|"))


@pytest.mark.parametrize(
    "query",
    [
        "body=nowhere",
        "body=unsc&on=1930-01-01",
        "body=unsc&on=not-a-day",
        "body=unsc&on=2023-10-25&no=DEU",
        "body=unsc&turn=ATLANTIS",
        "body=unsc&turn=CHN:dance",
        "body=us-senate&n:senators:yes=minus",
        "body=unsc&chances=2",
        "body=%3Cscript%3E",
        "body=unsc&others=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "body=unsc&participants=nobody-at-all",
        "body=unsc&view=spiral",
    ],
)
def test_the_scenario_says_it_in_place(client: TestClient, query: str) -> None:
    answer = client.get(f"/?{query}")
    assert answer.status_code in (200, 404, 422)
    assert "<script>alert" not in answer.text
    assert 'id="stage"' in answer.text
    assert ("cannot be answered" in answer.text) == (answer.status_code != 200)


def test_an_upload_of_fifty_megabytes_is_turned_away(client: TestClient) -> None:
    answer = client.post("/own", files={"file": ("big.toml", b"x" * 50_000_000)})
    assert answer.status_code == 413
    streamed = client.post("/check", content=(b"x" * 1_000_000 for _ in range(5)))
    assert streamed.status_code == 413
    assert client.get("/bodies/unsc").status_code == 200


def test_a_rulebook_that_explodes_ends_by_the_clock(client: TestClient) -> None:
    started = time.monotonic()
    answer = client.post("/check", json={"text": exploding(), "name": "big.toml"})
    assert time.monotonic() - started < 30
    assert answer.status_code in (200, 422), answer.text
    found = answer.json()
    assert found.get("faults") or "seconds" in found["message"]
    if "body" in found:
        asked = client.get(f"/whatif?body={found['body']}")
        assert (asked.status_code, asked.json()["error"]) == (422, "budget")
        assert "edges at level" in asked.json()["message"] or "seconds" in asked.json()["message"]
    assert client.get("/bodies/unsc").status_code == 200


def unlike(place: int, column: int) -> int:
    return int((place + 3) ** (column + 2) * 7919 % 999983)


def exploding() -> str:
    """Sixty seats with unlike weights in three clauses at once: too much for exact counting."""
    names = [f"w{number}" for number in range(6)]
    seats = "".join(
        f'[[seats]]\nid = "s{place}"\nname = "S{place}"\nsource = "x"\n'
        f"weights = {{ {', '.join(f'{name} = {unlike(place, k)}' for k, name in enumerate(names))} }}\n"
        for place in range(60)
    )
    clauses = "".join(
        f'[rule.clauses.{name}]\nrequires = "yes[{name}] - no[{name}] > 1/3 of abstain[{name}]"\n'
        'role = "majority"\nsource = "x"\n'
        for name in names
    )
    return (
        'id = "big"\nname = "Big"\nas_of = 2024-01-01\nfrom = 2024-01-01\nmotion = "motion"\n'
        f'{seats}[[rule]]\ndecision = "one"\nfrom = 2024-01-01\npasses = "{" and ".join(names)}"\n{clauses}'
        '[[example]]\non = 2024-01-01\nothers = "yes"\nlabel = "adopted"\nsynthetic = true\nwhy = "all"\n'
    )


def many(seats: int, clauses: int) -> str:
    """A body with so many members, whose rule has so many clauses."""
    names = [f"c{number}" for number in range(clauses)]
    who = "".join(f'[[seats]]\nid = "s{place}"\nname = "S{place}"\nsource = "x"\n' for place in range(seats))
    rules = "".join(
        f'[rule.clauses.{name}]\nrequires = "yes > no"\nrole = "majority"\nsource = "x"\n' for name in names
    )
    return (
        'id = "many"\nname = "Many"\nas_of = 2024-01-01\nfrom = 2024-01-01\nmotion = "motion"\n'
        f'{who}[[rule]]\ndecision = "one"\nfrom = 2024-01-01\npasses = "{" and ".join(names)}"\n{rules}'
        '[[example]]\non = 2024-01-01\nothers = "yes"\nlabel = "adopted"\nsynthetic = true\nwhy = "all"\n'
    )


@pytest.mark.parametrize(
    ("text", "said"), [(many(2_000, 1), "2,000 members"), (many(300, 190), "190 clauses for 300 members")]
)
def test_what_is_too_large_for_the_page_is_said(client: TestClient, text: str, said: str) -> None:
    answer = client.post("/check", json={"text": text, "name": "many.toml"})
    assert said in answer.text
    page = client.post("/own", data={"text": text})
    assert page.status_code == 422
    assert said in page.text


@pytest.mark.parametrize("text", ["", "   ", "\x00\x01", "id = [[[[[[", "a" * 900_000, "[" * 5_000])
def test_what_is_no_rulebook_is_said(client: TestClient, text: str) -> None:
    answer = client.post("/check", json={"text": text, "name": "x.toml"})
    assert answer.status_code == 200
    assert answer.json()["faults"]
    assert client.post("/own", data={"text": text}).status_code == 422


def sleepy() -> str:
    """A task that never ends by itself."""
    threading.Event().wait(60)
    return "done"


def brief() -> str:
    """A task that lasts long enough for others to come meanwhile."""
    threading.Event().wait(0.4)
    return "done"


def greedy() -> int:
    """A task that wants more memory than one question may have."""
    return len(bytearray(8 * 2**30))


def faulty() -> None:
    """A task that refuses."""
    raise RulebookError("it cannot be used", ())


def test_work_apart_is_limited() -> None:
    workshop = Workshop(seconds=1.0)
    started = time.monotonic()
    with pytest.raises(BudgetError, match="more than 1 seconds"):
        workshop.run(sleepy)
    assert time.monotonic() - started < 20
    with pytest.raises(BudgetError, match="memory"):
        workshop.run(greedy)


def test_who_finds_no_room_in_the_queue_is_turned_away_at_once() -> None:
    """Otherwise those who wait for long counts would hold all threads, and a click would wait for them."""
    workshop = Workshop(hands=BoundedSemaphore(1), queue=BoundedSemaphore(2))
    with ThreadPoolExecutor(8) as many:
        found = [many.submit(workshop.run, brief) for _ in range(8)]
        refused = [one for one in found if isinstance(one.exception(), Busy)]
    assert len(refused) == 6
    assert workshop.run(brief) == "done"


def test_a_page_of_another_name_or_site_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"host": "127.0.0.1:8000"}).status_code == 200
    crossed = {"sec-fetch-site": "cross-site"}
    assert client.post("/check", json={"text": "x"}, headers=crossed).status_code == 403
    assert client.post("/check", json={"text": "x"}, headers={"origin": "http://evil.example"}).status_code == 403
    assert client.post("/check", json={"text": "x"}, headers={"origin": "http://localhost"}).status_code == 200


def test_every_answer_says_how_it_may_be_used(client: TestClient) -> None:
    for address in ("/", "/bodies/unsc", "/static/page.js", "/nothing", "/decide?body=nowhere", "/card.svg"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "set-cookie" not in headers


def test_an_address_of_any_length_is_answered(client: TestClient) -> None:
    assert client.get(f"/decide?no={'A' * 61_000}").status_code == 414


class Broken(Desk):
    """A desk whose work fails in a way that nobody foresaw."""

    def tell(self, *_given: Any, **_more: Any) -> Any:
        raise ZeroDivisionError("secret of the house")


def test_a_fault_of_our_own_shows_no_traceback() -> None:
    with TestClient(create_app(Broken()), base_url="http://localhost", raise_server_exceptions=False) as client:
        answer = client.get("/decide?body=unsc")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_a_hundred_at_once(client: TestClient) -> None:
    started = time.monotonic()
    with ThreadPoolExecutor(50) as many:
        answers = list(
            many.map(lambda n: client.get(f"/?body=unsc&on=2023-10-25&turn=CHN&others=yes&x={n}"), range(100))
        )
    assert {answer.status_code for answer in answers} == {200}
    assert time.monotonic() - started < 30

"""How long does a click take? The median of a hundred, as the browser asks: one member turned, the view rendered anew.

Limits: 50 ms for the Security Council, 150 ms for the EU Council; the first page weighs at most 150 kB in all.
"""

import re
import statistics
import sys
import time
from html import unescape
from urllib.parse import urlsplit

from starlette.testclient import TestClient

from psephos.show.web.app import create_app, warm

LIMITS = {
    "unsc": ("on=2023-10-25", 50),
    "eu-council": ("on=2025-05-05", 150),
    "unga": ("on=2022-03-02", None),
    "imf": ("on=2022-06-06", None),
    "european-parliament": ("on=2025-02-02", None),
}
CLICKS = 100
MOST = 150_000


def clicks(client: TestClient, body: str, rest: str) -> list[float]:
    """Seconds for each of a hundred clicks, on one member after the other."""
    roster = client.get(f"/bodies/{body}?{rest}").json()["members"]
    members = [one["member"] for one in roster if one["count"] == 1] or [""]
    query, taken = f"body={body}&{rest}&others=yes", []
    for number in range(CLICKS):
        begun = time.perf_counter()
        answer = client.get(f"/?{query}&turn={members[number % len(members)]}", headers={"hx-request": "true"})
        taken.append(time.perf_counter() - begun)
        answer.raise_for_status()
        query = urlsplit(answer.headers["hx-push-url"]).query
    return taken


def weight(client: TestClient) -> int:
    """The bytes of the first page with all it loads, not compressed."""
    page = client.get("/")
    files = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text))
    return len(page.content) + sum(len(client.get(unescape(name)).content) for name in files)


def main() -> int:
    """Measure, print, and say by the exit code whether the limits hold."""
    good = True
    app = create_app()
    warm(app)  # as `psephos serve` does while it starts
    with TestClient(app, base_url="http://localhost") as client:
        size = weight(client)
        good &= size <= MOST
        print(f"first page: {size / 1000:.0f} kB (at most {MOST / 1000:.0f})")
        for body, (rest, limit) in LIMITS.items():
            milliseconds = [1000 * seconds for seconds in clicks(client, body, rest)]
            median = statistics.median(milliseconds)
            good &= limit is None or median <= limit
            bound = "" if limit is None else f" (at most {limit})"
            print(f"{body:<20} median {median:6.1f} ms{bound}, slowest {max(milliseconds):6.1f} ms")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

"""How well does `psephos read` do on the labelled reports beside the project?

    python benchmarks/reading_scores.py [FOLDER] [--errors]

FOLDER holds labelled reports, NNN.txt with NNN.json; its scorer stands in the folder above, else beside the
development set. Without FOLDER: the development set. Prints the scorer's figures and the time per 500 characters.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from time import perf_counter
from types import ModuleType
from typing import Any

from psephos.read.record import reading_record
from psephos.read.report import read_text

DEVELOPMENT = Path(__file__).resolve().parents[2] / "shared" / "reading" / "dev"
SCORER = DEVELOPMENT.parent
CODES = {
    "unsc": "UNSC",
    "unga": "UNGA",
    "eu-council": "EUCO-COUNCIL",
    "european-parliament": "EP",
    "us-senate": "US-SENATE",
    "us-house": "US-HOUSE",
    "uk-commons": "UK-COMMONS",
    "imf": "IMF",
    "fomc": "FOMC",
}
ONE_BODY = {"EU", "EUCO-COUNCIL", "EUROPEAN-COUNCIL"}
NOT_VOTING = {"absent", "present_only", "not_participating", "not_voting"}


def scorer(folder: Path) -> ModuleType:
    """The scorer that stands above the folder of reports, or the one beside the project."""
    place = next((above / "score.py" for above in (folder.parent, SCORER) if (above / "score.py").is_file()), SCORER)
    spec = importlib.util.spec_from_file_location("reading_score", place)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {place}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def result(vote: Mapping[str, Any], bodies: set[str]) -> dict[str, Any]:
    """A vote as the scorer takes it."""
    body = CODES.get(vote["body"] or "", (vote["body"] or "").upper() or None)
    if body in ONE_BODY and len(bodies & ONE_BODY) == 1:
        body = next(iter(bodies & ONE_BODY))

    def cast(standing: str) -> dict[str, str]:
        rows = [row for row in vote["ballots"] if row["standing"] == standing]
        return {row["member"]: "not_voting" if row["choice"] in NOT_VOTING else row["choice"] for row in rows}

    outcome = {"not adopted": "rejected"}.get(vote["outcome"], vote["outcome"])
    return {
        "body": body,
        "date": vote["date"],
        "outcome": outcome,
        "tally": vote["tally"],
        "named": cast("stated"),
        "deduced": cast("forced"),
        "status": vote["standing"],
    }


def main(arguments: list[str]) -> int:
    """Read every report of the folder, score, print."""
    given = [word for word in arguments if not word.startswith("--")]
    folder = Path(given[0]) if given else DEVELOPMENT
    if not folder.is_dir():
        print(f"{folder} is not here; give the folder of labelled reports")
        return 0
    lines, seconds, again, characters = [], 0.0, 0.0, 0
    for path in sorted(folder.glob("[0-9][0-9][0-9].json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        published = date.fromisoformat(label["published"]) if label["published"] else None
        start = perf_counter()
        record = reading_record(read_text(text, published=published))
        seconds, characters = seconds + perf_counter() - start, characters + len(text)
        start = perf_counter()
        read_text(text, published=published)
        again += perf_counter() - start
        bodies = {vote["body"] for vote in label["votes"]}
        lines.append(json.dumps({"id": label["id"], "votes": [result(vote, bodies) for vote in record["votes"]]}))
    with tempfile.TemporaryDirectory() as place:
        results = Path(place) / "results.jsonl"
        results.write_text("\n".join(lines), encoding="utf-8")
        scorer(folder).score(str(folder), str(results), "--errors" in arguments)
    first, second = (1000 * spent / characters * 500 for spent in (seconds, again))
    print(
        f"time             {first:.1f} ms per 500 characters, rulebooks loaded on the way; {second:.1f} ms once loaded"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

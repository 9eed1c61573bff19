"""What the commands print as JSON, against the schemas that the docs publish."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from psephos.show.cli import run
from tests.house.project import ROOT

REFERENCE = ROOT / "docs" / "reference"
FIRST = ["unsc", "--on", "2023-10-25", "--no", "CHN,RUS,ARE", "--abstain", "BRA,MOZ", "--others", "yes"]
REPORTS = sorted(str(path) for path in (ROOT / "examples").iterdir() if path.name.startswith("security-council"))
PRINTED = [
    ("whatif", FIRST),
    ("whatif", [*FIRST, "--exact", "--keep", "CHN,RUS"]),
    ("whatif", ["us-senate", "--on", "2017-02-07", "--tally", "yes=49,no=48", "--open", "3", "--exact"]),
    ("compare", ["unsc", "unsc", "--on", "2024-01-05", "--second-decision", "procedural"]),
    ("compare", ["unsc", "unsc", "--on", "1965-06-01", "--second-on", "1966-06-01"]),
    ("compare", ["imf", "imf", "--on", "2022-06-01", "--second-decision", "special-85"]),
    ("read", [REPORTS[-1], "--published", "2023-10-27"]),
    ("read", REPORTS),
    ("verify", [str(ROOT / "examples" / "statements-2023-10-25.json")]),
]


def schema(command: str) -> Any:
    return json.loads((REFERENCE / f"{command}.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("command", "words"), PRINTED)
def test_a_command_prints_as_its_schema_says(
    command: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, *words, "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(schema(command)).validate(record)


@pytest.mark.parametrize("path", sorted(REFERENCE.glob("*.schema.json")), ids=lambda path: path.name)
def test_a_schema_is_one_and_the_docs_lead_to_it(path: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
    assert f"]({path.name})" in (REFERENCE / "json.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "record"),
    [
        ("read", {"psephos": "0", "file": "", "votes": [{"body": "unsc"}]}),
        ("read", {"psephos": "0", "file": ""}),
        ("verify", [{"psephos": "0", "body": "unsc"}]),
        ("compare", {"psephos": "0", "equal": True}),
        ("whatif", {"psephos": "0", "outcome": "passed"}),
    ],
)
def test_the_schemas_bite(command: str, record: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, schema(command))

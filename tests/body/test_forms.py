import json
from pathlib import Path

from psephos.body.forms import schema

PUBLISHED = Path(__file__).parents[2] / "docs" / "reference" / "rulebook.schema.json"


def test_the_published_schema_for_editors_is_the_one_that_files_are_read_by() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == schema(), (
        "write it anew: psephos check --schema > docs/reference/rulebook.schema.json"
    )

import json
from pathlib import Path

import jsonschema
import pytest

from psephos.body.rulebook import rulebook, shipped
from psephos.decide.check import example_call
from psephos.decide.verdict import decide
from psephos.show.record import verdict_record

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("body", shipped())
def test_every_example_prints_as_the_published_schema_says(body: str) -> None:
    schema = json.loads((REFERENCE / "decide.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    book = rulebook(body)
    for example in book.examples[:60]:
        record = verdict_record(decide(book, example_call(book, example)), exact=True)
        assert json.loads(json.dumps(record)) == record
        validator.validate(record)


def test_a_wrong_label_does_not_fit_the_schema() -> None:
    schema = json.loads((REFERENCE / "decide.schema.json").read_text(encoding="utf-8"))
    book = rulebook("unsc")
    record = verdict_record(decide(book, example_call(book, book.examples[0])))
    with pytest.raises(jsonschema.ValidationError, match="failed"):
        jsonschema.validate({**record, "label": "failed"}, schema)

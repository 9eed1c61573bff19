"""The API against its own description: whatever the description allows is answered, and never with a fault of ours."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.house.project import PACKAGE

schemathesis = pytest.importorskip("schemathesis", reason="this test needs schemathesis")

from psephos.show.web.apart import Workshop  # noqa: E402
from psephos.show.web.app import create_app  # noqa: E402 -- only where schemathesis is installed
from psephos.show.web.desk import Desk  # noqa: E402

APP = create_app(Desk(workshop=Workshop(seconds=5.0)), hosts=["*"])
REFUSED = {"negative_data_rejection": {"expected-statuses": [400, 403, 404, 405, 413, 414, 422]}}
CONFIG = schemathesis.Config.from_dict({"checks": REFUSED})
SCHEMA = schemathesis.openapi.from_asgi("/openapi.json", APP, config=CONFIG)
OPERATIONS = [one.ok() for one in SCHEMA.get_all_operations()]
PICTURES = r"^/(whatif|draw|card|decide\.|power.*\.csv|power/compare|bodies/.*/rulebook)"
"""These take the parameters of /decide or /power, so random ones are enough."""


@SCHEMA.exclude(path_regex=PICTURES).parametrize()  # type: ignore[untyped-decorator]
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_is_as_described(case: Any) -> None:
    judge(case)


@SCHEMA.include(path_regex=PICTURES).parametrize()  # type: ignore[untyped-decorator]
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
def test_pictures_and_tables_are_as_described(case: Any) -> None:
    judge(case)


def judge(case: Any) -> int:
    # A day or a member that fits the description may still be refused: who sat when is not in a schema.
    answer = case.call_and_validate(excluded_checks=[schemathesis.checks.positive_data_acceptance])
    assert b"Traceback" not in answer.content
    return int(answer.status_code)


BODIES = {"unsc": "2023-10-25", "eu-council": "2025-05-05", "us-senate": "2017-02-07"}


def fitting(operation: Any, body: str, query: dict[str, Any]) -> Any:
    """A case of an operation with those of the parameters that it takes."""
    known = {one.name for one in operation.query}
    path = {"body": body, "form": "svg"}
    asked = {name: value for name, value in query.items() if name in known}
    return operation.Case(path_parameters={one.name: path[one.name] for one in operation.path_parameters}, query=asked)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: f"{one.method} {one.path}")
def test_every_address_answers_a_sensible_question(operation: Any) -> None:
    """Random parameters are mostly refused, so each address is also asked what it is made for."""
    if operation.method.upper() == "POST":
        rulebook = (PACKAGE / "body" / "rulebooks" / "template-board.toml").read_text(encoding="utf-8")
        texts = {
            "/read": "On 25 October 2023 China and Russia vetoed a draft in the Security Council.",
            "/check": rulebook,
        }
        assert judge(operation.Case(body={"text": texts[operation.path]}, media_type="application/json")) == 200
        return
    for body, day in BODIES.items():
        assert judge(fitting(operation, body, {"body": body, "on": day, "others": "yes"})) == 200
    if "{body}" not in operation.path:
        assert judge(fitting(operation, "", {"body": "nowhere"})) in (200, 404)


VOTES = st.fixed_dictionaries(
    {"body": st.just("unsc"), "on": st.just("2023-10-25")},
    optional={
        "no": st.lists(st.sampled_from(["CHN", "RUS", "Japan"]), min_size=1, unique=True).map(",".join),
        "abstain": st.sampled_from(["BRA", "BRA,MOZ", "DEU"]),
        "others": st.sampled_from(["yes", "absent", "open", "aye"]),
        "decision": st.sampled_from(["substantive", "procedural"]),
        "opt_out": st.just("GAB"),
        "kind": st.sampled_from(["table", "rows"]),
        "chances": st.sampled_from(["0.5", "others=1/3,FRA=0.9", "2"]),
        "index": st.sampled_from(["banzhaf", "yes_no", "banzhaf,yes_no"]),
        "on2": st.sampled_from(["1960-01-01", "1900-01-01"]),
        "tally": st.just("yes=9,no=6"),
    },
)


@given(st.sampled_from([one for one in OPERATIONS if one.method.upper() == "GET"]), VOTES)
@settings(max_examples=40, deadline=None)
def test_likely_questions_are_answered_or_refused_plainly(operation: Any, query: dict[str, Any]) -> None:
    assert judge(fitting(operation, query["body"], query)) in (200, 422)

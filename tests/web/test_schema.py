"""The API against its own description: whatever the description allows is answered, and never with a fault of ours."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

schemathesis = pytest.importorskip("schemathesis", reason="this test needs schemathesis")

from psephos.show.web.apart import Workshop  # noqa: E402
from psephos.show.web.app import create_app  # noqa: E402 -- only where schemathesis is installed
from psephos.show.web.desk import Desk  # noqa: E402

APP = create_app(Desk(workshop=Workshop(seconds=5.0)), hosts=["*"])
REFUSED = {"negative_data_rejection": {"expected-statuses": [400, 403, 404, 405, 413, 414, 422]}}
CONFIG = schemathesis.Config.from_dict({"checks": REFUSED})
SCHEMA = schemathesis.openapi.from_asgi("/openapi.json", APP, config=CONFIG)


PICTURES = r"^/(draw|card|decide\.)"
"""These take the parameters of /decide, so random ones are enough."""


@SCHEMA.exclude(path_regex=PICTURES).parametrize()  # type: ignore[untyped-decorator]
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_is_as_described(case: Any) -> None:
    judge(case)


@SCHEMA.include(path_regex=PICTURES).parametrize()  # type: ignore[untyped-decorator]
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
def test_pictures_and_tables_are_as_described(case: Any) -> None:
    judge(case)


def judge(case: Any) -> None:
    # A day or a member that fits the description may still be refused: who sat when is not in a schema.
    answer = case.call_and_validate(excluded_checks=[schemathesis.checks.positive_data_acceptance])
    assert b"Traceback" not in answer.content

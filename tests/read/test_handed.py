import json

import pytest

from psephos.errors import RulebookError, UsageError
from psephos.read.handed import handed, kinds, verified

VOTE = {
    "body": "unsc",
    "day": "2023-10-25",
    "statements": [
        {"id": "tally", "kind": "counted", "choices": ["yes"], "number": 10},
        {"id": "against", "kind": "cast", "member": "ARE", "choice": "no"},
        {"id": "first", "kind": "cast", "member": "Brazil", "choice": "abstain"},
        {"id": "second", "kind": "cast", "member": "Mozambique", "choice": "abstain"},
        {"id": "veto", "kind": "vetoed_by", "members": ["China", "Russia"]},
    ],
}


def test_statements_get_the_same_standings() -> None:
    (vote,) = handed(json.dumps(VOTE))
    found = verified(vote)
    assert found.remaining == 1
    assert found.ballot("FRA").standing == "forced"


def test_all_faults_are_listed_at_once() -> None:
    wrong = {
        "body": "unsc",
        "when": 1,
        "text": "China",
        "statements": [
            {"kind": "guess"},
            {"kind": "cast"},
            {"kind": "cast", "member": "CHN", "choice": "no", "span": [0, 5], "evidence": "Chine"},
        ],
    }
    with pytest.raises(RulebookError) as error:
        handed(json.dumps(wrong))
    assert len(error.value.faults) == 4


@pytest.mark.parametrize("content", ["{", "3", '{"votes": 3}'])
def test_what_is_no_statements_is_refused(content: str) -> None:
    with pytest.raises((UsageError, RulebookError)):
        handed(content)


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "cast", "member": "CHN", "choice": "no"},
        {"kind": "not_cast", "member": "CHN", "choice": "no"},
        {"kind": "counted", "choice": "yes", "least": 9},
        {"kind": "all", "choice": "yes"},
        {"kind": "decided", "adopted": True},
        {"kind": "labelled", "label": "vetoed"},
        {"kind": "vetoed_by", "members": ["CHN"]},
        {"kind": "days", "days": ["2023-10-25", ["2023-11-01", "2023-11-30"]]},
    ],
)
def test_every_kind_of_statement_is_read(row: dict[str, object]) -> None:
    (vote,) = handed(json.dumps({"body": "unsc", "statements": [row]}))
    assert len(vote.statements) == 1
    assert row["kind"] in set(kinds())

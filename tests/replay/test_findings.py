from pathlib import Path

from psephos.replay.findings import KINDS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "findings.md"


def test_the_page_lists_every_kind_with_its_severity_and_meaning() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert rows == [f"| `{kind}` | {meaning.severity} | {meaning.text} |" for kind, meaning in KINDS.items()]

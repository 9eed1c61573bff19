import pytest

from tests.house.habits import habit_faults
from tests.house.project import module_name, sources


def test_the_library_neither_prints_nor_asserts_nor_silences() -> None:
    assert [fault for path, text in sources().items() for fault in habit_faults(module_name(path), text)] == []


@pytest.mark.parametrize(
    "source",
    [
        "def f(x):\n    assert x > 0",
        "print('9 votes')",
        "import sys\nsys.stderr.write('x')",
        "import warnings\nwarnings.simplefilter('ignore')",
        "import warnings\nwarnings.filterwarnings('ignore')",
        "try:\n    f()\nexcept:\n    pass",
    ],
)
def test_the_check_bites(source: str) -> None:
    assert len(habit_faults("psephos.body.rules", source)) == 1


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("psephos.show.cli", "print('9 votes')"),
        ("psephos.body.rules", "'print(1)'"),
        ("psephos.body.rules", "from typing import assert_never\nassert_never(x)"),
        ("psephos.body.rules", "warnings.warn('old')"),
    ],
)
def test_the_check_leaves_what_is_no_fault(name: str, source: str) -> None:
    assert habit_faults(name, source) == []


def test_the_command_line_asserts_no_more_than_the_rest() -> None:
    assert habit_faults("psephos.show.cli", "assert True")

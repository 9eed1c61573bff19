import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import pytest

import psephos
from tests.house.exports import export_faults, static_names
from tests.house.project import PACKAGE

NAMES = sorted(name for name in getattr(psephos, "__all__", []) if not name.startswith("__"))


def fresh(code: str) -> Any:
    """What a new interpreter prints as JSON, after importing nothing but what the code imports."""
    done = subprocess.run(
        [sys.executable, "-c", f"import json, sys\n{code}"],
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def foreign(statement: str) -> list[str]:
    """The packages outside the standard library that a statement loads, psephos aside."""
    code = f"before = set(sys.modules)\n{statement}\nprint(json.dumps(sorted(set(sys.modules) - before)))"
    loaded = {name.split(".")[0] for name in fresh(code)}
    return sorted(loaded - set(sys.stdlib_module_names) - {"psephos"})


def test_importing_psephos_loads_the_standard_library_only() -> None:
    assert foreign("import psephos") == []


def test_listing_the_front_door_loads_nothing_more() -> None:
    assert foreign("import psephos; dir(psephos); psephos.__all__; psephos.__version__") == []


@pytest.mark.parametrize("package", ["lark", "numpy", "pydantic", "polars"])
def test_the_weight_check_bites(package: str) -> None:
    assert package in foreign(f"import psephos, {package}")


def test_the_front_door_has_names_without_repetition() -> None:
    assert NAMES
    assert len(psephos.__all__) == len(set(psephos.__all__))


@pytest.mark.parametrize("name", NAMES)
def test_an_exported_name_loads_and_is_documented_and_typed(name: str) -> None:
    assert export_faults(name, getattr(psephos, name)) == []


def test_dir_lists_exactly_the_exports() -> None:
    listed = fresh("import psephos\nprint(json.dumps([dir(psephos), psephos.__all__]))")
    shown, exported = ({name for name in names if not name.startswith("_")} for names in listed)
    assert shown == exported


def test_no_folder_hides_an_export_of_the_same_name() -> None:
    """Importing psephos.x binds the module x in psephos: were a function x exported as well, it would be hidden."""
    folders = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists())
    lines = [f"import psephos.{folder}" for folder in folders]
    listing = "[name for name in psephos.__all__ if inspect.ismodule(getattr(psephos, name))]"
    assert fresh("\n".join(["import inspect", *lines, f"print(json.dumps({listing}))"])) == []


def test_a_type_checker_sees_every_export() -> None:
    source = (PACKAGE / "__init__.py").read_text(encoding="utf-8")
    assert set(psephos.__all__) - static_names(source) == set()


def test_an_unknown_name_is_refused_by_name() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        psephos.no_such_name  # type: ignore[attr-defined]  # noqa: B018 -- the access is the test


def test_the_version_is_that_of_the_distribution() -> None:
    assert psephos.__version__ == version("psephos")


# The check of exports itself.


def good(votes: int) -> bool:
    """Are nine votes reached?

    >>> good(9)
    True
    """
    return votes >= 9


@dataclass(frozen=True, slots=True)
class Good:
    """A value."""

    votes: int

    @property
    def nine(self) -> bool:
        return self.votes >= 9


def without_doc(votes: int) -> bool:
    return votes >= 9


def without_example(votes: int) -> bool:
    """Are nine votes reached?"""
    return votes >= 9


def without_sentence(votes: int) -> bool:
    """nine votes

    >>> without_sentence(9)
    True
    """  # noqa: D403, D415 -- a bad sample
    return votes >= 9


def without_types(votes):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201 -- a bad sample
    """Are nine votes reached?

    >>> without_types(9)
    True
    """
    return votes >= 9


@dataclass
class WithoutDoc:
    votes: int


class WithoutTypes:
    """A value."""

    def nine(self, votes):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201 -- a bad sample
        return votes >= 9


@pytest.mark.parametrize(
    ("value", "faults"),
    [
        (without_doc, 2),
        (without_example, 1),
        (without_sentence, 1),
        (without_types, 2),
        (WithoutDoc, 1),
        (WithoutTypes, 2),
        (9, 1),
    ],
)
def test_the_export_check_bites(value: object, faults: int) -> None:
    assert len(export_faults("sample", value)) == faults


@pytest.mark.parametrize("value", [good, Good])
def test_the_export_check_leaves_what_is_complete(value: Callable[..., object]) -> None:
    assert export_faults("sample", value) == []

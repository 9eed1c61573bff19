import pytest

from tests.house.imports import Module, chapter_faults, cycle_faults, layer_faults, name_faults, root_faults
from tests.house.project import module_name, sources

MODULES = [Module(module_name(path), text, path.name == "__init__.py") for path, text in sources().items()]
CHAPTERS = sorted(
    module.name.split(".")[2] for module in MODULES if module.is_package and module.name.startswith("psephos.read.")
)


def test_a_folder_imports_itself_and_earlier_folders_only() -> None:
    assert layer_faults(MODULES) == []


def test_the_folders_of_the_reader_stand_in_the_order_of_the_way_through() -> None:
    assert chapter_faults(MODULES, "read", CHAPTERS) == []


@pytest.mark.parametrize(
    "source",
    [
        "from psephos.read.sentences.facts import Fact",
        "from psephos.read.sentences import facts",
        "from psephos.read.report import read",
        "from psephos.read import report",
    ],
)
def test_the_order_of_the_reader_bites(source: str) -> None:
    assert len(chapter_faults([Module("psephos.read.phrases.lists", source)], "read", CHAPTERS)) == 1


@pytest.mark.parametrize(
    "module",
    [
        Module("psephos.read.phrases.lists", "from psephos.read.atoms.mentions import Item"),
        Module("psephos.read.phrases.lists", "from psephos.read.phrases import counts"),
        Module("psephos.read.report", "from psephos.read.votes.account import Account"),
        Module("psephos.read.phrases.lists", "from psephos.body.names import fold"),
    ],
)
def test_the_order_of_the_reader_lets_the_like_pass(module: Module) -> None:
    assert chapter_faults([module], "read", CHAPTERS) == []


def test_nobody_inside_imports_the_package_root() -> None:
    assert root_faults(MODULES) == []


def test_there_is_no_import_cycle() -> None:
    assert cycle_faults(MODULES) == []


def test_every_name_says_something() -> None:
    assert name_faults(MODULES) == []


def test_the_tests_see_the_package() -> None:
    assert {"psephos", "psephos.errors"} <= {module.name for module in MODULES}


# The checks themselves: each must find the fault, and leave the like that is none.


@pytest.mark.parametrize(
    "source",
    [
        "from psephos.decide.verdict import decide",
        "from psephos import decide",
        "import psephos.decide.verdict as verdict",
        "import json, psephos.show",
        "def later():\n    from psephos.decide import verdict",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from psephos.show.text import sentence",
        "from ..decide.verdict import decide",
        "from ..decide import *",
        "import importlib\nimportlib.import_module('psephos.power.indices')",
        "try:\n    pass\nfinally:\n    from psephos.read import prose",
    ],
)
def test_the_layer_law_bites(source: str) -> None:
    assert len(layer_faults([Module("psephos.count.diagram", source)])) == 1


@pytest.mark.parametrize(
    "source",
    [
        "from psephos.body.rules import Clause",
        "from psephos.count.passes import chance",
        "from psephos.errors import PsephosError",
        "from .passes import chance",
        "from ..body import rules",
        "import decide.verdict",
        "'from psephos.show import text'",
    ],
)
def test_the_layer_law_leaves_lawful_imports(source: str) -> None:
    assert layer_faults([Module("psephos.count.diagram", source)]) == []


def test_the_layer_law_knows_a_folder_from_its_own_init() -> None:
    assert layer_faults([Module("psephos.body", "from psephos.calls import archive", is_package=True)])
    assert layer_faults([Module("psephos.body", "from .rules import Clause", is_package=True)]) == []


@pytest.mark.parametrize(
    ("name", "source"),
    [("psephos.errors", "from psephos.body.rules import Clause"), ("psephos.tools", ""), ("psephos.__main__", "")],
)
def test_the_layer_law_guards_the_top(name: str, source: str) -> None:
    assert layer_faults([Module(name, source)])


@pytest.mark.parametrize(
    "source",
    [
        "import psephos",
        "import psephos.body.rules",
        "from psephos import errors",
        "from psephos import *",
        "from .. import decide",
        "def later():\n    import psephos as p\n    return p",
        "from importlib import import_module\nimport_module('psephos')",
    ],
)
def test_the_root_law_bites(source: str) -> None:
    assert len(root_faults([Module("psephos.show.text", source)])) == 1


@pytest.mark.parametrize(
    "source",
    ["from psephos.body.rules import Clause", "import psephos.body.rules as rules", "from . import seats"],
)
def test_the_root_law_leaves_submodules(source: str) -> None:
    assert root_faults([Module("psephos.show.text", source)]) == []


def test_the_cycle_law_bites() -> None:
    first = Module("psephos.body.rules", "from psephos.body.language import parse")
    second = Module("psephos.body.language", "def later():\n    from psephos.body import rules")
    (fault,) = cycle_faults([first, second])
    assert "psephos.body.language -> psephos.body.rules" in fault
    assert cycle_faults([first, Module("psephos.body.language", "")]) == []


def test_the_cycle_law_sees_a_folder_that_imports_its_own_init() -> None:
    init = Module("psephos.body", "from psephos.body.rules import Clause", is_package=True)
    assert cycle_faults([init, Module("psephos.body.rules", "from psephos.body import Clause")])


@pytest.mark.parametrize("name", ["psephos.utils.text", "psephos.body.helpers", "psephos.core", "psephos.show._common"])
def test_the_name_law_bites(name: str) -> None:
    assert name_faults([Module(name, "")])

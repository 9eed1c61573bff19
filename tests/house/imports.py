"""The law of the folders: which imports a module of the package makes, and which of them break it.

Folders stand in alphabetical order; each may import itself, the folders before it, and `psephos.errors`. Where an
import stands (top of the file, inside a function, under TYPE_CHECKING) makes no difference.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

ROOT_NAME = "psephos"
GROUND = frozenset({"psephos.errors", "psephos.version"})
NO_NAMES = frozenset({"utils", "util", "helpers", "helper", "core", "common", "misc"})
LOADERS = frozenset({"import_module", "__import__"})


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the package: its dotted name, whether it is a package's `__init__`, and its text."""

    name: str
    source: str
    is_package: bool = False

    @property
    def folder(self) -> str | None:
        """The folder under `src/psephos` that the module stands in, or None at the top.

        >>> Module("psephos.body.rules", "").folder, Module("psephos.body", "", is_package=True).folder
        ('body', 'body')
        >>> Module("psephos.errors", "").folder, Module("psephos", "", is_package=True).folder
        (None, None)
        """
        parts = self.name.split(".")
        return parts[1] if len(parts) > (1 if self.is_package else 2) else None


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name: `from module import name`, or `import module` where name is None."""

    module: str
    name: str | None
    line: int
    binds_root: bool = False

    @property
    def full(self) -> str:
        """The dotted path of what is imported, be it a module or a name in one."""
        return f"{self.module}.{self.name}" if self.name and self.name != "*" else self.module


def imports(module: Module) -> Iterator[Import]:
    """Every import of the package itself in a module's text, wherever it stands."""
    for node in ast.walk(ast.parse(module.source)):
        for found in _imports_of_node(node, module):
            if found.module.split(".")[0] == ROOT_NAME:
                yield found


def _imports_of_node(node: ast.AST, module: Module) -> Iterator[Import]:
    match node:
        case ast.Import(names=names):
            for alias in names:
                # `import psephos.body.rules` without `as` binds the root and gives its whole front door.
                yield Import(alias.name, None, node.lineno, binds_root=alias.asname is None)
        case ast.ImportFrom(module=base, names=names, level=level):
            target = _absolute(base, level, module)
            for alias in names:
                yield Import(target, alias.name, node.lineno)
        case ast.Call(func=ast.Name(id=loader) | ast.Attribute(attr=loader), args=[ast.Constant(value=str(name)), *_]):
            if loader in LOADERS:
                yield Import(name, None, node.lineno)


def _absolute(base: str | None, level: int, module: Module) -> str:
    if level == 0:
        return base or ""
    parts = module.name.split(".")
    kept = parts[: len(parts) - level + (1 if module.is_package else 0)]
    return ".".join([*kept, base] if base else kept)


def layer_faults(modules: Iterable[Module]) -> list[str]:
    """Imports of a folder that stands later in the listing, and modules that stand where none may."""
    faults: list[str] = []
    for module in modules:
        if module.name == ROOT_NAME:
            continue
        if module.folder is None and module.name not in GROUND:
            faults.append(f"{module.name}: only __init__, errors and version stand at the top; move it into a folder")
        faults += [
            f"{module.name}:{found.line}: imports {found.full}; {_allowed(module)}"
            for found in imports(module)
            if not _may_import(module, found)
        ]
    return faults


def _may_import(module: Module, found: Import) -> bool:
    parts = found.full.split(".")
    if len(parts) == 1 or GROUND & {found.full, found.module}:
        return True  # the root is the business of root_faults; errors and version may be imported by all
    return module.folder is not None and parts[1] <= module.folder


def _allowed(module: Module) -> str:
    if module.folder is None:
        return "errors stands below all and imports nothing of the package"
    return f"{module.folder}/ may import itself, the folders listed before it, and psephos.errors"


def chapter_faults(modules: Iterable[Module], folder: str, chapters: Sequence[str]) -> list[str]:
    """Imports against the order of a folder's own folders, which is the way through it.

    Each may import itself and those before it. The modules beside them rest on them all, and none of them on those.
    """
    faults: list[str] = []
    for module in modules:
        if (chapter := _chapter(module.name, folder, chapters)) is None:
            continue
        allowed = chapters[: chapters.index(chapter) + 1]
        faults += [
            f"{module.name}:{found.line}: imports {found.full}; it may import {', '.join(allowed)} of {folder}/"
            for found in imports(module)
            if found.full.startswith(f"{ROOT_NAME}.{folder}.") and _chapter(found.full, folder, chapters) not in allowed
        ]
    return faults


def _chapter(name: str, folder: str, chapters: Sequence[str]) -> str | None:
    parts = name.split(".")
    return parts[2] if parts[1:2] == [folder] and len(parts) > 2 and parts[2] in chapters else None


def root_faults(modules: Iterable[Module]) -> list[str]:
    """Imports of the package root from inside the package."""
    return [
        f"{module.name}:{found.line}: imports the package root; import the module that defines the name"
        for module in modules
        if module.name != ROOT_NAME
        for found in imports(module)
        if found.module == ROOT_NAME or found.binds_root
    ]


def cycle_faults(modules: Iterable[Module]) -> list[str]:
    """A cycle of imports in the package, the front door aside (it imports all and nobody imports it)."""
    known = {module.name: module for module in modules if module.name != ROOT_NAME}
    graph = {name: set(_edges(module, known)) for name, module in known.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return ["import cycle: " + " -> ".join(reversed(error.args[1]))]
    return []


def _edges(module: Module, known: Mapping[str, Module]) -> Iterator[str]:
    for found in imports(module):
        if found.full in known:
            yield found.full
        elif found.module in known:
            yield found.module


def name_faults(modules: Iterable[Module]) -> list[str]:
    """Folders and modules whose name says nothing about what is in them."""
    return [
        f"{module.name}: {part!r} says nothing; name it after what it does"
        for module in modules
        for part in module.name.split(".")
        if part.strip("_") in NO_NAMES
    ]

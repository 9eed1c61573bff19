"""What a name of the front door must bring: a docstring that answers a question, an example, complete types."""

import ast
import inspect
from collections.abc import Iterator
from typing import Any

SENTENCE_ENDS = (".", "?")
NO_ANNOTATION_NEEDED = frozenset({"self", "cls"})


def export_faults(name: str, value: Any) -> list[str]:
    """What is missing from one exported function or class."""
    if not (inspect.isclass(value) or inspect.isroutine(value)):
        return [f"{name}: is neither function nor class, and so has no place for its documentation"]
    faults = list(_doc_faults(name, value))
    if inspect.isclass(value):
        methods = _own_methods(value)
        return faults + [fault for method, function in methods for fault in _type_faults(f"{name}.{method}", function)]
    return [*faults, *_example_faults(name, value), *_type_faults(name, value)]


def _doc_faults(name: str, value: Any) -> Iterator[str]:
    # inspect.getdoc would fall back on a base class; vars sees the class's own.
    doc = (vars(value).get("__doc__") if inspect.isclass(value) else value.__doc__) or ""
    first = doc.strip().split("\n\n")[0].strip()
    if not first or first.startswith(f"{getattr(value, '__name__', name)}("):  # what dataclass writes by itself
        yield f"{name}: has no docstring of its own"
    elif not first.endswith(SENTENCE_ENDS):
        yield f"{name}: the first paragraph of the docstring is no sentence: {first!r}"


def _example_faults(name: str, value: Any) -> Iterator[str]:
    if ">>>" not in (value.__doc__ or ""):
        yield f"{name}: has no example in its docstring"


def _type_faults(name: str, function: Any) -> Iterator[str]:
    signature = inspect.signature(function)
    for parameter in signature.parameters.values():
        if parameter.annotation is parameter.empty and parameter.name not in NO_ANNOTATION_NEEDED:
            yield f"{name}: parameter {parameter.name!r} has no type"
    if signature.return_annotation is signature.empty:
        yield f"{name}: the result has no type"


def _own_methods(cls: type) -> Iterator[tuple[str, Any]]:
    """The public methods and properties that a class itself defines."""
    for name, value in vars(cls).items():
        if name.startswith("_"):
            continue
        function = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
        if inspect.isfunction(function):
            yield name, function


def static_names(source: str) -> set[str]:
    """The names that a type checker finds in the text of a front door.

    >>> sorted(static_names("if TYPE_CHECKING: from psephos.decide.verdict import Verdict"))
    ['Verdict']
    """
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ImportFrom(names=aliases) | ast.Import(names=aliases):
                names |= {alias.asname or alias.name for alias in aliases}
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case _:
                pass
    return names

"""Habits that the library does without: printing, asserting as validation, silencing warnings."""

import ast
from collections.abc import Iterator

SILENCERS = frozenset({"simplefilter", "filterwarnings"})
STREAMS = frozenset({"stdout", "stderr"})
PRINTERS = frozenset({"psephos.show.cli", "psephos.show.output", "psephos.show.progress"})


def habit_faults(name: str, source: str) -> list[str]:
    """The bad habits in one module, each with its line; the command line and its output alone may print."""
    may_print = name in PRINTERS
    return [
        f"{name}:{line}: {what}"
        for line, what in _habits(ast.parse(source))
        if not (may_print and what.startswith("prints"))
    ]


def _habits(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Assert():
                yield node.lineno, "asserts; raise an error of psephos.errors instead, python -O drops asserts"
            case ast.Call(func=ast.Name(id="print")):
                yield node.lineno, "prints; return the text, psephos.show.output prints it"
            case ast.Attribute(value=ast.Name(id="sys"), attr=stream) if stream in STREAMS:
                yield node.lineno, f"prints to sys.{stream}; return the text, psephos.show.output prints it"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="warnings"), attr=how)) if how in SILENCERS:
                yield node.lineno, "changes the user's warning filters; mend what warns"
            case ast.ExceptHandler(type=None):
                yield node.lineno, "catches everything; name the errors that are expected"
            case _:
                pass

"""Progress bars for long work: on the error stream, only in a terminal, never when piped."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from psephos.show.output import Output

__all__ = ["tracked"]

T = TypeVar("T")


def tracked(output: Output, title: str) -> Callable[[Sequence[T]], Iterable[T]]:
    """A way through a sequence that shows how far it has come."""
    if not sys.stderr.isatty():
        return lambda items: items

    def track(items: Sequence[T]) -> Iterable[T]:
        from rich.console import Console
        from rich.progress import track as bar

        console = Console(stderr=True, no_color=not output.color)
        return bar(items, description=title, console=console, transient=True)

    return track

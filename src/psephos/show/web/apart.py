"""Work done apart: in a process of its own, with a limit on time and memory, so that no rule can stall the page."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from threading import BoundedSemaphore
from typing import ParamSpec, TypeVar, cast

from psephos.errors import BudgetError, Fault, PsephosError, RulebookError, UsageError

__all__ = ["Busy", "Workshop"]

P = ParamSpec("P")
T = TypeVar("T")
_MEMORY = 3 * 2**30
_BUSY = "the page is busy with other counts; try again in a moment"


class Busy(PsephosError):
    """All hands are taken; the same request may be answered a little later."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """How much may be worked on at once, and for how long?

    Who finds no room in the `queue` is turned away at once: whoever waits holds a thread of the page, and the quick
    questions need threads too.
    """

    seconds: float = 15.0
    patience: float = 20.0
    hands: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(2))
    queue: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(12))

    def run(self, task: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do a task apart.

        Args:
            task: a function of a module (it is found there by its name).
            *args: what it is given; must be plain data.
            **kwargs: the same, by name.

        Raises:
            BudgetError: it took longer than allowed.
            Busy: nobody was free.
            PsephosError: whatever the task itself refused.
        """
        if not self.queue.acquire(blocking=False):
            raise Busy(_BUSY)
        try:
            if not self.hands.acquire(timeout=self.patience):
                raise Busy(_BUSY)
            try:
                return self._wait(task, args, kwargs)
            finally:
                self.hands.release()
        finally:
            self.queue.release()

    def _wait(self, task: Callable[..., T], args: tuple[object, ...], kwargs: dict[str, object]) -> T:
        context = _context()
        mine, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(theirs, task, args, kwargs, self.seconds), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        try:
            if not mine.poll(self.seconds + 2):
                raise BudgetError(_too_long(self.seconds))
            kind, value = mine.recv()
        except EOFError:
            raise BudgetError(_too_long(self.seconds)) from None
        finally:
            mine.close()
            process.kill()
            process.join()
        if kind == "done":
            return cast("T", value)
        if kind == "broken":
            raise RuntimeError(value)
        raise _refusal(*value)


def _too_long(seconds: float) -> str:
    return (
        f"counting took more than {seconds:.0f} seconds, or more memory than one question may have; ask for fewer open "
        "ballots or a smaller body, or use the command line, which sets no such limits"
    )


def _context() -> BaseContext:
    """A clean server that forks a helper in milliseconds, where the system has that; else a fresh interpreter."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["psephos.show.web.tasks"])
        return context
    return multiprocessing.get_context("spawn")


def _work(
    answer: Connection, task: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object], seconds: float
) -> None:
    _limit(seconds)
    try:
        result: tuple[str, object] = ("done", task(*args, **kwargs))
    except PsephosError as error:
        result = ("refused", _told(error))
    except (MemoryError, RecursionError):
        result = ("refused", ("BudgetError", _too_long(seconds), ()))
    except Exception as error:  # noqa: BLE001 -- a fault of ours, told to the page instead of printed here
        result = ("broken", f"{type(error).__name__} in {task.__name__}: {error}")
    answer.send(result)
    answer.close()


def _limit(seconds: float) -> None:
    """Let the system itself stop a task that forgets time or memory."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _told(error: PsephosError) -> tuple[str, str, tuple[Fault, ...]]:
    faults: tuple[Fault, ...] = getattr(error, "faults", ())
    summary = str(error).splitlines()[0] if faults else str(error)
    return type(error).__name__, summary, faults


def _refusal(name: str, message: str, faults: tuple[Fault, ...]) -> PsephosError:
    if faults:
        return RulebookError(message, faults)
    plain = (kind for root in (UsageError, BudgetError) for kind in _family(root))
    return next((kind for kind in plain if kind.__name__ == name), PsephosError)(message)


def _family(root: type[PsephosError]) -> tuple[type[PsephosError], ...]:
    """An error and all that are of its kind."""
    return (root, *(kind for below in root.__subclasses__() for kind in _family(below)))

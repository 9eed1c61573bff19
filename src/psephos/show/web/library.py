"""The rulebooks at hand: those that psephos ships, each read once, and those that visitors brought, for a while."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from importlib import resources
from threading import Lock

from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook, shipped
from psephos.errors import UnknownBody

__all__ = ["OWN", "Library"]

OWN = "own-"
"""How the ids of visitors' rulebooks begin."""


@dataclass(slots=True)
class Library:
    """Which rulebook does an address mean? One library for each running page; the oldest visitors' books make room."""

    room: int = 40
    _shipped: dict[str, Rulebook] = field(default_factory=dict)
    _own: OrderedDict[str, tuple[Rulebook, bytes]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def book(self, name: str) -> Rulebook:
        """The rulebook of that id; never a path of this machine.

        Raises:
            UnknownBody: neither shipped nor brought, or brought so long ago that it made room for others.
        """
        if name.startswith(OWN):
            return self._brought(name)[0]
        with self._lock:
            if name not in self._shipped:
                if name not in shipped():
                    known = ", ".join(shipped())
                    raise UnknownBody(f"no body is called '{name[:80]}'; bodies known: {known}")
                self._shipped[name] = rulebook(name)
            return self._shipped[name]

    def text(self, name: str) -> str:
        """The rulebook's file as it was written: a shipped one, or a visitor's as it was brought.

        Raises:
            UnknownBody: as `book`.
        """
        if name.startswith(OWN):
            return self._brought(name)[1].decode("utf-8", "replace")
        self.book(name)
        return (resources.files("psephos.body") / "rulebooks" / f"{name}.toml").read_text(encoding="utf-8")

    def keep(self, book: Rulebook, content: bytes) -> str:
        """Keep a visitor's rulebook; returns the id by which addresses name it (the same file has the same id)."""
        name = f"{OWN}{book.sha256[:16]}"
        with self._lock:
            self._own[name] = (book, content)
            self._own.move_to_end(name)
            while len(self._own) > self.room:
                self._own.popitem(last=False)
        return name

    def known(self) -> tuple[tuple[str, str], ...]:
        """Ids and names of all bodies: shipped ones by name, the templates after them, visitors' last."""
        listed = sorted(
            ((name, self.book(name).name) for name in shipped()),
            key=lambda one: (one[0].startswith("template-"), one[1]),
        )
        with self._lock:
            own = [(name, f"{book.name} (yours)") for name, (book, _) in self._own.items()]
        return (*listed, *own)

    def _brought(self, name: str) -> tuple[Rulebook, bytes]:
        with self._lock:
            if name not in self._own:
                raise UnknownBody(
                    "this page no longer holds that rulebook (it keeps the latest ones, until it is closed); "
                    "paste it again under 'Your own body'"
                )
            self._own.move_to_end(name)
            return self._own[name]

"""With which words can a pattern begin? So that a pattern is only tried where it can match."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["first_words"]

_ATOM = re.compile(
    r"\(\?[:=!]|\(\?<[=!]|\(\?P<\w+>|\(|\)|\||\\.|\[\^?(?:\\.|[^\]\\])+\]|\{\d+,?\d*\}|[?*+.^$]|.", re.DOTALL
)
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d+,?\d*\})\??")


@cache
def first_words(pattern: str) -> frozenset[str] | None:
    """The words that a match can begin with; None where that cannot be told.

    Args:
        pattern: a pattern of words parted by single spaces, with groups, alternatives and quantifiers.

    Examples:
        >>> sorted(first_words("(?:the |its )?veto(?:es)? of"))
        ['its', 'the', 'veto', 'vetoes']
        >>> first_words(".+ voted") is None
        True
    """
    found = _Expansion(pattern).run()
    return None if found is None else frozenset(found)


class _Unknown(Exception):
    """Something that may stand for any word."""


class _Expansion:
    """Follows a pattern up to the end of the first word."""

    def __init__(self, pattern: str) -> None:
        self.atoms = _ATOM.findall(pattern)
        self.here = 0

    def run(self) -> set[str] | None:
        try:
            begun, done = self._choices({""})
        except _Unknown:
            return None
        return None if "" in begun else begun | done

    def _choices(self, begun: set[str]) -> tuple[set[str], set[str]]:
        """Alternatives up to the closing bracket: words still going on, and words that ended."""
        going, done = self._sequence(set(begun))
        while self.here < len(self.atoms) and self.atoms[self.here] == "|":
            self.here += 1
            more, ended = self._sequence(set(begun))
            going |= more
            done |= ended
        return going, done

    def _sequence(self, begun: set[str]) -> tuple[set[str], set[str]]:
        done: set[str] = set()
        while self.here < len(self.atoms) and self.atoms[self.here] not in {"|", ")"}:
            before = set(begun)
            atom = self.atoms[self.here]
            self.here += 1
            begun, ended = self._atom(atom, begun)
            done |= ended
            if self.here < len(self.atoms) and _QUANTIFIER.fullmatch(self.atoms[self.here]):
                if self.atoms[self.here][0] in "?*" or self.atoms[self.here].startswith("{0"):
                    begun |= before
                self.here += 1
                if self.here < len(self.atoms) and self.atoms[self.here] == "?":
                    self.here += 1
        return begun, done

    def _atom(self, atom: str, begun: set[str]) -> tuple[set[str], set[str]]:
        if atom in {"(?=", "(?!", "(?<=", "(?<!"}:
            self._skip()
            return begun, set()
        if atom.startswith("("):
            going, done = self._choices(begun)
            self.here += 1  # the closing bracket
            return going, done
        if atom == " ":
            return set(), set(begun)
        if begun and (atom in {".", "^", "$"} or (atom.startswith(("[", "\\")) and not _is_literal(atom))):
            raise _Unknown
        letter = atom[-1]
        return {word + letter for word in begun}, set()

    def _skip(self) -> None:
        depth = 1
        while depth and self.here < len(self.atoms):
            depth += self.atoms[self.here].startswith("(") - (self.atoms[self.here] == ")")
            self.here += 1


def _is_literal(atom: str) -> bool:
    return atom.startswith("\\") and not atom[1].isalnum()

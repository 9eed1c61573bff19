"""Where a command's output goes: lines for people, coloured only in a terminal that wants it; JSON for machines."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from typing import Literal

__all__ = ["Output", "Style"]

Style = Literal["", "good", "bad", "warn", "dim", "bold"]
_CODES = {"": "", "good": "32", "bad": "31", "warn": "33", "dim": "2", "bold": "1"}


@dataclass(frozen=True, slots=True)
class Output:
    """How does this run of the command print?"""

    as_json: bool = False
    color: bool = True

    @property
    def colored(self) -> bool:
        """Colours only in a terminal, and not where --no-color, NO_COLOR or TERM=dumb ask for none."""
        wanted = self.color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return wanted and sys.stdout.isatty()

    def line(self, text: str = "", style: Style = "") -> None:
        """Print a line."""
        code = _CODES[style] if self.colored else ""
        print(f"\033[{code}m{text}\033[0m" if code else text)

    def record(self, record: object) -> None:
        """Print a JSON value."""
        print(json.dumps(record, ensure_ascii=False, indent=2))

"""`psephos draw`: a vote as a picture in a file."""

from __future__ import annotations

from pathlib import Path

from psephos.body.rulebook import rulebook
from psephos.calls.rollcall import RollCall
from psephos.decide.verdict import decide
from psephos.errors import UsageError
from psephos.show.glyphs import Theme
from psephos.show.output import Output
from psephos.show.painting import KINDS, Kind
from psephos.show.seats import kinds_for
from psephos.show.sharing import card_svg, picture_svg, png
from psephos.show.text import headline

__all__ = ["run_draw"]

_FORMS = (".svg", ".png")


def run_draw(
    output: Output, call: RollCall, path: Path, *, seats: str | None = None, theme: Theme = "light", card: bool = False
) -> int:
    """Decide the call and draw it.

    Args:
        output: where to say what was drawn.
        call: the vote.
        path: the file to write, .svg or .png.
        seats: how they stand (horseshoe, table, hemicycle, rows, grid); None takes what suits the body.
        theme: light or dark.
        card: a card of the size that pages ask for when an address is shared, instead of a figure.

    Raises:
        UsageError: another kind of file, seats that do not suit the body, a file that cannot be written.
    """
    if path.suffix.lower() not in _FORMS:
        raise UsageError(f"'{path.name}' is neither .svg nor .png; name the picture vote.svg or vote.png")
    verdict = decide(rulebook(call.body), call)
    kind = _kind(seats, kinds_for(verdict.roster))
    svg = card_svg(verdict, kind) if card else picture_svg(verdict, kind, theme)
    content = svg.encode() if path.suffix.lower() == ".svg" else png(svg, 1.0 if card else 2.0)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from None
    if output.as_json:
        output.record({"file": str(path), "bytes": len(content), "outcome": verdict.outcome, "label": verdict.label})
    else:
        output.line(f"{path}: {headline(verdict)}")
    return 0


def _kind(asked: str | None, known: tuple[Kind, ...]) -> Kind | None:
    if asked is None:
        return None
    found = next((kind for kind in KINDS if kind == asked), None)
    if found is None or found not in known:
        raise UsageError(f"seats cannot stand as '{asked}' here; choose {', '.join(known)}")
    return found

"""A vote taken away: as text, as a table, as a picture for a paper, as a card to share."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten, wrap

from psephos.decide.verdict import Verdict
from psephos.errors import UsageError
from psephos.show.glyphs import Theme, palette, tag
from psephos.show.painting import Kind
from psephos.show.seats import FONT, seat_svg
from psephos.show.text import headline, tally_text
from psephos.show.words import day_text
from psephos.version import VERSION

__all__ = ["CARD", "ballots_csv", "card_svg", "picture_svg", "png", "table_csv"]

CARD = (1200, 630)
"""The size that pages ask of a picture to share (Open Graph)."""


def ballots_csv(verdict: Verdict) -> str:
    """The ballots as CSV: one row a seat, or for an anonymous bench one row for each choice."""
    weights = verdict.roster.weights
    names = ["body", "day", "decision", "member", "name", "choice", "votes", "groups", *weights]
    return table_csv(names, _ballot_rows(verdict))


def table_csv(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV, as spreadsheets read it; cells that one would take for a formula begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow(["" if cell is None else _harmless(cell) for cell in row])
    return out.getvalue()


def _ballot_rows(verdict: Verdict) -> Iterator[list[str]]:
    weights = verdict.roster.weights
    fixed = [verdict.book.id, verdict.call.day.isoformat(), verdict.rule.decision]
    for place, seat in enumerate(verdict.roster.seats):
        votes = dict(zip(verdict.seating.choices.ids, verdict.seating.known[place], strict=True))
        counts = {**votes, "open": verdict.seating.open_votes[place]}
        shown = [str(seat.weights[name].value) if name in seat.weights else "" for name in weights]
        for choice, number in counts.items():
            if number:
                yield [*fixed, seat.id, seat.name, choice, str(number), ";".join(sorted(seat.groups)), *shown]


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t") else cell


def picture_svg(verdict: Verdict, kind: Kind | None = None, theme: Theme = "light") -> str:
    """The seats with the body, the day and the verdict above them: a figure for a paper."""
    chart = seat_svg(verdict, kind=kind, theme=theme)
    width, height = _size(chart)
    subject = wrap(_subject(verdict), max(int((width - 48) / 8.6), 30))
    lines = wrap(headline(verdict), max(int((width - 48) / 11.5), 30))
    under = 40 + 22 * len(subject)
    top = under + 26 * len(lines)
    colours = palette(theme)
    texts = "".join(
        tag("text", line, x=24, y=36 + 22 * n, font_size=17, fill=colours.quiet) for n, line in enumerate(subject)
    )
    texts += "".join(
        tag("text", line, x=24, y=under + 4 + 26 * n, font_size=20, font_weight=700, fill=colours.ink)
        for n, line in enumerate(lines)
    )
    ground = tag("rect", width="100%", height="100%", fill=colours.ground)
    return _whole(width, height + top, ground + texts + _placed(chart, 0, top, width, height), _subject(verdict))


def card_svg(verdict: Verdict, kind: Kind | None = None) -> str:
    """A picture of the size that pages ask for when an address is shared."""
    chart = seat_svg(verdict, kind=kind)
    width, height = _size(chart)
    scale = min(620 / width, 540 / height)
    colours = palette()
    told, tally = wrap(headline(verdict), 21)[:6], wrap(_kept_together(tally_text(verdict)), 36)[:3]
    about = _about(verdict)
    first = 76 + 30 * len(about) + 34
    below = first + 48 * len(told)
    texts = _lines(about, 76, 30, font_size=22, fill=colours.quiet)
    texts += _lines(told, first, 48, font_size=38, font_weight=700, fill=colours.ink)
    texts += _lines(tally, below + 4, 30, font_size=22, fill=colours.ink)
    texts += tag("text", f"psephos {VERSION}", x=56, y=590, font_size=18, fill=colours.quiet)
    ground = tag("rect", width="100%", height="100%", fill=colours.ground)
    stripe = tag("rect", width=14, height="100%", fill=_stripe(verdict))
    x, y = 1176 - width * scale, (CARD[1] - height * scale) / 2
    placed = _placed(chart, x, y, width * scale, height * scale)
    return _whole(*CARD, ground + stripe + texts + placed, _subject(verdict))


def _lines(lines: Sequence[str], top: float, deep: float, **look: object) -> str:
    return "".join(tag("text", line, x=56, y=top + deep * n, **look) for n, line in enumerate(lines))


def _about(verdict: Verdict) -> list[str]:
    """Body, day and kind of decision in a few short lines."""
    kind = wrap(shorten(verdict.rule.title, 72, placeholder=" …"), 38)
    return [*wrap(verdict.book.name, 38)[:2], day_text(verdict.call.day), *kind[:2]]


def _kept_together(text: str) -> str:
    """A number stays on the line of the word after it."""
    return re.sub(r"(?<=\d) (?=\w)", "\N{NO-BREAK SPACE}", text)


def _stripe(verdict: Verdict) -> str:
    looks = palette().looks
    return {"adopted": looks["yes"].fill, "not adopted": looks["no"].fill}.get(verdict.outcome, looks["abstain"].fill)


def _subject(verdict: Verdict) -> str:
    return f"{verdict.book.name}, {day_text(verdict.call.day)}, {verdict.rule.title}"


def _size(svg: str) -> tuple[float, float]:
    """The size that a chart of ours gives itself in its view box."""
    box = svg[svg.index('viewBox="') + 9 :].split('"', 1)[0].split()
    return float(box[2]), float(box[3])


def _placed(svg: str, x: float, y: float, width: float, height: float) -> str:
    """A chart within another drawing."""
    start = svg.index(' width="')
    rest = svg[svg.index('"', svg.index(' height="') + 9) + 1 :]
    return f'{svg[:start]} x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"{rest}'


def _whole(width: float, height: float, inside: str, label: str) -> str:
    opening = tag(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=f"{width:.0f}",
        height=f"{height:.0f}",
        role="img",
        aria_label=label,
        font_family=FONT,
    )
    return f"{opening[:-2]}>{inside}</svg>"


def png(svg: str, scale: float = 2.0) -> bytes:
    """An SVG as PNG.

    Raises:
        UsageError: the extra `charts`, which draws it, is not installed.
    """
    try:
        import vl_convert
    except ImportError:
        raise UsageError("PNG needs the extra 'charts': pip install 'psephos[charts]'; SVG needs nothing") from None
    return bytes(vl_convert.svg_to_png(svg, scale=scale))

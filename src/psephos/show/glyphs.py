"""The mark of each ballot: a colour and, beside it, a shape and a word, so that no reader depends on colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Literal

__all__ = ["OPEN", "Look", "Theme", "look", "mark", "palette", "tag"]

Theme = Literal["light", "dark"]
Shape = Literal["circle", "square", "diamond", "triangle", "hexagon", "ring", "dashed", "barred", "dot"]
OPEN = "open"
"""The name under which a ballot that is not known is drawn."""


@dataclass(frozen=True, slots=True)
class Look:
    """How is one choice drawn: its shape, fill, line and lettering, and its short word?"""

    shape: Shape
    fill: str
    line: str
    ink: str
    word: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme."""

    ground: str
    ink: str
    quiet: str
    furniture: str
    looks: Mapping[str, Look]
    other: Look


def _palette(ground: str, ink: str, quiet: str, furniture: str, fills: tuple[str, str, str, str], on: str) -> Palette:
    yes, no, abstain, other = fills
    dark_ink = "#1c1a17"
    looks = {
        "yes": Look("circle", yes, yes, on, "yes"),
        "no": Look("square", no, no, on, "no"),
        "abstain": Look("diamond", abstain, abstain, dark_ink, "abst."),
        "present_only": Look("triangle", abstain, abstain, dark_ink, "pres."),
        "absent": Look("dashed", ground, quiet, ink, "absent"),
        "not_participating": Look("barred", ground, quiet, ink, "n. p."),
        "not_voting": Look("dot", ground, quiet, ink, "n. v."),
        OPEN: Look("ring", ground, ink, ink, "open"),
        "no_with_veto": Look("hexagon", no, no, on, "veto"),
    }
    return Palette(ground, ink, quiet, furniture, looks, Look("hexagon", other, other, on, "other"))


def palette(theme: Theme = "light") -> Palette:
    """The colours of a theme; every lettering contrasts with its ground by at least 4.5 to 1."""
    if theme == "dark":
        return _palette(
            "#17191c", "#e9e6df", "#a5a29a", "#2b2f34", ("#3fb8a2", "#ee7f52", "#e8bd5a", "#a9a3dd"), "#10110f"
        )
    return _palette("#ffffff", "#1f1d1a", "#6a665e", "#ece8df", ("#0a7566", "#b8440f", "#e9b949", "#5f5a9c"), "#ffffff")


def look(choice: str, theme: Theme = "light") -> Look:
    """How is this choice drawn?

    Examples:
        >>> look("yes").shape, look("no").shape, look("abstain").shape, look("open").shape
        ('circle', 'square', 'diamond', 'ring')
    """
    colours = palette(theme)
    return colours.looks.get(choice, colours.other)


def tag(name: str, text: str | None = None, /, **attributes: object) -> str:
    """An element of SVG, its attributes and text escaped; `_` in a name stands for `-`, a trailing one is dropped.

    Examples:
        >>> tag("text", "C & A", font_size=9, class_="code")
        '<text font-size="9" class="code">C &amp; A</text>'
    """
    listed = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{listed}/>" if text is None else f"<{name}{listed}>{escape(text)}</{name}>"


def _plain(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def mark(choice: str, x: float, y: float, radius: float, theme: Theme = "light") -> str:
    """The mark of a choice around a point."""
    shown = look(choice, theme)
    thin = max(radius * 0.11, 0.8)
    common = {"class_": f"m {choice}", "fill": shown.fill, "stroke": shown.line, "stroke_width": round(thin, 1)}
    r = radius - thin / 2
    match shown.shape:
        case "circle" | "ring":
            return tag("circle", cx=x, cy=y, r=r, **common)
        case "dashed":
            dash = f"{r * 0.5:.1f} {r * 0.32:.1f}"
            return tag("circle", cx=x, cy=y, r=r, stroke_dasharray=dash, **common)
        case "barred":
            bars = "".join(f"M{x - r:.1f} {y + r * side:.1f}H{x + r:.1f}" for side in (-0.92, 0.92))
            return tag("circle", cx=x, cy=y, r=r, **common) + tag("path", d=bars, **common)
        case "dot":
            return tag("circle", cx=x, cy=y, r=r * 0.8, **common)
        case "square":
            side = r * 0.86
            return tag("rect", x=x - side, y=y - side, width=2 * side, height=2 * side, rx=r * 0.18, **common)
        case _:
            return tag("path", d=_outline(shown.shape, x, y, r), stroke_linejoin="round", **common)


_OUTLINES: Mapping[str, tuple[tuple[float, float], ...]] = {
    "diamond": ((0, -1.16), (1.16, 0), (0, 1.16), (-1.16, 0)),
    "triangle": ((0, -1.05), (1.08, 0.85), (-1.08, 0.85)),
    "hexagon": ((0.55, -0.95), (1.1, 0), (0.55, 0.95), (-0.55, 0.95), (-1.1, 0), (-0.55, -0.95)),
}


def _outline(shape: str, x: float, y: float, r: float) -> str:
    return "M" + "L".join(f"{x + dx * r:.1f} {y + dy * r:.1f}" for dx, dy in _OUTLINES[shape]) + "Z"

"""Draws one seat: its mark, its code and name, its tile, and what stands around the seats: table, outcome, legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from psephos.body.members import Roster
from psephos.decide.verdict import Verdict
from psephos.show.glyphs import OPEN, Theme, look, mark, palette, tag
from psephos.show.plans import Place, Plan

__all__ = ["AGAINST", "KINDS", "Kind", "Painter", "Pip", "sized_by"]

Kind = Literal["horseshoe", "table", "hemicycle", "rows", "grid"]
KINDS: tuple[Kind, ...] = ("horseshoe", "table", "hemicycle", "rows", "grid")
AGAINST = ("no", "no_with_veto")
"""The choices that sit with those against."""


@dataclass(frozen=True, slots=True)
class Pip:
    """One mark of the picture: a named member's ballot, or one vote (or several) of an anonymous bench.

    `marked` members are those that a clause of role veto names: they are drawn with a second outline.
    """

    member: str
    name: str
    choice: str
    named: bool = True
    apart: bool = False
    marked: bool = False
    weight: float = 1.0
    votes: int = 1

    @property
    def code(self) -> str:
        """What stands in the seat: the member's code, or its initials where the id is no short code."""
        if len(self.member) <= 4:  # noqa: PLR2004 -- the longest code that fits into a seat
            return self.member.upper()
        words = self.name.removeprefix("The ").replace("-", " ").split()
        return "".join(word[0] for word in words[:3]).upper() if words[1:] else words[0][:3].upper()


def sized_by(roster: Roster) -> str:
    """Which weight has every seat, and not the same one? "" if there is none."""
    for name in roster.weights:
        values = [seat.weights[name].value for seat in roster.seats if name in seat.weights]
        if len(values) == len(roster.seats) and len(set(values)) > 1:
            return name
    return ""


@dataclass(frozen=True, slots=True)
class Painter:
    """Draws marks in one theme."""

    theme: Theme
    interactive: bool
    kind: Kind
    number: int
    notes: Mapping[str, str] = field(default_factory=dict)

    def furniture(self, plan: Plan) -> str:
        """The table that the members sit around."""
        colour = palette(self.theme).furniture
        if plan.band:
            return tag("path", class_="desk", d=plan.furniture, fill="none", stroke=colour, stroke_width=plan.band)
        return tag("path", class_="desk", d=plan.furniture, fill=colour)

    def seat(self, pip: Pip, place: Place) -> str:
        """One seat: a picture of its ballot, or a button of the page."""
        words = ""
        if self.kind == "grid":
            inside, words = self._tile(pip, place)
        else:
            inside = mark(pip.choice, place.x, place.y, place.radius, self.theme) + self._outline(pip, place)
            words = self._lettering(pip, place) if pip.named else ""
        if not pip.named:
            return inside
        hover = tag("title", f"{pip.name}: {self._said(pip)}")
        if not self.interactive:
            return f"<g>{hover}{inside}{words}</g>"
        return f"{self._button(pip)}{hover}{inside}</g>{words}"

    def _button(self, pip: Pip) -> str:
        """The opening tag of a seat that can be pressed; what it shows in letters is in its name too."""
        code = "" if pip.code == pip.name.upper() else f" ({pip.code})"
        opening = tag(
            "g",
            class_="seat",
            id=f"seat-{pip.member}",
            role="button",
            tabindex="-1",
            data_member=pip.member,
            aria_label=f"{pip.name}{code}{', can veto' if pip.marked else ''}: {self._said(pip)}",
        )
        return f"{opening[:-2]}>"

    def _said(self, pip: Pip) -> str:
        note = self.notes.get(pip.member, "")
        return f"{_word(pip.choice)}; {note}" if note else _word(pip.choice)

    def _outline(self, pip: Pip, place: Place) -> str:
        if not pip.marked:
            return ""
        colour = palette(self.theme).ink
        return tag(
            "circle",
            class_="holder",
            cx=place.x,
            cy=place.y,
            r=place.radius * 1.16 + 2,
            fill="none",
            stroke=colour,
            stroke_width="1.5",
        )

    def _lettering(self, pip: Pip, place: Place) -> str:
        r, shown = place.radius, look(pip.choice, self.theme)
        if r < 8:  # noqa: PLR2004 -- below this no letter can be read
            return ""
        small = r < 20  # noqa: PLR2004 -- room for one line only
        size = min(r * (0.62 if small else 0.58), 15)
        ink = {"fill": shown.ink, "text_anchor": "middle", "aria_hidden": "true"}
        code = tag(
            "text",
            pip.code,
            class_=f"on {pip.choice} code",
            x=place.x,
            y=place.y + (size * 0.36 if small else 0),
            font_size=size,
            font_weight=700,
            **ink,
        )
        word = tag(
            "text",
            shown.word,
            class_=f"on {pip.choice} word",
            x=place.x,
            y=place.y + r * 0.46,
            font_size=r * 0.4,
            **ink,
        )
        return code if small else code + word + self._name(pip, place)

    def _name(self, pip: Pip, place: Place) -> str:
        """The member's name outside its seat, in short lines."""
        lines = _wrapped(pip.name)
        dx, dy = place.out
        if not (dx or dy):
            return ""
        size = place.lettering
        far = place.radius * (1.34 if pip.marked else 1.2) + 6
        anchor = "start" if dx > 0.3 else "end" if dx < -0.3 else "middle"  # noqa: PLR2004 -- nearly straight up or down
        far += place.lift if anchor == "middle" else 0
        x, y, deep = place.x + dx * far, place.y + dy * far, size * 1.12
        top = y + size * 0.32 - (len(lines) - 1) * deep * (1 if dy < -0.3 and anchor == "middle" else 0.5)  # noqa: PLR2004
        top += deep / 2 if dy > 0.3 and anchor == "middle" else 0  # noqa: PLR2004
        ink = palette(self.theme).ink
        return "".join(
            tag(
                "text",
                line,
                class_="name",
                x=x,
                y=top + deep * n,
                font_size=size,
                fill=ink,
                text_anchor=anchor,
                aria_hidden="true",
            )
            for n, line in enumerate(lines)
        )

    def _tile(self, pip: Pip, place: Place) -> tuple[str, str]:
        """A tile, and apart from it the letters upon it."""
        shown, colours = look(pip.choice, self.theme), palette(self.theme)
        left, top = place.x - place.width / 2, place.y - place.height / 2
        blank = pip.choice in ("absent", "not_participating", "not_voting", OPEN)
        drawn = tag(
            "rect",
            class_=f"t {pip.choice}",
            x=left + 0.7,
            y=top + 0.7,
            width=max(place.width - 1.4, 0.6),
            height=max(place.height - 1.4, 0.6),
            rx=min(place.radius * 0.2, 4),
            fill=shown.fill,
            stroke=shown.line if blank else colours.ground,
            stroke_width=1 if blank else 0.4,
            stroke_dasharray="3 2" if blank else None,
        )
        r = place.radius
        ink = {"fill": shown.ink, "class_": f"on {pip.choice}", "text_anchor": "middle", "aria_hidden": "true"}
        size = min(r * 0.62, place.width / 3.1, 22)
        if size < 5.5:  # noqa: PLR2004 -- too small to read: the mark alone
            return drawn, _inset(pip.choice, place, shown.ink) if r > 3 else ""  # noqa: PLR2004
        return (
            drawn,
            tag("text", pip.code, x=place.x, y=place.y + size * 0.1, font_size=size, font_weight=700, **ink)
            + tag("text", shown.word, x=place.x, y=place.y + size * 0.95, font_size=max(size * 0.62, 4.5), **ink),
        )

    def heart(self, verdict: Verdict, plan: Plan) -> str:
        """The outcome and the tally, in the free space that the seats leave."""
        if plan.room < 90:  # noqa: PLR2004 -- too narrow for the words
            return ""
        outcome = {"adopted": "Adopted", "not adopted": "Not adopted"}.get(verdict.outcome, "Open")
        tally = " \N{EN DASH} ".join(f"{verdict.tally.get(choice, 0):,}" for choice in ("yes", "no", "abstain"))
        colours, (x, y) = palette(self.theme), plan.heart
        size = min(plan.room / 7, 34)
        common = {"x": x, "text_anchor": "middle", "aria_hidden": "true"}
        return tag(
            "text", outcome, class_="heart", y=y, font_size=size, font_weight=700, fill=colours.ink, **common
        ) + tag("text", tally, class_="tally", y=y + size * 0.95, font_size=size * 0.62, fill=colours.quiet, **common)

    def legend(self, verdict: Verdict, listed: Sequence[Pip], plan: Plan) -> tuple[str, float]:
        """Which mark means what, and how many there are of each; with the height it takes."""
        keys = self._keys(verdict, listed)
        lines, colours = _lines([len(text) * 7.6 + 36 for _, text in keys], plan.width), palette(self.theme)
        drawn = []
        for number, line in enumerate(lines):
            x, y = (plan.width - sum(width for _, width in line)) / 2, plan.height + 26 + 26 * number
            for key, width in line:
                choice, text = keys[key]
                drawn.append(self._key(choice, x + 9, y - 5))
                drawn.append(tag("text", text, class_="key", x=x + 23, y=y, font_size=14, fill=colours.ink))
                x += width
        note = self._note(verdict, listed)
        deep = 18.0 + 26 * len(lines)
        if note:
            common = {"font_size": 12.5, "fill": colours.quiet, "text_anchor": "middle", "class_": "note"}
            drawn.append(tag("text", note, x=plan.width / 2, y=plan.height + deep + 8, **common))
        return f'<g class="legend" aria-hidden="true">{"".join(drawn)}</g>', deep + (18 if note else 0)

    def keys(self, verdict: Verdict, listed: Sequence[Pip]) -> list[tuple[str, str]]:
        """The same as marks and words, for a page that sets them itself."""
        drawn = [
            (f'<svg viewBox="-10 -10 20 20" aria-hidden="true">{self._key(choice, 0, 0)}</svg>', text)
            for choice, text in self._keys(verdict, listed)
        ]
        note = self._note(verdict, listed)
        return [*drawn, ("", note)] if note else drawn

    def _keys(self, verdict: Verdict, listed: Sequence[Pip]) -> list[tuple[str, str]]:
        titles = verdict.book.choices
        keys = [(choice, f"{number:,} {titles.title(choice)}") for choice, number in verdict.tally.items() if number]
        keys += [(OPEN, f"{verdict.open:,} open")] if verdict.open else []
        return keys + ([("", "can veto")] if any(pip.marked for pip in listed) and self.kind != "grid" else [])

    def _key(self, choice: str, x: float, y: float) -> str:
        if choice:
            return mark(choice, x, y, 8.5, self.theme)
        ink = palette(self.theme).ink
        return tag("circle", cx=x, cy=y, r=8.5, fill="none", stroke=ink, stroke_width="1.5", class_="holder")

    def _note(self, verdict: Verdict, listed: Sequence[Pip]) -> str:
        each = max((pip.votes for pip in listed), default=1)
        if each > 1:
            return f"each mark stands for {each:,} votes"
        return f"tiles sized by {sized_by(verdict.roster) or 'weight'}" if self.kind == "grid" else ""


def _lines(widths: Sequence[float], room: float) -> list[list[tuple[int, float]]]:
    """Places and widths of entries, broken into lines that fit."""
    lines: list[list[tuple[int, float]]] = [[]]
    for place, width in enumerate(widths):
        if lines[-1] and sum(taken for _, taken in lines[-1]) + width > room:
            lines.append([])
        lines[-1].append((place, width))
    return lines


def _inset(choice: str, place: Place, ink: str) -> str:
    """On a tile too small for letters: a stroke for no, a point for abstain, nothing for yes."""
    r = place.radius * 0.5
    if choice in AGAINST:
        path = f"M{place.x - r:.1f} {place.y - r:.1f}L{place.x + r:.1f} {place.y + r:.1f}"
        return tag("path", d=path, stroke=ink, stroke_width=1.2, class_=f"on {choice}")
    if choice == "abstain":
        return tag("circle", cx=place.x, cy=place.y, r=max(r * 0.6, 1), fill=ink, class_=f"on {choice}")
    return ""


def _word(choice: str) -> str:
    return choice.replace("_", " ")


def _wrapped(name: str, width: int = 13) -> list[str]:
    """A name in lines of at most so many letters, where its words allow it; three at most."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [*lines[:2], f"{lines[2]} …"] if len(lines) > 3 else lines  # noqa: PLR2004 -- three lines fit beside a seat

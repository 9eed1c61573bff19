"""Votes as pictures of the chamber: who sits where, and what each cast, as SVG drawn without any library.

Every ballot has a shape and a word beside its colour (`show/glyphs.py`); where a member is named, its code stands in its
seat. A chart carries a title and a description of what it shows, for those who do not see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from psephos.body.members import Roster, Seat
from psephos.calls.seating import Seating
from psephos.decide.verdict import Verdict
from psephos.show import plans
from psephos.show.glyphs import OPEN, Theme, look, mark, palette, tag
from psephos.show.plans import Place, Plan
from psephos.show.words import day_text, number_text

__all__ = ["KINDS", "Kind", "Pip", "kinds_for", "pips", "seat_svg"]

Kind = Literal["horseshoe", "table", "hemicycle", "rows", "grid"]
KINDS: tuple[Kind, ...] = ("horseshoe", "table", "hemicycle", "rows", "grid")
_AT_A_TABLE = 40
_MOST_DRAWN = 1_200
_OWN_CHAMBER: Mapping[str, Kind] = {"unsc": "horseshoe", "uk-commons": "rows"}
_FONT = "ui-sans-serif, system-ui, 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif"


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
            return self.member
        words = self.name.replace("-", " ").split()
        return "".join(word[0] for word in words[:3]).upper() if words[1:] else self.name[:3].upper()


def kinds_for(roster: Roster) -> tuple[Kind, ...]:
    """Which pictures suit this body, the most fitting first?

    Examples:
        >>> from datetime import date
        >>> from psephos.body.rulebook import rulebook
        >>> kinds_for(rulebook("unsc").on(date(2024, 1, 1))), kinds_for(rulebook("imf").on(date(2022, 1, 1)))
        (('horseshoe', 'table', 'hemicycle'), ('grid', 'hemicycle'))
    """
    own = _OWN_CHAMBER.get(roster.body)
    named = sum(seat.count == 1 for seat in roster.seats)
    found: list[Kind] = [own] if own else []
    sized = _sized(roster)
    if any(seat.count > 1 for seat in roster.seats):
        return tuple(dict.fromkeys([*found, "hemicycle", "rows"]))
    if named <= _AT_A_TABLE:
        found.append("table")
    elif sized:
        found.append("grid")
    found.append("hemicycle")
    return tuple(dict.fromkeys([*found, "grid"] if sized else found))


def _sized(roster: Roster) -> str:
    """A weight that every seat has and that differs between them."""
    for name in roster.weights:
        values = [seat.weights[name].value for seat in roster.seats if name in seat.weights]
        if len(values) == len(roster.seats) and len(set(values)) > 1:
            return name
    return ""


def pips(verdict: Verdict) -> tuple[Pip, ...]:
    """Every ballot of the vote as a mark, in the order of the roster; large benches at a scale that can be drawn."""
    seating = verdict.seating
    marked = _veto_holders(verdict)
    sized = _sized(seating.roster)
    found: list[Pip] = []
    if seating.tally is not None:
        return _anonymous(seating)
    for place, seat in enumerate(seating.roster.seats):
        if seat.count > 1:
            found.extend(_bench(seat, _counts(seating, place)))
        elif seat.count == 1:
            weight = float(seat.weights[sized].value) if sized else 1.0
            choice = seating.ballot(place) or OPEN
            found.append(Pip(seat.id, seat.name, choice, True, seat.apart, seat.id in marked, weight))  # noqa: FBT003
    return tuple(found)


def _veto_holders(verdict: Verdict) -> frozenset[str]:
    groups = [
        count.group
        for clause in verdict.rule.clauses
        if clause.role == "veto"
        for count in clause.requires.counts
        if count.group
    ]
    return frozenset(seat.id for seat in verdict.roster.seats for group in groups if group in seat.groups)


def _counts(seating: Seating, place: int) -> dict[str, int]:
    counts = dict(zip(seating.choices.ids, seating.known[place], strict=True))
    return {**counts, OPEN: seating.open_votes[place]}


def _bench(seat: Seat, counts: Mapping[str, int]) -> Iterable[Pip]:
    each = -(-seat.count // _MOST_DRAWN)
    for choice, number in counts.items():
        for _ in range(-(-number // each)):
            yield Pip(seat.id, seat.name, choice, named=False, apart=seat.apart, votes=each)


def _anonymous(seating: Seating) -> tuple[Pip, ...]:
    """A bare tally: how many cast what is known, and not who."""
    votes = dict(zip(seating.choices.ids, seating.votes, strict=True))
    bench = Seat("seats", "Seats", count=max(sum(votes.values()), 1))
    return tuple(_bench(bench, {**votes, OPEN: seating.roster.size - sum(votes.values())}))


# --- laying out -----------------------------------------------------------------------------------------------------

_FROM_LEFT = ("yes", "teller", OPEN, "abstain", "present_only", "not_voting", "absent", "not_participating")
_LAST = ("no", "no_with_veto")


def _rank(pip: Pip) -> tuple[int, str]:
    if pip.choice in _LAST:
        return len(_FROM_LEFT) + 1 + _LAST.index(pip.choice), ""
    return (_FROM_LEFT.index(pip.choice) if pip.choice in _FROM_LEFT else len(_FROM_LEFT)), pip.choice


def _laid_out(listed: Sequence[Pip], kind: Kind) -> tuple[Plan, list[Pip]]:
    """A plan and the pips in the order of its places."""
    named = sorted((pip for pip in listed if pip.named), key=lambda pip: pip.name)
    loose = sorted((pip for pip in listed if not pip.named), key=_rank)
    if kind == "grid":
        return plans.grid([pip.weight for pip in named + loose]), named + loose
    if kind == "rows":
        return _facing(named, loose)
    if loose:
        return _chambers(loose, named)
    return {"horseshoe": plans.horseshoe, "table": plans.table}.get(kind, plans.hemicycle)(len(named)), named


def _facing(named: Sequence[Pip], loose: Sequence[Pip]) -> tuple[Plan, list[Pip]]:
    """Westminster: those in favour and those against face each other; who sits apart is at the head."""
    head = [pip for pip in named if pip.apart]
    floor = [*loose, *(pip for pip in named if not pip.apart)]
    left = [pip for pip in floor if pip.choice == "yes"]
    right = [pip for pip in floor if pip.choice in _LAST]
    between = [pip for pip in floor if pip.choice != "yes" and pip.choice not in _LAST]
    plan = plans.rows(len(left), len(right), len(between))
    size = 34.0
    chairs = [Place(size / 2 + 2, plan.height / 2 + (size + 6) * n, size, size) for n in range(len(head))]
    shifted = tuple(place.moved(16, 0) for place in plan.places)
    return Plan(plan.width + 32, plan.height, (*shifted, *chairs)), [*left, *right, *between, *head]


def _chambers(loose: Sequence[Pip], named: Sequence[Pip]) -> tuple[Plan, list[Pip]]:
    """One half circle for each anonymous bench, side by side; named seats in a row at their foot."""
    benches = {pip.member: [other for other in loose if other.member == pip.member] for pip in loose}
    roots = {member: len(listed) ** 0.35 for member, listed in benches.items()}
    whole = 1000.0 - 40 * (len(benches) - 1)
    half_circles = {
        member: plans.hemicycle(len(listed), whole * roots[member] / sum(roots.values()))
        for member, listed in benches.items()
    }
    height = max(plan.height for plan in half_circles.values())
    places: list[Place] = []
    x = 0.0
    for plan in half_circles.values():
        places += [place.moved(x, height - plan.height) for place in plan.places]
        x += plan.width + 40
    size = 40.0
    foot = [
        Place(500 + (n - (len(named) - 1) / 2) * 130, height + size / 2 + 4, size, size, (0, 1))
        for n in range(len(named))
    ]
    total = height + (size + 34 if named else 0)
    return Plan(1000.0, total, (*places, *foot)), [pip for listed in benches.values() for pip in listed] + [*named]


# --- drawing --------------------------------------------------------------------------------------------------------


def seat_svg(verdict: Verdict, *, kind: Kind | None = None, theme: Theme = "light", interactive: bool = False) -> str:
    """What did the chamber look like at this vote?

    Args:
        verdict: the vote.
        kind: how the seats stand; None takes what suits the body.
        theme: the colours; a page may override them by its style sheet (each mark bears its choice as a class).
        interactive: make each named seat a button of the page, instead of one picture.

    Returns:
        A whole SVG element with title, description and legend.

    Examples:
        >>> from datetime import date
        >>> from psephos.body.rulebook import rulebook
        >>> from psephos.calls.rollcall import RollCall
        >>> from psephos.decide.verdict import decide
        >>> call = RollCall("unsc", date(2023, 10, 18), "substantive", ballots={"USA": "no"}, others="yes")
        >>> svg = seat_svg(decide(rulebook("unsc"), call))
        >>> svg.startswith("<svg"), svg.count('class="m yes"')
        (True, 15)
    """
    listed = pips(verdict)
    chosen = kind or kinds_for(verdict.roster)[0]
    plan, ordered = _laid_out(listed, chosen)
    painter = _Painter(theme, interactive, chosen, len(listed))
    body = [painter.furniture(plan)] if plan.furniture else []
    body += [painter.seat(pip, place) for pip, place in zip(ordered, plan.places, strict=True)]
    legend = painter.legend(verdict, listed, plan)
    title, described = _title(verdict, chosen), _described(verdict)
    role = {"role": "group"} if interactive and any(pip.named for pip in listed) else {"role": "img"}
    opening = tag(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        class_=f"seats {chosen}",
        viewBox=f"0 0 {plan.width:.0f} {plan.height + 44:.0f}",
        width=f"{plan.width:.0f}",
        height=f"{plan.height + 44:.0f}",
        **role,
        aria_label=f"{title}. {described}" if role["role"] == "img" else title,
        font_family=_FONT,
    )
    heading = tag("title", title) + tag("desc", described)
    return f"{opening[:-2]}>{heading}{''.join(body)}{legend}</svg>"


def _title(verdict: Verdict, kind: str) -> str:
    shapes = {
        "horseshoe": "members around the horseshoe table",
        "table": "members around the table",
        "hemicycle": "seats in a half circle",
        "rows": "benches that face each other",
        "grid": "members as tiles, sized by weight",
    }
    return f"{verdict.book.name}, {day_text(verdict.call.day)}: {shapes[kind]}"


def _described(verdict: Verdict) -> str:
    titles = verdict.book.choices
    parts = [f"{number:,} {titles.title(choice)}" for choice, number in verdict.tally.items()]
    return ", ".join([*parts, *([f"{verdict.open:,} open"] if verdict.open else []), f"of {verdict.roster.size:,}"])


@dataclass(frozen=True, slots=True)
class _Painter:
    """Draws marks in one theme."""

    theme: Theme
    interactive: bool
    kind: Kind
    number: int

    def furniture(self, plan: Plan) -> str:
        colour = palette(self.theme).furniture
        if plan.band:
            return tag("path", class_="desk", d=plan.furniture, fill="none", stroke=colour, stroke_width=plan.band)
        return tag("path", class_="desk", d=plan.furniture, fill=colour)

    def seat(self, pip: Pip, place: Place) -> str:
        if self.kind == "grid":
            inside = self._tile(pip, place)
        else:
            inside = mark(pip.choice, place.x, place.y, place.radius, self.theme)
            inside += self._outline(pip, place) + (self._lettering(pip, place) if pip.named else "")
        if not pip.named:
            return inside
        hover = tag("title", f"{pip.name}: {_word(pip.choice)}")
        if not self.interactive:
            return f"<g>{hover}{inside}</g>"
        label = f"{pip.name}, {'veto holder, ' if pip.marked else ''}{_word(pip.choice)}"
        opening = tag(
            "g",
            class_="seat",
            id=f"seat-{pip.member}",
            role="button",
            tabindex="-1",
            data_member=pip.member,
            aria_label=label,
        )
        return f"{opening[:-2]}>{hover}{inside}</g>"

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
        small = r < 20 or pip.choice == "not_participating"  # noqa: PLR2004 -- room for one line only
        size = min(r * (0.62 if small else 0.58), 15)
        ink = {"fill": shown.ink, "class_": f"on {pip.choice}", "text_anchor": "middle", "aria_hidden": "true"}
        code = tag(
            "text",
            pip.code,
            x=place.x,
            y=place.y + (size * 0.36 if small else 0),
            font_size=size,
            font_weight=700,
            **ink,
        )
        word = "" if small else tag("text", shown.word, x=place.x, y=place.y + r * 0.46, font_size=r * 0.4, **ink)
        return code + word + ("" if small else self._name(pip, place))

    def _name(self, pip: Pip, place: Place) -> str:
        """The member's name outside its seat, in short lines."""
        lines = _wrapped(pip.name)
        dx, dy = place.out
        if not (dx or dy):
            return ""
        far = place.radius * (1.34 if pip.marked else 1.2) + 6
        anchor = "start" if dx > 0.3 else "end" if dx < -0.3 else "middle"  # noqa: PLR2004 -- nearly straight up or down
        x, y = place.x + dx * far, place.y + dy * far
        top = y + 4 - (len(lines) - 1) * (14 if dy < -0.3 and anchor == "middle" else 7)  # noqa: PLR2004
        top += 7 if dy > 0.3 and anchor == "middle" else 0  # noqa: PLR2004
        ink = palette(self.theme).ink
        return "".join(
            tag(
                "text",
                line,
                class_="name",
                x=x,
                y=top + 14 * n,
                font_size=12.5,
                fill=ink,
                text_anchor=anchor,
                aria_hidden="true",
            )
            for n, line in enumerate(lines)
        )

    def _tile(self, pip: Pip, place: Place) -> str:
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
            return drawn + (_inset(pip.choice, place, shown.ink) if r > 3 else "")  # noqa: PLR2004
        return (
            drawn
            + tag("text", pip.code, x=place.x, y=place.y + size * 0.1, font_size=size, font_weight=700, **ink)
            + tag("text", shown.word, x=place.x, y=place.y + size * 0.95, font_size=max(size * 0.62, 4.5), **ink)
        )

    def legend(self, verdict: Verdict, listed: Sequence[Pip], plan: Plan) -> str:
        """Which mark means what, and how many there are of each."""
        counts = {choice: number for choice, number in verdict.tally.items() if number}
        if verdict.open:
            counts[OPEN] = verdict.open
        titles = {choice: OPEN if choice == OPEN else verdict.book.choices.title(choice) for choice in counts}
        entries = [f"{number_text_of(number)} {titles[choice]}" for choice, number in counts.items()]
        holders = any(pip.marked for pip in listed)
        widths = [len(entry) * 7.4 + 34 for entry in entries] + ([132] if holders else [])
        x, y, colours = max((plan.width - sum(widths)) / 2, 4), plan.height + 24, palette(self.theme)
        drawn = []
        for choice, entry, width in zip(counts, entries, widths, strict=False):
            drawn.append(mark(choice, x + 9, y - 5, 8.5, self.theme))
            drawn.append(tag("text", entry, class_="key", x=x + 23, y=y, font_size=14, fill=colours.ink))
            x += width
        if holders:
            ring = {"fill": "none", "stroke": colours.ink, "stroke_width": "1.5", "class_": "holder"}
            drawn.append(tag("circle", cx=x + 9, cy=y - 5, r=8.5, **ring))
            drawn.append(tag("text", "can veto", class_="key", x=x + 23, y=y, font_size=14, fill=colours.ink))
        scale = max((pip.votes for pip in listed), default=1)
        if scale > 1:
            note = f"each mark stands for {scale} votes"
            drawn.append(
                tag("text", note, class_="key", x=plan.width - 4, y=plan.height + 40, font_size=11, text_anchor="end")
            )
        return f'<g aria-hidden="true">{"".join(drawn)}</g>'


def number_text_of(number: int) -> str:
    """A whole number with thousands separators."""
    return f"{number:,}"


def _inset(choice: str, place: Place, ink: str) -> str:
    """On a tile too small for letters: a stroke for no, a point for abstain, nothing for yes."""
    r = place.radius * 0.5
    if choice in _LAST:
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

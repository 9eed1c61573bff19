"""Votes as pictures of the chamber: who sits where, and what each cast, as SVG drawn without any library.

Every ballot has a shape and a word beside its colour (`show/glyphs.py`); where a member is named, its code stands in
its seat. A chart carries a title and a description of what it shows, for those who do not see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from psephos.body.members import Roster, Seat
from psephos.calls.seating import Seating
from psephos.decide.verdict import Verdict
from psephos.show import plans
from psephos.show.glyphs import OPEN, Theme, tag
from psephos.show.painting import AGAINST, KINDS, Kind, Painter, Pip, sized_by
from psephos.show.plans import Place, Plan
from psephos.show.words import day_text

__all__ = ["FONT", "KINDS", "Kind", "Pip", "kinds_for", "legend_keys", "pips", "seat_svg"]

_AT_A_TABLE = 40
_MOST_DRAWN = 1_200
_OWN_CHAMBER: Mapping[str, Kind] = {"unsc": "horseshoe", "uk-commons": "rows"}
FONT = "ui-sans-serif, system-ui, 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif"


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
    sized = sized_by(roster)
    if any(seat.count > 1 for seat in roster.seats):
        return tuple(dict.fromkeys([*found, "hemicycle", "rows"]))
    if named <= _AT_A_TABLE:
        found.append("table")
    elif sized:
        found.append("grid")
    found.append("hemicycle")
    return tuple(dict.fromkeys([*found, "grid"] if sized else found))


def pips(verdict: Verdict) -> tuple[Pip, ...]:
    """Every ballot of the vote as a mark, in the order of the roster; large benches at a scale that can be drawn."""
    seating = verdict.seating
    marked = _veto_holders(verdict)
    sized = sized_by(seating.roster)
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


def _rank(pip: Pip) -> tuple[int, str]:
    if pip.choice in AGAINST:
        return len(_FROM_LEFT) + 1 + AGAINST.index(pip.choice), ""
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
    right = [pip for pip in floor if pip.choice in AGAINST]
    between = [pip for pip in floor if pip.choice != "yes" and pip.choice not in AGAINST]
    plan = plans.rows(len(left), len(right), len(between))
    size = 34.0
    chairs = [Place(size / 2 + 2, plan.height / 2 + (size + 6) * n, size, size) for n in range(len(head))]
    return replace(plan, places=(*plan.places, *chairs)), [*left, *right, *between, *head]


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
    only = next(iter(half_circles.values())) if len(half_circles) == 1 else Plan(0, 0, ())
    return Plan(1000.0, total, (*places, *foot), heart=only.heart, room=only.room), [
        pip for listed in benches.values() for pip in listed
    ] + [*named]


# --- drawing --------------------------------------------------------------------------------------------------------


def seat_svg(
    verdict: Verdict,
    *,
    kind: Kind | None = None,
    theme: Theme = "light",
    interactive: bool = False,
    notes: Mapping[str, str] | None = None,
) -> str:
    """What did the chamber look like at this vote?

    Args:
        verdict: the vote.
        kind: how the seats stand; None takes what suits the body.
        theme: the colours; a page may override them by its style sheet (each mark bears its choice as a class).
        interactive: make each named seat a button of the page, which then writes the legend itself.
        notes: what to say of a member besides, where a pointer rests on its seat.

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
    painter = Painter(theme, interactive, chosen, len(listed), notes or {})
    body = [painter.furniture(plan)] if plan.furniture else []
    body += [painter.seat(pip, place) for pip, place in zip(ordered, plan.places, strict=True)]
    body.append(painter.heart(verdict, plan))
    legend, deep = ("", 6.0) if interactive else painter.legend(verdict, listed, plan)
    title, described = _title(verdict, chosen), _described(verdict)
    role = {"role": "group"} if interactive and any(pip.named for pip in listed) else {"role": "img"}
    opening = tag(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        class_=f"seats {chosen}",
        viewBox=f"0 0 {plan.width:.0f} {plan.height + deep:.0f}",
        width=f"{plan.width:.0f}",
        height=f"{plan.height + deep:.0f}",
        **role,
        aria_label=f"{title}. {described}" if role["role"] == "img" else title,
        font_family=FONT,
    )
    heading = tag("title", title) + tag("desc", described)
    return f"{opening[:-2]}>{heading}{''.join(body)}{legend}</svg>"


def legend_keys(verdict: Verdict, kind: Kind = "table") -> list[tuple[str, str]]:
    """What the legend of the chart says: each mark as a small drawing, and its words."""
    listed = pips(verdict)
    return Painter("light", True, kind, len(listed)).keys(verdict, listed)  # noqa: FBT003


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

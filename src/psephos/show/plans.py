"""Where seats stand: the geometry of a horseshoe, a hemicycle, facing rows, a table and a sized grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, cos, pi, sin, sqrt

__all__ = ["Place", "Plan", "grid", "hemicycle", "horseshoe", "rows", "table"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where does a seat stand: its centre, its width and height, and the way outwards (for its name)?

    `lift` moves the name further out, where neighbours' names would touch; `lettering` is how large it is.
    """

    x: float
    y: float
    width: float
    height: float
    out: tuple[float, float] = (0.0, 0.0)
    lift: float = 0.0
    lettering: float = 13.5

    @property
    def radius(self) -> float:
        """Half the smaller side."""
        return min(self.width, self.height) / 2

    def moved(self, x: float, y: float) -> Place:
        """The same place on a plan that begins elsewhere."""
        return replace(self, x=self.x + x, y=self.y + y)


@dataclass(frozen=True, slots=True)
class Plan:
    """A drawing's size, the places of its seats in the order asked for, and the outline of the furniture, if any.

    `furniture` is an SVG path; `band` is how broad its stroke is (0: it is filled). `heart` is the middle of the free
    space inside, and `room` how wide it is (0: there is none).
    """

    width: float
    height: float
    places: tuple[Place, ...]
    furniture: str = ""
    band: float = 0.0
    heart: tuple[float, float] = (0.0, 0.0)
    room: float = 0.0


def horseshoe(number: int) -> Plan:
    """Seats along the outside of a horseshoe table that opens downwards, clockwise from its left end.

    Examples:
        >>> plan = horseshoe(15)
        >>> len(plan.places), plan.places[7].x == plan.width / 2
        (15, True)
    """
    radius, leg, size = 252.0, 150.0, 54.0
    middle, top = 398.0, 318.0
    length = 2 * leg + pi * radius
    steps = [length * (place + 0.5) / number for place in range(number)]
    points = [_on_arch(step, radius, leg) for step in steps]
    places = tuple(Place(round(middle + x, 1), round(top + y, 1), size, size, out) for x, y, out in points)
    inner = radius - 58
    path = f"M{middle - inner} {top + leg + 16}V{top}A{inner} {inner} 0 0 1 {middle + inner} {top}V{top + leg + 16}"
    return Plan(2 * middle, top + leg + 34, places, path, 26, (middle, top + 24), 2 * inner - 60)


def _on_arch(step: float, radius: float, leg: float) -> tuple[float, float, tuple[float, float]]:
    """A point so far along the arch: up the left leg, round, down the right one; and the way outwards there."""
    if step <= leg:
        return -radius, leg - step, (-1.0, 0.0)
    if step >= leg + pi * radius:
        return radius, step - leg - pi * radius, (1.0, 0.0)
    angle = pi - (step - leg) / radius
    return radius * cos(angle), -radius * sin(angle), (cos(angle), -sin(angle))


_SMALL_TABLE = 18
_LEAST = 820.0
_LIFT = 17.0
"""Along the sides of a large table every other name stands one line further out."""
_END = 4.9
"""How round the ends of a long table are: it grows in both directions as it must seat more."""


def table(number: int) -> Plan:
    """Seats all around a long table with round ends, clockwise from the upper left.

    Examples:
        >>> len(table(27).places), table(5).width < table(27).width
        (27, True)
    """
    large = number > _SMALL_TABLE
    size, pitch, margin = (56.0, 74.0, 136.0) if large else (52.0, 86.0, 128.0)
    around = max(number, 5) * pitch
    radius = min(_END * sqrt(around), around / (2 * pi))
    straight = (around - 2 * pi * radius) / 2
    middle = max(margin + radius + straight / 2, _LEAST / 2)  # a small table is not blown up to fill a page
    centre = margin - 26 + radius
    points = [_on_stadium((place + 0.5) * around / number, radius, straight) for place in range(number)]
    places = tuple(
        Place(round(middle + x, 1), round(centre + y, 1), size, size, out, _LIFT if large and n % 2 else 0.0, 15.5)
        for n, (x, y, out) in enumerate(points)
    )
    inner, half = max(radius - 46, 14.0), straight / 2
    left, right = middle - half, middle + half
    path = (
        f"M{left:.1f} {centre - inner:.1f}H{right:.1f}A{inner:.1f} {inner:.1f} 0 0 1 {right:.1f} {centre + inner:.1f}"
        f"H{left:.1f}A{inner:.1f} {inner:.1f} 0 0 1 {left:.1f} {centre - inner:.1f}Z"
    )
    return Plan(2 * middle, 2 * centre, places, path, 0.0, (middle, centre), straight + 1.5 * inner)


def _on_stadium(step: float, radius: float, straight: float) -> tuple[float, float, tuple[float, float]]:
    half, bend = straight / 2, pi * radius
    if step <= straight:
        return step - half, -radius, (0.0, -1.0)
    if step <= straight + bend:
        angle = (step - straight) / radius
        return half + radius * sin(angle), -radius * cos(angle), (sin(angle), -cos(angle))
    if step <= 2 * straight + bend:
        return half - (step - straight - bend), radius, (0.0, 1.0)
    angle = (step - 2 * straight - bend) / radius
    return -half - radius * sin(angle), radius * cos(angle), (-sin(angle), cos(angle))


def hemicycle(number: int, width: float = 1000.0) -> Plan:
    """Seats in rows of a half circle, ordered from left to right, so that neighbours in a list sit together.

    Examples:
        >>> plan = hemicycle(720)
        >>> len(plan.places), plan.places[0].x < plan.places[719].x
        (720, True)
    """
    radii, counts = _arcs(number)
    gap = radii[1] - radii[0] if len(radii) > 1 else 1 - radii[0]
    pitch = min((pi * radius / max(count, 2) for radius, count in zip(radii, counts, strict=True)), default=gap)
    outer = width / 2 / (1 + gap / 2)
    size = min(gap, pitch, 0.13) * outer * 0.93
    seats = sorted(_on_arcs(radii, counts), key=lambda seat: (-seat[0], seat[1]))
    places = tuple(
        Place(
            round(width / 2 + outer * r * cos(a), 1), round(outer * (1 + gap / 2) - outer * r * sin(a), 1), size, size
        )
        for a, r in seats
    )
    height = outer * (1 + gap / 2) + size / 2 + 4
    return Plan(width, height, places, heart=(width / 2, height - 0.12 * outer), room=2 * (_INNER - gap) * outer)


def _arcs(number: int) -> tuple[list[float], list[int]]:
    """The radii of the rows and their numbers of seats, the rows as far apart as the seats in them."""
    best = min(range(1, max(2, ceil(sqrt(number)))), key=lambda rows: _unevenness(number, rows))
    return _arcs_of(number, best)


_INNER = 0.36


def _arcs_of(number: int, rows: int) -> tuple[list[float], list[int]]:
    radii = [1.0] if rows == 1 else [_INNER + (1 - _INNER) * row / (rows - 1) for row in range(rows)]
    total, given, counts = sum(radii), 0, []
    for row in range(rows):  # running totals, so that rounding never loses or adds a seat
        reached = round(number * sum(radii[: row + 1]) / total)
        counts.append(reached - given)
        given = reached
    return radii, counts


def _unevenness(number: int, rows: int) -> float:
    radii, counts = _arcs_of(number, rows)
    gap = (1 - _INNER) / max(rows - 1, 1)
    return abs(pi * radii[-1] / max(counts[-1], 1) - gap)


def _on_arcs(radii: Sequence[float], counts: Sequence[int]) -> Iterator[tuple[float, float]]:
    for radius, count in zip(radii, counts, strict=True):
        for place in range(count):
            yield pi * (1 - (place + 0.5) / count), radius


_LARGE_CHAMBER = 150
_AISLE = 16.0


def rows(left: int, right: int, between: int, width: float = 1000.0) -> Plan:
    """Two banks of benches that face each other, and a bank between them at the far end; in that order.

    Examples:
        >>> plan = rows(320, 310, 19)
        >>> len(plan.places), plan.places[0].y < plan.places[320].y
        (649, True)
    """
    deep = 10 if left + right + between > _LARGE_CHAMBER else 5
    across = 2 * deep + 4
    long = max(ceil(left / deep), ceil(right / deep), 8) + (ceil(between / across) + 2 if between else 0)
    pitch = min(width / (long + 4), 24.0)
    size, start = pitch * 0.86, 3 * pitch
    banks = (
        [(start + (n // deep) * pitch, (deep - 1 - n % deep + 0.5) * pitch) for n in range(left)],
        [(start + (n // deep) * pitch, (deep + 4 + n % deep + 0.5) * pitch) for n in range(right)],
        [
            (start + (long - 1 - n // across) * pitch, (_from_middle(n % across, across) + 0.5) * pitch)
            for n in range(between)
        ],
    )
    places = tuple(
        Place(round(x + pitch / 2 + _AISLE, 1), round(y + 4, 1), size, size) for bank in banks for x, y in bank
    )
    left_end, across_all, deep_all = start + _AISLE - 5, long * pitch + 10, deep * pitch + 8
    far = (deep + 4) * pitch
    path = "".join(
        f"M{left_end:.1f} {top:.1f}h{across_all:.1f}v{deep_all:.1f}h{-across_all:.1f}Z" for top in (0.0, far)
    )
    return Plan(width + 2 * _AISLE, (2 * deep + 4) * pitch + 8, places, path)


def _from_middle(number: int, across: int) -> int:
    """0, 1, 2 ... spread alternately from the middle of so many places."""
    return across // 2 + (number + 1) // 2 * (-1 if number % 2 else 1)


def grid(weights: Sequence[float], width: float = 1000.0, height: float = 620.0) -> Plan:
    """Tiles as large as the weights, in a rectangle; the places come in the order of the weights given.

    Squarified treemaps: Bruls, Huizing and van Wijk (2000).

    Examples:
        >>> [round(place.width * place.height) for place in grid([3, 1], 100, 40).places]
        [3000, 1000]
    """
    least = sum(weights) / 20_000 or 1.0
    order = sorted(range(len(weights)), key=lambda place: -weights[place])
    sizes = [max(weights[place], least) for place in order]
    scale = width * height / sum(sizes)
    tiles = _squarified([size * scale for size in sizes], width, height)
    found = dict(zip(order, tiles, strict=True))
    return Plan(width, height, tuple(found[place] for place in range(len(weights))))


def _squarified(areas: Sequence[float], width: float, height: float) -> list[Place]:
    placed: list[Place] = []
    x = y = 0.0
    rest = list(areas)
    while rest:
        short = min(width, height)
        count = _strip(rest, short)
        thick = sum(rest[:count]) / short
        along = 0.0
        for area in rest[:count]:
            long = area / thick
            placed.append(
                Place(x + thick / 2, y + along + long / 2, thick, long)
                if width >= height
                else Place(x + along + long / 2, y + thick / 2, long, thick)
            )
            along += long
        rest = rest[count:]
        if width >= height:
            x, width = x + thick, width - thick
        else:
            y, height = y + thick, height - thick
    return placed


def _strip(areas: Sequence[float], short: float) -> int:
    """How many tiles make the next strip: as long as their shapes get no longer."""
    count, best, total, worst_last = 0, float("inf"), 0.0, float("inf")
    for area in areas:
        total += area
        square = (total / short) ** 2
        worst_last = max(areas[0] / square, square / area)
        if worst_last > best:
            break
        best, count = worst_last, count + 1
    return max(count, 1)

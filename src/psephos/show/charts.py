"""Power and its change as Altair charts, for papers and notebooks; needs the extra `charts`."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from psephos.errors import UsageError
from psephos.power.compare import PowerChange
from psephos.power.table import PowerTable
from psephos.show.glyphs import palette
from psephos.show.measuring import index_title
from psephos.show.words import day_text

if TYPE_CHECKING:
    import altair as alt

__all__ = ["change_chart", "power_chart"]

_ROW = 18
_MOST = 60


def power_chart(table: PowerTable, indices: Sequence[str] | None = None, *, most: int = _MOST) -> alt.Chart:
    """How does power compare between members?

    Args:
        table: what `power` returned.
        indices: which of its indices, one panel each; all if left out.
        most: how many members to show, those with most power first.

    Raises:
        UsageError: the extra `charts` is not installed, or the table lacks an index.

    Examples:
        >>> from psephos.power.indices import power
        >>> chart = power_chart(power("unsc", on="2024-01-01", index="banzhaf"))
        >>> len(chart.to_dict()["data"]["values"])
        15
    """
    altair = _altair()
    chosen = tuple(indices or table.indices)
    rows = [
        {"member": name, "index": index_title(index), "value": float(value)}
        for index in chosen
        for name, value in _largest(table, index, chosen[0], most)
    ]
    names = [name for name, _ in _largest(table, chosen[0], chosen[0], most)]
    base = altair.Chart(altair.Data(values=rows), title=_title(table)).mark_bar(color=palette().looks["yes"].fill)
    chart: alt.Chart = base.encode(
        x=altair.X("value:Q", title=None),
        y=altair.Y("member:N", sort=names, title=None),
        column=altair.Column("index:N", title=None, sort=[index_title(index) for index in chosen]),
        tooltip=["member:N", "index:N", altair.Tooltip("value:Q", format=".6f")],
    ).properties(width=260, height=_ROW * len(names))
    return chart


def change_chart(change: PowerChange, *, most: int = _MOST) -> alt.Chart:
    """Who gains and who loses from one rule to the other? The largest changes first; gains and losses differ in colour.

    Raises:
        UsageError: the extra `charts` is not installed.

    Examples:
        >>> from psephos.power.compare import compare_power
        >>> from psephos.power.games import weighted
        >>> change = compare_power(weighted(3, "A=2,B=1,C=1"), weighted(4, "A=2,B=1,C=1"), index="banzhaf")
        >>> [row["member"] for row in change_chart(change).to_dict()["data"]["values"]]
        ['B', 'C', 'A']
    """
    altair = _altair()
    largest = sorted(change.gains, key=lambda gain: -abs(float(gain.change)))[:most]
    kept = [gain for gain in change.gains if gain in largest]
    rows = [
        {"member": gain.name, "change": float(gain.change), "who": "gains" if gain.change >= 0 else "loses"}
        for gain in kept
    ]
    looks = palette().looks
    colours = altair.Scale(domain=["gains", "loses"], range=[looks["yes"].fill, looks["no"].fill])
    title = f"{index_title(change.index)}: change"
    chart: alt.Chart = (
        altair.Chart(altair.Data(values=rows), title=title)
        .mark_bar()
        .encode(
            x=altair.X("change:Q", title=None),
            y=altair.Y("member:N", sort=[gain.name for gain in kept], title=None),
            color=altair.Color("who:N", scale=colours, title=None),
            tooltip=["member:N", altair.Tooltip("change:Q", format="+.6f")],
        )
        .properties(width=420, height=_ROW * max(len(kept), 1))
    )
    return chart


def _largest(table: PowerTable, index: str, by: str, most: int) -> list[tuple[str, float]]:
    """Names and figures of one index, those first that have most by another."""
    order = table.column(by)
    values = table.column(index)
    names = dict(zip(table.members, table.names, strict=True))
    ranked = sorted(order, key=lambda member: (-float(order[member]), names[member]))
    return [(names[member], float(values[member])) for member in ranked[:most]]


def _title(table: PowerTable) -> str:
    day = table.provenance.on
    return table.game.name + (f", {day_text(day)}" if day else "")


def _altair() -> ModuleType:
    try:
        import altair as alt
    except ImportError:
        raise UsageError("charts need the extra 'charts': pip install 'psephos[charts]'") from None
    return alt

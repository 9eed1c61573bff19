"""How results show themselves: as text when printed, and in a notebook. The front door binds them, name by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, TypeVar

from psephos.calls.rollcall import RollCall
from psephos.decide.reasons import leaves
from psephos.decide.verdict import Verdict, decide
from psephos.errors import PsephosError
from psephos.show.glyphs import palette
from psephos.show.rules import clause_title
from psephos.show.seats import seat_svg
from psephos.show.text import clause_standing, headline, law, remark_text, tally_text, verdict_text
from psephos.show.words import day_text

if TYPE_CHECKING:
    from psephos.power.table import PowerTable

__all__ = ["bind", "call_html", "power_html", "verdict_html"]

Result = TypeVar("Result")


def verdict_html(verdict: Verdict) -> str:
    """How does a notebook show a verdict: headline, the seats, one row a clause, remarks?"""
    rows = []
    for leaf in leaves(verdict.reasons) if verdict.reasons else ():
        holds = {True: "holds", False: "fails", None: "open"}[leaf.holds]
        rows.append((holds, clause_title(leaf.clause), clause_standing(leaf, verdict), law(leaf)))
    remarks = "".join(f"<p>{escape(remark_text(remark, verdict))}</p>" for remark in verdict.remarks)
    told = f"<p><strong>{escape(headline(verdict))}</strong> {escape(tally_text(verdict))}</p>"
    return f"{told}{_seats(verdict)}{_table((), rows)}{remarks}"


def call_html(call: RollCall) -> str:
    """How does a notebook show a roll call: what was voted on, and who cast what, at the seats or in a list?

    A call of a body whose rulebook is not at hand, or does not cover the day, is listed as it was recorded.
    """
    kind = f", {call.decision}" if call.decision else ""
    about = f"{call.body}, {day_text(call.day)}{kind}"
    try:
        verdict = decide(call.body, call)
    except PsephosError:
        recorded = call.tally.counts if call.tally else {}
        rows = [(member, str(ballot)) for member, ballot in call.ballots.items()]
        rows += [("others", call.others)] if call.others else []
        rows += [(choice, f"{number:,}") for choice, number in recorded.items()]
        return f"<p><strong>{escape(about)}</strong></p>{_table((), rows)}"
    about = f"{verdict.book.name}, {day_text(call.day)}, {verdict.rule.title}"
    return f"<p><strong>{escape(about)}</strong> {escape(tally_text(verdict))}</p>{_seats(verdict)}"


def power_html(table: PowerTable) -> str:
    """How does a notebook show a table of power: a row a member, a figure with its bar for each index?"""
    from psephos.show.measuring import figure_text, power_lines

    title, size, *_ = power_lines(table)
    columns = list(table.values.items())
    tops = [max((float(value) for value in values), default=0.0) or 1.0 for _, values in columns]
    order = sorted(
        range(len(table.members)), key=lambda row: ([-float(values[row]) for _, values in columns], table.names[row])
    )
    rows = []
    for row in order:
        cells = [
            escape(table.names[row] if table.counts[row] == 1 else f"{table.names[row]}, {table.counts[row]:,} seats")
        ]
        for (_, values), top in zip(columns, tops, strict=True):
            long = round(100 * float(values[row]) / top)
            bar = f"<span style='display:inline-block;height:.7em;width:{long}px;background:{_BAR}'></span>"
            cells.append(f"{escape(figure_text(values[row], exact=table.exact))} {bar}")
        rows.append(cells)
    head = ["member", *(escape(index.replace("_", " ")) for index, _ in columns)]
    refused = "".join(f"<p>{escape(index)}: {escape(why)}</p>" for index, why in table.refused.items())
    foot = f"<p>{escape(table.convention)}. {escape(table.method)}.</p>"
    return f"<p><strong>{escape(title)}</strong> {escape(size)}</p>{_cells(head, rows)}{refused}{foot}"


_BAR = palette().looks["yes"].fill


def _seats(verdict: Verdict) -> str:
    """The seats on a ground of their own, so that they can be read in a dark notebook too."""
    svg = seat_svg(verdict)
    start = svg.index(' width="')
    rest = svg[svg.index('"', svg.index(' height="') + 9) + 1 :]
    ground = palette().ground
    return f"<div style='max-width:620px;background:{ground}'>{svg[:start]} width=\"100%\"{rest}</div>"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return _cells([escape(cell) for cell in head], [[escape(cell) for cell in row] for row in rows])


def _cells(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of cells that are HTML already; nothing for no rows."""
    if not rows:
        return ""
    style = "style='text-align:left;white-space:nowrap'" if head else "style='text-align:left'"
    top = "".join(f"<th style='text-align:left'>{cell}</th>" for cell in head)
    body = "".join(f"<tr>{''.join(f'<td {style}>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{f'<thead><tr>{top}</tr></thead>' if head else ''}<tbody>{body}</tbody></table>"


def bind(name: str) -> None:
    """Let what this name of the front door returns print as text and show itself in a notebook.

    Only the words of that one result are loaded: `psephos.decide` brings in no table of power.
    """
    _show(Verdict, verdict_text, verdict_html)
    setattr(RollCall, "_repr_html_", call_html)  # noqa: B010 -- it prints as the record it is
    binder = _BINDERS.get(name)
    if binder is not None:
        binder()


def _show(kind: type[Result], text: Callable[[Result], str], html: Callable[[Result], str] | None = None) -> None:
    """Without HTML of its own, a notebook shows the text as it stands, its columns aligned."""

    def preformatted(result: Result) -> str:
        return f"<pre>{escape(text(result))}</pre>"

    setattr(kind, "__str__", text)  # noqa: B010 -- the class is frozen for its values, and typed so
    setattr(kind, "_repr_html_", html or preformatted)  # noqa: B010


def _comparison() -> None:
    from psephos.explore.compare import Comparison
    from psephos.show.exploring_text import comparison_text

    _show(Comparison, comparison_text)


def _deduction() -> None:
    from psephos.explore.deduced import Deduction
    from psephos.show.verifying import deduction_text

    _show(Deduction, deduction_text)


def _flips() -> None:
    from psephos.explore.flips import Flips
    from psephos.show.exploring_text import flips_text

    _show(Flips, flips_text)


def _open_vote() -> None:
    from psephos.explore.openvote import OpenVote
    from psephos.show.exploring_text import open_text

    _show(OpenVote, open_text)


def _power() -> None:
    from psephos.power.table import PowerTable
    from psephos.show.measuring import power_lines

    _show(PowerTable, lambda table: "\n".join(power_lines(table)), power_html)


def _reading() -> None:
    from psephos.read.report import Reading
    from psephos.show.reading_text import reading_text

    _show(Reading, reading_text)


def _replay() -> None:
    from psephos.replay.audit import Replay
    from psephos.show.replaying import replay_text

    _show(Replay, lambda found: "\n".join(line for line, _ in replay_text(found)))


def _structure() -> None:
    from psephos.power.structure import Structure
    from psephos.show.structuring import structure_lines

    _show(Structure, lambda found: "\n".join(structure_lines(found)))


_BINDERS: Mapping[str, Callable[[], None]] = {
    "compare": _comparison,
    "deduce": _deduction,
    "flips": _flips,
    "open_vote": _open_vote,
    "power": _power,
    "read": _reading,
    "replay": _replay,
    "structure": _structure,
}

"""How results show themselves: as text when printed, and in a notebook. The front door binds them, name by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import TypeVar

from psephos.decide.reasons import leaves
from psephos.decide.verdict import Verdict
from psephos.show.rules import clause_title
from psephos.show.text import clause_standing, headline, law, remark_text, tally_text, verdict_text

__all__ = ["bind", "verdict_html"]

Result = TypeVar("Result")


def verdict_html(verdict: Verdict) -> str:
    """How does a notebook show a verdict: headline, one row a clause, remarks?"""
    rows = []
    for leaf in leaves(verdict.reasons) if verdict.reasons else ():
        holds = {True: "holds", False: "fails", None: "open"}[leaf.holds]
        cells = (holds, clause_title(leaf.clause), clause_standing(leaf, verdict), law(leaf))
        rows.append("<tr>" + "".join(f"<td style='text-align:left'>{escape(cell)}</td>" for cell in cells) + "</tr>")
    table = f"<table><tbody>{''.join(rows)}</tbody></table>" if rows else ""
    remarks = "".join(f"<p>{escape(remark_text(remark, verdict))}</p>" for remark in verdict.remarks)
    return f"<p><strong>{escape(headline(verdict))}</strong> {escape(tally_text(verdict))}</p>{table}{remarks}"


def bind(name: str) -> None:
    """Let what this name of the front door returns print as text and show itself in a notebook.

    Only the words of that one result are loaded: `psephos.decide` brings in no table of power.
    """
    _show(Verdict, verdict_text, verdict_html)
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
    from psephos.show.reading import deduction_text

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

    _show(PowerTable, lambda table: "\n".join(power_lines(table)))


def _reading() -> None:
    from psephos.read.report import Reading
    from psephos.show.reading import reading_text

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

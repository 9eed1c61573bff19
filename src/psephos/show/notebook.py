"""How values show themselves: as text when printed, as a small table in a notebook. The front door binds them."""

from __future__ import annotations

from html import escape

from psephos.decide.reasons import leaves
from psephos.decide.verdict import Verdict
from psephos.show.rules import clause_title
from psephos.show.text import clause_standing, headline, law, remark_text, tally_text, verdict_text

__all__ = ["bind", "verdict_html"]


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


def bind() -> None:
    """Let verdicts print as text and show as a table; called once, when the front door hands out the first name."""
    for name, shown in (("__str__", verdict_text), ("_repr_html_", verdict_html)):
        setattr(Verdict, name, shown)

"""Commands about many votes or many rules: who was decisive how often, and power under thousands of candidate rules."""

from __future__ import annotations

from psephos.show.commands.options import Flag, Json, Members, split
from psephos.show.output import Output

__all__ = ["pivotal", "sweep"]


def pivotal(
    table: str,
    *,
    body: str | None = None,
    sheet: str | None = None,
    change: Members = None,
    full: Flag = False,
    as_json: Json = False,
    color: bool = True,
) -> int:
    """Over a table of roll calls: who could have turned the outcome, alone or with others, and how often?

    Examples:

      psephos pivotal votes.csv

      psephos pivotal votes.csv --body unsc --change no=abstain

    Parameters
    ----------
    table
        A table of roll calls: a spreadsheet, CSV (also gzipped) or Parquet.
    body
        Whose votes these are; without it, as the table says.
    sheet
        Which sheet of a spreadsheet; without it, the first.
    change
        Changes permitted, such as no=abstain or yes=no/abstain. Without it: any.
    full
        List every member.
    as_json
        Print JSON.
    color
        Colour the output (only ever in a terminal).
    """
    from psephos.show.pivoting import run_pivotal

    output = Output(as_json=as_json, color=color)
    return run_pivotal(output, table, body=body, sheet=sheet, change=split(change), full=full)


def sweep(
    *,
    quota: list[str],
    weights: list[str],
    without: list[str] | None = None,
    index: Members = None,
    out: str | None = None,
    keep: str | None = None,
    jobs: int = -1,
    as_json: Json = False,
    color: bool = True,
) -> int:
    """How is power spread under each of many candidate rules: quotas x weights x members left out?

    Examples:

      psephos sweep --quota 240-260 --weights 29x4,27x2,14,13,12x5,10x3,7x5,4x5,3

      psephos sweep --quota 50-70 --weights A=40,B=30,C=20,D=10 --without D --out table.csv --keep done.jsonl

    Parameters
    ----------
    quota
        Quotas, single or as a span: 240-260. Repeat it for more.
    weights
        Weights, each with how many have it or who: 29x4,27x2 or A=50,B=49. Repeat it for more.
    without
        Also without these members: C,D. Repeat it for more.
    index
        Which indices. Without it: Banzhaf and Shapley-Shubik.
    out
        Write the table to this file, .csv or .parquet.
    keep
        Keep what is done in this file, and go on from it next time.
    jobs
        How many processes; -1 for all processors.
    as_json
        Print JSON.
    color
        Colour the output (only ever in a terminal).
    """
    from psephos.show.sweeping import run_sweep

    return run_sweep(
        Output(as_json=as_json, color=color),
        split(quota),
        weights,
        indices=split(index),
        without=[split([members]) for members in without or ()],
        out=out,
        keep=keep,
        jobs=jobs,
    )

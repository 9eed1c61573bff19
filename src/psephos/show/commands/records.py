"""Commands about records: replay archives, read reports, verify statements, serve the page."""

from __future__ import annotations

from psephos.show.commands.options import Files, Flag, Json, the_day
from psephos.show.output import Output

__all__ = ["read", "replay", "serve", "verify"]


def replay(
    table: str,
    *,
    against: str | None = None,
    body: str | None = None,
    sheet: str | None = None,
    vote: str | None = None,
    full: Flag = False,
    strict: Flag = False,
    as_json: Json = False,
    color: bool = True,
) -> int:
    """Decide every roll call of a table again: what agrees with the record, what contradicts it, and why.

    Examples:

      psephos replay votes.xlsx

      psephos replay votes.csv --body unsc --against other-source.csv --full

    Parameters
    ----------
    table
        A table of roll calls: a spreadsheet, CSV (also gzipped) or Parquet.
    against
        Another table of the same votes, to reconcile the two.
    body
        Whose votes these are; without it, as the table says.
    sheet
        Which sheet of a spreadsheet; without it, the first.
    vote
        Show only what was found about this vote.
    full
        Show every finding with its evidence and remedy.
    strict
        End with exit code 1 if there are errors or warnings.
    as_json
        Print JSON.
    color
        Colour the output (only ever in a terminal).
    """
    from psephos.show.replaying import Asked, run_replay

    return run_replay(Output(as_json=as_json, color=color), Asked(table, against, body, sheet, vote, full, strict))


def read(
    files: Files,
    *,
    published: str | None = None,
    body: str | None = None,
    archive: str | None = None,
    html: str | None = None,
    strict: Flag = False,
    as_json: Json = False,
    color: bool = True,
) -> int:
    """What a report says of votes: who voted how, what follows, and whether it fits the rule.

    Reads text, Markdown, HTML and PDF; - is the standard input.

    Examples:
      psephos read report.txt --published 2023-10-27

      psephos read record.pdf --json

      psephos read report.html --published 2024-03-23 --html marked.html

      psephos read report.txt --published 2009-07-17 --archive votes.csv

    Parameters
    ----------
    files
        The reports.
    published
        The day of publication, for "Wednesday" and for who sat. Without it, days that the text does not give stay open.
    body
        A rulebook of a body of your own, by whose names its members are known.
    archive
        A table of roll calls to compare with: which recorded vote it can be, and where the two differ.
    html
        Write the text, with its evidence marked, to this file.
    strict
        End with exit code 1 if anything was found that cannot be right.
    as_json
        Print JSON.
    color
        Colour the output (only ever in a terminal).
    """
    from psephos.show.reading import Asked, run_read

    day = the_day(published) if published else None
    asked = Asked(files, day, body, archive, html, strict)
    return run_read(Output(as_json=as_json, color=color), asked)


def verify(files: Files, *, strict: Flag = False, as_json: Json = False, color: bool = True) -> int:
    """What follows from statements about a vote that another program extracted, and which of them cannot all be true.

    Examples:
      psephos verify statements.json

      psephos verify - --json < statements.json

    Parameters
    ----------
    files
        Files of statements (see: docs/how-to/read-a-report.md); - is the standard input.
    strict
        End with exit code 1 if statements contradict each other.
    as_json
        Print JSON.
    color
        Colour the output (only ever in a terminal).
    """
    from psephos.show.verifying import run_verify

    return run_verify(Output(as_json=as_json, color=color), files, strict=strict)


def serve(*, port: int = 8000, host: str = "127.0.0.1", color: bool = True) -> int:
    """Open the page: any body, its rule, the verdict at every click.

    Examples:

      pip install 'psephos[web]' && psephos serve --port 8000

    Parameters
    ----------
    port
        The port; 0 takes any that is free.
    host
        The address to listen at. Other machines reach it only if you give another than 127.0.0.1.
    color
        Colour the output (only ever in a terminal).
    """
    from psephos.show.web.serve import run_serve

    return run_serve(Output(color=color), host, port)

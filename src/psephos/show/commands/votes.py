"""Commands about one vote: decide it, ask what could have been, draw it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from psephos.show.commands.options import Flag, Json, Members, Vote, split
from psephos.show.output import Output

__all__ = ["decide", "draw", "whatif"]

_NOTHING = Vote()


def decide(
    body: str,
    *,
    vote: Vote = _NOTHING,
    exact: Flag = False,
    as_json: Json = False,
    formula: Flag = False,
    color: bool = True,
) -> int:
    """Did a vote pass, and why?

    Members are codes (CHN) or names (China), separated by commas; an option may be repeated.

    Examples:

      psephos decide unsc --on 2023-10-25 --no CHN,RUS,ARE --abstain BRA,MOZ --others yes

      psephos decide us-senate --on 2017-02-07 --tally yes=50,no=50 --yes vice_president

      psephos decide my-board.toml --on 2026-01-15 --yes chair,A,B --others no

    Parameters
    ----------
    body
        A body that psephos knows (see: psephos bodies), or the path of a rulebook file.
    exact
        In JSON, give exact numbers too.
    as_json
        Print JSON.
    formula
        Print only the United Nations' own formula.
    color
        Colour the output (only ever in a terminal).
    """
    from psephos.show.deciding import run_decide

    return run_decide(Output(as_json=as_json, color=color), vote.call(body), exact=exact, only_formula=formula)


def whatif(
    body: str,
    *,
    vote: Vote = _NOTHING,
    change: Members = None,
    keep: Members = None,
    cost: Members = None,
    limit: int = 20,
    choices: Members = None,
    chance: Members = None,
    contains: Members = None,
    exact: Flag = False,
    as_json: Json = False,
    color: bool = True,
) -> int:
    """What could have changed a vote; or, while ballots are open, what they can still bring about.

    Examples:

      psephos whatif unsc --on 2023-10-25 --no CHN,RUS,ARE --abstain BRA,MOZ --others yes

      psephos whatif us-senate --tally yes=49,no=48 --open 3

    Parameters
    ----------
    body
        A body that psephos knows, or the path of a rulebook file.
    change
        Changes permitted, such as no=abstain or yes=no/abstain. Without it: any.
    keep
        Members whose ballots stay. A group's name stands for its members.
    cost
        What it costs to change the ballot of a member or of each member of a group: CHN=3. Without it: 1 each.
    limit
        How many sets of members to list at most.
    choices
        What open ballots can be. Without it: what the body counts.
    chance
        How likely a member is to vote yes: PA=0.55.
    contains
        Only completions that contain these ballots: PA=yes.
    exact
        In JSON, give exact numbers too.
    as_json
        Print JSON.
    color
        Colour the output (only ever in a terminal).
    """
    from psephos.show.exploring import Asked, run_whatif

    asked = Asked(split(change), split(keep), split(cost), limit, split(choices), split(chance), split(contains))
    return run_whatif(Output(as_json=as_json, color=color), vote.call(body), asked, exact=exact)


def draw(
    body: str,
    *,
    vote: Vote = _NOTHING,
    out: Annotated[str, Parameter(name=["--out", "-o"])],
    seats: str | None = None,
    dark: Flag = False,
    card: Flag = False,
    as_json: Json = False,
    color: bool = True,
) -> int:
    """Draw a vote as a seat chart, SVG or PNG.

    Examples:

      psephos draw unsc --on 2023-10-25 --no CHN,RUS,ARE --abstain BRA,MOZ --others yes -o vote.svg

    Parameters
    ----------
    body
        A body that psephos knows, or the path of a rulebook file.
    out
        The picture to write, .svg or .png.
    seats
        How the seats stand: horseshoe, table, hemicycle, rows, grid. Without it: what suits the body.
    dark
        Light on dark.
    card
        A card of the size that pages ask for when an address is shared.
    as_json
        Print JSON.
    color
        Colour the output (only ever in a terminal).
    """
    from psephos.show.drawing import run_draw

    output = Output(as_json=as_json, color=color)
    return run_draw(output, vote.call(body), Path(out), seats=seats, theme="dark" if dark else "light", card=card)

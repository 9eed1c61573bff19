"""Commands about bodies and their rules: list and show, check, compare, measure power."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from psephos.errors import UsageError
from psephos.show.commands.options import Flag, Json, Members, split, the_day
from psephos.show.output import Output

__all__ = ["bodies", "check", "compare", "power"]


def bodies(
    body: str | None = None,
    *,
    on: str | None = None,
    decision: str | None = None,
    toml: Flag = False,
    as_json: Json = False,
    color: bool = True,
) -> int:
    """Which bodies are known; or one of them: its rules in words, their sources, its members on a day.

    Examples:
      psephos bodies

      psephos bodies unsc --on 1990-08-06

      psephos bodies template-board --toml > my-board.toml

    Parameters
    ----------
    body
        The body to show; without it, all are listed.
    on
        The day whose rules and members to show. Without it: today.
    decision
        Only this kind of decision.
    toml
        Print the rulebook file itself, to start your own from.
    as_json
        Print JSON.
    color
        Colour the output (only ever in a terminal).
    """
    from psephos.show.bodies import run_bodies

    return run_bodies(Output(as_json=as_json, color=color), body, the_day(on), decision, toml=toml)


def check(
    files: list[str] | None = None,
    *,
    schema: Flag = False,
    strict: Flag = False,
    as_json: Json = False,
    color: bool = True,
) -> int:
    """What is wrong with a rulebook: every fault of form with its line, then of meaning.

    Examples:
      psephos check my-board.toml

      psephos check --schema > rulebook.schema.json

    Parameters
    ----------
    files
        Rulebook files, or bodies that psephos ships.
    schema
        Print the JSON Schema of rulebook files, for editors.
    strict
        End with exit code 1 if anything was found.
    as_json
        Print JSON.
    color
        Colour the output (only ever in a terminal).
    """
    from psephos.show.checking import run_check, run_schema

    if schema:
        return run_schema()
    if not files:
        raise UsageError("no rulebook named; give a file, such as: psephos check my-board.toml")
    return run_check(Output(as_json=as_json, color=color), files, strict=strict)


def compare(
    first: str,
    second: str,
    *,
    on: str | None = None,
    second_on: str | None = None,
    decision: str | None = None,
    second_decision: str | None = None,
    variant: Members = None,
    second_variant: Members = None,
    participants: Members = None,
    second_participants: Members = None,
    choices: Members = None,
    index: str = "banzhaf",
    as_json: Json = False,
    color: bool = True,
) -> int:
    """Where do two rules, or one with two rosters, decide differently; who gains power and who loses?

    Examples:

      psephos compare unsc my-unsc.toml --on 2024-01-01

      psephos compare eu-council eu-council --on 2016-06-01 --second-variant nice

    Parameters
    ----------
    first
        A body that psephos knows, or the path of a rulebook file.
    second
        The other one; the same again to compare two days, decisions or rosters.
    on
        The day of the first. Without it: today.
    second_on
        The day of the second. Without it: that of the first.
    decision
        The kind of decision of the first. Without it: its default.
    second_decision
        The kind of decision of the second. Without it: its default.
    variant
        Facts that make another rule of the first apply.
    second_variant
        Facts that make another rule of the second apply.
    participants
        Who takes part in the first.
    second_participants
        Who takes part in the second.
    choices
        What members can cast. Without it: what the rules tell apart.
    index
        By which index power is compared.
    as_json
        Print JSON.
    color
        Colour the output (only ever in a terminal).
    """
    from psephos.show.comparing import Side, run_compare

    day = the_day(on)
    other = day if second_on is None else the_day(second_on)
    one = Side(first, day, decision, split(variant), None if participants is None else split(participants))
    two = Side(
        second,
        other,
        second_decision,
        split(second_variant),
        None if second_participants is None else split(second_participants),
    )
    return run_compare(Output(as_json=as_json, color=color), one, two, split(choices), index)


def power(
    body: str | None = None,
    *,
    on: str | None = None,
    decision: str | None = None,
    variant: Members = None,
    index: Members = None,
    abstention: Flag = False,
    union: list[str] | None = None,
    quota: str | None = None,
    weights: str | None = None,
    structure: Flag = False,
    list_up_to: Annotated[int, Parameter(name="--list")] = 0,
    exact: Flag = False,
    samples: int = 0,
    seed: int = 1,
    as_json: Json = False,
    color: bool = True,
) -> int:
    """Who is decisive before any vote is cast?

    Examples:

      psephos power unsc

      psephos power eu-council --on 2025-01-01 --index all

      psephos power unsc --abstention

      psephos power --quota 255 --weights 29x4,27x2,14x1,13x1,12x5,10x3,7x5,4x5,3x1

    Parameters
    ----------
    body
        A body that psephos knows, or the path of a rulebook file.
    on
        The day. Without it: today.
    decision
        The kind of decision. Without it: the body's default.
    variant
        Facts that make another rule apply.
    index
        Which indices, or all. Without it: Banzhaf and Shapley-Shubik.
    abstention
        Abstaining as a third choice, all three equally likely.
    union
        Members that vote as one by agreement: DEU,FRA; repeat it for more unions.
    quota
        The quota of a weighted game without a body.
    weights
        Its weights, each with how many have it: 29x4,27x2.
    structure
        Instead: who can block, who decides alone, who never matters, minimal coalitions and weights, the dimension.
    list_up_to
        With --structure: how many minimal winning and blocking coalitions to list at most.
    exact
        Exact fractions.
    samples
        Where counting is out of reach: estimate from so many random divisions, with an error bound.
    seed
        The same seed draws the same divisions.
    as_json
        Print JSON.
    color
        Colour the output (only ever in a terminal).
    """
    from psephos.show.measuring import Asked, run_power

    day = None if body is None else the_day(on)
    unions = tuple(split([members]) for members in union or ())
    asked = Asked(
        body,
        day,
        decision,
        split(variant),
        quota,
        weights,
        split(index),
        unions,
        abstention=abstention,
        exact=exact,
        samples=samples,
        seed=seed,
    )
    output = Output(as_json=as_json, color=color)
    if structure or list_up_to:
        from psephos.show.structuring import run_structure

        return run_structure(output, asked, list_up_to)
    return run_power(output, asked)

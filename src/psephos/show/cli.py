"""The `psephos` command: what each option means, and how errors end.

Exit codes: 0 done, 1 findings (only with --strict), 2 what was asked cannot be done. A person never sees a traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from cyclopts import App, CycloptsError, Parameter

from psephos.calls.rollcall import Ballot, RollCall, Tally, ballots_of
from psephos.errors import PsephosError, UsageError
from psephos.show.output import Output
from psephos.version import VERSION

__all__ = ["app", "main"]

Members = Annotated[list[str] | None, Parameter(negative=())]
Flag = Annotated[bool, Parameter(negative=())]
Json = Annotated[bool, Parameter(name="--json", negative=())]

app = App(
    name="psephos",
    help="What a vote decided under the body's own rule, why, and what in an archive contradicts it.",
    version=VERSION,
    help_format="plaintext",
    result_action="return_value",
)


@app.command
def decide(
    body: str,
    *,
    on: str | None = None,
    yes: Members = None,
    no: Members = None,
    abstain: Members = None,
    absent: Members = None,
    present_only: Members = None,
    not_participating: Members = None,
    others: str | None = None,
    ballot: Members = None,
    tally: str | None = None,
    open_seats: Annotated[int, Parameter(name="--open")] = 0,
    decision: str | None = None,
    variant: Members = None,
    participants: Members = None,
    opt_out: Members = None,
    vacant: Members = None,
    parties: Members = None,
    without_a_vote: Flag = False,
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
    on
        The day of the vote, 2023-10-25. Without it: today.
    yes
        Who voted in favour.
    no
        Who voted against.
    abstain
        Who abstained.
    absent
        Who was absent.
    present_only
        Who answered "present" and did not vote.
    not_participating
        Who took no part in the vote.
    others
        What every member not named cast. Without it they are open.
    ballot
        Any other ballot: member=choice, or seats=yes:50/no:48 for anonymous seats.
    tally
        A bare tally, yes=353,no=310,abstain=42. Seats it does not account for count as not voting.
    open_seats
        How many seats of the tally have not voted yet.
    decision
        The kind of decision (see: psephos bodies BODY). Without it: the body's default.
    variant
        A fact that makes another rule apply, such as on-request.
    participants
        Who takes part at all; the others do not count as members. A group's name stands for its members.
    opt_out
        Who does not take part at all.
    vacant
        Vacant seats: senators=2.
    parties
        Parties to the dispute; said in a remark, their ballots count as cast.
    without_a_vote
        It was adopted by consensus or acclamation.
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

    listed = {
        "yes": yes,
        "no": no,
        "abstain": abstain,
        "absent": absent,
        "present_only": present_only,
        "not_participating": not_participating,
    }
    call = RollCall(
        body,
        _day(on),
        decision,
        _split(variant),
        _ballots(listed, _split(ballot)),
        others=others,
        tally=_tally(tally, "--tally"),
        open=open_seats,
        participants=_split(participants) if participants is not None else None,
        opt_out=_split(opt_out) if opt_out is not None else None,
        vacant=_counts(",".join(_split(vacant)), "--vacant"),
        parties=_split(parties),
        method="without a vote" if without_a_vote else "",
    )
    return run_decide(Output(as_json=as_json, color=color), call, exact=exact, only_formula=formula)


@app.command
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

    return run_bodies(Output(as_json=as_json, color=color), body, _day(on), decision, toml=toml)


@app.command
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


@app.command
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


def main(tokens: Sequence[str] | None = None) -> None:
    """Run the command and exit."""
    raise SystemExit(run(tokens))


def run(tokens: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    try:
        result = app(tokens, exit_on_error=False, print_error=False)
    except CycloptsError as error:
        return _refuse(f"{error} See: psephos --help")
    except PsephosError as error:
        return _refuse(str(error))
    except KeyboardInterrupt:
        return _refuse("interrupted")
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return result if isinstance(result, int) else 0


def _refuse(message: str) -> int:
    print(f"psephos: {message}", file=sys.stderr)
    return 2


def _day(text: str | None) -> date:
    if text is None:
        return date.today()  # noqa: DTZ011 -- the day where the person sits is what "today" means
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"'{text}' is no day; write it as 2023-10-25") from None


def _split(listed: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for text in listed or () for word in text.split(",") if word.strip())


def _ballots(listed: dict[str, list[str] | None], single: tuple[str, ...]) -> dict[str, Ballot]:
    ballots = ballots_of({choice: _split(members) for choice, members in listed.items()})
    for text in single:
        member, equals, choice = text.partition("=")
        if not equals:
            raise UsageError(f"--ballot '{text}': write member=choice, or seats=yes:50/no:48")
        if member in ballots:
            raise UsageError(f"{member} is named twice; give each member one ballot")
        ballots[member] = _counts(choice.replace("/", ",").replace(":", "="), "--ballot") if ":" in choice else choice
    return ballots


def _tally(text: str | None, option: str) -> Tally | None:
    return None if text is None else Tally(_counts(text, option))


def _counts(text: str, option: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for part in (part.strip() for part in text.split(",") if part.strip()):
        name, _, number = part.partition("=")
        if not (name.strip() and number.strip().isdecimal()):
            raise UsageError(f"{option} '{part}': write a name and a number, such as yes=353")
        if name.strip() in counts:
            raise UsageError(f"{option}: '{name.strip()}' is given twice")
        counts[name.strip()] = int(number)
    return counts


if __name__ == "__main__":
    main()

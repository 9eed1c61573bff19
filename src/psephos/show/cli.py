"""The `psephos` command: its parts, and how errors end.

Exit codes: 0 done, 1 findings (only with --strict), 2 what was asked cannot be done. A person never sees a traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError

from psephos.errors import PsephosError
from psephos.show.commands import records, rules, studies, votes
from psephos.version import VERSION

__all__ = ["app", "main", "run"]

COMMANDS = (
    votes.decide,
    votes.whatif,
    votes.draw,
    records.read,
    records.verify,
    records.replay,
    rules.power,
    rules.compare,
    studies.sweep,
    studies.pivotal,
    rules.bodies,
    rules.check,
    records.serve,
)


def app() -> App:
    """The command with all its parts."""
    built = App(
        name="psephos",
        help="What a vote decided under the body's own rule, why, and what in an archive contradicts it.",
        version=VERSION,
        help_format="plaintext",
        result_action="return_value",
    )
    for command in COMMANDS:
        built.command(command)
    return built


def main(tokens: Sequence[str] | None = None) -> None:
    """Run the command and exit."""
    raise SystemExit(run(tokens))


def run(tokens: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    try:
        result = app()(tokens, exit_on_error=False, print_error=False)
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


if __name__ == "__main__":
    main()

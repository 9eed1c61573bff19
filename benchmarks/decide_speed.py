"""How fast are a million calls of fifteen seats decided, and how long does the command take as a whole process?

Prints medians of several runs and what the project aims at. On an idle machine: python benchmarks/decide_speed.py
"""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from statistics import median

import numpy as np
import polars as pl

from psephos.body.binding import bind
from psephos.body.rulebook import rulebook
from psephos.decide.matrix import decide_matrix
from psephos.decide.table import decide_many

CALLS = 1_000_000
DAY = date(2020, 1, 1)
COMMAND = "decide unsc --on 2023-10-25 --no CHN,RUS,ARE --abstain BRA,MOZ --others yes"


def timed(task: Callable[[], object], runs: int = 5) -> float:
    """The median time of a task in seconds, after one run that does not count."""
    task()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return median(times)


def main() -> None:
    """Measure and print."""
    book = rulebook("unsc")
    roster = book.on(DAY)
    bound = bind(book.rule(DAY), roster, book.choices)
    random = np.random.default_rng(1)
    matrix = random.choice(np.array([0, 0, 0, 0, 0, 0, 1, 2, 4], dtype=np.uint8), size=(CALLS, roster.size))
    seats = pl.Series(np.tile(np.arange(roster.size), CALLS))
    tidy = pl.DataFrame(
        {
            "call": np.repeat(np.arange(CALLS), roster.size),
            "member": seats.replace_strict(list(range(roster.size)), list(roster.ids), return_dtype=pl.String),
            "choice": pl.Series(matrix.ravel()).replace_strict(
                list(range(len(book.choices.ids))), list(book.choices.ids), return_dtype=pl.String
            ),
        }
    )
    command = [sys.executable, "-m", "psephos.show.cli", *COMMAND.split()]
    rows = [
        ("a million calls from a matrix", timed(lambda: decide_matrix(bound, matrix)), 0.5),
        ("a million calls from a tidy frame", timed(lambda: decide_many(book, tidy, on=DAY)), 3.0),
        ("psephos decide, whole process", timed(lambda: subprocess.run(command, check=True, capture_output=True)), 0.5),
    ]
    for name, seconds, aim in rows:
        print(f"{name:<40} {seconds:6.3f} s   (aim: at most {aim} s)")


if __name__ == "__main__":
    main()

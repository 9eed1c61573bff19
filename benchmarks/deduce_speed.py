"""How long do all standings and proofs of one vote take: fifteen seats, and larger bodies?

Prints medians of several runs and what the project aims at. Run it on an idle machine:
python benchmarks/deduce_speed.py
"""

import time
from collections.abc import Callable, Sequence
from datetime import date
from statistics import median

from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook
from psephos.explore.deduce import deduce, deduce_in, sittings
from psephos.explore.statements import AllCast, Cast, Counted, Decided, Labelled, NotCast, Scope, Statement, VetoedBy

DAY = date(2023, 10, 25)


def timed(task: Callable[[], object], runs: int = 9) -> float:
    """The median time of a task in seconds, after one run that does not count."""
    task()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return median(times)


def reports() -> dict[str, list[Statement]]:
    """What reports say of votes of the Security Council: names, groups, "the rest", and one that contradicts itself."""
    named: list[Statement] = [
        Counted.exactly("tally", "yes", 10),
        Cast("against", "ARE", ("no",)),
        Cast("first", "BRA", ("abstain",)),
        Cast("second", "MOZ", ("abstain",)),
        VetoedBy("veto", ("CHN", "RUS")),
        Decided("outcome", adopted=False),
    ]
    groups: list[Statement] = [
        Counted.exactly("yes", "yes", 10),
        Counted.exactly("no", "no", 3),
        Counted.exactly("abstaining", "abstain", 2),
        Counted.exactly("permanent", "no", 2, Scope(group="permanent")),
        Cast("a", "ARE", ("no",)),
        Cast("b", "BRA", ("abstain",)),
        Cast("c", "FRA", ("yes",)),
        NotCast("d", "GBR", ("no",)),
        Cast("e", "USA", ("yes",)),
        Labelled("outcome", "vetoed"),
    ]
    rest: list[Statement] = [
        Counted.exactly("yes", "yes", 9),
        *(Cast(code, code, ("yes",)) for code in ("USA", "GBR", "FRA", "ALB", "JPN", "MLT", "ECU", "CHE", "GHA")),
        AllCast("rest", ("abstain",), number=6),
    ]
    wrong = [*named, Counted.exactly("abstaining", "abstain", 3)]
    return {"ballots by name": named, "figures of groups": groups, "the remaining six": rest, "a wrong figure": wrong}


def show(name: str, seconds: float, aim: str = "") -> None:
    """One line of the table."""
    print(f"{name:<46} {seconds * 1e3:8.1f} ms   {aim}")


def council(book: Rulebook, statements: Sequence[Statement], name: str) -> None:
    """One report on fifteen seats, without and with the search for smallest proofs."""
    sat = sittings(book, day=DAY)
    show(f"15 seats, {name}", timed(lambda: deduce_in(book, sat, statements)), "(aim: at most 30 ms)")
    show(f"15 seats, {name}, smallest", timed(lambda: deduce_in(book, sat, statements, smallest=True)))


def main() -> None:
    """Measure and print."""
    unsc = rulebook("unsc")
    for name, statements in reports().items():
        council(unsc, statements, name)
    show("15 seats, day unknown since 1946", timed(lambda: deduce(unsc, reports()["ballots by name"]), 5))
    tally: list[Statement] = [
        Counted.exactly("y", "yes", 141),
        Counted.exactly("n", "no", 5),
        Counted.exactly("a", "abstain", 35),
        *(Cast(code, code, ("no",)) for code in ("BLR", "PRK", "ERI", "RUS", "SYR")),
        Decided("d", adopted=True),
    ]
    unga, eu = rulebook("unga"), rulebook("eu-council")
    show("193 seats, tally and five names", timed(lambda: deduce(unga, tally, day=date(2022, 3, 2)), 5))
    blocked: list[Statement] = [Decided("d", adopted=False), Counted.exactly("n", "no", 4)]
    show("27 unlike seats, four against, not adopted", timed(lambda: deduce(eu, blocked, day=date(2025, 3, 1)), 3))


if __name__ == "__main__":
    main()

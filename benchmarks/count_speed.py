"""How long does counting take, beside the peers on PyPI? In-process medians; every peer answers in the same run.

    python benchmarks/count_speed.py                 psephos and the peers that finish within a minute
    python benchmarks/count_speed.py --patience 900  wait that many seconds for a peer
    python benchmarks/count_speed.py --no-peers      psephos alone

The peers (extra `bench`) are power-bdd (decision diagrams) and powerindex (generating functions). A peer that is not
installed is named as absent; one that takes too long is stopped. Every task runs in a process of its own; its peak
memory is shown, and its processor time beside the clock's. A peer is timed without its import, as the median of as many
runs (up to three) as patience allows.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from multiprocessing.connection import Connection
from statistics import median
from time import perf_counter, process_time
from typing import Any

from psephos.body.binding import BoundRule, bind
from psephos.body.rulebook import rulebook
from psephos.count.diagram import compile_rule
from psephos.count.engines import swings_and_shares, two_choice_swings
from psephos.count.passes import count
from psephos.count.reach import reach
from psephos.count.weighted import Game, shapley_values, swing_counts


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the table: what psephos does, within how many seconds, and what the peers do for the same answer."""

    name: str
    limit: float
    ours: Callable[[], object]
    runs: int = 5
    peers: tuple[tuple[str, Callable[[], object]], ...] = ()


def bound(body: str, day: date, decision: str | None = None, variants: Sequence[str] = ()) -> BoundRule:
    """A shipped rule on its roster."""
    book = rulebook(body)
    return bind(book.rule(day, decision, variants), book.on(day), book.choices)


COUNCIL_DAY = date(2025, 1, 1)
FUND_DAY = date(2022, 6, 1)


def people() -> list[int]:
    """The populations of the members of the EU Council, as whole numbers."""
    weights = [seat.weights["population"].value for seat in rulebook("eu-council").on(COUNCIL_DAY).seats]
    scale = max(weight.denominator for weight in weights)
    return [int(weight * scale) for weight in weights]


def fund_votes() -> list[int]:
    """The votes of the members of the International Monetary Fund."""
    return [int(seat.weights["votes"].value) for seat in rulebook("imf").on(FUND_DAY).seats]


def random_weights() -> list[int]:
    """Two hundred weights up to 100,000."""
    draw = random.Random(2026)  # noqa: S311 -- a benchmark
    return [draw.randint(1, 10**5) for _ in range(200)]


# --- the peers ------------------------------------------------------------------------------------------------------


def peer_council(weights: Sequence[int]) -> object:
    """power-bdd: 15 states with 65 % of the people, or 24 states."""
    from power_bdd.bdd import BDD, WeightedGame

    quota = -(-65 * sum(weights) // 100)
    states, enough = (BDD(WeightedGame(number, [1] * len(weights))) for number in (15, len(weights) - 3))
    diagram = states & BDD(WeightedGame(quota, list(weights))) | enough
    return diagram.calc_banzhaf(), diagram.calc_shapley()


def peer_federal() -> Any:  # noqa: ANN401 -- a peer ships no types
    """power-bdd: the diagram of US federal law, as its own documentation builds it."""
    from power_bdd.bdd import BDD, WeightedGame

    def game(quota: int, president: int = 0, vice: int = 0, senate: int = 0, house: int = 0) -> Any:  # noqa: ANN401 -- the same
        return BDD(WeightedGame(quota, [president, vice] + [senate] * 100 + [house] * 435))

    house, signed = game(218, house=1), game(1, president=1)
    plain, level, chair = game(51, senate=1), game(50, senate=1), game(1, vice=1)
    override = game(290, house=1) & game(67, senate=1)
    return house & plain & signed | house & level & chair & signed | override


def peer_federal_banzhaf() -> object:
    """power-bdd: the swings."""
    return peer_federal().calc_banzhaf()


def peer_federal_shapley() -> object:
    """power-bdd: the orders of voting."""
    return peer_federal().calc_shapley()


def peer_random() -> object:
    """powerindex: the swings of two hundred random weights."""
    from powerindex import Game as Peer

    weights = random_weights()
    game = Peer(sum(weights) // 2 + 1, weights)
    game.calc_banzhaf()
    return game.banzhaf


def timed(work: Callable[[], object]) -> float:
    """Seconds for one run."""
    start = perf_counter()
    work()
    return perf_counter() - start


def timed_twice(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds for one run, by the clock and of processor time: the second does not count what else the machine does."""
    start, busy = perf_counter(), process_time()
    work()
    return perf_counter() - start, process_time() - busy


@dataclass(frozen=True, slots=True)
class Took:
    """What a peer took: seconds and megabytes; without seconds, why it has none."""

    seconds: float | None
    memory: float = 0.0
    why: str = ""


def in_another_process(work: Callable[[], object], patience: float) -> Took:
    """How long a peer takes, in a process that can be stopped."""
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, work))
    process.start()
    theirs.close()
    until, runs, memory = perf_counter() + patience, list[float](), 0.0
    try:
        while len(runs) < PEER_RUNS and mine.poll(max(0.0, until - perf_counter())):
            seconds, memory = mine.recv()
            runs.append(seconds)
    except EOFError:
        process.join()
        return Took(None, why="failed")
    process.terminate()
    process.join()
    return Took(median(runs), memory) if runs else Took(None, why=f"stopped after {patience:.0f} s")


PEER_RUNS = 3


def _send(pipe: Connection, work: Callable[[], object]) -> None:
    sys.setrecursionlimit(100_000)
    for module in ("power_bdd.bdd", "powerindex"):
        if find_spec(module.partition(".")[0]) is not None:
            import_module(module)
    for _ in range(PEER_RUNS):
        seconds = timed(work)
        pipe.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def peer_line(name: str, work: Callable[[], object], patience: float, ours: float) -> str:
    """One line of a table about a peer, with how many times as long it took."""
    module = "powerindex" if name.startswith("powerindex") else "power_bdd"
    if find_spec(module) is None:
        return f"    {name:<56}absent (pip install 'psephos[bench]')"
    took = in_another_process(work, patience)
    if took.seconds is None:
        times = f", over {patience / ours:,.0f} x" if took.why.startswith("stopped") else ""
        return f"    {name:<56}{took.why}{times}"
    return f"    {name:<56}{took.seconds:>9.3f} s{took.memory:>20.0f} MB   {took.seconds / ours:,.0f} x"


# --- the table ------------------------------------------------------------------------------------------------------


def tasks() -> list[Task]:
    """From small to large."""
    council = bound("eu-council", COUNCIL_DAY)
    council_law = bound("unsc", date(2025, 1, 1))
    federal = bound("us-federal-law", FUND_DAY, None, ("full-attendance",))
    votes, weights = fund_votes(), random_weights()
    tally = [{"yes": 15, "no": 5, "abstain": 7}.get(choice, 0) for choice in council.choices.ids]
    nothing = [(0,) * len(tally)] * len(council.roster.seats)
    half, amendment = bound("imf", FUND_DAY, "majority"), bound("imf", FUND_DAY, "amendment")
    return [
        Task(
            "Security Council with abstention: profiles that adopt",
            0.05,
            lambda: count(compile_rule(council_law, choices=("yes", "no", "abstain"))),
        ),
        Task(
            "EU Council, 27 members: Banzhaf and Shapley of all",
            0.15,
            lambda: swings_and_shares(council),
            peers=(("power-bdd", partial(peer_council, people())),),
        ),
        Task(
            "US federal law: Banzhaf and Shapley of all",
            0.2,
            lambda: swings_and_shares(federal),
            peers=(("power-bdd, Banzhaf", peer_federal_banzhaf), ("power-bdd, Shapley", peer_federal_shapley)),
        ),
        Task(
            "EU Council, 27 members, tally known: reach of every ballot",
            1.0,
            lambda: [reach(council, nothing, [1] * len(nothing), tally=tally, adopting=way) for way in (True, False)],
        ),
        Task(
            "200 random weights to 100,000: exact Banzhaf",
            3.0,
            lambda: swing_counts(Game.of(weights, sum(weights) // 2 + 1)),
            peers=(("powerindex", peer_random),),
        ),
        Task("IMF, more than half: exact Banzhaf", 0.4, lambda: two_choice_swings(half)),
        Task(
            "IMF, more than half: Shapley-Shubik",
            5.0,
            lambda: shapley_values(Game.of(votes, sum(votes) // 2 + 1)),
            runs=3,
        ),
        Task("IMF, amendment: exact Banzhaf", 30.0, lambda: two_choice_swings(amendment), runs=1),
    ]


def measured(number: int, pipe: Connection) -> None:
    """Send the median of some runs, after a first one that does not count (unless one is all), and the memory."""
    task = tasks()[number]
    if task.runs > 1:
        task.ours()
    both = [timed_twice(task.ours) for _ in range(task.runs)]
    seconds, processor = (median(pair[side] for pair in both) for side in (0, 1))
    pipe.send((seconds, processor, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def line(number: int, task: Task) -> tuple[str, float]:
    """One line of the table, measured in a fresh process; and the seconds."""
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=measured, args=(number, theirs))
    process.start()
    seconds, processor, memory = mine.recv()
    process.join()
    mark = "" if seconds <= task.limit else "  OVER THE LIMIT"
    busy = f"(processor {processor:.3f} s)"
    return f"{task.name:<60}{seconds:>9.3f} s of {task.limit:>6.2f} s {busy:<22}{memory:>5.0f} MB{mark}", seconds


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How long does counting take, beside the peers on PyPI?")
    parser.add_argument("--patience", type=float, default=60.0, help="seconds to wait for a peer")
    parser.add_argument("--no-peers", action="store_true", help="psephos alone")
    given = parser.parse_args()
    for number, task in enumerate(tasks()):
        text, seconds = line(number, task)
        print(text, flush=True)
        for name, work in () if given.no_peers else task.peers:
            print(peer_line(name, work, given.patience, seconds), flush=True)


if __name__ == "__main__":
    main()

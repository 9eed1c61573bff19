"""How long does measuring power take, beside the peers on PyPI? In-process medians; the peers answer in the same run.

    python benchmarks/power_speed.py                 psephos, and the peers that finish within a minute
    python benchmarks/power_speed.py --patience 900  wait that many seconds for a peer
    python benchmarks/power_speed.py --no-peers      psephos alone

Everything goes through `psephos.power.indices.power`, as a user would call it, from a rule already read. The peers
(extra `bench`) are power-bdd and powerindex, run as in count_speed.py.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from count_speed import (
    peer_council,
    peer_federal_banzhaf,
    peer_federal_shapley,
    peer_line,
    peer_random,
    people,
    timed_twice,
)

from psephos.power.abstention import ABSTENTION
from psephos.power.games import Game, game, weighted
from psephos.power.indices import power
from psephos.power.structure import structure
from psephos.power.table import PowerTable

BOTH = ("banzhaf", "shapley_shubik")
COUNCIL = game("eu-council", on="2025-01-01")
FEDERAL = game("us-federal-law", on="2024-01-01", variants=["full-attendance"])
FUND, AMENDMENT = (game("imf", on="2022-06-01", decision=decision) for decision in ("majority", "amendment"))
COLLEGE = [54, 33, 32, 25, 23, 22, 21, 18, 15, 14, 13, 13, 12, 12, 11, 11, 11, 11, 10, 10, 9, 9, 8, 8, 8, 8, 8, 8]
COLLEGE += [7, 7, 7, 6, 6, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3]
NICE = [29] * 4 + [27] * 2 + [14, 13] + [12] * 5 + [10] * 3 + [7] * 5 + [4] * 5 + [3]


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the table: psephos's work with its aim in seconds, and the peers' for the same answer."""

    name: str
    aim: float
    ours: Callable[[], object]
    runs: int = 5
    peers: tuple[tuple[str, Callable[[], object]], ...] = ()


def both(of: Game) -> PowerTable:
    """Banzhaf and Shapley-Shubik of all members."""
    return power(of, index=BOTH)


def random_game() -> Game:
    """Two hundred random weights up to 100,000."""
    draw = random.Random(2026)  # noqa: S311 -- a benchmark
    weights = [draw.randint(1, 10**5) for _ in range(200)]
    return weighted(sum(weights) // 2 + 1, weights)


def parliament() -> tuple[Game, list[list[str]]]:
    """3,035 seats in 61 unions of unlike sizes; more than half of the seats decide."""
    sizes = [20 + n for n in range(60)]
    sizes.append(3035 - sum(sizes))
    named = ",".join(f"union{number}=1x{size}" for number, size in enumerate(sizes))
    return weighted(3035 // 2 + 1, named), [[f"union{number}"] for number in range(len(sizes))]


def bdd(quota: int, weights: Sequence[int]) -> object:
    """power-bdd on one weighted game, both indices."""
    from power_bdd.bdd import BDD, WeightedGame

    diagram = BDD(WeightedGame(quota, list(weights)))
    return diagram.calc_banzhaf(), diagram.calc_shapley()


def generating(quota: int, weights: Sequence[int]) -> object:
    """The powerindex package on one weighted game, both indices."""
    from powerindex import Game as Peer

    peer = Peer(quota, list(weights))
    peer.calc_banzhaf()
    peer.calc_shapley_shubik()
    return peer.shapley_shubik


def command() -> object:
    """`psephos power unsc` as a process of its own."""
    words = [sys.executable, "-m", "psephos.show.cli", "power", "unsc"]
    return subprocess.run(words, check=True, capture_output=True)


def tasks() -> list[Task]:
    """The table, from small to large."""
    seats, unions = parliament()
    council_law, dice = game("unsc", on="2024-01-01"), random_game()
    nice, college = weighted(255, NICE), weighted(270, COLLEGE)
    return [
        Task("psephos power unsc, whole process", 0.6, command),
        Task("Security Council, all indices", 0.1, lambda: power(council_law, index="all")),
        Task("Security Council with abstention", 0.2, lambda: power(council_law, index=ABSTENTION)),
        Task(
            "Nice, 27 weights: Banzhaf + Shapley",
            0.15,
            lambda: both(nice),
            peers=(("power-bdd", partial(bdd, 255, NICE)), ("powerindex", partial(generating, 255, NICE))),
        ),
        Task(
            "Electoral College 1996: Banzhaf + Shapley",
            0.15,
            lambda: both(college),
            peers=(("power-bdd", partial(bdd, 270, COLLEGE)), ("powerindex", partial(generating, 270, COLLEGE))),
        ),
        Task(
            "EU Lisbon 27: Banzhaf + Shapley",
            0.15,
            lambda: both(COUNCIL),
            peers=(("power-bdd", partial(peer_council, people())),),
        ),
        Task("EU Lisbon 27: all indices", 2.0, lambda: power(COUNCIL, index="all"), runs=3),
        Task("EU Lisbon 27: structure", 2.0, lambda: structure(COUNCIL), runs=3),
        Task(
            "US federal law: Banzhaf + Shapley",
            0.2,
            lambda: both(FEDERAL),
            peers=(("power-bdd, Banzhaf", peer_federal_banzhaf), ("power-bdd, Shapley", peer_federal_shapley)),
        ),
        Task("IMF 50 %: exact Banzhaf", 0.4, lambda: power(FUND)),
        Task("IMF 50 %: Shapley-Shubik to 1e-10", 5.0, lambda: power(FUND, index="shapley_shubik"), runs=3),
        Task("IMF amendment: exact Banzhaf", 30.0, lambda: power(AMENDMENT), runs=1),
        Task(
            "200 random weights to 1e5: exact Banzhaf",
            3.0,
            lambda: power(dice),
            peers=(("powerindex", peer_random),),
        ),
        Task("Owen, 3,035 seats in 61 unions", 5.0, lambda: power(seats, index="owen", unions=unions), runs=3),
    ]


def timed(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """The medians by the clock and of processor time, after a run that does not count where there are several."""
    if runs > 1:
        work()
    both = [timed_twice(work) for _ in range(runs)]
    return median(pair[0] for pair in both), median(pair[1] for pair in both)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How long does measuring power take?")
    parser.add_argument("--patience", type=float, default=60.0, help="seconds to wait for a peer")
    parser.add_argument("--no-peers", action="store_true", help="psephos alone")
    given = parser.parse_args()
    for task in tasks():
        ours, busy = timed(task.ours, task.runs)
        over = "" if ours <= task.aim else "  over the aim"
        print(f"{task.name:<60}{ours:9.4f} s   (aim {task.aim} s, processor {busy:.4f} s){over}", flush=True)
        for name, work in () if given.no_peers else task.peers:
            print(peer_line(name, work, given.patience, ours), flush=True)


if __name__ == "__main__":
    main()

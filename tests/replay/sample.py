"""A table of roll calls without a fault, made up over real rosters, and ways to put one fault into it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from psephos.body.rulebook import Rulebook
from psephos.calls.rollcall import RollCall
from psephos.replay.audit import audit
from psephos.replay.chamber import Chamber
from psephos.replay.findings import Finding
from psephos.replay.timeline import replay_calls

LABELS = {"adopted": "Adopted by majority", "vetoed": "Not adopted - veto", "short": "Not adopted - failed"}
COUNT = 240


def sound(book: Rulebook, seed: int = 7) -> list[RollCall]:
    """Made-up roll calls of 2003 to 2008: some with dissent, some vetoed, some short; numbers and days rise."""
    random = Random(seed)  # noqa: S311  (nothing secret)
    calls: list[RollCall] = []
    day, resolution = date(2003, 1, 8), 1455
    for number in range(COUNT):
        day += timedelta(days=random.randint(3, 12))
        kind = _kind(number)
        ballots = _ballots([seat.id for seat in book.on(day).seats], kind, random)
        passed = kind in ("unanimous", "adopted")
        calls.append(
            RollCall(
                "unsc",
                day,
                ballots=ballots,
                others="not_voting",
                id=str(number + 1),
                meeting=f"S/PV.{4700 + 3 * number}",
                symbol=f"S/{day.year}/{100 + number}",
                resolution=f"S/RES/{resolution} ({day.year})" if passed else "",
                recorded_outcome="adopted" if passed else "not adopted",
                recorded_label=LABELS.get(kind, "Adopted unanimously"),
                rows=(2 + 15 * number,),
            )
        )
        resolution += passed
    return calls


def _kind(number: int) -> str:
    if number % 20 == 9:
        return ("vetoed", "short")[number // 20 % 2]
    return "adopted" if number % 5 == 3 else "unanimous"


def _ballots(members: list[str], kind: str, random: Random) -> dict[str, str]:
    permanent = {"CHN", "FRA", "GBR", "RUS", "USA"}
    elected = random.sample([member for member in members if member not in permanent], 7)
    if kind == "vetoed":
        cast = {random.choice(sorted(permanent)): "no", elected[0]: "abstain"}
    elif kind == "short":
        cast = dict.fromkeys([*elected, "GBR"], "abstain")
    else:
        cast = dict.fromkeys(elected[: random.randint(1, 4)], "abstain") if kind == "adopted" else {}
    return {member: cast.get(member, "yes") for member in members}


def found(calls: list[RollCall], book: Rulebook) -> tuple[Finding, ...]:
    """The findings on these roll calls."""
    chamber = Chamber(book)
    return audit(replay_calls(calls, chamber), chamber)


def grave(calls: list[RollCall], book: Rulebook) -> Mapping[str, set[str]]:
    """For each vote called faulty the kinds of its findings."""
    gathered: dict[str, set[str]] = {}
    for finding in found(calls, book):
        if finding.severity != "note":
            gathered.setdefault(finding.vote, set()).add(finding.kind)
    return gathered


def changed(calls: list[RollCall], place: int, **changes: object) -> list[RollCall]:
    """The same table with one roll call changed."""
    return [replace(call, **changes) if n == place else call for n, call in enumerate(calls)]  # type: ignore[arg-type]

"""Thousands of candidate rules to one table: quotas x weights x membership, in parallel, resumable, with progress.

The work is spread by joblib, on this machine by default; on a cluster by passing the name of a registered joblib
backend, such as "dask" with a `dask.distributed.Client` at hand (extra `cluster`). What is done is kept in a file,
one line of JSON a candidate, so that a sweep that was stopped goes on where it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, filterwarnings

from psephos.errors import PsephosError, UsageError
from psephos.power.games import Game, game, read_number, read_weights, weighted
from psephos.power.indices import power
from psephos.version import VERSION

if TYPE_CHECKING:
    import polars as pl

__all__ = ["Candidate", "Sweep", "candidates", "sweep"]

_MOST = 1_000_000
"""How many candidates one sweep may have."""

Progress = Callable[[int, int], None]
"""Called with how many candidates are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One rule to measure: a quota and weights, or a body on a day; `label` names it in the table."""

    label: str
    quota: str = ""
    weights: str = ""
    body: str = ""
    on: str = ""
    decision: str | None = None
    variants: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells this candidate from every other, whatever its label: with a rulebook file's content, and today."""
        parts = [VERSION, self.quota, self.weights, self.body, self.on, self.decision, list(self.variants)]
        if self.body:
            path = Path(self.body)
            parts += [sha256(path.read_bytes()).hexdigest() if path.is_file() else ""]
            parts += ["" if self.on else date.today().isoformat()]  # noqa: DTZ011 -- "today" is where the person sits
        return sha256(json.dumps(parts).encode()).hexdigest()[:24]

    def game(self) -> Game:
        """The game to measure."""
        if self.body:
            return game(self.body, on=self.on or None, decision=self.decision, variants=self.variants)
        return weighted(self.quota, self.weights)


def candidates(
    quotas: Iterable[Fraction | int | str], weights: Sequence[str], without: Sequence[Sequence[str]] = ((),)
) -> Iterator[Candidate]:
    """Every combination of quotas, weights and members left out.

    Args:
        quotas: quotas; those above all weights of a combination are left out.
        weights: lists of weights such as "29x4,27x2" or "A=50,B=49".
        without: for each membership, the names left out.

    Raises:
        UsageError: a quota or weights that cannot be read.

    Examples:
        >>> [one.label for one in candidates([2, 3], ["A=2,B=1,C=1"], [(), ("C",)])]
        ['2 of A=2,B=1,C=1', '2 of A=2,B=1', '3 of A=2,B=1,C=1', '3 of A=2,B=1']
    """
    lists = [_without(text, absent) for text in weights for absent in without]
    whole = [sum((weight * many for weight, many in read_weights(text).values()), Fraction(0)) for text in lists]
    for quota in quotas:
        enough = read_number(str(quota), "quota")
        yield from (
            Candidate(f"{quota} of {text}", str(quota), text)
            for text, most in zip(lists, whole, strict=True)
            if most >= enough
        )


def _without(text: str, absent: Sequence[str]) -> str:
    """A list of weights without some names."""
    return ",".join(part for part in text.split(",") if part.partition("=")[0].strip() not in absent)


@dataclass(frozen=True, slots=True)
class Sweep:
    """The figures of all candidates, one record each: label, members and one list of figures per index; or an error."""

    records: tuple[dict[str, Any], ...]

    def to_polars(self) -> pl.DataFrame:
        """A row per candidate and member."""
        import polars as pl

        rows: list[dict[str, Any]] = []
        for record in self.records:
            for number, member in enumerate(record.get("members", [])):
                figures = {index: values[number] for index, values in record["values"].items()}
                votes = record["votes"][number]
                rows.append({"candidate": record["label"], "member": member, "votes": votes, **figures})
        return pl.DataFrame(rows, infer_schema_length=None)

    @property
    def failed(self) -> dict[str, str]:
        """What could not be measured, and why."""
        return {record["label"]: record["error"] for record in self.records if "error" in record}


def sweep(
    listed: Iterable[Candidate],
    *,
    index: str | Sequence[str] = ("banzhaf", "shapley_shubik"),
    jobs: int = -1,
    backend: str | None = None,
    keep: str | Path | None = None,
    progress: Progress | None = None,
) -> Sweep:
    """How is power spread under each of many candidate rules?

    Args:
        listed: the candidates.
        index: the indices to compute; not "all".
        jobs: how many processes; -1 for all processors.
        backend: a joblib backend, such as "dask"; joblib's own if left out.
        keep: a file to keep what is done and to resume from.
        progress: called as candidates are done.

    Returns:
        A record per candidate, in the order given; a candidate that cannot be measured has an error instead of figures.

    Raises:
        UsageError: an unknown index, more than a million candidates, or a kept file that belongs to other indices or
            cannot be written.

    Cost: that of each candidate, divided by the processes. Each is kept as soon as it and those before it are done.

    Examples:
        >>> found = sweep(candidates([3, 4], ["A=2,B=1,C=1"]), index="banzhaf", jobs=1)
        >>> [record["values"]["banzhaf"] for record in found.records]
        [[0.75, 0.25, 0.25], [0.25, 0.25, 0.25]]
    """
    names = (index,) if isinstance(index, str) else tuple(index)
    if "all" in names or not names:
        raise UsageError("a sweep needs the indices by name, so that every candidate has the same columns")
    power(weighted(1, "1"), index=names)  # an unknown index is refused before any work is spread
    wanted = list(islice(listed, _MOST + 1))
    if len(wanted) > _MOST:
        raise UsageError(f"more than {_MOST:,} candidates; sweep a part of them at a time")
    done = _kept(Path(keep), names) if keep else {}
    left = list({one.key: one for one in wanted if one.key not in done}.values())
    count = len({one.key for one in wanted}) - len(left)
    total = count + len(left)
    for record in _measured(left, names, jobs, backend):
        done[record["key"]] = record
        count += 1
        if keep:
            _append(Path(keep), record)
        if progress:
            progress(count, total)
    return Sweep(tuple({**done[one.key], "label": one.label} for one in wanted))


def _measured(
    left: Sequence[Candidate], names: Sequence[str], jobs: int, backend: str | None
) -> Iterator[dict[str, Any]]:
    if jobs == 1 and backend is None:
        yield from (_one(one, names) for one in left)
        return
    from joblib import Parallel, delayed, parallel_config

    with parallel_config(backend=backend) if backend else nullcontext():
        results = Parallel(n_jobs=jobs, return_as="generator")(delayed(_one)(one, names) for one in left)
        try:
            for record in results:  # noqa: UP028 -- "yield from" would close the results before the warning is caught
                yield record
        finally:
            with catch_warnings():  # whoever stops a sweep knows that work under way is given up
                filterwarnings("ignore", message="[0-9]+ task", category=UserWarning)
                results.close()


def _one(candidate: Candidate, names: Sequence[str]) -> dict[str, Any]:
    head = {"key": candidate.key, "label": candidate.label, "indices": list(names)}
    try:
        table = power(candidate.game(), index=names)
    except PsephosError as error:
        return {**head, "error": str(error)}
    return {
        **head,
        "members": list(table.members),
        "votes": list(table.counts),
        "values": {name: [float(value) for value in table.values[name]] for name in table.indices},
        "error_bound": table.error_bound,
    }


def _kept(path: Path, names: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What an earlier run left; a last line cut short by the stop is dropped."""
    found: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(_whole_lines(path), start=1):
        try:
            record = json.loads(line)
            key, indices = record["key"], record["indices"]
        except (ValueError, TypeError, KeyError):
            raise UsageError(
                f"{path}, line {number}: no record of a sweep; give another file to keep the sweep in"
            ) from None
        if indices != list(names):
            raise UsageError(f"{path} keeps a sweep of {', '.join(indices)}; ask for these, or give another file")
        found[key] = record
    return found


def _whole_lines(path: Path) -> list[str]:
    """The lines of a kept file; a last one cut short is taken off."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True) if path.exists() else []
        whole = [line for line in lines if line.endswith("\n")]
        path.write_text("".join(whole), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot keep a sweep ({error}); name a file that can be read and written") from None
    return whole


def _append(path: Path, record: dict[str, Any]) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(record, ensure_ascii=False) + "\n")

"""Many candidate rules at once: a sweep with its progress, printed or written as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from psephos.errors import UsageError
from psephos.power.sweep import Progress, candidates, sweep
from psephos.show.measuring import figure_text
from psephos.show.output import Output
from psephos.show.words import columns, plural
from psephos.version import VERSION

__all__ = ["run_sweep"]

_MOST = 1_000_000
"""How many quotas one span may have."""


def run_sweep(
    output: Output,
    quotas: Sequence[str],
    weights: Sequence[str],
    *,
    indices: Sequence[str] = (),
    without: Sequence[Sequence[str]] = (),
    out: str | None = None,
    keep: str | None = None,
    jobs: int = -1,
) -> int:
    """Measure every combination of quotas ("240-260" or single ones), weights and members left out; print or write."""
    if out:
        _check_name(Path(out))
    spans = [quota for text in quotas for quota in _span(text)]
    listed_ = list(islice(candidates(spans, list(weights), [(), *without]), _MOST + 1))
    if not listed_:
        raise UsageError("no candidates; give --quota (such as 240-260) and --weights (such as 29x4,27x2)")
    with _progress(len(listed_)) as advance:
        found = sweep(
            listed_, index=tuple(indices) or ("banzhaf", "shapley_shubik"), jobs=jobs, keep=keep, progress=advance
        )
    if out:
        _write(found.to_polars(), Path(out))
    if output.as_json:
        output.record({"psephos": VERSION, "candidates": [_record(record) for record in found.records]})
    elif out:
        output.line(f"{plural(len(found.records) - len(found.failed), 'candidate')} written to {out}")
        for label, why in found.failed.items():
            output.line(f"not measured: {label}: {why}", "warn")
    else:
        for line in _sweep_lines(found.records):
            output.line(line)
    return 0


def _record(record: Mapping[str, Any]) -> dict[str, Any]:
    """A candidate as a JSON object: a row per member, as `psephos power` has them; or why it was not measured."""
    head = {"candidate": record["label"]}
    if "error" in record:
        return {**head, "members": [], "refused": record["error"], "error_bound": None}
    rows = [
        {"member": member, "votes": votes} | {index: values[number] for index, values in record["values"].items()}
        for number, (member, votes) in enumerate(zip(record["members"], record["votes"], strict=True))
    ]
    return {**head, "members": rows, "refused": None, "error_bound": record["error_bound"]}


def _span(text: str) -> list[str]:
    first, dash, last = text.partition("-")
    if dash and first.strip().isdecimal() and last.strip().isdecimal():
        lowest, highest = int(first), int(last)
        if highest < lowest:
            raise UsageError(f"--quota {text}: give the lower one first, such as 240-260")
        if highest - lowest >= _MOST:
            raise UsageError(f"--quota {text} are more than {_MOST:,} quotas; sweep a part of them at a time")
        return [str(quota) for quota in range(lowest, highest + 1)]
    return [text.strip()]


@contextmanager
def _progress(total: int) -> Iterator[Progress]:
    """A bar on the error stream, in a terminal only."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    with Bar(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("measuring", total=total)
        yield lambda done, _all: bar.update(task, completed=done)


def _check_name(path: Path) -> None:
    """Refuse a name that could not be written before the work is done."""
    if path.suffix not in (".csv", ".parquet"):
        raise UsageError(f"'{path}': name a file that ends in .csv or .parquet")
    if not path.parent.is_dir():
        raise UsageError(f"'{path}': there is no folder {path.parent}; make it first")


def _write(frame: Any, path: Path) -> None:  # noqa: ANN401 -- a polars frame, loaded only here
    try:
        if path.suffix == ".parquet":
            frame.write_parquet(path)
        else:
            frame.write_csv(path)
    except OSError as error:
        raise UsageError(f"'{path}' cannot be written: {error}") from None


def _sweep_lines(records: Sequence[Mapping[str, Any]]) -> list[str]:
    rows = [("candidate", "member", *records[0]["indices"])]
    for record in records:
        if "error" in record:
            rows.append((record["label"], record["error"], *[""] * len(record["indices"])))
        for number, member in enumerate(record.get("members", [])):
            figures = [figure_text(values[number]) for values in record["values"].values()]
            rows.append((record["label"], member, *figures))
    return [line.rstrip() for line in columns(rows, gap=2)]

"""Many candidate rules at once: a sweep with its progress, printed or written as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from psephos.errors import UsageError
from psephos.power.sweep import Progress, candidates, sweep
from psephos.show.measuring import figure_text
from psephos.show.output import Output
from psephos.show.words import columns, plural

__all__ = ["run_sweep"]


def run_sweep(
    output: Output,
    quotas: Sequence[str],
    weights: Sequence[str],
    *,
    indices: Sequence[str] = (),
    out: str | None = None,
    keep: str | None = None,
    jobs: int = -1,
) -> int:
    """Measure every combination of quotas ("240-260" or single ones) and weights; print or write a table."""
    listed_ = list(candidates([quota for text in quotas for quota in _span(text)], list(weights)))
    if not listed_:
        raise UsageError("no candidates; give --quota (such as 240-260) and --weights (such as 29x4,27x2)")
    with _progress(len(listed_)) as advance:
        found = sweep(
            listed_, index=tuple(indices) or ("banzhaf", "shapley_shubik"), jobs=jobs, keep=keep, progress=advance
        )
    if output.as_json:
        output.record(list(found.records))
    elif out:
        _write(found.to_polars(), Path(out))
        output.line(f"{plural(len(found.records), 'candidate')} written to {out}")
    else:
        for line in _sweep_lines(found.records):
            output.line(line)
    return 0


def _span(text: str) -> list[str]:
    first, dash, last = text.partition("-")
    if dash and first.strip().isdecimal() and last.strip().isdecimal():
        return [str(quota) for quota in range(int(first), int(last) + 1)]
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


def _write(frame: Any, path: Path) -> None:  # noqa: ANN401 -- a polars frame, loaded only here
    if path.suffix == ".parquet":
        frame.write_parquet(path)
    elif path.suffix == ".csv":
        frame.write_csv(path)
    else:
        raise UsageError(f"'{path}': name a file that ends in .csv or .parquet")


def _sweep_lines(records: Sequence[Mapping[str, Any]]) -> list[str]:
    rows = [("candidate", "member", *records[0]["indices"])]
    for record in records:
        if "error" in record:
            rows.append((record["label"], record["error"], *[""] * len(record["indices"])))
        for number, member in enumerate(record.get("members", [])):
            figures = [figure_text(values[number]) for values in record["values"].values()]
            rows.append((record["label"], member, *figures))
    return [line.rstrip() for line in columns(rows, gap=2)]

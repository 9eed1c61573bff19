"""A tidy table of ballots decided at once: one row a ballot in, one row a call out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from psephos.body.binding import BoundRule, bind
from psephos.body.book import Rulebook
from psephos.body.rulebook import rulebook
from psephos.calls.rollcall import RollCall
from psephos.decide.matrix import LABELS, DecidedMatrix, decide_matrix
from psephos.decide.verdict import decide
from psephos.errors import NamedTwice, UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["DecidedMany", "decide_many"]

_NOBODY = 255


@dataclass(frozen=True, slots=True)
class DecidedMany:
    """What did each call of a table decide?

    `frame` has one row a call, in the order of first appearance: call, on, outcome, label, the number of ballots of
    each choice, and vetoed_by (a list of member codes).
    """

    body: str
    sha256: str
    decision: str
    frame: pl.DataFrame = field(repr=False)

    def to_polars(self) -> pl.DataFrame:
        """The table of outcomes."""
        return self.frame


def decide_many(
    body: Rulebook | str | Path,
    table: Any,  # noqa: ANN401 -- any table that polars can take over
    *,
    on: date | None = None,
    decision: str | None = None,
    variants: Iterable[str] = (),
) -> DecidedMany:
    """What did each call of a tidy table decide?

    The same outcomes, labels and vetoers as `decide`, many at a time. A call that lacks a ballot is decided by itself,
    with that ballot open.

    Args:
        body: the rulebook, or its id or path.
        table: one row a ballot, with the columns `call`, `member` and `choice`, and `on` (a date) unless `on` is
            given. Polars, pandas, or anything with the Arrow C stream interface.
        on: the day of all calls.
        decision: the kind of decision of all calls; None takes the default.
        variants: facts that make another rule apply to all calls.

    Raises:
        UsageError: a column is missing, a member unknown or not seated, a choice unknown, a member named twice in a
            call.

    Cost: about 1 s for a million calls of 15 seats; memory about 4 bytes a ballot besides the table.

    Examples:
        >>> import polars as pl
        >>> day = date(2020, 1, 1)
        >>> members = rulebook("unsc").on(day).ids
        >>> votes = pl.DataFrame({"call": [1] * 15, "member": members, "choice": ["yes"] * 8 + ["no"] * 7})
        >>> decide_many("unsc", votes, on=day).to_polars()["label"].to_list()
        ['insufficient votes']
    """
    book = body if isinstance(body, Rulebook) else rulebook(body)
    calls = _numbered(_frame(table, on))
    heads = calls.unique("row", keep="first", maintain_order=True).select("row", "call", "on")
    chosen = tuple(variants)
    parts = [
        _decide_regime(
            book, part, calls if alone else calls.join(part.select("row"), on="row", how="semi"), decision, chosen
        )
        for part, alone in _regimes(book, heads)
    ]
    frame = pl.concat(parts).sort("row").drop("row")
    return DecidedMany(book.id, book.sha256, decision or book.default_decision, frame)


def _frame(table: Any, on: date | None) -> pl.DataFrame:  # noqa: ANN401 -- as above
    frame = table if isinstance(table, pl.DataFrame) else pl.DataFrame(table)
    wanted = ["call", "member", "choice"] + ([] if on else ["on"])
    lacking = [name for name in wanted if name not in frame.columns]
    if lacking:
        hint = "; or give the day of all calls: on=date(...)" if lacking == ["on"] else ""
        raise UsageError(
            f"the table has no column {', '.join(lacking)}; its columns are {', '.join(frame.columns)}{hint}"
        )
    if frame.is_empty():
        raise UsageError("the table has no rows; give one row a ballot")
    empty = [name for name in wanted if frame[name].null_count()]
    if empty:
        raise UsageError(
            f"the column {empty[0]} has {frame[empty[0]].null_count()} empty cells; fill or drop those rows"
        )
    return frame.select(wanted) if on is None else frame.select(wanted).with_columns(pl.lit(on).alias("on"))


def _numbered(frame: pl.DataFrame) -> pl.DataFrame:
    """Number the calls in order of first appearance."""
    runs = frame.select(pl.col("call").rle_id().alias("row"))["row"]
    heads = frame["call"].filter(runs != runs.shift(1, fill_value=2**32 - 1))
    if not heads.is_duplicated().any():
        return frame.with_columns(runs)
    order = heads.unique(maintain_order=True)
    places = pl.DataFrame({"call": order, "row": pl.Series(range(len(order)), dtype=pl.UInt32)})
    return frame.join(places, on="call", how="left", maintain_order="left")


def _regimes(book: Rulebook, heads: pl.DataFrame) -> Iterator[tuple[pl.DataFrame, bool]]:
    """The calls of each span of days without a change of roster or rule, and whether that is all of them."""
    ends = [rule.until + timedelta(days=1) for rule in book.rules if rule.until]
    changes = sorted({*book.register.changes(), *(rule.since for rule in book.rules), *ends})
    days = heads["on"].unique()
    spans = {day: bisect_right(changes, day) for day in days}
    labelled = heads.with_columns(pl.col("on").replace_strict(spans, return_dtype=pl.UInt32).alias("span"))
    parts = labelled.partition_by("span", include_key=False, maintain_order=True)
    return ((part, len(parts) == 1) for part in parts)


def _decide_regime(
    book: Rulebook, heads: pl.DataFrame, ballots: pl.DataFrame, decision: str | None, variants: tuple[str, ...]
) -> pl.DataFrame:
    day = heads["on"][0]
    bound = bind(book.rule(day, decision, variants), book.on(day), book.choices)
    matrix = _matrix(book, bound, heads, ballots)
    whole = (matrix != _NOBODY).all(axis=1)
    decided = _columns(bound, heads.filter(whole), matrix[whole])
    if whole.all():
        return decided
    rest = [
        _one_by_one(book, bound, head, row, decision, variants)
        for head, row in zip(heads.filter(~whole).iter_rows(named=True), matrix[~whole], strict=True)
    ]
    return _joined(decided, rest)


def _matrix(book: Rulebook, bound: BoundRule, heads: pl.DataFrame, ballots: pl.DataFrame) -> NDArray[np.uint8]:
    """Ballots as calls x seats; cells without a ballot hold `_NOBODY`."""
    ids = {seat.id: place for place, seat in enumerate(bound.roster.seats)}
    printed = ballots["member"].unique().cast(pl.String).to_list()
    seats = {name: ids[book.names.seat(name, bound.roster).id] for name in printed}
    choices = {name: bound.choices.index(name) for name in ballots["choice"].unique().cast(pl.String).to_list()}
    columns = _codes(ballots["member"], seats)
    cells = _codes(ballots["choice"], choices)
    first = heads["row"][0]
    if int(heads["row"][-1]) - first + 1 == len(heads):
        rows = ballots["row"].to_numpy() - first
    else:
        rows = np.searchsorted(heads["row"].to_numpy(), ballots["row"].to_numpy())
    matrix = np.full((len(heads), len(ids)), _NOBODY, dtype=np.uint8)
    matrix[rows, columns] = cells
    if np.count_nonzero(matrix != _NOBODY) != len(ballots):
        _refuse_twice(bound, heads, rows, columns)
    return matrix


def _codes(column: pl.Series, numbers: Mapping[str, int]) -> NDArray[np.uint16]:
    """The number of each name, by way of the few distinct names."""
    found: NDArray[np.uint16] = (
        column.cast(pl.String).replace_strict(list(numbers), list(numbers.values()), return_dtype=pl.UInt16).to_numpy()
    )
    return found


def _refuse_twice(bound: BoundRule, heads: pl.DataFrame, rows: NDArray[Any], columns: NDArray[Any]) -> None:
    keys = rows.astype(np.int64) * len(bound.roster.seats) + columns
    _, first = np.unique(keys, return_index=True)
    again = np.setdiff1d(np.arange(len(keys)), first)[0]
    member, call = bound.roster.seats[int(columns[again])].id, heads["call"][int(rows[again])]
    raise NamedTwice(f"{member} has two ballots in call {call}; keep one row a member and call")


def _columns(bound: BoundRule, heads: pl.DataFrame, matrix: NDArray[np.uint8]) -> pl.DataFrame:
    decided = decide_matrix(bound, matrix)
    counts = {
        name: np.count_nonzero(matrix == code, axis=1).astype(np.uint32) for code, name in enumerate(bound.choices.ids)
    }
    return heads.with_columns(
        pl.Series("outcome", np.where(decided.adopted, 0, 1)).replace_strict(
            [0, 1], ["adopted", "not adopted"], return_dtype=pl.String
        ),
        pl.Series("label", decided.labels).replace_strict(list(range(len(LABELS))), LABELS, return_dtype=pl.String),
        *(pl.Series(name, values) for name, values in counts.items()),
        _vetoers(decided),
    )


def _vetoers(decided: DecidedMatrix) -> pl.Series:
    """Lists of member codes; few patterns occur, so each is spelled out once."""
    patterns, which = np.unique(np.packbits(decided.vetoes, axis=1), axis=0, return_inverse=True)
    spelled = [
        [member for member, bit in zip(decided.veto_seats, np.unpackbits(pattern), strict=False) if bit]
        for pattern in patterns
    ]
    return pl.Series("vetoed_by", spelled, dtype=pl.List(pl.String)).gather(which.ravel())


def _one_by_one(
    book: Rulebook,
    bound: BoundRule,
    head: Mapping[str, Any],
    row: NDArray[np.uint8],
    decision: str | None,
    variants: tuple[str, ...],
) -> dict[str, Any]:
    """A call with open ballots, decided by itself."""
    ids = bound.choices.ids
    ballots = {seat.id: ids[int(cell)] for seat, cell in zip(bound.roster.seats, row, strict=True) if cell != _NOBODY}
    verdict = decide(book, RollCall(book.id, head["on"], decision, variants, ballots))
    counts = {name: verdict.tally.get(name, 0) for name in ids}
    return {**head, "outcome": verdict.outcome, "label": verdict.label, **counts, "vetoed_by": list(verdict.vetoed_by)}


def _joined(decided: pl.DataFrame, rest: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.concat([decided, pl.DataFrame(rest, schema=decided.schema)])

"""Rows of whole numbers told apart quickly, whether they fit a machine word or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["SAFE", "Array", "codes", "distinct", "distinct_children", "distinct_rows", "ranked", "whole_type"]

Array = Any
"""An array of int64, or of Python integers where those could overflow."""

_FEW_COLUMNS = 12

SAFE = 1 << 61
"""What stays below this can be added once more in int64."""


def whole_type(largest: int) -> type:
    """int64 where sums of this size fit with room to spare, else Python integers."""
    return np.int64 if largest < SAFE >> 2 else object


def ranked(column: Array) -> NDArray[np.int64]:
    """Small whole numbers in the same order as the column."""
    if column.dtype != object:
        low = column.min(initial=0)
        if column.max(initial=0) - low < SAFE >> 31:
            small: NDArray[np.int64] = (column - low).astype(np.int64)
            return small
    return np.unique(column, return_inverse=True)[1].astype(np.int64).reshape(-1)


def codes(columns: Sequence[Array], length: int) -> NDArray[np.int64]:
    """One small number for each row, equal exactly where all columns are, in their order."""
    return _squeezed(_packed(columns, length))


def distinct(columns: Sequence[Array], length: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each different row occurs first, and for every row which of those it is."""
    return _grouped(_packed(columns, length))


def _grouped(code: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """As `np.unique` with index and inverse; code and place are sorted as one number, which is several times faster."""
    length = len(code)
    bits = length.bit_length()
    if not length or int(code.max()) >= SAFE >> bits:
        _, first, place = np.unique(code, return_index=True, return_inverse=True)
        return first, place.astype(np.int64).reshape(-1)
    joined = (code << bits) | np.arange(length)
    joined.sort()
    order, values = joined & ((1 << bits) - 1), joined >> bits
    starts = np.empty(length, dtype=bool)
    starts[0] = True
    np.not_equal(values[1:], values[:-1], out=starts[1:])
    place = np.empty(length, dtype=np.int64)
    place[order] = np.cumsum(starts) - 1
    return order[starts], place


def distinct_rows(matrix: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """As `distinct`, for the rows of a matrix."""
    if matrix.shape[1] <= _FEW_COLUMNS:
        return distinct([matrix[:, k] for k in range(matrix.shape[1])], len(matrix))
    _, first, place = np.unique(matrix, axis=0, return_index=True, return_inverse=True)
    return first, place.astype(np.int64).reshape(-1)


def distinct_children(children: NDArray[np.int64], nodes: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """As `distinct_rows`, where all numbers are known to lie below `nodes`."""
    length, width = children.shape
    if nodes**width >= SAFE >> length.bit_length():
        return distinct_rows(children)
    code = children[:, 0]
    for column in range(1, width):
        code = code * nodes + children[:, column]
    return _grouped(code)


def _packed(columns: Sequence[Array], length: int) -> NDArray[np.int64]:
    code = np.zeros(length, dtype=np.int64)
    size = 1
    for column in columns:
        rank = ranked(column)
        width = int(rank.max(initial=0)) + 1
        if size * width >= SAFE:
            code = _squeezed(code)
            size = int(code.max(initial=0)) + 1
        code, size = code * width + rank, size * width
    return code


def _squeezed(code: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.unique(code, return_inverse=True)[1].astype(np.int64).reshape(-1)

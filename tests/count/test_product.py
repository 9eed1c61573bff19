import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psephos.body.binding import BoundRule
from psephos.count import product
from psephos.count.diagram import compile_rule
from psephos.count.passes import count
from psephos.count.rows import distinct, distinct_children
from tests.count import bodies as b

columns = st.lists(st.tuples(st.integers(-3, 3), st.integers(0, 2)), min_size=1, max_size=30)


@given(columns, st.sampled_from([1, 2**40, 2**58]))
def test_rows_are_told_apart_as_a_set_would(rows: list[tuple[int, int]], scale: int) -> None:
    table = np.array(rows, dtype=object) * scale
    table = table if scale > 2**57 else table.astype(np.int64)
    first, place = distinct([table[:, 0], table[:, 1]], len(rows))
    assert [rows[at] for at in first] == sorted(set(rows))
    assert [rows[first[at]] for at in place] == rows
    assert all(rows.index(rows[at]) == at for at in first)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=30))
def test_children_are_told_apart_in_the_same_order(rows: list[tuple[int, int, int]]) -> None:
    first, place = distinct_children(np.array(rows), 5)
    assert [rows[at] for at in first] == sorted(set(rows))
    assert [rows[first[at]] for at in place] == rows
    assert [a.tolist() for a in distinct_children(np.array(rows), 2**50)] == [first.tolist(), place.tolist()]


@given(bound=b.bodies(votes=5))
def test_with_many_ranges_the_product_is_the_same(bound: BoundRule) -> None:
    with pytest.MonkeyPatch.context() as patch:
        laid_out = compile_rule(bound)
        patch.setattr(product, "_MOST_RANGES", 0)
        walked = compile_rule(bound)
    assert [level.children.tolist() for level in laid_out.levels] == [
        level.children.tolist() for level in walked.levels
    ]
    assert count(laid_out) == sum(b.weight(one) for one in b.listed(bound) if b.adopts(bound, one))

"""Rows told apart by whole numbers."""

import numpy as np
import pytest

from offinno.model import Axis
from offinno.model._row_keys import groups_of, row_keys


def test_keys_are_equal_where_all_categories_are() -> None:
    """Each combination has a number of its own."""
    keys, size = row_keys([Axis.of("abab"), Axis.of("xxyx")], 4)

    assert 4 == size
    assert keys[1] == keys[3]
    assert 3 == len(set(keys.tolist()))


def test_keys_of_no_axes_are_equal() -> None:
    """Nothing tells rows apart."""
    keys, size = row_keys([], 3)

    assert (1, [0, 0, 0]) == (size, keys.tolist())


@pytest.mark.parametrize("size", [10, 1 << 40])
@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([], ()),
        ([5], ()),
        ([1, 2, 3], ()),
        ([3, 1, 2], ()),
        ([1, 1], ((0, 1),)),
        ([1, 1, 1], ((0, 1, 2),)),
        ([3, 1, 3, 2, 1], ((0, 2), (1, 4))),
    ],
)
def test_groups_stand_in_the_order_of_their_rows(
    keys: list[int], expected: tuple[tuple[int, ...], ...], size: int
) -> None:
    """Only keys that stand more than once make a group, found by a table or by sorting."""
    assert expected == groups_of(np.array(keys, np.int64), size)

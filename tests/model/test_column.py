"""Columns and axes: numbers that nobody can change."""

import numpy as np
import pytest

from offinno.model import Axis, Column, Contradiction
from offinno.model._column import code_type, column


def test_array_cannot_be_written() -> None:
    """Neither directly nor by asking numpy for permission."""
    cells = Column.of("<f8", [1.0, 2.0])
    with pytest.raises(ValueError, match="read-only"):
        cells.array[0] = 3.0
    with pytest.raises(ValueError, match="WRITEABLE"):
        cells.array.flags.writeable = True

    assert [1.0, 2.0] == cells.array.tolist()


@pytest.mark.parametrize("dtype", ["<f8", "<u4", "<u2", "|u1", "|i1"])
def test_cells_come_back(dtype: str) -> None:
    """Numbers of each type are held in so many bytes."""
    cells = Column.of(dtype, [0, 1, 127])

    assert [0, 1, 127] == cells.array.tolist()
    assert 3 == len(cells) == len(cells.data) // np.dtype(dtype).itemsize
    assert cells == column(dtype, np.array([0, 1, 127]))


def test_an_empty_column_is_one() -> None:
    """Nothing is a list of numbers."""
    assert 0 == len(Column.of("|u1", [])) == len(Column.of("<f8", np.zeros(0)))


@pytest.mark.parametrize(
    ("dtype", "cells"),
    [
        ("|u1", [256]),
        ("|u1", [-1]),
        ("|i1", [128]),
        ("<u2", [0.5]),
        ("<u2", [float("nan")]),
        ("<u4", [2**32]),
        ("<f8", [2**53 + 1]),
        ("<f8", [10**400]),
        ("<f8", ["1"]),
        ("<f8", [True]),
        ("<f8", [None]),
        ("<f8", [[1.0]]),
    ],
)
def test_what_does_not_fit_is_refused(dtype: str, cells: list[int]) -> None:
    """No cell is cut, wrapped or rounded in silence."""
    with pytest.raises(Contradiction):
        Column.of(dtype, cells)


def test_a_number_that_is_none_is_left_to_observations() -> None:
    """A column of floats may hold what is no number; observations refuse it by its row."""
    assert np.isnan(Column.of("<f8", [float("nan")]).array[0])


@pytest.mark.parametrize(
    ("dtype", "data"),
    [("<f4", b""), (["<f8"], b""), ("<f8", bytearray(8)), ("<f8", b"1234"), ("<u2", "ab")],
)
def test_other_columns_are_refused(dtype: object, data: object) -> None:
    """A type of number that is not ours, and bytes that can change, make no column."""
    with pytest.raises(Contradiction):
        Column(dtype, data)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("categories", "dtype"),
    [(0, "|u1"), (256, "|u1"), (257, "<u2"), (65_536, "<u2"), (65_537, "<u4")],
)
def test_codes_take_the_smallest_type(categories: int, dtype: str) -> None:
    """So many categories are numbered in as few bytes as can be."""
    assert dtype == code_type(categories)


def test_an_axis_numbers_its_cells() -> None:
    """Categories stand in the order they first appear."""
    axis = Axis.of(["b", "a", "b", None])

    assert ("b", "a", None) == axis.categories
    assert [0, 1, 0, 2] == axis.codes.array.tolist()
    assert ["b", "a", "b", None] == axis.cells() == [axis[row] for row in range(4)]
    assert (1, None) == (axis.code("a"), axis.code("c"))
    assert 4 == axis.memory


@pytest.mark.parametrize(
    ("categories", "codes"),
    [
        (["a", "b", "c"], [1, 0, 1, 2]),
        (["unused", "b", "a", "c"], [1, 2, 1, 3]),
        (["c", "b", "a", "unused"], [1, 2, 1, 0]),
    ],
)
def test_axes_of_equal_rows_are_equal(categories: list[str], codes: list[int]) -> None:
    """Whatever order categories are given in, with or without others, the axis is one."""
    expected = [categories[code] for code in codes]
    axis = Axis(categories=categories, codes=Column.of("<u4", codes))

    assert Axis.of(expected) == axis
    assert expected == axis.cells()
    assert "|u1" == axis.codes.dtype


def test_an_axis_may_have_no_rows() -> None:
    """Categories without rows are left out."""
    assert Axis.of([]) == Axis(categories=("a", "b"), codes=Column.of("<u2", []))
    assert () == Axis.of([]).categories


def test_rows_are_taken_in_their_order() -> None:
    """What is taken is the axis of those cells."""
    axis = Axis.of(["a", "b", "c", "a"])

    assert Axis.of(["c", "a"]) == axis.taken(np.array([2, 3]))


@pytest.mark.parametrize(
    ("categories", "codes", "said"),
    [
        (("a", "a"), Column.of("|u1", [0, 1]), "stands twice"),
        (("a",), Column.of("|u1", [0, 1]), "belongs to no category"),
        ((), Column.of("|u1", [0]), "belongs to no category"),
        (("a", "b"), Column.of("|i1", [0, -1]), "codes are a column of"),
        (("a",), Column.of("<f8", [0.0]), "codes are a column of"),
        (("a",), [0], "codes are a column of"),
        ((["a"],), Column.of("|u1", [0]), "could be changed"),
    ],
)
def test_contradictions_are_refused(categories: tuple[str, ...], codes: Column, said: str) -> None:
    """A code below zero would count from the end, in silence."""
    with pytest.raises(Contradiction, match=said):
        Axis(categories=categories, codes=codes)

"""Laws of observations: rows become columns and rows again, and nothing is lost on the way."""

import pickle
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from offinno.model import (
    Area,
    Axis,
    Column,
    Contradiction,
    Evidence,
    Observation,
    Observations,
    Status,
)
from offinno.model._row_keys import groups_of, row_keys
from offinno.model._unpacking import as_published
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Qualifier, Range, Value

UNIT = parse_unit("NOK")
AREAS = ("NO", "SE", "FI", "DK", "IS")
SOURCES = (None, "one", "two")

#: Numbers of up to 15 digits, from 22 decimals to as many zeros, below what values are bounded by.
numbers = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.integers(-22, 15),
)
figures = st.one_of(
    st.builds(Value, numbers, st.just(UNIT), st.sampled_from(Qualifier)),
    numbers.map(lambda number: Range(low=Value(number, UNIT), high=Value(number, UNIT))),
    st.builds(Missing, st.sampled_from(MissingReason), st.none() | st.just("fordi")),
)
rows = st.builds(
    Observation,
    area=st.sampled_from(AREAS),
    period=st.sampled_from([Period(2018), Period(2019), Period("?")]),
    breakdowns=st.sampled_from(["health", "school"]).map(lambda key: {"sector": key}),
    vintage=st.none() | st.just(Period("2020-01-02")),
    source=st.sampled_from(SOURCES),
    value=figures,
    status=st.frozensets(st.sampled_from(Status), max_size=3),
    notes=st.sampled_from([(), ("*",), ("*", "†")]),
    evidence=st.sampled_from(Evidence),
    symbol=st.none() | st.just(".."),
)


def _key(row: Observation) -> Any:
    return row.key, row.source


lists = st.lists(rows, max_size=12, unique_by=_key)


@given(lists)
def test_rows_come_back(given_rows: list[Observation]) -> None:
    """Rows to columns to rows is what it was, in the order it was, digit by digit."""
    these = Observations.of(UNIT, given_rows)
    found = list(these)

    assert given_rows == found
    assert [these[at] for at in range(len(these))] == found
    for before, after in zip(given_rows, found, strict=True):
        if isinstance(before.value, Value):
            assert isinstance(after.value, Value)
            assert before.value.magnitude.as_tuple() == after.value.magnitude.as_tuple()


@given(lists, st.randoms(use_true_random=False))
def test_columns_are_equal_where_rows_are(given_rows: list[Observation], shuffled: Any) -> None:
    """And differ where the order does."""
    these = Observations.of(UNIT, given_rows)
    other = list(given_rows)
    shuffled.shuffle(other)

    assert (these == Observations.of(UNIT, other)) is (given_rows == other)
    assert these == pickle.loads(pickle.dumps(these))
    assert hash(these) == hash(pickle.loads(pickle.dumps(these)))


@given(lists, st.data())
def test_rows_are_chosen_as_objects_are(given_rows: list[Observation], draw: st.DataObject) -> None:
    """Choosing on the columns and choosing objects is one, and the chosen from are untouched."""
    these = Observations.of(UNIT, given_rows)
    positions = draw.draw(st.permutations(range(len(given_rows))))
    chosen = positions[: draw.draw(st.integers(0, len(positions)))]

    assert Observations.of(UNIT, [given_rows[at] for at in chosen]) == these.rows(chosen)
    assert these == Observations.of(UNIT, given_rows)


@given(lists, st.slices(12))
def test_slices_are_those_of_lists(given_rows: list[Observation], part: slice) -> None:
    """With any step, from any end."""
    these = Observations.of(UNIT, given_rows)

    assert given_rows[part] == list(these[part])


@given(lists)
def test_every_row_is_found(given_rows: list[Observation]) -> None:
    """At its position and at no other."""
    these = Observations.of(UNIT, given_rows)

    assert list(range(len(given_rows))) == [these.index(row) for row in given_rows]


@given(lists)
def test_disputes_stay(given_rows: list[Observation]) -> None:
    """Rows of one key and several sources all stay, in one group for each key."""
    these = Observations.of(UNIT, given_rows)
    by_key: dict[Any, list[int]] = {}
    for at, row in enumerate(given_rows):
        by_key.setdefault(row.key, []).append(at)

    assert {tuple(group) for group in by_key.values() if len(group) > 1} == set(these.disputed)
    assert len(given_rows) == len(these)


@given(lists.filter(bool), st.data())
def test_one_source_says_one_thing(given_rows: list[Observation], draw: st.DataObject) -> None:
    """A row whose key and source stood before is refused, and the error names both."""
    at = draw.draw(st.integers(0, len(given_rows) - 1))
    with pytest.raises(Contradiction) as refused:
        Observations.of(UNIT, [*given_rows, given_rows[at]])

    assert (len(given_rows),) == refused.value.steps
    assert refused.value.problem.endswith(f"observations[{at}]")


@given(numbers)
def test_floats_hold_fifteen_digits(number: Decimal) -> None:
    """A number of 15 digits comes back from a binary float as it was."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)

    assert number.as_tuple() == as_published(float(number), -exponent).as_tuple()


@given(st.floats(allow_nan=True, allow_infinity=True), st.integers(-128, 127))
def test_a_number_is_exact_or_refused(number: float, decimals: int) -> None:
    """What is taken reads back as the very float that was given, with the decimals stated."""
    try:
        these = Observations(
            unit=UNIT,
            area=Axis.of([Area("NO")]),
            period=Axis.of([Period(2018)]),
            value=Column.of("<f8", [number]),
            decimals=Column.of("|i1", [decimals]),
        )
    except Contradiction:
        return
    value = these[0].value

    assert isinstance(value, Value)
    assert number == float(value.magnitude)
    assert -decimals == value.magnitude.as_tuple().exponent


@given(st.lists(st.sampled_from("abcd"), max_size=20), st.permutations("abcdef"))
def test_axes_have_one_form(cells: list[str], categories: list[str]) -> None:
    """Whatever the order of the categories given, cells make one axis."""
    codes = Column.of("<u2", [categories.index(cell) for cell in cells])

    assert Axis.of(cells) == Axis(categories=categories, codes=codes)
    assert cells == Axis.of(cells).cells()


@given(st.lists(st.tuples(*[st.sampled_from("abc")] * 3), max_size=20))
def test_keys_are_equal_where_cells_are(cells: list[tuple[str, str, str]]) -> None:
    """Groups on keys are those on the cells themselves."""
    axes = [Axis.of(column) for column in zip(*cells, strict=True)] if cells else []
    keys, size = row_keys(axes, len(cells))
    seen: dict[Any, list[int]] = {}
    for at, cell in enumerate(cells):
        seen.setdefault(cell, []).append(at)

    assert tuple(tuple(g) for g in seen.values() if len(g) > 1) == groups_of(keys, size)
    assert np.all(keys < max(size, 1))

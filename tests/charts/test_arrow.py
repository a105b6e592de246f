"""Figures as Arrow: what data frames make of them."""

import sys
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from offinno.charts import Figure, NotSuitable, Row
from offinno.charts._arrow import arrow_stream
from offinno.model import Indicator
from offinno.pictures import MissingExtra

Samples = Callable[..., Mapping[str, Figure]]


class Columns:
    """Columns that a data frame reads."""

    def __init__(self, kind: object, *cells: Any) -> None:
        self.kind, self.cells = kind, cells

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return them as an Arrow stream."""
        return arrow_stream({"cells": self.cells}, {"cells": self.kind}, requested_schema)


@pytest.mark.parametrize("name", ["ranking", "columns", "mixed", "nothing", "number"])
def test_a_data_frame_holds_the_columns(samples: Samples, name: str) -> None:
    """All of them, with the same cells; what is not there is null."""
    figure = samples("nb")[name]
    columns = figure.to_columns()
    frame = pl.DataFrame(figure)

    assert list(columns) == frame.columns
    assert columns == frame.to_dict(as_series=False)


def test_types_do_not_depend_on_cells(samples: Samples) -> None:
    """A column of nulls is of the type that others have."""
    figures = [figure for figure in samples("nb").values() if type(figure.rows[0]) is Row]
    schemas = [pl.DataFrame(figure).schema for figure in figures]
    kinds = [{name: type(kind).__name__ for name, kind in schema.items()} for schema in schemas]

    assert all(kinds[0] == other for other in kinds)
    assert {"String", "Int64", "Decimal", "Boolean", "Date"} == set(kinds[0].values())


def test_numbers_have_the_digits_that_were_published(measure: Callable[..., Indicator]) -> None:
    """As many decimals as the one that has most; nothing is rounded."""
    from offinno.charts import bars

    figure = bars(measure({"value": "48.30"}, {"area": "SE", "value": 7}), lang="nb")
    frame = pl.DataFrame(figure)

    assert [Decimal("48.30"), Decimal(7)] == frame["value"].to_list()
    assert pl.Decimal(38, 2) == frame.schema["value"]


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        (Decimal, (Decimal("1E+30"), None, Decimal("-0.00001"))),
        (Decimal | None, (Decimal("-0"),)),
        (Decimal | None, ()),
        (date | None, (date(2018, 2, 28), None)),
        (int | None, (None, 4)),
        (bool, (True, False)),
        (str | None, ("Ærø", None)),
        (Row | str | None, ("a",)),
    ],
    ids=str,
)
def test_cells_of_every_kind(kind: object, cells: tuple[Any, ...]) -> None:
    """Come out as they went in."""
    assert list(cells) == pl.DataFrame(Columns(kind, *cells))["cells"].to_list()


def test_too_many_digits_are_refused() -> None:
    """Arrow would make nothing of them without a word."""
    pl.DataFrame(Columns(Decimal, Decimal("1e20"), Decimal("1e-17")))
    with pytest.raises(NotSuitable, match="'cells' of an Arrow table takes 76 digits, not 91"):
        arrow_stream({"cells": [Decimal("1e60"), Decimal("1e-30")]}, {"cells": Decimal}, None)


def test_wide_numbers_have_a_wide_type() -> None:
    """With as many digits as they need."""
    from arro3.core import Table

    columns = Columns(Decimal, Decimal("1e30"), Decimal("1e-30"))

    assert "Decimal256(76, 30)" in str(Table.from_arrow(columns).schema)


def test_the_package_is_asked_for(samples: Samples, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not installed."""
    monkeypatch.setitem(sys.modules, "arro3.core", None)
    with pytest.raises(MissingExtra, match=r'pip install "offinno\[arrow\]"'):
        samples("nb")["number"].__arrow_c_stream__()

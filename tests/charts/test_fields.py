"""Fields that a chart draws, and those that its rows have."""

from typing import Any

import pytest

from offinno.charts._fields import check_fields
from offinno.exceptions import UnknownName

ROWS = {"values": [{"a": 1}, {"b": 2}]}


def bar(field: str = "c", **others: Any) -> dict[str, Any]:
    """Return a chart that draws a field."""
    return {"data": ROWS, "mark": "bar", "encoding": {"x": {"field": field}}, **others}


@pytest.mark.parametrize(
    "spec",
    [
        bar(),
        bar(transform=[{"filter": "datum.a > 1"}]),
        bar("a", encoding={"tooltip": [{"field": "a"}, {"field": "c"}]}),
        {"data": ROWS, "layer": [{"mark": "bar", "encoding": {"x": {"field": "c"}}}]},
        {"data": ROWS, "facet": {"field": "c"}, "spec": {"mark": "bar"}},
        {"data": ROWS, "facet": {"row": {"field": "c"}}, "spec": {"mark": "bar"}},
        {"data": ROWS, "repeat": ["a"], "spec": bar()},
        {"hconcat": [bar("a"), bar()]},
    ],
)
def test_a_field_that_no_row_has_is_refused(spec: dict[str, Any]) -> None:
    """Wherever it is drawn."""
    with pytest.raises(UnknownName, match=r"no field of the chart's rows is called 'c'; known: a"):
        check_fields(spec)


@pytest.mark.parametrize(
    "spec",
    [
        bar("a"),
        bar("b"),
        bar("deep.er"),
        bar(data={"values": []}),
        bar(data={"values": [1, 2]}),
        bar(data={"values": {"type": "FeatureCollection"}}),
        bar(data={"values": [{"a": 1}], "format": {"type": "topojson"}}),
        bar(data=None),
        {"mark": "bar", "encoding": {"x": {"field": "c"}}},
        bar(transform=[{"calculate": "1", "as": "c"}]),
        bar(transform=[{"bin": True, "field": "a", "as": ["c", "d"]}]),
        bar(transform=[{"window": [{"op": "rank", "as": "c"}]}]),
        bar(transform=[{"joinaggregate": [{"op": "sum", "field": "a", "as": "c"}]}]),
        bar(transform=[{"aggregate": [], "groupby": []}]),
        bar(transform=[{"fold": ["a"]}, {"filter": "true"}]),
        bar(encoding={"x": {"field": {"repeat": "row"}}, "y": {"aggregate": "count"}}),
        {"data": ROWS, "encoding": {"x": {"field": "c"}}, "layer": [bar("a")]},
    ],
)
def test_whatever_is_not_certain_is_drawn(spec: dict[str, Any]) -> None:
    """Steps add fields, and rows may be something else than rows."""
    check_fields(spec)

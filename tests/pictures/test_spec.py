"""What is refused before it reaches the drawing engine, and what is not."""

from typing import Any

import pytest

from offinno.pictures import SpecRefused, check_spec
from offinno.pictures._spec import schema_major

ROWS = {"values": [{"a": 1}]}
HANG = "length(sequence(0, 1e9))"

HOSTILE: dict[str, tuple[dict[str, Any], str]] = {
    "data_url": ({"data": {"url": "https://example.org/x.json"}}, "$.data.url"),
    "data_file": ({"data": {"url": "file:///etc/passwd"}}, "$.data.url"),
    "data_text": ({"data": "x.json"}, "$.data"),
    "data_list": ({"data": [{"a": 1}]}, "$.data"),
    "rows_as_text": ({"data": {"values": "a,b\n1,2"}}, "$.data.values"),
    "rows_as_number": ({"data": {"values": 3}}, "$.data.values"),
    "sequence": ({"data": {"sequence": {"start": 0, "stop": 1e9}}}, "$.data.sequence"),
    "graticule": ({"data": {"graticule": {"step": [1e-9, 1e-9]}}}, "$.data.graticule"),
    "unknown_data": ({"data": {"values": [], "async": True}}, "$.data.async"),
    "nameless_rows": ({"data": {"name": "nowhere"}}, "$.data.name"),
    "topojson_url": (
        {"data": {"url": "x.json", "format": {"type": "topojson", "feature": "a"}}},
        "$.data.url",
    ),
    "layer_url": ({"layer": [{}, {"data": {"url": "x"}}]}, "$.layer[1].data.url"),
    "concat_url": ({"hconcat": [{"data": {"url": "x"}}]}, "$.hconcat[0].data.url"),
    "facet_url": ({"spec": {"data": {"url": "x"}}}, "$.spec.data.url"),
    "lookup_url": (
        {"transform": [{"lookup": "a", "from": {"data": {"url": "x"}, "key": "a"}}]},
        "$.transform[0].from.data.url",
    ),
    "datasets_text": ({"datasets": {"a": "x.json"}}, "$.datasets.a"),
    "datasets_list": ({"datasets": []}, "$.datasets"),
    "datasets_inside": ({"layer": [{"datasets": {}}]}, "$.layer[0].datasets"),
    "url_channel": ({"encoding": {"url": {"field": "a"}}}, "$.encoding.url"),
    "href_channel": ({"encoding": {"href": {"value": "https://x"}}}, "$.encoding.href"),
    "href_mark": ({"mark": {"type": "bar", "href": "javascript:x"}}, "$.mark.href"),
    "href_style": ({"config": {"style": {"x": {"href": "x"}}}}, "$.config.style.x.href"),
    "image": ({"mark": "image"}, "$.mark"),
    "image_mark": ({"mark": {"type": "image"}}, "$.mark"),
    "image_url": ({"mark": {"type": "bar", "url": "file:///etc/passwd"}}, "$.mark.url"),
    "image_layer": ({"layer": [{"mark": "image"}]}, "$.layer[0].mark"),
    "loader": ({"config": {"loader": {"baseURL": "x"}}}, "$.config.loader"),
    "usermeta": ({"usermeta": {"embedOptions": {"loader": {}}}}, "$.usermeta"),
    "format_types": ({"config": {"customFormatTypes": True}}, "$.config.customFormatTypes"),
    "sample": ({"transform": [{"sample": 10}]}, "$.transform[0].sample"),
    "vega_schema": (
        {"$schema": "https://vega.github.io/schema/vega/v6.json"},
        "$['$schema']",
    ),
    "old_schema": (
        {"$schema": "https://vega.github.io/schema/vega-lite/v4.json"},
        "$['$schema']",
    ),
    "foreign_schema": (
        {"$schema": "https://example.org/schema/vega-lite/v6.json"},
        "$['$schema']",
    ),
    "number_schema": ({"$schema": 6}, "$['$schema']"),
    "schema_inside": ({"layer": [{"$schema": "x"}]}, "$.layer[0]['$schema']"),
    "calculate": ({"transform": [{"calculate": HANG, "as": "b"}]}, "$.transform[0].calculate"),
    "filter": ({"transform": [{"filter": HANG}]}, "$.transform[0].filter"),
    "filter_not": ({"transform": [{"filter": {"not": HANG}}]}, "$.transform[0].filter.not"),
    "filter_and": (
        {"transform": [{"filter": {"and": [{"field": "a", "gt": 1}, HANG]}}]},
        "$.transform[0].filter.and",
    ),
    "filter_or": (
        {"transform": [{"filter": {"or": [{"and": [HANG]}]}}]},
        "$.transform[0].filter.or[0].and",
    ),
    "test": (
        {"encoding": {"color": {"condition": {"test": HANG, "value": "red"}}}},
        "$.encoding.color.condition.test",
    ),
    "label": ({"encoding": {"x": {"axis": {"labelExpr": HANG}}}}, "$.encoding.x.axis.labelExpr"),
    "parameter": ({"params": [{"name": "p", "expr": HANG}]}, "$.params[0].expr"),
    "property": ({"mark": {"type": "bar", "size": {"expr": HANG}}}, "$.mark.size.expr"),
    "title": ({"title": {"text": {"expr": HANG}}}, "$.title.text.expr"),
    "signal": ({"width": {"signal": HANG}}, "$.width.signal"),
    "regexp": ({"transform": [{"filter": "test(/(a+)+$/, datum.a)"}]}, "$.transform[0].filter"),
    "encode": (
        {"encoding": {"x": {"axis": {"encode": {"labels": {"update": {"href": {}}}}}}}},
        "$.encoding.x.axis.encode.labels.update.href",
    ),
}


@pytest.mark.parametrize(("spec", "path"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_specification_is_refused(spec: dict[str, Any], path: str) -> None:
    """The error names the place; there are more than forty ways."""
    with pytest.raises(SpecRefused) as caught:
        check_spec({"data": ROWS, "mark": "bar", **spec})

    assert path == caught.value.path
    assert caught.value.remedy
    assert len(HOSTILE) >= 40


HARMLESS: dict[str, dict[str, Any]] = {
    "words_of_structure_in_rows": {
        "data": {"values": [{"url": "https://x", "href": "x", "expr": HANG, "$schema": 1}]},
    },
    "named_rows": {"data": {"name": "a"}, "datasets": {"a": [{"url": "x"}]}},
    "rows_named_elsewhere": {
        "layer": [{"data": {"name": "a", "values": []}}, {"data": {"name": "a"}}],
    },
    "no_rows": {"data": None},
    "topology": {
        "data": {"values": {"type": "Topology"}, "format": {"type": "topojson", "feature": "x"}},
    },
    "a_column_called_url": {"data": {"values": [], "format": {"parse": {"url": "date"}}}},
    "sphere": {"data": {"sphere": True}, "mark": {"type": "geoshape"}},
    "predicates": {
        "transform": [
            {"filter": {"and": [{"field": "a", "equal": 1}, "datum.a > 1", {"not": "datum.b"}]}},
            {"calculate": "datum.a * 2", "as": "b"},
            {"filter": {"param": "p"}},
        ],
    },
    "interactive": {"params": [{"name": "p", "select": "interval", "bind": "scales"}]},
    "version_5": {"$schema": "https://vega.github.io/schema/vega-lite/v5.20.1.json"},
    "version_6": {"$schema": "https://vega.github.io/schema/vega-lite/v6.json"},
    "expression_that_is_none": {"mark": {"type": "bar", "size": {"expr": 3}}},
}


@pytest.mark.parametrize("spec", HARMLESS.values(), ids=HARMLESS)
def test_an_ordinary_specification_passes(spec: dict[str, Any]) -> None:
    """Rows may hold any text; only what the engine acts on is looked at."""
    assert check_spec({"data": ROWS, "mark": "bar", **spec}) is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize(
    ("spec", "major"),
    [
        ({}, "6"),
        ({"$schema": "https://vega.github.io/schema/vega-lite/v6.4.1.json"}, "6"),
        ({"$schema": "https://vega.github.io/schema/vega-lite/v5.json"}, "5"),
    ],
)
def test_the_schema_says_which_version_draws(spec: dict[str, Any], major: str) -> None:
    """Without one it is the newest."""
    assert major == schema_major(spec)

"""The check of a finished specification before it is handed to the drawing engine.

The engine reads files, fetches addresses and runs expressions when a specification says so.
Here everything is refused that is not inline data drawn by known marks. What passes may still
be too much work; the time and memory limits of the drawing process are for that.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from offinno.pictures._errors import SpecRefused
from offinno.pictures._expression import expression_fault
from offinno.pictures._json import Place, check_json, json_path

#: A key or index, what stands there, and the place of both.
_Entry: TypeAlias = tuple[str | int, Any, Place]

#: The schemas that are drawn.
_SCHEMA: Final = re.compile(r"https://vega\.github\.io/schema/vega-lite/v([56])(\.\d+){0,2}\.json")

#: The version that a specification without a schema is drawn by.
_NEWEST: Final = "6"

#: The keys that are nowhere allowed, and what to do instead.
_REFUSED: Final = {
    "url": "put the rows in data.values; nothing is fetched",
    "href": "put links beside the picture; a picture has none",
    "loader": "leave it out; nothing is loaded",
    "usermeta": "leave it out; it configures pages and not pictures",
    "sample": "draw the sample beforehand, so that the same rows give the same picture",
    "customFormatTypes": "leave it out and write the text into the rows",
    "$schema": "name the schema only at the top",
    "datasets": "put the named data at the top",
}

#: The keys whose text the engine runs.
_EXPRESSIONS: Final = frozenset(
    {"expr", "calculate", "labelExpr", "signal", "filter", "test", "and", "or", "not"}
)

#: What may stand in a data source; everything else is fetched or generated.
_DATA: Final = frozenset({"values", "name", "format", "sphere"})


def check_spec(spec: Mapping[str, object]) -> None:
    """Refuse a Vega-Lite specification that is not safe to draw.

    Safe is: plain JSON of bounded size and depth, with finite numbers and text that can be
    shown; rows that stand in the specification itself; no links, images or generated data;
    expressions that call only listed functions; version 5 or 6 of Vega-Lite.

    Raises:
        SpecRefused: At the first thing that is not, with its JSON path and the remedy.

    >>> check_spec({"data": {"values": [{"value": 48.3}]}, "mark": "bar"})
    >>> check_spec({"data": {"values": []}, "mark": "image"})
    Traceback (most recent call last):
    ...
    offinno.pictures._errors.SpecRefused: $.mark: 'image'; draw with another mark
    """
    if not isinstance(spec, Mapping):
        raise SpecRefused("$", repr(spec), "give the finished specification as a dict")
    check_json(spec)
    schema_major(spec)
    entries = tuple(_entries(spec, None))
    known = _dataset_names(spec)
    known |= {source["name"] for source in _sources(entries) if {"name", "values"} <= source.keys()}
    for key, value, place in entries:
        _check_key(key, value, place)
        if key == "data":
            _check_data(value, place, known)
        elif key == "mark":
            _check_mark(value, place)
        elif key in _EXPRESSIONS:
            _check_expressions(value, place)


def schema_major(spec: Mapping[str, object]) -> str:
    """Return the major version of Vega-Lite that *spec* is written in."""
    schema = spec.get("$schema")
    if schema is None:
        return _NEWEST
    found = _SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    if found is None:
        raise SpecRefused("$['$schema']", repr(schema), "name version 5 or 6 of Vega-Lite")
    return found[1]


def _entries(node: Mapping[str, Any] | list[Any], place: Place) -> Iterator[_Entry]:
    """Return everything in *node* but the schema and the rows."""
    for key, value in node.items() if isinstance(node, Mapping) else enumerate(node):
        if place is None and key in ("$schema", "datasets"):
            continue
        yield key, value, (place, key)
        if key != "data" and isinstance(value, dict | list):
            yield from _entries(value, (place, key))


def _sources(entries: tuple[_Entry, ...]) -> Iterator[dict[str, Any]]:
    return (value for key, value, _ in entries if key == "data" and isinstance(value, dict))


def _dataset_names(spec: Mapping[str, Any]) -> set[str]:
    """Return the names of the rows at the top of *spec*."""
    datasets = spec.get("datasets", {})
    if not isinstance(datasets, dict):
        raise SpecRefused("$.datasets", repr(datasets), "map names to rows")
    for name, rows in datasets.items():
        _check_rows(rows, ((None, "datasets"), name))
    return set(datasets)


def _check_rows(rows: object, place: Place) -> None:
    if not isinstance(rows, dict | list):
        raise SpecRefused(json_path(place), repr(rows), "give the rows as a list of dicts")


def _check_key(key: str | int, value: object, place: Place) -> None:
    if isinstance(key, str) and key in _REFUSED:
        raise SpecRefused(json_path(place), repr(value), _REFUSED[key])


def _check_data(source: object, place: Place, known: set[str]) -> None:
    """Refuse a data source that is not inline, and a name that nothing answers to."""
    if source is None:
        return
    if not isinstance(source, dict):
        raise SpecRefused(json_path(place), repr(source), "give a dict with values")
    if others := sorted(source.keys() - _DATA):
        raise SpecRefused(json_path((place, others[0])), repr(source[others[0]]), _REFUSED["url"])
    if "values" in source:
        _check_rows(source["values"], (place, "values"))
    elif "name" in source and source["name"] not in known:
        seen = repr(source["name"])
        raise SpecRefused(json_path((place, "name")), seen, "give that data its values")


def _check_mark(mark: object, place: Place) -> None:
    kind = mark.get("type") if isinstance(mark, dict) else mark
    if kind == "image":
        raise SpecRefused(json_path(place), "'image'", "draw with another mark")


def _check_expressions(value: object, place: Place) -> None:
    for text in value if isinstance(value, list) else [value]:
        if isinstance(text, str) and (fault := expression_fault(text)):
            raise SpecRefused(json_path(place), fault, "compute it before the picture is drawn")

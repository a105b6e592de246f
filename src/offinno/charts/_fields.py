"""The fields that a chart draws, held against those that its rows have.

The engine draws a field that is not there as nothing, or calls it ``undefined``. Where it is
certain which fields there are, one that is not among them is refused by name.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from offinno.charts._nested import inner
from offinno.exceptions import UnknownName

#: The steps that keep the fields that there were, and what names the ones that they add.
_KEEPING: Final = frozenset({"filter", "calculate", "timeUnit", "bin", "joinaggregate", "window"})
#: What makes a name of a field a path.
_PATH: Final = frozenset(".[]\\")

#: The names of fields; None where they are not certain.
Fields = frozenset[str] | None


def check_fields(spec: Mapping[str, Any]) -> None:
    """Refuse a chart that draws a field which its rows certainly do not have.

    Raises:
        UnknownName: At the first such field, with those that come near.

    >>> rows = {"values": [{"share": 1}]}
    >>> check_fields({"data": rows, "mark": "bar", "encoding": {"x": {"field": "shore"}}})
    Traceback (most recent call last):
    ...
    offinno.exceptions.UnknownName: no field of the chart's rows is called 'shore'; did you mean \
'share'?
    """
    _check(spec, None)


def _check(node: Mapping[str, Any], fields: Fields) -> None:
    """Check a chart whose rows have these fields unless it has rows of its own."""
    known = _added(_of_rows(node["data"]) if "data" in node else fields, node)
    if known is not None:
        for name in _drawn(node):
            if name not in known and not _PATH & set(name):
                raise UnknownName("field of the chart's rows", name, tuple(sorted(known)))
    for one in inner(node):
        _check(one, known)


def _of_rows(data: object) -> Fields:
    """Return the fields of rows."""
    rows = data.get("values") if isinstance(data, Mapping) and "format" not in data else None
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        return None
    return frozenset(name for row in rows for name in row)


def _added(fields: Fields, node: Mapping[str, Any]) -> Fields:
    """Return fields with those that the steps of a chart add."""
    for step in node.get("transform", ()):
        if fields is None or not _KEEPING & step.keys():
            return None
        named = [step, *step.get("joinaggregate", ()), *step.get("window", ())]
        for name in (one.get("as", ()) for one in named):
            fields |= frozenset([name] if isinstance(name, str) else name)
    return fields


def _drawn(node: Mapping[str, Any]) -> Iterator[str]:
    """Return the fields that a chart itself draws, or is parted by."""
    facet = node.get("facet", {})
    parts = [facet, facet.get("row"), facet.get("column")]
    encoding = node.get("encoding", {}) if "mark" in node else {}
    for channel in (*parts, *encoding.values()):
        for one in channel if isinstance(channel, list) else [channel]:
            if isinstance(one, Mapping) and isinstance(one.get("field"), str):
                yield one["field"]

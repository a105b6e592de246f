"""The width of a chart of one's own: given where it has none, and known to its expressions.

Vega-Lite knows a ``width`` in expressions only where a chart stands alone. In a picture a chart
stands between headline and source, or beside another, so the numbers are put in here.
"""

import re
from collections.abc import Mapping
from math import floor
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from offinno.charts._errors import TooNarrow

#: The least width between axes and legends.
_LEAST: Final = 100
#: What Vega-Lite leaves between charts.
_BETWEEN: Final = 20
#: The expressions by which the charts of offinno reach as far as they may.
_REACH: Final = re.compile(r"width - (\d+)|min\(width - (\d+), (\d+)\)")
_ROWS: Final = frozenset({"data", "datasets"})
#: Charts below one another have all of the width.
_LISTS: Final = MappingProxyType({"vconcat": False, "hconcat": True, "concat": True})


def sized(view: Mapping[str, Any], room: float, *, least: int = 0) -> dict[str, Any]:
    """Return *view* as wide as there is room, wherever it has no width of its own.

    The cells of facets share the room; where nobody said how many stand side by side, it is as
    many as find room.

    Args:
        view: A chart, or charts put together.
        room: How much room there is.
        least: The least width of a chart that offinno made.

    Raises:
        TooNarrow: If there is too little room for a chart.

    >>> sized({"mark": "bar", "encoding": {}}, 300)["width"]
    300
    """
    return _Sizing(least).sized(view, room, None)


@final
@attrs.frozen
class _Sizing:
    """How charts get their width."""

    #: The least width of a chart that offinno made.
    least: int

    def sized(self, view: Mapping[str, Any], room: float, data: object) -> dict[str, Any]:
        """Return *view* as wide as there is room, drawn of *data* unless it has its own."""
        data = view.get("data", data)
        for name, beside in _LISTS.items():
            if name in view:
                part = _part(view, name, room) if beside else room
                return {**view, name: [self.sized(inner, part, data) for inner in view[name]]}
        if "spec" in view:
            return self._cells(view, room, data)
        encoding = view.get("encoding", {})
        across = encoding.get("column") or encoding.get("facet")
        count = 1 if across is None else _count(across, data)
        if count is None:
            return dict(view)
        given = across or {}
        return self._cell(view, _share(room, given.get("columns") or count, given))

    def _cells(self, view: Mapping[str, Any], room: float, data: object) -> dict[str, Any]:
        """Return a chart that is repeated, each time as wide as there is room."""
        count = _count_of(view, data)
        if count is None:
            return dict(view)
        fixed: int | None = view.get("columns") or (None if _is_open(view) else count)
        if fixed is not None:
            return self._in_columns(view, room, data, fixed)
        for columns in range(count, 1, -1):
            try:
                return self._in_columns(view, room, data, columns) | {"columns": columns}
            except TooNarrow:
                continue
        return self._in_columns(view, room, data, 1) | {"columns": 1}

    def _in_columns(
        self, view: Mapping[str, Any], room: float, data: object, columns: int
    ) -> dict[str, Any]:
        """Return a chart that is repeated in so many columns."""
        part = _share(room, columns, view)
        try:
            return {**view, "spec": self.sized(view["spec"], part, data)}
        except TooNarrow as problem:
            more = columns * (problem.least - problem.width)
            raise TooNarrow(room, floor(room + more)) from None

    def _cell(self, view: Mapping[str, Any], room: float) -> dict[str, Any]:
        """Return one chart as wide as there is room."""
        width = view.get("width", room)
        if not isinstance(width, int | float):
            return dict(view)
        made: dict[str, Any] = _reaching(view, width)
        needed = max(self.least if made != view else 0, _LEAST)
        if "width" not in view and width < needed:
            raise TooNarrow(width, needed)
        return made | {"width": width}


def _part(view: Mapping[str, Any], name: str, room: float) -> int:
    """Return the room for each chart without a width among charts beside one another."""
    charts: list[dict[str, Any]] = view[name]
    count: int = min(len(charts), view.get("columns") or len(charts))
    widths = [chart.get("width") for chart in charts] if count == len(charts) else []
    fixed = [width for width in widths if isinstance(width, int | float)]
    between = _between(view)
    return floor((room - sum(fixed) - between * (count - 1)) / max(count - len(fixed), 1))


def _share(room: float, columns: int, view: Mapping[str, Any]) -> float:
    """Return the room for each of so many columns."""
    return room if columns == 1 else floor((room - _between(view) * (columns - 1)) / columns)


def _between(view: Mapping[str, Any]) -> float:
    """Return what is left between charts."""
    between = view.get("spacing", _BETWEEN)
    if isinstance(between, Mapping):
        between = between.get("column", _BETWEEN)
    return float(between)


def _is_open(view: Mapping[str, Any]) -> bool:
    """Return whether cells are put one after another, in as many columns as one likes."""
    return isinstance(view.get("repeat"), list) or "field" in view.get("facet", {})


def _count_of(view: Mapping[str, Any], data: object) -> int | None:
    """Return how many cells stand side by side at most; None if that is not known."""
    if "repeat" in view:
        repeated = view["repeat"]
        return len(repeated if isinstance(repeated, list) else repeated.get("column", [None]))
    facet: Mapping[str, Any] = view["facet"]
    if "field" not in facet and "column" not in facet:
        return 1
    return _count(facet.get("column", facet), data)


def _count(channel: Mapping[str, Any], data: object) -> int | None:
    """Return how many cells a field makes, as far as its rows say so."""
    rows = data.get("values") if isinstance(data, Mapping) else None
    if not isinstance(rows, list) or {"bin", "timeUnit"} & channel.keys():
        return None
    field = channel.get("field")
    found = {str(row[field]) for row in rows if isinstance(row, dict) and field in row}
    return len(found) or None


def _reaching(node: Any, width: float) -> Any:  # noqa: ANN401 - JSON
    """Return *node* with the numbers that its expressions have at this width."""
    if isinstance(node, list):
        return [_reaching(item, width) for item in node]
    if not isinstance(node, dict):
        return node
    found = _REACH.fullmatch(str(node.get("expr")))
    if found:
        return _reach(found, width)
    return {k: v if k in _ROWS else _reaching(v, width) for k, v in node.items()}


def _reach(found: re.Match[str], width: float) -> float:
    """Return how far a chart of this width reaches."""
    if found[1]:
        return width - int(found[1])
    return min(width - int(found[2]), int(found[3]))

"""The width of a chart of one's own: given where it has none, and known to its expressions.

Vega-Lite knows a ``width`` in expressions only where a chart stands alone. In a picture a chart
stands between headline and source, or beside another, so the numbers are put in here.
"""

import re
from collections.abc import Mapping
from math import floor
from types import MappingProxyType
from typing import Any, Final

from offinno.charts._errors import TooNarrow

#: The least width between axes and legends.
_LEAST: Final = 100
#: What Vega-Lite leaves between charts.
_BETWEEN: Final = 20
#: The expressions by which the charts of offinno reach as far as they may.
_REACH: Final = re.compile(r"width - (\d+)|min\(width - (\d+), (\d+)\)")
_ROWS: Final = frozenset({"data", "datasets"})
_FACETS: Final = frozenset({"row", "column", "facet"})
#: Charts below one another have all of the width.
_LISTS: Final = MappingProxyType({"vconcat": False, "hconcat": True, "concat": True})


def sized(view: Mapping[str, Any], room: float, *, least: int = 0) -> dict[str, Any]:
    """Return *view* as wide as there is room, wherever it has no width of its own.

    Args:
        view: A chart, or charts put together.
        room: How much room there is.
        least: The least width of a chart that offinno made.

    Raises:
        TooNarrow: If there is too little room for a chart.

    >>> sized({"mark": "bar", "encoding": {}}, 300)["width"]
    300
    """
    for name, beside in _LISTS.items():
        if name in view:
            part = _part(view, name, room) if beside else room
            return {**view, name: [sized(inner, part, least=least) for inner in view[name]]}
    if "spec" in view or _FACETS & view.get("encoding", {}).keys():
        return dict(view)
    width = view.get("width", room)
    if not isinstance(width, int | float):
        return dict(view)
    made: dict[str, Any] = _reaching(view, width)
    needed = max(least if made != view else 0, _LEAST)
    if "width" not in view and width < needed:
        raise TooNarrow(width, needed)
    return made | {"width": width}


def _part(view: Mapping[str, Any], name: str, room: float) -> int:
    """Return the room for each chart without a width among charts beside one another."""
    charts: list[dict[str, Any]] = view[name]
    count: int = min(len(charts), view.get("columns") or len(charts))
    widths = [chart.get("width") for chart in charts] if count == len(charts) else []
    fixed = [width for width in widths if isinstance(width, int | float)]
    between: float = view.get("spacing", _BETWEEN)
    return floor((room - sum(fixed) - between * (count - 1)) / max(count - len(fixed), 1))


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

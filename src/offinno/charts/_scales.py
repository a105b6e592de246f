"""Scales of charts that are put together: what they share, and what a reader may drag."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from offinno.charts._nested import every, with_inner

#: A chart keeps its scales and legends to itself.
_CHANNELS: Final = (
    *("color", "fill", "stroke", "opacity", "fillOpacity", "strokeOpacity"),
    *("strokeWidth", "strokeDash", "size", "shape", "angle"),
)
#: That it does, as Vega-Lite says it.
APART: Final[Mapping[str, str]] = MappingProxyType(dict.fromkeys(_CHANNELS, "independent"))
_SIDE_BY_SIDE: Final = ("hconcat", "vconcat", "concat")
_AXES: Final = ("x", "y")


def by_itself(node: dict[str, Any]) -> dict[str, Any]:
    """Return charts put together so that each of ours keeps its colours and shapes.

    Vega-Lite has one scale for the colours of charts beside one another, in which those of one
    would be nothing to the other. What somebody said of it stays.

    >>> chart = {"mark": {"type": "bar", "style": "offinno-gap"}}
    >>> by_itself({"hconcat": [chart, chart]})["resolve"]["scale"]["fill"]
    'independent'
    """
    made = dict(node)
    for name in _SIDE_BY_SIDE:
        if name in node:
            made[name] = [by_itself(inner) for inner in node[name]]
            if any(map(is_ours, node[name])):
                resolve: dict[str, Any] = node.get("resolve", {})
                made["resolve"] = resolve | {"scale": {**APART, **resolve.get("scale", {})}}
    return made


def is_ours(node: Mapping[str, Any]) -> bool:
    """Return whether a chart that offinno made stands in a chart."""
    return any("offinno-" in str(one.get("mark")) for one in every(node))


def zoomable(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a chart in which a reader drags only axes that can be dragged.

    The engine stops where an axis in pixels, which has no scale, is to be dragged.

    >>> zoom = {"name": "a", "select": "interval", "bind": "scales"}
    >>> pixels = {"mark": "bar", "encoding": {"y": {"field": "y", "scale": None}}}
    >>> zoomable(pixels | {"params": [zoom]})["params"]
    [{'name': 'a', 'select': {'type': 'interval', 'encodings': ['x']}, 'bind': 'scales'}]
    """
    fixed = {
        axis
        for one in every(spec)
        for axis in _AXES
        if one.get("encoding", {}).get(axis, {}).get("scale", axis) is None
    }
    return _freed(spec, fixed) if fixed else spec


def _freed(node: dict[str, Any], fixed: set[str]) -> dict[str, Any]:
    """Return a chart whose parameters drag none of the axes that are fixed."""
    made = with_inner(node, lambda one: _freed(one, fixed))
    if "params" in node:
        kept = [_dragging(param, fixed) for param in node["params"]]
        made["params"] = [param for param in kept if param is not None]
    return made


def _dragging(param: dict[str, Any], fixed: set[str]) -> dict[str, Any] | None:
    """Return a parameter without the axes that are fixed; None if nothing is left of it."""
    if param.get("bind") != "scales":
        return param
    select = param["select"] if isinstance(param["select"], dict) else {"type": param["select"]}
    axes = [axis for axis in select.get("encodings", _AXES) if axis not in fixed]
    return param | {"select": select | {"encodings": axes}} if axes else None

"""A chart of one's own in the words of a figure.

Any Altair chart may take the place of the one that a builder made: its specification is checked
as every other, its colours come from the theme, and headline, notes and source stand around it.
What the frame needs to know of it, how far it reaches to the left and how wide it is with its
axes and legends, only the drawing engine can tell.
"""

import json
import re
from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any, Final, TypeAlias, final

import altair as alt
import attrs

from offinno._frozen import Frozen
from offinno.charts._errors import NotSuitable, TooNarrow
from offinno.charts._fields import check_fields
from offinno.charts._fonts import OVERHANG, width_of
from offinno.charts._frame import Frame
from offinno.charts._nested import inner
from offinno.charts._relaid import holds_layers
from offinno.charts._scales import APART, by_itself, zoomable
from offinno.charts._sized import sized
from offinno.charts._suitable import kind_of
from offinno.pictures import check_spec, draw, with_readable_font

#: Every kind of chart that Altair knows.
AnyChart: TypeAlias = (
    alt.Chart
    | alt.LayerChart
    | alt.HConcatChart
    | alt.VConcatChart
    | alt.ConcatChart
    | alt.FacetChart
    | alt.RepeatChart
)
_KINDS: Final = (
    *(alt.Chart, alt.LayerChart, alt.HConcatChart, alt.VConcatChart),
    *(alt.ConcatChart, alt.FacetChart, alt.RepeatChart),
)
#: What belongs to a picture as a whole and not to a chart in it.
_WHOLE: Final = ("$schema", "datasets", "config", "background", "padding", "autosize", "params")
#: What the frame decides, whatever a chart is configured to.
_OURS: Final = ("background", "padding", "locale")
#: How often a chart is drawn to find the width in which it fits with all its axes.
_TRIES: Final = 8
_ORIGIN: Final = re.compile(r"translate\(([-\d.]+)")


@final
@attrs.frozen
class OwnChart(Frozen):
    """The specification of a chart that somebody made, as text, which nobody can change."""

    #: The one text of the specification.
    text: str
    #: Whether it holds all that the figure draws, so that no label may be missing.
    complete: bool

    def spec(self) -> dict[str, Any]:
        """Return the specification, which is the caller's to change."""
        made: dict[str, Any] = json.loads(self.text)
        return made


def own_chart(chart: AnyChart, *, drawn: Mapping[str, Any]) -> OwnChart:
    """Return *chart* as a specification that is safe to draw.

    Args:
        chart: Any Altair chart.
        drawn: The specification that the figure has without it.

    Raises:
        NotSuitable: If it is no chart.
        SpecRefused: If something in it is not drawn, such as data at an address.
        UnknownName: If it draws a field that its rows do not have.
    """
    if not isinstance(chart, _KINDS):
        raise NotSuitable(
            "a figure",
            "an Altair chart",
            kind_of(chart),
            "change the one it has, as in figure.chart + alt.Chart(…).mark_rule()",
        )
    rows: dict[str, Any] = {}
    context = {"top_level": False, "pre_transform": False, "datasets": rows}
    spec: dict[str, Any] = {"$schema": alt.SCHEMA_URL} | chart.to_dict(context=context)
    spec = zoomable(_with_rows(spec, rows))
    check_spec(spec)
    check_fields(spec)
    text = json.dumps(spec, ensure_ascii=False, allow_nan=False, sort_keys=True)
    return OwnChart(text, complete=_holds(spec, drawn, None))


def chart_from(own: OwnChart) -> AnyChart:
    """Return the chart again, to change it further."""
    spec = own.spec()
    del spec["$schema"]  # Altair layers no chart that names it
    found: AnyChart = alt.Chart.from_dict(spec)
    return found


def _with_rows(node: Any, rows: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
    """Return a chart with the rows in place that Altair has moved away and named."""
    if isinstance(node, list):
        return [_with_rows(item, rows) for item in node]
    if not isinstance(node, dict):
        return node
    data = node.get("data")
    name = data.get("name") if isinstance(data, dict) else None
    made = {key: _with_rows(part, rows) for key, part in node.items() if key != "data"}
    if isinstance(data, dict) and isinstance(name, str) and name in rows:
        others = {key: part for key, part in data.items() if key != "name"}
        data = others | {"values": rows[name]}
    return made | {"data": data} if "data" in node else made


def _holds(node: Mapping[str, Any], drawn: Mapping[str, Any], data: object) -> bool:
    """Return whether the layers and rows of *drawn* stand in *node*, nothing taken out."""
    if "transform" in node:
        return False
    own = node.get("data", data)
    if holds_layers(node, drawn):
        return bool(own == drawn["data"])
    return any(_holds(one, drawn, own) for one in inner(node, repeated=False))


def finished(  # noqa: PLR0913 - what a figure knows of its picture, all by keyword
    spec: dict[str, Any],
    *,
    title: Mapping[str, Any],
    description: str,
    frame: Frame,
    width: int,
    least: int,
    config: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the specification of a picture: a chart of one's own in its frame.

    Args:
        spec: The chart.
        title: The title that the frame has already.
        description: What the picture shows, for those who do not see it.
        frame: What stands above and below.
        width: The width within the padding.
        least: The least width of a chart that offinno made.
        config: The configuration of the theme.

    Raises:
        TooNarrow: If axes and legends leave too little room.
    """
    outer, view = _parted(_untitled(spec, title), config)
    room, left = _room(outer, view, width, least)
    above, below = frame.charts(-left, width - left)
    parts = (above, sized(view, room, least=least), below)
    shown = [part for part in parts if part is not None]
    return outer | {"description": description, "spacing": 0, "vconcat": shown}


def _room(
    outer: Mapping[str, Any], view: Mapping[str, Any], width: int, least: int
) -> tuple[int, float]:
    """Return the width of a chart without axes and legends, and how far these reach to the left.

    Raises:
        TooNarrow: If they leave too little room.
    """
    room, before = _fitting(view, width, least), (0, 0)
    for _ in range(_TRIES):
        spec = {**outer, "vconcat": [sized(view, room, least=least)]}
        left, drawn = _drawn(spec)
        if drawn <= width + (OVERHANG if drawn == before[1] else 0):
            return room, left
        step = ceil((drawn - width) / _slope(before, (room, drawn)))
        before = (room, drawn)
        room = _fitting(view, room - step, least)
        if room == before[0]:  # there is no narrower one
            break
    raise TooNarrow(width, drawn)


def _slope(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return how much narrower a picture gets by one pixel that its charts get narrower."""
    rooms, widths = one[0] - other[0], one[1] - other[1]
    return widths / rooms if rooms > 0 and widths > 0 else 1


def _parted(
    spec: dict[str, Any], config: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what belongs to the picture as a whole, and the chart that stands in it."""
    general, kept = _params(spec.get("params", []))
    view = {name: part for name, part in spec.items() if name not in _WHOLE}
    outer: dict[str, Any] = {name: spec[name] for name in ("$schema", "datasets") if name in spec}
    outer |= {"params": general} if general else {}
    outer |= {
        "config": _merged(config, spec.get("config", {})),
        "resolve": {"scale": dict(APART)},
    }
    return outer, by_itself(view | ({"params": kept} if kept else {}))


def _fitting(view: Mapping[str, Any], width: int, least: int) -> int:
    """Return the width itself, or how much more a chart needs at least."""
    try:
        sized(view, width, least=least)
    except TooNarrow as problem:
        return _fitting(view, ceil(width + problem.least - problem.width), least)
    return width


def _untitled(node: Any, title: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
    """Return a chart without the title that stands in the frame."""
    if isinstance(node, list):
        return [_untitled(item, title) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        name: part if name in {"data", "datasets"} else _untitled(part, title)
        for name, part in node.items()
        if name != "title" or part != title
    }


def _params(params: Sequence[Mapping[str, Any]]) -> tuple[list[Any], list[Any]]:
    """Return the parameters of the whole picture, and those of the chart alone."""
    kept = [param for param in params if "select" in param and "views" not in param]
    return [param for param in params if param not in kept], kept


def _merged(ours: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return our configuration changed by that of the chart, save for what the frame needs."""
    made = _updated(ours, {name: own[name] for name in own if name not in {*_OURS, "autosize"}})
    return made | {"style": made["style"] | ours["style"]}


def _updated(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Return *one* with all that *other* says, at every depth."""
    found = dict(one)
    for name, value in other.items():
        old = found.get(name)
        if isinstance(old, dict) and isinstance(value, dict):
            found[name] = _updated(old, value)
        else:
            found[name] = value
    return found


def _drawn(spec: dict[str, Any]) -> tuple[float, int]:
    """Return how far a chart reaches to the left of its origin, and how wide it is."""
    bare = spec | {"config": spec["config"] | {"padding": 0}}
    readable = with_readable_font(bare)
    svg = draw(readable, format="svg", title="chart", description="", lang="en")
    origin = _ORIGIN.search(svg.decode())
    assert origin is not None  # every picture says where its origin is
    return float(origin[1]), ceil(width_of(svg))

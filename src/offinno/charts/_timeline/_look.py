"""How calls are drawn: a lane for each scheme, deadlines as marks, each with its words."""

from collections.abc import Iterator
from math import ceil
from typing import ClassVar, Final, Literal, final

import altair as alt
import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import HOLLOW, Cell, fill, has, pixels_y, stroke, texts, tip
from offinno.charts._measure import lines
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE
from offinno.charts._timeline._place import BESIDE, lines_down, placed
from offinno.charts._timeline._row import CallRow
from offinno.charts._timeline._ticks import ticks
from offinno.charts._timeline._time import Window
from offinno.language import Lang

#: The least widths of a picture, in which its texts find room.
_WIDE: Final = 480
_NARROW: Final = 280
#: The room at the right for half a mark.
_EDGE: Final = 8
_SIDES: Final = ("right", "left")
#: Where the ring of a call without a date is.
_RING: Final = 6
_FAINT: Final = 0.5
_FAINTER: Final = 0.25
_FIELDS: Final = (
    *("heading", "heading_y", "above", "tick", "tick_at", "line_at", "line_from", "line_to"),
    *("series", "hollow", "y", "day", "band"),
    *("band_end", "bar", "bar_end", "open", "high", "low", "bar_high", "bar_low", "side"),
    *("anchor", "when_y", "what_y"),
)


@final
@attrs.frozen(kw_only=True)
class TimelineLook(Frozen):
    """How calls are drawn: everything that is neither a date nor its words."""

    #: The title stands above.
    title_below: ClassVar = False

    #: The time that is shown.
    window: Window
    #: The language of the times above.
    lang: Lang
    #: Whether its texts are placed for a telephone.
    narrow: bool
    #: Height of the picture.
    height: int
    #: On which sides of marks texts stand.
    sides: tuple[str, ...]
    #: What there is.
    days: bool
    bands: bool
    bars: bool
    listed: bool

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns that stand in the picture as text."""
        return (
            "tick",
            "heading",
            *(f"{kind}-{s}" for s in self.sides for kind in ("when", "what")),
        )

    @property
    def least(self) -> int:
        """The least width of the picture."""
        return _NARROW if self.narrow else _WIDE

    def narrower(self, rows: tuple[Row, ...]) -> "TimelineLook":
        """Return how *rows* are drawn where there is less room."""
        if self.narrow:
            return self
        return timeline_look(_calls(rows), window=self.window, lang=self.lang, narrow=True)

    def cells(self, rows: tuple[Row, ...]) -> tuple[Cell, ...]:
        """Return the rows with their places in the picture, after the times above them."""
        room = float(self.least - _EDGE)
        blank: Cell = dict.fromkeys((*_FIELDS, *self.shown))
        above = list(ticks(self.window, lang=self.lang, room=room))
        at = [float(cell["tick_at"] or 0) for cell in above]
        calls, window = _calls(rows), self.window
        down = lines_down(calls, window, at, room=room, bottom=float(self.height))
        return tuple(blank | c for c in (*above, *down, *placed(calls, window, room=room)))

    def chart(self, data: alt.InlineData | alt.NamedData) -> alt.LayerChart:
        """Return the chart of *data*, which are cells."""
        layers = [*self._times(), *self._schemes(), *self._marks()]
        for side in self.sides:
            layers += self._texts(side)
        return alt.LayerChart(data=data, layer=layers, height=self.height)

    def _x(self, field: str) -> alt.X:
        """Return a place in time, from 0 to 1."""
        ends: list[float | alt.ExprRef] = [0, alt.ExprRef(f"width - {_EDGE}")]
        scale = alt.Scale(domain=[0, 1], range=ends, nice=False, zero=True)
        return alt.X(field=field, type="quantitative", scale=scale, axis=None)

    def _times(self) -> Iterator[alt.Chart]:
        """Return the lines at which years or months begin, and their names above."""
        line: alt.Chart = (
            alt.Chart()
            .mark_rule(opacity=_FAINTER)
            .encode(x=self._x("line_at"), y=pixels_y("line_from"), y2=alt.Y2(field="line_to"))
            .transform_filter(has("line_at"))
        )
        yield line
        name: alt.Chart = (
            alt.Chart()
            .mark_text(style="offinno-rank", align="left", baseline="middle", dx=4)
            .encode(x=self._x("tick_at"), y=alt.value(LINE / 2), text=texts("tick"))
            .transform_filter(has("tick_at"))
        )
        yield name

    def _schemes(self) -> Iterator[alt.Chart]:
        """Return the line above each scheme, and its name."""
        line: alt.Chart = (
            alt.Chart()
            .mark_rule(opacity=_FAINT)
            .encode(x=alt.value(0), x2=alt.value("width"), y=pixels_y("above"))
            .transform_filter(has("above"))
        )
        yield line
        name: alt.Chart = (
            alt.Chart()
            .mark_text(
                style="offinno-heading",
                align="left",
                baseline="middle",
                lineBreak="\n",
                lineHeight=LINE,
            )
            .encode(x=alt.value(0), y=pixels_y("heading_y"), text=texts("heading"))
            .transform_filter(has("heading_y"))
        )
        yield name

    def _marks(self) -> Iterator[alt.Chart]:
        """Return the marks of deadlines, and of what there is before them."""
        if self.bars:
            yield self._stretch("bar", hollow=False)
        if self.bands:
            yield self._stretch("band", hollow=True)
        if self.days:
            yield self._diamonds()
        if self.listed:
            chart: alt.Chart = (
                alt.Chart()
                .mark_point(style="offinno-gap", filled=False, size=64, strokeWidth=1.5, opacity=1)
                .encode(x=alt.value(_RING), y=pixels_y("y"))
                .transform_filter(has("open"))
            )
            yield chart

    def _stretch(self, name: str, *, hollow: bool) -> alt.Chart:
        """Return stretches of days; those that are worked out are outlined only."""
        top, bottom = ("high", "low") if hollow else ("bar_high", "bar_low")
        chart: alt.Chart = (
            alt.Chart()
            .mark_bar(cornerRadius=2)
            .encode(
                x=self._x(name),
                x2=alt.X2(field=f"{name}_end"),
                y=pixels_y(top),
                y2=alt.Y2(field=bottom),
                fill=fill(),
                stroke=stroke(),
                fillOpacity=alt.condition(HOLLOW, alt.value(0), alt.value(1)),
                tooltip=tip(),
            )
            .transform_filter(has(name))
        )
        return chart

    def _diamonds(self) -> alt.Chart:
        """Return the days at which calls close; those that are worked out are outlined only."""
        chart: alt.Chart = (
            alt.Chart()
            .mark_point(shape="diamond", size=150, strokeWidth=1.5, opacity=1)
            .encode(
                x=self._x("day"),
                y=pixels_y("y"),
                fill=fill(),
                stroke=stroke(),
                fillOpacity=alt.condition(HOLLOW, alt.value(0), alt.value(1)),
                tooltip=tip(),
            )
            .transform_filter(has("day"))
        )
        return chart

    def _texts(self, side: str) -> Iterator[alt.Chart]:
        """Return the words on one side of marks: when a call closes, and what it is about."""
        align: Literal["left", "right"] = "left" if side == "right" else "right"
        for kind, style in (("when", "offinno-value"), ("what", "offinno-label")):
            chart: alt.Chart = (
                alt.Chart()
                .mark_text(
                    style=style,
                    align=align,
                    baseline="middle",
                    dx=BESIDE if side == "right" else -BESIDE,
                    lineBreak="\n",
                    lineHeight=LINE,
                )
                .encode(x=self._x("anchor"), y=pixels_y(f"{kind}_y"), text=texts(f"{kind}-{side}"))
                .transform_filter(has(f"{kind}_y"))
                .transform_filter(alt.FieldEqualPredicate(field="side", equal=side))
            )
            yield chart


def timeline_look(
    rows: tuple[CallRow, ...], *, window: Window, lang: Lang, narrow: bool = False
) -> TimelineLook:
    """Return how *rows* are drawn.

    Args:
        rows: What is shown.
        window: The time that is shown.
        lang: The language of the times above.
        narrow: Whether they are to fit a telephone.
    """
    cells = tuple(placed(rows, window, room=float((_NARROW if narrow else _WIDE) - _EDGE)))
    found = {name for cell in cells for name in cell}
    return TimelineLook(
        window=window,
        lang=lang,
        narrow=narrow,
        height=ceil(max(map(_bottom, cells))),
        sides=tuple(side for side in _SIDES if f"what-{side}" in found),
        days="day" in found,
        bands="band" in found,
        bars="bar" in found,
        listed="open" in found,
    )


def _bottom(cell: Cell) -> float:
    """Return how far down a cell reaches."""
    below = float(cell.get("y") or 0) + LINE / 2
    for side in _SIDES:
        if (text := cell.get(f"what-{side}")) is not None:
            below = float(cell["what_y"] or 0) + LINE * lines(str(text)) - LINE / 2
    return below + LABEL / 2


def _calls(rows: tuple[Row, ...]) -> tuple[CallRow, ...]:
    """Return *rows*, which are calls."""
    return tuple(row for row in rows if isinstance(row, CallRow))

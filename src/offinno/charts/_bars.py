"""Bars that lie: one below the other, each with its label before it and its figure behind it.

The order of the rows is worked out as places in pixels. What may not be compared and what is not
final is outlined and not filled, the first with dashes; what is missing is a ring with its reason
and no bar; a range is a bar that floats. A break in a series is a dashed line between two bars.
Where labels would leave no room for bars, they stand above them.
"""

from collections.abc import Iterable, Iterator
from math import ceil
from typing import ClassVar, Final, Literal, final

import altair as alt
import attrs

from offinno._frozen import Frozen
from offinno.charts._bar_places import (
    NARROW,
    PHONE,
    PLACES,
    ends_of,
    longest_word,
    placed,
    room_for,
)
from offinno.charts._encoding import HOLLOW, Cell, fill, gaps, has, pixels_y, stroke, texts, tip
from offinno.charts._lines._marks import whiskers
from offinno.charts._measure import widest
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE

_THICK: Final = 18
_GAP: Final = 10
_REASON_AT: Final = 20
_STEP: Final = 10
#: The part of a picture on a telephone that bars need to be read.
_READABLE: Final = 90


@final
@attrs.frozen(kw_only=True)
class BarLook(Frozen):
    """How lying bars are drawn: everything that is not a figure."""

    #: The columns that stand in the picture as text.
    shown: ClassVar = ("heading", "cut", "rank", "label", "before", "after", "reason")
    #: The title stands above.
    title_below: ClassVar = False

    #: Whether its texts are in lines short enough for a telephone.
    narrow: bool
    #: Whether labels stand above their bars.
    above: bool
    #: Height of the picture.
    height: int
    #: The least width of the picture.
    least: int
    #: Where bars begin, from the left.
    begin: int
    #: The room behind the longest bar for its figure.
    room: int
    #: The room before the longest bar to the left for its figure; 0 if none goes there.
    left: int
    #: The number at which the axis ends; None for the largest one drawn.
    top: float | None
    #: What there is beside bars.
    headings: bool
    cuts: bool
    places: bool
    ranges: bool
    missing: bool
    intervals: bool
    #: Whether something lies below zero.
    below: bool

    def narrower(self, rows: tuple[Row, ...]) -> "BarLook":
        """Return how *rows* are drawn where there is less room."""
        return self if self.narrow else _look(rows, top=self.top, narrow=True)

    def cells(self, rows: tuple[Row, ...]) -> tuple[Cell, ...]:
        """Return the rows with their places in the picture and their texts in lines."""
        return tuple(placed(rows, room_for(rows, narrow=self.narrow, above=self.above)))

    def chart(self, data: alt.InlineData | alt.NamedData) -> alt.LayerChart:
        """Return the chart of *data*, which are cells."""
        layers = [self._bars(), *self._extras(), self._line(), self._texts("label", "label_y")]
        layers.append(self._figures("after", "end", align="left"))
        if self.left:
            layers.append(self._figures("before", "start", align="right"))
        return alt.LayerChart(data=data, layer=list(layers), height=self.height)

    def _extras(self) -> Iterator[alt.Chart]:
        """Return the layers that not every picture has."""
        if self.ranges:
            yield self._ranges()
        if self.intervals:
            x, y = self._x("interval_low"), pixels_y("y")
            yield from whiskers(x=x, x2="interval_high", y=y)
        if self.cuts:
            yield self._cuts()
            yield self._texts("cut", "cut_y")
        if self.headings:
            yield self._texts("heading", "heading_y")
        if self.places:
            yield self._texts("rank", "rank_y")
        if self.missing:
            yield gaps(x=self._x("nil"), y=pixels_y("y"), only="nil", right=_GAP)
            yield self._figures("reason", "nil", align="left", away=_REASON_AT)

    def _x(self, field: str) -> alt.X:
        """Return a length along the axis."""
        begin = self.begin + self.left
        ends: list[float | alt.ExprRef] = [begin, alt.ExprRef(f"width - {self.room}")]
        low = alt.Undefined if self.below else 0
        high = alt.Undefined if self.top is None else self.top
        scale = alt.Scale(range=ends, domainMin=low, domainMax=high, zero=True, nice=False)
        return alt.X(field=field, type="quantitative", scale=scale, axis=None)

    def _bars(self) -> alt.Chart:
        """Return the bars; those that are not final are outlined, those set apart by dashes."""
        apart = alt.FieldEqualPredicate(field="apart", equal=True)
        chart: alt.Chart = (
            alt.Chart()
            .mark_bar(orient="horizontal", height=_THICK)
            .encode(
                x=self._x("value"),
                y=pixels_y("y"),
                fill=fill(),
                stroke=stroke(),
                fillOpacity=alt.condition(HOLLOW, alt.value(0), alt.value(1)),
                strokeDash=alt.condition(apart, alt.value([4, 3]), alt.value([1, 0])),
                tooltip=tip(),
            )
            .transform_filter(has("value"))
        )
        return chart

    def _ranges(self) -> alt.Chart:
        """Return a floating bar for each range."""
        chart: alt.Chart = (
            alt.Chart()
            .mark_bar(orient="horizontal", height=_THICK // 2, cornerRadius=_THICK // 4)
            .encode(
                x=self._x("low"),
                x2=alt.X2(field="high"),
                y=pixels_y("y"),
                fill=fill(),
                tooltip=tip(),
            )
            .transform_filter(has("low"))
        )
        return chart

    def _line(self) -> alt.Chart:
        """Return the line that bars begin at."""
        chart: alt.Chart = (
            alt.Chart()
            .mark_rule()
            .encode(x=self._x("zero"), y=pixels_y("above"), y2=alt.Y2(field="below"))
        )
        return chart

    def _cuts(self) -> alt.Chart:
        """Return the dashed lines at which a series breaks."""
        chart: alt.Chart = (
            alt.Chart()
            .mark_rule(strokeDash=[4, 3])
            .encode(x=alt.value(0), x2=alt.value("width"), y=pixels_y("cut_line"))
            .transform_filter(has("cut_line"))
        )
        return chart

    def _texts(self, field: str, y: str) -> alt.Chart:
        """Return texts at the left; labels leave room for places."""
        at = PLACES if self.places and field == "label" else 0
        chart: alt.Chart = (
            alt.Chart()
            .mark_text(
                style="offinno-tick" if field == "cut" else f"offinno-{field}",
                align="left",
                baseline="middle",
                lineBreak="\n",
                lineHeight=LINE,
            )
            .encode(x=alt.value(at), y=pixels_y(y), text=texts(field))
            .transform_filter(has(y))
        )
        return chart

    def _figures(
        self, field: str, x: str, *, align: Literal["left", "right"], away: int = 8
    ) -> alt.Chart:
        """Return the texts at the ends of bars."""
        chart: alt.Chart = (
            alt.Chart()
            .mark_text(
                style="offinno-reason" if field == "reason" else "offinno-value",
                align=align,
                baseline="middle",
                dx=away if align == "left" else -away,
                lineBreak="\n",
                lineHeight=LINE,
            )
            .encode(x=self._x(x), y=pixels_y("text_y"), text=texts(field))
            .transform_filter(has(x))
        )
        return chart


def bar_look(rows: tuple[Row, ...], *, whole: bool) -> BarLook:
    """Return how *rows* are drawn as lying bars.

    Args:
        rows: What is shown.
        whole: Whether the figures are shares, whose axis may end at their whole.
    """
    return _look(rows, top=axis_top(rows, whole=whole), narrow=False)


def _look(rows: tuple[Row, ...], *, top: float | None, narrow: bool) -> BarLook:
    """Return the look of *rows*: on a telephone with labels above bars that have no room else."""
    look = _made(rows, top=top, narrow=narrow, above=False)
    left = PHONE - look.begin - look.left - look.room
    short = left < _READABLE or look.least > PHONE or longest_word(rows) > NARROW.label
    if narrow and short:
        return _made(rows, top=top, narrow=True, above=True)
    return look


def _made(rows: tuple[Row, ...], *, top: float | None, narrow: bool, above: bool) -> BarLook:
    """Return the look of *rows* with labels above or beside bars."""
    texts_room = room_for(rows, narrow=narrow, above=above)
    cells = tuple(placed(rows, texts_room))
    places = any(row.place is not None for row in rows)
    begin = 0 if above else _room(cells, "label", bold=False) + (PLACES if places else 0)
    left, room = _room(cells, "before"), _room(cells, "after")
    reasons = _REASON_AT + _room(cells, "reason", bold=False)
    return BarLook(
        narrow=narrow,
        above=above,
        height=ceil(max(float(cell["below"] or 0) for cell in cells)),
        least=max(
            begin + left + max(room + texts_room.bars, reasons),
            _room(cells, "heading"),
            _room(cells, "cut", bold=False),
        ),
        begin=begin,
        room=room,
        left=left,
        top=top,
        headings=any(row.group for row in rows),
        cuts=any(cell["cut"] for cell in cells),
        places=places,
        ranges=any(row.state == "range" for row in rows),
        missing=any(row.missing for row in rows),
        intervals=any(row.interval_low is not None for row in rows),
        below=any(end < 0 for row in rows for end in ends_of(row)),
    )


def axis_top(rows: tuple[Row, ...], *, whole: bool) -> float | None:
    """Return where the axis ends: at the whole if shares fill much of it."""
    most = max((abs(end) for row in rows for end in ends_of(row)), default=0)
    if not most:
        return 100 if whole else 1
    return 100 if whole and 2 * most >= 100 else None  # noqa: PLR2004 - per cent


def _room(cells: Iterable[Cell], field: str, *, bold: bool = True) -> int:
    """Return the room for the texts of a column, in steps, so that few looks differ."""
    found = (widest(str(cell[field]), LABEL, bold=bold) for cell in cells if cell[field])
    most = max(found, default=0)
    return _STEP * ceil((most + _STEP) / _STEP) if most else 0

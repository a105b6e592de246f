"""Bars that lie: one below the other, each with its label before it and its figure behind it.

The order of the rows is worked out here as places in pixels. What may not be compared stands
below a heading of its own, outlined and not filled; what is missing is a ring with its reason
and no bar; a range is a bar that floats.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from math import ceil
from typing import ClassVar, Final, Literal, final

import altair as alt
import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import Cell, fill, gaps, has, number, pixels_y, stroke, texts, tip
from offinno.charts._lines._marks import whiskers
from offinno.charts._measure import lines, widest, wrapped
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE

_THICK: Final = 18
_PITCH: Final = 28
_BLANK: Final = 10
_HEADING: Final = 8
_BETWEEN: Final = 16
_PLACES: Final = 20
_GAP: Final = 10
_REASON_AT: Final = 20
_HEADING_MOST: Final = 300
_STEP: Final = 10


@final
@attrs.frozen(kw_only=True)
class _Room(Frozen):
    """How wide the texts of a picture may be before they break into lines."""

    label: int
    figure: int
    reason: int
    #: The part of the picture that bars need at least.
    bars: int


_WIDE: Final = _Room(label=180, figure=160, reason=300, bars=120)
#: For pictures as narrow as a telephone.
_NARROW: Final = _Room(label=140, figure=96, reason=140, bars=24)


@final
@attrs.frozen(kw_only=True)
class BarLook(Frozen):
    """How lying bars are drawn: everything that is not a figure."""

    #: The columns that stand in the picture as text.
    shown: ClassVar = ("heading", "rank", "label", "before", "after", "reason")
    #: The title stands above.
    title_below: ClassVar = False

    #: Whether its texts are in lines short enough for a telephone.
    narrow: bool
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
        return tuple(placed(rows, _NARROW if self.narrow else _WIDE))

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
        """Return the bars; those set apart are outlined only."""
        apart = alt.FieldEqualPredicate(field="apart", equal=True)
        chart: alt.Chart = (
            alt.Chart()
            .mark_bar(orient="horizontal", height=_THICK)
            .encode(
                x=self._x("value"),
                y=pixels_y("y"),
                fill=fill(),
                stroke=stroke(),
                fillOpacity=alt.condition(apart, alt.value(0), alt.value(1)),
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

    def _texts(self, field: str, y: str) -> alt.Chart:
        """Return texts at the left; labels leave room for places."""
        at = _PLACES if self.places and field == "label" else 0
        chart: alt.Chart = (
            alt.Chart()
            .mark_text(
                style=f"offinno-{field}",
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
    """Return the look of *rows*."""
    texts_room = _NARROW if narrow else _WIDE
    cells = tuple(placed(rows, texts_room))
    places = any(row.place is not None for row in rows)
    begin = _room(cells, "label", bold=False) + (_PLACES if places else 0)
    left, room = _room(cells, "before"), _room(cells, "after")
    reasons = _REASON_AT + _room(cells, "reason", bold=False)
    return BarLook(
        narrow=narrow,
        height=ceil(max(float(cell["below"] or 0) for cell in cells)),
        least=begin + left + max(room + texts_room.bars, reasons),
        begin=begin,
        room=room,
        left=left,
        top=top,
        headings=any(row.group for row in rows),
        places=places,
        ranges=any(row.state == "range" for row in rows),
        missing=any(row.missing for row in rows),
        intervals=any(row.interval_low is not None for row in rows),
        below=any(end < 0 for row in rows for end in _ends(row)),
    )


def axis_top(rows: tuple[Row, ...], *, whole: bool) -> float | None:
    """Return where the axis ends: at the whole if shares fill much of it."""
    most = max((abs(end) for row in rows for end in _ends(row)), default=0)
    if not most:
        return 100 if whole else 1
    return 100 if whole and 2 * most >= 100 else None  # noqa: PLR2004 - per cent


def _ends(row: Row) -> list[Decimal]:
    """Return the numbers that a row reaches to."""
    found = (row.value, row.low, row.high, row.interval_low, row.interval_high)
    return [end for end in found if end is not None]


def _room(cells: Iterable[Cell], field: str, *, bold: bool = True) -> int:
    """Return the room for the texts of a column, in steps, so that few looks differ."""
    found = (widest(str(cell[field]), LABEL, bold=bold) for cell in cells if cell[field])
    most = max(found, default=0)
    return _STEP * ceil((most + _STEP) / _STEP) if most else 0


def placed(rows: tuple[Row, ...], room: _Room) -> Iterator[Cell]:
    """Return *rows* below one another, with a heading above each group."""
    y = 0.0
    for group, members in groupby(rows, key=lambda row: (row.group, row.apart)):
        heading = wrapped(group[0], LABEL, _HEADING_MOST, bold=True) if group[0] else None
        y += _BETWEEN if y else 0
        high = LINE * lines(heading) + _HEADING if heading else 0
        for at, row in enumerate(members):
            cell = _cell(row, y if at else y + high, room)
            if heading and not at:
                cell |= {"heading": heading, "heading_y": y + LINE / 2}
            y = float(cell["below"] or 0)
            yield cell


def _cell(row: Row, above: float, room: _Room) -> Cell:
    """Return one row that begins *above*."""
    label = wrapped(row.label, LABEL, room.label)
    most = room.reason if row.missing else room.figure
    text = wrapped(row.value_label, LABEL, most, bold=not row.missing)
    height = max(_PITCH, LINE * max(lines(label), lines(text)) + _BLANK)
    y = above + height / 2
    return _lengths(row, text) | {
        "key": row.key,
        "label": label,
        "tip": f"{row.label}: {row.value_label}",
        "series": str(row.series),
        "state": row.state,
        "apart": row.apart,
        "rank": None if row.place is None else str(row.place),
        "rank_y": None if row.place is None else y,
        "heading": None,
        "heading_y": None,
        "above": above,
        "y": y,
        "label_y": _first_line(label, y),
        "text_y": _first_line(text, y),
        "below": above + height,
    }


def _lengths(row: Row, text: str) -> Cell:
    """Return what is drawn along the axis, and the text at its end.

    A text stands behind its bar, or before it if that lies below zero; the reason for a missing
    figure stands where a bar would begin.
    """
    end = row.value if row.high is None else row.high
    below = end is not None and end < 0
    behind = end is not None and not below
    span: Cell = {}
    if row.interval_low is not None:
        low, high = number(row.interval_low), number(row.interval_high)
        span = {"interval_low": low, "interval_high": high}
    ends = _ends(row)
    return span | {
        "value": number(row.value),
        "low": number(row.low),
        "high": number(row.high),
        "zero": 0,
        "nil": 0 if row.missing else None,
        "end": number(max(ends)) if behind else None,
        "start": number(min(ends)) if below else None,
        "after": text if behind else None,
        "before": text if below else None,
        "reason": text if row.missing else None,
    }


def _first_line(text: str, middle: float) -> float:
    """Return where the first line of a text stands that is to have its middle there."""
    return middle - LINE * (lines(text) - 1) / 2

"""Bars that stand, for figures over time: the later, the further to the right.

They follow each other at equal steps and bear their figures; where these find no room, or time
has a gap, an axis of time takes their place.
"""

from collections.abc import Iterator
from decimal import Decimal
from math import ceil
from typing import ClassVar, Final, final

import altair as alt
import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import (
    HOLLOW,
    Cell,
    fill,
    gaps,
    has,
    number,
    pixels_y,
    stroke,
    texts,
    tip,
)
from offinno.charts._lines._marks import whiskers
from offinno.charts._measure import lines, widest, wrapped
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE
from offinno.values import Qualifier

#: The width that all labels of a picture must find room in: that of a telephone.
_NARROW: Final = 300
_SLOT_MOST: Final = 100
#: The part of its place that a column fills.
_PART: Final = 0.66
_AIR: Final = 10
_PLOT: Final = 170
_REASON_MOST: Final = 90
#: How far texts stand above columns, and rings above the floor.
_UP: Final = 6
_RING: Final = 10
#: So many figures find room below one another as well.
_FEW: Final = 10


@final
@attrs.frozen(kw_only=True)
class ColumnLook(Frozen):
    """How standing bars are drawn: everything that is not a figure."""

    #: The columns that stand in the picture as text.
    shown: ClassVar = ("label", "after", "reason")
    #: The title stands above.
    title_below: ClassVar = False

    #: How many columns there are.
    count: int
    #: Height of the picture.
    height: int
    #: Where the highest column may end, from above.
    ceiling: int
    #: Where columns stand, from above.
    floor: int
    #: The room at the right for half a label.
    right: int
    #: The number at which the axis ends; None for the largest one drawn.
    top: float | None
    #: Whether something is missing.
    missing: bool
    #: Whether there are intervals.
    intervals: bool

    @property
    def least(self) -> int:
        """The least width of the picture."""
        return _NARROW

    def narrower(self, rows: tuple[Row, ...]) -> "ColumnLook":  # noqa: ARG002 - as all looks
        """Return this look, which fits a telephone."""
        return self

    def cells(self, rows: tuple[Row, ...]) -> tuple[Cell, ...]:
        """Return the rows with their places in the picture and their texts in lines."""
        return tuple(standing(rows, floor=self.floor))

    def chart(self, data: alt.InlineData | alt.NamedData) -> alt.LayerChart:
        """Return the chart of *data*, which are cells."""
        layers = [self._bars(), *self._intervals(), *self._gaps(), self._line(), self._labels()]
        layers.append(self._texts("after", self._y("end"), only="end"))
        return alt.LayerChart(data=data, layer=list(layers), height=self.height)

    def _intervals(self) -> Iterator[alt.Chart]:
        """Return the intervals of figures, upon their columns."""
        if self.intervals:
            yield from whiskers(x=self._x("at"), y=self._y("interval_low"), y2="interval_high")

    def _gaps(self) -> Iterator[alt.Chart]:
        """Return what stands in the place of a missing column."""
        if self.missing:
            yield gaps(x=self._x("at"), y=self._y("nil"), only="nil", up=_RING)
            yield self._texts("reason", pixels_y("reason_y"), only="nil")

    def _x(self, field: str) -> alt.X:
        """Return a place from left to right, counted in columns."""
        most = 1 + _SLOT_MOST * self.count
        end = alt.ExprRef(f"min(width - {self.right}, {most})")
        scale = alt.Scale(domain=[0, self.count], range=[1, end], nice=False, zero=False)
        return alt.X(field=field, type="quantitative", scale=scale, axis=None)

    def _y(self, field: str) -> alt.Y:
        """Return a height above the floor."""
        high = alt.Undefined if self.top is None else self.top
        ends = [self.floor, self.ceiling]
        scale = alt.Scale(range=ends, domainMin=0, domainMax=high, zero=True, nice=False)
        return alt.Y(field=field, type="quantitative", scale=scale, axis=None)

    def _bars(self) -> alt.Chart:
        """Return the columns; those that are not final are outlined only."""
        chart: alt.Chart = (
            alt.Chart()
            .mark_rect()
            .encode(
                x=self._x("from"),
                x2=alt.X2(field="to"),
                y=self._y("value"),
                y2=alt.Y2(field="zero"),
                fill=fill(),
                stroke=stroke(),
                fillOpacity=alt.condition(HOLLOW, alt.value(0), alt.value(1)),
                strokeWidth=alt.condition(HOLLOW, alt.value(1.5), alt.value(0)),
                tooltip=tip(),
            )
            .transform_filter(has("value"))
        )
        return chart

    def _line(self) -> alt.Chart:
        """Return the line that columns stand on."""
        chart: alt.Chart = (
            alt.Chart()
            .mark_rule()
            .encode(x=self._x("left"), x2=alt.X2(field="right"), y=self._y("zero"))
        )
        return chart

    def _labels(self) -> alt.Chart:
        """Return the labels below the columns."""
        chart: alt.Chart = (
            alt.Chart()
            .mark_text(
                style="offinno-label",
                align="center",
                baseline="top",
                lineBreak="\n",
                lineHeight=LINE,
            )
            .encode(x=self._x("at"), y=alt.value(self.floor + 8), text=texts("label"))
        )
        return chart

    def _texts(self, field: str, y: alt.Y, *, only: str) -> alt.Chart:
        """Return the texts above the columns."""
        style = "offinno-reason" if field == "reason" else "offinno-value"
        chart: alt.Chart = (
            alt.Chart()
            .mark_text(
                style=style,
                align="center",
                baseline="line-bottom",
                dy=-_UP,
                lineBreak="\n",
                lineHeight=LINE,
            )
            .encode(x=self._x("at"), y=y, text=texts(field))
            .transform_filter(has(only))
        )
        return chart


def fits(rows: tuple[Row, ...]) -> bool:
    """Return whether columns with their figures and labels find room on a telephone."""
    slot = _slot(len(rows))
    found = (
        widest(str(text), LABEL, bold=field == "after")
        for cell in standing(rows, floor=0)
        for field in ("label", "after", "reason")
        if (text := cell[field])
    )
    return max(found) + _AIR <= slot and _unbroken(rows, slot - _AIR)


def _unbroken(rows: tuple[Row, ...], most: float) -> bool:
    """Return whether no label breaks within a word, as a year would that has too little room."""
    return all(widest(word, LABEL) <= most for row in rows for word in row.label.split())


def _slot(count: int) -> float:
    """Return the width of a place on a telephone."""
    return min(_NARROW / count, _SLOT_MOST)


def may_stand(rows: tuple[Row, ...]) -> bool:
    """Return whether *rows* can be columns at all: no ranges, and nothing below zero."""
    return all(
        row.state != "range" and not any(end is not None and end < 0 for end in _ends(row))
        for row in rows
    )


def _ends(row: Row) -> tuple[Decimal | None, Decimal | None]:
    """Return the lowest and the highest number that a row reaches to."""
    if row.interval_low is None:
        return row.value, row.value
    return row.interval_low, row.interval_high


def may_crowd(rows: tuple[Row, ...]) -> bool:
    """Return whether *rows* may go without figures: many, and each number exactly as drawn."""
    exact = {None, Qualifier.EXACT.value}
    return len(rows) > _FEW and all(row.qualifier in exact for row in rows)


def column_look(rows: tuple[Row, ...], *, top: float | None) -> ColumnLook:
    """Return how *rows* are drawn as columns with figures above them."""
    cells = tuple(standing(rows, floor=0))
    above = max(lines(str(cell[f])) for cell in cells for f in ("after", "reason"))
    below = max(lines(str(cell["label"])) for cell in cells)
    ceiling = LINE * above + 8
    floor = ceiling + _PLOT
    label = max(widest(str(cell["label"]), LABEL) for cell in cells)
    return ColumnLook(
        count=len(rows),
        height=floor + 8 + LINE * below,
        ceiling=ceiling,
        floor=floor,
        right=max(ceil((label - _slot(len(rows))) / 2), 0),
        top=top,
        missing=any(row.missing for row in rows),
        intervals=any(row.interval_low is not None for row in rows),
    )


def standing(rows: tuple[Row, ...], *, floor: int) -> Iterator[Cell]:
    """Return *rows* beside one another."""
    most = max(_slot(len(rows)) - _AIR, 1)
    for at, row in enumerate(rows):
        yield _cell(row, at, wrapped(row.label, LABEL, most), floor=floor)


def _cell(row: Row, at: int, label: str, *, floor: int) -> Cell:
    """Return one row as the column at a position."""
    reason = wrapped(row.value_label, LABEL, _REASON_MOST) if row.missing else None
    span: Cell = {}
    if row.interval_low is not None:
        low, high = number(row.interval_low), number(row.interval_high)
        span = {"interval_low": low, "interval_high": high}
    return span | {
        "key": row.key,
        "label": label,
        "tip": f"{row.label}: {row.value_label}",
        "series": str(row.series),
        "state": row.state,
        "hollow": row.provisional,
        "left": at,
        "from": at + (1 - _PART) / 2,
        "at": at + 0.5,
        "to": at + (1 + _PART) / 2,
        "right": at + 1,
        "value": number(row.value),
        "zero": 0,
        "nil": 0 if row.missing else None,
        "end": None if row.missing else number(_ends(row)[1]),
        "after": None if row.missing else row.value_label,
        "reason": reason,
        "reason_y": floor - 2 * _RING - LINE * (lines(reason or "") - 1),
    }

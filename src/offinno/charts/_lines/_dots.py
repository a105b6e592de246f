"""Dots with the intervals of their figures, one below the other.

What may not be compared stands below a heading of its own, hollow; what has no known interval is
a dot alone. On a telephone names stand above their dots, so that the axis has all of the width.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil
from typing import ClassVar, Final, final

import altair as alt
import attrs

from offinno._frozen import Frozen, as_set
from offinno.charts._encoding import Cell, gaps, number, pixels_y
from offinno.charts._lines._axis import TICK, Axis, numbers_of
from offinno.charts._lines._marks import blanks, dots, rules, strokes, words
from offinno.charts._lines._room import joined, thinned
from offinno.charts._measure import lines, widest, width, wrapped
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE

_LEAST, _LEAST_NARROW = 440, 300
_NAME, _NAME_NARROW = 180, 280
_FIGURE: Final = 110
_REASON: Final = 150
_STEP: Final = 10
_PITCH: Final = 30
_BLANK: Final = 12
_TIGHT: Final = 6
_HEADING: Final = 10
_BETWEEN: Final = 14
_SIDE: Final = 8
_AWAY: Final = 10
_AXIS: Final = 10
_AIR: Final = 14
_CAP: Final = 5
#: So far from texts the lines behind them end.
_CLEAR: Final = 4


@final
@attrs.frozen(kw_only=True)
class DotLook(Frozen):
    """How dots with intervals are drawn: everything that is not a figure."""

    #: The columns that stand in the picture as text.
    shown: ClassVar = ("heading", "label", "after", "reason", "tick", "title")
    #: The title stands above.
    title_below: ClassVar = False

    #: Whether it is drawn for a telephone.
    narrow: bool
    #: The axis of numbers.
    axis: Axis
    #: Where it begins, from the left.
    begin: int
    #: The room behind it for figures.
    right: int
    #: The key of the figure that a line stands at, if one does.
    line: str | None
    #: Height of the picture.
    height: int
    #: Columns that some cell fills, by which layers are left out that would be empty.
    filled: frozenset[str] = attrs.field(converter=as_set)

    @property
    def least(self) -> int:
        """The least width of the picture."""
        return _LEAST_NARROW if self.narrow else _LEAST

    def narrower(self, rows: tuple[Row, ...]) -> "DotLook":
        """Return how *rows* are drawn where there is less room."""
        return self if self.narrow else dot_look(rows, axis=self.axis, line=self.line, narrow=True)

    def cells(self, rows: tuple[Row, ...]) -> tuple[Cell, ...]:
        """Return the rows with their places in the picture, then the axis below them."""
        found = list(_placed(rows, narrow=self.narrow))
        for cell in found:
            cell["nil_x"] = self.axis.low if cell.pop("nil") else None
        return (*found, *self._below(found), *self._reference(rows, found))

    def _below(self, found: Sequence[Cell]) -> Iterator[Cell]:
        """Return the ticks of the axis, as many as find room, and its title."""
        foot = _foot(found)
        across = self.least - self.right - self.begin
        centres = [self.axis.part(value) * across for value, _ in self.axis.ticks]
        widths = [width(text, TICK) for _, text in self.axis.ticks]
        for at in thinned(centres, widths, air=_AIR):
            value, text = self.axis.ticks[at]
            yield {"tick": text, "tick_x": value, "tick_y": foot + _AXIS}
            for top, low in self._pieces(value, found):
                yield {"grid_x": value, "from_y": top, "to_y": low}
        yield {"title": self.axis.title, "title_y": foot + _AXIS + LINE}

    def _reference(self, rows: tuple[Row, ...], found: Sequence[Cell]) -> Iterator[Cell]:
        """Return where the line of a figure stands: beside those that it is compared with."""
        first = found[: next(_blocks(found))]
        for row in rows:
            if row.key == self.line and row.value is not None:
                value = float(row.value)
                for top, low in self._pieces(value, first):
                    yield {"line_x": value, "from_y": top, "to_y": low}

    def _pieces(self, value: float, found: Sequence[Cell]) -> Iterator[tuple[float, float]]:
        """Return from where to where a line down from a number runs through no text."""
        free = [
            (float(cell["body"] or 0), float(cell["foot"] or 0))
            for cell in found
            if not self._strikes(value, cell)
        ]
        return joined(free)

    def _strikes(self, value: float, cell: Cell) -> bool:
        """Return whether a line down from a number may run through the text behind a figure."""
        start = float((cell["nil_x"] if cell["end_x"] is None else cell["end_x"]) or 0)
        across = self.least - self.right - self.begin
        away = (self.axis.part(value) - self.axis.part(start)) * across
        return 0 < away < _away(cell) + _CLEAR

    def chart(self, data: alt.InlineData | alt.NamedData) -> alt.LayerChart:
        """Return the chart of *data*, which are cells."""
        layers = [*self._ground(), *self._figures(), *self._texts()]
        return alt.LayerChart(data=data, layer=layers, height=self.height)

    def _x(self, field: str) -> alt.X:
        """Return a place on the axis of numbers."""
        ends: list[float | alt.ExprRef] = [self.begin, alt.ExprRef(f"width - {self.right}")]
        domain = [self.axis.low, self.axis.high]
        scale = alt.Scale(domain=domain, range=ends, nice=False, zero=False)
        return alt.X(field=field, type="quantitative", scale=scale, axis=None)

    def _ground(self) -> Iterator[alt.Chart]:
        """Return the lines behind the figures."""
        high = pixels_y("from_y")
        yield rules(x=self._x("grid_x"), y=high, y2="to_y", only="grid_x", style="offinno-grid")
        if "line_x" in self.filled:
            yield rules(x=self._x("line_x"), y=high, y2="to_y", only="line_x", dashed=True)

    def _figures(self) -> Iterator[alt.Chart]:
        """Return the marks of figures."""
        x, y = self._x, pixels_y("y")
        if "interval_low" in self.filled:
            yield strokes(
                x=x("interval_low"), x2="interval_high", y=y, only="interval_low", dotted="apart"
            )
            for end in ("interval_low", "interval_high"):
                yield strokes(x=x(end), y=pixels_y("cap_from"), y2="cap_to", only=end)
        if "low" in self.filled:
            yield strokes(x=x("low"), x2="high", y=y, only="low", width=6)
        if "value" in self.filled:
            if "blank_x" in self.filled:
                yield blanks(x=x("blank_x"), y=y, only="blank_x")
            yield dots(x=x("value"), y=y, only="value", hollow="hollow")
        if "nil_x" in self.filled:
            yield gaps(x=x("nil_x"), y=y, only="nil_x", right=_SIDE)

    def _texts(self) -> Iterator[alt.Chart]:
        """Return the texts."""
        for field in ("heading", "label"):
            if f"{field}_y" in self.filled:
                yield words(
                    field,
                    x=None,
                    y=pixels_y(f"{field}_y"),
                    style=f"offinno-{field}",
                    align="left",
                )
        for field, x, away in (("after", "end_x", _AWAY), ("reason", "nil_x", 2 * _AWAY)):
            if f"{field}_y" in self.filled:
                yield words(
                    field,
                    x=self._x(x),
                    y=pixels_y(f"{field}_y"),
                    style="offinno-value" if field == "after" else "offinno-reason",
                    align="left",
                    right=away,
                )
        yield words(
            "tick", x=self._x("tick_x"), y=pixels_y("tick_y"), style="offinno-tick", baseline="top"
        )
        yield words(
            "title",
            x=None,
            begin=self.begin,
            y=pixels_y("title_y"),
            style="offinno-tick",
            align="left",
            baseline="top",
        )


def dot_look(
    rows: tuple[Row, ...], *, axis: Axis, line: str | None, narrow: bool = False
) -> DotLook:
    """Return how *rows* are drawn as dots.

    Args:
        rows: What is shown.
        axis: The axis of numbers.
        line: The key of the figure that a line stands at, if one does.
        narrow: Whether it is drawn for a telephone.
    """
    placed = list(_placed(rows, narrow=narrow))
    label = max(widest(str(cell["label"]), LABEL) for cell in placed)
    figure = max((_wide(cell, "after") for cell in placed), default=0)
    tick = max(width(text, TICK) for _, text in axis.ticks) / 2
    bare = DotLook(
        narrow=narrow,
        axis=axis,
        begin=_stepped(tick) if narrow else max(_stepped(label) + _STEP, _stepped(tick)),
        right=max(_stepped(figure) + _STEP, _stepped(tick)),
        line=line,
        height=ceil(_foot(placed)) + _AXIS + LINE * 2,
        filled=(),
    )
    cells = bare.cells(rows)
    filled = {name for cell in cells for name, found in cell.items() if found is not None}
    title = LINE * (lines(axis.title) - 1)
    return attrs.evolve(bare, filled=filled, height=bare.height + title)


def _foot(found: Sequence[Cell]) -> float:
    """Return where the last row ends."""
    return max(float(cell["foot"] or 0) for cell in found)


def _blocks(found: Sequence[Cell]) -> Iterator[int]:
    """Return before which positions rows end that have no heading between them."""
    yield from (at for at, cell in enumerate(found) if at and "heading" in cell)
    yield len(found)


def _away(cell: Cell) -> float:
    """Return how far from its mark the text behind it reaches."""
    return _wide(cell, "after") or 2 * _AWAY + widest(str(cell["reason"]), LABEL)


def _wide(cell: Cell, field: str) -> float:
    """Return the width of a text beside a dot."""
    text = cell[field]
    return _AWAY + widest(str(text), LABEL, bold=True) if text else 0


def _stepped(wide: float) -> int:
    """Return a width in steps, so that few looks differ."""
    return _STEP * ceil(wide / _STEP)


def _placed(rows: tuple[Row, ...], *, narrow: bool) -> Iterator[Cell]:
    """Return *rows* below one another, with a heading above each group."""
    y = 0.0
    for group, members in groupby(rows, key=lambda row: (row.group, row.apart)):
        heading = wrapped(group[0], LABEL, _NAME_NARROW, bold=True) if group[0] else None
        y += _BETWEEN if y else 0
        top = y
        y += LINE * lines(heading) + _HEADING if heading else 0
        for at, row in enumerate(members):
            cell = _cell(row, y, narrow=narrow)
            if heading and not at:
                cell |= {"heading": heading, "heading_y": top + LINE / 2}
            y = float(cell["foot"] or 0)
            yield cell


def _cell(row: Row, above: float, *, narrow: bool) -> Cell:
    """Return one row that begins *above*."""
    label = wrapped(row.label, LABEL, _NAME_NARROW if narrow else _NAME)
    most = _REASON if row.missing else _FIGURE
    text = wrapped(row.value_label, LABEL, most, bold=not row.missing)
    most = lines(text) if narrow else max(lines(text), lines(label))
    high = LINE * most + _TIGHT if narrow else max(_PITCH, LINE * most + _BLANK)
    top = above + LINE * lines(label) if narrow else above
    y = top + high / 2
    end = max((float(found) for found in numbers_of(row)), default=None)
    hollow = row.apart or row.provisional
    return {
        "key": row.key,
        "label": label,
        "label_y": above + LINE / 2 if narrow else _first(label, y),
        "tip": f"{row.label}: {row.value_label}",
        "series": str(row.series),
        "state": row.state,
        "apart": row.apart,
        "hollow": hollow,
        "strong": row.strong,
        "value": number(row.value),
        "blank_x": number(row.value) if hollow else None,
        "low": number(row.low),
        "high": number(row.high),
        "interval_low": number(row.interval_low),
        "interval_high": number(row.interval_high),
        "cap_from": y - _CAP,
        "cap_to": y + _CAP,
        "y": y,
        "end_x": end,
        "after": None if row.missing else text,
        "after_y": None if row.missing else _first(text, y),
        "reason": text if row.missing else None,
        "reason_y": _first(text, y) if row.missing else None,
        "nil": bool(row.missing),
        "head": above,
        "body": top,
        "foot": top + high + (_BLANK if narrow else 0),
    }


def _first(text: str, middle: float) -> float:
    """Return where the first line of a text stands that is to have its middle there."""
    return middle - LINE * (lines(text) - 1) / 2

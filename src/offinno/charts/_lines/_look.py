"""Lines and bars over time: every figure stands where its period lies.

A line joins figures that follow each other and may be compared, and nothing else: where a period
is missing or the method changed there is a gap. Names stand at the ends of lines, not in a legend.
All texts are cells with their places, so that none can be lost unseen.
"""

from collections.abc import Iterator
from math import ceil
from typing import ClassVar, Final, Literal, final

import altair as alt
import attrs

from offinno._frozen import Frozen, as_set
from offinno.charts._encoding import Cell, fill, gaps, has, stroke, tip
from offinno.charts._lines._axis import TICK, Axis
from offinno.charts._lines._beside import ASIDE, UP, beside_text
from offinno.charts._lines._cells import GAP, LANE, NAME_AT, TIME_MOST, breaks_of, cells, levels
from offinno.charts._lines._marks import blanks, dots, rules, strokes, whiskers, words
from offinno.charts._lines._names import are_unnamed, latest_of, name_of_line, names_height
from offinno.charts._lines._place import (
    Place,
    Room,
    lines_of,
    shortest_of,
    singled,
    times_of,
)
from offinno.charts._measure import lines, widest, width, wrapped
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE
from offinno.model import SeriesMark

#: Least widths of a picture with room, and of one on a telephone.
_LEAST, _LEAST_NARROW = 460, 300
_WIDE: Final = Room(name=170, width=_LEAST)
_NARROW: Final = Room(name=104, width=_LEAST_NARROW)
_PLOT: Final = 210
#: More figures than these are not read one by one.
_MOST_LABELLED: Final = 12
_STEP: Final = 10
_FOOT: Final = 12
#: The blank between the end of an axis and its numbers, and above the highest of them.
_TICK_AT: Final = 12
_ABOVE: Final = 12
#: Where the way from a line to its name begins and ends.
_LEAD: Final = (8, 18)
#: How figures stand beside their marks: their column, how they are aligned, and how far away.
_BESIDE: Final[tuple[tuple[str, Literal["left", "center", "right"], int], ...]] = (
    ("above", "center", 0),
    ("left", "right", ASIDE),
    ("right", "left", -ASIDE),
    ("below", "center", 0),
)


@final
@attrs.frozen(kw_only=True)
class LineLook(Frozen):
    """How figures over time are drawn: everything that is not a figure."""

    #: The columns that stand in the picture as text.
    shown: ClassVar = (
        *("title", "tick", "label", "above", "left", "right", "below"),
        *("cut", "end", "strong_end"),
    )
    #: The title stands above.
    title_below: ClassVar = False

    #: Whether there are bars or lines.
    mark: SeriesMark
    #: Whether it is drawn for a telephone.
    narrow: bool
    #: The axis of numbers.
    axis: Axis
    #: Whether each figure stands beside its mark.
    labelled: bool
    #: Where the axis of time begins, from the left.
    begin: int
    #: The room at its end.
    right: int
    #: Where the axis of numbers ends, from above.
    ceiling: int
    #: Where it begins, from above.
    floor: int
    #: Height of the picture.
    height: int
    #: Columns that some cell fills, by which layers are left out that would be empty.
    filled: frozenset[str] = attrs.field(converter=as_set)

    @property
    def least(self) -> int:
        """The least width of the picture."""
        return _LEAST_NARROW if self.narrow else _LEAST

    def narrower(self, rows: tuple[Row, ...]) -> "LineLook":
        """Return how *rows* are drawn where there is less room."""
        return self if self.narrow else look_of(rows, mark=self.mark, axis=self.axis, narrow=True)

    def cells(self, rows: tuple[Row, ...]) -> tuple[Cell, ...]:
        """Return the rows with their places in the picture, and the texts beside them."""
        return tuple(cells(rows, self.place(rows)))

    def place(self, rows: tuple[Row, ...]) -> Place:
        """Return where the parts of the picture are."""
        first, last, half = times_of(rows, apart=self.mark == "bar" or self.labelled)
        return Place(
            axis=self.axis,
            room=_NARROW if self.narrow else _WIDE,
            bars=self.mark == "bar",
            labelled=self.labelled,
            left=self.begin,
            right=self.least - self.right,
            ceiling=self.ceiling,
            floor=self.floor,
            first=first,
            last=last,
            half=half,
            shortest=shortest_of(rows),
        )

    def leaves_out_names(self, rows: tuple[Row, ...]) -> bool:
        """Return whether there are lines whose names find no room, be it on a telephone only."""
        if self.mark == "bar":
            return False
        looks = (self, self.narrower(rows))
        every = lines_of(rows)
        return any(not x.labelled and are_unnamed(every, x.place(rows)) for x in looks)

    def chart(self, data: alt.InlineData | alt.NamedData) -> alt.LayerChart:
        """Return the chart of *data*, which are cells."""
        layers = [*self._ground(), *self._figures(), *self._texts()]
        return alt.LayerChart(data=data, layer=layers, height=self.height)

    def _x(self, field: str) -> alt.X:
        """Return a place in time: 0 where the axis begins, 1 where it ends."""
        ends: list[float | alt.ExprRef] = [self.begin, alt.ExprRef(f"width - {self.right}")]
        scale = alt.Scale(domain=[0, 1], range=ends, nice=False, zero=False)
        return alt.X(field=field, type="quantitative", scale=scale, axis=None)

    def _y(self, field: str) -> alt.Y:
        """Return a place on the axis of numbers."""
        scale = alt.Scale(
            domain=[self.axis.low, self.axis.high],
            range=[self.floor, self.ceiling],
            nice=False,
            zero=False,
        )
        return alt.Y(field=field, type="quantitative", scale=scale, axis=None)

    def _ground(self) -> Iterator[alt.Chart]:
        """Return the lines behind the figures."""
        yield rules(
            x=self._x("grid_from"),
            x2="grid_to",
            y=self._y("grid_y"),
            only="grid_y",
            style="offinno-grid",
        )
        if "zero_y" in self.filled:
            yield rules(x=self._x("zero_from"), x2="zero_to", y=self._y("zero_y"), only="zero_y")
        if "cut_y" in self.filled:
            yield rules(
                x=self._x("cut_x"), y=self._y("cut_from"), y2="cut_y", only="cut_y", dashed=True
            )

    def _figures(self) -> Iterator[alt.Chart]:
        """Return the marks of figures."""
        if self.mark == "bar":
            yield self._bars()
        if "span_from" in self.filled:
            yield strokes(
                x=self._x("span_from"), x2="span_to", y=self._y("value"), only="span_from", width=1
            )
        if "from_x" in self.filled:
            yield strokes(
                x=self._x("from_x"), x2="to_x", y=self._y("from_y"), y2="to_y", only="from_x"
            )
        if "interval_low" in self.filled:
            yield from self._intervals()
        if "low" in self.filled:
            yield strokes(x=self._x("x"), y=self._y("low"), y2="high", only="low", width=4)
        if "dot_y" in self.filled:
            if "blank_y" in self.filled:
                yield blanks(x=self._x("x"), y=self._y("blank_y"), only="blank_y")
            yield dots(x=self._x("x"), y=self._y("dot_y"), only="dot_y")
        if "nil_x" in self.filled:
            yield gaps(x=self._x("nil_x"), y=self._y("nil_y"), only="nil_x", up=-GAP)

    def _intervals(self) -> Iterator[alt.Chart]:
        """Return a line from end to end of each interval; upon bars with a blank around it."""
        x, low = self._x("x"), self._y("interval_low")
        if self.mark == "line":
            yield strokes(x=x, y=low, y2="interval_high", only="interval_low", width=1)
            return
        yield from whiskers(x=x, y=low, y2="interval_high")

    def _bars(self) -> alt.Chart:
        """Return the bars; those of figures that are not final are outlined only."""
        empty = alt.FieldEqualPredicate(field="provisional", equal=True)
        chart: alt.Chart = (
            alt.Chart()
            .mark_rect(strokeWidth=1.5)
            .encode(
                x=self._x("bar_from"),
                x2=alt.X2(field="bar_to"),
                y=self._y("value"),
                y2=alt.Y2(field="zero"),
                fill=fill(),
                stroke=stroke(),
                fillOpacity=alt.condition(empty, alt.value(0), alt.value(1)),
                strokeDash=alt.condition(empty, alt.value([4, 3]), alt.value([1, 0])),
                tooltip=tip(),
            )
            .transform_filter(has("bar_from"))
        )
        return chart

    def _texts(self) -> Iterator[alt.Chart]:
        """Return the texts, those of the axes first."""
        yield words(
            "title",
            x=self._x("tick_from"),
            y=self._y("title_y"),
            style="offinno-tick",
            align="left",
            baseline="top",
            right=-self.begin,
            down=-self.ceiling,
        )
        yield words(
            "tick",
            x=self._x("tick_from"),
            y=self._y("tick_y"),
            style="offinno-tick",
            align="right",
            right=-8,
        )
        low = GAP + LANE if "nil_x" in self.filled else _FOOT
        yield words(
            "label",
            x=self._x("label_x"),
            y=self._y("label_y"),
            style="offinno-label",
            baseline="top",
            down=low,
        )
        yield from self._beside()
        yield from self._ends()

    def _beside(self) -> Iterator[alt.Chart]:
        """Return the figures above their marks, to one side of them, or below."""
        for field, align, right in _BESIDE:
            if f"{field}_y" in self.filled:
                yield words(
                    field,
                    x=self._x("x"),
                    y=self._y(f"{field}_y"),
                    style="offinno-value",
                    align=align,
                    baseline="top" if field == "below" else "line-bottom",
                    right=right,
                    down=UP if field == "below" else -UP,
                )

    def _ends(self) -> Iterator[alt.Chart]:
        """Return the marks of breaks, and the names at the ends of lines."""
        if "cut_y" in self.filled:
            yield words(
                "cut",
                x=self._x("cut_x"),
                y=self._y("cut_y"),
                style="offinno-tick",
                baseline="line-bottom",
                down=-2,
            )
        if "lead_y" in self.filled:
            yield strokes(
                x=self._x("end_x"),
                x2="end_x",
                y=self._y("lead_y"),
                y2="lead_end",
                only="lead_y",
                right=_LEAD,
            )
        for field, style in (("end", "offinno-label"), ("strong_end", "offinno-value")):
            if f"{field}_y" in self.filled:
                yield words(
                    field,
                    x=self._x("end_x"),
                    y=self._y(f"{field}_y"),
                    style=style,
                    align="left",
                    right=NAME_AT,
                )


def look_of(
    rows: tuple[Row, ...], *, mark: SeriesMark, axis: Axis, narrow: bool = False
) -> LineLook:
    """Return how *rows* are drawn over time."""
    room = _NARROW if narrow else _WIDE
    labelled = _fits(rows, axis, room)
    every, latest = lines_of(rows), latest_of(rows)
    named = [] if mark == "bar" or labelled else every
    texts = [name_of_line(line, room, latest=latest) for line in named]
    high = max(_PLOT, names_height(named, room, latest=latest))
    lane = GAP + LANE if any(row.missing for row in rows) else _FOOT
    below = max(lines(wrapped(row.label, LABEL, TIME_MOST)) for row in rows)
    half = 0 if labelled else _half(rows)
    bare = LineLook(
        mark=mark,
        narrow=narrow,
        axis=axis,
        labelled=labelled,
        begin=max(_begin(axis), half),
        right=max([half, *(NAME_AT + _stepped(widest(text, LABEL, bold=True)) for text in texts)]),
        ceiling=LINE * lines(axis.title) + _ABOVE,
        floor=LINE * lines(axis.title) + _ABOVE + high,
        height=LINE * lines(axis.title) + _ABOVE + high + lane + LINE * below,
        filled=(),
    )
    made = _lowered(bare, rows)
    filled = {
        name for cell in made.cells(rows) for name, found in cell.items() if found is not None
    }
    return attrs.evolve(made, filled=filled)


def _lowered(look: LineLook, rows: tuple[Row, ...]) -> LineLook:
    """Return a look with room above the figures for what is said there."""
    place = look.place(rows)
    breaks = breaks_of(lines_of(rows), place)
    texts = (
        beside_text(row, place.room, labelled=look.labelled, singled=alone)
        for line in lines_of(rows)
        for alone in (singled(line),)
        for row in line
    )
    said = max((lines(text) for text in texts if text), default=0)
    down = LINE * max([said, *(level + 1 for level in levels(breaks, place))])
    half = max((_stepped(widest(name, TICK) / 2) for _, name in breaks), default=0)
    return attrs.evolve(
        look,
        right=max(look.right, half),
        ceiling=look.ceiling + down,
        floor=look.floor + down,
        height=look.height + down,
    )


def _fits(rows: tuple[Row, ...], axis: Axis, room: Room) -> bool:
    """Return whether every figure of a single line finds room beside its mark."""
    found = [row.value_label for row in rows if not row.missing]
    if any(row.group for row in rows) or not found:
        return False
    first, last, half = times_of(rows, apart=True)
    wide = max(width(text, LABEL, bold=True) for text in found)
    across = room.width - _begin(axis)
    return wide + _STEP <= across * 2 * half / (last - first) and len(rows) <= _MOST_LABELLED


def _begin(axis: Axis) -> int:
    """Return the room for the numbers of an axis."""
    return _TICK_AT + _stepped(max(width(text, TICK) for _, text in axis.ticks))


def _half(rows: tuple[Row, ...]) -> int:
    """Return half of the room that the widest name of a time takes."""
    return _stepped(max(widest(wrapped(row.label, LABEL, TIME_MOST), LABEL) for row in rows) / 2)


def _stepped(wide: float) -> int:
    """Return a width in steps, so that few looks differ."""
    return _STEP * ceil(wide / _STEP)

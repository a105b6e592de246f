"""Two times side by side: a line for each member from its figure at one to that at the other."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import ClassVar, Final, final

import altair as alt
import attrs

from offinno._frozen import Frozen, as_set
from offinno.charts._encoding import Cell, gaps, number
from offinno.charts._lines._axis import Axis
from offinno.charts._lines._marks import blanks, dots, rules, strokes, words
from offinno.charts._lines._room import spread
from offinno.charts._measure import lines, widest, wrapped
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE

_LEAST, _LEAST_NARROW = 440, 300
_NAME, _NAME_NARROW = 170, 96
_PLOT: Final = 220
_STEP: Final = 10
_AWAY: Final = 20
_LEAD: Final = (7, 17)
_BETWEEN: Final = 3
_ABOVE: Final = 14
_GAP: Final = 14


@final
@attrs.frozen(kw_only=True)
class SlopeLook(Frozen):
    """How slopes are drawn: everything that is not a figure."""

    #: The columns that stand in the picture as text.
    shown: ClassVar = ("time", "before", "strong_before", "after", "strong_after")
    #: The title stands above.
    title_below: ClassVar = False

    #: Whether it is drawn for a telephone.
    narrow: bool
    #: The numbers between which lines are drawn.
    axis: Axis
    #: The two times, in words, each in lines.
    times: tuple[str, str]
    #: The room for names at the left.
    left: int
    #: The room for names at the right.
    right: int
    #: Where lines end, from above.
    ceiling: int
    #: Where they begin, from above.
    floor: int
    #: Height of the picture.
    height: int
    #: Columns that some cell fills, by which layers are left out that would be empty.
    filled: frozenset[str] = attrs.field(converter=as_set)

    @property
    def least(self) -> int:
        """The least width of the picture."""
        return _LEAST_NARROW if self.narrow else _LEAST

    def narrower(self, rows: tuple[Row, ...]) -> "SlopeLook":
        """Return how *rows* are drawn where there is less room."""
        if self.narrow:
            return self
        return slope_look(rows, axis=self.axis, times=self.times, narrow=True)

    def cells(self, rows: tuple[Row, ...]) -> tuple[Cell, ...]:
        """Return the rows with their places in the picture, then the times above them."""
        texts = self._names(rows)
        figures = [
            _figure(rows, at, low=self.axis.low) | texts.get(at, {}) for at in range(len(rows))
        ]
        times: list[Cell] = [
            {"time": text, "time_x": side, "time_y": self.axis.high, "foot_y": self.axis.low}
            for side, text in enumerate(self.times)
        ]
        return (*sorted(figures, key=lambda cell: bool(cell["strong"])), *times)

    def _names(self, rows: Sequence[Row]) -> dict[int, Cell]:
        """Return the names of all figures, on either side below one another."""
        found: dict[int, Cell] = {}
        for side, field in enumerate(("before", "after")):
            own = [at for at, row in enumerate(rows) if _side(rows, at) == side and not row.missing]
            texts = [_name(rows, at, narrow=self.narrow) for at in own]
            ends = [float(_end(rows[at]) or 0) for at in own]
            middles = spread(
                [self._pixel(end) for end in ends],
                [float(LINE * lines(text) + _BETWEEN) for text in texts],
                top=self.ceiling - LINE / 2,
                bottom=self.floor + LINE / 2,
            )
            for at, text, end, place in zip(own, texts, ends, middles, strict=True):
                name = f"strong_{field}" if rows[at].strong else field
                first = place - LINE * (lines(text) - 1) / 2
                found[at] = {
                    name: text,
                    f"{name}_y": self._value(first),
                    f"lead_{field}": self._value(place),
                    f"end_{field}": end,
                }
        return found

    def _pixel(self, value: float) -> float:
        """Return how far from above a number stands."""
        return self.floor - self.axis.part(value) * (self.floor - self.ceiling)

    def _value(self, pixel: float) -> float:
        """Return the number that stands so far from above."""
        return self.axis.at((self.floor - pixel) / (self.floor - self.ceiling))

    def chart(self, data: alt.InlineData | alt.NamedData) -> alt.LayerChart:
        """Return the chart of *data*, which are cells."""
        layers = [*self._figures(), *self._texts()]
        return alt.LayerChart(data=data, layer=layers, height=self.height)

    def _x(self, field: str) -> alt.X:
        """Return a place: 0 for the first time, 1 for the second."""
        ends: list[float | alt.ExprRef] = [self.left, alt.ExprRef(f"width - {self.right}")]
        scale = alt.Scale(domain=[0, 1], range=ends, nice=False, zero=False)
        return alt.X(field=field, type="quantitative", scale=scale, axis=None)

    def _y(self, field: str) -> alt.Y:
        """Return a height."""
        domain = [self.axis.low, self.axis.high]
        ends = [self.floor, self.ceiling]
        scale = alt.Scale(domain=domain, range=ends, nice=False, zero=False)
        return alt.Y(field=field, type="quantitative", scale=scale, axis=None)

    def _figures(self) -> Iterator[alt.Chart]:
        """Return the marks of figures, and the two upright lines that they stand on."""
        x, y = self._x, self._y
        yield rules(
            x=x("time_x"), y=y("foot_y"), y2="time_y", only="time_x", style="offinno-grid", width=1
        )
        if "from_x" in self.filled:
            yield strokes(x=x("from_x"), x2="x", y=y("from_y"), y2="value", only="from_x")
        if "interval_low" in self.filled:
            yield strokes(
                x=x("x"), y=y("interval_low"), y2="interval_high", only="interval_low", width=1
            )
        if "low" in self.filled:
            yield strokes(x=x("x"), y=y("low"), y2="high", only="low", width=4)
        for side, (one, other) in (("before", (-7, -17)), ("after", _LEAD)):
            if f"lead_{side}" in self.filled:
                yield strokes(
                    x=x("x"),
                    x2="x",
                    y=y(f"end_{side}"),
                    y2=f"lead_{side}",
                    only=f"lead_{side}",
                    width=1,
                    right=(one, other),
                    dotted="never",
                )
        if "blank_y" in self.filled:
            yield blanks(x=x("x"), y=y("blank_y"), only="blank_y")
        if "value" in self.filled:
            yield dots(x=x("x"), y=y("value"), only="value", hollow="hollow")
        if "nil_x" in self.filled:
            yield gaps(x=x("nil_x"), y=y("nil_y"), only="nil_x", up=-_GAP)

    def _texts(self) -> Iterator[alt.Chart]:
        """Return the times, and the names on either side."""
        yield words(
            "time",
            x=self._x("time_x"),
            y=self._y("time_y"),
            style="offinno-heading",
            baseline="top",
            down=-self.ceiling,
        )
        for side in ("before", "after"):
            for field, style in ((side, "offinno-label"), (f"strong_{side}", "offinno-value")):
                if f"{field}_y" in self.filled:
                    yield words(
                        field,
                        x=self._x("x"),
                        y=self._y(f"{field}_y"),
                        style=style,
                        align="right" if side == "before" else "left",
                        right=-_AWAY if side == "before" else _AWAY,
                    )


def slope_look(
    rows: tuple[Row, ...], *, axis: Axis, times: tuple[str, str], narrow: bool = False
) -> SlopeLook:
    """Return how *rows* are drawn between two times.

    Args:
        rows: What is shown: of each member its figure at either time.
        axis: The numbers between which lines are drawn.
        times: The two times, in words.
        narrow: Whether it is drawn for a telephone.
    """
    sides: tuple[list[str], list[str]] = ([], [])
    for at, row in enumerate(rows):
        if not row.missing:
            sides[_side(rows, at)].append(_name(rows, at, narrow=narrow))
    left, right = (_room(texts, time) for texts, time in zip(sides, times, strict=True))
    high = max(LINE * lines(text) + _BETWEEN for text in times)
    tall = max(sum(LINE * lines(text) + _BETWEEN for text in texts) for texts in sides)
    ceiling = high + _ABOVE
    floor = ceiling + max(_PLOT, tall)
    lane = 2 * _GAP if any(row.missing for row in rows) else _GAP
    bare = SlopeLook(
        narrow=narrow,
        axis=axis,
        times=times,
        left=left,
        right=right,
        ceiling=ceiling,
        floor=floor,
        height=floor + lane,
        filled=(),
    )
    cells = bare.cells(rows)
    filled = {name for cell in cells for name, found in cell.items() if found is not None}
    return attrs.evolve(bare, filled=filled)


def _room(texts: Sequence[str], time: str) -> int:
    """Return the room for the names on one side, and for half of the time above."""
    names = max((widest(text, LABEL, bold=True) for text in texts), default=0) + _AWAY
    return _STEP * ceil(max(names, widest(time, LABEL, bold=True) / 2) / _STEP)


def _name(rows: Sequence[Row], at: int, *, narrow: bool) -> str:
    """Return what stands beside a dot: the name of its line, and its figure.

    On a telephone the name stands at one end only, if the line has both.
    """
    row = rows[at]
    named = at > 0 and rows[at - 1].group == row.group and not rows[at - 1].missing
    text = row.value_label if narrow and named else f"{row.group} {row.value_label}"
    return wrapped(text, LABEL, _NAME_NARROW if narrow else _NAME, bold=row.strong)


def _side(rows: Sequence[Row], at: int) -> int:
    """Return on which side a row stands: 0 for the first time, 1 for the second."""
    return int(rows[at].end != min(row.end for row in rows if row.end is not None))


def _end(row: Row) -> float | None:
    """Return where the name of a figure points at."""
    return number(row.value if row.high is None else row.high)


def _figure(rows: Sequence[Row], at: int, *, low: float) -> Cell:
    """Return the marks of one row."""
    row, side = rows[at], _side(rows, at)
    hollow = row.apart or row.provisional
    cell: Cell = {
        "key": row.key,
        "tip": f"{row.group} {row.label}: {row.value_label}",
        "series": str(row.series),
        "state": row.state,
        "provisional": row.provisional,
        "hollow": hollow,
        "strong": row.strong,
        "x": side,
        "value": number(row.value),
        "blank_y": number(row.value) if hollow else None,
        "low": number(row.low),
        "high": number(row.high),
        "interval_low": number(row.interval_low),
        "interval_high": number(row.interval_high),
        "nil_x": side if row.missing else None,
        "nil_y": low if row.missing else None,
    }
    if row.joined:
        cell |= {"from_x": 0, "from_y": number(rows[at - 1].value)}
    return cell

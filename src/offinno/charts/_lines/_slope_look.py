"""Two times side by side: a line for each member from its figure at one to that at the other.

Below the lines stand those of which there is no figure at a time, each with a ring of its own.
"""

from collections.abc import Collection, Iterator, Sequence
from math import ceil
from typing import ClassVar, Final, final

import altair as alt
import attrs

from offinno._frozen import Frozen, as_set
from offinno.charts._encoding import Cell, gaps, number
from offinno.charts._lines._axis import Axis
from offinno.charts._lines._marks import blanks, dots, rules, strokes, words
from offinno.charts._lines._room import beyond, in_turn, spread
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
#: The blank between the lines and what is missing.
_GAP: Final = 12
#: How high the room for lines is where there are none.
_EMPTY: Final = 24


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
        texts = dict(self._names(rows))
        figures = [_figure(rows, at) | texts.get(at, {}) for at in range(len(rows))]
        times: list[Cell] = [
            {"time": text, "time_x": side, "time_y": self.axis.high, "foot_y": self.axis.low}
            for side, text in enumerate(self.times)
        ]
        return (*sorted(figures, key=lambda cell: bool(cell["strong"])), *times)

    def _names(self, rows: Sequence[Row]) -> Iterator[tuple[int, Cell]]:
        """Return the names of figures by position, on either side below one another."""
        named = self.named(rows)
        for side, field in enumerate(("before", "after")):
            yield from self._gone(rows, side, field)
            for at, text, place in self._places(rows, side, named):
                end = float(_end(rows[at]) or 0)
                name = f"strong_{field}" if rows[at].strong else field
                first = place - LINE * (lines(text) - 1) / 2
                yield (
                    at,
                    {
                        name: text,
                        f"{name}_y": self._value(first),
                        f"lead_{field}": self._value(place),
                        f"end_{field}": end,
                    },
                )

    def _places(
        self, rows: Sequence[Row], side: int, named: Collection[str]
    ) -> list[tuple[int, str, float]]:
        """Return the figures of some lines on one side: position, name, and where it stands."""
        own = [
            at
            for at, row in enumerate(rows)
            if row.group in named and _side(rows, at) == side and not row.missing
        ]
        texts = [_name(rows, at, narrow=self.narrow) for at in own]
        middles = spread(
            [self._pixel(float(_end(rows[at]) or 0)) for at in own],
            [float(_height(text)) for text in texts],
            top=self.ceiling - LINE / 2,
            bottom=self.floor + LINE / 2,
        )
        return list(zip(own, texts, middles, strict=True))

    def named(self, rows: Sequence[Row]) -> frozenset[str]:
        """Return which lines are named: all, or of quiet ones those that find room near both ends.

        The name of a quiet line far from it would be read as that of another.
        """
        groups = list(dict.fromkeys(row.group for row in rows))
        if not _are_quiet(rows):
            return frozenset(groups)
        ends = {row.group: self._pixel(_end(row) or 0) for row in rows if not row.missing}
        known = list(ends)
        strong = {row.group for row in rows if row.strong}
        first = [at for at, group in enumerate(known) if group in strong]
        kept = strong | (set(groups) - set(known))
        for at in in_turn(list(ends.values()), first=first) if known else ():
            longer = kept | {known[at]}
            if all(self._are_near(rows, side, longer) for side in range(len(self.times))):
                kept = longer
        return frozenset(kept)

    def _are_near(self, rows: Sequence[Row], side: int, named: Collection[str]) -> bool:
        """Return whether the names of some lines stand near their ends on one side."""
        return all(
            beyond(place, self._pixel(_end(rows[at]) or 0), height=_height(text), line=LINE) <= LINE
            for at, text, place in self._places(rows, side, named)
        )

    def leaves_out_names(self, rows: tuple[Row, ...]) -> bool:
        """Return whether there are lines whose names find no room, be it on a telephone only."""
        groups = {row.group for row in rows}
        return any(len(x.named(rows)) < len(groups) for x in (self, self.narrower(rows)))

    def _gone(self, rows: Sequence[Row], side: int, field: str) -> Iterator[tuple[int, Cell]]:
        """Return the rings and names of what is missing at one of the times."""
        y = self.floor + _GAP + LINE / 2
        for at, row in enumerate(rows):
            if row.missing and _side(rows, at) == side:
                text = _name(rows, at, narrow=self.narrow)
                name = f"strong_{field}" if row.strong else field
                yield at, {name: text, f"{name}_y": self._value(y), "nil_y": self._value(y)}
                y += _height(text)

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
            yield gaps(x=x("nil_x"), y=y("nil_y"), only="nil_x")

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
    sides = [_names_at(rows, side, narrow=narrow) for side in range(len(times))]
    left, right = (_room([*n, *g], time) for (n, g), time in zip(sides, times, strict=True))
    tall = max(sum(map(_height, named)) for named, _ in sides)
    ceiling = max(map(_height, times)) + _ABOVE
    high = _PLOT if _are_quiet(rows) else max(_PLOT, tall)
    floor = ceiling + (high if tall else _EMPTY)
    lane = max(sum(map(_height, gone)) for _, gone in sides)
    bare = SlopeLook(
        narrow=narrow,
        axis=axis,
        times=times,
        left=left,
        right=right,
        ceiling=ceiling,
        floor=floor,
        height=floor + _GAP + lane,
        filled=(),
    )
    cells = bare.cells(rows)
    filled = {name for cell in cells for name, found in cell.items() if found is not None}
    return attrs.evolve(bare, filled=filled)


def _names_at(
    rows: Sequence[Row], side: int, *, narrow: bool
) -> tuple[Sequence[str], Sequence[str]]:
    """Return what stands on one side: beside figures, and beside what is missing."""
    own = [at for at in range(len(rows)) if _side(rows, at) == side]
    gone = [_name(rows, at, narrow=narrow) for at in own if rows[at].missing]
    return [_name(rows, at, narrow=narrow) for at in own if not rows[at].missing], gone


def _are_quiet(rows: Sequence[Row]) -> bool:
    """Return whether one line stands out from others that share one colour."""
    return any(row.strong for row in rows)


def _height(text: str) -> int:
    """Return the height of a text and the blank below it."""
    return LINE * lines(text) + _BETWEEN


def _room(texts: Sequence[str], time: str) -> int:
    """Return the room for the names on one side, and for half of the time above."""
    names = max((widest(text, LABEL, bold=True) for text in texts), default=0) + _AWAY
    return _STEP * ceil(max(names, widest(time, LABEL, bold=True) / 2) / _STEP)


def _name(rows: Sequence[Row], at: int, *, narrow: bool) -> str:
    """Return what stands beside a dot: the name of its line and its figure; beside a ring no more.

    On a telephone the name stands at one end only, if the line has both.
    """
    row = rows[at]
    if row.missing:
        name = f"{row.group}{row.mark}"
        return wrapped(name, LABEL, _NAME_NARROW if narrow else _NAME, bold=row.strong)
    named = at > 0 and rows[at - 1].group == row.group and not rows[at - 1].missing
    text = row.value_label if narrow and named else f"{row.group} {row.value_label}"
    return wrapped(text, LABEL, _NAME_NARROW if narrow else _NAME, bold=row.strong)


def _side(rows: Sequence[Row], at: int) -> int:
    """Return on which side a row stands: 0 for the first time, 1 for the second."""
    return int(rows[at].end != min(row.end for row in rows if row.end is not None))


def _end(row: Row) -> float | None:
    """Return where the name of a figure points at."""
    return number(row.value if row.high is None else row.high)


def _figure(rows: Sequence[Row], at: int) -> Cell:
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
    }
    if row.joined:
        cell |= {"from_x": 0, "from_y": number(rows[at - 1].value)}
    return cell

"""A share as marks, of which so many are filled."""

from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import ClassVar, Final, final

import altair as alt
import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import Cell, fill, has, pixels_x, pixels_y, stroke, texts
from offinno.charts._measure import lines, wrapped
from offinno.charts._row import Row

_NARROW: Final = 300
_ACROSS: Final = 10
_SLOT_MOST: Final = 44
_SLOT_LEAST: Final = 22
_TEN: Final = 10
_SIZE: Final = 26
_LINE: Final = 32
_ABOVE: Final = 14
_WHOLE: Final = 100


@final
@attrs.frozen(kw_only=True)
class PictogramLook(Frozen):
    """How marks are drawn: everything that is not the share."""

    #: The columns that stand in the picture as text.
    shown: ClassVar = ("figure",)
    #: The title stands above.
    title_below: ClassVar = False

    #: How many marks there are.
    of: int
    #: How many lines the words below the marks take.
    lines: int

    @property
    def least(self) -> int:
        """The least width of the picture."""
        return _NARROW

    @property
    def _slot(self) -> int:
        """The width and height that a mark takes."""
        if self.of > 2 * _TEN:
            return _SLOT_LEAST
        return min(_SLOT_MOST, _NARROW // min(self.of, _ACROSS))

    @property
    def height(self) -> int:
        """Height of the picture."""
        return self._below + _LINE * self.lines

    @property
    def _below(self) -> int:
        """Where the words begin, from above."""
        return self._slot * ceil(self.of / _ACROSS) + _ABOVE

    def narrower(self, rows: tuple[Row, ...]) -> "PictogramLook":  # noqa: ARG002 - as all looks
        """Return this look, which fits a telephone."""
        return self

    def cells(self, rows: tuple[Row, ...]) -> tuple[Cell, ...]:
        """Return a cell for each mark, and one for the words below them."""
        (row,) = rows
        filled = filled_marks(row.value, of=self.of)
        marks = [self._mark(at, row, filled=at < filled) for at in range(self.of)]
        last: Cell = dict.fromkeys(marks[0])
        last |= {"key": row.key, "figure": _words(row), "figure_y": self._below}
        return (*marks, last)

    def _mark(self, at: int, row: Row, *, filled: bool) -> Cell:
        """Return the mark at a position."""
        return {
            "key": str(at + 1),
            "x": self._slot * (at % _ACROSS) + self._slot / 2,
            "y": self._slot * (at // _ACROSS) + self._slot / 2,
            "filled": filled,
            "missing": row.value is None,
            "series": str(row.series),
            "figure": None,
            "figure_y": None,
        }

    def chart(self, data: alt.InlineData | alt.NamedData) -> alt.LayerChart:
        """Return the chart of *data*, which are cells."""
        layers = (self._marks(), self._texts())
        return alt.LayerChart(data=data, layer=list(layers), height=self.height)

    def _marks(self) -> alt.Chart:
        """Return the marks: filled or rings, and broken rings where nothing is known."""
        filled = alt.FieldEqualPredicate(field="filled", equal=True)
        missing = alt.FieldEqualPredicate(field="missing", equal=True)
        across = round(self._slot * 0.74)
        chart: alt.Chart = (
            alt.Chart()
            .mark_point(shape="circle", size=across**2, strokeWidth=2, opacity=1)
            .encode(
                x=pixels_x("x"),
                y=pixels_y("y"),
                fill=fill(),
                stroke=stroke(),
                fillOpacity=alt.condition(filled, alt.value(1), alt.value(0)),
                strokeDash=alt.condition(missing, alt.value([3, 3]), alt.value([1, 0])),
            )
            .transform_filter(has("x"))
        )
        return chart

    def _texts(self) -> alt.Chart:
        """Return the words below the marks."""
        chart: alt.Chart = (
            alt.Chart()
            .mark_text(
                style="offinno-number",
                align="left",
                baseline="top",
                fontSize=_SIZE,
                lineBreak="\n",
                lineHeight=_LINE,
            )
            .encode(x=alt.value(0), y=pixels_y("figure_y"), text=texts("figure"))
            .transform_filter(has("figure_y"))
        )
        return chart


def pictogram_look(row: Row, *, of: int) -> PictogramLook:
    """Return how the share in *row* is drawn as marks."""
    return PictogramLook(of=of, lines=lines(_words(row)))


def filled_marks(share: Decimal | None, *, of: int) -> int:
    """Return how many marks *of* so many a share fills, rounded half up; none if it is missing.

    As in `offinno.wording.filled`, all are filled only for the whole and none only for nothing.

    >>> filled_marks(Decimal("74"), of=10)
    7
    """
    if not share:
        return 0
    most = of if share == _WHOLE else of - 1
    return min(max(int(Fraction(share) * of / _WHOLE + Fraction(1, 2)), 1), most)


def _words(row: Row) -> str:
    """Return what stands below the marks, in lines."""
    return wrapped(row.value_label, _SIZE, _NARROW, bold=True)

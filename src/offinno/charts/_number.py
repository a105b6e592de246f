"""One figure, large."""

from math import ceil
from typing import ClassVar, Final, final

import altair as alt
import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import Cell, pixels_x, pixels_y, texts
from offinno.charts._measure import lines, widest, wrapped
from offinno.charts._row import Row

_LARGEST: Final = 64
_SENTENCE: Final = 22
_NARROW: Final = 300
_HIGH: Final = 1.15


@final
@attrs.frozen(kw_only=True)
class NumberLook(Frozen):
    """How one large figure is drawn: everything that is not the figure."""

    #: The columns that stand in the picture as text.
    shown: ClassVar = ("figure", "mark")
    #: The title stands below.
    title_below: ClassVar = True

    #: Height of the picture.
    height: int
    #: Size of the type in pixels.
    size: int
    #: Whether the mark of a note stands behind it.
    marked: bool

    @property
    def least(self) -> int:
        """The least width of the picture."""
        return _NARROW

    def narrower(self, rows: tuple[Row, ...]) -> "NumberLook":  # noqa: ARG002 - as all looks
        """Return this look, which fits a telephone."""
        return self

    def cells(self, rows: tuple[Row, ...]) -> tuple[Cell, ...]:
        """Return the figure in lines."""
        return tuple(_cell(row, self.size) for row in rows)

    def chart(self, data: alt.InlineData | alt.NamedData) -> alt.LayerChart:
        """Return the chart of *data*, which are cells."""
        figure: alt.Chart = (
            alt.Chart()
            .mark_text(
                style="offinno-number",
                align="left",
                baseline="top",
                fontSize=self.size,
                lineBreak="\n",
                lineHeight=self.size * _HIGH,
            )
            .encode(x=alt.value(0), y=pixels_y("y"), text=texts("figure"))
        )
        layers = (figure, self._mark()) if self.marked else (figure,)
        return alt.LayerChart(data=data, layer=list(layers), height=self.height)

    def _mark(self) -> alt.Chart:
        """Return the mark of a note, small and raised."""
        chart: alt.Chart = (
            alt.Chart()
            .mark_text(
                style="offinno-number", align="left", baseline="top", fontSize=self.size // 2
            )
            .encode(x=pixels_x("mark_x"), y=pixels_y("y"), text=texts("mark"))
        )
        return chart


def number_look(row: Row) -> NumberLook:
    """Return how *row* is drawn large: as large as it finds room in one line, or in lines."""
    width = widest(row.value_label, 1, bold=True)
    size = max(_SENTENCE, min(_LARGEST, int(_NARROW / width)))
    cell = _cell(row, size)
    height = int(size * _HIGH * lines(str(cell["figure"])))
    return NumberLook(height=height, size=size, marked=cell["mark"] is not None)


def _cell(row: Row, size: int) -> Cell:
    """Return the figure in lines of at most the width of a telephone.

    Behind a figure in one line the mark of its note stands by itself, so that it can be small.
    """
    figure = wrapped(row.value_label, size, _NARROW, bold=True)
    cell: Cell = {"key": row.key, "figure": figure, "y": 0, "mark": None, "mark_x": None}
    if row.mark and lines(figure) == 1 and figure.endswith(row.mark):
        bare = figure.removesuffix(row.mark)
        at = ceil(widest(bare, size, bold=True)) + 2
        cell |= {"figure": bare, "mark": row.mark, "mark_x": at}
    return cell

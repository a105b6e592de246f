"""How parts of a whole are drawn: stacked bars that lie, with their texts within or beside them."""

from collections.abc import Iterator
from math import ceil
from typing import ClassVar, Final, Literal, final

import altair as alt
import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import Cell, fill, has, pixels_y, texts, tip
from offinno.charts._on import style_on
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE
from offinno.charts._wholes._bars import bars_of_rows
from offinno.charts._wholes._place import BESIDE, FIGURE, PAD, inside_columns, placed

#: The least widths of a picture, in which its texts find room.
_WIDE: Final = 500
_NARROW: Final = 280
#: The room at the right for half an outline.
_EDGE: Final = 1
#: The blank between two parts.
_GAP: Final = 1.5

#: The columns of every cell, whatever its texts.
_BESIDE: Final = ("below", "under", "above")
_PLACES: Final = ("side", "figure_y", "label_y", "middle", "leader", "text_y")


@final
@attrs.frozen(kw_only=True)
class PartsLook(Frozen):
    """How parts of a whole are drawn: everything that is not a figure."""

    #: The title stands above.
    title_below: ClassVar = False

    #: Whether its texts are placed for a telephone.
    narrow: bool
    #: Whether the figures are shares, so that all bars are of one length.
    shares: bool
    #: Height of the picture.
    height: int
    #: The colours that texts stand on, each by its place in the palette.
    on: tuple[int, ...]
    #: Where texts stand beside leaders.
    beside: tuple[str, ...]
    #: What else there is.
    headings: bool
    missing: bool
    #: Whether the name of what is missing stands within the rest.
    named: bool

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns that stand in the picture as text."""
        inside = (column for series in self.on for column in inside_columns(series))
        reasons = inside_columns(None) if self.missing else ()
        return ("heading", *inside, *reasons, *self.beside)

    @property
    def least(self) -> int:
        """The least width of the picture."""
        return _NARROW if self.narrow else _WIDE

    def narrower(self, rows: tuple[Row, ...]) -> "PartsLook":
        """Return how *rows* are drawn where there is less room."""
        return self if self.narrow else parts_look(rows, shares=self.shares, narrow=True)

    def cells(self, rows: tuple[Row, ...]) -> tuple[Cell, ...]:
        """Return the rows with their places in the picture and their texts in lines."""
        blank: Cell = dict.fromkeys((*self.shown, *_PLACES))
        return tuple(blank | cell for cell in _cells(rows, shares=self.shares, narrow=self.narrow))

    def chart(self, data: alt.InlineData | alt.NamedData) -> alt.LayerChart:
        """Return the chart of *data*, which are cells."""
        layers = [self._bars(), *self._rests(), *self._leaders(), *self._headings()]
        for series in self.on:
            layers += self._inside(series)
        if self.named:
            layers += self._named()
        layers += [self._outside(side) for side in self.beside]
        return alt.LayerChart(data=data, layer=layers, height=self.height)

    def _x(self, field: str) -> alt.X:
        """Return a length along the bars, all of which is 1."""
        ends: list[float | alt.ExprRef] = [0, alt.ExprRef(f"width - {_EDGE}")]
        scale = alt.Scale(domain=[0, 1], range=ends, nice=False, zero=True)
        return alt.X(field=field, type="quantitative", scale=scale, axis=None)

    def _bars(self) -> alt.Chart:
        """Return the parts, with a blank after each."""
        chart: alt.Chart = (
            alt.Chart()
            .mark_bar(x2Offset=-_GAP)
            .encode(
                x=self._x("from"),
                x2=alt.X2(field="to"),
                y=pixels_y("top"),
                y2=alt.Y2(field="bottom"),
                fill=fill(),
                tooltip=tip(),
            )
            .transform_filter(has("from"))
        )
        return chart

    def _rests(self) -> Iterator[alt.Chart]:
        """Return the outline of what is missing: dashes, or dots where it is withheld."""
        if not self.missing:
            return
        withheld = alt.FieldEqualPredicate(field="state", equal="suppressed")
        chart: alt.Chart = (
            alt.Chart()
            .mark_bar(style="offinno-gap", filled=False, strokeWidth=1.5)
            .encode(
                x=self._x("rest"),
                x2=alt.X2(field="rest_end"),
                y=pixels_y("top"),
                y2=alt.Y2(field="bottom"),
                strokeDash=alt.condition(withheld, alt.value([1.5, 3]), alt.value([5, 3])),
            )
            .transform_filter(has("rest"))
        )
        yield chart

    def _leaders(self) -> Iterator[alt.Chart]:
        """Return the lines from parts to the texts beside them."""
        if not self.beside:
            return
        chart: alt.Chart = (
            alt.Chart()
            .mark_rule()
            .encode(x=self._x("middle"), y=pixels_y("leader"), y2=alt.Y2(field="text_y"))
            .transform_filter(has("middle"))
        )
        yield chart

    def _headings(self) -> Iterator[alt.Chart]:
        """Return the texts above bars, where there are several."""
        if not self.headings:
            return
        chart: alt.Chart = (
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
        yield chart

    def _inside(self, series: int) -> Iterator[alt.Chart]:
        """Return the figures and labels within parts of one colour."""
        same = alt.FieldEqualPredicate(field="series", equal=str(series))
        figure, label = inside_columns(series)
        text = alt.MarkDef(type="text", style=style_on(series), fontSize=FIGURE, fontWeight="bold")
        yield self._lines(text, "from", figure, "figure_y").transform_filter(same)
        text = alt.MarkDef(type="text", style=style_on(series), fontSize=LABEL)
        yield self._lines(text, "from", label, "label_y").transform_filter(same)

    def _named(self) -> Iterator[alt.Chart]:
        """Return the reason and the label within what is missing."""
        reason, label = inside_columns(None)
        text = alt.MarkDef(type="text", style="offinno-reason")
        yield self._lines(text, "open", reason, "figure_y")
        text = alt.MarkDef(type="text", style="offinno-label")
        yield self._lines(text, "open", label, "label_y")

    def _lines(self, mark: alt.MarkDef, x: str, field: str, y: str) -> alt.Chart:
        """Return texts within parts, each in lines that begin at the left edge of its part."""
        mark = mark.copy()
        for name, value in (("align", "left"), ("baseline", "middle"), ("dx", PAD)):
            mark[name] = value
        mark["lineBreak"], mark["lineHeight"] = "\n", LINE
        chart = alt.Chart(mark=mark).encode(x=self._x(x), y=pixels_y(y), text=texts(field))
        made: alt.Chart = chart.transform_filter(has(x)).transform_filter(has(y))
        return made

    def _outside(self, side: str) -> alt.Chart:
        """Return the texts on one side of their leaders."""
        align: Literal["left", "right"] = "left" if side == "below" else "right"
        chart: alt.Chart = (
            alt.Chart()
            .mark_text(
                style="offinno-label",
                align=align,
                baseline="middle",
                dx=BESIDE if side == "below" else -BESIDE,
                lineBreak="\n",
                lineHeight=LINE,
            )
            .encode(x=self._x("middle"), y=pixels_y("text_y"), text=texts(side))
            .transform_filter(alt.FieldEqualPredicate(field="side", equal=side))
        )
        return chart


def parts_look(rows: tuple[Row, ...], *, shares: bool, narrow: bool = False) -> PartsLook:
    """Return how *rows* are drawn as parts.

    Args:
        rows: What is shown.
        shares: Whether the figures are shares.
        narrow: Whether they are to fit a telephone.
    """
    cells = tuple(_cells(rows, shares=shares, narrow=narrow))
    found = {name for cell in cells for name in cell}
    return PartsLook(
        narrow=narrow,
        shares=shares,
        height=ceil(max(float(cell["end_y"] or 0) for cell in cells)),
        on=tuple(s for s in sorted({r.series for r in rows}) if inside_columns(s)[0] in found),
        beside=tuple(side for side in _BESIDE if side in found),
        headings=any(row.group for row in rows),
        missing=any(row.missing for row in rows),
        named="named" in found,
    )


def _cells(rows: tuple[Row, ...], *, shares: bool, narrow: bool) -> Iterator[Cell]:
    """Return *rows* with their places."""
    room = (_NARROW if narrow else _WIDE) - _EDGE
    return placed(bars_of_rows(rows, shares=shares), room=room)

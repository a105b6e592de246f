"""Tiles of one size in a grid: each with the name of its area and its figure.

Everything stands in pixels that are worked out here. An area without a colour is outlined: in
dashes what may not be compared, in dots what is missing, hatched what is withheld.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, ClassVar, Final, final

import altair as alt
import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import Cell, has, pixels_x, pixels_y, tip
from offinno.charts._maps._layouts import layouts
from offinno.charts._maps._legend import Legend, hollow_of
from offinno.charts._maps._marks import (
    dashes,
    is_hollow,
    legend_layers,
    of_shade,
    on_shade,
    rectangles,
    shade_fill,
    words,
)
from offinno.charts._measure import lines, width, wrapped
from offinno.charts._row import Row
from offinno.charts._shades import Scale
from offinno.charts._theme import LABEL, LINE

_GAP: Final = 4
_EDGE: Final = 7
_AIR: Final = 16
_HATCH: Final = 9
#: The width that all tiles find room in: that of a telephone.
_NARROW: Final = 304
_NARROW_SIZE: Final = 11.5
_NARROW_EDGE: Final = 4
#: The blank around all tiles, for their outlines.
_MARGIN: Final = 2
_HIGH: Final = 52
#: How many columns in the north-west must be free for a legend.
_CORNER: Final = 2
_HYPHEN: Final = re.compile(r"(?<=\w)-(?=\w)")
#: The most that tiles may take of a wide picture, and one of them.
_WIDE: Final = 528
_MOST: Final = 129
#: What stands in place of a blank where a name may break behind a hyphen.
_BREAK: Final = "\x00"


@final
@attrs.frozen(kw_only=True)
class TileLook(Frozen):
    """How a map of tiles is drawn: everything that is not a figure of an area."""

    #: The columns that stand in the picture as text.
    shown: ClassVar = ("heading", "legend", "name", "figure", "reason")
    #: The title stands above.
    title_below: ClassVar = False

    #: Where tiles stand, by the name of the layout.
    layout: str
    #: What colours them.
    scale: Scale
    #: What colours and outlines mean.
    legend: Legend
    #: The code of the area that stands out.
    highlight: str | None
    #: The shades that there are.
    shades: tuple[int, ...]
    #: Whether there are areas without a colour.
    hollow: bool
    #: Whether there are figures that are withheld.
    hatched: bool
    #: Whether it is for a telephone.
    narrow: bool
    #: How high a tile is.
    high: int
    #: The height of the picture.
    height: int
    #: The blank above the tiles.
    top: int

    @property
    def wide(self) -> int:
        """How wide a tile is."""
        columns = _columns(self.layout)
        most = (_NARROW if self.narrow else _WIDE) - 2 * _MARGIN
        room = (most + _GAP) // columns - _GAP
        return min(room, _MOST)

    @property
    def least(self) -> int:
        """The least width of the picture."""
        return _columns(self.layout) * (self.wide + _GAP) - _GAP + 2 * _MARGIN

    @property
    def legend_width(self) -> int:
        """The width of the legend: that of the free corner, or of the picture."""
        return _CORNER * self.wide if _free_rows(self.layout) else self.least

    def narrower(self, rows: tuple[Row, ...]) -> "TileLook":
        """Return how *rows* are drawn where there is less room."""
        return self if self.narrow else _sized(self, rows, narrow=True)

    def cells(self, rows: tuple[Row, ...]) -> tuple[Cell, ...]:
        """Return tiles with their texts in lines, by their shades, and the legend."""
        drawn = sorted(rows, key=lambda row: (_shade(row) is None, _shade(row)))
        tiles = [self._tile(row) for row in drawn]
        hatches = [line for tile in tiles for line in _hatches(tile)]
        legend = self.legend.cells(self.legend_width, x=1, y=1)
        every = [*tiles, *hatches, *legend]
        names = dict.fromkeys(name for cell in every for name in cell)
        return tuple(dict.fromkeys(names) | cell for cell in every)

    def marks(self, cells: Sequence[Mapping[str, Any]]) -> Mapping[str, int]:
        """Return how many marks of which kind the picture of *cells* must have."""
        drawn = sum(1 for cell in cells if cell["shade"] or cell["hollow"])
        return {"mark-rect": drawn + (self.highlight is not None)}

    def _tile(self, row: Row) -> Cell:
        """Return the tile of one area."""
        place = layouts()[self.layout][row.key]
        x = _MARGIN + place.column * (self.wide + _GAP)
        y = _MARGIN + self.top + place.row * (self.high + _GAP)
        edge, size = _edge(narrow=self.narrow), _size(narrow=self.narrow)
        name, figure = _tile_texts(row, self.wide - 2 * edge, size)
        above = (self.high - LINE * (lines(name) + lines(figure))) / 2 + LINE / 2
        return {
            "key": row.key,
            "name": name,
            "figure": None if row.missing else figure,
            "reason": figure if row.missing else None,
            "tip": f"{row.label}: {row.value_label}",
            "state": row.state,
            "shade": _shade(row),
            "hollow": hollow_of(row),
            "framed": row.key == self.highlight,
            "x": x,
            "x2": x + self.wide,
            "y": y,
            "y2": y + self.high,
            "text_x": x + edge,
            "text_y": y + above,
            "figure_y": y + above + LINE * lines(name),
        }

    def chart(self, data: alt.InlineData | alt.NamedData) -> alt.LayerChart:
        """Return the chart of *data*, which are cells."""
        layers = [*self._areas(), *self._texts(), *legend_layers()]
        return alt.LayerChart(data=data, layer=layers, height=self.height)

    def _areas(self) -> Iterator[alt.Chart]:
        """Return tiles, and the patches of the legend."""
        plain = alt.Chart().mark_rect().encode(fill=shade_fill(self.scale), tooltip=tip())
        yield rectangles(plain).transform_filter(has("shade"))
        if self.hatched:
            yield _hatching()
        if self.hollow:
            outlined = alt.Chart().mark_bar(style="offinno-hollow", filled=False)
            marked = outlined.encode(strokeDash=dashes(), tooltip=tip())
            yield rectangles(marked).transform_filter(is_hollow())
        if self.highlight is not None:
            frame = alt.Chart().mark_bar(style="offinno-frame", filled=False).encode(tooltip=tip())
            framed = alt.FieldEqualPredicate(field="framed", equal=True)
            yield rectangles(frame).transform_filter(framed)

    def _texts(self) -> Iterator[alt.Chart]:
        """Return names and figures, in the colour that stands out against their tile."""
        size, tiles = _size(narrow=self.narrow), has("figure_y")
        for shade in self.shades:
            style, only = on_shade(self.scale, shade), of_shade(shade)
            for text in self._named(style):
                yield text.transform_filter(tiles).transform_filter(only)
        if self.hollow:
            name, figure = self._named("offinno-label")
            reason = words("reason", "figure_y", "offinno-reason", size=size).encode(tooltip=tip())
            yield name.transform_filter(tiles).transform_filter(is_hollow())
            yield figure.transform_filter(tiles).transform_filter(is_hollow(figure=True))
            yield reason.transform_filter(tiles).transform_filter(is_hollow(figure=False))

    def _named(self, style: str) -> tuple[alt.Chart, alt.Chart]:
        """Return the names and the figures in tiles of one colour."""
        size = _size(narrow=self.narrow)
        name = words("name", "text_y", "offinno-label", style, size=size)
        figure = words("figure", "figure_y", "offinno-value", style, size=size)
        return name.encode(tooltip=tip()), figure.encode(tooltip=tip())


def _hatching() -> alt.Chart:
    """Return the lines over what is withheld."""
    chart: alt.Chart = (
        alt.Chart()
        .mark_rule(style="offinno-hatch")
        .encode(
            x=pixels_x("from_x"),
            x2=alt.X2(field="to_x"),
            y=pixels_y("from_y"),
            y2=alt.Y2(field="to_y"),
        )
        .transform_filter(has("from_x"))
    )
    return chart


def tile_look(
    rows: tuple[Row, ...], *, layout: str, scale: Scale, legend: Legend, highlight: str | None
) -> TileLook:
    """Return how *rows* are drawn as tiles.

    Args:
        rows: The areas.
        layout: The name of their layout.
        scale: What colours them.
        legend: What colours and outlines mean.
        highlight: The code of the area that stands out.
    """
    hollow = [hollow_of(row) for row in rows]
    look = TileLook(
        layout=layout,
        scale=scale,
        legend=legend,
        highlight=highlight,
        shades=tuple(sorted({shade for row in rows if (shade := _shade(row)) is not None})),
        hollow=any(hollow),
        hatched="suppressed" in hollow,
        narrow=False,
        high=0,
        height=0,
        top=0,
    )
    return _sized(look, rows, narrow=False)


def _sized(look: TileLook, rows: tuple[Row, ...], *, narrow: bool) -> TileLook:
    """Return a look with the heights that *rows* and the legend need."""
    bare = attrs.evolve(look, narrow=narrow)
    limit = bare.wide - 2 * _edge(narrow=narrow)
    found = (_tile_texts(row, limit, _size(narrow=narrow)) for row in rows)
    most = max(lines(name) + lines(figure) for name, figure in found)
    high = max(LINE * most + _AIR, _HIGH)
    free = _free_rows(look.layout) * (high + _GAP)
    top = max(look.legend.height(bare.legend_width) + _AIR - free, 0)
    deep = 1 + max(place.row for place in layouts()[look.layout].values())
    return attrs.evolve(
        bare, high=high, top=top, height=top + deep * (high + _GAP) - _GAP + 2 * _MARGIN
    )


def _shade(row: Row) -> int | None:
    """Return the shade of an area; None if it has no colour."""
    return None if hollow_of(row) else row.series


def _edge(*, narrow: bool) -> int:
    """Return the blank between the edge of a tile and its texts."""
    return _NARROW_EDGE if narrow else _EDGE


def _size(*, narrow: bool) -> float:
    """Return the size of type in tiles."""
    return _NARROW_SIZE if narrow else LABEL


def _columns(layout: str) -> int:
    """Return how many columns a layout has."""
    return 1 + max(place.column for place in layouts()[layout].values())


def _free_rows(layout: str) -> int:
    """Return above how many rows the north-west corner has room for a legend."""
    every = range(1 + max(place.row for place in layouts()[layout].values()))
    west = (min(p.column for p in layouts()[layout].values() if p.row == row) for row in every)
    return sum(1 for _ in takewhile(lambda column: column >= _CORNER, west))


def _tile_texts(row: Row, limit: float, size: float) -> tuple[str, str]:
    """Return name and figure of an area in lines; a name may break behind a hyphen."""
    parted = _HYPHEN.sub(f"-{_BREAK} ", row.label)
    name = wrapped(parted, size, limit) if width(row.label, size) > limit else row.label
    figure = wrapped(row.value_label, size, limit, bold=not row.missing)
    return name.replace(f"{_BREAK} ", "").replace(_BREAK, ""), figure


def _hatches(tile: Cell) -> Iterator[Cell]:
    """Return the lines over a tile whose figure is withheld, from its lower left upwards."""
    if tile["hollow"] != "suppressed":
        return
    x, x2, y, y2 = (float(tile[name] or 0) for name in ("x", "x2", "y", "y2"))
    high = y2 - y
    for at in range(_HATCH, int(x2 - x + high), _HATCH):
        yield {
            "from_x": max(x, x + at - high),
            "from_y": min(y2, y + at),
            "to_x": min(x2, x + at),
            "to_y": max(y, y + at - (x2 - x)),
        }

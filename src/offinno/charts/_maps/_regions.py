"""Regions in their colours, with the figure of each that has room for it.

A region without a colour is outlined and bears a sign: a ring for what is missing, a square for
what is withheld, a diamond for what may not be compared, a triangle for several values.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Any, ClassVar, Final, final

import altair as alt
import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import Cell, has, pixels_x, pixels_y, texts, tip
from offinno.charts._maps._geography import Ring
from offinno.charts._maps._legend import Legend, hollow_of
from offinno.charts._maps._marks import (
    is_hollow,
    legend_layers,
    of_shade,
    on_shade,
    rectangles,
    shade_fill,
    signs,
)
from offinno.charts._maps._projection import Cone, Extent, Projection, cone_of, extent_of
from offinno.charts._maps._spans import spans, spot_of
from offinno.charts._measure import widest
from offinno.charts._row import Row
from offinno.charts._shades import Scale

_WIDE: Final = 528
_NARROW: Final = 304
#: How high a map may be at the most.
_HIGH: Final = 520
#: The blank between legend and map, and around the map for its outlines.
_BETWEEN: Final = 24
_EDGE: Final = 4
#: A map beside its legend may be so much smaller than one below it.
_SMALLER: Final = 0.9
#: How far apart the lines are by which a free corner is looked for.
_LEVEL: Final = 4
_SIZE: Final = 12
_AIR: Final = 8
#: The room for a sign.
_SIGN: Final = 12
#: Decimals of degrees in a picture: about a metre.
_DECIMALS: Final = 5


@final
@attrs.frozen(cache_hash=True)
class Land(Frozen):
    """All regions of a map by their codes."""

    #: Codes and polygons: of each the outer ring, then holes.
    regions: tuple[tuple[str, tuple[tuple[Ring, ...], ...]], ...]

    @property
    def positions(self) -> list[tuple[float, float]]:
        """All positions."""
        rings = (ring for _, polygons in self.regions for polygon in polygons for ring in polygon)
        return [position for ring in rings for position in ring]

    def features(self) -> list[dict[str, Any]]:
        """Return the regions as rows with a shape of GeoJSON each."""
        return [{"key": code, "shape": _feature(polygons)} for code, polygons in self.regions]


def _feature(polygons: Sequence[Sequence[Ring]]) -> dict[str, Any]:
    """Return polygons as a feature of GeoJSON."""
    coordinates = [
        [[[round(x, _DECIMALS), round(y, _DECIMALS)] for x, y in ring] for ring in polygon]
        for polygon in polygons
    ]
    geometry = {"type": "MultiPolygon", "coordinates": coordinates}
    return {"type": "Feature", "geometry": geometry, "properties": {}}


@final
@attrs.frozen(kw_only=True)
class RegionLook(Frozen):
    """How regions are drawn: everything that is not a figure of an area."""

    #: The columns that stand in the picture as text.
    shown: ClassVar = ("heading", "legend", "figure")
    #: The title stands above.
    title_below: ClassVar = False

    #: The regions.
    land: Land
    #: Where they stand in the picture.
    projection: Projection
    #: What colours them.
    scale: Scale
    #: What colours and signs mean.
    legend: Legend
    #: How wide the legend is.
    legend_width: int
    #: The code of the region that stands out.
    highlight: str | None
    #: The shades that there are.
    shades: tuple[int, ...]
    #: Whether there are regions without a colour.
    hollow: bool
    #: Whether it is for a telephone.
    narrow: bool
    #: The height of the picture.
    height: int
    #: The least width of the picture.
    least: int

    def narrower(self, rows: tuple[Row, ...]) -> "RegionLook":
        """Return how *rows* are drawn where there is less room."""
        del rows  # the room that regions need is that of the geography
        return self if self.narrow else _placed(self, narrow=True)

    def cells(self, rows: tuple[Row, ...]) -> tuple[Cell, ...]:
        """Return regions with their labels, by their shades, and the legend."""
        polygons = dict(self.land.regions)
        drawn = sorted(rows, key=lambda row: (_shade(row) is None, _shade(row)))
        regions = [self._region(row, polygons[row.key]) for row in drawn]
        every = [*regions, *map(_with_sign, self.legend.cells(self.legend_width, x=1, y=1))]
        names = dict.fromkeys(name for cell in every for name in cell)
        return tuple(dict.fromkeys(names) | cell for cell in every)

    def marks(self, cells: Sequence[Mapping[str, Any]]) -> Mapping[str, int]:
        """Return how many marks of which kind the picture of *cells* must have."""
        regions = sum(1 for cell in cells if cell["region"])
        return {"mark-shape": regions + (self.highlight is not None)}

    def _region(self, row: Row, polygons: Sequence[Sequence[Ring]]) -> Cell:
        """Return one region: with its figure where there is room, with its marks in any case."""
        hollow = hollow_of(row)
        wide = _SIGN if hollow else widest(row.value_label, _SIZE, bold=True) + _AIR
        pixels = [[list(map(self.projection.pixels, ring)) for ring in p] for p in polygons]
        spot = spot_of(pixels, wide=wide, high=_SIZE)
        figure = row.value_label if wide <= spot.room and not hollow else row.mark or None
        return {
            "key": row.key,
            "region": True,
            "figure": figure,
            "tip": f"{row.label}: {row.value_label}",
            "state": row.state,
            "shade": _shade(row),
            "hollow": hollow,
            "framed": row.key == self.highlight,
            "label_x": None if figure is None else spot.x + (_SIGN if hollow else 0),
            "label_y": spot.y,
            "sign_x": spot.x if hollow else None,
            "sign_y": spot.y,
        }

    def chart(self, data: alt.InlineData | alt.NamedData) -> alt.LayerChart:
        """Return the chart of *data*, which are cells."""
        # A plain mapping, as Altair moves the rows of its own kind of data to another place.
        shapes = {"data": {"values": self.land.features()}, "key": "key", "fields": ["shape"]}
        layers = [*self._areas(), *self._texts(), *legend_layers()]
        return alt.LayerChart(
            data=data,
            transform=[alt.LookupTransform(lookup="key", **{"from": shapes})],
            layer=layers,
            height=self.height,
        )

    def _areas(self) -> Iterator[alt.Chart]:
        """Return regions, and the patches of the legend."""
        region = alt.FieldEqualPredicate(field="region", equal=True)
        filled = self._shapes(alt.Chart().mark_geoshape()).encode(fill=shade_fill(self.scale))
        yield filled.transform_filter(region).transform_filter(has("shade"))
        patch = rectangles(alt.Chart().mark_rect()).encode(fill=shade_fill(self.scale))
        yield patch.transform_filter(has("x")).transform_filter(has("shade"))
        if self.hollow:
            outlined = alt.Chart().mark_geoshape(style="offinno-hollow", filled=False)
            yield self._shapes(outlined).transform_filter(region).transform_filter(is_hollow())
            empty = rectangles(alt.Chart().mark_bar(style="offinno-hollow", filled=False))
            yield empty.transform_filter(has("x")).transform_filter(is_hollow())
            yield signs()
        if self.highlight is not None:
            frame = self._shapes(alt.Chart().mark_geoshape(style="offinno-frame", filled=False))
            yield frame.transform_filter(alt.FieldEqualPredicate(field="framed", equal=True))

    def _shapes(self, chart: alt.Chart) -> alt.Chart:
        """Return marks in the shapes of regions."""
        shape = alt.Shape(field="shape", type="geojson")
        placed: alt.Chart = chart.encode(shape=shape, tooltip=tip())
        placed.projection = self.projection.altair()
        return placed

    def _texts(self) -> Iterator[alt.Chart]:
        """Return figures, in the colour that stands out against their region."""
        for shade in self.shades:
            label = _label(on_shade(self.scale, shade))
            yield label.transform_filter(has("label_x")).transform_filter(of_shade(shade))
        if self.hollow:
            label = _label("offinno-label")
            yield label.transform_filter(has("label_x")).transform_filter(is_hollow())


def _label(style: str) -> alt.Chart:
    """Return the figures in regions of one colour."""
    chart: alt.Chart = (
        alt.Chart()
        .mark_text(
            style=["offinno-value", style], align="center", baseline="middle", fontSize=_SIZE
        )
        .encode(x=pixels_x("label_x"), y=pixels_y("label_y"), text=texts("figure"), tooltip=tip())
    )
    return chart


def _with_sign(cell: Cell) -> Cell:
    """Return a line of the legend with the place of the sign in its patch."""
    if not cell.get("hollow"):
        return cell
    x, x2, y, y2 = (float(cell[name] or 0) for name in ("x", "x2", "y", "y2"))
    return cell | {"sign_x": (x + x2) / 2, "sign_y": (y + y2) / 2}


def _shade(row: Row) -> int | None:
    """Return the shade of an area; None if it has no colour."""
    return None if hollow_of(row) else row.series


def region_look(
    rows: tuple[Row, ...], *, land: Land, scale: Scale, legend: Legend, highlight: str | None
) -> RegionLook:
    """Return how *rows* are drawn as regions.

    Args:
        rows: The areas.
        land: Their regions.
        scale: What colours them.
        legend: What colours and signs mean.
        highlight: The code of the region that stands out.
    """
    look = RegionLook(
        land=land,
        projection=Projection(cone=cone_of(land.positions), scale=1, x=0, y=0),
        scale=scale,
        legend=legend,
        legend_width=0,
        highlight=highlight,
        shades=tuple(sorted({shade for row in rows if (shade := _shade(row)) is not None})),
        hollow=any(map(hollow_of, rows)),
        narrow=False,
        height=0,
        least=0,
    )
    return _placed(look, narrow=False)


def _placed(look: RegionLook, *, narrow: bool) -> RegionLook:
    """Return a look with map and legend where there is room for them.

    The legend stands in the north-western corner, as far above the map as it must; or the map
    stands beside it, where it has room there.
    """
    room = _NARROW if narrow else _WIDE
    cone, legend = look.projection.cone, look.legend
    extent = extent_of(cone, look.land.positions)
    legend_width = min(legend.widest(), room)
    legend_high = legend.height(legend_width)
    left = legend_width + _BETWEEN
    alone = extent.within(room - 2 * _EDGE, _HIGH)
    aside = extent.within(max(room - left - 2 * _EDGE, 1), _HIGH)
    if aside >= _SMALLER * alone:
        scale, x, y = aside, left, 0.0
    else:
        scale, x = alone, 0
        map_ = _projection(cone, extent, scale, 0, 0)
        y = _below(look.land, map_, left, legend_high + _BETWEEN)
    across, down = scale * (extent.east - extent.west), scale * (extent.south - extent.north)
    return attrs.evolve(
        look,
        narrow=narrow,
        projection=_projection(cone, extent, scale, x, y),
        legend_width=legend_width,
        height=max(ceil(y + down + 2 * _EDGE), legend_high),
        least=ceil(max(x + across + 2 * _EDGE, legend_width)),
    )


def _projection(cone: Cone, extent: Extent, scale: float, x: float, y: float) -> Projection:
    """Return the projection by which a map begins at a place."""
    return Projection(
        cone=cone,
        scale=round(scale, 2),
        x=round(x + _EDGE - scale * extent.west, 2),
        y=round(y + _EDGE - scale * extent.north, 2),
    )


def _below(land: Land, projection: Projection, width: float, height: float) -> float:
    """Return how far down a map must stand so that a box in its corner is free."""
    rings = [
        [list(map(projection.pixels, ring)) for ring in polygon]
        for _, polygons in land.regions
        for polygon in polygons
    ]
    levels = range(0, ceil(height), _LEVEL)
    taken = (
        level
        for level in levels
        if any(start < width for polygon in rings for start, _ in spans(polygon, level))
    )
    return max(height - next(taken, height), 0)

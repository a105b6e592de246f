"""From degrees to pixels: the equal-area projection that every map of regions is drawn in.

A map that is coloured by area must not make one area larger than it is beside another. So the
projection is Albers' conic one, which keeps areas and, between its two parallels, shapes nearly
too: for Norway and the Nordic countries better than Mercator's, in which Finnmark is twice as
large beside Agder as on the globe. Its meridian stands in the middle of the regions and its
parallels at a sixth from their northern and southern ends.

The sums are those of the drawing engine (``conicEqualArea`` of d3-geo), so that labels and marks
can be placed in pixels without asking it.
"""

from collections.abc import Iterable, Sequence
from math import cos, radians, sin, sqrt
from typing import Final, final

import altair as alt
import attrs

from offinno._frozen import Frozen
from offinno.charts._maps._geography import Position

_SIXTH: Final = 6


@final
@attrs.frozen(kw_only=True)
class Cone(Frozen):
    """Albers' projection about a meridian."""

    #: The meridian in the middle, in whole degrees east.
    meridian: int
    #: The two parallels that keep shapes, in whole degrees north.
    parallels: tuple[int, int]

    def flat(self, position: Position) -> tuple[float, float]:
        """Return where a position stands on a plane of the globe's radius; down is more."""
        south, north = (radians(parallel) for parallel in self.parallels)
        n = (sin(south) + sin(north)) / 2
        c = 1 + sin(south) * (2 * n - sin(south))
        away = sqrt(max(c - 2 * n * sin(radians(position[1])), 0)) / n
        turn = n * radians((position[0] - self.meridian + 180) % 360 - 180)
        return away * sin(turn), away * cos(turn) - sqrt(c) / n


@final
@attrs.frozen(kw_only=True)
class Projection(Frozen):
    """A cone, and how large and where the map is."""

    #: How the globe becomes flat.
    cone: Cone
    #: Pixels for the radius of the globe.
    scale: float
    #: Where the middle meridian meets the equator, in pixels.
    x: float
    #: The same, downwards.
    y: float

    def pixels(self, position: Position) -> tuple[float, float]:
        """Return where a position stands in the picture."""
        x, y = self.cone.flat(position)
        return self.x + self.scale * x, self.y + self.scale * y

    def altair(self) -> alt.Projection:
        """Return the same for a chart."""
        return alt.Projection(
            type="conicEqualArea",
            center=[0, 0],
            rotate=[-self.cone.meridian, 0, 0],
            parallels=list(self.cone.parallels),
            scale=self.scale,
            translate=[self.x, self.y],
        )


def cone_of(positions: Iterable[Position]) -> Cone:
    """Return the cone for what reaches over these positions."""
    east, north = zip(*positions, strict=True)
    low, high = min(north), max(north)
    south, top = round(low + (high - low) / _SIXTH), round(high - (high - low) / _SIXTH)
    if south + top == 0:  # a cone about the equator would be a cylinder
        top += 1
    return Cone(meridian=round((min(east) + max(east)) / 2), parallels=(south, top))


@final
@attrs.frozen(kw_only=True)
class Extent(Frozen):
    """How far regions reach on the plane of a cone."""

    #: Their western, northern, eastern and southern ends.
    west: float
    north: float
    east: float
    south: float

    def within(self, width: float, height: float) -> float:
        """Return how many pixels the radius of the globe may have in a box."""
        return min(width / (self.east - self.west), height / (self.south - self.north))


def extent_of(cone: Cone, positions: Sequence[Position]) -> Extent:
    """Return how far positions reach on a cone."""
    across, down = zip(*map(cone.flat, positions), strict=True)
    return Extent(west=min(across), north=min(down), east=max(across), south=max(down))

"""Where within a region there is room for a label, and where its middle is."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._maps._geography import area_of

#: A place in pixels.
Pixel = tuple[float, float]
#: An outline and its holes.
Polygon = Sequence[Sequence[Pixel]]

#: At how many heights a place is looked for.
_HEIGHTS: Final = 15


@final
@attrs.frozen(kw_only=True)
class Spot(Frozen):
    """A place within a region."""

    #: Its middle, in pixels.
    x: float
    #: The same, downwards.
    y: float
    #: How wide a line of text may be there; nothing if none fits at all.
    room: float


def spot_of(polygons: Sequence[Polygon], *, wide: float, high: float) -> Spot:
    """Return the place within a region for a line of text.

    It is in the middle of the region where a line fits there, else as near to it as one does,
    and where none fits the place with most room. Of several polygons the largest comes first.

    Args:
        polygons: The polygons of a region in pixels, each an outline and its holes.
        wide: How wide the line is.
        high: How high it is.
    """
    largest = sorted(polygons, key=lambda rings: abs(area_of(rings[0])), reverse=True)
    spots = [_spot(rings, wide, high) for rings in largest]
    return next((spot for spot in spots if spot.room >= wide), spots[0])


def _spot(rings: Polygon, wide: float, high: float) -> Spot:
    """Return the place within one polygon."""
    down = [y for _, y in rings[0]]
    top, below = min(down), max(down)
    middle = (top + below) / 2
    levels = [top + (below - top) * (at + 0.5) / _HEIGHTS for at in range(_HEIGHTS)]
    places = [
        (end - start, -abs(level - middle), (start + end) / 2, level)
        for level in levels
        for start, end in _common(rings, (level - high / 2, level, level + high / 2))
    ]
    enough = [(near, room, x, y) for room, near, x, y in places if room >= wide]
    if enough:
        _, room, x, y = max(enough)
        return Spot(x=x, y=y, room=room)
    if places:
        room, _, x, y = max(places)
        return Spot(x=x, y=y, room=room)
    _, x, y = max(
        (end - start, (start + end) / 2, level)
        for level in levels
        for start, end in spans(rings, level)
    )
    return Spot(x=x, y=y, room=0)


def _common(rings: Sequence[Sequence[Pixel]], levels: Iterable[float]) -> list[Pixel]:
    """Return the stretches that lie within *rings* at all of some heights."""
    first, *others = (spans(rings, level) for level in levels)
    found = first
    for more in others:
        found = [
            (max(start, other), min(end, stop))
            for start, end in found
            for other, stop in more
            if max(start, other) < min(end, stop)
        ]
    return found


def spans(rings: Sequence[Sequence[Pixel]], level: float) -> list[Pixel]:
    """Return the stretches of a horizontal line that lie within *rings*, from the left."""
    crossings = sorted(
        x + (level - y) * (next_x - x) / (next_y - y)
        for ring in rings
        for (x, y), (next_x, next_y) in pairwise(ring)
        if (y > level) is not (next_y > level)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))

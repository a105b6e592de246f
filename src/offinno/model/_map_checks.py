"""Whether a block of a sheet can draw its figures as a map."""

from collections.abc import Iterator

from offinno.exceptions import UnknownName
from offinno.model._area import Area, UnknownArea
from offinno.model._checks import Contradiction, Finding
from offinno.model._comparison import Comparison
from offinno.model._indicator import Indicator
from offinno.model._map_blocks import Choropleth, TileMap
from offinno.model._status import Measuring
from offinno.units import Kind

#: The countries that have tiles: the Nordic ones, with the areas that govern themselves.
TILED = frozenset({"DK", "FI", "IS", "NO", "SE", "AX", "FO", "GL"})

#: Kinds of unit whose figures are totals, unless they are means.
_TOTALS = frozenset({Kind.COUNT, Kind.MONEY, Kind.PHYSICAL})


def is_total(indicator: Indicator) -> bool:
    """Return whether figures grow with the number of people and not only with what they do.

    Counts, amounts of money and lengths do, unless the indicator says that they are means.
    """
    return indicator.unit.kind in _TOTALS and indicator.measuring is not Measuring.MEAN


def wrong_map(shown: Indicator, block: TileMap | Choropleth) -> Iterator[Finding]:
    """Return why figures cannot be drawn as the map that a block says.

    Args:
        shown: The figures.
        block: The block.
    """
    if is_total(shown) and not block.totals:
        remedy = "divide them first, or say that totals are meant, totals: true"
        yield ("figure",), f"indicator {shown.key!r}: a map shows no totals; {remedy}"
    lists = sorted({area.list for area in shown.areas})
    if len(lists) > 1:
        yield ("figure",), f"indicator {shown.key!r}: areas of two lists, {' and '.join(lists)}"
    elif isinstance(block, TileMap):
        yield from _no_tiles(shown)
    try:
        names = Comparison.of(shown).names
    except Contradiction as problem:
        yield ("figure",), str(problem)
        return
    if block.reference is not None and block.reference not in names:
        yield ("reference",), str(UnknownName("member", block.reference, names))
    if block.highlight is not None and block.highlight not in names:
        yield from _no_area(block.highlight)


def _no_tiles(shown: Indicator) -> Iterator[Finding]:
    """Return the first area that has no tile."""
    lost = [a for a in shown.areas if not (a.list.startswith("counties ") or a.code in TILED)]
    if lost:
        problem = (
            f"{lost[0].code!r} has no tile; a tile map has the counties of Norway of one division "
            "or the Nordic countries, so leave the figure out, or rank the figures"
        )
        yield ("figure",), f"indicator {shown.key!r}: {problem}"


def _no_area(code: str) -> Iterator[Finding]:
    """Return why nothing on a map has a code; an area without a figure may stand out too."""
    try:
        Area(code)
    except UnknownArea as problem:
        yield ("highlight",), str(problem)

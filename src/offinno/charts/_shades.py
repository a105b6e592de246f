"""Colours of areas in as many shades as maps have, and the colour of text on each.

A palette of a theme has as many colours as its maker likes; a map has a fixed number of shades,
so that a chart can name a shade without knowing any colour. Shades between two colours of a
palette are mixed.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal

from offinno.charts._on import text_on

#: Which palette of a theme colours areas, by the name that Vega-Lite has for it.
Scale = Literal["ordinal", "diverging"]

#: How many shades there are: from little to much, and from one side of zero to the other.
SHADES: Final[Mapping[Scale, int]] = MappingProxyType({"ordinal": 6, "diverging": 7})


def shaded(colours: Sequence[str], count: int) -> list[str]:
    """Return so many shades from the first of *colours* to the last, at equal distances.

    >>> shaded(["#000000", "#ffffff"], 3)
    ['#000000', '#808080', '#ffffff']
    """
    last = len(colours) - 1
    places = (at * last / (count - 1) for at in range(count))
    return [_mixed(colours, place) for place in places]


def _mixed(colours: Sequence[str], place: float) -> str:
    """Return the colour at a place, of which the whole numbers are the colours themselves."""
    at = int(place)
    one, other = colours[at], colours[min(at + 1, len(colours) - 1)]
    parts = ((int(one[n : n + 2], 16), int(other[n : n + 2], 16)) for n in (1, 3, 5))
    return "#" + "".join(f"{int(a + (b - a) * (place - at) + 0.5):02x}" for a, b in parts)


def legible(shade: str, *, ink: str, paper: str) -> str:
    """Return the colour of text on a shade: ink or paper if that can be read, else another.

    >>> legible("#13517d", ink="#000000", paper="#ffffff")
    '#ffffff'
    """
    return text_on(shade, ink=ink, paper=paper)

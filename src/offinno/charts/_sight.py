"""How far colours are apart for everybody, those included who do not see red, green or blue.

The sums are those named in `offinno.charts._palettes`.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from math import dist
from typing import Final

from offinno.charts._colour import linear

#: A colour as three amounts, and three rows of numbers by which it is turned into another.
Three = tuple[float, float, float]
_Matrix = tuple[Three, Three, Three]

_ALL: Final[_Matrix] = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
#: Machado, Oliveira and Fernandes (2009): without red, without green, without blue.
_SIGHTS: Final[tuple[_Matrix, ...]] = (
    _ALL,
    (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
)
#: From linear sRGB to the tristimulus values of CIE 1931 (IEC 61966-2-1), as parts of white.
_TO_XYZ: Final[_Matrix] = (
    (0.4339499, 0.3762098, 0.1898403),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0177566, 0.1094680, 0.8727754),
)
_EDGE: Final = 6 / 29


def distance(one: str, other: str) -> float:
    """Return how far two colours are apart for whoever tells them apart least; 2.3 is just seen.

    >>> round(distance("#000000", "#ffffff")), distance("#0b5c8a", "#0b5c8a")
    (100, 0.0)
    """
    return min(dist(a, b) for a, b in zip(_seen(one), _seen(other), strict=True))


def alike(colours: Sequence[str], least: float) -> Iterator[tuple[str, str]]:
    """Return the pairs of colours that somebody sees less than *least* apart.

    >>> list(alike(["#0b5c8a", "#ba7a14", "#0b5c8b"], 5))
    [('#0b5c8a', '#0b5c8b')]
    """
    return (pair for pair in combinations(colours, 2) if distance(*pair) < least)


@lru_cache(maxsize=256)
def _seen(colour: str) -> tuple[Three, ...]:
    """Return lightness and hue of a colour, in CIE L*a*b*, in each sight."""
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return tuple(_lab(_turned(sight, (red, green, blue))) for sight in _SIGHTS)


def _lab(light: Three) -> Three:
    """Return lightness and hue of amounts of light."""
    red, green, blue = (min(max(part, 0), 1) for part in light)
    x, y, z = map(_root, _turned(_TO_XYZ, (red, green, blue)))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return part ** (1 / 3) if part > _EDGE**3 else part / (3 * _EDGE**2) + 4 / 29


def _turned(matrix: _Matrix, colour: Three) -> Three:
    """Return a colour turned by a matrix."""
    first, second, third = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return first, second, third

"""Colours as amounts of light, and how far two of them are apart."""

import re
from typing import Final

from offinno.charts._errors import BadColour

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_DARK: Final = 0.04045


def check_colour(_: object, __: object, colour: object) -> None:
    """Refuse what is not written as six hexadecimal digits.

    Raises:
        BadColour: If it is anything else.
    """
    if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
        raise BadColour(str(colour))


def check_colours(_: object, __: object, colours: tuple[str, ...]) -> None:
    """Refuse a palette that holds no colours, or anything else.

    Raises:
        BadColour: If there is none, or one is none.
    """
    if not colours:
        raise BadColour("")
    for colour in colours:
        check_colour(None, None, colour)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1.

    >>> luminance("#ffffff")
    1.0
    """
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """Return one part of a colour as an amount of light."""
    return part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4

"""Colours as amounts of light, and how far two of them are apart."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from offinno.charts._errors import BadColour, NotSuitable

if TYPE_CHECKING:
    import attrs

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_DARK: Final = 0.04045


def check_colour(_: object, __: object, colour: object) -> None:
    """Refuse what is not written as six hexadecimal digits.

    Raises:
        BadColour: If it is anything else.
    """
    if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
        raise BadColour(str(colour))


def as_colours(given: Any) -> Any:  # noqa: ANN401 - whatever it is, the check below looks at it
    """Return colours as a tuple; a single one stays a text, to be refused."""
    return tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else given


def check_colours(_: object, field: "attrs.Attribute[tuple[str, ...]]", colours: object) -> None:
    """Refuse a palette that holds no colours, or anything else.

    Raises:
        NotSuitable: If it is no list of them.
        BadColour: If one is none.
    """
    if not isinstance(colours, tuple) or not colours:
        right, remedy = "colours in a list", f"write it as in {field.name}=['#12507b', '#8a5a00']"
        raise NotSuitable(field.name, right, repr(colours), remedy)
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
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    """Return one part of a colour as an amount of light."""
    return part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4

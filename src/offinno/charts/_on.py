"""Texts on coloured marks: by the name of a style for each colour of the palette.

A look knows no colours, so it names the style of the colour that a text stands on, and a theme
gives that style the colour of text that is read best there.
"""

from collections.abc import Sequence
from typing import Any, Final

from offinno.charts._colour import contrast

#: How many colours have a style, those of a palette one after another.
MOST_SERIES: Final = 12
_TEXT: Final = 4.5
#: One of the two can be read on any colour: their contrasts multiply to 21.
_LAST: Final = ("#ffffff", "#000000")


def style_on(series: int) -> str:
    """Return the name of the style of texts on a colour of the palette, counted from 1.

    >>> style_on(2)
    'offinno-on-2'
    """
    return f"offinno-on-{series}"


def styles_on(palette: Sequence[str], *, ink: str, paper: str) -> dict[str, Any]:
    """Return the styles of texts on the colours of a palette.

    Args:
        palette: The colours of marks.
        ink: The colour of text on paper.
        paper: The ground of a picture.

    >>> styles_on(["#0b5c8a"], ink="#16212c", paper="#ffffff")["offinno-on-1"]
    {'color': '#ffffff'}
    """
    return {
        style_on(at + 1): {"color": text_on(palette[at % len(palette)], ink=ink, paper=paper)}
        for at in range(MOST_SERIES)
    }


def text_on(colour: str, *, ink: str, paper: str) -> str:
    """Return the colour of text on *colour*: paper or ink if that can be read, else another.

    >>> text_on("#8296a8", ink="#16212c", paper="#ffffff")
    '#16212c'
    """
    best = max((paper, ink), key=lambda text: contrast(text, colour))
    if contrast(best, colour) >= _TEXT:
        return best
    return max(_LAST, key=lambda text: contrast(text, colour))

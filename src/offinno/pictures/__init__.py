"""Finished Vega-Lite specification in, SVG, PNG or PDF bytes out.

Drawing happens in one reusable child process that is killed at a time limit, limited in memory
where the system can, and replaced when it dies; a specification is checked before it is sent
there and the picture when it comes back. Nothing is fetched, and a picture holds nothing that
fetches, links or runs.

This package knows nothing of figures, units or charts: who made the specification, and of what,
is not its business.
"""

from offinno.pictures._draw import draw, drawn_in_turn
from offinno.pictures._errors import (
    BadLogo,
    MissingExtra,
    MissingGlyphs,
    PictureFailed,
    PictureTimedOut,
    SpecRefused,
    UnsafePicture,
)
from offinno.pictures._families import with_readable_font
from offinno.pictures._logo import Logo
from offinno.pictures._order import FORMATS, Format, Order
from offinno.pictures._spec import check_spec
from offinno.pictures._svg import Seen, seen, texts

__all__ = [
    "FORMATS",
    "BadLogo",
    "Format",
    "Logo",
    "MissingExtra",
    "MissingGlyphs",
    "Order",
    "PictureFailed",
    "PictureTimedOut",
    "Seen",
    "SpecRefused",
    "UnsafePicture",
    "check_spec",
    "draw",
    "drawn_in_turn",
    "seen",
    "texts",
    "with_readable_font",
]

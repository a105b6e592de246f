"""What an SVG picture may hold: the elements and attributes of a static drawing, and no more.

Listed is what may be there, not what may not, so that whatever the drawing engine learns to
write is refused until somebody has looked at it.
"""

import re
from typing import Final

_ELEMENTS = """
    svg g path rect line circle text tspan defs clipPath pattern linearGradient radialGradient stop
"""

_ATTRIBUTES = """
    version width height viewBox preserveAspectRatio transform display opacity direction
    d x y x1 x2 y1 y2 dx dy cx cy r fx fy fr offset points
    fill fill-opacity stroke stroke-opacity stroke-width stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-dasharray stroke-dashoffset stop-color stop-opacity clip-path
    font-size font-style font-weight font-variant text-anchor
"""

#: The elements that are kept.
ELEMENTS: Final = frozenset(_ELEMENTS.split())

#: The elements that hold text.
TEXTS: Final = frozenset({"text", "tspan"})

#: The attributes that are kept.
ATTRIBUTES: Final = frozenset(_ATTRIBUTES.split())

#: The attributes that are left out: the engine's English labels for screen readers, which may
#: not read the children of an image anyway, and what only matters to a mouse.
DROPPED: Final = re.compile(r"role|aria-[a-z]+|pointer-events|cursor")

#: The classes that are kept: the engine's own, and none that a specification names.
CLASS: Final = re.compile(r"(?:mark|role)-[a-z-]+|background|foreground|marks|root")

#: What an attribute may hold beside calls: no quotes, escapes, colons, brackets or slashes.
PLAIN: Final = re.compile(r"[\w\s#%.,+-]*")

#: The functions of transforms and colours, with numbers in them.
CALL: Final = re.compile(
    r"\b(?:translate|rotate|scale|matrix|rgba?|hsla?|hwb|lab|lch|oklab|oklch)\([-\w\s%.,+/]*\)"
)

#: The only inline style that the engine writes.
STYLE: Final = re.compile(r"mix-blend-mode: ?[a-z-]+;?")

#: A reference to an element of the same picture.
REFERENCE: Final = re.compile(r"url\(#([\w-]+)\)")

#: A family of fonts: words without quotes.
FAMILY: Final = re.compile(r"[\w&.-]+(?: [\w&.-]+)*")

#: A family that needs no quotes.
BARE_FAMILY: Final = re.compile(r"-?[^\W\d][\w-]*(?: -?[^\W\d][\w-]*)*")

#: The families that every system has a font for.
GENERIC: Final = frozenset({"serif", "sans-serif", "monospace"})

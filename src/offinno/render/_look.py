"""The colours of a page, made from the theme of its pictures.

A theme promises that its text can be read on its paper. A page has more grounds than that: a
band in the accent colour, tinted boxes. What stands on them is moved towards ink, or the ground
towards paper, until WCAG 2.2 AA holds for every pair.
"""

import re
from typing import Final

from offinno.charts import Theme

_READABLE: Final = 4.5
_STEPS: Final = 20
_DARK: Final = 0.04045
_FONTS: Final = re.compile(r"[A-Za-z0-9 ,'\"-]{1,200}")
_PLAIN_FONTS: Final = "sans-serif"


def variables(theme: Theme) -> dict[str, str]:
    """Return the variables of the style sheet.

    >>> from offinno.charts import Theme
    >>> variables(Theme())["paper"]
    '#ffffff'
    """
    paper, ink = theme.paper, theme.ink
    accent = _towards(theme.palette[0], ink, paper)
    words = (ink, theme.quiet, accent)
    on_accent = max(paper, ink, key=lambda colour: contrast(colour, accent))
    return {
        "paper": paper,
        "ink": ink,
        "quiet": theme.quiet,
        "accent": accent,
        "on-accent": on_accent,
        "on-accent-quiet": _towards(mixed(accent, on_accent, 0.8), on_accent, accent),
        "tint": _ground(paper, theme.palette[0], words),
        "warm": _ground(paper, theme.palette[2 % len(theme.palette)], words),
        "line": theme.grid,
        "rule": theme.line,
        "sans": theme.font if _FONTS.fullmatch(theme.font) else _PLAIN_FONTS,
    }


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, part: float) -> str:
    """Return the colour that is *part* of the way from *one* to *other*.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def _towards(colour: str, end: str, ground: str) -> str:
    """Return *colour* moved towards *end* as little as makes it readable on *ground*."""
    steps = (mixed(colour, end, step / _STEPS) for step in range(_STEPS))
    return next((c for c in steps if contrast(c, ground) >= _READABLE), end)


def _ground(paper: str, colour: str, words: tuple[str, ...]) -> str:
    """Return *paper* with a touch of *colour*, as faint as *words* on it need it to be."""
    grounds = (mixed(paper, colour, part) for part in (0.08, 0.06, 0.04, 0.02))
    readable = (g for g in grounds if all(contrast(w, g) >= _READABLE for w in words))
    return next(readable, paper)


def _parts(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of a colour, from 0 to 255."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """Return one part of a colour as an amount of light."""
    return part / 12.92 if part <= _DARK else float(((part + 0.055) / 1.055) ** 2.4)

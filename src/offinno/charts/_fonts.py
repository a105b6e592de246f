"""How wide typefaces are, as the drawing engine measures them.

Room is left by the measure of Arial. A typeface that is installed and wider is drawn smaller
where its room is fixed, and broken into shorter lines where there is room below.
"""

import re
from functools import lru_cache
from typing import Any, Final

from offinno.pictures import MissingExtra, draw, with_readable_font

#: The typeface that the drawing engine brings, to whose measure room is left, and what comes
#: after all others.
_BROUGHT, _LAST_RESORT = "Liberation Sans", "sans-serif"
#: How many pixels the outlines of marks at both ends of a picture may make it wider.
OVERHANG: Final = 4
#: What is measured: letters in about the numbers in which they come, and digits.
_SAMPLE: Final = "Høyere utdanning og forskning, 0123456789 kroner per innbygger"
_LARGE: Final = 50
_WEIGHTS: Final = ("normal", "bold")
_SIZE: Final = re.compile(rb'<svg [^>]*?\bwidth="([\d.]+)"')
_SIZES: Final = frozenset({"fontSize", "labelFontSize", "titleFontSize"})
#: What is broken into lines for a theme, and keeps its size.
_BROKEN: Final = frozenset({"title", "offinno-title", "offinno-subtitle", "offinno-foot"})


def width_of(svg: bytes) -> float:
    """Return the width of a picture in pixels.

    >>> width_of(b'<svg xmlns="http://www.w3.org/2000/svg" width="320" height="9"/>')
    320.0
    """
    found = _SIZE.search(svg)
    assert found is not None  # every picture states its size
    return float(found[1])


@lru_cache(maxsize=64)
def stretch(font: str) -> float:
    """Return how many times as wide as Arial typefaces are where they are drawn, 1 at least.

    >>> stretch("Liberation Sans, Arial, sans-serif")
    1.0
    """
    fonts = with_brought(font)
    if fonts.startswith(_BROUGHT):
        return 1.0
    try:
        return max(1.0, *(_width(fonts, weight) / _width(_BROUGHT, weight) for weight in _WEIGHTS))
    except MissingExtra:  # a specification may be written where nothing can be drawn
        return 1.0


def with_brought(font: str) -> str:
    """Return typefaces with the one that the engine brings before the last resort.

    Room is measured by its letters, while what ``sans-serif`` is differs between machines.

    >>> with_brought("Inter, sans-serif"), with_brought("Georgia, serif")
    ('Inter, Liberation Sans, sans-serif', 'Georgia, serif')
    """
    *names, last = (name.strip() for name in font.split(","))
    if last in {"serif", "monospace"}:
        return font
    own = [*names, *([] if last == _LAST_RESORT else [last])]
    return ", ".join(dict.fromkeys((*own, _BROUGHT, _LAST_RESORT)))


def _width(font: str, weight: str) -> float:
    """Return how wide a sample is in these typefaces."""
    text = {"type": "text", "align": "left", "fontSize": _LARGE, "fontWeight": weight}
    spec: dict[str, Any] = {
        "data": {"values": [{"text": _SAMPLE}]},
        "mark": text | {"baseline": "top", "limit": 0},
        "encoding": {"x": {"value": 0}, "y": {"value": 0}, "text": {"field": "text"}},
        "config": {"font": font, "padding": 0, "view": {"stroke": None}},
        "width": 1,
        "height": _LARGE,
    }
    svg = draw(with_readable_font(spec), format="svg", title="font", description="", lang="en")
    return width_of(svg)


def drawn_smaller(node: Any, times: float) -> Any:  # noqa: ANN401 - JSON
    """Return a part of a specification in smaller type, save for what is broken into lines.

    >>> drawn_smaller({"style": {"a": {"fontSize": 12}, "offinno-foot": {"fontSize": 12}}}, 1.2)
    {'style': {'a': {'fontSize': 10.0}, 'offinno-foot': {'fontSize': 12}}}
    """
    if isinstance(node, list):
        return [drawn_smaller(item, times) for item in node]
    if not isinstance(node, dict):
        return node
    return {name: _smaller(name, part, times) for name, part in node.items()}


def _smaller(name: str, part: Any, times: float) -> Any:  # noqa: ANN401 - JSON
    """Return what stands under a name in smaller type."""
    if name in _BROKEN:
        return part
    return round(part / times, 2) if name in _SIZES else drawn_smaller(part, times)

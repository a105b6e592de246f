"""Headline, subtitle, notes and source around a picture that stands alone.

They are drawn as text marks from rows of their own and not as a title: Vega stops at a title, or
any other text in a specification itself, that is called as a property of every object is, such
as ``constructor``. In rows every text is only text.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._measure import lines, wrapped
from offinno.charts._theme import DEFAULT, TITLE_OFFSET, Sizes, line_of

#: The blank between a picture and what stands below it.
_BELOW: Final = 20


@final
@attrs.frozen(kw_only=True)
class Paragraph(Frozen):
    """A text beside a picture, in lines."""

    #: The lines, parted by line feeds.
    text: str
    #: Which kind of text it is, by the name of a style.
    style: str
    #: The height of a line.
    line: int
    #: The blank after it.
    after: int

    @property
    def height(self) -> int:
        """Its height with the blank after it."""
        return self.line * lines(self.text) + self.after

    def layer(self, y: float, x: float = 0) -> dict[str, Any]:
        """Return it as a layer of Vega-Lite that begins at this place."""
        mark = {
            "type": "text",
            "style": self.style,
            "align": "left",
            "baseline": "top",
            "lineBreak": "\n",
            "lineHeight": self.line,
        }
        place: dict[str, Any] = {"x": {"value": x}, "y": {"value": y}}
        text = {"text": {"field": "text", "type": "nominal"}}
        return {"data": {"values": [{"text": self.text}]}, "mark": mark, "encoding": place | text}


@final
@attrs.frozen(kw_only=True)
class Frame(Frozen):
    """What stands above a picture and below it."""

    #: From above.
    above: tuple[Paragraph, ...] = ()
    #: From above.
    below: tuple[Paragraph, ...] = ()

    @property
    def texts(self) -> list[str]:
        """All texts in the order in which they are drawn."""
        return [paragraph.text for paragraph in (*self.above, *self.below)]

    def around(self, layers: Sequence[dict[str, Any]], *, height: float) -> list[dict[str, Any]]:
        """Return the layers of a picture of this height with what stands around them."""
        top = -sum(paragraph.height for paragraph in self.above)
        return [*_stacked(self.above, top), *layers, *_stacked(self.below, height + _BELOW)]

    def charts(self, x: float, width: float) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
        """Return what stands above and below as charts of their own, whose texts begin at *x*."""
        return _chart(self.above, 0, x, width), _chart(self.below, _BELOW, x, width)


def _chart(
    paragraphs: Sequence[Paragraph], y: float, x: float, width: float
) -> dict[str, Any] | None:
    """Return *paragraphs* as a chart with nothing else in it; None if there are none."""
    if not paragraphs:
        return None
    height = y + sum(paragraph.height for paragraph in paragraphs)
    layers = list(_stacked(paragraphs, y, x))
    bare = {"stroke": None, "fill": None}
    return {"width": width, "height": height, "view": bare, "layer": layers}


def _stacked(paragraphs: Sequence[Paragraph], y: float, x: float = 0) -> Iterator[dict[str, Any]]:
    """Return *paragraphs* as layers below one another."""
    for paragraph in paragraphs:
        yield paragraph.layer(y, x)
        y += paragraph.height


def frame_of(  # noqa: PLR0913 - the texts, and how they are laid out by keyword
    headline: str,
    subtitle: str,
    small: Sequence[str],
    *,
    width: float,
    title_below: bool,
    sizes: Sizes = DEFAULT.sizes,
) -> Frame:
    """Return title and small print in lines of at most *width* pixels."""
    title = (
        Paragraph(
            text=wrapped(headline, sizes.title, width, bold=True),
            style="offinno-title",
            line=line_of(sizes.title),
            after=4,
        ),
        Paragraph(
            text=wrapped(subtitle, sizes.subtitle, width),
            style="offinno-subtitle",
            line=line_of(sizes.subtitle),
            after=TITLE_OFFSET,
        ),
    )
    feet = tuple(
        Paragraph(
            text=wrapped(text, sizes.small, width),
            style="offinno-foot",
            line=line_of(sizes.small),
            after=4,
        )
        for text in small
    )
    return Frame(below=(*title, *feet)) if title_below else Frame(above=title, below=feet)

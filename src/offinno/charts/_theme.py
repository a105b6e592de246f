"""How pictures look: colours and typeface, merged into a specification when it is drawn.

A theme is data. The builders know none, so a chart that is taken into a notebook can be given
any look; what they do know is which text is a heading and which a note, by the name of a style.
"""

import re
from typing import Any, Final, final

import attrs

from offinno._frozen import Frozen, as_tuple
from offinno.charts._errors import BadColour, LowContrast
from offinno.language import Lang
from offinno.wording import vega_locale

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_TEXT, _MARK = 4.5, 3.0
_DARK: Final = 0.04045

#: Type sizes in pixels; the room that a picture leaves for its texts is measured by them.
TITLE: Final = 17
SUBTITLE: Final = 13
LABEL: Final = 13
SMALL: Final = 11
#: Heights of lines in pixels.
TITLE_LINE: Final = 22
SUBTITLE_LINE: Final = 17
LINE: Final = 16
SMALL_LINE: Final = 15
#: Blanks between picture, title and subtitle in pixels.
TITLE_OFFSET: Final = 14
SUBTITLE_PADDING: Final = 8


def _colour(_: object, __: object, colour: str) -> None:
    """Refuse what is not written as six hexadecimal digits."""
    if not _COLOUR.fullmatch(colour):
        raise BadColour(colour)


def _colours(_: object, __: object, colours: tuple[str, ...]) -> None:
    """Refuse a palette that holds no colours, or anything else."""
    if not colours:
        raise BadColour("")
    for colour in colours:
        _colour(None, None, colour)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """Return one part of a colour as an amount of light."""
    return part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4


@final
@attrs.frozen(kw_only=True)
class Theme(Frozen):
    """The colours and the typeface of pictures.

    Raises:
        BadColour: If a colour is not written as six hexadecimal digits.
        LowContrast: If text has less than 4.5 : 1 against the paper, or a mark less than 3 : 1.

    >>> Theme(ink="#777777")
    Traceback (most recent call last):
    ...
    offinno.charts._errors.LowContrast: #777777 for text has a contrast of 4.47; choose one with \
4.5 at least
    """

    #: Typefaces, best first; the last is one that is always there. Room is measured by Arial.
    font: str = "Arial, Helvetica, sans-serif"
    #: The ground.
    paper: str = attrs.field(default="#ffffff", validator=_colour)
    #: Titles, labels and numbers.
    ink: str = attrs.field(default="#16212c", validator=_colour)
    #: Subtitles, notes and sources.
    quiet: str = attrs.field(default="#4f5d6b", validator=_colour)
    #: Lines that bars stand on, and the outlines of what is missing.
    line: str = attrs.field(default="#78838e", validator=_colour)
    #: Faint lines behind columns, which carry nothing that is not said elsewhere.
    grid: str = attrs.field(default="#dde2e7", validator=_colour)
    #: Colours of marks: first what stands out or stands alone, then the others.
    palette: tuple[str, ...] = attrs.field(
        default=("#0b5c8a", "#8296a8", "#b4532a", "#3f7f5f", "#7a5195", "#8a6d1d"),
        converter=as_tuple,
        validator=_colours,
    )

    def __attrs_post_init__(self) -> None:
        """Measure the contrast of everything that carries meaning."""
        for colour in (self.ink, self.quiet):
            self._check("text", colour, _TEXT)
        for colour in (self.line, *self.palette):
            self._check("marks", colour, _MARK)

    def _check(self, part: str, colour: str, least: float) -> None:
        """Refuse a colour that is too like the paper."""
        if (found := contrast(colour, self.paper)) < least:
            raise LowContrast(part, colour, found, least)

    def config(self, *, lang: Lang, padding: int = 0) -> dict[str, Any]:
        """Return the configuration of Vega-Lite that gives a chart this look.

        Merge it into the specification of a chart of your own to have it drawn like ours.

        Args:
            lang: The language that numbers on axes are written in.
            padding: Pixels around the picture.
        """
        return {
            "padding": padding,
            "background": self.paper,
            "font": self.font,
            "view": {"stroke": None},
            "locale": {"number": vega_locale(lang)},
            "range": {"category": list(self.palette)},
            "title": self._title(),
            "mark": {"color": self.palette[0]},
            "text": {"color": self.ink},
            "bar": {"strokeWidth": 1.5},
            "rule": {"color": self.line},
            "axis": self._axis(),
            "legend": self._names(),
            "header": self._names(),
            "style": self._styles(),
        }

    def _title(self) -> dict[str, Any]:
        """Return how title and subtitle look."""
        return {
            "anchor": "start",
            "color": self.ink,
            "fontSize": TITLE,
            "fontWeight": "bold",
            "lineHeight": TITLE_LINE,
            "subtitleColor": self.quiet,
            "subtitleFontSize": SUBTITLE,
            "subtitleLineHeight": SUBTITLE_LINE,
            "subtitlePadding": SUBTITLE_PADDING,
            "offset": TITLE_OFFSET,
        }

    def _axis(self) -> dict[str, Any]:
        """Return how an axis looks."""
        return {
            "domain": False,
            "ticks": False,
            "gridColor": self.grid,
            "labelColor": self.quiet,
            "labelFontSize": SMALL + 1,
            "titleColor": self.quiet,
            "titleFontSize": SMALL + 1,
            "titleFontWeight": "normal",
        }

    def _names(self) -> dict[str, Any]:
        """Return how legends and headers of facets look; a chart of one's own may have them."""
        return {
            "labelColor": self.ink,
            "labelFontSize": LABEL,
            "titleColor": self.quiet,
            "titleFontSize": SMALL + 1,
            "titleFontWeight": "normal",
        }

    def _styles(self) -> dict[str, Any]:
        """Return how each kind of text and mark looks."""
        quiet: dict[str, Any] = {"color": self.quiet, "fontSize": LABEL}
        strong: dict[str, Any] = {"color": self.ink, "fontSize": LABEL, "fontWeight": "bold"}
        return {
            "offinno-label": {"color": self.ink, "fontSize": LABEL},
            "offinno-heading": strong,
            "offinno-value": strong,
            "offinno-rank": quiet,
            "offinno-reason": quiet | {"fontStyle": "italic"},
            "offinno-number": {"color": self.palette[0], "fontWeight": "bold"},
            "offinno-title": strong | {"fontSize": TITLE},
            "offinno-subtitle": quiet | {"fontSize": SUBTITLE},
            "offinno-foot": {"color": self.quiet, "fontSize": SMALL},
            "offinno-gap": {"color": self.line},
        }


#: The look that offinno gives its pictures.
DEFAULT: Final = Theme()

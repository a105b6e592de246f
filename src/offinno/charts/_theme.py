"""How pictures look: colours and typeface, merged into a specification when it is drawn.

A theme is data. The builders know none, so a chart that is taken into a notebook can be given
any look; what they do know is which text is a heading and which a note, by the name of a style.
"""

import json
import re
from functools import lru_cache
from typing import Any, Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._colour import as_colours, check_colour, check_colours, contrast
from offinno.charts._errors import LowContrast, NotSuitable
from offinno.charts._fonts import with_brought
from offinno.charts._on import styles_on
from offinno.charts._palettes import CATEGORIES, DIVERGING, SEQUENTIAL, check_palettes
from offinno.charts._shades import SHADES, Scale, legible, shaded
from offinno.charts._suitable import shown
from offinno.language import Lang
from offinno.pictures import Logo
from offinno.wording import vega_locale, vega_time_locale

_TEXT, _MARK = 4.5, 3.0

#: Type sizes in pixels; the room that a picture leaves for its texts is measured by them.
TITLE: Final = 17
SUBTITLE: Final = 13
LABEL: Final = 13
SMALL: Final = 11
#: The height of a line of labels in pixels.
LINE: Final = 16
#: Blanks between picture, title and subtitle in pixels.
TITLE_OFFSET: Final = 14
SUBTITLE_PADDING: Final = 8
#: The smallest and the largest type that may stand around a picture.
_SIZES: Final = range(9, 41)
#: Names of typefaces, with or without quotes.
_FONT: Final = re.compile(r"""(?:[\w&. -]+|'[\w&. -]+'|"[\w&. -]+")""")


def line_of(size: float) -> int:
    """Return the height of a line of this type size, both in pixels.

    >>> [line_of(size) for size in (11, 13, 17)]
    [15, 17, 22]
    """
    return round(1.25 * size + 1)


def _check_font(_: object, __: object, font: object) -> None:
    """Refuse what is no list of typefaces."""
    names = font.split(",") if isinstance(font, str) else ()
    if not names or not all(_FONT.fullmatch(name.strip()) for name in names):
        right, remedy = "names of typefaces parted by commas", "write it as in 'Inter, sans-serif'"
        raise NotSuitable("font", right, repr(font), remedy)


def _check_size(_: object, field: "attrs.Attribute[int]", size: object) -> None:
    """Refuse type that nobody can read, or that leaves no room."""
    if isinstance(size, bool) or not isinstance(size, int) or size not in _SIZES:
        raise NotSuitable(field.name, "whole pixels from 9 to 40", repr(size), "choose another")


@final
@attrs.frozen
class Sizes(Frozen):
    """The sizes of the type around a picture, in pixels."""

    #: The headline.
    title: int = attrs.field(default=TITLE, validator=_check_size)
    #: The subtitle.
    subtitle: int = attrs.field(default=SUBTITLE, validator=_check_size)
    #: Notes and source.
    small: int = attrs.field(default=SMALL, validator=_check_size)


def _check_sizes(_: object, __: object, sizes: object) -> None:
    """Refuse what holds no sizes of type."""
    if not isinstance(sizes, Sizes):
        raise NotSuitable("sizes", "Sizes", shown(sizes), "write it as in Sizes(title=19)")


def _check_logo(_: object, __: object, logo: Any) -> None:  # noqa: ANN401 - whatever is given
    """Refuse what is no logo."""
    if logo is not None and not isinstance(logo, Logo):
        remedy = "make one of the bytes of a file, as in Logo(Path('logo.svg').read_bytes())"
        raise NotSuitable("logo", "a Logo or None", shown(logo), remedy)


@final
@attrs.frozen(kw_only=True)
class Theme(Frozen):
    """The colours and the typeface of pictures.

    Contrast is measured when a theme is made. What carries meaning by itself must have it; areas
    of a map or a heat map, whose colours run from pale to strong, get an outline in `line` where
    any of their colours is too like the paper.

    Raises:
        BadColour: If a colour is not written as six hexadecimal digits.
        LowContrast: If text has less than 4.5 : 1 against the paper, or a mark less than 3 : 1.
        BadPalette: If two colours of marks look alike, or those of areas do not lead away from
            the paper.
        NotSuitable: If a field is none of what it may be.

    >>> Theme(ink="#777777")
    Traceback (most recent call last):
    ...
    offinno.charts._errors.LowContrast: #777777 for text has a contrast of 4.47; choose one with \
4.5 at least
    """

    #: Typefaces, best first; the last is one that is always there. Room is measured by Arial, to
    #: whose measure the first is made, which the drawing engine brings; one that is installed
    #: where a picture is drawn, and wider, is drawn smaller.
    font: str = attrs.field(
        default="Liberation Sans, Arial, Helvetica, sans-serif", validator=_check_font
    )
    #: The ground.
    paper: str = attrs.field(default="#ffffff", validator=check_colour)
    #: Titles, labels and numbers.
    ink: str = attrs.field(default="#16212c", validator=check_colour)
    #: Subtitles, notes and sources.
    quiet: str = attrs.field(default="#4f5d6b", validator=check_colour)
    #: Lines that bars stand on, and the outlines of what is missing.
    line: str = attrs.field(default="#78838e", validator=check_colour)
    #: Faint lines behind columns, which carry nothing that is not said elsewhere.
    grid: str = attrs.field(default="#dde2e7", validator=check_colour)
    #: Colours of marks: first what stands out or stands alone, then the others.
    palette: tuple[str, ...] = attrs.field(
        default=CATEGORIES, converter=as_colours, validator=check_colours
    )
    #: Colours of areas from little to much. Those with less than 3 : 1 are outlined.
    sequential: tuple[str, ...] = attrs.field(
        default=SEQUENTIAL, converter=as_colours, validator=check_colours
    )
    #: Colours of areas from one side over the middle to the other, outlined in the same way.
    diverging: tuple[str, ...] = attrs.field(
        default=DIVERGING, converter=as_colours, validator=check_colours
    )
    #: The type around a picture. That of labels is fixed, as their room is measured by it.
    sizes: Sizes = attrs.field(default=Sizes(), validator=_check_sizes)
    #: What stands below a picture that stands alone; None for nothing.
    logo: Logo | None = attrs.field(default=None, validator=_check_logo)

    def __attrs_post_init__(self) -> None:
        """Measure the contrast of everything that carries meaning."""
        for colour in (self.ink, self.quiet):
            self._check("text", colour, _TEXT)
        for colour in (self.line, *self.palette):
            self._check("marks", colour, _MARK)
        check_palettes(self.palette, self.sequential, self.diverging, paper=self.paper)

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
        made: dict[str, Any] = json.loads(_config_text(self, lang))
        return made | {"padding": padding}

    def _config(self, lang: Lang) -> dict[str, Any]:
        """Return the configuration without the room around a picture."""
        return {
            "background": self.paper,
            "font": with_brought(self.font),
            "view": {"stroke": None},
            "locale": {"number": vega_locale(lang), "time": vega_time_locale(lang)},
            "range": self._range(),
            "title": self._title(),
            "mark": {"color": self.palette[0]},
            "text": {"color": self.ink},
            "bar": {"strokeWidth": 1.5},
            "geoshape": self._outline(),
            "rect": self._outline(),
            "rule": {"color": self.line},
            "axis": self._axis(),
            "legend": self._names(),
            "header": self._names(),
            "style": self._styles(),
        }

    def _range(self) -> dict[str, Any]:
        """Return the palettes by what Vega-Lite uses them for."""
        ordered = list(self.sequential)
        return {
            "category": list(self.palette),
            "ordinal": self._shades("ordinal"),
            "ramp": ordered,
            "heatmap": ordered,
            "diverging": self._shades("diverging"),
        }

    def _shades(self, scale: Scale) -> list[str]:
        """Return the colours of areas, as many as a map has classes for."""
        colours = self.sequential if scale == "ordinal" else self.diverging
        return shaded(colours, SHADES[scale])

    def _on_shades(self) -> dict[str, Any]:
        """Return the colour of text on each shade of an area."""
        return {
            f"offinno-on-{scale}-{at}": {"color": legible(shade, ink=self.ink, paper=self.paper)}
            for scale in SHADES
            for at, shade in enumerate(self._shades(scale), start=1)
        }

    def _outline(self) -> dict[str, Any]:
        """Return the outline of areas, if any of their colours needs one."""
        areas = (*self.sequential, *self.diverging)
        if all(contrast(colour, self.paper) >= _MARK for colour in areas):
            return {}
        return {"stroke": self.line, "strokeWidth": 0.75}

    def _title(self) -> dict[str, Any]:
        """Return how title and subtitle look."""
        return {
            "anchor": "start",
            "color": self.ink,
            "fontSize": self.sizes.title,
            "fontWeight": "bold",
            "lineHeight": line_of(self.sizes.title),
            "subtitleColor": self.quiet,
            "subtitleFontSize": self.sizes.subtitle,
            "subtitleLineHeight": line_of(self.sizes.subtitle),
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
            "offinno-title": strong | {"fontSize": self.sizes.title},
            "offinno-subtitle": quiet | {"fontSize": self.sizes.subtitle},
            "offinno-foot": {"color": self.quiet, "fontSize": self.sizes.small},
            "offinno-gap": {"color": self.line},
            "offinno-grid": {"color": self.grid},
            "offinno-tick": {"color": self.quiet, "fontSize": SMALL + 1},
            "offinno-interval": {"color": self.ink},
            "offinno-halo": {"color": self.paper},
            "offinno-hatch": {"color": self.grid, "strokeWidth": 2},
            "offinno-hollow": {"color": self.quiet, "strokeWidth": 1.5},
            "offinno-frame": {"color": self.ink, "strokeWidth": 3},
            **self._on_shades(),
            **styles_on(self.palette, ink=self.ink, paper=self.paper),
        }


@lru_cache(maxsize=64)
def _config_text(theme: Theme, lang: Lang) -> str:
    """Return the configuration of a theme as text, which is read faster than it is made."""
    return json.dumps(theme._config(lang))  # noqa: SLF001 - a part of the class that is kept


#: The look that offinno gives its pictures.
DEFAULT: Final = Theme()

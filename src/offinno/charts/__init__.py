"""Figures as pictures that cannot lose their meaning.

A builder (`number`, `pictogram`, `ranking`, `bars`, `grouped_bars`) takes figures with all that
belongs to them and gives a `Figure` in one language: rows, a look, and the words around them.
Numbers come first and the drawing second: what stands where is worked out without Altair, in
rows with fixed names of columns; a look turns them into a plain Altair chart. Theme, width and
the format of numbers are merged when a picture is drawn, which `offinno.pictures` does.

A chart that was changed, or one of your own, comes back into its words with `Figure.with_chart`
and `Figure.around`.

Altair is used here and nowhere else. Nothing here changes its themes or any other setting of
the process.
"""

from offinno.charts._blocks import figure_of, undrawn, write_picture
from offinno.charts._builders import bars, grouped_bars, number, pictogram, ranking
from offinno.charts._drawing import Drawing, svgs
from offinno.charts._errors import (
    BadColour,
    BadPalette,
    BadTheme,
    LostMarks,
    LostRegion,
    LostText,
    LowContrast,
    NoLanguage,
    NoPicture,
    NotAPart,
    NotSuitable,
    StrayText,
    ThemeTwice,
    TooNarrow,
    TooWide,
    TwoUnits,
)
from offinno.charts._figure import Figure
from offinno.charts._headline import BadAlt, HeadlineLike, NoWording
from offinno.charts._lines._builders import dot_interval, series, slope
from offinno.charts._lines._errors import NotInTime, TooManyLines
from offinno.charts._maps import (
    BadGeography,
    GeographyLike,
    NoFolder,
    NoRegion,
    NotDegrees,
    NoTile,
    NotNormalised,
    OpenRing,
    TwoLists,
    TwoRegions,
    UnknownRegion,
    choropleth,
    tile_map,
)
from offinno.charts._own import AnyChart, OwnChart
from offinno.charts._parts import ShownNote, Table
from offinno.charts._row import Row, State
from offinno.charts._spec import Look
from offinno.charts._theme import Sizes, Theme
from offinno.charts._themes import ThemeLike, read_theme, theme, themes
from offinno.charts._timeline import CallRow, scheme_timeline
from offinno.charts._wholes import parts

__all__ = [
    "AnyChart",
    "BadAlt",
    "BadColour",
    "BadGeography",
    "BadPalette",
    "BadTheme",
    "CallRow",
    "Drawing",
    "Figure",
    "GeographyLike",
    "HeadlineLike",
    "Look",
    "LostMarks",
    "LostRegion",
    "LostText",
    "LowContrast",
    "NoFolder",
    "NoLanguage",
    "NoPicture",
    "NoRegion",
    "NoTile",
    "NoWording",
    "NotAPart",
    "NotDegrees",
    "NotInTime",
    "NotNormalised",
    "NotSuitable",
    "OpenRing",
    "OwnChart",
    "Row",
    "ShownNote",
    "Sizes",
    "State",
    "StrayText",
    "Table",
    "Theme",
    "ThemeLike",
    "ThemeTwice",
    "TooManyLines",
    "TooNarrow",
    "TooWide",
    "TwoLists",
    "TwoRegions",
    "TwoUnits",
    "UnknownRegion",
    "bars",
    "choropleth",
    "dot_interval",
    "figure_of",
    "grouped_bars",
    "number",
    "parts",
    "pictogram",
    "ranking",
    "read_theme",
    "scheme_timeline",
    "series",
    "slope",
    "svgs",
    "theme",
    "themes",
    "tile_map",
    "undrawn",
    "write_picture",
]

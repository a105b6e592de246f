"""Maps: tiles of one size in a layout of our own, and regions in a geography of the user's."""

from offinno.charts._maps._choropleth import choropleth, choropleth_of
from offinno.charts._maps._errors import (
    BadGeography,
    NoFolder,
    NoRegion,
    NotDegrees,
    NoTile,
    NotNormalised,
    OpenRing,
    TwoLists,
    TwoRegions,
    UnknownRegion,
)
from offinno.charts._maps._geography import GeographyLike, file_beside, shapes_of
from offinno.charts._maps._mapped import options_of
from offinno.charts._maps._tile_map import tile_map, tile_map_of

__all__ = [
    "BadGeography",
    "GeographyLike",
    "NoFolder",
    "NoRegion",
    "NoTile",
    "NotDegrees",
    "NotNormalised",
    "OpenRing",
    "TwoLists",
    "TwoRegions",
    "UnknownRegion",
    "choropleth",
    "choropleth_of",
    "file_beside",
    "options_of",
    "shapes_of",
    "tile_map",
    "tile_map_of",
]

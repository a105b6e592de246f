"""The types of blocks by their names in a file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from offinno import model

#: The class of each block by its ``type``.
BLOCKS: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {
        "heading": model.Heading,
        "prose": model.Prose,
        "number": model.Number,
        "pictogram": model.Pictogram,
        "ranking": model.Ranking,
        "bars": model.Bars,
        "grouped_bars": model.GroupedBars,
        "series": model.Series,
        "dot_interval": model.DotInterval,
        "slope": model.Slope,
        "tile_map": model.TileMap,
        "choropleth": model.Choropleth,
        "parts": model.Parts,
        "scheme_timeline": model.SchemeTimeline,
        "schemes": model.Schemes,
        "links": model.Links,
        "contact": model.Contact,
        "notes": model.Notes,
    }
)

"""Where tiles stand: a grid for each list of areas, so that neighbours stand near each other.

The grids are drawn by hand from general geography and stand in ``_data/layouts.json``, north
above. Which one is taken follows from the areas: the division that their codes are dated by, or
the Nordic countries, with Greenland, the Faroe Islands and Åland where these have figures.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from json import loads
from types import MappingProxyType
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._maps._errors import NoTile, TwoLists
from offinno.model import Area

_NORDIC: Final = "nordic"
_NORDIC_AREAS: Final = "nordic areas"
_COUNTIES: Final = "counties "


@final
@attrs.frozen
class Place(Frozen):
    """Where a tile stands in its grid."""

    #: The column, from the west.
    column: int
    #: The row, from the north.
    row: int


@cache
def layouts() -> Mapping[str, Mapping[str, Place]]:
    """Return the place of each area by its code, for each layout by its name."""
    grids = loads(files("offinno.charts").joinpath("_maps/_data/layouts.json").read_bytes())
    return MappingProxyType({name: _places(name, rows) for name, rows in grids.items()})


def _places(name: str, rows: Sequence[str]) -> Mapping[str, Place]:
    """Return the places in a grid, from the north-west in the order of reading."""
    year = name.removeprefix(_COUNTIES) if name.startswith(_COUNTIES) else None
    return MappingProxyType(
        {
            code if year is None else f"NO-{code}@{year}": Place(column, row)
            for row, codes in enumerate(rows)
            for column, code in enumerate(codes.split())
            if code != ".."
        }
    )


def layout_of(areas: Sequence[Area]) -> str:
    """Return the name of the layout that holds *areas*.

    Raises:
        TwoLists: If they are of two lists.
        NoTile: If one of them has no place in any.
    """
    check_list(areas)
    codes = [area.code for area in areas]
    tried = [areas[0].list] if areas[0].list in layouts() else [_NORDIC, _NORDIC_AREAS]
    for name in tried:
        if all(code in layouts()[name] for code in codes):
            return name
    raise NoTile(next(code for code in codes if code not in layouts()[tried[-1]]))


def check_list(areas: Sequence[Area]) -> None:
    """Refuse areas of two lists.

    Raises:
        TwoLists: If they are.
    """
    for area in areas:
        if area.list != areas[0].list:
            raise TwoLists(areas[0].list, area.list, area.code)

"""Layouts of tiles: every area of a list once, and about where it lies."""

from itertools import pairwise

import pytest

from offinno.charts import NoTile, TwoLists
from offinno.charts._maps._layouts import layout_of, layouts
from offinno.model import Area
from offinno.model._map_checks import TILED

#: Neighbours of which the first lies north of the second, by the digits of their codes.
SOUTHWARD = {
    "2017": "20-18 19-18 18-17 17-16 16-04 15-14 15-05 14-12 12-11 05-06 04-02 06-08 02-01 08-09",
    "2018": "20-18 19-18 18-50 50-04 15-14 15-05 14-12 12-11 05-06 04-02 06-07 02-01 11-10 08-09",
    "2020": "54-18 18-50 50-34 15-46 46-11 34-30 46-38 38-42 11-42",
    "2024": "56-18 55-18 18-50 50-34 15-46 46-11 34-33 34-32 33-40 33-39 32-31 11-42",
}
#: The same from west to east.
EASTWARD = {
    "2017": "19-20 15-16 14-05 05-04 12-06 06-02 11-08 08-07 07-01 10-09",
    "2018": "19-20 15-50 14-05 05-04 12-06 06-02 11-08 08-07 07-01 10-09",
    "2020": "18-54 15-50 46-34 11-38 38-30",
    "2024": "55-56 15-50 46-34 33-32 11-40 42-40 40-39 39-31",
}


@pytest.mark.parametrize("year", SOUTHWARD)
def test_every_county_has_one_tile(year: str) -> None:
    """No more, no fewer, and no two in one place."""
    found = layouts()[f"counties {year}"]
    known = {code for code in _every_county() if code.endswith(year)}

    assert known == set(found)
    assert len(found) == len({(place.column, place.row) for place in found.values()})


def _every_county() -> list[str]:
    """Return the codes of all counties."""
    found = []
    for year in SOUTHWARD:
        for number in range(1, 100):
            code = f"NO-{number:02}@{year}"
            try:
                found.append(Area(code).code)
            except LookupError:
                continue
    return found


@pytest.mark.parametrize("year", SOUTHWARD)
def test_north_is_above_and_west_is_left(year: str) -> None:
    """Of neighbours the northern one stands above, the western one to the left."""
    found = layouts()[f"counties {year}"]

    def place(code: str) -> tuple[int, int]:
        tile = found[f"NO-{code}@{year}"]
        return tile.row, tile.column

    for pair in SOUTHWARD[year].split():
        north, south = map(place, pair.split("-"))
        assert north[0] < south[0], pair
    for pair in EASTWARD[year].split():
        west, east = map(place, pair.split("-"))
        assert west[1] < east[1], pair


@pytest.mark.parametrize("name", layouts())
def test_tiles_hang_together(name: str) -> None:
    """From each tile one gets to all others, corner to corner, and every row has tiles."""
    places = {(place.column, place.row) for place in layouts()[name].values()}
    reached = {min(places)}
    while True:
        near = {(x + i, y + j) for x, y in reached for i in (-1, 0, 1) for j in (-1, 0, 1)}
        if near & places == reached:
            break
        reached = near & places
    rows = sorted({row for _, row in places})

    assert reached == places or name == "nordic areas"
    assert all(below - above == 1 for above, below in pairwise(rows))


def test_every_nordic_country_has_one_tile() -> None:
    """Five countries, and with them three territories that govern themselves."""
    five = {"DK", "FI", "IS", "NO", "SE"}

    assert five == set(layouts()["nordic"])
    assert five | {"AX", "FO", "GL"} == set(layouts()["nordic areas"])


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("NO SE", "nordic"),
        ("NO FO", "nordic areas"),
        ("NO-03@2024 NO-31@2024", "counties 2024"),
        ("NO-03@2020", "counties 2020"),
    ],
)
def test_the_layout_follows_from_the_areas(codes: str, expected: str) -> None:
    """By the list that they are dated by."""
    assert expected == layout_of([Area(code) for code in codes.split()])


def test_two_divisions_share_no_map() -> None:
    """The error names both, and the area."""
    with pytest.raises(TwoLists, match="leave out the rows of the other") as caught:
        layout_of([Area("NO-03@2018"), Area("NO-03@2020")])

    found = caught.value
    assert ("counties 2018", "counties 2020", "NO-03@2020") == (found.one, found.other, found.code)


@pytest.mark.parametrize("code", ["DE", "nordic", "x-fjord"])
def test_others_have_no_tile(code: str) -> None:
    """The error says what has."""
    with pytest.raises(NoTile, match="counties of Norway"):
        layout_of([Area(code, "Fjord")])
    assert code == NoTile(code).code


def test_a_sheet_refuses_what_has_no_tile() -> None:
    """It knows the countries that have one without looking at the layouts."""
    countries = {*layouts()["nordic"], *layouts()["nordic areas"]}

    assert TILED == countries
    assert {Area(code).list for code in _every_county()} <= set(layouts())

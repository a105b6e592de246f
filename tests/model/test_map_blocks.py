"""Blocks of maps: their options, and what a sheet refuses of them."""

from typing import Any

import attrs
import pytest

from offinno.exceptions import UnknownName
from offinno.language import UnsafeText, vocabulary
from offinno.model import (
    Choropleth,
    Contradiction,
    Factsheet,
    Indicator,
    Measuring,
    Observation,
    Observations,
    Population,
    TileMap,
    is_total,
)
from offinno.units import parse_unit
from offinno.values import Value


def shown(unit: str = "% of workplaces", areas: str = "NO SE", **header: Any) -> Indicator:
    """Return made-up figures of areas."""
    parsed = parse_unit(unit)
    rows = [
        Observation(area=area, period=2018, value=Value(at + 1, parsed))
        for at, area in enumerate(areas.split())
    ]
    return Indicator(
        key="made-up",
        title="Made up",
        definition="Made up.",
        unit=parsed,
        population=Population(unit=vocabulary()["workplaces"]),
        observations=Observations.of(parsed, rows),
        **header,
    )


def sheet(indicator: Indicator, **options: Any) -> Factsheet:
    """Return a sheet with a map of figures."""
    block = TileMap(figure="made-up", headline="H", **options)
    return Factsheet(key="sheet", title="Sheet", indicators=[indicator], blocks=[block])


def regions(**options: Any) -> Choropleth:
    """Return a block of a map of regions."""
    usual = {"figure": "made-up", "headline": "H", "geography": "a.geojson", "code": "iso"}
    return Choropleth(**(usual | options))


@pytest.mark.parametrize("count", [1, 7, -1])
def test_classes_are_few(count: int) -> None:
    """A reader tells six shades apart."""
    with pytest.raises(Contradiction, match="use 2 to 6"):
        TileMap(figure="made-up", headline="H", classes=count)
    with pytest.raises(Contradiction, match="use 2 to 6"):
        regions(classes=count)


@pytest.mark.parametrize(
    "name", ["a.geojson", "a.json", "a.topojson", "maps/norge 2020.json", "kart/å-1.geojson"]
)
def test_files_beside_the_sheet(name: str) -> None:
    """Or in a folder there."""
    assert name == regions(geography=name).geography


@pytest.mark.parametrize(
    "name",
    [
        *("", "/a.json", "../a.json", "maps/../a.json", "./a.json", "a.txt", "C:\\a.json"),
        *("maps//a.json", "https://a.no/a.json", ".a.json", "a\n.json", "a" * 300 + ".json"),
    ],
)
def test_files_elsewhere_are_refused(name: str) -> None:
    """No step leads out of the folder."""
    with pytest.raises(Contradiction, match="beside the sheet"):
        regions(geography=name)


def test_the_property_has_a_name() -> None:
    """That can be shown."""
    with pytest.raises(UnsafeText):
        regions(code=" ")


def test_overrides_name_rules() -> None:
    """As those of a ranking."""
    with pytest.raises(UnknownName):
        regions(allow={"levle": "x"})


@pytest.mark.parametrize(
    ("unit", "header", "expected"),
    [
        ("% of workplaces", {}, False),
        ("NOK / inhabitants", {}, False),
        ("workplaces", {}, True),
        ("NOK", {}, True),
        ("NOK", {"measuring": Measuring.MEAN}, False),
        ("km", {"measuring": Measuring.STOCK}, True),
    ],
)
def test_totals_grow_with_the_number_of_people(
    unit: str,
    header: dict[str, Any],
    expected: bool,  # noqa: FBT001 - a case
) -> None:
    """Shares, means and what is divided do not."""
    assert expected is is_total(shown(unit, **header))


@pytest.mark.parametrize(("areas", "lost"), [("NO DE", "DE"), ("US NO", "US")])
def test_a_tile_map_has_a_tile_for_every_area(areas: str, lost: str) -> None:
    """A sheet names the first area without one; a map of regions may have any."""
    with pytest.raises(Contradiction) as caught:
        sheet(shown(areas=areas))

    assert (
        f"factsheet 'sheet': blocks[0].figure: indicator 'made-up': {lost!r} has no tile; "
        "a tile map has the counties of Norway of one division or the Nordic countries, "
        "so leave the figure out, or rank the figures"
    ) == str(caught.value)
    Factsheet(key="s", title="S", indicators=[shown(areas=areas)], blocks=[regions()])


@pytest.mark.parametrize("areas", ["NO GL", "NO-03@2017 NO-01@2017", "NO-03@2024 NO-55@2024"])
def test_countries_and_counties_have_tiles(areas: str) -> None:
    """Of every division, and the areas of the Nordic countries that govern themselves."""
    assert sheet(shown(areas=areas)).blocks


def test_a_sheet_takes_maps() -> None:
    """Of figures by area; an area without a figure may stand out."""
    assert sheet(shown(), reference="SE", highlight="DK").blocks
    assert sheet(shown("NOK"), totals=True).blocks
    block = regions(figure="made-up", reference="NO", highlight="SE")
    assert attrs.evolve(sheet(shown()), blocks=[block]).blocks


@pytest.mark.parametrize(
    ("indicator", "options", "message"),
    [
        (shown("NOK"), {}, "shows no totals"),
        (shown(areas="NO NO-03@2020"), {}, "areas of two lists, counties 2020 and countries"),
        (shown(areas="NO"), {}, "two figures at least"),
        (shown(), {"reference": "DK"}, "'DK'"),
        (shown(), {"highlight": "NO-99@2020"}, "no area has the code"),
    ],
)
def test_a_sheet_refuses_maps(indicator: Indicator, options: Any, message: str) -> None:
    """That cannot be drawn, with the place in the sheet."""
    with pytest.raises(Contradiction, match=message):
        sheet(indicator, **options)

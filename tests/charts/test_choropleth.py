"""Maps of regions: every region drawn, in its place, and codes held to their list."""

import copy
import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from math import cos, radians
from typing import Any

import altair as alt
import pytest

from offinno.charts import (
    Figure,
    LostRegion,
    NoRegion,
    NotNormalised,
    NotSuitable,
    TwoLists,
    TwoRegions,
    UnknownRegion,
    choropleth,
)
from offinno.charts._guards import check_marks
from offinno.charts._maps._projection import Projection, cone_of, extent_of
from offinno.charts._maps._regions import RegionLook
from offinno.charts._maps._spans import spot_of
from offinno.language import LANGUAGES, Lang
from offinno.model import Area, Indicator, Note
from offinno.pictures import seen, texts
from offinno.values import Missing, MissingReason

Measure = Callable[..., Indicator]
Regions = Callable[..., dict[str, Any]]
Samples = Callable[[Lang], Mapping[str, Figure]]
COUNTIES = ("03", "11", "15", "18", "30", "34", "38", "42", "46", "50", "54")


def paths_of(figure: Figure, width: int = 560) -> list[str]:
    """Return the outlines of regions as they are drawn."""
    found = re.findall(r'<g class="mark-shape[^>]*>(.*?)</g>', figure.svg(width=width))
    return [path for group in found for path in re.findall(r'<path[^>]*\bd="([^"]*)"', group)]


def corners(path: str) -> list[tuple[float, float]]:
    """Return the corners of an outline in pixels."""
    numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"code": 5}, "code takes the name of a property, not 5; write it as in code='name'"),
        ({"code": "number", "layer": 5}, "layer takes the name of an object in TopoJSON, not 5"),
    ],
)
def test_names_are_texts(
    by_county: Measure, regions: Regions, options: dict[str, Any], said: str
) -> None:
    """A number is no name of a property or of a layer."""
    with pytest.raises(NotSuitable, match=said):
        choropleth(by_county(), regions(*COUNTIES), lang="nb", **options)


def test_every_region_is_drawn(by_county: Measure, regions: Regions) -> None:
    """With a figure or without, set apart or withheld."""
    figure = choropleth(by_county(), regions(*COUNTIES), code="number", lang="nb")

    assert 11 == len(figure.rows) == len(paths_of(figure)) == len(paths_of(figure, 320))
    assert {"NO-50@2020", "NO-54@2020"} == {
        row.key for row in figure.rows if row.value_label == "ingen tall"
    }


def test_regions_stand_where_the_projection_says(by_county: Measure, regions: Regions) -> None:
    """The sums here are those of the drawing engine, to a tenth of a pixel."""
    figure = choropleth(by_county(), regions(*COUNTIES), code="number", lang="nb")
    look = figure.look
    assert isinstance(look, RegionLook)
    drawn = sorted(corner for path in paths_of(figure) for corner in corners(path))
    for position in look.land.positions:
        x, y = look.projection.pixels(position)
        assert min(abs(x - a) + abs(y - b) for a, b in drawn) < 0.2


def test_areas_are_true(by_county: Measure) -> None:
    """Two regions of one size on the globe have one size in the picture."""
    ends = [(0.0, 58.0), (30.0, 71.0)]
    cone = cone_of(ends)

    def size(south: float) -> float:
        wide = 1 / cos(radians(south + 0.005))
        ring = [(10, south), (10 + wide, south), (10 + wide, south + 0.01), (10, south + 0.01)]
        flat = [cone.flat(position) for position in [*ring, ring[0]]]
        return abs(sum(x * b - a * y for (x, y), (a, b) in pairwise(flat)))

    assert abs(size(58) / size(71) - 1) < 1e-3
    assert (15, (60, 69)) == (cone.meridian, cone.parallels)


def test_no_cone_stands_on_the_equator() -> None:
    """Where regions lie about it, its parallels are not the same on both sides."""
    south, north = cone_of([(0.0, -30.0), (10.0, 30.0)]).parallels

    assert south + north == 1


def test_the_engine_agrees_about_the_south(measure: Measure, regions: Regions) -> None:
    """Below the equator too."""
    geography = regions("AU", "NZ", name="iso")
    for feature in geography["features"]:
        for position in feature["geometry"]["coordinates"][0]:
            position[1] -= 100
    shown = measure({"area": "AU", "value": 1}, {"area": "NZ", "value": 2})
    figure = choropleth(shown, geography, code="iso", lang="en")
    look = figure.look
    assert isinstance(look, RegionLook)
    drawn = [corner for path in paths_of(figure) for corner in corners(path)]
    for x, y in map(look.projection.pixels, look.land.positions):
        assert min(abs(x - a) + abs(y - b) for a, b in drawn) < 0.2


def test_winding_changes_nothing(by_county: Measure, regions: Regions) -> None:
    """A region that is wound the wrong way round covers itself and not the globe."""
    right = regions(*COUNTIES)
    wrong = copy.deepcopy(right)
    for feature in wrong["features"]:
        feature["geometry"]["coordinates"][0].reverse()

    made = [choropleth(by_county(), g, code="number", lang="nb") for g in (right, wrong)]
    first, second = (sorted(map(sorted, map(corners, paths_of(figure)))) for figure in made)
    assert first == second


def test_what_has_no_colour_bears_a_sign(samples: Samples) -> None:
    """And the legend says what each means; the remarks name the areas."""
    figure = samples("nb")["choropleth"]
    cells = figure.spec()["data"]["values"]
    signs = [cell["hollow"] for cell in cells if cell["region"] and cell["sign_x"] is not None]
    legend = {cell["legend"].replace("\n", " ") for cell in cells if cell["legend"]}

    assert ["apart", "missing", "missing", "missing", "suppressed"] == sorted(signs)
    assert {"Ingen tall", "Konfidensielt", "Kan ikke sammenlignes med Oslo"} <= legend
    assert "Trøndelag og Troms og Finnmark: ingen tall." in figure.remarks
    assert "Viken: konfidensielt." in figure.remarks


@pytest.mark.parametrize("lang", LANGUAGES)
def test_alt_texts_name_extremes(samples: Samples, lang: Lang) -> None:
    """As those of all maps."""
    figure = samples(lang)["choropleth"]

    assert "Agder" in figure.alt
    assert "Vestfold og Telemark" in figure.alt
    assert len(figure.alt) <= 250
    for row in figure.rows:
        assert f"{row.label}: " in figure.description


@pytest.mark.parametrize("code", ["NO-03@2020", "NO-03", "03", 3])
def test_codes_of_counties(measure: Measure, regions: Regions, code: Any) -> None:
    """Whole, without the year, or by their digits, as text or number."""
    shown = measure({"area": "NO-03@2020", "value": 1}, {"area": "NO-11@2020", "value": 2})
    geography = regions("03", "11")
    geography["features"][0]["properties"]["number"] = code

    assert 2 == len(choropleth(shown, geography, code="number", lang="nb").rows)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("01", "divisions of 2017, 2018"),
        ("NO-03@2018", "it is in 'counties 2018'"),
        ("0301", "not in the list 'counties 2020'"),
        ("SE", "it is in 'countries'"),
    ],
)
def test_codes_are_held_to_their_list(
    by_county: Measure, regions: Regions, code: str, message: str
) -> None:
    """A code of another date or list is an error with the remedy."""
    geography = regions(*COUNTIES, code)
    with pytest.raises(UnknownRegion, match=message) as caught:
        choropleth(by_county(), geography, code="number", lang="nb")

    assert ("features[11]", code) == (caught.value.place, caught.value.code)


def test_no_region_comes_twice(by_county: Measure, regions: Regions) -> None:
    """Its parts belong into one."""
    with pytest.raises(TwoRegions, match="MultiPolygon"):
        choropleth(by_county(), regions(*COUNTIES, "NO-03"), code="number", lang="nb")


def test_no_figure_is_without_a_region(by_county: Measure, regions: Regions) -> None:
    """It would be lost."""
    with pytest.raises(NoRegion, match="NO-46@2020"):
        choropleth(
            by_county(),
            regions("03", "11", "15", "18", "30", "34", "38", "42"),
            code="number",
            lang="nb",
        )


def test_areas_of_ones_own(measure: Measure, regions: Regions) -> None:
    """By their codes; one without a figure is called by its code."""
    shown = measure(
        {"area": Area("x-a", "Askeladden"), "value": 1}, {"area": Area("x-b", "Bukken"), "value": 2}
    )
    figure = choropleth(shown, regions("x-b", "x-a", "x-c"), code="number", lang="nb")

    assert ["Askeladden", "Bukken", "X-c"] == [row.label for row in figure.rows]
    with pytest.raises(UnknownRegion):
        choropleth(shown, regions("x-a", "x-b", "c"), code="number", lang="nb")


def test_maps_refuse_what_tiles_refuse(
    by_county: Measure, measure: Measure, regions: Regions
) -> None:
    """Totals, and areas of two lists."""
    with pytest.raises(NotNormalised):
        choropleth(by_county(unit="NOK"), regions(*COUNTIES), code="number", lang="nb")
    with pytest.raises(NotSuitable, match="path of its file"):
        choropleth(by_county(), 7, code="number", lang="nb")  # type: ignore[arg-type]
    mixed = measure({"area": "NO", "value": 1}, {"area": "NO-03@2020", "value": 2})
    with pytest.raises(TwoLists):
        choropleth(mixed, regions("NO"), code="number", lang="nb")


def test_a_lost_region_is_an_error(samples: Samples) -> None:
    """A picture with fewer regions than rows is not handed out."""
    figure = samples("nb")["choropleth"]
    svg, cells = figure.svg().encode(), figure.spec()["data"]["values"]
    check_marks(seen(svg), figure.look, cells)
    start = svg.index(b'"mark-shape')
    fewer = svg[:start] + re.sub(rb"<path[^>]*/>", b"", svg[start:], count=2)
    with pytest.raises(LostRegion, match="10 of 12 areas"):
        check_marks(seen(fewer), figure.look, cells)


@pytest.mark.parametrize("wide", [0.5, 3])
def test_legend_and_map_do_not_meet(measure: Measure, regions: Regions, wide: float) -> None:
    """The legend stands in a free corner, beside the map, or above it."""
    geography = regions(*COUNTIES, wide=wide)
    if wide < 1:  # one above the other
        for at, feature in enumerate(geography["features"]):
            for position in feature["geometry"]["coordinates"][0]:
                position[:] = [position[0] - wide * at + 5, position[1] + wide * at]
    rows = [{"area": f"NO-{code}@2020", "value": 3 * at} for at, code in enumerate(COUNTIES)]
    figure = choropleth(measure(*rows), geography, code="number", lang="nb")
    for width in (320, 560):
        cells = figure.finished_spec(width=width, framed=False)["data"]["values"]
        below = max(cell["below"] for cell in cells if cell["below"] is not None)
        look = figure.look if width == 560 else figure.look.narrower(figure.rows)
        assert isinstance(look, RegionLook)
        for path in paths_of(figure, width):
            for x, y in corners(path):
                assert x >= look.legend_width or y >= below


def test_labels_stand_within_their_regions(samples: Samples) -> None:
    """Where there is room for them, and nowhere else."""
    for width in (320, 560):
        figure = samples("nb")["choropleth"]
        cells = figure.finished_spec(width=width, framed=False)["data"]["values"]
        labelled = [cell for cell in cells if cell["label_x"] is not None]
        assert {row.value_label for row in figure.rows} >= {cell["figure"] for cell in labelled}
    assert labelled


def test_places_are_near_the_middle() -> None:
    """In a square its middle, in a ring beside the hole, in a sliver nothing fits."""
    square = [(0.0, 0.0), (60.0, 0.0), (60.0, 60.0), (0.0, 60.0), (0.0, 0.0)]
    hole = [(20.0, 5.0), (55.0, 5.0), (55.0, 55.0), (20.0, 55.0), (20.0, 5.0)]
    sliver = [(0.0, 0.0), (60.0, 0.0), (60.0, 1.0), (0.0, 1.0), (0.0, 0.0)]
    wedge = [(0.0, 0.0), (30.0, 60.0), (0.0, 60.0), (0.0, 0.0)]

    def spot(*polygons: Any, wide: float = 10) -> tuple[float, float, float]:
        found = spot_of(polygons, wide=wide, high=10)
        return found.x, found.y, found.room

    assert (30, 30, 60) == spot([square]) == spot([sliver], [square])
    assert 10 == spot([square, hole])[0]
    assert (30, 0) == spot([sliver])[::2]
    assert spot([wedge], wide=20)[1] > 45
    assert spot([wedge], wide=99)[2] < 30


def test_marks_of_notes_are_shown(measure: Measure, regions: Regions) -> None:
    """Also where there is no room for the figure, or no figure: no note is without its mark."""
    note = Note(mark="*", text="A note.")
    gone = Missing(MissingReason.NOT_COLLECTED)
    shown = measure(
        {"area": "NO", "value": 1, "notes": ["*"]},
        {"area": "SE", "value": gone, "notes": ["*"]},
        {"area": "DK", "value": 2},
        notes=[note],
    )
    geography = regions("NO", "SE", "DK", name="iso")
    for feature in geography["features"]:
        for position in feature["geometry"]["coordinates"][0]:
            position[0] /= 1000
    figure = choropleth(shown, geography, code="iso", lang="en")

    assert 2 == texts(figure.svg().encode()).count("*")
    assert ["*"] == [note.mark for note in figure.notes]


def test_charts_compose_and_draw(samples: Samples) -> None:
    """Layered, beside one another and restyled, in the words of the figure."""
    figure = samples("nb")["choropleth"]
    rule: Any = alt.Chart(alt.InlineData(values=[{}])).mark_rule().encode(y=alt.value(3))
    for chart in (
        figure.chart + rule,
        figure.chart & rule,
        figure.chart.configure_geoshape(stroke="red"),
    ):
        svg = figure.with_chart(chart).svg(framed=True)
        assert figure.headline in texts(svg.encode())
        assert 11 <= seen(svg.encode()).marks["shape"]


def test_points_are_layered_by_degrees(by_county: Measure, regions: Regions) -> None:
    """A place of one's own goes where it belongs, in the projection of the map."""
    figure = choropleth(by_county(), regions(*COUNTIES), code="number", lang="nb")
    look = figure.look
    assert isinstance(look, RegionLook)
    place = alt.Chart(alt.InlineData(values=[{"lon": 10, "lat": 61}])).mark_circle()
    point = place.encode(
        longitude=alt.Longitude(field="lon", type="quantitative"),
        latitude=alt.Latitude(field="lat", type="quantitative"),
    ).project(**look.projection.altair().to_dict())
    svg = figure.with_chart(figure.chart + point).svg()
    x, y = look.projection.pixels((10, 61))
    found = re.findall(r"translate\(([\d.]+),([\d.]+)\)", svg)

    assert min(abs(float(a) - x) + abs(float(b) - y) for a, b in found) < 0.2


def test_nothing_but_gaps(measure: Measure, regions: Regions) -> None:
    """Regions without any figure are drawn all the same."""
    gone = Missing(MissingReason.NOT_STATED)
    shown = measure({"value": gone}, {"area": "SE", "value": gone})

    assert 2 == len(paths_of(choropleth(shown, regions("NO", "SE"), code="number", lang="en")))


def test_extents() -> None:
    """How far regions reach decides how large the globe is drawn."""
    cone = cone_of([(0.0, 60.0), (10.0, 70.0)])
    extent = extent_of(cone, [(0.0, 60.0), (10.0, 60.0), (0.0, 70.0), (10.0, 70.0)])
    scale = extent.within(100, 1000)
    places = [
        Projection(cone=cone, scale=scale, x=0, y=0).pixels(p) for p in [(0.0, 60.0), (10.0, 60.0)]
    ]

    assert abs(places[1][0] - places[0][0] - 100) < 1e-9

"""Maps of tiles: rows by value, what has no colour, and what is refused."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import attrs
import pytest

from offinno.charts import (
    Figure,
    LostRegion,
    NotNormalised,
    NotSuitable,
    Theme,
    TwoLists,
    TwoUnits,
    tile_map,
)
from offinno.charts._colour import contrast
from offinno.charts._guards import check_marks
from offinno.charts._maps._tiles import TileLook
from offinno.exceptions import UnknownName
from offinno.language import LANGUAGES, Lang
from offinno.model import Comparison, Contradiction, Indicator, ManyFigures, Measuring
from offinno.pictures import seen, texts
from offinno.units import parse_unit
from offinno.values import Qualifier, Range, Value

Measure = Callable[..., Indicator]
Samples = Callable[[Lang], Mapping[str, Figure]]


def cells_of(figure: Figure, *, tiles: bool = True) -> list[dict[str, Any]]:
    """Return the tiles as they are drawn, or the legend."""
    every: list[dict[str, Any]] = figure.spec()["data"]["values"]
    return [cell for cell in every if (cell["key"] is not None) is tiles]


def legend_of(figure: Figure) -> list[str]:
    """Return the lines of the legend."""
    return [cell["legend"] for cell in cells_of(figure, tiles=False) if cell["legend"]]


def test_rows_by_value(by_county: Measure) -> None:
    """Figures as they were given, then the areas of the division without one."""
    rows = tile_map(by_county(), lang="nb", reference="NO-03@2020").rows
    found = [(row.key[3:5], row.value, row.state, row.apart, row.series) for row in rows]

    assert [
        ("03", Decimal("12.5"), "value", False, 1),
        ("11", Decimal("18.0"), "value", False, 1),
        ("15", Decimal("23.4"), "value", False, 3),
        ("18", None, "missing", False, 1),
        ("30", None, "suppressed", False, 1),
        ("34", Decimal("31.0"), "value", False, 3),
        ("38", Decimal("7.7"), "value", False, 1),
        ("42", Decimal("44.1"), "value", False, 5),
        ("46", Decimal("26.0"), "value", True, 1),
        ("54", None, "missing", False, 1),
        ("50", None, "missing", False, 1),
    ] == found


@pytest.mark.parametrize(
    ("lang", "words"), [("nb", "ingen tall"), ("nn", "ingen tal"), ("en", "no figure")]
)
def test_no_area_is_lost(by_county: Measure, lang: Lang, words: str) -> None:
    """One without a figure says so in tile, table, alt text and description."""
    figure = tile_map(by_county(), lang=lang)
    shown = texts(figure.svg().encode())

    assert words in shown
    assert ("Trøndelag", words) in figure.table.rows
    assert f"Trøndelag: {words}." in figure.description
    assert "4" in figure.alt
    assert {"Troms og Finnmark", "Nordland", "Oslo"} <= {" ".join(t.split()) for t in shown}


def test_alt_texts_name_extremes(by_county: Measure) -> None:
    """And what is set apart, and how many are missing."""
    figure = tile_map(by_county(), lang="nb", reference="NO-03@2020")

    assert (
        "Rutekart med 11\u00a0områder. Høyest: Agder, 44,1\u00a0prosent. Lavest: Vestfold og "
        "Telemark, 7,7\u00a0prosent. Kan ikke sammenlignes med de andre: Vestland. "
        "Tall mangler for 4\u00a0områder."
    ) == figure.alt
    assert "What it shows." == tile_map(by_county(), lang="nb", alt="What it shows.").alt


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_stands_in_the_picture(samples: Samples, lang: Lang) -> None:
    """Name and figure of every tile, and every line of the legend, at both widths."""
    for name in ("tile-map", "tile-map-changes"):
        figure = samples(lang)[name]
        for width in (320, 560):
            shown = re.sub(r"\s", "", "".join(texts(figure.svg(width=width).encode())))
            for row in figure.rows:
                assert re.sub(r"\s", "", row.label) in shown
                assert re.sub(r"\s", "", row.value_label) in shown
            for line in legend_of(figure):
                assert re.sub(r"\s", "", line) in shown


def test_every_tile_is_drawn(samples: Samples) -> None:
    """One mark for each area, and one for each line of the legend."""
    figure = samples("nb")["tile-map"]
    groups = [g for g in ET.fromstring(figure.svg()).iter() if "mark-rect" in g.get("class", "")]
    lines = [cell for cell in cells_of(figure, tiles=False) if cell["legend"]]

    assert len(figure.rows) + len(lines) + 1 == sum(len(group) for group in groups)


def test_a_lost_tile_is_an_error(samples: Samples) -> None:
    """A picture with fewer marks than areas is not handed out."""
    figure = samples("nb")["tile-map"]
    svg = figure.svg().encode()
    cells = figure.spec()["data"]["values"]
    check_marks(seen(svg), figure.look, cells)
    fewer = re.sub(rb'<path[^>]*d="[^"]+"[^>]*/>', b"", svg, count=3)
    with pytest.raises(LostRegion, match="of 16 areas") as caught:
        check_marks(seen(fewer), figure.look, cells)

    assert caught.value.found < caught.value.wanted


def test_what_has_no_colour_differs(samples: Samples) -> None:
    """Dashes for what is set apart, dots for what is missing, a hatch for what is withheld."""
    svg = samples("nb")["tile-map"].svg()

    assert 2 == svg.count('stroke-dasharray="5,3"')  # the tile and the legend
    assert 3 == svg.count('stroke-dasharray="1,3"')
    assert svg.count('stroke="#dde2e7"') > 5
    assert not [c for c in cells_of(samples("nb")["tile-map"]) if c["hollow"] and c["shade"]]


def test_legends_say_what_outlines_mean(by_county: Measure) -> None:
    """What tiles say themselves is not said again."""
    lines = legend_of(tile_map(by_county(), lang="nn", reference="NO-03@2020"))

    assert [
        "40 til under 60\u00a0%",
        "20 til under 40\u00a0%",
        "0 til under 20\u00a0%",
        "Kan ikkje samanliknast med Oslo",
    ] == [line.replace("\n", " ") for line in lines]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_how_classes_are_made_is_said(by_county: Measure, lang: Lang) -> None:
    """Above the legend."""
    said = {
        "nb": ("Like store trinn", "Omtrent like store grupper"),
        "nn": ("Like store steg", "Om lag like store grupper"),
        "en": ("Equal steps", "Groups of about equal size"),
    }
    for classing, words in zip(("equal-steps", "quantiles"), said[lang], strict=True):
        figure = tile_map(by_county(), lang=lang, classing=classing)  # type: ignore[arg-type]
        assert words in texts(figure.svg().encode())


def test_text_stands_out_against_its_tile() -> None:
    """At 4.5 : 1 or more, in the theme of offinno and in every other."""
    for theme in (Theme(), Theme(ink="#767676", sequential=["#7a7a7a", "#777777"])):
        config = theme.config(lang="nb")
        for scale in ("ordinal", "diverging"):
            for at, shade in enumerate(config["range"][scale], start=1):
                text = config["style"][f"offinno-on-{scale}-{at}"]["color"]
                assert contrast(shade, text) >= 4.5


def test_palettes_of_any_length_serve() -> None:
    """A theme may have two colours or ten; a map has six shades and seven."""
    for count in (2, 9):
        greys = ["#" + 3 * f"{10 * (9 - at):02x}" for at in range(count)]
        sides = ["#662703", "#ffffff", "#084066"]
        ranges = Theme(sequential=greys, diverging=sides).config(lang="nb")["range"]
        assert 6 == len(ranges["ordinal"])
        assert 7 == len(ranges["diverging"])


def test_totals_are_refused(by_county: Measure) -> None:
    """With the remedy; divided, or said to be meant, they are drawn."""
    with pytest.raises(NotNormalised, match=r"analysis\.per"):
        tile_map(by_county(unit="workplaces"), lang="nb")
    figure = tile_map(by_county(unit="workplaces"), lang="nb", totals=True)

    assert any("der det bor flere" in remark for remark in figure.remarks)
    for fine in (
        by_county(unit="NOK / inhabitants"),
        by_county(unit="NOK", measuring=Measuring.MEAN),
    ):
        assert not any("bor flere" in remark for remark in tile_map(fine, lang="nb").remarks)


@pytest.mark.parametrize("totals", ["no", 1, None])
def test_totals_are_allowed_or_not(by_county: Measure, totals: Any) -> None:
    """A word is no answer."""
    with pytest.raises(NotSuitable, match=r"totals takes True or False, not .*totals=True"):
        tile_map(by_county(), lang="nb", totals=totals)


def test_words_break_where_two_meet(measure: Measure) -> None:
    """A long unit finds room in a tile."""
    rows = [{"area": "NO", "value": -3}, {"area": "SE", "value": 2}]
    figure = tile_map(measure(*rows, unit="pp of workplaces"), lang="nb")
    narrow = figure.look.narrower(figure.rows).cells(figure.rows)

    assert "−3 prosent-\npoeng" in [cell["figure"] for cell in narrow]


def test_highlight_is_framed(by_county: Measure) -> None:
    """Also one without a figure; what is not there is an error."""
    framed = cells_of(tile_map(by_county(), lang="nb", highlight="NO-50@2020"))

    assert ["NO-50@2020"] == [cell["key"] for cell in framed if cell["framed"]]
    with pytest.raises(UnknownName, match="highlight"):
        tile_map(by_county(), lang="nb", highlight="NO-01@2018")


def test_a_comparison_and_its_indicator_give_one_map(by_county: Measure) -> None:
    """The indicator is compared with the same options."""
    comparison = Comparison.of(by_county(), reference="NO-11@2020")

    assert tile_map(comparison, lang="nb") == tile_map(
        by_county(), lang="nb", reference="NO-11@2020"
    )


def test_other_comparisons_are_refused(measure: Measure) -> None:
    """Tiles are areas."""
    shown = measure({"period": 2017, "value": 1}, {"value": 2})
    with pytest.raises(Contradiction, match="compare areas"):
        tile_map(Comparison.of(shown, along="period"), lang="nb")
    with pytest.raises(ManyFigures):
        tile_map(shown, lang="nb")
    with pytest.raises(NotSuitable):
        tile_map(shown.data()[0], lang="nb")  # type: ignore[arg-type]


@pytest.mark.parametrize("count", [1, 7, 0])
def test_too_many_classes_are_refused(by_county: Measure, count: int) -> None:
    """And too few."""
    with pytest.raises(Contradiction, match="use 2 to 6"):
        tile_map(by_county(), lang="nb", classes=count)


@pytest.mark.parametrize("count", ["3", 3.5, True])
def test_what_is_no_number_of_classes_is_refused(by_county: Measure, count: Any) -> None:
    """The fault is its type, and not how many there are."""
    with pytest.raises(NotSuitable, match=r"classes takes a whole number, not .*; .* classes=3"):
        tile_map(by_county(), lang="nb", classes=count)


def test_one_area_is_shown_by_its_number(measure: Measure) -> None:
    """A map compares areas: the error says that there is one, and what to do."""
    with pytest.raises(Contradiction, match=r"there is one figure, .* show it with number\(\)"):
        tile_map(measure({"value": 5}), lang="nb")


def test_unknown_ways_to_make_classes(by_county: Measure) -> None:
    """The error names those that there are."""
    with pytest.raises(UnknownName, match="quantiles"):
        tile_map(by_county(), lang="nb", classing="quantile")  # type: ignore[arg-type]


def test_two_divisions_are_refused(measure: Measure) -> None:
    """Also where the counties have one name."""
    shown = measure({"area": "NO-03@2018", "value": 1}, {"area": "NO-03@2020", "value": 2})
    with pytest.raises(TwoLists):
        tile_map(shown, lang="nb")


def test_two_units_share_no_colours(measure: Measure) -> None:
    """Figures in different units are refused."""
    one = measure({"value": 5}, unit="% of GDP", key="one").at()
    other = measure({"value": 6, "area": "SE"}, key="other").at()
    with pytest.raises(TwoUnits):
        tile_map(Comparison.between(one, other), lang="nb")


def test_several_values_have_no_colour(measure: Measure) -> None:
    """A range is in no class; the legend says so, and figures that are not exact are noted."""
    unit = parse_unit("% of workplaces")
    span = Range(low=Value(6, unit), high=Value(19, unit))
    about = Value(12, unit, Qualifier.ABOUT)
    figure = tile_map(
        measure({"value": span}, {"area": "SE", "value": about}, {"area": "DK", "value": 40}),
        lang="en",
    )

    assert "Several values, no colour" == legend_of(figure)[-1]
    assert ["NO"] == [cell["key"] for cell in cells_of(figure) if cell["hollow"] == "range"]
    assert any(remark.startswith("The figures are not exact") for remark in figure.remarks)


def test_nothing_but_gaps(measure: Measure) -> None:
    """A map without a figure has tiles and no legend."""
    from offinno.values import Missing, MissingReason

    gone = Missing(MissingReason.NOT_STATED)
    figure = tile_map(measure({"value": gone}, {"area": "SE", "value": gone}), lang="en")

    assert [] == legend_of(figure)
    assert 5 == len(figure.rows)
    assert figure.svg()


def test_whole_maps_need_no_outlines(measure: Measure) -> None:
    """Where every area has a figure, there is a colour for each."""
    codes = ("NO", "SE", "DK", "FI", "IS")
    figure = tile_map(
        measure(*({"area": code, "value": at} for at, code in enumerate(codes))), lang="en"
    )

    assert 5 == len([cell for cell in cells_of(figure) if cell["shade"]])
    assert "stroke-dasharray" not in figure.svg()


def test_names_break_behind_hyphens(measure: Measure) -> None:
    """Where they find no room in a narrow tile; nothing else is lost."""
    shown = measure({"area": "NO-16@2017", "value": 1}, {"area": "NO-17@2017", "value": 2})
    look = tile_map(shown, lang="nb").look
    assert isinstance(look, TileLook)
    rows = tile_map(shown, lang="nb").rows
    names = [cell["name"] for cell in look.narrower(rows).cells(rows) if cell["name"]]

    assert "Sør-\nTrøndelag" in names
    assert "Vest-Agder" in names
    narrow = look.narrower(rows)
    assert narrow is narrow.narrower(rows)


def test_charts_compose_and_draw(samples: Samples) -> None:
    """Layered, beside one another and restyled, in the words of the figure."""
    figure = samples("nb")["tile-map"]
    rule: Any = alt.Chart(alt.InlineData(values=[{}])).mark_rule().encode(y=alt.value(3))
    for chart in (
        figure.chart + rule,
        figure.chart & rule,
        figure.chart.configure_rect(stroke="red"),
    ):
        own = figure.with_chart(chart)
        shown = texts(own.svg(framed=True).encode())
        assert figure.headline in shown
        assert "12,5\u00a0%" in shown
    assert figure.with_chart(figure.chart).own.complete  # type: ignore[union-attr]


def test_looks_hold_no_figures(by_county: Measure) -> None:
    """Two maps that differ in the order of their rows only have one look."""
    shown = by_county()
    turned = attrs.evolve(shown, title="Another title")

    assert tile_map(shown, lang="nb").look == tile_map(turned, lang="nb").look


def test_nothing_is_mutated(by_county: Measure) -> None:
    """The indicator is the same before and after."""
    shown = by_county()
    before = (hash(shown), repr(shown.data()))
    tile_map(shown, lang="nb").spec()

    assert before == (hash(shown), repr(shown.data()))

"""Laws of maps."""

import re
from contextlib import suppress
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from offinno.charts import choropleth, tile_map
from offinno.charts._maps._classes import classes_of
from offinno.charts._maps._geography import area_of, shapes_of
from offinno.charts._maps._layouts import layouts
from offinno.exceptions import OffinnoError
from offinno.language import LANGUAGES, vocabulary
from offinno.model import (
    Area,
    Classing,
    Indicator,
    Observation,
    Observations,
    Population,
)
from offinno.pictures import seen, texts
from offinno.testing import indicators
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Value

SHARE = parse_unit("% of workplaces")
CLASSINGS: tuple[Classing, ...] = ("equal-steps", "quantiles")
NUMBERS = st.decimals(-1000, 1000, places=3) | st.integers(-(10**9), 10**9).map(Decimal)
FIGURES = st.decimals(0, 100, places=1).map(lambda share: Value(share, SHARE)) | st.sampled_from(
    list(MissingReason)
).map(Missing)
LANGS = st.sampled_from(LANGUAGES)


@st.composite
def by_area(draw: st.DrawFn) -> Indicator:
    """Draw figures of some areas of one layout."""
    layout = layouts()[draw(st.sampled_from(sorted(layouts())))]
    codes = draw(st.lists(st.sampled_from(sorted(layout)), min_size=2, unique=True))
    rows = [Observation(area=code, period=2018, value=draw(FIGURES)) for code in codes]
    return made(rows)


def made(rows: list[Observation]) -> Indicator:
    """Return an indicator of rows."""
    return Indicator(
        key="made-up",
        title="Made up",
        definition="Made up.",
        unit=SHARE,
        population=Population(unit=vocabulary()["workplaces"]),
        observations=Observations.of(SHARE, rows),
    )


@given(
    st.lists(NUMBERS, min_size=1, max_size=40),
    st.none() | st.integers(2, 6),
    st.sampled_from(CLASSINGS),
    st.booleans(),
)
def test_every_number_is_in_one_class(
    numbers: list[Decimal],
    count: int | None,
    classing: Classing,
    around: bool,  # noqa: FBT001 - drawn
) -> None:
    """Classes follow each other without overlap, no more than asked for, shades in their order."""
    unit = parse_unit("% change on year before" if around else "NOK / inhabitants")
    found = classes_of(numbers, unit, count=count, classing=classing).classes
    for number in numbers:
        assert 1 == sum(each.holds(number) for each in found)
    for lower, higher in pairwise(found):
        assert lower.high <= higher.low
        assert lower.shade < higher.shade
    zero = any(each.low == each.high == 0 for each in found)
    assert len(found) <= (6 if count is None else count) + zero


@given(st.lists(st.decimals(0, 100, places=2), min_size=1), st.none() | st.integers(2, 6))
def test_shares_stay_within_a_whole(numbers: list[Decimal], count: int | None) -> None:
    """No class of shares ends above a hundred, so all can be worded."""
    for classing in CLASSINGS:
        found = classes_of(numbers, SHARE, count=count, classing=classing)
        for each in found.classes:
            for lang in LANGUAGES:
                assert each.worded(SHARE, lang=lang)


@settings(max_examples=25)
@given(by_area(), LANGS, st.sampled_from(CLASSINGS))
def test_no_tile_is_lost(indicator: Indicator, lang: Any, classing: Classing) -> None:
    """Every area of the layout has a row, a tile, and a word in the descriptions."""
    figure = tile_map(indicator, lang=lang, classing=classing)
    keys = {row.key for row in figure.rows}
    layout = next(found for found in layouts().values() if keys == set(found))
    drawn = seen(figure.svg().encode())

    assert len(figure.rows) == len(layout) == len(figure.table.rows)
    assert drawn.marks["rect"] >= len(layout)
    assert len(figure.alt) <= 250
    for row in figure.rows:
        assert row.label in figure.description


HOSTILE = (
    *("</script><script>alert(1)</script>", "datum.shade || true", "null", "constructor"),
    *("x" * 120, "漢字" * 20, "a-b - c", "=1+1", "Æ-Ø-Å", "\u00e5" * 40),
)


def _without_breaks(text: str) -> str:
    """Return a text without what stands between its lines and words."""
    return re.sub(r"[\s-]", "", text)


@settings(max_examples=20)
@given(
    st.lists(st.sampled_from(HOSTILE), min_size=5, max_size=5), LANGS, st.sampled_from([320, 560])
)
def test_any_name_is_shown(names: list[str], lang: Any, width: int) -> None:
    """Whatever an area is called, in a tile and as a region; words may be parted by hyphens."""
    codes = ("DK", "FI", "IS", "NO", "SE")
    rows = [
        Observation(area=Area(code, name), period=2018, value=Value(at, SHARE))
        for at, (code, name) in enumerate(zip(codes, names, strict=True))
    ]
    indicator = made(rows)
    svg = tile_map(indicator, lang=lang).svg(width=width).encode()
    shown = _without_breaks("".join(texts(svg)))
    for row in tile_map(indicator, lang=lang).rows:
        assert _without_breaks(row.label) in shown

    assert choropleth(indicator, squares(list(codes)), code="code", lang=lang).svg(width=width)


@settings(max_examples=25)
@given(indicators(), LANGS)
def test_any_figures_give_a_map_or_a_named_error(indicator: Indicator, lang: Any) -> None:
    """Whatever their areas, units and periods."""
    geography = squares([area.code for area in indicator.areas])
    with suppress(OffinnoError):
        tile_map(indicator, lang=lang).svg()
    try:
        figure = choropleth(indicator, geography, code="code", lang=lang, totals=True)
    except OffinnoError:
        return
    drawn = seen(figure.svg().encode())

    assert len(indicator.areas) == drawn.marks["shape"]


def squares(codes: list[str], *, turned: frozenset[int] = frozenset()) -> dict[str, Any]:
    """Return squares beside one another, some of them wound the other way round."""
    features = []
    for at, code in enumerate(codes):
        west = -60 + 2.0 * at
        ring = [[west, 60], [west, 62], [west + 2, 62], [west + 2, 60], [west, 60]]
        outline = {"type": "Polygon", "coordinates": [ring[::-1] if at in turned else ring]}
        features.append({"type": "Feature", "properties": {"code": code}, "geometry": outline})
    return {"type": "FeatureCollection", "features": features}


@settings(max_examples=15)
@given(st.lists(FIGURES, min_size=2, max_size=8), st.frozensets(st.integers(0, 7)), LANGS)
def test_no_region_is_lost(
    figures: list[Value | Missing], turned: frozenset[int], lang: Any
) -> None:
    """However outlines are wound: each region is drawn, and none covers the globe."""
    codes = [f"x-{at}" for at in range(len(figures))]
    rows = [
        Observation(area=Area(code, f"Area {code}"), period=2018, value=value)
        for code, value in zip(codes, figures, strict=True)
    ]
    indicator = made(rows)
    figure = choropleth(
        indicator, squares([*codes, "x-more"], turned=turned), code="code", lang=lang
    )
    svg = figure.svg().encode()

    assert len(figures) + 1 == seen(svg).marks["shape"]
    for row in figure.rows:
        assert row.label in figure.description
    for entry in figure.look.cells(figure.rows):
        if entry["legend"] is not None:
            assert entry["legend"] in texts(svg)


@given(st.frozensets(st.integers(0, 7)))
def test_outlines_run_one_way(turned: frozenset[int]) -> None:
    """Whichever way they came."""
    shapes = shapes_of(squares(["a"] * 8, turned=turned), code="code", layer=None)

    assert all(area_of(shape.polygons[0][0]) < 0 for shape in shapes)

"""Maps of regions: figures and a geography of the user's in, a `Figure` out."""

import re
from collections.abc import Iterable
from typing import Final

from offinno.charts._choose import Allow, compared
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline, HeadlineLike
from offinno.charts._maps._errors import NoRegion, TwoRegions, UnknownRegion
from offinno.charts._maps._geography import GeographyLike, Shape, check_geography, shapes_of
from offinno.charts._maps._layouts import check_list
from offinno.charts._maps._mapped import Options, check_areas, mapped
from offinno.charts._maps._regions import Land, region_look
from offinno.charts._suitable import check_comparable, check_name
from offinno.language import Lang
from offinno.model import Area, Classing, Comparison, Indicator, UnknownArea
from offinno.wording import message_plural

_COUNTIES: Final = "counties "
_COUNTY: Final = re.compile(r"(?:NO-)?([0-9]{1,2})(?:@([0-9]{4}))?")


def choropleth(  # noqa: PLR0913 - the options of the block of the same name, all by keyword
    subject: Comparison | Indicator,
    geography: GeographyLike,
    *,
    code: str,
    lang: Lang,
    layer: str | None = None,
    headline: HeadlineLike = None,
    alt: HeadlineLike = None,
    classes: int | None = None,
    classing: Classing = "equal-steps",
    totals: bool = False,
    reference: str | None = None,
    highlight: str | None = None,
    allow: Allow = (),
) -> Figure:
    """Return figures of areas as the colours of regions on a map.

    The outlines are yours, as GeoJSON or TopoJSON in degrees; how far they are simplified is
    your choice. Every region is drawn and counted in the picture: one without a figure bears a
    ring, one whose figure is withheld a square, one that may not be compared with the reference
    a diamond, each explained in the legend. Outlines that run the wrong way round are turned.

    The map keeps areas true (Albers' projection, its middle and its two parallels taken from the
    regions), because a colour weighs as much as the area that it fills. Totals are refused for
    the same reason; see `tile_map`, which weighs every area alike.

    Args:
        subject: What to show, one figure for each area. A comparison has its own *reference* and
            *allow*.
        geography: The regions, as a parsed document or the path of a file.
        code: The property of a region that holds its code; ``id`` where it stands beside the
            properties. Counties may have their two digits, and are taken for those of the
            division that the figures are by.
        lang: The language of the picture.
        layer: The name of the object in TopoJSON, where there are several.
        headline: The finding; without one, what is measured.
        alt: What the picture shows, for those who do not see it; without one, a text made of its
            figures.
        classes: How many classes there may be, from 2 to 6; None for as many as serve so many
            figures.
        classing: Whether classes are steps of one width between round numbers, or hold about as
            many areas each.
        totals: Whether totals may be shown as colours; that they are is said below the picture.
        reference: The code of the area that the others are held against.
        highlight: The code of the area that stands out.
        allow: Rules of comparability that are overridden, each with the reason why.

    Raises:
        NotSuitable: If it is neither a comparison nor an indicator, the geography neither a
            mapping nor a path, or an option of another kind than it should be.
        NotNormalised: If the figures are totals.
        TwoLists: If the areas are of two lists.
        NoRegion: If there is no region of an area that has a figure.
        UnknownRegion: If a region's code is not in the list of the areas.
        TwoRegions: If two regions have one code.
        BadGeography: If it is no geography, or has no codes or no such layer.
        NotDegrees: If its coordinates are no degrees.
        OpenRing: If an outline is not closed.
        CannotRead: If its file cannot be read.
        TwoUnits: If the figures are in different units.
        ManyFigures: If there are several figures for one area.
        UnknownName: If there is no such area.
        Contradiction: If there is one figure only, the number of classes is out of bounds, or a
            comparison is to be made anew.

    >>> from offinno.datasets import load
    >>> nordic = load("innovation-2019").indicator("nordic-innovative-workplaces")
    >>> def square(code: str, east: int) -> dict[str, object]:
    ...     ring = [[east, 60], [east + 4, 60], [east + 4, 64], [east, 64], [east, 60]]
    ...     outline = {"type": "Polygon", "coordinates": [ring]}
    ...     return {"type": "Feature", "properties": {"iso": code}, "geometry": outline}
    >>> squares = [square(area.code, 4 * at) for at, area in enumerate(nordic.areas)]
    >>> geography = {"type": "FeatureCollection", "features": squares}
    >>> figure = choropleth(nordic, geography, code="iso", lang="en")
    >>> [row.label for row in figure.rows if row.apart]
    ['Finland']
    """
    check_comparable("choropleth()", subject)
    comparison = compared(subject, along="area", reference=reference, allow=allow)
    options = Options(classes=classes, classing=classing, totals=totals, highlight=highlight)
    check_geography("choropleth()", geography)
    check_name("code", "the name of a property", code)
    if layer is not None:
        check_name("layer", "the name of an object in TopoJSON", layer)
    shapes = shapes_of(geography, code=code, layer=layer)
    figure = choropleth_of(
        comparison, shapes, lang=lang, headline=Headline(headline), options=options
    )
    return figure.with_alt(alt)


def choropleth_of(
    comparison: Comparison,
    shapes: Iterable[Shape],
    *,
    lang: Lang,
    headline: Headline,
    options: Options,
) -> Figure:
    """Return figures of areas as regions; see `choropleth`."""
    check_areas("choropleth", comparison, options)
    areas = [datum.area for datum in comparison.members]
    check_list(areas)
    regions = _regions(shapes, areas[0].list)
    for area in areas:
        if area not in regions:
            raise NoRegion(area.code)
    land = Land(tuple((area.code, shape.polygons) for area, shape in regions.items()))
    return mapped(
        comparison,
        lang=lang,
        headline=headline,
        options=options,
        absent=[area for area in regions if area not in areas],
        start=message_plural("map of {n} area", "map of {n} areas", len(regions), lang=lang),
        said=(),
        look_of=lambda rows, scale, legend: region_look(
            rows, land=land, scale=scale, legend=legend, highlight=options.highlight
        ),
    )


def _regions(shapes: Iterable[Shape], list_: str) -> dict[Area, Shape]:
    """Return the regions by the area of a list that each is of."""
    found: dict[Area, Shape] = {}
    for shape in shapes:
        area = _area(shape, list_)
        if area in found:
            raise TwoRegions(shape.code, shape.place)
        found[area] = shape
    return found


def _area(shape: Shape, list_: str) -> Area:
    """Return the area of a list that a region is of."""
    try:
        area = Area(_full(shape.code, list_), label=shape.code if list_ == "own" else None)
    except UnknownArea as problem:
        raise UnknownRegion(shape.place, shape.code, list_, problem.remedy) from None
    if area.list != list_:
        remedy = f"it is in {area.list!r}; take a geography of the same list and date"
        raise UnknownRegion(shape.place, shape.code, list_, remedy)
    return area


def _full(code: str, list_: str) -> str:
    """Return the whole code of a county that is written by its digits."""
    county = _COUNTY.fullmatch(code) if list_.startswith(_COUNTIES) else None
    if county is None:
        return code
    return f"NO-{county[1]:>02}@{county[2] or list_.removeprefix(_COUNTIES)}"

"""Maps of tiles: figures of Norwegian counties or Nordic countries in, a `Figure` out."""

from offinno.charts._choose import Allow, compared
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline, HeadlineLike
from offinno.charts._maps._layouts import layout_of, layouts
from offinno.charts._maps._mapped import Options, check_areas, mapped
from offinno.charts._maps._tiles import tile_look
from offinno.charts._suitable import check_comparable
from offinno.language import Lang
from offinno.model import Area, Classing, Comparison, Indicator
from offinno.wording import message_plural


def tile_map(  # noqa: PLR0913 - the options of the block of the same name, all by keyword
    subject: Comparison | Indicator,
    *,
    lang: Lang,
    headline: HeadlineLike = None,
    alt: HeadlineLike = None,
    classes: int | None = None,
    classing: Classing = "equal-steps",
    totals: bool = False,
    reference: str | None = None,
    highlight: str | None = None,
    allow: Allow = (),
) -> Figure:
    """Return figures of areas as a map of tiles, one of the same size for each area.

    There are tiles for the counties of Norway in the divisions of 2017, 2018, 2020 and 2024, and
    for the Nordic countries; which, follows from the areas. Every area of the division has a
    tile: one without a figure says so, one whose figure is withheld is hatched, and one that may
    not be compared with the reference is outlined and not filled, with the reason below.

    Shades run from little to much; of changes and differences, and wherever figures lie on both
    sides of zero, from one side of zero to the other. Totals are refused, for a map of totals
    shows little but where most people live: divide them first with `offinno.analysis.per`.

    Args:
        subject: What to show, one figure for each area. A comparison has its own *reference* and
            *allow*.
        lang: The language of the picture.
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
        NotSuitable: If it is neither a comparison nor an indicator, the number of classes is no
            whole number, or *totals* neither yes nor no.
        NotNormalised: If the figures are totals.
        TwoLists: If the areas are of two divisions.
        NoTile: If an area is neither a county of Norway nor a Nordic country.
        TwoUnits: If the figures are in different units.
        ManyFigures: If there are several figures for one area.
        UnknownName: If there is no such area.
        Contradiction: If there is one figure only, the number of classes is out of bounds, or a
            comparison is to be made anew.

    >>> from offinno.datasets import load
    >>> nordic = load("innovation-2019").indicator("nordic-innovative-workplaces")
    >>> figure = tile_map(nordic, lang="en", highlight="NO")
    >>> [(row.label, row.value_label) for row in figure.rows if row.apart]
    [('Finland', '95%*')]
    """
    check_comparable("tile_map()", subject)
    comparison = compared(subject, along="area", reference=reference, allow=allow)
    options = Options(classes=classes, classing=classing, totals=totals, highlight=highlight)
    figure = tile_map_of(comparison, lang=lang, headline=Headline(headline), options=options)
    return figure.with_alt(alt)


def tile_map_of(
    comparison: Comparison, *, lang: Lang, headline: Headline, options: Options
) -> Figure:
    """Return figures of areas as tiles; see `tile_map`."""
    check_areas("tile map", comparison, options)
    areas = [datum.area for datum in comparison.members]
    layout = layout_of(areas)
    there = {area.code for area in areas}
    absent = [Area(code) for code in layouts()[layout] if code not in there]
    return mapped(
        comparison,
        lang=lang,
        headline=headline,
        options=options,
        absent=absent,
        start=message_plural(
            "tile map of {n} area", "tile map of {n} areas", len(areas) + len(absent), lang=lang
        ),
        said=("missing", "suppressed"),
        look_of=lambda rows, scale, legend: tile_look(
            rows, layout=layout, scale=scale, legend=legend, highlight=options.highlight
        ),
    )

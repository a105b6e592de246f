"""Blocks of a factsheet, and anything else that has a picture, as figures."""

from functools import singledispatch
from os import PathLike

import attrs

from offinno.charts._builders import bars, grouped_bars, number, ranking
from offinno.charts._choose import compared, varying
from offinno.charts._errors import NoLanguage, NoPicture
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline
from offinno.charts._lines._dot_interval import dot_interval_of
from offinno.charts._lines._series import series_of
from offinno.charts._lines._slope import slope_of
from offinno.charts._maps import (
    choropleth_of,
    file_beside,
    options_of,
    shapes_of,
    tile_map_of,
)
from offinno.charts._several import bars_of, grouped_bars_of, ranking_of
from offinno.charts._single import number_of, pictogram_of
from offinno.charts._timeline import scheme_timeline_of
from offinno.charts._wholes import parts_of
from offinno.exceptions import OffinnoError, Steps, path_name
from offinno.language import Lang, language
from offinno.model import (
    Bars,
    Choropleth,
    Comparison,
    Datum,
    DotInterval,
    Factsheet,
    FigureBlock,
    GroupedBars,
    Indicator,
    Number,
    Parts,
    Pictogram,
    Ranking,
    SchemeTimeline,
    Series,
    Slope,
    TileMap,
)
from offinno.wording import fill


def figure_of(
    block: FigureBlock | SchemeTimeline,
    sheet: Factsheet,
    *,
    lang: Lang,
    beside: str | PathLike[str] | None = None,
) -> Figure:
    """Return the figure that *block* of *sheet* shows.

    The figures in its headline are worded, and bear the marks of their notes. A headline that
    lacks the language is shown in one that it has, which the page marks; an alt text that does
    gives way to the one that is made of the figures, for a picture is read out in one language.

    Args:
        block: What to draw.
        sheet: The sheet that it is a block of.
        lang: The language of the picture.
        beside: The folder that the sheet stands in, where a block names a file beside it.

    Raises:
        NoPicture: If it is no block of a figure.
        NoFolder: If it names a file and no folder is given.
        UnknownName: If it names a dimension or bar that is not there.
        ManyFigures: If there are several figures for one place in the picture.

    >>> from offinno.datasets import load
    >>> from offinno.model import Ranking
    >>> sheet = load("innovation-2019")
    >>> block = next(block for block in sheet.blocks if isinstance(block, Ranking))
    >>> figure_of(block, sheet, lang="en").source_line
    'Source: Difi (2019)'
    """
    if isinstance(block, Choropleth):
        figure = _choropleth(block, sheet, lang, beside)
    else:
        figure = _figure_of(block, sheet, lang)
    if block.alt is None or language(lang) in block.alt.missing:
        return figure
    return attrs.evolve(figure, alt=fill(block.alt, sheet, lang=lang))


def undrawn(
    sheet: Factsheet,
    *,
    lang: Lang,
    beside: str | PathLike[str] | None = None,
    of_files: bool = False,
) -> tuple[tuple[Steps, OffinnoError], ...]:
    """Return which blocks of *sheet* have no figure, each by where it stands, and why.

    What a sheet can know of itself it has refused; what is left are the files that it names.

    Args:
        sheet: The sheet.
        lang: The language of the figures.
        beside: The folder that the sheet stands in.
        of_files: Whether to look only at blocks that name a file beside the sheet.

    >>> from offinno.datasets import load
    >>> undrawn(load("innovation-2019"), lang="nb")
    ()
    """
    found: list[tuple[Steps, OffinnoError]] = []
    for at, block in enumerate(sheet.blocks):
        if not isinstance(block, FigureBlock | SchemeTimeline):
            continue
        if of_files and not isinstance(block, Choropleth):
            continue
        try:
            figure_of(block, sheet, lang=lang, beside=beside)
        except OffinnoError as problem:
            field = ("geography",) if isinstance(block, Choropleth) else ()
            found.append((("blocks", at, *field), problem))
    return tuple(found)


@singledispatch
def _figure_of(block: object, sheet: Factsheet, lang: Lang) -> Figure:  # noqa: ARG001
    """Refuse what no function below draws."""
    raise NoPicture(type(block).__name__)


@_figure_of.register
def _(block: Number, sheet: Factsheet, lang: Lang) -> Figure:
    datum, headline = sheet.figure(block.figure), Headline(block.headline, sheet)
    return number_of(datum, lang=lang, headline=headline, form=block.figure.form)


@_figure_of.register
def _(block: Pictogram, sheet: Factsheet, lang: Lang) -> Figure:
    datum, headline = sheet.figure(block.figure), Headline(block.headline, sheet)
    return pictogram_of(datum, lang=lang, headline=headline, of=block.of)


@_figure_of.register
def _(block: Ranking, sheet: Factsheet, lang: Lang) -> Figure:
    comparison = compared(
        sheet.select(block.figure),
        along=block.along,
        reference=block.reference,
        allow=block.allow,
    )
    headline = Headline(block.headline, sheet)
    return ranking_of(comparison, lang=lang, headline=headline, highlight=block.highlight)


@_figure_of.register
def _(block: Bars, sheet: Factsheet, lang: Lang) -> Figure:
    return bars_of(
        sheet.select(block.figure),
        lang=lang,
        headline=Headline(block.headline, sheet),
        along=block.along,
        highlight=block.highlight,
        allow=block.allow,
    )


@_figure_of.register
def _(block: GroupedBars, sheet: Factsheet, lang: Lang) -> Figure:
    return grouped_bars_of(
        sheet.select(block.figure),
        lang=lang,
        headline=Headline(block.headline, sheet),
        along=block.along,
        by=block.by,
        allow=block.allow,
    )


@_figure_of.register
def _(block: Series, sheet: Factsheet, lang: Lang) -> Figure:
    return series_of(
        sheet.select(block.figure),
        lang=lang,
        headline=Headline(block.headline, sheet),
        by=block.by,
        mark=block.mark,
        highlight=block.highlight,
        zero=block.zero,
        allow=block.allow,
    )


@_figure_of.register
def _(block: DotInterval, sheet: Factsheet, lang: Lang) -> Figure:
    comparison = compared(
        sheet.select(block.figure),
        along=block.along,
        reference=block.reference,
        allow=block.allow,
    )
    headline = Headline(block.headline, sheet)
    return dot_interval_of(comparison, lang=lang, headline=headline, highlight=block.highlight)


@_figure_of.register
def _(block: Slope, sheet: Factsheet, lang: Lang) -> Figure:
    return slope_of(
        sheet.select(block.figure),
        lang=lang,
        headline=Headline(block.headline, sheet),
        along=block.along,
        start=block.start,
        end=block.end,
        highlight=block.highlight,
        allow=block.allow,
    )


@_figure_of.register
def _(block: TileMap, sheet: Factsheet, lang: Lang) -> Figure:
    headline, options = Headline(block.headline, sheet), options_of(block)
    found = _by_area(block, sheet)
    return tile_map_of(found, lang=lang, headline=headline, options=options)


def _choropleth(
    block: Choropleth, sheet: Factsheet, lang: Lang, beside: str | PathLike[str] | None
) -> Figure:
    """Return the map of a block, its regions from the file that it names."""
    path = file_beside(block.geography, beside)
    shapes = shapes_of(path, code=block.code, layer=block.layer)
    headline, options = Headline(block.headline, sheet), options_of(block)
    found = _by_area(block, sheet)
    return choropleth_of(found, shapes, lang=lang, headline=headline, options=options)


def _by_area(block: TileMap | Choropleth, sheet: Factsheet) -> Comparison:
    """Return the figures of a map, held against its reference."""
    shown = sheet.select(block.figure)
    return compared(shown, along="area", reference=block.reference, allow=block.allow)


@_figure_of.register
def _(block: Parts, sheet: Factsheet, lang: Lang) -> Figure:
    return parts_of(
        sheet.select(block.figure),
        lang=lang,
        headline=Headline(block.headline, sheet),
        along=block.along,
        by=block.by,
        beside=[sheet.select(reference) for reference in block.beside],
        highlight=block.highlight,
    )


@_figure_of.register
def _(block: SchemeTimeline, sheet: Factsheet, lang: Lang) -> Figure:
    return scheme_timeline_of(
        [sheet.scheme(key) for key in block.schemes],
        lang=lang,
        headline=Headline(block.headline, sheet),
        start=block.start,
        end=block.end,
        highlight=block.highlight,
        sources=sheet.sources,
        others=sheet.schemes,
    )


def write_picture(thing: object, path: str | PathLike[str], *, lang: Lang | None = None) -> None:
    """Write the picture of *thing* to *path*, by the ending of its name.

    A figure of a chart is written as it is; a comparison is ranked, an indicator is drawn along
    whatever its figures differ in, and a single figure is shown large.

    Args:
        thing: A `Figure`, or a Datum, Indicator or Comparison.
        path: Where to: ``.svg``, ``.png`` or ``.pdf``.
        lang: The language; a `Figure` has its own.

    Raises:
        NotAPath: If there is no path.
        NoLanguage: If no language is given for what has none of its own.
        NoPicture: If there is no picture of such a thing.
        CannotWrite: If the system does not let us.

    >>> from offinno.datasets import load
    >>> write_picture(load("innovation-2019").figure("h2020-applications"), "a.svg", lang="en")
    """
    if isinstance(thing, Figure):
        thing.save(path)
        return
    if lang is None:
        raise NoLanguage(path_name(path))
    _natural(thing, lang).save(path)


@singledispatch
def _natural(thing: object, lang: Lang) -> Figure:  # noqa: ARG001 - the common signature
    """Refuse what there is no picture of."""
    raise NoPicture(type(thing).__name__)


@_natural.register
def _(thing: Datum, lang: Lang) -> Figure:
    return number(thing, lang=lang)


@_natural.register
def _(thing: Comparison, lang: Lang) -> Figure:
    return ranking(thing, lang=lang)


@_natural.register
def _(thing: Indicator, lang: Lang) -> Figure:
    differing = varying(thing)
    if not differing:
        return number(thing.at(), lang=lang)
    if len(differing) == 1:
        return bars(thing, lang=lang, along=differing[0])
    return grouped_bars(thing, lang=lang, along=differing[0], by=differing[1])

"""Blocks of a factsheet, and anything else that has a picture, as figures."""

from functools import singledispatch
from os import PathLike, fsdecode

from offinno.charts._builders import bars, grouped_bars, number, ranking
from offinno.charts._choose import compared, varying
from offinno.charts._errors import NoLanguage, NoPicture
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline
from offinno.charts._several import bars_of, grouped_bars_of, ranking_of
from offinno.charts._single import number_of, pictogram_of
from offinno.language import Lang
from offinno.model import (
    Bars,
    Comparison,
    Datum,
    Factsheet,
    FigureBlock,
    GroupedBars,
    Indicator,
    Number,
    Pictogram,
    Ranking,
)


def figure_of(block: FigureBlock, sheet: Factsheet, *, lang: Lang) -> Figure:
    """Return the figure that *block* of *sheet* shows.

    The figures in its headline are worded, and bear the marks of their notes.

    Raises:
        NoPicture: If it is no block of a figure.
        UnknownName: If it names a dimension or bar that is not there.
        ManyFigures: If there are several figures for one place in the picture.

    >>> from offinno.datasets import load
    >>> from offinno.model import Ranking
    >>> sheet = load("innovation-2019")
    >>> block = next(block for block in sheet.blocks if isinstance(block, Ranking))
    >>> figure_of(block, sheet, lang="en").source_line
    'Source: Difi (2019)'
    """
    return _figure_of(block, sheet, lang)


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
    )


@_figure_of.register
def _(block: GroupedBars, sheet: Factsheet, lang: Lang) -> Figure:
    return grouped_bars_of(
        sheet.select(block.figure),
        lang=lang,
        headline=Headline(block.headline, sheet),
        along=block.along,
        by=block.by,
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
        raise NoLanguage(fsdecode(path))
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

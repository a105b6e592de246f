"""Figures of areas as a map of any kind: which colour each has, and all the words around it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, final, get_args

import attrs

from offinno.charts._alts import alt_of_map
from offinno.charts._aspects import aspects_of, header
from offinno.charts._choose import check_highlight, check_units
from offinno.charts._compose import composed
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline
from offinno.charts._maps._classes import Classes, classes_of
from offinno.charts._maps._errors import NotNormalised
from offinno.charts._maps._legend import Hollow, Legend, hollow_of, legend_of
from offinno.charts._notes import Noted, noted
from offinno.charts._parts import Table
from offinno.charts._row import Row, row_of, shortly
from offinno.charts._shades import Scale
from offinno.charts._spec import Look
from offinno.charts._suitable import check_count, check_flag
from offinno.charts._tables import list_table
from offinno.charts._words import spoken_of
from offinno.exceptions import UnknownName
from offinno.language import Lang
from offinno.model import (
    Area,
    Choropleth,
    Classing,
    Comparison,
    Contradiction,
    TileMap,
    Verdict,
    is_total,
)
from offinno.values import MissingReason, Qualifier
from offinno.wording import area_text, capitalised, full_stop, listed, message, reasons_text

_CLASSES: Final = range(2, 7)

#: Makes the look of rows coloured by a palette and explained by a legend.
LookOf = Callable[[tuple[Row, ...], Scale, Legend], Look]


@final
@attrs.frozen(kw_only=True)
class Options:
    """The options that maps of all kinds share."""

    #: How many classes there may be; None for as many as serve so many figures.
    classes: int | None
    #: Whether classes are steps of one width, or hold about as many areas each.
    classing: Classing
    #: Whether totals may be shown as colours.
    totals: bool
    #: The code of the area that stands out.
    highlight: str | None


def options_of(block: TileMap | Choropleth) -> Options:
    """Return the options that a block of a sheet gives a map."""
    return Options(
        classes=block.classes,
        classing=block.classing,
        totals=block.totals,
        highlight=block.highlight,
    )


def check_areas(part: str, comparison: Comparison, options: Options) -> None:
    """Refuse what no map can show truly.

    Raises:
        NotSuitable: If the number of classes is no whole number, or *totals* neither yes nor no.
        Contradiction: If the figures do not differ in area, or the number of classes is out of
            bounds.
        UnknownName: If there is no such way to make classes.
        TwoUnits: If the figures are in different units.
        NotNormalised: If they are totals, and that was not said to be meant.
    """
    check_flag("totals", options.totals)
    if options.classes is not None:
        check_count("classes", options.classes, 3)
        if options.classes not in _CLASSES:
            raise Contradiction(part, f"{options.classes} classes; use 2 to 6")
    if options.classing not in get_args(Classing):
        raise UnknownName("way to make classes", str(options.classing), get_args(Classing))
    if comparison.along != "area":
        raise Contradiction(part, f"the comparison is along {comparison.along!r}; compare areas")
    check_units(comparison.members)
    indicator = comparison.members[0].indicator
    if is_total(indicator) and not options.totals:
        raise NotNormalised(str(indicator.unit))


def mapped(  # noqa: PLR0913 - what differs between maps of two kinds, all by keyword
    comparison: Comparison,
    *,
    lang: Lang,
    headline: Headline,
    options: Options,
    absent: Sequence[Area],
    start: str,
    said: Sequence[Hollow],
    look_of: LookOf,
) -> Figure:
    """Return figures of areas as a map.

    Args:
        comparison: The figures, which `check_areas` has passed.
        lang: The language.
        headline: The finding.
        options: The options of maps.
        absent: Areas of the map that no figure is about.
        start: What the alt text begins with.
        said: The outlines that the map itself explains.
        look_of: Makes its look.
    """
    data = comparison.members
    check_highlight(options.highlight, [*comparison.names, *(area.code for area in absent)])
    notes = noted([*data, *headline.mentioned(lang)], lang=lang)
    classes = _classes(comparison, options)
    rows = _rows(comparison, notes, classes)
    short = shortly(data, rows, lang=lang)
    others = tuple(_empty(area, lang) for area in absent)
    spoken = (*spoken_of(data, lang=lang), *(row.value_label for row in others))
    legend = _legend(comparison, classes, (*short, *others), said, lang)
    look = look_of((*short, *others), classes.scale, legend)
    return composed(
        data,
        rows=short,
        others=others,
        look=look,
        noted=notes,
        headline=headline.worded(data, notes),
        alt=alt_of_map(start, (*rows, *others), spoken, lang=lang),
        table=_table(comparison, (*rows, *others), lang),
        along=("area",),
        reasons=(
            *_reasons(comparison, lang),
            *_warnings(short, lang, totals=is_total(data[0].indicator)),
            *_lost(() if "reason" in look.shown else others, lang),
        ),
    )


def _legend(
    comparison: Comparison,
    classes: Classes,
    rows: Sequence[Row],
    said: Sequence[Hollow],
    lang: Lang,
) -> Legend:
    """Return what colours and outlines mean."""
    reference = area_text(comparison.reference.area, lang=lang)
    unit = comparison.members[0].unit
    return legend_of(classes, rows, unit, lang=lang, reference=reference, said=said)


def _table(comparison: Comparison, rows: Sequence[Row], lang: Lang) -> Table:
    """Return the figures as a table, those that may be compared and others alike."""
    first = comparison.members[0]
    column = header(first.indicator, "area", lang=lang)
    return list_table(rows, header=column, unit=first.unit, lang=lang)


def _classes(comparison: Comparison, options: Options) -> Classes:
    """Return the classes of the figures that may be compared."""
    numbers = [datum.number.magnitude for datum in comparison.comparable]
    unit = comparison.members[0].unit
    return classes_of(numbers, unit, count=options.classes, classing=options.classing)


def _rows(comparison: Comparison, notes: Noted, classes: Classes) -> tuple[Row, ...]:
    """Return the figures as rows, each in its shade; those set apart in none."""
    aspects = aspects_of(comparison.members, lang=notes.lang)
    apart = {id(datum) for datum in comparison.set_apart}
    coloured = {id(datum) for datum in comparison.comparable}
    return tuple(
        row_of(
            datum,
            lang=notes.lang,
            key=datum.area.code,
            label=aspects.label(at, "area"),
            mark=notes.mark(datum),
            apart=id(datum) in apart,
            series=classes.shade(datum.number.magnitude) if id(datum) in coloured else 1,
        )
        for at, datum in enumerate(comparison.members)
    )


def _empty(area: Area, lang: Lang) -> Row:
    """Return the row of an area that no figure is about."""
    return Row(
        key=area.code,
        label=capitalised(area_text(area, lang=lang)),
        value_label=message("no figure", lang=lang),
        state="missing",
        missing=MissingReason.NOT_STATED.value,
    )


def _reasons(comparison: Comparison, lang: Lang) -> tuple[str, ...]:
    """Return the reasons of the verdict, those that forbid comparing first."""
    refused = [r for r in comparison.reasons if r.outcome is Verdict.NOT_COMPARABLE]
    others = [r for r in comparison.reasons if r.outcome is not Verdict.NOT_COMPARABLE]
    return tuple(map(full_stop, reasons_text([*refused, *others], lang=lang)))


def _warnings(rows: Sequence[Row], lang: Lang, *, totals: bool) -> Iterator[str]:
    """Return what a reader of the colours must know."""
    coloured = [row for row in rows if hollow_of(row) is None]
    if any(row.qualifier != Qualifier.EXACT.value for row in coloured):
        yield message(
            "The figures are not exact; their colours are those of the numbers.", lang=lang
        )
    if totals:
        yield message("Totals: where more people live, there is more of most things.", lang=lang)


def _lost(rows: Sequence[Row], lang: Lang) -> Iterator[str]:
    """Return which areas no figure is about, where the map does not say so."""
    if rows:
        names = listed([row.label for row in rows], lang=lang)
        yield full_stop(f"{names}: {rows[0].value_label}")

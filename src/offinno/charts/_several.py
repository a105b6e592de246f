"""Pictures of several figures: ranked, as bars, as bars in groups."""

from collections.abc import Sequence

from offinno.charts._aspects import aspects_of, header, name_of
from offinno.charts._bars import axis_top, bar_look
from offinno.charts._choose import (
    Chosen,
    check_highlight,
    check_units,
    chosen,
    names_along,
    telling,
)
from offinno.charts._columns import Scale, column_look, fits, may_crowd, may_stand
from offinno.charts._compose import composed
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline
from offinno.charts._lines._words import interval_remarks
from offinno.charts._notes import Noted, noted
from offinno.charts._row import Row, computed, row_of, shortly
from offinno.charts._spec import Look
from offinno.charts._tables import cross_table, list_table
from offinno.charts._words import alt_of_bars, spoken_of
from offinno.language import Lang
from offinno.model import Comparison, Contradiction, Datum, Indicator, Verdict
from offinno.units import Kind
from offinno.values import UnknownOutcome
from offinno.wording import approximate, common_power, full_stop, message, reasons_text, tick_format


def ranking_of(
    comparison: Comparison, *, lang: Lang, headline: Headline, highlight: str | None
) -> Figure:
    """Return figures in the order of their size; see `offinno.charts.ranking`."""
    check_units(comparison.members)
    check_highlight(highlight, comparison.names)
    data = in_order(comparison)
    notes = noted([*data, *headline.mentioned(lang)], lang=lang)
    rows = ranked_rows(comparison, data, notes, highlight)
    short = shortly(data, rows, lang=lang)
    column = header(data[0].indicator, comparison.along, lang=lang)
    return composed(
        data,
        rows=short,
        look=bar_look(short, whole=_is_share(data)),
        noted=notes,
        headline=headline.worded(data, notes),
        alt=alt_of_bars(rows, spoken_of(data, lang=lang), lang=lang),
        table=list_table(rows, header=column, unit=data[0].unit, lang=lang),
        along=(comparison.along,),
        reasons=[*reasons_against(comparison, lang), *interval_remarks(data, short, lang=lang)],
    )


def in_order(comparison: Comparison) -> list[Datum]:
    """Return what is ranked by its place, then what has no number, then what is set apart."""
    ranked = [datum for _, datum in _placed(comparison)]
    others = {id(datum) for datum in (*ranked, *comparison.set_apart)}
    return [
        *ranked,
        *(datum for datum in comparison.members if id(datum) not in others),
        *comparison.set_apart,
    ]


def _placed(comparison: Comparison) -> Sequence[tuple[int | None, Datum]]:
    """Return what is ranked in the order of its size, each with its place.

    Where qualifiers such as *about* leave open which figure is larger, nobody has a place.
    """
    try:
        return comparison.ranking
    except UnknownOutcome:
        larger = sorted(comparison.comparable, key=lambda datum: datum.number.magnitude)
        return [(None, datum) for datum in reversed(larger)]


def ranked_rows(
    comparison: Comparison, data: Sequence[Datum], notes: Noted, highlight: str | None
) -> tuple[Row, ...]:
    """Return the rows of a ranking, those set apart below a heading."""
    lang, along = notes.lang, comparison.along
    heading = _heading(comparison, lang)
    aspects = aspects_of(data, lang=lang)
    places = {id(datum): place for place, datum in _placed(comparison)}
    apart = {id(datum) for datum in comparison.set_apart}
    return tuple(
        row_of(
            datum,
            lang=lang,
            key=name_of(datum, along),
            label=aspects.label(at, along),
            mark=notes.mark(datum),
            group=heading if id(datum) in apart else "",
            place=places.get(id(datum)),
            apart=id(datum) in apart,
            series=_series(name_of(datum, along), highlight),
        )
        for at, datum in enumerate(data)
    )


def _heading(comparison: Comparison, lang: Lang) -> str:
    """Return what stands above the figures that are set apart."""
    reference = comparison.reference
    at = next(at for at, datum in enumerate(comparison.members) if datum is reference)
    name = aspects_of(comparison.members, lang=lang).label(at, comparison.along)
    return message("not comparable with {name}", lang=lang, name=name)


def reasons_against(comparison: Comparison, lang: Lang) -> tuple[str, ...]:
    """Return the reasons of the verdict, those that forbid comparing first.

    Where nobody has a place, that is said before.
    """
    refused = [r for r in comparison.reasons if r.outcome is Verdict.NOT_COMPARABLE]
    others = [r for r in comparison.reasons if r.outcome is not Verdict.NOT_COMPARABLE]
    reasons = tuple(map(full_stop, reasons_text([*refused, *others], lang=lang)))
    if all(place is not None for place, _ in _placed(comparison)):
        return reasons
    open_ = message("The figures are not exact; their order is that of the numbers.", lang=lang)
    return (open_, *reasons)


def bars_of(
    indicator: Indicator, *, lang: Lang, headline: Headline, along: str, highlight: str | None
) -> Figure:
    """Return figures as bars in their own order; see `offinno.charts.bars`."""
    along = telling(indicator, along)
    found = chosen(indicator, along)
    data = list(found.values())
    check_highlight(highlight, [name for (name,) in found])
    aspects = aspects_of(data, lang=lang)
    notes = noted([*data, *headline.mentioned(lang)], lang=lang)
    rows = tuple(
        row_of(
            datum,
            lang=lang,
            key=name,
            label=aspects.label(at, along),
            mark=notes.mark(datum),
            series=_series(name, highlight),
        )
        for at, ((name,), datum) in enumerate(found.items())
    )
    column = header(indicator, along, lang=lang)
    short = shortly(data, rows, lang=lang)
    return composed(
        data,
        rows=short,
        look=_bar_or_column_look(data, short, lang=lang, upright=along == "period"),
        noted=notes,
        headline=headline.worded(data, notes),
        alt=alt_of_bars(rows, spoken_of(data, lang=lang), lang=lang),
        table=list_table(rows, header=column, unit=indicator.unit, lang=lang),
        along=(along,),
        reasons=list(interval_remarks(data, short, lang=lang)),
    )


def grouped_bars_of(
    indicator: Indicator, *, lang: Lang, headline: Headline, along: str, by: str
) -> Figure:
    """Return figures as bars in groups; see `offinno.charts.grouped_bars`."""
    if along == by:
        raise Contradiction("grouped bars", f"{along!r} cannot be both group and bar")
    found = chosen(indicator, along, by)
    data = list(found.values())
    notes = noted([*data, *headline.mentioned(lang)], lang=lang)
    order = names_along(indicator, by)
    rows = _grouped_rows(found, notes, along, by, order)
    named = dict(zip(found, rows, strict=True))
    short = shortly(data, rows, lang=lang)
    return composed(
        data,
        rows=short,
        look=bar_look(short, whole=_is_share(data)),
        noted=notes,
        headline=headline.worded(data, notes),
        alt=alt_of_bars(rows, spoken_of(data, lang=lang), lang=lang),
        table=cross_table(named, header=header(indicator, along, lang=lang)),
        along=(along, by),
        reasons=list(interval_remarks(data, short, lang=lang)),
    )


def _grouped_rows(
    found: Chosen, notes: Noted, along: str, by: str, order: Sequence[str]
) -> tuple[Row, ...]:
    """Return the rows of bars in groups, each name in one colour."""
    aspects = aspects_of(list(found.values()), lang=notes.lang)
    used = {name for _, name in found}
    series = [name for name in order if name in used]
    return tuple(
        row_of(
            datum,
            lang=notes.lang,
            key=f"{group}, {name}",
            label=aspects.label(at, by, apart_from=(along,)),
            mark=notes.mark(datum),
            group=aspects.words[at][along],
            series=series.index(name) + 1,
        )
        for at, ((group, name), datum) in enumerate(found.items())
    )


def _bar_or_column_look(
    data: Sequence[Datum], rows: tuple[Row, ...], *, lang: Lang, upright: bool
) -> Look:
    """Return columns for times, else lying bars, which have room for any label."""
    whole = _is_share(data)
    if not upright or not may_stand(rows):
        return bar_look(rows, whole=whole)
    top = axis_top(rows, whole=whole)
    if fits(rows):
        return column_look(rows, top=top, scale=None)
    if may_crowd(rows):
        return column_look(rows, top=top, scale=_scale(data, rows, lang))
    return bar_look(rows, whole=whole)


def _scale(data: Sequence[Datum], rows: Sequence[Row], lang: Lang) -> Scale:
    """Return the axis beside columns without figures: its numbers in the words of the library."""
    numbers = [row.value for row in rows if row.value is not None]
    power = 0
    if numbers:
        power = approximate(numbers)[0].power if computed(data) else common_power(numbers)
    found = tick_format(data[0].unit, lang, power=power)
    return Scale(expression=found.expression, title=found.title)


def _is_share(data: Sequence[Datum]) -> bool:
    """Return whether the axis may end at a whole."""
    return data[0].unit.kind is Kind.SHARE


def _series(name: str, highlight: str | None) -> int:
    """Return the colour of a bar: the first where nothing or it itself stands out."""
    return 1 if highlight in {None, name} else 2

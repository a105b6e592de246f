"""Pictures of several figures: ranked, as bars, as bars in groups."""

from collections.abc import Sequence

import attrs

from offinno.charts._alts import LISTED_MOST, alt_of_bars
from offinno.charts._aspects import aspects_of, header, name_of
from offinno.charts._bars import bar_look
from offinno.charts._bars_or_columns import is_share, look_of_bars
from offinno.charts._choose import (
    Allow,
    Chosen,
    check_highlight,
    check_units,
    chosen,
    names_along,
    telling,
)
from offinno.charts._compose import composed
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline
from offinno.charts._lines._look import LineLook
from offinno.charts._lines._time import in_time
from offinno.charts._lines._words import (
    alt_of_lines,
    gap_remark,
    interval_remarks,
    open_remark,
    unsaid_remarks,
)
from offinno.charts._notes import Noted, noted
from offinno.charts._row import Row, row_of, shortly
from offinno.charts._spec import Look
from offinno.charts._tables import cross_table, list_table
from offinno.charts._verdicts import Judged, judged
from offinno.charts._words import spoken_of
from offinno.language import Lang
from offinno.model import Comparison, Contradiction, Datum, Indicator, Verdict
from offinno.values import UnknownOutcome
from offinno.wording import full_stop, message, reasons_text


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
        look=bar_look(short, whole=is_share(data)),
        noted=notes,
        headline=headline.worded(data, notes),
        alt=alt_of_bars(rows, spoken_of(data, lang=lang), lang=lang),
        table=list_table(rows, header=column, unit=data[0].unit, lang=lang),
        along=(comparison.along,),
        reasons=[
            *reasons_against(comparison, lang),
            *interval_remarks(data, short, lang=lang),
            *open_remark([row for row in short if not row.apart], bars=True, lang=lang),
        ],
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


def bars_of(  # noqa: PLR0913 - the options of the builder, all by keyword
    indicator: Indicator,
    *,
    lang: Lang,
    headline: Headline,
    along: str,
    highlight: str | None,
    allow: Allow = (),
) -> Figure:
    """Return figures as bars in their own order; see `offinno.charts.bars`."""
    along = telling(indicator, along)
    found = chosen(indicator, along)
    data = list(found.values())
    check_highlight(highlight, [name for (name,) in found])
    verdict = judged(found, (along,), allow, lang=lang)
    notes = noted([*data, *headline.mentioned(lang)], lang=lang)
    rows = _bar_rows(found, verdict, notes, along, highlight)
    short = shortly(data, rows, lang=lang)
    column = header(indicator, along, lang=lang)
    look = look_of_bars(data, short, lang=lang, upright=along == "period")
    return composed(
        data,
        rows=short,
        look=look,
        noted=notes,
        headline=headline.worded(data, notes),
        alt=_alt_of(rows, spoken_of(data, lang=lang), lang=lang, ranked=verdict.ranked),
        table=list_table(rows, header=column, unit=indicator.unit, lang=lang),
        along=(along,),
        reasons=_said(data, short, verdict, look, lang=lang),
    )


def _bar_rows(
    found: Chosen, verdict: Judged, notes: Noted, along: str, highlight: str | None
) -> tuple[Row, ...]:
    """Return the rows of bars, each with where it stands in time if that is what they show."""
    aspects = aspects_of(list(found.values()), lang=notes.lang)
    return tuple(
        attrs.evolve(
            row_of(
                datum,
                lang=notes.lang,
                key=name,
                label=aspects.label(at, along),
                mark=notes.mark(datum),
                apart=(name,) in verdict.apart,
                series=_series(name, highlight),
            ),
            start=datum.period.start if along == "period" else None,
            end=datum.period.end if along == "period" else None,
            parted=verdict.parted.get((name,), ""),
            strong=name == highlight,
        )
        for at, ((name,), datum) in enumerate(found.items())
    )


def _alt_of(rows: Sequence[Row], spoken: Sequence[str], *, lang: Lang, ranked: bool) -> str:
    """Return what bars show; many in time as a course from the first to the last."""
    if in_time(rows) and len(rows) > LISTED_MOST:
        return alt_of_lines(rows, spoken, mark="bar", lang=lang, ranked=ranked)
    return alt_of_bars(rows, spoken, lang=lang, ranked=ranked)


def _said(
    data: Sequence[Datum], rows: tuple[Row, ...], verdict: Judged, look: Look, *, lang: Lang
) -> list[str]:
    """Return what there is to say about bars as a whole."""
    final = [row for row in rows if not row.apart]
    return [
        *verdict.reasons,
        *(gap_remark(rows, mark="bar", lang=lang) if in_time(rows) else ()),
        *interval_remarks(data, rows, lang=lang),
        *open_remark(final, bars=True, lang=lang),
        *(unsaid_remarks(rows, look, lang=lang) if isinstance(look, LineLook) else ()),
    ]


def grouped_bars_of(  # noqa: PLR0913 - the options of the builder, all by keyword
    indicator: Indicator,
    *,
    lang: Lang,
    headline: Headline,
    along: str,
    by: str,
    allow: Allow = (),
) -> Figure:
    """Return figures as bars in groups; see `offinno.charts.grouped_bars`."""
    if along == by:
        raise Contradiction("grouped bars", f"{along!r} cannot be both group and bar")
    found = chosen(indicator, along, by)
    data = list(found.values())
    verdict = judged(found, (along, by), allow, lang=lang)
    notes = noted([*data, *headline.mentioned(lang)], lang=lang)
    rows = _grouped_rows(found, verdict, notes, (along, by), names_along(indicator, by))
    named = dict(zip(found, rows, strict=True))
    short = shortly(data, rows, lang=lang)
    look = bar_look(short, whole=is_share(data))
    return composed(
        data,
        rows=short,
        look=look,
        noted=notes,
        headline=headline.worded(data, notes),
        alt=alt_of_bars(rows, spoken_of(data, lang=lang), lang=lang, ranked=verdict.ranked),
        table=cross_table(named, header=header(indicator, along, lang=lang)),
        along=(along, by),
        reasons=_said(data, short, verdict, look, lang=lang),
    )


def _grouped_rows(
    found: Chosen, verdict: Judged, notes: Noted, along: tuple[str, str], order: Sequence[str]
) -> tuple[Row, ...]:
    """Return the rows of bars in groups, each name in one colour."""
    aspects = aspects_of(list(found.values()), lang=notes.lang)
    used = {name for _, name in found}
    series = [name for name in order if name in used]
    return tuple(
        attrs.evolve(
            row_of(
                datum,
                lang=notes.lang,
                key=f"{group}, {name}",
                label=aspects.label(at, along[1], apart_from=along[:1]),
                mark=notes.mark(datum),
                group=aspects.words[at][along[0]],
                apart=(group, name) in verdict.apart,
                series=series.index(name) + 1,
            ),
            parted=verdict.parted.get((group, name), ""),
        )
        for at, ((group, name), datum) in enumerate(found.items())
    )


def _series(name: str, highlight: str | None) -> int:
    """Return the colour of a bar: the first where nothing or it itself stands out."""
    return 1 if highlight in {None, name} else 2

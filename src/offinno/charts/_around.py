"""The words around a chart of one's own, from the figures that it shows."""

from collections.abc import Sequence

import attrs

from offinno.charts._alts import alt_of_figures
from offinno.charts._aspects import aspects_of, header, name_of
from offinno.charts._bars import bar_look
from offinno.charts._choose import check_units
from offinno.charts._compose import composed
from offinno.charts._errors import NotSuitable
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline
from offinno.charts._notes import Noted, noted
from offinno.charts._row import Row, row_of
from offinno.charts._suitable import kind_of
from offinno.charts._tables import list_table
from offinno.charts._verdicts import judged
from offinno.charts._words import spoken_of
from offinno.language import Lang
from offinno.model import Contradiction, Datum, Indicator
from offinno.units import Kind


def figure_of_data(given: Sequence[Datum | Indicator], *, lang: Lang, headline: Headline) -> Figure:
    """Return a figure with the words of what is given; see `offinno.charts.Figure.around`."""
    data = _data(given)
    check_units(data)
    notes = noted([*data, *headline.mentioned(lang)], lang=lang)
    along = _along(data)
    rows = _rows(data, notes, along)
    return composed(
        data,
        rows=rows,
        look=bar_look(rows, whole=data[0].unit.kind is Kind.SHARE),
        noted=notes,
        headline=headline.worded(data, notes),
        alt=_alt(data, rows, along, lang),
        table=list_table(
            rows,
            header=header(data[0].indicator, along[0], lang=lang),
            unit=data[0].unit,
            lang=lang,
        ),
        along=along,
    )


def _alt(data: Sequence[Datum], rows: Sequence[Row], along: Sequence[str], lang: Lang) -> str:
    """Return what figures show, of which only those that may be compared have a highest."""
    names = [tuple(name_of(datum, name) for name in along) for datum in data]
    verdict = judged(dict(zip(names, data, strict=True)), along, (), lang=lang)
    told = [
        attrs.evolve(row, apart=name in verdict.apart)
        for name, row in zip(names, rows, strict=True)
    ]
    ranked = verdict.ranked and len(set(names)) == len(data)
    return alt_of_figures(told, spoken_of(data, lang=lang), lang=lang, ranked=ranked)


def _data(given: Sequence[Datum | Indicator]) -> list[Datum]:
    """Return the figures in what is given."""
    found: list[Datum] = []
    for thing in given:
        if not isinstance(thing, Datum | Indicator):
            raise NotSuitable(
                "a figure around a chart",
                "figures and indicators",
                kind_of(thing),
                "give what the chart shows, as in Figure.around(chart, indicator, lang='nb')",
            )
        found += [thing] if isinstance(thing, Datum) else thing.data()
    if not found:
        raise Contradiction("figure around a chart", "it has no figures; name those that it shows")
    return found


def _along(data: Sequence[Datum]) -> tuple[str, ...]:
    """Return the aspects in which figures differ; that of areas if in none."""
    shared = (d.key for d in data[0].indicator.dimensions if all(_has(x, d.key) for x in data))
    names = ("indicator", *shared, "area", "period")
    found = tuple(name for name in names if len({name_of(datum, name) for datum in data}) > 1)
    return found or ("area",)


def _has(datum: Datum, key: str) -> bool:
    """Return whether a figure is broken down by a dimension."""
    return key in dict(datum.observation.breakdowns)


def _rows(data: Sequence[Datum], notes: Noted, along: Sequence[str]) -> tuple[Row, ...]:
    """Return the figures as rows, each named by all that tells it from the others."""
    aspects = aspects_of(data, lang=notes.lang)
    return tuple(
        row_of(
            datum,
            lang=notes.lang,
            key=", ".join(name_of(datum, name) for name in along),
            label=aspects.label(at, along[0]),
            mark=notes.mark(datum),
        )
        for at, datum in enumerate(data)
    )

"""Parts of a whole: from figures to a figure of them."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Final

import attrs

from offinno.charts._alts import alt_of_parts
from offinno.charts._aspects import aspects_of, header
from offinno.charts._choose import check_highlight, check_units, chosen, names_along
from offinno.charts._compose import composed
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline
from offinno.charts._notes import Noted, noted
from offinno.charts._on import MOST_SERIES
from offinno.charts._row import Row, computed, row_of, shortly
from offinno.charts._tables import cross_table, list_table
from offinno.charts._wholes._look import parts_look
from offinno.charts._words import spoken_of
from offinno.exceptions import OffinnoError
from offinno.language import Lang
from offinno.model import Contradiction, Datum, Indicator, check_whole
from offinno.units import Kind, Unit
from offinno.values import Value
from offinno.wording import (
    capitalised,
    full_stop,
    labels_text,
    message,
    number_text,
    percent,
    unit_text,
    value_text,
)

_ALL: Final = 100

#: Parts by the names of their bar and of themselves.
_Found = dict[tuple[str, str], Datum]


def parts_of(  # noqa: PLR0913 - the options of the builder, all by keyword
    indicator: Indicator,
    *,
    lang: Lang,
    headline: Headline,
    along: str,
    by: str | None,
    beside: Sequence[Indicator],
    highlight: str | None,
) -> Figure:
    """Return the parts of wholes as stacked bars; see `offinno.charts.parts`."""
    found = _found((indicator, *beside), along, by)
    data = list(found.values())
    notes = noted([*data, *headline.mentioned(lang)], lang=lang)
    names = _names((indicator, *beside), along, {name for _, name in found})
    check_highlight(highlight, names)
    several = by or ("indicator" if beside else None)
    rows = _rows(found, notes, along, several, _colours(names, highlight))
    named: dict[tuple[str, ...], Row] = dict(zip(found, rows, strict=True))
    short = shortly(data, rows, lang=lang)
    head = header(indicator, several or along, lang=lang)
    return composed(
        data,
        rows=short,
        look=parts_look(short, shares=_shares(data[0])),
        noted=notes,
        headline=headline.worded(data, notes),
        alt=alt_of_parts(rows, spoken_of(data, lang=lang), lang=lang),
        table=cross_table(named, header=head)
        if several
        else list_table(rows, header=head, unit=indicator.unit, lang=lang),
        along=(along, *((several,) if several else ())),
        reasons=tuple(_sums(found, rows, lang)),
    )


def _found(indicators: Sequence[Indicator], along: str, by: str | None) -> _Found:
    """Return the parts of each bar, in their order; bars are named by indicator or by *by*.

    Raises:
        Contradiction: If bars and parts are the same, or bars are asked for in two ways.
        TwoUnits: If amounts are in different units, or shares stand beside amounts.
    """
    if along == by:
        raise Contradiction("parts", f"{along!r} cannot be both part and bar")
    if by is not None and len(indicators) > 1:
        raise Contradiction("parts", "bars are told apart by 'by' or by 'beside', not by both")
    if len({indicator.key for indicator in indicators}) < len(indicators):
        raise Contradiction("parts", "an indicator stands beside itself; give each once")
    bars: dict[str, list[Datum]] = {}
    found: _Found = {}
    for indicator in indicators:
        for names, datum in chosen(indicator, *((by, along) if by else (along,))).items():
            bar = names[0] if by else indicator.key
            bars.setdefault(bar, []).append(datum)
            found[bar, names[-1]] = datum
    data = list(found.values())
    if not all(map(_shares, data)):
        check_units(data)
    for parts in bars.values():
        check_whole(parts, along=along)
    return found


def _shares(datum: Datum) -> bool:
    """Return whether a figure is a share of its whole, and not an amount."""
    return datum.unit.kind is Kind.SHARE


def _names(indicators: Sequence[Indicator], along: str, used: set[str]) -> list[str]:
    """Return the names of parts that are used, in the order of their dimension."""
    names = (name for indicator in indicators for name in names_along(indicator, along))
    return [name for name in dict.fromkeys(names) if name in used]


def _colours(names: Sequence[str], highlight: str | None) -> Mapping[str, int]:
    """Return the colour of each part: one for each name, or one for what stands out."""
    if highlight is not None:
        return {name: 1 if name == highlight else 2 for name in names}
    return {name: at % MOST_SERIES + 1 for at, name in enumerate(names)}


def _rows(
    found: _Found, notes: Noted, along: str, several: str | None, colours: Mapping[str, int]
) -> tuple[Row, ...]:
    """Return the parts as rows, those of one bar after one another."""
    data, lang = list(found.values()), notes.lang
    aspects = aspects_of(data, lang=lang)
    units = len({datum.unit for datum in data}) > 1
    rows = (
        row_of(
            datum,
            lang=lang,
            key=f"{bar}, {name}" if several else name,
            label=aspects.words[at][along],
            mark=notes.mark(datum),
            group=aspects.label(at, several, apart_from=(along,)) if several else "",
            series=colours[name],
        )
        for at, ((bar, name), datum) in enumerate(found.items())
    )
    if not units:
        return tuple(rows)
    return tuple(_with_unit(row, d.unit, lang) for row, d in zip(rows, data, strict=True))


def _with_unit(row: Row, unit: Unit, lang: Lang) -> Row:
    """Return a row that names its unit, which is not that of all others."""
    return attrs.evolve(row, group=f"{row.group}: {unit_text(unit, lang=lang)}", unit=str(unit))


def _sums(found: _Found, rows: Sequence[Row], lang: Lang) -> Iterator[str]:
    """Return what the parts of each bar add up to, as far as that is not plain to see."""
    bars: dict[str, list[int]] = {}
    for at, (bar, _) in enumerate(found):
        bars.setdefault(bar, []).append(at)
    data = list(found.values())
    for places in bars.values():
        text = _sum([data[at] for at in places], lang)
        group = rows[places[0]].group
        if text is not None:
            yield full_stop(f"{group}: {text}" if group else capitalised(text))


def _sum(parts: Sequence[Datum], lang: Lang) -> str | None:
    """Return the sum of amounts, and that of shares where rounding makes it another than 100."""
    values = [datum.value for datum in parts if isinstance(datum.value, Value)]
    if len(values) < len(parts):
        open_ = message("the length of what is missing says nothing", lang=lang)
        return None if _shares(parts[0]) else open_
    if _shares(parts[0]):
        total = sum((value.magnitude for value in values), Decimal())
        if total == _ALL:
            return None
        shown = number_text(total, lang=lang) + percent(lang=lang)
        return message("because of rounding the parts add up to {total}", lang=lang, total=shown)
    try:
        whole = reduce(add, values)
    except OffinnoError:
        return None
    shown = labels_text([whole], lang=lang)[0] if computed(parts) else value_text(whole, lang=lang)
    return message("all parts together: {total}", lang=lang, total=shown)

"""The words around a picture: subtitle, source line, remarks, alt text and description."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import Final

import attrs

from offinno.charts._aspects import Aspects
from offinno.charts._row import Row
from offinno.exceptions import shortened
from offinno.language import Lang, Term
from offinno.model import Datum, Form, Population, Sample
from offinno.units import Count, Points, Share, Unit
from offinno.values import Missing, MissingReason
from offinno.wording import (
    NBSP,
    datum_text,
    full_stop,
    limits_text,
    listed,
    message,
    message_plural,
    missing_text,
    name_text,
    number_text,
    period_text,
    phrase,
    population_text,
    source_line,
    term_text,
    unit_text,
)

#: How long an alt text may be: about as long as a screen reader reads in one breath.
ALT_MOST: Final = 250

_NAME_MOST: Final = 40
_NAMES_MOST: Final = 3


def subtitle(
    data: Sequence[Datum], *, lang: Lang, aspects: Aspects, along: Sequence[str], headline: str
) -> str:
    """Return measure, unit, population and period, as far as all *data* share them.

    Args:
        data: The figures.
        lang: The language.
        aspects: What they have in common.
        along: The aspects that the picture itself shows.
        headline: What stands above; it is not said twice.
    """
    common = {name: text for name, text in aspects.common.items() if name not in along}
    title = common.pop("indicator", "")
    common.pop("vintage", None)
    units = {datum.unit for datum in data}
    unit = [unit_text(data[0].unit, lang=lang)] if len(units) == 1 else []
    first = [text for text in (", ".join((*unit, *common.values())),) if text]
    parts = [] if title in {"", headline} else [title]
    return " ".join(map(full_stop, (*parts, *first, *_whom(data, lang))))


def _whom(data: Sequence[Datum], lang: Lang) -> Iterator[str]:
    """Return whom the figures describe and how many answered, as far as it is one answer."""
    own = {datum.population for datum in data}
    populations = own if len(own) == 1 else {datum.indicator.population for datum in data}
    if len(populations) == 1:
        yield from _population(populations.pop(), data[0].unit, lang)
    samples = {datum.sample for datum in data}
    answered = _answered(samples.pop()) if len(samples) == 1 else None
    if answered is not None:
        yield f"N{NBSP}={NBSP}{number_text(Decimal(answered), lang=lang)}"


def _answered(sample: Sample | Missing | None) -> int | None:
    """Return how many answered, of those who were asked if that is known."""
    if not isinstance(sample, Sample):
        return None
    return sample.n if sample.base is None else sample.base


def _population(population: Population | Missing, unit: Unit, lang: Lang) -> Iterator[str]:
    """Return a population, unless the unit has said all of it; an index of prices has none."""
    if isinstance(population, Missing):
        if population.reason is not MissingReason.NOT_APPLICABLE:
            yield population_text(population, lang=lang)
        return
    limits = limits_text(population, lang=lang)
    if population.unit != _counted(unit):
        limits = (term_text(population.unit, lang=lang), *limits)
    if limits:
        yield "; ".join(limits)


def _counted(unit: Unit) -> Term | None:
    """Return the term that a unit names as what is counted."""
    match unit:
        case Share():
            return unit.whole
        case Count() | Points():
            return unit.of
        case _:
            return None


def sources(data: Sequence[Datum], *, lang: Lang) -> str:
    """Return the line with the sources that each of *data* rests on, each once."""
    return source_line((source for d in data for source in d.sources), lang=lang)


def remarks(
    data: Sequence[Datum], rows: Sequence[Row], *, lang: Lang, reasons: bool
) -> tuple[str, ...]:
    """Return what there is to say of single figures, each once, after the names it is said of.

    Args:
        data: The figures.
        rows: The same as rows.
        lang: The language.
        reasons: Whether why a figure is missing is to be said, because the picture does not.
    """
    groups: dict[str, list[str]] = {}
    several = len({datum.population for datum in data}) > 1
    for datum, row in zip(data, rows, strict=True):
        for text in _remarks(datum, lang, reasons=reasons):
            groups.setdefault(text, []).append(full_name(row))
        if several and _counts_others(datum) and not row.apart:
            text = population_text(datum.population, lang=lang)
            groups.setdefault(text, []).append(full_name(row))
    return tuple(
        full_stop(text if len(named) == len(data) else f"{listed(named, lang=lang)}: {text}")
        for text, named in groups.items()
    )


def _remarks(datum: Datum, lang: Lang, *, reasons: bool) -> Iterator[str]:
    """Return what there is to say of one figure: why it is missing, flags, what it covers."""
    row = datum.observation
    if isinstance(datum.value, Missing):
        if reasons:
            yield missing_text(datum.value, lang=lang)
        if datum.value.note is not None:
            yield datum.value.note.in_(lang)
    if row.status:
        yield listed(sorted(name_text(flag, lang=lang) for flag in row.status), lang=lang)
    if row.covers is not None:
        time = period_text(row.covers, lang=lang)
        yield message("covers only {time}", lang=lang, time=time)


def _counts_others(datum: Datum) -> bool:
    """Return whether a figure is of another population than its series, and no note says so."""
    return datum.population != datum.indicator.population and not datum.observation.notes


def alt_of_bars(rows: Sequence[Row], spoken: Sequence[str], *, lang: Lang) -> str:
    """Return what bars show: how many there are, the extremes, what is missing or set apart.

    Args:
        rows: The bars.
        spoken: Their figures as they are read aloud.
        lang: The language.
    """
    start = message_plural(
        "bar chart with {n} bar", "bar chart with {n} bars", len(rows), lang=lang
    )
    parts = (start, *_extremes(rows, spoken, lang), *_apart(rows, lang), *_gaps(rows, lang))
    return _short(parts)


def alt_of_parts(rows: Sequence[Row], spoken: Sequence[str], *, lang: Lang) -> str:
    """Return what stacked bars show: how many parts, the extremes, what is missing.

    Args:
        rows: The parts.
        spoken: Their figures as they are read aloud.
        lang: The language.
    """
    bars: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        bars.setdefault(row.key.rpartition(", ")[0], []).append(at)
    if len(bars) == 1:
        start = message_plural("{n} part of a whole", "{n} parts of a whole", len(rows), lang=lang)
        return _short((start, *_extremes(rows, spoken, lang), *_gaps(rows, lang)))
    start = message_plural("{n} stacked bar", "{n} stacked bars", len(bars), lang=lang)
    whole = [_bar(rows, spoken, at, lang) for at in bars.values()]
    if len(" ".join((start, *whole))) < ALT_MOST:
        return _short((start, *whole))
    return _short((start, *(_bar(rows, spoken, at, lang, most=1) for at in bars.values())))


def _bar(
    rows: Sequence[Row], spoken: Sequence[str], at: Sequence[int], lang: Lang, *, most: int = 2
) -> str:
    """Return what one of several stacked bars shows, after what stands above it."""
    named = [attrs.evolve(rows[place], group="") for place in at]
    extremes = islice(_extremes(named, [spoken[place] for place in at], lang), most)
    return " ".join(map(full_stop, (rows[at[0]].group, *extremes, *_gaps(named, lang))))


def alt_of_map(start: str, rows: Sequence[Row], spoken: Sequence[str], *, lang: Lang) -> str:
    """Return what a map shows: the extremes, what is missing or set apart.

    Args:
        start: What kind of map it is, and of how many areas.
        rows: The areas.
        spoken: Their figures as they are read aloud.
        lang: The language.
    """
    gaps = tuple(_gaps(rows, lang))
    missing = sum(row.missing is not None for row in rows)
    if _NAMES_MOST < missing < len(rows):
        gaps = (
            message_plural("no figure for {n} area", "no figure for {n} areas", missing, lang=lang),
        )
    return _short((start, *_extremes(rows, spoken, lang), *_apart(rows, lang), *gaps))


def alt_of_figures(rows: Sequence[Row], spoken: Sequence[str], *, lang: Lang) -> str:
    """Return what a chart of any kind shows: how many figures, the extremes, what is missing.

    Args:
        rows: The figures.
        spoken: The same as they are read aloud.
        lang: The language.
    """
    start = message_plural("{n} figure", "{n} figures", len(rows), lang=lang)
    return _short((start, *_extremes(rows, spoken, lang), *_gaps(rows, lang)))


def alt_of(parts: Sequence[str], rows: Sequence[Row], spoken: Sequence[str], *, lang: Lang) -> str:
    """Return *parts*, then the extremes, what is set apart and what is missing.

    Args:
        parts: What there is to say first.
        rows: The figures.
        spoken: The same as they are read aloud.
        lang: The language.
    """
    return _short((*parts, *_extremes(rows, spoken, lang), *_apart(rows, lang), *_gaps(rows, lang)))


def _extremes(rows: Sequence[Row], spoken: Sequence[str], lang: Lang) -> Iterator[str]:
    """Return the largest and the smallest of the figures that may be compared."""
    found = [
        (row.value if row.high is None else row.high, at)
        for at, row in enumerate(rows)
        if row.missing is None and not row.apart
    ]
    numbers = [number for number, _ in found if number is not None]
    if not numbers:
        return
    high, low = max(numbers), min(numbers)
    first, last = ([at for number, at in found if number == end] for end in (high, low))
    names, others = (_names([full_name(rows[at]) for at in ends], lang) for ends in (first, last))
    if high == low:
        yield f"{names}: {spoken[first[0]]}"
        return
    yield message("highest: {name}, {value}", lang=lang, name=names, value=spoken[first[0]])
    yield message("lowest: {name}, {value}", lang=lang, name=others, value=spoken[last[0]])


def _apart(rows: Sequence[Row], lang: Lang) -> Iterator[str]:
    """Return what is set apart."""
    if names := [full_name(row) for row in rows if row.apart]:
        yield message(
            "not comparable with the others: {names}", lang=lang, names=_names(names, lang)
        )


def _gaps(rows: Sequence[Row], lang: Lang) -> Iterator[str]:
    """Return what is missing."""
    names = [full_name(row) for row in rows if row.missing is not None]
    if names and len(names) == len(rows):
        yield message("none of the figures is available", lang=lang)
    elif names:
        yield message("no figure for {names}", lang=lang, names=_names(names, lang))


def full_name(row: Row) -> str:
    """Return what a row is called where rows of all groups stand together."""
    if row.group and row.start is not None:
        return f"{row.group} {row.label}"
    return f"{row.group}, {row.label}" if row.group and not row.apart else row.label


def _names(names: Sequence[str], lang: Lang) -> str:
    """Return names in a sentence; of many only how many there are."""
    if len(names) > _NAMES_MOST:
        return message_plural("{n} figure", "{n} figures", len(names), lang=lang)
    return listed([shortened(name, _NAME_MOST) for name in names], lang=lang)


def _short(parts: Sequence[str]) -> str:
    """Return the parts as sentences, as many as an alt text may hold."""
    text = full_stop(parts[0])
    for part in map(full_stop, parts[1:]):
        if len(text) + 1 + len(part) <= ALT_MOST:
            text = f"{text} {part}"
    return shortened(text, ALT_MOST)


def alt_of_marks(row: Row, *, of: int, filled: int, spoken: str, lang: Lang) -> str:
    """Return what marks show: how many are filled, and the share."""
    if row.missing is not None:
        marks = message_plural("{n} empty mark", "{n} empty marks", of, lang=lang)
        return _short([f"{marks}: {spoken}"])
    count = number_text(Decimal(filled), lang=lang)
    marks = message_plural(
        "{count} of {n} mark filled", "{count} of {n} marks filled", of, lang=lang, count=count
    )
    return _short([f"{marks}: {spoken}"])


def alt_of_number(datum: Datum, *, lang: Lang, headline: str) -> str:
    """Return a figure as a sentence, or as much of it as an alt text may hold.

    What the headline says is not said again.
    """
    title = datum.indicator.title.in_(lang)
    value = phrase(datum.value, lang=lang, form="speech")
    if title == headline:
        return _short([value])
    text = sentence_of(datum, lang=lang)
    return text if len(text) <= ALT_MOST else _short([f"{value}: {title}"])


def sentence_of(datum: Datum, *, lang: Lang) -> str:
    """Return a figure as a sentence that is read aloud."""
    return datum_text(datum, lang=lang, form=Form.SENTENCE, aloud=True)


def told(data: Sequence[Datum], rows: Sequence[Row], *, lang: Lang) -> tuple[str, ...]:
    """Return every figure as a sentence, with why it is missing where it is."""
    if len(data) == 1:
        return (sentence_of(data[0], lang=lang),)
    spoken = spoken_of(data, lang=lang)
    return tuple(full_stop(f"{full_name(r)}: {t}") for r, t in zip(rows, spoken, strict=True))


def spoken_of(data: Sequence[Datum], *, lang: Lang) -> tuple[str, ...]:
    """Return the figures as they are read aloud, and why there is none where there is none."""
    return tuple(
        missing_text(datum.value, lang=lang)
        if isinstance(datum.value, Missing)
        else datum_text(datum, lang=lang, form=Form.SPEECH)
        for datum in data
    )

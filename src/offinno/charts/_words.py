"""The words around a picture: subtitle, source line, remarks, alt text and description."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from offinno.charts._aspects import Aspects
from offinno.charts._row import Row, computed
from offinno.language import Lang, Term
from offinno.model import Datum, Form, Population, Sample
from offinno.units import Count, Points, Share, Unit
from offinno.values import Missing, MissingReason
from offinno.wording import (
    NBSP,
    area_text,
    datum_text,
    full_stop,
    labels_text,
    limits_text,
    listed,
    message,
    missing_text,
    name_text,
    number_text,
    period_text,
    population_text,
    source_line,
    term_text,
    unit_text,
)


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
    groups: dict[str, list[tuple[str, Datum]]] = {}
    several = len({datum.population for datum in data}) > 1
    for datum, row in zip(data, rows, strict=True):
        for text in _remarks(datum, lang, reasons=reasons):
            groups.setdefault(text, []).append((full_name(row), datum))
        if several and _counts_others(datum) and not row.apart:
            text = population_text(datum.population, lang=lang)
            groups.setdefault(text, []).append((full_name(row), datum))
    return tuple(
        full_stop(text)
        if len(named) == len(data)
        else _sentence(f"{listed([n for n, _ in named], lang=lang)}: {text}", named[0][1], lang)
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


def full_name(row: Row) -> str:
    """Return what a row is called where rows of all groups stand together."""
    if row.group and row.start is not None:
        return f"{row.group} {row.label}"
    return f"{row.group}, {row.label}" if row.group and not row.apart else row.label


def sentence_of(datum: Datum, *, lang: Lang) -> str:
    """Return a figure as a sentence that is read aloud."""
    return datum_text(datum, lang=lang, form=Form.SENTENCE, aloud=True)


def told(data: Sequence[Datum], rows: Sequence[Row], *, lang: Lang) -> tuple[str, ...]:
    """Return every figure as a sentence with all its digits, or why it is missing."""
    if len(data) == 1:
        return (sentence_of(data[0], lang=lang),)
    spoken = _spoken(data, lang)
    return tuple(
        _sentence(f"{full_name(row)}: {text}", datum, lang)
        for datum, row, text in zip(data, rows, spoken, strict=True)
    )


def _sentence(text: str, datum: Datum, lang: Lang) -> str:
    """Return a text as a sentence; the name of an area keeps the letter that it begins with."""
    name = area_text(datum.area, lang=lang)
    return f"{name}{full_stop(text)[len(name) :]}" if text.startswith(name) else full_stop(text)


def spoken_of(data: Sequence[Datum], *, lang: Lang, step: Decimal | None = None) -> tuple[str, ...]:
    """Return the figures as they are read aloud, and why there is none where there is none.

    What was computed is rounded as it is in the picture.

    Args:
        data: The figures.
        lang: The language.
        step: The distance of the ticks of their axis, if they stand beside one.
    """
    if computed(data):
        values = [datum.value for datum in data]
        return labels_text(values, lang=lang, form="speech", step=step)
    return _spoken(data, lang)


def _spoken(data: Sequence[Datum], lang: Lang) -> tuple[str, ...]:
    """Return the figures with all their digits as they are read aloud."""
    return tuple(
        missing_text(datum.value, lang=lang)
        if isinstance(datum.value, Missing)
        else datum_text(datum, lang=lang, form=Form.SPEECH)
        for datum in data
    )

"""A figure in the form that a text asks for, up to a whole sentence."""

from collections.abc import Iterator

from offinno.language import Lang, Term
from offinno.model import Datum, Form
from offinno.units import Count, Unit
from offinno.values import Missing, Value
from offinno.wording._areas import area_text, in_area
from offinno.wording._catalogue import message
from offinno.wording._fractions import fraction_text
from offinno.wording._held import held_text
from offinno.wording._intervals import interval_text
from offinno.wording._locales import full_stop, listed
from offinno.wording._missing import missing_text
from offinno.wording._names import name_text
from offinno.wording._periods import period_text
from offinno.wording._populations import limits_text, population_text
from offinno.wording._units import whole_of
from offinno.wording._values import ValueForm, phrase, value_text


def datum_text(  # noqa: PLR0913 - the options of a wording, all by keyword
    datum: Datum,
    *,
    lang: Lang,
    form: Form = Form.VALUE,
    mark: str = "",
    reference: Datum | None = None,
    aloud: bool = False,
) -> str:
    """Return a figure in *form*.

    Args:
        datum: The figure.
        lang: The language.
        form: ``FRACTION`` takes the printed wording where there is one; ``DIFFERENCE``,
            ``RATIO``, ``CHANGE`` and ``MARGIN`` hold the figure against *reference*, and
            ``RANK`` against all areas; the others are those of `value_text`, and a sentence.
        mark: The mark of a note, which stands behind the number.
        reference: What the figure is held against; without it the reference of the comparison
            of areas that it belongs to, or for a change the first of its series.
        aloud: Whether a sentence or comparison is read aloud, as an alt text is; its numbers
            have no groups then.

    Raises:
        NoFraction: If a fraction is asked of what is no share and has no printed wording.
        NoReference: If there is nothing to be different from.
        NotComparable: If the figure may not be compared with the reference.
        Contradiction: If a figure without a single number is held against another.
        UnknownOutcome: If the qualifiers of figures leave open how they stand to each other.
    """
    words: ValueForm = "speech" if aloud else "prose"
    match form:
        case Form.FRACTION:
            return f"{_fraction(datum, lang)}{mark}"
        case Form.SENTENCE:
            return _sentence(datum, lang, words, mark)
        case Form.DIFFERENCE | Form.RATIO | Form.RANK | Form.CHANGE | Form.MARGIN:
            return f"{held_text(datum, reference, lang=lang, form=form, words=words)}{mark}"
        case Form.VALUE:
            return value_text(datum.value, lang=lang, mark=mark)
        case Form.NUMBER:
            return value_text(datum.value, lang=lang, form="number", mark=mark)
        case _:
            return value_text(datum.value, lang=lang, form="speech", mark=mark)


def _fraction(datum: Datum, lang: Lang) -> str:
    """Return the printed wording of a figure, else its fraction."""
    printed = datum.observation.as_printed
    if printed is not None:
        return printed.in_(lang)
    if isinstance(datum.value, Value):
        return fraction_text(datum.value, lang=lang)
    return value_text(datum.value, lang=lang)


def _sentence(datum: Datum, lang: Lang, form: ValueForm, mark: str) -> str:
    """Return a figure as a sentence: value, unit, area, population, period, and what it is of.

    How certain it is, how it was printed, and flags of quality follow in sentences of their own.
    """
    sentences = (_main(datum, lang, form, mark), *_certainty(datum, lang, form))
    return " ".join((*sentences, *_remarks(datum, lang)))


def _main(datum: Datum, lang: Lang, form: ValueForm, mark: str) -> str:
    """Return the sentence with the figure itself."""
    if isinstance(datum.value, Missing):
        head = message("no figure", lang=lang) + mark
    else:
        head = phrase(datum.value, lang=lang, form=form, mark=mark)
    place = in_area(datum.area, lang=lang)
    start = f"{head} {place}" if place else f"{head}, {area_text(datum.area, lang=lang)}"
    if limits := _population(datum, lang):
        start = f"{start} ({limits})"
    title = datum.indicator.title.in_(lang)
    return full_stop(f"{', '.join((start, *_context(datum, lang)))}: {title}")


def _population(datum: Datum, lang: Lang) -> str:
    """Return whom the figure describes, as far as its unit does not say so."""
    population = datum.population
    if isinstance(population, Missing):
        return population_text(population, lang=lang)
    limits = limits_text(population, lang=lang)
    said = _counted(datum.unit) == population.unit
    return "; ".join(limits if said else (population.unit.worded(lang), *limits))


def _counted(unit: Unit) -> Term | None:
    """Return the term that a unit names as what is counted."""
    return unit.of if isinstance(unit, Count) else whole_of(unit)


def _context(datum: Datum, lang: Lang) -> Iterator[str]:
    """Return breakdowns, time, the part of it that is covered, and version."""
    row = datum.observation
    dimensions = {dimension.key: dimension for dimension in datum.indicator.dimensions}
    for key, category in row.breakdowns:
        dimension = dimensions[key]
        yield f"{dimension.label.in_(lang)}: {dimension.category(category).worded(lang)}"
    yield period_text(row.period, lang=lang)
    if row.covers is not None:
        yield message("covers only {time}", lang=lang, time=period_text(row.covers, lang=lang))
    if row.vintage is not None:
        yield message("version of {time}", lang=lang, time=period_text(row.vintage, lang=lang))


def _certainty(datum: Datum, lang: Lang, form: ValueForm) -> Iterator[str]:
    """Return how certain a figure is: why it is missing, its counts, its interval."""
    value = datum.value
    if isinstance(value, Missing):
        reason = missing_text(value, lang=lang, note=True)
        yield full_stop(message("reason: {reason}", lang=lang, reason=reason))
    if isinstance(value, Value) and value.counted is not None:
        fraction = fraction_text(value.exactly(), lang=lang)
        yield full_stop(message("counted: {fraction}", lang=lang, fraction=fraction))
    if isinstance(value, Value) and value.interval is not None:
        yield full_stop(interval_text(value.interval, value.unit, lang=lang, form=form))


def _remarks(datum: Datum, lang: Lang) -> Iterator[str]:
    """Return the printed wording and the flags of quality."""
    row = datum.observation
    printed = row.as_printed.in_(lang) if row.as_printed else ""
    if printed and _packed(printed) != _packed(value_text(datum.value, lang=lang)):
        yield full_stop(message("printed as ‘{text}’", lang=lang, text=printed))
    if row.status:
        flags = sorted(name_text(flag, lang=lang) for flag in row.status)
        yield full_stop(listed(flags, lang=lang))


def _packed(text: str) -> str:
    """Return *text* without spaces of any kind, to see whether two wordings say the same."""
    return "".join(text.split())

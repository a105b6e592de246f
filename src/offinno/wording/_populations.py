"""Whom a figure speaks of, and who answered, in words."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from offinno.language import Lang, Term
from offinno.model import Population, Sample
from offinno.values import Missing
from offinno.wording._catalogue import message, message_plural
from offinno.wording._locales import NBSP, listed
from offinno.wording._missing import missing_text
from offinno.wording._numbers import number_text
from offinno.wording._periods import period_text
from offinno.wording._units import percent


def terms_text(terms: Iterable[Term], *, lang: Lang) -> str:
    """Return *terms* as a list in a sentence, in the order of their labels."""
    return listed(sorted(term.worded(lang) for term in terms), lang=lang)


def population_text(population: Population | Missing, *, lang: Lang) -> str:
    """Return the units that a figure describes, with what they are limited to.

    >>> from offinno.language import vocabulary
    >>> population_text(Population(unit=vocabulary()["workplaces"]), lang="nn")
    'arbeidsplassar'
    """
    if isinstance(population, Missing):
        reason = missing_text(population, lang=lang, note=True)
        return message("population: {reason}", lang=lang, reason=reason)
    unit = population.unit.worded(lang)
    limits = "; ".join(limits_text(population, lang=lang))
    return f"{unit} ({limits})" if limits else unit


def limits_text(population: Population, *, lang: Lang) -> tuple[str, ...]:
    """Return what a population is limited to, in phrases: levels, sectors, filters."""
    return tuple(_limits(population, lang))


def _limits(population: Population, lang: Lang) -> Iterator[str]:
    """Return the phrases one by one."""
    if population.levels:
        levels = terms_text(population.levels, lang=lang)
        yield message("only {things}", lang=lang, things=levels)
    if population.sectors:
        sectors = terms_text(population.sectors, lang=lang)
        yield message_plural(
            "sector: {sectors}",
            "sectors: {sectors}",
            len(population.sectors),
            lang=lang,
            sectors=sectors,
        )
    if population.filters:
        filters = terms_text(population.filters, lang=lang)
        yield message("limited to {things}", lang=lang, things=filters)


def sample_text(sample: Sample | Missing, *, lang: Lang) -> str:
    r"""Return who answered, out of whom, when and how; what is not known is left out.

    >>> from offinno.language import vocabulary
    >>> sample_text(Sample(unit=vocabulary()["unit-managers"], n=1786), lang="nb")
    '1786\xa0enhetsledere svarte'
    """
    if isinstance(sample, Missing):
        reason = missing_text(sample, lang=lang, note=True)
        return message("sample: {reason}", lang=lang, reason=reason)
    known = "; ".join((*_counts(sample, lang), *_methods(sample, lang)))
    return known or message("sample: {reason}", lang=lang, reason=message("not stated", lang=lang))


def _counts(sample: Sample, lang: Lang) -> Iterator[str]:
    """Return the counts of a sample in words."""
    if sample.n is not None and sample.unit is not None:
        number, unit = number_text(Decimal(sample.n), lang=lang), sample.unit
        who = f"{number}{NBSP}{unit.worded(lang, one=sample.n == 1)}"
        yield message("{respondents} answered", lang=lang, respondents=who)
    elif sample.n is not None:
        yield message_plural("{n} answer", "{n} answers", sample.n, lang=lang)
    if sample.base is not None:
        yield message_plural(
            "{n} of them was asked this question",
            "{n} of them were asked this question",
            sample.base,
            lang=lang,
        )
    if sample.invited is not None:
        yield message_plural("{n} was invited", "{n} were invited", sample.invited, lang=lang)
    if sample.response_rate is not None:
        rate = number_text(sample.response_rate, lang=lang) + percent(lang=lang)
        yield message("response rate: {rate}", lang=lang, rate=rate)


def _methods(sample: Sample, lang: Lang) -> Iterator[str]:
    """Return when and how answers were collected, in words."""
    if sample.fieldwork is not None:
        when = period_text(sample.fieldwork, lang=lang)
        yield message("collected {time}", lang=lang, time=when)
    if sample.method is not None:
        yield message("method: {how}", lang=lang, how=sample.method.in_(lang))
    if sample.weighting is not None:
        yield message("weighting: {how}", lang=lang, how=sample.weighting.in_(lang))

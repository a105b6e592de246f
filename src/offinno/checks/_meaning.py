"""Rules OFF201 to OFF207: what a figure counts, whom it describes, and whom was asked."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from offinno.checks._found import Found
from offinno.checks._nouns import Noun, counted_terms, noun_after, same_count, terms_of
from offinno.checks._passages import FIGURE, Passage
from offinno.checks._printed import after_number
from offinno.checks._rule import Severity, rule
from offinno.checks._shown import scheme_figures
from offinno.checks._view import View
from offinno.exceptions import Steps
from offinno.language import Term, Text
from offinno.model import Datum, Form, Population, Sample
from offinno.units import Ratio, Share
from offinno.values import Missing, MissingReason
from offinno.wording import marked

#: A quotation in a text, by its marks.
_QUOTATION: Final = re.compile(r"[«“]([^«»“”]+)[»”]")


@rule(
    "OFF201",
    Severity.BLOCKER,
    message=marked("the currency of “{what}” is not stated"),
    remedy=marked("find the currency; until then let a note say that it is not stated"),
)
def currency_not_stated(view: View) -> Iterator[Found]:
    """An amount is shown whose currency is not stated."""
    for rows in view.headers:
        datum = rows[0].datum
        if not getattr(datum.unit, "stated", True) and not all(row.missing for row in rows):
            yield Found.at((*rows[0].header, "unit"), what=datum.indicator.title)
    for at, scheme in enumerate(view.sheet.schemes):
        for steps, figure, _ in scheme_figures(scheme, ("schemes", at)):
            value = figure.value
            if not isinstance(value, Missing) and not getattr(value.unit, "stated", True):
                yield Found.at((*steps, "unit"), what=scheme.name)


@rule(
    "OFF202",
    Severity.WARNING,
    message=marked("it is not stated whom “{what}” ({figure}) describes"),
    remedy=marked("state the population: the unit counted, its sectors, levels and filters"),
)
def population_not_stated(view: View) -> Iterator[Found]:
    """A figure is shown whose population is not stated."""
    for rows in view.headers:
        for row in [row for row in rows if not row.missing and _unstated(row.datum)][:1]:
            own = row.steps if row.datum.observation.population else row.header
            yield Found.at(
                (*own, "population"), figure=row.datum.value, what=row.datum.indicator.title
            )


@rule(
    "OFF203",
    Severity.BLOCKER,
    message=marked("“{words}” stands by a figure that counts {unit}"),
    remedy=marked("say {unit} in the text, or show a figure that counts {noun}"),
)
def unit_of_count(view: View) -> Iterator[Found]:
    """A text names another unit of count than its figure has: municipalities for workplaces."""
    terms = counted_terms(view.sheet)
    for passage in view.passages:
        yield from _headline(passage, terms)
        yield from _mentions(passage, terms)
    for row in view.rows:
        printed = row.datum.observation.as_printed
        for lang, words in printed.items() if printed else ():
            noun = noun_after(after_number(words), lang, terms)
            yield from _unlike(noun, row.datum, lang, (*row.steps, "as_printed", lang))


@rule(
    "OFF204",
    Severity.WARNING,
    message=marked("“{what}” is a share of {whole}, while its population is made of {unit}"),
    remedy=marked("let the unit and the population name the same thing"),
)
def whole_not_population(view: View) -> Iterator[Found]:
    """The whole of a share is another thing than the population is made of."""
    for at, indicator in enumerate(view.sheet.indicators):
        whole, population = indicator.unit, indicator.population
        if not isinstance(whole, Share) or not isinstance(population, Population):
            continue
        for term in terms_of(whole):
            if not same_count(term, population.unit, "nb"):
                yield Found.at(
                    ("indicators", at, "population"),
                    what=indicator.title,
                    whole=term,
                    unit=population.unit,
                )


@rule(
    "OFF205",
    Severity.WARNING,
    message=marked("n = {n} is all who answered; how many of them “{what}” rests on is not stated"),
    remedy=marked("state the base: how many were asked, or belong to the group"),
)
def base_not_stated(view: View) -> Iterator[Found]:
    """The number of respondents is given for a figure about only some of them."""
    for rows in view.headers:
        for row in [row for row in rows if _is_part(row.datum)][:1]:
            own = row.steps if row.datum.observation.sample else row.header
            n = _answered(row.datum)
            yield Found.at((*own, "sample"), n=n, what=row.datum.indicator.title)


@rule(
    "OFF206",
    Severity.HINT,
    message=marked("percentages of different wholes stand in one text: {wholes}"),
    remedy=marked("name the whole at each figure, or keep them in texts of their own"),
)
def wholes_mixed(view: View) -> Iterator[Found]:
    """One text holds percentages of different wholes, such as GDP and mainland GDP."""
    for passage, *_ in view.texts:
        wholes = dict.fromkeys(
            row.datum.unit.whole if isinstance(row.datum.unit, Share) else row.datum.unit.to
            for row in passage.rows
            if isinstance(row.datum.unit, Share | Ratio) and not row.missing
        )
        if len(wholes) > 1:
            yield Found.at(passage.steps, wholes=tuple(wholes))


@rule(
    "OFF207",
    Severity.HINT,
    message=marked("a note quotes “{words}”, while the figure counts {unit}"),
    remedy=marked("let the note be shown with the figure always (must_show)"),
)
def quoted_unit_of_count(view: View) -> Iterator[Found]:
    """A note quotes a wording that counts another thing than its figure, and may be left out."""
    terms = counted_terms(view.sheet)
    for rows in view.headers:
        indicator = rows[0].datum.indicator
        marks = {mark for row in rows for mark in row.datum.observation.notes}
        for at, note in enumerate(indicator.notes):
            if note.mark in marks and not note.must_show:
                steps = (*rows[0].header, "notes", at, "text")
                yield from islice(_quoted(note.text, rows[0].datum, terms, steps), 1)


def _unstated(datum: Datum) -> bool:
    """Return whether a population is lacking that there must be."""
    population = datum.population
    if not isinstance(population, Missing):
        return False
    return population.reason is not MissingReason.NOT_APPLICABLE


def _answered(datum: Datum) -> int:
    """Return how many answered, where not more is said of them; else 0."""
    sample = datum.sample
    if not isinstance(sample, Sample) or sample.n is None or sample.base is not None:
        return 0
    return sample.n


def _is_part(datum: Datum) -> bool:
    """Return whether a figure is about some of the sample, and not how many of them is known."""
    population = datum.population
    filtered = isinstance(population, Population) and bool(population.filters)
    grouped = any(dimension.exclusive for dimension in datum.indicator.dimensions)
    return _answered(datum) > 0 and (filtered or grouped)


def _headline(passage: Passage, terms: frozenset[Term]) -> Iterator[Found]:
    """Return the noun that a headline begins with, where it is another than its figures count.

    Above several figures the subject may be those who answered.
    """
    if not passage.drawn:
        return
    datum = passage.drawn[0].datum
    noun = noun_after(passage.sentences[0].words, passage.lang, terms)
    asked = datum.sample.unit if isinstance(datum.sample, Sample) else None
    if noun is None or (len(passage.drawn) > 1 and noun.term == asked):
        return
    yield from _unlike(noun, datum, passage.lang, passage.steps)


def _mentions(passage: Passage, terms: frozenset[Term]) -> Iterator[Found]:
    """Return the nouns behind figures in a text, where they are others than those count."""
    for sentence in passage.sentences:
        _, *behind = sentence.words.split(FIGURE)
        for mention, words in zip(sentence.mentions, behind, strict=True):
            if not (mention.form.comparing or mention.form in {Form.SENTENCE, Form.RANK}):
                noun = noun_after(words, passage.lang, terms)
                yield from _unlike(noun, mention.row.datum, passage.lang, passage.steps)


def _unlike(noun: Noun | None, datum: Datum, lang: str, steps: Steps) -> Iterator[Found]:
    """Return a finding where a noun is another thing than a share or a count is of."""
    own = terms_of(datum.unit)
    if noun is None or not own:
        return
    population = datum.population
    counted = own | ({population.unit} if isinstance(population, Population) else set())
    if not any(same_count(noun.term, term, lang) for term in counted):
        yield Found.at(steps, words=noun.words, unit=own.pop(), noun=noun.term)


def _quoted(text: Text, datum: Datum, terms: frozenset[Term], steps: Steps) -> Iterator[Found]:
    """Return the quotations in a note that count another thing than its figure."""
    for lang, words in text.items():
        for quotation in _QUOTATION.findall(words):
            noun = noun_after(after_number(quotation), lang, terms)
            quoted = None if noun is None else Noun(noun.term, quotation)
            yield from _unlike(quoted, datum, lang, (*steps, lang))

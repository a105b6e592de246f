"""Everything there is to say about a figure, scheme or source, fact by fact."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from offinno.language import Lang, Text
from offinno.model import Datum, Factsheet, FundingScheme, Source
from offinno.values import Missing
from offinno.wording._catalogue import message
from offinno.wording._lineage import lineage_titles, lineage_tree
from offinno.wording._missing import missing_text
from offinno.wording._names import name_text
from offinno.wording._periods import period_text
from offinno.wording._populations import population_text, sample_text
from offinno.wording._schemes import scheme_facts
from offinno.wording._sources import source_text
from offinno.wording._units import unit_text
from offinno.wording._values import value_text

#: A fact: what it is called, and what it is.
Fact = tuple[str, str]

#: Stands before what went into a figure, once for each step that lies before.
_INDENT: Final = "  "


def facts_text(
    thing: Datum | FundingScheme | Source, *, sheet: Factsheet, lang: Lang
) -> tuple[Fact, ...]:
    """Return everything about a figure, scheme or source, each fact with what it is called.

    Facts of one kind, such as several deadlines, follow each other under the same name; what is
    not known is left out. How a figure was made is a tree, each line indented below the figure
    that it went into.

    Args:
        thing: What to tell of.
        sheet: The sheet that holds it.
        lang: The language.

    >>> source = Source(key="ks", publisher="KS", title="Innovasjonsbarometeret", published=2018)
    >>> sheet = Factsheet(key="small", title="Tall", sources=[source])
    >>> facts_text(source, sheet=sheet, lang="nn")[:2]
    (('Ark', 'Tall'), ('Utgjevar', 'KS'))
    """
    match thing:
        case Datum():
            facts = _datum(thing, sheet, lang)
        case FundingScheme():
            facts = scheme_facts(thing, sheet=sheet, lang=lang)
        case _:
            facts = _source(thing, lang)
    return ((message("Sheet", lang=lang), sheet.title.in_(lang)), *facts)


def _datum(datum: Datum, sheet: Factsheet, lang: Lang) -> Iterator[Fact]:
    """Return what belongs to a figure."""
    indicator = datum.indicator
    yield message("Measures", lang=lang), indicator.title.in_(lang)
    yield message("Definition", lang=lang), indicator.definition.in_(lang)
    yield message("Unit", lang=lang), unit_text(datum.unit, lang=lang)
    yield message("Value", lang=lang), _known(datum.value, value_text, lang)
    yield message("Population", lang=lang), _known(datum.population, population_text, lang)
    yield message("Period", lang=lang), period_text(datum.period, lang=lang)
    yield from _text(message("Question", lang=lang), datum.question and datum.question.text, lang)
    if datum.sample is not None:
        yield message("Sample", lang=lang), _known(datum.sample, sample_text, lang)
    evidence = name_text(datum.observation.evidence, lang=lang)
    yield message("Evidence", lang=lang), evidence
    if datum.source is not None:
        yield message("Source", lang=lang), source_text(datum.source, lang=lang)
    for note in datum.notes:
        yield message("Note {mark}", lang=lang, mark=note.mark), note.text.in_(lang)
    if (lineage := datum.lineage) is not None:
        tree = lineage_tree(lineage, lang=lang, titles=lineage_titles(lineage, sheet))
        for depth, line in tree.lines():
            yield message("Working", lang=lang), f"{_INDENT * depth}{line}"


def _known(thing: object, words: Callable[..., str], lang: Lang) -> str:
    """Return *thing* in words, or why it is not known."""
    if isinstance(thing, Missing):
        return missing_text(thing, lang=lang, note=True)
    return words(thing, lang=lang)


def _source(source: Source, lang: Lang) -> Iterator[Fact]:
    """Return what is known of a source."""
    yield message("Publisher", lang=lang), source.publisher.in_(lang)
    yield message("Title", lang=lang), source.title.in_(lang)
    if source.published is not None:
        yield message("Published", lang=lang), period_text(source.published, lang=lang)
    yield from _words(message("Address", lang=lang), source.url)
    yield from _words(message("Place in it", lang=lang), source.locator)
    if source.retrieved is not None:
        yield message("Read", lang=lang), period_text(source.retrieved, lang=lang)
    yield from _words(message("Licence", lang=lang), source.licence)
    yield from _text(message("Note", lang=lang), source.note, lang)


def _words(name: str, words: str | None) -> Iterable[Fact]:
    """Return words as a fact, if there are any."""
    return () if words is None else ((name, words),)


def _text(name: str, text: Text | None, lang: Lang) -> Iterable[Fact]:
    """Return a text as a fact, if there is one."""
    return _words(name, None if text is None else text.in_(lang))

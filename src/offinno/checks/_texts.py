"""Rules OFF501, 502 and 506: numbers in texts, and texts in every language of the sheet."""

import re
from collections.abc import Iterator
from typing import Any, Final, cast

import attrs

from offinno._frozen import Frozen
from offinno.checks._found import Found
from offinno.checks._rule import Severity, rule
from offinno.checks._view import View
from offinno.exceptions import Steps, shortened
from offinno.language import Term, Text
from offinno.model import Factsheet, Observations, Question, Source
from offinno.wording import marked

_MONTHS: Final = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    "january|february|march|may|june|july|october|december"
)
_MONEY: Final = r"%|prosent|pst|per cent|kr\b|kroner|NOK|EUR|euro|tusen|mill|mrd"

# Digits that are no figure: addresses, names, dates, years, ordinals, sections, list numbers.
_EXEMPT: Final = re.compile(
    r"\]\([^)]*\)|<[^>\s]+>|https?://\S+"
    r"|[^\W\d]+-?\d[\w-]*|\b\d[A-Z]\b|§+\s?\d[\d–-]*"
    r"|\b\d{4}-\d\d(?:-\d\d)?\b|\b\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d\d)\b"
    rf"|\b\d{{1,2}}(?:\.|st|nd|rd|th)?\s(?i:{_MONTHS})\b|\b(?i:{_MONTHS})\s\d{{1,2}}\b(?!\s?(?:{_MONEY}))"
    rf"|(?<![\d.,])(?:1[5-9]|20)\d\d(?:s|[–-](?:\d\d){{1,2}})?\b(?![.,]?\d|\s?(?:{_MONEY}))"
    r"|\b\d{1,3}\.(?=\s[a-zæøå])|\b\d{1,3}(?:st|nd|rd|th)\b"
    r"|^\s*\d{1,3}[.)]\s",
    re.MULTILINE,
)
_NUMBER: Final = re.compile(
    r"[-−]?\d+(?:[\s\u00a0\u202f]\d{3})*(?:[.,]\d+)?"
    r"(?:\s(?:av|of|in|out of)\s\d+)?(?:\s?%|\s(?:prosent|per cent)\b)?"
)

#: How much of a text a finding shows.
_LONGEST: Final = 60

#: Fields whose texts are sentences, or parts of one, in some language; others may be names.
_RUNNING: Final = frozenset(
    {
        "applicants",
        "changed",
        "definition",
        "headline",
        "heading",
        "legal_basis",
        "note",
        "partners",
        "purpose",
        "subtitle",
        "text",
        "title",
    }
)

#: The tag of a text that is plain in the file.
_PLAIN: Final = "und"

#: What stands in braces, which is worded in each language.
_BRACED: Final = re.compile(r"\{[^{}]*\}")

#: Fields whose texts are quoted, and so stand in the language that they were found in.
_QUOTED: Final = frozenset({"as_printed"})


@rule(
    "OFF501",
    Severity.BLOCKER,
    message=marked("the number “{number}” is bound to no figure"),
    remedy=marked(
        "refer to a figure in braces; a name that holds a number stands in braces and quotes"
    ),
)
def unbound_number(view: View) -> Iterator[Found]:
    """A number is typed into a text, where nothing knows its unit, period and source."""
    for passage in view.passages:
        for found in _NUMBER.finditer(_EXEMPT.sub(" ", passage.words)):
            yield Found.at(passage.steps, number=found[0].strip())


@rule(
    "OFF502",
    Severity.WARNING,
    message=marked("the text “{text}” lacks languages: {languages}"),
    remedy=marked("translate it; a name that is the same in every language is plain text"),
)
def translation_missing(view: View) -> Iterator[Found]:
    """A text is not there in every language that the sheet is published in."""
    for steps, text in _all_texts(view.sheet):
        lost = [lang for lang in view.sheet.languages if lang in text.missing]
        if lost:
            words = shortened(str(text), _LONGEST)
            yield Found.at(steps, text=words, languages=tuple(lost))


@rule(
    "OFF506",
    Severity.HINT,
    message=marked("the text “{text}” stands as it is on the pages in {languages}"),
    remedy=marked("write it in each language, also where it is a name that all of them share"),
)
def one_text_for_all_languages(view: View) -> Iterator[Found]:
    """A running text is written once for all the languages that the sheet is published in."""
    languages = view.sheet.languages
    if len(languages) == 1:
        return
    for steps, text in _all_texts(view.sheet):
        if steps[-1] in _RUNNING and tuple(text) == (_PLAIN,) and _has_words(text):
            words = shortened(str(text), _LONGEST)
            yield Found.at(steps, text=words, languages=languages)


def _has_words(text: Text) -> bool:
    """Return whether there is anything in *text* to translate beside figures and names."""
    return any(map(str.isalpha, _BRACED.sub("", str(text))))


def _all_texts(sheet: Factsheet) -> Iterator[tuple[Steps, Text]]:
    """Return the texts of a sheet that are to be translated, with their places in a file."""
    for term in sheet.terms:
        yield ("terms", term.key, "label"), term.label
        if term.one is not None:
            yield ("terms", term.key, "one"), term.one
    for at, source in enumerate(sheet.sources):
        yield from _texts(source.note, ("sources", at, "note"))
    yield from _texts(sheet, ())


def _texts(thing: object, steps: Steps) -> Iterator[tuple[Steps, Text]]:
    """Return the texts within *thing*.

    Sources and terms are looked at where they are declared. Their titles, questions and what is
    quoted stay in the language they are in.
    """
    match thing:
        case Text():
            yield steps, thing
        case Source() | Question() | Term():
            return
        case Observations():
            yield from _texts_of_rows(thing, steps)
        case tuple():
            for at, part in enumerate(thing):
                yield from _texts(part, (*steps, at))
        case Frozen():
            for field in attrs.fields(cast("type[Any]", type(thing))):
                if field.init and field.name not in _QUOTED:
                    yield from _texts(getattr(thing, field.name), (*steps, field.name))


def _texts_of_rows(rows: Observations, steps: Steps) -> Iterator[tuple[Steps, Text]]:
    """Return the texts of observations; only few rows have any, and those are kept together."""
    codes = rows.area.codes.array
    for at, area in enumerate(rows.area.categories):
        if area.list == "own":
            first = int((codes == at).argmax())
            yield from _texts(area.label, (*steps, first, "area", "label"))
    for row, extra in rows.extras:
        here: Steps = (*steps, row)
        yield from _texts(extra.missing_note, (*here, "value", "note"))
        yield from _texts(extra.range, (*here, "value"))
        yield from _texts(extra.population, (*here, "population"))
        yield from _texts(extra.sample, (*here, "sample"))

"""Rules OFF208 to OFF211: the form in which a figure is drawn, printed and worded."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from offinno.checks._found import Found
from offinno.checks._passages import Passage
from offinno.checks._rule import Severity, rule
from offinno.checks._shown import Row, Showing
from offinno.checks._view import View
from offinno.checks._words import languages_of, spoken
from offinno.language import Lang, Text, lexicon
from offinno.model import Datum, Form, Number, Pictogram
from offinno.units import Ratio, Share
from offinno.values import (
    BadNumber,
    Published,
    Qualifier,
    UnreadableNumber,
    Value,
    parse_published,
)
from offinno.wording import marked

_FRACTION: Final = re.compile(r"(?P<x>\d{1,6})\s+(?:av|of|in|out of)\s+(?P<y>[1-9]\d{0,5})\b")
_NUMBER: Final = re.compile(
    rf"(?:{_FRACTION.pattern}|\d[\d\s.,]*)\s*(?:%|prosent|per cent|percent)?"
)
_HUNDRED: Final = Decimal(100)
#: Twice as many points as a fraction may lie from its share: 1 of 2 may stand for 45 to 55 %.
_WIDEST: Final = Decimal(10)
_LOWER: Final = frozenset({Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.JUST_OVER})
_UPPER: Final = frozenset({Qualifier.UNDER, Qualifier.AT_MOST, Qualifier.NEARLY})


@rule(
    "OFF208",
    Severity.BLOCKER,
    message=marked("“{what}” is shown as so many of many, but its unit is no share: {unit}"),
    remedy=marked("show it as a number; only a share is so many of many"),
)
def ratio_drawn_as_part(view: View) -> Iterator[Found]:
    """A figure that is no share is drawn as a pictogram or written as a fraction."""
    for showing in view.showings:
        block = view.sheet.blocks[showing.block]
        drawn = showing.steps[-1] == "figure" and isinstance(block, Pictogram)
        for datum in [row.datum for row in showing.rows]:
            part = drawn or (showing.form is Form.FRACTION and _is_fraction(datum))
            if part and not isinstance(datum.unit, Share):
                yield Found.at(showing.steps, what=datum.indicator.title, unit=datum.unit)


@rule(
    "OFF209",
    Severity.WARNING,
    message=marked(
        "“{words}” says that the figure is a part of {whole}; it is only measured against {whole}"
    ),
    remedy=marked("write “measured against {whole}”, or show a figure that is a part of it"),
)
def ratio_worded_as_part(view: View) -> Iterator[Found]:
    """A text makes a part of GDP, or of another amount, out of what is only measured against it."""
    yield from view.once_per_text(_called_part)


@rule(
    "OFF210",
    Severity.BLOCKER,
    message=marked("“{printed}” is printed for {value}"),
    remedy=marked("correct the wording, or the value if that is wrong"),
)
def printed_wording_off(view: View) -> Iterator[Found]:
    """The printed wording of a figure is not what its value is rounded to in such a wording."""
    for row in view.rows:
        printed, value = row.datum.observation.as_printed, row.datum.value
        if printed is None or not isinstance(value, Value):
            continue
        for lang, words in printed.items():
            readings = [_off(words, value, tag) for tag in languages_of(lang)]
            if readings and all(readings):
                steps = (*row.steps, "as_printed", lang)
                yield Found.at(steps, printed=words, value=value)


@rule(
    "OFF211",
    Severity.HINT,
    message=marked("a fraction and a percentage stand side by side: “{fraction}” and “{share}”"),
    remedy=marked("show both in one form"),
)
def forms_mixed(view: View) -> Iterator[Found]:
    """Large numbers side by side are shares, one as a fraction and another in per cent."""
    numbers = [
        showing
        for showing in view.showings
        if showing.steps[-1] == "figure"
        and isinstance(view.sheet.blocks[showing.block], Number)
        and _is_share(showing.rows[0])
    ]
    for section in view.sections:
        here = [showing for showing in numbers if showing.block in section]
        fractions = [showing for showing in here if showing.form is Form.FRACTION]
        others = [showing for showing in here if showing.form is not Form.FRACTION]
        if fractions and others:
            yield Found.at(
                fractions[0].steps, fraction=_title(fractions[0]), share=_title(others[0])
            )


def after_number(printed: str) -> str:
    """Return what stands behind the number in a printed wording.

    >>> after_number("over 3 av 4 kommuner")
    'kommuner'
    """
    found = _NUMBER.search(printed)
    return printed[found.end() :] if found else ""


def _is_fraction(datum: Datum) -> bool:
    """Return whether a figure that is asked for as a fraction has no printed wording but one."""
    printed = datum.observation.as_printed
    return printed is None or any(_FRACTION.search(words) for words in printed.values())


def _called_part(passage: Passage) -> Iterator[Found]:
    """Return a finding where a sentence on a ratio has words for a part, and does not deny it."""
    for sentence in passage.sentences:
        for row in (*passage.drawn, *sentence.rows):
            words = spoken("part", sentence.words, passage.lang)
            unit = row.datum.unit
            if (
                words
                and isinstance(unit, Ratio)
                and not _denied(sentence.words, words, passage.lang)
            ):
                yield Found.at(passage.steps, words=words[0], whole=unit.to)


def _denied(sentence: str, words: re.Match[str], lang: str) -> bool:
    """Return whether one of the two words before *words* says no."""
    before = " ".join(sentence[: words.start()].split()[-2:])
    return spoken("no", before, lang) is not None


def _off(printed: str, value: Value, lang: Lang) -> bool:
    """Return whether a printed wording, read in *lang*, is another than *value* is rounded to."""
    if found := _FRACTION.search(printed):
        fraction = _HUNDRED * Decimal(found["x"]) / Decimal(found["y"])
        step = min(_HUNDRED / Decimal(found["y"]), _WIDEST)
        qualifier = _qualifier(printed[: found.start()], lang)
        return isinstance(value.unit, Share) and _far(value.magnitude, fraction, step, qualifier)
    try:
        read = parse_published(printed, lang=lang)
    except (UnreadableNumber, BadNumber):
        return False
    return _far(value.magnitude, read.magnitude, _step(read), read.qualifier)


def _far(value: Decimal, printed: Decimal, step: Decimal, qualifier: Qualifier) -> bool:
    """Return whether *printed* is not the nearest of its steps, or lies on the wrong side."""
    if qualifier in _LOWER:
        return value < printed
    if qualifier in _UPPER:
        return value > printed
    return 2 * abs(value - printed) > step


def _step(read: Published) -> Decimal:
    """Return how far apart two printed numbers lie: a unit of the last digit that is meant."""
    rounded = read.magnitude.normalize() if read.qualifier is Qualifier.ABOUT else read.magnitude
    exponent = rounded.as_tuple().exponent
    assert isinstance(exponent, int)  # a finite number has one
    return Decimal(1).scaleb(exponent)


def _qualifier(before: str, lang: Lang) -> Qualifier:
    """Return the qualifier that the words before a number end in."""
    said = f"{before.strip().casefold()} "
    for name, forms in lexicon(lang).qualifiers.items():
        if any(said.endswith(form.removesuffix("{}")) for form in forms):
            return Qualifier(name)
    return Qualifier.EXACT


def _is_share(row: Row) -> bool:
    """Return whether a figure is a share, and there."""
    return isinstance(row.datum.unit, Share) and not row.missing


def _title(showing: Showing) -> Text:
    """Return what a place shows a figure of."""
    return showing.rows[0].datum.indicator.title

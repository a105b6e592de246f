"""One verb for all that can be said."""

from collections.abc import Callable, Iterable
from functools import partial, singledispatch
from typing import get_args

from offinno.analysis import Difference
from offinno.exceptions import UnknownName
from offinno.language import Lang, Term, Text, language
from offinno.model import (
    Area,
    Comparison,
    Datum,
    Derivation,
    Form,
    Population,
    Reason,
    Sample,
    Source,
    YearlyChange,
)
from offinno.units import Unit
from offinno.values import Missing, Period, Range, Value
from offinno.wording._areas import area_text
from offinno.wording._differences import difference_text
from offinno.wording._errors import Unsayable
from offinno.wording._fractions import fraction_text
from offinno.wording._lineage import lineage_text
from offinno.wording._missing import missing_text
from offinno.wording._names import Named, name_text
from offinno.wording._periods import period_text
from offinno.wording._populations import population_text, sample_text
from offinno.wording._reasons import comparison_text, reason_text
from offinno.wording._sentences import datum_text
from offinno.wording._sources import source_text
from offinno.wording._surveys import margin_text
from offinno.wording._units import term_text, unit_text
from offinno.wording._values import phrase, value_text
from offinno.wording._yearly import yearly_text


def say(thing: object, *, lang: str, form: str | Form = Form.SENTENCE) -> str:
    """Return *thing* in words.

    Args:
        thing: A figure, value, range, reason for a missing one, period, area, unit, term,
            population, sample, source, reason, verdict, comparison, tested difference, change
            per year, lineage, text, or a member of a closed set such as a status.
        lang: The language: ``nb``, ``nn`` or ``en``.
        form: Of figures and values: ``value``, ``number``, ``fraction``, ``speech``,
            ``sentence`` or ``difference``; of figures also ``ratio``, ``rank``, ``change`` or
            ``margin``. Other things have one form.

    Raises:
        Unsayable: If there is no wording for such a thing.
        UnknownName: If offinno does not write that language, or there is no such form.

    >>> say(Area("IS"), lang="nn"), say(Period("2014/.."), lang="nb")
    ('Island', 'siden 2014')
    """
    names = tuple(known.value for known in Form)
    if not isinstance(form, Form) and form not in names:
        raise UnknownName("form", str(form), names)
    return _say(thing, language(lang), Form(form))


@singledispatch
def _say(thing: object, lang: Lang, form: Form) -> str:  # noqa: ARG001 - the common signature
    """Refuse what no function below words."""
    raise Unsayable(type(thing).__name__)


@_say.register
def _value(thing: Value, lang: Lang, form: Form) -> str:
    """Word a value; alone it is no whole sentence."""
    match form:
        case Form.FRACTION:
            return fraction_text(thing, lang=lang)
        case Form.VALUE:
            return value_text(thing, lang=lang)
        case Form.NUMBER:
            return value_text(thing, lang=lang, form="number")
        case Form.SPEECH:
            return value_text(thing, lang=lang, form="speech")
        case Form.DIFFERENCE:
            return difference_text(thing, lang=lang)
        case _:
            return phrase(thing, lang=lang)


@_say.register
def _range(thing: Range, lang: Lang, form: Form) -> str:
    """Word a range; alone it is no whole sentence, and neither fraction nor difference."""
    match form:
        case Form.VALUE:
            return value_text(thing, lang=lang)
        case Form.NUMBER:
            return value_text(thing, lang=lang, form="number")
        case Form.SPEECH:
            return value_text(thing, lang=lang, form="speech")
        case _:
            return phrase(thing, lang=lang)


@_say.register
def _datum(thing: Datum, lang: Lang, form: Form) -> str:
    """Word a figure."""
    return datum_text(thing, lang=lang, form=form)


def _alone(kinds: Iterable[type], words: Callable[..., str]) -> None:
    """Let *words* speak for *kinds*, which have one form."""

    def only(thing: object, lang: Lang, form: Form) -> str:  # noqa: ARG001
        return words(thing, lang=lang)

    for kind in kinds:
        _say.register(kind)(only)


_alone([Missing], partial(missing_text, note=True))
_alone([Period], period_text)
_alone([Area], area_text)
_alone(get_args(Unit), unit_text)
_alone([Term], term_text)
_alone([Population], population_text)
_alone([Sample], sample_text)
_alone([Source], source_text)
_alone([Reason], reason_text)
_alone([Comparison], comparison_text)
_alone([Derivation], lineage_text)
_alone([Difference], margin_text)
_alone([YearlyChange], yearly_text)
_alone(get_args(Named), name_text)
_alone([Text], lambda text, *, lang: text.in_(lang))

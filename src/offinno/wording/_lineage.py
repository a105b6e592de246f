"""How a figure was computed, in words."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from offinno.language import Lang
from offinno.model import Derivation, Input, Method
from offinno.wording._areas import area_text
from offinno.wording._catalogue import marked, message, message_plural
from offinno.wording._locales import listed
from offinno.wording._periods import period_text
from offinno.wording._sources import source_text
from offinno.wording._values import value_text

#: Methods that are written as a calculation.
_SIGNS: Final[Mapping[Method, str]] = MappingProxyType(
    {
        Method.SUM: " + ",
        Method.DIFFERENCE: " − ",
        Method.PRODUCT: " × ",
        Method.EXCHANGE: " × ",
        Method.QUOTIENT: " ÷ ",
        Method.RELATIVE: " ÷ ",
        Method.PER: " ÷ ",
    }
)

#: The others, with what went in as a list.
_LISTED: Final[Mapping[Method, str]] = MappingProxyType(
    {
        Method.DEFLATION: marked("converted to constant prices from {inputs}"),
        Method.REBASE: marked("converted to another base period from {inputs}"),
        Method.AGGREGATE: marked("aggregated from {inputs}"),
    }
)


def lineage_text(derivation: Derivation, *, lang: Lang) -> str:
    r"""Return how a figure was computed: the calculation with its inputs, and what was decided.

    >>> from offinno.units import parse_unit
    >>> from offinno.values import Value
    >>> amount = Input(figure="grants", value=Value("18.1E6", parse_unit("EUR")))
    >>> rate = Input(figure="rate", value=Value("9.8511", parse_unit("NOK / EUR")), period=2019)
    >>> lineage_text(Derivation(method=Method.EXCHANGE, inputs=(amount, rate)), lang="en")
    'computed as 18.1\xa0million\xa0EUR × 9.8511\xa0NOK per EUR (2019)'
    """
    return "; ".join(_parts(derivation, lang))


def _parts(derivation: Derivation, lang: Lang) -> Iterator[str]:
    """Return the parts of a lineage one by one."""
    inputs = [_input(given, lang) for given in derivation.inputs]
    if derivation.method in _SIGNS:
        sum_ = _SIGNS[derivation.method].join(inputs)
        yield message("computed as {calculation}", lang=lang, calculation=sum_)
    else:
        listing = listed(inputs, lang=lang)
        yield message(_LISTED[derivation.method], lang=lang, inputs=listing)
    if derivation.digits is not None:
        yield message_plural(
            "rounded to {n} significant digit",
            "rounded to {n} significant digits",
            derivation.digits,
            lang=lang,
        )
    if derivation.note is not None:
        yield derivation.note.in_(lang)


def _input(given: Input, lang: Lang) -> str:
    """Return what went in: its value, and in brackets area, period, source and own lineage."""
    known = []
    if given.area is not None:
        known.append(area_text(given.area, lang=lang))
    if given.period is not None:
        known.append(period_text(given.period, lang=lang))
    if given.source is not None:
        known.append(source_text(given.source, lang=lang, form="short"))
    if given.lineage is not None:
        known.append(lineage_text(given.lineage, lang=lang))
    value = value_text(given.value, lang=lang)
    return f"{value} ({', '.join(known)})" if known else value

"""How a figure was computed, in words."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from offinno.language import Lang
from offinno.model import Derivation, Input, Measuring, Method
from offinno.units import Money, Per, Unit
from offinno.values import Period, PeriodForm
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

#: Conversions, with the signs between what goes into one figure; those of a series follow each
#: other figure by figure.
_STEPS: Final[Mapping[Method, tuple[str, ...]]] = MappingProxyType(
    {
        Method.EXCHANGE: (" × ",),
        Method.RELATIVE: (" ÷ ",),
        Method.PER: (" ÷ ",),
        Method.REBASE: (" ÷ ",),
        Method.DEFLATION: (" × ", " ÷ "),
    }
)
_STEPWISE: Final[Mapping[Method, str]] = MappingProxyType(
    {
        Method.DEFLATION: marked("converted to constant prices: {calculation}"),
        Method.REBASE: marked("converted to another base period: {calculation}"),
    }
)
_CALCULATED: Final = marked("computed as {calculation}")

#: How many figures are worked out in words; of more, the first and the last are.
_MOST: Final = 6


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
    steps = _steps(derivation)
    inputs = [] if steps else [_input(given, lang) for given in derivation.inputs]
    if steps:
        wording = _STEPWISE.get(derivation.method, _CALCULATED)
        yield message(wording, lang=lang, calculation=_worked_out(derivation, steps, lang))
    elif derivation.method in _SIGNS:
        sum_ = _SIGNS[derivation.method].join(inputs)
        yield message(_CALCULATED, lang=lang, calculation=sum_)
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


def _steps(derivation: Derivation) -> list[tuple[Input, ...]]:
    """Return what goes into each figure of a conversion; nothing for another derivation."""
    size = len(_STEPS.get(derivation.method, ())) + 1
    inputs = derivation.inputs
    if size == 1 or len(inputs) % size:
        return []
    return [inputs[at : at + size] for at in range(0, len(inputs), size)]


def _worked_out(derivation: Derivation, steps: list[tuple[Input, ...]], lang: Lang) -> str:
    """Return the calculation of each figure; of many, of the first and the last."""
    signs = _STEPS[derivation.method]
    shown = steps if len(steps) <= _MOST else [steps[0], steps[-1]]
    parts = [_calculation(step, signs, lang) for step in shown]
    return "; ".join(parts) if shown is steps else " … ".join(parts)


def _calculation(step: tuple[Input, ...], signs: tuple[str, ...], lang: Lang) -> str:
    """Return the calculation of one figure; an amount is divided by a rate the other way round."""
    rate = step[1].value.unit
    if isinstance(rate, Per) and _currency(step[0].value.unit) == _currency(rate):
        signs = (" ÷ ",)
    first, *others = (_input(given, lang) for given in step)
    return first + "".join(sign + other for sign, other in zip(signs, others, strict=True))


def _currency(unit: Unit) -> str | None:
    """Return the currency of an amount, or of what stands above in a rate."""
    money = unit.above if isinstance(unit, Per) else unit
    return money.currency if isinstance(money, Money) else None


def _input(given: Input, lang: Lang) -> str:
    """Return what went in: its value, and in brackets area, period, source and own lineage."""
    known = []
    if given.area is not None:
        known.append(area_text(given.area, lang=lang))
    if given.period is not None:
        known.append(_time(given, given.period, lang))
    if given.covers is not None:
        time = period_text(given.covers, lang=lang)
        known.append(message("covers only {time}", lang=lang, time=time))
    if given.source is not None:
        known.append(source_text(given.source, lang=lang, form="short"))
    if given.lineage is not None:
        known.append(lineage_text(given.lineage, lang=lang))
    value = value_text(given.value, lang=lang)
    return f"{value} ({', '.join(known)})" if known else value


def _time(given: Input, period: Period, lang: Lang) -> str:
    """Return the time of what went in, and whether it is a mean or the last day of it."""
    time = period_text(period, lang=lang)
    if given.measuring is Measuring.END_OF_PERIOD:
        return message("end of {time}", lang=lang, time=time)
    if given.measuring is not Measuring.MEAN:
        return time
    if period.form is PeriodForm.YEAR:
        return message("annual mean {time}", lang=lang, time=time)
    return message("mean {time}", lang=lang, time=time)

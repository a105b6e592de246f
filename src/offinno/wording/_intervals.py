"""Intervals of uncertainty in words."""

from offinno.language import Lang
from offinno.units import Unit
from offinno.values import Interval, Range, Value
from offinno.wording._catalogue import message
from offinno.wording._numbers import number_text
from offinno.wording._units import percent
from offinno.wording._values import ValueForm, value_text


def interval_text(interval: Interval, unit: Unit, *, lang: Lang, form: ValueForm = "prose") -> str:
    r"""Return an interval of uncertainty in words, its ends in *unit*.

    >>> from offinno.units import parse_unit
    >>> interval = Interval(low=44, high=52, level=95)
    >>> interval_text(interval, parse_unit("% of workplaces"), lang="en")
    '95\xa0per cent confidence interval: 44 to 52\xa0per cent'
    """
    ends = Range(low=Value(interval.low, unit), high=Value(interval.high, unit))
    span = value_text(ends, lang=lang, form=form)
    if interval.level is None:
        text = message("interval of uncertainty: {span}", lang=lang, span=span)
    else:
        level = number_text(interval.level, lang=lang) + percent(lang=lang, words=True)
        text = message("{level} confidence interval: {span}", lang=lang, level=level, span=span)
    return text if interval.method is None else f"{text} ({interval.method})"

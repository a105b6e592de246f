"""Products that bare values refuse, as only figures know that they have a meaning.

A figure knows the whole that a share is of, and when a change took place; `offinno.model` checks
that, and these functions then compute with the numbers.
"""

from typing import Final

from offinno.units import Change, Share, Unit
from offinno.values._decimals import ARITHMETIC, quotient
from offinno.values._parts import HUNDRED, BadValue
from offinno.values._period import Period
from offinno.values._point import PeriodForm
from offinno.values._qualifier import UnknownOutcome, divided, multiplied
from offinno.values._value import Value

_MONTHS: Final = 12
#: How the parts of a year are written behind it, by form.
_MARKS: Final = {
    PeriodForm.YEAR: "",
    PeriodForm.HALF_YEAR: "-H{}",
    PeriodForm.QUARTER: "-Q{}",
    PeriodForm.MONTH: "-{:02}",
}


def part_of(relative: Value, whole: Value) -> Value:
    """Return so many per cent, or percentage points, of their *whole*.

    Raises:
        UnknownOutcome: If the qualifiers of the two leave nothing known.

    >>> from offinno.units import parse_unit
    >>> share = Value(25, parse_unit("% of workplaces"))
    >>> print(part_of(share, Value(80, parse_unit("workplaces"))))
    20 workplaces
    """
    return _percent(relative, relative, whole, whole.unit)


def changed(level: Value, change: Value) -> Value:
    """Return a *level* after a relative *change*.

    Raises:
        UnknownOutcome: If the qualifiers of the two leave nothing known.

    >>> from offinno.units import parse_unit
    >>> print(changed(Value(80, parse_unit("NOK")), Value(5, parse_unit("% change on 2015"))))
    84 NOK
    """
    grown = ARITHMETIC.add(HUNDRED, change.magnitude)
    factor = Value(grown, Change("year before"), change.qualifier)
    return _percent(change, factor, level, level.unit)


def share_between(unit: Share, part: Value, whole: Value) -> Value:
    """Return one amount in per cent of another that it is a part of, in the *unit* of the share.

    Raises:
        BadValue: If the whole is zero, or less than the part.
        UnknownOutcome: If the qualifiers of the two leave nothing known.

    >>> from offinno.units import parse_unit
    >>> unit = parse_unit("workplaces")
    >>> print(share_between(Share(unit.of), Value(20, unit), Value(80, unit)))
    25 % of workplaces
    """
    below = whole.to(part.unit)
    if not below.magnitude:
        raise BadValue(f"{part} is no share of zero")
    qualifier = divided((part.qualifier, part.magnitude), (below.qualifier, below.magnitude))
    if qualifier is None:
        raise UnknownOutcome(f"{part} as a share of {whole}")
    hundredfold = ARITHMETIC.multiply(HUNDRED, part.magnitude)
    return Value(quotient(hundredfold, below.magnitude), unit, qualifier)


def _percent(given: Value, factor: Value, amount: Value, unit: Unit) -> Value:
    """Return so many hundredths of an amount; *given* is what an error shows."""
    x, y = factor.magnitude, amount.magnitude
    qualifier = multiplied((factor.qualifier, x), (amount.qualifier, y))
    if qualifier is None:
        raise UnknownOutcome(f"{given} × {amount}")
    return Value(ARITHMETIC.divide(ARITHMETIC.multiply(x, y), HUNDRED), unit, qualifier)


def months_before(period: Period, months: int) -> Period | None:
    """Return the year, half-year, quarter or month so many months before.

    None where the calendar has none, and of periods of other forms.

    >>> months_before(Period("2019-Q1"), 3)
    Period('2018-Q4')
    """
    point = period.points[0]
    mark = _MARKS.get(period.form)
    if mark is None or point is None or point.year is None or point.months is None:
        return None
    every = _MONTHS // point.months
    back, rest = divmod(months, point.months)
    year, part = divmod(point.year * every + (point.part or 1) - 1 - back, every)
    if rest or year < 1:
        return None
    return Period(f"{year:04}{mark.format(part + 1)}")

"""What the recorded working of a figure comes to when it is computed again.

All numbers are taken as plain fractions: per cent, and an index, count in hundredths, so that each
method is the same few operations whatever the units are. What cannot be computed again, such as
an aggregate of parts that are not recorded, gives no result rather than a guess.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from math import prod
from types import MappingProxyType
from typing import Final

from offinno.model import Derivation, Input, Method, Observation
from offinno.model._steps import STEP, step_of
from offinno.units import Change, Count, Index, Money, Per, Physical, Points, Ratio, Share, Unit
from offinno.values import Qualifier, Value

#: Units whose numbers are hundredths of what they say.
_HUNDREDTHS: Final = (Share, Ratio, Points, Change, Index)
#: Units of which several results make one sum.
_ADDITIVE: Final = (Money, Count, Physical, Per)
_LOWER: Final = frozenset({Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.JUST_OVER})
_UPPER: Final = frozenset({Qualifier.UNDER, Qualifier.AT_MOST, Qualifier.NEARLY})
#: What the last of 15 digits, as columns hold them, may be off by.
_COLUMN: Final = Fraction(1, 10**14)
_ONE: Final = Fraction(1)

#: What goes into one figure, in the order of the method.
Step = tuple[Input, ...]


def steps_of(lineage: Derivation) -> tuple[Step, ...]:
    """Return what went into each figure that a lineage tells of."""
    size = STEP.get(lineage.method, len(lineage.inputs))
    inputs = lineage.inputs
    return tuple(inputs[at : at + size] for at in range(0, len(inputs), size))


def steps_about(lineage: Derivation, row: Observation) -> tuple[Step, ...]:
    """Return the steps of a lineage of several figures that lead to *row*.

    Of conversions the first figure of a step says which row it is about. Of other methods every
    figure must be of the same area and period.
    """
    if lineage.method is Method.AGGREGATE:
        own = step_of(lineage, row)
        return () if own is None or own is lineage else (own.inputs,)
    steps = steps_of(lineage)
    if lineage.method in STEP:
        return tuple(step for step in steps if _is_about(step[0], row))
    return tuple(s for s in steps if all((i.area, i.period) == (row.area, row.period) for i in s))


def _is_about(given: Input, row: Observation) -> bool:
    """Return whether a figure that went in is about the same as a row."""
    mine = (given.area, given.period, given.breakdowns)
    here = mine == (row.area, row.period, row.breakdowns)
    return here and given.vintage in {None, row.vintage}


def results(method: Method, steps: Iterable[Step], unit: Unit) -> tuple[Fraction, ...]:
    """Return what the steps may come to in *unit*: their sum if they make one, then each.

    Nothing comes back where a step cannot be computed again.
    """
    found = [_result(method, step, unit) for step in steps]
    numbers = [number for number in found if number is not None]
    if not numbers or len(numbers) < len(found):
        return ()
    total = [sum(numbers, Fraction())] if len(numbers) > 1 and isinstance(unit, _ADDITIVE) else []
    return (*total, *numbers)


def gives(result: Fraction, stated: Value, digits: int | None = None) -> bool:
    """Return whether *stated* is *result*, rounded as it was published, or a bound of it.

    >>> from offinno.units import parse_unit
    >>> gives(Fraction(178337, 1000), Value("178.3", parse_unit("EUR")))
    True
    """
    number = Fraction(stated.magnitude)
    if stated.qualifier in _LOWER and result >= number:
        return True
    if stated.qualifier in _UPPER and result <= number:
        return True
    room = Fraction(10) ** last_digit(stated, digits) / 2
    return abs(result - number) <= room + abs(number) * _COLUMN


def last_digit(stated: Value, digits: int | None = None) -> int:
    """Return the exponent of the last digit of a figure: the last that is kept, or that is meant.

    >>> from offinno.units import parse_unit
    >>> last_digit(Value("178.3", parse_unit("EUR")))
    -1
    """
    about = stated.qualifier is Qualifier.ABOUT
    number = stated.magnitude.normalize() if about else stated.magnitude
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)  # a finite number has one
    if digits is not None and number:
        return max(exponent, number.adjusted() - digits + 1)
    return exponent


def _result(method: Method, step: Step, unit: Unit) -> Fraction | None:
    """Return what one step comes to in *unit*."""
    compute = _METHODS[method]
    numbers = [_fraction(given.value) for given in step]
    fits = len(step) == STEP.get(method, len(step))
    if not fits or (method in _SAME_UNIT and not _alike(step, unit)):
        return None
    if method is Method.AGGREGATE and not _is_total(step):
        return None
    try:
        found = compute(numbers, step)
    except ZeroDivisionError:
        return None
    return found * 100 if isinstance(unit, _HUNDREDTHS) else found


def _fraction(value: Value) -> Fraction:
    """Return a number as what it says."""
    number = Fraction(value.magnitude)
    return number / 100 if isinstance(value.unit, _HUNDREDTHS) else number


def _alike(step: Step, unit: Unit) -> bool:
    """Return whether all parts are in the unit of the result, or in the share it is points of."""
    units = {given.value.unit for given in step}
    if isinstance(unit, Points) and len(units) == 1:
        return isinstance(next(iter(units)), Share | Ratio | Points)
    return units == {unit}


def _is_total(step: Step) -> bool:
    """Return whether an aggregate is of parts of one figure, and no account of other records."""
    return len(step) > 1 and len({(part.figure, part.area, part.period) for part in step}) == 1


def _difference(numbers: list[Fraction], _: Step) -> Fraction:
    """Return the first number less the others."""
    return numbers[0] - sum(numbers[1:])


def _quotient(numbers: list[Fraction], _: Step) -> Fraction:
    """Return the first number divided by the others."""
    return numbers[0] / prod(numbers[1:], start=_ONE)


def _exchanged(numbers: list[Fraction], step: Step) -> Fraction:
    """Return an amount at a rate, which may run the other way."""
    amount, rate = numbers
    return amount / rate if divides(step) else amount * rate


def divides(step: Step) -> bool:
    """Return whether an amount is divided by its rate: what stands above is its own currency."""
    rate = step[1].value.unit
    return isinstance(rate, Per) and _currency(step[0].value.unit) == _currency(rate)


def _currency(unit: Unit) -> str | None:
    """Return the currency of an amount, or of what stands above in a rate."""
    money = unit.above if isinstance(unit, Per) else unit
    return money.currency if isinstance(money, Money) else None


def _deflated(numbers: list[Fraction], _: Step) -> Fraction:
    """Return an amount at the prices of another year."""
    amount, there, here = numbers
    return amount * there / here


def _composed(numbers: list[Fraction], step: Step) -> Fraction:
    """Return relative changes one after the other, or a level that they move."""
    if not isinstance(step[0].value.unit, Change):
        return numbers[0] * prod((1 + number for number in numbers[1:]), start=_ONE)
    return prod((1 + number for number in numbers), start=_ONE) - 1


def _grown(numbers: list[Fraction], _: Step) -> Fraction:
    """Return the change from the earlier to the later figure."""
    later, earlier = numbers
    return later / earlier - 1


def _chained(numbers: list[Fraction], _: Step) -> Fraction:
    """Return a figure times what each link is by the new method and divided by the old."""
    return numbers[0] * prod(numbers[1::2], start=_ONE) / prod(numbers[2::2], start=_ONE)


#: Methods whose parts must be in the unit of the result.
_SAME_UNIT: Final = frozenset({Method.SUM, Method.AGGREGATE, Method.DIFFERENCE})
_METHODS: Final[Mapping[Method, Callable[[list[Fraction], Step], Fraction]]] = MappingProxyType(
    {
        Method.SUM: lambda numbers, _: sum(numbers, Fraction()),
        Method.AGGREGATE: lambda numbers, _: sum(numbers, Fraction()),
        Method.DIFFERENCE: _difference,
        Method.PRODUCT: lambda numbers, _: prod(numbers, start=_ONE),
        Method.QUOTIENT: _quotient,
        Method.EXCHANGE: _exchanged,
        Method.DEFLATION: _deflated,
        Method.RELATIVE: _quotient,
        Method.PER: _quotient,
        Method.REBASE: _quotient,
        Method.COMPOUND: _composed,
        Method.GROWTH: _grown,
        Method.CHAIN: _chained,
    }
)

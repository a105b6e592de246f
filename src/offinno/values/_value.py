"""A number with its unit, and what may be done with two of them.

Arithmetic on bare values knows units only. Figures that know their area, period and population
are computed as `offinno.model.Datum`.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Final, final, overload

import attrs

from offinno._frozen import Frozen
from offinno.language import Vocabulary
from offinno.units import (
    Change,
    Count,
    Formula,
    IncompatibleUnits,
    Index,
    Kind,
    Money,
    Operation,
    Per,
    Physical,
    PintQuantity,
    PintRegistry,
    Points,
    Ratio,
    Refusal,
    Share,
    Unit,
    conversion,
    from_pint,
    outcome,
    to_pint,
)
from offinno.units._pairs import linked
from offinno.values._consistent import check_counted, check_interval, check_share
from offinno.values._decimals import ARITHMETIC, exact_decimal, quotient, whole
from offinno.values._parts import HUNDRED, BadValue, Counted, Interval, shown, wrong_type
from offinno.values._qualifier import (
    MIRRORED,
    Qualified,
    Qualifier,
    UnknownOutcome,
    divided,
    joined,
    may_be_equal,
    may_be_less,
    may_be_more,
    multiplied,
    scaled,
)

_UNITS: Final = frozenset({Money, Share, Ratio, Points, Count, Index, Change, Per, Physical})
_EXACT: Final = Qualifier.EXACT
_plus: Final = ARITHMETIC.add


@final
@attrs.frozen
class Value(Frozen):
    """A number in a unit, with the qualifier it was published with.

    The magnitude is exact and keeps the decimals it was given with; equality ignores them.
    Shares, ratios, points and changes hold per cent as published: 48.3, never 0.483. Money is
    unscaled: 600 milliard kroner is 600 × 10⁹ NOK.

    Two values in different units are never equal, and 1 km is neither less nor more than 1000 m.
    Results are rounded to 34 significant digits; an interval and counts stay with a value that
    is converted or scaled, and are left behind by all other arithmetic.

    Raises:
        BadNumber: If the magnitude is no finite, bounded number.
        BadValue: If a share is outside 0 to 100, the magnitude lies outside its interval, or the
            counts do not give the magnitude.

    >>> from offinno.units import parse_unit
    >>> share = Value("77", parse_unit("% of public-workplaces"))
    >>> print(share - Value("78", share.unit))
    -1 pp of public-workplaces
    """

    #: The number, exact; an int, str or float is read by its decimal digits.
    magnitude: Decimal = attrs.field(converter=exact_decimal)
    #: What the number is of.
    unit: Unit
    #: How exactly it was published.
    qualifier: Qualifier = Qualifier.EXACT
    #: The span of uncertainty, if published.
    interval: Interval | None = attrs.field(default=None, kw_only=True)
    #: The counts behind a share, if published.
    counted: Counted | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Check everything in one place: a validator for each field would cost more."""
        if type(self.unit) not in _UNITS:
            raise BadValue(f"{shown(self.unit)} is no unit; parse_unit makes one from text")
        if type(self.qualifier) is not Qualifier:
            raise wrong_type(self.qualifier, Qualifier)
        if type(self.unit) is Share:
            check_share(self.magnitude, self.qualifier)
        if self.interval is not None:
            check_interval(self.magnitude, self.unit, self.interval)
        if self.counted is not None:
            check_counted(self.magnitude, self.unit, self.qualifier, self.counted)

    def __str__(self) -> str:
        """Return number and unit for developers; `offinno.say` words them for readers."""
        sign = "" if self.qualifier is _EXACT else f"{self.qualifier.value} "
        return f"{sign}{self.magnitude:f} {self.unit}"

    def __add__(self, other: "Value") -> "Value":
        if type(other) is not Value:
            return NotImplemented
        unit = self.unit
        plain = self.qualifier is _EXACT and other.qualifier is _EXACT
        if unit is other.unit and plain and unit.additive:
            return Value(_plus(self.magnitude, other.magnitude), unit)
        return _value(Operation.ADD, self, other)

    def __sub__(self, other: "Value") -> "Value":
        if type(other) is not Value:
            return NotImplemented
        return _value(Operation.SUBTRACT, self, other)

    def __mul__(self, other: "Value | int | Decimal") -> "Value":
        if isinstance(other, Value):
            return _value(Operation.MULTIPLY, self, other)
        if not _is_number(other):
            return NotImplemented
        return self._scaled(Operation.MULTIPLY, exact_decimal(other))

    def __rmul__(self, other: int | Decimal) -> "Value":
        return self * other

    @overload
    def __truediv__(self, other: "Value") -> "Value | Decimal": ...
    @overload
    def __truediv__(self, other: int | Decimal) -> "Value": ...
    def __truediv__(self, other: "Value | int | Decimal") -> "Value | Decimal":
        """Divide; two values of one unit give a bare number, others one unit per another."""
        if isinstance(other, Value):
            return _worked(Operation.DIVIDE, self, other)
        if not _is_number(other):
            return NotImplemented
        return self._scaled(Operation.DIVIDE, exact_decimal(other))

    def __neg__(self) -> "Value":
        return self * -1

    def __lt__(self, other: "Value") -> bool:
        if type(other) is not Value:
            return NotImplemented
        return _less(self, other)

    def __gt__(self, other: "Value") -> bool:
        if type(other) is not Value:
            return NotImplemented
        return _less(other, self)

    def __le__(self, other: "Value") -> bool:
        if type(other) is not Value:
            return NotImplemented
        return not _less(other, self)

    def __ge__(self, other: "Value") -> bool:
        if type(other) is not Value:
            return NotImplemented
        return not _less(self, other)

    def to(self, unit: Unit) -> "Value":
        """Return the same amount expressed in *unit*.

        Only physical units of one dimension, and rates of them, convert without a reference
        series.

        Raises:
            IncompatibleUnits: If no fixed factor leads there.

        >>> from offinno.units import parse_unit
        >>> print(Value("1.5", parse_unit("km")).to(parse_unit("m")))
        1500.0 m
        """
        express = _expression(self.unit, unit)
        number, interval = express(self.magnitude), self.interval
        if interval is None and self.counted is None:
            return Value(number, unit, self.qualifier)
        if interval is not None:
            low, high = express(interval.low), express(interval.high)
            interval = attrs.evolve(interval, low=low, high=high)
        return Value(number, unit, self.qualifier, interval=interval, counted=self.counted)

    def exactly(self) -> "Value":
        """Return the published number without qualifier, for display and for sorting rows.

        >>> from offinno.units import parse_unit
        >>> print(Value(70, parse_unit("% of workplaces"), Qualifier.OVER).exactly())
        70 % of workplaces
        """
        return attrs.evolve(self, qualifier=_EXACT)

    def to_pint(self, registry: PintRegistry | None = None) -> PintQuantity:
        """Return this value as a pint quantity of *registry*, or of offinno's private one.

        What a quantity cannot hold stays behind: the interval and the counts. A registry of
        yours gets the definitions it lacks and keeps those it has; where it computes with
        float, it gets a float.

        Raises:
            UnknownOutcome: If the value has a qualifier, which no quantity can hold.
            PintMismatch: If the registry cannot hold unit or number.

        >>> from offinno.units import parse_unit
        >>> print(Value("1.5", parse_unit("km")).to_pint().to("meter"))
        1500.0 meter
        """
        if self.qualifier is not _EXACT:
            raise UnknownOutcome(f"{self} as a pint quantity")
        return to_pint(self.magnitude, self.unit, registry)

    @staticmethod
    def from_pint(quantity: PintQuantity, terms: Vocabulary | None = None) -> "Value":
        """Return the value that a pint *quantity* is, with the words of *terms* or offinno's.

        Raises:
            PintMismatch: If its unit is none that offinno knows, or its number is none.
            BadNumber: If the number is out of bounds.

        >>> from offinno.units import parse_unit
        >>> value = Value("1.5", parse_unit("NOK / inhabitants"))
        >>> Value.from_pint(value.to_pint()) == value
        True
        """
        return Value(*from_pint(quantity, terms))

    def _scaled(self, operation: Operation, factor: Decimal) -> "Value":
        """Return this value times a bare number, or divided by it."""
        if self.unit.kind in _RELATIVE:
            raise IncompatibleUnits(operation, str(self.unit), "a number", Refusal.SCALED)
        if operation is Operation.DIVIDE and not factor:
            raise BadValue(f"{self} cannot be divided by zero")
        number = _MAGNITUDES[operation](self.magnitude, factor)
        qualifier = scaled(self.qualifier, factor)
        interval = _stretched(self.interval, operation, factor)
        return Value(number, self.unit, qualifier, interval=interval)


_RELATIVE: Final = frozenset({Kind.SHARE, Kind.RATIO, Kind.INDEX, Kind.CHANGE})


def _is_number(given: object) -> bool:
    """Return whether *given* is a bare number that a value may be multiplied by."""
    return isinstance(given, Decimal) or whole(given) is not None


@lru_cache(maxsize=4096)
def _expression(have: Unit, want: Unit) -> Callable[[Decimal], Decimal]:
    """Return what expresses a number of *have* in *want*; it holds neither of them."""
    factor = conversion(have, want)
    above, below = Decimal(factor.numerator), Decimal(factor.denominator)
    if factor.denominator == 1:
        return partial(ARITHMETIC.multiply, above)
    return lambda number: ARITHMETIC.divide(ARITHMETIC.multiply(number, above), below)


Work = Callable[[Decimal, Decimal], Decimal]

_MAGNITUDES: Final[Mapping[Operation, Work]] = MappingProxyType(
    {
        Operation.ADD: ARITHMETIC.add,
        Operation.SUBTRACT: ARITHMETIC.subtract,
        Operation.MULTIPLY: ARITHMETIC.multiply,
        Operation.DIVIDE: quotient,
    }
)

_QUALIFIERS: Final[Mapping[Operation, Callable[[Qualified, Qualified], Qualifier | None]]] = (
    MappingProxyType(
        {
            Operation.ADD: lambda left, right: joined(left[0], right[0]),
            Operation.SUBTRACT: lambda left, right: joined(left[0], MIRRORED[right[0]]),
            Operation.MULTIPLY: multiplied,
            Operation.DIVIDE: divided,
        }
    )
)


def _stretched(interval: Interval | None, operation: Operation, by: Decimal) -> Interval | None:
    """Return *interval* times a number, or divided by it; its ends change places below zero."""
    if interval is None:
        return None
    ends = [_MAGNITUDES[operation](end, by) for end in (interval.low, interval.high)]
    return attrs.evolve(interval, low=min(ends), high=max(ends))


def _value(operation: Operation, left: Value, right: Value) -> Value:
    """Return the result of an operation that always ends in a unit."""
    found = _worked(operation, left, right)
    assert isinstance(found, Value)
    return found


def _worked(operation: Operation, left: Value, right: Value) -> Value | Decimal:
    """Return what *operation* gives on two values, by the table of units."""
    formula, unit = outcome(operation, left.unit, right.unit)
    one, other = _fitted(formula, left, right)
    if operation is Operation.DIVIDE and not other.magnitude:
        raise BadValue(f"{left} cannot be divided by zero")
    x, y = one.magnitude, other.magnitude
    if formula is Formula.COMPOSED:
        x, y = _plus(HUNDRED, x), _plus(HUNDRED, y)
    qualifier = _QUALIFIERS[operation]((one.qualifier, x), (other.qualifier, y))
    number = _MAGNITUDES[operation](x, y)
    if formula is Formula.COMPOSED:
        number = ARITHMETIC.subtract(ARITHMETIC.divide(number, HUNDRED), HUNDRED)
    if qualifier is None or (unit is None and qualifier is not _EXACT):
        raise UnknownOutcome(f"{left} {operation.value} {right}")
    return exact_decimal(number) if unit is None else Value(number, unit, qualifier)


def _fitted(formula: Formula, left: Value, right: Value) -> tuple[Value, Value]:
    """Return both values in the units that *formula* needs them in."""
    match formula:
        case Formula.CONVERTED | Formula.TIMES:
            return left, right if left.unit == right.unit else right.to(left.unit)
        case Formula.RESOLVED if isinstance(left.unit, Per):
            return left, right.to(left.unit.below)
        case Formula.RESOLVED if isinstance(right.unit, Per):
            return left.to(right.unit.below), right
        case Formula.UNDONE if isinstance(right.unit, Per):
            return left.to(right.unit.above), right
        case Formula.LINKED:
            return _through(left, right), right
        case _:
            return left, right


def _through(left: Value, right: Value) -> Value:
    """Return a rate whose number fits another: what cancels is in one physical unit then."""
    assert isinstance(left.unit, Per)
    assert isinstance(right.unit, Per)
    pair = linked(left.unit, right.unit)
    assert pair is not None  # the table of units says so
    express = _expression(pair[1].above, pair[0].below)
    return Value(express(left.magnitude), left.unit, left.qualifier)


def _less(left: Value, right: Value) -> bool:
    """Return whether one value is less than another, if their qualifiers let that be known."""
    formula, _ = outcome(Operation.COMPARE, left.unit, right.unit)
    one, other = (value.magnitude for value in _fitted(formula, left, right))
    if left.qualifier is right.qualifier is _EXACT:
        return one < other
    return _surely_less(left, right, one, other)


def _surely_less(left: Value, right: Value, one: Decimal, other: Decimal) -> bool:
    """Return the answer that holds for all numbers the two qualifiers allow."""
    touching = may_be_equal(left.qualifier) and may_be_equal(right.qualifier)
    below = not (may_be_more(left.qualifier) or may_be_less(right.qualifier))
    if below and (one < other or (one == other and not touching)):
        return True
    if not (may_be_less(left.qualifier) or may_be_more(right.qualifier)) and one >= other:
        return False
    raise UnknownOutcome(f"{left} < {right}")

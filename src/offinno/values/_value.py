"""A number with its unit, and what may be done with two of them.

Arithmetic on bare values knows units only. Figures that know their area, period and population
are computed as `offinno.model.Datum`.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import Final, final, overload

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import OffinnoError
from offinno.language import Text, optional_text
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
    Points,
    Ratio,
    Refusal,
    Share,
    Unit,
    conversion,
    outcome,
)
from offinno.values._decimals import ARITHMETIC, Number, exact_decimal
from offinno.values._qualifier import (
    MIRRORED,
    Qualifier,
    UnknownOutcome,
    joined,
    may_be_equal,
    may_be_less,
    may_be_more,
)

_UNITS: Final = frozenset({Money, Share, Ratio, Points, Count, Index, Change, Per, Physical})
_HUNDRED: Final = Decimal(100)
_ZERO: Final = Decimal(0)
_EXACT: Final = Qualifier.EXACT
_plus: Final = ARITHMETIC.add


@final
@attrs.frozen
class BadValue(OffinnoError, ValueError):
    """Parts of a value that contradict each other."""

    #: What is wrong and what would be right.
    problem: str

    def __str__(self) -> str:
        """Return the problem."""
        return self.problem


def _decimal_or_none(given: Number | None) -> Decimal | None:
    """Return *given* as an exact decimal, where there is one."""
    return None if given is None else exact_decimal(given)


@final
@attrs.frozen(kw_only=True)
class Interval(Frozen):
    """The span in which the true number lies, as published, in the unit of its value.

    Raises:
        BadValue: If the low end is above the high one, or the level is no per cent.
        BadNumber: If an end is no bounded number.

    >>> Interval(low=44, high=52, level=95).high
    Decimal('52')
    """

    #: Low end.
    low: Decimal = attrs.field(converter=exact_decimal)
    #: High end.
    high: Decimal = attrs.field(converter=exact_decimal)
    #: Level of confidence in per cent, such as 95, if stated.
    level: Decimal | None = attrs.field(default=None, converter=_decimal_or_none)
    #: How it was found, such as ``Wilson``, if stated.
    method: str | None = None

    def __attrs_post_init__(self) -> None:
        """Check the order of the ends and the level."""
        if self.low > self.high:
            raise BadValue(f"the interval runs from {self.low} down to {self.high}; swap the ends")
        if self.level is not None and not 0 < self.level < _HUNDRED:
            raise BadValue(f"a level of confidence lies between 0 and 100, not at {self.level}")


@final
@attrs.frozen
class Counted(Frozen):
    """So many of so many, for a share that was found by counting: 139 of 439.

    A rounded wording such as "3 of 4" is none; it belongs in ``as_printed`` of an observation.

    Raises:
        BadValue: If more are counted than there are, or there are none.

    >>> Counted(139, 439).share
    Decimal('31.66287015945330296127562642369021')
    """

    #: How many.
    x: int
    #: Of how many.
    of: int

    def __attrs_post_init__(self) -> None:
        """Check the two counts."""
        if isinstance(self.x, bool) or isinstance(self.of, bool) or not 0 <= self.x <= self.of:
            raise BadValue(f"{self.x} of {self.of} cannot have been counted")
        if self.of == 0:
            raise BadValue("0 of 0 is no share; use Missing with the reason 'not applicable'")

    @property
    def share(self) -> Decimal:
        """The share in per cent, with 34 significant digits."""
        return ARITHMETIC.divide(ARITHMETIC.multiply(self.x, 100), self.of)


@final
@attrs.frozen
class Value(Frozen):
    """A number in a unit, with the qualifier it was published with.

    The magnitude is exact and keeps the decimals it was given with; equality ignores them.
    Shares, ratios, points and changes hold per cent as published: 48.3, never 0.483. Money is
    unscaled: 600 milliard kroner is 600 × 10⁹ NOK.

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
            raise BadValue(f"{self.unit!r:.80} is no unit; use parse_unit to make one from text")
        if type(self.qualifier) is not Qualifier:
            raise BadValue(f"{self.qualifier!r:.80} is no Qualifier")
        if type(self.unit) is Share and not _ZERO <= self.magnitude <= _HUNDRED:
            raise BadValue(f"a share lies between 0 and 100 per cent, not at {self.magnitude}")
        if self.interval is not None:
            _check_interval(self.magnitude, self.unit, self.interval)
        if self.counted is not None:
            _check_counted(self.magnitude, self.unit, self.counted)

    def __str__(self) -> str:
        """Return number and unit for developers; `offinno.say` words them for readers."""
        sign = "" if self.qualifier is Qualifier.EXACT else f"{self.qualifier.value} "
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
        return self._scaled(ARITHMETIC.multiply, exact_decimal(other))

    def __rmul__(self, other: int | Decimal) -> "Value":
        return self * other

    @overload
    def __truediv__(self, other: "Value") -> "Value | Decimal": ...
    @overload
    def __truediv__(self, other: int | Decimal) -> "Value": ...
    def __truediv__(self, other: "Value | int | Decimal") -> "Value | Decimal":
        """Divide; two values of one unit give a bare number, others one unit per another."""
        divisor = other.magnitude if isinstance(other, Value) else exact_decimal(other)
        if not divisor:
            raise BadValue(f"{self} cannot be divided by zero")
        if isinstance(other, Value):
            return _worked(Operation.DIVIDE, self, other)
        return self._scaled(ARITHMETIC.divide, divisor)

    def __neg__(self) -> "Value":
        return self * -1

    def __lt__(self, other: "Value") -> bool:
        return _less(self, other)

    def __gt__(self, other: "Value") -> bool:
        return _less(other, self)

    def __le__(self, other: "Value") -> bool:
        return not _less(other, self)

    def __ge__(self, other: "Value") -> bool:
        return not _less(self, other)

    def to(self, unit: Unit) -> "Value":
        """Return the same amount expressed in *unit*.

        Only physical units of one dimension convert without a reference series.

        Raises:
            IncompatibleUnits: If no fixed factor leads there.

        >>> from offinno.units import parse_unit
        >>> print(Value("1.5", parse_unit("km")).to(parse_unit("m")))
        1500.0 m
        """
        above, below = _factor(self.unit, unit)
        number = ARITHMETIC.divide(ARITHMETIC.multiply(self.magnitude, above), below)
        return Value(number, unit, self.qualifier)

    def exactly(self) -> "Value":
        """Return the published number without qualifier, for display and for sorting rows."""
        return attrs.evolve(self, qualifier=Qualifier.EXACT)

    def _scaled(self, work: Callable[[Decimal, Decimal], Decimal], factor: Decimal) -> "Value":
        """Return this value times a bare number, or divided by it."""
        if self.unit.kind in _SCALED:
            raise IncompatibleUnits(
                Operation.MULTIPLY, str(self.unit), "a number", _SCALED[self.unit.kind]
            )
        qualifier = MIRRORED[self.qualifier] if factor < 0 else self.qualifier
        return Value(work(self.magnitude, factor), self.unit, qualifier)


_SCALED: Final = MappingProxyType(
    {
        Kind.SHARE: Refusal.SHARES,
        Kind.RATIO: Refusal.RATIOS,
        Kind.INDEX: Refusal.INDEXES,
        Kind.CHANGE: Refusal.CHANGES,
    }
)


def _check_interval(magnitude: Decimal, unit: Unit, interval: Interval) -> None:
    """Check that the magnitude lies in its interval, and that of a share in 0 to 100."""
    if not interval.low <= magnitude <= interval.high:
        raise BadValue(f"{magnitude} lies outside its interval {interval.low} to {interval.high}")
    if type(unit) is Share and not (interval.low >= 0 and interval.high <= _HUNDRED):
        raise BadValue("the interval of a share lies between 0 and 100 per cent")


def _check_counted(magnitude: Decimal, unit: Unit, counted: Counted) -> None:
    """Check that the counts give the magnitude, to half a unit of its last digit."""
    if type(unit) is not Share:
        raise BadValue(f"only a share has counts behind it, not {unit}")
    exponent = magnitude.as_tuple().exponent
    assert isinstance(exponent, int)  # a finite number has one
    last = Decimal(1).scaleb(min(exponent, 0))
    if 2 * abs(counted.share - magnitude) > last:
        raise BadValue(f"{counted.x} of {counted.of} is {counted.share:.4f} %, not {magnitude} %")


@lru_cache(maxsize=4096)
def _factor(have: Unit, want: Unit) -> tuple[Decimal, Decimal]:
    """Return the exact factor between two units as a pair of decimals."""
    factor = conversion(have, want)
    return Decimal(factor.numerator), Decimal(factor.denominator)


def _composed(left: Decimal, right: Decimal) -> Decimal:
    """Return the change, in per cent, of two changes one after the other."""
    both = ARITHMETIC.multiply(_HUNDRED + left, _HUNDRED + right)
    return ARITHMETIC.subtract(ARITHMETIC.divide(both, _HUNDRED), _HUNDRED)


_MAGNITUDES: Final[Mapping[Operation, Callable[[Decimal, Decimal], Decimal]]] = MappingProxyType(
    {
        Operation.ADD: ARITHMETIC.add,
        Operation.SUBTRACT: ARITHMETIC.subtract,
        Operation.MULTIPLY: ARITHMETIC.multiply,
        Operation.DIVIDE: ARITHMETIC.divide,
    }
)


def _value(operation: Operation, left: Value, right: Value) -> Value:
    """Return the result of an operation that always ends in a unit."""
    found = _worked(operation, left, right)
    assert isinstance(found, Value)
    return found


def _worked(operation: Operation, left: Value, right: Value) -> Value | Decimal:
    """Return what *operation* gives on two values, by the table of units."""
    formula, unit = outcome(operation, left.unit, right.unit)
    if formula is Formula.CONVERTED or (formula is Formula.TIMES and left.unit != right.unit):
        right = right.to(left.unit)
    work = _composed if formula is Formula.COMPOSED else _MAGNITUDES[operation]
    number = work(left.magnitude, right.magnitude)
    qualifier = _qualifier(operation, left, right)
    if unit is not None:
        return Value(number, unit, qualifier)
    if qualifier is Qualifier.EXACT:
        return number
    raise UnknownOutcome(f"{left} {operation.value} {right}")


def _qualifier(operation: Operation, left: Value, right: Value) -> Qualifier:
    """Return the qualifier of a result."""
    away = operation in {Operation.SUBTRACT, Operation.DIVIDE}
    second = MIRRORED[right.qualifier] if away else right.qualifier
    product = operation in {Operation.MULTIPLY, Operation.DIVIDE}
    negative = product and (left.magnitude < 0 or right.magnitude < 0)
    found = joined(left.qualifier, second)
    known = found in {Qualifier.EXACT, Qualifier.ABOUT} or not negative
    if found is None or not known:
        raise UnknownOutcome(f"{left} {operation.value} {right}")
    return found


def _less(left: Value, right: Value) -> bool:
    """Return whether one value is less than another, if their qualifiers let that be known."""
    formula, _ = outcome(Operation.COMPARE, left.unit, right.unit)
    if formula is Formula.CONVERTED:
        right = right.to(left.unit)
    one, other = left.magnitude, right.magnitude
    exact = left.qualifier is right.qualifier is Qualifier.EXACT
    if exact:
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


@final
@attrs.frozen(kw_only=True)
class Range(Frozen):
    """Several values between two ends, and what they vary across: 6 to 19 % across ministries.

    Raises:
        BadValue: If the ends are in different units or in the wrong order.

    >>> from offinno.units import parse_unit
    >>> unit = parse_unit("% of workplaces")
    >>> print(Range(low=Value(6, unit), high=Value(19, unit), across={"en": "ministries"}))
    6 to 19 % of workplaces across ministries
    """

    #: Lowest value.
    low: Value
    #: Highest value.
    high: Value
    #: What the values vary across, if stated.
    across: Text | None = attrs.field(default=None, converter=optional_text)

    def __attrs_post_init__(self) -> None:
        """Check units and order."""
        if self.low.unit != self.high.unit:
            raise BadValue(f"a range in two units: {self.low.unit} and {self.high.unit}")
        if self.low.magnitude > self.high.magnitude:
            raise BadValue(f"the range runs from {self.low} down to {self.high}; swap the ends")

    @property
    def unit(self) -> Unit:
        """The unit of both ends."""
        return self.low.unit

    def __str__(self) -> str:
        across = f" across {self.across}" if self.across else ""
        return f"{self.low.magnitude:f} to {self.high}{across}"


class MissingReason(Enum):
    """Why there is no number."""

    NOT_APPLICABLE = "not applicable"
    NOT_COLLECTED = "not collected"
    NOT_YET_AVAILABLE = "not yet available"
    NOT_AVAILABLE_TO_US = "not available to us"
    SUPPRESSED = "suppressed"
    TOO_UNCERTAIN = "too uncertain"
    NOT_STATED = "not stated"


@final
@attrs.frozen
class Missing(Frozen):
    """The absence of something, with its reason; never zero and never blank.

    >>> print(Missing(MissingReason.NOT_STATED))
    missing: not stated
    """

    #: Why it is absent. *Not available to us* is published somewhere, but was not read.
    reason: MissingReason
    #: More about it.
    note: Text | None = attrs.field(default=None, converter=optional_text)

    def __str__(self) -> str:
        return f"missing: {self.reason.value}"

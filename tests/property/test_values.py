"""Laws of values: arithmetic, qualifiers, order, conversion, and pint as the judge."""

import operator
import pickle
from collections.abc import Callable
from contextlib import suppress
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from offinno.exceptions import OffinnoError
from offinno.units import (
    Change,
    Count,
    IncompatibleUnits,
    Money,
    Per,
    Physical,
    Points,
    Ratio,
    Share,
    Unit,
    conversion,
)
from offinno.units._codes import PHYSICAL
from offinno.values import (
    BadNumber,
    BadValue,
    Counted,
    Interval,
    Qualifier,
    UnknownOutcome,
    Value,
    exact_decimal,
    rounded,
)

R = TypeVar("R")

#: Numbers of which a sum of a few is exact in 34 digits.
numbers = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.integers(-(10**15), 10**15),
    st.integers(-9, 9),
)
per_cents = st.integers(0, 10_000).map(lambda n: Decimal(n).scaleb(-2))


@st.composite
def values(draw: st.DrawFn) -> Value:
    """Draw a value of any kind, with or without what may stand beside it."""
    unit: Unit = draw(st.from_type(Unit))  # type: ignore[arg-type]  # a union is a type to it
    number = draw(per_cents if isinstance(unit, Share) else numbers)
    qualifier = draw(st.sampled_from(Qualifier))
    if isinstance(unit, Share) and number in {0, 100} and qualifier is not Qualifier.ABOUT:
        qualifier = Qualifier.EXACT
    interval = draw(st.none() | st.builds(Interval, low=st.just(number), high=st.just(number)))
    return Value(number, unit, qualifier, interval=interval)


counts = st.integers(1, 10**9).flatmap(
    lambda of: st.builds(Counted, st.integers(0, of), st.just(of))
)
additive: st.SearchStrategy[Unit] = st.one_of(
    *map(st.from_type, (Money, Count, Points, Physical, Per))
).filter(lambda unit: unit.additive)
#: The largest relative error of one rounding to 34 digits.
ULP = Fraction(1, 10**33)


def outcome(work: Callable[[], R]) -> R | type[OffinnoError]:
    """Return what *work* gives, or the type of its refusal."""
    try:
        return work()
    except OffinnoError as refused:
        return type(refused)


def close(expected: Fraction, actual: Decimal, roundings: int = 1) -> bool:
    """Return whether a number is right to so many roundings."""
    return abs(Fraction(actual) - expected) <= roundings * ULP * abs(expected)


@given(value=values())
def test_copies_are_the_same_to_the_last_digit(value: Value) -> None:
    """Pickling and evolving keep the value, its digits and its hash."""
    for again in (pickle.loads(pickle.dumps(value)), attrs.evolve(value), value.to(value.unit)):
        assert value == again
        assert str(value) == str(again)
        assert hash(value) == hash(again)


@given(one=values(), other=values())
def test_values_are_equal_when_their_numbers_are(one: Value, other: Value) -> None:
    """Digits after the last that counts change neither equality nor hash."""
    longer = attrs.evolve(one, magnitude=Decimal(f"{one.magnitude:f}") + Decimal("0.0"))

    assert one == longer
    assert hash(one) == hash(longer)
    if one == other:
        assert hash(one) == hash(other)


@given(one=values(), other=values(), work=st.sampled_from(["+", "-", "*", "/"]))
def test_nothing_is_changed_by_arithmetic(one: Value, other: Value, work: str) -> None:
    """Whatever comes of it, the two values are what they were, and only our errors escape."""
    verbs: dict[str, Callable[[Any, Any], object]] = {
        "+": operator.add,
        "-": operator.sub,
        "*": operator.mul,
        "/": operator.truediv,
    }
    before = pickle.dumps((one, other))
    outcome(lambda: verbs[work](one, other))

    assert before == pickle.dumps((one, other))


@given(one=values(), other=values())
def test_addition_commutes(one: Value, other: Value) -> None:
    """Both orders give one sum, or are refused alike; the unit may be that of either."""
    found, turned = outcome(lambda: one + other), outcome(lambda: other + one)

    if isinstance(found, Value) and isinstance(turned, Value):
        assert found.qualifier is turned.qualifier
        if isinstance(found.unit, Physical | Per):
            turned = turned.to(found.unit)
            scale = max(abs(one.magnitude), abs(other.to(one.unit).magnitude))
            assert abs(Fraction(found.magnitude - turned.magnitude)) <= 4 * ULP * Fraction(scale)
        else:
            assert found == turned
    else:
        assert found == turned


@given(unit=additive, magnitudes=st.lists(numbers, min_size=3, max_size=3))
def test_addition_is_associative(unit: Unit, magnitudes: list[Decimal]) -> None:
    """However three values are taken together, their sum is the same."""
    a, b, c = (Value(number, unit) for number in magnitudes)

    assert (a + b) + c == a + (b + c)


@given(unit=additive, x=numbers, y=numbers)
def test_subtraction_undoes_addition(unit: Unit, x: Decimal, y: Decimal) -> None:
    """What was added can be taken away, and a difference turned round changes its sign."""
    a, b = Value(x, unit), Value(y, unit)

    assert a == (a + b) - b
    assert a - b == -(b - a)
    assert a + b == a - -b
    assert 0 == (a - a).magnitude


@given(whole=st.from_type(Share) | st.from_type(Ratio), x=per_cents, y=per_cents, z=per_cents)
def test_points_lead_from_one_share_to_another(
    whole: Share | Ratio, x: Decimal, y: Decimal, z: Decimal
) -> None:
    """A difference is in points, moves the one to the other, and differences add up."""
    a, b, c = (Value(number, whole) for number in (x, y, z))

    assert isinstance((b - a).unit, Points)
    assert b == a + (b - a)
    assert b == (b - a) + a
    assert a == b - (b - a)
    assert c - a == (c - b) + (b - a)
    assert b - a == -(a - b)
    with pytest.raises(IncompatibleUnits):
        a + b


@given(share=st.from_type(Share), x=per_cents, move=numbers, qualifier=st.sampled_from(Qualifier))
def test_a_share_stays_within_its_whole(
    share: Share, x: Decimal, move: Decimal, qualifier: Qualifier
) -> None:
    """No number and no step makes a share of less than nothing or more than all."""
    points = Value(move, Points(share.whole))
    for work in (
        lambda: Value(move, share, qualifier),
        lambda: Value(x, share) + points,
        lambda: Value(x, share, qualifier) - points,
    ):
        found = outcome(work)
        if isinstance(found, Value):
            assert 0 <= found.magnitude <= 100
        else:
            assert found in {BadValue, UnknownOutcome}
    inside = 0 <= x + move <= 100
    assert (outcome(lambda: Value(x, share) + points) is BadValue) is not inside


@given(counted=counts, places=st.integers(0, 12))
def test_counts_give_their_share_at_any_rounding(counted: Counted, places: int) -> None:
    """A share that was counted may be printed with any number of decimals."""
    assert counted.gives(rounded(counted.share, places))
    assert not counted.gives(rounded(counted.share, places) + Decimal(2).scaleb(-places))


@given(x=numbers, y=numbers, unit=st.from_type(Count))
def test_arithmetic_agrees_with_fractions(x: Decimal, y: Decimal, unit: Unit) -> None:
    """Sums are exact; products and quotients are right to 34 digits."""
    a, b = Value(x, unit), Value(y, unit)

    assert Fraction(x) + Fraction(y) == Fraction((a + b).magnitude)
    assert Fraction(x) - Fraction(y) == Fraction((a - b).magnitude)
    product = outcome(lambda: a * y)
    if isinstance(product, Value):
        assert close(Fraction(x) * Fraction(y), product.magnitude)
    else:
        assert product is BadNumber
    if y:
        quotient = outcome(lambda: a / b)
        if isinstance(quotient, Decimal):
            assert close(Fraction(x) / Fraction(y), quotient)
        else:
            assert quotient is BadNumber


@given(x=numbers, y=numbers, above=st.from_type(Money), below=st.from_type(Count))
def test_a_quotient_resolves(x: Decimal, y: Decimal, above: Money, below: Count) -> None:
    """So much for each, times how many, is so much; divided by each, it is how many."""
    assume(above.stated and y and x)
    total, many = Value(x, above), Value(y, below)
    each = outcome(lambda: total / many)
    assume(isinstance(each, Value))
    assert isinstance(each, Value)

    assert Per(above, below) == each.unit
    assert close(Fraction(x), (each * many).magnitude, 2)
    assert each * many == many * each
    back = total / each
    assert isinstance(back, Value)
    assert below == back.unit
    assert close(Fraction(y), back.magnitude, 2)


@given(x=numbers, y=numbers, base=st.sampled_from(["2015", "year before"]))
def test_changes_follow_each_other(x: Decimal, y: Decimal, base: str) -> None:
    """The change over two is that of the product of both factors."""
    first, second = Value(x, Change(base)), Value(y, Change("year before"))
    both = outcome(lambda: first * second)

    if isinstance(both, Value):
        growth = (1 + Fraction(x) / 100) * (1 + Fraction(y) / 100)
        error = abs(100 * (growth - 1) - Fraction(both.magnitude))
        largest = max(Fraction(1), abs(growth), abs(Fraction(x)), abs(Fraction(y)))
        assert error <= 400 * ULP * largest
    else:
        assert both is BadNumber


pairs_of_one_dimension = st.sampled_from(
    [
        (Physical(one), Physical(other))
        for one, row in PHYSICAL.items()
        for other, column in PHYSICAL.items()
        if row.dimension == column.dimension
    ]
)


@given(x=numbers, y=numbers, units=pairs_of_one_dimension)
def test_conversion_goes_there_and_back(
    x: Decimal, y: Decimal, units: tuple[Physical, Physical]
) -> None:
    """There and back is the same to 34 digits, and exactly so where the factor has an end."""
    have, want = units
    there = outcome(lambda: Value(x, have).to(want))
    assume(isinstance(there, Value))
    assert isinstance(there, Value)

    assert close(Fraction(x) * conversion(have, want), there.magnitude, 2)
    assert close(Fraction(x), there.to(have).magnitude, 4)
    if 10**9 % conversion(have, want).denominator == 0 and len(x.as_tuple().digits) < 15:
        assert Value(x, have) == there.to(have) or abs(there.magnitude) > 10**18
    if isinstance(other := outcome(lambda: Value(y, have).to(want)), Value):
        assert (x < y) is (there < other) or x == y


@given(one=values(), other=values())
def test_order_is_one_answer_or_a_refusal(one: Value, other: Value) -> None:
    """Less and more agree with each other, whichever is asked."""
    less, more = outcome(lambda: one < other), outcome(lambda: other < one)

    assert less == outcome(lambda: other > one)
    assert (not less if isinstance(less, bool) else less) == outcome(lambda: one >= other)
    assert not (less is True and more is True)


@attrs.frozen
class Printed:
    """A printed number, with one of the true numbers that it allows."""

    #: The number as printed.
    number: Decimal
    #: What stood beside it.
    qualifier: Qualifier
    #: How far off the true number is.
    step: Decimal
    #: Whether it is not off at all, where that is allowed.
    touching: bool

    @property
    def true(self) -> Fraction | None:
        """A true number; None for *about*, which allows all."""
        number, off = Fraction(self.number), Fraction(self.step)
        match self.qualifier:
            case Qualifier.EXACT:
                return number
            case Qualifier.AT_LEAST:
                return number if self.touching else number + off
            case Qualifier.AT_MOST:
                return number if self.touching else number - off
            case Qualifier.OVER | Qualifier.JUST_OVER:
                return number + off
            case Qualifier.UNDER | Qualifier.NEARLY:
                return number - off
            case _:
                return None

    def of(self, unit: Unit) -> Value:
        """Return the printed number in a unit."""
        return Value(self.number, unit, self.qualifier)


printed = st.builds(
    Printed,
    st.integers(-4, 4).map(Decimal) | st.sampled_from([Decimal("0.25"), Decimal("-0.5")]),
    st.sampled_from(Qualifier),
    st.integers(1, 10**6).map(lambda n: Decimal(n).scaleb(-3)),
    st.booleans(),
)
bounded = printed.filter(lambda one: one.qualifier is not Qualifier.ABOUT)


def holds(printed: Value, true: Fraction) -> bool:
    """Return whether a true number is where the printed one says."""
    number = Fraction(printed.magnitude)
    return {
        Qualifier.EXACT: true == number,
        Qualifier.AT_LEAST: true >= number,
        Qualifier.AT_MOST: true <= number,
        Qualifier.OVER: true > number,
        Qualifier.JUST_OVER: true > number,
        Qualifier.UNDER: true < number,
        Qualifier.NEARLY: true < number,
        Qualifier.ABOUT: True,
    }[printed.qualifier]


NOK, KM = Money("NOK"), Physical("km")
RATE = Per(NOK, KM)
#: Operations with the units of two numbers that they may be done on.
WORKS: list[tuple[Callable[[Any, Any], Any], Unit, Unit]] = [
    (operator.add, NOK, NOK),
    (operator.sub, NOK, NOK),
    (operator.mul, RATE, KM),
    (operator.truediv, NOK, RATE),
]


@given(one=bounded, other=bounded, work=st.sampled_from(WORKS))
def test_what_a_result_says_is_true(
    one: Printed, other: Printed, work: tuple[Callable[[Any, Any], Any], Unit, Unit]
) -> None:
    """For any true numbers that two printed ones allow, the true result is where ours says."""
    verb, left, right = work
    found = outcome(lambda: verb(one.of(left), other.of(right)))
    assume(isinstance(found, Value))
    assert isinstance(found, Value)

    if verb is operator.truediv and not other.true:
        # What may be zero is divided by only where zero is divided.
        assert (Qualifier.EXACT, Decimal(0)) == (found.qualifier, found.magnitude)
    else:
        true = verb(one.true, other.true)
        rounded_off = verb is operator.truediv and abs(other.number) == 3
        assert holds(found, true) or (rounded_off and close(true, found.magnitude))


@given(one=printed, other=printed)
def test_what_a_comparison_says_is_true(one: Printed, other: Printed) -> None:
    """An answer holds for all true numbers that the printed ones allow."""
    less = outcome(lambda: one.of(NOK) < other.of(NOK))

    if one.true is None or other.true is None:
        assert less is UnknownOutcome
    elif isinstance(less, bool):
        assert less is (one.true < other.true)


@given(
    x=numbers,
    y=numbers,
    units=pairs_of_one_dimension
    | st.tuples(additive, additive)
    | additive.map(lambda unit: (unit, unit)),
    work=st.sampled_from([operator.add, operator.sub, operator.truediv, operator.lt]),
)
def test_pint_agrees(
    x: Decimal, y: Decimal, units: tuple[Unit, Unit], work: Callable[[Any, Any], Any]
) -> None:
    """What we make of two values, pint makes of the same two quantities."""
    one, other = Value(x, units[0]), Value(y, units[1])
    found: Any = outcome(lambda: work(one, other))
    assume(not isinstance(found, type))
    with localcontext(Context(prec=34)):
        theirs = work(one.to_pint(), other.to_pint())

        if isinstance(found, bool):
            assert found is bool(theirs)
        elif isinstance(found, Value):
            number = theirs.to(found.to_pint().units).magnitude
            largest = max(abs(Fraction(x)), abs(Fraction(y)) * factor(units), abs(Fraction(number)))
            assert abs(Fraction(number) - Fraction(found.magnitude)) <= 40 * ULP * largest
        else:
            assert close(Fraction(found), theirs.to("dimensionless").magnitude, 40)


def factor(units: tuple[Unit, Unit]) -> Fraction:
    """Return how many of the first unit the second is, 1 where that is no question."""
    with suppress(IncompatibleUnits):
        return conversion(units[1], units[0])
    return Fraction(1)


@given(text=st.text(max_size=40) | st.text("0123456789.eE+-_naifty ", max_size=40))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    """What is read is the number that Python's own decimals read, within bounds."""
    found = outcome(lambda: exact_decimal(text))

    if isinstance(found, Decimal):
        assert Decimal(text) == found
        assert found == 0 or Decimal("1e-30") <= abs(found) < Decimal("1e31")
    else:
        assert found is BadNumber


@given(number=st.floats() | st.integers() | numbers)
def test_any_number_is_read_exactly_or_refused(number: float | Decimal) -> None:
    """A float is its shortest form; everything else is what it is."""
    found = outcome(lambda: exact_decimal(number))

    if isinstance(found, Decimal):
        assert Decimal(str(number)) == found
        assert float(found) == float(number)
        assert not (found.is_zero() and found.is_signed())
    else:
        assert found is BadNumber


@given(number=numbers, places=st.integers(-5, 12))
def test_rounding_is_to_the_nearest(number: Decimal, places: int) -> None:
    """Rounding moves a number by half a unit at most, and a half away from zero."""
    found = rounded(number, places)
    unit = Fraction(10) ** -places

    assert 2 * abs(Fraction(found) - Fraction(number)) <= unit
    if 2 * abs(Fraction(found) - Fraction(number)) == unit:
        assert abs(found) > abs(number)
    assert found == -rounded(-number, places)
    assert found == rounded(found, places)

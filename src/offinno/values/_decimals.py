"""Exact decimal numbers with bounds, in contexts that no caller can change."""

import operator
from decimal import (
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Clamped,
    Context,
    Decimal,
    DecimalException,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    Subnormal,
)
from typing import Final, SupportsIndex, cast, final

import attrs

from offinno.exceptions import OffinnoError, shortened

#: Significant digits of a number at most, and the exponent of its first digit at most.
DIGITS: Final = 34
EXPONENT: Final = 30

# How much text, and how large an int, a number may be given in; more is refused unread.
_LONGEST: Final = 100
_MOST_BITS: Final = 128

# These contexts are never made current; only their methods are called, which look at precision,
# limits and traps and else only note what happened. So they may serve all threads, and nothing
# that a caller does to their own context is felt here.
_BOUNDS: Final = Context(
    prec=DIGITS,
    Emax=EXPONENT,
    Emin=-EXPONENT,
    traps=[Inexact, Overflow, Subnormal, Clamped, InvalidOperation],
)

#: For sums, products and quotients, rounded to as many digits as a number may have.
ARITHMETIC: Final = Context(
    prec=DIGITS,
    rounding=ROUND_HALF_EVEN,
    Emax=999,
    Emin=-999,
    traps=[InvalidOperation, DivisionByZero, Overflow],
)

# Wide enough for any text that is read; the bounds are stricter.
_READING: Final = Context(
    prec=_LONGEST, Emax=9_999, Emin=-9_999, traps=[InvalidOperation, Overflow, Subnormal]
)

# Of a number that is within bounds, every decimal that may be asked for.
_DISPLAY: Final = Context(
    prec=4 * DIGITS,
    rounding=ROUND_HALF_UP,
    Emax=999,
    Emin=-999,
    traps=[InvalidOperation],
)

#: What a number may be given as: a float is read by its shortest decimal form, and whole numbers
#: may be of any library, such as those of numpy.
Number = int | str | float | Decimal | SupportsIndex


@final
@attrs.frozen
class BadNumber(OffinnoError, ValueError):
    """A number that offinno does not hold."""

    #: The number as it was given, cut short.
    seen: str
    #: What is wrong with it and what would be right.
    problem: str

    def __str__(self) -> str:
        """Show the number and say what is wrong."""
        return f"{self.seen} {self.problem}"


def exact_decimal(given: Number) -> Decimal:
    """Return *given* as a bounded decimal number, with its digits as they are; −0 becomes 0.

    Raises:
        BadNumber: If it is no number, not finite, has more than 34 significant digits, or is
            larger than 10³¹ or smaller than 10⁻³⁰ and not zero.

    >>> exact_decimal("48.30"), exact_decimal(0.1)
    (Decimal('48.30'), Decimal('0.1'))
    """
    number = given if isinstance(given, Decimal) else _decimal(given)
    try:
        checked = _BOUNDS.plus(number)
    except DecimalException:
        raise _unheld(number) from None
    if checked.is_finite():
        return checked
    raise _unheld(number)


def _unheld(number: Decimal) -> BadNumber:
    """Say why *number* is not held."""
    if number.is_finite():
        return _out_of_bounds(_seen(str(number)))
    return BadNumber(_seen(str(number)), "is no finite number; use Missing with a reason instead")


def _seen(text: str) -> str:
    """Return *text* as an error shows it."""
    return repr(shortened(text, 45))


def _out_of_bounds(seen: str) -> BadNumber:
    """Say what the bounds are."""
    problem = (
        f"is out of bounds: at most {DIGITS} significant digits, "
        f"of a size between 10^-{EXPONENT} and 10^{EXPONENT + 1}"
    )
    return BadNumber(seen, problem)


def _decimal(given: SupportsIndex | str | float) -> Decimal:
    """Return *given* as a decimal number that may be out of bounds, but is small to hold."""
    if isinstance(given, str):
        return _read(given)
    if isinstance(given, float):
        return Decimal(float.__repr__(given))
    number = whole(given)
    if number is None:
        raise BadNumber(_shown(given), "is no number; give int, str, float or Decimal")
    if number.bit_length() > _MOST_BITS:
        raise _out_of_bounds(f"a number of {number.bit_length()} bits")
    return Decimal(number)


def whole(given: object) -> int | None:
    """Return *given* as an int if it is a whole number, as those of numpy are; a bool is none.

    >>> whole(True), whole(1.0), whole(3)
    (None, None, 3)
    """
    if isinstance(given, bool):
        return None
    try:
        return operator.index(cast("SupportsIndex", given))
    except TypeError:
        return None


def _shown(given: object) -> str:
    """Return the type of *given*, whose value may be of any size."""
    return (
        f"{given!r}, a bool,"
        if isinstance(given, bool)
        else f"an object of type {type(given).__name__}"
    )


def _read(text: str) -> Decimal:
    """Return the number that *text* writes in ASCII digits with a point."""
    if len(text) > _LONGEST:
        raise BadNumber(_seen(text), f"is too long for a number: more than {_LONGEST} characters")
    try:
        return _READING.create_decimal(text if text.isascii() else "")
    except InvalidOperation:
        problem = "is no number in digits with a point; for published text use parse_number"
        raise BadNumber(_seen(text), problem) from None
    except DecimalException:
        raise _out_of_bounds(_seen(text)) from None


def quotient(dividend: Decimal, divisor: Decimal) -> Decimal:
    """Return one number divided by another, rounded to 34 significant digits.

    A whole quotient is written out to its units: 6 ÷ 0.003 is 2000, where decimal arithmetic
    says 2E+3 and so that no more than the thousands are known.

    >>> quotient(Decimal(6), Decimal("0.003")), quotient(Decimal("6E3"), Decimal(2))
    (Decimal('2000'), Decimal('3E+3'))
    """
    found = ARITHMETIC.divide(dividend, divisor)
    coarse = exponent_of(found) > 0 >= exponent_of(dividend) and found.adjusted() < DIGITS
    return ARITHMETIC.quantize(found, _UNITS) if coarse else found


_UNITS: Final = Decimal(1)


def exponent_of(number: Decimal) -> int:
    """Return the exponent of the last digit of a finite *number*."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Return *number* with so many decimals, half away from zero; for display only.

    What rounds to zero has no sign.

    >>> rounded(Decimal("48.35"), 1), rounded(Decimal("-0.5"), 0), rounded(Decimal("-0.4"), 0)
    (Decimal('48.4'), Decimal('-1'), Decimal('0'))
    """
    return _DISPLAY.plus(_DISPLAY.quantize(number, _DISPLAY.scaleb(Decimal(1), -decimals)))

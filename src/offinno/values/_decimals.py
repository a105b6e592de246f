"""Exact decimal numbers with bounds, in a context that no caller can change."""

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
from typing import Final, final

import attrs

from offinno.exceptions import OffinnoError, shortened

#: Significant digits of a number at most, and the exponent of its first digit at most.
DIGITS: Final = 34
EXPONENT: Final = 30

#: How much text a number may be given in; more is refused before it is read.
_LONGEST: Final = 100

# These contexts are never changed and never made current; only their methods are called.
_BOUNDS: Final = Context(
    prec=DIGITS,
    Emax=EXPONENT,
    Emin=-EXPONENT,
    traps=[Inexact, Overflow, Subnormal, Clamped, InvalidOperation],
)

#: For sums and products: more digits than two bounded numbers can need for a sum.
ARITHMETIC: Final = Context(
    prec=DIGITS,
    rounding=ROUND_HALF_EVEN,
    Emax=999,
    Emin=-999,
    traps=[InvalidOperation, DivisionByZero, Overflow],
)

#: What a number may be given as; a float is read by its shortest decimal form.
Number = int | str | float | Decimal


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


def bounded(number: Decimal) -> Decimal:
    """Return *number* if it is finite and within bounds.

    Raises:
        BadNumber: If it is not finite, has more than 34 significant digits, or is larger than
            10³¹ or smaller than 10⁻³⁰ and not zero.
    """
    try:
        checked = _BOUNDS.plus(number)
    except DecimalException:
        raise _out_of_bounds(number) from None
    if checked.is_finite():
        return checked
    raise BadNumber(repr(str(number)), "is no finite number; use Missing with a reason instead")


def _out_of_bounds(number: Decimal) -> BadNumber:
    """Say what is out of bounds."""
    problem = (
        f"is out of bounds: at most {DIGITS} significant digits, "
        f"of a size between 10^-{EXPONENT} and 10^{EXPONENT + 1}"
    )
    return BadNumber(repr(shortened(str(number), 45)), problem)


def exact_decimal(given: Number) -> Decimal:
    """Return *given* as a bounded decimal number, with its digits as they are.

    Raises:
        BadNumber: If it is no number, not finite, or out of bounds.

    >>> exact_decimal("48.30"), exact_decimal(0.1)
    (Decimal('48.30'), Decimal('0.1'))
    """
    if isinstance(given, Decimal):
        return bounded(given)
    if isinstance(given, bool) or not isinstance(given, int | str | float):
        raise BadNumber(shortened(repr(given)), "is no number; give int, str, float or Decimal")
    if isinstance(given, int) and given.bit_length() > 4 * _LONGEST:
        raise BadNumber("a number with hundreds of digits", "is out of bounds")
    text = given if isinstance(given, str) else repr(given)
    return bounded(_read(text))


def _read(text: str) -> Decimal:
    """Return the number that *text* writes in ASCII digits with a point."""
    if len(text) <= _LONGEST and text.isascii() and "_" not in text and text == text.strip():
        try:
            return Decimal(text)
        except DecimalException:
            pass
    problem = "is no number in digits with a point; for published text use parse_number"
    raise BadNumber(repr(shortened(text, 45)), problem)


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Return *number* with so many decimals, half away from zero; for display only.

    >>> rounded(Decimal("48.35"), 1), rounded(Decimal("-0.5"), 0)
    (Decimal('48.4'), Decimal('-1'))
    """
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _DISPLAY)


_DISPLAY: Final = Context(prec=3 * DIGITS, Emax=999, Emin=-999, traps=[InvalidOperation])

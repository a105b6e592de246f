"""Numbers as a column holds them: fifteen digits, and no more than twenty-two decimals."""

from decimal import (
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
)
from typing import Final

from offinno.model._extra import DECIMALS, DIGITS

_ROUND: Final = Context(
    prec=DIGITS, rounding=ROUND_HALF_EVEN, Emax=999, Emin=-999, traps=[InvalidOperation]
)
#: For sums of such numbers, of which no digit may be lost.
EXACT: Final = Context(
    prec=99, rounding=ROUND_HALF_EVEN, Emax=999, Emin=-999, traps=[DivisionByZero, InvalidOperation]
)


def held(number: Decimal) -> Decimal:
    """Return *number* with the digits that a column holds.

    >>> held(Decimal(2) / 3)
    Decimal('0.666666666666667')
    """
    short = _ROUND.plus(number)
    exponent = exponent_of(short)
    if abs(exponent) <= DECIMALS:
        return short
    bound = max(-DECIMALS, min(exponent, DECIMALS))
    return short.quantize(Decimal((0, (1,), bound)), context=EXACT)


def exponent_of(number: Decimal) -> int:
    """Return the exponent of the last digit of a finite number."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)  # a finite number has one
    return exponent

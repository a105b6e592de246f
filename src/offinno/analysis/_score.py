"""Score methods for shares of a random sample, on bare numbers.

Decimal arithmetic with far more digits than are shown, so that a share of nothing has an interval
that begins at nothing, and the interval of the rest is the mirror image of that of the share.
"""

from collections.abc import Callable
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    localcontext,
)
from functools import wraps
from math import erfc, sqrt
from statistics import NormalDist
from typing import Final, ParamSpec, TypeVar, final

import attrs

#: Low and high end.
Ends = tuple[Decimal, Decimal]
P = ParamSpec("P")
T = TypeVar("T")

_WORK: Final = Context(
    prec=100,
    rounding=ROUND_HALF_EVEN,
    Emax=999,
    Emin=-999,
    traps=[DivisionByZero, InvalidOperation],
)
_HUNDRED: Final = Decimal(100)
_ONE: Final = Decimal(1)


def _exactly(work: Callable[P, T]) -> Callable[P, T]:
    """Let *work* compute with many digits, whatever the caller's own context is."""

    @wraps(work)
    def inside(*args: P.args, **kwargs: P.kwargs) -> T:
        with localcontext(_WORK):
            return work(*args, **kwargs)

    return inside


@final
@attrs.frozen
class Answers:
    """How many of so many answers count; not a whole number where the share was rounded."""

    #: How many count, from 0 to all.
    x: Decimal
    #: How many there are, one at least.
    n: int


@_exactly
def answers_of(share: Decimal, n: int) -> Answers:
    """Return the answers that a share in per cent of *n* comes to.

    >>> answers_of(Decimal("12.5"), 40)
    Answers(x=Decimal('5.0'), n=40)
    """
    return Answers(share * n / _HUNDRED, n)


@_exactly
def quantile(level: Decimal) -> Decimal:
    """Return how many standard errors an interval of this level extends to each side.

    >>> quantile(Decimal(95))
    Decimal('1.9599639845400536')
    """
    inside = float((_HUNDRED + level) / (2 * _HUNDRED))
    return Decimal(repr(NormalDist().inv_cdf(inside)))


@_exactly
def share_ends(answers: Answers, z: Decimal) -> Ends:
    """Return the ends of Wilson's score interval, from 0 to 1."""
    x, n = answers.x, answers.n
    middle = x + z * z / 2
    reach = z * (x * (n - x) / n + z * z / 4).sqrt()
    below = n + z * z
    return (middle - reach) / below, (middle + reach) / below


@_exactly
def difference_ends(one: Answers, other: Answers, z: Decimal) -> Ends:
    """Return the ends of Newcombe's interval of the first share less the second, from −1 to 1."""
    p, q = one.x / one.n, other.x / other.n
    (p_low, p_high), (q_low, q_high) = share_ends(one, z), share_ends(other, z)
    down = ((p - p_low) ** 2 + (q_high - q) ** 2).sqrt()
    up = ((p_high - p) ** 2 + (q - q_low) ** 2).sqrt()
    return p - q - down, p - q + up


@_exactly
def pooled_z(one: Answers, other: Answers) -> float:
    """Return the difference of two shares in standard errors, these taken from both together.

    Where all answers count, or none, there is no difference and nothing to measure it by: 0.
    """
    p, q = one.x / one.n, other.x / other.n
    both = (one.x + other.x) / (one.n + other.n)
    variance = both * (1 - both) * (_ONE / one.n + _ONE / other.n)
    return float((p - q) / variance.sqrt()) if variance else 0.0


def p_value(z: float) -> float:
    """Return how often chance alone makes a difference of *z* standard errors or more.

    >>> round(p_value(1.959963984540054), 12)
    0.05
    """
    return erfc(abs(z) / sqrt(2))


@_exactly
def outward(ends: Ends) -> Ends:
    """Return ends in per cent, rounded away from each other.

    To one decimal, or, where that would hide the length of a short interval, to two significant
    digits of half of it.

    >>> outward((Decimal("0.74912"), Decimal("0.78888")))
    (Decimal('74.9'), Decimal('78.9'))
    """
    low, high = (end * _HUNDRED for end in ends)
    decimals = max(1, 1 - ((high - low) / 2).adjusted())
    last = _ONE.scaleb(-decimals)
    return low.quantize(last, rounding=ROUND_FLOOR), high.quantize(last, rounding=ROUND_CEILING)

"""Numbers in digits, and the scale they are shown in.

Numbers are published figures, so their digits stay as they are: ``48.30`` is ``48,30``. Groups
of three are parted by a no-break space from five digits on, in English too, so that the strict
parser reads back what is written. The minus is U+2212.

The digits come from Python's own formatting of decimals, which is exact at any length. Babel's
drops zeros that were published, rounds by the context of the caller, groups four digits, and
writes a hyphen for minus; tests hold the two together where they agree.
"""

from collections.abc import Sequence
from decimal import Context, Decimal
from typing import Final, final

import attrs

from offinno.language import Lang, lexicon
from offinno.units import Kind, Unit
from offinno.values import rounded
from offinno.wording._locales import MINUS, NBSP

# Large enough for every number that offinno holds; never made current.
_EXACT: Final = Context(prec=102, Emax=999, Emin=-999)

#: Scales from the largest: exponent, and from which exponent on it is used. 10¹² is avoided as
#: long as it can be, for a Norwegian billion is an English trillion.
_SCALES: Final = ((12, 15), (9, 9), (6, 6))

#: Kinds whose numbers are shown in thousands of thousands.
SCALED: Final = frozenset({Kind.MONEY, Kind.COUNT, Kind.PER, Kind.PHYSICAL})

#: How many decimals a scale may bring.
_MOST_DECIMALS: Final = 3

#: A decimal number with more significant digits than this was computed, not published.
_PUBLISHED_DIGITS: Final = 10

#: Significant digits of a computed amount.
_COMPUTED_DIGITS: Final = 4

_UNGROUPED: Final = 4
_HUNDRED: Final = 100
_FIFTH: Final = Decimal(5)
_MILLION: Final = 6


def number_text(
    number: Decimal, *, lang: Lang, decimals: int | None = None, grouped: bool = True
) -> str:
    r"""Return *number* in digits, all of them unless *decimals* says how many.

    Args:
        number: A finite number.
        lang: The language, for the decimal mark.
        decimals: How many decimals to round to, half away from zero; None for all there are.
        grouped: Whether five digits and more are parted in groups of three. What is read aloud
            is not grouped: a screen reader would read two numbers.

    >>> number_text(Decimal("-1234567.50"), lang="nb")
    '−1\xa0234\xa0567,50'
    >>> number_text(Decimal("1786"), lang="en")
    '1786'
    """
    shown = number if decimals is None else rounded(number, decimals)
    whole, mark, fraction = f"{shown.copy_abs():f}".partition(".")
    if grouped and len(whole) > _UNGROUPED:
        whole = f"{int(whole):,}".replace(",", NBSP)
    sign = MINUS if shown < 0 else ""
    return f"{sign}{whole}{mark and lexicon(lang).decimal}{fraction}"


@final
@attrs.frozen
class Scaled:
    """A number as it is shown: so many times a power of ten."""

    #: The number before the scale word.
    number: Decimal
    #: The exponent of the power: 0, 6, 9 or 12.
    power: int


def scaled(numbers: Sequence[Decimal], unit: Unit) -> tuple[Scaled, ...]:
    """Return *numbers* of *unit* as they are shown together: in one scale, no digit lost.

    >>> from offinno.units import parse_unit
    >>> scaled([Decimal("600E9")], parse_unit("NOK"))
    (Scaled(number=Decimal('600'), power=9),)
    """
    shown = [for_display(number, unit.kind) for number in numbers]
    power = common_power(shown) if unit.kind in SCALED else 0
    return tuple(Scaled(_in_scale(number, power), power) for number in shown)


def approximate(numbers: Sequence[Decimal], *, step: Decimal | None = None) -> tuple[Scaled, ...]:
    """Return computed amounts as the labels of one picture: in one scale, rounded alike.

    The scale is that of the largest. Large amounts have one decimal, small ones none from a
    hundred on; all have as many more as the smallest needs to be more than nothing, and as any
    needs to be told from the ticks of an axis that it stands between.

    Args:
        numbers: The amounts.
        step: The distance of the ticks of their axis, if they stand beside one.

    >>> [str(shown.number) for shown in approximate([Decimal("4672615.00"), Decimal("401905.99")])]
    ['4.7', '0.4']
    """
    largest = max(number.copy_abs() for number in numbers)
    powers = (power for power, least in _SCALES if largest and largest.adjusted() >= least)
    power = next(powers, 0)
    shown = [_EXACT.scaleb(number, -power) for number in numbers]
    least = 0 if not power and largest >= _HUNDRED else 1
    between = 0 if step is None else _decimals_between(_EXACT.scaleb(step, -power))
    decimals = _decimals(shown, least=max(least, between), most=max(_MOST_DECIMALS, between))
    return tuple(Scaled(rounded(number, decimals), power) for number in shown)


def _decimals(numbers: Sequence[Decimal], *, least: int, most: int) -> int:
    """Return how many decimals show every number as more than nothing, and none in vain."""
    digits = max(max(0, -_last(_EXACT.normalize(number))) for number in numbers)
    small = max((-number.adjusted() for number in numbers if number), default=0)
    return min(max(least, small), digits, most)


def _decimals_between(step: Decimal) -> int:
    """Return how many decimals tell a number from ticks so far from one another: a fifth of it."""
    return max(0, -_EXACT.divide(step, _FIFTH).adjusted())


def common_power(numbers: Sequence[Decimal]) -> int:
    """Return the exponent of the largest scale in which all *numbers* keep their digits."""
    largest = max(number.copy_abs() for number in numbers)
    for power, least in _SCALES:
        fits = all(_needed_decimals(number, power) <= _MOST_DECIMALS for number in numbers)
        if fits and largest and largest.adjusted() >= least:
            return power
    return 0


def _exponent(number: Decimal) -> int:
    """Return the exponent of a number's last digit; zeros that end a whole number say nothing."""
    exponent = _EXACT.normalize(number).as_tuple().exponent if _whole(number) else _last(number)
    assert isinstance(exponent, int)  # a finite number has one
    return exponent


def _last(number: Decimal) -> int:
    """Return the exponent of a number's last digit as it was given."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)  # a finite number has one
    return exponent


def _whole(number: Decimal) -> bool:
    """Return whether a number was given to the last whole, as in 1000, neither 1E3 nor 1000.0."""
    return _last(number) == 0


def _needed_decimals(number: Decimal, power: int) -> int:
    """Return how many decimals *number* needs in the scale 10 to the *power*."""
    return max(0, power - _exponent(number)) if number else 0


def _in_scale(number: Decimal, power: int) -> Decimal:
    """Return *number* divided by 10 to the *power*, without zeros that nobody published."""
    if not power:
        return number
    if not number:
        return Decimal(0)
    short = _EXACT.normalize(number) if _whole(number) else number
    return _EXACT.scaleb(short, -power)


def for_display(number: Decimal, kind: Kind) -> Decimal:
    """Return *number* with the digits to show: all that were published, few of what was computed.

    A number with decimals and more than ten significant digits comes from a computation. Of
    shares, ratios, points, changes and indexes one decimal is shown, or two significant digits
    below one; of other kinds four significant digits, and never less than the whole below a
    million.

    >>> for_display(Decimal("31.66287015945"), Kind.SHARE)
    Decimal('31.7')
    >>> for_display(Decimal("9.8511"), Kind.PER)
    Decimal('9.8511')
    """
    last, first = _last(number), number.adjusted()
    if last >= 0 or first - last < _PUBLISHED_DIGITS:
        return number
    if kind not in SCALED:
        return rounded(number, max(1, 1 - first))
    keep = first - _COMPUTED_DIGITS + 1
    return rounded(number, -(keep if first >= _MILLION else min(keep, 0)))

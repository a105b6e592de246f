"""The axis of numbers: where it begins and ends, its ticks, and their words."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import Final, final

import attrs

from offinno._frozen import Frozen, as_tuple
from offinno.charts._measure import wrapped
from offinno.charts._row import Row
from offinno.language import Lang
from offinno.units import Kind, Unit
from offinno.values import Value
from offinno.wording import common_power, number_text, tick_format, value_text

#: The type size of ticks, and the width that a title may have before it breaks.
TICK: Final = 12
_TITLE_MOST: Final = 280

_CONTEXT: Final = Context(prec=60)
_TICKS: Final = 4
_WHOLE: Final = Decimal(100)
#: A line may leave out what lies below its figures where that is more than this part of it all.
_MOST_EMPTY: Final = Decimal("0.5")
#: How much of a number an axis shows on which all figures are equal.
_FLAT: Final = Decimal("0.1")
#: So much of the distance of ticks the words below a bar need.
_FOOT: Final = Decimal("0.4")


@final
@attrs.frozen(kw_only=True)
class Axis(Frozen):
    """An axis of numbers in the words of the whole library."""

    #: Where it begins.
    low: float
    #: Where it ends.
    high: float
    #: Its ticks: each a number and its words.
    ticks: tuple[tuple[float, str], ...] = attrs.field(converter=as_tuple)
    #: How far they are from one another.
    step: Decimal
    #: What the numbers are of, in lines.
    title: str
    #: The number at which it begins, in words, where it leaves out zero; else None.
    cut: str | None

    def part(self, number: float) -> float:
        """Return how far up a number stands: 0 where the axis begins, 1 where it ends."""
        return (number - self.low) / (self.high - self.low)

    def at(self, part: float) -> float:
        """Return the number that stands so far up."""
        return self.low + part * (self.high - self.low)


def axis_of(  # noqa: PLR0913 - what is drawn on it, all by keyword
    rows: Iterable[Row],
    *,
    unit: Unit,
    lang: Lang,
    zero: bool = False,
    whole: bool = False,
    bars: bool = False,
) -> Axis:
    """Return the axis for the numbers of *rows*.

    Shares begin at zero. Others do so where *zero* says so, or where their figures fill at least
    half of the way from there; else the axis begins near the smallest, and below it: what stood
    on the foot of an axis would be read as nothing.

    Args:
        rows: The figures.
        unit: Their unit.
        lang: The language.
        zero: Whether it begins at zero in any case.
        whole: Whether it ends at the whole if shares fill much of it.
        bars: Whether bars are drawn, which begin at zero, and below which words may stand.
    """
    share = unit.kind is Kind.SHARE
    low, high = _ends(rows, zero=zero or bars or share, whole=whole and share)
    step = _step(_CONTEXT.subtract(high, low))
    first = int(_CONTEXT.divide(low, step).to_integral_value(ROUND_FLOOR))
    if _needs_more_below((low, high), first, step, bars=bars):
        first -= 1
    last = int(_CONTEXT.divide(high, step).to_integral_value(ROUND_CEILING))
    ticks = [_CONTEXT.multiply(step, Decimal(at)) for at in range(first, last + 1)]
    words, title = _worded(ticks, unit, lang)
    return Axis(
        low=float(ticks[0]),
        high=float(ticks[-1]),
        ticks=zip(map(float, ticks), words, strict=True),
        step=step,
        title=wrapped(title, TICK, _TITLE_MOST),
        cut=None if ticks[0] <= 0 <= ticks[-1] else _said(ticks[0], unit, lang),
    )


def _needs_more_below(
    ends: tuple[Decimal, Decimal], first: int, step: Decimal, *, bars: bool
) -> bool:
    """Return whether the first tick is too near the smallest number.

    Words stand below bars that end below zero, and on the foot of an axis without zero nothing.
    """
    low, high = ends
    foot = _CONTEXT.multiply(step, Decimal(first))
    if bars:
        return low < 0 and _CONTEXT.subtract(low, foot) < _FOOT * step
    return low == foot and not low <= 0 <= high


def numbers_of(row: Row) -> list[Decimal]:
    """Return all numbers that a row needs room for."""
    found = (row.value, row.low, row.high, row.interval_low, row.interval_high)
    return [number for number in found if number is not None]


def _ends(rows: Iterable[Row], *, zero: bool, whole: bool) -> tuple[Decimal, Decimal]:
    """Return the numbers between which the axis lies at least, of which the second is larger."""
    numbers = [number for row in rows for number in numbers_of(row)]
    low, high = min(numbers, default=Decimal(0)), max(numbers, default=Decimal(0))
    if zero or _empty(low, high) <= _MOST_EMPTY:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if whole and 2 * high >= _WHOLE:
        high = max(high, _WHOLE)
    if low == high:
        apart = abs(_CONTEXT.multiply(low, _FLAT)) or Decimal(1)
        low, high = low if low == 0 else _CONTEXT.subtract(low, apart), _CONTEXT.add(high, apart)
    return low, high


def _empty(low: Decimal, high: Decimal) -> Decimal:
    """Return which part of the way from zero to the end has no figures."""
    near, far = sorted((abs(low), abs(high)))
    return Decimal(0) if low <= 0 <= high else _CONTEXT.divide(near, far)


def _step(span: Decimal) -> Decimal:
    """Return the distance of ticks: 1, 2 or 5 of some power of ten, or 25 of one."""
    rough = _CONTEXT.divide(span, _TICKS)
    power = rough.adjusted() - 1
    sizes = (10, 20, 25, 50, 100) if power >= 0 else (10, 20, 50, 100)
    steps = (Decimal(size).scaleb(power, _CONTEXT) for size in sizes)
    return next(step for step in steps if step >= rough)


def _worded(ticks: Sequence[Decimal], unit: Unit, lang: Lang) -> tuple[list[str], str]:
    """Return the words of ticks, and the title that names their scale and unit."""
    plain = [Decimal(f"{tick:f}") for tick in ticks]
    found = tick_format(unit, lang, power=common_power(plain))
    short = [tick.scaleb(-found.power, _CONTEXT).normalize(_CONTEXT) for tick in plain]
    digits = max(0, *(-tick.adjusted() + len(tick.as_tuple().digits) - 1 for tick in short))
    words = [number_text(Decimal(f"{tick:.{digits}f}"), lang=lang) for tick in short]
    return [f"{word}{found.suffix}" for word in words], found.title


def _said(tick: Decimal, unit: Unit, lang: Lang) -> str:
    """Return a number of the axis with its unit."""
    return value_text(Value(Decimal(f"{tick.normalize(_CONTEXT):f}"), unit), lang=lang)

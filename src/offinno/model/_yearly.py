"""How much a figure changed per year between two periods."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Final, final

import attrs

from offinno._frozen import as_tuple
from offinno.model._checks import Contradiction
from offinno.model._datum import Datum
from offinno.model._extra import DIGITS
from offinno.model._rules import Reason
from offinno.model._typed import Typed
from offinno.units import Change, IncompatibleUnits, Kind
from offinno.values import Period, Qualifier, Value

#: Enough digits for a root, and those that are kept.
_WORK: Final = Context(prec=40, rounding=ROUND_HALF_EVEN)
_KEPT: Final = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)
_MONTHS: Final = 12
#: Days of a year, leap years counted in.
_DAYS: Final = Decimal("365.2425")
#: Kinds of unit of which zero is nothing and twice as much is twice the number; a relative change
#: of a share would be per cent of per cent.
_RATIO_SCALES: Final = frozenset({Kind.MONEY, Kind.COUNT, Kind.INDEX, Kind.PER, Kind.PHYSICAL})


@final
@attrs.frozen(kw_only=True, repr=False)
class YearlyChange(Typed):
    """How much a figure changed per year between two periods; from `Comparison.change_per_year`.

    Raises:
        Contradiction: If no time lies between the two, or neither change is told.
    """

    #: The figure of the earlier period.
    first: Datum
    #: The figure of the later period.
    last: Datum
    #: Years from the one to the other.
    years: Decimal
    #: The change per year in their unit, of shares in percentage points; None of an index.
    absolute: Value | None
    #: The change per year in per cent, as compound annual growth; None where the unit has no true
    #: zero, as shares, or a figure is not exact, zero at first, or negative.
    relative: Value | None
    #: What speaks against holding the later against the earlier, and does not forbid it.
    reasons: tuple[Reason, ...] = attrs.field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        """Check the parts."""
        super().__attrs_post_init__()
        if self.years <= 0 or (self.absolute is None and self.relative is None):
            raise Contradiction("change per year", "there is no change, or no time to change in")

    def __str__(self) -> str:
        amount = "" if self.absolute is None else f"{self.absolute} per year"
        return ", ".join(filter(None, (amount, str(self.relative or ""))))

    def __repr__(self) -> str:
        return f"<YearlyChange {self.first.period} to {self.last.period}: {self}>"


def yearly_change(
    operation: str,
    one: Datum,
    other: Datum,
    reasons: Callable[[Datum, Datum], tuple[Reason, ...]],
) -> YearlyChange:
    """Return the change per year between two figures that may be compared.

    Args:
        operation: What was asked for.
        one: A figure.
        other: Another figure.
        reasons: Returns what speaks against holding a figure against another.
    """
    years = _years(one.period, other.period)
    if not years:
        problem = "no time is known to lie between them" if years is None else "the time is one"
        raise Contradiction(operation, f"{problem}: {one.period} and {other.period}")
    first, last = (one, other) if years > 0 else (other, one)
    absolute = _absolute(first.number, last.number, abs(years))
    relative = _relative(first.number, last.number, abs(years))
    if absolute is None and relative is None:
        raise Contradiction(operation, f"{first.unit} changes by no amount per year")
    return YearlyChange(
        first=first,
        last=last,
        years=_plain(abs(years)),
        absolute=absolute,
        relative=relative,
        reasons=reasons(last, first),
    )


def _years(one: Period, other: Period) -> Decimal | None:
    """Return how many years lie from the end of one period to that of another, where known."""
    if one.end is None or other.end is None:
        return None
    months = _MONTHS * (other.end.year - one.end.year) + other.end.month - one.end.month
    if one.end.day == other.end.day or (_ends_month(one.end) and _ends_month(other.end)):
        return _WORK.divide(Decimal(months), Decimal(_MONTHS))
    return _WORK.divide(Decimal((other.end - one.end).days), _DAYS)


def _ends_month(day: date) -> bool:
    """Return whether a day is the last of its month."""
    return day.day == monthrange(day.year, day.month)[1]


def _absolute(first: Value, last: Value, years: Decimal) -> Value | None:
    """Return the change per year in the unit; None where levels of it have no difference."""
    try:
        change = last - first
        found = change / years
    except IncompatibleUnits:
        return None
    return Value(_plain(found.magnitude), found.unit, found.qualifier)


def _times(first: Value, last: Value) -> Decimal | None:
    """Return how many times the first the last is; in spite of an override, units may differ."""
    try:
        times = last / first
    except IncompatibleUnits:
        return None
    return times if isinstance(times, Decimal) else None


def _plain(number: Decimal) -> Decimal:
    """Return a number with the digits that are kept, and no zeros that mean nothing."""
    short = _KEPT.plus(number).normalize(_KEPT)
    return (
        short if int(short.as_tuple().exponent) <= 0 else short.quantize(Decimal(1), context=_WORK)
    )


def _relative(first: Value, last: Value, years: Decimal) -> Value | None:
    """Return the compound growth per year in per cent, where it has a meaning."""
    exact = first.qualifier is last.qualifier is Qualifier.EXACT
    if first.unit.kind not in _RATIO_SCALES or not exact:
        return None
    if first.magnitude <= 0 or last.magnitude < 0:
        return None
    times = _times(first, last)
    if times is None:
        return None
    growth = _WORK.power(times, _WORK.divide(Decimal(1), years)) if times else times
    per_cent = _WORK.multiply(_WORK.subtract(growth, Decimal(1)), Decimal(100))
    return Value(_plain(per_cent), Change("year before"))

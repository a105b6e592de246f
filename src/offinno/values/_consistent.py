"""Whether the parts of a value agree: number, unit, qualifier, interval and counts."""

from decimal import Decimal
from typing import Final

from offinno.units import Share, Unit
from offinno.values._decimals import rounded
from offinno.values._parts import HUNDRED, BadValue, Counted, Interval, wrong_type
from offinno.values._qualifier import Qualifier, may_be_equal, may_be_less, may_be_more

_ZERO: Final = Decimal(0)


def check_share(magnitude: Decimal, qualifier: Qualifier) -> None:
    """Check that a share may lie where it is said to: within 0 to 100 per cent."""
    if not _ZERO <= magnitude <= HUNDRED:
        raise BadValue(f"a share lies between 0 and 100 per cent, not at {magnitude}")
    if may_be_equal(qualifier) or _ZERO < magnitude < HUNDRED:
        return
    beyond = HUNDRED if may_be_more(qualifier) else _ZERO
    if magnitude == beyond:
        raise BadValue(f"no share can be {qualifier.value} {magnitude} per cent")


def check_interval(magnitude: Decimal, unit: Unit, interval: object) -> None:
    """Check that the magnitude lies in its interval, and that of a share in 0 to 100."""
    if not isinstance(interval, Interval):
        raise wrong_type(interval, Interval)
    if not interval.low <= magnitude <= interval.high:
        raise BadValue(f"{magnitude} lies outside its interval {interval.low} to {interval.high}")
    if type(unit) is Share and not (interval.low >= _ZERO and interval.high <= HUNDRED):
        raise BadValue("the interval of a share lies between 0 and 100 per cent")


def check_counted(magnitude: Decimal, unit: Unit, qualifier: Qualifier, counted: object) -> None:
    """Check that the counts give the number as it is qualified."""
    if not isinstance(counted, Counted):
        raise wrong_type(counted, Counted)
    if type(unit) is not Share:
        raise BadValue(f"only a share has counts behind it, not {unit}")
    if not _counts_fit(magnitude, qualifier, counted):
        sign = "" if qualifier is Qualifier.EXACT else f"{qualifier.value} "
        share = f"{rounded(counted.share, 4)} %"
        raise BadValue(f"{counted} is {share}, not {sign}{magnitude:f} {unit}")


def _counts_fit(magnitude: Decimal, qualifier: Qualifier, counted: Counted) -> bool:
    """Return whether the counts give the number, or lie where its qualifier says."""
    if qualifier in {Qualifier.EXACT, Qualifier.ABOUT}:
        return counted.gives(magnitude)
    if counted.share == magnitude:
        return may_be_equal(qualifier)
    return (may_be_more if counted.share > magnitude else may_be_less)(qualifier)

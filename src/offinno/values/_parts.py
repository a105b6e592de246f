"""What may stand beside a published number: its interval, and the counts behind a share."""

from decimal import Decimal
from typing import Final, SupportsIndex, cast, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import OffinnoError, shortened
from offinno.language import checked_text
from offinno.values._decimals import ARITHMETIC, Number, exact_decimal, exponent_of, whole

HUNDRED: Final = Decimal(100)

# More than there are of anything that is counted, and few enough to compute with at once.
_MOST: Final = 10**18


@final
@attrs.frozen
class BadValue(OffinnoError, ValueError):
    """Parts of a value that contradict each other."""

    #: What is wrong and what would be right.
    problem: str

    def __str__(self) -> str:
        """Return the problem."""
        return self.problem


def shown(given: object) -> str:
    """Return *given* for showing in an error: a text cut short, of other things the type."""
    return (
        repr(shortened(given, 40))
        if isinstance(given, str)
        else f"an object of type {type(given).__name__}"
    )


def wrong_type(given: object, wanted: type) -> BadValue:
    """Say that *given* is not of the type *wanted*."""
    return BadValue(f"{shown(given)} is no {wanted.__name__}")


def _decimal_or_none(given: Number | None) -> Decimal | None:
    """Return *given* as an exact decimal, where there is one."""
    return None if given is None else exact_decimal(given)


def _text_or_none(given: str | None) -> str | None:
    """Return *given* as a text that can be shown, where there is one."""
    return None if given is None else checked_text(given)


def is_level(number: Decimal) -> bool:
    """Return whether *number* may be a level of confidence in per cent.

    One per cent and less is no level that anybody publishes, but what a share of one would be.
    """
    return 1 < number < HUNDRED


def wrong_level(number: Decimal) -> str:
    """Say what a level of confidence is, and what was given for one."""
    seen = shortened(str(number), 45)
    return f"a level of confidence is in per cent, over 1 and under 100, not {seen}"


@final
@attrs.frozen(kw_only=True)
class Interval(Frozen):
    """The span in which the true number lies, as published, in the unit of its value.

    Raises:
        BadValue: If the low end is above the high one, or the level is not in per cent.
        BadNumber: If an end is no bounded number.
        UnsafeText: If the method cannot be shown as it stands.

    >>> Interval(low=44, high=52, level=95).high
    Decimal('52')
    """

    #: Low end.
    low: Decimal = attrs.field(converter=exact_decimal)
    #: High end.
    high: Decimal = attrs.field(converter=exact_decimal)
    #: Level of confidence in per cent, over 1 and under 100, such as 95, if stated.
    level: Decimal | None = attrs.field(default=None, converter=_decimal_or_none)
    #: How it was found, such as ``Wilson``, if stated.
    method: str | None = attrs.field(default=None, converter=_text_or_none)

    def __attrs_post_init__(self) -> None:
        """Check the order of the ends and the level."""
        if self.low > self.high:
            raise BadValue(f"the interval runs from {self.low} down to {self.high}; swap the ends")
        if self.level is not None and not is_level(self.level):
            raise BadValue(f"{wrong_level(self.level)}; write level=95 for 95 %")

    def __str__(self) -> str:
        level = "" if self.level is None else f" ({self.level:f} %)"
        return f"{self.low:f} to {self.high:f}{level}"


def _count(given: SupportsIndex) -> int:
    """Return *given* as a plain whole number; what is none stays, to be refused."""
    found = whole(given)
    return cast("int", given) if found is None else found


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
    x: int = attrs.field(converter=_count)
    #: Of how many.
    of: int = attrs.field(converter=_count)

    def __attrs_post_init__(self) -> None:
        """Check the two counts."""
        if not (_is_count(self.x) and _is_count(self.of)):
            raise BadValue("counts are whole numbers from 0, given as int")
        if self.x > self.of:
            raise BadValue(f"{self.x} of {self.of} cannot have been counted")
        if self.of == 0:
            raise BadValue("0 of 0 is no share; use Missing with the reason 'not applicable'")

    def __str__(self) -> str:
        return f"{self.x} of {self.of}"

    @property
    def share(self) -> Decimal:
        """The share in per cent, with 34 significant digits."""
        return ARITHMETIC.divide(ARITHMETIC.multiply(self.x, 100), self.of)

    def gives(self, magnitude: Decimal) -> bool:
        """Return whether the share is *magnitude*, to half a unit of its last digit.

        >>> Counted(139, 439).gives(Decimal("31.7")), Counted(139, 439).gives(Decimal("31.6"))
        (True, False)
        """
        last = ARITHMETIC.scaleb(Decimal(1), min(exponent_of(magnitude), 0))
        apart = ARITHMETIC.abs(ARITHMETIC.subtract(self.share, magnitude))
        return ARITHMETIC.multiply(apart, 2) <= last


def _is_count(given: object) -> bool:
    """Return whether *given* is a whole number of things, not more than there can be."""
    return type(given) is int and 0 <= given < _MOST

"""Several values between two ends."""

from typing import final

import attrs

from offinno._frozen import Frozen
from offinno.language import Text, optional_text
from offinno.units import Unit
from offinno.values._parts import BadValue, wrong_type
from offinno.values._value import Value


@final
@attrs.frozen(kw_only=True)
class Range(Frozen):
    """Several values between two ends, and what they vary across: 6 to 19 % across ministries.

    Raises:
        BadValue: If the ends are no values, in different units or in the wrong order.

    >>> from offinno.units import parse_unit
    >>> unit = parse_unit("% of workplaces")
    >>> print(Range(low=Value(6, unit), high=Value(19, unit), across={"en": "ministries"}))
    6 to 19 % of workplaces across ministries
    """

    #: Lowest value.
    low: Value
    #: Highest value.
    high: Value
    #: What the values vary across, if stated.
    across: Text | None = attrs.field(default=None, converter=optional_text)

    def __attrs_post_init__(self) -> None:
        """Check types, units and order."""
        for end in (self.low, self.high):
            if type(end) is not Value:
                raise wrong_type(end, Value)
        if self.low.unit != self.high.unit:
            raise BadValue(f"a range in two units: {self.low.unit} and {self.high.unit}")
        if self.low.magnitude > self.high.magnitude:
            raise BadValue(f"the range runs from {self.low} down to {self.high}; swap the ends")

    @property
    def unit(self) -> Unit:
        """The unit of both ends."""
        return self.low.unit

    def __str__(self) -> str:
        across = f" across {self.across}" if self.across else ""
        low = str(self.low).removesuffix(f" {self.unit}")
        return f"{low} to {self.high}{across}"

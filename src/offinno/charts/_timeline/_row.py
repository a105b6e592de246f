"""What a timeline shows, one row for each deadline in it."""

from datetime import date
from typing import final

import attrs

from offinno.charts._row import Row
from offinno.values import MissingReason


@final
@attrs.frozen(kw_only=True)
class CallRow(Row):
    """One deadline of a call, with its time and its money.

    Its key is that of the scheme and the number of the call, counted from 1; of a deadline that
    comes back each year the year stands behind. The label says what the call is about, the group
    is the name of the scheme, and the value is the money announced, where one amount was.
    """

    #: The first day on which one may apply; None where that is not stated.
    opens: date | None = None
    #: The first day that the deadline may be; None where that is not known.
    start: date | None = None
    #: The last day that the deadline may be; of a date it is the same day.
    end: date | None = None
    #: The deadline in words, or why there is none.
    when: str = ""
    #: Whether the deadline comes back each year, so that this one is worked out.
    recurring: bool = False

    @property
    def scheme(self) -> str:
        """The key of its scheme."""
        return self.key.rpartition(", ")[0]

    @property
    def about(self) -> str:
        """What the call is about, and its money if any is stated."""
        stated = self.missing != MissingReason.NOT_STATED.value
        return f"{self.label}: {self.value_label}" if stated else self.label

    @property
    def call(self) -> str:
        """The key of its scheme and the number of its call."""
        return self.key.partition(" in ")[0]

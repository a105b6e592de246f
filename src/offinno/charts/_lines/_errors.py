"""What can go wrong between figures over time and their picture."""

from typing import final

import attrs

from offinno.exceptions import OffinnoError, shortened


@final
@attrs.frozen
class NotInTime(OffinnoError, ValueError):
    """A period without known days, which has no place on an axis of time."""

    #: The period.
    period: str

    def __str__(self) -> str:
        """Name the period and the remedy."""
        return (
            f"the days of {shortened(self.period)!r} are not known, so it has no place in time; "
            "leave it out with .where(…), or draw it with bars()"
        )


@final
@attrs.frozen
class TooManyLines(OffinnoError, ValueError):
    """More lines than a reader can tell apart."""

    #: How many there are.
    count: int
    #: How many there may be.
    most: int
    #: Whether one of them stands out already.
    highlighted: bool

    def __str__(self) -> str:
        """Say how many there may be and what to do."""
        remedy = "choose some of them with .where(…)"
        if not self.highlighted:
            remedy = f"let one stand out with highlight=, or {remedy}"
        return f"{self.count} lines are more than the {self.most} that can be told apart; {remedy}"

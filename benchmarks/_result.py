"""A measured number beside the bound that was promised for it."""

from enum import Enum
from typing import final

import attrs


class Bound(Enum):
    """On which side of the limit a number must lie."""

    AT_MOST = "≤"
    AT_LEAST = "≥"


@final
@attrs.frozen(kw_only=True)
class Result:
    """One line of the table."""

    #: What was measured, and against what.
    claim: str
    #: The number that came out: a ratio of medians, or bytes.
    measured: float
    #: Which side of the limit keeps the promise.
    bound: Bound
    #: The number that was promised.
    limit: float
    #: What the number counts: ``"×"`` for a ratio.
    unit: str = "×"

    @property
    def kept(self) -> bool:
        """Whether the promise was kept."""
        if self.bound is Bound.AT_MOST:
            return self.measured <= self.limit
        return self.measured >= self.limit

"""What is not there, and why: never zero, never blank, never NaN."""

from enum import Enum
from typing import final

import attrs

from offinno._frozen import Frozen
from offinno.language import Text, optional_text
from offinno.values._parts import wrong_type


class MissingReason(Enum):
    """Why there is no number."""

    NOT_APPLICABLE = "not applicable"
    NOT_COLLECTED = "not collected"
    NOT_YET_AVAILABLE = "not yet available"
    NOT_AVAILABLE_TO_US = "not available to us"
    SUPPRESSED = "suppressed"
    TOO_UNCERTAIN = "too uncertain"
    NOT_STATED = "not stated"


@final
@attrs.frozen
class Missing(Frozen):
    """The absence of something, with its reason; never zero and never blank.

    Raises:
        BadValue: If the reason is none of `MissingReason`.

    >>> print(Missing(MissingReason.NOT_STATED))
    missing: not stated
    """

    #: Why it is absent. *Not available to us* is published somewhere, but was not read.
    reason: MissingReason
    #: More about it.
    note: Text | None = attrs.field(default=None, converter=optional_text)

    def __attrs_post_init__(self) -> None:
        """Check the type of the reason."""
        if type(self.reason) is not MissingReason:
            raise wrong_type(self.reason, MissingReason)

    def __str__(self) -> str:
        return f"missing: {self.reason.value}"

"""What cannot be put into words, and why."""

from typing import final

import attrs

from offinno.exceptions import OffinnoError, shortened


@final
@attrs.frozen
class Unsayable(OffinnoError, TypeError):
    """A thing that has no wording."""

    #: The name of its type.
    type: str

    def __str__(self) -> str:
        """Name the type and what can be said instead."""
        return f"a {self.type} has no wording; say a figure, a value, a period, an area or a text"


@final
@attrs.frozen
class NoFraction(OffinnoError, TypeError):
    """A fraction of something that is no part of a whole."""

    #: Text of the unit.
    unit: str

    def __str__(self) -> str:
        """Name the unit and the kind that would be right."""
        return f"a figure in {self.unit!r} is no part of a whole; only a share is so many of many"


@final
@attrs.frozen
class NoReference(OffinnoError, LookupError):
    """A difference from nothing."""

    #: The figure whose difference was asked for.
    figure: str

    def __str__(self) -> str:
        """Name the figure and the remedy."""
        return (
            f"there is nothing to hold {shortened(self.figure)!r} against; "
            "give the reference, or a figure of an indicator with several areas"
        )


@final
@attrs.frozen
class MissingFact(OffinnoError, LookupError):
    """A message with a slot that nothing fills."""

    #: The message.
    message: str
    #: The name of the slot.
    slot: str

    def __str__(self) -> str:
        """Show the message and the slot."""
        return f"the message {shortened(self.message)!r} needs the fact {self.slot!r}"

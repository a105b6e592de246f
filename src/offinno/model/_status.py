"""Small closed sets that observations and indicators carry."""

from collections.abc import Iterable
from enum import Enum

from offinno._frozen import as_set
from offinno.exceptions import UnknownName


class Evidence(Enum):
    """How well a figure is documented."""

    #: Read with the publisher or in two independent places that agree.
    VERIFIED = "verified"
    #: Read in the publisher's own publication.
    PUBLISHED = "published"
    #: Read only at another party.
    SECONDARY = "secondary"
    #: Computed; the lineage says how.
    DERIVED = "derived"
    #: Printed on a sheet, with no second source found.
    PRINTED_ONLY = "printed only"


class Status(Enum):
    """Quality flags of one observation, after the code list OBS_STATUS of SDMX."""

    BREAK = "break"
    DEFINITION_DIFFERS = "definition differs"
    ESTIMATED = "estimated"
    FORECAST = "forecast"
    EXPERIMENTAL = "experimental"
    IMPUTED = "imputed"
    NOT_SIGNIFICANT = "not significant"
    PROVISIONAL = "provisional"
    REVISED = "revised"
    LOW_RELIABILITY = "low reliability"
    SPECIAL_EVENT = "special event"
    UNVALIDATED = "unvalidated"


def flags_of(given: Iterable[Status | str] | Status | str) -> frozenset[Status]:
    """Return *given* as a set of flags; a flag may be given by its text, and one without brackets.

    What is no collection of flags stays, to be refused by the field that it was given to.

    Raises:
        UnknownName: If a text is none of the flags.

    >>> flags_of("provisional") == flags_of([Status.PROVISIONAL])
    True
    """
    if isinstance(given, Status | str):
        return frozenset({_flag(given)})
    flags: object = as_set(given)
    return frozenset(map(_flag, flags)) if isinstance(flags, frozenset) else as_set(given)


def _flag(given: Status | str) -> Status:
    """Return the flag of a text; what is no text stays."""
    if not isinstance(given, str):
        return given
    known = {flag.value: flag for flag in Status}
    if given not in known:
        raise UnknownName("quality flag", given, tuple(known))
    return known[given]


class Measuring(Enum):
    """How a figure relates to its period."""

    STOCK = "stock"
    FLOW = "flow"
    MEAN = "mean"
    END_OF_PERIOD = "end of period"


class Adjustment(Enum):
    """Whether the calendar was taken out of a series."""

    NONE = "none"
    WORKING_DAY = "working day"
    SEASONAL = "seasonal"
    TREND = "trend"

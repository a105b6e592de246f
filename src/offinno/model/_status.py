"""Small closed sets that observations and indicators carry."""

from enum import Enum


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

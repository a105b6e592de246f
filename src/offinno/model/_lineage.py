"""How a figure was computed from others."""

from enum import Enum
from typing import final

import attrs

from offinno._frozen import as_tuple
from offinno.language import Text
from offinno.model._area import Area, optional_area
from offinno.model._checks import Contradiction, checked_key, optionally_worded, places_of
from offinno.model._periods import optional_period
from offinno.model._source import Source
from offinno.model._status import Measuring
from offinno.model._typed import Typed
from offinno.values import Period, Value


class Method(Enum):
    """What was done to the inputs, in their order."""

    SUM = "sum"
    DIFFERENCE = "difference"
    PRODUCT = "product"
    QUOTIENT = "quotient"
    #: An amount, then the rate.
    EXCHANGE = "exchange"
    #: An amount, then the index of the year whose prices are wanted, then that of its own year.
    DEFLATION = "deflation"
    #: An amount, then the one it is measured against.
    RELATIVE = "relative"
    #: What is shared out, then the population.
    PER = "per"
    #: A level, then that of the new base period.
    REBASE = "rebase"
    #: The parts of a breakdown that are added.
    AGGREGATE = "aggregate"
    #: Relative changes that follow each other; or a level, then the changes that move it.
    COMPOUND = "compound"
    #: The later figure, then the earlier one.
    GROWTH = "growth"
    #: A figure, then for each break the new level and the old one of the period that links them.
    CHAIN = "chain"


class Dropped(Enum):
    """Why the interval of what went in is none of the result."""

    BOTH = "both figures are uncertain"
    SAMPLE = "how uncertain the other figure is has not been stated"
    QUALIFIED = "the other figure is not exact"
    ZERO = "what is divided by may be zero"
    BOUNDS = "its ends leave 0 to 100 per cent"
    PARTS = "how the errors of the parts hang together is not known"


@final
@attrs.frozen(kw_only=True)
class Input(Typed):
    """A figure that went into another.

    Raises:
        BadKey: If the figure is named by something else than a key.

    >>> from offinno.units import parse_unit
    >>> Input(figure="applications", value=Value(141, parse_unit("applications"))).area
    """

    #: Key of the indicator it is from, or of the reference series.
    figure: str = attrs.field(converter=checked_key)
    #: Its value.
    value: Value
    #: The territory it is about.
    area: Area | None = attrs.field(default=None, converter=optional_area)
    #: The time it is about.
    period: Period | None = attrs.field(default=None, converter=optional_period)
    #: Its category in each breakdown of the indicator.
    breakdowns: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=places_of)
    #: The state of publication it was read in, where its figure has several.
    vintage: Period | None = attrs.field(default=None, converter=optional_period)
    #: How it relates to its period: an exchange rate is a mean or that of the last day.
    measuring: Measuring | None = None
    #: The part of the period it covers, where it does not cover all.
    covers: Period | None = attrs.field(default=None, converter=optional_period)
    #: Where it comes from.
    source: Source | None = None
    #: How it was computed itself.
    lineage: "Derivation | None" = None


@final
@attrs.frozen(kw_only=True)
class Derivation(Typed):
    """How a figure was computed: the method, what went in, and what was decided on the way.

    Raises:
        Contradiction: If nothing went in, or it was rounded to no digits.

    >>> from offinno.units import parse_unit
    >>> one = Input(figure="state", value=Value(1, parse_unit("NOK")))
    >>> two = Input(figure="municipal", value=Value(2, parse_unit("NOK")))
    >>> Derivation(method=Method.SUM, inputs=[one, two]).digits
    """

    #: What was done.
    method: Method
    #: What went in, in the order of the method.
    inputs: tuple[Input, ...] = attrs.field(converter=as_tuple)
    #: Significant digits it was rounded to, if it was.
    digits: int | None = None
    #: What was decided on the way, such as the kind of exchange rate.
    note: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: Why an interval that went in was left behind, if one was.
    dropped: Dropped | None = None

    def __attrs_post_init__(self) -> None:
        """Check that something went in."""
        super().__attrs_post_init__()
        if not self.inputs:
            raise Contradiction("derivation", "nothing went in; name the inputs")
        if self.digits is not None and self.digits < 1:
            raise Contradiction("derivation", f"rounded to {self.digits} digits; one at least")

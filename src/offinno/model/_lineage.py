"""How a figure was computed from others."""

from enum import Enum
from typing import final

import attrs

from offinno._frozen import Frozen, as_tuple
from offinno.language import Text, optional_text
from offinno.model._area import Area, area_of
from offinno.model._checks import Contradiction
from offinno.model._source import Source, optional_period
from offinno.values import Period, Value


class Method(Enum):
    """What was done to the inputs, in their order."""

    SUM = "sum"
    DIFFERENCE = "difference"
    PRODUCT = "product"
    QUOTIENT = "quotient"
    EXCHANGE = "exchange"
    DEFLATION = "deflation"
    RELATIVE = "relative"
    PER = "per"
    REBASE = "rebase"
    AGGREGATE = "aggregate"


def _optional_area(given: str | Area | None) -> Area | None:
    """Return *given* as an area, where there is one."""
    return None if given is None else area_of(given)


@final
@attrs.frozen(kw_only=True)
class Input(Frozen):
    """A figure that went into another."""

    #: Key of the indicator it is from, or of the reference series.
    figure: str
    #: Its value.
    value: Value
    #: The territory it is about.
    area: Area | None = attrs.field(default=None, converter=_optional_area)
    #: The time it is about.
    period: Period | None = attrs.field(default=None, converter=optional_period)
    #: Where it comes from.
    source: Source | None = None
    #: How it was computed itself.
    lineage: "Derivation | None" = None


@final
@attrs.frozen(kw_only=True)
class Derivation(Frozen):
    """How a figure was computed: the method, what went in, and what was decided on the way.

    Raises:
        Contradiction: If nothing went in.
    """

    #: What was done.
    method: Method
    #: What went in, in the order of the method.
    inputs: tuple[Input, ...] = attrs.field(converter=as_tuple)
    #: Significant digits it was rounded to, if it was.
    digits: int | None = None
    #: What was decided on the way, such as the kind of exchange rate.
    note: Text | None = attrs.field(default=None, converter=optional_text)

    def __attrs_post_init__(self) -> None:
        """Check that something went in."""
        if not self.inputs:
            raise Contradiction("derivation", "nothing went in; name the inputs")

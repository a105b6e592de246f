"""The blocks of a factsheet that show figures over time, and figures with their intervals."""

from typing import Literal, final

import attrs

from offinno.language import Text
from offinno.model._checks import Contradiction, checked_key, optional_key, optional_words
from offinno.model._periods import optional_period
from offinno.model._reference import Reference, optional_prose, prose_of, reference_of
from offinno.model._rules import overrides_of
from offinno.model._typed import Typed
from offinno.model._width import Width
from offinno.values import Period

#: How figures over time are drawn.
SeriesMark = Literal["line", "bar"]


@final
@attrs.frozen(kw_only=True)
class Series(Typed):
    """Figures over time, as lines or as bars.

    Raises:
        Contradiction: If several lines are to be bars, or there is to be a line for each period.
        UnknownName: If an override names no rule of comparability.

    >>> Series(figure="cpi", headline="Priser", mark="bar").mark
    'bar'
    """

    #: The indicator, with selectors where it has more than one figure for a time.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=prose_of)
    #: What the picture shows, for those who do not see it; None for a text made of its figures.
    alt: Text | None = attrs.field(default=None, converter=optional_prose)
    #: What there is a line for: ``area`` or the key of a dimension; None for a single one.
    by: str | None = attrs.field(default=None, converter=optional_key)
    #: Whether lines are drawn, or bars for a single series.
    mark: SeriesMark = "line"
    #: The line that stands out; of a single series, the period.
    highlight: str | None = attrs.field(default=None, converter=optional_words)
    #: Whether the axis begins at zero in any case.
    zero: bool = False
    #: Rules of comparability that are overridden, each with the reason why.
    allow: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=overrides_of)
    #: How much of the width it takes.
    width: Width = "half"

    def __attrs_post_init__(self) -> None:
        """Check that lines and bars are told apart."""
        super().__attrs_post_init__()
        if self.by == "period":
            raise Contradiction("series", "'period' is along the axis; give 'by' something else")
        if self.by is not None and self.mark == "bar":
            problem = "bars over time are for one series; draw lines, or use grouped bars"
            raise Contradiction("series", problem)


@final
@attrs.frozen(kw_only=True)
class DotInterval(Typed):
    """Figures as dots with their intervals, those that may not be compared set apart.

    Raises:
        UnknownName: If an override names no rule of comparability.

    >>> DotInterval(figure="nordic", headline="Norden", highlight="NO").along
    'area'
    """

    #: The indicator, with selectors where it has more than one figure for a member.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=prose_of)
    #: What the picture shows, for those who do not see it; None for a text made of its figures.
    alt: Text | None = attrs.field(default=None, converter=optional_prose)
    #: What its members differ along.
    along: str = attrs.field(default="area", converter=checked_key)
    #: The member that the others are held against; a line stands at it.
    reference: str | None = attrs.field(default=None, converter=optional_words)
    #: The member that stands out.
    highlight: str | None = attrs.field(default=None, converter=optional_words)
    #: Rules of comparability that are overridden, each with the reason why.
    allow: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=overrides_of)
    #: How much of the width it takes.
    width: Width = "half"


@final
@attrs.frozen(kw_only=True)
class Slope(Typed):
    """Figures at two times, with a line for each member from one to the other.

    Raises:
        Contradiction: If there is to be a line for each period.
        UnknownName: If an override names no rule of comparability.

    >>> Slope(figure="nordic", headline="Norden", start=2015, end=2018).end
    Period('2018')
    """

    #: The indicator, with selectors where it has more than one figure for a member and a time.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=prose_of)
    #: What the picture shows, for those who do not see it; None for a text made of its figures.
    alt: Text | None = attrs.field(default=None, converter=optional_prose)
    #: What there is a line for: ``area`` or the key of a dimension.
    along: str = attrs.field(default="area", converter=checked_key)
    #: The first time; None for the earliest.
    start: Period | None = attrs.field(default=None, converter=optional_period)
    #: The second time; None for the latest.
    end: Period | None = attrs.field(default=None, converter=optional_period)
    #: The line that stands out.
    highlight: str | None = attrs.field(default=None, converter=optional_words)
    #: Rules of comparability that are overridden, each with the reason why.
    allow: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=overrides_of)
    #: How much of the width it takes.
    width: Width = "half"

    def __attrs_post_init__(self) -> None:
        """Check that lines are told apart by something else than time."""
        super().__attrs_post_init__()
        if self.along == "period":
            raise Contradiction("slope", "'period' is what it spans; give 'along' something else")

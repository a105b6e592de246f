"""The blocks of a factsheet that show figures.

The block of a figure holds exactly the options of the chart builder of the same name, so that a
sheet and a notebook draw the same.
"""

from typing import final

import attrs

from offinno.language import Text
from offinno.model._checks import Contradiction, checked_key, optional_words
from offinno.model._line_blocks import DotInterval, Series, Slope
from offinno.model._map_blocks import Choropleth, TileMap
from offinno.model._reference import Reference, optional_prose, prose_of, reference_of
from offinno.model._rules import overrides_of
from offinno.model._typed import Typed
from offinno.model._whole_blocks import Parts
from offinno.model._width import Width


@final
@attrs.frozen(kw_only=True)
class Number(Typed):
    """One figure, large, with what it is a number of.

    >>> str(Number(figure="nordic[area=NO]:fraction", headline="arbeidsplasser").figure.form)
    'Form.FRACTION'
    """

    #: The figure and the form it is shown in.
    figure: Reference = attrs.field(converter=reference_of)
    #: What it is a number of, as a reader would say it.
    headline: Text = attrs.field(converter=prose_of)
    #: What the picture shows, for those who do not see it; None for a text made of its figures.
    alt: Text | None = attrs.field(default=None, converter=optional_prose)
    #: How much of the width it takes.
    width: Width = "third"


@final
@attrs.frozen(kw_only=True)
class Pictogram(Typed):
    """A share as marks of which so many are filled.

    Raises:
        Contradiction: If there are fewer than 2 marks or more than 100.

    >>> Pictogram(figure="nordic[area=NO]", headline="arbeidsplasser", of=4).of
    4
    """

    #: The share.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=prose_of)
    #: Of how many marks.
    of: int = 10
    #: What the picture shows, for those who do not see it; None for a text made of its figures.
    alt: Text | None = attrs.field(default=None, converter=optional_prose)
    #: How much of the width it takes.
    width: Width = "half"

    def __attrs_post_init__(self) -> None:
        """Check the number of marks."""
        super().__attrs_post_init__()
        if not 2 <= self.of <= 100:  # noqa: PLR2004 - one mark shows nothing, more are a blur
            raise Contradiction("pictogram", f"{self.of} marks; use 2 to 100")


@final
@attrs.frozen(kw_only=True)
class Ranking(Typed):
    """Figures in the order of their size, those that may not be ranked set apart.

    Raises:
        UnknownName: If an override names no rule of comparability.

    >>> Ranking(figure="nordic", headline="Norden", allow={"window": "habits"}).allow
    (('window', 'habits'),)
    """

    #: The indicator, with selectors where it has more than one figure for a member.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=prose_of)
    #: What its members differ along.
    along: str = attrs.field(default="area", converter=checked_key)
    #: The member that the others are held against.
    reference: str | None = attrs.field(default=None, converter=optional_words)
    #: The member that stands out.
    highlight: str | None = attrs.field(default=None, converter=optional_words)
    #: Rules of comparability that are overridden, each with the reason why.
    allow: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=overrides_of)
    #: What the picture shows, for those who do not see it; None for a text made of its figures.
    alt: Text | None = attrs.field(default=None, converter=optional_prose)
    #: How much of the width it takes.
    width: Width = "half"


@final
@attrs.frozen(kw_only=True)
class Bars(Typed):
    """Figures as bars, in the order of their categories or of time.

    Raises:
        UnknownName: If an override names no rule of comparability.

    >>> Bars(figure="funds", headline="Midler", along="period").along
    'period'
    """

    #: The indicator, with selectors where it has more than one figure for a bar.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=prose_of)
    #: What there is a bar for: ``area``, ``period`` or the key of a dimension.
    along: str = attrs.field(default="area", converter=checked_key)
    #: The bar that stands out.
    highlight: str | None = attrs.field(default=None, converter=optional_words)
    #: Rules of comparability that are overridden, each with the reason why.
    allow: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=overrides_of)
    #: What the picture shows, for those who do not see it; None for a text made of its figures.
    alt: Text | None = attrs.field(default=None, converter=optional_prose)
    #: How much of the width it takes.
    width: Width = "half"


@final
@attrs.frozen(kw_only=True)
class GroupedBars(Typed):
    """Figures as bars side by side within each category.

    Raises:
        Contradiction: If groups and bars are the same.
        UnknownName: If an override names no rule of comparability.

    >>> GroupedBars(figure="effects", headline="Effekter", along="effect", by="partner").by
    'partner'
    """

    #: The indicator, with selectors where it has more than one figure for a bar.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=prose_of)
    #: What there is a group of bars for.
    along: str = attrs.field(converter=checked_key)
    #: What there is a bar for within each group.
    by: str = attrs.field(converter=checked_key)
    #: Rules of comparability that are overridden, each with the reason why.
    allow: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=overrides_of)
    #: What the picture shows, for those who do not see it; None for a text made of its figures.
    alt: Text | None = attrs.field(default=None, converter=optional_prose)
    #: How much of the width it takes.
    width: Width = "half"

    def __attrs_post_init__(self) -> None:
        """Check that groups and bars differ."""
        super().__attrs_post_init__()
        if self.along == self.by:
            raise Contradiction("grouped bars", f"{self.along!r} cannot be both group and bar")


#: A block that shows figures of an indicator.
FigureBlock = (
    Number
    | Pictogram
    | Ranking
    | Bars
    | GroupedBars
    | Series
    | DotInterval
    | Slope
    | Parts
    | TileMap
    | Choropleth
)

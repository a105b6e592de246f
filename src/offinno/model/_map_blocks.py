"""The blocks of a factsheet that show figures as maps."""

import re
from typing import Final, Literal, final

import attrs

from offinno.exceptions import shortened
from offinno.language import Text, checked_text
from offinno.model._checks import Contradiction, optional_words
from offinno.model._reference import Reference, optional_prose, prose_of, reference_of
from offinno.model._rules import overrides_of
from offinno.model._typed import Typed
from offinno.model._width import Width

#: How the figures of a map are parted into classes that share a colour.
Classing = Literal["equal-steps", "quantiles"]

_CLASSES: Final = range(2, 7)
#: The name of a file in the folder of a sheet, or in a folder there: no step leads out of it.
_FILE: Final = re.compile(r"(?:[\w-][\w .-]*/)*[\w-][\w .-]*\.(?:geo|topo)?json")
_LONGEST: Final = 200


def _check_classes(part: str, count: int | None) -> None:
    """Refuse more classes than a reader tells apart, and fewer than show anything.

    Raises:
        Contradiction: If there are.
    """
    if count is not None and count not in _CLASSES:
        raise Contradiction(part, f"{count} classes; use {_CLASSES[0]} to {_CLASSES[-1]}")


@final
@attrs.frozen(kw_only=True)
class TileMap(Typed):
    """Figures of counties or Nordic countries as a map of tiles of one size.

    Raises:
        Contradiction: If there are fewer than 2 classes or more than 6.
        UnknownName: If an override names no rule of comparability.

    >>> TileMap(figure="nordic", headline="Norden", classes=4).classing
    'equal-steps'
    """

    #: The indicator, with selectors where it has more than one figure for an area.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=prose_of)
    #: How many classes there may be; None for as many as serve so many figures.
    classes: int | None = None
    #: Whether classes are steps of one width, or hold about as many areas each.
    classing: Classing = "equal-steps"
    #: Whether totals, which no number of people divides, may be shown as colours.
    totals: bool = False
    #: The area that the others are held against.
    reference: str | None = attrs.field(default=None, converter=optional_words)
    #: The area that stands out.
    highlight: str | None = attrs.field(default=None, converter=optional_words)
    #: Rules of comparability that are overridden, each with the reason why.
    allow: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=overrides_of)
    #: What the picture shows, for those who do not see it; None for a text made of its figures.
    alt: Text | None = attrs.field(default=None, converter=optional_prose)
    #: How much of the width it takes.
    width: Width = "half"

    def __attrs_post_init__(self) -> None:
        """Check the number of classes."""
        super().__attrs_post_init__()
        _check_classes("tile map", self.classes)


@final
@attrs.frozen(kw_only=True)
class Choropleth(Typed):
    """Figures as the colours of regions, whose outlines stand in a file beside the sheet.

    Raises:
        Contradiction: If there are fewer than 2 classes or more than 6, or the file is not named
            as one beside the sheet or in a folder there.
        UnknownName: If an override names no rule of comparability.

    >>> Choropleth(
    ...     figure="innovative", headline="Fylkene", geography="counties.geojson", code="number"
    ... ).geography
    'counties.geojson'
    """

    #: The indicator, with selectors where it has more than one figure for an area.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=prose_of)
    #: The file with the outlines, GeoJSON or TopoJSON, as seen from the folder of the sheet.
    geography: str
    #: The property of a region that holds its code; ``id`` where it stands beside them.
    code: str
    #: The name of the object in a TopoJSON file; None where there is one only.
    layer: str | None = attrs.field(default=None, converter=optional_words)
    #: How many classes there may be; None for as many as serve so many figures.
    classes: int | None = None
    #: Whether classes are steps of one width, or hold about as many areas each.
    classing: Classing = "equal-steps"
    #: Whether totals, which no number of people divides, may be shown as colours.
    totals: bool = False
    #: The area that the others are held against.
    reference: str | None = attrs.field(default=None, converter=optional_words)
    #: The area that stands out.
    highlight: str | None = attrs.field(default=None, converter=optional_words)
    #: Rules of comparability that are overridden, each with the reason why.
    allow: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=overrides_of)
    #: What the picture shows, for those who do not see it; None for a text made of its figures.
    alt: Text | None = attrs.field(default=None, converter=optional_prose)
    #: How much of the width it takes.
    width: Width = "half"

    def __attrs_post_init__(self) -> None:
        """Check the number of classes, and how the file is named."""
        super().__attrs_post_init__()
        _check_classes("choropleth", self.classes)
        checked_text(self.code)
        if not _FILE.fullmatch(self.geography) or len(self.geography) > _LONGEST:
            problem = f"{shortened(self.geography)!r} is no file of outlines beside the sheet"
            raise Contradiction("choropleth", f"{problem}; name it as in 'counties.geojson'")

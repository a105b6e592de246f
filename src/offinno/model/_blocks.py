"""The blocks that a factsheet is laid out in.

A block says what is shown, never how it looks. The block of a figure holds exactly the options
of the chart builder of the same name, so that a sheet and a notebook draw the same.
"""

from typing import Final, Literal, final

import attrs

from offinno._frozen import Frozen, as_tuple
from offinno.language import Text, checked_text, optional_text, text_of
from offinno.model._checks import Contradiction
from offinno.model._reference import Reference, parse_reference

#: How much of the page's width a block takes.
Width = Literal["full", "half", "third"]

_LEVELS: Final = (2, 3)


def reference_of(given: str | Reference) -> Reference:
    """Return *given* as a reference."""
    return given if isinstance(given, Reference) else parse_reference(given)


def _overrides(given: dict[str, str] | tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return overridden rules as pairs, each with its reason."""
    pairs = tuple(sorted(dict(given).items()))
    for _, why in pairs:
        checked_text(why)
    return pairs


@final
@attrs.frozen(kw_only=True)
class Heading(Frozen):
    """The beginning of a section."""

    #: What it says.
    text: Text = attrs.field(converter=text_of)
    #: 2 for a section, 3 for a part of one.
    level: int = 2
    #: Whether it begins a new page on paper.
    new_page: bool = False
    #: How much of the width its section takes.
    width: Width = "full"

    def __attrs_post_init__(self) -> None:
        """Check the level."""
        if self.level not in _LEVELS:
            raise Contradiction("heading", f"level {self.level} is none of 2 and 3")


@final
@attrs.frozen(kw_only=True)
class Prose(Frozen):
    """Running text in Markdown, with references to figures in braces."""

    #: The text.
    text: Text = attrs.field(converter=text_of)
    #: Plain text, the lead of a sheet, a boxed aside, or a line that stands out.
    style: Literal["plain", "lead", "box", "callout"] = "plain"
    #: How much of the width it takes.
    width: Width = "full"


@final
@attrs.frozen(kw_only=True)
class Number(Frozen):
    """One figure, large, with what it is a number of."""

    #: The figure and the form it is shown in.
    figure: Reference = attrs.field(converter=reference_of)
    #: What it is a number of, as a reader would say it.
    headline: Text = attrs.field(converter=text_of)
    #: How much of the width it takes.
    width: Width = "third"


@final
@attrs.frozen(kw_only=True)
class Pictogram(Frozen):
    """A share as marks of which so many are filled."""

    #: The share.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=text_of)
    #: Of how many marks.
    of: int = 10
    #: How much of the width it takes.
    width: Width = "half"

    def __attrs_post_init__(self) -> None:
        """Check the number of marks."""
        if not 2 <= self.of <= 100:  # noqa: PLR2004 - one mark shows nothing, more are a blur
            raise Contradiction("pictogram", f"{self.of} marks; use 2 to 100")


@final
@attrs.frozen(kw_only=True)
class Ranking(Frozen):
    """Figures in the order of their size, those that may not be ranked set apart."""

    #: The indicator, with selectors where it has more than one figure for a member.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=text_of)
    #: What its members differ along.
    along: str = "area"
    #: The member that the others are held against.
    reference: str | None = None
    #: The member that stands out.
    highlight: str | None = None
    #: Rules of comparability that are overridden, each with the reason why.
    allow: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_overrides)
    #: How much of the width it takes.
    width: Width = "half"


@final
@attrs.frozen(kw_only=True)
class Bars(Frozen):
    """Figures as bars, in the order of their categories or of time."""

    #: The indicator, with selectors where it has more than one figure for a bar.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=text_of)
    #: What there is a bar for: ``area``, ``period`` or the key of a dimension.
    along: str = "area"
    #: The bar that stands out.
    highlight: str | None = None
    #: How much of the width it takes.
    width: Width = "half"


@final
@attrs.frozen(kw_only=True)
class GroupedBars(Frozen):
    """Figures as bars side by side within each category."""

    #: The indicator, with selectors where it has more than one figure for a bar.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=text_of)
    #: What there is a group of bars for.
    along: str
    #: What there is a bar for within each group.
    by: str
    #: How much of the width it takes.
    width: Width = "half"

    def __attrs_post_init__(self) -> None:
        """Check that groups and bars differ."""
        if self.along == self.by:
            raise Contradiction("grouped bars", f"{self.along!r} cannot be both group and bar")


@final
@attrs.frozen(kw_only=True)
class Schemes(Frozen):
    """Cards of funding schemes."""

    #: Keys of the schemes, in the order they are shown in.
    schemes: tuple[str, ...] = attrs.field(converter=as_tuple)
    #: How much of the width they take.
    width: Width = "full"


@final
@attrs.frozen(kw_only=True)
class Links(Frozen):
    """The links of the sheet."""

    #: What stands above them.
    heading: Text | None = attrs.field(default=None, converter=optional_text)
    #: How much of the width they take.
    width: Width = "half"


@final
@attrs.frozen(kw_only=True)
class Contact(Frozen):
    """Whom to ask: the contact of the sheet."""

    #: How much of the width it takes.
    width: Width = "half"


@final
@attrs.frozen(kw_only=True)
class Notes(Frozen):
    """Notes and sources of all that the sheet shows."""

    #: What stands above them.
    heading: Text | None = attrs.field(default=None, converter=optional_text)
    #: Whether they begin a new page on paper.
    new_page: bool = True


#: A block that shows figures of an indicator.
FigureBlock = Number | Pictogram | Ranking | Bars | GroupedBars

#: Any block.
Block = Heading | Prose | FigureBlock | Schemes | Links | Contact | Notes

"""The blocks that a factsheet is laid out in.

A block says what is shown, never how it looks. Those that show figures are in `_figure_blocks`.
"""

from typing import Final, Literal, final

import attrs

from offinno.language import Text
from offinno.model._checks import Contradiction, keys_of, optionally_worded, worded
from offinno.model._figure_blocks import FigureBlock
from offinno.model._reference import prose_of
from offinno.model._typed import Typed
from offinno.model._whole_blocks import SchemeTimeline
from offinno.model._width import Width

_LEVELS: Final = (2, 3)


@final
@attrs.frozen(kw_only=True)
class Heading(Typed):
    """The beginning of a section.

    Raises:
        Contradiction: If the level is none of 2 and 3.

    >>> Heading(text={"nb": "Norden"}).level
    2
    """

    #: What it says.
    text: Text = attrs.field(converter=worded)
    #: 2 for a section, 3 for a part of one.
    level: int = 2
    #: Whether it begins a new page on paper.
    new_page: bool = False
    #: How much of the width its section takes.
    width: Width = "full"

    def __attrs_post_init__(self) -> None:
        """Check the level."""
        super().__attrs_post_init__()
        if self.level not in _LEVELS:
            raise Contradiction("heading", f"level {self.level} is none of 2 and 3")


@final
@attrs.frozen(kw_only=True)
class Prose(Typed):
    """Running text in Markdown, with references to figures in braces.

    Raises:
        BadReference: If what stands in braces is no reference.

    >>> Prose(text={"nb": "{nordic[area=NO]} av arbeidsplassene"}).style
    'plain'
    """

    #: The text.
    text: Text = attrs.field(converter=prose_of)
    #: Plain text, the lead of a sheet, a boxed aside, or a line that stands out.
    style: Literal["plain", "lead", "box", "callout"] = "plain"
    #: How much of the width it takes.
    width: Width = "full"


@final
@attrs.frozen(kw_only=True)
class Schemes(Typed):
    """Cards of funding schemes."""

    #: Keys of the schemes, in the order they are shown in.
    schemes: tuple[str, ...] = attrs.field(converter=keys_of)
    #: How much of the width they take.
    width: Width = "full"


@final
@attrs.frozen(kw_only=True)
class Links(Typed):
    """The links of the sheet."""

    #: What stands above them.
    heading: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: How much of the width they take.
    width: Width = "half"


@final
@attrs.frozen(kw_only=True)
class Contact(Typed):
    """Whom to ask: the contact of the sheet."""

    #: How much of the width it takes.
    width: Width = "half"


@final
@attrs.frozen(kw_only=True)
class Notes(Typed):
    """Notes and sources of all that the sheet shows."""

    #: What stands above them.
    heading: Text | None = attrs.field(default=None, converter=optionally_worded)
    #: Whether they begin a new page on paper.
    new_page: bool = True


#: Any block.
Block = Heading | Prose | FigureBlock | SchemeTimeline | Schemes | Links | Contact | Notes

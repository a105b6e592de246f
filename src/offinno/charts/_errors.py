"""What can go wrong between a figure and its picture."""

from decimal import ROUND_DOWN, Decimal
from typing import Final, final

import attrs

from offinno.exceptions import OffinnoError, shortened

_HUNDREDTH: Final = Decimal("0.01")


@final
@attrs.frozen
class TwoUnits(OffinnoError, ValueError):
    """Figures in two units that were to share one axis."""

    #: The unit of the first figure.
    one: str
    #: The unit of the one that differs.
    other: str

    def __str__(self) -> str:
        """Name both units and the remedy."""
        return (
            f"{self.one!r} and {self.other!r} cannot share an axis; "
            "draw two pictures, or convert one of them first"
        )


@final
@attrs.frozen
class NotAPart(OffinnoError, ValueError):
    """A figure that was to be drawn as a part of a whole and is none."""

    #: Its unit.
    unit: str

    def __str__(self) -> str:
        """Say what it is and what would be right."""
        return (
            f"a figure in {self.unit!r} is no part of a whole, so no marks of it can be filled; "
            "show it with number()"
        )


@final
@attrs.frozen
class TooNarrow(OffinnoError, ValueError):
    """A width in which the labels of a picture find no room."""

    #: The width that was asked for, in pixels.
    width: float
    #: The least width of this picture, in pixels.
    least: int
    #: What else can be done; empty if nothing can.
    remedy: str = ""

    def __str__(self) -> str:
        """Say what there is and what is needed."""
        said = f"{self.width:g} pixels are too few; this picture needs {self.least} at least"
        return f"{said}, or {self.remedy}" if self.remedy else said


@final
@attrs.frozen
class TooWide(OffinnoError, ValueError):
    """A picture that was drawn wider than it may be, because of its typeface."""

    #: The width that was asked for, in pixels.
    width: float
    #: The width that it has.
    found: float
    #: The typefaces of the theme.
    font: str

    def __str__(self) -> str:
        """Say what was measured, of what, and what to do."""
        return (
            f"the picture is {self.found:g} pixels wide, not {self.width:g}: text in the font "
            f"{shortened(self.font)!r} is wider than its room; "
            "draw it wider, or in a font no wider than Arial"
        )


@final
@attrs.frozen
class LostText(OffinnoError, RuntimeError):
    """A label that should stand in a picture and does not, or not in its place."""

    #: The column that it comes from, or the part of the figure.
    part: str
    #: The text.
    text: str

    def __str__(self) -> str:
        """Name the text and where it comes from."""
        return (
            f"the {self.part} {shortened(self.text)!r} is not where it belongs in the picture; "
            "draw with a theme whose fonts are there, or report this"
        )


@final
@attrs.frozen
class LostMarks(OffinnoError, RuntimeError):
    """A bar, point or area that should stand in a picture and does not."""

    #: What Vega draws it as, such as ``rect``.
    kind: str
    #: How many there should be.
    wanted: int
    #: How many there are.
    found: int

    def __str__(self) -> str:
        """Say how many there are and what to look at."""
        return (
            f"{self.found} marks of the kind {self.kind!r} are in the picture, not {self.wanted}; "
            "look for figures outside the axis, or report this"
        )


@final
@attrs.frozen
class StrayText(OffinnoError, RuntimeError):
    """A text in a picture that nobody asked for, or that is in another language."""

    #: The text.
    text: str
    #: The language of the picture.
    lang: str

    def __str__(self) -> str:
        """Show the text and say what to do."""
        return (
            f"{shortened(self.text)!r} stands in a picture in {self.lang!r}; "
            "give the axis or legend texts of its own, or leave it out"
        )


@final
@attrs.frozen
class LowContrast(OffinnoError, ValueError):
    """A colour of a theme that is too like the ground it stands on."""

    #: What the colour is for.
    part: str
    #: The colour.
    colour: str
    #: Its contrast against the ground, from 1 to 21.
    contrast: float
    #: What WCAG 2.2 AA asks for.
    least: float

    def __str__(self) -> str:
        """Say what was measured and what is needed."""
        seen = Decimal(str(self.contrast)).quantize(_HUNDREDTH, ROUND_DOWN)
        return (
            f"{self.colour} for {self.part} has a contrast of {seen}; "
            f"choose one with {self.least:g} at least"
        )


@final
@attrs.frozen
class BadColour(OffinnoError, ValueError):
    """A colour that is not written as six hexadecimal digits."""

    #: The colour as given.
    colour: str

    def __str__(self) -> str:
        """Show the colour and the form that is right."""
        return f"{shortened(self.colour)!r} is no colour; write it as in '#12507b'"


@final
@attrs.frozen
class BadPalette(OffinnoError, ValueError):
    """Colours of a theme that do not say what they are to say."""

    #: Which of its palettes.
    part: str
    #: What is wrong.
    reason: str

    def __str__(self) -> str:
        """Name the palette and say what is wrong and what would be right."""
        return f"{self.part}: {self.reason}"


@final
@attrs.frozen
class BadTheme(OffinnoError, ValueError):
    """A theme that cannot be read, or the package that brings it."""

    #: The file, or the package and its entry point.
    name: str
    #: What is wrong.
    reason: str

    def __str__(self) -> str:
        """Say where and what."""
        return f"{shortened(self.name, 200)}: {shortened(self.reason, 300)}"


@final
@attrs.frozen
class ThemeTwice(OffinnoError, ValueError):
    """One name for two themes, so that it is not clear which is meant."""

    #: The name.
    name: str
    #: Who brings it.
    owners: tuple[str, ...]

    def __str__(self) -> str:
        """Name the theme and everyone who brings it."""
        brought = " and ".join(self.owners)
        return f"the theme {self.name!r} comes from {brought}; rename or uninstall one of them"


@final
@attrs.frozen
class NoPicture(OffinnoError, TypeError):
    """Something that there is no picture of."""

    #: What kind of thing it is.
    kind: str

    def __str__(self) -> str:
        """Say what it is and what can be drawn."""
        return (
            f"there is no picture of a {self.kind}; "
            "give a Figure, a Datum, an Indicator or a Comparison"
        )


@final
@attrs.frozen
class NoLanguage(OffinnoError, TypeError):
    """A picture that was asked for without saying in which language."""

    #: The file that was to be written.
    path: str

    def __str__(self) -> str:
        """Say what is missing."""
        return f"{self.path!r} holds text in one language; say which, as in lang='nb'"


@final
@attrs.frozen
class NotSuitable(OffinnoError, TypeError):
    """Something that a builder or an option of a picture does not take."""

    #: What it was given to, such as ``bars()`` or ``width``.
    part: str
    #: What that takes.
    right: str
    #: What was given.
    given: str
    #: What to do instead.
    remedy: str

    def __str__(self) -> str:
        """Say what was given, what is right and what to do."""
        return f"{self.part} takes {self.right}, not {shortened(self.given)}; {self.remedy}"


@final
@attrs.frozen
class LostRegion(OffinnoError, RuntimeError):
    """A region or tile that should be drawn in a picture and is not."""

    #: How many should be there.
    wanted: int
    #: How many are.
    found: int

    def __str__(self) -> str:
        """Say how many are lost."""
        return (
            f"{self.found} of {self.wanted} areas are drawn; an outline may be so small or narrow "
            "that nothing of it is left, so simplify the geography less, or draw a tile_map()"
        )

"""What can go wrong between a specification and a picture."""

from typing import final

import attrs

from offinno.exceptions import OffinnoError, shortened


def _short(seen: str) -> str:
    return shortened(seen)


@final
@attrs.frozen
class MissingExtra(OffinnoError, ImportError):
    """A package that offinno can do without is not installed."""

    #: The package that is not there.
    package: str
    #: The extra of offinno that brings it.
    extra: str

    def __str__(self) -> str:
        """Say what is not there and how to get it."""
        return f'{self.package} is not installed; run: pip install "offinno[{self.extra}]"'


@final
@attrs.frozen
class SpecRefused(OffinnoError, ValueError):
    """A specification, or an option beside it, that is not handed to the drawing engine."""

    #: Where it stands, as a JSON path such as ``$.data.url``, or the name of the option.
    path: str
    #: What was seen there, shortened.
    seen: str = attrs.field(converter=_short)
    #: What to do about it.
    remedy: str

    def __str__(self) -> str:
        """Say where, what, and what to do."""
        return f"{shortened(self.path, 200)}: {self.seen}; {self.remedy}"


@final
@attrs.frozen
class PictureFailed(OffinnoError, RuntimeError):
    """The drawing engine could not make a picture of a specification."""

    #: What the engine said, in one line.
    reason: str

    def __str__(self) -> str:
        """Say what the engine said and where to look."""
        reason = shortened(self.reason, 200)
        return f"not drawn: {reason}; check the fields, formats and sizes of the specification"


@final
@attrs.frozen
class PictureTimedOut(OffinnoError, TimeoutError):
    """A picture took longer than it was given."""

    #: The time limit, in seconds.
    seconds: float

    def __str__(self) -> str:
        """Say how long it took and what to do."""
        return (
            f"not drawn within {self.seconds:g} seconds;"
            " draw fewer rows, compute less in it, or give it longer"
        )


@final
@attrs.frozen
class BadLogo(OffinnoError, ValueError):
    """A file that cannot stand in a picture as a logo."""

    #: What was seen, shortened.
    seen: str = attrs.field(converter=_short)
    #: What to do about it.
    remedy: str

    def __str__(self) -> str:
        """Say what was seen and what to do."""
        return f"the logo is no plain drawing: {self.seen}; {self.remedy}"


@final
@attrs.frozen
class MissingGlyphs(OffinnoError, RuntimeError):
    """Characters for which the drawing engine has no letter, so that it would draw boxes."""

    #: The characters, each once.
    characters: str

    def __str__(self) -> str:
        """Name the characters and the remedy."""
        codes = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in self.characters[:5])
        return (
            f"no font on this machine has {codes}; install one that has, such as Noto Sans, "
            "or save as SVG, which is drawn with the fonts of whoever looks at it"
        )


@final
@attrs.frozen
class UnsafePicture(OffinnoError, ValueError):
    """A drawn picture that holds what no picture of offinno may hold."""

    #: The element, or the element and its attribute, such as ``path@fill``.
    place: str
    #: What was seen there, shortened.
    seen: str = attrs.field(converter=_short)
    #: What would be right.
    remedy: str

    def __str__(self) -> str:
        """Say where, what, and what would be right."""
        return f"the picture has {self.seen!r} at {self.place}; {self.remedy}"

"""Why a figure cannot be converted, and what would let it be."""

from typing import final

import attrs

from offinno.exceptions import OffinnoError, shortened

_FEW = 12


@final
@attrs.frozen
class CannotConvert(OffinnoError, ValueError):
    """A figure in a unit that this conversion is not for, or not after what was done to it."""

    #: What was asked for, such as ``deflate``.
    verb: str
    #: Key of the indicator.
    indicator: str
    #: Its unit.
    unit: str
    #: What is wrong and what would be right.
    problem: str

    def __str__(self) -> str:
        """Name the figure and say what is wrong."""
        return f"cannot {self.verb} {self.indicator!r}, which is in {self.unit}: {self.problem}"


@final
@attrs.frozen
class WrongSeries(OffinnoError, ValueError):
    """A reference series in a unit that cannot do what is asked."""

    #: Key of the series.
    series: str
    #: Its unit.
    have: str
    #: The unit that is needed, in words.
    want: str

    def __str__(self) -> str:
        """Show both units."""
        return f"the series {self.series!r} is in {self.have!r}; needed is {self.want}"


@final
@attrs.frozen
class NoReferenceFigure(OffinnoError, LookupError):
    """A period or territory on which a reference series says nothing."""

    #: Key of the series.
    series: str
    #: Code of the territory asked for; None where any will do.
    area: str | None
    #: The period asked for.
    period: str
    #: Why there is none, or what there is instead.
    remedy: str

    def __str__(self) -> str:
        """Say what was looked for and what would help."""
        about = "" if self.area is None else f" for {self.area}"
        return f"the series {self.series!r} has no figure{about} in {self.period}; {self.remedy}"


@final
@attrs.frozen
class ManyReferenceFigures(OffinnoError, LookupError):
    """A period on which a reference series says several things."""

    #: Key of the series.
    series: str
    #: The period asked for.
    period: str
    #: How many figures there are.
    found: int

    def __str__(self) -> str:
        """Say how to choose one."""
        return (
            f"the series {self.series!r} has {self.found} figures in {self.period}; choose with "
            "where(), by area, source, vintage or breakdown, or name a preferred source"
        )


@final
@attrs.frozen
class UnfitReferenceFigure(OffinnoError, ValueError):
    """A reference figure that nothing can be multiplied or divided by."""

    #: Key of the series.
    series: str
    #: Its period.
    period: str
    #: The figure.
    value: str
    #: What is wrong with it.
    problem: str

    def __str__(self) -> str:
        """Show the figure and say what is wrong."""
        value = shortened(self.value)
        return f"the series {self.series!r} says {value!r} for {self.period}; {self.problem}"


@final
@attrs.frozen
class PartialReference(OffinnoError, ValueError):
    """A reference figure that covers only a part of its period."""

    #: Key of the series.
    series: str
    #: The period.
    period: str
    #: The part that it covers.
    covers: str

    def __str__(self) -> str:
        """Say what it covers and how to use it all the same."""
        return (
            f"the series {self.series!r} covers only {self.covers} of {self.period}; "
            "partial='allow' uses it all the same, and the working says so"
        )


@final
@attrs.frozen
class BrokenSeries(OffinnoError, ValueError):
    """Two figures of a series with a break in method between them."""

    #: Key of the series.
    series: str
    #: Key of the break.
    at: str
    #: The one period.
    one: str
    #: The other.
    other: str
    #: Whether it can be crossed by its key.
    crossable: bool = False

    def __str__(self) -> str:
        """Name the break and the periods."""
        way = f", or cross it: cross={{{self.at!r}: 'why'}}" if self.crossable else ""
        return (
            f"the series {self.series!r} has the break {self.at!r} between {self.one} and "
            f"{self.other}, or may have; choose periods on one side of it{way}"
        )


@final
@attrs.frozen(kw_only=True)
class CannotChain(OffinnoError, ValueError):
    """Two series that do not make one."""

    #: Key of the series that goes before.
    old: str
    #: Key of the series that goes on.
    new: str
    #: What is wrong and what would be right.
    problem: str

    def __str__(self) -> str:
        """Name both and say what is wrong."""
        return f"cannot chain {self.old!r} and {self.new!r}: {self.problem}"


@final
@attrs.frozen
class NotAPart(OffinnoError, ValueError):
    """A figure that was said to be a part and is more than the whole, or less than nothing."""

    #: Key of the indicator.
    indicator: str
    #: Key of the whole.
    whole: str
    #: What is wrong.
    problem: str

    def __str__(self) -> str:
        """Say that it is no part."""
        return (
            f"{self.indicator!r} is no part of {self.whole!r}: {self.problem}; "
            "leave out part=True for a ratio, which may pass 100 per cent"
        )


def listed(names: tuple[str, ...]) -> str:
    """Return a few names for an error.

    >>> listed(("2017", "2018"))
    '2017, 2018'
    """
    return ", ".join(names) if len(names) <= _FEW else f"{names[0]} … {names[-1]}"

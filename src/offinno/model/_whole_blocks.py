"""The blocks of a factsheet that show parts of a whole, and calls of funding schemes."""

from collections.abc import Iterable
from typing import final

import attrs

from offinno.language import Text
from offinno.model._checks import (
    Contradiction,
    checked_key,
    keys_of,
    optional_key,
    optional_words,
)
from offinno.model._periods import optional_period
from offinno.model._reference import Reference, optional_prose, prose_of, reference_of
from offinno.model._shown_time import check_window
from offinno.model._typed import Typed
from offinno.model._width import Width
from offinno.values import Period


def _references(given: Iterable[str | Reference]) -> tuple[Reference, ...]:
    """Return *given* as references; one text is one of them."""
    each = (given,) if isinstance(given, str | Reference) else given
    return tuple(map(reference_of, each))


@final
@attrs.frozen(kw_only=True)
class Parts(Typed):
    """The parts of a whole as a stacked bar, or several such bars one below the other.

    Raises:
        Contradiction: If parts and bars are the same, or bars are asked for in two ways.

    >>> block = Parts(figure="economy", beside=["projects"], headline="Deler", along="sector")
    >>> [reference.key for reference in block.beside]
    ['projects']
    """

    #: The indicator, with selectors where it has more than one figure for a part.
    figure: Reference = attrs.field(converter=reference_of)
    #: The finding.
    headline: Text = attrs.field(converter=prose_of)
    #: What the picture shows, for those who do not see it; None for a text made of its figures.
    alt: Text | None = attrs.field(default=None, converter=optional_prose)
    #: The dimension whose categories are the parts.
    along: str = attrs.field(converter=checked_key)
    #: What there is a bar for, where there are several.
    by: str | None = attrs.field(default=None, converter=optional_key)
    #: Other indicators with the same parts, a bar for each below that of the first.
    beside: tuple[Reference, ...] = attrs.field(default=(), converter=_references)
    #: The part that stands out.
    highlight: str | None = attrs.field(default=None, converter=optional_words)
    #: How much of the width it takes.
    width: Width = "half"

    def __attrs_post_init__(self) -> None:
        """Check that parts and bars differ, and that bars are told apart in one way."""
        super().__attrs_post_init__()
        if self.along == self.by:
            raise Contradiction("parts", f"{self.along!r} cannot be both part and bar")
        if self.by is not None and self.beside:
            raise Contradiction("parts", "bars are told apart by 'by' or by 'beside', not by both")


@final
@attrs.frozen(kw_only=True)
class SchemeTimeline(Typed):
    """Calls and deadlines of funding schemes over time.

    Raises:
        Contradiction: If there are no schemes, one comes twice, one that is no part of the picture
            is to stand out, or the time ends before it starts.

    >>> SchemeTimeline(schemes=["phd"], headline="Frister", start=2019, end="2020-06").start
    Period('2019')
    """

    #: Keys of the schemes, in the order they are shown in.
    schemes: tuple[str, ...] = attrs.field(converter=keys_of)
    #: The finding.
    headline: Text = attrs.field(converter=prose_of)
    #: What the picture shows, for those who do not see it; None for a text made of its calls.
    alt: Text | None = attrs.field(default=None, converter=optional_prose)
    #: The first time shown; None for that of the first call.
    start: Period | None = attrs.field(default=None, converter=optional_period)
    #: The last time shown; None for that of the last call.
    end: Period | None = attrs.field(default=None, converter=optional_period)
    #: The scheme that stands out.
    highlight: str | None = attrs.field(default=None, converter=optional_key)
    #: How much of the width it takes.
    width: Width = "full"

    def __attrs_post_init__(self) -> None:
        """Check schemes and times."""
        super().__attrs_post_init__()
        if not self.schemes or len(set(self.schemes)) < len(self.schemes):
            raise Contradiction("scheme timeline", "it needs schemes, each of them once")
        if self.highlight is not None and self.highlight not in self.schemes:
            raise Contradiction("scheme timeline", f"{self.highlight!r} is none of its schemes")
        check_window(self.start, self.end)

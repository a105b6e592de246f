"""Which figures are surely the largest and the smallest, whatever their qualifiers leave open."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, final

import attrs

from offinno.charts._row import Row
from offinno.values import Qualifier

_Q: Final = Qualifier
_MAY_BE_MORE: Final = frozenset({_Q.ABOUT, _Q.AT_LEAST, _Q.OVER, _Q.JUST_OVER})
_MAY_BE_LESS: Final = frozenset({_Q.ABOUT, _Q.AT_MOST, _Q.UNDER, _Q.NEARLY})
_MAY_BE_EQUAL: Final = frozenset({_Q.EXACT, _Q.ABOUT, _Q.AT_LEAST, _Q.AT_MOST})
_ANY: Final = Decimal("Infinity")


@final
@attrs.frozen
class _Span:
    """All numbers that a figure may truly be."""

    #: The lowest.
    low: Decimal
    #: The highest.
    high: Decimal
    #: Whether it may be the ends themselves, where they are numbers.
    closed: bool

    def turned(self) -> "_Span":
        """Return the opposite numbers."""
        return _Span(-self.high, -self.low, self.closed)

    def above(self, other: "_Span") -> bool:
        """Return whether it lies above another, whichever numbers the two are."""
        touching = self.closed and other.closed
        return self.low > other.high or (self.low == other.high and not touching)

    def same(self, other: "_Span") -> bool:
        """Return whether both are one and the same number."""
        return self.low == self.high == other.low == other.high


def ends(rows: Sequence[Row], *, highest: bool) -> list[int]:
    """Return the positions of the largest figure, or of the smallest, and of those equal to it.

    There are none where the figures leave open which one it is: *up to 200* may be less than 150.

    >>> at_most = Row(key="a", label="A", value=Decimal(200), qualifier="at most",
    ...               value_label="up to 200", state="value")
    >>> exact = Row(key="b", label="B", value=Decimal(150), qualifier="exact",
    ...             value_label="150", state="value")
    >>> ends([at_most, exact], highest=True)
    []
    """
    spans = [span if highest else span.turned() for span in map(_span, rows)]
    if not spans:
        return []
    top = max(spans, key=lambda span: (span.low, not span.closed))
    equal = [at for at, span in enumerate(spans) if span is top or span.same(top)]
    others = (span for span in spans if span is not top and not span.same(top))
    return equal if all(top.above(span) for span in others) else []


def _span(row: Row) -> _Span:
    """Return the numbers that a figure may be."""
    if row.low is not None and row.high is not None:
        return _Span(row.low, row.high, closed=True)
    assert row.value is not None  # what is missing has no place among them
    qualifier = Qualifier(row.qualifier)
    low = -_ANY if qualifier in _MAY_BE_LESS else row.value
    high = _ANY if qualifier in _MAY_BE_MORE else row.value
    return _Span(low, high, closed=qualifier in _MAY_BE_EQUAL)

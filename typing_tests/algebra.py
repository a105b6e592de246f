"""What type checkers make of the algebra of figures."""

from decimal import Decimal
from typing import assert_type

from offinno import Datum, Indicator
from offinno.model import Derivation, Dropped


def figures_make_figures(one: Datum, other: Datum) -> None:
    """Sums, differences and products are figures; a quotient may be a bare number."""
    assert_type(one + other, Datum)
    assert_type(one - other, Datum)
    assert_type(one * other, Datum)
    assert_type(one / other, Datum | Decimal)
    assert_type(one.share_of(other), Datum)


def figures_are_computed_with_figures(datum: Datum) -> None:
    """A bare number has no area and no period."""
    datum * 2  # type: ignore[operator]


def totals_are_indicators(parts: Indicator, lineage: Derivation) -> None:
    """One breakdown less, and three ways with what is lacking."""
    assert_type(parts.total("sector"), Indicator)
    assert_type(parts.total("sector", lacking="at least"), Indicator)
    assert_type(lineage.dropped, Dropped | None)
    parts.total("sector", lacking="skip")  # type: ignore[arg-type]

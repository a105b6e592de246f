"""Rows of two versions of the same observations that may differ."""

from typing import Any

import attrs
import pytest

from offinno.model import Evidence, Observation, Observations, Status
from offinno.model._differing import differing_rows
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Qualifier, Value

NOK = parse_unit("NOK")


def rows(**second: Any) -> Observations:
    """Return three rows, of which the second says what is given."""
    plain = [Observation(area="NO", period=2018 + at, value=Value(at, NOK)) for at in range(3)]
    return Observations.of(NOK, [plain[0], attrs.evolve(plain[1], **second), plain[2]])


def test_equal_rows_do_not_differ() -> None:
    """Nothing is asked of rows that are equal as columns."""
    assert [] == differing_rows(rows(), rows())


@pytest.mark.parametrize(
    "second",
    [
        {"value": Value(7, NOK)},
        {"value": Value("1.0", NOK)},
        {"value": Value(1, NOK, Qualifier.ABOUT)},
        {"value": Missing(MissingReason.SUPPRESSED)},
        {"status": {Status.PROVISIONAL}},
        {"evidence": Evidence.SECONDARY},
        {"symbol": "x"},
    ],
)
def test_row_that_differs_is_found_both_ways(second: dict[str, Any]) -> None:
    """Whatever differs, digits and what stands beside the columns included."""
    assert [1] == differing_rows(rows(), rows(**second))
    assert [1] == differing_rows(rows(**second), rows())

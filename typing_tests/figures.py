"""What type checkers make of figures: values, indicators, comparisons and charts."""

from decimal import Decimal
from typing import assert_type

import offinno
from offinno import Comparison, Datum, Factsheet, Indicator, Missing, Range, Reason, Value
from offinno.charts import Figure, bars, ranking
from offinno.checks import Report
from offinno.units import Unit, parse_unit


def values_keep_their_unit(value: Value, unit: Unit) -> None:
    """Sums and multiples of values are values; a quotient may be a bare number."""
    assert_type(parse_unit("NOK"), Unit)
    assert_type(value + value, Value)
    assert_type(value * 2, Value)
    assert_type(value / 2, Value)
    assert_type(value / value, Value | Decimal)
    assert_type(value.to(unit), Value)


def a_value_is_no_number(value: Value) -> None:
    """What has a unit cannot be added to what has none."""
    value + 1  # type: ignore[operator]


def a_figure_may_be_missing(datum: Datum) -> None:
    """A figure is a value, a range or missing; `number` is a value or raises."""
    assert_type(datum.value, Value | Range | Missing)
    assert_type(datum.number, Value)
    str(datum.value.magnitude)  # type: ignore[union-attr]


def selections_have_types(indicator: Indicator) -> None:
    """One row is a datum, several rows are an indicator."""
    assert_type(indicator.at(area="NO"), Datum)
    assert_type(indicator.where(period=2018), Indicator)
    assert_type(indicator.latest(), Indicator)


def comparisons_have_types(comparison: Comparison) -> None:
    """A difference is a value, a ratio a number, and reasons are facts."""
    assert_type(comparison.difference("NO", "IS"), Value)
    assert_type(comparison.ratio("NO", "IS"), Decimal)
    assert_type(comparison.reasons, tuple[Reason, ...])


def a_language_is_asked_for(indicator: Indicator, sheet: Factsheet) -> None:
    """Pictures and sentences name their language; one that offinno does not write is refused."""
    assert_type(bars(indicator, lang="nb"), Figure)
    assert_type(offinno.say(indicator.at(), lang="nn"), str)
    assert_type(offinno.check(sheet), Report)
    ranking(indicator, lang="sv")  # type: ignore[arg-type]
    ranking(indicator)  # type: ignore[call-arg]

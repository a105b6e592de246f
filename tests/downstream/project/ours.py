"""The tests of somebody who builds on offinno: they name types and import no strategy."""

import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings

import offinno
from offinno import (
    Comparison,
    Datum,
    Derivation,
    Factsheet,
    FundingScheme,
    Indicator,
    Observation,
    Period,
    Source,
    Value,
)
from offinno.analysis import Difference
from offinno.language import Term, Text
from offinno.units import Money, Per, Ratio, Share

few = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))


def test_library_is_the_installed_one() -> None:
    """What is tested is the wheel: no source tree is at hand."""
    assert "site-packages" in Path(offinno.__file__).parts


@few
@given(value=..., period=..., term=..., text=...)
def test_values(value: Value, period: Period, term: Term, text: Text) -> None:
    """Small types are drawn from their annotation."""
    assert value.unit is not None
    assert period == Period(period.text)
    assert term.label
    assert len(text) > 0


@few
@given(share=..., ratio=..., money=..., rate=...)
def test_units(share: Share, ratio: Ratio, money: Money, rate: Per) -> None:
    """Each kind of unit is drawn for itself."""
    assert ratio.to.reference_amount
    assert share.whole.key
    assert len(money.currency) == 3
    assert rate.above != rate.below


@few
@given(datum=..., source=..., row=...)
def test_figures(datum: Datum, source: Source, row: Observation) -> None:
    """A figure comes with its indicator."""
    assert datum.observation in datum.indicator.observations
    assert source.title
    assert row.area.code


@few
@given(indicator=..., derivation=...)
def test_lineage(indicator: Indicator, derivation: Derivation) -> None:
    """An indicator reads back as it was written, and a lineage has inputs."""
    assert indicator == offinno.io.loads(offinno.io.dumps(indicator))
    assert derivation.inputs


@few
@given(sheet=..., scheme=...)
def test_sheets(sheet: Factsheet, scheme: FundingScheme) -> None:
    """Whole factsheets are drawn, every reference in them resolved."""
    assert sheet == offinno.io.loads(offinno.io.dumps(sheet))
    assert scheme.names


@few
@given(comparison=..., difference=...)
def test_comparisons(comparison: Comparison, difference: Difference) -> None:
    """What comes of comparing is drawn as well."""
    assert comparison.verdict.value
    assert 0 <= difference.p <= 1


def test_no_strategy_was_imported_by_hand() -> None:
    """The entry point alone told Hypothesis of the types."""
    assert not any("offinno.testing" in line for line in OWN)
    assert "offinno.testing._register" in sys.modules


OWN = [line for line in Path(__file__).read_text(encoding="utf-8").splitlines() if "import" in line]

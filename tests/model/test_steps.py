"""Which part of the lineage of an indicator is about one of its figures."""

from collections.abc import Iterable

import pytest

from offinno.model import (
    Datum,
    Derivation,
    Evidence,
    Indicator,
    Input,
    Method,
    Observation,
    Observations,
    Source,
    Status,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Range, Value

NOK = parse_unit("NOK")
GAP = Missing(MissingReason.SUPPRESSED)
ONE = Source(key="one", publisher="one", title="one")
TWO = Source(key="two", publisher="two", title="two")


def given(year: int, *, source: Source | None = None, vintage: int | None = None) -> Input:
    """Return a figure of Norway that went into another."""
    return Input(
        figure="costs",
        value=Value(year, NOK),
        area="NO",
        period=year,
        source=source,
        vintage=vintage,
    )


def derived(
    rows: Iterable[Observation], inputs: Iterable[Input], method: Method = Method.PER
) -> Indicator:
    """Return computed figures with a lineage of two inputs for each, or three."""
    return Indicator(
        key="derived",
        title="derived",
        definition="derived",
        unit=NOK,
        population=GAP,
        sources=[ONE, TWO],
        lineage=Derivation(method=method, inputs=tuple(inputs), digits=15, note="a note"),
        observations=Observations.of(NOK, rows),
    )


def row(year: int, number: object = "0.123456789012345", **more: object) -> Observation:
    """Return a computed row."""
    value = number if isinstance(number, Missing | Range) else Value(str(number), NOK)
    made = {"evidence": Evidence.DERIVED} | more
    return Observation(area="NO", period=year, value=value, **made)  # type: ignore[arg-type]


def years(datum: Datum) -> list[str]:
    """Return the years of what went into a figure."""
    assert datum.lineage is not None
    return [str(part.period) for part in datum.lineage.inputs]


def test_figure_has_its_own_step() -> None:
    """Of the steps of a series, the one whose first input is the figure as it was."""
    rows, inputs = [row(2018), row(2019)], [given(at) for at in (2018, 2001, 2019, 2002)]
    found = derived(rows, inputs)

    assert ["2019", "2002"] == years(found.at(period=2019))
    assert ["2018", "2001"] == years(found.at(period=2018))


def test_figure_hands_on_its_own_step() -> None:
    """What is computed from it is not told of the others."""
    found = derived([row(2018), row(2019)], [given(at) for at in (2018, 2001, 2019, 2002)])
    datum = found.at(period=2019)

    assert datum.lineage == datum.as_input().lineage


def test_figure_without_a_step_has_the_whole() -> None:
    """It is one of many, of which the first and the last are held."""
    found = derived([row(2018), row(2019)], [given(2018), given(2001)])

    assert found.lineage == found.at(period=2019).lineage


def test_what_is_missing_was_not_computed() -> None:
    """A gap has no step."""
    found = derived([row(2018), row(2019, GAP)], [given(2018), given(2001)])

    assert None is found.at(period=2019).lineage


def test_ends_of_a_range_have_a_step_each() -> None:
    """They follow each other."""
    ends = Range(low=Value(1, NOK), high=Value(2, NOK))
    found = derived([row(2018, ends)], [given(at) for at in (2018, 2001, 2018, 2002)])

    assert ["2018", "2001", "2018", "2002"] == years(found.at(period=2018))
    own = found.at(period=2018).lineage
    assert own is not None
    assert 15 == own.digits


def test_other_lineage_is_that_of_all() -> None:
    """A sum has one working, however many went in."""
    found = derived([row(2018)], [given(2018), given(2019)], Method.SUM)

    assert found.lineage == found.at(period=2018).lineage


def test_figure_that_was_not_computed_has_none() -> None:
    """Published figures have no lineage."""
    published = Indicator(
        key="costs",
        title="costs",
        definition="costs",
        unit=NOK,
        population=GAP,
        observations=Observations.of(NOK, [row(2018, evidence=Evidence.PUBLISHED)]),
    )

    assert None is published.at().lineage


def test_only_rescaled_figures_of_a_chained_series_have_a_step() -> None:
    """Those of the new series are as published."""
    rows = [row(2018), row(2019, evidence=Evidence.PUBLISHED), row(2020)]
    found = derived(rows, [given(at) for at in (2018, 2001, 2002)], Method.CHAIN)

    assert ["2018", "2001", "2002"] == years(found.at(period=2018))
    assert None is found.at(period=2019).lineage
    assert found.lineage == found.at(period=2020).lineage


@pytest.mark.parametrize("key", ["one", "two"])
def test_disputed_figures_have_a_step_each(key: str) -> None:
    """The one whose source is theirs."""
    rows = [row(2018, source="one"), row(2018, source="two")]
    inputs = [given(2018, source=ONE), given(2001), given(2018, source=TWO), given(2002)]
    found = derived(rows, inputs)

    assert [key] == [
        part.source.key
        for datum in [found.at(source=key)]
        if datum.lineage is not None
        for part in datum.lineage.inputs
        if part.source is not None
    ]


def test_steps_that_name_no_source_are_all_taken() -> None:
    """Which is which is not known then."""
    found = derived([row(2018, source="two")], [given(at) for at in (2018, 2001, 2018, 2002)])

    assert ["2018", "2001", "2018", "2002"] == years(found.at())


def test_vintages_have_a_step_each() -> None:
    """What was read in one state of publication is not told of another."""
    rows = [row(2018, vintage=2019), row(2018, vintage=2020)]
    inputs = [given(2018, vintage=2019), given(2001), given(2018, vintage=2020), given(2002)]

    assert ["2018", "2002"] == years(derived(rows, inputs).at(vintage=2020))


def test_rounding_is_told_of_what_was_rounded() -> None:
    """A figure with fewer digits came out even."""
    inputs = [given(at) for at in (2018, 2001, 2019, 2002, 2020, 2003)]
    found = derived([row(2018), row(2019, 2), row(2020, f"0.{'0' * 21}1")], inputs)

    digits = [datum.lineage.digits for datum in found.data() if datum.lineage is not None]
    assert [15, None, 15] == digits


def test_crossing_a_break_is_told_of_what_crossed_it() -> None:
    """The note of growth is that of the rows that are flagged."""
    rows = [row(2018), row(2019, status={Status.BREAK})]
    inputs = [given(at) for at in (2018, 2001, 2019, 2002)]
    for method, first in ((Method.GROWTH, None), (Method.DIFFERENCE, None), (Method.PER, "a note")):
        found = derived(rows, inputs, method)
        notes = [datum.lineage.note for datum in found.data() if datum.lineage is not None]

        assert [first, "a note"] == [None if note is None else str(note) for note in notes]
    assert Period(2018) == found.periods[0]

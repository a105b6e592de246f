"""Sources that figures name, where figures were computed from others."""

import attrs
import pytest

from offinno.io import dumps, loads
from offinno.model import (
    Contradiction,
    Derivation,
    Factsheet,
    Indicator,
    Input,
    Method,
    Observation,
    Observations,
    Source,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Value

NOK = parse_unit("NOK")
OURS = Source(key="office", publisher="An office", title="A table")
THEIRS = Source(key="office", publisher="Another office", title="Another table")


def amount(key: str, source: Source, lineage: Derivation | None = None) -> Indicator:
    """Return an amount of Norway in 2018, from one source."""
    return Indicator(
        key=key,
        title=key,
        definition=key,
        unit=NOK,
        population=Missing(MissingReason.NOT_APPLICABLE),
        sources=[source],
        lineage=lineage,
        observations=Observations.of(
            NOK, [Observation(area="NO", period=2018, value=Value(2, NOK))]
        ),
    )


def test_inputs_name_their_sources_as_these_are_listed() -> None:
    """Of two sources with one key one gets another, and what came from it names it so."""
    total = (amount("a", OURS).at() + amount("b", THEIRS).at()).indicator

    assert total.lineage is not None
    assert ["office", "office-2"] == [source.key for source in total.sources]
    assert list(total.sources) == [part.source for part in total.lineage.inputs]
    assert total == loads(dumps(total))


def test_earlier_inputs_name_them_so_too() -> None:
    """A sum of sums keeps apart what came from where."""
    first = amount("a", OURS).at() + amount("b", OURS).at()
    second = amount("c", THEIRS).at() + amount("d", THEIRS).at()
    both = (first + second).indicator

    assert both.lineage is not None
    inner = both.lineage.inputs[1].lineage
    assert inner is not None
    assert {"office-2"} == {part.source.key for part in inner.inputs if part.source}
    assert both == loads(dumps(both))


def test_sources_that_agree_stay_as_they_are() -> None:
    """One source of both figures is listed once."""
    total = (amount("a", OURS).at() + amount("b", OURS).at()).indicator

    assert (OURS,) == total.sources


@pytest.mark.parametrize("depth", [1, 2])
def test_sheet_lists_the_sources_of_inputs(depth: int) -> None:
    """A file names sources by their keys, so a sheet has those of all that went in."""
    lineage = Derivation(
        method=Method.SUM, inputs=[Input(figure="a", value=Value(2, NOK), source=THEIRS)]
    )
    if depth == 2:
        part = Input(figure="b", value=Value(2, NOK), lineage=lineage)
        lineage = Derivation(method=Method.SUM, inputs=[part])
    total = amount("total", OURS, lineage)
    place = "lineage.inputs[0]" if depth == 1 else "lineage.inputs[0].lineage.inputs[0]"

    with pytest.raises(Contradiction) as caught:
        Factsheet(key="sheet", title="Sheet", sources=[OURS], indicators=[total])
    assert f"indicators[0].{place}.source: indicator 'total'" in str(caught.value)


def test_unknown_source_is_left_as_it_is() -> None:
    """A figure whose source nobody lists keeps it."""
    lineage = Derivation(
        method=Method.SUM, inputs=[Input(figure="a", value=Value(2, NOK), source=THEIRS)]
    )
    given = attrs.evolve(amount("a", OURS, lineage), sources=[])
    total = (given.at() + amount("b", OURS).at()).indicator

    assert total.lineage is not None
    inner = total.lineage.inputs[0].lineage
    assert inner is not None
    assert THEIRS == inner.inputs[0].source

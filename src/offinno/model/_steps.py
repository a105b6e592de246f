"""Which part of the lineage of an indicator is about one of its figures."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from offinno.model._extra import DECIMALS
from offinno.model._lineage import Derivation, Input, Method
from offinno.model._observation import Observation
from offinno.model._source import Source
from offinno.model._status import Evidence, Status
from offinno.values import Missing, Value

#: How many figures go into one result, where a lineage holds those of several one after the
#: other; the first of them is the figure that was converted.
STEP: Final[Mapping[Method, int]] = MappingProxyType(
    {
        Method.EXCHANGE: 2,
        Method.RELATIVE: 2,
        Method.PER: 2,
        Method.REBASE: 2,
        Method.DEFLATION: 3,
        Method.GROWTH: 2,
        Method.DIFFERENCE: 2,
        Method.CHAIN: 3,
    }
)

#: Methods whose note is about the rows that are flagged as a break alone: which they crossed.
_CROSSING: Final = frozenset({Method.GROWTH, Method.DIFFERENCE})


def step_of(
    lineage: Derivation | None, row: Observation, source: str | None = None
) -> Derivation | None:
    """Return the part of a lineage that is about one row; all of it where there is no such part.

    What is missing was not computed, and neither was a row of a chained series that is as
    published: these have none. Of the working of several
    rows that differ in their source alone, that of *source* is taken.
    """
    if lineage is not None and lineage.method is Method.AGGREGATE:
        return _parts(lineage, row)
    if lineage is None or lineage.method not in STEP:
        return lineage
    if isinstance(row.value, Missing):
        return None
    groups = [group for group in _groups(lineage) if _is_about(group[0], row)]
    if len(groups) > 1:
        named = [group for group in groups if _key(group[0]) == source]
        groups = named or groups
    if groups:
        inputs = [part for group in groups for part in group]
        crossing = lineage.method not in _CROSSING or Status.BREAK in row.status
        return attrs.evolve(
            lineage,
            inputs=inputs,
            digits=lineage.digits if _may_be_rounded(row, lineage.digits) else None,
            note=lineage.note if crossing else None,
        )
    untouched = lineage.method is Method.CHAIN and row.evidence is not Evidence.DERIVED
    return None if untouched else lineage


def _may_be_rounded(row: Observation, digits: int | None) -> bool:
    """Return whether a figure has all the digits that figures beside it were rounded to."""
    if digits is None or not isinstance(row.value, Value):
        return True
    number = row.value.magnitude.as_tuple()
    assert isinstance(number.exponent, int)  # a finite number has one
    return len(number.digits) >= digits or number.exponent == -DECIMALS


def _parts(lineage: Derivation, row: Observation) -> Derivation | None:
    """Return the parts that one total was made of; all of it where it tells of other things."""
    own = set(row.breakdowns)
    if not all(set(part.breakdowns) > own for part in lineage.inputs):
        return lineage
    if isinstance(row.value, Missing):
        return None
    parts = [part for part in lineage.inputs if _is_part(part, row)]
    return attrs.evolve(lineage, inputs=parts) if parts else lineage


def _is_part(part: Input, row: Observation) -> bool:
    """Return whether what went in is a part of a total: of its area, time and categories."""
    place = part.area, part.period, part.vintage
    return place == (row.area, row.period, row.vintage) and set(part.breakdowns) >= set(
        row.breakdowns
    )


def _groups(lineage: Derivation) -> list[tuple[Input, ...]]:
    """Return what went into each of the figures."""
    size, inputs = STEP[lineage.method], lineage.inputs
    return [inputs[at : at + size] for at in range(0, len(inputs), size)]


def _is_about(head: Input, row: Observation) -> bool:
    """Return whether the figure that was converted is the one of a row."""
    return (
        head.period == row.period
        and head.area == row.area
        and head.breakdowns == row.breakdowns
        and head.vintage in {None, row.vintage}
    )


def _key(head: Input) -> str | None:
    """Return the key of the source of a figure that was converted."""
    return None if head.source is None else head.source.key


def sources_in(lineage: Derivation) -> tuple[Source, ...]:
    """Return the sources of all that went in, at every depth, each once and in order."""
    found: dict[Source, None] = {}
    for part in lineage.inputs:
        if part.source is not None:
            found[part.source] = None
        if part.lineage is not None:
            found |= dict.fromkeys(sources_in(part.lineage))
    return tuple(found)

"""The engine of all conversions: a factor for each area and period, and the working beside."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, Final, TypeVar, final

import attrs

from offinno.analysis._series import Figure, input_of
from offinno.model import (
    Area,
    Break,
    Datum,
    Derivation,
    Indicator,
    Input,
    Method,
    Observation,
    Source,
)
from offinno.units import Unit
from offinno.values import Period, Range, Value

#: What may be converted; the same comes back.
Convertible = TypeVar("Convertible", Datum, Indicator)
Thing = TypeVar("Thing", Break, Source)

_DIGITS: Final = 15
_LONGEST_KEY: Final = 80
#: How many figures go into one of a result, by method.
_GOES_IN: Final = {
    Method.EXCHANGE: 2,
    Method.RELATIVE: 2,
    Method.PER: 2,
    Method.REBASE: 2,
    Method.DEFLATION: 3,
}


@final
@attrs.frozen(kw_only=True)
class Factor:
    """What figures of one area and period are multiplied by."""

    #: The exact number, above zero.
    number: Fraction
    #: The reference figures behind it, in the order of the method.
    figures: tuple[Figure, ...]

    @property
    def about(self) -> bool:
        """Whether it is only about right, as one of the figures behind it is."""
        return any(figure.about for figure in self.figures)


@final
@attrs.frozen(kw_only=True)
class Conversion:
    """What is done to each figure of an indicator."""

    #: The method, as the working names it.
    method: Method
    #: The unit of the result.
    unit: Unit
    #: What is put behind the key of the indicator, which is another one now; or nothing.
    suffix: str
    #: The factor for an area and period; refuses where there is none.
    factor: Callable[[Area, Period], Factor]
    #: The reference series, unless the indicator is its own.
    by: Indicator | None = None


def converted(given: Convertible, how: Conversion) -> Convertible:
    """Return a figure, or all figures of an indicator, converted."""
    if isinstance(given, Indicator):
        return _indicator(given, how)
    return _indicator(_alone(given), how).data()[0]


def indicator_of(given: Datum | Indicator) -> Indicator:
    """Return the indicator that is given, or that a figure is of."""
    return given if isinstance(given, Indicator) else given.indicator


def _alone(datum: Datum) -> Indicator:
    """Return the indicator of a figure with that row alone, and the sources of it alone."""
    row = datum.observation
    cells: dict[str, str | Area | Period] = {"area": row.area, "period": row.period}
    cells |= dict(row.breakdowns)
    cells["vintage"] = "?" if row.vintage is None else row.vintage
    if datum.source is not None:
        cells["source"] = datum.source.key
    alone = datum.indicator.where(**cells)
    bare = attrs.evolve(alone.observations, source=None)
    return attrs.evolve(
        alone,
        sources=datum.sources,
        preferred=None,
        observations=bare,
        lineage=working(datum),
    )


def _indicator(given: Indicator, how: Conversion) -> Indicator:
    """Return all figures of an indicator converted."""
    before = given.observations
    first = before.first_figures
    factors = {pair: how.factor(*pair) for pair in first}
    after = before.scaled(how.unit, {pair: (f.number, f.about) for pair, f in factors.items()})
    steps = [
        _Step(before=before[row], after=after[row], factor=factors[pair])
        for pair, row in first.items()
    ]
    figures = [figure.used for factor in factors.values() for figure in factor.figures]
    sources = (figure.source for figure in figures if figure.source is not None)
    return attrs.evolve(
        given,
        key=_key(given.key, how.suffix),
        unit=how.unit,
        observations=after,
        sources=_together((*given.sources, *sources)),
        breaks=_together((*given.breaks, *_inside(given, how.by))),
        lineage=_lineage(given, how, steps),
    )


@final
@attrs.frozen(kw_only=True)
class _Step:
    """The first figure of an area and period, before and after its conversion."""

    before: Observation
    after: Observation
    factor: Factor


def _key(key: str, suffix: str) -> str:
    """Return the key of a result, cut where it would grow too long."""
    if not suffix:
        return key
    return f"{key[: _LONGEST_KEY - len(suffix) - 1].rstrip('-')}-{suffix}"


def _lineage(given: Indicator, how: Conversion, steps: list[_Step]) -> Derivation | None:
    """Return the working of the first figure of each area and period, one after the other.

    The title of the reference series stands beside it: it says which index, which kind of rate.
    """
    inputs = [part for step in steps for part in _inputs(given, step)]
    if not inputs:
        return None
    rounded = any(not _is_exact(step) for step in steps)
    return Derivation(
        method=how.method,
        inputs=inputs,
        digits=_DIGITS if rounded else None,
        note=None if how.by is None else how.by.title,
    )


def _inputs(given: Indicator, step: _Step) -> Iterator[Input]:
    """Return what went into one figure: itself and those behind its factor.

    Of a range, the two ends follow each other.
    """
    row = step.before
    for value in _ends(row):
        yield input_of(given, row, value, _own(given.lineage, row))
        yield from (figure.used for figure in step.factor.figures)


def _ends(row: Observation) -> tuple[Value, ...]:
    """Return the numbers of a row that has any."""
    value = row.value
    if isinstance(value, Range):
        return (value.low, value.high)
    assert isinstance(value, Value)  # the first figure of an area and period is one
    return (value,)


def _is_exact(step: _Step) -> bool:
    """Return whether nothing was rounded away."""
    pairs = zip(_ends(step.before), _ends(step.after), strict=True)
    return all(
        Fraction(one.magnitude) * step.factor.number == Fraction(other.magnitude)
        for one, other in pairs
    )


def working(datum: Datum) -> Derivation | None:
    """Return how one figure was computed, where its indicator was converted as a whole.

    The lineage of a converted indicator holds the working of the first figure of each area and
    period, one after the other. This picks the one of *datum*; of a figure that has none of its
    own, and of other derived figures, it is the lineage of the indicator.

    >>> from offinno.analysis import exchange
    >>> from offinno.datasets import series
    >>> from offinno.model import Derivation
    >>> gdp = exchange(series("gdp").where(source="world-bank-gdp"), to="EUR", by="ecb-eur-nok")
    >>> found = working(gdp.at(period=2019))
    >>> [str(part.period) for part in found.inputs]
    ['2019', '2019']
    """
    return _own(datum.indicator.lineage, datum.observation)


def _own(lineage: Derivation | None, row: Observation) -> Derivation | None:
    """Return the part of a lineage that is about one row, or all of it."""
    if lineage is None or lineage.method not in _GOES_IN:
        return lineage
    size = _GOES_IN[lineage.method]
    groups = [lineage.inputs[at : at + size] for at in range(0, len(lineage.inputs), size)]
    own = [
        part
        for group in groups
        for part in group
        if (group[0].area, group[0].period, group[0].breakdowns)
        == (row.area, row.period, row.breakdowns)
    ]
    return attrs.evolve(lineage, inputs=own) if own else lineage


def _inside(given: Indicator, by: Indicator | None) -> tuple[Break, ...]:
    """Return the breaks of the reference series that lie inside the series of the result."""
    span = given.span
    if by is None or span is None:
        return ()
    return tuple(
        change
        for change in by.breaks
        if change.at.start is not None and span[0] < change.at.start <= span[1]
    )


def _together(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Return breaks or sources, each once; another with a key that is taken gets a new one."""
    found: dict[str, Any] = {}
    for thing in dict.fromkeys(things):
        key, number = thing.key, 1
        while key in found:
            number += 1
            key = _key(thing.key, str(number))
        found[key] = attrs.evolve(thing, key=key)
    return tuple(found.values())

"""The engine of all conversions: a factor for each area and period, and the working beside."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Final, TypeAlias, TypeVar, final

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
    Observations,
    Source,
    Status,
)
from offinno.model._citing import citing
from offinno.units import Unit
from offinno.values import Missing, Period, Range, Value

#: What may be converted; the same comes back.
Convertible = TypeVar("Convertible", Datum, Indicator)
Thing = TypeVar("Thing", Break, Source)

DIGITS: Final = 15
_LONGEST_KEY: Final = 80
#: Of how many figures the working is kept: each a line or two in words, some lines in a file.
MOST_WORKED_OUT: Final = 1000


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

    @property
    def flags(self) -> frozenset[Status]:
        """The quality flags that the figures behind it hand on."""
        if len(self.figures) == 1:
            return self.figures[0].flags
        return frozenset().union(*(figure.flags for figure in self.figures))


Factors: TypeAlias = Mapping[tuple[Area, Period], Factor]


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
        lineage=datum.lineage,
    )


def _indicator(given: Indicator, how: Conversion) -> Indicator:
    """Return all figures of an indicator converted."""
    before = given.observations
    first = before.first_figures
    factors = {pair: how.factor(*pair) for pair in first}
    after = before.scaled(
        how.unit,
        {pair: (factor.number, factor.about) for pair, factor in factors.items()},
        {pair: flags for pair, factor in factors.items() if (flags := factor.flags)},
    )
    sources = together((*given.sources, *_sources(how.by, factors.values())))
    lineage = _lineage(given, how, _Result(rows=after, first=first, factors=factors))
    return attrs.evolve(
        given,
        key=key_with(given.key, how.suffix),
        unit=how.unit,
        observations=after,
        sources=sources,
        breaks=together((*given.breaks, *_inside(given, how.by))),
        lineage=None if lineage is None else citing(lineage, sources),
    )


def _sources(by: Indicator | None, factors: Iterable[Factor]) -> Iterator[Source]:
    """Return the sources of what was looked up, in the order of use."""
    if by is None or not by.sources:
        return
    listed = {source.key: source for source in by.sources}
    keys = dict.fromkeys(figure.source for factor in factors for figure in factor.figures)
    yield from dict.fromkeys(listed[by.sources[0].key if key is None else key] for key in keys)


@final
@attrs.frozen(kw_only=True)
class _Result:
    """What a conversion gave."""

    #: All rows, converted.
    rows: Observations
    #: The first row with a figure of each area and period.
    first: Mapping[tuple[Area, Period], int]
    #: The factor of each.
    factors: Factors


@final
@attrs.frozen(kw_only=True)
class Step:
    """A figure before and after its conversion."""

    before: Observation
    after: Observation
    factor: Factor


def key_with(key: str, suffix: str) -> str:
    """Return the key of a result, cut where it would grow too long."""
    if not suffix:
        return key
    return f"{key[: _LONGEST_KEY - len(suffix) - 1].rstrip('-')}-{suffix}"


def _lineage(given: Indicator, how: Conversion, result: _Result) -> Derivation | None:
    """Return the working of each figure, one after the other.

    The title of the reference series stands beside it: it says which index, which kind of rate.
    """
    before = given.observations
    rows, every = _worked_out(before, result.first)
    steps = [
        Step(before=row, after=result.rows[at], factor=result.factors[row.area, row.period])
        for at, row in rows
    ]
    inputs = [part for step in steps for part in step_inputs(given, step)]
    if not inputs:
        return None
    rounded = not every or any(not is_exact(step) for step in steps)
    return Derivation(
        method=how.method,
        inputs=inputs,
        digits=DIGITS if rounded else None,
        note=None if how.by is None else how.by.title,
    )


def _worked_out(
    these: Observations, first: Mapping[tuple[Area, Period], int]
) -> tuple[list[tuple[int, Observation]], bool]:
    """Return the rows whose working is kept, and whether that is every figure.

    Of very many it is the first of each area and period; of very many of these, the first and
    the last. A file that held the working of a hundred thousand figures would help nobody.
    """
    every = len(these) <= MOST_WORKED_OUT
    rows = list(range(len(these)) if every else first.values())
    if len(rows) > MOST_WORKED_OUT:
        rows = [rows[0], rows[-1]]
    chosen = [(at, these[at]) for at in rows]
    return [(at, row) for at, row in chosen if not isinstance(row.value, Missing)], every


def step_inputs(given: Indicator, step: Step) -> Iterator[Input]:
    """Return what went into one figure: itself and those behind its factor.

    Of a range, the two ends follow each other.
    """
    row = step.before
    for value in _ends(row):
        yield input_of(given, row, value)
        yield from (figure.used for figure in step.factor.figures)


def _ends(row: Observation) -> tuple[Value, ...]:
    """Return the numbers of a row that has any."""
    value = row.value
    if isinstance(value, Range):
        return (value.low, value.high)
    assert isinstance(value, Value)  # what is missing is left out
    return (value,)


def is_exact(step: Step) -> bool:
    """Return whether nothing was rounded away."""
    pairs = zip(_ends(step.before), _ends(step.after), strict=True)
    return all(
        Fraction(one.magnitude) * step.factor.number == Fraction(other.magnitude)
        for one, other in pairs
    )


def working(datum: Datum) -> Derivation | None:
    """Return how one figure was computed, where its indicator was converted as a whole.

    The lineage of a converted indicator holds the working of its figures one after the other, of
    up to 1000 figures. Of more it holds that of the first one of each area and period; of more
    than 1000 of these, of the first and the last. This picks the one of *datum*, as
    `Datum.lineage` does; of a figure that has none of its own, and of other derived figures, it
    is the lineage of the indicator. Convert a single figure to see its own.

    >>> from offinno.analysis import exchange
    >>> from offinno.datasets import series
    >>> from offinno.model import Derivation
    >>> gdp = exchange(series("gdp").where(source="world-bank-gdp"), to="EUR", by="ecb-eur-nok")
    >>> found = working(gdp.at(period=2019))
    >>> [str(part.period) for part in found.inputs]
    ['2019', '2019']
    """
    return datum.lineage


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


def together(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Return breaks or sources, each once; another with a key that is taken gets a new one."""
    found: dict[str, Any] = {}
    for thing in dict.fromkeys(things):
        key, number = thing.key, 1
        while key in found:
            number += 1
            key = key_with(thing.key, str(number))
        found[key] = attrs.evolve(thing, key=key)
    return tuple(found.values())

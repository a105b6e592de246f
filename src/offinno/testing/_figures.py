"""Strategies for units, values, periods and indicators."""

from decimal import Decimal
from typing import Any, Final

from hypothesis import strategies as st

from offinno.language import vocabulary
from offinno.model import (
    Adjustment,
    Break,
    Derivation,
    Dimension,
    Dropped,
    Evidence,
    Indicator,
    Input,
    Measuring,
    Method,
    Observation,
    Observations,
    Preferred,
    Source,
    Status,
)
from offinno.testing._kept import kept
from offinno.testing._words import (
    areas,
    keys,
    missings,
    notes,
    populations,
    questions,
    samples,
    sources,
    terms,
    texts,
)
from offinno.units import Share, Unit, parse_unit
from offinno.values import (
    Counted,
    Interval,
    Period,
    Qualifier,
    Range,
    Value,
)

_UNITS: Final = (
    "NOK",
    "EUR",
    "XXX",
    "NOK@2015:cpi",
    "% of workplaces",
    "% part of GDP",
    "% of GDP",
    "pp of workplaces",
    "municipalities",
    "index 2015=100",
    "% change on year before",
    "NOK / inhabitants",
    "km",
)


_FAR: Final = Decimal(10**20)


@kept
def units(*, share: bool | None = None) -> st.SearchStrategy[Unit]:
    """Return a strategy for units of every kind, or only for shares, or for all others."""
    known = st.sampled_from(_UNITS).map(parse_unit)
    own = terms(reference_amount=False).map(Share)
    every = known | own
    return every if share is None else every.filter(lambda unit: isinstance(unit, Share) is share)


@kept
def magnitudes(unit: Unit) -> st.SearchStrategy[Decimal]:
    """Return a strategy for numbers of at most 15 digits that are possible in *unit*."""
    if isinstance(unit, Share):  # strictly inside, as nothing can be over 100 or under 0
        return st.decimals("0.01", "99.99", places=2) | st.integers(1, 99).map(Decimal)
    plain = st.decimals(-(10**9), 10**9, places=3) | st.integers(-(10**6), 10**6).map(Decimal)
    scaled = st.tuples(st.integers(-999, 999), st.integers(3, 11))
    return plain | scaled.map(lambda pair: Decimal(pair[0]).scaleb(pair[1]))


def intervals(magnitude: Decimal, unit: Unit) -> st.SearchStrategy[Interval]:
    """Return a strategy for intervals around a number."""
    low, high = (Decimal(0), Decimal(100)) if isinstance(unit, Share) else (-_FAR, _FAR)
    room = st.integers(0, 50).map(Decimal)
    return st.builds(
        lambda below, above, level, method: Interval(
            low=max(low, magnitude - below),
            high=min(high, magnitude + above),
            level=level,
            method=method,
        ),
        room,
        room,
        st.none() | st.sampled_from([Decimal(95), Decimal("99.9")]),
        st.none() | st.just("Wilson"),
    )


@kept
def counts() -> st.SearchStrategy[Counted]:
    """Return a strategy for counts behind a share."""
    return st.integers(1, 5_000).flatmap(
        lambda of: st.integers(0, of).map(lambda x: Counted(x, of))
    )


@kept
@st.composite
def values(draw: st.DrawFn, unit: Unit | None = None) -> Value:
    """Return a strategy for values, in *unit* or in any."""
    chosen = draw(units()) if unit is None else unit
    if isinstance(chosen, Share) and draw(st.booleans()):
        counted = draw(counts())
        return Value(round(counted.share, 1), chosen, counted=counted)
    qualifier = draw(st.sampled_from(Qualifier))
    magnitude = draw(magnitudes(chosen))
    interval = draw(st.none() | intervals(magnitude, chosen))
    return Value(magnitude, chosen, qualifier, interval=interval)


@kept
@st.composite
def ranges(draw: st.DrawFn, unit: Unit | None = None) -> Range:
    """Return a strategy for ranges, in *unit* or in any."""
    chosen = draw(units()) if unit is None else unit
    low, high = sorted([draw(magnitudes(chosen)), draw(magnitudes(chosen))])
    qualifiers = st.sampled_from(Qualifier)
    return Range(
        low=Value(low, chosen, draw(qualifiers)),
        high=Value(high, chosen, draw(qualifiers)),
        across=draw(st.none() | texts()),
    )


_YEARS: Final = st.integers(1900, 2100)


@kept
def years() -> st.SearchStrategy[Period]:
    """Return a strategy for calendar years."""
    return _YEARS.map(Period)


@kept
def periods() -> st.SearchStrategy[Period]:
    """Return a strategy for periods of every form."""
    parts = st.sampled_from(["", "-01", "-12", "-Q1", "-Q4", "-H1", "-H2", "-spring", "-02-28"])
    points = st.tuples(_YEARS.map(str) | st.just("?"), parts).map("".join)
    spans = st.tuples(_YEARS, st.integers(1, 9)).map(lambda two: f"{two[0]}/{two[0] + two[1]}")
    halves = _YEARS.flatmap(lambda year: st.sampled_from([f"{year}/..", f"../{year}", f"{year}/?"]))
    rolling = st.tuples(_YEARS, st.sampled_from(["Q1", "Q4", "H1", "06"])).map(
        lambda two: f"year to {two[0]}-{two[1]}"
    )
    lengths = st.sampled_from(["1 year", "2 years", "1 month", "18 months"])
    windows = st.tuples(lengths, points | spans).map(" before ".join)
    return (points | spans | halves | rolling | windows).map(Period)


@kept
def inputs(*, depth: int = 1, among: tuple[Source, ...] | None = None) -> st.SearchStrategy[Input]:
    """Return a strategy for figures that went into others.

    Up to *depth* computations stand one inside another; sources are those of *among*, or some
    that are drawn with them.
    """
    if among is None:
        return _few_sources().flatmap(lambda few: inputs(depth=depth, among=few))
    return st.builds(
        Input,
        figure=keys(),
        value=values(),
        area=st.none() | areas(),
        period=st.none() | periods(),
        breakdowns=st.dictionaries(keys(), keys(), max_size=1),
        vintage=st.none() | years(),
        measuring=st.none() | st.sampled_from(Measuring),
        covers=st.none() | years(),
        source=st.none() | st.sampled_from(among) if among else st.none(),
        lineage=st.none() | derivations(depth=depth - 1, among=among) if depth else st.none(),
    )


@kept
def derivations(
    *, depth: int = 1, among: tuple[Source, ...] | None = None
) -> st.SearchStrategy[Derivation]:
    """Return a strategy for derivations.

    Up to *depth* stand inside another; sources are those of *among*, or some that are drawn with
    them.
    """
    if among is None:
        return _few_sources().flatmap(lambda few: derivations(depth=depth, among=few))
    return st.builds(
        Derivation,
        method=st.sampled_from(Method),
        inputs=st.lists(inputs(depth=depth, among=among), min_size=1, max_size=2),
        digits=st.none() | st.integers(1, 15),
        note=st.none() | texts(),
        dropped=st.none() | st.sampled_from(Dropped),
    )


@kept
def _few_sources() -> st.SearchStrategy[tuple[Source, ...]]:
    """Return a strategy for a few sources, no two of which have one key."""
    return st.lists(sources(), max_size=2, unique_by=lambda source: source.key).map(tuple)


@kept
@st.composite
def observations(
    draw: st.DrawFn,
    unit: Unit | None = None,
    *,
    marks: tuple[str, ...] = (),
    source_keys: tuple[str, ...] = (),
    breakdowns: tuple[tuple[str, tuple[str, ...]], ...] = (),
) -> Observation:
    """Return a strategy for observations, in *unit* or in any."""
    chosen = draw(units()) if unit is None else unit
    period = draw(years())
    parts = st.sampled_from(["-01", "-Q4", "-H1", "-02-28"]).map(lambda part: f"{period}{part}")
    return Observation(
        area=draw(areas()),
        period=period,
        breakdowns=tuple((key, draw(st.sampled_from(names))) for key, names in breakdowns),
        source=draw(st.none() | st.sampled_from(source_keys)) if source_keys else None,
        value=draw(values(chosen) | ranges(chosen) | missings()),
        status=draw(st.frozensets(st.sampled_from(Status), max_size=2)),
        symbol=draw(st.none() | st.just("..")),
        notes=draw(st.lists(st.sampled_from(marks), unique=True)) if marks else (),
        evidence=draw(st.sampled_from(Evidence)),
        as_printed=draw(st.none() | texts()),
        population=draw(st.none() | populations() | missings()),
        question=draw(st.none() | questions()),
        sample=draw(st.none() | samples() | missings()),
        covers=draw(st.none() | parts.map(Period)),
    )


def _once(rows: list[Observation], first: str | None) -> list[Observation]:
    """Return *rows* without those whose key and source stood before."""
    kept: dict[Any, Observation] = {}
    for row in rows:
        kept.setdefault((row.key, row.source or first), row)
    return list(kept.values())


@st.composite
def observations_of(draw: st.DrawFn, unit: Unit | None = None) -> Observations:
    """Return a strategy for observations held as columns."""
    chosen = draw(units()) if unit is None else unit
    return Observations.of(chosen, _once(draw(st.lists(observations(chosen), max_size=5)), None))


@kept
@st.composite
def indicators(draw: st.DrawFn, *, filled: bool = False) -> Indicator:
    """Return a strategy for indicators of which all parts agree; *filled*, they have a row."""
    unit = draw(units())
    its_notes = draw(st.lists(notes(), max_size=2, unique_by=lambda note: note.mark))
    its_sources = draw(st.lists(sources(), max_size=2, unique_by=lambda source: source.key))
    names = tuple(source.key for source in its_sources)
    categories = tuple(list(vocabulary().values())[:3])
    dimensions = (
        (Dimension(key="sector", label=draw(texts()), categories=categories, exclusive=True),)
        if draw(st.booleans())
        else ()
    )
    rows = draw(
        st.lists(
            observations(
                unit,
                marks=tuple(note.mark for note in its_notes),
                source_keys=names,
                breakdowns=tuple((d.key, tuple(t.key for t in d.categories)) for d in dimensions),
            ),
            min_size=int(filled),
            max_size=4,
        )
    )
    kept = _once(rows, names[0] if names else None)
    return Indicator(
        key=draw(keys()),
        title=draw(texts()),
        definition=draw(texts()),
        unit=unit,
        population=draw(populations() | missings()),
        whole=draw(st.none() | terms()),
        question=draw(st.none() | questions()),
        sample=draw(st.none() | samples() | missings()),
        measuring=draw(st.none() | st.sampled_from(Measuring)),
        adjustment=draw(st.none() | st.sampled_from(Adjustment)),
        sources=its_sources,
        preferred=draw(st.builds(Preferred, source=st.sampled_from(names), reason=texts()))
        if names
        else None,
        dimensions=dimensions,
        notes=its_notes,
        breaks=_breaks(draw, kept),
        lineage=draw(st.none() | derivations(among=tuple(its_sources))),
        observations=Observations.of(unit, kept),
    )


def _breaks(draw: st.DrawFn, rows: list[Observation]) -> tuple[Break, ...]:
    """Return a break inside the series of *rows*, or none."""
    if not rows or draw(st.booleans()):
        return ()
    return (Break(key=draw(keys()), at=rows[0].period, changed=draw(texts())),)

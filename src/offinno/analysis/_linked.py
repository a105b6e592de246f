"""The figures of one series brought to the level of another, and both under one header."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, final

import attrs

from offinno.analysis._conversion import (
    DIGITS,
    MOST_WORKED_OUT,
    Factor,
    Step,
    is_exact,
    key_with,
    step_inputs,
)
from offinno.analysis._series import Lookup
from offinno.language import Term, Text
from offinno.model import (
    Area,
    Derivation,
    Dimension,
    Indicator,
    Method,
    Note,
    Observation,
    Sample,
    Source,
)
from offinno.values import Missing, MissingReason, Period

_NOT_STATED: Final = Missing(MissingReason.NOT_STATED)


@final
@attrs.frozen(kw_only=True)
class Link:
    """A row of the old series, and what became of it."""

    #: The row as it was.
    before: Observation
    #: The row on the level of the new series.
    after: Observation
    #: What it was multiplied by; None of what is missing.
    factor: Factor | None


def rescaled(old: Indicator, new: Indicator, at: Period, rows: Iterable[int]) -> list[Link]:
    """Return rows of the old series, in their order, on the level that the new one has at *at*."""
    parts: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for row in rows:
        parts.setdefault(old.observations[row].breakdowns, []).append(row)
    found: dict[int, Link] = {}
    for part, chosen in parts.items():
        found |= zip(chosen, _part(old, new, at, dict(part), chosen), strict=True)
    return [found[row] for row in sorted(found)]


def _part(
    old: Indicator, new: Indicator, at: Period, part: dict[str, str], rows: list[int]
) -> Iterator[Link]:
    """Return the rows of one breakdown, rescaled."""
    below, above = (Lookup.of(given.where(**part), "refuse") for given in (old, new))
    these = old.observations.rows(rows)
    by_area: dict[Area, Factor] = {}
    for area, _ in these.first_figures:
        if area not in by_area:
            figures = above.figure(area, at), below.figure(area, at)
            number = figures[0].number / figures[1].number
            by_area[area] = Factor(number=number, figures=figures)
    after = these.scaled(
        new.unit,
        {pair: (by_area[pair[0]].number, by_area[pair[0]].about) for pair in these.first_figures},
        {pair: by_area[pair[0]].flags for pair in these.first_figures},
    )
    for one, other in zip(these, after, strict=True):
        factor = None if isinstance(one.value, Missing) else by_area[one.area]
        yield Link(before=one, after=other, factor=factor)


def lineage_of(
    links: list[Link], old: Indicator, new: Indicator, note: Text | None
) -> Derivation | None:
    """Return the working of the figures that were rescaled.

    Where the new series was chained before, its working stands behind.
    """
    steps = [
        Step(before=link.before, after=link.after, factor=link.factor)
        for link in links
        if link.factor is not None
    ]
    held = steps if len(steps) <= MOST_WORKED_OUT else [steps[0], steps[-1]]
    inputs = [part for step in held for part in step_inputs(old, step)]
    digits = None if all(map(is_exact, steps)) else DIGITS
    further = new.lineage
    if further is not None and further.method is Method.CHAIN:
        inputs += further.inputs
        digits = digits or further.digits
    if not inputs:
        return None
    return Derivation(method=Method.CHAIN, inputs=inputs, digits=digits, note=note)


@final
@attrs.frozen(kw_only=True, eq=False)
class Header:
    """What two series list, as one list each, and what the old rows call their part of it."""

    old: Indicator
    new: Indicator
    #: The sources of both, those of the new series first, as rows without one have the first.
    sources: tuple[Source, ...]
    #: The notes of both.
    notes: tuple[Note, ...]
    #: The dimensions, with the categories of both.
    dimensions: tuple[Dimension, ...]
    #: The keys of the old sources in the common list.
    source_keys: Mapping[str, str]
    #: The marks of the old notes in the common list.
    marks: Mapping[str, str]

    @classmethod
    def of(cls, old: Indicator, new: Indicator) -> "Header":
        """Return the lists of two series as one."""
        sources = {source.key: source for source in new.sources}
        keys = _added(sources, old.sources, "key") if sources else {}
        notes = {note.mark: note for note in new.notes}
        marks = _added(notes, old.notes, "mark")
        return cls(
            old=old,
            new=new,
            sources=tuple(sources.values()),
            notes=tuple(notes.values()),
            dimensions=tuple(_with_categories(part, old) for part in new.dimensions),
            source_keys=keys,
            marks=marks,
        )


def _added(found: dict[str, Any], more: Iterable[Any], name: str) -> dict[str, str]:
    """Add things to those *found*, and return under which name each one stands there."""
    called: dict[str, str] = {}
    for thing in more:
        own = key = getattr(thing, name)
        number = 1
        while key in found and found[key] != attrs.evolve(thing, **{name: key}):
            number += 1
            key = key_with(own, str(number)) if name == "key" else f"o{number}"
        found.setdefault(key, attrs.evolve(thing, **{name: key}))
        called[own] = key
    return called


def _with_categories(given: Dimension, old: Indicator) -> Dimension:
    """Return a dimension with the categories that only the old series has behind its own."""
    before = old.dimension(given.key)
    more: list[Term] = [term for term in before.categories if term not in given.categories]
    return attrs.evolve(
        given,
        categories=(*given.categories, *more),
        exclusive=given.exclusive and before.exclusive,
    )


def merged(links: Iterable[Link], header: Header) -> Iterator[Observation]:
    """Return the rescaled rows as rows of the common series, which say where they differ."""
    old, new = header.old, header.new
    first = old.sources[0].key if old.sources else None
    for link in links:
        row = link.after
        key = first if row.source is None else row.source
        yield attrs.evolve(
            row,
            source=None if key is None else header.source_keys.get(key),
            notes=[header.marks[mark] for mark in row.notes],
            population=_own(row.population, old.population, new.population),
            question=_own(row.question, old.question, new.question),
            sample=_sample(row, old, new),
        )


def _sample(row: Observation, old: Indicator, new: Indicator) -> Sample | Missing | None:
    """Return who answered, where the header of the new series does not say it."""
    if row.sample is None and old.sample != new.sample:
        return _NOT_STATED if old.sample is None else old.sample
    return row.sample


def _own(row: Any, old: Any, new: Any) -> Any:  # noqa: ANN401 - any fact of a header
    """Return what a row says itself: its own fact, or that of its header where the new differs."""
    return old if row is None and old != new else row

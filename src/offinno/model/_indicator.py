"""A measured quantity with its meaning, and all its observations."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, final

import attrs

from offinno._frozen import as_tuple
from offinno.exceptions import UnknownName
from offinno.language import Term, Text
from offinno.model._area import Area
from offinno.model._checks import Contradiction, Finding, checked_key, refuse_all, worded
from offinno.model._dimension import FIXED, Break, Dimension, Preferred
from offinno.model._header_checks import near, no_source, rows_with, twice
from offinno.model._lineage import Derivation
from offinno.model._observation import Observation
from offinno.model._observations import Observations
from offinno.model._periods import optional_period
from offinno.model._population import Note, Population, Question, Sample
from offinno.model._selection import (
    ManyFigures,
    NoSuchFigure,
    asked,
    differ_in_source_only,
    from_one_source,
    named,
    rows_meeting,
    source_of,
    there_is,
)
from offinno.model._source import Source
from offinno.model._status import Adjustment, Measuring
from offinno.model._typed import Typed
from offinno.model._unpacking import columns_of
from offinno.units import Unit
from offinno.values import Missing, Period

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from offinno.model._datum import Datum


@final
@attrs.frozen(kw_only=True, repr=False, cache_hash=True)
class Indicator(Typed):
    """A measured quantity: its definition, unit, population and question, and its observations.

    Raises:
        WrongType: If a field holds something else than it may.
        Contradiction: If observations are in another unit, name a source, note, dimension or
            category that the indicator lacks, two notes share a mark, two rows have one key and
            one source, or a break lies outside the series.

    >>> from offinno.language import vocabulary
    >>> from offinno.units import parse_unit
    >>> from offinno.values import Value
    >>> unit = parse_unit("% of public-workplaces")
    >>> share = Indicator(
    ...     key="innovative",
    ...     title={"en": "Innovative workplaces"},
    ...     definition={"en": "Workplaces that have introduced an innovation"},
    ...     unit=unit,
    ...     population=Population(unit=vocabulary()["public-workplaces"]),
    ...     observations=Observations.of(
    ...         unit, [Observation(area="NO", period=2018, value=Value(77, unit))]
    ...     ),
    ... )
    >>> print(share.at(area="NO").value)
    77 % of public-workplaces
    """

    #: Stable key.
    key: str = attrs.field(converter=checked_key)
    #: What is measured, in a few words.
    title: Text = attrs.field(converter=worded)
    #: How it is defined, with the numerator of a share or ratio.
    definition: Text = attrs.field(converter=worded)
    #: The unit of all its observations.
    unit: Unit
    #: Whom it describes, unless a row says otherwise.
    population: Population | Missing
    #: The whole that its figures are all of, such as GDP, or all municipalities: what shares and
    #: ratios of that are taken of. An indicator with the key of the term needs no such words.
    whole: Term | None = None
    #: What was asked, if it comes from a survey.
    question: Question | None = None
    #: The sample, unless a row says otherwise.
    sample: Sample | Missing | None = None
    #: How it relates to its period.
    measuring: Measuring | None = None
    #: Whether the calendar was taken out.
    adjustment: Adjustment | None = None
    #: Where it comes from; rows without a source of their own come from the first.
    sources: tuple[Source, ...] = attrs.field(default=(), converter=as_tuple)
    #: Which source to use where several disagree.
    preferred: Preferred | None = None
    #: How it is broken down.
    dimensions: tuple[Dimension, ...] = attrs.field(default=(), converter=as_tuple)
    #: Remarks that rows refer to by mark.
    notes: tuple[Note, ...] = attrs.field(default=(), converter=as_tuple)
    #: Changes of method within the series.
    breaks: tuple[Break, ...] = attrs.field(default=(), converter=as_tuple)
    #: The time that the whole series spans, where the rows are a part of it: a break that lies
    #: outside the rows still parts them from others.
    series: Period | None = attrs.field(default=None, converter=optional_period)
    #: How it was computed, if it was.
    lineage: Derivation | None = None
    #: The figures.
    observations: Observations

    def __attrs_post_init__(self) -> None:
        """Check the parts against each other."""
        super().__attrs_post_init__()
        if self.observations.unit != self.unit:
            problem = f"observations in {self.observations.unit}, the indicator in {self.unit}"
            raise Contradiction(f"indicator {self.key!r}", problem)
        refuse_all(f"indicator {self.key!r}", self._findings())

    def _findings(self) -> Iterator[Finding]:
        """Return what of the header and the rows contradicts each other."""
        yield from twice("notes", "mark", "a note's mark", [n.mark for n in self.notes])
        yield from twice("sources", "key", "a source", [s.key for s in self.sources])
        yield from twice("dimensions", "key", "a dimension", [d.key for d in self.dimensions])
        yield from twice("breaks", "key", "a break", [change.key for change in self.breaks])
        yield from self._wrong_dimensions()
        yield from self._wrong_sources()
        yield from self._wrong_marks()
        yield from self._wrong_breaks()

    def _wrong_dimensions(self) -> Iterator[Finding]:
        """Return breakdowns that are no dimensions, and categories that these lack."""
        known = {d.key: tuple(term.key for term in d.categories) for d in self.dimensions}
        given = dict(self.observations.breakdowns)
        if len(self) and set(given) != set(known):
            problem = f"rows are broken down by {sorted(given)}, dimensions say {sorted(known)}"
            yield ("observations", 0, "breakdowns"), problem
        for key, axis in given.items():
            lost = set(axis.categories) - set(known.get(key, axis.categories))
            for row, name in rows_with(axis, lost):
                problem = f"dimension {key!r} has no category {name!r}; {near(name, known[key])}"
                yield ("observations", row, "breakdowns", key), problem

    def _wrong_sources(self) -> Iterator[Finding]:
        """Return sources that are named and not listed, and rows of which one says two things."""
        listed = tuple(source.key for source in self.sources)
        axis, preferred = self.observations.source, self.preferred
        if axis is not None:
            for row, name in rows_with(axis, set(axis.categories) - {None, *listed}):
                yield ("observations", row, "source"), no_source(name, listed)
        if preferred is not None and preferred.source not in listed:
            yield ("preferred", "source"), no_source(preferred.source, listed)
        first = self._first_source
        for one, other in () if first is None else from_one_source(self.observations, first):
            problem = f"observations {one} and {other} say one thing, both from {first}"
            yield ("observations", other), problem

    def _wrong_marks(self) -> Iterator[Finding]:
        """Return the marks in rows that no note has."""
        marks = tuple(note.mark for note in self.notes)
        for row, extra in self.observations.extras:
            for at, mark in enumerate(extra.notes):
                if mark not in marks:
                    problem = f"no note has the mark {mark!r}; {near(mark, marks)}"
                    yield ("observations", row, "notes", at), problem

    def _wrong_breaks(self) -> Iterator[Finding]:
        """Return a series that does not hold its rows, and breaks that lie outside of it."""
        span = self.span
        if self.series is not None and not self.series.known:
            yield ("series",), f"the series {self.series} needs a beginning and an end"
        elif self.series is not None and span != (self.series.start, self.series.end):
            yield ("series",), f"the series {self.series} does not hold all of its rows"
        for number, change in enumerate(self.breaks):
            first, last = change.at.start, change.at.end
            if not (span and first and last and first <= span[1] and last >= span[0]):
                problem = f"the break {change.key!r} at {change.at} lies outside the series"
                yield ("breaks", number, "at"), problem

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day of the series, where known."""
        every = [*self.periods, *(() if self.series is None else (self.series,))]
        ends = [(p.start, p.end) for p in every if p.start is not None and p.end is not None]
        return (min(first for first, _ in ends), max(last for _, last in ends)) if ends else None

    @property
    def _first_source(self) -> str | None:
        """Key of the source of rows that name none."""
        return self.sources[0].key if self.sources else None

    def __repr__(self) -> str:
        return f"<Indicator {self.key}: {len(self.observations)} in {self.unit}>"

    @property
    def areas(self) -> tuple[Area, ...]:
        """The territories, in the order they first appear."""
        return self.observations.area.categories

    @property
    def periods(self) -> tuple[Period, ...]:
        """The times, in the order they first appear."""
        return self.observations.period.categories

    def __len__(self) -> int:
        return len(self.observations)

    def note(self, mark: str) -> Note:
        """Return the note with this mark.

        Raises:
            UnknownName: If there is none.
        """
        for note in self.notes:
            if note.mark == mark:
                return note
        raise UnknownName("note", mark, tuple(note.mark for note in self.notes))

    def dimension(self, key: str) -> Dimension:
        """Return the dimension with this key.

        Raises:
            UnknownName: If there is none.
        """
        for dimension in self.dimensions:
            if dimension.key == key:
                return dimension
        raise UnknownName("dimension", key, tuple(d.key for d in self.dimensions))

    def source_for(self, row: Observation) -> Source | None:
        """Return the source of a row: the one it names, or the first; None where there is none."""
        key = source_of(row.source, self._first_source)
        return next((source for source in self.sources if source.key == key), None)

    def find(self, **selectors: str | int | Area | Period) -> tuple[int, ...]:
        """Return the positions of the rows that all *selectors* meet.

        Selectors are as in `at`.

        Raises:
            NoSuchFigure: If a name selects nothing here.
        """
        return tuple(self._meeting(named(selectors)).tolist())

    def _meeting(self, selectors: dict[str, str]) -> "NDArray[Any]":
        """Return the positions of the rows that all selectors meet."""
        known = (*FIXED, *dict(self.observations.breakdowns))
        for name in selectors:
            if name not in known:
                remedy = f"figures are told apart by {', '.join(known)}"
                raise NoSuchFigure(self.key, asked(selectors), remedy)
        return rows_meeting(self.observations, selectors, self._first_source)

    def at(self, **selectors: str | int | Area | Period) -> "Datum":
        """Return the one figure that *selectors* meet, with all that belongs to it.

        Selectors are area, period, vintage, source and the keys of dimensions (with ``_`` for
        ``-``); they may be left out where one row remains. ``vintage="?"`` is a row that states
        none. Of figures that sources disagree on, the preferred one is taken.

        Raises:
            NoSuchFigure: If no row is met.
            ManyFigures: If several are, or sources disagree and none is preferred.
        """
        wanted = named(selectors)
        rows = self._meeting(wanted)
        if not len(rows):
            raise NoSuchFigure(self.key, asked(wanted), there_is(self.observations))
        if len(rows) > 1:
            rows = self._preferred_among(rows, asked(wanted))
        return self._datum(self.observations[rows[0]])

    def _datum(self, row: Observation) -> "Datum":
        """Return one row together with this header."""
        from offinno.model._datum import Datum

        return Datum(self, row)

    def _preferred_among(self, rows: "NDArray[Any]", wanted: str) -> "NDArray[Any]":
        """Return the preferred one among several rows that differ only in their source."""
        if not differ_in_source_only(self.observations, rows):
            remedy = f"say which: {there_is(self.observations)}"
            raise ManyFigures(self.key, wanted, len(rows), remedy)
        if self.preferred is not None:
            chosen = {"source": self.preferred.source}
            preferred = set(rows.tolist()) & set(self._meeting(chosen).tolist())
            if preferred:
                return rows[[row in preferred for row in rows.tolist()]]
        sources = [source_of(self.observations[row].source, self._first_source) for row in rows]
        names = " or ".join(f"source={source}" for source in sources)
        remedy = f"sources disagree: choose {names}, or name a preferred source"
        raise ManyFigures(self.key, wanted, len(rows), remedy)

    def where(self, **selectors: str | int | Area | Period) -> "Indicator":
        """Return this indicator with only the rows that *selectors* meet.

        Selectors are as in `at`. Breaks stay, whichever rows are left.

        Raises:
            NoSuchFigure: If no row is met.
        """
        wanted = named(selectors)
        rows = self._meeting(wanted)
        if not len(rows):
            raise NoSuchFigure(self.key, asked(wanted), there_is(self.observations))
        return self._with_rows(rows)

    def latest(self) -> "Indicator":
        """Return this indicator with only the rows of its last period.

        Raises:
            NoSuchFigure: If there are no rows.
            UnknownOrder: If the end of a period is not known.
        """
        if not self.periods:
            raise NoSuchFigure(self.key, "the last period", there_is(self.observations))
        return self.where(period=max(self.periods))

    def settled(self) -> "Indicator":
        """Return this indicator without the figures that a preferred source contradicts.

        Figures on which the preferred source says nothing stay, disputed or not.
        """
        if self.preferred is None:
            return self
        preferred = set(self.find(source=self.preferred.source))
        decided = [group for group in self.observations.disputed if preferred.intersection(group)]
        dropped = {row for group in decided for row in group} - preferred
        kept = [row for row in range(len(self)) if row not in dropped] if dropped else None
        return self if kept is None else self._with_rows(kept)

    def total(
        self, over: str, *, lacking: Literal["refuse", "missing", "at least"] = "refuse"
    ) -> "Indicator":
        """Return this indicator with the parts of one breakdown added up, and that breakdown gone.

        Shares, counts, amounts and points add up over a breakdown that is declared exclusive, as
        no unit is then in two of its categories. Rows that agree in all else make one total, a
        derived figure; the lineage names its parts, of more than 1000 rows those of the first and
        the last total. Flags and notes of the parts stay, intervals do not. Shares that pass 100
        by no more than rounding explains come to about 100.

        Args:
            over: Key of the dimension.
            lacking: What to do where a category has no row, or its figure is missing or a range.
                ``missing`` leaves that total out, with the reason of the part; ``at least`` gives
                what the others come to as a lower bound, of shares and counts only.

        Raises:
            UnknownName: If there is no such dimension.
            NoTotal: If the parts do not add up: another kind of unit, categories that may
                overlap, a part that is lacking, parts of different populations, shares beyond
                100, or bounds that point different ways.

        >>> from offinno.language import vocabulary
        >>> from offinno.units import parse_unit
        >>> from offinno.values import Value
        >>> unit, kinds = parse_unit("projects"), ("new", "old")
        >>> rows = [
        ...     Observation(area="NO", period=2019, breakdowns={"kind": k}, value=Value(3, unit))
        ...     for k in kinds
        ... ]
        >>> words = [Term(key=k, label=k) for k in kinds]
        >>> made_up = Indicator(
        ...     key="made-up", title="Made up", definition="Made up", unit=unit,
        ...     population=Population(unit=vocabulary()["projects"]),
        ...     dimensions=[Dimension(key="kind", label="kind", categories=words, exclusive=True)],
        ...     observations=Observations.of(unit, rows),
        ... )
        >>> print(made_up.total("kind").at())
        made-up-total-kind[area=NO, period=2019]: 6 projects
        """
        from offinno.model._total import total_of

        return total_of(self, over, lacking)

    def _with_rows(self, rows: "NDArray[Any] | list[int]") -> "Indicator":
        """Return this indicator with only some rows, as a part of the same series."""
        if len(rows) == len(self):
            return self
        chosen = self.observations.rows(rows)
        span = self.span
        series = Period("/".join(day.isoformat() for day in span)) if span and self.breaks else None
        return attrs.evolve(self, observations=chosen, series=self.series or series)

    def data(self) -> "tuple[Datum, ...]":
        """Return every figure with all that belongs to it, in the order of the rows."""
        return tuple(self._datum(row) for row in self.observations)

    def to_columns(self) -> dict[str, list[Any]]:
        """Return the rows as lists by column name, for data frames of any kind.

        Columns: area, period, each dimension, vintage, value (Decimal or None), low and high (the
        ends of a range), qualifier, missing, status, evidence, notes (marks) and source.
        """
        columns = columns_of(self.observations)
        sources = (source_of(key, self._first_source) for key in columns["source"])
        return columns | {"source": list(sources)}

"""A measured quantity with its meaning, and all its observations."""

from typing import TYPE_CHECKING, Any, Final, final

import attrs

from offinno._frozen import Frozen, as_tuple
from offinno.exceptions import OffinnoError, nearest
from offinno.language import Term, Text, optional_text, text_of
from offinno.model._area import Area
from offinno.model._checks import Contradiction, checked_key
from offinno.model._lineage import Derivation
from offinno.model._observation import Observation
from offinno.model._observations import Observations
from offinno.model._population import Note, Population, Question, Sample
from offinno.model._source import Source, period_of
from offinno.model._status import Adjustment, Measuring
from offinno.units import Unit
from offinno.values import Missing, Period, Value

if TYPE_CHECKING:
    from offinno.model._datum import Datum

_FIXED: Final = ("area", "period", "vintage", "source")


@final
@attrs.frozen(kw_only=True)
class Dimension(Frozen):
    """A way in which an indicator is broken down.

    Raises:
        Contradiction: If a category stands twice.
    """

    #: Stable key, such as ``sector``.
    key: str = attrs.field(converter=checked_key)
    #: What it is called.
    label: Text = attrs.field(converter=text_of)
    #: Its categories, in the order they are shown in.
    categories: tuple[Term, ...] = attrs.field(converter=as_tuple)
    #: Whether every unit belongs to one category and no more, so that parts add up.
    exclusive: bool = False

    def __attrs_post_init__(self) -> None:
        """Check the categories."""
        if self.key in _FIXED:
            raise Contradiction(f"dimension {self.key!r}", "the name is taken; use another")
        if len(set(self.categories)) != len(self.categories):
            raise Contradiction(f"dimension {self.key!r}", "a category stands twice")

    def category(self, key: str) -> Term:
        """Return the category with this key."""
        return next(term for term in self.categories if term.key == key)


@final
@attrs.frozen(kw_only=True)
class Break(Frozen):
    """A change of method or definition that stops direct comparison over time."""

    #: Stable key, by which it may be crossed knowingly.
    key: str = attrs.field(converter=checked_key)
    #: The first period after the change.
    at: Period = attrs.field(converter=period_of)
    #: What changed.
    changed: Text = attrs.field(converter=text_of)
    #: More about it.
    note: Text | None = attrs.field(default=None, converter=optional_text)


@final
@attrs.frozen
class NoSuchFigure(OffinnoError, LookupError):
    """A selection that meets no row of an indicator."""

    #: Key of the indicator.
    indicator: str
    #: What was asked for.
    asked: str
    #: What there is instead.
    remedy: str

    def __str__(self) -> str:
        """Say what was asked for and what there is."""
        return f"{self.indicator} has no figure for {self.asked}; {self.remedy}"


@final
@attrs.frozen
class ManyFigures(OffinnoError, LookupError):
    """A selection that meets more than one row, or a disputed figure."""

    #: Key of the indicator.
    indicator: str
    #: What was asked for.
    asked: str
    #: How many rows it meets.
    found: int
    #: How to choose one.
    remedy: str

    def __str__(self) -> str:
        """Say how many there are and how to choose."""
        return f"{self.indicator} has {self.found} figures for {self.asked}; {self.remedy}"


@final
@attrs.frozen(kw_only=True)
class Preferred(Frozen):
    """The source to be used where several disagree, and why."""

    #: Key of the source.
    source: str
    #: Why it is preferred.
    reason: Text = attrs.field(converter=text_of)


@final
@attrs.frozen(kw_only=True, repr=False)
class Indicator(Frozen):
    """A measured quantity: its definition, unit, population and question, and its observations.

    Raises:
        Contradiction: If observations are in another unit, name a source, note, dimension or
            category that the indicator lacks, two notes share a mark, or a break lies outside the
            series.
    """

    #: Stable key.
    key: str = attrs.field(converter=checked_key)
    #: What is measured, in a few words.
    title: Text = attrs.field(converter=text_of)
    #: How it is defined, with the numerator of a share or ratio.
    definition: Text = attrs.field(converter=text_of)
    #: The unit of all its observations.
    unit: Unit
    #: Whom it describes, unless a row says otherwise.
    population: Population | Missing
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
    #: How it was computed, if it was.
    lineage: Derivation | None = None
    #: The figures.
    observations: Observations

    def __attrs_post_init__(self) -> None:
        """Check the parts against each other."""
        if self.observations.unit != self.unit:
            self._refuse(f"observations in {self.observations.unit}, the indicator in {self.unit}")
        self._unique("a note's mark", [note.mark for note in self.notes])
        self._unique("a source", [source.key for source in self.sources])
        self._unique("a dimension", [dimension.key for dimension in self.dimensions])
        self._unique("a break", [change.key for change in self.breaks])
        self._check_dimensions()
        self._check_references()
        self._check_breaks()

    def _refuse(self, problem: str) -> None:
        """Raise what is wrong."""
        raise Contradiction(f"indicator {self.key!r}", problem)

    def _unique(self, what: str, keys: list[str]) -> None:
        """Check that no key stands twice."""
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            self._refuse(f"{what} stands twice: {', '.join(twice)}")

    def _check_dimensions(self) -> None:
        """Check that the columns of breakdowns are those of the dimensions."""
        known = {d.key: {term.key for term in d.categories} for d in self.dimensions}
        given = dict(self.observations.breakdowns)
        if len(self.observations) and set(known) != set(given):
            self._refuse(f"rows are broken down by {sorted(given)}, dimensions say {sorted(known)}")
        for key, axis in given.items():
            if unknown := sorted(set(axis.categories) - known[key]):
                self._refuse(f"dimension {key!r} has no category {unknown[0]!r}")

    def _check_references(self) -> None:
        """Check that the sources and notes that rows name exist."""
        sources = {source.key for source in self.sources}
        named = self.observations.source.categories if self.observations.source else ()
        unknown = sorted({key for key in named if key is not None} - sources)
        if self.preferred is not None and self.preferred.source not in sources:
            unknown.append(self.preferred.source)
        if unknown:
            self._refuse(f"no source is called {unknown[0]!r}; {_known(unknown[0], sources)}")
        marks = {note.mark for note in self.notes}
        for row, extra in self.observations.extras:
            if lost := [mark for mark in extra.notes if mark not in marks]:
                self._refuse(f"observations[{row}] has the mark {lost[0]!r}, which no note has")

    def _check_breaks(self) -> None:
        """Check that breaks lie inside the series."""
        ends = [period for period in self.periods if period.known]
        for change in self.breaks:
            if not ends or not change.at.known or not min(ends) <= change.at <= max(ends):
                self._refuse(f"the break {change.key!r} at {change.at} lies outside the series")

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
        """Return the note with this mark."""
        return next(note for note in self.notes if note.mark == mark)

    def find(self, **selectors: str | int | Area | Period) -> tuple[int, ...]:
        """Return the positions of the rows that all *selectors* meet.

        Raises:
            NoSuchFigure: If a name selects nothing here.
        """
        rows = frozenset(range(len(self)))
        for name, value in selectors.items():
            rows &= self._meeting(name, str(value))
        return tuple(sorted(rows))

    def _meeting(self, name: str, value: str) -> frozenset[int]:
        """Return the positions of the rows whose *name* is *value*."""
        these = self.observations
        axes: dict[str, Any] = {"area": these.area, "period": these.period}
        axes |= {"vintage": these.vintage, "source": these.source} | dict(these.breakdowns)
        if name not in axes:
            known = ", ".join((*_FIXED, *dict(these.breakdowns)))
            raise NoSuchFigure(self.key, f"{name}={value}", f"figures are told apart by {known}")
        axis = axes[name]
        if axis is None:
            first = self.sources[0].key if name == "source" and self.sources else None
            return frozenset(range(len(self)) if first == value else ())
        code = [at for at, category in enumerate(axis.categories) if str(category) == value]
        codes = axis.codes.array
        return frozenset(row for at in code for row in (codes == at).nonzero()[0].tolist())

    def at(self, **selectors: str | int | Area | Period) -> "Datum":
        """Return the one figure that *selectors* meet, with all that belongs to it.

        Selectors are area, period, vintage, source and the keys of dimensions (with ``_`` for
        ``-``); they may be left out where one row remains. Of figures that sources disagree on,
        the preferred one is taken.

        Raises:
            NoSuchFigure: If no row is met.
            ManyFigures: If several are, or sources disagree and none is preferred.
        """
        named = {name.replace("_", "-"): value for name, value in selectors.items()}
        rows = self.find(**named)
        asked = ", ".join(f"{name}={value}" for name, value in named.items()) or "no selector"
        if not rows:
            raise NoSuchFigure(self.key, asked, self._there_is())
        if len(rows) == 1:
            return self._datum(self.observations[rows[0]])
        return self._preferred(rows, asked)

    def _datum(self, row: Observation) -> "Datum":
        """Return one row together with this header."""
        from offinno.model._datum import Datum

        return Datum(self, row)

    def _preferred(self, rows: tuple[int, ...], asked: str) -> "Datum":
        """Return the preferred one among several rows that differ only in their source."""
        found = [self.observations[row] for row in rows]
        if len({row.key for row in found}) > 1:
            raise ManyFigures(self.key, asked, len(rows), f"say which: {self._there_is()}")
        chosen = [row for row in found if self.preferred and row.source == self.preferred.source]
        if not chosen:
            names = " or ".join(f"source={row.source}" for row in found)
            remedy = f"sources disagree: choose {names}, or name a preferred source"
            raise ManyFigures(self.key, asked, len(rows), remedy)
        return self._datum(chosen[0])

    def _there_is(self) -> str:
        """Say what figures can be chosen by."""
        axes = {"area": self.areas, "period": self.periods}
        axes |= {key: axis.categories for key, axis in self.observations.breakdowns}
        listed = [
            f"{name} {', '.join(str(category) for category in categories[:12])}"
            for name, categories in axes.items()
        ]
        return "there is " + "; ".join(listed)

    def where(self, **selectors: str | int | Area | Period) -> "Indicator":
        """Return this indicator with only the rows that *selectors* meet.

        Raises:
            NoSuchFigure: If no row is met.
        """
        named = {name.replace("_", "-"): value for name, value in selectors.items()}
        rows = self.find(**named)
        if not rows:
            asked = ", ".join(f"{name}={value}" for name, value in named.items())
            raise NoSuchFigure(self.key, asked, self._there_is())
        return self._with_rows(rows)

    def latest(self) -> "Indicator":
        """Return this indicator with only the rows of its last period.

        Raises:
            UnknownOrder: If the end of a period is not known.
        """
        last = max(self.periods)
        return self._with_rows(self.find(period=last))

    def _with_rows(self, rows: tuple[int, ...]) -> "Indicator":
        """Return this indicator with only some rows; breaks that fall outside are left out."""
        chosen = self.observations.rows(rows)
        ends = [period for period in chosen.period.categories if period.known]
        inside = [b for b in self.breaks if ends and min(ends) <= b.at <= max(ends)]
        return attrs.evolve(self, observations=chosen, breaks=inside)

    def data(self) -> "tuple[Datum, ...]":
        """Return every figure with all that belongs to it, in the order of the rows."""
        return tuple(self._datum(row) for row in self.observations)

    def to_columns(self) -> dict[str, list[Any]]:
        """Return the rows as lists by column name, for data frames of any kind.

        Columns: area, period, each dimension, value (Decimal or None), qualifier, missing,
        status, evidence, source.
        """
        rows = tuple(self.observations)
        values = [row.value if isinstance(row.value, Value) else None for row in rows]
        return {
            "area": [row.area.code for row in rows],
            "period": [row.period.text for row in rows],
            **{
                name: [dict(row.breakdowns)[name] for row in rows]
                for name, _ in self.observations.breakdowns
            },
            "value": [value.magnitude if value else None for value in values],
            "qualifier": [value.qualifier.value if value else None for value in values],
            "missing": [
                row.value.reason.value if isinstance(row.value, Missing) else None for row in rows
            ],
            "status": [" ".join(sorted(flag.value for flag in row.status)) for row in rows],
            "evidence": [row.evidence.value for row in rows],
            "source": [row.source for row in rows],
        }


def _known(name: str, names: set[str]) -> str:
    """Say which names come near."""
    close = nearest(name, tuple(sorted(names)))
    if close:
        return f"did you mean {' or '.join(map(repr, close))}?"
    return f"known: {', '.join(sorted(names)) or 'none'}"

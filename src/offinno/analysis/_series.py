"""A reference series as conversions look things up in it: one figure by territory and time."""

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from typing import Final, Literal, final

import attrs

from offinno.analysis._errors import (
    BrokenSeries,
    ManyReferenceFigures,
    NoReferenceFigure,
    PartialReference,
    UnfitReferenceFigure,
    listed,
)
from offinno.datasets import series
from offinno.model import (
    Area,
    Column,
    Indicator,
    Input,
    Measuring,
    Observation,
    Observations,
    Status,
)
from offinno.model._extra import QUALIFIERS, STATUSES
from offinno.model._steps import step_of
from offinno.model._unpacking import as_published
from offinno.values import Missing, Period, PeriodForm, Qualifier, Range, Value

#: What to do with a reference figure that covers only a part of its period.
Partial = Literal["refuse", "allow"]

#: Quality flags that say how sure a figure is, and so how sure is what is computed from it.
HANDED_ON: Final = frozenset(
    {
        Status.ESTIMATED,
        Status.EXPERIMENTAL,
        Status.FORECAST,
        Status.IMPUTED,
        Status.LOW_RELIABILITY,
        Status.PROVISIONAL,
        Status.UNVALIDATED,
    }
)

_NONE: Final[frozenset[Status]] = frozenset()
_LONG: Final = frozenset({PeriodForm.SPAN, PeriodForm.WINDOW, PeriodForm.UNKNOWN})
_USABLE: Final = frozenset({Qualifier.EXACT, Qualifier.ABOUT})
_USABLE_CODES: Final = frozenset(map(QUALIFIERS.index, _USABLE))
_ABOUT: Final = QUALIFIERS.index(Qualifier.ABOUT)


def series_of(given: Indicator | str) -> Indicator:
    """Return *given*, or the series with this key in the catalogue."""
    return series(given) if isinstance(given, str) else given


def input_of(given: Indicator, row: Observation, value: Value) -> Input:
    """Return a number of a row as what went into another figure."""
    source = given.source_for(row)
    return Input(
        figure=given.key,
        value=value,
        area=row.area,
        period=row.period,
        breakdowns=row.breakdowns,
        vintage=row.vintage,
        measuring=given.measuring,
        covers=row.covers,
        source=source,
        lineage=step_of(given.lineage, row, None if source is None else source.key),
    )


@final
@attrs.frozen(kw_only=True)
class Figure:
    """A figure of a reference series, fit to multiply or divide by."""

    #: The exact number, above zero.
    number: Fraction
    #: Whether it is only about right.
    about: bool
    #: Quality flags that it hands on to what is computed from it.
    flags: frozenset[Status]
    #: The series it is of.
    series: Indicator
    #: Its row there.
    row: int
    #: The key of its source, where the row names one.
    source: str | None

    @property
    def used(self) -> Input:
        """The figure as what went into others."""
        row = self.series.observations[self.row]
        assert isinstance(row.value, Value)  # anything else is not fit
        return input_of(self.series, row, row.value)


@final
@attrs.frozen(kw_only=True, eq=False)
class _Columns:
    """The rows of a series as lists, since one cell of a list is had faster than one of a column.

    Figures are looked up one by one, and there may be a hundred thousand of them.
    """

    these: Observations
    value: list[float]
    decimals: list[int]
    missing: list[int]
    qualifier: list[int]
    status: list[int]
    source: list[str | None]

    @classmethod
    def of(cls, these: Observations) -> "_Columns":
        """Return the columns of *these*."""
        every = len(these)
        return cls(
            these=these,
            value=these.value.array.tolist(),
            decimals=these.decimals.array.tolist(),
            missing=_listed(these.missing, every),
            qualifier=_listed(these.qualifier, every),
            status=_listed(these.status, every),
            source=[None] * every if these.source is None else these.source.cells(),
        )

    def plain(self, at: int) -> bool:
        """Return whether a row has a number above zero, no bound, that covers all its period."""
        number = not self.missing[at] and self.qualifier[at] in _USABLE_CODES
        return number and self.value[at] > 0 and self.these.beside(at).covers is None

    def number(self, at: int) -> Fraction:
        """Return the exact number of a row."""
        number, decimals = self.value[at], self.decimals[at]
        if decimals == 0:
            return Fraction(int(number))
        return Fraction(as_published(number, decimals))

    def flags(self, at: int) -> frozenset[Status]:
        """Return the quality flags that a row hands on."""
        return _handed_on(self.status[at]) if self.status[at] else _NONE


def _listed(cells: Column | None, every: int) -> list[int]:
    """Return a column as a list; zeros where there is none."""
    return [0] * every if cells is None else cells.array.tolist()


@cache
def _handed_on(bits: int) -> frozenset[Status]:
    """Return the flags among *bits* that what is computed from a figure has too."""
    return handed_on(status for bit, status in enumerate(STATUSES) if bits >> bit & 1)


def handed_on(flags: Iterable[Status]) -> frozenset[Status]:
    """Return those of some flags that what is computed from a figure has too.

    They say how sure a figure is; what else was said of it is about itself alone.

    >>> sorted(flag.value for flag in handed_on([Status.PROVISIONAL, Status.REVISED]))
    ['provisional']
    """
    return HANDED_ON.intersection(flags)


@final
@attrs.frozen(eq=False)
class Lookup:
    """The figures of a reference series by area and period."""

    #: The series, without figures that its preferred source contradicts.
    series: Indicator
    #: Whether a figure may cover a part of its period.
    partial: Partial
    #: Whether it says the same of every territory, as an exchange rate does.
    everywhere: bool
    _rows: dict[tuple[str | None, str], list[int]]
    _found: dict[int, Figure] = attrs.field(factory=dict, init=False)
    _known: "_Columns" = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Take the columns apart once."""
        object.__setattr__(self, "_known", _Columns.of(self.series.observations))

    @classmethod
    def of(cls, given: Indicator, partial: Partial, *, everywhere: bool = False) -> "Lookup":
        """Return the figures of a series for looking up."""
        settled = given.settled()
        rows: dict[tuple[str | None, str], list[int]] = {}
        areas = [None] * len(settled) if everywhere else settled.observations.area.cells()
        periods = settled.observations.period.cells()
        for row, (area, period) in enumerate(zip(areas, periods, strict=True)):
            rows.setdefault((area and area.code, period.text), []).append(row)
        return cls(settled, partial, everywhere, rows)

    def figure(self, area: Area, period: Period) -> Figure:
        """Return the one figure for a territory and time.

        Raises:
            NoReferenceFigure: If there is none.
            ManyReferenceFigures: If there are several.
            PartialReference: If it covers only a part of its period.
            UnfitReferenceFigure: If it is a range, a bound, or not above zero.
        """
        code = None if self.everywhere else area.code
        rows = self._rows.get((code, period.text)) or self._on_first_day(code, period)
        if not rows:
            raise self._none(code, period)
        if len(rows) > 1:
            raise ManyReferenceFigures(series=self.series.key, period=period.text, found=len(rows))
        if rows[0] not in self._found:
            self._found[rows[0]] = self._checked(rows[0])
        return self._found[rows[0]]

    def _on_first_day(self, code: str | None, period: Period) -> list[int] | None:
        """Return the rows of a stock that was counted on the first day of a period."""
        if self.series.measuring is not Measuring.STOCK or period.start is None:
            return None
        return self._rows.get((code, period.start.isoformat()))

    def _none(self, code: str | None, period: Period) -> NoReferenceFigure:
        """Say what there is instead of a figure that there is not."""
        areas = tuple(dict.fromkeys(area for area, _ in self._rows if area is not None))
        if code is not None and code not in areas:
            remedy = f"it is about {listed(areas) or 'nothing'}"
        elif period.form in _LONG:
            remedy = "name the period to go by with at=, a sum over several years has none"
        else:
            periods = tuple(text for area, text in self._rows if area == code)
            remedy = f"it has {listed(periods) or 'none'}; name one with at= if it will do"
        return NoReferenceFigure(
            series=self.series.key, area=code, period=period.text, remedy=remedy
        )

    def _checked(self, at: int) -> Figure:
        """Return the figure of a row, if it is fit for use."""
        known = self._known
        if not known.plain(at):
            self._refuse(self.series.observations[at])
        return Figure(
            number=known.number(at),
            about=known.qualifier[at] == _ABOUT,
            flags=known.flags(at),
            series=self.series,
            row=at,
            source=known.source[at],
        )

    def _refuse(self, row: Observation) -> None:
        """Refuse a row that is not fit for use; one that covers a part of its period may be."""
        key, period, value = self.series.key, row.period.text, row.value
        if isinstance(value, Missing):
            remedy = f"it is {value.reason.value}"
            raise NoReferenceFigure(series=key, area=row.area.code, period=period, remedy=remedy)
        if problem := _problem(value):
            raise UnfitReferenceFigure(series=key, period=period, value=str(value), problem=problem)
        if row.covers is not None and self.partial != "allow":
            raise PartialReference(series=key, period=period, covers=row.covers.text)

    def unbroken(self, one: Period, other: Period) -> None:
        """Check that no break in method lies between two periods of the series.

        Raises:
            BrokenSeries: If one does, or if that is not known.
        """
        for change in self.series.breaks:
            if change.parts(one, other) is not False:
                raise BrokenSeries(
                    series=self.series.key, at=change.key, one=one.text, other=other.text
                )


def _problem(value: Value | Range) -> str | None:
    """Say what makes a figure unfit to multiply or divide by."""
    if isinstance(value, Range):
        return "a single number is needed"
    if value.qualifier not in _USABLE:
        return "a bound does not convert others; bring the number itself"
    return None if value.magnitude > 0 else "a number above zero is needed"

"""A reference series as conversions look things up in it: one figure by territory and time."""

from fractions import Fraction
from typing import Literal, final

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
from offinno.model import Area, Derivation, Indicator, Input, Measuring, Observation
from offinno.values import Missing, Period, PeriodForm, Qualifier, Range, Value

#: What to do with a reference figure that covers only a part of its period.
Partial = Literal["refuse", "allow"]

_LONG = frozenset({PeriodForm.SPAN, PeriodForm.WINDOW, PeriodForm.UNKNOWN})
_USABLE = frozenset({Qualifier.EXACT, Qualifier.ABOUT})


def series_of(given: Indicator | str) -> Indicator:
    """Return *given*, or the series with this key in the catalogue."""
    return series(given) if isinstance(given, str) else given


def input_of(given: Indicator, row: Observation, value: Value, lineage: Derivation | None) -> Input:
    """Return a number of a row as what went into another figure."""
    return Input(
        figure=given.key,
        value=value,
        area=row.area,
        period=row.period,
        breakdowns=row.breakdowns,
        measuring=given.measuring,
        covers=row.covers,
        source=given.source_for(row),
        lineage=lineage,
    )


@final
@attrs.frozen
class Figure:
    """A figure of a reference series, fit to multiply or divide by."""

    #: The exact number, above zero.
    number: Fraction
    #: Whether it is only about right.
    about: bool
    #: The figure as what went into others.
    used: Input


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
            self._found[rows[0]] = self._checked(self.series.observations[rows[0]])
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

    def _checked(self, row: Observation) -> Figure:
        """Return the figure of a row, if it is fit for use."""
        key, period, value = self.series.key, row.period.text, row.value
        if isinstance(value, Missing):
            remedy = f"it is {value.reason.value}"
            raise NoReferenceFigure(series=key, area=row.area.code, period=period, remedy=remedy)
        if problem := _problem(value):
            raise UnfitReferenceFigure(series=key, period=period, value=str(value), problem=problem)
        if row.covers is not None and self.partial != "allow":
            raise PartialReference(series=key, period=period, covers=row.covers.text)
        assert isinstance(value, Value)  # anything else has a problem
        used = input_of(self.series, row, value, self.series.lineage)
        return Figure(Fraction(value.magnitude), value.qualifier is Qualifier.ABOUT, used)

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

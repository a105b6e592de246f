"""The rules on time: periods, breaks between them, versions, and figures that may change."""

from collections.abc import Hashable, Sequence
from typing import Final, NamedTuple

from offinno.model._datum import Datum
from offinno.model._dimension import Break, parted, side_of
from offinno.model._flags import flagged_breaks
from offinno.model._judged import CAVEAT, REFUSED, Answer, Judged
from offinno.model._status import Status
from offinno.values import Period, PeriodForm


def _period_of(datum: Datum) -> Period:
    """Look at the time."""
    return datum.period


def _window(one: Period, other: Period) -> Answer:
    """Periods of one length."""
    if one.months is not None and other.months is not None:
        return None if one.months == other.months else (REFUSED, one, other)
    same = one == other and one.form is not PeriodForm.UNKNOWN
    return None if same or _days(one) == _days(other) is not None else (CAVEAT, one, other)


def _lengths(looks: Sequence[Period], along: str) -> Sequence[Hashable]:  # noqa: ARG001
    """Of periods of known length only that counts."""
    return [period if period.months is None else period.months for period in looks]


def _days(period: Period) -> int | None:
    """Return how many days a date or span has, where that is known."""
    if period.start is None or period.end is None or period.form not in _OF_DAYS:
        return None
    return (period.end - period.start).days + 1


_OF_DAYS: Final = frozenset({PeriodForm.DATE, PeriodForm.SPAN})


def _overlap(one: Period, other: Period) -> Answer:
    """Periods that share time, where figures of different areas or groups are compared."""
    if one == other and one.known:
        return None
    overlap = one.overlaps(other)
    if overlap is None:
        return CAVEAT, one, other
    return None if overlap else (REFUSED, one, other)


class _InSeries(NamedTuple):
    """The place of a figure in its series."""

    breaks: tuple[Break, ...]
    flagged: tuple[Period, ...]
    period: Period

    @property
    def times(self) -> tuple[Period, ...]:
        """When the series breaks."""
        return (*(change.at for change in self.breaks), *self.flagged)


def _in_series(datum: Datum) -> _InSeries:
    """Look at the breaks of its series: those declared, and rows flagged as one."""
    return _InSeries(datum.indicator.breaks, flagged_breaks(datum), datum.period)


def _method_break(one: _InSeries, other: _InSeries) -> Answer:
    """No break between the two periods in the series of either."""
    changes = (*one.breaks, *other.breaks)
    facts: list[Break | Period] = [*changes, *one.flagged, *other.flagged]
    times = [*(change.at for change in changes), *one.flagged, *other.flagged]
    found = [parted(at, one.period, other.period) for at in times]
    for outcome, wanted in ((REFUSED, True), (CAVEAT, None)):
        if wanted in found:
            return outcome, facts[found.index(wanted)], None
    return None


def _sides(looks: Sequence[_InSeries], along: str) -> Sequence[Hashable]:  # noqa: ARG001
    """It counts on which side of each break a figure stands; where that is not known, when."""
    times = tuple({at: None for look in looks for at in look.times})
    sides = {
        period: tuple(side_of(at, period) for at in times)
        for period in {look.period for look in looks}
    }
    return [
        (look.times, sides[look.period], look.period if None in sides[look.period] else None)
        for look in looks
    ]


def _vintage_of(datum: Datum) -> Period | None:
    """Look at the version."""
    return datum.observation.vintage


def _vintage(one: Period | None, other: Period | None) -> Answer:
    """Figures of one version; one that is not stated is none."""
    if one == other and (one is None or one.known):
        return None
    have, want = (side if side is not None and side.known else None for side in (one, other))
    return CAVEAT, have, want


#: Flags of figures that may change, or that their publisher warns of.
_UNSETTLED: Final = frozenset(
    set(Status) - {Status.BREAK, Status.DEFINITION_DIFFERS, Status.REVISED}
)


def _flags(datum: Datum) -> frozenset[Status]:
    """Look at the flags that warn."""
    return datum.observation.status & _UNSETTLED


def _status(one: frozenset[Status], other: frozenset[Status]) -> Answer:
    """Figures that will not change, and that nobody warns of."""
    return (CAVEAT, one or None, other or None) if one or other else None


def _coverage_of(datum: Datum) -> Period | None:
    """Look at the part of the period that is covered."""
    return datum.observation.covers


def _coverage(one: Period | None, other: Period | None) -> Answer:
    """Figures that cover all of their period, or the same part of it."""
    same = one == other and (one is None or one.known)
    return None if same else (CAVEAT, one, other)


WINDOW: Final = Judged(_period_of, _window, _lengths)
OVERLAP: Final = Judged(_period_of, _overlap)
METHOD_BREAK: Final = Judged(_in_series, _method_break, _sides)
VINTAGE: Final = Judged(_vintage_of, _vintage)
STATUS: Final = Judged(_flags, _status)
COVERAGE: Final = Judged(_coverage_of, _coverage)

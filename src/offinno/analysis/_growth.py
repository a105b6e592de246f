"""How much a figure has changed since an earlier one of its series."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from offinno.analysis._conversion import (
    DIGITS,
    MOST_WORKED_OUT,
    Convertible,
    indicator_of,
    key_with,
)
from offinno.analysis._crossing import (
    NOTHING_CROSSED,
    Cross,
    crossed_note,
    reasons_of,
    with_notes,
)
from offinno.analysis._earlier import Earlier, earlier
from offinno.analysis._grown import Asked, Grown, Rows, grown
from offinno.analysis._money import refusal
from offinno.analysis._series import input_of
from offinno.model import (
    Datum,
    Derivation,
    Indicator,
    Input,
    Method,
    Note,
    Observation,
    Observations,
    Sample,
)
from offinno.units import Kind, Points, Ratio, Share, Unit
from offinno.values import Missing, MissingReason, Period, Value

_VERB: Final = "take the growth of"
_LEVELS: Final = frozenset({Kind.MONEY, Kind.COUNT, Kind.INDEX, Kind.PER, Kind.PHYSICAL})
_NOT_STATED: Final = Missing(MissingReason.NOT_STATED)


def growth(
    x: Convertible,
    *,
    over: int | str | Period | None = None,
    cross: Cross = NOTHING_CROSSED,
) -> Convertible:
    """Return how much a figure, or each figure of an indicator, has changed since an earlier one.

    Amounts, counts, indexes and rates grow by so many per cent of what they were; shares and
    ratios change by so many percentage points, as per cent of per cent is misread. Figures of
    one area, breakdown and vintage follow each other; of an indicator with several vintages,
    each grows on its own.

    A break in method between the two stops it, as does a row that is flagged as a break: within
    an indicator the result is missing there, with what changed as its note; of a single figure
    it is refused. A break with a key may be crossed; the result is flagged, bears a note that
    must be shown, and says the reason in its lineage.

    Where there is nothing to take the growth from, or nothing that can be divided by, it is
    missing: a gap before, a figure below zero, a range, a part of a period. What comes before
    the first figure of a series is no gap, so growth begins with the second. A figure that is
    provisional, estimated or otherwise unsure makes what grows from it or to it that.

    Args:
        x: Levels. Of a single figure, the series it belongs to gives the earlier one.
        over: From when: ``year before``, ``2 years before``, ``quarter before``, ``half-year
            before`` or ``month before``, or one period for all, such as 2015. Without it, the
            period of the same length before.
        cross: Keys of breaks that do not stop it, each with the reason why.

    Returns:
        The same type, in a unit such as ``% change on year before`` or ``pp of workplaces``.

    Raises:
        CannotConvert: If it is a change already, *over* does not suit its periods, or no figure
            has an earlier one.
        UnknownName: If *cross* names a break that the series lacks.
        ManyReferenceFigures: If sources disagree on the earlier figure.
        BrokenSeries: If a break lies between a single figure and the earlier one.
        NoReferenceFigure: If a single figure has no earlier one, or one period for all has none.
        UnfitReferenceFigure: If nothing can be computed from a single figure and the earlier one.
        PartialReference: If one of the two covers only a part of its period.

    >>> from offinno.datasets import series
    >>> inflation = growth(series("cpi"))
    >>> print(inflation.unit, len(inflation))
    % change on year before 15
    >>> print(f"{growth(series('cpi').at(period=2019)).number.magnitude:.1f}")
    2.2
    """
    given = indicator_of(x).settled()
    if given.unit.kind not in _LEVELS and not isinstance(given.unit, Share | Ratio):
        raise refusal(_VERB, given, "only levels grow; take it from the figures behind it")
    since = earlier(given, over)
    if isinstance(since, str):
        raise refusal(_VERB, given, since)
    if since.fixed is not None and since.fixed not in given.periods:
        raise refusal(_VERB, given, f"it has no figure of {since.fixed}")
    asked = Asked(
        given=given,
        unit=_unit(given.unit, since),
        since=since,
        reasons=reasons_of(cross, (change.key for change in given.breaks)),
        strict=isinstance(x, Datum),
    )
    if isinstance(x, Datum):
        return _result(asked, [x.observation]).data()[0]
    return _result(asked, given.observations)


def _unit(given: Unit, since: Earlier) -> Unit:
    """Return the unit of the result: points of a share or ratio, else per cent of what it was."""
    match given:
        case Share():
            return Points(given.whole)
        case Ratio():
            return Points(given.to)
        case _:
            return since.unit


def _result(asked: Asked, rows: Iterable[Observation]) -> Indicator:
    """Return the growth of some rows of an indicator as an indicator of its own."""
    given, known = asked.given, Rows.of(asked.given)
    found = [one for row in rows if (one := grown(row, known, asked)) is not None]
    if not found:
        problem = "no figure has an earlier one in its series and vintage"
        raise refusal(_VERB, given, problem)
    crossed = [change for change in given.breaks if any(change in one.crossed for one in found)]
    notes = with_notes(given.notes, crossed, asked.reasons)
    return attrs.evolve(
        given,
        key=key_with(given.key, "change" if asked.in_points else "growth"),
        unit=asked.unit,
        measuring=None,
        sample=_sample(given),
        notes=(*given.notes, *notes.values()),
        series=_series(given),
        lineage=_lineage(asked, found, [change.key for change in crossed]),
        observations=Observations.of(asked.unit, [_row(one, notes) for one in found]),
    )


def _row(one: Grown, notes: Mapping[str, Note]) -> Observation:
    """Return the row of a result, with the notes of both figures and of what was crossed."""
    marks = [] if one.before is None else list(one.before.notes)
    marks += [notes[change.key].mark for change in one.crossed]
    every = dict.fromkeys((*one.row.notes, *marks))
    return attrs.evolve(one.row, notes=tuple(every))


def _sample(given: Indicator) -> Sample | Missing | None:
    """Return who answered, where that is the same of all figures."""
    own = any(extra.sample is not None for _, extra in given.observations.extras)
    return _NOT_STATED if own else given.sample


def _series(given: Indicator) -> Period | None:
    """Return the time that the series spans: its breaks may lie before the first growth."""
    if given.span is None or not given.breaks:
        return None
    first, last = given.span
    return given.series or Period(f"{first.isoformat()}/{last.isoformat()}")


def _lineage(asked: Asked, found: list[Grown], crossed: list[str]) -> Derivation | None:
    """Return both figures behind each growth, of very many behind the first and the last."""
    steps = [one for one in found if one.before is not None]
    if not steps:
        return None
    held = steps if len(steps) <= MOST_WORKED_OUT else [steps[0], steps[-1]]
    return Derivation(
        method=Method.DIFFERENCE if asked.in_points else Method.GROWTH,
        inputs=[part for one in held for part in _inputs(asked.given, one)],
        digits=DIGITS if any(one.rounded for one in steps) else None,
        note=crossed_note(asked.reasons, crossed),
    )


def _inputs(given: Indicator, one: Grown) -> Iterator[Input]:
    """Return the later figure and the earlier one."""
    for row in (one.now, one.before):
        assert row is not None  # those without an earlier one are left out
        assert isinstance(row.value, Value)  # and so are those without a number
        yield input_of(given, row, row.value)

"""The growth between two rows of a series, or why there is none."""

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Final, final

import attrs

from offinno.analysis._crossing import between
from offinno.analysis._earlier import Earlier, Place, place_of
from offinno.analysis._errors import (
    BrokenSeries,
    ManyReferenceFigures,
    NoReferenceFigure,
    PartialReference,
    UnfitReferenceFigure,
)
from offinno.analysis._series import handed_on
from offinno.exceptions import OffinnoError
from offinno.language import Text
from offinno.model import Break, Evidence, Indicator, Observation, Status
from offinno.units import Kind, Unit
from offinno.values import Missing, MissingReason, Period, Qualifier, Value
from offinno.values._qualifier import MIRRORED, divided, joined

_PER_CENT: Final = 100
_DIGITS: Final = 15
_DECIMALS: Final = 22
_ROUND: Final = Context(prec=_DIGITS, rounding=ROUND_HALF_EVEN, Emax=999, Emin=-999)
_WIDE: Final = Context(prec=99, rounding=ROUND_HALF_EVEN, Emax=999, Emin=-999)
#: What was said of a level and does not hold of its growth.
_OF_THE_LEVEL: Final = frozenset({Status.NOT_SIGNIFICANT})

#: What the figures of one series share: territory, breakdowns, and the vintage if there is one.
_Series = tuple[str, tuple[tuple[str, str], ...], str | None]


@final
@attrs.frozen(kw_only=True, eq=False)
class Asked:
    """What growth is asked for."""

    #: The indicator, settled.
    given: Indicator
    #: The unit of the result.
    unit: Unit
    #: From when.
    since: Earlier
    #: The reasons for crossing breaks, by key.
    reasons: Mapping[str, Text]
    #: Whether what cannot be had is refused, not missing.
    strict: bool

    @property
    def in_points(self) -> bool:
        """Whether the result is a difference in percentage points."""
        return self.unit.kind is Kind.POINTS


@final
@attrs.frozen(kw_only=True)
class Grown:
    """A row of the result, and what it was made from."""

    #: The row.
    row: Observation
    #: The later figure.
    now: Observation
    #: The earlier one; None where the result is missing.
    before: Observation | None = None
    #: The breaks that were crossed.
    crossed: tuple[Break, ...] = ()
    #: Whether digits were rounded away.
    rounded: bool = False


@final
@attrs.frozen(kw_only=True)
class _Stop:
    """Why there is no growth: what stands in its place, and the error for a single figure."""

    missing: Missing
    error: OffinnoError
    #: Quality flags of the row.
    status: frozenset[Status] = frozenset()


@final
@attrs.frozen(kw_only=True, eq=False)
class Rows:
    """The rows of an indicator by series and period."""

    by_period: dict[tuple[_Series, str], list[Observation]] = attrs.field(factory=dict)
    first: dict[_Series, Place] = attrs.field(factory=dict)
    flagged: dict[_Series, list[Period]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, given: Indicator) -> "Rows":
        """Return the rows of an indicator for looking up."""
        found = cls()
        for row in given.observations:
            series, place = _series(row), place_of(row.period)
            found.by_period.setdefault((series, row.period.text), []).append(row)
            found.first[series] = min(place, found.first.get(series, place))
            if Status.BREAK in row.status:
                found.flagged.setdefault(series, []).append(row.period)
        return found

    def flag_between(self, row: Observation, before: Period) -> Period | None:
        """Return the period of a row that is flagged as a break, where the other lies before it."""
        low, high = sorted((place_of(before), place_of(row.period)))
        flags = self.flagged.get(_series(row), ())
        return next((flag for flag in flags if low < place_of(flag) <= high), None)


def _series(row: Observation) -> _Series:
    """Return what the figures of one series share."""
    return row.area.code, row.breakdowns, None if row.vintage is None else row.vintage.text


def grown(row: Observation, rows: Rows, asked: Asked) -> Grown | None:
    """Return the growth to a row.

    None where its series begins with it, and where it is what all others are held against.
    """
    before = asked.since.of(row.period)
    if before == row.period or (not asked.strict and _is_outside(row, before, rows, asked)):
        return None
    found = _found(row, before, rows, asked)
    if not isinstance(found, _Stop):
        return found
    if asked.strict:
        raise found.error
    bare = attrs.evolve(row, value=found.missing, as_printed=None, status=row.status | found.status)
    return Grown(row=bare if row.sample is None else attrs.evolve(bare, sample=None), now=row)


def _is_outside(row: Observation, before: Period | None, rows: Rows, asked: Asked) -> bool:
    """Return whether a series has not yet begun where its growth would be taken from."""
    if asked.since.fixed is not None:
        return False
    first = rows.first[_series(row)]
    return place_of(row.period) == first if before is None else place_of(before) < first


def _found(row: Observation, before: Period | None, rows: Rows, asked: Asked) -> Grown | _Stop:
    """Return the growth to a row, or why there is none."""
    if isinstance(row.value, Missing):
        return _none(row, row.value, asked)
    if before is None:
        return _none(row, None, asked)
    lying = between(asked.given.breaks, before, row.period)
    if (stop := _broken(row, before, lying, rows, asked)) is not None:
        return stop
    one = _one(row, before, rows, asked)
    if one is None or isinstance(one.value, Missing):
        return _none(
            row, one.value if one and isinstance(one.value, Missing) else None, asked, before
        )
    return _between(row, one, lying, asked)


def _none(
    row: Observation, missing: Missing | None, asked: Asked, period: Period | None = None
) -> _Stop:
    """Say that one of the two figures is not there."""
    about = row.period if period is None else period
    remedy = (
        "the series has none to take the growth from"
        if missing is None
        else f"it is {missing.reason.value}"
    )
    error = NoReferenceFigure(
        series=asked.given.key, area=row.area.code, period=about.text, remedy=remedy
    )
    return _Stop(missing=missing or Missing(MissingReason.NOT_STATED), error=error)


def _broken(
    row: Observation, before: Period, lying: tuple[Break, ...], rows: Rows, asked: Asked
) -> _Stop | None:
    """Return the break that stops it, if one does; one that is only flagged has no key."""
    open_ = [change for change in lying if change.key not in asked.reasons]
    flag = None if lying else rows.flag_between(row, before)
    if not open_ and flag is None:
        return None
    key = open_[0].key if open_ else str(flag)
    error = BrokenSeries(
        series=asked.given.key,
        at=key,
        one=before.text,
        other=row.period.text,
        crossable=bool(open_),
    )
    why = open_[0].changed if open_ else None
    missing = Missing(MissingReason.NOT_APPLICABLE, why)
    return _Stop(missing=missing, error=error, status=frozenset({Status.BREAK}))


def _one(row: Observation, before: Period, rows: Rows, asked: Asked) -> Observation | None:
    """Return the earlier row; of several, the one from the same source."""
    found = rows.by_period.get((_series(row), before.text), [])
    if len(found) > 1:
        source = asked.given.source_for(row)
        same = [one for one in found if asked.given.source_for(one) == source]
        if not same:
            raise ManyReferenceFigures(series=asked.given.key, period=before.text, found=len(found))
        found = same
    return found[0] if found else None


def _between(
    now: Observation, before: Observation, lying: tuple[Break, ...], asked: Asked
) -> Grown | _Stop:
    """Return the growth from one row to another, if it can be computed."""
    for row in (now, before):
        if row.covers is not None:
            error = PartialReference(
                series=asked.given.key, period=row.period.text, covers=row.covers.text
            )
            return _Stop(missing=Missing(MissingReason.NOT_APPLICABLE), error=error)
        if problem := _problem(row, now, asked):
            return _unfit(row, problem, asked)
    if _described(now, asked) != _described(before, asked):
        return _unfit(now, f"it describes others than that of {before.period}", asked)
    assert isinstance(now.value, Value)  # anything else has a problem
    assert isinstance(before.value, Value)
    qualifier = _qualifier(now.value, before.value, asked)
    if qualifier is None:
        problem = f"with {before.value} before, it may have risen or fallen"
        return _unfit(now, problem, asked, MissingReason.TOO_UNCERTAIN)
    number, rounded = _number(now.value, before.value, asked)
    return Grown(
        row=_row(now, before, Value(number, asked.unit, qualifier), lying),
        now=now,
        before=before,
        crossed=lying,
        rounded=rounded,
    )


def _problem(row: Observation, now: Observation, asked: Asked) -> str | None:
    """Say what makes a figure unfit; None where nothing does."""
    value = row.value
    if not isinstance(value, Value):
        return "a single number is needed"
    if asked.in_points:
        return None
    if value.magnitude < 0:
        return "what is below zero does not grow by per cent; take the difference"
    if row is not now and not value.magnitude:
        return "nothing grows from zero by per cent; take the difference"
    return None


def _described(row: Observation, asked: Asked) -> object:
    """Return whom a figure describes and what was asked."""
    given = asked.given
    population = given.population if row.population is None else row.population
    return population, given.question if row.question is None else row.question


def _unfit(
    row: Observation,
    problem: str,
    asked: Asked,
    reason: MissingReason = MissingReason.NOT_APPLICABLE,
) -> _Stop:
    """Say that nothing can be computed with a figure."""
    error = UnfitReferenceFigure(
        series=asked.given.key, period=row.period.text, value=str(row.value), problem=problem
    )
    return _Stop(missing=Missing(reason), error=error)


def _qualifier(now: Value, before: Value, asked: Asked) -> Qualifier | None:
    """Return how exactly the growth is known; None where its direction is not."""
    if asked.in_points:
        return joined(now.qualifier, MIRRORED[before.qualifier])
    return divided((now.qualifier, now.magnitude), (before.qualifier, before.magnitude))


def _number(now: Value, before: Value, asked: Asked) -> tuple[Decimal, bool]:
    """Return the growth with 15 significant digits, and whether any were rounded away."""
    if asked.in_points:
        wide = _WIDE.subtract(now.magnitude, before.magnitude)
        exact, found = Fraction(wide), _ROUND.plus(wide)
    else:
        exact = (Fraction(now.magnitude) / Fraction(before.magnitude) - 1) * _PER_CENT
        found = _ROUND.divide(Decimal(exact.numerator), Decimal(exact.denominator))
    exponent = found.as_tuple().exponent
    assert isinstance(exponent, int)  # a finite number has one
    if exponent < -_DECIMALS:
        found = found.quantize(Decimal((0, (1,), -_DECIMALS)), context=_WIDE)
    return found, Fraction(found) != exact


def _row(
    now: Observation, before: Observation, value: Value, crossed: tuple[Break, ...]
) -> Observation:
    """Return the row of the result: flags of both figures, nothing that was said of the level."""
    flags = (now.status - _OF_THE_LEVEL) | handed_on(before.status)
    return attrs.evolve(
        now,
        value=value,
        status=flags | ({Status.BREAK} if crossed else set()),
        symbol=None,
        evidence=Evidence.DERIVED,
        as_printed=None,
        sample=None,
    )

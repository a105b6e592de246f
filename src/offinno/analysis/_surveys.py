"""How far a share from a survey may be off: its interval, and whether two differ at all."""

from collections.abc import Mapping
from math import isfinite
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.analysis._answers import answers_behind, level_of, refusal, share_in
from offinno.analysis._money import country_of
from offinno.analysis._score import (
    difference_ends,
    outward,
    p_value,
    pooled_z,
    quantile,
    share_ends,
)
from offinno.model import Comparison, Contradiction, Datum
from offinno.values import Counted, Interval, Number, Value

_WILSON: Final = "Wilson"
_NEWCOMBE: Final = "Newcombe"


@final
@attrs.frozen(kw_only=True)
class Difference(Frozen):
    """How far two shares from surveys are apart, and how sure that is; from `difference_test`.

    Raises:
        Contradiction: If there are not two figures, the value has no interval, or z or p is
            impossible.
    """

    #: The two figures in the order given, and what speaks against holding them side by side.
    comparison: Comparison
    #: The first less the second in percentage points, with its interval.
    value: Value
    #: The difference in standard errors, these taken from both samples together.
    z: float
    #: How often chance alone makes a difference as large in samples as large, from 0 to 1.
    p: float

    def __attrs_post_init__(self) -> None:
        """Check the parts."""
        if len(self.comparison.members) != 2:  # noqa: PLR2004 - a difference has two sides
            raise Contradiction("difference", "it is one of two figures")
        if self.value.interval is None:
            raise Contradiction("difference", "its value needs an interval")
        if not (isfinite(self.z) and 0 <= self.p <= 1):
            raise Contradiction("difference", f"z = {self.z}, p = {self.p} is impossible")

    @property
    def one(self) -> Datum:
        """The figure that the other is taken from."""
        return self.comparison.members[0]

    @property
    def other(self) -> Datum:
        """The figure that is taken from it."""
        return self.comparison.members[1]

    @property
    def interval(self) -> Interval:
        """The span in which the true difference lies, in percentage points."""
        assert self.value.interval is not None  # checked when made
        return self.value.interval

    @property
    def within_margin(self) -> bool:
        """Whether there may be no difference at all: the interval holds zero."""
        return self.interval.low <= 0 <= self.interval.high

    def __str__(self) -> str:
        where = "within" if self.within_margin else "outside"
        return f"{self.value}, {where} the margin of error ({self.interval})"


def wilson(share: Datum | Value | Counted, *, n: int | None = None, level: Number = 95) -> Interval:
    """Return the span in which the true share lies, by the score interval of Wilson (1927).

    It is that of a simple random sample of a large population, and knows nothing of answers that
    are missing. The counts behind a share are used where it has them, else the share as it was
    published times n. The ends are rounded away from each other, to one decimal, or for a short
    interval to two significant digits of half its length: no interval is shown too narrow.

    E. B. Wilson: Probable inference, the law of succession, and statistical inference. Journal of
    the American Statistical Association 22 (1927), 209–212.

    Args:
        share: A figure from a survey, which brings its own n; bare counts; or a bare value.
        n: How many answers a bare value rests on; of weighted answers the effective number.
        level: Level of confidence in per cent, from 50 to 99.99.

    Raises:
        CannotEstimate: If it is no exact share, n is not known or given twice, no sample was
            drawn, answers were weighted, or the level is none.
        BadNumber: If the level is no number.

    >>> from offinno.values import Counted
    >>> print(wilson(Counted(81, 263)))
    25.5 to 36.7 (95 %)
    """
    confidence = level_of(share, level)
    found = answers_behind(share, n)
    low, high = outward(share_ends(found, quantile(confidence)))
    return Interval(low=low, high=high, level=confidence, method=_WILSON)


def with_interval(datum: Datum, *, level: Number = 95) -> Datum:
    """Return a figure from a survey with its interval, which says by which method it was found.

    Raises:
        CannotEstimate: If it has an interval already, for its publisher knows the survey better;
            if it was rounded so much that it lies outside; or for a reason that `wilson` has.
        BadNumber: If the level is no number.

    >>> from offinno.language import vocabulary
    >>> from offinno.model import Indicator, Observation, Observations, Population, Sample
    >>> from offinno.units import parse_unit
    >>> unit = parse_unit("% of workplaces")
    >>> asked = Indicator(
    ...     key="asked", title="Asked", definition="Said yes", unit=unit,
    ...     population=Population(unit=vocabulary()["workplaces"]), sample=Sample(n=400),
    ...     observations=Observations.of(
    ...         unit, [Observation(area="NO", period=2018, value=Value(50, unit))]
    ...     ),
    ... )
    >>> print(with_interval(asked.at()).number.interval)
    45.1 to 54.9 (95 %)
    """
    if share_in(datum).interval is not None:
        raise refusal(datum, "it has an interval already, from who knows how the survey was made")
    interval = wilson(datum, level=level)
    if not interval.low <= datum.number.magnitude <= interval.high:
        raise refusal(datum, f"it was rounded so much that it lies outside {interval}")
    these, at = datum.indicator.observations, datum.row
    beside = dict(these.extras) | {at: attrs.evolve(these.beside(at), interval=interval)}
    rows = attrs.evolve(these, extras=sorted(beside.items(), key=lambda pair: pair[0]))
    return Datum(attrs.evolve(datum.indicator, observations=rows), rows[at])


def difference_test(
    one: Datum,
    other: Datum,
    *,
    level: Number = 95,
    allow: Mapping[str, str] | None = None,
) -> Difference:
    """Return how far *one* is from *other*, and whether that is within the margin of error.

    The samples must be independent of each other. Two figures of one sample are refused where
    that can be seen; a panel that is asked twice is for you to know. The interval is the hybrid
    score interval, method 10 of Newcombe (1998), rounded as that of `wilson` is; z and p are those
    of the test of two proportions with pooled variance. Whether the difference is within the
    margin is what the interval says, so that nobody reads one thing and sees another; close to
    the margin p may fall on the other side.

    R. G. Newcombe: Interval estimation for the difference between independent proportions.
    Statistics in Medicine 17 (1998), 873–890.

    Args:
        one: A share from a survey.
        other: A share that it may be compared with.
        level: Level of confidence in per cent, from 50 to 99.99.
        allow: Rules of comparability that are overridden, each with the reason why.

    Raises:
        NotComparable: If the two may not be compared.
        CannotEstimate: If `wilson` would refuse one of them, or both rest on one sample.
        Contradiction: If the two do not differ in area, period, indicator or category, or in
            several of these.
        IncompatibleUnits: If they are shares of different wholes, and that was overridden.
        BadNumber: If the level is no number.

    >>> from offinno.language import vocabulary
    >>> from offinno.model import Indicator, Observation, Observations, Population, Sample
    >>> from offinno.units import parse_unit
    >>> unit, sample = parse_unit("% of workplaces"), Sample(n=400)
    >>> rows = [
    ...     Observation(area=area, period=2018, value=Value(share, unit), sample=sample)
    ...     for area, share in {"NO": 50, "SE": 54}.items()
    ... ]
    >>> asked = Indicator(
    ...     key="asked", title="Asked", definition="Said yes", unit=unit,
    ...     population=Population(unit=vocabulary()["workplaces"]),
    ...     observations=Observations.of(unit, rows),
    ... )
    >>> print(difference_test(asked.at(area="SE"), asked.at(area="NO")))
    4 pp of workplaces, within the margin of error (-3.0 to 10.9 (95 %))
    """
    confidence = level_of(one, level)
    share_in(one), share_in(other)
    comparison = Comparison(
        members=(one, other), along=_along(one, other), reference_at=1, allowed=allow or {}
    )
    points = comparison.difference(*comparison.names)
    mine, theirs = answers_behind(one, None), answers_behind(other, None)
    _check_independent(one, other, same_size=mine.n == theirs.n)
    low, high = outward(difference_ends(mine, theirs, quantile(confidence)))
    if not low <= points.magnitude <= high:
        problem = f"both were rounded so much that {points} lies outside {low} to {high}"
        raise refusal(one, problem)
    interval = Interval(low=low, high=high, level=confidence, method=_NEWCOMBE)
    z = pooled_z(mine, theirs)
    value = attrs.evolve(points, interval=interval)
    return Difference(comparison=comparison, value=value, z=z, p=p_value(z))


def _along(one: Datum, other: Datum) -> str:
    """Return along what two figures differ."""
    if one.area != other.area:
        return "area"
    if one.period != other.period:
        return "period"
    if one.indicator.key != other.indicator.key:
        return "indicator"
    theirs = dict(other.observation.breakdowns)
    pairs = one.observation.breakdowns
    return next((name for name, category in pairs if theirs.get(name) != category), "area")


def _check_independent(one: Datum, other: Datum, *, same_size: bool) -> None:
    """Check that two figures do not rest on the same answers, as far as that can be seen."""
    codes = (one.area.code, other.area.code)
    if codes[0] != codes[1] and (
        country_of(codes[0]) == codes[1] or country_of(codes[1]) == codes[0]
    ):
        problem = f"{codes[0]} and {codes[1]} share answers, for the one lies in the other"
        raise refusal(one, f"{problem}; compare with the rest instead")
    together = one.area == other.area and one.period == other.period
    if together and same_size and one.sample == other.sample:
        problem = f"{other.reference} rests on the same answers"
        raise refusal(one, f"{problem}, and the test is for two independent samples")

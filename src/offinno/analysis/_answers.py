"""How many answers a share from a survey rests on, as far as it says so itself."""

from decimal import Decimal
from typing import Final, final

import attrs

from offinno.analysis._score import Answers, answers_of
from offinno.exceptions import OffinnoError, shortened
from offinno.model import Datum, Population, Sample
from offinno.units import Share
from offinno.values import (
    Counted,
    Missing,
    MissingReason,
    Number,
    Qualifier,
    Value,
    exact_decimal,
)

#: Levels in per cent; 0.95 is below, and so is no level by mistake.
_LOWEST: Final = Decimal(50)
_HIGHEST: Final = Decimal("99.99")
#: More answers than there can be; the bound of `Counted`.
_TOO_MANY: Final = 10**18


@final
@attrs.frozen
class CannotEstimate(OffinnoError, ValueError):
    """A figure of which the margin of error cannot be known from what it carries."""

    #: The figure.
    figure: str
    #: What is wrong and what would be right.
    problem: str

    def __str__(self) -> str:
        """Name the figure and say what is wrong."""
        return f"no margin of error for {shortened(self.figure)!r}: {self.problem}"


def refusal(figure: Datum | Value | Counted, problem: str) -> CannotEstimate:
    """Return why a figure has no margin of error."""
    return CannotEstimate(figure.reference if isinstance(figure, Datum) else str(figure), problem)


def level_of(figure: Datum | Value | Counted, given: Number) -> Decimal:
    """Return a level of confidence in per cent."""
    level = exact_decimal(given)
    if _LOWEST <= level <= _HIGHEST:
        return level
    problem = f"a level is per cent, from {_LOWEST} to {_HIGHEST} such as 95, not {level}"
    raise refusal(figure, problem)


def answers_behind(figure: Datum | Value | Counted, n: int | None) -> Answers:
    """Return how many answers count, of how many."""
    if n is not None and not (isinstance(figure, Value) and figure.counted is None):
        problem = "it brings its own n; give n with a bare value, as in wilson(value, n=1000)"
        raise refusal(figure, problem)
    if isinstance(figure, Counted):
        return _counted(figure)
    value = share_in(figure)
    if isinstance(figure, Datum):
        _check_sample(figure)
    if value.counted is not None:
        return _counted(value.counted)
    size = _size(figure) if isinstance(figure, Datum) else n
    return answers_of(value.magnitude, _checked(figure, size))


def _counted(counts: Counted) -> Answers:
    """Return answers that were counted."""
    return Answers(Decimal(counts.x), counts.of)


def share_in(figure: Datum | Value) -> Value:
    """Return the value of a figure, if it is an exact share."""
    value = figure.value if isinstance(figure, Datum) else figure
    if not isinstance(value, Value):
        raise refusal(figure, "there is no single number")
    if not isinstance(value.unit, Share):
        raise refusal(figure, f"only a share of those asked has one, not {value.unit}")
    if value.qualifier is not Qualifier.EXACT:
        problem = f"it is only known to be {value.qualifier.value} {value.magnitude:f}"
        raise refusal(figure, f"{problem}; find the number itself, or the counts behind it")
    return value


def _check_sample(datum: Datum) -> None:
    """Check that a figure comes from a survey whose answers count alike."""
    sample = datum.sample
    asked = sample is not None or datum.question is not None
    if isinstance(sample, Missing):
        asked = sample.reason is not MissingReason.NOT_APPLICABLE
    if not asked:
        raise refusal(datum, "no sample was drawn, so chance has no part in it")
    if isinstance(sample, Sample) and sample.weighting is not None:
        raise refusal(
            datum,
            "its answers were weighted, and a simple interval would be too narrow; take the "
            "publisher's interval, or its effective n, as in wilson(datum.number, n=1000)",
        )


def _size(datum: Datum) -> int | None:
    """Return how many answers a figure rests on, where that is known."""
    own, sample = datum.observation.sample, datum.sample
    if not isinstance(sample, Sample):
        return None
    if own is None and _is_one_of_many(datum):
        problem = "the sample in the header is that of all figures together"
        raise refusal(datum, f"{problem}; give each row a sample of its own")
    if sample.base is not None:
        return sample.base
    population = datum.population
    if isinstance(population, Population) and population.filters:
        problem = "it describes only some of those who answered"
        raise refusal(datum, f"{problem}; state how many they are, as base of the sample")
    return sample.n


def _is_one_of_many(datum: Datum) -> bool:
    """Return whether an indicator has figures of other groups, areas or times beside this one."""
    indicator = datum.indicator
    broken_down = bool(datum.observation.breakdowns)
    return broken_down or len(indicator.areas) > 1 or len(indicator.periods) > 1


def _checked(figure: Datum | Value, n: int | None) -> int:
    """Return a number of answers, if it is one."""
    if n is None:
        problem = "how many answered is not known; state n or base of its sample"
        raise refusal(figure, problem if isinstance(figure, Datum) else "give n, the answers")
    if type(n) is not int or not 0 < n < _TOO_MANY:
        raise refusal(figure, f"the number of answers is a whole number from 1, not {n!r:.40}")
    return n

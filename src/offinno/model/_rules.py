"""The rules of comparability: each holds one aspect of two figures side by side.

A rule answers with nothing where the two agree, else with a `Reason` that carries the facts and
no sentence. A rule that lacks what it needs answers with a caveat: unknown is never equal.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from offinno._frozen import Frozen
from offinno.model._datum import Datum
from offinno.model._population import Population, Question, Sample
from offinno.units import Money, Unit
from offinno.values import Missing, Period, PeriodForm


class Verdict(Enum):
    """Whether figures may be compared; the later, the worse."""

    COMPARABLE = "comparable"
    CAVEATS = "comparable with caveats"
    NOT_COMPARABLE = "not comparable"

    @property
    def severity(self) -> int:
        """Its place from harmless to forbidding."""
        return list(Verdict).index(self)

    def __str__(self) -> str:
        return self.value


class Rule(Enum):
    """The aspects in which two figures are held against each other."""

    #: Kind of unit, and the whole a share is of.
    UNIT = "unit"
    #: Currency of an amount.
    CURRENCY = "currency"
    #: Current prices, or constant prices of which year.
    PRICE_BASIS = "price-basis"
    #: What the population is made of: workplaces are not municipalities.
    UNIT_OF_COUNT = "unit-of-count"
    #: Sectors covered.
    SECTOR = "sector"
    #: Levels of government covered.
    LEVEL = "level"
    #: What a unit must fulfil to be counted at all.
    FILTER = "filter"
    #: What was asked.
    QUESTION = "question"
    #: Which answers count.
    ANSWERS = "answers"
    #: Length of the period, or of the window a survey asked about.
    WINDOW = "window"
    #: Whether the periods overlap, where time is not what is compared.
    OVERLAP = "overlap"
    #: A break in method between two periods.
    METHOD_BREAK = "method-break"
    #: Whether both are of one version.
    VINTAGE = "vintage"
    #: Whether both samples, and so the margin of error, are known.
    SAMPLE = "sample"
    #: How much of the period a figure covers.
    COVERAGE = "coverage"


@final
@attrs.frozen(kw_only=True, repr=False)
class Reason(Frozen):
    """Why a figure may not, or only with caveats, stand beside another: facts, no sentence."""

    #: The rule that speaks.
    rule: Rule
    #: What it comes to.
    outcome: Verdict
    #: The figure that is held against the reference.
    member: Datum
    #: The reference.
    reference: Datum
    #: What the member has; None where it is not known.
    have: Any = None
    #: What the reference has; None where it is not known.
    want: Any = None
    #: Why the rule was overridden by the user, if it was.
    allowed: str | None = None

    def __str__(self) -> str:
        have, want = _short(self.have), _short(self.want)
        name = self.member.area.label or self.member.area.code
        override = f" (allowed: {self.allowed})" if self.allowed else ""
        return f"{name}: {self.rule.value} is {have}, against {want}{override}"

    def __repr__(self) -> str:
        return f"<Reason {self.rule.value}: {self.outcome}>"


def _short(fact: Any) -> str:  # noqa: ANN401 - facts of any type
    """Return a fact in short, for developers."""
    if fact is None or isinstance(fact, Missing):
        return "not known"
    if isinstance(fact, frozenset):
        return " and ".join(sorted(map(str, fact))) or "all"
    return str(fact)


#: What a rule answers: outcome, what the member has, what the reference has; None for nothing.
Answer = tuple[Verdict, Any, Any] | None
_REFUSED: Final = Verdict.NOT_COMPARABLE
_CAVEAT: Final = Verdict.CAVEATS


def _unit(one: Datum, other: Datum) -> Answer:
    """Units of one kind, relative to one whole."""
    return None if _kind(one.unit) == _kind(other.unit) else (_REFUSED, one.unit, other.unit)


def _kind(unit: Unit) -> Any:  # noqa: ANN401 - compared only
    """Return what must agree in two units whatever their currency."""
    return unit.kind if isinstance(unit, Money) else unit


def _currency(one: Datum, other: Datum) -> Answer:
    """Amounts in one currency, both stated."""
    if not (isinstance(one.unit, Money) and isinstance(other.unit, Money)):
        return None
    same = one.unit.currency == other.unit.currency and one.unit.stated
    return None if same else (_REFUSED, one.unit.currency, other.unit.currency)


def _price_basis(one: Datum, other: Datum) -> Answer:
    """Amounts at the prices of one year; current prices of two years differ in buying power."""
    if not (isinstance(one.unit, Money) and isinstance(other.unit, Money)):
        return None
    if one.unit.basis != other.unit.basis:
        return _REFUSED, one.unit.basis, other.unit.basis
    if one.unit.basis is None and one.period != other.period:
        return _CAVEAT, one.period, other.period
    return None


def _population(aspect: str, outcome: Verdict) -> "Callable[[Datum, Datum], Answer]":
    """Return the rule that one aspect of two populations must agree."""

    def rule(one: Datum, other: Datum) -> Answer:
        have, want = one.population, other.population
        if not (isinstance(have, Population) and isinstance(want, Population)):
            return None if aspect != "unit" else (_CAVEAT, _named(have), _named(want))
        mine, theirs = getattr(have, aspect), getattr(want, aspect)
        return None if mine == theirs else (outcome, mine, theirs)

    return rule


def _named(population: Population | Missing) -> Any:  # noqa: ANN401 - a term, or nothing
    """Return what a population counts, where that is known."""
    return population.unit if isinstance(population, Population) else None


def _question(one: Datum, other: Datum) -> Answer:
    """One question; where only one figure comes from a survey, that is not known."""
    have, want = one.question, other.question
    if have is None or want is None:
        return None if have is want else (_CAVEAT, have, want)
    return None if have.key == want.key else (_REFUSED, have, want)


def _answers(one: Datum, other: Datum) -> Answer:
    """The same answers count."""
    have, want = one.question, other.question
    if not (isinstance(have, Question) and isinstance(want, Question)) or have.key != want.key:
        return None
    return None if have.answers == want.answers else (_REFUSED, have.answers, want.answers)


def _window(one: Datum, other: Datum) -> Answer:
    """Periods of one length."""
    have, want = one.period, other.period
    if have.months is None or want.months is None:
        known = have.form is not PeriodForm.UNKNOWN and want.form is not PeriodForm.UNKNOWN
        return None if have == want and known else (_CAVEAT, have, want)
    return None if have.months == want.months else (_REFUSED, have, want)


def _overlap(one: Datum, other: Datum) -> Answer:
    """Periods that share time, where figures of different areas or groups are compared."""
    have, want = one.period, other.period
    if have == want and have.known:
        return None
    overlap = have.overlaps(want)
    if overlap is None:
        return _CAVEAT, have, want
    return None if overlap else (_REFUSED, have, want)


def _method_break(one: Datum, other: Datum) -> Answer:
    """No break between the two periods in the series of either."""
    for break_ in (*one.indicator.breaks, *other.indicator.breaks):
        if _between(break_.at, one.period, other.period):
            return _REFUSED, break_, None
    return None


def _between(at: Period, one: Period, other: Period) -> bool:
    """Return whether a break at *at* parts two periods."""
    if not (at.start and one.end and other.end):
        return False
    return (one.end < at.start) != (other.end < at.start)


def _vintage(one: Datum, other: Datum) -> Answer:
    """Figures of one version."""
    have, want = one.observation.vintage, other.observation.vintage
    return None if have == want else (_CAVEAT, have, want)


def _sample(one: Datum, other: Datum) -> Answer:
    """Survey figures of which it is known how many answered."""
    if one.question is None and other.question is None:
        return None
    have, want = _answered(one.sample), _answered(other.sample)
    return None if have is not None and want is not None else (_CAVEAT, have, want)


def _answered(sample: Sample | Missing | None) -> int | None:
    """Return how many answered, where that is known."""
    if not isinstance(sample, Sample):
        return None
    return sample.n if sample.base is None else sample.base


def _coverage(one: Datum, other: Datum) -> Answer:
    """Figures that cover all of their period, or the same part of it."""
    have, want = one.observation.covers, other.observation.covers
    return None if have == want else (_CAVEAT, have, want)


#: The rules in the order in which reasons are listed.
RULES: Final[Mapping[Rule, Callable[[Datum, Datum], Answer]]] = MappingProxyType(
    {
        Rule.UNIT: _unit,
        Rule.CURRENCY: _currency,
        Rule.PRICE_BASIS: _price_basis,
        Rule.UNIT_OF_COUNT: _population("unit", _REFUSED),
        Rule.SECTOR: _population("sectors", _REFUSED),
        Rule.LEVEL: _population("levels", _REFUSED),
        Rule.FILTER: _population("filters", _REFUSED),
        Rule.QUESTION: _question,
        Rule.ANSWERS: _answers,
        Rule.WINDOW: _window,
        Rule.OVERLAP: _overlap,
        Rule.METHOD_BREAK: _method_break,
        Rule.VINTAGE: _vintage,
        Rule.SAMPLE: _sample,
        Rule.COVERAGE: _coverage,
    }
)


def reasons(member: Datum, reference: Datum, rules: tuple[Rule, ...]) -> tuple[Reason, ...]:
    """Return what speaks against comparing *member* with *reference*, rule by rule."""
    found = ((rule, RULES[rule](member, reference)) for rule in rules)
    return tuple(
        Reason(
            rule=rule,
            outcome=answer[0],
            member=member,
            reference=reference,
            have=answer[1],
            want=answer[2],
        )
        for rule, answer in found
        if answer is not None
    )

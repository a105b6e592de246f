"""The rules of comparability: each holds one aspect of two figures side by side.

A rule answers with nothing where the two agree, else with a `Reason` that carries the facts and
no sentence. A rule that lacks what it needs answers with a caveat: unknown is never equal.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, Literal, final

import attrs

from offinno.exceptions import UnknownName
from offinno.language import Term, checked_text
from offinno.model._checks import optional_words, pairs_of
from offinno.model._datum import Datum
from offinno.model._dimension import Break
from offinno.model._population import Population, Question, Sample
from offinno.model._typed import Typed
from offinno.units import Kind, Money, Per, Physical, PriceBasis, Unit
from offinno.values import Missing, MissingReason, Period, PeriodForm


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


def overrides_of(
    given: Mapping[str, str] | Iterable[tuple[str, str]],
) -> tuple[tuple[str, str], ...]:
    """Return overridden rules as pairs, each with the reason why.

    Raises:
        UnknownName: If there is no such rule.
        UnsafeText: If no reason is given that can be shown.

    >>> overrides_of({"window": "the survey asks about habits"})
    (('window', 'the survey asks about habits'),)
    """
    known = tuple(rule.value for rule in Rule)
    pairs = pairs_of(given)
    for name, why in pairs:
        if name not in known:
            raise UnknownName("rule of comparability", str(name), known)
        checked_text(why)
    return pairs


#: What a figure has in one aspect; None where it is not known, or there is nothing.
Fact = Unit | str | int | Period | PriceBasis | Term | frozenset[Term] | Question | Break | None


@final
@attrs.frozen(kw_only=True, repr=False)
class Reason(Typed):
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
    have: Fact = None
    #: What the reference has; None where it is not known.
    want: Fact = None
    #: Why the rule was overridden by the user, if it was.
    allowed: str | None = attrs.field(default=None, converter=optional_words)

    @property
    def facts(self) -> str:
        """What the two figures have, in short, for developers."""
        override = f" (allowed: {self.allowed})" if self.allowed else ""
        return f"{self.rule.value} is {_short(self.have)}, against {_short(self.want)}{override}"

    def __str__(self) -> str:
        return f"{self.member.area.label or self.member.area.code}: {self.facts}"

    def __repr__(self) -> str:
        return f"<Reason {self.rule.value}: {self.outcome}>"


def _short(fact: Fact) -> str:
    """Return a fact in short, for developers."""
    if fact is None:
        return "not known"
    if isinstance(fact, Question):
        return fact.key
    if isinstance(fact, Break):
        return f"{fact.key} at {fact.at}"
    if isinstance(fact, frozenset):
        return " and ".join(sorted(map(str, fact))) or "all"
    return str(fact)


#: What a rule answers: outcome, what the member has, what the reference has; None for nothing.
Answer = tuple[Verdict, Fact, Fact] | None
_REFUSED: Final = Verdict.NOT_COMPARABLE
_CAVEAT: Final = Verdict.CAVEATS


def _unit(one: Datum, other: Datum) -> Answer:
    """Units of one kind, relative to one whole; what a fixed factor converts is one kind."""
    return None if _kind(one.unit) == _kind(other.unit) else (_REFUSED, one.unit, other.unit)


def _kind(unit: Unit) -> object:
    """Return what must agree in two units whatever their currency and scale."""
    match unit:
        case Money():
            return Kind.MONEY
        case Physical():
            return unit.definition.dimension
        case Per() if not (isinstance(unit.above, Money) and isinstance(unit.below, Money)):
            return _kind(unit.above), _kind(unit.below)
        case _:
            return unit


def _money(unit: Unit) -> Money | None:
    """Return the money that a unit is made of; an exchange rate is made of none alone."""
    if isinstance(unit, Per):
        sides = [side for side in (unit.above, unit.below) if isinstance(side, Money)]
        return sides[0] if len(sides) == 1 else None
    return unit if isinstance(unit, Money) else None


def _currency(one: Datum, other: Datum) -> Answer:
    """Amounts in one currency, both stated."""
    have, want = _money(one.unit), _money(other.unit)
    if have is None or want is None or (have.currency == want.currency and have.stated):
        return None
    return _REFUSED, have.currency, want.currency


def _price_basis(one: Datum, other: Datum) -> Answer:
    """Amounts at the prices of one year; current prices of two years differ in buying power."""
    have, want = _money(one.unit), _money(other.unit)
    if have is None or want is None:
        return None
    if have.basis != want.basis:
        return _REFUSED, have.basis, want.basis
    if have.basis is None and one.period != other.period:
        return _CAVEAT, one.period, other.period
    return None


def _unit_of_count(one: Datum, other: Datum) -> Answer:
    """Populations of the same things; workplaces are not municipalities."""
    have, want = one.population, other.population
    if isinstance(have, Population) and isinstance(want, Population):
        return None if have.unit == want.unit else (_REFUSED, have.unit, want.unit)
    return _CAVEAT, _named(have), _named(want)


def _covered(aspect: Literal["sectors", "levels"]) -> "Callable[[Datum, Datum], Answer]":
    """Return the rule that two populations cover the same sectors or levels, where known."""

    def rule(one: Datum, other: Datum) -> Answer:
        have, want = one.population, other.population
        if not (isinstance(have, Population) and isinstance(want, Population)):
            return None
        mine, theirs = getattr(have, aspect), getattr(want, aspect)
        return None if mine == theirs else (_REFUSED, mine, theirs)

    return rule


def _named(population: Population | Missing) -> Term | None:
    """Return what a population counts, where that is known."""
    return population.unit if isinstance(population, Population) else None


def _filter(one: Datum, other: Datum) -> Answer:
    """The same filters; a category of a breakdown that the other lacks is one."""
    have, want = _parts(one, other), _parts(other, one)
    mine, theirs = one.population, other.population
    if isinstance(mine, Population) and isinstance(theirs, Population):
        have, want = have | mine.filters, want | theirs.filters
    return None if have == want else (_REFUSED, have, want)


def _parts(datum: Datum, other: Datum) -> frozenset[Term]:
    """Return the categories of a figure in dimensions by which the other is not broken down."""
    shared = dict(other.observation.breakdowns)
    return frozenset(
        datum.indicator.dimension(name).category(key)
        for name, key in datum.observation.breakdowns
        if name not in shared
    )


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
    if have.months is not None and want.months is not None:
        return None if have.months == want.months else (_REFUSED, have, want)
    same = have == want and have.form is not PeriodForm.UNKNOWN
    return None if same or _days(have) == _days(want) is not None else (_CAVEAT, have, want)


def _days(period: Period) -> int | None:
    """Return how many days a date or span has, where that is known."""
    if period.start is None or period.end is None or period.form not in _OF_DAYS:
        return None
    return (period.end - period.start).days + 1


_OF_DAYS: Final = frozenset({PeriodForm.DATE, PeriodForm.SPAN})


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
    breaks = (*one.indicator.breaks, *other.indicator.breaks)
    parted = [(change, change.parts(one.period, other.period)) for change in breaks]
    for change, parts in parted:
        if parts:
            return _REFUSED, change, None
    unknown = next((change for change, parts in parted if parts is None), None)
    return None if unknown is None else (_CAVEAT, unknown, None)


def _vintage(one: Datum, other: Datum) -> Answer:
    """Figures of one version."""
    have, want = one.observation.vintage, other.observation.vintage
    return None if have == want else (_CAVEAT, have, want)


def _sample(one: Datum, other: Datum) -> Answer:
    """Survey figures of which it is known how many answered."""
    if not (_surveyed(one) or _surveyed(other)):
        return None
    have, want = _answered(one.sample), _answered(other.sample)
    return None if have is not None and want is not None else (_CAVEAT, have, want)


def _surveyed(datum: Datum) -> bool:
    """Return whether a figure is known to come from a survey."""
    sample = datum.sample
    if isinstance(sample, Missing):
        return sample.reason is not MissingReason.NOT_APPLICABLE
    return sample is not None or datum.question is not None


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
        Rule.UNIT_OF_COUNT: _unit_of_count,
        Rule.SECTOR: _covered("sectors"),
        Rule.LEVEL: _covered("levels"),
        Rule.FILTER: _filter,
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

"""The rules on what is measured, and of whom: units, definitions and populations."""

from collections.abc import Hashable, Sequence
from typing import Final, NamedTuple

from offinno.language import Term, Text
from offinno.model._datum import Datum
from offinno.model._judged import CAVEAT, REFUSED, Answer, Judged
from offinno.model._population import Population
from offinno.model._status import Adjustment, Measuring, Status
from offinno.units import Kind, Money, Per, Physical, Unit
from offinno.values import Period


def _unit_of(datum: Datum) -> Unit:
    """Look at the unit."""
    return datum.unit


def _unit(one: Unit, other: Unit) -> Answer:
    """Units of one kind, relative to one whole; what a fixed factor converts is one kind."""
    return None if _kind(one) == _kind(other) else (REFUSED, one, other)


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


def _money_of(datum: Datum) -> tuple[Money | None, Period]:
    """Look at the money that a unit is made of, and at when it was worth that."""
    return _money(datum.unit), datum.period


def _money(unit: Unit) -> Money | None:
    """Return the money that a unit is made of; an exchange rate is made of none alone."""
    if isinstance(unit, Per):
        sides = [side for side in (unit.above, unit.below) if isinstance(side, Money)]
        return sides[0] if len(sides) == 1 else None
    return unit if isinstance(unit, Money) else None


Priced = tuple[Money | None, Period]


def _currency(one: Priced, other: Priced) -> Answer:
    """Amounts in one currency, both stated."""
    have, want = one[0], other[0]
    if have is None or want is None or (have.currency == want.currency and have.stated):
        return None
    return REFUSED, have.currency, want.currency


def _currencies(looks: Sequence[Priced], along: str) -> Sequence[Hashable]:  # noqa: ARG001
    """A currency is one at any time."""
    return [money for money, _ in looks]


def _price_basis(one: Priced, other: Priced) -> Answer:
    """Amounts at the prices of one year; current prices of two years differ in buying power."""
    (have, when), (want, then) = one, other
    if have is None or want is None:
        return None
    if have.basis != want.basis:
        return REFUSED, have.basis, want.basis
    if have.basis is None and when != then:
        return CAVEAT, when, then
    return None


def _prices(looks: Sequence[Priced], along: str) -> Sequence[Hashable]:  # noqa: ARG001
    """Of amounts in current prices alone it counts when they are from."""
    return [
        None if money is None else (money.basis, when if money.basis is None else None)
        for money, when in looks
    ]


class _Defined(NamedTuple):
    """What a figure is said to be."""

    definition: Text
    differs: bool


def _defined(datum: Datum) -> _Defined:
    """Look at the definition, and at whether the publisher says that it differs in this row."""
    differs = Status.DEFINITION_DIFFERS in datum.observation.status
    return _Defined(datum.indicator.definition, differs)


def _definition(one: _Defined, other: _Defined) -> Answer:
    """One definition, which neither publisher says to differ; two may mean the same."""
    if one.definition != other.definition:
        return CAVEAT, one.definition, other.definition
    if not (one.differs or other.differs):
        return None
    have, want = (Status.DEFINITION_DIFFERS if side.differs else None for side in (one, other))
    return CAVEAT, have, want


class _Told(NamedTuple):
    """What the header of a figure says of it, and which header that is."""

    fact: Measuring | Adjustment | None
    key: str
    definition: Text
    #: Whether the rule has a say in figures for such a period.
    counts: bool = True


def _measuring_of(datum: Datum) -> _Told:
    """Look at whether it is a level, a sum or a mean."""
    header = datum.indicator
    return _Told(header.measuring, header.key, header.definition)


def _adjustment_of(datum: Datum) -> _Told:
    """Look at whether the season was taken out, which matters for less than a year."""
    header, months = datum.indicator, datum.period.months
    short = months is None or months < _YEAR
    return _Told(header.adjustment, header.key, header.definition, short)


_YEAR: Final = 12


def _not_told(one: _Told, other: _Told) -> Answer:
    """Answer where a header does not say; one header says the same of all its rows, or nothing.

    Of two headers of different definition the rule on definitions speaks.
    """
    if one.fact is other.fact is None and (
        one.key == other.key or one.definition != other.definition
    ):
        return None
    return CAVEAT, one.fact, other.fact


def _measuring(one: _Told, other: _Told) -> Answer:
    """A level is no sum over time; a mean is near a level."""
    if one.fact is None or other.fact is None:
        return _not_told(one, other)
    if one.fact is other.fact:
        return None
    outcome = REFUSED if Measuring.FLOW in {one.fact, other.fact} else CAVEAT
    return outcome, one.fact, other.fact


_SEASON_TAKEN_OUT: Final = frozenset({Adjustment.SEASONAL, Adjustment.TREND})


def _adjustment(one: _Told, other: _Told) -> Answer:
    """The season taken out of both, or of neither."""
    if not (one.counts or other.counts):
        return None
    if one.fact is None or other.fact is None:
        return _not_told(one, other)
    if one.fact is other.fact:
        return None
    sides = {one.fact in _SEASON_TAKEN_OUT, other.fact in _SEASON_TAKEN_OUT}
    return (REFUSED if len(sides) > 1 else CAVEAT), one.fact, other.fact


def _counted(datum: Datum) -> Term | None:
    """Look at what a population counts, where that is known."""
    population = datum.population
    return population.unit if isinstance(population, Population) else None


def _unit_of_count(one: Term | None, other: Term | None) -> Answer:
    """Populations of the same things; workplaces are not municipalities."""
    if one is None or other is None:
        return CAVEAT, one, other
    return None if one == other else (REFUSED, one, other)


def _sectors(datum: Datum) -> frozenset[Term] | None:
    """Look at the sectors covered, where that is known."""
    return datum.population.sectors if isinstance(datum.population, Population) else None


def _levels(datum: Datum) -> frozenset[Term] | None:
    """Look at the levels of government covered, where that is known."""
    return datum.population.levels if isinstance(datum.population, Population) else None


def _covered(one: frozenset[Term] | None, other: frozenset[Term] | None) -> Answer:
    """The same sectors, or levels; where a population is not known, that has been said."""
    return None if one is None or other is None or one == other else (REFUSED, one, other)


def _itself(datum: Datum) -> Datum:
    """Look at the figure: its population and the dimensions that break it down."""
    return datum


def _filter(one: Datum, other: Datum) -> Answer:
    """The same filters; a category of a breakdown that the other lacks is one."""
    have, want = _parts(one, other), _parts(other, one)
    mine, theirs = one.population, other.population
    if isinstance(mine, Population) and isinstance(theirs, Population):
        have, want = have | mine.filters, want | theirs.filters
    return None if have == want else (REFUSED, have, want)


def _parts(datum: Datum, other: Datum) -> frozenset[Term]:
    """Return the categories of a figure in dimensions by which the other is not broken down."""
    shared = dict(other.observation.breakdowns)
    return frozenset(
        _category(datum, name, key)
        for name, key in datum.observation.breakdowns
        if name not in shared
    )


def _category(datum: Datum, name: str, key: str) -> Term:
    """Return the category of a figure in a dimension."""
    return datum.indicator.dimension(name).category(key)


def _filters(looks: Sequence[Datum], along: str) -> Sequence[Hashable]:
    """Categories count only of dimensions that some of the figures are not broken down by."""
    named = [frozenset(name for name, _ in datum.observation.breakdowns) for datum in looks]
    everywhere = {along}.union(frozenset.intersection(*named))
    return [
        (
            datum.population.filters if isinstance(datum.population, Population) else None,
            frozenset(
                (name, _category(datum, name, key))
                for name, key in datum.observation.breakdowns
                if name not in everywhere
            ),
        )
        for datum in looks
    ]


UNIT: Final = Judged(_unit_of, _unit)
CURRENCY: Final = Judged(_money_of, _currency, _currencies)
PRICE_BASIS: Final = Judged(_money_of, _price_basis, _prices)
DEFINITION: Final = Judged(_defined, _definition)
MEASURING: Final = Judged(_measuring_of, _measuring)
ADJUSTMENT: Final = Judged(_adjustment_of, _adjustment)
UNIT_OF_COUNT: Final = Judged(_counted, _unit_of_count)
SECTOR: Final = Judged(_sectors, _covered)
LEVEL: Final = Judged(_levels, _covered)
FILTER: Final = Judged(_itself, _filter, _filters)

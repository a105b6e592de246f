"""Laws of the algebra of figures: every cell of the table, intervals, bounds, and totals."""

import operator
import pickle
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offinno.io import dumps, loads
from offinno.language import Term, vocabulary
from offinno.model import (
    Datum,
    Dimension,
    Indicator,
    Method,
    NoTotal,
    Observation,
    Observations,
    Population,
)
from offinno.model._comparison import Comparison
from offinno.units import (
    FIGURES,
    PAIRS,
    Count,
    IncompatibleUnits,
    Kind,
    Money,
    Operation,
    Refusal,
    Share,
    Unit,
    outcome,
    parse_unit,
)
from offinno.values import Interval, Qualifier, UnknownOutcome, Value, changed, part_of

Work = Callable[[Any, Any], Any]

WORK: dict[Operation, Work] = {
    Operation.ADD: operator.add,
    Operation.SUBTRACT: operator.sub,
    Operation.MULTIPLY: operator.mul,
    Operation.DIVIDE: operator.truediv,
}
#: A unit of each kind; those that are per cent are of one whole, which an amount may be.
UNITS = {
    Kind.MONEY: "NOK",
    Kind.SHARE: "% part of GDP",
    Kind.RATIO: "% of GDP",
    Kind.POINTS: "pp of GDP",
    Kind.COUNT: "municipalities",
    Kind.INDEX: "index 2015=100",
    Kind.CHANGE: "% change on year before",
    Kind.PER: "NOK / inhabitants",
    Kind.PHYSICAL: "km",
}
POPULATION = Population(unit=vocabulary()["municipalities"])
CELLS = list(product(Kind, WORK, Kind))
#: What rounding to fifteen digits may be off by.
LAST = Fraction(1, 10**14)


def figure(value: Value, period: Any = 2019, key: str = "gdp", **more: Any) -> Datum:
    """Return a figure, made up all of it."""
    row = Observation(area="NO", period=period, value=value)
    rows = Observations.of(value.unit, [row])
    usual: dict[str, Any] = {"title": key, "definition": key, "population": POPULATION}
    indicator = Indicator(key=key, unit=value.unit, observations=rows, **usual | more)
    return Datum(indicator, row)


def pair(left: Kind, operation: Operation, right: Kind, numbers: tuple[int, int]) -> list[Datum]:
    """Return two figures of two kinds; what a change multiplies is of the year before."""
    kinds = (left, right)
    at = kinds.index(Kind.CHANGE) if Kind.CHANGE in kinds else None
    before = None if at is None or operation is not Operation.MULTIPLY else 1 - at
    return [
        figure(Value(numbers[n], parse_unit(UNITS[kind])), 2018 if n == before else 2019)
        for n, kind in enumerate(kinds)
    ]


@pytest.mark.parametrize("numbers", [(30, 20), (40, 7)])
@pytest.mark.parametrize(("left", "operation", "right"), CELLS)
def test_every_cell_gives_its_unit_or_its_sentence(
    left: Kind, operation: Operation, right: Kind, numbers: tuple[int, int]
) -> None:
    """Figures of any two kinds: the unit of the table, or the refusal of the table."""
    one, other = pair(left, operation, right, numbers)
    before = pickle.dumps((one, other))
    expected = in_the_table(operation, one.unit, other.unit)
    if isinstance(expected, IncompatibleUnits):
        with pytest.raises(IncompatibleUnits) as caught:
            WORK[operation](one, other)
        assert str(expected) == str(caught.value)
    else:
        found = WORK[operation](one, other)
        assert expected == (None if isinstance(found, Decimal) else found.unit)
        if isinstance(found, Datum):
            check_result(found)
    assert before == pickle.dumps((one, other))


def in_the_table(operation: Operation, one: Unit, other: Unit) -> Unit | IncompatibleUnits | None:
    """Return the unit that the table gives to two figures, or its refusal."""
    cell = one.kind, operation, other.kind
    stated = FIGURES.get(cell, PAIRS.get(cell, Refusal.KINDS))
    try:
        formula, unit = outcome(operation, one, other, figures=True)
    except IncompatibleUnits as refusal:
        return refusal
    assert formula is stated
    return unit


@pytest.mark.parametrize(("left", "right"), list(product(Kind, Kind)))
def test_what_is_compared_is_of_one_kind(left: Kind, right: Kind) -> None:
    """Bare values are less or more by the table; figures are compared with a verdict."""
    one, other = (Value(30, parse_unit(UNITS[kind])) for kind in (left, right))
    cell = PAIRS.get((left, Operation.COMPARE, right), Refusal.KINDS)

    if isinstance(cell, Refusal):
        with pytest.raises(IncompatibleUnits, match=cell.value):
            operator.lt(one, other)
    else:
        assert operator.lt(one, other) is False
    with pytest.raises(TypeError):
        operator.lt(figure(one), figure(other))


def check_result(found: Datum) -> None:
    """Check what is true of everything that was computed."""
    assert found.lineage is not None
    assert found == loads(dumps(found))
    assert found.indicator == loads(dumps(found.indicator, format="json"))
    if isinstance(found.unit, Share):
        assert 0 <= found.number.magnitude <= 100


per_cents = st.integers(0, 1000).map(lambda n: Decimal(n).scaleb(-1))
amounts = st.integers(1, 10**9).map(lambda n: Decimal(n).scaleb(-2))
factors = st.integers(-99, 300).map(Decimal)


def close(expected: Fraction, found: Decimal) -> bool:
    """Return whether a number is right to what a column holds."""
    return abs(Fraction(found) - expected) <= LAST * abs(expected)


@given(share=per_cents, amount=amounts, whole=st.sampled_from(["GDP", "municipalities"]))
def test_a_part_is_its_share_again(share: Decimal, amount: Decimal, whole: str) -> None:
    """A share times its whole, in per cent of that whole, is the share; divided, a hundredth."""
    counted = whole == "municipalities"
    unit: Unit = Share(vocabulary()[whole])
    total = figure(Value(amount, parse_unit(whole if counted else "NOK")), key=whole.lower())
    one = figure(Value(share, unit), key="share")
    part = one * total

    assert total.unit == part.unit
    assert close(Fraction(share) * Fraction(amount) / 100, part.number.magnitude)
    again = part.share_of(total)
    assert unit == again.unit
    assert close(Fraction(share), again.number.magnitude)
    ratio = part / total
    assert isinstance(ratio, Decimal)
    assert close(Fraction(share) / 100, ratio)
    check_result(part)
    check_result(again)


@given(money=amounts, people=amounts)
def test_a_rate_undoes_what_made_it(money: Decimal, people: Decimal) -> None:
    """So much for each, times how many; and pint gives the same."""
    total = figure(Value(money, Money("NOK")))
    heads = figure(Value(people, Count(vocabulary()["inhabitants"])), key="people")
    each = total / heads
    assert isinstance(each, Datum)
    assert close(Fraction(money), (each * heads).number.magnitude)
    many = total / each
    assert isinstance(many, Datum)
    assert close(Fraction(people), many.number.magnitude)
    judged = Value.from_pint(total.number.to_pint() / heads.number.to_pint())
    assert judged.unit == each.unit
    assert close(Fraction(judged.magnitude), each.number.magnitude)
    judged = Value.from_pint(each.number.to_pint() * heads.number.to_pint())
    assert close(Fraction(judged.magnitude), (each * heads).number.magnitude)


@given(one=amounts, other=amounts, turned=st.booleans())
def test_rates_are_linked_as_pint_links_them(one: Decimal, other: Decimal, *, turned: bool) -> None:
    """What one has below and the other above cancels, whatever its physical unit."""
    for units in (("NOK / EUR", "EUR / inhabitants"), ("NOK / km", "m / hours")):
        values = [Value(n, parse_unit(unit)) for n, unit in zip((one, other), units, strict=True)]
        left, right = values[::-1] if turned else values
        found = figure(left) * figure(right)
        judged = Value.from_pint(
            (left.to_pint() * right.to_pint()).to(found.number.to_pint().units)
        )

        assert judged.unit == found.unit
        assert close(Fraction(judged.magnitude), found.number.magnitude)
        check_result(found)


@given(first=factors, second=factors, level=amounts)
def test_changes_compose(first: Decimal, second: Decimal, level: Decimal) -> None:
    """(1 + a)(1 + b) − 1; and moving twice is moving by both."""
    unit = parse_unit("% change on year before")
    a, b = (figure(Value(n, unit), 2018 + at, "growth") for at, n in enumerate((first, second)))
    both = a * b
    start = figure(Value(level, Money("NOK")), 2017)
    grown = (1 + Fraction(first) / 100) * (1 + Fraction(second) / 100)

    assert close((grown - 1) * 100, both.number.magnitude)
    assert both == b * a
    for moved in (start * a * b, start * both):
        assert close(grown * Fraction(level), moved.number.magnitude)
        assert (2019, Method.COMPOUND) == (int(moved.period.text), moved.lineage.method)  # type: ignore[union-attr]
        check_result(moved)


#: Units of which an interval is carried, by the operation.
CARRIED = [
    (Operation.ADD, "NOK", "NOK"),
    (Operation.SUBTRACT, "NOK", "NOK"),
    (Operation.MULTIPLY, "pp of GDP", "NOK"),
    (Operation.MULTIPLY, "NOK / km", "km"),
    (Operation.DIVIDE, "NOK", "km"),
]
offsets = st.integers(0, 50).map(Decimal)


@attrs.frozen
class Unsure:
    """A number with an interval, a true number in that, and another that is certain."""

    #: The number.
    number: Decimal
    #: How far its interval goes down and up.
    offsets: tuple[Decimal, Decimal]
    #: Where between the two ends the true number lies.
    where: Fraction
    #: The number that is certain.
    other: Decimal
    #: Whether that stands first.
    turned: bool

    @property
    def interval(self) -> Interval:
        """The interval around the number."""
        below, above = self.offsets
        return Interval(low=self.number - below, high=self.number + above, level=95)

    @property
    def true(self) -> tuple[Fraction, Fraction]:
        """The two true numbers, in their order."""
        low, high = Fraction(self.interval.low), Fraction(self.interval.high)
        both = (low + self.where * (high - low), Fraction(self.other))
        return both[::-1] if self.turned else both

    def figures(self, above: str, below: str) -> list[Datum]:
        """Return both as figures, in their order."""
        units = parse_unit(above), parse_unit(below)
        unsure = Value(self.number, units[self.turned], interval=self.interval)
        values = [unsure, Value(self.other, units[not self.turned])]
        return [
            figure(value, key="gdp" if value.unit == Money("NOK") else "other")
            for value in (values[::-1] if self.turned else values)
        ]


unsure = st.builds(
    Unsure,
    number=st.integers(-200, 200).map(Decimal),
    offsets=st.tuples(offsets, offsets),
    where=st.fractions(0, 1),
    other=st.integers(-50, 50).filter(bool).map(Decimal),
    turned=st.booleans(),
)


@pytest.mark.parametrize(("operation", "above", "below"), CARRIED)
@given(given_pair=unsure)
def test_an_interval_holds_what_is_right(
    operation: Operation, above: str, below: str, given_pair: Unsure
) -> None:
    """Whatever the true number within it is, the true result lies within that of the result."""
    by_zero = given_pair.interval.low <= 0 <= given_pair.interval.high
    if operation is Operation.DIVIDE and given_pair.turned and by_zero:
        return
    found = WORK[operation](*given_pair.figures(above, below))
    kept = found.number.interval
    right = exactly(operation, above, *given_pair.true)

    room = LAST * max(abs(Fraction(kept.low)), abs(Fraction(kept.high)))
    assert Fraction(kept.low) - room <= right <= Fraction(kept.high) + room
    assert found.lineage.dropped is None


def exactly(operation: Operation, unit: str, one: Fraction, other: Fraction) -> Fraction:
    """Return what two true numbers come to; points are hundredths."""
    found: Fraction = WORK[operation](one, other)
    return found / 100 if unit.startswith("pp") else found


LOWER = {Qualifier.AT_LEAST: False, Qualifier.OVER: True, Qualifier.JUST_OVER: True}
UPPER = {Qualifier.AT_MOST: False, Qualifier.UNDER: True, Qualifier.NEARLY: True}
qualified = st.tuples(
    st.integers(1, 99).map(Decimal),
    st.sampled_from([Qualifier.EXACT, *LOWER, *UPPER]),
    st.integers(1, 90).map(lambda n: Fraction(n, 100)),
)


def true_number(number: Decimal, qualifier: Qualifier, off: Fraction) -> Fraction:
    """Return a number above zero that a published one allows."""
    if qualifier in LOWER:
        return Fraction(number) * (1 + off)
    return Fraction(number) * (1 - off) if qualifier in UPPER else Fraction(number)


@pytest.mark.parametrize("moved", [False, True])
@given(one=qualified, other=qualified)
def test_a_bound_of_a_product_stays_true(one: Any, other: Any, *, moved: bool) -> None:
    """Whatever the two true numbers are, the product is what its qualifier says."""
    unit = parse_unit("% change on 2015" if moved else "pp of workplaces")
    first = Value(one[0], unit, one[1])
    second = Value(other[0], parse_unit("workplaces"), other[1])
    with suppress(UnknownOutcome):
        found = changed(second, first) if moved else part_of(first, second)
        relative = true_number(*one) / 100
        right = (1 + relative if moved else relative) * true_number(*other)
        stated = Fraction(found.magnitude)
        if found.qualifier in LOWER:
            assert right > stated or (right == stated and not LOWER[found.qualifier])
        elif found.qualifier in UPPER:
            assert right < stated or (right == stated and not UPPER[found.qualifier])
        else:
            assert found.qualifier is Qualifier.EXACT
            assert right == stated


CATEGORIES = ("a", "b", "c")
SECTOR, SIZE = (
    Dimension(
        key=key,
        label=key,
        categories=[Term(key=name, label=name) for name in CATEGORIES],
        exclusive=True,
    )
    for key in ("sector", "size")
)


@st.composite
def tables(draw: st.DrawFn) -> Indicator:
    """Draw figures of some areas and years by two breakdowns, in any order."""
    unit = draw(st.sampled_from(["NOK", "municipalities", "pp of GDP", "% of municipalities"]))
    kind = parse_unit(unit)
    whole = st.integers(0, 1500) if isinstance(kind, Share) else st.integers(-(10**9), 10**9)
    number = st.tuples(whole, st.integers(-2, 2) if unit == "NOK" else st.just(-2))
    places = draw(st.lists(st.sampled_from(["NO", "SE", "DK"]), min_size=1, unique=True))
    cells = [
        (area, year, one, two)
        for area in places
        for year in (2018, 2019)
        for one in CATEGORIES
        for two in CATEGORIES
    ]
    rows = [
        Observation(
            area=area,
            period=year,
            breakdowns={"sector": one, "size": two},
            value=Value(Decimal(digits).scaleb(exponent), kind),
        )
        for area, year, one, two in draw(st.permutations(cells))
        for digits, exponent in [draw(number)]
    ]
    return Indicator(
        key="parts",
        title="Parts",
        definition="Parts",
        unit=kind,
        population=POPULATION,
        dimensions=[SECTOR, SIZE],
        observations=Observations.of(kind, rows),
    )


def sums(indicator: Indicator) -> dict[tuple[str, str], Decimal]:
    """Return what all figures of an area and period come to."""
    found: dict[tuple[str, str], Decimal] = {}
    for datum in indicator.data():
        place = datum.area.code, datum.period.text
        found[place] = found.get(place, Decimal(0)) + datum.number.magnitude
    return found


@settings(max_examples=max(8, settings().max_examples // 4))
@given(table=tables(), shuffled=st.randoms())
def test_a_total_is_the_sum_of_its_parts(table: Indicator, shuffled: Any) -> None:
    """Over one breakdown or both, in either order and whatever the order of rows."""
    before = pickle.dumps(table)
    order = list(range(len(table)))
    shuffled.shuffle(order)
    mixed = Indicator(
        key="parts",
        title="Parts",
        definition="Parts",
        unit=table.unit,
        population=POPULATION,
        dimensions=[SIZE, SECTOR][::-1],
        observations=table.observations.rows(order),
    )
    if isinstance(table.unit, Share) and max(sums(table).values()) > 100:
        with pytest.raises(NoTotal, match="more than all"):
            table.total("sector").total("size")
    else:
        total = table.total("sector").total("size")
        assert sums(table) == sums(total) == sums(table.total("size"))
        assert sums(total) == sums(mixed.total("size").total("sector"))
        assert total == loads(dumps(total))
        assert all(datum.lineage and len(datum.lineage.inputs) == 3 for datum in total.data())
    assert before == pickle.dumps(table)


def test_totals_are_compared_like_other_figures() -> None:
    """A derived figure is a figure."""
    rows = [
        Observation(
            area=area,
            period=2019,
            breakdowns={"sector": name},
            value=Value(n, parse_unit("municipalities")),
        )
        for area, n in (("NO", 1), ("SE", 2))
        for name in CATEGORIES
    ]
    unit = parse_unit("municipalities")
    parts = Indicator(
        key="parts",
        title="Parts",
        definition="Parts",
        unit=unit,
        population=POPULATION,
        dimensions=[SECTOR],
        observations=Observations.of(unit, rows),
    )
    found = Comparison.of(parts.total("sector"), along="area")

    assert Value(3, unit) == found.difference("SE", "NO")

"""The kinds of unit: what makes two the same, what each refuses, and its text."""

import copy
import pickle
from typing import Any

import attrs
import pytest

from offinno.exceptions import OffinnoError, UnknownName
from offinno.language import Term, vocabulary
from offinno.units import (
    BadUnit,
    Change,
    Count,
    Index,
    Kind,
    Money,
    Per,
    Physical,
    Points,
    PriceBasis,
    Ratio,
    Share,
    Unit,
)

WORKPLACES = vocabulary()["workplaces"]
GDP = vocabulary()["GDP"]
#: One unit of each kind, with its text.
ONE_OF_EACH: dict[Kind, tuple[Unit, str]] = {
    Kind.MONEY: (Money("NOK", PriceBasis(2015, "cpi")), "NOK@2015:cpi"),
    Kind.SHARE: (Share(WORKPLACES), "% of workplaces"),
    Kind.RATIO: (Ratio(GDP), "% of GDP"),
    Kind.POINTS: (Points(WORKPLACES), "pp of workplaces"),
    Kind.COUNT: (Count(WORKPLACES), "workplaces"),
    Kind.INDEX: (Index("2015-Q1"), "index 2015-Q1=100"),
    Kind.CHANGE: (Change("year before"), "% change on year before"),
    Kind.PER: (Per(Money("NOK"), Count(WORKPLACES)), "NOK / workplaces"),
    Kind.PHYSICAL: (Physical("km"), "km"),
}


@pytest.mark.parametrize("kind", Kind)
class TestUnit:
    """What units of every kind have in common."""

    def test_has_its_kind_and_its_text(self, kind: Kind) -> None:
        """A unit knows its kind, and ``str`` is its text."""
        unit, text = ONE_OF_EACH[kind]

        assert kind is unit.kind
        assert text == str(unit)

    def test_is_its_own_twin(self, kind: Kind) -> None:
        """Copies are equal and hash alike, units of other kinds are not."""
        unit, _ = ONE_OF_EACH[kind]
        twins = [copy.copy(unit), copy.deepcopy(unit), pickle.loads(pickle.dumps(unit))]

        assert [unit] * 3 == twins
        assert {hash(unit)} == set(map(hash, twins))
        assert 1 == sum(unit == other for other, _ in ONE_OF_EACH.values())

    def test_cannot_be_changed(self, kind: Kind) -> None:
        """A unit is frozen."""
        unit, _ = ONE_OF_EACH[kind]
        field = attrs.fields(type(unit))[0].name

        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(unit, field, None)

    def test_checks_what_is_unpickled(self, kind: Kind) -> None:
        """A unit that was tampered with cannot come back from a pickle."""
        unit = copy.copy(ONE_OF_EACH[kind][0])
        object.__setattr__(unit, attrs.fields(type(unit))[0].name, 3)

        with pytest.raises(OffinnoError):
            pickle.loads(pickle.dumps(unit))


class TestMoney:
    """Amounts of a currency."""

    def test_is_currency_and_prices(self) -> None:
        """The same currency at other prices is another unit."""
        units = {
            Money("NOK"),
            Money("EUR"),
            Money("NOK", PriceBasis(2015, "cpi")),
            Money("NOK", PriceBasis(2015, "ppi")),
            Money("NOK", PriceBasis(2016, "cpi")),
        }

        assert 5 == len(units)

    def test_adds_up_where_the_currency_is_known(self) -> None:
        """Two sums in currencies that nobody stated are never known to agree."""
        assert Money("NOK").additive
        assert not Money("XXX").additive

    @pytest.mark.parametrize("currency", ["", "nok", "KR", "NOKK", "DEM", None, 5])
    def test_refuses_what_is_no_current_code(self, currency: Any) -> None:
        """A currency is a code of ISO 4217, in capitals."""
        with pytest.raises(UnknownName):
            Money(currency)

    def test_proposes_codes(self) -> None:
        """A code that comes near is proposed."""
        with pytest.raises(UnknownName, match="did you mean 'NOK'"):
            Money("nok")

    @pytest.mark.parametrize("basis", ["2015:cpi", 2015, 1 << 20_000], ids=["text", "year", "huge"])
    def test_refuses_another_basis(self, basis: Any) -> None:
        """The price basis is a `PriceBasis`."""
        with pytest.raises(BadUnit, match="needs a PriceBasis, or None"):
            Money("NOK", basis)


class TestPriceBasis:
    """The prices of a year."""

    @pytest.mark.parametrize(
        ("year", "deflator"),
        [
            *((year, "cpi") for year in (999, 10_000, 0, -2015, "2015", 2015.0, True, 10**5000)),
            *((2015, key) for key in ("", "CPI", "1a", "-a", "a-", "a--b", "a b", "å", "a" * 41)),
        ],
        ids=lambda given: given[:9] if isinstance(given, str) else type(given).__name__,
    )
    def test_refuses(self, year: Any, deflator: str) -> None:
        """A year has four digits, a deflator the form of a key."""
        with pytest.raises(BadUnit, match="needs a year of four digits"):
            PriceBasis(year, deflator)

    def test_takes_keys(self) -> None:
        """A deflator may have parts and digits."""
        assert "2015:cpi-jae2" == str(PriceBasis(2015, "cpi-jae2"))


class TestShareAndRatio:
    """Per cent of a part, and per cent relative to an amount."""

    def test_a_share_of_an_amount_says_so(self) -> None:
        """A true part of a reference amount reads otherwise than a ratio to it."""
        assert "% part of GDP" == str(Share(GDP))
        assert [Share(GDP)] == [unit for unit in (Share(GDP), Ratio(GDP)) if unit == Share(GDP)]

    def test_a_ratio_needs_an_amount(self) -> None:
        """Relative to what is counted, only a share has meaning."""
        with pytest.raises(BadUnit) as caught:
            Ratio(WORKPLACES)

        assert (
            "the unit '% of workplaces' is relative to a set of units counted; that is a share"
            == str(caught.value)
        )

    @pytest.mark.parametrize("kind", [Share, Ratio, Points, Count])
    def test_needs_a_term(self, kind: Any) -> None:
        """A word is no term; the parser looks it up."""
        with pytest.raises(BadUnit, match="needs a Term to be "):
            kind("workplaces")

    def test_is_the_same_whatever_the_labels(self) -> None:
        """Units are equal when their terms are, and terms when their keys are."""
        assert Share(WORKPLACES) == Share(Term(key="workplaces", label="emplois"))


class TestCount:
    """Things of one sort."""

    def test_counts_no_amount(self) -> None:
        """Nobody counts the gross domestic product."""
        with pytest.raises(BadUnit, match="is an amount, not something to count"):
            Count(GDP)

    @pytest.mark.parametrize("key", ["NOK", "km", "days"])
    def test_counts_no_unit_of_another_kind(self, key: str) -> None:
        """Its text would read as that other unit."""
        with pytest.raises(BadUnit, match="is a unit of another kind"):
            Count(Term(key=key, label="a"))


class TestIndex:
    """Levels relative to a base period."""

    @pytest.mark.parametrize("base", ["2015", "2015-Q4", "2015-H2", "2015-12"])
    def test_takes_a_period(self, base: str) -> None:
        """A year, quarter, half-year or month is the base."""
        assert f"index {base}=100" == str(Index(base))

    @pytest.mark.parametrize(
        "base", ["", "15", "0015", "2015-Q5", "2015-H3", "2015-13", "2015-00", "2015\n", 2015, None]
    )
    def test_refuses_another_base(self, base: Any) -> None:
        """What the calendar lacks, and what is no text."""
        with pytest.raises(BadUnit, match="needs a base period as text"):
            Index(base)


class TestChange:
    """Relative changes, and what they are taken from."""

    @pytest.mark.parametrize(
        "on",
        [
            *("2015", "2015-Q1", "year before", "2 years before", "99 years before"),
            *("quarter before", "4 quarters before", "half-year before", "2 half-years before"),
            *("month before", "12 months before", "same month of year before"),
            *("same quarter of year before", "same half-year of 3 years before"),
        ],
    )
    def test_takes_a_base(self, on: str) -> None:
        """A period, or some time before."""
        assert f"% change on {on}" == str(Change(on))

    @pytest.mark.parametrize(
        "on",
        [
            *("", "before", "years before", "1 year before", "1 years before", "2 year before"),
            *("100 years before", "02 years before", "year after", "same quarter before"),
            *("same quarter of quarter before", "2015-13", "year before\n", 2015, None),
        ],
    )
    def test_refuses_another_base(self, on: Any) -> None:
        """What says no base, or says it in another form."""
        with pytest.raises(BadUnit, match="needs a base: a period, or a time before"):
            Change(on)

    @pytest.mark.parametrize(
        ("first", "second", "expected"),
        [
            ("year before", "year before", "2 years before"),
            ("2 years before", "97 years before", "99 years before"),
            ("2 years before", "98 years before", None),
            ("2 half-years before", "half-year before", "3 half-years before"),
            (
                "same month of year before",
                "same month of year before",
                "same month of 2 years before",
            ),
            ("2015", "year before", "2015"),
            ("2015", "quarter before", "2015"),
            ("year before", "2015", None),
            ("2015", "2015", None),
            ("year before", "quarter before", None),
            ("same month of year before", "year before", None),
        ],
    )
    def test_follow_each_other(self, first: str, second: str, expected: str | None) -> None:
        """Times before of one length add up; from a fixed base any step goes on."""
        both = None if expected is None else Change(expected)

        assert both == Change(first).then(Change(second))


class TestPhysical:
    """Units of the physical world."""

    def test_knows_its_size(self) -> None:
        """Sizes are whole numbers, so that there and back is exact."""
        definition = Physical("kWh").definition

        assert "energy" == definition.dimension
        assert (3_600_000, 1) == definition.size

    @pytest.mark.parametrize("code", ["", "mile", "KM", "meter ** 2", "9**9**9", None, ["km"]])
    def test_refuses_another_code(self, code: Any) -> None:
        """The list is closed, whatever pint may know."""
        with pytest.raises(UnknownName, match="no physical unit is called"):
            Physical(code)


class TestPer:
    """One unit for each of another."""

    @pytest.mark.parametrize(
        ("above", "below"),
        [
            (Money("NOK"), Share(WORKPLACES)),
            (Points(GDP), Count(WORKPLACES)),
            (Per(Money("NOK"), Money("EUR")), Physical("km")),
            ("NOK", "EUR"),
        ],
    )
    def test_holds_amounts_only(self, above: Any, below: Any) -> None:
        """Per cent, indexes and quotients have no place in a quotient."""
        with pytest.raises(BadUnit, match="may hold money, counts and physical units only"):
            Per(above, below)

    def test_is_not_one_to_one(self) -> None:
        """A unit for each of itself is no unit."""
        with pytest.raises(BadUnit, match="is one to one; leave the unit out"):
            Per(Money("NOK"), Money("NOK"))

    @pytest.mark.parametrize(
        ("above", "below", "expected"),
        [("NOK", "EUR", True), ("XXX", "EUR", False), ("NOK", "XXX", False)],
    )
    def test_adds_up_where_the_currencies_are_known(
        self,
        above: str,
        below: str,
        expected: bool,  # noqa: FBT001
    ) -> None:
        """One currency that nobody stated is enough to keep two rates apart."""
        assert expected is Per(Money(above), Money(below)).additive


@pytest.mark.parametrize("error", [BadUnit("x", "is none"), UnknownName("currency", "x")])
def test_errors_survive_pickling(error: OffinnoError) -> None:
    """Facts and sentence are the same in another process."""
    again = pickle.loads(pickle.dumps(error))

    assert str(error) == str(again)


@pytest.mark.parametrize(
    ("on", "months"),
    [
        ("year before", 12),
        ("3 years before", 36),
        ("half-year before", 6),
        ("2 quarters before", 6),
        ("9 months before", 9),
        ("same quarter of 2 years before", 24),
        ("2015", None),
    ],
)
def test_change_knows_how_far_back_it_goes(on: str, months: int | None) -> None:
    """In months; from one period for all it goes nowhere in particular."""
    assert months == Change(on).months

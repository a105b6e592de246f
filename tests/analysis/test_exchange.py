"""Amounts in another currency."""

from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest

from offinno.analysis import (
    CannotConvert,
    ManyReferenceFigures,
    NoReferenceFigure,
    PartialReference,
    UnfitReferenceFigure,
    WrongSeries,
    exchange,
)
from offinno.datasets import series
from offinno.model import (
    Break,
    Datum,
    Evidence,
    Indicator,
    Measuring,
    Method,
    Observation,
    Status,
)
from offinno.units import Money, PriceBasis, parse_unit
from offinno.values import Interval, Missing, MissingReason, Qualifier, Range, Value
from offinno.wording import lineage_text

#: Makes an indicator of Norway: its key, its unit, and a figure for each period.
Make = Callable[..., Indicator]

EUR, NOK, RATE = (parse_unit(text) for text in ("EUR", "NOK", "NOK / EUR"))


@pytest.fixture
def rates(make: Make) -> Indicator:
    """Return rates of two years."""
    return make("rates", "NOK / EUR", {2018: "9.5", 2019: "10"}, measuring=Measuring.MEAN)


@pytest.fixture
def grants(make: Make) -> Indicator:
    """Return amounts of the same years."""
    return make("grants", "EUR", {2018: "2.00", 2019: "4E6"}, measuring=Measuring.FLOW)


class TestResult:
    """What comes back."""

    def test_each_amount_goes_by_the_rate_of_its_period(
        self, grants: Indicator, rates: Indicator
    ) -> None:
        """Numbers are multiplied, and keep the decimals that a product has."""
        found = exchange(grants, to="NOK", by=rates)

        assert ["19.000", "40000000"] == [f"{d.number.magnitude:f}" for d in found.data()]
        assert NOK == found.unit

    def test_figure_gives_a_figure(self, grants: Indicator, rates: Indicator) -> None:
        """One figure converted is the one of the whole converted."""
        one = exchange(grants.at(period=2019), to="NOK", by=rates)

        assert isinstance(one, Datum)
        assert exchange(grants, to="NOK", by=rates).at(period=2019).value == one.value

    def test_divides_by_a_rate_the_other_way_round(self, make: Make, rates: Indicator) -> None:
        """Kroner become euro by the same series."""
        kroner = make("costs", "NOK", {2019: 25})

        assert Value("2.5", EUR) == exchange(kroner.at(period=2019), to="EUR", by=rates).value

    def test_amount_for_each_is_converted(self, make: Make, rates: Indicator) -> None:
        """Money per inhabitant is money."""
        each = make("each", "EUR / inhabitants", {2019: 3})

        assert "30 NOK / inhabitants" == str(
            exchange(each.at(period=2019), to="NOK", by=rates).value
        )

    def test_header_is_kept_and_says_where_from(self, grants: Indicator, rates: Indicator) -> None:
        """Title and definition stay; sources are those of both; rows are derived."""
        found = exchange(grants, to="NOK", by=rates)

        assert (grants.title, grants.definition, Measuring.FLOW) == (
            found.title,
            found.definition,
            found.measuring,
        )
        assert ("grants-source", "rates-source") == tuple(s.key for s in found.sources)
        assert "grants-nok" == found.key
        assert {Evidence.DERIVED} == {row.evidence for row in found.observations}

    def test_original_is_untouched(self, grants: Indicator, rates: Indicator) -> None:
        """Nothing that goes in changes."""
        before = attrs.evolve(grants), attrs.evolve(rates)

        exchange(grants, to="NOK", by=rates)

        assert before == (grants, rates)

    def test_long_key_is_cut(self, make: Make, rates: Indicator) -> None:
        """The key of a result is one."""
        long = attrs.evolve(make("grants", "EUR", {2019: 1}), key="a" * 80)

        assert f"{'a' * 76}-nok" == exchange(long, to="NOK", by=rates).key

    def test_sources_with_one_key_stay_apart(self, make: Make, rates: Indicator) -> None:
        """Another source with a key that is taken gets a new key."""
        clash = attrs.evolve(rates.sources[0], title="another")
        grants = make("grants", "EUR", {2019: 1}, sources=[clash])

        found = exchange(grants, to="NOK", by=rates)

        assert ("rates-source", "rates-source-2") == tuple(s.key for s in found.sources)

    def test_breaks_of_the_rates_come_along(self, make: Make) -> None:
        """A break of the series inside the years of the result breaks the result."""
        inside, outside = (
            Break(key=key, at=at, changed="method") for key, at in (("new", 2019), ("old", 2015))
        )
        rates = make(
            "rates", "NOK / EUR", dict.fromkeys(range(2014, 2020), 9), breaks=[inside, outside]
        )
        grants = make("grants", "EUR", {2018: 1, 2019: 1})

        assert (inside,) == exchange(grants, to="NOK", by=rates).breaks

    def test_indicator_without_dates_takes_no_breaks(self, make: Make) -> None:
        """Where the years of the result are not known, no break can lie inside."""
        change = Break(key="new", at=2019, changed="method")
        rates = make("rates", "NOK / EUR", {2018: 9, 2019: 9}, breaks=[change])
        grants = make("grants", "EUR", {"?": 1})

        assert () == exchange(grants, to="NOK", by=rates, at=2019).breaks


class TestUncertainty:
    """Qualifiers, intervals and ranges."""

    def test_qualifier_and_interval_are_scaled(self, make: Make, rates: Indicator) -> None:
        """Over four euro is over forty kroner."""
        given = Value(4, EUR, Qualifier.OVER, interval=Interval(low=3, high=6, level=95))
        found = exchange(make("grants", "EUR", {2019: given}), to="NOK", by=rates)

        assert (
            Value(40, NOK, Qualifier.OVER, interval=Interval(low=30, high=60, level=95))
            == found.at(period=2019).value
        )

    def test_range_is_scaled(self, make: Make, rates: Indicator) -> None:
        """Both ends are converted, and the working shows both."""
        ends = Range(low=Value(1, EUR), high=Value(2, EUR), across="ministries")
        found = exchange(make("grants", "EUR", {2019: ends}), to="NOK", by=rates)

        assert (
            Range(low=Value(10, NOK), high=Value(20, NOK), across="ministries")
            == found.at(period=2019).value
        )
        assert found.lineage is not None
        assert [1, 10, 2, 10] == [part.value.magnitude for part in found.lineage.inputs]

    def test_rate_that_is_about_right_makes_about(self, make: Make) -> None:
        """What is computed from an approximation is one; the interval is no longer known."""
        rates = make(
            "rates", "NOK / EUR", {2019: Value(10, parse_unit("NOK / EUR"), Qualifier.ABOUT)}
        )
        given = Value(4, EUR, interval=Interval(low=3, high=6))
        found = exchange(make("grants", "EUR", {2019: given}), to="NOK", by=rates)

        assert Value(40, NOK, Qualifier.ABOUT) == found.at(period=2019).value
        assert found.at(period=2019).number.interval is None

    def test_missing_amount_stays_missing(self, make: Make, rates: Indicator) -> None:
        """What is missing needs no rate, and what has no figure has no working."""
        gap = Missing(MissingReason.SUPPRESSED)
        found = exchange(make("grants", "EUR", {1999: gap}), to="NOK", by=rates)

        assert gap == found.at(period=1999).value
        assert found.lineage is None
        assert Evidence.PUBLISHED is found.observations[0].evidence


class TestWorking:
    """What the result remembers."""

    def test_holds_original_and_rate(self, grants: Indicator, rates: Indicator) -> None:
        """Both stand with area, period, kind and source."""
        lineage = exchange(grants.at(period=2019), to="NOK", by=rates).indicator.lineage

        assert lineage is not None
        assert (Method.EXCHANGE, None) == (lineage.method, lineage.digits)
        amount, rate = lineage.inputs
        assert ("grants", Decimal(4000000), Measuring.FLOW, "grants-source") == (
            amount.figure,
            amount.value.magnitude,
            amount.measuring,
            amount.source.key if amount.source else None,
        )
        assert ("rates", "10 NOK / EUR", "2019", Measuring.MEAN) == (
            rate.figure,
            str(rate.value),
            str(rate.period),
            rate.measuring,
        )

    def test_says_which_kind_of_rate(self, make: Make, grants: Indicator) -> None:
        """The title of the series, such as that of a purchasing power parity, is in the words."""
        parity = make(
            "ppp", "NOK / EUR", {2018: 12, 2019: 12}, title={"en": "Purchasing power parity"}
        )
        lineage = exchange(grants.at(period=2019), to="NOK", by=parity).indicator.lineage

        assert lineage is not None
        assert lineage_text(lineage, lang="en").endswith("; Purchasing power parity")

    def test_says_to_how_many_digits_it_was_rounded(self, make: Make, rates: Indicator) -> None:
        """A quotient without an end is rounded to fifteen."""
        costs = make("costs", "NOK", {2018: 1})
        lineage = exchange(costs, to="EUR", by=rates).lineage

        assert lineage is not None
        assert 15 == lineage.digits


class TestTime:
    """Which rate is taken."""

    def test_period_without_a_rate_is_refused(self, make: Make, rates: Indicator) -> None:
        """No rate is guessed from its neighbours."""
        with pytest.raises(NoReferenceFigure, match="2017; it has 2018, 2019; name one with at="):
            exchange(make("grants", "EUR", {2017: 1}), to="NOK", by=rates)

    def test_sum_over_years_needs_a_period(self, make: Make, rates: Indicator) -> None:
        """A sum over several years has no rate of its own."""
        total = make("grants", "EUR", {"2014/2019": 2})

        with pytest.raises(NoReferenceFigure, match="a sum over several years has none"):
            exchange(total, to="NOK", by=rates)
        assert Value(20, NOK) == exchange(total, to="NOK", by=rates, at=2019).data()[0].value

    def test_partial_rate_is_refused_unless_told(self, make: Make) -> None:
        """A mean over a part of the year says so, in the refusal and in the working."""
        rates = make("rates", "NOK / EUR", {2018: 8}, rows={2018: {"covers": "2018-02/2018-12"}})
        grants = make("grants", "EUR", {2018: 2})

        with pytest.raises(PartialReference, match="covers only 2018-02/2018-12 of 2018"):
            exchange(grants, to="NOK", by=rates)
        found = exchange(grants, to="NOK", by=rates, partial="allow")
        assert Value(16, NOK) == found.at(period=2018).value
        assert found.lineage is not None
        assert "2018-02/2018-12" == str(found.lineage.inputs[1].covers)

    def test_constant_prices_go_by_the_rate_of_their_year(
        self, make: Make, rates: Indicator
    ) -> None:
        """Euro of 2018 are exchanged at the rate of 2018, whatever year they were spent in."""
        real = make("grants", "EUR@2018:cpi", {2018: 2, 2019: 2})

        found = exchange(real, to="NOK", by=rates)

        assert Money("NOK", PriceBasis(2018, "cpi")) == found.unit
        assert [19, 19] == [datum.number.magnitude for datum in found.data()]
        assert found == exchange(real, to="NOK", by=rates, at=2018)
        with pytest.raises(CannotConvert, match="the rate is that of 2018; leave out at="):
            exchange(real, to="NOK", by=rates, at=2019)

    def test_rates_serve_every_territory(self, make: Make, rates: Indicator) -> None:
        """A rate is that between two currencies, whoever spends them."""
        grants = make("grants", "EUR", {2019: 1}, area="SE")

        assert Value(10, NOK) == exchange(grants, to="NOK", by=rates).data()[0].value


class TestRefusals:
    """What cannot be."""

    @pytest.mark.parametrize(
        ("unit", "problem"),
        [
            ("inhabitants", "it is no amount of money"),
            ("% of GDP", "it is no amount of money"),
            ("XXX", "its currency is not stated"),
            ("EUR / USD", "it is a rate between currencies"),
            ("NOK", "it is in NOK already"),
        ],
    )
    def test_what_is_no_amount_elsewhere(
        self, make: Make, rates: Indicator, unit: str, problem: str
    ) -> None:
        """The refusal names the indicator, its unit and the reason."""
        with pytest.raises(CannotConvert, match=problem) as caught:
            exchange(make("given", unit, {2019: 1}), to="NOK", by=rates)
        assert f"cannot exchange 'given', which is in {unit}: " in str(caught.value)

    def test_series_between_other_currencies(self, grants: Indicator) -> None:
        """The series must hold the two currencies."""
        with pytest.raises(WrongSeries, match="needed is a rate in 'SEK / EUR' or 'EUR / SEK'"):
            exchange(grants, to="SEK", by="ecb-eur-nok")

    def test_rate_that_is_missing(self, make: Make, grants: Indicator) -> None:
        """Why it is missing is said."""
        rates = make(
            "rates", "NOK / EUR", {2018: Missing(MissingReason.NOT_YET_AVAILABLE), 2019: 10}
        )

        with pytest.raises(NoReferenceFigure, match="in 2018; it is not yet available"):
            exchange(grants, to="NOK", by=rates)

    @pytest.mark.parametrize(
        ("rate", "problem"),
        [
            (0, "above zero"),
            (Value(9, RATE, Qualifier.AT_LEAST), "a bound does not convert"),
            (
                Range(
                    low=Value(9, parse_unit("NOK / EUR")), high=Value(9, parse_unit("NOK / EUR"))
                ),
                "a single number is needed",
            ),
        ],
    )
    def test_rate_that_nothing_can_be_computed_with(
        self, make: Make, rate: object, problem: str
    ) -> None:
        """A bound, a range and zero do not convert others."""
        rates, grants = make("rates", "NOK / EUR", {2019: rate}), make("a", "EUR", {2019: 1})

        with pytest.raises(UnfitReferenceFigure, match=problem):
            exchange(grants, to="NOK", by=rates)

    def test_several_rates(self, make: Make, rates: Indicator) -> None:
        """Several versions of a rate are for the caller to choose from."""
        rows = [
            Observation(area="NO", period=2019, vintage=vintage, value=Value(9, rates.unit))
            for vintage in (2020, 2021)
        ]
        twice = attrs.evolve(rates, observations=type(rates.observations).of(rates.unit, rows))
        grants = make("grants", "EUR", {2019: 1})

        with pytest.raises(ManyReferenceFigures, match="has 2 figures in 2019; choose with where"):
            exchange(grants, to="NOK", by=twice)
        assert (
            9 == exchange(grants, to="NOK", by=twice.where(vintage=2021)).data()[0].number.magnitude
        )


class TestCatalogue:
    """With the packaged rates."""

    def test_rate_quoted_for_100_is_that_for_one(self, make: Make) -> None:
        """1 000 Swedish kronor at 93.0390 for 100."""
        kronor = make("grants", "SEK", {2019: 1000})

        assert Value("930.390", NOK) == exchange(kronor, to="NOK", by="ecb-sek-nok").data()[0].value

    def test_first_year_of_the_icelandic_rate_is_partial(self, make: Make) -> None:
        """The mean of 2018 begins in February, and is used only if asked for."""
        kronur = make("grants", "ISK", {2018: 1000})

        with pytest.raises(PartialReference):
            exchange(kronur, to="NOK", by="ecb-isk-nok")
        found = exchange(kronur, to="NOK", by="ecb-isk-nok", partial="allow")
        assert Value("75.173", NOK) == found.data()[0].value

    def test_support_of_horizon_2020_in_kroner(self, make: Make) -> None:
        """18.1 million euro at the annual mean of 2019 are 178.3 million kroner."""
        total = make("support", "EUR", {"2014/2019": "18.1E6"})
        found = exchange(total, to="NOK", by=series("ecb-eur-nok"), at=2019)

        assert Value("178304910", NOK) == found.data()[0].value


@pytest.mark.parametrize(
    ("flag", "handed_on"),
    [
        (Status.PROVISIONAL, True),
        (Status.ESTIMATED, True),
        (Status.FORECAST, True),
        (Status.IMPUTED, True),
        (Status.EXPERIMENTAL, True),
        (Status.UNVALIDATED, True),
        (Status.LOW_RELIABILITY, True),
        (Status.REVISED, False),
        (Status.BREAK, False),
        (Status.NOT_SIGNIFICANT, False),
        (Status.SPECIAL_EVENT, False),
        (Status.DEFINITION_DIFFERS, False),
    ],
)
def test_unsure_rate_makes_unsure(make: Make, flag: Status, *, handed_on: bool) -> None:
    """What says how sure a rate is holds of what it converts; what else is said does not."""
    rates = make("rates", "NOK / EUR", {2018: 9, 2019: 10}, rows={2019: {"status": {flag}}})
    gap = Missing(MissingReason.SUPPRESSED)
    grants = make(
        "grants", "EUR", {2018: 1, 2019: 2}, rows={2019: {"status": {Status.SPECIAL_EVENT}}}
    )
    found = exchange(grants, to="NOK", by=rates)

    assert frozenset() == found.at(period=2018).observation.status
    assert {Status.SPECIAL_EVENT} | ({flag} if handed_on else set()) == (
        found.at(period=2019).observation.status
    )
    missing = exchange(make("grants", "EUR", {2019: gap}), to="NOK", by=rates)
    assert frozenset() == missing.observations[0].status

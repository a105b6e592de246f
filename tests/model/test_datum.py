"""Figures with their meaning, and what is computed from two of them."""

from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Any

import pytest

from offinno.language import Term, Text, vocabulary
from offinno.model import (
    Break,
    Contradiction,
    Datum,
    Dimension,
    Evidence,
    Indicator,
    Measuring,
    Method,
    Note,
    Observation,
    Population,
    Question,
    Sample,
    Source,
)
from offinno.units import IncompatibleUnits, parse_unit
from offinno.values import BadValue, Missing, MissingReason, Period, Qualifier, Range, Value

Rows = Callable[..., Observation]
Indicators = Callable[..., Indicator]

NOK, EUR = parse_unit("NOK"), parse_unit("EUR")
SHARE = parse_unit("% of public-workplaces")
PEOPLE = parse_unit("inhabitants")
STAR = Note(mark="*", text="Bare kommuner")
UNKNOWN = Missing(MissingReason.NOT_STATED)
SECTOR = Dimension(
    key="sector",
    label="sektor",
    categories=[Term(key="health", label="helse"), Term(key="school", label="skole")],
)


class TestDatum:
    """A row together with its header."""

    def test_is_a_row_of_its_indicator(self, indicator: Indicators, row: Rows) -> None:
        """A number that the indicator does not have cannot stand under its title."""
        whole = indicator([row(10), row(20, "SE")])

        assert 1 == Datum(whole, row(20, "SE")).row
        for other in (row(11), row(10, "FI"), row(10, notes=["*"]), row(Value(1, NOK))):
            with pytest.raises(Contradiction, match="the indicator 'made-up' has no such row"):
                Datum(whole, other)

    def test_row_overrides_header(
        self, indicator: Indicators, row: Rows, municipal: Term, one: Source, two: Source
    ) -> None:
        """What a row says of itself stands above what the header says of all."""
        own = Population(unit=municipal)
        question, other = Question(key="q", text="?"), Question(key="r", text="?")
        sample = Sample(n=5)
        rows = [
            row(1),
            row(2, "SE", population=own, question=other, sample=sample, source="two", notes=["*"]),
        ]
        header = {"question": question, "sample": UNKNOWN, "sources": [one, two], "notes": [STAR]}
        plain, special = indicator(rows, **header).data()

        assert (plain.indicator.population, question, UNKNOWN, one, ()) == (
            plain.population,
            plain.question,
            plain.sample,
            plain.source,
            plain.notes,
        )
        assert (own, other, sample, two, (STAR,)) == (
            special.population,
            special.question,
            special.sample,
            special.source,
            special.notes,
        )
        assert ((one,), (two,)) == (plain.sources, special.sources)

    def test_says_where_and_when(self, indicator: Indicators) -> None:
        """And in which unit."""
        datum = indicator().at()

        assert ("NO", "2018", SHARE) == (datum.area.code, datum.period.text, datum.unit)
        assert (None, ()) == (datum.source, datum.sources)

    def test_is_compared_by_row_and_indicator(self, indicator: Indicators, row: Rows) -> None:
        """Two equal ones have one hash, whether or not their indicator is the same object."""
        rows = [row(10), row(20, "SE")]
        whole = indicator(rows)

        assert whole.at(area="NO") == whole.at(area="NO") == indicator(rows).at(area="NO")
        assert whole.at(area="NO") != whole.at(area="SE")
        assert whole.at(area="NO") != indicator(rows, title="Annet").at(area="NO")
        assert whole.at(area="NO") != "NO"
        assert 1 == len({whole.at(area="NO"), indicator(rows).at(area="NO")})

    @pytest.mark.parametrize("value", [UNKNOWN, Range(low=Value(1, SHARE), high=Value(2, SHARE))])
    def test_has_one_number_or_none(self, indicator: Indicators, row: Rows, value: Any) -> None:
        """A range is not computed with, and neither is what is missing."""
        datum = indicator([row(value)]).at()

        assert value == datum.value
        with pytest.raises(Contradiction, match="there is no single value to compute with"):
            _ = datum.number
        with pytest.raises(Contradiction):
            datum.as_input()

    def test_shows_itself(self, indicator: Indicators) -> None:
        """Its reference and its value."""
        datum = indicator().at()

        assert "made-up[area=NO, period=2018]: 10 % of public-workplaces" == str(datum)
        assert f"<Datum {datum}>" == repr(datum)

    def test_reference_names_it_alone(
        self, indicator: Indicators, row: Rows, one: Source, two: Source
    ) -> None:
        """Of disputed rows and of several versions, too."""
        rows = [
            row(1, breakdowns={"sector": "health"}),
            row(2, breakdowns={"sector": "health"}, source="two"),
            row(3, breakdowns={"sector": "health"}, vintage="2019-01-02"),
        ]
        whole = indicator(rows, sources=[one, two], dimensions=[SECTOR])
        found = [datum.reference.removeprefix("made-up") for datum in whole.data()]

        assert [
            "[area=NO, period=2018, sector=health, vintage=?, source=one]",
            "[area=NO, period=2018, sector=health, vintage=?, source=two]",
            "[area=NO, period=2018, sector=health, vintage=2019-01-02, source=one]",
        ] == found


class TestArithmetic:
    """Sums, differences and quotients check area and period and remember what they are from."""

    @pytest.fixture
    def money(self, indicator: Indicators, row: Rows) -> Callable[..., Datum]:
        """Return the builder of one figure in kroner."""

        def make(number: object, key: str = "spending", unit: Any = NOK, **header: Any) -> Datum:
            own = header.pop("own", {})
            one = row(Value(number, unit), **own)  # type: ignore[arg-type]
            return indicator([one], key=key, unit=unit, **header).at()

        return make

    def test_difference_of_shares_is_in_points(self, money: Callable[..., Datum]) -> None:
        """As of bare values."""
        found = money(78, "a", SHARE) - money(77, "b", SHARE)

        assert "1 pp of public-workplaces" == str(found.number)
        assert found.indicator.unit == found.number.unit

    def test_result_remembers(self, money: Callable[..., Datum], one: Source, two: Source) -> None:
        """Method, inputs, sources, title and definition."""
        state = money(5, "state", title={"nb": "Stat", "en": "State"}, sources=[one])
        rest = money("2.5", "rest", title={"nb": "Resten", "nn": "Resten"}, sources=[two])
        found = state + rest

        assert "7.5 NOK" == str(found.number)
        assert "state-sum-rest" == found.indicator.key
        assert Text({"nb": "Stat + Resten"}) == found.indicator.title
        assert (one, two) == found.indicator.sources == found.sources
        assert Evidence.DERIVED is found.observation.evidence
        lineage = found.indicator.lineage
        assert lineage is not None
        assert (Method.SUM, None) == (lineage.method, lineage.digits)
        assert (state.as_input(), rest.as_input()) == lineage.inputs
        assert one == lineage.inputs[0].source

    def test_lineage_nests(self, money: Callable[..., Datum], one: Source) -> None:
        """What was computed once is computed with again, and all sources stay."""
        two = Source(key="two", publisher="B", title="B")
        inner = money(1, "a", sources=[one]) + money(2, "b", sources=[two])
        found = inner - money(1, "c", sources=[one])

        lineage = found.indicator.lineage
        assert lineage is not None
        assert inner.indicator.lineage == lineage.inputs[0].lineage
        assert (one, two) == found.sources

    @pytest.mark.parametrize("letter", ["a", "ab-", "a-"])
    def test_keys_are_cut_to_keys(self, money: Callable[..., Datum], letter: str) -> None:
        """However long the two are, and wherever they are cut."""
        key = (letter * 40)[:79].strip("-")
        found = money(5, key) - money(1, key)
        again = found - found

        assert "--" not in again.indicator.key
        assert len(again.indicator.key) <= 80

    def test_quotient_of_one_unit_is_a_number(self, money: Callable[..., Datum]) -> None:
        """And of two units a figure for each."""
        assert Decimal("2.5") == money(5) / money(2)
        found = money(10) / money(4, "people", PEOPLE)
        assert isinstance(found, Datum)
        assert "2.5 NOK / inhabitants" == str(found.number)
        assert "Oppdiktet ÷ Oppdiktet" == found.indicator.title["nb"]

    def test_nothing_is_divided_by_zero(self, money: Callable[..., Datum]) -> None:
        """As with bare values."""
        with pytest.raises(BadValue):
            money(1) / money(0)

    def test_units_must_fit(self, money: Callable[..., Datum]) -> None:
        """Kroner and euro do not add up."""
        with pytest.raises(IncompatibleUnits):
            money(1) + money(1, "b", EUR)

    @pytest.mark.parametrize(
        ("own", "said"),
        [
            ({"area": "SE"}, "areas differ (NO, SE); compare them with Comparison"),
            ({"period": 2019}, "periods differ (2018, 2019)"),
            ({"covers": "2018-H1"}, "parts of the period differ (None, 2018-H1)"),
        ],
    )
    def test_area_and_period_must_agree(
        self, money: Callable[..., Datum], own: dict[str, Any], said: str
    ) -> None:
        """What is spent here this year is not added to what is spent there last year."""
        for work in (Datum.__add__, Datum.__sub__, Datum.__truediv__):
            with pytest.raises(Contradiction) as refused:
                work(money(1), money(1, "b", own=own))
            assert said in str(refused.value)

    @pytest.mark.parametrize("other", [1, Decimal(1), Value(1, NOK), None])
    def test_only_data_are_computed_with(self, money: Callable[..., Datum], other: Any) -> None:
        """A bare number has no area and no period."""
        datum = money(1)
        for work in (Datum.__add__, Datum.__sub__, Datum.__truediv__):
            assert NotImplemented is work(datum, other)
        with pytest.raises(TypeError):
            datum + other

    @pytest.mark.parametrize(
        ("left", "right", "text", "digits"),
        [
            ("1", "3", "0.333333333333333", 15),
            ("2", "3E+9", "6.666666666667E-10", 13),
            ("1", "8", "0.125", None),
            ("2E+22", "1E-3", "20000000000000000000000000", None),
            ("123456789012345", "7", "17636684144620.7", 15),
        ],
    )
    def test_digits_are_rounded_to_what_a_column_holds(
        self, money: Callable[..., Datum], left: str, right: str, text: str, digits: int | None
    ) -> None:
        """Fifteen digits, and no more than twenty-two decimals; the lineage says so."""
        with localcontext() as context:
            context.prec = 2  # the caller's own computing changes nothing
            found = money(left, "a") / money(right, "b", PEOPLE)

        assert isinstance(found, Datum)
        assert Decimal(text) == found.number.magnitude
        assert found.indicator.lineage is not None
        assert digits == found.indicator.lineage.digits

    def test_header_is_what_both_agree_in(self, money: Callable[..., Datum]) -> None:
        """Population, question, sample, measuring and version; unknown where they differ."""
        question, sample = Question(key="q", text="?"), Sample(n=5)
        same = {"question": question, "sample": sample, "measuring": Measuring.FLOW}
        own = {"vintage": "2019-01-02"}
        one = money(1, "a", own=own, **same)
        two = money(2, "b", own=own, **same)
        found = (one + two).indicator

        assert (one.population, question, sample, Measuring.FLOW) == (
            found.population,
            found.question,
            found.sample,
            found.measuring,
        )
        assert Period("2019-01-02") == (one + two).observation.vintage
        whole = one + money(3, "c", population=Population(unit=vocabulary()["municipalities"]))
        assert (UNKNOWN, None, UNKNOWN, None, None) == (
            whole.population,
            whole.question,
            whole.sample,
            whole.indicator.measuring,
            whole.observation.vintage,
        )

    def test_shared_categories_stay(self, indicator: Indicators, row: Rows) -> None:
        """A sum within one category is of that category; across two it is of neither."""
        rows = [
            row(Value(n, NOK), breakdowns={"sector": key})
            for n, key in ((1, "health"), (2, "school"))
        ]
        health, school = indicator(rows, unit=NOK, dimensions=[SECTOR]).data()
        across, within = health + school, health + health

        assert ((), ()) == (across.observation.breakdowns, across.indicator.dimensions)
        assert (SECTOR,) == within.indicator.dimensions
        assert (("sector", "health"),) == within.observation.breakdowns
        assert across.indicator.lineage is not None
        assert ["health", "school"] == [
            dict(one.breakdowns)["sector"] for one in across.indicator.lineage.inputs
        ]

    def test_notes_are_not_lost(self, money: Callable[..., Datum]) -> None:
        """Notes of both stay; where two have one mark, one of them gets another."""
        second, third = Note(mark="*", text="Foreløpig"), Note(mark="*", text="Anslag")
        parts = [
            money(n, f"f{n}", notes=[note], own={"notes": ["*"]})
            for n, note in enumerate((STAR, second, third, STAR))
        ]
        found = parts[0] + parts[1] + parts[2] + parts[3]

        assert ["*", "n1", "n2"] == [note.mark for note in found.notes]
        assert [STAR.text, second.text, third.text] == [note.text for note in found.notes]

    def test_breaks_are_not_lost(self, money: Callable[..., Datum]) -> None:
        """A break in either series is one in the result."""
        one = Break(key="weights", at=2016, changed="vekting")
        two = Break(key="weights", at=2017, changed="utvalg")
        left = money(1, "a", breaks=[one], series="2015/2018")
        right = money(2, "b", breaks=[one], series="2014/2020")
        found = (left + right + money(1, "c", breaks=[two], series="2017/2018")).indicator

        assert [("weights", 2016), ("weights-2", 2017)] == [
            (change.key, int(change.at.text)) for change in found.breaks
        ]
        assert Period("2014-01-01/2020-12-31") == found.series
        assert (
            money(1, "a", own={"period": "?"}) + money(1, "a", own={"period": "?"})
        ).indicator.series is None

    def test_breaks_need_one_known_series(self, money: Callable[..., Datum]) -> None:
        """The other may have no period that is known."""
        one = Break(key="weights", at=2016, changed="vekting")
        left = money(1, "a", breaks=[one], series="2015/2018", own={"period": "?"})
        right = money(2, "a", own={"period": "?"})

        assert Period("2015-01-01/2018-12-31") == (left + right).indicator.series

    def test_unknown_periods_are_never_known_to_be_one(self, money: Callable[..., Datum]) -> None:
        """Of one figure they are; of two figures nobody has said so."""
        left, right = (money(1, key, own={"period": "?"}) for key in ("a", "b"))

        assert "2 NOK" == str((left + left).number)
        with pytest.raises(Contradiction, match="nothing says that their unknown periods are one"):
            left + right

    def test_sources_of_one_key_are_told_apart(
        self, money: Callable[..., Datum], one: Source
    ) -> None:
        """Two sheets may have called two reports alike."""
        other = Source(key="one", publisher="C", title="Another")
        found = money(1, "a", sources=[one]) + money(2, "b", sources=[other])

        assert ["one", "one-2"] == [source.key for source in found.indicator.sources]

    @pytest.mark.parametrize(
        ("left", "right", "title"),
        [
            ({"nb": "a", "en": "b"}, {"nb": "c", "nn": "d"}, {"nb": "a + c"}),
            ({"nb": "a"}, {"en": "c"}, {"nb": "a + c"}),
            ("a", {"nb": "b", "en": "c"}, {"nb": "a + b", "en": "a + c"}),
            ({"nb": "b", "en": "c"}, "a", {"nb": "b + a", "en": "c + a"}),
            ("a", "b", {"und": "a + b"}),
        ],
    )
    def test_titles_stay_in_their_languages(
        self, money: Callable[..., Datum], left: Any, right: Any, title: Any
    ) -> None:
        """In those both have; a name is the same in all."""
        found = money(1, "a", title=left) + money(2, "b", title=right)

        assert Text(title) == found.indicator.title

    def test_qualifiers_follow_their_table(self, money: Callable[..., Datum]) -> None:
        """As of bare values."""
        most = Value(5, NOK, Qualifier.AT_MOST)
        found = money(1, "a") + money(0, "b")
        assert Qualifier.EXACT is found.number.qualifier
        assert "at most 6 NOK" == str(Value(1, NOK) + most)

"""Whether figures may stand side by side, and what may be done with those that may."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from offinno.exceptions import UnknownName
from offinno.language import Term, UnsafeText, vocabulary
from offinno.model import (
    Area,
    BadOverrides,
    Break,
    Comparison,
    Contradiction,
    Datum,
    Dimension,
    Indicator,
    NotComparable,
    Observation,
    Population,
    Preferred,
    Rule,
    Source,
    Verdict,
    WrongType,
)
from offinno.units import parse_unit
from offinno.values import (
    BadValue,
    Missing,
    MissingReason,
    Period,
    Qualifier,
    Range,
    UnknownOutcome,
    Value,
)

Rows = Callable[..., Observation]
Indicators = Callable[..., Indicator]

SHARE = parse_unit("% of public-workplaces")
NOK, EUR = parse_unit("NOK"), parse_unit("EUR")
GAP = Missing(MissingReason.NOT_STATED)
COMPARABLE, CAVEATS, REFUSED = Verdict
NUMBERS = {"IS": 78, "NO": 77, "SE": 81, "FI": 95, "DK": 80}


class TestMembers:
    """A comparison is of two figures at least, along one thing."""

    def test_come_from_an_indicator(self, nordic: Indicator) -> None:
        """In the order of its rows."""
        compared = Comparison.of(nordic)

        assert tuple(NUMBERS) == compared.names
        assert nordic.data() == compared.members
        assert nordic.at(area="SE") == compared.member("SE")

    def test_come_from_anywhere(self, nordic: Indicator, indicator: Indicators, row: Rows) -> None:
        """Figures of different indicators stand side by side as well."""
        other = indicator([row(5)], key="other").at()
        along = Comparison.between(nordic.at(area="NO"), other, along="indicator")

        assert ("made-up", "other") == along.names
        assert ("NO", "SE") == Comparison.between(nordic.at(area="NO"), nordic.at(area="SE")).names

    def test_are_called_by_what_is_compared(self, indicator: Indicators, row: Rows) -> None:
        """Areas, periods, or categories of a dimension."""
        sector = Dimension(
            key="sector",
            label="sektor",
            categories=[Term(key="health", label="helse"), Term(key="school", label="skole")],
        )
        rows = [row(n, breakdowns={"sector": key}) for n, key in enumerate(("health", "school"))]
        split = indicator(rows, dimensions=[sector])
        years = indicator([row(n, period=2018 + n) for n in range(2)])

        assert ("health", "school") == Comparison.of(split, along="sector").names
        assert ("2018", "2019") == Comparison.of(years, along="period").names
        with pytest.raises(UnknownName, match=r"no dimension is called 'sex'; known: .*, sector"):
            Comparison.of(split, along="sex")

    @pytest.mark.parametrize(
        ("changes", "error", "said"),
        [
            ({"members": []}, Contradiction, "two figures at least are needed"),
            ({"members": "NO"}, WrongType, "tuple of Datum"),
            ({"along": "sex"}, UnknownName, "no dimension is called 'sex'"),
            (
                {"along": "period"},
                Contradiction,
                r"called '2018'; they differ in area \(IS, NO, SE, FI, …\); choose with where\(\)",
            ),
            ({"reference_at": 5}, Contradiction, "the reference is none of the members"),
            ({"reference_at": -1}, Contradiction, "the reference is none of the members"),
            ({"reference_at": True}, WrongType, "int or None"),
            ({"allowed": {"levle": "why"}}, UnknownName, "did you mean 'level'"),
            ({"allowed": {"level": " "}}, UnsafeText, "blanks"),
        ],
    )
    def test_are_checked(
        self, nordic: Indicator, changes: dict[str, Any], error: type[Exception], said: str
    ) -> None:
        """By the constructor, so by every way in."""
        with pytest.raises(error, match=said):
            Comparison(**{"members": nordic.data()} | changes)

    def test_are_not_one_and_the_same(self, nordic: Indicator) -> None:
        """A figure twice differs in nothing, and nothing chooses between them."""
        one = nordic.at(area="NO")
        with pytest.raises(Contradiction, match=r"are called 'NO'; choose with where\(\)"):
            Comparison.between(one, one)

    @pytest.mark.parametrize(
        ("options", "error", "said"),
        [
            ({"along": ["area"]}, UnknownName, r"no dimension is called \['area'\]; known: area"),
            ({"along": None}, UnknownName, "no dimension is called None; known: area, period"),
            ({"allow": "level"}, BadOverrides, r"write it as in allow=\{'level': 'why'\}"),
        ],
    )
    def test_options_of_the_wrong_kind_are_refused(
        self, nordic: Indicator, options: dict[str, Any], error: type[Exception], said: str
    ) -> None:
        """A list is no name of a dimension, and the name of a rule no reason to override it."""
        with pytest.raises(error, match=said):
            Comparison.of(nordic, **options)

    def test_agree_in_all_that_is_not_compared(self, indicator: Indicators, row: Rows) -> None:
        """Norway one year and Sweden the next is no development."""
        years = indicator([row(1, "NO"), row(2, "SE", period=2019)])
        sector = Dimension(
            key="sector",
            label="sektor",
            categories=[Term(key="health", label="helse"), Term(key="school", label="skole")],
        )
        rows = [
            row(1, breakdowns={"sector": "health"}),
            row(2, "SE", breakdowns={"sector": "school"}),
        ]

        with pytest.raises(Contradiction, match="NO and SE differ in area, and period is what"):
            Comparison.of(years, along="period")
        with pytest.raises(Contradiction, match="health and school differ in sector, and area is"):
            Comparison.of(indicator(rows, dimensions=[sector]))

    def test_reference_is_one_of_them(self, nordic: Indicator) -> None:
        """A name that is none lists those that are."""
        with pytest.raises(UnknownName, match=r"no member is called 'DE'; .* IS, NO, SE, FI, DK"):
            Comparison.of(nordic, reference="DE")

    def test_of_disputed_figures_the_preferred_one(
        self, indicator: Indicators, row: Rows, one: Source, two: Source
    ) -> None:
        """Without a preference there are two figures for one name."""
        rows = [row(1), row(2, source="two"), row(3, "SE")]
        choice = Preferred(source="two", reason="nyest")

        with pytest.raises(Contradiction, match="two figures along area are called 'NO'"):
            Comparison.of(indicator(rows, sources=[one, two]))
        settled = Comparison.of(indicator(rows, sources=[one, two], preferred=choice))
        assert 2 == settled.member("NO").number.magnitude

    def test_show_themselves(self, nordic: Indicator) -> None:
        """With the verdict."""
        assert "<Comparison of IS, NO, SE, FI, DK: not comparable>" == repr(Comparison.of(nordic))


class TestVerdicts:
    """Each member has its own verdict against the reference; the worst is that of all."""

    def test_are_one_for_each(self, nordic: Indicator) -> None:
        """By name, or by the figure."""
        compared = Comparison.of(nordic)

        assert [COMPARABLE, COMPARABLE, COMPARABLE, REFUSED, COMPARABLE] == [
            compared.verdict_of(name) for name in compared.names
        ]
        assert REFUSED is compared.verdict
        assert REFUSED is compared.verdict_of(nordic.at(area="FI"))
        assert COMPARABLE is compared.verdict_of(nordic.at(area="NO"))

    def test_are_for_members(self, nordic: Indicator, indicator: Indicators) -> None:
        """A figure that takes no part has none."""
        compared = Comparison.of(nordic)
        for stranger in ("DE", indicator(key="other").at()):
            with pytest.raises(UnknownName, match="no member is called"):
                compared.verdict_of(stranger)

    def test_have_reasons(self, nordic: Indicator, municipal: Term) -> None:
        """As facts: the rule, and what both have."""
        (reason,) = Comparison.of(nordic).reasons

        assert (Rule.LEVEL, REFUSED) == (reason.rule, reason.outcome)
        assert (frozenset({municipal}), frozenset()) == (reason.have, reason.want)
        assert ("FI", "IS") == (reason.member.area.code, reason.reference.area.code)

    def test_may_be_overridden(self, nordic: Indicator) -> None:
        """By rule, with a reason that is shown; what was refused becomes a caveat."""
        compared = Comparison.of(nordic, allow={"level": "made up"})
        (reason,) = compared.reasons

        assert (CAVEATS, "made up") == (reason.outcome, reason.allowed)
        assert CAVEATS is compared.verdict
        assert 1 == compared.rank("FI")
        assert () == compared.set_apart

    def test_do_not_ask_time_of_time(self, indicator: Indicators, row: Rows) -> None:
        """Along periods, figures need not overlap, nor be of one version; a break still counts."""
        rows = [
            row(1, period=2017, vintage="2018-01-02"),
            row(2, period=2018, vintage="2019-01-02"),
        ]
        change = Break(key="weights", at=2018, changed="vekting")

        assert COMPARABLE is Comparison.of(indicator(rows), along="period").verdict
        (reason,) = Comparison.of(indicator(rows, breaks=[change]), along="period").reasons
        assert (Rule.METHOD_BREAK, change) == (reason.rule, reason.have)

    def test_see_breaks_of_narrowed_indicators(self, indicator: Indicators, row: Rows) -> None:
        """A part of a series has the breaks of all of it."""
        rows = [row(n, period=2016 + n) for n in range(4)]
        whole = indicator(rows, breaks=[Break(key="weights", at=2018, changed="vekting")])
        parts = [whole.where(period=year).at() for year in (2016, 2019)]

        assert REFUSED is Comparison.between(*parts, along="period").verdict

    def test_unknown_is_never_equal(self, indicator: Indicators, row: Rows) -> None:
        """Two figures of which the same is not known are compared with a caveat."""
        unknown = indicator([row(1), row(2, "SE")], population=GAP)

        assert CAVEATS is Comparison.of(unknown).verdict


class TestOperations:
    """Difference, ratio and rank work among members that may, and refuse others."""

    def test_difference(self, nordic: Indicator) -> None:
        """Of shares in percentage points."""
        compared = Comparison.of(nordic)

        assert "-1 pp of public-workplaces" == str(compared.difference("NO", "IS"))
        assert "0 pp of public-workplaces" == str(compared.difference("FI", "FI"))

    def test_ratio(self, nordic: Indicator, indicator: Indicators, row: Rows) -> None:
        """How many times the one goes into the other."""
        units = [parse_unit("km"), parse_unit("m")]
        distances = [
            indicator([row(Value(2, u), a)], key=k, unit=u).at()
            for u, a, k in zip(units, ["NO", "SE"], ["a", "b"], strict=True)
        ]

        assert Decimal(77) / 78 == pytest.approx(Comparison.of(nordic).ratio("NO", "IS"))
        assert 1000 == Comparison.between(*distances).ratio("NO", "SE")
        assert 1998 == Comparison.between(*distances).difference("NO", "SE").to(units[1]).magnitude

    def test_ratio_to_nothing(self, indicator: Indicators, row: Rows) -> None:
        """Is none."""
        with pytest.raises(BadValue):
            Comparison.of(indicator([row(1), row(0, "SE")])).ratio("NO", "SE")

    def test_ratio_in_spite_of_units(self, indicator: Indicators, row: Rows) -> None:
        """Kroner for each euro is no bare number, whatever is allowed."""
        data = [
            indicator([row(Value(2, unit), area)], key=area.lower(), unit=unit).at()
            for unit, area in ((NOK, "NO"), (EUR, "SE"))
        ]
        compared = Comparison.between(*data, allow={"currency": "made up"})

        with pytest.raises(Contradiction, match="it is 1 NOK / EUR, no bare number"):
            compared.ratio("NO", "SE")

    def test_rank(self, nordic: Indicator) -> None:
        """From the largest, among those that may be ranked."""
        compared = Comparison.of(nordic)

        assert {"SE": 1, "DK": 2, "IS": 3, "NO": 4} == {
            name: compared.rank(name) for name in ("NO", "SE", "DK", "IS")
        }
        assert [(1, "SE"), (2, "DK"), (3, "IS"), (4, "NO")] == [
            (place, member.area.code) for place, member in compared.ranking
        ]

    def test_equal_figures_share_a_place(self, indicator: Indicators, row: Rows) -> None:
        """The next place is left empty; a decimal more makes no other figure."""
        rows = [row("80.0", "NO"), row(90, "SE"), row(80, "FI"), row(70, "DK")]

        assert [(1, "SE"), (2, "NO"), (2, "FI"), (4, "DK")] == [
            (place, member.area.code) for place, member in Comparison.of(indicator(rows)).ranking
        ]

    def test_refusal_names_the_reasons(self, nordic: Indicator) -> None:
        """And how to override them."""
        compared = Comparison.of(nordic)
        for work in (
            lambda: compared.rank("FI"),
            lambda: compared.difference("NO", "FI"),
            lambda: compared.ratio("FI", "NO"),
        ):
            with pytest.raises(NotComparable, match=r"level is .* as in allow=\{'level': 'why'\}"):
                work()

    def test_refusal_speaks_of_its_own_rules(self, indicator: Indicators, row: Rows) -> None:
        """It calls figures as the comparison does, and its example overrides all that it needs."""
        filtered = Population(
            unit=vocabulary()["public-workplaces"], filters=[Term(key="large", label="store")]
        )
        one = indicator(key="one").at()
        other = indicator([row(period=2019)], key="other", population=filtered).at()
        compared = Comparison.between(one, other, along="indicator")
        with pytest.raises(NotComparable) as refused:
            compared.difference("other", "one")

        assert str(refused.value) == (
            "the difference of other and one has no meaning: "
            "other: filter is large, against all; other: overlap is 2019, against 2018; "
            "a rule may be overridden by name, as in allow={'filter': 'why', 'overlap': 'why'}"
        )

    def test_years_are_names_too(self, indicator: Indicators, row: Rows) -> None:
        """A year may be a whole number, and an area or period stand for its name."""
        rows = [row(2, period=2019), row(5, period=2020)]
        compared = Comparison.of(indicator(rows), along="period", reference=2019)

        assert 3 == compared.difference(2020, Period(2019)).magnitude
        assert Decimal("2.5") == compared.ratio(2020, 2019)
        assert 1 == compared.rank(2020)
        assert 5 == compared.member(2020).number.magnitude
        assert COMPARABLE is compared.verdict_of(2020)
        with pytest.raises(UnknownName, match="no member is called 2022"):
            compared.difference(2022, 2020)

    def test_areas_are_names_too(self, indicator: Indicators, row: Rows) -> None:
        """As in the selectors of an indicator."""
        compared = Comparison.of(indicator([row(3), row(5, "SE")]), reference=Area("NO"))

        assert "NO" == compared.reference.area.code
        assert 2 == compared.difference(Area("SE"), "NO").magnitude

    def test_refusal_survives_pickling(self, nordic: Indicator) -> None:
        """With every reason and every figure in it."""
        with pytest.raises(NotComparable) as refused:
            Comparison.of(nordic).rank("FI")
        again = pickle.loads(pickle.dumps(refused.value))

        assert refused.value.reasons == again.reasons
        assert str(refused.value) == str(again)

    @pytest.mark.parametrize("value", [GAP, Range(low=Value(1, SHARE), high=Value(2, SHARE))])
    def test_need_a_number(self, indicator: Indicators, row: Rows, value: Any) -> None:
        """A member without one is compared in words, not in numbers."""
        compared = Comparison.of(indicator([row(1), row(value, "SE"), row(2, "FI")]))

        assert COMPARABLE is compared.verdict_of("SE")
        assert ["FI", "NO"] == [member.area.code for _, member in compared.ranking]
        for work in (
            lambda: compared.rank("SE"),
            lambda: compared.difference("NO", "SE"),
            lambda: compared.ratio("SE", "NO"),
        ):
            with pytest.raises(Contradiction, match="no single value"):
                work()

    def test_qualifiers_may_leave_the_order_open(self, indicator: Indicators, row: Rows) -> None:
        """Over 70 may be more or less than 75; it is more than 60."""
        over = Value(70, SHARE, Qualifier.OVER)
        compared = Comparison.of(indicator([row(over), row(60, "SE")]))
        open_ = Comparison.of(indicator([row(over), row(75, "SE")]))

        assert (1, 2) == (compared.rank("NO"), compared.rank("SE"))
        with pytest.raises(UnknownOutcome):
            _ = open_.ranking

    def test_units_may_be_converted(self, indicator: Indicators, row: Rows) -> None:
        """Two kilometres are more than a thousand metres."""
        data = [
            indicator([row(Value(n, parse_unit(u)), a)], key=a.lower(), unit=parse_unit(u)).at()
            for n, u, a in ((1000, "m", "NO"), (2, "km", "SE"))
        ]

        assert ["SE", "NO"] == [m.area.code for _, m in Comparison.between(*data).ranking]


def test_many_members_take_no_time(indicator: Indicators, row: Rows) -> None:
    """As many areas as Norway has had municipalities are compared at once."""
    years = [f"{1000 + n}" for n in range(150)]
    compared: Callable[[], Comparison] = lambda: Comparison.of(  # noqa: E731
        indicator([row(n % 90, period=year) for n, year in enumerate(years)]), along="period"
    )
    data: tuple[Datum, ...] = compared().members

    assert 150 == len(compared().ranking)
    assert data[0] == compared().reference

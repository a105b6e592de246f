"""Products and shares of figures: the right whole, the right moment, and what stays known."""

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from offinno.language import Term, vocabulary
from offinno.model import (
    Contradiction,
    Datum,
    Derivation,
    Dimension,
    Dropped,
    Indicator,
    Input,
    Method,
    Observation,
    Observations,
    Population,
    Question,
    Sample,
    Status,
)
from offinno.model._uncertain import INTERVALS, Bearer, Ends
from offinno.units import IncompatibleUnits, Operation, Refusal, Unit, parse_unit
from offinno.values import (
    BadValue,
    Counted,
    Interval,
    Missing,
    MissingReason,
    Period,
    Qualifier,
    UnknownOutcome,
    Value,
)

OURS = vocabulary()
WORKPLACES = Population(unit=OURS["workplaces"])
MUNICIPAL = Term(key="municipal", label="kommunalt")
NOT_STATED = Missing(MissingReason.NOT_STATED)
SECTOR = Dimension(
    key="sector",
    label="s",
    categories=[Term(key=name, label=name) for name in ("health", "school")],
)
#: What makes a figure one of a sector.
HEALTH: dict[str, Any]
SCHOOL: dict[str, Any]
HEALTH, SCHOOL = (
    {"dimensions": [SECTOR], "row_breakdowns": {"sector": name}} for name in ("health", "school")
)
MADE_UP = Population(unit=OURS["projects"])


def figure(number: Any, unit: str | Unit, key: str = "made-up", **more: Any) -> Datum:
    """Return one figure; what belongs to the row is given as ``row_...``, made up all of it."""
    unit = parse_unit(unit) if isinstance(unit, str) else unit
    row = {name[4:]: more.pop(name) for name in list(more) if name.startswith("row_")}
    value = number if isinstance(number, Value) else Value(number, unit)
    usual: dict[str, Any] = {"area": "NO", "period": 2018, "value": value}
    one = Observation(**usual | row)
    header: dict[str, Any] = {"title": key, "definition": key, "population": WORKPLACES}
    indicator = Indicator(
        key=key, unit=unit, observations=Observations.of(unit, [one]), **header | more
    )
    return Datum(indicator, one)


def share(number: Any = 74, **more: Any) -> Datum:
    """Return a share of workplaces."""
    return figure(number, "% of workplaces", "innovative", **more)


def whole(number: Any = 439, **more: Any) -> Datum:
    """Return all workplaces."""
    return figure(number, "workplaces", "workplaces", **more)


def change(number: Any, period: Any, key: str = "growth", **more: Any) -> Datum:
    """Return a change on the year before."""
    own: dict[str, Any] = {"row_period": period} | more
    return figure(number, "% change on year before", key, **own)


def refused(work: Callable[[], object]) -> str:
    """Return the sentence of a refusal."""
    with pytest.raises(Contradiction) as caught:
        work()
    return str(caught.value)


class TestPart:
    """A share times its whole is the part of it."""

    @pytest.mark.parametrize("turned", [False, True])
    def test_of_a_count(self, *, turned: bool) -> None:
        """In the unit of the whole, about whom the share is; the order does not matter."""
        asked = Question(key="introduced", text="?")
        factors = share(question=asked, sample=Sample(n=10)), whole()
        found = operator.mul(*(factors[::-1] if turned else factors))

        assert Value("324.86", parse_unit("workplaces")) == found.value
        assert (WORKPLACES, asked, Sample(n=10)) == (
            found.population,
            found.question,
            found.sample,
        )
        lineage = found.lineage
        assert lineage is not None
        assert Method.PRODUCT is lineage.method
        assert {"innovative", "workplaces"} == {given.figure for given in lineage.inputs}

    def test_of_points(self) -> None:
        """A difference of shares is so many more or fewer."""
        found = figure(-4, "pp of workplaces") * whole(500)

        assert Value(-20, parse_unit("workplaces")) == found.value

    def test_of_a_reference_amount(self) -> None:
        """Whoever the ratio is about: the amount goes by its key, whatever its currency."""
        for unit in ("NOK", "EUR", "NOK@2015:cpi"):
            found = figure(51, "% of GDP", population=MADE_UP) * figure(200, unit, "gdp")

            assert (Value(102, parse_unit(unit)), MADE_UP) == (found.value, found.population)

    def test_of_a_true_part(self) -> None:
        """Also of an amount whose parts are shares."""
        found = figure(51, "% part of GDP") * figure(200, "NOK", "gdp")

        assert Value(102, parse_unit("NOK")) == found.value

    def test_of_what_is_declared_the_whole(self) -> None:
        """Whatever key it has; and its own words stand above its key."""
        people = figure(500, "workplaces", "register", whole=OURS["workplaces"])

        assert Value(370, parse_unit("workplaces")) == (share() * people).value
        said = refused(lambda: share() * whole(whole=OURS["projects"]))
        assert "nothing says that 'workplaces' is all of 'workplaces'" in said

    def test_of_a_count_on_the_day_that_opens_the_period(self) -> None:
        """A population of 1 January serves the year; a share on a day serves none."""
        on_day = {"row_period": "2018-01-01"}

        assert Period(2018) == (share() * whole(**on_day)).period
        assert "periods differ" in refused(lambda: share(**on_day) * whole())
        assert "periods differ" in refused(lambda: share(row_covers="2018-H1") * whole(**on_day))
        assert "periods differ" in refused(lambda: share() * whole(row_period="2018-02-01"))
        assert "areas differ" in refused(lambda: share() * whole(row_area="SE", **on_day))

    def test_of_something_else_is_refused(self) -> None:
        """A count of some of them is no whole."""
        some = figure(9, "workplaces", "participating")

        assert refused(lambda: share() * some).endswith(
            "nothing says that 'participating' is all of 'workplaces'; "
            "if it is, say so with whole: workplaces"
        )
        with pytest.raises(IncompatibleUnits) as caught:
            share() * figure(9, "municipalities", "municipalities")
        assert Refusal.PART is caught.value.reason
        with pytest.raises(IncompatibleUnits):
            share() * figure(9, "NOK", "gdp")

    def test_of_a_part_of_the_whole_is_refused(self) -> None:
        """One category of the amount is not all of it, unless the share is of that category."""
        within = HEALTH
        said = refused(lambda: share() * whole(**within))

        assert "the amount is a part of 'workplaces' itself (sector=health)" in said
        for amount in (whole(**within), whole()):
            found = share(**within) * amount
            assert (("sector", "health"),) == found.observation.breakdowns
            assert (SECTOR,) == found.indicator.dimensions

    def test_of_another_population_is_refused(self) -> None:
        """All workplaces are not the municipal ones; what is not known is not known to agree."""
        some = Population(unit=OURS["workplaces"], levels=[MUNICIPAL])
        said = refused(lambda: share() * whole(population=some))
        assert "populations differ (workplaces and workplaces [municipal])" in said
        said = refused(lambda: share(population=NOT_STATED) * whole())
        assert "the population of innovative[area=NO, period=2018] is not known" in said
        said = refused(lambda: share() * whole(population=NOT_STATED))
        assert "the population of workplaces[area=NO, period=2018] is not known" in said

    def test_of_another_number_than_was_counted_is_refused(self) -> None:
        """A share that was counted among 439 is of these."""
        counted = Value("31.7", parse_unit("% of workplaces"), counted=Counted(139, 439))

        assert Decimal("139.163") == (share(counted) * whole()).number.magnitude
        said = refused(lambda: share(counted) * whole(422))
        assert said.endswith("the share was counted among 439, not among 422")

    def test_of_bounds_that_point_apart_is_unknown(self) -> None:
        """As with bare values."""
        over = Value(50, parse_unit("% of workplaces"), Qualifier.OVER)
        under = Value(50, parse_unit("workplaces"), Qualifier.UNDER)
        with pytest.raises(UnknownOutcome):
            share(over) * whole(under)

    def test_keeps_flags(self) -> None:
        """What is made of a provisional figure is provisional."""
        found = share(row_status=[Status.PROVISIONAL]) * whole(row_status=[Status.BREAK])

        assert {Status.PROVISIONAL, Status.BREAK} == found.observation.status


class TestRates:
    """A rate times what stands below it is what stands above."""

    def test_there_and_back(self) -> None:
        """Per head, and again in all; a count of 1 January serves on both sides."""
        money = figure(1000, "NOK", "spending")
        people = figure(8, "inhabitants", "people", row_period="2018-01-01")
        each = money / people
        assert isinstance(each, Datum)
        assert (Value(125, parse_unit("NOK / inhabitants")), Period(2018)) == (
            each.value,
            each.period,
        )
        for back in (each * people, people * each):
            assert (money.value, money.period) == (back.value, back.period)
        heads = money / each
        assert isinstance(heads, Datum)
        assert Value(8, parse_unit("inhabitants")) == heads.value
        fewer = people / money
        assert isinstance(fewer, Datum)
        assert Period(2018) == fewer.period

    def test_keep_their_categories(self) -> None:
        """What is shared out among all stays of its sector; across two sectors it is of none."""
        money, people = figure(8, "NOK", **HEALTH), figure(4, "inhabitants", "people")
        each = money / people
        assert isinstance(each, Datum)
        for found in (each, each * people, people * each):
            assert (("sector", "health"),) == found.observation.breakdowns
            assert (SECTOR,) == found.indicator.dimensions
        across = money / figure(4, "inhabitants", "people", **SCHOOL)
        assert isinstance(across, Datum)
        assert ((), ()) == (across.observation.breakdowns, across.indicator.dimensions)

    def test_two_amounts_have_no_product(self) -> None:
        """The sentence says what can be done instead."""
        with pytest.raises(IncompatibleUnits, match="divide them, or multiply a rate"):
            figure(1, "NOK") * figure(1, "NOK")

    def test_area_and_period_must_agree(self) -> None:
        """A rate of one year is not multiplied with the people of another."""
        rate = figure(5, "NOK / inhabitants")
        said = refused(lambda: rate * figure(5, "inhabitants", row_period=2019))
        assert "periods differ (2018, 2019); multiply and divide figures of one area" in said

    @pytest.mark.parametrize("other", [1, Decimal(1), Value(1, parse_unit("NOK")), None])
    def test_only_data_are_multiplied(self, other: Any) -> None:
        """A bare number has no area and no period."""
        assert NotImplemented is Datum.__mul__(share(), other)


class TestChange:
    """A relative change moves the figure it is taken from, and follows other changes."""

    def test_moves_a_level(self) -> None:
        """To the period of the change; whichever stands first."""
        level = figure(100, "NOK", "spending", row_period=2017)
        for found in (level * change(5, 2018), change(5, 2018) * level):
            assert (Value(105, parse_unit("NOK")), Period(2018)) == (found.value, found.period)
            lineage = found.lineage
            assert lineage is not None
            assert Method.COMPOUND is lineage.method
            assert ["spending", "growth"] == [given.figure for given in lineage.inputs]

    def test_moves_an_index_and_a_rate(self) -> None:
        """And from a fixed period."""
        fixed = figure(5, "% change on 2017")
        for unit in ("index 2015=100", "NOK / inhabitants", "km"):
            assert Decimal(105) == (figure(100, unit, row_period=2017) * fixed).number.magnitude

    def test_must_follow(self) -> None:
        """A change of 2019 does not move a figure of 2017, nor one of another area."""
        level = figure(100, "NOK", row_period=2017)
        said = refused(lambda: level * change(5, 2019))
        assert "the change is taken from 2018, and the figure is of 2017" in said
        assert "areas differ (NO, SE)" in refused(lambda: level * change(5, 2018, row_area="SE"))
        said = refused(lambda: level * change(5, "2017/2018"))
        assert "the change is taken from an unknown period" in said
        said = refused(lambda: figure(1, "NOK", row_period=2017, **HEALTH) * change(5, 2018))
        assert "they are of different categories" in said
        half = figure(100, "NOK", row_period=2017, row_covers="2017-H1")
        assert "covers a part of its period alone" in refused(lambda: half * change(5, 2018))

    def test_must_be_of_that_figure(self) -> None:
        """By what it was computed from, or else by its population."""
        level = figure(100, "NOK", "spending", row_period=2017)
        other = change(5, 2018, population=MADE_UP)
        assert "populations differ (workplaces and projects)" in refused(lambda: level * other)
        for key, fits in (("spending", True), ("wages", False)):
            inner = Input(figure=key, value=Value(1, parse_unit("NOK")))
            made = Derivation(method=Method.GROWTH, inputs=[inner, inner])
            grown = change(5, 2018, population=MADE_UP, lineage=made)
            if fits:
                assert Decimal(105) == (level * grown).number.magnitude
            else:
                said = refused(lambda moved=grown: level * moved)  # type: ignore[misc]
                assert "it is a change of wages, not of this figure" in said

    def test_moves_what_it_moved(self) -> None:
        """Year by year along one series."""
        level = figure(100, "NOK", "spending", row_period=2016)
        found = level * change(10, 2017) * change(10, 2018)

        assert (Decimal(121), Period(2018)) == (found.number.magnitude, found.period)

    def test_moves_by_changes_that_were_composed(self) -> None:
        """At once what they move one after the other."""
        level = figure(100, "NOK", "spending", row_period=2016)
        found = level * (change(10, 2017) * change(10, 2018))

        assert (Decimal(121), Period(2018)) == (found.number.magnitude, found.period)

    @pytest.mark.parametrize("turned", [False, True])
    def test_composes(self, *, turned: bool) -> None:
        """Two in a row make one, in whatever order they are given."""
        both = [change(10, 2017), change(5, 2018)]
        found = operator.mul(*(both[::-1] if turned else both))

        assert ("15.5 % change on 2 years before", Period(2018)) == (
            str(found.number),
            found.period,
        )
        lineage = found.lineage
        assert lineage is not None
        assert ["2017", "2018"] == [str(given.period) for given in lineage.inputs]

    def test_composes_what_was_composed(self) -> None:
        """Three years one after the other."""
        found = change(10, 2016) * change(10, 2017) * change(10, 2018)

        assert "33.1 % change on 3 years before" == str(found.number)

    def test_of_one_year_twice_is_refused(self) -> None:
        """Two changes into the same year do not follow each other."""
        said = refused(lambda: change(10, 2018) * change(5, 2018))
        assert "the change is taken from 2017, and the figure is of 2018" in said
        said = refused(lambda: change(10, 2017, **HEALTH) * change(5, 2018, **SCHOOL))
        assert "they are of different categories" in said
        said = refused(lambda: change(10, 2017) * change(5, 2018, "other"))
        assert "they are changes of different figures" in said
        with pytest.raises(IncompatibleUnits):
            figure(1, "% change on 2015") * figure(1, "% change on 2016")


class TestShareOf:
    """A share arises where the one is known to be a part of the other."""

    def test_of_a_selection(self) -> None:
        """The same population with a filter more, another level, or none at all less."""
        old = Term(key="old", label="gamle")
        narrow = [
            WORKPLACES,
            Population(unit=OURS["workplaces"], filters=[old]),
            Population(unit=OURS["workplaces"], levels=[MUNICIPAL], sectors=[old]),
        ]
        for population in narrow:
            part = figure(139, "workplaces", "old", population=population)
            found = part.share_of(whole())

            assert "31.6628701594533 % of workplaces" == str(found.number)
            assert Counted(139, 439) == found.number.counted
            assert WORKPLACES == found.population
            lineage = found.lineage
            assert lineage is not None
            assert (Method.RELATIVE, 15) == (lineage.method, lineage.digits)

    def test_keeps_no_counts_that_are_none(self) -> None:
        """A bound, or a number with decimals, was not counted."""
        about = Value(100, parse_unit("workplaces"), Qualifier.ABOUT)
        for number in (about, "219.5"):
            found = figure(number, "workplaces", "old").share_of(whole()).number
            assert found.counted is None

    @pytest.mark.parametrize(
        "population",
        [
            NOT_STATED,
            Population(unit=OURS["workplaces"]),
            Population(unit=OURS["projects"], levels=[MUNICIPAL]),
        ],
    )
    def test_of_more_than_a_selection_is_refused(self, population: Any) -> None:
        """All workplaces are no part of the municipal ones."""
        few = whole(population=Population(unit=OURS["workplaces"], levels=[MUNICIPAL]))
        said = refused(lambda: figure(1, "workplaces", "old", population=population).share_of(few))

        assert "the first is not known to be a part of the second" in said

    def test_of_what_is_not_all_is_refused(self) -> None:
        """The other must be the whole; amounts say so by a total alone."""
        old = figure(1, "workplaces", "old")
        assert "not known to be a part" in refused(
            lambda: old.share_of(figure(2, "workplaces", "new"))
        )
        assert "not known to be a part" in refused(
            lambda: old.share_of(whole(population=NOT_STATED))
        )
        money = figure(1, "NOK", "wages")
        assert "not known to be a part" in refused(lambda: money.share_of(figure(2, "NOK", "gdp")))

    def test_undoes_a_product(self) -> None:
        """A share times its whole, as a share of that whole, is that share."""
        gdp = figure(200, "NOK", "gdp")
        part = figure(51, "% part of GDP") * gdp
        assert Value(51, parse_unit("% part of GDP")) == part.share_of(gdp).value
        budget = figure(200, "NOK", "budget-2018", whole=OURS["budget"])
        part = figure(51, "% part of budget") * budget
        assert Value(51, parse_unit("% part of budget")) == part.share_of(budget).value
        ratio = figure(51, "% of GDP") * gdp
        assert "not known to be a part" in refused(lambda: ratio.share_of(gdp))
        assert "not known to be a part" in refused(lambda: part.share_of(gdp))

    def test_units_must_agree(self) -> None:
        """A share is of the same kind of thing; a share of a share is none."""
        with pytest.raises(IncompatibleUnits):
            figure(1, "NOK").share_of(figure(1, "NOK@2015:cpi"))
        assert "is no amount of" in refused(lambda: figure(1, "NOK").share_of(whole()))
        assert "is no amount of" in refused(lambda: share().share_of(share()))
        with pytest.raises(BadValue):
            figure(500, "workplaces", "old").share_of(whole())
        assert "periods differ" in refused(
            lambda: figure(1, "workplaces", row_period=2017).share_of(whole())
        )


def between(low: Any, number: Any, high: Any, unit: str) -> Value:
    """Return a value with an interval."""
    return Value(number, parse_unit(unit), interval=Interval(low=low, high=high, level=95))


class TestIntervals:
    """An interval stays where the other figure adds no doubt of its own."""

    def test_of_a_part(self) -> None:
        """Both ends are so many hundredths of the whole."""
        found = share(between(70, 74, 78, "% of workplaces"), sample=Sample(n=9)) * whole(500)

        assert Interval(low=350, high=390, level=95) == found.number.interval
        assert found.lineage is not None
        assert found.lineage.dropped is None

    def test_of_sums_and_differences(self) -> None:
        """Moved; and turned, where it is taken away."""
        sure, unsure = figure(100, "NOK"), figure(between(8, 10, 13, "NOK"), "NOK", "b")

        assert Interval(low=108, high=113, level=95) == (sure + unsure).number.interval
        assert Interval(low=87, high=92, level=95) == (sure - unsure).number.interval
        assert Interval(low=-92, high=-87, level=95) == (unsure - sure).number.interval

    def test_of_quotients(self) -> None:
        """Divided; or divided by, where zero lies outside."""
        sure, unsure = figure(-100, "NOK"), figure(between(8, 10, 20, "km"), "km", "b")
        for found, low, high in (
            (sure / unsure, "-12.5", "-5"),
            (unsure / sure, "-0.2", "-0.08"),
        ):
            assert isinstance(found, Datum)
            assert Interval(low=low, high=high, level=95) == found.number.interval
        found = sure / figure(between(-1, 10, 20, "km"), "km", "b")
        assert isinstance(found, Datum)
        assert self.dropped(found) is Dropped.ZERO

    def test_of_changes(self) -> None:
        """The doubt of a change is a doubt of what it moves."""
        level = figure(100, "NOK", row_period=2017)
        found = level * change(between(4, 5, 7, "% change on year before"), 2018)

        assert Interval(low=104, high=107, level=95) == found.number.interval

    def test_holds_its_number_when_rounded(self) -> None:
        """Fifteen digits may lie outside of what more digits gave."""
        found = figure(between(1, 1, 1, "NOK"), "NOK") / figure(3, "km", "b")
        assert isinstance(found, Datum)
        interval = found.number.interval
        assert interval is not None
        assert interval.low <= found.number.magnitude <= interval.high

    def dropped(self, found: Datum) -> Dropped | None:
        """Return why a figure has no interval."""
        assert found.number.interval is None
        assert found.lineage is not None
        return found.lineage.dropped

    def test_is_dropped_with_a_reason(self) -> None:
        """Both uncertain, the other from a sample, bounded, flagged, or beyond all."""
        unsure = figure(between(8, 10, 13, "NOK"), "NOK", "b")
        assert Dropped.BOTH is self.dropped(unsure + unsure)
        asked = {"question": Question(key="q", text="?")}
        for doubt in ({"sample": NOT_STATED}, asked, {"row_status": [Status.ESTIMATED]}):
            assert Dropped.SAMPLE is self.dropped(unsure + figure(1, "NOK", **doubt))
        about = Value(1, parse_unit("NOK"), Qualifier.ABOUT)
        assert Dropped.QUALIFIED is self.dropped(figure(about, "NOK") - unsure)
        high = share(between(90, 95, 99, "% of workplaces"))
        assert Dropped.BOUNDS is self.dropped(high + figure(3, "pp of workplaces"))

    def test_is_not_forgotten_on_the_way(self) -> None:
        """What has lost an interval is not certain, however many steps ago."""
        unsure = figure(between(8, 10, 13, "NOK"), "NOK", "b")
        lost = figure(1, "NOK") + (unsure + unsure)

        assert Dropped.SAMPLE is self.dropped(lost + unsure)

    def test_table_is_complete(self) -> None:
        """Every operation says what becomes of an interval, whoever has it."""
        works = (Operation.ADD, Operation.SUBTRACT, Operation.MULTIPLY, Operation.DIVIDE)

        assert {(work, bearer) for work in works for bearer in Bearer} == set(INTERVALS)
        assert all(
            isinstance(cell, Dropped) is (bearer is Bearer.BOTH)
            for (_, bearer), cell in INTERVALS.items()
        )
        assert set(Ends) == {cell for cell in INTERVALS.values() if isinstance(cell, Ends)}

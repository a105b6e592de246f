"""Intervals of shares from surveys, and whether two of them differ."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest

from offinno.analysis import CannotEstimate, Difference, difference_test, wilson, with_interval
from offinno.exceptions import OffinnoError
from offinno.io import dumps, loads
from offinno.language import Term, vocabulary
from offinno.model import (
    Comparison,
    Contradiction,
    Datum,
    Dimension,
    Indicator,
    NotComparable,
    Observation,
    Observations,
    Population,
    Question,
    Sample,
)
from offinno.units import parse_unit
from offinno.values import (
    BadNumber,
    Counted,
    Interval,
    Missing,
    MissingReason,
    Qualifier,
    Range,
    Value,
)

SHARE = parse_unit("% of workplaces")
NOT_APPLICABLE = Missing(MissingReason.NOT_APPLICABLE)
NOT_STATED = Missing(MissingReason.NOT_STATED)
WORKPLACES = Population(unit=vocabulary()["workplaces"])
GROUPS = Dimension(
    key="group",
    label="group",
    categories=[Term(key="small", label="small"), Term(key="large", label="large")],
)
ASKED = Question(key="asked", text="Yes or no?")


def survey(*rows: dict[str, Any], **header: Any) -> Indicator:
    """Return a survey; each row is of Norway in 2018, half of 400, unless it says otherwise."""
    unit = header.get("unit", SHARE)
    usual: dict[str, Any] = {"area": "NO", "period": 2018, "value": 50}
    whole = [usual | row for row in rows]
    observations = [
        Observation(**row | {"value": Value(row["value"], unit)})
        if isinstance(row["value"], int | str)
        else Observation(**row)
        for row in whole
    ]
    full: dict[str, Any] = {
        "key": "asked",
        "title": "Asked",
        "definition": "Said yes",
        "unit": unit,
        "population": WORKPLACES,
        "sample": Sample(n=400),
        "observations": Observations.of(unit, observations),
    }
    return Indicator(**full | header)


def single(value: Any = 50, row: dict[str, Any] | None = None, **header: Any) -> Datum:
    """Return one figure of a survey."""
    return survey({"value": value} | (row or {}), **header).data()[0]


def pair(one: Any, other: Any, n: int = 400, **header: Any) -> tuple[Datum, Datum]:
    """Return figures of Norway and Sweden, each of so many answers."""
    rows = [
        {"area": area, "value": value, "sample": Sample(n=n)}
        for area, value in {"NO": one, "SE": other}.items()
    ]
    first, second = survey(*rows, **header).data()
    return first, second


def refusal(call: Callable[..., object], *args: Any, **options: Any) -> str:
    """Return why something is refused."""
    with pytest.raises(CannotEstimate) as caught:
        call(*args, **options)
    return str(caught.value)


class TestWilson:
    """The interval of a share."""

    def test_of_counts(self) -> None:
        """Bare counts are enough; level and method stand in the interval."""
        expected = Interval(low="25.5", high="36.7", level=95, method="Wilson")

        assert expected == wilson(Counted(81, 263))

    def test_of_a_value_with_n(self) -> None:
        """A bare value needs to be told how many answered."""
        assert "45.1 to 54.9 (95 %)" == str(wilson(Value(50, SHARE), n=400))

    def test_of_a_figure(self) -> None:
        """A figure brings its sample."""
        assert "45.1 to 54.9 (95 %)" == str(wilson(single()))

    def test_level(self) -> None:
        """A higher level makes a wider interval."""
        assert "43.6 to 56.4 (99.0 %)" == str(wilson(single(), level="99.0"))

    def test_counts_go_before_the_published_share(self) -> None:
        """139 of 439 is not 32 per cent."""
        value = Value(32, SHARE, counted=Counted(139, 439))

        assert wilson(Counted(139, 439)) == wilson(value)
        assert wilson(value) == wilson(single(value, sample=NOT_STATED))
        assert wilson(value) != wilson(Value(32, SHARE), n=439)

    def test_base_goes_before_n(self) -> None:
        """Not all who answered were asked this question."""
        expected = wilson(Value(50, SHARE), n=100)

        assert expected == wilson(single(sample=Sample(n=400, base=100)))

    def test_a_question_makes_a_survey(self) -> None:
        """Counts with a question are answers, whether or not a sample is stated."""
        value = Value(50, SHARE, counted=Counted(50, 100))

        assert wilson(Counted(50, 100)) == wilson(single(value, sample=None, question=ASKED))

    def test_a_filter_needs_a_base(self) -> None:
        """All who answered are too many where a filter leaves some out."""
        filtered = attrs.evolve(WORKPLACES, filters=[vocabulary()["municipal-units"]])

        assert "base of the sample" in refusal(wilson, single(population=filtered))
        found = wilson(single(population=filtered, sample=Sample(n=400, base=100)))
        assert wilson(Value(50, SHARE), n=100) == found
        assert wilson(Value(50, SHARE), n=400) == wilson(single(population=NOT_STATED))

    @pytest.mark.parametrize(
        "rows",
        [
            [{}, {"area": "SE"}],
            [{}, {"period": 2019}],
            [{"breakdowns": {"group": "small"}}],
        ],
    )
    def test_the_sample_of_all_is_not_that_of_one(self, rows: list[dict[str, Any]]) -> None:
        """A sample in the header counts the answers of all areas, times and groups together."""
        broken_down = {"dimensions": [GROUPS]} if "breakdowns" in rows[0] else {}
        datum = survey(*rows, **broken_down).data()[0]

        assert "sample of its own" in refusal(wilson, datum)
        own = [row | {"sample": Sample(n=100)} for row in rows]
        found = wilson(survey(*own, **broken_down).data()[0])
        assert wilson(Value(50, SHARE), n=100) == found

    @pytest.mark.parametrize(
        ("header", "problem"),
        [
            ({"sample": Sample(response_rate=40)}, "how many answered is not known"),
            ({"sample": NOT_STATED}, "how many answered is not known"),
            ({"sample": None, "question": ASKED}, "how many answered is not known"),
            ({"sample": None}, "no sample was drawn"),
            ({"sample": NOT_APPLICABLE, "question": ASKED}, "no sample was drawn"),
            ({"sample": Sample(n=0)}, "from 1, not 0"),
            ({"sample": Sample(n=10**19)}, "from 1, not 10000000000000000000"),
            ({"sample": Sample(n=400, weighting="by region")}, "effective n"),
        ],
    )
    def test_refuses_figures_without_a_simple_sample(
        self, header: dict[str, Any], problem: str
    ) -> None:
        """What is not known about the sample is not made up."""
        message = refusal(wilson, single(**header))

        assert message.startswith("no margin of error for 'asked[area=NO, period=2018]': ")
        assert problem in message

    def test_refuses_weighted_counts(self) -> None:
        """Counts do not help where answers do not count alike."""
        datum = single(
            Value(50, SHARE, counted=Counted(50, 100)), sample=Sample(weighting="by region")
        )

        assert "weighted" in refusal(wilson, datum)

    def test_refuses_counts_of_no_survey(self) -> None:
        """Applications that were all counted have no margin of error."""
        value = Value(50, SHARE, counted=Counted(50, 100))

        assert "no sample was drawn" in refusal(wilson, single(value, sample=None))

    @pytest.mark.parametrize(
        ("value", "problem"),
        [
            (Value(50, SHARE, Qualifier.OVER), "only known to be over 50"),
            (Value("50.5", SHARE, Qualifier.ABOUT), "only known to be about 50.5"),
            (Value(50, parse_unit("% of GDP")), "not % of GDP"),
            (Value(50, parse_unit("NOK")), "not NOK"),
        ],
    )
    def test_refuses_what_is_no_exact_share(self, value: Value, problem: str) -> None:
        """A bound has no interval, and an amount no sample of this kind."""
        assert problem in refusal(wilson, value, n=100)
        assert problem in refusal(wilson, single(value, unit=value.unit))

    @pytest.mark.parametrize(
        "value", [NOT_STATED, Range(low=Value(6, SHARE), high=Value(19, SHARE))]
    )
    def test_refuses_what_is_no_single_number(self, value: Missing | Range) -> None:
        """Neither a range nor a gap has an interval."""
        assert "no single number" in refusal(wilson, single(value))

    def test_refuses_a_bare_value(self) -> None:
        """Without n there is no interval."""
        assert "give n" in refusal(wilson, Value(50, SHARE))

    @pytest.mark.parametrize("n", [0, -1, 10**18, True, 1.5, "1" * 99])
    def test_refuses_what_is_no_count(self, n: Any) -> None:
        """The number of answers is a whole number from 1, and an error stays short."""
        message = refusal(wilson, Value(50, SHARE), n=n)

        assert "whole number from 1" in message
        assert len(message) < 140

    @pytest.mark.parametrize(
        "share",
        [single(), Counted(1, 2), Value(50, SHARE, counted=Counted(1, 2))],
    )
    def test_refuses_two_n(self, share: Datum | Counted | Value) -> None:
        """What brings its n is not told another."""
        assert "brings its own n" in refusal(wilson, share, n=100)

    @pytest.mark.parametrize("level", [0, "0.95", 49, 100, "99.991", -95])
    def test_refuses_levels(self, level: int | str) -> None:
        """A level is per cent: 0.95 is a mistake."""
        assert f"from 50 to 99.99 such as 95, not {level}" in refusal(wilson, single(), level=level)

    def test_refuses_a_level_that_is_no_number(self) -> None:
        """What is no number is said to be none."""
        with pytest.raises(BadNumber):
            wilson(single(), level="high")


class TestWithInterval:
    """A figure that is given its interval."""

    def test_keeps_everything_else(self) -> None:
        """Only the one row changes, and only by its interval."""
        rows = [
            {"area": area, "value": value, "sample": Sample(n=400)}
            for area, value in {"DK": 40, "NO": 50, "SE": 60}.items()
        ]
        given = survey(*rows)
        found = with_interval(given.at(area="NO"))

        assert "45.1 to 54.9 (95 %)" == str(found.number.interval)
        assert attrs.evolve(found.number, interval=None) == given.at(area="NO").number
        assert given.at(area="SE") == Datum(given, found.indicator.at(area="SE").observation)
        assert given.at(area="DK").observation == found.indicator.at(area="DK").observation
        assert attrs.evolve(given, observations=found.indicator.observations) == found.indicator

    def test_of_a_row_with_nothing_beside(self) -> None:
        """A row that had neither notes nor sample gets its interval too."""
        found = with_interval(single(), level=90)

        assert Interval(low="45.9", high="54.1", level=90, method="Wilson") == found.number.interval

    def test_survives_a_file(self) -> None:
        """The method is written and read with the figure."""
        found = with_interval(single()).indicator

        assert found == loads(dumps(found))

    def test_refuses_to_replace(self) -> None:
        """A publisher knows more of its survey than n."""
        value = Value(50, SHARE, interval=Interval(low=44, high=56))

        assert "has an interval already" in refusal(with_interval, single(value))

    def test_refuses_a_number_that_lies_outside(self) -> None:
        """A share rounded to the whole lies outside the interval of a million answers."""
        value = Value(32, SHARE, counted=Counted(31_663, 100_000))

        assert "lies outside 31.37 to 31.96" in refusal(with_interval, single(value))

    @pytest.mark.parametrize("value", [NOT_STATED, Value(50, SHARE, Qualifier.ABOUT)])
    def test_refuses_as_wilson_does(self, value: Missing | Value) -> None:
        """What has no interval gets none."""
        assert refusal(wilson, single(value)) == refusal(with_interval, single(value))


class TestDifference:
    """Two figures held against each other."""

    def test_within_the_margin(self) -> None:
        """54 and 50 per cent of 400 each are not surely different."""
        no, se = pair(50, 54)
        found = difference_test(no, se)

        assert Value(-4, parse_unit("pp of workplaces")) == attrs.evolve(found.value, interval=None)
        assert Interval(low="-10.9", high="3.0", level=95, method="Newcombe") == found.interval
        assert (no, se) == (found.one, found.other)
        assert (-1.132, 0.258) == (round(found.z, 3), round(found.p, 3))
        assert found.within_margin
        assert "-4 pp of workplaces, within the margin of error (-10.9 to 3.0 (95 %))" == str(found)

    def test_outside_the_margin(self) -> None:
        """60 and 50 per cent of 400 each are."""
        found = difference_test(*pair(60, 50))

        assert "10 pp of workplaces, outside the margin of error (3.1 to 16.8 (95 %))" == str(found)
        assert not found.within_margin
        assert 0.0045 == round(found.p, 4)

    def test_level(self) -> None:
        """What is outside the margin at one level may be within it at a higher one."""
        assert difference_test(*pair(60, 50), level="99.9").within_margin

    def test_nothing_apart(self) -> None:
        """Two equal shares are within the margin, also where nobody said yes."""
        found = difference_test(*pair(0, 0))

        assert (0.0, 1.0, True) == (found.z, found.p, found.within_margin)

    def test_periods(self) -> None:
        """Two surveys of one country are independent."""
        own = {"sample": Sample(n=400)}
        rows = survey({"period": 2017, **own}, {"period": 2018, "value": 60, **own})
        found = difference_test(*rows.data())

        assert ("period", False) == (found.comparison.along, found.within_margin)

    def test_groups(self) -> None:
        """Groups of one survey are independent, each with its number of answers."""
        rows = survey(
            {"breakdowns": {"group": "small"}, "sample": Sample(n=100)},
            {"breakdowns": {"group": "large"}, "sample": Sample(n=300), "value": 60},
            dimensions=[GROUPS],
        )
        found = difference_test(*rows.data())

        assert ("group", True) == (found.comparison.along, found.within_margin)

    def test_groups_that_were_counted(self) -> None:
        """Counts of different size are of different people, whatever the header says."""
        counts = {"small": Counted(50, 100), "large": Counted(150, 300)}
        rows = [
            {"breakdowns": {"group": group}, "value": Value(50, SHARE, counted=counted)}
            for group, counted in counts.items()
        ]
        found = difference_test(*survey(*rows, dimensions=[GROUPS]).data())

        assert found.within_margin

    def test_two_surveys_of_one_place(self) -> None:
        """Two indicators with samples of their own are two surveys."""
        other = single(60, key="other", sample=Sample(n=900))
        found = difference_test(single(), other)

        assert ("indicator", False) == (found.comparison.along, found.within_margin)

    @pytest.mark.parametrize("key", ["asked-again", "asked"])
    def test_refuses_one_sample(self, key: str) -> None:
        """Two answers of the same people are not independent."""
        rows = (
            {"breakdowns": {"group": group}, "sample": Sample(n=400)}
            for group in ("small", "large")
        )
        one, other = (
            survey(*rows, dimensions=[GROUPS]).data()
            if key == "asked"
            else (single(), single(60, key=key))
        )

        assert "two independent samples" in refusal(difference_test, one, other)

    @pytest.mark.parametrize("areas", [("NO", "NO-03@2018"), ("NO-03@2018", "NO")])
    def test_refuses_a_part_against_its_whole(self, areas: tuple[str, str]) -> None:
        """The answers of a county are among those of the country."""
        rows = survey(*({"area": area, "sample": Sample(n=400)} for area in areas))

        assert "compare with the rest" in refusal(difference_test, *rows.data())

    def test_two_counties(self) -> None:
        """Two counties share no answers."""
        areas = ("NO-03@2018", "NO-11@2018")
        rows = survey(*({"area": area, "sample": Sample(n=400)} for area in areas))

        assert difference_test(*rows.data()).within_margin

    def test_refuses_what_is_not_comparable(self) -> None:
        """The verdict stands before the test, and may be overridden by name."""
        one = single(sample=Sample(n=400))
        filtered = attrs.evolve(WORKPLACES, levels=[Term(key="local", label="local")])
        other = single(60, {"area": "FI"}, population=filtered)

        with pytest.raises(NotComparable, match="level"):
            difference_test(one, other)
        found = difference_test(one, other, allow={"level": "nothing else is known"})
        assert ["nothing else is known"] == [
            r.allowed for r in found.comparison.reasons if r.allowed
        ]
        assert one == found.comparison.reasons[0].member

    def test_refuses_one_figure_with_itself(self) -> None:
        """A figure does not differ from itself."""
        datum = single()

        with pytest.raises(Contradiction, match="two figures along area"):
            difference_test(datum, datum)

    def test_refuses_as_wilson_does(self) -> None:
        """Both figures need a share and a known n, in whatever order."""
        good, (bad, _) = single(), pair(50, 54, n=0)
        swedish = single(60, {"area": "SE"}, sample=NOT_STATED)

        assert "not known" in refusal(difference_test, good, swedish)
        assert "not known" in refusal(difference_test, swedish, good)
        assert "from 1" in refusal(difference_test, bad, single(60, {"area": "SE"}))
        assert "such as 95" in refusal(difference_test, *pair(50, 54), level="0.95")
        assert "no single number" in refusal(difference_test, *pair(50, NOT_STATED))
        assert "about" in refusal(difference_test, *pair(50, Value(9, SHARE, Qualifier.ABOUT)))

    def test_refuses_a_difference_that_lies_outside(self) -> None:
        """A difference of rounded shares lies outside the interval of many answers."""
        values = (
            Value(32, SHARE, counted=Counted(315_001, 1_000_000)),
            Value(31, SHARE, counted=Counted(314_999, 1_000_000)),
        )

        assert "both were rounded so much" in refusal(difference_test, *pair(*values))

    def test_is_picklable(self) -> None:
        """It comes back equal, checks included."""
        found = difference_test(*pair(50, 54))

        assert found == pickle.loads(pickle.dumps(found))
        assert hash(found) == hash(pickle.loads(pickle.dumps(found)))

    @pytest.mark.parametrize(
        ("change", "problem"),
        [
            ({"value": Value(-4, parse_unit("pp of workplaces"))}, "needs an interval"),
            ({"z": float("nan")}, "z = nan"),
            ({"z": float("inf")}, "z = inf"),
            ({"p": 1.5}, "p = 1.5"),
            ({"p": -0.5}, "p = -0.5"),
        ],
    )
    def test_refuses_impossible_parts(self, change: dict[str, Any], problem: str) -> None:
        """A difference that no test gives cannot be made."""
        found = difference_test(*pair(50, 54))

        with pytest.raises(Contradiction, match=problem):
            attrs.evolve(found, **change)

    def test_is_of_two(self) -> None:
        """Three figures have no one difference."""
        found = difference_test(*pair(50, 54))
        three = Comparison.between(*found.comparison.members, single(9, {"area": "DK"}))

        with pytest.raises(Contradiction, match="two figures"):
            Difference(comparison=three, value=found.value, z=found.z, p=found.p)


def test_error_survives_pickling() -> None:
    """The error keeps its facts, and is one of offinno's and a ValueError."""
    error = CannotEstimate("figure", "a problem")

    assert str(error) == str(pickle.loads(pickle.dumps(error)))
    assert isinstance(error, OffinnoError)
    assert isinstance(error, ValueError)
    assert Decimal(95) == wilson(single()).level

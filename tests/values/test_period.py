"""Periods in every form that publishers use."""

import copy
import operator
import pickle
import time
from datetime import date, datetime
from typing import Any

import attrs
import pytest

from offinno.exceptions import OffinnoError
from offinno.values import BadPeriod, Period, PeriodForm, Point, UnknownOrder

JAN, DEC = date(2018, 1, 1), date(2018, 12, 31)


@pytest.mark.parametrize(
    ("text", "form", "start", "end", "months"),
    [
        ("2018-09-12", PeriodForm.DATE, date(2018, 9, 12), date(2018, 9, 12), None),
        ("2020-02-29", PeriodForm.DATE, date(2020, 2, 29), date(2020, 2, 29), None),
        ("2018-02", PeriodForm.MONTH, date(2018, 2, 1), date(2018, 2, 28), 1),
        ("2018-12", PeriodForm.MONTH, date(2018, 12, 1), DEC, 1),
        ("2018-Q1", PeriodForm.QUARTER, JAN, date(2018, 3, 31), 3),
        ("2018-Q4", PeriodForm.QUARTER, date(2018, 10, 1), DEC, 3),
        ("2018-H1", PeriodForm.HALF_YEAR, JAN, date(2018, 6, 30), 6),
        ("2018-H2", PeriodForm.HALF_YEAR, date(2018, 7, 1), DEC, 6),
        ("2018", PeriodForm.YEAR, JAN, DEC, 12),
        ("0001", PeriodForm.YEAR, date(1, 1, 1), date(1, 12, 31), 12),
        ("9999", PeriodForm.YEAR, date(9999, 1, 1), date(9999, 12, 31), 12),
        ("2019-spring", PeriodForm.SEASON, None, None, None),
        ("?-winter", PeriodForm.SEASON, None, None, None),
        ("?", PeriodForm.UNKNOWN, None, None, None),
        ("?-09", PeriodForm.MONTH, None, None, 1),
        ("?-Q3", PeriodForm.QUARTER, None, None, 3),
        ("?-09-25", PeriodForm.DATE, None, None, None),
        ("?-02-29", PeriodForm.DATE, None, None, None),
        ("2016/2018", PeriodForm.SPAN, date(2016, 1, 1), DEC, 36),
        ("2016-07/2018-Q2", PeriodForm.SPAN, date(2016, 7, 1), date(2018, 6, 30), 24),
        ("2018/2018-03", PeriodForm.SPAN, JAN, date(2018, 3, 31), 3),
        ("2018-01-02/2018", PeriodForm.SPAN, date(2018, 1, 2), DEC, None),
        ("2018/2018-12-30", PeriodForm.SPAN, JAN, date(2018, 12, 30), None),
        ("9998/9999", PeriodForm.SPAN, date(9998, 1, 1), date(9999, 12, 31), 24),
        ("2014/..", PeriodForm.SPAN, date(2014, 1, 1), None, None),
        ("../2018", PeriodForm.SPAN, None, DEC, None),
        ("2014/?", PeriodForm.SPAN, date(2014, 1, 1), None, None),
        ("?-09/?-10", PeriodForm.SPAN, None, None, None),
        ("2018-autumn/2019-spring", PeriodForm.SPAN, None, None, None),
        ("year to 2018-Q4", PeriodForm.ROLLING_YEAR, JAN, DEC, 12),
        ("year to 2018-02", PeriodForm.ROLLING_YEAR, date(2017, 3, 1), date(2018, 2, 28), 12),
        ("year to 2020-H1", PeriodForm.ROLLING_YEAR, date(2019, 7, 1), date(2020, 6, 30), 12),
        ("year to 9999-Q4", PeriodForm.ROLLING_YEAR, date(9999, 1, 1), date(9999, 12, 31), 12),
        ("year to 0001-Q1", PeriodForm.ROLLING_YEAR, None, date(1, 3, 31), 12),
        ("year to ?-Q4", PeriodForm.ROLLING_YEAR, None, None, 12),
        (
            "2 years before 2017-09/2017-10",
            PeriodForm.WINDOW,
            date(2015, 9, 1),
            date(2017, 10, 31),
            24,
        ),
        ("1 year before 2018", PeriodForm.WINDOW, date(2017, 1, 1), DEC, 12),
        ("6 months before 2018-08-31", PeriodForm.WINDOW, date(2018, 2, 28), date(2018, 8, 31), 6),
        ("1 month before 2018-03-31", PeriodForm.WINDOW, date(2018, 2, 28), date(2018, 3, 31), 1),
        ("2 years before 2018-autumn", PeriodForm.WINDOW, None, None, 24),
        ("2 years before ?", PeriodForm.WINDOW, None, None, 24),
        ("2 years before 0001", PeriodForm.WINDOW, None, date(1, 12, 31), 24),
        ("99 years before 2018", PeriodForm.WINDOW, date(1919, 1, 1), DEC, 1188),
    ],
)
def test_reads(
    text: str, form: PeriodForm, start: date | None, end: date | None, months: int | None
) -> None:
    """The text says form, start, end and length, where they are known."""
    period = Period(text)

    assert (form, start, end, months) == (period.form, period.start, period.end, period.months)
    assert text == str(period) == period.text
    assert period.known is (start is not None and end is not None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        *(
            (text, "is no period")
            for text in [
                *("", "18", "201", "20188", "2018-", "2018-1", "2018-13", "2018-00", "2018-Q5"),
                *("2018-H3", "2018-Spring", "2018-W12", "2018-9-12", "2018-09-1", "-2018", "2018 "),
                *(
                    "2018\n",
                    "２０１８",
                    "2018-?",
                    "?-?",
                    "..",
                    "year to 2018-Q5",
                    "year to ",
                    "i fjor",
                ),
                *("2 years before ", "2 years before year to 2018-Q1", "2 years before 1 year"),
                *("1 years before 2018", "2 year before 2018", "0 years before 2018"),
                *(
                    "100 years before 2018",
                    "2 weeks before 2018",
                    "2018/2019/2020",
                    "/2018",
                    "2018/",
                ),
                *("2 years before 2018\n", "Year to 2018-Q4"),
            ]
        ),
        *((f"0000{rest}", "has a year that the calendar lacks") for rest in ("", "-01", "-Q1")),
        *(
            (text, "is a day that the calendar lacks")
            for text in ("2018-02-29", "2018-04-31", "2018-01-00", "?-02-30", "2018-01-32")
        ),
        *(
            (f"{a}/{b}", "is open or unknown at both ends; write '?' for not stated")
            for a in ("..", "?")
            for b in ("..", "?")
        ),
        ("2018/2018", "begins and ends with one period; write '2018'"),
        ("2019/2018", "ends before it starts"),
        ("2018-Q2/2018-Q1", "ends before it starts"),
        ("2018-09-12/2018-09-11", "ends before it starts"),
        ("2019-spring/2018-autumn", "ends before it starts"),
        ("2 years before 2019/2018", "ends before it starts"),
        ("year to 2018", "must end with a month, quarter or half-year"),
        ("year to 2018-12-31", "must end with a month, quarter or half-year"),
        ("year to 2018-spring", "must end with a month, quarter or half-year"),
        ("year to ?", "must end with a month, quarter or half-year"),
        ("2 years before 2018-02-30", "is a day that the calendar lacks"),
        ("2018/" * 17, "is too long"),
    ],
    ids=lambda given: ascii(given)[:40],
)
def test_refuses(text: str, problem: str) -> None:
    """What is no period is refused, with the forms that are right."""
    with pytest.raises(BadPeriod) as caught:
        Period(text)

    assert problem == caught.value.problem
    assert "a period looks like 2018, 2018-Q4" in str(caught.value)
    assert str(caught.value).isprintable()


class TestPeriod:
    """What a period is, beyond its form."""

    def test_takes_a_year_a_date_and_a_period(self) -> None:
        """A year as int and a date have their texts."""
        assert Period("2018") == Period(2018)
        assert Period("2018-09-12") == Period(date(2018, 9, 12))
        assert Period("2018") == Period(Period(2018))

    @pytest.mark.parametrize(
        "given",
        [0, 18, -2018, 20_188, 1 << 1_000_000, True, 2018.5, None, [], datetime(2018, 9, 12)],
        ids=lambda given: type(given).__name__,
    )
    def test_takes_nothing_else(self, given: Any) -> None:
        """Other things have no text that is a period, and bombs are not written out."""
        start = time.process_time()
        with pytest.raises(BadPeriod):
            Period(given)

        assert 1 > time.process_time() - start

    def test_is_its_text(self) -> None:
        """The same days in other words are another period."""
        year, months = Period("2018"), Period("2018-01/2018-12")

        assert (year.start, year.end, year.months) == (months.start, months.end, months.months)
        assert year != months
        assert 1 == len({Period("2018"), Period(2018)})
        assert "Period('2018')" == repr(year)

    def test_is_made_of_points(self) -> None:
        """The words of a period come from its points; an open end is none."""
        quarter = Point(form=PeriodForm.QUARTER, year=2018, part=4)
        autumn = Point(form=PeriodForm.SEASON, year=2018, part=3)

        assert (quarter,) == Period("2018-Q4").points
        assert (quarter,) == Period("year to 2018-Q4").points
        assert (autumn, None) == Period("2018-autumn/..").points
        assert (None, quarter) == Period("2 years before ../2018-Q4").points
        assert (Point(form=PeriodForm.UNKNOWN),) == Period("?").points

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("2 years before 2017-09/2017-10", "2017-09/2017-10"),
            ("1 month before ?", "?"),
            ("2018", None),
            ("year to 2018-Q4", None),
        ],
    )
    def test_has_an_anchor_if_it_is_a_window(self, text: str, expected: str | None) -> None:
        """The span that a window lies before is a period itself."""
        assert (None if expected is None else Period(expected)) == Period(text).anchor

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, attrs.evolve])
    def test_is_equal_when_copied(self, again: Any) -> None:
        """A copy reads its text again."""
        period = Period("2 years before 2017-09/2017-10")

        for twin in (again(period), pickle.loads(pickle.dumps(period))):
            assert period == twin
            assert hash(period) == hash(twin)
            assert (period.points, period.start) == (twin.points, twin.start)

    def test_is_checked_when_unpickled(self) -> None:
        """One that was tampered with cannot come back."""
        period = Period(2018)
        object.__setattr__(period, "text", "i fjor")

        with pytest.raises(BadPeriod):
            pickle.loads(pickle.dumps(period))


class TestOrder:
    """Before and after: by end, then by start."""

    def test_is_by_end_then_start(self) -> None:
        """Of two that end together, the longer comes first."""
        texts = [
            *("2016", "2017-Q4", "2016/2018", "2018", "year to 2018-Q4", "2018-H2", "2018-12"),
            *("2018-12-31", "2019-01-01"),
        ]

        assert texts == list(map(str, sorted(map(Period, texts))))
        assert set(texts[3:5]) == set(list(map(str, sorted(map(Period, texts[::-1]))))[3:5])

    @pytest.mark.parametrize(
        ("left", "right"),
        [("2017", "2018"), ("2018", "2018-Q4"), ("../2017", "2018"), ("2017", "../2018")],
    )
    def test_is_one_of_two(self, left: str, right: str) -> None:
        """What is before is not after; a start is needed only where the ends are one."""
        one, other = Period(left), Period(right)

        assert one < other
        assert one <= other
        assert other > one
        assert other >= one
        assert not other < one
        assert not one >= other

    def test_is_neither_for_the_same_days(self) -> None:
        """Two periods of the same days are side by side."""
        year, months = Period("2018"), Period("2018-01/2018-12")

        assert year <= months <= year
        assert not year < months
        assert not year > months

    @pytest.mark.parametrize(
        ("left", "right"),
        [
            *(("2014/..", "2018"), ("2018", "?"), ("?-09", "?-10"), ("2019-spring", "2018")),
            *(("../2018", "2018"), ("../2018", "../2018"), ("?", "?")),
        ],
    )
    def test_is_refused_where_unknown(self, left: str, right: str) -> None:
        """Nobody knows whether *not stated* was before 2018, or the same as *not stated*."""
        for work in (Period.__lt__, Period.__le__, Period.__gt__, Period.__ge__):
            with pytest.raises(UnknownOrder) as caught:
                work(Period(left), Period(right))

        assert (
            f"which of {left!r} and {right!r} comes first is unknown: "
            "an end or a start that decides it is not known" == str(caught.value)
        )

    @pytest.mark.parametrize("other", [2018, "2018", DEC, None])
    def test_is_among_periods_only(self, other: Any) -> None:
        """A year as number or text is no period."""
        for work in (operator.lt, operator.le, operator.gt, operator.ge):
            with pytest.raises(TypeError):
                work(Period(2018), other)
        assert Period(2018) != other


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2016/2017", "2017-Q4", True),
        ("2018", "2018", True),
        ("2018-Q1", "2018-Q2", False),
        ("2018-12-31", "2019-01-01", False),
        ("2014/..", "2013", False),
        ("2014/..", "2018", None),
        ("../2018", "2019-Q1", False),
        ("?", "2018", None),
        ("2 years before 2017-09/2017-10", "2016", True),
        ("2 years before 2017-09/2017-10", "2015-08", False),
    ],
)
def test_overlaps(left: str, right: str, expected: object) -> None:
    """Two periods share a day, or not, or nobody knows; it is the same both ways."""
    assert expected is Period(left).overlaps(Period(right))
    assert expected is Period(right).overlaps(Period(left))


class TestPoint:
    """One named stretch of time."""

    @pytest.mark.parametrize(
        "fields",
        [
            {"form": PeriodForm.SPAN, "year": 2018},
            {"form": PeriodForm.WINDOW, "year": 2018, "part": 1},
            {"form": "year", "year": 2018},
            {"form": PeriodForm.YEAR},
            {"form": PeriodForm.YEAR, "year": 2018, "part": 1},
            {"form": PeriodForm.YEAR, "year": 0},
            {"form": PeriodForm.YEAR, "year": 10_000},
            {"form": PeriodForm.YEAR, "year": 1 << 100_000},
            {"form": PeriodForm.UNKNOWN, "year": 2018},
            {"form": PeriodForm.UNKNOWN, "day": 1},
            {"form": PeriodForm.QUARTER, "year": 2018},
            {"form": PeriodForm.QUARTER, "year": 2018, "part": 5},
            {"form": PeriodForm.HALF_YEAR, "year": 2018, "part": 0},
            {"form": PeriodForm.SEASON, "year": 2018, "part": 5},
            {"form": PeriodForm.MONTH, "year": 2018, "part": 13},
            {"form": PeriodForm.MONTH, "year": 2018, "part": 1, "day": 1},
            {"form": PeriodForm.DATE, "year": 2018, "part": 1},
            {"form": PeriodForm.DATE, "year": 2018, "part": 2, "day": 29},
            {"form": PeriodForm.DATE, "part": 2, "day": 30},
            {"form": PeriodForm.DATE, "year": 2018, "part": 2, "day": 0},
        ],
        ids=lambda fields: f"{fields['form']}-{len(fields)}",
    )
    def test_stands_in_the_calendar(self, fields: dict[str, Any]) -> None:
        """Parts that do not belong together, and days that never were, are refused."""
        with pytest.raises(BadPeriod):
            Point(**fields)

    def test_is_checked_when_unpickled(self) -> None:
        """One that was tampered with cannot come back."""
        point = Point(form=PeriodForm.MONTH, year=2018, part=12)
        assert point == pickle.loads(pickle.dumps(point))
        object.__setattr__(point, "part", 13)

        with pytest.raises(BadPeriod):
            pickle.loads(pickle.dumps(point))


@pytest.mark.parametrize("error", [BadPeriod("x", "is none"), UnknownOrder("?", "2018")])
def test_errors_survive_pickling(error: OffinnoError) -> None:
    """Facts and sentence are the same in another process, and they are ValueErrors."""
    again = pickle.loads(pickle.dumps(error))

    assert str(error) == str(again)
    assert isinstance(again, ValueError)

"""Laws of periods: their text, their days and their order."""

import pickle
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offinno.values import BadPeriod, Period, PeriodForm, UnknownOrder

YEARS = st.integers(1, 9999).map("{:04}".format)
PARTS = st.sampled_from(
    [
        *(f"-{part}" for part in ("Q1", "Q4", "H1", "H2", "spring", "summer", "autumn", "winter")),
        *(f"-{month:02}" for month in range(1, 13)),
        *(f"-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 15, 28)),
        "",
    ]
)


def points() -> st.SearchStrategy[str]:
    """Return a strategy for texts of one stretch of time."""
    return st.builds("{}{}".format, st.just("?") | YEARS, PARTS)


@st.composite
def spans(draw: st.DrawFn) -> str:
    """Draw the text of a span, open or unknown at one end at most."""
    first, last = sorted(draw(st.lists(YEARS, min_size=2, max_size=2, unique=True)))
    begin, end = first + draw(PARTS), last + draw(PARTS)
    return draw(st.sampled_from([f"{begin}/{end}", f"{begin}/..", f"../{end}", f"?/{end}"]))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Draw a period in any form."""
    count, unit = draw(st.integers(2, 99)), draw(st.sampled_from(["year", "month"]))
    anchor = draw(points() | spans())
    year, part = draw(st.just("?") | YEARS), draw(st.sampled_from(["-Q2", "-H1", "-02", "-12"]))
    return draw(
        st.sampled_from(
            [
                anchor,
                f"year to {year}{part}",
                f"{count} {unit}s before {anchor}",
                f"1 {unit} before {anchor}",
            ]
        ).map(Period)
    )


known = periods().filter(lambda period: period.known)


@given(period=periods())
def test_a_period_is_its_text(period: Period) -> None:
    """Its text, itself and its pickle make the same period, in every field."""
    for again in (Period(period.text), Period(period), pickle.loads(pickle.dumps(period))):
        assert period == again
        assert hash(period) == hash(again)
        assert (period.form, period.points, period.start, period.end, period.months) == (
            again.form,
            again.points,
            again.start,
            again.end,
            again.months,
        )


@given(text=st.text(max_size=30) | st.text("0123456789-/.?QH yeartobfsnhp", max_size=30))
def test_any_text_is_a_period_or_refused(text: str) -> None:
    """No text does anything else, and what is read keeps its text."""
    assert read(text) in {text, None}


def read(text: str) -> str | None:
    """Return the text of the period that *text* is, or None if it is refused in one line."""
    try:
        return Period(text).text
    except BadPeriod as refused:
        return None if str(refused).isprintable() else "no line"


@given(period=known)
def test_a_known_period_has_days(period: Period) -> None:
    """It ends no earlier than it starts, and whole months begin on a first and end on a last."""
    assert period.start is not None
    assert period.end is not None
    assert period.start <= period.end
    if period.months and period.form is not PeriodForm.WINDOW:
        months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month
        assert period.months == months + 1
        assert 1 == period.start.day
        assert period.end.year == 9999 or 1 == (period.end + timedelta(days=1)).day


@given(periods=st.lists(known, min_size=2, max_size=5))
def test_known_periods_are_in_order(periods: list[Period]) -> None:
    """Of two, exactly one comes first or they have the same days; the order is transitive."""
    for one, other in pairwise(sorted(periods)):
        assert one <= other
        assert not other < one
        assert (one < other) is not (other <= one)
        assert (one.end, one.start) <= (other.end, other.start)


@given(one=periods(), other=periods())
def test_order_is_one_answer_or_none(one: Period, other: Period) -> None:
    """All four comparisons answer, and agree, or all four refuse."""
    try:
        less = one < other
    except UnknownOrder:
        for compare in (Period.__le__, Period.__gt__, Period.__ge__):
            with pytest.raises(UnknownOrder):
                compare(one, other)
    else:
        assert [less, not less] == [other > one, one >= other]
        assert (one <= other) is (other >= one)


@given(one=periods(), other=periods())
def test_overlap_is_the_same_both_ways(one: Period, other: Period) -> None:
    """Two periods overlap, do not, or nobody knows, whichever is asked."""
    assert one.overlaps(other) is other.overlaps(one)
    assert one.overlaps(one) is (True if one.known else None)
    if one.known and other.known:
        apart = one.end < other.start or other.end < one.start  # type: ignore[operator]
        assert one.overlaps(other) is not apart


@given(period=periods().filter(lambda period: period.form is PeriodForm.WINDOW))
def test_a_window_ends_with_its_anchor(period: Period) -> None:
    """A window has the points of what it lies before, ends with it, and starts before it."""
    anchor = period.anchor

    assert anchor is not None
    assert (anchor.points, anchor.end) == (period.points, period.end)
    assert period.start is None or (anchor.start is not None and period.start < anchor.start)

"""Products of a share and its whole, of a level and its change, and what lies before a period."""

import pytest

from offinno.language import vocabulary
from offinno.units import Share, parse_unit
from offinno.values import (
    BadValue,
    Period,
    Qualifier,
    UnknownOutcome,
    Value,
    changed,
    months_before,
    part_of,
    share_between,
)

SHARE, POINTS = Share(vocabulary()["workplaces"]), parse_unit("pp of workplaces")
COUNT, NOK = parse_unit("workplaces"), parse_unit("NOK")
CHANGE = parse_unit("% change on year before")
OVER, UNDER, ABOUT = Qualifier.OVER, Qualifier.UNDER, Qualifier.ABOUT


def test_part_is_so_many_hundredths() -> None:
    """Of a share and of points alike, in the unit of the whole."""
    assert Value("324.86", COUNT) == part_of(Value(74, SHARE), Value(439, COUNT))
    assert Value("-17.56", COUNT) == part_of(Value(-4, POINTS), Value(439, COUNT))


def test_change_multiplies_by_one_and_itself() -> None:
    """A level after five per cent more is 1.05 times what it was."""
    assert Value(105, NOK) == changed(Value(100, NOK), Value(5, CHANGE))
    assert Value(0, NOK) == changed(Value(100, NOK), Value(-100, CHANGE))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [(OVER, OVER, OVER), (OVER, ABOUT, ABOUT), (UNDER, Qualifier.EXACT, UNDER)],
)
def test_qualifiers_multiply(one: Qualifier, other: Qualifier, expected: Qualifier) -> None:
    """Bounds that point the same way stay; about absorbs."""
    assert expected is part_of(Value(50, SHARE, one), Value(10, COUNT, other)).qualifier
    assert expected is changed(Value(50, NOK, one), Value(10, CHANGE, other)).qualifier


def test_bounds_that_point_apart_leave_nothing_known() -> None:
    """A product of more than one and less than another may be anything."""
    with pytest.raises(UnknownOutcome, match=r"over 50 % of workplaces × under 10 workplaces"):
        part_of(Value(50, SHARE, OVER), Value(10, COUNT, UNDER))
    with pytest.raises(UnknownOutcome, match="under 5 % change on year before × over 50 NOK"):
        changed(Value(50, NOK, OVER), Value(5, CHANGE, UNDER))
    with pytest.raises(UnknownOutcome, match="as a share of"):
        share_between(SHARE, Value(5, COUNT, OVER), Value(10, COUNT, OVER))


def test_share_between_two_amounts() -> None:
    """Per cent of the whole, in whatever physical unit the two are."""
    assert Value(25, SHARE) == share_between(SHARE, Value(1, COUNT), Value(4, COUNT))
    of = Share(vocabulary()["budget"])
    metres, kilometres = parse_unit("m"), parse_unit("km")
    assert Value(50, of) == share_between(of, Value(500, metres), Value(1, kilometres))
    bound = share_between(SHARE, Value(1, COUNT, OVER), Value(4, COUNT))
    assert Value(25, SHARE, OVER) == bound


def test_share_is_of_something_and_no_more_than_it() -> None:
    """Nothing has no parts, and no part is more than its whole."""
    with pytest.raises(BadValue, match="no share of zero"):
        share_between(SHARE, Value(0, COUNT), Value(0, COUNT))
    with pytest.raises(BadValue, match="between 0 and 100"):
        share_between(SHARE, Value(5, COUNT), Value(4, COUNT))


@pytest.mark.parametrize(
    ("period", "months", "expected"),
    [
        ("2019", 12, "2018"),
        ("2019", 36, "2016"),
        ("2019-H1", 6, "2018-H2"),
        ("2019-Q1", 3, "2018-Q4"),
        ("2019-Q3", 12, "2018-Q3"),
        ("2019-01", 1, "2018-12"),
        ("2019-11", 12, "2018-11"),
        ("2019", 3, None),
        ("2019-H1", 3, None),
        ("0001", 12, None),
        ("?", 12, None),
        ("?-Q1", 12, None),
        ("2019-01-01", 12, None),
        ("2018/2019", 12, None),
        ("../2019", 12, None),
        ("year to 2019-Q1", 12, None),
        ("2 years before 2019", 12, None),
    ],
)
def test_months_before(period: str, months: int, expected: str | None) -> None:
    """Years and their parts have one of their kind before them; other periods have none."""
    found = months_before(Period(period), months)

    assert (None if expected is None else Period(expected)) == found

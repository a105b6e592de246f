"""One figure among those of an indicator."""

from datetime import date
from typing import Any

import pytest

from offinno.exceptions import UnknownName
from offinno.model import Area, BadKey, Contradiction, Observation, Status, WrongType
from offinno.model._periods import dated, optional_period, optionally_dated, period_of
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Period, Value

SHARE = parse_unit("% of public-workplaces")


def row(**other: Any) -> Observation:
    """Return an observation."""
    usual: dict[str, Any] = {"area": "NO", "period": 2018, "value": Value(10, SHARE)}
    return Observation(**usual | other)


def test_plain_texts_stand_for_things() -> None:
    """Codes, years and dates may be given for areas and periods."""
    assert row() == row(area=Area("NO"), period=Period("2018"))
    assert Period("2018-09-12") == row(period=date(2018, 9, 12)).period


def test_key_tells_rows_apart() -> None:
    """Area, period, breakdowns and vintage; neither source nor value."""
    one = row(breakdowns={"b": "x", "a": "y"}, vintage="2020-03-02", source="one")

    assert ("NO", "2018", (("a", "y"), ("b", "x")), "2020-03-02") == one.key
    assert ("NO", "2018", (), "") == row(source="two").key


def test_sets_and_lists_cannot_change() -> None:
    """Whatever collection is given, one that cannot change is held."""
    one = row(status=[Status.BREAK, Status.BREAK], notes=["*"])

    assert frozenset({Status.BREAK}) == one.status
    assert ("*",) == one.notes


@pytest.mark.parametrize(
    "given", ["provisional", ["provisional"], Status.PROVISIONAL, {Status.PROVISIONAL}]
)
def test_a_flag_is_given_by_its_text_too(given: Any) -> None:
    """One flag needs no brackets, and its text is as good as itself."""
    assert frozenset({Status.PROVISIONAL}) == row(status=given).status


@pytest.mark.parametrize(
    ("wrong", "error", "said"),
    [
        ({"value": 5}, WrongType, "Value or Range or Missing"),
        ({"status": [5]}, WrongType, "frozenset of Status"),
        ({"status": 5}, WrongType, "takes frozenset of Status, not 5"),
        ({"status": "prov"}, UnknownName, "no quality flag is called 'prov'; known: break, "),
        ({"status": ["provisinal"]}, UnknownName, "did you mean 'provisional'?"),
        ({"evidence": "verified"}, WrongType, "Evidence"),
        ({"population": "all"}, WrongType, "Population or Missing or None"),
        ({"notes": "*"}, Contradiction, "put it in brackets"),
        ({"notes": ["*", "*"]}, Contradiction, "a note is named twice"),
        ({"source": "the report"}, BadKey, "is not a key"),
        ({"source": ""}, BadKey, "is not a key"),
        ({"breakdowns": {"Sector": "health"}}, BadKey, "is not a key"),
        ({"breakdowns": [("a", "x"), ("a", "y")]}, Contradiction, "stands twice"),
        ({"symbol": "\u202e"}, ValueError, r"U\+202E"),
    ],
)
def test_wrong_parts_are_refused(wrong: dict[str, Any], error: type[Exception], said: str) -> None:
    """Each field is checked, and no part of it is dropped in silence."""
    with pytest.raises(error, match=said):
        row(**wrong)


@pytest.mark.parametrize(
    ("period", "covers"),
    [
        (2018, "2018-H1"),
        (2018, "2018-01-01/2018-12-30"),
        (2018, "2018-spring"),
        ("2 years before 2018-10", "2017"),
        ("?", "2018"),
        ("2018-autumn", "2018-10"),
    ],
)
def test_a_part_of_a_period_may_be_covered(period: object, covers: str) -> None:
    """Where either is not known, a part cannot be told from something else."""
    assert Period(covers) == row(period=period, covers=covers).covers


@pytest.mark.parametrize(
    ("period", "covers"),
    [
        (2018, 2018),
        (2018, "2018-01/2018-12"),
        (2018, "2017-H2"),
        (2018, "2018-H1/2019-H1"),
        (2018, "2017/2019"),
        (2018, "../2019"),
        ("?", "?"),
        ("2018-autumn", "2018-autumn"),
    ],
)
def test_other_coverage_is_refused(period: object, covers: object) -> None:
    """What covers all of its period, or reaches outside it, is no part."""
    with pytest.raises(Contradiction, match="which is not a part of"):
        row(period=period, covers=covers)


def test_periods_may_be_missing_where_that_is_said() -> None:
    """The converters of periods keep what is a period, and what is missing."""
    gap = Missing(MissingReason.NOT_STATED)

    assert Period("2018") == period_of(2018) == period_of(Period("2018")) == dated("2018")
    assert gap is dated(gap) is optionally_dated(gap)
    assert Period("2018") == optionally_dated(2018) == optional_period(2018)
    assert (None, None) == (optionally_dated(None), optional_period(None))

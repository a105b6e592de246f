"""Breakdowns and breaks."""

from typing import Any

import pytest

from offinno.exceptions import UnknownName
from offinno.language import Term
from offinno.model import Break, Contradiction, Dimension, Preferred, WrongType
from offinno.values import Period

SECTORS = [Term(key="health", label="helse"), Term(key="school", label="skole")]


def test_a_category_is_found_by_key() -> None:
    """A key that is none lists those that are."""
    sector = Dimension(key="sector", label="sektor", categories=SECTORS)

    assert SECTORS[1] == sector.category("school")
    with pytest.raises(UnknownName, match="did you mean 'health'"):
        sector.category("helth")


@pytest.mark.parametrize(
    "key", ["area", "period", "vintage", "source", "indicator", "value", "low"]
)
def test_some_names_are_taken(key: str) -> None:
    """A dimension called like a selector or a column could not be told from it."""
    with pytest.raises(Contradiction, match="the name is taken"):
        Dimension(key=key, label="A", categories=SECTORS)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"categories": [*SECTORS, SECTORS[0]]}, Contradiction),
        ({"categories": ["health"]}, WrongType),
        ({"exclusive": 1}, WrongType),
    ],
)
def test_wrong_dimensions_are_refused(wrong: dict[str, Any], error: type[Exception]) -> None:
    """Categories are different terms."""
    with pytest.raises(error):
        Dimension(**{"key": "sector", "label": "sektor", "categories": SECTORS} | wrong)


@pytest.mark.parametrize(
    ("at", "one", "other", "parted"),
    [
        ("2018", "2017", "2018", True),
        ("2018", "2016", "2017", False),
        ("2018", "2018", "2019", False),
        ("2018", "2017-12", "2018-01", True),
        ("2018", "2018-01", "2018-06", False),
        ("2018", "2016/2018", "2019/2021", None),
        ("2018", "2016/2018", "2015/2017", None),
        ("2018", "2016/2018", "2016/2018", False),
        ("2018", "?", "2018", None),
        ("2018", "?", "?", None),
        ("2018", "2018-spring", "2017", None),
        ("2 years before 2018-10", "2 years before 2017-10", "2 years before 2018-10", True),
        ("2 years before 2018-10", "2 years before 2018-10", "2 years before 2019-10", False),
        ("2018-spring", "2017", "2018", None),
        ("2018-spring", "2017", "2017", False),
    ],
)
def test_a_break_parts_periods(at: str, one: str, other: str, parted: bool | None) -> None:  # noqa: FBT001
    """What lies on both sides of it, and what is not known, may be parted or not."""
    change = Break(key="weights", at=at, changed="vekting")

    assert parted is change.parts(Period(one), Period(other))
    assert parted is change.parts(Period(other), Period(one))


def test_a_preference_has_a_reason() -> None:
    """It is shown where sources disagree."""
    assert "nyest" == str(Preferred(source="one", reason="nyest").reason)

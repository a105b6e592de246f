"""Refusals survive pickling, and say what would be right."""

import pickle

import pytest

from offinno.analysis import (
    BrokenSeries,
    CannotConvert,
    ManyReferenceFigures,
    NoReferenceFigure,
    NotAPart,
    PartialReference,
    UnfitReferenceFigure,
    WrongSeries,
)
from offinno.analysis._errors import listed
from offinno.exceptions import OffinnoError

ERRORS: list[OffinnoError] = [
    CannotConvert(verb="deflate", indicator="a", unit="km", problem="it is no amount of money"),
    WrongSeries(series="a", have="NOK", want="a price index"),
    NoReferenceFigure(series="a", area=None, period="2019", remedy="it has 2018"),
    ManyReferenceFigures(series="a", period="2019", found=2),
    UnfitReferenceFigure(series="a", period="2019", value="0 NOK", problem="it is zero"),
    PartialReference(series="a", period="2019", covers="2019-01"),
    BrokenSeries(series="a", at="b", one="2018", other="2019"),
    NotAPart(indicator="a", whole="b", problem="101"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_survives_pickling(error: OffinnoError) -> None:
    """The facts come through, and the sentence."""
    again = pickle.loads(pickle.dumps(error))

    assert (type(error), str(error)) == (type(again), str(again))
    assert not str(error).endswith(".")


def test_many_names_are_cut() -> None:
    """Of more than a dozen names, the first and the last are shown."""
    names = tuple(str(year) for year in range(2000, 2020))

    assert "2000 … 2019" == listed(names)

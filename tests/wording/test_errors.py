"""The errors of the wording."""

import copy
import pickle

import pytest

from offinno.exceptions import OffinnoError
from offinno.wording import MissingFact, NoFraction, NoReference, Unsayable


@pytest.mark.parametrize(
    ("error", "builtin", "expected"),
    [
        (Unsayable("dict"), TypeError,
         "a dict has no wording; say a figure, a value, a period, an area or a text"),
        (NoFraction("NOK"), TypeError,
         "a figure in 'NOK' is no part of a whole; only a share is so many of many"),
        (NoReference("a[area=NO]"), LookupError,
         ("there is nothing to hold 'a[area=NO]' against; give the reference, or a figure of an "
         "indicator with several areas")),
        (MissingFact("{low} to {high}", "low"), LookupError,
         "the message '{low} to {high}' needs the fact 'low'"),
    ],
)  # fmt: skip
def test_error(error: OffinnoError, builtin: type[Exception], expected: str) -> None:
    """Each says what was seen and what is right, is caught by its builtin, and survives copies."""
    assert expected == str(error)
    assert isinstance(error, builtin)
    for copied in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(error) is type(copied)
        assert str(error) == str(copied)

"""Every error of the model keeps its facts."""

import pickle

import pytest

from offinno import model
from offinno.model import NotComparable

ERRORS: list[Exception] = [
    model.BadKey("a b"),
    model.BadOverrides("'level'", "level"),
    model.BadReference("a b", "is none"),
    model.Contradiction("note", "no mark"),
    model.ManyFigures("made-up", "area=NO", 2, "choose"),
    model.NoSuchFigure("made-up", "area=XX", "there is NO"),
    model.NoTotal("made-up", "sector", "its categories may overlap"),
    model.LackingParts("made-up", "sector", ("other",)),
    model.NotAWhole("made-up", 3, "99", "0.5"),
    model.NotExclusive("made-up", "sector"),
    model.NotParts("% of GDP"),
    NotComparable("the rank of FI", ()),
    model.UnknownArea("XX", "see the list"),
    model.UnsafeLink("'x'", "must begin with https"),
    model.WrongType("Note", "text", "5", "Text"),
]


def test_every_error_is_tried() -> None:
    """No error of the model is left out."""
    public = (getattr(model, name) for name in model.__all__)
    errors = {c for c in public if isinstance(c, type) and issubclass(c, Exception)}

    assert errors == {type(error) for error in ERRORS}


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_survive_pickling(error: Exception) -> None:
    """An error that crosses processes keeps its facts and its sentence."""
    again = pickle.loads(pickle.dumps(error))

    assert error.args == again.args
    assert str(error) == str(again)
    assert not str(error).endswith(".")
